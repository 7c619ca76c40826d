//! A bill or statement is too old to show the address.
//!
//! *Why:* bank statements must be under 90 days old; for bills ID.me's pages say 90 days in one place and a year in
//! another, so between the two a person must look. *Fix:* the newest bill or statement.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::{Examined, ReadingState};
use crate::fields::FieldKind;

/// Days after which a person must look.
static OLD: Limit = Limit { name: "too-old.days", default: 90.0, unit: Unit::Days };
/// Days after which every published rule refuses it.
static REFUSED: Limit = Limit { name: "too-old.refused-days", default: 365.0, unit: Unit::Days };

pub static CHECK: Check =
    Check { id: "too-old", severity: Severity::Warning, needs: &[], limits: &[&OLD, &REFUSED], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if !cx.must_be_recent(page.facts.document.kind) || page.facts.continues {
        return;
    }
    let date = page.facts.date(FieldKind::StatementDate).or_else(|| page.facts.date(FieldKind::IssueDate));
    let Some((date, field)) = date else {
        if page.reading == ReadingState::Done {
            cx.not_assessed("reason-no-statement-date-read");
        }
        return;
    };
    let Ok(age) = cx.today.since((jiff::Unit::Day, date)) else { return };
    let (old, refused) = (cx.limit(&OLD), cx.limit(&REFUSED));
    let days = age.get_days() as f32;
    let finding = cx.finding().with("date", date.to_string()).at(field.region).sure(field.confidence);
    if days < 0.0 {
        cx.find(finding.saying("in-the-future").advising("advice-future"));
    } else if days >= old {
        let mut finding = finding.measured(days, old, OLD.unit);
        if days > refused && field.is_claim() {
            finding.severity = Severity::Blocker;
        }
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found, was_not_assessed};

    #[test]
    fn age_decides_how_bad_it_is() {
        let severity = |date: &str| {
            let mut page = testing::bill();
            page.facts.fields = vec![field(FieldKind::StatementDate, date)];
            found("too-old", page).first().map(|f| f.severity)
        };
        assert_eq!(severity("2026-10-01"), None);
        assert_eq!(severity("2026-08-01"), Some(Severity::Warning));
        assert_eq!(severity("2025-01-01"), Some(Severity::Blocker));
        assert_eq!(severity("2027-01-01"), Some(Severity::Warning));
    }

    #[test]
    fn without_a_date_it_is_not_assessed_and_a_passport_is_not_concerned() {
        let mut page = testing::bill();
        page.facts.fields.clear();
        assert!(was_not_assessed("too-old", page));
        assert!(!was_not_assessed("too-old", testing::passport()));
    }
}
