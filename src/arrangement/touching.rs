//! Two papers that touch: their common outline was found, and the outline of one of them. This module finds where the
//! other paper lies, and how much of it is hidden below the first.
//!
//! A hidden part cannot be seen. It is inferred only if both papers have the same format and the visible part of the
//! lower paper is too narrow for a sheet.

use crate::geometry::overlap::overlap;
use crate::geometry::{Point, Quad, Size};
use crate::outline::shape;

/// Largest overlap, as a share of the smaller outline, at which two outlines lie beside each other.
const BESIDE: f32 = 0.05;
/// Least share of the rest that lies in the common outline, and least share of the common outline that is the rest.
const INSIDE: f32 = 0.9;
const MIN_REST_SHARE: f32 = 0.1;
/// Aspect ratios (long side over short side) of US Letter and A4, and how far the ratio of a fully visible sheet may be
/// off, as a share.
const SHEETS: [f32; 2] = [1.294, 1.414];
const OFF: f32 = 0.03;
/// Visible share of a lower sheet: the most, and the least that is believed.
const SEEN_MOST: f32 = 0.94;
const SEEN_LEAST: f32 = 0.5;

/// The outline of the paper that fills `hull` together with `paper`; part of it may lie below `paper`. `page` is the
/// size of the picture, and all coordinates are in the same space. `None` if the rest of the hull is not a paper.
pub(super) fn other_paper(hull: &Quad, paper: &Quad, page: Size) -> Option<Quad> {
    if !(hull.area() > 1.0 && paper.area() > 1.0) {
        return None;
    }
    let (hull, paper) = (ordered(hull), ordered(paper));
    let mut far: Vec<Point> = hull.corners.to_vec();
    let near = |p: &Point| paper.corners.iter().map(|q| p.distance(*q)).fold(f32::MAX, f32::min);
    far.sort_by(|a, b| near(b).total_cmp(&near(a)));
    far.truncate(2);
    let middle = Point::new(far[0].x.midpoint(far[1].x), far[0].y.midpoint(far[1].y));
    // the side of the paper that faces the far corners
    let side = |i: usize| (paper.corners[i], paper.corners[(i + 1) % 4]);
    let away = |(p, q): (Point, Point)| Point::new(p.x.midpoint(q.x), p.y.midpoint(q.y)).distance(middle);
    let (p, q) = (0..4).map(side).min_by(|a, b| away(*a).total_cmp(&away(*b)))?;
    let rest = ordered(&Quad::new([far[0], far[1], p, q]));
    let is_beside =
        overlap(&rest, &paper) < BESIDE && overlap(&rest, &hull) > INSIDE && rest.area() > MIN_REST_SHARE * hull.area();
    is_beside.then(|| with_hidden_part(rest, &paper, page))
}

/// Extends the visible part of a sheet below `paper`, up to the width of `paper`, which has the same format.
fn with_hidden_part(rest: Quad, paper: &Quad, page: Size) -> Quad {
    let (w, h) = (page.width as f32, page.height as f32);
    let ratio = |q: &Quad| shape::ratio(&q.corners, w, h);
    let (Some(seen), Some(whole)) = (ratio(&rest), ratio(paper)) else { return rest };
    let (from, to) = (rest.bounds().center(), paper.bounds().center());
    let beside = (to.x - from.x).abs() >= (to.y - from.y).abs();
    let share = if beside { seen / whole } else { whole / seen };
    let long = seen.max(1.0 / seen);
    let is_sheet = SHEETS.iter().any(|s| (long / s - 1.0).abs() < OFF);
    if is_sheet || !(SEEN_LEAST..SEEN_MOST).contains(&share) {
        return rest;
    }
    // corners run clockwise from the top left; each pair is a corner that moves and the corner that it moves away from
    let moving = match (beside, if beside { to.x > from.x } else { to.y > from.y }) {
        (true, true) => [(1, 0), (2, 3)],
        (true, false) => [(0, 1), (3, 2)],
        (false, true) => [(2, 1), (3, 0)],
        (false, false) => [(0, 3), (1, 2)],
    };
    let by = 1.0 / share - 1.0;
    let mut out = rest;
    for (at, fixed) in moving {
        let (p, q) = (rest.corners[at], rest.corners[fixed]);
        out.corners[at] = Point::new(p.x + by * (p.x - q.x), p.y + by * (p.y - q.y));
    }
    out
}

/// The corners clockwise from the top left one.
fn ordered(quad: &Quad) -> Quad {
    let mut corners = quad.corners;
    let middle = quad.bounds().center();
    let angle = |p: &Point| (p.y - middle.y).atan2(p.x - middle.x);
    corners.sort_by(|a, b| angle(a).total_cmp(&angle(b)));
    let sum = |p: &Point| p.x + p.y;
    let first = (0..4).min_by(|a, b| sum(&corners[*a]).total_cmp(&sum(&corners[*b])));
    corners.rotate_left(first.unwrap_or(0));
    Quad::new(corners)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Region;

    const PAGE: Size = Size::new(1600, 1200);

    /// Two sheets of A4. The right one covers the share `hidden` of the left one.
    fn pair(hidden: f32) -> (Quad, Quad, Quad) {
        let (wide, high) = (500.0, 707.0);
        let left = Region::new(200.0, 200.0, wide, high);
        let right = Region::new(200.0 + wide * (1.0 - hidden), 200.0, wide, high);
        (left.union(right).into(), left.into(), right.into())
    }

    #[test]
    fn papers_that_touch_are_both_whole() {
        let (hull, left, right) = pair(0.0);
        for (paper, other) in [(right, left), (left, right)] {
            let found = other_paper(&hull, &paper, PAGE).unwrap();
            assert!(overlap(&found, &paper) < 0.02);
            assert!((found.area() / other.area() - 1.0).abs() < 0.02 && overlap(&found, &other) > 0.98);
        }
    }

    #[test]
    fn the_hidden_part_of_a_sheet_is_told() {
        for hidden in [0.12, 0.2, 0.3] {
            let (hull, left, right) = pair(hidden);
            let found = other_paper(&hull, &right, PAGE).unwrap();
            assert!((overlap(&found, &right) - hidden).abs() < 0.03, "{hidden}");
            assert!((found.area() / left.area() - 1.0).abs() < 0.05, "{hidden}");
        }
    }

    #[test]
    fn nothing_is_left_where_the_paper_fills_its_hull() {
        let (_, left, _) = pair(0.0);
        assert_eq!(other_paper(&left, &left, PAGE), None);
        assert_eq!(other_paper(&Quad::new([Point::default(); 4]), &left, PAGE), None);
        assert_eq!(other_paper(&left, &Quad::new([Point::new(f32::NAN, 0.0); 4]), PAGE), None);
    }
}
