//! Patterns that fill an area without hiding what is below, so that layers differ even without their colors. Every line
//! has a pale rim, so it is visible on dark pictures as well as on light ones.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::theme;

/// Most lines or dots drawn for one area: enough for any screen.
const MAX_STROKES: usize = 4000;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Lines that rise to the right.
    Slanted,
    /// The same, more densely.
    SlantedDense,
    /// Dots.
    Dots,
    /// Horizontal lines.
    Level,
    /// Lines that cross.
    Crossed,
    /// Vertical lines.
    Upright,
    /// Nothing.
    Empty,
}

impl Pattern {
    /// Directions of its lines, and the distance between them.
    fn lines(self) -> (&'static [Vec2], f32) {
        const RISING: Vec2 = vec2(std::f32::consts::FRAC_1_SQRT_2, -std::f32::consts::FRAC_1_SQRT_2);
        const FALLING: Vec2 = vec2(std::f32::consts::FRAC_1_SQRT_2, std::f32::consts::FRAC_1_SQRT_2);
        match self {
            Self::Slanted => (&[RISING], theme::HATCH),
            Self::SlantedDense => (&[RISING], theme::HATCH / 2.0),
            Self::Level => (&[Vec2::RIGHT], theme::HATCH),
            Self::Crossed => (&[RISING, FALLING], theme::HATCH),
            Self::Upright => (&[Vec2::DOWN], theme::HATCH),
            Self::Dots | Self::Empty => (&[], theme::HATCH),
        }
    }
}

/// Fills the part of a convex area that is in sight. The pattern is anchored at `origin`, so that it moves with the
/// page.
pub fn fill(painter: &Painter, area: &[Pos2], origin: Pos2, pattern: Pattern, color: Color32) {
    let seen = painter.clip_rect();
    let box_around = Rect::from_points(area).intersect(seen);
    if area.len() < 3 || !box_around.is_positive() || !box_around.is_finite() {
        return;
    }
    let (directions, gap) = pattern.lines();
    let mut shapes = Vec::new();
    for direction in directions {
        for [a, b] in strokes(area, box_around, origin, *direction, gap) {
            shapes.push(Shape::line_segment([a, b], Stroke::new(3.0, theme::RIM)));
            shapes.push(Shape::line_segment([a, b], Stroke::new(1.3, color)));
        }
    }
    if pattern == Pattern::Dots {
        for dot in dots(area, box_around, origin) {
            shapes.push(Shape::circle_filled(dot, 3.0, theme::RIM));
            shapes.push(Shape::circle_filled(dot, 1.9, color));
        }
    }
    painter.extend(shapes);
}

/// The parts of parallel lines, `gap` apart, that lie inside a convex area.
fn strokes(area: &[Pos2], seen: Rect, origin: Pos2, direction: Vec2, gap: f32) -> Vec<[Pos2; 2]> {
    let across = direction.rot90();
    let corners = [seen.left_top(), seen.right_top(), seen.right_bottom(), seen.left_bottom()];
    let places = corners.map(|corner| (corner - origin).dot(across) / gap);
    let first = places.into_iter().fold(f32::INFINITY, f32::min).ceil();
    let count = (places.into_iter().fold(f32::NEG_INFINITY, f32::max) - first + 1.0).max(0.0) as usize;
    let line = |i: usize| inside(area, origin + across * ((first + i as f32) * gap), direction);
    (0..count.min(MAX_STROKES)).filter_map(line).collect()
}

/// Dots inside a convex area, in staggered rows.
fn dots(area: &[Pos2], seen: Rect, origin: Pos2) -> Vec<Pos2> {
    // as many as there is room for, and no more than can be drawn in time
    let gap = theme::DOTS.max((seen.area() / MAX_STROKES as f32).sqrt());
    let mut found = Vec::new();
    let first = ((seen.top() - origin.y) / gap).ceil();
    let rows = ((seen.bottom() - origin.y) / gap - first + 1.0).max(0.0) as usize;
    for row in (0..rows.min(MAX_STROKES)).map(|row| first + row as f32) {
        let y = origin.y + row * gap;
        let Some([a, b]) = inside(area, pos2(origin.x, y), Vec2::RIGHT) else { continue };
        let (left, right) = (a.x.min(b.x).max(seen.left()), a.x.max(b.x).min(seen.right()));
        let shift = if row.rem_euclid(2.0) < 0.5 { 0.0 } else { gap / 2.0 };
        let from = ((left - origin.x - shift) / gap).ceil();
        let columns = ((right - origin.x - shift) / gap - from + 1.0).max(0.0).floor() as usize;
        found.extend((0..columns.min(MAX_STROKES)).map(|i| pos2(origin.x + shift + (from + i as f32) * gap, y)));
    }
    found.truncate(MAX_STROKES);
    found
}

/// The part of a line through a point that lies in a convex area; `None` if the line misses the area.
fn inside(area: &[Pos2], point: Pos2, direction: Vec2) -> Option<[Pos2; 2]> {
    let across = direction.rot90();
    let side = |p: Pos2| (p - point).dot(across);
    let mut ends: Option<(f32, f32)> = None;
    for (i, a) in area.iter().enumerate() {
        let b = area[(i + 1) % area.len()];
        let (from, to) = (side(*a), side(b));
        if (from > 0.0) == (to > 0.0) {
            continue;
        }
        let crossing = *a + (b - *a) * (from / (from - to));
        let along = (crossing - point).dot(direction);
        ends = Some(ends.map_or((along, along), |(low, high)| (low.min(along), high.max(along))));
    }
    let (low, high) = ends.filter(|(low, high)| high > low)?;
    Some([point + direction * low, point + direction * high])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Pos2> {
        let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(110.0, 60.0));
        vec![rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_area() {
        assert_eq!(inside(&square(), pos2(0.0, 20.0), Vec2::RIGHT), Some([pos2(10.0, 20.0), pos2(110.0, 20.0)]));
        assert_eq!(inside(&square(), pos2(0.0, 90.0), Vec2::RIGHT), None);
    }

    #[test]
    fn every_pattern_stays_inside_its_area_and_is_there() {
        let area = square();
        let rect = Rect::from_points(&area).expand(0.01);
        for pattern in [Pattern::Slanted, Pattern::SlantedDense, Pattern::Level, Pattern::Crossed, Pattern::Upright] {
            let (directions, gap) = pattern.lines();
            for direction in directions {
                let found = strokes(&area, rect, pos2(-7.0, 3.0), *direction, gap);
                assert!(!found.is_empty(), "{pattern:?}");
                assert!(found.iter().flatten().all(|p| rect.contains(*p)), "{pattern:?}: {found:?}");
            }
        }
        let found = dots(&area, rect, pos2(-7.0, 3.0));
        assert!(found.len() > 10 && found.iter().all(|p| rect.contains(*p)));
    }

    #[test]
    fn patterns_move_with_the_page() {
        let moved = |by: f32| {
            let area: Vec<Pos2> = square().iter().map(|p| *p + vec2(by, by)).collect();
            let lines = strokes(&area, Rect::from_points(&area), pos2(by, by), Vec2::DOWN, 9.0);
            lines.iter().map(|[a, _]| (a.x - by).round() as i32).collect::<Vec<_>>()
        };
        assert_eq!(moved(0.0), moved(33.3));
    }

    #[test]
    fn an_area_of_any_size_costs_no_more_than_can_be_drawn() {
        let huge = Rect::from_min_max(pos2(-1e6, -1e6), pos2(1e6, 1e6));
        let area = vec![huge.left_top(), huge.right_top(), huge.right_bottom(), huge.left_bottom()];
        assert!(dots(&area, huge, Pos2::ZERO).len() <= MAX_STROKES);
        assert!(strokes(&area, huge, Pos2::ZERO, Vec2::DOWN, 9.0).len() <= MAX_STROKES);
        let thin = vec![pos2(0.0, 0.0), pos2(0.0, 0.0), pos2(0.0, 0.0)];
        assert!(strokes(&thin, huge, Pos2::ZERO, Vec2::DOWN, 9.0).is_empty());
    }
}
