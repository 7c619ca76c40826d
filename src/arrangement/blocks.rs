//! Two blocks of lines that may be two papers: the lines inside of two outlines, or those on both sides of a gap.
//!
//! Everything is in upright space, with the skew of the lines taken out so that gaps run straight. This module does not
//! read what the lines say.

use crate::geometry::overlap::overlap;
use crate::geometry::{Point, Quad, Region};
use crate::text::Reading;

/// Most gaps of each direction that are tried.
const MOST_GAPS: usize = 3;
/// Smallest gap between columns, and between rows, as multiples of the line height.
const LEAST_BETWEEN_COLUMNS: f32 = 0.6;
const LEAST_BETWEEN_ROWS: f32 = 1.2;
/// Largest share of all lines that may cross a gap between columns: a stamp does, or a line that a reader ran across
/// both columns.
const CROSSING: f32 = 0.04;
/// Most outlines that are looked at, and the overlap above which one outline lies inside of the other.
const MOST_OUTLINES: usize = 4;
const NESTED: f32 = 0.6;
/// Fewest lines of a block.
const LEAST_LINES: usize = 3;

/// How two blocks lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// The first is left of the second.
    Beside,
    /// The first is above the second.
    Below,
}

/// Two blocks.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    pub(super) way: Way,
    /// Indices of lines.
    pub(super) first: Vec<usize>,
    pub(super) second: Vec<usize>,
    /// Outlines of the papers, where both are known.
    pub(super) outlines: Option<(Quad, Quad)>,
}

/// All pairs of blocks worth looking at.
pub(super) fn pairs(lines: &[Reading], outlines: &[Quad], skew_degrees: f32) -> Vec<Blocks> {
    let mut found = of_outlines(lines, outlines);
    let boxes: Vec<Region> = lines.iter().map(|l| straight(l, skew_degrees)).collect();
    for way in [Way::Beside, Way::Below] {
        found.extend(of_gaps(&boxes, way));
    }
    found
}

/// A pair of blocks for every two outlines: the lines inside of each.
fn of_outlines(lines: &[Reading], outlines: &[Quad]) -> Vec<Blocks> {
    // a line on a card that lies on a page belongs to the card
    let of = |line: &Reading| {
        let holding = outlines.iter().enumerate().filter(|(_, q)| q.contains(line.region.center()));
        holding.min_by(|a, b| a.1.area().total_cmp(&b.1.area())).map(|(i, _)| i)
    };
    let holders: Vec<Option<usize>> = lines.iter().map(of).collect();
    let inside = |n: usize| (0..lines.len()).filter(|i| holders[*i] == Some(n)).collect();
    let known: Vec<(Quad, Vec<usize>)> =
        outlines.iter().take(MOST_OUTLINES).enumerate().map(|(n, q)| (*q, inside(n))).collect();
    let mut found = Vec::new();
    for (i, (a, first)) in known.iter().enumerate() {
        for (b, second) in &known[i + 1..] {
            let nested = overlap(a, b) > NESTED;
            if nested || first.len() < LEAST_LINES || second.len() < LEAST_LINES {
                continue;
            }
            let (way, swapped) = lie(a, b);
            let (a, b) = if swapped { (b, a) } else { (a, b) };
            let (first, second) = if swapped { (second, first) } else { (first, second) };
            let outlines = Some((*a, *b));
            found.push(Blocks { way, first: first.clone(), second: second.clone(), outlines });
        }
    }
    found
}

/// How two outlines lie, and whether the second comes first.
pub(super) fn lie(a: &Quad, b: &Quad) -> (Way, bool) {
    let (p, q) = (a.bounds(), b.bounds());
    let (dx, dy) = (q.center().x - p.center().x, q.center().y - p.center().y);
    let (width, height) = (p.width + q.width, p.height + q.height);
    if dx.abs() * height >= dy.abs() * width { (Way::Beside, dx < 0.0) } else { (Way::Below, dy < 0.0) }
}

/// The box of a line after the skew is taken out.
fn straight(line: &Reading, skew_degrees: f32) -> Region {
    let (s, c) = (-skew_degrees).to_radians().sin_cos();
    let turned = |p: Point| Point::new(c * p.x - s * p.y, s * p.x + c * p.y);
    let [a, b, d, e] = line.outline.corners.map(turned);
    // the box around a slanted line is too high, so the result keeps its vertical center but takes the line's own
    // height
    let height = a.distance(e).midpoint(b.distance(d));
    let bounds = Region::around([a, b, d, e]).unwrap_or_default();
    Region::new(bounds.left, bounds.center().y - height / 2.0, bounds.width, height)
}

/// The lines on both sides of each of the widest gaps in one direction.
fn of_gaps(boxes: &[Region], way: Way) -> Vec<Blocks> {
    let span = |r: &Region| match way {
        Way::Beside => (r.left, r.right()),
        Way::Below => (r.top, r.bottom()),
    };
    let mut heights: Vec<f32> = boxes.iter().map(|b| b.height).collect();
    heights.sort_by(f32::total_cmp);
    let Some(height) = heights.get(heights.len() / 2).copied().filter(|h| *h > 0.0) else { return Vec::new() };
    let least = height * if way == Way::Beside { LEAST_BETWEEN_COLUMNS } else { LEAST_BETWEEN_ROWS };
    let crossing = if way == Way::Beside { (boxes.len() as f32 * CROSSING) as i32 } else { 0 };
    let mut gaps = gaps(boxes, span, least, crossing);
    gaps.sort_by(|a, b| b.0.total_cmp(&a.0));
    gaps.truncate(MOST_GAPS);
    let halves = |(_, middle): (f32, f32)| {
        let side = |r: &Region| {
            let (start, end) = span(r);
            start.midpoint(end) > middle
        };
        let (second, first): (Vec<usize>, Vec<usize>) = (0..boxes.len()).partition(|i| side(&boxes[*i]));
        Blocks { way, first, second, outlines: None }
    };
    gaps.into_iter().map(halves).filter(|b| b.first.len() >= LEAST_LINES && b.second.len() >= LEAST_LINES).collect()
}

/// Width and middle of each gap that at most a few lines cross.
fn gaps(boxes: &[Region], span: impl Fn(&Region) -> (f32, f32), least: f32, may_cross: i32) -> Vec<(f32, f32)> {
    // +1 where a line begins, -1 where it ends
    let mut events: Vec<(f32, i32)> = boxes.iter().flat_map(|b| [(span(b).0, 1), (span(b).1, -1)]).collect();
    events.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut open, mut since, mut found) = (0, None::<f32>, Vec::new());
    let last = events.len();
    for (i, (at, change)) in events.into_iter().enumerate() {
        open += change;
        match since {
            Some(start) if open > may_cross => {
                if at - start >= least {
                    found.push((at - start, start.midpoint(at)));
                }
                since = None;
            }
            None if open <= may_cross && i > 0 && i + 1 < last => since = Some(at),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    fn line(left: f32, top: f32, width: f32) -> Reading {
        let region = Region::new(left, top, width, 20.0);
        let text = "text".to_owned();
        Reading {
            text,
            region,
            outline: region.into(),
            confidence: 0.9,
            weakest: 0.9,
            letters: Vec::new(),
            reader: Reader::Ppocr,
        }
    }

    fn two_columns() -> Vec<Reading> {
        (0..8).flat_map(|i| [line(0.0, 40.0 * i as f32, 300.0), line(420.0, 40.0 * i as f32, 250.0)]).collect()
    }

    #[test]
    fn columns_are_parted_at_their_gap() {
        let found = pairs(&two_columns(), &[], 0.0);
        let beside = found.iter().find(|b| b.way == Way::Beside).unwrap();
        assert_eq!((beside.first.len(), beside.second.len()), (8, 8));
    }

    #[test]
    fn one_line_across_does_not_hide_the_gap_of_many() {
        let mut lines = two_columns();
        lines.extend(two_columns());
        lines.push(line(100.0, 400.0, 500.0));
        assert!(pairs(&lines, &[], 0.0).iter().any(|b| b.way == Way::Beside));
    }

    #[test]
    fn outlines_part_lines_whatever_their_gaps() {
        let lines = two_columns();
        let outlines =
            [Quad::from(Region::new(400.0, -20.0, 300.0, 400.0)), Quad::from(Region::new(-20.0, -20.0, 340.0, 400.0))];
        let found = pairs(&lines, &outlines, 0.0);
        assert_eq!(found[0].way, Way::Beside);
        assert!(lines[found[0].first[0]].region.left < 100.0);
    }

    #[test]
    fn no_lines_have_no_blocks() {
        assert!(pairs(&[], &[], 0.0).is_empty());
    }
}
