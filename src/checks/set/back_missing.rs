//! The back of a card is missing.
//!
//! *Why:* licenses and cards are asked for from both sides. *Fix:* photograph the back too.

use crate::checks::{Action, Check, Run, SetContext, Severity};
use crate::kinds::Side;

pub static CHECK: Check =
    Check { id: "back-missing", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let two_sided = cx.documents.iter().filter(|d| cx.requirements().both_sides.contains(&d.kind));
    let fronts: Vec<_> = two_sided.filter(|d| !d.shows(Side::Back)).collect();
    for card in fronts {
        let finding = cx.finding().asking(Action::Add).on(card.pages.iter().map(|p| &p.id));
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::kinds::{DocumentKind, Side};
    use crate::testing::{self, found_on_set};

    #[test]
    fn a_front_without_its_back_is_found() {
        let license = |side| testing::page(DocumentKind::DriversLicense, Some(side));
        let mut set = testing::good_set();
        set.pages.push(testing::record_of("front.jpg", license(Side::Front)));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
        set.pages.push(testing::record_of("back.jpg", license(Side::Back)));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }

    #[test]
    fn a_back_of_no_known_kind_belongs_to_the_card_that_lacks_one() {
        let mut set = testing::good_set();
        set.pages.push(testing::record_of("back.jpg", testing::page(DocumentKind::Unknown, Some(Side::Back))));
        set.pages.push(testing::record_of("front.jpg", testing::page(DocumentKind::DriversLicense, Some(Side::Front))));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
