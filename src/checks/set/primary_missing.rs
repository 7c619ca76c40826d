//! No identity document with a photograph is in the set.
//!
//! *Why:* who the person is must be shown by one that the list names. *Fix:* add a passport, licence or the like.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "primary-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::Primary) {
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
        set.pages.remove(1);
        assert_eq!(found(&set), 1);
    }
}
