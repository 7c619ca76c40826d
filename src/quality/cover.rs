//! Fingers and thumbs over the document: smooth, skin-colored areas that come in from outside of it.
//!
//! A portrait shows skin as well, but it ends inside the document. A wooden table is skin-colored as well, but it ends
//! at the document's edge. Only an area that comes from outside and reaches in counts. Where the document's edges were not
//! found, outside is beyond the edge of the picture, and the document is where its text is.

use image::GrayImage;

use super::document::{Document, Line};
use super::glare::{patches, solidity};
use crate::geometry::Region;
use crate::pixels::{Area, Reduced};

/// Colors of skin of all people, as differences of the channels from luma (Chai and Ngan 1999, widened to dim light).
const RED: std::ops::RangeInclusive<f32> = 8.0..=52.0;
const BLUE: std::ops::RangeInclusive<f32> = -52.0..=-5.0;
/// Largest share of the document that may be skin-colored by design.
const OWN: f32 = 0.45;
/// Largest share of the document that one finger covers.
const MAX_SHARE: f32 = 0.4;
/// Distance from both of two opposite sides of the document, as a share of its width or height, within which an area
/// counts as running all across it. A colored header beside a wooden table does; a finger ends on the document.
const FAR_SIDE: f32 = 0.12;
/// Least width of a finger as a share of the document's longer side: 14 mm on a letter page.
const WIDTH: f32 = 0.03;
/// How far outside of the document skin is looked for, as a share of its longer side.
const AROUND: f32 = 0.06;
/// Pixels of the copy along the edge of the picture that count as the edge.
const EDGE: u32 = 2;
/// Least area outside of the document, as a share of the area inside, for a patch that comes from outside.
const OUTSIDE: f32 = 0.08;
/// Least share of its convex hull that a finger fills which comes from the edge of the picture.
const SOLID: f32 = 0.8;
/// Share of a line's box that shows skin around its letters: then it is the paper's color.
const UNDER_TEXT: f32 = 0.25;
/// Largest step of luma between neighboring pixels on skin.
const SMOOTH: i32 = 9;

/// Looks for fingers: where each is, in upright space, and the share of the document that it covers. `None` if the
/// document's own paper is skin-colored.
pub(super) fn measure(small: &Reduced, document: &Document, lines: &[Line]) -> Option<Vec<(Region, f32)>> {
    let around = document.bounds.width.max(document.bounds.height) * AROUND;
    let size = small.size();
    let window =
        if document.outlined { small.window(document.bounds.grown(around)) } else { [0, 0, size.width, size.height] };
    let [left, top, right, bottom] = window;
    let inside = |x: u32, y: u32| document.quad.contains(small.to_page(x, y));
    let (mut own, mut area) = (0_u32, 0_u32);
    for y in top..bottom {
        for x in left..right {
            if inside(x, y) {
                area += 1;
                own += u32::from(is_skin(small, x, y));
            }
        }
    }
    if area < 400 || own as f32 > area as f32 * OWN {
        return None;
    }
    let skin = |x: u32, y: u32| is_skin(small, x, y) && is_smooth(&small.luma, x, y);
    let finger = (document.bounds.width.max(document.bounds.height) / small.factor as f32 * WIDTH).max(3.0);
    let at_edge = |p: &&(u32, u32)| p.0 < EDGE || p.1 < EDGE || p.0 + EDGE >= size.width || p.1 + EDGE >= size.height;
    // neither edges nor text: nothing is known to be outside
    let no_text = document.bounds.width >= (size.width * small.factor) as f32;
    let mut covers = Vec::new();
    for patch in patches(window, skin) {
        let (within, outside): (Vec<_>, Vec<_>) = patch.pixels.iter().copied().partition(|p| inside(p.0, p.1));
        let share = within.len() as f32 / area as f32;
        let comes_in = if document.outlined || no_text {
            outside.len() as f32 >= within.len() as f32 * OUTSIDE
        } else {
            patch.pixels.iter().filter(at_edge).count() as f32 >= finger * EDGE as f32
                && solidity(&patch, &small.luma) >= SOLID
        };
        if share >= MAX_SHARE || !comes_in || lines.iter().any(|line| is_under(&patch, line, small)) {
            continue;
        }
        let within = Area { pixels: within };
        if spans(within.bounds(), small.window(document.quad.bounds())) {
            continue;
        }
        if thickness(&within) >= finger {
            covers.push((small.on_page(within.bounds()), share));
        }
    }
    Some(covers)
}

/// Whether a line is printed on a patch.
fn is_under(patch: &Area, line: &Line, small: &Reduced) -> bool {
    let inside = patch.pixels.iter().filter(|p| line.region.contains(small.to_page(p.0, p.1))).count();
    (inside as u32 * small.factor * small.factor) as f32 >= line.region.area() * UNDER_TEXT
}

/// Whether something reaches from one side of the document to the opposite one.
fn spans(patch: [u32; 4], document: [u32; 4]) -> bool {
    let near = |i: usize| (document[i + 2] - document[i]) as f32 * FAR_SIDE;
    let reaches = |i: usize| {
        (patch[i] as f32) < document[i] as f32 + near(i) && patch[i + 2] as f32 > document[i + 2] as f32 - near(i)
    };
    reaches(0) || reaches(1)
}

fn is_skin(small: &Reduced, x: u32, y: u32) -> bool {
    let luma = f32::from(small.luma.get_pixel(x, y)[0]);
    let [r, _, b] = small.rgb.get_pixel(x, y).0;
    // the ranges hold for mid-tones; less light leaves less color
    let scale = (luma / 130.0).clamp(0.35, 1.1);
    let (red, blue) = ((f32::from(r) - luma) / scale, (f32::from(b) - luma) / scale);
    (45.0..235.0).contains(&luma) && RED.contains(&red) && BLUE.contains(&blue)
}

fn is_smooth(image: &GrayImage, x: u32, y: u32) -> bool {
    let (w, h) = image.dimensions();
    let at = |x: u32, y: u32| i32::from(image.get_pixel(x.min(w - 1), y.min(h - 1))[0]);
    let here = at(x, y);
    (at(x + 1, y) - here).abs() <= SMOOTH && (at(x, y + 1) - here).abs() <= SMOOTH
}

/// Side of the largest axis-aligned square that fits into a patch, in pixels of the copy.
fn thickness(patch: &Area) -> f32 {
    let [left, top, right, bottom] = patch.bounds();
    if patch.pixels.is_empty() {
        return 0.0;
    }
    let (w, h) = ((right - left) as usize, (bottom - top) as usize);
    let mut filled = vec![false; w * h];
    for p in &patch.pixels {
        filled[(p.1 - top) as usize * w + (p.0 - left) as usize] = true;
    }
    // the largest square that ends at a pixel is one larger than the smallest of the three squares that end at the
    // pixels left, above, and above left of it
    let mut above = vec![0_u32; w];
    let mut largest = 0;
    for y in 0..h {
        let mut corner = 0;
        for x in 0..w {
            let was = above[x];
            let before = if x > 0 { above[x - 1] } else { 0 };
            above[x] = if filled[y * w + x] { 1 + was.min(before).min(corner) } else { 0 };
            corner = was;
            largest = largest.max(above[x]);
        }
    }
    largest as f32
}
