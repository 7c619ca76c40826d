//! A copy of the page reduced by a whole factor: light, color and objects are measured on it, since whatever matters
//! of them is many pixels wide there. Grain is averaged away; sharpness must not be measured on it.

use image::{GrayImage, RgbImage};

use crate::geometry::{Point, Region, Size};

/// Longest side of the copy, in pixels.
const SIDE: u32 = 512;
/// Longest side of the finer copy: a stroke of half a millimeter on a letter page is 2 pixels wide there.
const FINE_SIDE: u32 = 1152;
/// From this factor on every second row of a block is enough for its mean.
const COARSE: u32 = 4;

/// The reduced copy.
pub(super) struct Reduced {
    /// Its luma.
    pub image: GrayImage,
    /// Its colors, the mean of a block of the page for each pixel.
    pub rgb: RgbImage,
    /// Pixels of the page for one pixel of the copy.
    pub factor: u32,
}

impl Reduced {
    /// Reduces a page of at least one pixel: a fine and a coarse copy, the coarse one from the fine one.
    pub fn pair(page: &RgbImage) -> (Self, Self) {
        let fine = Self::to(page, FINE_SIDE);
        let coarse = Self::to(&fine.rgb, SIDE);
        let factor = fine.factor * coarse.factor;
        (fine, Self { factor, ..coarse })
    }

    /// A copy whose longer side has at most about so many pixels.
    fn to(page: &RgbImage, side: u32) -> Self {
        let (w, h) = page.dimensions();
        let factor = w.max(h).div_ceil(side.max(1)).max(1);
        let (sw, sh) = ((w / factor).max(1), (h / factor).max(1));
        let (across, down) = (factor.min(w) as usize, factor.min(h));
        let step = if factor >= COARSE { 2 } else { 1 };
        let stride = w as usize * 3;
        let raw = page.as_raw();
        let mut rgb = Vec::with_capacity(sw as usize * sh as usize * 3);
        let mut sums = vec![[0_u32; 3]; sw as usize];
        for y in 0..sh {
            sums.fill([0; 3]);
            let mut rows = 0;
            for row in (y * down..(y + 1) * down).step_by(step) {
                let line = &raw[row as usize * stride..][..stride];
                for (sum, block) in sums.iter_mut().zip(line.chunks_exact(across * 3)) {
                    for p in block.chunks_exact(3) {
                        sum[0] += u32::from(p[0]);
                        sum[1] += u32::from(p[1]);
                        sum[2] += u32::from(p[2]);
                    }
                }
                rows += 1;
            }
            let count = (rows * across as u32).max(1);
            rgb.extend(sums.iter().flatten().map(|v| ((v + count / 2) / count) as u8));
        }
        let rgb = RgbImage::from_raw(sw, sh, rgb).unwrap_or_default();
        let luma = rgb.pixels().map(|p| luma(p.0)).collect();
        let image = GrayImage::from_raw(sw, sh, luma).unwrap_or_default();
        Self { image, rgb, factor }
    }

    /// Width and height of the copy.
    pub fn size(&self) -> Size {
        Size::new(self.image.width(), self.image.height())
    }

    /// A region of the page on the copy, as whole pixels: left, top, right, bottom (outside), never empty.
    pub fn window(&self, region: Region) -> [u32; 4] {
        let scaled = region.scaled(1.0 / self.factor as f32).intersection(self.size().region());
        let (w, h) = self.image.dimensions();
        let left = (scaled.left as u32).min(w - 1);
        let top = (scaled.top as u32).min(h - 1);
        [
            left,
            top,
            (scaled.right().ceil() as u32).clamp(left + 1, w),
            (scaled.bottom().ceil() as u32).clamp(top + 1, h),
        ]
    }

    /// The middle of a pixel of the copy, in upright space.
    pub fn to_page(&self, x: u32, y: u32) -> Point {
        let factor = self.factor as f32;
        Point::new((x as f32 + 0.5) * factor, (y as f32 + 0.5) * factor)
    }

    /// A window of the copy in upright space.
    pub fn on_page(&self, window: [u32; 4]) -> Region {
        let [left, top, right, bottom] = window.map(|n| (n * self.factor) as f32);
        Region::new(left, top, right - left, bottom - top)
    }
}

/// Luma of a color (Rec. 601), as [`crate::page::Page::gray`] has it.
fn luma([r, g, b]: [u8; 3]) -> u8 {
    ((u32::from(r) * 77 + u32::from(g) * 150 + u32::from(b) * 29 + 128) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn a_block_becomes_its_mean_and_any_size_has_a_copy() {
        let page = RgbImage::from_fn(1024, 600, |x, _| if x % 2 == 0 { Rgb([0, 0, 0]) } else { Rgb([200, 100, 50]) });
        let (fine, small) = Reduced::pair(&page);
        assert_eq!(fine.factor, 1);
        assert_eq!((small.factor, small.rgb.dimensions()), (2, (512, 300)));
        assert_eq!(small.rgb.get_pixel(7, 9).0, [100, 50, 25]);
        for (w, h) in [(1, 1), (20_000, 3), (2, 5000), (511, 513)] {
            let (fine, small) = Reduced::pair(&RgbImage::new(w, h));
            for copy in [fine, small] {
                assert!(copy.rgb.width() >= 1 && copy.rgb.height() >= 1);
                assert_eq!(copy.window(Region::new(-9.0, 0.0, 1e9, 1e9))[0], 0);
            }
        }
    }
}
