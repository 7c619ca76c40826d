//! A small copy of the page, in which outlines are looked for: a document's edge is long, and every pixel of it is not
//! needed to find it. Keeps color, because paper and table may be equally bright.

use image::{GrayImage, RgbImage};

/// Longest side of the copy, at least half of it for larger pages. Lines fitted to
/// its edges are good to a fraction of its pixels: the median overlap stays at 0.99.
const SIDE: u32 = 560;

/// Most rows whose sum fits into sixteen bits.
const MOST_ROWS: usize = 256;

/// The copy.
#[derive(Debug, Clone, Default)]
pub(super) struct Reduced {
    /// Width in its own pixels.
    pub(super) width: usize,
    /// Height in its own pixels.
    pub(super) height: usize,
    /// One plane for luma, or one each for red, green and blue; values 0–255, row by row.
    pub(super) planes: Vec<Vec<f32>>,
    /// Pixels of the page in one pixel of the copy.
    pub(super) factor: f32,
}

impl Reduced {
    /// From the luma of a page.
    pub(super) fn of_gray(page: &GrayImage) -> Self {
        Self::of(page.as_raw(), page.width(), page.height(), 1)
    }

    /// From the pixels of a page.
    pub(super) fn of_rgb(page: &RgbImage) -> Self {
        Self::of(page.as_raw(), page.width(), page.height(), 3)
    }

    /// The mean over squares of pixels; what does not fill a square at the right and at the bottom is left out.
    fn of(raw: &[u8], width: u32, height: u32, channels: usize) -> Self {
        let by = width.max(height).div_ceil(SIDE).max(1) as usize;
        let (w, h) = (width as usize / by, height as usize / by);
        let mut planes = vec![vec![0.0_f32; w * h]; channels];
        if w == 0 || h == 0 {
            return Self { width: 0, height: 0, planes, factor: by as f32 };
        }
        let row_length = width as usize * channels;
        let share = 1.0 / (by * by) as f32;
        // first down the columns, which the processor does for many at once; then along the row
        let mut columns = vec![0_u32; w * by * channels];
        for (y, rows) in raw.chunks_exact(row_length * by).take(h).enumerate() {
            columns.fill(0);
            for some in rows.chunks(row_length * MOST_ROWS) {
                add_rows(&mut columns, some, row_length);
            }
            let squares = columns.chunks_exact(by * channels);
            for (x, square) in squares.enumerate() {
                let mut sums = [0_u32; 3];
                for pixel in square.chunks_exact(channels) {
                    for (sum, v) in sums.iter_mut().zip(pixel) {
                        *sum = sum.wrapping_add(*v);
                    }
                }
                for (plane, sum) in planes.iter_mut().zip(sums) {
                    plane[y * w + x] = sum as f32 * share;
                }
            }
        }
        Self { width: w, height: h, planes, factor: by as f32 }
    }

    /// Mean over the planes at the pixel nearest to a place; `None` outside.
    pub(super) fn color_at(&self, x: f32, y: f32) -> Option<[f32; 3]> {
        if x < 0.0 || y < 0.0 || x >= self.width as f32 || y >= self.height as f32 {
            return None;
        }
        let at = y as usize * self.width + x as usize;
        let one = |i: usize| self.planes.get(i.min(self.planes.len() - 1)).map_or(0.0, |p| p[at]);
        Some([one(0), one(1), one(2)])
    }

    /// Luma of all pixels (Rec. 601).
    pub(super) fn luma(&self) -> Vec<f32> {
        match self.planes.as_slice() {
            [r, g, b] => r.iter().zip(g).zip(b).map(|((r, g), b)| 0.299 * r + 0.587 * g + 0.114 * b).collect(),
            [one, ..] => one.clone(),
            [] => Vec::new(),
        }
    }
}

/// Adds rows of bytes to the sums of their columns.
fn add_rows(columns: &mut [u32], rows: &[u8], row_length: usize) {
    let mut sums = vec![0_u16; columns.len()];
    for row in rows.chunks_exact(row_length) {
        for (sum, v) in sums.iter_mut().zip(row) {
            *sum = sum.wrapping_add(u16::from(*v)); // MOST_ROWS keeps it from wrapping
        }
    }
    for (column, sum) in columns.iter_mut().zip(sums) {
        *column = column.wrapping_add(u32::from(sum));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pixel_of_the_copy_is_the_mean_of_its_square() {
        let page =
            RgbImage::from_fn(1130, 700, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8]));
        let copy = Reduced::of_rgb(&page);
        let by = copy.factor as u32;
        assert_eq!((copy.width, copy.height), ((1130 / by) as usize, (700 / by) as usize));
        for (x, y) in [(0, 0), (17, 40), (copy.width as u32 - 1, copy.height as u32 - 1)] {
            for c in 0..3 {
                let square = (0..by * by).map(|i| f32::from(page[(x * by + i % by, y * by + i / by)][c]));
                let mean = square.sum::<f32>() / (by * by) as f32;
                assert!((copy.planes[c][y as usize * copy.width + x as usize] - mean).abs() < 0.01);
            }
        }
    }
}
