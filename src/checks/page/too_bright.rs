//! The picture is overexposed: the print is washed out.
//!
//! *Why:* pale letters on white cannot be read. A scan or a drawn page has white margins by nature and is not judged.
//! *Fix:* less light, no flash.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::{Capture, Examined};

/// Share of the document that is clipped to white.
static CLIPPED: Limit = Limit { name: "too-bright.clipped", default: 0.5, unit: "share of the document" };
/// Contrast of ink against paper below which print counts as washed out.
static CONTRAST: Limit = Limit { name: "too-bright.contrast", default: 0.45, unit: "of 1" };

pub static CHECK: Check =
    Check { id: "too-bright", severity: Severity::Warning, limits: &[&CLIPPED, &CONTRAST], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return;
    }
    let Some(clipped) = page.quality.clipped else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&CLIPPED);
    // white paper is no fault as long as the ink on it is dark
    let washed_out = page.quality.contrast.is_some_and(|c| c < cx.limit(&CONTRAST));
    if clipped > limit && washed_out {
        cx.find(cx.finding().measured(clipped, limit, CLIPPED.unit));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.clipped = Some(0.9);
        page.quality.contrast = Some(0.2);
        assert_eq!(found("too-bright", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.clipped = None;
        assert!(was_not_assessed("too-bright", page));
    }

    #[test]
    fn a_drawn_page_is_not_judged_by_its_light() {
        let mut page = testing::passport();
        page.quality.clipped = Some(0.9);
        page.quality.capture = crate::page::Capture::Digital;
        assert!(found("too-bright", page).is_empty());
    }
}
