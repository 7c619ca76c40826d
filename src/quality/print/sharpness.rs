//! How sharp the text is, for its own size, and whether it is blurred in one direction only.
//!
//! In every line, the energy of second differences is measured at two lags, a sixth and four tenths of the x-height,
//! relative to the squared contrast of the line. Sharp print has about the same energy there in all typefaces. A lens
//! that spreads a point by a Gaussian of σ leaves exp(−(2πσf)²) of the power at frequency f, so the logarithm of the
//! energy falls in proportion to σ². The fine lag distinguishes small blurs, the wide lag large ones. Both energies
//! scale with the squared contrast, so brightness and contrast of the picture do not matter. Nor does its resolution,
//! as long as it shows the print.
//!
//! The same is done in eight directions. Defocus blurs all of them equally. A shake along a line of length L adds L²/12
//! · cos² of the angle to that line to the variance, so L and its direction follow from the eight variances. A long
//! shake draws streaks, across which there is much energy even at a small angle to the shake. So the direction nearest
//! to the shake counts as much as all eight together.

use image::GrayImage;
use serde::{Deserialize, Serialize};

use crate::geometry::Region;
use crate::pixels::{Levels, quantile};
use crate::quality::fitted;

/// What the text tells.
#[derive(Debug, Default)]
pub(in crate::quality) struct TextMeasures {
    /// σ of the blur as a share of the x-height.
    pub blur: Option<f32>,
    /// Logarithms of the energies, as in [`Area::energy`].
    pub energy: Option<[[f32; 8]; 2]>,
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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Motion {
    /// Length of the shake as a share of the x-height.
    pub length: f32,
    /// Its direction in degrees clockwise from the right, 0 to 180.
    pub degrees: f32,
    /// Its part in the variance of the blur along its direction, 0–1: near 0 for defocus, near 1 for shake alone.
    pub share: f32,
}

/// Height of lowercase letters as a share of the height of capitals (Latin print).
const X_HEIGHT: f32 = 0.72;
/// Directed share of a blur: the most that a lack of focus reaches, and the share from which the blur counts fully as a
/// shake. Generated pictures out of focus have up to 0.29; shaken ones have 0.41 and more.
const FOCUS: f32 = 0.3;
const SHAKE: f32 = 0.45;
/// The two lags as shares of the x-height.
const LAGS: [f32; 2] = [1.0 / 6.0, 0.4];
/// Most pixels of a line that are looked at in each direction, and about how many of its rows are enough.
const WIDEST: usize = 640;
const ROWS: usize = 24;
/// Lines of less contrast (p90 − p5 of luma) say nothing of sharpness.
const LEAST_CONTRAST: f32 = 16.0;
/// Standard deviation that rounding to whole luma and mild compression leave in any picture.
const ROUNDING: f32 = 0.4;
/// Energy, as a share of the noise's energy, below which nothing can be seen.
const FLOOR: f32 = 0.5;
/// Variance (σ² over squared x-height) up to which the fine lag is used: beyond that, it measures noise.
const FINE_UP_TO: f32 = 0.04;

/// Energies of sharp print along and across the lines for both lags, and how fast they fall, for the first look: the
/// values of `fitted.rs` from before there was a second look. They are not fitted again, so that the input of the fit
/// does not depend on its result.
const FIRST_SHARP: [[f32; 2]; 2] = [[-1.18, -1.62], [-0.60, -0.68]];
const FIRST_FALL: [f32; 2] = [101.8, 32.4];
/// Variance that sharp print in other typefaces seems to have.
const FACES: f32 = 0.01;
/// How much higher ink looks for each σ by which a shake blurs it more across the line than along it. The profile of a
/// bar, smeared by a shake, passes the limit of `heights.rs` 0.97 σ farther out on both sides; where letters have
/// ascenders, it is less. A lack of focus moves that limit, too, but it blurs both directions equally, and the fitted
/// table accounts for it.
const SMEAR: f32 = 1.7;
/// Least share of the height that remains, and the share from which a second look is not worth it.
const LEAST_LEFT: f32 = 0.45;
const WORTH_IT: f32 = 0.93;

struct Area {
    region: Region,
    /// Logarithm of the energy over the squared contrast for each lag and direction, the direction of the text first.
    energy: [[f32; 8]; 2],
    /// Whether the text runs down the page.
    down: bool,
    capitals: f32,
    ink: f32,
    paper: f32,
}

/// The directions, from the right over down to the left; the fifth is at right angles to the first, and so on.
const DIRECTIONS: [(isize, isize); 8] = [(1, 0), (2, 1), (1, 1), (1, 2), (0, 1), (-1, 2), (-1, 1), (-2, 1)];
/// Sums of the squared cosines and of the squared sines of twice their angles.
const COSINES: f32 = 3.44;
const SINES: f32 = 4.56;

/// Measures all areas, each given with the apparent height of its capitals, and takes medians. `noise` is the standard
/// deviation of the picture's grain.
///
/// A shake across the lines makes letters look taller than they are, and blur is measured against their height: a first
/// look tells how much taller, and a second look measures against the corrected height.
pub(super) fn measure(gray: &GrayImage, areas: &[(Region, f32)], noise: f32) -> TextMeasures {
    let first = Areas::measure(gray, areas, noise);
    let Some(left) = first.height_left().filter(|left| *left < WORTH_IT) else { return first.told() };
    let shorter: Vec<(Region, f32)> = areas.iter().map(|(r, capitals)| (*r, capitals * left)).collect();
    Areas::measure(gray, &shorter, noise).told()
}

/// Everything that was measured, with the medians of the energies.
struct Areas {
    measured: Vec<Area>,
    energy: [[f32; 8]; 2],
}

impl Areas {
    fn measure(gray: &GrayImage, areas: &[(Region, f32)], noise: f32) -> Self {
        let measured: Vec<Area> = areas.iter().filter_map(|(r, capitals)| area(gray, *r, *capitals, noise)).collect();
        let median =
            |lag: usize, i: usize| quantile(&mut measured.iter().map(|a| a.energy[lag][i]).collect::<Vec<_>>(), 0.5);
        let energy = [0, 1].map(|lag| std::array::from_fn(|i| median(lag, i).unwrap_or(0.0)));
        Self { measured, energy }
    }

    /// Corrected height of the capitals as a share of their apparent height; `None` if nothing was measured.
    fn height_left(&self) -> Option<f32> {
        // the first direction is along the text, whichever way it runs, and the fifth is across it
        let of = |i: usize| {
            variance([self.energy[0][i], self.energy[1][i]], [FIRST_SHARP[0][i / 4], FIRST_SHARP[1][i / 4]], FIRST_FALL)
        };
        let smeared = (of(4) - of(0).max(0.0) - FACES).max(0.0);
        (!self.measured.is_empty()).then(|| (1.0 - SMEAR * smeared.sqrt() * X_HEIGHT).max(LEAST_LEFT))
    }

    fn told(self) -> TextMeasures {
        let Self { measured, energy } = self;
        if measured.is_empty() {
            return TextMeasures::default();
        }
        let median = |of: &dyn Fn(&Area) -> f32| quantile(&mut measured.iter().map(of).collect::<Vec<_>>(), 0.5);
        let down = measured.iter().filter(|a| a.down).count() * 2 > measured.len();
        let (_, motion) = directed(variances(&energy, down, &fitted::SHARP, fitted::FALL));
        let line_blur = |a: &Area| modeled_blur(&a.energy, &fitted::SHARP, fitted::FALL);
        TextMeasures {
            blur: Some(modeled_blur(&energy, &fitted::SHARP, fitted::FALL)),
            energy: Some(energy),
            height: median(&|a| a.capitals),
            ink: median(&|a| a.ink),
            paper: median(&|a| a.paper),
            contrast: median(&|a| (a.paper - a.ink) / (a.paper + a.ink).max(1.0)),
            motion,
            lines: measured.iter().map(|a| (a.region, line_blur(a))).collect(),
        }
    }
}

/// σ of a blur over the x-height along its worst direction, from the logarithms of energies. The first index is the
/// lag; the second is the direction, starting along the text. `sharp` holds the logarithms for sharp print, and `fall`
/// how fast they fall with σ².
pub fn modeled_blur(energy: &[[f32; 8]; 2], sharp: &[[f32; 8]; 2], fall: [f32; 2]) -> f32 {
    let all = variances(energy, false, sharp, fall);
    let (mean, motion) = directed(all);
    let along = motion.map_or(mean, |m| mean + m.variance() / 2.0);
    all.into_iter().fold(along, f32::max).max(0.0).sqrt()
}

/// σ² of the blur over the squared x-height along each of [`DIRECTIONS`] of the page, from energies that start with the
/// direction of the text.
fn variances(energy: &[[f32; 8]; 2], down: bool, sharp: &[[f32; 8]; 2], fall: [f32; 2]) -> [f32; 8] {
    // a quarter turn takes the first direction to the fifth
    let turn = if down { 4 } else { 0 };
    std::array::from_fn(|i| {
        let i = (i + turn) % 8;
        variance([energy[0][i], energy[1][i]], [sharp[0][i], sharp[1][i]], fall)
    })
}

/// The same along one direction.
fn variance(energy: [f32; 2], sharp: [f32; 2], fall: [f32; 2]) -> f32 {
    let missing = |lag: usize| (sharp[lag] - energy[lag]) / fall[lag];
    missing(1).max(missing(0).min(FINE_UP_TO))
}

impl Motion {
    /// How much of the blur counts as a shake, 0–1: the blur of a shake and the blur of a lack of focus are fitted
    /// separately.
    pub fn part(self) -> f32 {
        ((self.share - FOCUS) / (SHAKE - FOCUS)).clamp(0.0, 1.0)
    }

    /// Variance along it, over the squared x-height.
    fn variance(self) -> f32 {
        self.length * self.length / 12.0
    }
}

/// Mean of the variances in all directions, and the part that has a direction.
fn directed(variance: [f32; 8]) -> (f32, Option<Motion>) {
    // variance(θ) = v + m cos²(θ − φ): twice its second harmonic gives m cos 2φ and m sin 2φ
    let (mut c, mut s) = (0.0, 0.0);
    for (v, (dx, dy)) in variance.iter().zip(DIRECTIONS) {
        let twice = 2.0 * (dy as f32).atan2(dx as f32);
        c += 2.0 * v * twice.cos() / COSINES;
        s += 2.0 * v * twice.sin() / SINES;
    }
    let mean = variance.iter().sum::<f32>() / variance.len() as f32;
    let degrees = (s.atan2(c).to_degrees() / 2.0).rem_euclid(180.0);
    // the nearest of the directions, and the one at right angles to it
    let off = |i: usize| {
        let (dx, dy) = DIRECTIONS[i];
        let between = ((dy as f32).atan2(dx as f32).to_degrees() - degrees).rem_euclid(180.0);
        between.min(180.0 - between)
    };
    let nearest = (0..variance.len()).min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or(0);
    let (along, across) = (variance[nearest], variance[(nearest + 4) % 8].max(0.0));
    let part = c.hypot(s).max(along - across);
    let largest = (mean + part / 2.0).max(along);
    let share = ((along - across) / largest.max(1e-6)).clamp(0.0, 1.0);
    (mean, (largest > 0.0).then_some(Motion { length: (12.0 * part).sqrt(), degrees, share }))
}

/// Measures one area whose capitals are `capitals` pixels high; the text may run down the page.
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
    let mut energy = [[0.0; 8]; 2];
    for (lag, share) in LAGS.iter().enumerate() {
        for (i, direction) in DIRECTIONS.iter().enumerate() {
            let wanted = x_height * share / (direction.0 as f32).hypot(direction.1 as f32);
            // interpolate between two whole numbers of pixels, so that the result does not jump when the text is a
            // little larger
            let pixels = (wanted as usize).max(1);
            let part = (wanted - pixels as f32).max(0.0);
            let near = patch.energy(*direction, pixels, noise)?;
            let far = patch.energy(*direction, pixels + 1, noise).unwrap_or(near);
            let seen = near + part * (far - near);
            // if the lag is shorter than a pixel, the energy of edges falls about in proportion to it
            let seen = seen * (wanted / pixels as f32).min(1.0);
            energy[lag][if down { (i + 4) % 8 } else { i }] = (seen / (paper - ink).powi(2)).max(1e-6).ln();
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

    /// Mean square of second differences at a lag along a direction, minus the noise's share; `None` if the lag does
    /// not fit.
    fn energy(&self, (dx, dy): (isize, isize), lag: usize, noise: f32) -> Option<f32> {
        let (across, down) = (lag * dx.unsigned_abs(), lag * dy.unsigned_abs());
        if self.width < 2 * across + 4 || self.height < 2 * down + 2 {
            return None;
        }
        let (mut sum, mut rows) = (0_u64, 0_usize);
        let width = self.width - 2 * across;
        let step = (self.height.min(self.width) / ROWS).max(1);
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

/// Sum of the squares of `before + after − 2 here`, over at most [`WIDEST`] pixels, so that it fits into 32 bits.
fn second_differences(before: &[u8], here: &[u8], after: &[u8]) -> u64 {
    let sum: i32 = (before.iter().zip(here).zip(after))
        .map(|((a, b), c)| {
            let second = i32::from(*a) + i32::from(*c) - 2 * i32::from(*b);
            second * second
        })
        .sum();
    sum.unsigned_abs().into()
}
