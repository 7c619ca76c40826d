//! One document is in the set twice.
//!
//! *Why:* every place asks for a different document. *Fix:* replace one of the two.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::examined::PageRecord;
use crate::fields::FieldKind;

pub static CHECK: Check =
    Check { id: "same-document-twice", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let pages = &cx.set.pages;
    for (i, page) in pages.iter().enumerate() {
        let Some(first) = identity(page) else { continue };
        let again = pages[i + 1..].iter().find(|other| identity(other) == Some(first));
        if let Some(again) = again {
            let finding = cx.finding().on([&page.id, &again.id]);
            cx.find(finding);
        }
    }
}

/// Kind, side and number of a document whose number was read for sure.
fn identity(page: &PageRecord) -> Option<(crate::kinds::DocumentKind, Option<crate::kinds::Side>, &str)> {
    let facts = &page.examined()?.facts;
    let number = facts.best(FieldKind::DocumentNumber).filter(|f| f.is_claim())?;
    Some((facts.document.kind, facts.document.side, &number.value))
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn one_passport_twice_is_found() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.push(testing::record_of("again.jpg", testing::passport()));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
