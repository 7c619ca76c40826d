//! A copy of a picture reduced by a whole factor: outlines, light, color and objects are looked for on it, because
//! their relevant details are many pixels wide there. Grain is averaged away, and sharpness must not be measured on the
//! copy.

use image::{GrayImage, RgbImage};

use super::{Pyramid, luma_of};
use crate::geometry::{Point, Region, Size};

/// The reduced copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Reduced {
    /// Its luma.
    pub luma: GrayImage,
    /// Its colors: each pixel is the mean of a square of the picture. Pixels at the right and the bottom that do not
    /// fill a square are left out.
    pub rgb: RgbImage,
    /// Pixels of the picture for one pixel of the copy.
    pub factor: u32,
}

impl Reduced {
    /// A copy whose longer side has at most `longest` pixels, and more than half of that if the picture is large
    /// enough.
    pub fn to(picture: &Pyramid<'_>, longest: u32) -> Self {
        let size = picture.size();
        Self::by(picture, size.width.max(size.height).div_ceil(longest.max(1)))
    }

    /// A copy with one pixel for each `factor` by `factor` pixels of the picture. The picture must have at least one
    /// pixel.
    pub fn by(picture: &Pyramid<'_>, factor: u32) -> Self {
        let Means { width, height, colors } = Means::by(picture, factor);
        let bytes = colors.iter().flatten().map(|v| (v + 0.5) as u8).collect();
        let rgb = RgbImage::from_raw(width, height, bytes).unwrap_or_default();
        Self { luma: luma_of(&rgb), rgb, factor: factor.max(1) }
    }

    /// Width and height of the copy.
    pub fn size(&self) -> Size {
        Size::new(self.rgb.width(), self.rgb.height())
    }

    /// A region of the picture in whole pixels of the copy: left, top, right, bottom (the last two exclusive), never
    /// empty.
    pub fn window(&self, region: Region) -> [u32; 4] {
        let scaled = region.scaled(1.0 / self.factor as f32).intersection(self.size().region());
        let (w, h) = self.rgb.dimensions();
        let left = (scaled.left as u32).min(w - 1);
        let top = (scaled.top as u32).min(h - 1);
        [
            left,
            top,
            (scaled.right().ceil() as u32).clamp(left + 1, w),
            (scaled.bottom().ceil() as u32).clamp(top + 1, h),
        ]
    }

    /// The middle of a pixel of the copy, in the picture's pixels.
    pub fn to_page(&self, x: u32, y: u32) -> Point {
        let factor = self.factor as f32;
        Point::new((x as f32 + 0.5) * factor, (y as f32 + 0.5) * factor)
    }

    /// A window of the copy in the picture's pixels.
    pub fn on_page(&self, window: [u32; 4]) -> Region {
        let [left, top, right, bottom] = window.map(|n| (n * self.factor) as f32);
        Region::new(left, top, right - left, bottom - top)
    }
}

/// The same copy with fractional gray levels, which bytes cannot hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Means {
    /// Width of the copy.
    pub width: u32,
    /// Height of the copy.
    pub height: u32,
    /// Red, green and blue, 0–255, row by row.
    pub colors: Vec<[f32; 3]>,
}

impl Means {
    /// The means over squares of `factor` by `factor` pixels of a picture. The picture must have at least one pixel.
    pub fn by(picture: &Pyramid<'_>, factor: u32) -> Self {
        let (size, factor) = (picture.size(), factor.max(1));
        let (width, height) = ((size.width / factor).max(1), (size.height / factor).max(1));
        // the mean of the means of equal squares is the mean of all pixels, so the halved copies save most of the work
        let (level, halvings) = picture.halved_for(factor);
        Self { width, height, colors: squares(level, factor >> halvings, width, height) }
    }
}

/// The means over `width` × `height` squares with sides of `side` pixels, starting at the top left.
fn squares(picture: &RgbImage, side: u32, width: u32, height: u32) -> Vec<[f32; 3]> {
    let (across, down) = (side.clamp(1, picture.width().max(1)), side.clamp(1, picture.height().max(1)));
    let stride = picture.width() as usize * 3;
    let raw = picture.as_raw();
    let mut means = Vec::with_capacity(width as usize * height as usize);
    let mut sums = vec![[0_u32; 3]; width as usize];
    let share = 1.0 / (down * across) as f32;
    for y in 0..height {
        sums.fill([0; 3]);
        for row in y * down..(y + 1) * down {
            let line = &raw[row as usize * stride..][..stride];
            for (sum, square) in sums.iter_mut().zip(line.chunks_exact(across as usize * 3)) {
                for p in square.chunks_exact(3) {
                    sum[0] += u32::from(p[0]);
                    sum[1] += u32::from(p[1]);
                    sum[2] += u32::from(p[2]);
                }
            }
        }
        means.extend(sums.iter().map(|sum| sum.map(|v| v as f32 * share)));
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn each_pixel_of_the_copy_is_the_mean_of_its_square() {
        let page = RgbImage::from_fn(1130, 700, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8]));
        let pyramid = Pyramid::of(&page);
        for factor in [1, 2, 3, 4, 6, 7, 12] {
            let copy = Reduced::by(&pyramid, factor);
            assert_eq!(copy.rgb.dimensions(), (1130 / factor, 700 / factor));
            for (x, y) in [(0, 0), (17, 40), (copy.rgb.width() - 1, copy.rgb.height() - 1)] {
                for c in 0..3 {
                    let at = |i: u32| page[(x * factor + i % factor, y * factor + i / factor)][c];
                    let mean = (0..factor * factor).map(|i| f32::from(at(i))).sum::<f32>() / (factor * factor) as f32;
                    assert!((f32::from(copy.rgb[(x, y)][c]) - mean).abs() <= 1.3, "{factor}");
                }
            }
        }
    }

    #[test]
    fn any_size_has_a_copy_and_every_region_a_window() {
        for (w, h) in [(1, 1), (20_000, 3), (2, 5000), (511, 513), (1024, 600)] {
            let page = RgbImage::new(w, h);
            for longest in [1152, 512] {
                let copy = Reduced::to(&Pyramid::of(&page), longest);
                assert!(
                    copy.rgb.width() >= 1
                        && copy.rgb.height() >= 1
                        && copy.rgb.width().max(copy.rgb.height()) <= longest
                );
                assert_eq!(copy.window(Region::new(-9.0, 0.0, 1e9, 1e9))[0], 0);
            }
        }
    }
}
