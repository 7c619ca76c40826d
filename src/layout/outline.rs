//! The outline of documents by plain geometry: what stands out from the background at the frame's border, if it is one
//! compact shape with four straight sides. Anything else is "not found": a wrong crop is worse than none.

use image::GrayImage;
use image::imageops::{FilterType, resize};
use imageproc::distance_transform::Norm;
use imageproc::filter::gaussian_blur_f32;
use imageproc::geometry::convex_hull;
use imageproc::morphology::{close, open};
use imageproc::point::Point as Corner;
use imageproc::region_labelling::{Connectivity, connected_components};

use super::Outlines;
use crate::geometry::{Point, Quad};

/// Longest side of the copy that is looked at. Corners are good to about a two-hundredth of the side.
const SIDE: u32 = 400;
/// Smallest and largest document, as a share of the frame.
const SMALLEST: f32 = 0.1;
const LARGEST: f32 = 0.97;
/// How much of its hull a document fills, and of its four-cornered outline its hull.
const SOLID: f32 = 0.88;
const FOUR_SIDED: f32 = 0.93;
/// Luma by which a document must differ from the background.
const DIFFERENCE: f32 = 14.0;
/// Pixels of the copy from the frame's border at which a corner counts as outside.
const AT_BORDER: f32 = 2.5;
/// Corners of a hull that are tried.
const MOST_CORNERS: usize = 48;
/// Part of a side at each end that may be rounded, how far from the rough side its points lie, and how far a corner
/// may move, in pixels of the copy.
const MIDDLE: f32 = 0.15;
const NEAR: f32 = 3.0;
const FARTHEST: f32 = 14.0;
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
    // smoothed, so that the grain of wood, stone or cloth is no edge
    let small = gaussian_blur_f32(&resize(gray, sw, sh, FilterType::Triangle), 1.5);
    let Some(mask) = foreground(&small) else { return Outlines::default() };
    // specks away, then print and portrait filled, then bridges to other things cut
    let mask = open(&close(&open(&mask, Norm::LInf, 2), Norm::LInf, 5), Norm::LInf, 3);
    let mut shapes: Vec<Shape> = shapes(&mask).into_iter().filter(|s| stands_out(&small, &s.quad)).collect();
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

/// Sides of the frame that may show the background: all of them, or all but those that a cut document covers.
const BACKGROUNDS: [[bool; 4]; 9] = [
    [true, true, true, true],
    [false, true, true, true],
    [true, false, true, true],
    [true, true, false, true],
    [true, true, true, false],
    [false, false, true, true],
    [true, false, false, true],
    [true, true, false, false],
    [false, true, true, false],
];
/// Widest spread of luma (from the 20th to the 80th percentile, halved) of one background.
const ONE_BACKGROUND: f32 = 26.0;

/// Pixels that differ from the background, which is what the frame's border shows on most of its sides; `None` where
/// the border is no one background: clutter, or a document that fills the frame.
fn foreground(small: &GrayImage) -> Option<GrayImage> {
    let (w, h) = small.dimensions();
    let margin = (w.min(h) / 40).max(1);
    let background = |sides: &[bool; 4]| {
        let on = |x: u32, y: u32| {
            let at = [x < margin, y < margin, x >= w - margin, y >= h - margin];
            // a corner belongs to two sides, and counts only where both are looked at
            at.contains(&true) && at.iter().zip(sides).all(|(here, wanted)| !here || *wanted)
        };
        let mut border: Vec<u8> =
            small.enumerate_pixels().filter(|(x, y, _)| on(*x, *y)).map(|(_, _, p)| p[0]).collect();
        border.sort_unstable();
        let at =
            |share: f32| border.get((border.len().saturating_sub(1) as f32 * share) as usize).map(|v| f32::from(*v));
        let (middle, spread) = (at(0.5)?, (at(0.8)? - at(0.2)?) / 2.0);
        (spread <= ONE_BACKGROUND).then_some((middle, spread))
    };
    let (middle, spread) = BACKGROUNDS.iter().find_map(background)?;
    let least = (spread * 2.5).max(DIFFERENCE);
    Some(GrayImage::from_fn(w, h, |x, y| {
        let differs = (f32::from(small.get_pixel(x, y)[0]) - middle).abs() > least;
        image::Luma([if differs { 255 } else { 0 }])
    }))
}

/// Places looked at along each side of an outline, and how far inside and outside of it.
const PLACES: u32 = 24;
const ASIDE: f32 = 5.0;
/// Share of those places where the document must differ from what is around it, in one direction.
const SUPPORTED: f32 = 0.72;
/// Longest against shortest side of a document.
const LONGEST: f32 = 2.8;

/// Whether the sides of an outline are edges: along them the inside is lighter (or darker) than the outside almost
/// everywhere. Blocks of print on one sheet are not.
fn stands_out(small: &GrayImage, quad: &Quad) -> bool {
    let c = &quad.corners;
    let (across, down) = (c[0].distance(c[1]).max(c[3].distance(c[2])), c[1].distance(c[2]).max(c[0].distance(c[3])));
    if across > LONGEST * down || down > LONGEST * across {
        return false;
    }
    let middle = quad.bounds().center();
    let (mut lighter, mut darker, mut all) = (0_u32, 0_u32, 0_u32);
    for side in 0..4 {
        let (a, b) = (c[side], c[(side + 1) % 4]);
        for place in 0..PLACES {
            let t = 0.1 + 0.8 * place as f32 / (PLACES - 1) as f32;
            let on = Point::new(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
            let length = on.distance(middle).max(1.0);
            let step = Point::new((middle.x - on.x) / length * ASIDE, (middle.y - on.y) / length * ASIDE);
            let inside = value(small, on.x + step.x, on.y + step.y);
            let outside = value(small, on.x - step.x, on.y - step.y);
            // where the outline leaves the frame there is nothing to compare
            if let (Some(inside), Some(outside)) = (inside, outside) {
                all += 1;
                lighter += u32::from(inside > outside + DIFFERENCE);
                darker += u32::from(outside > inside + DIFFERENCE);
            }
        }
    }
    all >= PLACES && lighter.max(darker) as f32 >= all as f32 * SUPPORTED
}

fn value(small: &GrayImage, x: f32, y: f32) -> Option<f32> {
    let inside = x >= 0.0 && y >= 0.0 && x < small.width() as f32 && y < small.height() as f32;
    inside.then(|| f32::from(small.get_pixel(x as u32, y as u32)[0]))
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
    let corners = four_corners(&hull, ends)?;
    let quad = ordered(corners);
    let ratio = hull_area / quad.area().max(1.0);
    if !(FOUR_SIDED..1.0 / FOUR_SIDED).contains(&ratio) {
        return None;
    }
    Some(Shape { quad, cut: cut(&quad, width, height) })
}

/// The four corners of the hull that span the largest area, then moved to where the straight parts of the sides meet:
/// cards have rounded corners.
fn four_corners(hull: &[Corner<i32>], ends: &[Corner<i32>]) -> Option<[Point; 4]> {
    let points: Vec<Point> = hull.iter().map(|p| Point::new(p.x as f32 + 0.5, p.y as f32 + 0.5)).collect();
    let step = points.len().div_ceil(MOST_CORNERS);
    let points: Vec<Point> = points.into_iter().step_by(step).collect();
    let n = points.len();
    let farthest = |from: usize, to: usize, between: std::ops::Range<usize>| {
        let height = |i: usize| (cross(points[from], points[to], points[i % n]).abs(), i % n);
        between.map(height).max_by(|a, b| a.0.total_cmp(&b.0))
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
    let rough = best?.1.map(|i| points[i]);
    Some(straightened(rough, ends).unwrap_or(rough))
}

/// The corners where lines fitted to the middle parts of the four sides meet.
fn straightened(rough: [Point; 4], ends: &[Corner<i32>]) -> Option<[Point; 4]> {
    let mut sides = [((0.0, 0.0), (0.0, 0.0)); 4]; // a point of the line, its direction
    for (i, side) in sides.iter_mut().enumerate() {
        let (a, b) = (rough[i], rough[(i + 1) % 4]);
        let length = a.distance(b);
        let near = |p: &&Corner<i32>| {
            let p = Point::new(p.x as f32 + 0.5, p.y as f32 + 0.5);
            let along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length);
            (MIDDLE..1.0 - MIDDLE).contains(&along) && cross(a, b, p).abs() / length < NEAR
        };
        let points: Vec<(f32, f32)> = ends.iter().filter(near).map(|p| (p.x as f32 + 0.5, p.y as f32 + 0.5)).collect();
        *side = fitted(&points).unwrap_or(((a.x, a.y), ((b.x - a.x) / length, (b.y - a.y) / length)));
    }
    let mut corners = rough;
    for i in 0..4 {
        let ((ax, ay), (adx, ady)) = sides[(i + 3) % 4];
        let ((bx, by), (bdx, bdy)) = sides[i];
        let turn = adx * bdy - ady * bdx;
        if turn.abs() < 0.2 {
            return None;
        }
        let t = ((bx - ax) * bdy - (by - ay) * bdx) / turn;
        corners[i] = Point::new(ax + t * adx, ay + t * ady);
        if corners[i].distance(rough[i]) > FARTHEST {
            return None;
        }
    }
    Some(corners)
}

/// The line of least squares through points: their middle and its direction; `None` for fewer than six.
fn fitted(points: &[(f32, f32)]) -> Option<((f32, f32), (f32, f32))> {
    if points.len() < 6 {
        return None;
    }
    let n = points.len() as f32;
    let (mx, my) = points.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 / n, s.1 + p.1 / n));
    let moment = |f: &dyn Fn(f32, f32) -> f32| points.iter().map(|p| f(p.0 - mx, p.1 - my)).sum::<f32>();
    let (xx, yy, xy) = (moment(&|x, _| x * x), moment(&|_, y| y * y), moment(&|x, y| x * y));
    let angle = (2.0 * xy).atan2(xx - yy) / 2.0;
    Some(((mx, my), (angle.cos(), angle.sin())))
}

/// Twice the area of the triangle, with its sign.
fn cross(a: Point, b: Point, p: Point) -> f32 {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
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

/// Which sides of the frame cut the outline: both its corners there stand at the border. More than two cut sides are
/// a document that fills the frame, and say nothing.
fn cut(quad: &Quad, width: u32, height: u32) -> [bool; 4] {
    let (right, bottom) = (width as f32 - AT_BORDER, height as f32 - AT_BORDER);
    let both = |outside: &dyn Fn(&Point) -> bool| quad.corners.iter().filter(|p| outside(p)).count() >= 2;
    let sides =
        [both(&|p| p.x <= AT_BORDER), both(&|p| p.y <= AT_BORDER), both(&|p| p.x >= right), both(&|p| p.y >= bottom)];
    if sides.iter().filter(|s| **s).count() > 2 { [false; 4] } else { sides }
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
