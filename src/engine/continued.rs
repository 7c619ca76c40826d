//! Pages of one file that belong to one document: the second page of a bill has no title, and often no name.

use crate::examined::PageRecord;
use crate::fields::Facts;
use crate::kinds::DocumentKind;

/// Kind confidence from which a page can give its kind to those that follow it, 0–1.
const KNOWN: f32 = 0.5;

/// Gives the kind of a letter, a bill or a statement to the pages of its file that follow it, up to the next document.
/// `pages` are those of one file, in order.
pub(super) fn join(pages: &mut [PageRecord]) {
    let mut head: Option<Facts> = None;
    for page in pages.iter_mut().filter_map(|page| page.outcome.as_mut().ok()) {
        let facts = &mut page.facts;
        match &head {
            Some(head) if goes_on(facts, head) => {
                facts.document.kind = head.document.kind;
                facts.document.confidence = head.document.confidence;
                facts.document.side = None;
                facts.document.country = facts.document.country.take().or_else(|| head.document.country.clone());
                facts.continues = true;
            }
            _ => {
                let known = facts.document.kind.traits().several_pages && facts.document.confidence >= KNOWN;
                head = known.then(|| facts.clone());
            }
        }
    }
}

/// Whether a page says nothing of its own kind, or the same as the page before it and is not addressed to somebody.
fn goes_on(page: &Facts, head: &Facts) -> bool {
    match page.document.kind {
        DocumentKind::Unknown | DocumentKind::Other => true,
        kind => kind == head.document.kind && page.holder.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examined::DocumentSet;
    use crate::testing;

    /// The good pages as pages of one file.
    fn one_file(kinds: &[DocumentKind]) -> Vec<PageRecord> {
        let mut pages: Vec<PageRecord> =
            kinds.iter().map(|kind| testing::record_of("scan.pdf", testing::page(*kind, None))).collect();
        for (number, page) in (1..).zip(&mut pages) {
            page.id.page = number;
        }
        pages
    }

    fn kinds_of(pages: Vec<PageRecord>) -> Vec<(DocumentKind, bool)> {
        let set = DocumentSet { pages };
        set.pages.iter().filter_map(|p| p.examined()).map(|p| (p.facts.document.kind, p.facts.continues)).collect()
    }

    #[test]
    fn the_pages_of_a_bill_are_a_bill_up_to_the_next_document() {
        use DocumentKind::{ItinLetter, Passport, Unknown, UtilityBill};
        let mut pages = one_file(&[UtilityBill, Unknown, Unknown, Passport, Unknown, ItinLetter, Unknown]);
        join(&mut pages);
        let expected = [
            (UtilityBill, false),
            (UtilityBill, true),
            (UtilityBill, true),
            (Passport, false),
            (Unknown, false),
            (ItinLetter, false),
            (ItinLetter, true),
        ];
        assert_eq!(kinds_of(pages), expected);
    }

    #[test]
    fn a_second_bill_with_a_name_is_a_document_of_its_own() {
        use DocumentKind::UtilityBill;
        let mut pages = one_file(&[UtilityBill, UtilityBill]);
        join(&mut pages);
        assert_eq!(kinds_of(pages), [(UtilityBill, false), (UtilityBill, false)]);
    }

    #[test]
    fn a_page_that_goes_on_needs_no_facts_of_its_own() {
        let mut page = testing::page(DocumentKind::UtilityBill, None);
        (page.facts.holder, page.facts.continues) = (None, true);
        assert_eq!(testing::judged(page).findings, []);
    }
}
