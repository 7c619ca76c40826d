//! What lies around a quad, and whether something else looks like it; and what is seen inside of a quad.
//!
//! On a plain table, small differences count. On granite or a page of print, only large ones count.

use super::edges::Steps;
use super::planes::Planes;
use super::quads::Candidate;
use crate::geometry::{Point, Quad, Region};
use crate::pixels::{LUMA, median};

/// Places along each side, and their distances from it in pixels of the copy.
const PLACES: usize = 24;
const AWAY: [f32; 2] = [9.0, 16.0];
/// Gray levels by which a color must differ from the ground: on a plain ground, at most on the busiest ground, and the
/// increase for each gray level by which neighboring places of the ground differ.
const DIFFERS: f32 = 9.0;
const DIFFERS_MOST: f32 = 28.0;
const OF_ROUGHNESS: f32 = 1.5;
/// Least share of an area that must differ from the ground.
const UNLIKE: f32 = 0.3;
/// Fewest places from which a ground is known.
const MIN_PLACES: usize = 24;
/// Samples across a quad in each direction.
const GRID: usize = 28;
/// Outer part of a quad in which no print is looked for, as a share of it and as a least width in pixels of the copy,
/// because the step of its edge reaches that far; and the gray levels of a step of print.
const RIM: f32 = 0.1;
const RIM_PIXELS: f32 = 7.0;
const PRINT_STEP: f32 = 5.0;

/// Colors around a quad.
pub(super) struct Ground {
    colors: Vec<[f32; 3]>,
    differs: f32,
    mean: [f32; 3],
}

impl Ground {
    /// Samples colors some way outside of all sides, but not inside of a neighbor.
    pub(super) fn around(quad: &Candidate, neighbor: Option<&Candidate>, picture: &Planes) -> Self {
        let neighbor = neighbor.map(|c| Quad::new(c.corners));
        let c = &quad.corners;
        let middle = Quad::new(*c).bounds().center();
        let mut colors = Vec::with_capacity(4 * PLACES * AWAY.len());
        let mut steps = Vec::new();
        for (i, by) in (0..4).flat_map(|i| AWAY.map(|by| (i, by))) {
            let (a, b) = (c[i], c[(i + 1) % 4]);
            let mut last: Option<[f32; 3]> = None;
            for step in 0..PLACES {
                let t = (step as f32 + 0.5) / PLACES as f32;
                let on = Point::new(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
                let length = on.distance(middle).max(1.0);
                let out = (on.x + (on.x - middle.x) / length * by, on.y + (on.y - middle.y) / length * by);
                let hidden = neighbor.is_some_and(|q| q.contains(Point::new(out.0, out.1)));
                let here = if hidden { None } else { picture.color_at(out.0, out.1) };
                if let (Some(a), Some(b)) = (last, here) {
                    steps.push(apart(&a, &b));
                }
                colors.extend(here);
                last = here;
            }
        }
        let rough = median(steps).unwrap_or(0.0);
        let count = colors.len().max(1) as f32;
        let mean = colors.iter().fold([0.0; 3], |m, c| std::array::from_fn(|i| m[i] + c[i] / count));
        Self { colors, differs: (DIFFERS + OF_ROUGHNESS * rough).min(DIFFERS_MOST), mean }
    }

    /// Whether a color is seen somewhere around.
    pub(super) fn has(&self, color: &[f32; 3]) -> bool {
        self.colors.iter().any(|g| apart(g, color) <= self.differs)
    }

    /// Whether a mean of many places is like that of the ground, or of a large part of it.
    pub(super) fn is_like(&self, mean: &[f32; 3]) -> bool {
        let near = self.colors.iter().filter(|g| apart(g, mean) <= self.differs).count();
        apart(&self.mean, mean) <= self.differs || near * 4 >= self.colors.len()
    }

    /// Whether what lies in a quad, and outside of an inner one, looks like the ground.
    pub(super) fn fills(&self, outer: &Candidate, inner: Option<&Candidate>, picture: &Planes) -> bool {
        if self.colors.len() < MIN_PLACES {
            return true; // nothing around it to compare with: keep the quad that is sure
        }
        let (outer, inner) = (Quad::new(outer.corners), inner.map(|c| Quad::new(c.corners)));
        let bounds = outer.bounds().intersection(Region::new(0.0, 0.0, picture.width as f32, picture.height as f32));
        let (mut unlike, mut all) = (0_u32, 0_u32);
        for i in 0..GRID * GRID {
            let (u, v) = ((i % GRID) as f32 / GRID as f32, (i / GRID) as f32 / GRID as f32);
            let p = Point::new(bounds.left + u * bounds.width, bounds.top + v * bounds.height);
            if !outer.contains(p) || inner.is_some_and(|q| q.contains(p)) {
                continue;
            }
            let Some(color) = picture.color_at(p.x, p.y) else { continue };
            all += 1;
            unlike += u32::from(!self.has(&color));
        }
        all < 4 || (unlike as f32) < UNLIKE * all as f32
    }
}

/// The largest difference of two colors.
fn apart(a: &[f32; 3], b: &[f32; 3]) -> f32 {
    (0..3).map(|i| (a[i] - b[i]).abs()).fold(0.0, f32::max)
}

/// What is seen inside of a quad.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Inside {
    /// Share of places where there is a step: print, a portrait, lines. Zero for a plain patch of color.
    pub(super) print: f32,
    /// Median luma, 0–255: the luma of the paper.
    pub(super) light: f32,
}

impl Inside {
    /// Samples a grid of places.
    pub(super) fn of(quad: &Candidate, steps: &Steps, picture: &Planes) -> Self {
        let [a, b, c, d] = quad.corners;
        let between = |p: Point, q: Point, t: f32| Point::new(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y));
        let rim = |p: Point, q: Point| (RIM_PIXELS / p.distance(q).max(1.0)).clamp(RIM, 0.45);
        let (rim_u, rim_v) = (rim(a, b), rim(a, d));
        let place = |n: usize, rim: f32| rim + (1.0 - 2.0 * rim) * (n as f32 + 0.5) / GRID as f32;
        // a busy ground makes steps count less, but print on the paper is as strong as on any ground
        let least = PRINT_STEP / (PRINT_STEP + steps.half);
        let (mut with, mut lights) = (0_u32, Vec::with_capacity(GRID * GRID));
        for i in 0..GRID * GRID {
            let (u, v) = (place(i % GRID, rim_u), place(i / GRID, rim_v));
            let p = between(between(a, b, u), between(d, c, u), v);
            let (Some(step), Some([r, g, b])) = (steps.at(p.x, p.y), picture.color_at(p.x, p.y)) else { continue };
            with += u32::from(step.weight >= least);
            lights.push(LUMA[0] * r + LUMA[1] * g + LUMA[2] * b);
        }
        let print = with as f32 / lights.len().max(1) as f32;
        Self { print, light: median(lights).unwrap_or(0.0) }
    }
}
