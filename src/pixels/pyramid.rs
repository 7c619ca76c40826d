//! A picture and its halved copies, from which any scale can be sampled without aliasing.
//!
//! A phone photo has twelve million pixels and letters eighty pixels high. The networks need pictures about a thousand
//! pixels wide, and lines forty-eight pixels high. Sampling the next larger copy is quick and loses nothing.

use image::RgbImage;
use imageproc::geometric_transformations::Projection;

use crate::geometry::{Point, Quad, Size};

/// Longest side of the smallest copy, in pixels: no stage needs a smaller one.
const SMALLEST_COPY: u32 = 800;

/// A picture with copies of half, a quarter, … of its size. It is made once per page and lent to all stages.
#[derive(Debug, Clone)]
pub struct Pyramid<'a> {
    full: &'a RgbImage,
    halved: Vec<RgbImage>,
}

impl<'a> Pyramid<'a> {
    /// Halves a picture until its longer side is short enough.
    pub fn of(full: &'a RgbImage) -> Self {
        let mut levels: Vec<RgbImage> = Vec::new();
        loop {
            let last = levels.last().unwrap_or(full);
            if last.width().max(last.height()) <= SMALLEST_COPY {
                break;
            }
            levels.push(halved(last));
        }
        Self { full, halved: levels }
    }

    /// The full picture.
    pub fn full(&self) -> &'a RgbImage {
        self.full
    }

    /// Size of the full picture.
    pub fn size(&self) -> Size {
        Size::new(self.full.width(), self.full.height())
    }

    /// The smallest copy whose longer side has at least so many pixels; the full picture if it has fewer.
    pub(super) fn at_least(&self, longest: u32) -> &RgbImage {
        let is_enough = |copy: &&RgbImage| copy.width().max(copy.height()) >= longest;
        self.halved.iter().rev().find(is_enough).unwrap_or(self.full)
    }

    /// The picture halved `halvings` times; the smallest copy if there are not that many.
    fn level(&self, halvings: usize) -> &RgbImage {
        let smallest = halvings.min(self.halved.len());
        smallest.checked_sub(1).and_then(|i| self.halved.get(i)).unwrap_or(self.full)
    }

    /// The smallest copy of which several pixels, and a whole number of them, make up `factor` pixels of the full
    /// picture; and how often it was halved.
    pub(super) fn halved_for(&self, factor: u32) -> (&RgbImage, u32) {
        let several = (factor / 2).checked_ilog2().unwrap_or(0);
        let halvings = factor.trailing_zeros().min(several).min(self.halved.len() as u32);
        (self.level(halvings as usize), halvings)
    }

    /// Samples the four-cornered piece of the full picture into a picture of the given size. Outside of the picture,
    /// the color of its edge continues.
    pub fn sample(&self, piece: &Quad, to: Size) -> RgbImage {
        let [a, b, c, d] = piece.corners;
        let (width, height) = (to.width as f32, to.height as f32);
        self.sampled(piece, to, |x, y| between(between(a, b, x / width), between(d, c, x / width), y / height))
    }

    /// The same as if the piece were a sheet seen from straight above. `page_from_sheet` maps the pixels of the new
    /// picture, whose size is `to`, to the full picture.
    pub fn flattened(&self, page_from_sheet: &Projection, to: Size) -> RgbImage {
        let place = |x: f32, y: f32| {
            let (x, y) = *page_from_sheet * (x, y);
            Point::new(x, y)
        };
        let piece = Quad::new(Quad::from(to.region()).corners.map(|p| place(p.x, p.y)));
        self.sampled(&piece, to, place)
    }

    /// Fills a picture by sampling the copy that suits the piece. `place` maps each of its pixels to the full picture.
    fn sampled(&self, piece: &Quad, to: Size, place: impl Fn(f32, f32) -> Point) -> RgbImage {
        let [a, b, c, d] = piece.corners;
        let across = a.distance(b).max(d.distance(c)) / to.width.max(1) as f32;
        let down = a.distance(d).max(b.distance(c)) / to.height.max(1) as f32;
        let source = self.level(across.min(down).max(1.0).log2().floor() as usize);
        let mut out = RgbImage::new(to.width, to.height);
        if source.width() == 0 || source.height() == 0 {
            return out;
        }
        let full = self.size();
        let shrink_x = source.width() as f32 / full.width as f32;
        let shrink_y = source.height() as f32 / full.height as f32;
        for (x, y, pixel) in out.enumerate_pixels_mut() {
            let p = place(x as f32 + 0.5, y as f32 + 0.5);
            pixel.0 = bilinear(source, p.x * shrink_x - 0.5, p.y * shrink_y - 0.5);
        }
        out
    }
}

fn between(a: Point, b: Point, share: f32) -> Point {
    Point::new(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
}

/// Color at a place between pixel centers. The picture must not be empty.
fn bilinear(image: &RgbImage, x: f32, y: f32) -> [u8; 3] {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let (x, y) = (x.clamp(0.0, (width - 1) as f32), y.clamp(0.0, (height - 1) as f32));
    let (left, top) = (x as usize, y as usize);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x - left as f32, y - top as f32);
    let raw = image.as_raw();
    let at = |x: usize, y: usize, channel: usize| f32::from(raw[(y * width + x) * 3 + channel]);
    std::array::from_fn(|i| {
        let upper = at(left, top, i) * (1.0 - fx) + at(right, top, i) * fx;
        let lower = at(left, bottom, i) * (1.0 - fx) + at(right, bottom, i) * fx;
        (upper * (1.0 - fy) + lower * fy + 0.5) as u8
    })
}

/// Mean of two by two pixels; an odd last row or column counts twice.
pub(super) fn halved(image: &RgbImage) -> RgbImage {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let (out_width, out_height) = (width.div_ceil(2), height.div_ceil(2));
    let raw = image.as_raw();
    let mut out = vec![0; out_width * out_height * 3];
    let mean = |four: [u8; 4]| ((four.map(u16::from).iter().sum::<u16>() + 2) / 4) as u8;
    for (y, row) in out.chunks_exact_mut((out_width * 3).max(1)).enumerate() {
        let upper = &raw[2 * y * width * 3..][..width * 3];
        let lower = &raw[(2 * y + 1).min(height - 1) * width * 3..][..width * 3];
        let (pairs, rest) = row.split_at_mut(width / 2 * 3);
        let pixels = upper.chunks_exact(6).zip(lower.chunks_exact(6));
        for (pixel, (upper, lower)) in pairs.chunks_exact_mut(3).zip(pixels) {
            for (i, channel) in pixel.iter_mut().enumerate() {
                *channel = mean([upper[i], upper[i + 3], lower[i], lower[i + 3]]);
            }
        }
        let (last_upper, last_lower) = (upper.rchunks_exact(3).next(), lower.rchunks_exact(3).next());
        for ((channel, upper), lower) in
            rest.iter_mut().zip(last_upper.into_iter().flatten()).zip(last_lower.into_iter().flatten())
        {
            *channel = mean([*upper, *upper, *lower, *lower]);
        }
    }
    RgbImage::from_raw(out_width as u32, out_height as u32, out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;
    use crate::geometry::Region;

    fn ramp(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, 7]))
    }

    #[test]
    fn a_piece_of_the_same_size_is_that_piece() {
        let image = ramp(40, 30);
        let piece = Quad::from(Region::new(5.0, 6.0, 20.0, 10.0));
        let sampled = Pyramid::of(&image).sample(&piece, Size::new(20, 10));
        assert!(sampled.enumerate_pixels().all(|(x, y, p)| p == image.get_pixel(x + 5, y + 6)));
    }

    #[test]
    fn the_first_corner_decides_how_the_piece_is_turned() {
        let image = ramp(40, 30);
        let mut corners = Quad::from(Region::new(0.0, 0.0, 40.0, 30.0)).corners;
        corners.rotate_left(2);
        let turned = Pyramid::of(&image).sample(&Quad::new(corners), Size::new(40, 30));
        assert_eq!(turned, image::imageops::rotate180(&image));
    }

    #[test]
    fn a_smaller_copy_keeps_the_mean() {
        let image = RgbImage::from_fn(6400, 400, |x, y| Rgb([if (x + y) % 2 == 0 { 255 } else { 1 }; 3]));
        let small = Pyramid::of(&image).sample(&Quad::from(Region::new(0.0, 0.0, 6400.0, 400.0)), Size::new(800, 50));
        assert!(small.pixels().all(|p| p[0].abs_diff(128) <= 1));
    }

    #[test]
    fn beyond_the_edge_the_edge_goes_on() {
        let image = RgbImage::from_pixel(1, 1, Rgb([9, 8, 7]));
        let sampled = Pyramid::of(&image).sample(&Quad::from(Region::new(-50.0, -9.0, 100.0, 90.0)), Size::new(8, 3));
        assert!(sampled.pixels().all(|p| p.0 == [9, 8, 7]));
    }
}
