//! Which parts of the page bear text: the reader's lines, or, without them, strips with the texture of print.

use image::GrayImage;

use crate::geometry::Region;

/// Most areas that are looked at: enough for a stable median, few enough to cost little at any page.
const MOST: usize = 80;
/// Fewer lines than this are no basis.
const FEWEST: usize = 3;

/// The areas to measure on, each about as high as a line of text. With lines of a reader: the widest of them; without:
/// strips of the document that look like print.
pub(super) fn choose(gray: &GrayImage, document: Region, lines: &[Region]) -> Vec<Region> {
    let page = Region::new(0.0, 0.0, gray.width() as f32, gray.height() as f32);
    let upright = |r: &Region| if r.height > r.width { Region::new(r.left, r.top, r.width, r.height) } else { *r };
    let mut areas: Vec<Region> =
        lines.iter().map(|r| upright(r).intersection(page)).filter(|r| r.area() >= 16.0).collect();
    if areas.len() < FEWEST {
        areas = strips(gray, document);
    }
    areas.sort_by(|a, b| b.area().total_cmp(&a.area()));
    areas.truncate(MOST);
    areas
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
    found.truncate(MOST / 2);
    found.into_iter().map(|(_, cell)| cell).collect()
}

/// Changes between dark and light along the rows of a cell, for each height of it; `None` where it is not print.
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

/// The value that so many pixels do not exceed.
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
