//! The letters have too few pixels.
//!
//! *Why:* below about ten pixels no reader, person or program, can tell letters apart. *Fix:* move closer, keep all
//! corners in view.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Height of the capitals of typical text. Published advice is 15 pixels and more (Oracle, Azure, Tesseract); the reader
/// here still reads specimens with 7, and fails on those with 5.
static HEIGHT: Limit = Limit { name: "text-too-small.height", default: 6.0, unit: "pixels" };

pub static CHECK: Check =
    Check { id: "text-too-small", severity: Severity::Warning, limits: &[&HEIGHT], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(height) = page.quality.text_height else {
        return cx.not_assessed("reason-no-text-found");
    };
    let limit = cx.limit(&HEIGHT);
    if height < limit {
        cx.find(cx.finding().measured(height, limit, HEIGHT.unit));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.text_height = Some(4.0);
        assert_eq!(found("text-too-small", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.text_height = None;
        assert!(was_not_assessed("text-too-small", page));
    }
}
