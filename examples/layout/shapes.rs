//! True outlines from the truth file, and the overlap of two shapes.

use precheck::geometry::{Point, Quad, Size};
use serde_json::Value;

/// Four corners from an array of pairs.
pub fn quad(value: &Value) -> Option<Quad> {
    let at = |i: usize| {
        let p = value.get(i)?;
        Some(Point::new(p.get(0)?.as_f64()? as f32, p.get(1)?.as_f64()? as f32))
    };
    Some(Quad::new([at(0)?, at(1)?, at(2)?, at(3)?]))
}

/// The true outlines of the documents of a picture.
pub fn documents(row: &Value) -> Vec<Quad> {
    row["documents"].as_array().into_iter().flatten().filter_map(|d| quad(&d["quad"])).collect()
}

/// Size of the page.
pub fn size(row: &Value) -> Size {
    let side = |key: &str| row[key].as_u64().unwrap_or(0) as u32;
    Size::new(side("width"), side("height"))
}

/// The part of a shape that lies in the frame.
pub fn in_frame(shape: &Quad, frame: Size) -> Vec<Point> {
    clipped(&shape.corners, &Quad::from(frame.region()).corners)
}

/// Shared area over the area of the union.
pub fn overlap(a: &[Point], b: &[Point]) -> f32 {
    let shared = area(&clipped(a, b)).abs();
    let both = area(a).abs() + area(b).abs() - shared;
    if both > 0.0 { shared / both } else { 0.0 }
}

fn area(p: &[Point]) -> f32 {
    let next = p.iter().cycle().skip(1);
    p.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0
}

fn clipped(a: &[Point], b: &[Point]) -> Vec<Point> {
    let sign = area(b).signum();
    let mut out = a.to_vec();
    for i in 0..b.len() {
        let (p, q) = (b[i], b[(i + 1) % b.len()]);
        let side = |x: Point| ((q.x - p.x) * (x.y - p.y) - (q.y - p.y) * (x.x - p.x)) * sign;
        let mut kept = Vec::new();
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
