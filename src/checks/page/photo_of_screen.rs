//! The photograph shows a screen, not paper or plastic.
//!
//! *Why:* a document on a screen is no original. *Fix:* photograph the document itself. Its witness is the grid of the
//! screen's pixels, which stands out with one frequency all over the document.

use crate::checks::{Check, Finding, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::page::Capture;

/// Share of the document's blankest places that show one and the same regular pattern. Security print has several, each
/// in its own place: most good pictures have less than 0.6, cards with waves all over reach 0.75; screens have 0.75 to 1.
static PATTERN: Limit = Limit { name: "photo-of-screen.pattern", default: 0.78, unit: Unit::ShareOfDocument };
/// The share from which it may be either: worth a note.
static PERHAPS: Limit = Limit { name: "photo-of-screen.perhaps", default: 0.62, unit: Unit::ShareOfDocument };

pub static CHECK: Check = Check {
    id: "photo-of-screen",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&PATTERN, &PERHAPS],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return; // a scanner cannot look at a screen; printing screens make patterns of their own in scans
    }
    let Some(pattern) = page.quality.screen_pattern else {
        return cx.not_assessed("reason-too-small");
    };
    let (limit, perhaps) = (cx.limit(&PATTERN), cx.limit(&PERHAPS));
    if pattern > limit {
        cx.find(cx.finding().measured(pattern * 100.0, limit * 100.0, Unit::PercentOfDocument).sure(0.7));
    } else if pattern > perhaps {
        let finding = cx.finding().measured(pattern * 100.0, perhaps * 100.0, Unit::PercentOfDocument).sure(0.4);
        cx.find(Finding { severity: Severity::Note, ..finding });
    }
}

#[cfg(test)]
mod tests {
    use super::Severity;
    use crate::page::Capture;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_pattern_all_over_is_found_unless_it_was_scanned() {
        let mut page = testing::passport();
        page.quality.screen_pattern = Some(0.9);
        assert_eq!(found("photo-of-screen", page.clone())[0].severity, Severity::Warning);
        page.quality.screen_pattern = Some(0.7);
        assert_eq!(found("photo-of-screen", page.clone())[0].severity, Severity::Note);
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
