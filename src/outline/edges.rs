//! Steps of brightness or color: how much one side of a place differs from the other, and in which direction.
//!
//! A step is measured between the means of short runs of pixels on both sides, not between neighboring pixels. A thin
//! printed line or a grain of wood has the same color on both sides and gives a small step; the edge of a sheet gives
//! its full step.

use super::planes::Planes;
use crate::pixels::median;

/// Length of the runs on both sides of a place, in pixels of the copy.
const RUN: usize = 4;
/// A step of this many gray levels counts half; more on a busy ground.
const LEAST_STEP: f32 = 5.0;
/// The same as a multiple of the picture's median step, which a busy ground raises.
const OF_MEDIAN: f32 = 1.6;
/// Least weight of a step that can be part of an edge.
const LEAST_RIDGE: f32 = 0.375;

/// The step field of a picture.
#[derive(Debug, Clone, Default)]
pub(super) struct Steps {
    pub(super) width: usize,
    pub(super) height: usize,
    /// The step at each pixel, row by row.
    pub(super) step: Vec<Step>,
    /// The step, in gray levels, that counts half.
    pub(super) half: f32,
}

/// The step at one pixel, in the color channel with the largest step.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Step {
    /// Direction in which it gets lighter, a unit vector; zero where there is no step.
    pub(super) nx: f32,
    pub(super) ny: f32,
    /// How much it counts, 0–1.
    pub(super) weight: f32,
}

impl Steps {
    /// Measures the step field.
    pub(super) fn of(picture: &Planes) -> Self {
        let (w, h) = (picture.width, picture.height);
        let mut strongest = vec![(0.0_f32, 0.0_f32); w * h];
        for plane in &picture.colors {
            let (right, down) = (across(plane, w, h), along(plane, w, h));
            for ((s, r), d) in strongest.iter_mut().zip(right).zip(down) {
                if r * r + d * d > s.0 * s.0 + s.1 * s.1 {
                    *s = (r, d);
                }
            }
        }
        let size = |s: &(f32, f32)| (s.0 * s.0 + s.1 * s.1).sqrt();
        let usual = median(strongest.iter().step_by(13).map(size)).unwrap_or(0.0);
        let half = LEAST_STEP.max(OF_MEDIAN * usual);
        let step = |s: (f32, f32)| {
            let size = size(&s);
            let by = 1.0 / size.max(1e-6);
            Step { nx: s.0 * by, ny: s.1 * by, weight: size / (size + half) }
        };
        Self { width: w, height: h, step: strongest.into_iter().map(step).collect(), half }
    }

    /// The step at the pixel that contains a place; `None` outside of the picture.
    pub(super) fn at(&self, x: f32, y: f32) -> Option<Step> {
        if x < 0.0 || y < 0.0 {
            return None;
        }
        let (x, y) = (x as usize, y as usize);
        (x < self.width && y < self.height).then(|| self.step[y * self.width + x])
    }

    /// The pixels whose step is the largest across its own direction: thin lines along all edges.
    pub(super) fn ridges(&self) -> Vec<Ridge> {
        let mut ridges = Vec::new();
        for y in 1..self.height.saturating_sub(1) {
            for x in 1..self.width.saturating_sub(1) {
                let step = self.step[y * self.width + x];
                if step.weight < LEAST_RIDGE {
                    continue;
                }
                let (dx, dy) = (way(step.nx), way(step.ny));
                let beside = |way: isize| {
                    let i = (y as isize + way * dy) as usize * self.width + (x as isize + way * dx) as usize;
                    self.step[i].weight
                };
                if step.weight >= beside(1) && step.weight > beside(-1) {
                    ridges.push(Ridge { x: x as f32 + 0.5, y: y as f32 + 0.5, step });
                }
            }
        }
        ridges
    }
}

/// Offset to the neighboring pixel in a direction: −1, 0 or 1.
fn way(part: f32) -> isize {
    isize::from(part >= 0.5) - isize::from(part <= -0.5)
}

/// One pixel of an edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ridge {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) step: Step,
}

/// Step to the right: the mean of the run after a place minus the mean of the run before it, over three rows.
fn across(plane: &[f32], w: usize, h: usize) -> Vec<f32> {
    let mut out = vec![0.0; w * h];
    let mut sums = vec![0.0_f32; w + 1];
    let row_at = |y: usize| &plane[y * w..(y + 1) * w];
    for y in 0..h {
        let (above, below) = (row_at(y.saturating_sub(1)), row_at((y + 1).min(h - 1)));
        let mut sum = 0.0;
        for (((total, a), b), c) in sums[1..].iter_mut().zip(above).zip(row_at(y)).zip(below) {
            sum += a + b + c;
            *total = sum;
        }
        let row = &mut out[y * w..(y + 1) * w];
        // first the places with full runs on both sides, many at once; then those near the ends of the row
        let inner = RUN..w.saturating_sub(RUN).max(RUN);
        let share = 1.0 / (3 * RUN) as f32;
        if let Some(row) = row.get_mut(inner.clone()) {
            let runs = sums.windows(2 * RUN + 2);
            for (out, s) in row.iter_mut().zip(runs) {
                *out = (s[2 * RUN + 1] - s[RUN + 1] - (s[RUN] - s[0])) * share;
            }
        }
        for x in (0..RUN.min(w)).chain(inner.end.min(w)..w) {
            row[x] = difference(&sums, x, w) / 3.0;
        }
    }
    out
}

/// Step down, over three columns.
fn along(plane: &[f32], w: usize, h: usize) -> Vec<f32> {
    if w == 0 {
        return Vec::new();
    }
    // sums[y][x]: the sum over all rows above y, three columns wide
    let mut sums = vec![0.0_f32; (h + 1) * w];
    for (y, row) in plane.chunks_exact(w).enumerate() {
        let (before, after) = sums[y * w..(y + 2) * w].split_at_mut(w);
        for ((sum, before), three) in after[1..].iter_mut().zip(&before[1..]).zip(row.windows(3)) {
            *sum = before + three[0] + three[1] + three[2];
        }
        for x in [0, w - 1] {
            after[x] = before[x] + row[x.saturating_sub(1)] + row[x] + row[(x + 1).min(w - 1)];
        }
    }
    let mut out = vec![0.0; w * h];
    for (y, out) in out.chunks_exact_mut(w).enumerate() {
        let (start, end) = (y.saturating_sub(RUN), (y + 1 + RUN).min(h));
        if y == start || end == y + 1 {
            continue;
        }
        let (before, after) = (1.0 / (3 * (y - start)) as f32, 1.0 / (3 * (end - y - 1)) as f32);
        let [first, here, next, last] = [start, y, y + 1, end].map(|row| &sums[row * w..(row + 1) * w]);
        for ((((out, a), b), c), d) in out.iter_mut().zip(first).zip(here).zip(next).zip(last) {
            *out = (d - c) * after - (b - a) * before;
        }
    }
    out
}

/// The mean after `x` minus the mean before it, from running sums.
fn difference(sums: &[f32], x: usize, length: usize) -> f32 {
    let (start, end) = (x.saturating_sub(RUN), (x + 1 + RUN).min(length));
    if x == start || end == x + 1 {
        return 0.0;
    }
    (sums[end] - sums[x + 1]) / (end - x - 1) as f32 - (sums[x] - sums[start]) / (x - start) as f32
}
