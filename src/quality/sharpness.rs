//! How sharp the text is, for its own size.
//!
//! In every area two energies are compared: that of changes as fine as the edge of a stroke (lag of an eighth of the
//! x-height) and that of changes as wide as a letter's strokes (a third of it). A lens that spreads a point by a
//! Gaussian of σ takes exp(−(2πσ)²·f²) of the energy at frequency f, so the ratio of the two tells σ, whatever the
//! contrast, the brightness and the blank space around. Where letters are so small that the fine lag would be under a
//! pixel, it is one pixel, and what a crisp picture of that size can show is taken as sharp.

use std::f32::consts::PI;

use image::GrayImage;

use super::quantile;
use crate::geometry::Region;

/// What the text tells.
#[derive(Debug, Default)]
pub(super) struct TextMeasures {
    /// σ of the blur as a share of the x-height.
    pub blur: Option<f32>,
    /// Height of capital letters in pixels.
    pub height: Option<f32>,
    /// Luma of the ink.
    pub ink: Option<f32>,
    /// Contrast of ink against paper.
    pub contrast: Option<f32>,
    /// The most blurred area.
    pub worst: Option<Region>,
}

/// Share of a detected line's box that its small letters fill, and its capitals (Latin print with a usual line box).
const X_HEIGHT: f32 = 0.45;
const CAP_HEIGHT: f32 = 0.65;
/// Ratio of the energies (fine to wide) of a step edge seen without blur: both see the same step, for as many pixels
/// as their lag, so it is the ratio of the lags.
const WIDEST: usize = 1200;
/// Areas of less contrast (p90 − p5 of luma) say nothing of sharpness.
const LEAST_CONTRAST: f32 = 16.0;

struct Area {
    region: Region,
    blur: f32,
    height: f32,
    ink: f32,
    paper: f32,
}

/// Measures all areas; medians of them.
pub(super) fn measure(gray: &GrayImage, areas: &[Region]) -> TextMeasures {
    let measured: Vec<Area> = areas.iter().filter_map(|region| area(gray, *region)).collect();
    if measured.is_empty() {
        return TextMeasures::default();
    }
    let median = |of: &dyn Fn(&Area) -> f32| quantile(&mut measured.iter().map(of).collect::<Vec<_>>(), 0.5);
    let worst = measured.iter().max_by(|a, b| a.blur.total_cmp(&b.blur)).map(|a| a.region);
    TextMeasures {
        blur: median(&|a| a.blur),
        height: median(&|a| a.height * CAP_HEIGHT),
        ink: median(&|a| a.ink),
        contrast: median(&|a| (a.paper - a.ink) / (a.paper + a.ink).max(1.0)),
        worst,
    }
}

fn area(gray: &GrayImage, region: Region) -> Option<Area> {
    let (left, top) = (region.left as usize, region.top as usize);
    let (width, height) = ((region.width as usize).min(WIDEST), (region.height as usize).min(WIDEST));
    let (width, height) =
        (width.min((gray.width() as usize).checked_sub(left)?), height.min((gray.height() as usize).checked_sub(top)?));
    let line = region.width.min(region.height); // the text may run down the page
    if width < 8 || height < 6 {
        return None;
    }
    let stride = gray.width() as usize;
    let pixels = gray.as_raw();
    let row = |y: usize| &pixels[(top + y) * stride + left..(top + y) * stride + left + width];

    let mut values: Vec<f32> = (0..height).flat_map(|y| row(y).iter().map(|v| f32::from(*v))).collect();
    let ink = quantile(&mut values, 0.05)?;
    let paper = quantile(&mut values, 0.9)?;
    if paper - ink < LEAST_CONTRAST {
        return None;
    }
    let x_height = (line * X_HEIGHT).max(3.0);
    let fine = ((x_height / 8.0).round() as usize).max(1);
    let wide = ((x_height / 3.0).round() as usize).max(fine + 1);
    let along = energies(height, |y| row(y), fine, wide);
    let columns: Vec<Vec<u8>> = (0..width).map(|x| (0..height).map(|y| row(y)[x]).collect()).collect();
    let down = energies(width, |x| columns[x].as_slice(), fine, wide);
    // the direction that is blurred more decides: motion spoils only one
    let ratio = [along, down].into_iter().flatten().min_by(f32::total_cmp)?;
    Some(Area { region, blur: sigma(ratio, fine as f32, wide as f32) / x_height, height: line, ink, paper })
}

/// Energy of second differences at the fine lag over that at the wide lag, along all rows; `None` where the wide lag
/// does not fit or sees nothing.
fn energies<'a>(rows: usize, row: impl Fn(usize) -> &'a [u8], fine: usize, wide: usize) -> Option<f32> {
    let (mut fine_sum, mut wide_sum) = (0_u64, 0_u64);
    for y in 0..rows {
        let row = row(y);
        if row.len() < 2 * wide + 2 {
            return None;
        }
        for x in wide..row.len() - wide {
            let second = |lag: usize| i64::from(row[x - lag]) + i64::from(row[x + lag]) - 2 * i64::from(row[x]);
            let (f, w) = (second(fine), second(wide));
            fine_sum += (f * f) as u64;
            wide_sum += (w * w) as u64;
        }
    }
    (wide_sum > 0).then(|| fine_sum as f32 / wide_sum as f32)
}

/// σ in pixels of the Gaussian that explains the ratio of energies. A step edge gives energy in proportion to the lag
/// while the lag is wider than the blur, and far less below; the peak frequencies of the two lags stand for them.
fn sigma(ratio: f32, fine: f32, wide: f32) -> f32 {
    let sharp = fine / wide;
    let (high, low) = (1.0 / (2.0 * fine), 1.0 / (2.0 * wide));
    let loss = (sharp / ratio.max(1e-6)).ln().max(0.0);
    (loss / ((2.0 * PI).powi(2) * (high * high - low * low))).sqrt()
}
