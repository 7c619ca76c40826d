//! The holder's name could not be read.
//!
//! *Why:* without it nothing can be compared, and a reviewer may not read it either. *Fix:* look at the name on the
//! picture; if it is hard to read there too, photograph again.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::kinds::Side;

pub static CHECK: Check = Check {
    id: "name-unreadable",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let document = &page.facts.document;
    if page.facts.continues {
        return;
    }
    if cx.holder(page).is_none() && document.kind.traits().names_holder && document.side != Some(Side::Back) {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examined::ReadingState;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_front_without_a_name_is_found_and_a_back_is_not() {
        let mut page = testing::passport();
        page.facts.holder = None;
        assert_eq!(found("name-unreadable", page.clone()).len(), 1);
        page.facts.document.side = Some(Side::Back);
        assert!(found("name-unreadable", page).is_empty());
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::passport();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("name-unreadable", page));
    }
}
