//! The law of the honest yes: a page is ready only where every fact that its kind must show was read for sure, and a set
//! only where there is a name to compare with.

use proptest::prelude::*;

use crate::checks::{PageVerdict, SetVerdict, judge_page};
use crate::examined::{Examined, ReadingState};
use crate::kinds::{DocumentKind, Side};
use crate::record::Record;
use crate::requirements::Fact;
use crate::set::judge;
use crate::testing;

const KINDS: [(DocumentKind, Option<Side>); 6] = [
    (DocumentKind::Passport, Some(Side::Front)),
    (DocumentKind::DriversLicense, Some(Side::Front)),
    (DocumentKind::NationalId, Some(Side::Front)),
    (DocumentKind::UtilityBill, None),
    (DocumentKind::BankStatement, None),
    (DocumentKind::ItinLetter, None),
];

/// A page on which everything was read for sure.
fn read_whole((kind, side): (DocumentKind, Option<Side>)) -> Examined {
    let mut page = testing::passport();
    page.facts.fields.extend(testing::bill().facts.fields);
    page.facts.fields.extend(testing::itin_letter().facts.fields);
    (page.facts.document.kind, page.facts.document.side) = (kind, side);
    page
}

#[test]
fn a_page_on_which_everything_was_read_is_ready_and_says_what_that_rests_on() {
    for kind in KINDS {
        let report = testing::judged(read_whole(kind));
        assert_eq!((report.verdict, report.findings), (PageVerdict::Ready, vec![]), "{kind:?}");
        let needed = testing::rules().requirements.facts_of(kind.0, Some("USA"));
        assert!(needed.len() >= 2 && report.rests_on == needed, "{kind:?}");
    }
}

proptest! {
    #[test]
    fn ready_means_that_every_needed_fact_was_read_for_sure(
        kind in 0..KINDS.len(),
        // for each field and the name: kept, doubtful, or gone
        fate in prop::collection::vec(0_u8..3, 8),
        zone in any::<bool>(),
    ) {
        let mut page = read_whole(KINDS[kind]);
        let mut next = fate.iter().copied();
        page.facts.fields.retain_mut(|field| {
            let fate = next.next().unwrap_or(0);
            if fate == 1 { field.confidence = 0.79 }
            fate < 2
        });
        match fate[7] {
            0 => {}
            1 => page.facts.holder.as_mut().unwrap().confidence = 0.79,
            _ => page.facts.holder = None,
        }
        if !zone { page.codes.mrz = None }
        let needed = testing::rules().requirements.facts_of(KINDS[kind].0, Some("USA"));
        let report = testing::judged(page);
        prop_assert_eq!(report.verdict == PageVerdict::Ready, report.rests_on == needed);
    }
}

#[test]
fn a_fact_that_no_other_check_looks_for_is_missed_all_the_same() {
    let mut rules = testing::rules();
    rules.requirements.must_read[1].facts.push(Fact::Zone); // cards too
    let mut page = read_whole(KINDS[2]);
    page.codes.mrz = None;
    let report = judge_page(&testing::record_of("card.jpg", page), &testing::record(), &rules, testing::today());
    assert_eq!(report.findings.iter().map(|f| f.id).collect::<Vec<_>>(), ["fact-unreadable"]);
    assert_eq!(report.verdict, PageVerdict::Review);
}

#[test]
fn what_was_not_read_is_never_ready() {
    for reading in [ReadingState::Skipped, ReadingState::Failed("no reader".to_owned())] {
        let mut page = testing::passport();
        page.reading = reading;
        assert_ne!(testing::judged(page).verdict, PageVerdict::Ready);
    }
}

#[test]
fn without_a_name_on_record_a_page_may_be_ready_and_a_set_is_not() {
    let report = judge(&testing::good_set(), &Record::default(), &testing::rules(), testing::today());
    assert!(report.pages.iter().all(|page| page.verdict == PageVerdict::Ready));
    assert_eq!(report.set.verdict, SetVerdict::Review);
}
