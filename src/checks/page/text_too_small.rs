//! The letters have too few pixels.
//!
//! *Why:* below about ten pixels no reader, person or program, can tell letters apart. *Fix:* move closer, keep all
//! corners in view.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Height of typical text. Published advice: hard below 15 pixels, little hope below 10 (Tesseract, Oracle, Azure).
static HEIGHT: Limit = Limit { name: "text-too-small.height", default: 9.0, unit: "pixels" };

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
