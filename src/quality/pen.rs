//! Pen strokes over print: long thin curves of strong colour that run across lines of text.
//!
//! Printed rules and frames are straight and stand square to the page, logos are thick, and a signature stands where
//! nothing is printed: none of them counts.

use image::RgbImage;

use super::document::{Document, Line};
use super::glare::{Patch, patches};
use super::reduced::Reduced;
use crate::geometry::Region;

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Pen {
    /// Length of all strokes over print as a share of the document's longer side.
    pub length: Option<f32>,
    /// Where, in page space.
    pub region: Option<Region>,
}

/// Longest side of the copy that is looked at: a stroke of half a millimetre on a letter page is 2 pixels wide.
const SIDE: u32 = 1152;
/// Difference of the strongest from the weakest channel in ink of a pen, and the share of the strongest.
const COLOURED: u8 = 42;
const SATURATED: f32 = 0.3;
/// Least length of a stroke, as a share of the document's longer side.
const LONG: f32 = 0.1;
/// Most width of a stroke, likewise.
const THIN: f32 = 0.02;
/// Share of a stroke's box that it may fill at most.
const FILLS: f32 = 0.35;
/// Share of a frame's pixels that stand at the border of its box.
const FRAME: f32 = 0.7;
/// Share of the lines of text that only a printed frame has around it.
const ALL_TEXT: f32 = 0.6;
/// Lines of text that a stroke crosses, or its length, from which it is no signature.
const CROSSED: usize = 2;
const NO_SIGNATURE: f32 = 0.3;

/// Looks for strokes.
pub(super) fn measure(page: &RgbImage, document: &Document, lines: &[Line]) -> Pen {
    if lines.is_empty() {
        return Pen::default();
    }
    let small = &Reduced::to(page, SIDE);
    let window = small.window(document.bounds);
    let side = document.bounds.width.max(document.bounds.height) / small.factor as f32;
    let ink = |x: u32, y: u32| is_ink(small.rgb.get_pixel(x, y).0);
    let mut pen = Pen { length: Some(0.0), region: None };
    for patch in patches(&small.image, window, &ink) {
        let [left, top, right, bottom] = patch.bounds();
        let length = (right - left).max(bottom - top) as f32 / side;
        let region = small.on_page(patch.bounds());
        let around = lines.iter().filter(|l| region.contains(l.region.center())).count();
        if around as f32 > lines.len() as f32 * ALL_TEXT || !is_stroke(&patch, side) {
            continue;
        }
        if length < NO_SIGNATURE && !crosses_print(&patch, small, lines) {
            continue;
        }
        pen.length = pen.length.map(|l| l + length);
        pen.region = Some(pen.region.map_or(region, |r| r.union(region)));
    }
    pen
}

fn is_ink([r, g, b]: [u8; 3]) -> bool {
    let (high, low) = (r.max(g).max(b), r.min(g).min(b));
    high - low >= COLOURED && f32::from(high - low) >= f32::from(high) * SATURATED
}

fn is_stroke(patch: &Patch, side: f32) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    let (w, h) = ((right - left) as f32, (bottom - top) as f32);
    let (long, short) = (w.max(h), w.min(h));
    let count = patch.pixels.len() as f32;
    let thick = (side * THIN).max(3.0);
    let straight = short <= 1.6 * thick.min(count / long.max(1.0) + 1.0);
    let at_border = |p: &&(u32, u32)| {
        let edge = (p.0 - left).min(right - 1 - p.0).min(p.1 - top).min(bottom - 1 - p.1);
        (edge as f32) < thick
    };
    let frame = patch.pixels.iter().filter(at_border).count() as f32 > count * FRAME;
    long >= side * LONG && count / long <= thick && count <= w * h * FILLS && !straight && !frame
}

fn crosses_print(patch: &Patch, small: &Reduced, lines: &[Line]) -> bool {
    let points: Vec<_> = patch.pixels.iter().map(|p| small.to_page(p.0, p.1)).collect();
    let crossed = |l: &&Line| points.iter().filter(|p| l.region.contains(**p)).count() > 2;
    lines.iter().filter(crossed).count() >= CROSSED
}
