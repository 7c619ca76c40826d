//! The parts of the page with text: the reader's lines or, without them, strips with the texture of print.

use image::GrayImage;

use super::heights;
use crate::geometry::{Quad, Region};
use crate::pixels::quantile;
use crate::quality::document::Line;

/// Most lines that are looked at: enough for a stable median, few enough to cost little on any page.
const MAX_LINES: usize = 48;
/// Most strips, where no lines are known.
const MAX_STRIPS: usize = 40;
/// Fewest lines to judge text by.
const MIN_LINES: usize = 3;

/// Height of capitals as a share of the height of a line's box, if the ink does not tell.
pub(in crate::quality) const CAPITALS: f32 = 0.65;

/// Height of capitals, in pixels, below which it may be taken from the boxes.
const TINY: f32 = 8.0;

/// The areas to measure on, each with the height of its capitals in pixels. If a reader found lines, they are the
/// widest of those; otherwise, they are strips of the document that look like print, and their height is a guess.
pub(super) fn choose(gray: &GrayImage, document: Region, lines: &[Line]) -> Vec<(Region, f32)> {
    if !enough(lines) {
        let line = |r: Region| (r, r.width.min(r.height) * CAPITALS);
        return strips(gray, document).into_iter().map(line).collect();
    }
    let mut lines: Vec<&Line> = lines.iter().collect();
    lines.sort_by(|a, b| b.region.area().total_cmp(&a.region.area()));
    lines.truncate(MAX_LINES);
    lines.iter().filter_map(|l| Some((l.region, heights::capitals(gray, l)?))).collect()
}

/// Height of the capitals from the boxes of lines alone, for print so small that its ink does not tell; `None` if the
/// print is larger or there is too little of it.
pub(super) fn tiny_height(lines: &[Quad]) -> Option<f32> {
    let side = |q: &Quad, i: usize| q.corners[i].distance(q.corners[(i + 1) % 4]);
    let mut heights: Vec<f32> = lines.iter().map(|q| side(q, 0).min(side(q, 1)) * CAPITALS).collect();
    quantile(&mut heights, 0.5).filter(|h| *h < TINY && lines.len() >= MIN_LINES)
}

/// Whether there are enough lines to judge text by.
pub(super) fn enough(lines: &[Line]) -> bool {
    lines.len() >= MIN_LINES
}

/// Cells of the document whose texture is that of print: much contrast, both dark and light, many changes along a row.
fn strips(gray: &GrayImage, document: Region) -> Vec<Region> {
    let side = (document.width.max(document.height) / 40.0).clamp(12.0, 96.0);
    let (columns, rows) = ((document.width / (side * 3.0)) as u32, (document.height / side) as u32);
    let mut found: Vec<(f32, Region)> = Vec::new();
    for row in 0..rows.min(400) {
        for column in 0..columns.min(400) {
            let cell = Region::new(
                document.left + column as f32 * side * 3.0,
                document.top + row as f32 * side,
                side * 3.0,
                side,
            );
            if let Some(score) = print_texture(gray, cell) {
                found.push((score, cell));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(MAX_STRIPS);
    found.into_iter().map(|(_, cell)| cell).collect()
}

/// A score of how much a cell looks like print: changes between dark and light along its rows, weighted by contrast;
/// `None` if it is not print.
fn print_texture(gray: &GrayImage, cell: Region) -> Option<f32> {
    let (left, top) = (cell.left as u32, cell.top as u32);
    let (right, bottom) = ((cell.right() as u32).min(gray.width()), (cell.bottom() as u32).min(gray.height()));
    if right <= left + 8 || bottom <= top + 6 {
        return None;
    }
    let width = gray.width() as usize;
    let row = |y: u32| &gray.as_raw()[y as usize * width + left as usize..y as usize * width + right as usize];
    let mut histogram = [0_u32; 256];
    for y in top..bottom {
        for value in row(y) {
            histogram[usize::from(*value)] += 1;
        }
    }
    let total = (right - left) * (bottom - top);
    let (dark, light) = (level(&histogram, total / 20), level(&histogram, total - total / 4));
    // less than this is guilloche or shading
    if light < dark + 40 {
        return None;
    }
    let middle = u32::midpoint(dark, light) as u8;
    let dark_share: f32 = histogram[..usize::from(middle)].iter().sum::<u32>() as f32 / total as f32;
    let changes: u32 =
        (top..bottom).map(|y| row(y).windows(2).filter(|p| (p[0] < middle) != (p[1] < middle)).count() as u32).sum();
    let a_row = changes as f32 / (bottom - top) as f32;
    // print covers 4 to 40 % of its line, and changes at least four times along three heights of it
    ((0.04..0.4).contains(&dark_share) && a_row >= 4.0).then_some(a_row * (light - dark) as f32)
}

/// The value at a rank of a histogram, counted from the dark end.
fn level(histogram: &[u32; 256], rank: u32) -> u32 {
    let mut seen = 0;
    for (value, count) in histogram.iter().enumerate() {
        seen += count;
        if seen > rank {
            return value as u32;
        }
    }
    255
}
