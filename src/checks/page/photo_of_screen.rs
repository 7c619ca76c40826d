//! The photograph shows a screen, not paper or plastic.
//!
//! *Why:* a document on a screen is no original. *Fix:* photograph the document itself. Its witness is the grid of the
//! screen's pixels, which stands out with one frequency all over the document.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::page::Capture;

/// Share of the document's blankest places that show one and the same regular pattern. Security print has several, each
/// in its own place: good pictures reach 0.56, screens begin at 0.75.
static PATTERN: Limit = Limit { name: "photo-of-screen.pattern", default: 0.62, unit: Unit::ShareOfDocument };

pub static CHECK: Check =
    Check { id: "photo-of-screen", severity: Severity::Warning, needs: &[], limits: &[&PATTERN], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return; // a scanner cannot look at a screen; printing screens make patterns of their own in scans
    }
    let Some(pattern) = page.quality.screen_pattern else {
        return cx.not_assessed("reason-too-small");
    };
    let limit = cx.limit(&PATTERN);
    if pattern > limit {
        cx.find(cx.finding().measured(pattern * 100.0, limit * 100.0, Unit::PercentOfDocument).sure(0.7));
    }
}

#[cfg(test)]
mod tests {
    use crate::page::Capture;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_pattern_all_over_is_found_unless_it_was_scanned() {
        let mut page = testing::passport();
        page.quality.screen_pattern = Some(0.9);
        assert_eq!(found("photo-of-screen", page.clone()).len(), 1);
        page.quality.capture = Capture::Scan;
        assert!(found("photo-of-screen", page).is_empty());
    }

    #[test]
    fn a_picture_too_small_for_patterns_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.screen_pattern = None;
        assert!(was_not_assessed("photo-of-screen", page));
    }
}
