//! How the light falls on the document: brightness of its paper, evenness, clipping, and the grain of the picture.

use image::GrayImage;

use super::{Reduced, quantile};
use crate::geometry::Region;

/// What the light tells. `None` where the document is too small to tell.
#[derive(Debug, Default)]
pub(super) struct Light {
    /// Median luma of the paper.
    pub paper: Option<f32>,
    /// Share of the pixels clipped to white.
    pub clipped: Option<f32>,
    /// Darkest against brightest paper, 0–1.
    pub unevenness: Option<f32>,
    /// Standard deviation in flat spots.
    pub noise: Option<f32>,
    /// The darkest part, in page space, where the light is uneven at all.
    pub shadow: Option<Region>,
}

/// Luma from which a pixel counts as clipped.
pub(super) const CLIPPED: u8 = 250;
/// Cells of the document in each direction whose paper is compared.
const CELLS: u32 = 4;
/// Share of a cell's pixels that are darker than its paper: print, portrait and emblems.
const PAPER_QUANTILE: f32 = 0.85;
/// Unevenness from which the darkest cell is shown.
const SHOWN: f32 = 0.25;

/// Measures the light inside the document.
pub(super) fn measure(small: &Reduced, document: Region) -> Light {
    let window = small.window(document);
    let [left, top, right, bottom] = window;
    let noise = small.flat_deviation;
    if (right - left) < 2 * CELLS || (bottom - top) < 2 * CELLS {
        return Light { noise, ..Light::default() };
    }
    let mut cells: Vec<(f32, [u32; 4])> = Vec::new();
    let mut clipped = 0_u64;
    for row in 0..CELLS {
        for column in 0..CELLS {
            let edge = |from: u32, to: u32, n: u32| from + (to - from) * n / CELLS;
            let cell = [
                edge(left, right, column),
                edge(top, bottom, row),
                edge(left, right, column + 1),
                edge(top, bottom, row + 1),
            ];
            let mut values = pixels(&small.image, cell);
            clipped += values.iter().filter(|v| **v >= f32::from(CLIPPED)).count() as u64;
            if let Some(paper) = quantile(&mut values, PAPER_QUANTILE) {
                cells.push((paper, cell));
            }
        }
    }
    let mut papers: Vec<f32> = cells.iter().map(|c| c.0).collect();
    let area = u64::from(right - left) * u64::from(bottom - top);
    let (low, high) = (quantile(&mut papers, 0.1), quantile(&mut papers, 0.9));
    let unevenness = low.zip(high).map(|(low, high)| if high < 1.0 { 0.0 } else { (high - low) / high });
    let darkest = cells.iter().min_by(|a, b| a.0.total_cmp(&b.0)).map(|c| c.1);
    Light {
        paper: quantile(&mut papers, 0.5),
        clipped: Some(clipped as f32 / area as f32),
        unevenness,
        noise,
        shadow: darkest.filter(|_| unevenness.is_some_and(|u| u > SHOWN)).map(|c| on_page(c, small.factor)),
    }
}

/// A window of the reduced copy in page space.
pub(super) fn on_page(window: [u32; 4], factor: u32) -> Region {
    let [left, top, right, bottom] = window.map(|n| (n * factor) as f32);
    Region::new(left, top, right - left, bottom - top)
}

fn pixels(image: &GrayImage, [left, top, right, bottom]: [u32; 4]) -> Vec<f32> {
    let width = image.width() as usize;
    let row = |y: u32| &image.as_raw()[y as usize * width + left as usize..y as usize * width + right as usize];
    (top..bottom).flat_map(|y| row(y).iter().map(|v| f32::from(*v))).collect()
}

/// Spots looked at for grain, in each direction, and their side in pixels.
const SPOTS: u32 = 40;
const SPOT: u32 = 9;
/// Share of the spots that are taken as flat.
const FLAT: f32 = 0.2;

/// Standard deviation of the flattest spots of the page: grain, for print and texture have more. Second differences
/// take slopes of light away; a spot clipped to black or white shows no grain and is passed over.
pub(super) fn flat_deviation(gray: &GrayImage) -> Option<f32> {
    let (w, h) = gray.dimensions();
    if w < SPOT * 3 || h < SPOT * 3 {
        return None;
    }
    let mut deviations = Vec::new();
    for row in 0..SPOTS {
        for column in 0..SPOTS {
            let (x, y) = ((w - SPOT) * column / SPOTS, (h - SPOT) * row / SPOTS);
            deviations.extend(spot(gray, x, y));
        }
    }
    if deviations.len() < SPOTS as usize {
        return None;
    }
    quantile(&mut deviations, FLAT)
}

fn spot(gray: &GrayImage, left: u32, top: u32) -> Option<f32> {
    let width = gray.width() as usize;
    let (mut sum, mut count) = (0_i64, 0_i64);
    for y in top..top + SPOT {
        let row = &gray.as_raw()[y as usize * width + left as usize..][..SPOT as usize];
        if row.iter().any(|v| *v < 3 || *v > 252) {
            return None;
        }
        for p in row.windows(3) {
            let second = i64::from(p[0]) + i64::from(p[2]) - 2 * i64::from(p[1]);
            sum += second * second;
            count += 1;
        }
    }
    // white noise of variance v gives second differences of variance 6 v
    Some((sum as f32 / count as f32 / 6.0).sqrt())
}
