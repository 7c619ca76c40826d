//! Candidates for outlines from connected areas: those lighter than their surroundings, or unlike the border of the
//! frame, that have about four corners.
//!
//! The picture is cut at several levels, as in maximally stable extremal regions (J. Matas et al., BMVC 2002), because
//! no single level separates paper from every table. Candidates are rough, and many are wrong; [`super::quads`] judges
//! them.

use super::planes::Planes;
use crate::geometry::Point;
use crate::geometry::overlap::area as polygon;
use crate::pixels::{Area, Neighbors, areas, hull, median, quantile};

/// The copy is halved again: an area needs even fewer pixels than an edge.
const HALVED: usize = 2;
/// Half the side of the square structuring element, in pixels of the halved copy: for the closing that fills print, and
/// for the opening that cuts thin bridges.
const FILLED: usize = 5;
const CUT: usize = 4;
/// Number of levels at which each field is cut.
const LEVELS: usize = 8;
/// Smallest area, as a share of the frame, and least share of its convex hull that it fills.
const MIN_AREA_SHARE: f32 = 0.03;
const SOLID: f32 = 0.8;
/// Least area of the four-cornered shape, as a share of the convex hull.
const FOUR_SIDED: f32 = 0.84;
/// Most corners of a convex hull that are tried.
const MOST_CORNERS: usize = 40;
/// Most areas of one level that are looked at.
const MOST_AREAS: usize = 8;

/// A scalar picture.
struct Field {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

/// Rough corners of four-cornered areas, in pixels of the copy.
pub(super) fn find(picture: &Planes) -> Vec<[Point; 4]> {
    let mut found: Vec<[Point; 4]> = Vec::new();
    for field in [lightness(picture), unlike_border(picture)].into_iter().flatten() {
        // closing fills the print, which is darker than its paper; opening then cuts thin bridges
        let (most, least) = (|a: f32, b: f32| if b > a { b } else { a }, |a: f32, b: f32| if b < a { b } else { a });
        let filled = field.extreme(FILLED, most).extreme(FILLED, least);
        let cut = filled.extreme(CUT, least).extreme(CUT, most);
        for level in cut.levels() {
            found.extend(cut.areas_above(level));
        }
    }
    let scale = HALVED as f32;
    found.into_iter().map(|corners| corners.map(|p| Point::new(p.x * scale, p.y * scale))).collect()
}

fn lightness(picture: &Planes) -> Option<Field> {
    Field::halved(
        picture.width,
        picture.height,
        |planes_at| planes_at.iter().sum::<f32>() / planes_at.len().max(1) as f32,
        picture,
    )
}

/// Difference of each pixel from the median color of the frame's border.
fn unlike_border(picture: &Planes) -> Option<Field> {
    let (w, h) = (picture.width, picture.height);
    let margin = (w.min(h) / 40).max(1);
    let mut middle = Vec::with_capacity(picture.colors.len());
    for plane in &picture.colors {
        let at_end = |i: usize, length: usize| i < margin || i + margin >= length;
        let mut border: Vec<f32> = Vec::new();
        for (y, row) in plane.chunks_exact(w).enumerate() {
            if at_end(y, h) {
                border.extend(row.iter().step_by(3));
            } else {
                border.extend(row[..margin].iter().chain(&row[w - margin..]));
            }
        }
        middle.push(median(border)?);
    }
    Field::halved(w, h, |at| at.iter().zip(&middle).map(|(v, m)| (v - m).abs()).fold(0.0, f32::max), picture)
}

impl Field {
    /// A field of mean values over squares of the copy.
    fn halved(w: usize, h: usize, value: impl Fn(&[f32]) -> f32, picture: &Planes) -> Option<Self> {
        let (width, height) = (w / HALVED, h / HALVED);
        if width < 16 || height < 16 {
            return None;
        }
        let share = 1.0 / (HALVED * HALVED) as f32;
        let mut means = vec![0.0; picture.colors.len()];
        let mut values = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                for (mean, plane) in means.iter_mut().zip(&picture.colors) {
                    let rows = (0..HALVED).map(|dy| (y * HALVED + dy) * w + x * HALVED);
                    *mean = rows.map(|at| plane[at..at + HALVED].iter().sum::<f32>()).sum::<f32>() * share;
                }
                values.push(value(&means));
            }
        }
        Some(Self { width, height, values })
    }

    /// The extreme value (as `pick` decides) in a square around each pixel.
    fn extreme(&self, half: usize, pick: impl Fn(f32, f32) -> f32) -> Self {
        let (w, h) = (self.width, self.height);
        let mut rows = vec![0.0; w * h];
        for (out, row) in rows.chunks_exact_mut(w).zip(self.values.chunks_exact(w)) {
            for (x, out) in out.iter_mut().enumerate() {
                let window = &row[x.saturating_sub(half)..(x + half + 1).min(w)];
                *out = window.iter().copied().reduce(&pick).unwrap_or_default();
            }
        }
        let mut values = rows.clone();
        for y in 0..h {
            for other in y.saturating_sub(half)..(y + half + 1).min(h) {
                let (out, row) = (&mut values[y * w..(y + 1) * w], &rows[other * w..(other + 1) * w]);
                for (out, v) in out.iter_mut().zip(row) {
                    *out = pick(*out, *v);
                }
            }
        }
        Self { width: w, height: h, values }
    }

    /// Evenly spread values between the darkest and the lightest part.
    fn levels(&self) -> Vec<f32> {
        let mut values: Vec<f32> = self.values.iter().step_by(5).copied().collect();
        let mut at = |share: f32| quantile(&mut values, share).unwrap_or(0.0);
        let (low, high) = (at(0.04), at(0.96));
        if high - low < 6.0 {
            return Vec::new();
        }
        (1..=LEVELS).map(|i| low + (high - low) * i as f32 / (LEVELS + 1) as f32).collect()
    }

    /// Corners of the four-cornered areas above a level.
    fn areas_above(&self, level: f32) -> Vec<[Point; 4]> {
        let (w, h) = (self.width, self.height);
        let least = (MIN_AREA_SHARE * (w * h) as f32) as usize;
        let above = |x: u32, y: u32| self.values[y as usize * w + x as usize] > level;
        let areas = areas([0, 0, w as u32, h as u32], Neighbors::Sides, above);
        areas.iter().take(MOST_AREAS).take_while(|a| a.pixels.len() >= least).filter_map(corners).collect()
    }
}

/// The four corners of the convex hull that span the largest area; `None` unless the area fills its hull and they fill
/// it, too.
fn corners(area: &Area) -> Option<[Point; 4]> {
    let rows = area.rows();
    let filled: f32 = rows.iter().map(|(first, last, _)| (last - first + 1) as f32).sum();
    if rows.len() < 2 {
        return None;
    }
    let hull: Vec<Point> = hull(area.corners()).into_iter().map(|(x, y)| Point::new(x as f32, y as f32)).collect();
    let whole = polygon(&hull);
    if filled < whole * SOLID {
        return None;
    }
    let four = largest_four(&hull)?;
    (polygon(&four) >= whole * FOUR_SIDED).then_some(four)
}

fn largest_four(hull: &[Point]) -> Option<[Point; 4]> {
    let step = hull.len().div_ceil(MOST_CORNERS).max(1);
    let points: Vec<Point> = hull.iter().copied().step_by(step).collect();
    let n = points.len();
    let farthest = |from: usize, to: usize, mut between: std::ops::Range<usize>| {
        let first = between.next()?;
        let height = |i: usize| (cross(points[from], points[to], points[i % n]).abs(), i % n);
        Some(between.map(height).fold(height(first), |best, next| if next.0 > best.0 { next } else { best }))
    };
    let mut best: Option<(f32, [usize; 4])> = None;
    for i in 0..n {
        for k in i + 2..n {
            let (Some((a, j)), Some((b, l))) = (farthest(i, k, i + 1..k), farthest(i, k, k + 1..i + n)) else {
                continue;
            };
            if best.is_none_or(|(area, _)| a + b > area) {
                best = Some((a + b, [i, j, k, l]));
            }
        }
    }
    Some(best?.1.map(|i| points[i]))
}

/// Twice the signed area of the triangle.
fn cross(a: Point, b: Point, p: Point) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}
