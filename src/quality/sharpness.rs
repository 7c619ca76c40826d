//! How sharp the text is, for its own size, and whether it is blurred in one direction only.
//!
//! In every line the energy of second differences is taken at two lags, a sixth and four tenths of the x-height, against
//! the squared contrast of the line. Sharp print of all faces has about the same energy there; a lens that spreads a
//! point by a Gaussian of σ takes exp(−(2πσf)²) of the power at frequency f, so the logarithm of what is missing grows
//! with σ². The fine lag tells small blurs from each other, the wide one large ones. Both energies follow the contrast,
//! so brightness and contrast of the picture do not matter, nor does its resolution as long as it shows the print.
//!
//! The same is done in four directions. Defocus blurs all of them alike; a shake along a line of length L adds
//! L²/12 · cos² of the angle to it to the variance, and from the four variances L and its direction follow.

use std::f32::consts::FRAC_1_SQRT_2;

use image::GrayImage;

use super::levels::Levels;
use super::{fitted, quantile};
use crate::geometry::Region;

/// What the text tells.
#[derive(Debug, Default)]
pub(super) struct TextMeasures {
    /// σ of the blur as a share of the x-height.
    pub blur: Option<f32>,
    /// Logarithms of the energies, as in [`Area::energy`].
    pub energy: Option<[[f32; 4]; 2]>,
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
/// The two lags in parts of the x-height.
const LAGS: [f32; 2] = [1.0 / 6.0, 0.4];
/// Most pixels of a line that are looked at in each direction, and the height from which every second row is enough.
const WIDEST: usize = 640;
const TALL: usize = 48;
/// Lines of less contrast (p90 − p5 of luma) say nothing of sharpness.
const LEAST_CONTRAST: f32 = 16.0;
/// Standard deviation that rounding to whole luma and mild compression leave in any picture.
const ROUNDING: f32 = 0.4;
/// Energy, in parts of that of the noise, below which there is nothing left to be seen.
const FLOOR: f32 = 0.5;
/// Variance (σ² over squared x-height) up to which the fine lag is relied on: beyond it sees noise.
const FINE_UP_TO: f32 = 0.04;

struct Area {
    region: Region,
    /// Logarithm of the energy over the squared contrast for each lag and direction, the direction of the text first.
    energy: [[f32; 4]; 2],
    /// Whether the text runs down the page.
    down: bool,
    capitals: f32,
    ink: f32,
    paper: f32,
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
    let energy = [0, 1].map(|lag| [0, 1, 2, 3].map(|i| median(&|a| a.energy[lag][i]).unwrap_or(0.0)));
    let down = measured.iter().filter(|a| a.down).count() * 2 > measured.len();
    let (_, motion) = directed(variances(&energy, down, &fitted::SHARP, fitted::FALL));
    let line_blur = |a: &Area| modelled_blur(&a.energy, &fitted::SHARP, fitted::FALL);
    TextMeasures {
        blur: Some(modelled_blur(&energy, &fitted::SHARP, fitted::FALL)),
        energy: Some(energy),
        height: median(&|a| a.capitals),
        ink: median(&|a| a.ink),
        paper: median(&|a| a.paper),
        contrast: median(&|a| (a.paper - a.ink) / (a.paper + a.ink).max(1.0)),
        motion,
        lines: measured.iter().map(|a| (a.region, line_blur(a))).collect(),
    }
}

/// σ of a blur over the x-height along its worst direction, from the logarithms of energies (first index the lag, second
/// the direction, that of the text first), given those of sharp print and how fast they fall with σ².
pub fn modelled_blur(energy: &[[f32; 4]; 2], sharp: &[[f32; 4]; 2], fall: [f32; 2]) -> f32 {
    let (mean, motion) = directed(variances(energy, false, sharp, fall));
    motion.map_or(mean, |m| mean + m.variance() / 2.0).max(0.0).sqrt()
}

/// σ² of the blur over the squared x-height along each of [`DIRECTIONS`] of the page, from energies that start with the
/// direction of the text.
fn variances(energy: &[[f32; 4]; 2], down: bool, sharp: &[[f32; 4]; 2], fall: [f32; 2]) -> [f32; 4] {
    let of = |i: usize| {
        let missing = |lag: usize| (sharp[lag][i] - energy[lag][i]) / fall[lag];
        missing(1).max(missing(0).min(FINE_UP_TO))
    };
    let [along, right, across, left] = [0, 1, 2, 3].map(of);
    // a quarter turn takes the direction right and down to left and down
    if down { [across, left, along, right] } else { [along, right, across, left] }
}

impl Motion {
    /// Variance along it, over the squared x-height.
    fn variance(self) -> f32 {
        self.length * self.length / 12.0
    }
}

/// Mean of the variances in four directions, and the part that has a direction.
fn directed(variance: [f32; 4]) -> (f32, Option<Motion>) {
    // variance(θ) = v + m cos²(θ − φ), so that differences of crossed directions give m cos 2φ and m sin 2φ
    let (c, s) = (variance[0] - variance[2], variance[1] - variance[3]);
    let part = c.hypot(s);
    let mean = variance.iter().sum::<f32>() / 4.0;
    let largest = mean + part / 2.0;
    let degrees = (s.atan2(c).to_degrees() / 2.0).rem_euclid(180.0);
    let motion = Motion { length: (12.0 * part).sqrt(), degrees, share: (part / largest.max(1e-6)).clamp(0.0, 1.0) };
    (mean, (largest > 0.0).then_some(motion))
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
    let levels = Levels::of(patch.rows().flatten());
    let (ink, paper) = (levels.quantile(0.05)?, levels.quantile(0.9)?);
    if paper - ink < LEAST_CONTRAST {
        return None;
    }
    let x_height = (capitals * X_HEIGHT).max(3.0);
    let down = height > width;
    let mut energy = [[0.0; 4]; 2];
    for (lag, share) in LAGS.iter().enumerate() {
        for (i, direction) in DIRECTIONS.iter().enumerate() {
            let step = if direction.0 * direction.1 == 0 { 1.0 } else { FRAC_1_SQRT_2 };
            let wanted = x_height * share * step;
            let pixels = (wanted.round() as usize).max(1);
            let seen = patch.energy(*direction, pixels, noise)?;
            // where the lag cannot be met, the energy of edges falls about in proportion to it
            let seen = seen * (wanted / pixels as f32).min(1.0);
            energy[lag][if down { [2, 3, 0, 1][i] } else { i }] = (seen / (paper - ink).powi(2)).max(1e-6).ln();
        }
    }
    Some(Area { region, energy, down, capitals, ink, paper })
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

    /// Mean square of second differences at a lag along a direction, without that of noise; `None` where the lag does
    /// not fit.
    fn energy(&self, (dx, dy): (isize, isize), lag: usize, noise: f32) -> Option<f32> {
        let (across, down) = (lag * dx.unsigned_abs(), lag * dy.unsigned_abs());
        if self.width < 2 * across + 4 || self.height < 2 * down + 2 {
            return None;
        }
        let (mut sum, mut rows) = (0_u64, 0_usize);
        let width = self.width - 2 * across;
        let step = if self.height > TALL { 2 } else { 1 };
        for y in (down..self.height - down).step_by(step) {
            let at = (self.top + y) * self.stride + self.left + across;
            let row = |sign: isize| {
                let shift = sign * lag as isize * (dy * self.stride as isize + dx);
                &self.pixels[at.saturating_add_signed(shift)..][..width]
            };
            sum += second_differences(row(-1), row(0), row(1));
            rows += 1;
        }
        // white noise of variance v adds 6 v
        let grain = 6.0 * noise.max(ROUNDING).powi(2);
        Some((sum as f32 / (rows * width) as f32 - grain).max(grain * FLOOR))
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
