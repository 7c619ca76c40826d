//! Nothing in the set shows that the ITIN was assigned.
//!
//! *Why:* ID.me asks an ITIN holder for it before anything else. *Fix:* add the CP565 notice, or a bank statement that
//! shows the complete number.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "itin-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::ItinProof) {
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
    fn it_is_found_when_the_document_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found(&set), 0);
        set.pages.remove(0);
        assert_eq!(found(&set), 1);
    }
}
