//! The picture is overexposed: the print is washed out.
//!
//! *Why:* pale letters on white cannot be read. A scan or a drawn page has white margins by nature and is not judged.
//! *Fix:* less light, no flash.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::kinds::{DocumentKind, Side};
use crate::page::Capture;

/// Share of the document that is clipped to white.
static CLIPPED: Limit = Limit { name: "too-bright.clipped", default: 0.5, unit: Unit::ShareOfDocument };
/// Contrast of ink against paper below which print counts as washed out, in a photograph and in a scan.
static CONTRAST: Limit = Limit { name: "too-bright.contrast", default: 0.45, unit: Unit::Of1 };
static CONTRAST_SCAN: Limit = Limit { name: "too-bright.contrast-scan", default: 0.33, unit: Unit::Of1 };
/// Share clipped to white, of a document that lies on a table, from which its colors and its portrait are lost even
/// where black print still stands out.
pub(super) static BURNT: Limit = Limit { name: "too-bright.burnt", default: 0.8, unit: Unit::ShareOfDocument };
/// The same of a photograph in which no outline was found: paper in good light stays under the camera's white, but some
/// of the table may be as bright.
static ALL_WHITE: Limit = Limit { name: "too-bright.all-white", default: 0.93, unit: Unit::ShareOfDocument };

/// Range of colors, as a share of luma, above which an identity document that is nearly all white has colors that light
/// washed out; a copy in black and white has less.
const COLOR_LEFT: f32 = 0.02;

pub static CHECK: Check = Check {
    id: "too-bright",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&CLIPPED, &CONTRAST, &CONTRAST_SCAN, &BURNT, &ALL_WHITE],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let quality = &page.quality;
    let Some(clipped) = quality.clipped else {
        return cx.not_assessed("reason-no-document-found");
    };
    let photo = quality.capture == Capture::Photo;
    let contrast_limit = cx.limit(if photo { &CONTRAST } else { &CONTRAST_SCAN });
    let limit = cx.limit(if photo { &CLIPPED } else { &BURNT });
    // white paper is no fault as long as the ink on it is dark
    let washed_out = quality.blur_of_text && quality.contrast.is_some_and(|c| c < contrast_limit);
    let most = cx.limit(if page.layout.panels.is_empty() { &ALL_WHITE } else { &BURNT });
    let limit = if clipped > limit && washed_out { limit } else { most };
    let kind = page.facts.document.kind;
    // a sheet of white paper has no colors and no portrait to lose
    let loses_color = photo && (kind.traits().in_color || kind == DocumentKind::Unknown);
    if clipped > limit && (washed_out || loses_color) || is_burnt_out(page, cx.limit(&BURNT)) {
        cx.find(cx.finding().measured(clipped, limit, CLIPPED.unit));
    }
}

/// Whether a picture that is no photograph shows an identity document, which is printed all over in color, that is white
/// in more than this share and has a trace of its colors left: so burnt that the picture looks drawn.
pub(super) fn is_burnt_out(page: &Examined, most: f32) -> bool {
    let (document, quality) = (&page.facts.document, &page.quality);
    quality.capture != Capture::Photo
        && document.kind.traits().in_color
        && document.side != Some(Side::Back)
        && quality.clipped.is_some_and(|clipped| clipped > most)
        && quality.color_spread.is_some_and(|spread| spread > COLOR_LEFT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.clipped = Some(0.9);
        page.quality.contrast = Some(0.2);
        assert_eq!(found("too-bright", page).len(), 1);
    }

    #[test]
    fn black_print_on_burnt_paper_is_found_with_and_without_an_outline() {
        let limit = |panels: bool, clipped| {
            let mut page = testing::passport();
            (page.quality.clipped, page.quality.contrast) = (Some(clipped), Some(0.8));
            if !panels {
                page.layout.panels.clear();
            }
            found("too-bright", page).first().and_then(|f| f.limit)
        };
        assert_eq!((limit(true, 0.75), limit(true, 0.9)), (None, Some(BURNT.default)));
        assert_eq!((limit(false, 0.9), limit(false, 0.95)), (None, Some(ALL_WHITE.default)));
    }

    #[test]
    fn a_white_sheet_with_black_print_is_no_fault() {
        let mut page = testing::bill();
        (page.quality.clipped, page.quality.contrast) = (Some(0.95), Some(0.55));
        assert!(found("too-bright", page.clone()).is_empty());
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
    fn a_drawn_page_is_not_judged_by_its_light_but_by_its_colors() {
        let mut page = testing::bill();
        page.quality.clipped = Some(0.9);
        page.quality.capture = crate::page::Capture::Digital;
        assert!(found("too-bright", page).is_empty());
        let mut page = testing::passport();
        (page.quality.clipped, page.quality.color_spread) = (Some(0.9), Some(0.05));
        page.quality.capture = crate::page::Capture::Digital;
        assert_eq!(found("too-bright", page.clone()).len(), 1);
        assert!(found("photocopy", page.clone()).is_empty(), "one cause, one finding");
        page.quality.color_spread = Some(0.01);
        assert!(found("too-bright", page.clone()).is_empty());
        assert_eq!(found("photocopy", page).len(), 1);
    }
}
