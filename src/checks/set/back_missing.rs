//! The back of a card is missing.
//!
//! *Why:* licenses and cards are asked for from both sides. *Fix:* photograph the back too.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::kinds::{DocumentKind, Side};

pub static CHECK: Check =
    Check { id: "back-missing", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    for kind in cx.kinds_with_two_sides() {
        let (mut fronts, mut back) = (Vec::new(), false);
        for page in &cx.set.pages {
            let Some(document) = page.examined().map(|e| &e.facts.document) else { continue };
            // the back of one card says little of its kind: any back in the set will do
            back |= document.side == Some(Side::Back)
                && matches!(document.kind, k if k == kind || k == DocumentKind::Unknown);
            if document.kind == kind && document.side != Some(Side::Back) {
                fronts.push(&page.id);
            }
        }
        if !fronts.is_empty() && !back {
            let finding = cx.finding().on(fronts);
            cx.find(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn a_front_without_its_back_is_found() {
        let license = |side| testing::page(crate::kinds::DocumentKind::DriversLicense, Some(side));
        let mut set = testing::good_set();
        set.pages.push(testing::record_of("front.jpg", license(crate::kinds::Side::Front)));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
        set.pages.push(testing::record_of("back.jpg", license(crate::kinds::Side::Back)));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
