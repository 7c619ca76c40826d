//! From measures to the three scores. Plain formulas on physical measures, so that a score can be explained; what is
//! fitted stands in `fitted.rs`.

use super::{Quality, fitted};
use crate::page::Capture;

/// Blur (σ over x-height) at which sharpness is 0.
const NO_SHARPNESS: f32 = 0.5;
/// Paper as bright as this costs no points; each step below costs some.
const BRIGHT_PAPER: f32 = 150.0;
/// Share of the document clipped to white that costs nothing, and what all of it costs in a photograph and in a scan.
const CLIPPED: f32 = 0.1;
const BURNT: f32 = 60.0;
const BURNT_SCAN: f32 = 10.0;

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
    let burnt = (q.clipped.unwrap_or(0.0) - CLIPPED).max(0.0) / (1.0 - CLIPPED);
    let burnt = burnt * if q.capture == Capture::Photo { BURNT } else { BURNT_SCAN };
    (100.0 - dark - uneven - glare - burnt).clamp(0.0, 100.0)
}

/// The share of letters that a reader should get right, where nothing hides them, times the share that is not hidden.
fn legibility(q: &Quality) -> Option<f32> {
    let (ink, paper) = (q.ink_luma?, q.text_paper_luma?);
    let range = (paper - ink).max(1.0);
    let features =
        [1.0, q.blur?, 8.0 / q.text_height?.max(1.0), 0.1 / q.contrast?.max(0.01), q.noise.unwrap_or(0.0) / range];
    let sum: f32 = fitted::LEGIBILITY.iter().zip(features).map(|(w, f)| w * f).sum();
    let clear = 1.0 - q.glare_on_text.unwrap_or(0.0).clamp(0.0, 1.0);
    Some(100.0 * clear / (1.0 + (-sum).exp()))
}

/// The true σ over x-height for what the model of energies says.
pub(super) fn true_blur(modelled: f32) -> f32 {
    let table = &fitted::BLUR;
    let after = table.iter().position(|p| p.0 >= modelled).unwrap_or(table.len() - 1).max(1);
    let ((x0, y0), (x1, y1)) = (table[after - 1], table[after]);
    let t = if x1 > x0 { ((modelled - x0) / (x1 - x0)).clamp(0.0, 1.0) } else { 1.0 };
    y0 + t * (y1 - y0)
}
