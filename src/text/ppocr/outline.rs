//! From a probability map of print to the rectangles around its lines: the second half of the detector, without a
//! network.
//!
//! Follows "Real-time Scene Text Detection with Differentiable Binarization" (Liao and others 2020): the network marks
//! the kernel of each line, which is shrunk by a known share. So each connected component is boxed, and the box is
//! grown again.

use crate::geometry::{Point, Quad};
use crate::pixels::{Area, Neighbors, areas, hull};

/// Probability above which a pixel belongs to a line. From the publishers' settings for this family of detectors.
const PRINT: f32 = 0.3;
/// Least mean probability of a component that is a line. From the same settings.
const MIN_PIECE_SCORE: f32 = 0.5;
/// Kernels of lines were shrunk for training by this times area over perimeter. From the same settings.
const UNSHRINK: f32 = 1.6;
/// Shorter side of the smallest kernel, in pixels of the map. From the same settings.
const LEAST_SIDE: f32 = 3.0;

/// A rectangle that holds one line, in pixels of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found {
    /// Its corners, clockwise; the choice of the first corner has no meaning yet.
    pub(super) quad: Quad,
    /// Mean probability inside, 0–1.
    pub(super) score: f32,
}

/// Boxes the lines in a map of probabilities, given row by row with `width` columns each. The `most` boxes with the
/// highest product of score and area are kept.
pub(super) fn lines(map: &[f32], width: usize, most: usize) -> Vec<Found> {
    let height = map.len().checked_div(width).unwrap_or(0);
    let at = |x: u32, y: u32| map[y as usize * width + x as usize];
    let pieces = areas([0, 0, width as u32, height as u32], Neighbors::SidesAndCorners, |x, y| at(x, y) > PRINT);
    let mut found: Vec<Found> = pieces.iter().filter_map(|piece| boxed(piece, at)).collect();
    let weight = |f: &Found| f.score * f.quad.area();
    found.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    found.truncate(most);
    found
}

fn boxed(piece: &Area, probability: impl Fn(u32, u32) -> f32) -> Option<Found> {
    let sum: f32 = piece.pixels.iter().map(|(x, y)| probability(*x, *y)).sum();
    let score = sum / piece.pixels.len().max(1) as f32;
    let hull: Vec<Point> = hull(piece.corners()).into_iter().map(|(x, y)| Point::new(x as f32, y as f32)).collect();
    let quad = smallest_rectangle(&hull)?;
    let (across, down) = quad.sides();
    (score >= MIN_PIECE_SCORE && across.min(down) >= LEAST_SIDE).then(|| Found { quad: grown(&quad, UNSHRINK), score })
}

/// A rectangle moved outward on each side by area × `share` ÷ perimeter.
fn grown(quad: &Quad, share: f32) -> Quad {
    let (across, down) = quad.sides();
    if across <= 0.0 || down <= 0.0 {
        return *quad;
    }
    let by = across * down * share / (2.0 * (across + down));
    let [a, b, _, d] = quad.corners;
    let (ux, uy) = ((b.x - a.x) / across * by, (b.y - a.y) / across * by);
    let (vx, vy) = ((d.x - a.x) / down * by, (d.y - a.y) / down * by);
    let moved = |i: usize, along: f32, off: f32| {
        let p = quad.corners[i];
        Point::new(p.x + along * ux + off * vx, p.y + along * uy + off * vy)
    };
    Quad::new([moved(0, -1.0, -1.0), moved(1, 1.0, -1.0), moved(2, 1.0, 1.0), moved(3, -1.0, 1.0)])
}

/// The rectangle of least area around a convex hull: one of its sides lies on a side of the hull (Freeman and Shapira
/// 1975).
fn smallest_rectangle(hull: &[Point]) -> Option<Quad> {
    let mut best: Option<(f32, Quad)> = None;
    for (i, a) in hull.iter().enumerate() {
        let b = hull[(i + 1) % hull.len()];
        let length = a.distance(b);
        if length <= 0.0 {
            continue;
        }
        let (ux, uy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        let along = |p: &Point| p.x * ux + p.y * uy;
        let off = |p: &Point| p.y * ux - p.x * uy;
        let range = |measure: &dyn Fn(&Point) -> f32| {
            hull.iter().map(measure).fold((f32::MAX, f32::MIN), |(low, high), n| (low.min(n), high.max(n)))
        };
        let ((left, right), (top, bottom)) = (range(&along), range(&off));
        let area = (right - left) * (bottom - top);
        if best.is_none_or(|(least, _)| area < least) {
            let corner = |s: f32, t: f32| Point::new(s * ux - t * uy, s * uy + t * ux);
            let quad = [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];
            best = Some((area, Quad::new(quad)));
        }
    }
    best.map(|(_, quad)| quad)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 200;

    /// A map of 200 × 120 with print of the given probability where the function says so.
    fn map(probability: f32, print: impl Fn(f32, f32) -> bool) -> Vec<f32> {
        let at = |i: usize| ((i % WIDTH) as f32 + 0.5, (i / WIDTH) as f32 + 0.5);
        (0..WIDTH * 120).map(|i| if print(at(i).0, at(i).1) { probability } else { 0.01 }).collect()
    }

    fn bar(left: f32, top: f32, width: f32, height: f32) -> impl Fn(f32, f32) -> bool {
        move |x, y| x > left && x < left + width && y > top && y < top + height
    }

    #[test]
    fn a_bar_is_found_where_it_is_and_grown_by_the_shrinking_rule() {
        let found = lines(&map(0.9, bar(40.0, 50.0, 80.0, 10.0)), WIDTH, 10);
        assert_eq!(found.len(), 1);
        let by = 80.0 * 10.0 * UNSHRINK / 180.0;
        let bounds = found[0].quad.bounds();
        for (is, should) in [
            (bounds.left, 40.0 - by),
            (bounds.top, 50.0 - by),
            (bounds.width, 80.0 + 2.0 * by),
            (bounds.height, 10.0 + 2.0 * by),
        ] {
            assert!((is - should).abs() < 0.01, "{is} {should}");
        }
        assert!((found[0].score - 0.9).abs() < 1e-3);
    }

    #[test]
    fn a_tilted_bar_keeps_its_tilt_and_thickness() {
        for degrees in [-40.0_f32, -12.0, 7.0, 30.0] {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let tilted = |x: f32, y: f32| {
                let (x, y) = (x - 100.0, y - 60.0);
                (x * cos + y * sin).abs() < 50.0 && (y * cos - x * sin).abs() < 6.0
            };
            let found = lines(&map(0.8, tilted), WIDTH, 10);
            assert_eq!(found.len(), 1);
            let (across, down) = found[0].quad.sides();
            let by = 2.0 * 100.0 * 12.0 * UNSHRINK / 224.0;
            // the corners of pixels on tilted edges stand out by up to √2, and growing enlarges this
            let near = |is: f32, should: f32| (is - should).abs() < 5.0;
            assert!(near(across.max(down), 100.0 + by) && near(across.min(down), 12.0 + by), "{across} {down}");
            let [a, b, c, _] = found[0].quad.corners;
            let (from, to) = if a.distance(b) > b.distance(c) { (a, b) } else { (b, c) };
            let angle = ((to.y - from.y) / (to.x - from.x)).atan().to_degrees();
            assert!((angle - degrees).abs() < 2.0, "{angle} {degrees}");
        }
    }

    #[test]
    fn faint_or_tiny_pieces_are_no_lines() {
        assert!(lines(&map(0.4, bar(40.0, 50.0, 80.0, 10.0)), WIDTH, 10).is_empty());
        assert!(lines(&map(0.9, bar(40.0, 50.0, 80.0, 2.0)), WIDTH, 10).is_empty());
    }

    #[test]
    fn of_too_many_the_largest_stay() {
        let grid = |x: f32, y: f32| x % 20.0 < 10.0 && y % 20.0 < 8.0 && (x < 10.0 || y > 20.0 || x > 100.0);
        let all = lines(&map(0.9, grid), WIDTH, 1000);
        let few = lines(&map(0.9, grid), WIDTH, 7);
        assert_eq!(few[..], all[..7]);
        assert!(all.len() > 20);
    }

    #[test]
    fn degenerate_maps_have_no_lines() {
        assert!(lines(&[], 0, 5).is_empty());
        assert!(lines(&[0.9], 1, 5).is_empty());
        assert!(lines(&[f32::NAN; 64], 8, 5).is_empty());
        assert!(lines(&[0.9; 64], 64, 5).is_empty());
    }

    #[test]
    fn a_page_full_of_print_is_one_piece() {
        assert_eq!(lines(&[0.9; 64], 8, 5).len(), 1);
    }
}
