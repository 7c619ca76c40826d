//! A finger or a thumb lies over the document.
//!
//! *Why:* what is under it cannot be read, and nothing may cover a document. *Fix:* lay it down instead of holding it.
//! Over the name, a number, a code or the portrait it is a blocker; anywhere else it is worth a look.

use crate::checks::important;
use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::Region;

/// Share of the document that one finger covers. Good pictures have none; a fingertip on a card takes 2 to 8 %.
static SHARE: Limit = Limit { name: "covered.share", default: 0.008, unit: Unit::ShareOfDocument };

/// Share of a field's box that must be covered for the field to be hidden.
static FIELD: Limit = Limit { name: "covered.field", default: 0.15, unit: Unit::ShareOfField };

pub static CHECK: Check =
    Check { id: "covered", severity: Severity::Warning, needs: &[], limits: &[&SHARE, &FIELD], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(covers) = &page.quality.covers else {
        return cx.not_assessed("reason-colour-of-skin");
    };
    let limit = cx.limit(&SHARE);
    let fingers = || covers.iter().filter(|(_, share)| *share > limit);
    if let Some(region) = fingers().map(|(region, _)| *region).reduce(Region::union) {
        let covered: f32 = fingers().map(|(_, share)| share).sum();
        let mut finding = cx
            .finding()
            .measured(covered * 100.0, limit * 100.0, Unit::PercentOfDocument)
            .at(Some(region))
            .on_map(Map::Cover)
            .sure(0.7);
        if important::hidden(page, &[region], cx.limit(&FIELD)).is_some() {
            finding.severity = Severity::Blocker;
        }
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_finger_is_found_and_a_clean_page_is_not() {
        let mut page = testing::passport();
        assert!(found("covered", page.clone()).is_empty());
        let corner = Region::new(0.0, 0.0, 20.0, 20.0);
        page.quality.covers = Some(vec![(corner, 0.05), (Region::new(900.0, 0.0, 20.0, 20.0), 0.002)]);
        let finding = found("covered", page.clone()).remove(0);
        assert_eq!((finding.severity, finding.region), (Severity::Warning, Some(corner)));
        let name = page.facts.holder.as_ref().and_then(|h| h.region).unwrap();
        page.quality.covers = Some(vec![(name, 0.05)]);
        assert_eq!(found("covered", page)[0].severity, Severity::Blocker);
    }

    #[test]
    fn paper_of_the_color_of_skin_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.covers = None;
        assert!(was_not_assessed("covered", page));
    }
}
