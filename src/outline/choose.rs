//! Which of the judged quads are stated: the best ones that do not overlap. Where quads are nested, the whole document
//! is stated.
//!
//! A card's magnetic stripe, a frame or a filled heading makes a good quad inside of a document. The larger quad around
//! it is the document if the area between the two quads does not look like the ground that the document lies on.

use super::complete::completed;
use super::ground::{Ground, Inside};
use super::quads::{Candidate, View};
use crate::geometry::overlap::{area, overlap};
use crate::geometry::{Point, Quad};
use crate::pixels::quantile;

/// Least support of an outline that is stated: for the shape of a known document, and how much more for a shape that is
/// like no known document. An outline that is cut off needs half of the surplus.
const STATED: f32 = 0.55;
const STATED_UNKNOWN: f32 = 0.15;
/// Documents after the first: least support, least area as a share of the best document's area, and least likeness to a
/// known shape.
const ENOUGH: f32 = 0.6;
const BESIDE_AREA: f32 = 0.12;
const BESIDE_SHAPE: f32 = 0.35;
/// Most documents in one picture.
const MAX_DOCUMENTS: usize = 6;
/// Largest area that two documents may share, as a share of the smaller one: outlines are not exact.
const SHARED: f32 = 0.12;
/// A quad around another one: how much of the inner quad it holds, how much larger it is, and how far below the inner
/// quad it may rank.
const HOLDS: f32 = 0.96;
const LARGER: f32 = 1.06;
const LESS: f32 = 0.14;
/// Least support of each side of the outer quad.
const LEAST_SIDE: f32 = 0.4;
/// Largest distance between the ends of two sides that count as one side, as a share of its length.
const MEETS: f32 = 0.1;
/// Largest share of the common hull that either of two documents in it may fill.
const TWO_LARGEST: f32 = 0.85;
/// Two documents with ground between them: how much less support than the hull they may have; most parts looked at;
/// narrowest gap in pixels of the copy; how far the gap differs from the paper on both sides, in gray levels; and the
/// share of the facing sides along which the gap must be seen.
const TWO_LESS: f32 = 0.2;
const MOST_PARTS: usize = 16;
const LEAST_GAP: f32 = 2.0;
const PAPER_DIFFERS: f32 = 9.0;
const GAP_SEEN: f32 = 0.6;
/// Least share of the common hull that both documents fill together.
const TWO_FILL: f32 = 0.55;
/// A sheet inside of a document: its share of the document's area, how much of the sheet lies inside, and its least
/// likeness to a known shape.
const PART: std::ops::Range<f32> = 0.25..0.8;
const PART_HELD: f32 = 0.93;
const PART_SHAPE: f32 = 0.7;
/// Places along a gap that are looked at.
const PLACES: usize = 24;
/// Least share of a further document that is print. A patch of a table has none; an envelope has a tenth.
const PRINTED: f32 = 0.05;
/// Least luma of a document's paper: as a share of the luma that the lightest twentieth of the picture exceeds, and as
/// a share of the luma of the lightest document's paper.
const LIGHT: f32 = 0.2;
const AS_LIGHT: f32 = 0.6;
/// Weight of likeness to a known shape in the choice between a quad and the quad around it.
const SHAPE_DECIDES: f32 = 0.15;
/// How far below its inner quad an outer quad may rank if it shares fewer than three sides with it, as a card and its
/// portrait do.
const LESS_APART: f32 = 0.08;

/// Chooses the quads that are stated, the best first.
pub(super) fn choose(candidates: &[Candidate], seen: View) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut lights: Vec<f32> = Vec::new();
    let mut hulls: Vec<Quad> = Vec::new();
    let mut least_light = LIGHT * lightest(seen);
    for c in candidates.iter().filter(|c| c.support >= STATED) {
        if chosen.len() >= MAX_DOCUMENTS {
            break;
        }
        let apart =
            |c: &Candidate| chosen.iter().all(|o| overlap(&Quad::new(c.corners), &Quad::new(o.corners)) < SHARED);
        let inside = Inside::of(c, seen.steps, seen.picture);
        let paper = inside.light >= least_light && (chosen.is_empty() || inside.print >= PRINTED);
        if !apart(c) || !paper {
            continue;
        }
        if is_two(c, candidates, seen) {
            hulls.push(Quad::new(c.corners));
            continue;
        }
        let whole = completed(&whole(c, candidates, seen), seen);
        let whole = if apart(&whole) { whole } else { *c };
        let sure = whole.support >= STATED + STATED_UNKNOWN * (1.0 - whole.shape);
        if sure && chosen.first().is_none_or(|best| is_further(&whole, best, (&hulls, seen))) {
            chosen.push(whole);
            lights.push(inside.light);
            least_light = least_light.max(AS_LIGHT * inside.light);
        }
    }
    // a dark quad may have had better support than the document
    let mut lights = lights.into_iter();
    chosen.retain(|_| lights.next().is_some_and(|light| light >= least_light));
    chosen
}

/// Sheets inside of the chosen quads that share edges with them: papers that touch have one common outline.
pub(super) fn parts(chosen: &[Candidate], candidates: &[Candidate]) -> Vec<Candidate> {
    let part = |p: &&Candidate| {
        let held = |hull: &&Candidate| {
            PART.contains(&(area(&p.corners) / area(&hull.corners).max(1.0)))
                && overlap(&Quad::new(p.corners), &Quad::new(hull.corners)) > PART_HELD
                && sides_in_common(hull, p) >= 2
        };
        p.support >= STATED && p.shape >= PART_SHAPE && p.border.iter().all(|b| !b) && chosen.iter().any(|h| held(&h))
    };
    candidates.iter().filter(part).take(MAX_DOCUMENTS).copied().collect()
}

/// Luma that a twentieth of the picture exceeds.
fn lightest(seen: View) -> f32 {
    let mut lumas: Vec<f32> = seen.picture.luma().into_iter().step_by(17).collect();
    quantile(&mut lumas, 0.95).unwrap_or(0.0)
}

/// Whether a quad is only the common hull of two documents with the ground between them.
fn is_two(c: &Candidate, candidates: &[Candidate], seen: View) -> bool {
    let hull = Quad::new(c.corners);
    let part = |p: &&Candidate| {
        p.support > c.support - TWO_LESS
            && area(&p.corners) < TWO_LARGEST * hull.area()
            && overlap(&Quad::new(p.corners), &hull) > HOLDS
    };
    let parts: Vec<&Candidate> = candidates.iter().filter(part).take(MOST_PARTS).collect();
    if parts.len() < 2 {
        return false;
    }
    let ground = Ground::around(c, None, seen.picture);
    parts.iter().enumerate().any(|(i, a)| {
        parts[i + 1..].iter().any(|b| {
            let apart = overlap(&Quad::new(a.corners), &Quad::new(b.corners)) < SHARED;
            apart && area(&a.corners) + area(&b.corners) > TWO_FILL * hull.area() && is_gap(a, b, &ground, seen)
        })
    })
}

/// Whether there is a gap between two quads that shows the ground and not their paper.
fn is_gap(a: &Candidate, b: &Candidate, ground: &Ground, seen: View) -> bool {
    let picture = seen.picture;
    let (one, other) = (facing(a, b), facing(b, a));
    let at = |side: (Point, Point), t: f32| {
        Point::new(side.0.x + t * (side.1.x - side.0.x), side.0.y + t * (side.1.y - side.0.y))
    };
    let (mut gap, mut all, mut sum) = (0_u32, 0_u32, [0.0_f32; 3]);
    for step in 0..PLACES {
        let t = 0.1 + 0.8 * step as f32 / (PLACES - 1) as f32;
        // both quads run clockwise, so facing sides run in opposite directions
        let (p, q) = (at(one, t), at(other, 1.0 - t));
        let apart = p.distance(q).max(1e-3);
        let inside = |from: Point, to: Point| {
            picture.color_at(from.x + (from.x - to.x) / apart * 6.0, from.y + (from.y - to.y) / apart * 6.0)
        };
        let middle = picture.color_at(p.x.midpoint(q.x), p.y.midpoint(q.y));
        let (Some(middle), Some(here), Some(there)) = (middle, inside(p, q), inside(q, p)) else { continue };
        all += 1;
        let far = |x: &[f32; 3], least: f32| (0..3).any(|i| (x[i] - middle[i]).abs() > least);
        let paper = !far(&here, PAPER_DIFFERS) || !far(&there, PAPER_DIFFERS);
        gap += u32::from(apart >= LEAST_GAP && !paper && ground.has(&middle));
        sum.iter_mut().zip(middle).for_each(|(s, m)| *s += m);
    }
    // in places, a line of print is as dark as a busy ground, but not along all of its length
    all > 0 && gap as f32 >= GAP_SEEN * all as f32 && ground.is_like(&sum.map(|s| s / all as f32))
}

/// The side of a quad that looks at the middle of another one.
fn facing(a: &Candidate, b: &Candidate) -> (Point, Point) {
    let middle = Quad::new(b.corners).bounds().center();
    let side = |i: usize| (a.corners[i], a.corners[(i + 1) % 4]);
    let away = |(p, q): (Point, Point)| Point::new(p.x.midpoint(q.x), p.y.midpoint(q.y)).distance(middle);
    (0..4).map(side).min_by(|x, y| away(*x).total_cmp(&away(*y))).unwrap_or((a.corners[0], a.corners[1]))
}

/// Whether a quad can be a further document beside the best one: a patch of carpet or a key of a keyboard cannot. Each
/// of the `hulls` was found to hold two documents.
fn is_further(c: &Candidate, best: &Candidate, (hulls, seen): (&[Quad], View)) -> bool {
    let ground = Ground::around(best, Some(c), seen.picture);
    let held = |hull: &Quad| [c, best].iter().all(|q| overlap(&Quad::new(q.corners), hull) > HOLDS);
    let parted = !nearly_meet(c, best) || is_gap(c, best, &ground, seen) || hulls.iter().any(held);
    parted
        && !ground.fills(c, None, seen.picture)
        && c.support >= ENOUGH
        && c.shape >= BESIDE_SHAPE
        && area(&c.corners) >= BESIDE_AREA * area(&best.corners)
}

/// Whether a whole side of one quad lies near a whole side of the other: if no gap is seen between them, they are parts
/// of one document or cannot be told from parts.
fn nearly_meet(a: &Candidate, b: &Candidate) -> bool {
    let ((p, q), (r, s)) = (facing(a, b), facing(b, a));
    let near = MEETS * p.distance(q);
    p.distance(s) < near && q.distance(r) < near
}

/// The outermost quad around one that is still the same document.
fn whole(inner: &Candidate, candidates: &[Candidate], seen: View) -> Candidate {
    let value = |c: &Candidate| c.rank + SHAPE_DECIDES * c.shape;
    let around = |c: &&Candidate| {
        value(c) >= value(inner) - LESS
            && c.support >= STATED
            && area(&c.corners) >= LARGER * area(&inner.corners)
            && overlap(&Quad::new(c.corners), &Quad::new(inner.corners)) >= HOLDS
            && c.sides.iter().all(|s| *s >= LEAST_SIDE)
            && (sides_in_common(c, inner) >= 3 || value(c) >= value(inner) - LESS_APART)
            && !Ground::around(c, None, seen.picture).fills(c, Some(inner), seen.picture)
            && !is_two(c, candidates, seen)
    };
    candidates.iter().filter(around).max_by(|a, b| value(a).total_cmp(&value(b))).copied().unwrap_or(*inner)
}

/// Number of sides of the outer quad on which a side of the inner quad lies.
fn sides_in_common(outer: &Candidate, inner: &Candidate) -> usize {
    let lies_on = |i: usize| {
        let (a, b) = (outer.corners[i], outer.corners[(i + 1) % 4]);
        let off = |p: Point| ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)).abs() / a.distance(b).max(1.0);
        inner.corners.iter().filter(|p| off(**p) < 7.0).count() >= 2
    };
    (0..4).filter(|i| lies_on(*i)).count()
}
