//! From measures to the three scores. The formulas are simple and use physical measures, so that a score can be
//! explained; fitted values are in `fitted.rs`.

use super::{Quality, fitted};
use crate::page::Capture;

/// Blur (σ over x-height) at which a linear score would reach 0, and blur from which on the score fades out
/// exponentially instead: no letter can be read there, but one picture can still be worse than another.
const NO_SHARPNESS: f32 = 0.5;
const FADES: f32 = 0.4;
/// Paper as bright as this costs no points; each step below costs some.
const BRIGHT_PAPER: f32 = 150.0;
/// Share of the document clipped to white that costs no points, and the points that a fully clipped document costs, in
/// a photograph and in a scan.
const CLIPPED: f32 = 0.1;
const BURNT: f32 = 60.0;
const BURNT_SCAN: f32 = 10.0;
/// Range from the 5th to the 90th percentile of grain alone, in standard deviations.
const GRAIN_RANGE: f32 = 2.93;
/// Least grain, which rounding leaves, and least range beyond that of grain, in standard deviations.
const LEAST_NOISE: f32 = 0.4;
const LEAST_CONTRAST: f32 = 0.5;
/// Luma below which paper counts as clipped to black if no grain can be measured.
const BLACK: f32 = 64.0;

/// Fills the scores in.
pub(super) fn fill(q: &mut Quality) {
    q.sharpness = q.blur.map(sharpness);
    q.lighting = q.paper_luma.map(|paper| lighting(q, paper));
    q.legibility = legibility(q);
}

/// The score of a blur (σ over x-height): 100 for none; it falls linearly at first, then ever more slowly.
pub fn sharpness(blur: f32) -> f32 {
    let in_proportion = 1.0 - blur.min(FADES) / NO_SHARPNESS;
    100.0 * in_proportion.min(1.0) * (-(blur - FADES).max(0.0) / (NO_SHARPNESS - FADES)).exp()
}

fn lighting(q: &Quality, paper: f32) -> f32 {
    let dark = ((BRIGHT_PAPER - paper) / BRIGHT_PAPER).max(0.0) * 120.0;
    let uneven = (q.unevenness.unwrap_or(0.0) - 0.1).max(0.0) * 80.0;
    let glare = q.glare.unwrap_or(0.0) * 300.0;
    let burnt = (q.clipped.unwrap_or(0.0) - CLIPPED).max(0.0) / (1.0 - CLIPPED);
    let burnt = burnt * if q.capture == Capture::Photo { BURNT } else { BURNT_SCAN };
    (100.0 - dark - uneven - glare - burnt).clamp(0.0, 100.0)
}

/// The share of unhidden letters that a reader should read correctly, times the share of letters that glare does not
/// hide, in percent.
fn legibility(q: &Quality) -> Option<f32> {
    let sum: f32 = fitted::LEGIBILITY.iter().zip(legibility_features(q, q.blur?)?).map(|(w, f)| w * f).sum();
    let clear = 1.0 - q.glare_on_text.unwrap_or(0.0).clamp(0.0, 1.0);
    Some(100.0 * clear / (1.0 + (-sum).exp()))
}

/// The features of the legibility model: one, blur (σ over x-height), 8 pixels over the height of the capitals, and
/// grain over contrast. `blur` is passed in because the fit knows the true blur, which the measure only estimates.
/// `None` if no text was found.
///
/// Grain widens the measured range from ink to paper, and that part of the range shows nothing. If the paper is so dark
/// that grain itself is clipped to black, the whole range is grain.
pub fn legibility_features(q: &Quality, blur: f32) -> Option<[f32; 4]> {
    let (ink, paper) = (q.ink_luma?, q.text_paper_luma?);
    let range = (paper - ink).max(1.0);
    let clipped = if paper < BLACK { range / GRAIN_RANGE } else { 0.0 };
    let noise = q.noise.unwrap_or(clipped).max(LEAST_NOISE);
    let grain = 1.0 / (range / noise - GRAIN_RANGE).max(LEAST_CONTRAST);
    Some([1.0, blur, 8.0 / q.text_height?.max(1.0), grain])
}

/// The true σ over x-height for the blur that the energy model gives. `shake` is how much of it counts as a shake, 0–1.
pub(super) fn true_blur(modeled: f32, shake: f32) -> f32 {
    let (focus, shaken) = (looked_up(&fitted::BLUR, modeled), looked_up(&fitted::BLUR_SHAKEN, modeled));
    focus + shake * (shaken - focus)
}

/// The value of a table at a place: interpolated linearly between its points, and extrapolated beyond the last one. The
/// table has at least two points, in ascending order.
pub fn looked_up(table: &[(f32, f32)], modeled: f32) -> f32 {
    let after = table.iter().position(|p| p.0 >= modeled).unwrap_or(table.len() - 1).max(1);
    let ((x0, y0), (x1, y1)) = (table[after - 1], table[after]);
    let t = if x1 > x0 { ((modeled - x0) / (x1 - x0)).max(0.0) } else { 1.0 };
    y0 + t * (y1 - y0)
}
