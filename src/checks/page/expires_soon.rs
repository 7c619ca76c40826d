//! The document expires within days.
//!
//! *Why:* the call may take place later than the upload. *Fix:* finish soon, or use another document.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::fields::FieldKind;

/// Days before the expiry at which it is worth a note.
static DAYS: Limit = Limit { name: "expires-soon.days", default: 30.0, unit: Unit::Days };

pub static CHECK: Check =
    Check { id: "expires-soon", severity: Severity::Note, needs: &[], limits: &[&DAYS], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some((expiry, field)) = page.facts.date(FieldKind::ExpiryDate) else { return };
    let limit = cx.limit(&DAYS);
    let Ok(span) = expiry.since((jiff::Unit::Day, cx.today)) else { return };
    let days = span.get_days() as f32;
    if !page.facts.document.kind.traits().expires || days < 0.0 {
        return;
    }
    let finding = cx.finding().with("date", expiry).at(field.region);
    if let Some(call) = cx.record.call_date.filter(|call| expiry < *call) {
        let mut finding = finding.saying("before-the-call").advising("advice-before-the-call");
        finding.severity = Severity::Warning;
        cx.find(finding.with("call", call));
    } else if days <= limit {
        cx.find(finding.measured(days, limit, DAYS.unit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::judge_page;
    use crate::testing::{self, field, found};

    #[test]
    fn only_the_last_month_is_noted() {
        let noted = |date: &str| {
            let mut page = testing::passport();
            page.facts.fields = vec![field(FieldKind::ExpiryDate, date)];
            found("expires-soon", page).len()
        };
        assert_eq!((noted("2026-11-21"), noted("2026-12-01"), noted("2027-02-01")), (0, 1, 0));
    }

    #[test]
    fn what_expires_before_the_call_is_a_warning() {
        let mut record = testing::record();
        record.call_date = Some(jiff::civil::date(2031, 6, 1));
        let page = testing::record_of("passport.jpg", testing::passport());
        let report = judge_page(&page, &record, &testing::rules(), testing::today());
        let finding = report.findings.iter().find(|f| f.id == CHECK.id).unwrap();
        assert_eq!(
            (finding.severity, finding.message.key.as_str()),
            (Severity::Warning, "expires-soon.before-the-call")
        );
    }
}
