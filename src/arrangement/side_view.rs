//! How far a sheet was seen from the side, where its shape as found is none of the usual ones: its upper and its lower edge
//! run together, and so do the lines of text between them.
//!
//! An outline of four edges alone may be a wrong one; that the print runs together just as its edges do shows that they
//! are the sheet's.

use crate::geometry::{Point, Quad, Size};
use crate::outline::shape::FOCAL;
use crate::pixels::median;
use crate::text::Reading;

/// Least angle between the upper and the lower edge that shows anything, in degrees.
const LEAST: f32 = 6.0;
/// Most by which the direction of a line of text differs from that of a line between the edges, as a share of the angle
/// between them: the median of the lines.
const OFF: f32 = 0.25;
/// Fewest lines of text, and how much longer than high each is.
const LINES: usize = 4;
const LONG: f32 = 4.0;
/// Least share of the way down the sheet over which they are spread.
const SPREAD: f32 = 0.3;
/// The most that is told, in degrees.
const MOST: f32 = 60.0;

/// Angle between the camera's line of sight and the normal of a sheet, in degrees; `None` where edges and print do not run
/// together alike.
pub(super) fn tilt_degrees(outline: &Quad, lines: &[Reading], page: Size) -> Option<f32> {
    let [a, b, c, d] = outline.corners;
    let (upper, lower) = (direction(a, b), direction(d, c));
    let together = lower - upper;
    if together.abs() < LEAST {
        return None;
    }
    let (start, end) = (a.middle(d), b.middle(c));
    let (top, bottom) = (a.middle(b), d.middle(c));
    let down = |p: Point| {
        let way = Point::new(bottom.x - top.x, bottom.y - top.y);
        ((p.x - top.x) * way.x + (p.y - top.y) * way.y) / (way.x * way.x + way.y * way.y).max(1.0)
    };
    let seen: Vec<(f32, f32)> = lines
        .iter()
        .filter_map(|line| {
            let [p, q, r, s] = line.outline.corners;
            let (from, to) = (p.middle(s), q.middle(r));
            let at = down(from.middle(to));
            let long = from.distance(to) > LONG * p.distance(s);
            (long && (0.0..=1.0).contains(&at)).then(|| (at, (direction(from, to) - upper - at * together).abs()))
        })
        .collect();
    let first = seen.iter().map(|(at, _)| *at).fold(f32::MAX, f32::min);
    let last = seen.iter().map(|(at, _)| *at).fold(f32::MIN, f32::max);
    let off = median(seen.iter().map(|(_, off)| *off))?;
    if seen.len() < LINES || last - first < SPREAD || off > OFF * together.abs() {
        return None;
    }
    // the nearer side looks longer by as much as it is nearer
    let (left, right) = (a.distance(d), b.distance(c));
    let ratio = left.min(right) / left.max(right).max(1.0);
    let away = FOCAL * page.width.max(page.height) as f32 / start.distance(end).max(1.0);
    let sine = 2.0 * away * (1.0 - ratio) / (1.0 + ratio);
    Some(sine.clamp(0.0, 1.0).asin().to_degrees().min(MOST))
}

fn direction(from: Point, to: Point) -> f32 {
    (to.y - from.y).atan2(to.x - from.x).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::readings::line;

    /// Six lines on a sheet whose edges run together, turned with them by this share.
    fn lines(outline: &Quad, share: f32) -> Vec<Reading> {
        let [a, b, c, d] = outline.corners;
        let between =
            |from: Point, to: Point, at: f32| Point::new(from.x + (to.x - from.x) * at, from.y + (to.y - from.y) * at);
        (1..=6)
            .map(|row| {
                let at = row as f32 / 7.0;
                let (left, right) = (between(a, d, at), between(b, c, at));
                let (from, to) = (between(left, right, 0.1), between(left, right, 0.8));
                let to = Point::new(to.x, from.y + (to.y - from.y) * share);
                let mut reading = line("Some words of print", from.x, from.y, to.x - from.x, 20.0);
                let low = |p: Point| Point::new(p.x, p.y + 20.0);
                reading.outline = Quad::new([from, to, low(to), low(from)]);
                reading
            })
            .collect()
    }

    #[test]
    fn a_sheet_and_its_print_that_run_together_were_seen_from_the_side() {
        let page = Size::new(3000, 4000);
        let corners = |near: f32| {
            [(400.0, 300.0), (2500.0, 300.0 + near), (2500.0, 3600.0 - near), (400.0, 3600.0)]
                .map(|(x, y)| Point::new(x, y))
        };
        let seen = Quad::new(corners(700.0));
        let tilt = tilt_degrees(&seen, &lines(&seen, 1.0), page);
        assert!(tilt.is_some_and(|tilt| tilt > 30.0), "{tilt:?}");
        assert_eq!(tilt_degrees(&seen, &lines(&seen, 0.0), page), None, "edges of something else");
        assert_eq!(tilt_degrees(&seen, &lines(&seen, 1.0)[..3], page), None, "too few lines");
        let straight = Quad::new(corners(50.0));
        assert_eq!(tilt_degrees(&straight, &lines(&straight, 1.0), page), None);
    }
}
