//! Whether the picture shows a screen. The screen's pixels, sampled by the camera's, make a regular pattern over print
//! and paper alike, with the same frequency all over the document.

use image::GrayImage;

use super::document::Document;
use super::fourier::{SIDE, frequency, power};
use crate::pixels::quantile;

/// Patches looked at in each direction of the document.
const PATCHES: u16 = 5;
/// Least length of the document's longer side, in pixels: in smaller pictures, print itself is as fine as a screen's
/// pixels.
const LEAST_SIDE: f32 = 1000.0;
/// Lowest frequency that is looked at, in cycles per pixel: lower ones are print and paper.
const SLOWEST: f32 = 0.11;
/// Least power of a peak, as a multiple of the median over all frequencies looked at. Noise reaches 15; print and fine
/// lines reach 100.
const PEAK: f32 = 150.0;
/// Largest distance between the frequencies of two patches that count as the same, in cycles per pixel.
const SAME_FREQUENCY: f32 = 0.04;
/// Least amplitude of the pattern, in luma.
const AMPLITUDE: f32 = 1.5;
/// Share of the patches that is judged, those with the least print: on blank paper, only a screen makes a regular
/// pattern.
const BLANKEST: f32 = 0.6;
/// Frequencies from here to [`SLOWEST`] are print; lower ones are light.
const PRINT: f32 = 0.02;
/// Frequency of the grid of JPEG blocks: its multiples along an axis come from compression, not from a screen.
const BLOCK: f32 = 0.125;

/// Share of the document's blankest patches on which the same regular pattern stands out, 0–1; `None` for documents too
/// small to tell.
pub(super) fn agreement(gray: &GrayImage, document: &Document) -> Option<f32> {
    let side = SIDE as f32;
    if document.bounds.width.max(document.bounds.height) < LEAST_SIDE
        || document.bounds.width.min(document.bounds.height) < 3.0 * side
    {
        return None;
    }
    let mut patches: Vec<Patch> = Vec::new();
    for row in 0..PATCHES {
        for column in 0..PATCHES {
            let share = |n: u16| (f32::from(n) + 0.5) / f32::from(PATCHES);
            let middle = document.at(share(column), share(row));
            let (left, top) = (middle.x - side / 2.0, middle.y - side / 2.0);
            let (right, bottom) = (gray.width() as f32 - side, gray.height() as f32 - side);
            if left < 0.0 || top < 0.0 || left > right || top > bottom {
                continue;
            }
            patches.extend(Patch::of(gray, left as u32, top as u32));
        }
    }
    if patches.len() < usize::from(PATCHES) {
        return None;
    }
    patches.sort_by(|a, b| a.print.total_cmp(&b.print));
    patches.truncate((patches.len() as f32 * BLANKEST).ceil() as usize);
    let known: Vec<(f32, f32)> = patches.iter().filter_map(|p| p.peak).collect();
    let alike = |p: &(f32, f32)| known.iter().filter(|q| distance(*p, **q) < SAME_FREQUENCY).count();
    let most = known.iter().map(alike).max().unwrap_or(0);
    Some(most as f32 / patches.len() as f32)
}

/// What a square of the picture holds.
struct Patch {
    /// Power of the frequencies of print.
    print: f32,
    /// The frequency that stands out from all others, if one does.
    peak: Option<(f32, f32)>,
}

/// Distance between two frequencies, regardless of sign.
fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1).min((a.0 + b.0).hypot(a.1 + b.1))
}

impl Patch {
    fn of(gray: &GrayImage, left: u32, top: u32) -> Option<Self> {
        let width = gray.width() as usize;
        let raw = gray.as_raw();
        let row = |y: u32| &raw[(top + y) as usize * width + left as usize..][..SIDE];
        let patch: Vec<f32> = (0..SIDE as u32).flat_map(|y| row(y).iter().map(|v| f32::from(*v))).collect();
        let power = power(&patch);
        let mut seen = Vec::with_capacity(power.len());
        let (mut best, mut print) = ((0.0, (0.0, 0.0)), 0.0);
        for (i, p) in power.iter().enumerate() {
            let at = (frequency(i % SIDE), frequency(i / SIDE));
            let fast = at.0.hypot(at.1);
            if fast < SLOWEST {
                print += if fast > PRINT { *p } else { 0.0 };
            } else if !of_blocks(at) {
                seen.push(*p);
                if *p > best.0 {
                    best = (*p, at);
                }
            }
        }
        let usual = quantile(&mut seen, 0.5)?;
        // a wave of amplitude a under a Hann window has the power (a · SIDE² / 8)² at its peak
        let amplitude = best.0.sqrt() * 8.0 / (SIDE * SIDE) as f32;
        let stands_out = best.0 > PEAK * usual.max(f32::MIN_POSITIVE) && amplitude > AMPLITUDE;
        Some(Self { print, peak: stands_out.then_some(best.1) })
    }
}

/// Whether a frequency lies on an axis at a multiple of the frequency of JPEG blocks.
fn of_blocks((x, y): (f32, f32)) -> bool {
    let multiple = |f: f32| (f / BLOCK - (f / BLOCK).round()).abs() * BLOCK < 0.024;
    (x.abs() < 0.024 && multiple(y)) || (y.abs() < 0.024 && multiple(x))
}
