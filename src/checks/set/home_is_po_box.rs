//! The home address on record is a post office box.
//!
//! *Why:* ID.me takes no P.O. box as a home address. *Fix:* enter the street address, and use a bill that shows it.

use crate::checks::{Check, Run, SetContext, Severity};

pub static CHECK: Check =
    Check { id: "home-is-po-box", severity: Severity::Blocker, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.record.address.as_ref().is_some_and(|address| cx.is_post_box(address)) {
        let finding = cx.finding();
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::record::{Address, Record};
    use crate::set::judge;
    use crate::testing;

    #[test]
    fn a_box_is_no_home_and_a_house_with_a_box_is_one() {
        let found = |line1: &str| {
            let address =
                Address { line1: line1.into(), country: "US".into(), ..testing::record().address.unwrap_or_default() };
            let record = Record { address: Some(address), ..testing::record() };
            let report = judge(&testing::good_set(), &record, &testing::rules(), testing::today());
            report.set.findings.iter().any(|f| f.id == CHECK.id)
        };
        assert!(found("P.O. Box 2281"));
        assert!(found("PO BOX 17"));
        assert!(!found("12 Elm St"));
        assert!(!found("12 Box Elder Rd"));
        assert!(!found("RR 2 Box 45"));
    }
}
