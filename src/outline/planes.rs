//! A small copy of the page as three planes of numbers, in which outlines are looked for. A document's edge is long, so
//! not every pixel of it is needed to find it. Color is kept, because paper and table may be equally bright.

use crate::pixels::{LUMA, Means, Pyramid};

/// Longest side of the copy, in pixels; the copy of a larger page has at least half of that. Lines fitted to the edges
/// are accurate to a fraction of a pixel of the copy: the median overlap stays at 0.99.
const SIDE: u32 = 560;

/// The copy.
#[derive(Debug, Clone, Default)]
pub(super) struct Planes {
    /// Width in its own pixels.
    pub(super) width: usize,
    /// Height in its own pixels.
    pub(super) height: usize,
    /// Red, green and blue; values 0–255, row by row.
    pub(super) colors: [Vec<f32>; 3],
    /// Pixels of the page in one pixel of the copy.
    pub(super) factor: f32,
}

impl Planes {
    /// From a page of at least one pixel.
    pub(super) fn of(page: &Pyramid<'_>) -> Self {
        let size = page.size();
        let factor = size.width.max(size.height).div_ceil(SIDE);
        let copy = Means::by(page, factor);
        let colors = std::array::from_fn(|c| copy.colors.iter().map(|color| color[c]).collect());
        Self { width: copy.width as usize, height: copy.height as usize, colors, factor: factor as f32 }
    }

    /// The color of the pixel nearest to a place; `None` outside.
    pub(super) fn color_at(&self, x: f32, y: f32) -> Option<[f32; 3]> {
        if x < 0.0 || y < 0.0 || x >= self.width as f32 || y >= self.height as f32 {
            return None;
        }
        let at = y as usize * self.width + x as usize;
        Some(std::array::from_fn(|c| self.colors[c][at]))
    }

    /// Luma of all pixels.
    pub(super) fn luma(&self) -> Vec<f32> {
        let [r, g, b] = &self.colors;
        r.iter().zip(g).zip(b).map(|((r, g), b)| LUMA[0] * r + LUMA[1] * g + LUMA[2] * b).collect()
    }
}
