//! The holder's name could not be read.
//!
//! *Why:* without it nothing can be compared, and a reviewer may not read it either. *Fix:* look at the name on the
//! picture; if it is hard to read there too, photograph again.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::fields::Side;
use crate::page::{Examined, ReadingState};

pub static CHECK: Check =
    Check { id: "name-unreadable", severity: Severity::Warning, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.reading != ReadingState::Done {
        return cx.not_assessed("reason-not-read");
    }
    let document = &page.facts.document;
    if page.facts.holder.is_none() && document.kind.names_a_holder() && document.side != Some(Side::Back) {
        cx.find(cx.finding());
    }
}
