//! The print hardly stands out from the paper.
//!
//! *Why:* faint text is misread or refused. *Fix:* better light, or the original instead of a pale copy.
//!
//! Blur and overexposure make print pale as well: they have findings of their own, which say the true cause.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::page::Capture;

/// Contrast of ink against paper. Good specimens have 0.25 and more, most 0.35; print at a fifth of its ink has 0.1.
static CONTRAST: Limit = Limit { name: "faint.contrast", default: 0.19, unit: Unit::Of1 };

/// Sharpness below which letters are pale because they are blurred, see `blurry`.
static SHARP: Limit = Limit { name: "faint.sharp", default: 56.0, unit: Unit::Of100 };
/// Share of the document clipped to white from which letters are pale because of the light, see `too-bright`.
static CLIPPED: Limit = Limit { name: "faint.clipped", default: 0.5, unit: Unit::ShareOfDocument };

pub static CHECK: Check = Check {
    id: "faint",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&CONTRAST, &SHARP, &CLIPPED],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(contrast) = page.quality.contrast else {
        return cx.not_assessed("reason-no-text-found");
    };
    let quality = &page.quality;
    let blurred = quality.sharpness.is_some_and(|s| s < cx.limit(&SHARP));
    let burnt = quality.capture == Capture::Photo && quality.clipped.is_some_and(|c| c > cx.limit(&CLIPPED));
    let limit = cx.limit(&CONTRAST);
    if contrast < limit && !blurred && !burnt {
        cx.find(cx.finding().measured(contrast, limit, CONTRAST.unit));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.contrast = Some(0.02);
        assert_eq!(found("faint", page).len(), 1);
    }

    #[test]
    fn print_that_is_pale_by_blur_or_light_is_not_called_faint() {
        let mut page = testing::passport();
        page.quality.contrast = Some(0.1);
        page.quality.sharpness = Some(30.0);
        assert!(found("faint", page.clone()).is_empty());
        page.quality.sharpness = Some(90.0);
        page.quality.clipped = Some(0.9);
        assert!(found("faint", page.clone()).is_empty());
        assert_eq!(found("too-bright", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.contrast = None;
        assert!(was_not_assessed("faint", page));
    }
}
