//! The print hardly stands out from the paper.
//!
//! *Why:* faint text is misread or refused. *Fix:* better light, or the original instead of a pale copy.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Contrast of ink against paper. Good specimens have 0.25 and more, most 0.35; print at a fifth of its ink has 0.1.
static CONTRAST: Limit = Limit { name: "faint.contrast", default: 0.19, unit: "of 1" };

pub static CHECK: Check =
    Check { id: "faint", severity: Severity::Warning, limits: &[&CONTRAST], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(contrast) = page.quality.contrast else {
        return cx.not_assessed("reason-no-text-found");
    };
    let limit = cx.limit(&CONTRAST);
    if contrast < limit {
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
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.contrast = None;
        assert!(was_not_assessed("faint", page));
    }
}
