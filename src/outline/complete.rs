//! Extends a quad of unknown shape to the whole document. On a dark table, the edge of a card's dark heading may have
//! been taken for the edge of the card.
//!
//! Each side is moved outward to where the whole quad would have the shape of a known document. The new side is
//! believed only if steps are seen along it and along both neighboring sides all the way out to it.

use super::quads::{Candidate, View, refined};
use super::{shape, sides};
use crate::geometry::Point;

/// Likeness to a known document: below the first value, a quad is doubted; from the second value on, its replacement is
/// believed.
const DOUBTED: f32 = 0.3;
const KNOWN: f32 = 0.7;
/// How far outward a side is tried, as shares of the neighboring sides: farthest, step, and nearest.
const FARTHEST: f32 = 0.45;
const STEP: f32 = 0.01;
const NEAREST: f32 = 0.05;
/// Least support of the moved side, and of each neighboring side beyond the old corner.
const SIDE: f32 = 0.35;
const BEYOND: f32 = 0.34;

/// The quad, or the whole document that it is a part of.
pub(super) fn completed(quad: &Candidate, seen: View) -> Candidate {
    if quad.shape >= DOUBTED || quad.border.iter().any(|b| *b) {
        return *quad;
    }
    let tried = (0..4).flat_map(|side| shapes_beyond(quad, side, seen).into_iter().map(move |c| (side, c)));
    let good = tried.filter_map(|(side, corners)| {
        let whole = refined(corners, [false; 4], seen)?;
        let strong = whole.shape >= KNOWN && reaches(quad, &corners, side, seen);
        strong.then_some(whole)
    });
    good.max_by(|a, b| a.rank.total_cmp(&b.rank)).unwrap_or(*quad)
}

/// The quads with one side moved outward whose likeness to a known shape is at a peak.
fn shapes_beyond(quad: &Candidate, side: usize, seen: View) -> Vec<[Point; 4]> {
    let (w, h) = (seen.picture.width as f32, seen.picture.height as f32);
    let out = |by: f32| {
        let mut corners = quad.corners;
        for (at, from) in [(side, (side + 3) % 4), ((side + 1) % 4, (side + 2) % 4)] {
            let (p, q) = (quad.corners[at], quad.corners[from]);
            corners[at] = Point::new(p.x + by * (p.x - q.x), p.y + by * (p.y - q.y));
        }
        corners
    };
    let steps = ((FARTHEST - NEAREST) / STEP) as usize;
    let tried: Vec<([Point; 4], f32)> = (0..steps)
        .map(|n| out(NEAREST + n as f32 * STEP))
        .map(|corners| (corners, shape::likeness(&corners, w, h)))
        .collect();
    let peak = |t: &[([Point; 4], f32)]| t[1].1 >= KNOWN && t[1].1 >= t[0].1 && t[1].1 > t[2].1;
    tried.windows(3).filter(|t| peak(t)).map(|t| t[1].0).collect()
}

/// Whether there are steps along the side that moved out, and along both sides that lead there.
fn reaches(quad: &Candidate, corners: &[Point; 4], side: usize, seen: View) -> bool {
    let next = (side + 1) % 4;
    let along = |a: Point, b: Point| sides::of(a, b, seen.steps, seen.picture);
    let far = along(corners[side], corners[next]);
    let (one, other) = (along(quad.corners[next], corners[next]), along(corners[side], quad.corners[side]));
    far.steps >= SIDE && one.steps >= BEYOND && other.steps >= BEYOND
}
