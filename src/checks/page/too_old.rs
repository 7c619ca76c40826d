//! A bill or statement is too old to show the address.
//!
//! *Why:* bank statements must be under 90 days old; for bills ID.me's pages say 90 days in one place and a year in
//! another, so between the two a person must look. The requirement files have the days. *Fix:* the newest bill or
//! statement.

use jiff::civil::Date;

use crate::checks::{Action, Check, PageContext, Run, Severity, Unit};
use crate::examined::{Examined, ReadingState};
use crate::fields::FieldKind;

pub static CHECK: Check =
    Check { id: "too-old", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(recent) = cx.must_be_recent(page.facts.document.kind).filter(|_| !page.facts.continues) else { return };
    let (look_from, refused_from) = (f32::from(recent.look_from_days), f32::from(recent.refused_from_days));
    let date = page.facts.date(FieldKind::StatementDate).or_else(|| page.facts.date(FieldKind::IssueDate));
    let Some((date, field)) = date else {
        if page.reading == ReadingState::Done {
            cx.not_assessed("reason-no-statement-date-read");
        }
        return;
    };
    let days = days_from(date, cx.today);
    let finding = cx.finding().with("date", date).at(field.region).sure(field.confidence);
    if days < 0.0 {
        return cx.find(finding.saying("in-the-future").advising("advice-future"));
    }
    if days >= look_from {
        let mut finding = finding.measured(days, look_from, Unit::Days).asking(Action::Replace);
        if days >= refused_from && field.is_claim() {
            finding.severity = Severity::Blocker;
        }
        return cx.find(finding);
    }
    let at_the_call = cx.record.call_date.map(|call| days_from(date, call)).filter(|days| *days >= look_from);
    if let Some(days) = at_the_call {
        cx.find(finding.measured(days, look_from, Unit::Days).saying("by-the-call").advising("advice-by-the-call"));
    }
}

/// Days from one date to a later one; negative to an earlier one.
fn days_from(date: Date, day: Date) -> f32 {
    day.since((jiff::Unit::Day, date)).map_or(0.0, |span| span.get_days() as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::judge_page;
    use crate::kinds::DocumentKind;
    use crate::testing::{self, field, found, was_not_assessed};

    fn severity(kind: DocumentKind, date: &str) -> Option<Severity> {
        let mut page = testing::bill();
        page.facts.document.kind = kind;
        page.facts.fields = vec![field(FieldKind::StatementDate, date)];
        found("too-old", page).first().map(|f| f.severity)
    }

    #[test]
    fn the_age_and_the_kind_decide_how_bad_it_is() {
        let bill = |date| severity(DocumentKind::UtilityBill, date);
        assert_eq!((bill("2026-08-25"), bill("2026-08-24")), (None, Some(Severity::Warning)));
        assert_eq!((bill("2025-11-22"), bill("2025-11-21")), (Some(Severity::Warning), Some(Severity::Blocker)));
        assert_eq!(bill("2027-01-01"), Some(Severity::Warning));
        let statement = |date| severity(DocumentKind::BankStatement, date);
        assert_eq!((statement("2026-08-25"), statement("2026-08-24")), (None, Some(Severity::Blocker)));
        assert_eq!(severity(DocumentKind::W2, "2020-01-01"), None);
    }

    #[test]
    fn a_bill_that_will_be_too_old_at_the_call_is_a_warning() {
        let mut record = testing::record();
        let mut told = |call: Option<Date>| {
            record.call_date = call;
            let page = testing::record_of("bill.jpg", testing::bill());
            let report = judge_page(&page, &record, &testing::rules(), testing::today());
            report.findings.iter().any(|f| f.message.key == "too-old.by-the-call")
        };
        assert!(!told(None));
        assert!(!told(Some(jiff::civil::date(2026, 12, 3))));
        assert!(told(Some(jiff::civil::date(2027, 2, 1))));
    }

    #[test]
    fn without_a_date_it_is_not_assessed_and_a_passport_is_not_concerned() {
        let mut page = testing::bill();
        page.facts.fields.clear();
        assert!(was_not_assessed("too-old", page));
        assert!(!was_not_assessed("too-old", testing::passport()));
    }
}
