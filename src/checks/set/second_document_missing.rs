//! There is no second document besides the identity document.
//!
//! *Why:* ID.me asks for two. *Fix:* add another identity document, or a bill or statement.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "second-document-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    cx.find_if_missing(SlotId::SecondDocument);
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn it_is_found_when_the_document_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.remove(2);
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
