//! Straight lines along many steps: a Hough transform in which an edge pixel votes only for lines that run along it.
//!
//! P. V. C. Hough, US patent 3069654 (1962); the vote is limited by the gradient's direction, after D. H. Ballard,
//! "Generalizing the Hough transform" (1981). The steps of a texture point in all directions, so their votes do not add
//! up to a line.

use super::edges::{Ridge, Steps};
use super::sides;
use crate::geometry::Point;

/// Number of directions: one per degree.
const ANGLES: usize = 180;
/// Least distance between two distinct parallel lines, in pixels of the copy.
const APART: f32 = 2.0;
/// How far an edge pixel's own direction may be off, in degrees.
const SPREAD: isize = 6;
/// Most lines that are kept.
const MAX_LINES: usize = 36;
/// A line must gather at least this share of the strongest one, and this many edge pixels.
const OF_STRONGEST: f32 = 0.06;
const MIN_EDGE_PIXELS: f32 = 18.0;
/// Lines nearer than this in direction (degrees) and distance (bins of the accumulator) are one line.
const SAME_ANGLE: usize = 4;
const SAME_DISTANCE: isize = 3;
/// Largest distance from a line, in pixels, of the edge pixels that it is fitted to.
const FIT: f32 = 3.0;
/// Parts of a stretch in which the steps must lead one way.
const PARTS: usize = 4;
/// Cosine of the angle by which a step may point away from the line's normal.
const AGREES: f32 = 0.9;

/// A straight line through the picture with the support it has along its length.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// A point of it: the one nearest to the middle of the picture.
    pub(super) origin: Point,
    /// Its direction, a unit vector.
    pub(super) along: (f32, f32),
    /// Running sums of the support that leads to one side and of the support that leads to the other, from `-reach` on,
    /// one entry per pixel.
    support: Vec<(f32, f32)>,
    /// Running sums of the pixels that lie inside of the frame.
    inside: Vec<f32>,
    reach: i32,
}

impl Line {
    /// A line through two points, with its support looked up.
    pub(super) fn through(a: Point, b: Point, steps: &Steps) -> Option<Self> {
        let length = a.distance(b);
        if length < 1.0 {
            return None;
        }
        Some(Self::of(a, ((b.x - a.x) / length, (b.y - a.y) / length), steps))
    }

    fn of(point: Point, along: (f32, f32), steps: &Steps) -> Self {
        let middle = Point::new(steps.width as f32 / 2.0, steps.height as f32 / 2.0);
        let t = (middle.x - point.x) * along.0 + (middle.y - point.y) * along.1;
        let origin = Point::new(point.x + t * along.0, point.y + t * along.1);
        let reach = (steps.width.max(steps.height)) as i32;
        let normal = (-along.1, along.0);
        let (mut support, mut inside) = (vec![(0.0, 0.0)], vec![0.0]);
        let (mut sum, mut count) = ((0.0, 0.0), 0.0);
        for t in -reach..reach {
            let at = Point::new(origin.x + t as f32 * along.0, origin.y + t as f32 * along.1);
            if let Some(weight) = sides::across(steps, at, normal) {
                count += 1.0;
                if weight > 0.0 { sum.0 += weight } else { sum.1 -= weight }
            }
            support.push(sum);
            inside.push(count);
        }
        Self { origin, along, support, inside, reach }
    }

    /// Place of a point along the line, in pixels from its origin.
    pub(super) fn place(&self, p: Point) -> f32 {
        (p.x - self.origin.x) * self.along.0 + (p.y - self.origin.y) * self.along.1
    }

    /// Mean support between two places, 0–1, and the share of the way that lies inside of the frame.
    pub(super) fn support(&self, from: f32, to: f32) -> (f32, f32) {
        // the nearest entry, without a call to the C library for each
        let index = |t: f32| ((t + 0.5 + self.reach as f32) as i32).clamp(0, 2 * self.reach) as usize;
        let (a, b) = (index(from.min(to)), index(from.max(to)));
        if b <= a {
            return (0.0, 0.0);
        }
        let inside = self.inside[b] - self.inside[a];
        // the steps of print point both ways; those of an edge point one way for long stretches
        let part = |i: usize| a + (b - a) * i / PARTS;
        let one_way = |i: usize| {
            let (start, end) = (self.support[part(i)], self.support[part(i + 1)]);
            let (to, fro) = (end.0 - start.0, end.1 - start.1);
            to.max(fro) - 0.5 * to.min(fro)
        };
        let support = (0..PARTS).map(one_way).sum::<f32>().max(0.0);
        (if inside > 0.0 { support / inside } else { 0.0 }, inside / (b - a) as f32)
    }

    /// Where two lines meet, and the sine of their angle; `None` for parallel ones.
    pub(super) fn meets(&self, other: &Self) -> Option<(Point, f32)> {
        let turn = self.along.0 * other.along.1 - self.along.1 * other.along.0;
        if turn.abs() < 0.2 {
            return None;
        }
        let (dx, dy) = (other.origin.x - self.origin.x, other.origin.y - self.origin.y);
        let t = (dx * other.along.1 - dy * other.along.0) / turn;
        Some((Point::new(self.origin.x + t * self.along.0, self.origin.y + t * self.along.1), turn.abs()))
    }
}

/// The lines of a picture, the strongest first.
pub(super) fn find(ridges: &[Ridge], steps: &Steps) -> Vec<Line> {
    let votes = Votes::of(ridges, steps.width as f32, steps.height as f32);
    votes.peaks().into_iter().map(|(angle, distance)| votes.fitted(angle, distance, ridges, steps)).collect()
}

/// The accumulator: direction of the normal, and distance from the middle of the picture.
struct Votes {
    bins: Vec<f32>,
    distances: usize,
    middle: (f32, f32),
    normals: Vec<(f32, f32)>,
}

impl Votes {
    fn of(ridges: &[Ridge], width: f32, height: f32) -> Self {
        let middle = (width / 2.0, height / 2.0);
        let distances = (2.0 * middle.0.hypot(middle.1) / APART).ceil() as usize + 2;
        let normals: Vec<(f32, f32)> =
            (0..ANGLES).map(|a| (a as f32).to_radians().sin_cos()).map(|(s, c)| (c, s)).collect();
        let mut votes = Self { bins: vec![0.0; ANGLES * distances], distances, middle, normals };
        for r in ridges {
            let own = r.step.ny.atan2(r.step.nx).to_degrees().round() as isize;
            for angle in own - SPREAD..=own + SPREAD {
                let angle = angle.rem_euclid(ANGLES as isize) as usize;
                if let Some(bin) = votes.bin(angle, r.x, r.y) {
                    votes.bins[bin] += r.step.weight;
                }
            }
        }
        votes
    }

    fn distance(&self, angle: usize, x: f32, y: f32) -> f32 {
        let (nx, ny) = self.normals[angle];
        (x - self.middle.0) * nx + (y - self.middle.1) * ny
    }

    fn bin(&self, angle: usize, x: f32, y: f32) -> Option<usize> {
        let at = (self.distance(angle, x, y) / APART).round() as isize + self.distances as isize / 2;
        (0..self.distances as isize).contains(&at).then(|| angle * self.distances + at as usize)
    }

    /// The strongest bins, no two of them near each other.
    fn peaks(&self) -> Vec<(usize, isize)> {
        let half = self.distances as isize / 2;
        let mut order: Vec<usize> = (0..self.bins.len()).filter(|i| self.bins[*i] >= MIN_EDGE_PIXELS).collect();
        order.sort_unstable_by(|a, b| self.bins[*b].total_cmp(&self.bins[*a]).then(a.cmp(b)));
        let mut peaks: Vec<(usize, isize)> = Vec::new();
        let strongest = order.first().map_or(0.0, |i| self.bins[*i]);
        for i in order {
            if peaks.len() >= MAX_LINES || self.bins[i] < OF_STRONGEST * strongest {
                break;
            }
            let (angle, distance) = (i / self.distances, (i % self.distances) as isize - half);
            let near = |p: &(usize, isize)| {
                let apart = p.0.abs_diff(angle);
                // past 180 degrees the same line has the opposite distance
                let (apart, other) = if apart > ANGLES / 2 { (ANGLES - apart, -p.1) } else { (apart, p.1) };
                apart <= SAME_ANGLE && (other - distance).abs() <= SAME_DISTANCE + apart as isize
            };
            if !peaks.iter().any(near) {
                peaks.push((angle, distance));
            }
        }
        peaks
    }

    /// The least-squares line through the edge pixels of a bin, fitted twice.
    fn fitted(&self, angle: usize, distance: isize, ridges: &[Ridge], steps: &Steps) -> Line {
        let mut normal = self.normals[angle];
        let mut offset = distance as f32 * APART;
        for round in 0..2 {
            let reach = if round == 0 { FIT + APART } else { FIT };
            let near = ridges.iter().filter(|r| {
                let off = (r.x - self.middle.0) * normal.0 + (r.y - self.middle.1) * normal.1 - offset;
                off.abs() <= reach && (r.step.nx * normal.0 + r.step.ny * normal.1).abs() >= AGREES
            });
            if let Some((point, along)) = least_squares(near.map(|r| (r.x, r.y, r.step.weight))) {
                normal = (-along.1, along.0);
                offset = (point.0 - self.middle.0) * normal.0 + (point.1 - self.middle.1) * normal.1;
            }
        }
        let origin = Point::new(self.middle.0 + offset * normal.0, self.middle.1 + offset * normal.1);
        Line::of(origin, (normal.1, -normal.0), steps)
    }
}

/// The least-squares line through weighted points: their centroid and the line's direction; `None` for fewer than six.
pub(super) fn least_squares(points: impl Iterator<Item = (f32, f32, f32)>) -> Option<((f32, f32), (f32, f32))> {
    let points: Vec<(f32, f32, f32)> = points.collect();
    let total: f32 = points.iter().map(|p| p.2).sum();
    if points.len() < 6 || total <= 0.0 {
        return None;
    }
    let (mx, my) = points.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 * p.2 / total, s.1 + p.1 * p.2 / total));
    let moment = |f: &dyn Fn(f32, f32) -> f32| points.iter().map(|p| p.2 * f(p.0 - mx, p.1 - my)).sum::<f32>();
    let (xx, yy, xy) = (moment(&|x, _| x * x), moment(&|_, y| y * y), moment(&|x, y| x * y));
    let angle = (2.0 * xy).atan2(xx - yy) / 2.0;
    Some(((mx, my), (angle.cos(), angle.sin())))
}
