//! The requirements are for people without an ITIN, and the record has one.
//!
//! *Why:* on the path for people with a foreign passport and no US number, a box is ticked that no such number was ever
//! issued. *Fix:* take the path for ITIN holders.

use crate::checks::{Check, Run, SetContext, Severity};

pub static CHECK: Check =
    Check { id: "not-this-path", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.requirements().without_itin && cx.record.itin.is_some() {
        let finding = cx.finding();
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::record::Record;
    use crate::set::judge;
    use crate::testing;

    #[test]
    fn only_who_has_an_itin_is_told() {
        let mut rules = testing::rules();
        rules.requirements.without_itin = true;
        let told = |record: &Record| {
            let report = judge(&testing::good_set(), record, &rules, testing::today());
            report.set.findings.iter().any(|f| f.id == CHECK.id)
        };
        assert!(told(&testing::record()));
        assert!(!told(&Record { itin: None, ..testing::record() }));
    }
}
