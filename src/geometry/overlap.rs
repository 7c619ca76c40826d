//! How much area two four-cornered shapes share.

use crate::geometry::{Point, Quad};

/// Shared area of two convex shapes as a share of the smaller one, 0–1.
pub fn overlap(a: &Quad, b: &Quad) -> f32 {
    area(&clipped(a, b)) / a.area().min(b.area()).max(1.0)
}

/// Area of a polygon.
pub(crate) fn area(polygon: &[Point]) -> f32 {
    let next = polygon.iter().cycle().skip(1);
    (polygon.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0).abs()
}

/// The part of one convex shape inside of another (I. Sutherland and G. Hodgman, 1974).
fn clipped(a: &Quad, b: &Quad) -> Vec<Point> {
    let b = &b.corners;
    let signed: f32 = (0..4).map(|i| b[i].x * b[(i + 1) % 4].y - b[(i + 1) % 4].x * b[i].y).sum();
    let mut out: Vec<Point> = a.corners.to_vec();
    for i in 0..4 {
        let (p, q) = (b[i], b[(i + 1) % 4]);
        let side = |x: Point| ((q.x - p.x) * (x.y - p.y) - (q.y - p.y) * (x.x - p.x)) * signed.signum();
        let mut kept = Vec::with_capacity(out.len() + 1);
        for (j, one) in out.iter().enumerate() {
            let next = out[(j + 1) % out.len()];
            let (s, t) = (side(*one), side(next));
            if s >= 0.0 {
                kept.push(*one);
            }
            if (s >= 0.0) != (t >= 0.0) {
                let share = s / (s - t);
                kept.push(Point::new(one.x + share * (next.x - one.x), one.y + share * (next.y - one.y)));
            }
        }
        out = kept;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Region;

    #[test]
    fn shapes_share_all_half_or_nothing_whatever_their_winding() {
        let a = Quad::from(Region::new(0.0, 0.0, 10.0, 10.0));
        let mut mirrored = a;
        mirrored.corners.reverse();
        for (left, wanted) in [(0.0, 1.0), (5.0, 0.5), (20.0, 0.0)] {
            let b = Quad::from(Region::new(left, 0.0, 10.0, 10.0));
            for one in [a, mirrored] {
                assert!((overlap(&one, &b) - wanted).abs() < 1e-4, "{left}");
                assert!((overlap(&b, &one) - wanted).abs() < 1e-4, "{left}");
            }
        }
    }

    #[test]
    fn a_shape_without_area_shares_nothing() {
        let point = Quad::from(Region::default());
        assert!(overlap(&point, &point).abs() < f32::EPSILON);
    }
}
