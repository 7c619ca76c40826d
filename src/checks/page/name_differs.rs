//! The name on the document is not the name on the record.
//!
//! *Why:* the name must be the one of the ITIN record. *Fix:* depends on what differs; each difference has its own
//! sentence. A difference that may be one of spelling or of a missing part is for a person to look at.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::names::Relation;
use crate::page::{Examined, ReadingState};
use crate::words::Arg;

pub static CHECK: Check =
    Check { id: "name-differs", severity: Severity::Blocker, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if cx.record.name.is_none() {
        return cx.not_assessed("reason-no-record-name");
    }
    if page.reading != ReadingState::Done {
        return cx.not_assessed("reason-not-read");
    }
    let (Some(name), Some(holder)) = (cx.name_match, &page.facts.holder) else {
        return cx.not_assessed("reason-no-name-read");
    };
    let severity = match name.relation {
        Some(Relation::Mismatch) if holder.is_claim() => Severity::Blocker,
        Some(Relation::Mismatch | Relation::Review) => Severity::Warning,
        Some(Relation::FormatOnly) => Severity::Note,
        Some(Relation::Exact) | None => return,
    };
    let mut finding = cx.finding().at(holder.region).sure(holder.confidence);
    finding.severity = severity;
    finding = match name.relation {
        Some(Relation::FormatOnly) => finding.saying("format-only").advising("advice-format-only"),
        Some(Relation::Mismatch) => finding,
        _ => finding.saying("review").advising("advice-review"),
    };
    cx.find(finding.with("name", Arg::Text(holder.full_name.clone())));
}
