//! There is no second document besides the identity document.
//!
//! *Why:* ID.me asks for two. *Fix:* add another identity document, or a bill or statement.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "second-document-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::SecondDocument) {
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
        set.pages.remove(2);
        assert_eq!(found(&set), 1);
    }
}
