//! Where on a page a barcode may be: a cheap search for blocks full of vertical or of horizontal edges.

use image::{GrayImage, Luma, RgbImage};
use imageproc::distance_transform::Norm;
use imageproc::morphology::close;

use crate::geometry::Region;
use crate::pixels::{Area, Neighbors, areas, thinned};

/// Longest side of the picture that the texture test looks at. At 1,200 px, the symbol of a license that takes a third
/// of the page's width still has bars of about one pixel, which leave strong edges.
const TEXTURE_SIDE: u32 = 1200;
/// Side of a block of the texture test, in pixels of that picture.
const BLOCK: u32 = 12;
/// A block counts as bars when its mean step across the bars is at least this many levels …
const MIN_STEP: f32 = 14.0;
/// … and that many times the mean step along them. Print has about 1.2, PDF417 rows 2 and more (measured on public
/// specimens of symbols and on pages of print).
const ACROSS_TO_ALONG: f32 = 1.45;
/// Smallest patch that may be a symbol, in blocks.
const MIN_BLOCKS: usize = 6;
/// Least share of its bounding box that a patch of bars must fill.
const FILLED: f32 = 0.35;
/// Minimum barred blocks in the 5×5 neighborhood (16 of 24) for a block to be interior.
const LEAST_AMID: usize = 16;
/// Most patches that are tried.
const MAX_PATCHES: usize = 2;
/// A patch is grown by this share of its longer side: the wide bar of the start pattern has no edges inside, so the
/// patch misses it.
const GROWTH: f32 = 0.06;

/// The blocks of a small gray copy of the page, each with whether it looks like bars.
pub(super) struct Texture {
    columns: usize,
    rows: usize,
    scale: f32,
    bars: Vec<bool>,
    contrast: bool,
}

impl Texture {
    pub(super) fn of(page: &RgbImage) -> Self {
        let step = (page.width().max(page.height()).div_ceil(TEXTURE_SIDE)).max(1);
        let gray = thinned(page, step);
        let (columns, rows) = ((gray.width() / BLOCK) as usize, (gray.height() / BLOCK) as usize);
        let mut bars = vec![false; columns * rows];
        let mut contrast = false;
        for row in 0..rows {
            for column in 0..columns {
                let (across, along) = steps(&gray, column as u32 * BLOCK, row as u32 * BLOCK);
                let (most, least) = if across > along { (across, along) } else { (along, across) };
                contrast |= most >= MIN_STEP;
                bars[row * columns + column] = most >= MIN_STEP && most >= ACROSS_TO_ALONG * least.max(1.0);
            }
        }
        Self { columns, rows, scale: step as f32, bars, contrast }
    }

    pub(super) fn has_contrast(&self) -> bool {
        self.contrast
    }

    /// Patches of joined blocks, largest first, in pixels of the page, grown by two blocks and by [`GROWTH`].
    pub(super) fn patches(&self) -> Vec<Region> {
        let mut found = self.dense(&self.bars);
        found.extend(self.dense(&self.amid_others()));
        found.sort_by_key(|f| std::cmp::Reverse(f.0));
        let mut distinct: Vec<Region> = Vec::new();
        for (_, cells) in found {
            if distinct.iter().all(|d| d.intersection(cells).area() <= 0.5 * cells.area()) {
                distinct.push(cells);
            }
        }
        distinct.truncate(MAX_PATCHES);
        let block = BLOCK as f32 * self.scale;
        let grown = |r: Region| r.grown(2.0 + GROWTH * r.width.max(r.height));
        distinct.into_iter().map(|cells| grown(cells).scaled(block)).collect()
    }

    /// Patches that fill a good part of their bounding box: sizes and boxes in blocks. A single missing block does not
    /// split a patch.
    fn dense(&self, bars: &[bool]) -> Vec<(usize, Region)> {
        let is_bars = |x: u32, y: u32| bars[y as usize * self.columns + x as usize];
        let (columns, rows) = (self.columns as u32, self.rows as u32);
        let mask = GrayImage::from_fn(columns, rows, |x, y| Luma([if is_bars(x, y) { 255 } else { 0 }]));
        let whole = close(&mask, Norm::LInf, 1);
        let patches = areas([0, 0, columns, rows], Neighbors::SidesAndCorners, |x, y| whole.get_pixel(x, y)[0] > 0);
        let measured = |patch: Area| {
            let [left, top, right, bottom] = patch.bounds().map(|n| n as f32);
            let blocks = patch.pixels.iter().filter(|(x, y)| is_bars(*x, *y)).count();
            (blocks, Region::new(left, top, right - left, bottom - top))
        };
        let is_dense = |(blocks, cells): &(usize, Region)| {
            *blocks >= MIN_BLOCKS && *blocks as f32 >= FILLED * cells.area().max(1.0)
        };
        patches.into_iter().map(measured).filter(is_dense).collect()
    }

    /// Blocks of bars that are surrounded by others. The edge of a card is a line of blocks, which would join the
    /// symbol to the card's other edges.
    fn amid_others(&self) -> Vec<bool> {
        let is_amid = |at: usize| {
            let (x, y) = (at % self.columns, at / self.columns);
            let rows = y.saturating_sub(2)..(y + 3).min(self.rows);
            let row = |y: usize| (x.saturating_sub(2)..(x + 3).min(self.columns)).map(move |x| y * self.columns + x);
            rows.flat_map(row).filter(|n| self.bars[*n]).count() > LEAST_AMID
        };
        (0..self.bars.len()).map(|at| self.bars[at] && is_amid(at)).collect()
    }
}

/// Mean absolute steps to the right and down, over one block.
fn steps(gray: &GrayImage, left: u32, top: u32) -> (f32, f32) {
    let raw = gray.as_raw();
    let width = gray.width() as usize;
    let (mut right, mut down) = (0_u32, 0_u32);
    for y in top..top + BLOCK - 1 {
        let row = y as usize * width;
        for x in left..left + BLOCK - 1 {
            let at = row + x as usize;
            right += u32::from(raw[at].abs_diff(raw[at + 1]));
            down += u32::from(raw[at].abs_diff(raw[at + width]));
        }
    }
    let n = ((BLOCK - 1) * (BLOCK - 1)) as f32;
    (right as f32 / n, down as f32 / n)
}
