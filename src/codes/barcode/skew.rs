//! Takes out the skew of a symbol. In a handheld photograph it is rotated, and seen from the side its rows are not at
//! right angles to its bars. The decoder tolerates two or three degrees; more is taken out before.

use image::{GrayImage, Luma};
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};
use imageproc::gradients::{horizontal_sobel, vertical_sobel};

use crate::geometry::{Point, Quad, Region};

/// Sine of the angle of rows or bars: below the first value, a picture stays as it is; above the second, it is not a
/// symbol that stands upright or lies on its side.
const MIN_SKEW_SINE: f32 = 0.015;
const MAX_SKEW_SINE: f32 = 0.5;
/// Step between the pixels that are looked at, and the least step of luma that counts as an edge.
const EVERY: usize = 3;
const EDGE: f32 = 24.0;
/// How far from their common direction the edges of one family may point, in radians. In coarse print, the corners of
/// the modules tell most of the slope.
const FAMILY: f32 = 0.45;
/// Fewest edge pixels of a family.
const MIN_EDGE_PIXELS: usize = 200;
/// Most that the area of a crop may grow, as a ratio: a symbol seen from farther to the side cannot be read.
const MOST_GROWN: f32 = 4.0;

/// A picture with rows and bars along its sides, and the mapping back to the crop.
pub(super) struct Straight {
    /// The picture, white outside of the crop.
    pub(super) picture: GrayImage,
    crop_from_picture: Projection,
}

impl Straight {
    /// Deskews a crop by its own edges; `None` if it is straight already or shows no symbol.
    pub(super) fn of(crop: &GrayImage) -> Option<Self> {
        let (rows, bars) = directions(crop)?;
        let askew = rows.y.abs().max(bars.x.abs());
        if !(MIN_SKEW_SINE..MAX_SKEW_SINE).contains(&askew) {
            return None;
        }
        Self::by(crop, Projection::from_matrix([rows.x, bars.x, 0.0, rows.y, bars.y, 0.0, 0.0, 0.0, 1.0])?.invert())
    }

    /// Rectifies a crop by the document that carries the symbol. Seen from the side, the rows of a symbol have
    /// different slopes, which edges alone do not tell. `document` is in pixels of the crop. `None` for an outline
    /// without area.
    pub(super) fn on(crop: &GrayImage, document: &Quad) -> Option<Self> {
        // this also rejects corners that are NaN: solving for those would not end
        (document.area() >= 1.0).then_some(())?;
        let [a, b, c, d] = document.corners;
        let (width, height) = (a.distance(b).midpoint(d.distance(c)), a.distance(d).midpoint(b.distance(c)));
        let flat = Quad::from(Region::new(0.0, 0.0, width, height));
        let corners = |q: &Quad| q.corners.map(|p| (p.x, p.y));
        Self::by(crop, Projection::from_control_points(corners(document), corners(&flat))?)
    }

    fn by(crop: &GrayImage, way: Projection) -> Option<Self> {
        let all = Region::new(0.0, 0.0, crop.width() as f32, crop.height() as f32);
        let around = through(&way, all)?;
        if around.area().is_nan() || around.area() > MOST_GROWN * all.area() {
            return None;
        }
        let way = way.and_then(Projection::translate(-around.left, -around.top));
        let mut picture = GrayImage::new(around.width.ceil() as u32, around.height.ceil() as u32);
        warp_into(crop, way, Interpolation::Bilinear, Border::Constant(Luma([255])), &mut picture);
        Some(Self { picture, crop_from_picture: way.invert() })
    }

    /// The box in the crop around a region of the picture.
    pub(super) fn back(&self, region: Region) -> Region {
        through(&self.crop_from_picture, region).unwrap_or(region)
    }
}

/// The bounding box of a box after a projection.
fn through(way: &Projection, region: Region) -> Option<Region> {
    let place = |p: Point| {
        let (x, y) = *way * (p.x, p.y);
        Point::new(x, y)
    };
    Region::around(Quad::from(region).corners.map(place))
}

/// Unit vectors along the rows, to the right, and along the bars, down, from the directions of all edges; in a symbol
/// that lies on its side, the two may be swapped. `None` for too few edges.
fn directions(crop: &GrayImage) -> Option<(Point, Point)> {
    let edges = edges(crop);
    // edges a quarter turn apart belong to the same grid: four times their angles are equal
    let grid = mean_angle(edges.iter().copied(), 4.0)?;
    let family = |around: f32| {
        let off = move |angle: f32| (angle - around + 0.5 * std::f32::consts::PI).rem_euclid(std::f32::consts::PI);
        let near = move |e: &&(f32, f32)| (off(e.0) - 0.5 * std::f32::consts::PI).abs() < FAMILY;
        let of: Vec<(f32, f32)> = edges.iter().filter(near).copied().collect();
        let mean = mean_angle(of.iter().map(|(angle, weight)| (angle - around, *weight)), 2.0)?;
        (of.len() >= MIN_EDGE_PIXELS).then_some(around + mean)
    };
    // an edge runs at right angles to the step of luma across it
    let bars = family(grid)?;
    let rows = family(grid + 0.5 * std::f32::consts::PI)?;
    Some((Point::new(rows.sin(), -rows.cos()), Point::new(-bars.sin(), bars.cos())))
}

/// Direction and strength of the steps of luma (Sobel).
fn edges(crop: &GrayImage) -> Vec<(f32, f32)> {
    let (right, down) = (horizontal_sobel(crop), vertical_sobel(crop));
    let pixels = right.iter().zip(down.iter()).step_by(EVERY);
    let steps = pixels.map(|(right, down)| (f32::from(*right) / 4.0, f32::from(*down) / 4.0));
    steps.map(|(right, down)| (down.atan2(right), right.hypot(down))).filter(|edge| edge.1 >= EDGE).collect()
}

/// Weighted mean of angles that repeat after a full turn divided by `fold`; the result lies within ± half of that.
fn mean_angle(angles: impl Iterator<Item = (f32, f32)>, fold: f32) -> Option<f32> {
    let (mut sin, mut cos, mut any) = (0.0, 0.0, false);
    for (angle, weight) in angles {
        let (s, c) = (fold * angle).sin_cos();
        (sin, cos, any) = (sin + weight * s, cos + weight * c, true);
    }
    any.then(|| sin.atan2(cos) / fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of bars, rotated by one angle, with the rows sheared by another.
    fn symbol(degrees: f32, shear: f32) -> GrayImage {
        let (s, c) = degrees.to_radians().sin_cos();
        let t = shear.to_radians().tan();
        GrayImage::from_fn(400, 300, |x, y| {
            let (dx, dy) = (x as f32 - 200.0, y as f32 - 150.0);
            let (u, v) = (c * dx + s * dy, c * dy - s * dx - t * (c * dx + s * dy));
            let (column, row) = ((u / 6.0).floor() as i32, (v / 14.0).floor() as i32);
            let dark = (column * 7 + row * 13 + column * row * 3).rem_euclid(5) < 2;
            Luma([if u.abs() < 150.0 && v.abs() < 90.0 && dark { 20 } else { 230 }])
        })
    }

    fn slope(picture: &GrayImage) -> f32 {
        directions(picture).map_or(0.0, |(rows, bars)| rows.y.abs().max(bars.x.abs()))
    }

    #[test]
    fn a_symbol_seen_from_the_side_is_set_straight_as_its_card_lies() {
        let card =
            Quad::new([(30.0, 20.0), (370.0, 40.0), (400.0, 290.0), (0.0, 280.0)].map(|(x, y)| Point::new(x, y)));
        let flat = Straight::on(&symbol(0.0, 0.0), &card).unwrap();
        // a corner of the card becomes a corner of the flat card, and everything maps back to where it was
        let (w, h) = flat.picture.dimensions();
        assert!((300..500).contains(&w) && (200..400).contains(&h), "{w}x{h}");
        for corner in card.corners {
            let there = through(&flat.crop_from_picture.invert(), Region::new(corner.x, corner.y, 0.0, 0.0)).unwrap();
            assert!(flat.back(there).center().distance(corner) < 0.5);
        }
        for bad in [Quad::new([Point::new(f32::NAN, 0.0); 4]), Quad::from(Region::default())] {
            assert!(Straight::on(&symbol(0.0, 0.0), &bad).is_none());
        }
    }

    #[test]
    fn a_turned_and_sheared_symbol_is_set_straight() {
        for (degrees, shear) in [(4.0, 0.0), (-8.0, 3.0), (0.0, 5.0)] {
            let straight = Straight::of(&symbol(degrees, shear)).unwrap();
            assert!(slope(&straight.picture) < 0.03);
            let middle =
                Region::new(straight.picture.width() as f32 / 2.0, straight.picture.height() as f32 / 2.0, 0.0, 0.0);
            let back = straight.back(middle);
            assert!(back.center().distance(Point::new(200.0, 150.0)) < 12.0, "{back:?}");
        }
    }

    #[test]
    fn straight_pictures_stay_about_as_they_are_and_empty_ones_altogether() {
        assert!(slope(&symbol(0.0, 0.0)) < 0.03);
        for (w, h) in [(1, 1), (2, 300), (200, 200)] {
            assert!(Straight::of(&GrayImage::new(w, h)).is_none());
        }
    }
}
