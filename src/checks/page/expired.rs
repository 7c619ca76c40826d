//! The document is no longer valid.
//!
//! *Why:* identity documents must not be expired (a US license of up to a year ago counts only together with its
//! renewal paper). *Fix:* use another document or renew it. A date that was not read for sure is only a warning.

use crate::checks::{Action, Check, PageContext, Run, Severity, Unit};
use crate::examined::{Examined, ReadingState};
use crate::fields::FieldKind;
use crate::kinds::DocumentKind;

pub static CHECK: Check =
    Check { id: "expired", severity: Severity::Blocker, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let kind = page.facts.document.kind;
    let Some((expiry, field)) = page.facts.date(FieldKind::ExpiryDate) else {
        if kind.traits().expires || page.reading != ReadingState::Done {
            cx.not_assessed("reason-no-expiry-read");
        }
        return;
    };
    if expiry >= cx.today || !kind.traits().expires && kind != DocumentKind::Unknown {
        return;
    }
    let days = cx.today.since((jiff::Unit::Day, expiry)).map_or(0, |span| span.get_days());
    let mut finding = cx.finding().asking(Action::Replace).with("date", expiry).at(field.region).sure(field.confidence);
    finding = finding.measured(days as f32, 0.0, Unit::Days);
    let renewable = cx.renewable_days(kind, page.facts.document.country.as_deref());
    if renewable.is_some_and(|within| days <= i32::from(within)) {
        finding = finding.advising("advice-licence");
    }
    if !field.is_claim() {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found, was_not_assessed};

    #[test]
    fn the_last_valid_day_is_the_printed_one() {
        let expired = |date: &str| {
            let mut page = testing::passport();
            page.facts.fields = vec![field(FieldKind::ExpiryDate, date)];
            !found("expired", page).is_empty()
        };
        assert!(!expired("2026-11-22"));
        assert!(expired("2026-11-21"));
    }

    #[test]
    fn a_doubtful_date_is_only_a_warning() {
        let mut page = testing::passport();
        page.facts.fields = vec![field(FieldKind::ExpiryDate, "2020-01-01")];
        page.facts.fields[0].confidence = 0.5;
        assert_eq!(found("expired", page)[0].severity, Severity::Warning);
    }

    #[test]
    fn without_a_date_it_is_not_assessed() {
        let mut page = testing::passport();
        page.facts.fields.clear();
        assert!(was_not_assessed("expired", page));
    }

    #[test]
    fn a_due_date_on_a_bill_never_expires_it() {
        let mut page = testing::bill();
        page.facts.fields.push(field(FieldKind::ExpiryDate, "2020-01-01"));
        assert!(found("expired", page).is_empty());
    }
}
