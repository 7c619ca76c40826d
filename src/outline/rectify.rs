//! The document as if seen by a camera straight above it, and the mapping back from that view to the page.

use image::{Rgb, RgbImage};
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};

use crate::geometry::{Point, Quad, Region};

/// Longest side of a rectified document: more pixels than any reader uses.
const LONGEST: f32 = 4096.0;

/// A document with its perspective taken out.
pub struct Rectified {
    /// Its pixels, in the same orientation as its outline.
    pub image: RgbImage,
    page_from_image: Projection,
}

impl Rectified {
    /// Rectifies the document inside an outline on the page. The first corner of the outline becomes the top left.
    /// Sides keep about the length that they have on the page. `None` for an outline without area.
    pub fn of(page: &RgbImage, outline: &Quad) -> Option<Self> {
        let c = &outline.corners;
        let width = c[0].distance(c[1]).max(c[3].distance(c[2]));
        let height = c[0].distance(c[3]).max(c[1].distance(c[2]));
        if !(width >= 1.0 && height >= 1.0 && outline.area() >= 1.0) {
            return None;
        }
        let scale = (LONGEST / width.max(height)).min(1.0);
        let (w, h) = ((width * scale).max(1.0).round(), (height * scale).max(1.0).round());
        let flat = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)];
        let image_from_page = Projection::from_control_points(c.map(|p| (p.x, p.y)), flat)?;
        let mut image = RgbImage::new(w as u32, h as u32);
        warp_into(page, image_from_page, Interpolation::Bilinear, Border::Constant(Rgb([255; 3])), &mut image);
        Some(Self { image, page_from_image: image_from_page.invert() })
    }

    /// The place on the page of a point of the rectified document.
    pub fn point_to_page(&self, p: Point) -> Point {
        let (x, y) = self.page_from_image * (p.x, p.y);
        Point::new(x, y)
    }

    /// The same for four corners.
    pub fn quad_to_page(&self, quad: &Quad) -> Quad {
        Quad::new(quad.corners.map(|p| self.point_to_page(p)))
    }

    /// The smallest box on the page around a box of the rectified document.
    pub fn region_to_page(&self, region: Region) -> Region {
        self.quad_to_page(&region.into()).bounds()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_come_back_to_where_they_were() {
        let corners = [(40.0, 30.0), (210.0, 52.0), (190.0, 160.0), (25.0, 140.0)].map(|(x, y)| Point::new(x, y));
        let page = RgbImage::from_pixel(240, 180, Rgb([9, 9, 9]));
        let flat = Rectified::of(&page, &Quad::new(corners)).unwrap();
        let (w, h) = (flat.image.width() as f32, flat.image.height() as f32);
        let back = flat.quad_to_page(&Region::new(0.0, 0.0, w, h).into());
        for (a, b) in back.corners.iter().zip(corners) {
            assert!(a.distance(b) < 0.5, "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_lies_in_the_outline_fills_the_picture() {
        let corners = [(40.0, 30.0), (210.0, 52.0), (190.0, 160.0), (25.0, 140.0)].map(|(x, y)| Point::new(x, y));
        let quad = Quad::new(corners);
        let page = RgbImage::from_fn(240, 180, |x, y| {
            Rgb([if quad.contains(Point::new(x as f32, y as f32)) { 250 } else { 0 }; 3])
        });
        let flat = Rectified::of(&page, &quad).unwrap().image;
        let (w, h) = flat.dimensions();
        let inner = flat.enumerate_pixels().filter(|(x, y, _)| *x > 2 && *y > 2 && x + 3 < w && y + 3 < h);
        assert!(inner.into_iter().all(|(_, _, p)| p[0] == 250));
    }

    #[test]
    fn an_outline_without_area_gives_nothing() {
        let page = RgbImage::new(10, 10);
        assert!(Rectified::of(&page, &Quad::from(Region::default())).is_none());
        assert!(Rectified::of(&page, &Quad::new([Point::new(f32::NAN, 0.0); 4])).is_none());
    }

    /// Numbers 0–1 in a fixed order.
    fn numbers(seed: u64) -> impl FnMut() -> f32 {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 40) as f32 / (1_u64 << 24) as f32
        }
    }

    /// Where the line through `a` and `b` meets the line through `c` and `d`.
    fn crossing(a: Point, b: Point, c: Point, d: Point) -> Point {
        let (p, q) = ((b.x - a.x, b.y - a.y), (d.x - c.x, d.y - c.y));
        let t = ((c.x - a.x) * q.1 - (c.y - a.y) * q.0) / (p.0 * q.1 - p.1 * q.0);
        Point::new(a.x + t * p.0, a.y + t * p.1)
    }

    #[test]
    fn any_view_of_a_sheet_maps_back_as_perspective_does() {
        let page = RgbImage::new(400, 300);
        for seed in 0..200 {
            let mut next = numbers(seed);
            // a sheet of any shape seen from any side: each corner may move by an eighth of the sides, either way
            let (w, h) = (60.0 + 250.0 * next(), 60.0 + 200.0 * next());
            let corner = |x: f32, y: f32, next: &mut dyn FnMut() -> f32| {
                Point::new(20.0 + x * w + 0.25 * w * (next() - 0.5), 20.0 + y * h + 0.25 * h * (next() - 0.5))
            };
            let c = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| corner(x, y, &mut next));
            let flat = Rectified::of(&page, &Quad::new(c)).unwrap();
            let (fw, fh) = (flat.image.width() as f32, flat.image.height() as f32);
            // a perspective mapping keeps straight lines straight, so the crossing of the diagonals stays their
            // crossing
            let middle = flat.point_to_page(Point::new(fw / 2.0, fh / 2.0));
            assert!(middle.distance(crossing(c[0], c[2], c[1], c[3])) < 0.6, "{seed}");
            let quad = Quad::new(c);
            let (a, b) = (flat.point_to_page(Point::new(0.3 * fw, 0.0)), flat.point_to_page(Point::new(0.3 * fw, fh)));
            let between = flat.point_to_page(Point::new(0.3 * fw, (0.1 + 0.8 * next()) * fh));
            let off = ((b.x - a.x) * (between.y - a.y) - (b.y - a.y) * (between.x - a.x)).abs() / a.distance(b);
            assert!(off < 0.05 && quad.contains(between), "{seed} {off}");
            let region = flat.region_to_page(Region::new(0.2 * fw, 0.2 * fh, 0.5 * fw, 0.5 * fh));
            assert!(region.grown(0.5).contains(flat.point_to_page(Point::new(0.45 * fw, 0.45 * fh))), "{seed}");
        }
    }
}
