//! What holds of every set.

use proptest::prelude::*;

use super::*;
use crate::checks::{SetVerdict, SlotStatus};

fn any_page(which: u8) -> Examined {
    match which % 8 {
        0 => testing::itin_letter(),
        1 => testing::passport(),
        2 => bill(),
        3 => license(),
        4 => back(),
        5 => statement(),
        6 => card(DocumentKind::NationalId),
        _ => testing::page(DocumentKind::Unknown, None),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Every page that could be opened belongs to one document, no document fills two places of its own, and a set is
    /// ready only with every place filled and nothing to do.
    #[test]
    fn pages_documents_and_places_fit(kinds in prop::collection::vec(0u8..8, 0..9), spoiled in 0usize..9) {
        let mut applicant = Applicant::with([]);
        for (i, kind) in kinds.iter().enumerate() {
            let mut page = any_page(*kind);
            if i == spoiled { page.quality.sharpness = Some(10.0) }
            applicant.pages.push(testing::record_of(&format!("{i}.jpg"), page));
        }
        let report = applicant.judged().set;
        let mut indexes: Vec<usize> = report.documents.iter().flat_map(|d| &d.pages).map(|p| p.index).collect();
        indexes.sort_unstable();
        prop_assert_eq!(indexes, (0..kinds.len()).collect::<Vec<_>>());
        let own = report.slots.iter().filter(|s| s.id != crate::requirements::SlotId::AddressProof);
        let own: Vec<usize> = own.filter_map(|s| s.document).collect();
        let mut once = own.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), own.len());
        if report.verdict == SetVerdict::Ready {
            prop_assert!(report.slots.iter().all(|s| s.status == SlotStatus::Met));
            prop_assert!(report.todo.is_empty());
        } else {
            prop_assert!(!report.todo.is_empty(), "a person is not told why");
        }
    }

    /// The order in which pages were added does not change the verdict.
    #[test]
    fn the_order_of_the_files_does_not_matter(order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle(), gone in 0usize..6) {
        let all = [testing::itin_letter(), testing::passport(), bill(), license(), back()];
        let verdict = |order: &[usize]| {
            let mut applicant = Applicant::with([]);
            for i in order.iter().filter(|i| **i != gone) {
                applicant.pages.push(testing::record_of(&format!("{i}.jpg"), all[*i].clone()));
            }
            applicant.judged().set.verdict
        };
        prop_assert_eq!(verdict(&order), verdict(&[0, 1, 2, 3, 4]));
    }
}

#[test]
fn many_pages_of_one_kind_are_judged_at_once() {
    let mut applicant = Applicant::with([]);
    for i in 0..60 {
        applicant.pages.push(testing::record_of(&format!("{i}.jpg"), any_page(i % 6)));
    }

    let report = applicant.judged().set;
    assert!(report.slots.iter().all(|s| s.status != SlotStatus::Missing));
}
