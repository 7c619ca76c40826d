//! Nothing in the set fills a place of the requirements.
//!
//! *Why:* each place is asked for. *Fix:* add a document that fills it; the words of each check say which ones do.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

/// Nothing shows that the ITIN was assigned.
pub static ITIN_PROOF: Check = missing("itin-proof-missing", |cx| cx.find_if_missing(SlotId::ItinProof));
/// No identity document with a photograph.
pub static PRIMARY: Check = missing("primary-missing", |cx| cx.find_if_missing(SlotId::Primary));
/// No further document.
pub static SECOND_DOCUMENT: Check = missing("second-document-missing", |cx| cx.find_if_missing(SlotId::SecondDocument));
/// No document with the home address.
pub static ADDRESS_PROOF: Check = missing("address-proof-missing", |cx| cx.find_if_missing(SlotId::AddressProof));

const fn missing(id: &'static str, run: fn(&mut SetContext)) -> Check {
    Check { id, severity: Severity::Blocker, needs: &[], limits: &[], run: Run::Set(run) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found_on_set};

    #[test]
    fn a_place_is_missed_when_what_fills_it_is_taken_away() {
        let good = testing::good_set();
        for (check, taken) in [(&ITIN_PROOF, 0), (&PRIMARY, 1), (&SECOND_DOCUMENT, 2), (&ADDRESS_PROOF, 2)] {
            assert_eq!(found_on_set(check.id, &good), 0, "{}", check.id);
            let mut set = good.clone();
            set.pages.remove(taken);
            assert_eq!(found_on_set(check.id, &set), 1, "{}", check.id);
        }
    }
}
