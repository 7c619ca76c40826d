//! A shadow lies over the document, or one side is much darker.
//!
//! *Why:* text in the shadow is hard to read. *Fix:* light from the front, nothing between lamp and document.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::{Capture, Examined};

/// Difference of the light over the document: 0 even, 1 from black to white. Good specimens reach 0.33 by their coloured
/// designs and 0.05 on plain paper; a shadow that takes two thirds of the light has 0.40.
static UNEVEN: Limit = Limit { name: "uneven-light.difference", default: 0.34, unit: "of 1" };

pub static CHECK: Check =
    Check { id: "uneven-light", severity: Severity::Warning, limits: &[&UNEVEN], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture == Capture::Digital {
        return;
    }
    let Some(unevenness) = page.quality.unevenness else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&UNEVEN);
    if unevenness > limit {
        cx.find(cx.finding().measured(unevenness, limit, UNEVEN.unit).at(page.quality.regions.shadow));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.unevenness = Some(0.9);
        assert_eq!(found("uneven-light", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.unevenness = None;
        assert!(was_not_assessed("uneven-light", page));
    }

    #[test]
    fn a_drawn_page_is_not_judged_by_its_light() {
        let mut page = testing::passport();
        page.quality.unevenness = Some(0.9);
        page.quality.capture = crate::page::Capture::Digital;
        assert!(found("uneven-light", page).is_empty());
    }
}
