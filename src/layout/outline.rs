//! The outline of documents by plain geometry: what stands out from the background at the frame's border, if it is one
//! compact shape with four straight sides. Anything else is "not found": a wrong crop is worse than none.

use image::GrayImage;
use image::imageops::{FilterType, resize};
use imageproc::distance_transform::Norm;
use imageproc::geometry::{approximate_polygon_dp, convex_hull};
use imageproc::morphology::{close, open};
use imageproc::point::Point as Corner;
use imageproc::region_labelling::{Connectivity, connected_components};

use super::Outlines;
use crate::geometry::{Point, Quad};

/// Longest side of the copy that is looked at. Corners are good to about a two-hundredth of the side.
const SIDE: u32 = 400;
/// Smallest and largest document, as a share of the frame.
const SMALLEST: f32 = 0.06;
const LARGEST: f32 = 0.97;
/// How much of its hull a document fills, and of its four-cornered outline its hull.
const SOLID: f32 = 0.88;
const FOUR_SIDED: f32 = 0.93;
/// Luma by which a document must differ from the background.
const DIFFERENCE: f32 = 14.0;
/// Share of a frame's side that a shape must touch to be cut by it.
const CUT: f32 = 0.3;
/// Most documents in one picture.
const MOST: usize = 6;

/// Finds them, the largest first.
pub(super) fn find(gray: &GrayImage) -> Outlines {
    let (w, h) = gray.dimensions();
    if w < 64 || h < 64 || w > 20 * h || h > 20 * w {
        return Outlines::default();
    }
    let scale = (SIDE as f32 / w.max(h) as f32).min(1.0);
    let (sw, sh) = (((w as f32 * scale) as u32).max(1), ((h as f32 * scale) as u32).max(1));
    let small = resize(gray, sw, sh, FilterType::Triangle);
    let Some(mask) = foreground(&small) else { return Outlines::default() };
    let mask = open(&close(&mask, Norm::LInf, 4), Norm::LInf, 3);
    let mut shapes: Vec<Shape> = shapes(&mask);
    shapes.sort_by(|a, b| b.quad.area().total_cmp(&a.quad.area()));
    shapes.truncate(MOST);
    let cut_edges = shapes.first().map_or([false; 4], |s| s.cut);
    let quads: Vec<Quad> = shapes.iter().map(|s| s.quad.scaled(1.0 / scale)).collect();
    let tilt_degrees = quads.first().map(tilt_degrees);
    Outlines { quads, cut_edges, tilt_degrees }
}

/// One compact shape.
struct Shape {
    quad: Quad,
    cut: [bool; 4],
}

/// Pixels that differ from the background, which is what most of the frame's border shows; `None` where the border is
/// no one background.
fn foreground(small: &GrayImage) -> Option<GrayImage> {
    let (w, h) = small.dimensions();
    let margin = (w.min(h) / 40).max(1);
    let in_margin = |x: u32, y: u32| x < margin || y < margin || x >= w - margin || y >= h - margin;
    let mut border: Vec<u8> =
        small.enumerate_pixels().filter(|(x, y, _)| in_margin(*x, *y)).map(|(_, _, p)| p[0]).collect();
    border.sort_unstable();
    let at = |share: f32| f32::from(border[((border.len() - 1) as f32 * share) as usize]);
    let (middle, spread) = (at(0.5), (at(0.8) - at(0.2)) / 2.0);
    if spread > 28.0 {
        return None; // clutter, or the document itself reaches all sides
    }
    let least = (spread * 2.5).max(DIFFERENCE);
    Some(GrayImage::from_fn(w, h, |x, y| {
        let differs = (f32::from(small.get_pixel(x, y)[0]) - middle).abs() > least;
        image::Luma([if differs { 255 } else { 0 }])
    }))
}

fn shapes(mask: &GrayImage) -> Vec<Shape> {
    let labels = connected_components(mask, Connectivity::Four, image::Luma([0_u8]));
    let mut points: Vec<Vec<Corner<i32>>> = Vec::new();
    let mut counts: Vec<u32> = Vec::new();
    for y in 0..labels.height() {
        // the ends of every run are enough for the hull
        let mut run: Option<u32> = None;
        for x in 0..=labels.width() {
            let label = if x < labels.width() { labels.get_pixel(x, y)[0] } else { 0 };
            if run != Some(label) {
                if let Some(old) = run.filter(|l| *l > 0) {
                    points[old as usize].push(Corner::new(x as i32 - 1, y as i32));
                }
                if label > 0 {
                    let needed = label as usize + 1;
                    if points.len() < needed {
                        points.resize(needed, Vec::new());
                        counts.resize(needed, 0);
                    }
                    points[label as usize].push(Corner::new(x as i32, y as i32));
                }
                run = Some(label);
            }
            if label > 0 {
                counts[label as usize] += 1;
            }
        }
    }
    let frame = (mask.width() * mask.height()) as f32;
    (points.into_iter().zip(counts))
        .filter(|(p, count)| p.len() > 8 && *count as f32 > frame * SMALLEST * 0.5)
        .filter_map(|(p, _)| shape(&p, mask.width(), mask.height()))
        .collect()
}

/// The four-cornered outline of one component, given by the ends of its runs.
fn shape(ends: &[Corner<i32>], width: u32, height: u32) -> Option<Shape> {
    let hull = convex_hull(ends);
    let hull_area = area(&hull);
    let frame = (width * height) as f32;
    if hull_area < frame * SMALLEST || hull_area > frame * LARGEST {
        return None;
    }
    // pixels between the ends of each row, holes counted as filled
    let mut rows: std::collections::BTreeMap<i32, (i32, i32)> = std::collections::BTreeMap::new();
    for p in ends {
        let row = rows.entry(p.y).or_insert((p.x, p.x));
        *row = (row.0.min(p.x), row.1.max(p.x));
    }
    let filled: i32 = rows.values().map(|(a, b)| b - a + 1).sum();
    if (filled as f32) < hull_area * SOLID {
        return None;
    }
    let corners = four_corners(&hull)?;
    let quad = ordered(corners);
    let ratio = hull_area / quad.area().max(1.0);
    if !(FOUR_SIDED..1.0 / FOUR_SIDED).contains(&ratio) {
        return None;
    }
    Some(Shape { quad, cut: cut(ends, width as i32, height as i32) })
}

/// The hull simplified until four corners are left.
fn four_corners(hull: &[Corner<i32>]) -> Option<[Point; 4]> {
    let around: f64 = hull
        .iter()
        .zip(hull.iter().cycle().skip(1))
        .map(|(a, b)| f64::from(a.x - b.x).hypot(f64::from(a.y - b.y)))
        .sum();
    for step in 1..=16 {
        let simple = approximate_polygon_dp(hull, around * 0.005 * f64::from(step), true);
        if simple.len() == 4 {
            let point = |i: usize| Point::new(simple[i].x as f32 + 0.5, simple[i].y as f32 + 0.5);
            return Some([point(0), point(1), point(2), point(3)]);
        }
        if simple.len() < 4 {
            return None;
        }
    }
    None
}

/// Clockwise from the corner nearest to the frame's top left.
fn ordered(mut corners: [Point; 4]) -> Quad {
    let middle = Quad::new(corners).bounds().center();
    corners.sort_by(|a, b| {
        let angle = |p: &Point| (p.y - middle.y).atan2(p.x - middle.x);
        angle(a).total_cmp(&angle(b))
    });
    let first = (0..4).min_by(|a, b| (corners[*a].x + corners[*a].y).total_cmp(&(corners[*b].x + corners[*b].y)));
    corners.rotate_left(first.unwrap_or(0));
    Quad::new(corners)
}

/// Which sides of the frame the shape touches along a good part: left, top, right, bottom.
fn cut(ends: &[Corner<i32>], width: i32, height: i32) -> [bool; 4] {
    let along = |touches: &dyn Fn(&Corner<i32>) -> bool, place: &dyn Fn(&Corner<i32>) -> i32, side: i32| {
        let places = || ends.iter().filter(|p| touches(p)).map(place);
        let length = places().max().zip(places().min()).map_or(0, |(high, low)| high - low);
        length as f32 > side as f32 * CUT
    };
    [
        along(&|p| p.x <= 1, &|p| p.y, height),
        along(&|p| p.y <= 1, &|p| p.x, width),
        along(&|p| p.x >= width - 2, &|p| p.y, height),
        along(&|p| p.y >= height - 2, &|p| p.x, width),
    ]
}

/// How far from straight above the camera stood, by the ratio of opposite sides: a side seen at twice the distance is
/// half as long. Taken for a lens that sees about 60 degrees, so an estimate good to some degrees.
fn tilt_degrees(quad: &Quad) -> f32 {
    let c = &quad.corners;
    let ratio = |a: f32, b: f32| a.min(b) / a.max(b).max(1.0);
    let across = ratio(c[0].distance(c[1]), c[3].distance(c[2]));
    let down = ratio(c[0].distance(c[3]), c[1].distance(c[2]));
    // ratio r over a height of about half the distance: tan(tilt) ≈ 2 (1 − r) / (1 + r) · 2
    let worst = across.min(down);
    (4.0 * (1.0 - worst) / (1.0 + worst)).atan().to_degrees()
}

fn area(polygon: &[Corner<i32>]) -> f32 {
    let next = polygon.iter().cycle().skip(1);
    let twice: i64 =
        polygon.iter().zip(next).map(|(a, b)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)).sum();
    twice.abs() as f32 / 2.0
}
