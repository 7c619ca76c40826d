//! No identity document with a photograph is in the set.
//!
//! *Why:* who the person is must be shown by one that the list names. *Fix:* add a passport, licence or the like.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check = Check { id: "primary-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    cx.find_if_missing(SlotId::Primary);
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn it_is_found_when_the_document_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.remove(1);
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
