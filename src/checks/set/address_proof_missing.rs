//! No document in the set shows the home address.
//!
//! *Why:* one of them must. *Fix:* add a licence, a bill or a bank statement with the address.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "address-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::AddressProof) {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::judge;
    use crate::testing;

    fn found(set: &crate::page::DocumentSet) -> usize {
        let report = judge(set, &testing::record(), &testing::rules(), testing::today());
        report.set.findings.iter().filter(|f| f.id == super::CHECK.id).count()
    }

    #[test]
    fn it_is_found_when_the_bill_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found(&set), 0);
        set.pages.pop();
        assert_eq!(found(&set), 1);
    }
}
