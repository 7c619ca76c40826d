//! The front of a card is missing, or cannot be read.
//!
//! *Why:* the name, the photograph and the dates are on the front. *Fix:* photograph the front, too.

use crate::checks::{Action, Check, Run, SetContext, Severity};
use crate::kinds::Side;

pub static CHECK: Check =
    Check { id: "front-missing", severity: Severity::Blocker, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let cards = cx.documents.iter().filter(|d| d.kind.traits().has_back);
    let backs: Vec<_> = cards.filter(|d| !d.shows(Side::Front)).collect();
    for card in backs {
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
    fn a_back_alone_is_found_and_with_its_front_it_is_not() {
        let license = |side| testing::page(DocumentKind::DriversLicense, Some(side));
        let mut set = testing::good_set();
        set.pages.push(testing::record_of("back.jpg", license(Side::Back)));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
        set.pages.push(testing::record_of("front.jpg", license(Side::Front)));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
