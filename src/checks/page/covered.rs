//! A finger or a thumb lies over the document.
//!
//! *Why:* what is under it cannot be read, and nothing may cover a document. *Fix:* lay it down instead of holding it.
//! Over the name, a number, a code or the portrait it is a blocker; anywhere else it is worth a look.

use crate::checks::important;
use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::examined::Examined;

/// Share of the document that is covered. Good pictures have none; a fingertip on a card takes 2 to 8 %.
static SHARE: Limit = Limit { name: "covered.share", default: 0.008, unit: "share of the document" };

/// Share of a field's box that must be covered for the field to be hidden.
static FIELD: Limit = Limit { name: "covered.field", default: 0.15, unit: "share of the field" };

pub static CHECK: Check =
    Check { id: "covered", severity: Severity::Warning, limits: &[&SHARE, &FIELD], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(covered) = page.quality.covered else {
        return cx.not_assessed("reason-colour-of-skin");
    };
    let limit = cx.limit(&SHARE);
    if covered > limit {
        let region = page.quality.regions.covered;
        let mut finding =
            cx.finding().measured(covered * 100.0, limit * 100.0, "% of the document").at(region).sure(0.7);
        if important::hidden(page, region.as_slice(), cx.limit(&FIELD)).is_some() {
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
        page.quality.covered = Some(0.05);
        assert_eq!(found("covered", page.clone())[0].severity, Severity::Warning);
        let name = page.facts.holder.as_ref().and_then(|h| h.region).unwrap();
        page.quality.regions.covered = Some(name);
        assert_eq!(found("covered", page)[0].severity, Severity::Blocker);
    }

    #[test]
    fn paper_of_the_color_of_skin_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.covered = None;
        assert!(was_not_assessed("covered", page));
    }
}
