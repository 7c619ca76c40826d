//! The document is no longer valid.
//!
//! *Why:* identity documents must not be expired (a US licence of up to a year ago counts only together with its
//! renewal paper). *Fix:* use another document or renew it. A date that was not read for sure is only a warning.

use jiff::Unit;

use crate::checks::{Check, PageContext, Run, Severity};
use crate::fields::{DocumentKind, FieldKind};
use crate::page::{Examined, ReadingState};

pub static CHECK: Check = Check { id: "expired", severity: Severity::Blocker, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let kind = page.facts.document.kind;
    let Some((expiry, field)) = page.facts.date(FieldKind::ExpiryDate) else {
        if kind.can_expire() || page.reading != ReadingState::Done {
            cx.not_assessed("reason-no-expiry-read");
        }
        return;
    };
    if expiry >= cx.today || !kind.can_expire() && kind != DocumentKind::Unknown {
        return;
    }
    let days = cx.today.since((Unit::Day, expiry)).map_or(0, |span| span.get_days());
    let mut finding = cx.finding().with("date", expiry.to_string()).at(field.region).sure(field.confidence);
    finding = finding.measured(days as f32, 0.0, "days");
    if kind == DocumentKind::DriversLicense && days <= 365 {
        finding = finding.advising("advice-licence");
    }
    if !field.is_claim() {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}
