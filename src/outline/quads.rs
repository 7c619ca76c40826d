//! Which four lines are the edge of a document.
//!
//! Every quad is judged by the same rules, wherever it came from: there must be a step along all four sides, and it
//! must end at the corners, because the planks of a table go on beyond them. If a side lies outside of the frame, the
//! frame's border takes its place and counts little.

use super::edges::Steps;
use super::lines::{Line, least_squares};
use super::planes::Planes;
use super::shape;
use super::sides;
use crate::geometry::Point;
use crate::geometry::overlap::area;

/// Smallest document, as a share of the frame; shortest side in pixels of the copy; longest side as a multiple of the
/// shortest.
const MIN_AREA_SHARE: f32 = 0.03;
const SHORTEST: f32 = 50.0;
const LONGEST: f32 = 3.2;
/// Least cosine of the angle between opposite sides, and least sine of the angle between neighboring sides: the camera
/// is tilted by at most about 45 degrees.
const PARALLEL: f32 = 0.88;
const CROSSING: f32 = 0.7;
/// Support that the frame's border lends to a side, and most sides that may lie on it.
const BORDER: f32 = 0.55;
const MOST_BORDERS: usize = 2;
/// How far a corner may lie outside of the frame, as a share of the frame's longer side.
const OUTSIDE: f32 = 0.12;
/// Length looked at beyond each corner, as a share of the side, and how much support there counts against a quad.
const BEYOND: f32 = 0.15;
const AGAINST: f32 = 0.22;
/// Weight of size in the rank: of two nested sheets with equal support, the outer one is the document.
const SIZE_COUNTS: f32 = 0.18;
/// Weight of likeness to a known shape in the rank.
const SHAPE_COUNTS: f32 = 0.06;
/// Most quads from lines that are refined, and most quads from all sources.
const CLOSER: usize = 26;
const MOST_TRIED: usize = 40;
/// Distance between corners, in pixels of the copy, up to which two quads are the same: before and after their sides
/// are moved.
const SAME_CORNER_ROUGH: f32 = 5.0;
const SAME_CORNER: f32 = 4.0;
/// Least share of a side that lies inside of the frame.
const LEAST_INSIDE: f32 = 0.3;
/// Share of a side's support that depends on its contrast.
const CONTRAST_COUNTS: f32 = 0.5;
/// How far from a rough side its true edge is looked for, in pixels of the copy, in each of two rounds; and the share
/// of the side at each end that may be rounded.
const EDGE_SEARCH: [f32; 2] = [6.0, 3.0];
const ROUNDED: f32 = 0.06;

/// A quad and how well it is supported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    /// Corners in pixels of the copy, clockwise.
    pub(super) corners: [Point; 4],
    /// Support of each side, 0–1; the side from corner `i` to the next.
    pub(super) sides: [f32; 4],
    /// Sides that are the frame's border.
    pub(super) border: [bool; 4],
    /// Support of the whole quad, 0–1.
    pub(super) support: f32,
    /// Likeness to the shape of a known document, 0–1; 0.5 where a part of the quad is cut off.
    pub(super) shape: f32,
    /// Support, size and shape together: decides between overlapping candidates.
    pub(super) rank: f32,
}

/// What candidates are judged by.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) steps: &'a Steps,
    pub(super) picture: &'a Planes,
}

/// One side of a possible quad: a line of the picture, or the frame's border.
struct Side {
    line: Line,
    border: bool,
}

/// All candidates, the best first, no two of them the same.
pub(super) fn judge(lines: &[Line], rough: &[[Point; 4]], seen: View) -> Vec<Candidate> {
    let found = of_lines(lines, seen.steps);
    let of_areas = rough.iter().map(|corners| (*corners, at_border(corners, seen.steps)));
    let mut judged: Vec<Candidate> = Vec::new();
    let mut tried: Vec<[Point; 4]> = Vec::new();
    for (corners, border) in found.iter().map(|c| (c.corners, c.border)).chain(of_areas) {
        if tried.len() >= MOST_TRIED || tried.iter().any(|t| same(t, &corners, SAME_CORNER_ROUGH)) {
            continue;
        }
        tried.push(corners);
        judged.extend(refined(corners, border, seen));
    }
    judged.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    let mut distinct: Vec<Candidate> = Vec::new();
    for c in judged {
        if !distinct.iter().any(|d| same(&d.corners, &c.corners, SAME_CORNER)) {
            distinct.push(c);
        }
    }
    distinct
}

/// Whether all corners of two quads lie near each other, in any order.
fn same(a: &[Point; 4], b: &[Point; 4], near: f32) -> bool {
    a.iter().all(|p| b.iter().any(|q| p.distance(*q) <= near))
}

/// The best quads that two pairs of lines form.
fn of_lines(lines: &[Line], steps: &Steps) -> Vec<Candidate> {
    let sides: Vec<Side> =
        lines.iter().map(|line| Side { line: line.clone(), border: false }).chain(borders(steps)).collect();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for i in 0..sides.len() {
        for j in i + 1..sides.len() {
            let (a, b) = (&sides[i].line, &sides[j].line);
            let parallel = (a.along.0 * b.along.0 + a.along.1 * b.along.1).abs();
            let apart = ((b.origin.x - a.origin.x) * a.along.1 - (b.origin.y - a.origin.y) * a.along.0).abs();
            if parallel >= PARALLEL && apart >= SHORTEST && !(sides[i].border && sides[j].border) {
                pairs.push((i, j));
            }
        }
    }
    let mut best: Vec<Candidate> = Vec::new();
    let mut least = f32::MIN;
    for (n, first) in pairs.iter().enumerate() {
        for second in &pairs[n + 1..] {
            let four = [&sides[first.0], &sides[second.0], &sides[first.1], &sides[second.1]];
            let Some(candidate) = crossing(four, steps) else { continue };
            if candidate.rank > least {
                best.push(candidate);
            }
        }
        if best.len() > 4 * CLOSER {
            keep(&mut best);
            least = best.last().map_or(f32::MIN, |c| c.rank);
        }
    }
    keep(&mut best);
    best
}

fn keep(best: &mut Vec<Candidate>) {
    best.sort_by(|a, b| b.rank.total_cmp(&a.rank));
    best.truncate(CLOSER);
}

/// The four borders of the frame.
fn borders(steps: &Steps) -> Vec<Side> {
    let (w, h) = (steps.width as f32, steps.height as f32);
    let corners = [Point::new(0.0, 0.0), Point::new(w, 0.0), Point::new(w, h), Point::new(0.0, h)];
    let border = |i: usize| Line::through(corners[i], corners[(i + 1) % 4], steps);
    (0..4).filter_map(border).map(|line| Side { line, border: true }).collect()
}

/// The quad of four lines. The first and third are about parallel, and so are the second and fourth.
fn crossing(four: [&Side; 4], steps: &Steps) -> Option<Candidate> {
    if four.iter().filter(|s| s.border).count() > MOST_BORDERS {
        return None;
    }
    let mut corners = [Point::default(); 4];
    for (i, corner) in corners.iter_mut().enumerate() {
        let (p, sine) = four[(i + 3) % 4].line.meets(&four[i].line)?;
        if sine < CROSSING {
            return None;
        }
        *corner = p;
    }
    if !possible(&corners, steps) {
        return None;
    }
    let (mut sides, mut border, mut beyond) = ([0.0; 4], [false; 4], 0.0);
    for i in 0..4 {
        let side = four[i];
        let (from, to) = (side.line.place(corners[i]), side.line.place(corners[(i + 1) % 4]));
        border[i] = side.border;
        sides[i] = if side.border { BORDER } else { seen(side.line.support(from, to))? };
        if !side.border {
            beyond += beyond_corners(&side.line, from, to) / 4.0;
        }
    }
    Some(candidate(corners, sides, border, beyond, steps))
}

/// Support along a side that may lie partly outside of the frame; `None` where too little of it is seen.
fn seen((support, inside): (f32, f32)) -> Option<f32> {
    (inside >= LEAST_INSIDE && support >= 0.2).then(|| support * inside + BORDER.min(support) * (1.0 - inside))
}

fn beyond_corners(line: &Line, from: f32, to: f32) -> f32 {
    let way = (to - from).signum();
    let length = (BEYOND * (to - from).abs()).max(8.0);
    let part = |start: f32, way: f32| {
        let (support, inside) = line.support(start + 4.0 * way, start + (4.0 + length) * way);
        support * inside
    };
    part(to, way).midpoint(part(from, -way))
}

fn candidate(corners: [Point; 4], sides: [f32; 4], border: [bool; 4], beyond: f32, steps: &Steps) -> Candidate {
    let mean = sides.iter().sum::<f32>() / 4.0;
    let weakest = sides.iter().copied().fold(1.0, f32::min);
    let support = (0.6 * mean + 0.4 * weakest - AGAINST * beyond).max(0.0);
    let size = area(&corners) / (steps.width * steps.height).max(1) as f32;
    let whole = border.iter().all(|b| !b);
    // the true shape of a quad that is cut off is unknown, so it counts neither for nor against it
    let shape = if whole { shape::likeness(&corners, steps.width as f32, steps.height as f32) } else { 0.5 };
    let rank = support + SIZE_COUNTS * size.min(1.0).sqrt() + SHAPE_COUNTS * shape;
    Candidate { corners, sides, border, support, shape, rank }
}

/// Whether four points can be the corners of a document in the picture.
fn possible(corners: &[Point; 4], steps: &Steps) -> bool {
    let (w, h) = (steps.width as f32, steps.height as f32);
    let margin = OUTSIDE * w.max(h);
    if !corners.iter().all(|p| p.x >= -margin && p.y >= -margin && p.x <= w + margin && p.y <= h + margin) {
        return false;
    }
    let turn = |i: usize| {
        let (a, b, c) = (corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]);
        (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    };
    let turns = [turn(0), turn(1), turn(2), turn(3)];
    if !(turns.iter().all(|t| *t > 0.0) || turns.iter().all(|t| *t < 0.0)) {
        return false;
    }
    let length = |i: usize| corners[i].distance(corners[(i + 1) % 4]);
    let lengths = [length(0), length(1), length(2), length(3)];
    let (shortest, longest) = lengths.iter().fold((f32::MAX, 0.0_f32), |(s, l), v| (s.min(*v), l.max(*v)));
    let (one, other) = (lengths[0].midpoint(lengths[2]), lengths[1].midpoint(lengths[3]));
    shortest >= SHORTEST
        && longest <= 2.0 * LONGEST * shortest
        && one.max(other) <= LONGEST * one.min(other)
        && lengths[0].max(lengths[2]) <= 1.8 * lengths[0].min(lengths[2])
        && lengths[1].max(lengths[3]) <= 1.8 * lengths[1].min(lengths[3])
        && area(corners) >= MIN_AREA_SHARE * w * h
}

/// Which sides of a rough quad lie on the frame's border.
fn at_border(corners: &[Point; 4], steps: &Steps) -> [bool; 4] {
    let (w, h) = (steps.width as f32, steps.height as f32);
    let on = |a: Point, b: Point| {
        (a.x.max(b.x) < 4.0) || (a.y.max(b.y) < 4.0) || (a.x.min(b.x) > w - 4.0) || (a.y.min(b.y) > h - 4.0)
    };
    std::array::from_fn(|i| on(corners[i], corners[(i + 1) % 4]))
}

/// The support of a quad, measured along its sides.
fn measured(corners: [Point; 4], border: [bool; 4], seen: View) -> Option<Candidate> {
    if !possible(&corners, seen.steps) || border.iter().filter(|b| **b).count() > MOST_BORDERS {
        return None;
    }
    let corners = clockwise(corners, border);
    let (corners, border) = corners;
    let (mut sides, mut beyond) = ([BORDER; 4], 0.0);
    for i in 0..4 {
        if border[i] {
            continue;
        }
        let side = sides::of(corners[i], corners[(i + 1) % 4], seen.steps, seen.picture);
        if side.inside < LEAST_INSIDE {
            return None;
        }
        let value = side.steps * (1.0 - CONTRAST_COUNTS + CONTRAST_COUNTS * side.contrast);
        sides[i] = value * side.inside + BORDER.min(value) * (1.0 - side.inside);
        beyond += side.beyond / 4.0;
    }
    Some(candidate(corners, sides, border, beyond, seen.steps))
}

/// The corners in clockwise order, so that the inside lies to the right; the y axis points down.
fn clockwise(mut corners: [Point; 4], mut border: [bool; 4]) -> ([Point; 4], [bool; 4]) {
    let twice: f32 = (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if twice < 0.0 {
        corners.reverse();
        // side i of the reversed order was side 2 - i (mod 4)
        border = [border[2], border[1], border[0], border[3]];
    }
    (corners, border)
}

/// The quad with its sides moved to the edges beside them, if that is better.
pub(super) fn refined(rough: [Point; 4], border: [bool; 4], seen: View) -> Option<Candidate> {
    let mut best = measured(rough, border, seen);
    let mut corners = rough;
    for near in EDGE_SEARCH {
        let Some(moved) = moved(corners, border, near, seen.steps) else { break };
        corners = moved;
        let candidate = measured(corners, border, seen);
        if let Some(c) = candidate
            && best.is_none_or(|b| c.rank >= b.rank - 0.02)
        {
            best = candidate;
        }
    }
    best
}

/// Corners of the lines fitted to the strongest steps near each side.
fn moved(corners: [Point; 4], border: [bool; 4], near: f32, steps: &Steps) -> Option<[Point; 4]> {
    let mut lines = Vec::with_capacity(4);
    for i in 0..4 {
        let (a, b) = (corners[i], corners[(i + 1) % 4]);
        let fitted = if border[i] { None } else { edge_beside(a, b, near, steps) };
        let length = a.distance(b).max(1.0);
        lines.push(fitted.unwrap_or(((a.x, a.y), ((b.x - a.x) / length, (b.y - a.y) / length))));
    }
    let mut out = corners;
    for (i, corner) in out.iter_mut().enumerate() {
        let (((ax, ay), (adx, ady)), ((bx, by), (bdx, bdy))) = (lines[(i + 3) % 4], lines[i]);
        let turn = adx * bdy - ady * bdx;
        if turn.abs() < 0.3 {
            return None;
        }
        let t = ((bx - ax) * bdy - (by - ay) * bdx) / turn;
        *corner = Point::new(ax + t * adx, ay + t * ady);
        if corner.distance(corners[i]) > 4.0 * near {
            return None;
        }
    }
    Some(out)
}

/// The line along the strongest steps near a side: fitted, its outliers dropped, fitted again.
fn edge_beside(a: Point, b: Point, near: f32, steps: &Steps) -> Option<((f32, f32), (f32, f32))> {
    let length = a.distance(b);
    if length < 12.0 {
        return None;
    }
    let along = ((b.x - a.x) / length, (b.y - a.y) / length);
    let normal = (-along.1, along.0);
    let mut points = Vec::new();
    let mut t = length * ROUNDED;
    while t < length * (1.0 - ROUNDED) {
        let (x, y) = (a.x + t * along.0, a.y + t * along.1);
        let mut best: Option<(f32, f32)> = None; // support, offset
        let mut offset = -near;
        while offset <= near {
            if let Some(step) = steps.at(x + offset * normal.0, y + offset * normal.1) {
                let across = (step.nx * normal.0 + step.ny * normal.1).abs();
                // prefer a near edge to a far one of the same strength
                let weight = step.weight - 0.01 * offset.abs();
                if across >= 0.9 && best.is_none_or(|s| weight > s.0) {
                    best = Some((weight, offset));
                }
            }
            offset += 1.0;
        }
        if let Some((weight, offset)) = best
            && weight > 0.25
        {
            points.push((x + offset * normal.0, y + offset * normal.1, weight));
        }
        t += 2.0;
    }
    let (point, direction) = least_squares(points.iter().copied())?;
    let off = |p: &&(f32, f32, f32)| ((p.0 - point.0) * direction.1 - (p.1 - point.1) * direction.0).abs();
    let mut offs: Vec<f32> = points.iter().map(|p| off(&p)).collect();
    offs.sort_by(f32::total_cmp);
    let limit = (2.0 * offs.get(offs.len() / 2).copied().unwrap_or(0.0)).max(0.8);
    least_squares(points.iter().filter(|p| off(p) <= limit).copied())
}
