//! How sharp the text is, for its own size, and whether it is blurred in one direction only.
//!
//! In every line two energies are compared: that of changes as fine as the edge of a stroke (lag of an eighth of the
//! x-height) and that of changes as wide as a letter's strokes (a third of it). A lens that spreads a point by a
//! Gaussian of σ takes exp(−(2πσf)²) of the power at frequency f, so the ratio of the two tells σ, whatever the
//! contrast, the brightness and the blank space around. Where letters are so small that the fine lag would be under a
//! pixel, it is one pixel, and what a crisp picture of that size can show is taken as sharp.
//!
//! The same is done in four directions. Defocus blurs all of them alike; a shake along a line of length L adds
//! L²/12 · cos² of the angle to it to the variance, and from the four variances L and its direction follow.

use std::f32::consts::{FRAC_1_SQRT_2, PI};

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
    /// Luma of the ink, and of the paper around it.
    pub ink: Option<f32>,
    pub paper: Option<f32>,
    /// Contrast of ink against paper.
    pub contrast: Option<f32>,
    /// The part of the blur that has a direction.
    pub motion: Option<Motion>,
    /// Every line that was measured, with the σ of its blur as a share of its x-height.
    pub lines: Vec<(Region, f32)>,
}

/// Blur along a line, as a shaking hand makes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    /// Length of the shake as a share of the x-height.
    pub length: f32,
    /// Its direction in degrees clockwise from the right, 0 to 180.
    pub degrees: f32,
    /// Its part in the variance of the blur along its direction, 0–1: near 0 for defocus, near 1 for shake alone.
    pub share: f32,
}

/// Height of small letters in parts of that of capitals (Latin print).
const X_HEIGHT: f32 = 0.72;
/// Most pixels of a line that are looked at in each direction, and the height from which every second row is enough.
const WIDEST: usize = 640;
const TALL: usize = 48;
/// Lines of less contrast (p90 − p5 of luma) say nothing of sharpness.
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

/// Blur of a picture in which no text was found: that of its sharpest edges, on the scale of a card's print. `None` where
/// there are too few edges.
pub(super) fn without_text(gray: &GrayImage, document: Region, noise: f32) -> Option<f32> {
    let capitals = document.width.max(document.height) * ASSUMED_X_HEIGHT / X_HEIGHT;
    let (width, height) = (document.width / CELLS as f32, document.height / CELLS as f32);
    let mut blurs: Vec<f32> = Vec::new();
    for row in 0..CELLS {
        for column in 0..CELLS {
            let left = document.left + column as f32 * width;
            let cell = Region::new(left, document.top + row as f32 * height, width, height);
            let measured =
                area(gray, cell, capitals, noise).filter(|a| a.paper - a.ink > EDGE_CONTRAST && a.energy > EDGE_ENERGY);
            blurs.extend(measured.map(|a| a.blur));
        }
    }
    if blurs.len() < CELLS as usize / 4 {
        return None;
    }
    quantile(&mut blurs, 0.1).map(|blur| (2.0 * blur).min(MOST_BLUR))
}

/// Standard deviation that rounding to whole luma and mild compression leave in any picture.
const ROUNDING: f32 = 0.4;

struct Area {
    region: Region,
    blur: f32,
    /// Blur along each of [`DIRECTIONS`].
    along: [f32; 4],
    capitals: f32,
    ink: f32,
    paper: f32,
    energy: f32,
}

/// The four directions: to the right, right and down, down, left and down.
const DIRECTIONS: [(isize, isize); 4] = [(1, 0), (1, 1), (0, 1), (-1, 1)];

/// Measures all areas, each with the height of its capitals; medians of them. `noise` is the standard deviation of the
/// picture's grain.
pub(super) fn measure(gray: &GrayImage, areas: &[(Region, f32)], noise: f32) -> TextMeasures {
    let measured: Vec<Area> = areas.iter().filter_map(|(r, capitals)| area(gray, *r, *capitals, noise)).collect();
    if measured.is_empty() {
        return TextMeasures::default();
    }
    let median = |of: &dyn Fn(&Area) -> f32| quantile(&mut measured.iter().map(of).collect::<Vec<_>>(), 0.5);
    let along = [0, 1, 2, 3].map(|i| median(&|a| a.along[i]).unwrap_or(0.0));
    TextMeasures {
        blur: median(&|a| a.blur),
        height: median(&|a| a.capitals),
        ink: median(&|a| a.ink),
        paper: median(&|a| a.paper),
        contrast: median(&|a| (a.paper - a.ink) / (a.paper + a.ink).max(1.0)),
        motion: motion(along),
        lines: measured.iter().map(|a| (a.region, a.blur)).collect(),
    }
}

/// The directed part of a blur whose σ is known in four directions.
fn motion(along: [f32; 4]) -> Option<Motion> {
    let variance = along.map(|s| s * s);
    // variance(θ) = v + m cos²(θ − φ), so that differences of crossed directions give m cos 2φ and m sin 2φ
    let (c, s) = (variance[0] - variance[2], variance[1] - variance[3]);
    let directed = c.hypot(s);
    let largest = variance.iter().sum::<f32>() / 4.0 + directed / 2.0;
    let degrees = (s.atan2(c).to_degrees() / 2.0).rem_euclid(180.0);
    (largest > 0.0).then(|| Motion { length: (12.0 * directed).sqrt(), degrees, share: (directed / largest).min(1.0) })
}

/// Measures one area, whose capitals are so many pixels high; the text may run down the page.
fn area(gray: &GrayImage, region: Region, capitals: f32, noise: f32) -> Option<Area> {
    let (left, top) = (region.left as usize, region.top as usize);
    let (width, height) = ((region.width as usize).min(WIDEST), (region.height as usize).min(WIDEST));
    let (width, height) =
        (width.min((gray.width() as usize).checked_sub(left)?), height.min((gray.height() as usize).checked_sub(top)?));
    if width < 8 || height < 6 {
        return None;
    }
    let patch = Patch { pixels: gray.as_raw(), stride: gray.width() as usize, left, top, width, height };
    let mut values: Vec<f32> = patch.rows().flatten().map(|v| f32::from(*v)).collect();
    let ink = quantile(&mut values, 0.05)?;
    let paper = quantile(&mut values, 0.9)?;
    if paper - ink < LEAST_CONTRAST {
        return None;
    }
    let x_height = (capitals * X_HEIGHT).max(3.0);
    let mut along = [0.0; 4];
    let mut energy = 0.0_f32;
    for (blur, direction) in along.iter_mut().zip(DIRECTIONS) {
        let step = if direction.0 * direction.1 == 0 { 1.0 } else { FRAC_1_SQRT_2 };
        let fine = ((x_height / 8.0 * step).round() as usize).max(1);
        let wide = ((x_height / 3.0 * step).round() as usize).max(fine + 1);
        let Some((ratio, seen)) = patch.energies(direction, fine, wide, noise) else {
            *blur = f32::NAN;
            continue;
        };
        energy = energy.max(seen);
        // contrast without any change as fine as a letter's strokes: blurred beyond measure
        *blur = if seen > LEAST_ENERGY {
            blur_of(ratio, fine as f32 / step, wide as f32 / step, x_height)
        } else {
            MOST_BLUR
        };
    }
    let known: Vec<f32> = along.iter().copied().filter(|b| !b.is_nan()).collect();
    // the direction that is blurred most decides: a shake spoils only one
    let blur = known.iter().copied().reduce(f32::max).unwrap_or(MOST_BLUR);
    let mean = if known.is_empty() { blur } else { known.iter().sum::<f32>() / known.len() as f32 };
    let along = along.map(|b| if b.is_nan() { mean } else { b });
    Some(Area { region, blur, along, capitals, ink, paper, energy })
}

/// A window of the luma.
struct Patch<'a> {
    pixels: &'a [u8],
    stride: usize,
    left: usize,
    top: usize,
    width: usize,
    height: usize,
}

impl<'a> Patch<'a> {
    fn rows(&self) -> impl Iterator<Item = &'a [u8]> {
        (0..self.height).map(|y| &self.pixels[(self.top + y) * self.stride + self.left..][..self.width])
    }

    /// Energy of second differences at the fine lag over that at the wide lag, and the latter, along a direction,
    /// without that of noise; `None` where the wide lag does not fit or sees nothing but noise.
    fn energies(&self, (dx, dy): (isize, isize), fine: usize, wide: usize, noise: f32) -> Option<(f32, f32)> {
        let (across, down) = (wide * dx.unsigned_abs(), wide * dy.unsigned_abs());
        if self.width < 2 * across + 4 || self.height < 2 * down + 2 {
            return None;
        }
        let (mut fine_sum, mut wide_sum, mut rows) = (0_u64, 0_u64, 0_usize);
        let width = self.width - 2 * across;
        let step = if self.height > TALL { 2 } else { 1 };
        for y in (down..self.height - down).step_by(step) {
            let at = (self.top + y) * self.stride + self.left + across;
            let row = |lag: usize, sign: isize| {
                let shift = sign * lag as isize * (dy * self.stride as isize + dx);
                &self.pixels[at.saturating_add_signed(shift)..][..width]
            };
            fine_sum += second_differences(row(fine, -1), row(0, 1), row(fine, 1));
            wide_sum += second_differences(row(wide, -1), row(0, 1), row(wide, 1));
            rows += 1;
        }
        let count = (rows * width) as f32;
        // white noise of variance v adds 6 v to each
        let grain = 6.0 * noise.max(ROUNDING).powi(2);
        let (fine, wide) = (fine_sum as f32 / count - grain, wide_sum as f32 / count - grain);
        (wide > grain.max(LEAST_ENERGY)).then(|| (fine.max(0.0) / wide, wide))
    }
}

/// Sum of the squares of `before + after − 2 here`. At most [`WIDEST`] pixels, so that 32 bits hold it.
fn second_differences(before: &[u8], here: &[u8], after: &[u8]) -> u64 {
    let sum: i32 = (before.iter().zip(here).zip(after))
        .map(|((a, b), c)| {
            let second = i32::from(*a) + i32::from(*c) - 2 * i32::from(*b);
            second * second
        })
        .sum();
    sum.unsigned_abs().into()
}

/// Blur, as a share of the x-height, up to which the ratio still tells one from another.
pub(super) const MOST_BLUR: f32 = 0.7;

/// σ of the Gaussian, as a share of the x-height, that explains the ratio of energies: the model below, turned round by
/// halving.
fn blur_of(ratio: f32, fine: f32, wide: f32, x_height: f32) -> f32 {
    let (mut low, mut high) = (0.0, MOST_BLUR);
    if ratio >= modelled_ratio(0.0, fine, wide, x_height) {
        return 0.0;
    }
    for _ in 0..10 {
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
fn modelled_ratio(sigma: f32, fine: f32, wide: f32, x_height: f32) -> f32 {
    const STEPS: u16 = 40;
    let (mut fine_sum, mut wide_sum) = (0.0, 0.0);
    for step in 0..STEPS {
        let f = 0.5 * (f32::from(step) + 0.5) / f32::from(STEPS);
        let power = (-(2.0 * PI * sigma * f).powi(2)).exp() / (f * f + (0.5 / x_height).powi(2));
        fine_sum += power * (PI * f * fine).sin().powi(4);
        wide_sum += power * (PI * f * wide).sin().powi(4);
    }
    fine_sum / wide_sum.max(f32::MIN_POSITIVE)
}
