//! How sharp the text is, for its own size.
//!
//! In every area two energies are compared: that of changes as fine as the edge of a stroke (lag of an eighth of the
//! x-height) and that of changes as wide as a letter's strokes (a third of it). A lens that spreads a point by a
//! Gaussian of σ takes exp(−(2πσf)²) of the power at frequency f, so the ratio of the two tells σ, whatever the
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
/// Most pixels of an area that are looked at in each direction.
const WIDEST: usize = 1200;
/// Areas of less contrast (p90 − p5 of luma) say nothing of sharpness.
const LEAST_CONTRAST: f32 = 16.0;

/// The scale to look at where no text was found, as a share of the document's long side: two x-heights of the print of a
/// card, for wider lags see wider blur.
const ASSUMED_X_HEIGHT: f32 = 0.022;
/// Cells looked at in each direction, and the least contrast (p90 − p5 of luma) of an edge.
const CELLS: u32 = 16;
const EDGE_CONTRAST: f32 = 40.0;
/// Energy (squared luma a pixel) below which second differences may be those of rounding and compression, for text and
/// for the edges of a picture without text.
const LEAST_ENERGY: f32 = 10.0;
const EDGE_ENERGY: f32 = 12.0;
/// Blur of the sharpest edges, on that scale, from which it is no wonder that no letter was found: a card out of focus by
/// half an x-height gives 0.11, the edges of sharp cards 0.05 and less.
const NO_LETTER: f32 = 0.08;

/// Blur of a document on which no text was found: that of its sharpest edges, if even they are so wide that text could
/// not be found; else `None`, for then there may be no text.
pub(super) fn without_text(gray: &GrayImage, document: Region, noise: f32) -> Option<f32> {
    let line = document.width.max(document.height) * ASSUMED_X_HEIGHT / X_HEIGHT;
    let (width, height) = (document.width / CELLS as f32, document.height / CELLS as f32);
    let mut blurs: Vec<f32> = Vec::new();
    for row in 0..CELLS {
        for column in 0..CELLS {
            let left = document.left + column as f32 * width;
            let cell = Region::new(left, document.top + row as f32 * height, width, height);
            let measured =
                area(gray, cell, line, noise).filter(|a| a.paper - a.ink > EDGE_CONTRAST && a.energy > EDGE_ENERGY);
            blurs.extend(measured.map(|a| a.blur));
        }
    }
    if blurs.len() < CELLS as usize / 4 {
        return None;
    }
    quantile(&mut blurs, 0.1).filter(|blur| *blur > NO_LETTER).map(|blur| (2.0 * blur).min(MOST_BLUR))
}

/// Standard deviation that rounding to whole luma and mild compression leave in any picture.
const ROUNDING: f32 = 0.4;

struct Area {
    region: Region,
    blur: f32,
    height: f32,
    ink: f32,
    paper: f32,
    energy: f32,
}

/// Measures all areas; medians of them. `noise` is the standard deviation of the picture's grain.
pub(super) fn measure(gray: &GrayImage, areas: &[Region], noise: f32) -> TextMeasures {
    let measured: Vec<Area> = areas.iter().filter_map(|r| area(gray, *r, r.width.min(r.height), noise)).collect();
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

/// Measures one area. `line` is the height of its lines in pixels: the text may run down the page.
fn area(gray: &GrayImage, region: Region, line: f32, noise: f32) -> Option<Area> {
    let (left, top) = (region.left as usize, region.top as usize);
    let (width, height) = ((region.width as usize).min(WIDEST), (region.height as usize).min(WIDEST));
    let (width, height) =
        (width.min((gray.width() as usize).checked_sub(left)?), height.min((gray.height() as usize).checked_sub(top)?));
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
    let along = energies(height, |y| row(y), fine, wide, noise);
    let columns: Vec<Vec<u8>> = (0..width).map(|x| (0..height).map(|y| row(y)[x]).collect()).collect();
    let down = energies(width, |x| columns[x].as_slice(), fine, wide, noise);
    // the direction that is blurred more decides: motion spoils only one
    let (ratio, energy) = [along, down].into_iter().flatten().min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
    // contrast without any change as fine as a letter's strokes: blurred beyond measure
    let blur = if energy > LEAST_ENERGY { blur_of(ratio, fine, wide, x_height) } else { MOST_BLUR };
    Some(Area { region, blur, height: line, ink, paper, energy })
}

/// Energy of second differences at the fine lag over that at the wide lag, and the latter, along all rows, without that
/// of noise; `None` where the wide lag does not fit or sees nothing but noise.
fn energies<'a>(
    rows: usize,
    row: impl Fn(usize) -> &'a [u8],
    fine: usize,
    wide: usize,
    noise: f32,
) -> Option<(f32, f32)> {
    if rows == 0 {
        return None;
    }
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
    let count = (rows * (row(0).len() - 2 * wide)) as f32;
    // white noise of variance v adds 6 v to each
    let grain = 6.0 * noise.max(ROUNDING).powi(2);
    let (fine, wide) = (fine_sum as f32 / count - grain, wide_sum as f32 / count - grain);
    (wide > grain.max(LEAST_ENERGY)).then(|| (fine.max(0.0) / wide, wide))
}

/// Blur, as a share of the x-height, up to which the ratio still tells one from another.
const MOST_BLUR: f32 = 0.4;

/// σ of the Gaussian, as a share of the x-height, that explains the ratio of energies: the model below, turned round by
/// halving.
fn blur_of(ratio: f32, fine: usize, wide: usize, x_height: f32) -> f32 {
    let (mut low, mut high) = (0.0, MOST_BLUR);
    if ratio >= modelled_ratio(0.0, fine, wide, x_height) {
        return 0.0;
    }
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        if modelled_ratio(middle * x_height, fine, wide, x_height) > ratio {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

/// The ratio of energies of print blurred by σ pixels. The power of print falls with the square of the frequency, as
/// that of any edges does, and levels off below one letter in two x-heights; the blur takes exp(−(2πσf)²) of it, and a
/// second difference at lag d sees 16 sin⁴(πfd).
fn modelled_ratio(sigma: f32, fine: usize, wide: usize, x_height: f32) -> f32 {
    const STEPS: u16 = 64;
    let (mut fine_sum, mut wide_sum) = (0.0, 0.0);
    for step in 0..STEPS {
        let f = 0.5 * (f32::from(step) + 0.5) / f32::from(STEPS);
        let power = (-(2.0 * PI * sigma * f).powi(2)).exp() / (f * f + (0.5 / x_height).powi(2));
        fine_sum += power * (PI * f * fine as f32).sin().powi(4);
        wide_sum += power * (PI * f * wide as f32).sin().powi(4);
    }
    fine_sum / wide_sum.max(f32::MIN_POSITIVE)
}
