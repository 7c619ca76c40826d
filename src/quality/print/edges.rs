//! Blur of a picture without text, by the width of its sharpest edges. It tells much less than text does: a scene may
//! have no sharp edge at all.
//!
//! A step of height C, blurred by a Gaussian of σ, is nowhere steeper than C / (σ √(2π)).

use image::GrayImage;

use crate::geometry::Region;
use crate::pixels::quantile;

/// Number of cells in each direction.
const CELLS: u32 = 16;
/// Least contrast (p90 − p5 of luma) of a cell with an edge in it, and fewest such cells.
const CONTRAST: f32 = 40.0;
const MIN_EDGE_CELLS: usize = 6;
/// Quantile of a cell's changes that counts as its steepest, and share of the cells with edges that count as the
/// sharpest.
const STEEPEST: f32 = 0.995;
const SHARPEST: f32 = 0.1;
/// σ of a crisp picture, in pixels, from lens and demosaicing.
const CRISP: f32 = 0.6;
/// x-height of ordinary print as a share of a letter page's long side.
const X_HEIGHT: f32 = 0.0055;
/// Most pixels of a cell that are looked at, in each direction.
const WIDEST: usize = 128;

/// σ of the blur as a share of the x-height that ordinary print would have on a page of this size; `None` where there
/// are too few edges.
pub(super) fn blur(gray: &GrayImage, document: Region) -> Option<f32> {
    let (width, height) = (document.width / CELLS as f32, document.height / CELLS as f32);
    let mut spreads: Vec<f32> = Vec::new();
    for row in 0..CELLS {
        for column in 0..CELLS {
            let left = document.left + column as f32 * width;
            spreads.extend(spread(gray, Region::new(left, document.top + row as f32 * height, width, height)));
        }
    }
    if spreads.len() < MIN_EDGE_CELLS {
        return None;
    }
    let sigma = quantile(&mut spreads, SHARPEST)?;
    let beyond_crisp = (sigma * sigma - CRISP * CRISP).max(0.0).sqrt();
    Some(beyond_crisp / (X_HEIGHT * document.width.max(document.height)).max(1.0))
}

/// σ of the sharpest edge in a cell, in pixels, along the direction that is blurred more.
fn spread(gray: &GrayImage, cell: Region) -> Option<f32> {
    let (left, top) = (cell.left as usize, cell.top as usize);
    let fits = |from: usize, length: f32, all: u32| (all as usize).checked_sub(from).map(|n| n.min(length as usize));
    let width = fits(left, cell.width, gray.width())?.min(WIDEST);
    let height = fits(top, cell.height, gray.height())?.min(WIDEST);
    if width < 8 || height < 8 {
        return None;
    }
    let stride = gray.width() as usize;
    let at = |x: usize, y: usize| f32::from(gray.as_raw()[(top + y) * stride + left + x]);
    let mut values: Vec<f32> = (0..height).flat_map(|y| (0..width).map(move |x| at(x, y))).collect();
    let contrast = quantile(&mut values, 0.9)? - quantile(&mut values, 0.05)?;
    if contrast < CONTRAST {
        return None;
    }
    let mut across: Vec<f32> = Vec::with_capacity(values.len());
    let mut down: Vec<f32> = Vec::with_capacity(values.len());
    for y in 1..height - 1 {
        for x in 1..width - 1 {
            across.push((at(x + 1, y) - at(x - 1, y)).abs() / 2.0);
            down.push((at(x, y + 1) - at(x, y - 1)).abs() / 2.0);
        }
    }
    let steepest = quantile(&mut across, STEEPEST)?.min(quantile(&mut down, STEEPEST)?);
    Some(contrast / (steepest.max(0.1) * std::f32::consts::TAU.sqrt()))
}
