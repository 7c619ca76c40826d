//! From measures to the three scores. Plain formulas on physical measures, so that a score can be explained; a
//! calibration on generated pictures may replace the constants.

use super::Quality;
use crate::page::Capture;

/// Blur (σ over x-height) at which sharpness is 0.
const NO_SHARPNESS: f32 = 0.3;
/// Paper as bright as this costs no points; each step below costs some.
const BRIGHT_PAPER: f32 = 150.0;
/// Contrast from which print is as legible as it gets.
const FULL_CONTRAST: f32 = 0.35;
/// Height of capitals in pixels from which size no longer matters, and at which nothing can be read.
const FULL_HEIGHT: f32 = 14.0;
const NO_HEIGHT: f32 = 3.0;

/// Fills the scores in.
pub(super) fn fill(q: &mut Quality) {
    q.sharpness = q.blur.map(|blur| 100.0 * (1.0 - blur / NO_SHARPNESS).clamp(0.0, 1.0));
    q.lighting = q.paper_luma.map(|paper| lighting(q, paper));
    q.legibility = legibility(q);
}

fn lighting(q: &Quality, paper: f32) -> f32 {
    let dark = ((BRIGHT_PAPER - paper) / BRIGHT_PAPER).max(0.0) * 120.0;
    let uneven = (q.unevenness.unwrap_or(0.0) - 0.1).max(0.0) * 80.0;
    let glare = q.glare.unwrap_or(0.0) * 300.0;
    let burnt = if q.capture == Capture::Photo { (q.clipped.unwrap_or(0.0) - 0.1).max(0.0) * 100.0 } else { 0.0 };
    (100.0 - dark - uneven - glare - burnt).clamp(0.0, 100.0)
}

fn legibility(q: &Quality) -> Option<f32> {
    let contrast = (q.contrast? / FULL_CONTRAST).clamp(0.0, 1.0);
    let size = ((q.text_height? - NO_HEIGHT) / (FULL_HEIGHT - NO_HEIGHT)).clamp(0.0, 1.0);
    let clear = 1.0 - (q.glare_on_text.unwrap_or(0.0) * 4.0).clamp(0.0, 1.0);
    Some(q.sharpness? * contrast.sqrt() * size.sqrt() * clear)
}
