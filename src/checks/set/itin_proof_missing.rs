//! Nothing in the set shows that the ITIN was assigned.
//!
//! *Why:* ID.me asks an ITIN holder for it before anything else. *Fix:* add the CP565 notice, or a bank statement that
//! shows the complete number.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "itin-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    cx.find_if_missing(SlotId::ItinProof);
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn it_is_found_when_the_document_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.remove(0);
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
