//! Reflections: patches clipped to white that fade out softly into paper that is not white itself.
//!
//! A white sheet or a clipped scan margin is not a reflection, because there the paper itself is white: on it, holes in
//! the pattern are looked for. A white box in the design is not one either, because its border is hard.

use image::GrayImage;
use serde::{Deserialize, Serialize};

use super::document::{Document, Line};
use super::hole;
use super::print::CAPITALS;
use crate::geometry::{Point, Quad, Region, is_inside};
use crate::pixels::{Area, Neighbors, Reduced, areas, hull, median};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Glare {
    /// Share of the area spanned by the lines of text that glare covers.
    pub on_text: Option<f32>,
    /// Share of the document that glare covers.
    pub on_document: Option<f32>,
    /// About how many letters there is room for under the patches, where there is text around them.
    pub letters: Option<f32>,
    /// The patches, the largest first.
    pub patches: Vec<GlarePatch>,
}

/// One reflection, in upright space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GlarePatch {
    /// The box around it.
    pub region: Region,
    /// Its outline.
    pub outline: Vec<Point>,
    /// About how many letters there is room for under it, where there is text around it.
    pub letters: f32,
}

/// Least luma of a reflection on the reduced copy, and how much brighter than the paper it must be.
const WHITE: f32 = 246.0;
const BRIGHTER: f32 = 9.0;
/// Paper as bright as this cannot be told from a reflection.
const WHITE_PAPER: f32 = 244.0;
/// Smallest patch, in letters.
const MIN_LETTERS: f32 = 3.0;
/// How bright the surroundings of a reflection must be, as a share of the way from paper to white: 2 to 3 pixels away,
/// and twice as far away if its radius reaches the third value, in pixels of the copy.
const SOFT: f32 = 0.2;
const SOFT_FAR: f32 = 0.08;
const WIDE_RADIUS: f32 = 8.0;
/// Least share of its convex hull that a reflection fills; size of its core as a share of the hull's; and the largest
/// share of ink in that core. Letters near the rim are only paler, because light that whites out paper does not yet
/// white out ink; where print stands in the very middle, the paper is only well lit.
const SOLID: f32 = 0.6;
const CORE: f32 = 0.55;
const INK_INSIDE: f32 = 0.008;
/// A strip that the design leaves white, as for code lines, fills this share of its box, is so many times as wide as high,
/// and as wide as this share of the document.
const BOX: f32 = 0.7;
const STRIP: u32 = 3;
const ACROSS: f32 = 0.85;
/// Lines of text, one under the other, that a wide reflection wipes out somewhere.
const WIPED_LINES: f32 = 4.0;
/// How far outside of a reflection the paper is as it is elsewhere, in radii, and in pixels of the copy at least.
const OUTSIDE: f32 = 0.6;
const LEAST_OUTSIDE: f32 = 10.0;
/// Most by which a reflection lifts the median luma of a document.
const LIFTED: f32 = 25.0;
/// Least difference in luma by which print is darker than its paper.
const INK: f32 = 25.0;
/// Distance from the page's edge, in pixels of the copy, within which a patch counts as a margin: in scans, a dark line
/// may surround the margin.
const MARGIN: u32 = 4;
/// How far around a reflection print is looked for, as a multiple of its size, and the share of ink there above which
/// it lies in the middle of print. Lines of text have 10 to 20 percent of ink; barcodes have 50.
const RING: f32 = 1.6;
const PRINT: f32 = 0.2;
/// Most patches that are followed.
const MAX_PATCHES: usize = 64;
/// Room that one letter takes with the space around it, in squares of its line's height.
const LETTER: f32 = 0.6;
/// Height of a line as a share of the document's shorter side, where no line was found.
const ASSUMED_LINE: f32 = 1.0 / 18.0;
/// How far beyond a line text may be hidden, along it and across it, as multiples of the line height.
const BESIDE: f32 = 3.0;
const ABOVE: f32 = 1.0;
/// How near to a patch a line ends that goes on under it, and how far away the lines to its sides, and over and under it,
/// may be to be of one row or one column with it; all in heights of the line.
const TOUCHES: f32 = 0.3;
const ROW: f32 = 12.0;
const COLUMN: f32 = 3.0;

/// Looks for reflections inside the document. Its paper has this luma where no reflection lifts it, and its capitals are this
/// many pixels high.
pub(super) fn measure(
    small: &Reduced,
    document: &Document,
    paper: Option<f32>,
    capitals: Option<f32>,
    lines: &[Line],
) -> Glare {
    let Some(paper) = paper else { return Glare::default() };
    let window = small.window(document.bounds);
    let area = ((window[2] - window[0]) * (window[3] - window[1])) as f32;
    let white = WHITE.max(paper + BRIGHTER).min(254.0) as u8;
    let assumed = document.bounds.width.min(document.bounds.height) * ASSUMED_LINE;
    let line = capitals.map_or(assumed, |c| c / CAPITALS) / small.factor as f32;
    let letter = (LETTER * line * line).max(0.5);
    let mut patches = if paper > WHITE_PAPER {
        let mut holes = hole::find(small, document);
        holes.retain(|hole| is_blank(&hull_of(hole), &small.luma, paper));
        holes
    } else {
        let mut bright = patches(window, |x, y| small.luma.get_pixel(x, y)[0] >= white && document.holds(small, x, y));
        bright.retain(|p| is_reflection(p, small, document, [paper, white.into(), line]));
        let inked: Vec<&Line> = lines.iter().filter(|line| has_ink(small, line.region, paper)).collect();
        bright.retain(|p| !surrounds_print(&outline_of(p, small), &inked));
        bright
    };
    patches.retain(|p| p.pixels.len() as f32 >= (letter * MIN_LETTERS).max(6.0));
    let covered: usize = patches.iter().map(|p| p.pixels.len()).sum();
    let hidden: Vec<usize> = patches.iter().map(|p| hides(p, small, document, lines, paper)).collect();
    let letters = |pixels: usize| pixels as f32 / letter;
    let found = patches.iter().zip(&hidden);
    Glare {
        on_text: Some(share_of_text(&patches, small.factor, lines).unwrap_or(covered as f32 / area)),
        on_document: Some(covered as f32 / area),
        letters: Some(letters(hidden.iter().sum())),
        patches: found.map(|(patch, hidden)| on_page(patch, small, letters(*hidden))).collect(),
    }
}

/// Number of pixels of a patch that lie where text is or may be hidden: near the lines that it touches or stands between,
/// or in the middle of other print such as a barcode or a portrait. All of them where there are no lines. Beside all
/// lines, on a margin, it hides none.
fn hides(patch: &Area, small: &Reduced, document: &Document, lines: &[Line], paper: f32) -> usize {
    if lines.is_empty() || in_print(patch, small, document, paper) {
        return patch.pixels.len();
    }
    let region = small.on_page(patch.bounds());
    if !is_among(region, lines) {
        return 0;
    }
    let zones: Vec<Region> = lines.iter().map(|l| around_line(l, BESIDE, ABOVE)).collect();
    patch.pixels.iter().filter(|p| zones.iter().any(|z| z.contains(small.to_page(p.0, p.1)))).count()
}

/// The area of a line and so many of its heights more, along it and across it.
fn around_line(line: &Line, along: f32, across: f32) -> Region {
    let (along, across) = (line.height * along, line.height * across);
    let upright = line.region.width >= line.region.height;
    let (x, y) = if upright { (along, across) } else { (across, along) };
    let r = line.region;
    Region::new(r.left - x, r.top - y, r.width + 2.0 * x, r.height + 2.0 * y)
}

/// Whether a patch touches a line, or has lines on opposite sides, so that the row or the column of text that they are
/// part of goes on under it.
fn is_among(patch: Region, lines: &[Line]) -> bool {
    let beside = |l: &&Line| l.region.top < patch.bottom() && patch.top < l.region.bottom();
    let over = |l: &&Line| l.region.left < patch.right() && patch.left < l.region.right();
    let touches = |l: &Line| around_line(l, TOUCHES, TOUCHES).intersection(patch).area() > 0.0;
    let middle = patch.center();
    let left = |l: &Line| l.region.right() < middle.x && patch.left - l.region.right() < l.height * ROW;
    let right = |l: &Line| l.region.left > middle.x && l.region.left - patch.right() < l.height * ROW;
    let above = |l: &Line| l.region.bottom() < middle.y && patch.top - l.region.bottom() < l.height * COLUMN;
    let below = |l: &Line| l.region.top > middle.y && l.region.top - patch.bottom() < l.height * COLUMN;
    let rows = || lines.iter().filter(beside);
    let columns = || lines.iter().filter(over);
    lines.iter().any(touches) || rows().any(left) && rows().any(right) || columns().any(above) && columns().any(below)
}

/// Share of the box around all lines of text that the patches cover; `None` without lines.
fn share_of_text(patches: &[Area], factor: u32, lines: &[Line]) -> Option<f32> {
    let text = lines.iter().map(|l| l.region).reduce(Region::union)?;
    let pixel = (factor * factor) as f32;
    let inside = |p: &&(u32, u32)| text.contains(Point::new((p.0 * factor) as f32, (p.1 * factor) as f32));
    let covered = patches.iter().flat_map(|p| &p.pixels).filter(inside).count();
    (text.area() > 0.0).then(|| (covered as f32 * pixel / text.area()).min(1.0))
}

/// The connected patches in a window of a reduced copy where `wanted` holds, the largest first.
pub(super) fn patches(window: [u32; 4], wanted: impl Fn(u32, u32) -> bool) -> Vec<Area> {
    let mut found = areas(window, Neighbors::SidesAndCorners, wanted);
    found.truncate(MAX_PATCHES);
    found
}

/// A corner of a hull, in pixels of the copy.
type Corner = (i32, i32);

/// The share of its convex hull that a patch fills: 1 for a round or a straight one, less for one with arms.
pub(super) fn solidity(patch: &Area, image: &GrayImage) -> f32 {
    let (area, _) = inside_hull(&hull_of(patch), image, 0.0);
    patch.pixels.len() as f32 / area.max(1) as f32
}

/// The convex hull of the centers of a patch's pixels.
fn hull_of(patch: &Area) -> Vec<Corner> {
    hull(
        patch.rows().into_iter().flat_map(|(first, last, y)| [(first, y), (last, y)].map(|p| (p.0 as i32, p.1 as i32))),
    )
}

/// The convex hull of a patch, in upright space.
fn outline_of(patch: &Area, small: &Reduced) -> Vec<Point> {
    hull_of(patch).iter().map(|p| small.to_page(p.0 as u32, p.1 as u32)).collect()
}

fn on_page(patch: &Area, small: &Reduced, letters: f32) -> GlarePatch {
    GlarePatch { region: small.on_page(patch.bounds()), outline: outline_of(patch, small), letters }
}

/// Whether a patch reaches the edge of the page, as a white margin or a lit table does.
fn at_border(patch: &Area, image: &GrayImage) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    left < MARGIN || top < MARGIN || right + MARGIN > image.width() || bottom + MARGIN > image.height()
}

/// Whether there is print all around a patch. What lies beside the document is none.
fn in_print(patch: &Area, small: &Reduced, document: &Document, paper: f32) -> bool {
    let hull = hull_of(patch);
    let counts = |x, y| document.holds(small, x, y);
    let (inner, in_ink) = inside_hull_where(&hull, &small.luma, paper - INK, counts);
    let (outer, out_ink) = inside_hull_where(&scaled(&hull, RING), &small.luma, paper - INK, counts);
    let (ring, ink) = (outer.saturating_sub(inner), out_ink.saturating_sub(in_ink));
    ring > 0 && ink as f32 > ring as f32 * PRINT
}

/// Whether a patch looks like the reflection of a lamp: compact, without ink in it, and fading out into the paper
/// around it. White areas of a design hold print, have hard borders, or run between other things; paper in bright light
/// is nearly as bright all around. The numbers are the luma of the paper and of white, and the height of a line in the copy.
fn is_reflection(patch: &Area, small: &Reduced, document: &Document, [paper, white, line]: [f32; 3]) -> bool {
    let image = &small.luma;
    let hull = hull_of(patch);
    let (area, _) = inside_hull(&hull, image, paper - INK);
    let solid = patch.pixels.len() as f32 >= area as f32 * SOLID;
    // a wide one is ragged, with print at its rim that reaches far in; what it whites out are whole lines
    let blank = is_blank(&hull, image, paper) || holds_square(patch, (line * WIPED_LINES) as u32);
    let [left, top, right, bottom] = patch.bounds();
    let fills = patch.pixels.len() as f32 > ((right - left) * (bottom - top)) as f32 * BOX;
    let across = (right - left) as f32 * small.factor as f32 > document.bounds.width * ACROSS;
    let strip = fills && across && right - left > STRIP * (bottom - top);
    if !solid || !blank || strip || at_border(patch, image) {
        return false;
    }
    // the rim of a small reflection is narrow
    let radius = (right - left).min(bottom - top) as f32 / 2.0;
    let near = (radius / 3.0).clamp(2.0, 3.0);
    let at = |away: f32| around(&hull, image, away, |x, y| document.holds(small, x, y));
    let local = median(at((radius * OUTSIDE).max(LEAST_OUTSIDE))).unwrap_or(paper);
    if local > white - BRIGHTER {
        return false;
    }
    // a large reflection makes the whole document look brighter than its paper is
    let paper = local.clamp(paper - LIFTED, paper);
    let fades = |away: f32, by: f32| {
        let places = at(away);
        let bright = places.iter().filter(|luma| **luma > paper + by * (255.0 - paper)).count();
        bright * 2 > places.len()
    };
    let far = radius < WIDE_RADIUS || fades(2.0 * near, SOFT_FAR);
    far && fades(near, SOFT)
}

/// Fewest lines that lie wholly inside of a patch and were read all the same: it is the lit sheet that they are printed on.
/// Each has to be so many times as long as high, because a reflection leaves the ends of lines.
const READ_INSIDE: usize = 4;
const LONG_LINE: f32 = 5.0;

/// Whether a patch with this outline is paper with print on it that could be read: beside a darker sheet, a bright one
/// looks lit.
fn surrounds_print(outline: &[Point], lines: &[&Line]) -> bool {
    let long = lines.iter().filter(|line| line.length > LONG_LINE * line.height);
    long.filter(|line| Quad::from(line.region).corners.iter().all(|c| is_inside(outline, *c))).take(READ_INSIDE).count()
        == READ_INSIDE
}

/// How much darker than the paper print is that light has not washed out, in luma, and its least share of a line's box.
const BLACK_INK: f32 = 60.0;
const OF_LINE: f32 = 0.02;

/// Whether the print of a line is as dark as print is: what a reader guesses under a reflection is pale.
fn has_ink(small: &Reduced, line: Region, paper: f32) -> bool {
    let [left, top, right, bottom] = small.window(line);
    let is_ink = |&(x, y): &(u32, u32)| f32::from(small.luma.get_pixel(x, y)[0]) < paper - BLACK_INK;
    let dark = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))).filter(is_ink).count();
    dark as f32 > OF_LINE * ((right - left) * (bottom - top)) as f32
}

/// Whether a square of this side fits into a patch.
fn holds_square(patch: &Area, side: u32) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    let (width, height) = ((right - left) as usize, (bottom - top) as usize);
    // the side of the largest square that ends at each pixel, from those of its three neighbors
    let mut ends = vec![0_u32; width * height];
    patch.pixels.iter().any(|&(x, y)| {
        let at = (y - top) as usize * width + (x - left) as usize;
        let inner = x > left && y > top;
        ends[at] = 1 + if inner { ends[at - 1].min(ends[at - width]).min(ends[at - width - 1]) } else { 0 };
        ends[at] >= side.max(1)
    })
}

/// Whether there is no print in the very middle of an outline.
fn is_blank(hull: &[Corner], image: &GrayImage, paper: f32) -> bool {
    let (core, ink) = inside_hull(&scaled(hull, CORE), image, paper - INK);
    ink as f32 <= core as f32 * INK_INSIDE
}

/// Number of places along an outline that are looked at.
const PLACES: usize = 96;

/// Luma at places `away` pixels outside of an outline, of those that count.
fn around(hull: &[Corner], image: &GrayImage, away: f32, counts: impl Fn(u32, u32) -> bool) -> Vec<f32> {
    let (cx, cy) = middle(hull);
    let length = |a: &Corner, b: &Corner| ((a.0 - b.0) as f32).hypot((a.1 - b.1) as f32);
    let sides: Vec<_> = hull.iter().zip(hull.iter().cycle().skip(1)).collect();
    let whole: f32 = sides.iter().map(|(a, b)| length(a, b)).sum();
    let mut found = Vec::new();
    for (a, b) in sides {
        let places = ((length(a, b) / whole.max(1.0) * PLACES as f32).round() as usize).max(1);
        for place in 0..places {
            let t = (place as f32 + 0.5) / places as f32;
            let (x, y) = (a.0 as f32 + (b.0 - a.0) as f32 * t, a.1 as f32 + (b.1 - a.1) as f32 * t);
            let from_middle = (x - cx).hypot(y - cy).max(1.0);
            let out = 1.0 + away / from_middle;
            let (x, y) = (cx + (x - cx) * out, cy + (y - cy) * out);
            if x < 0.0 || y < 0.0 || x >= image.width() as f32 || y >= image.height() as f32 {
                continue;
            }
            if counts(x as u32, y as u32) {
                found.push(f32::from(image.get_pixel(x as u32, y as u32)[0]));
            }
        }
    }
    found
}

/// Centroid of the corners of an outline.
fn middle(hull: &[Corner]) -> (f32, f32) {
    let count = hull.len().max(1) as f32;
    let (x, y) = hull.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 as f32, s.1 + p.1 as f32));
    (x / count, y / count)
}

/// The outline scaled around the centroid of its corners.
fn scaled(hull: &[Corner], by: f32) -> Vec<Corner> {
    let (cx, cy) = middle(hull);
    let moved = |v: i32, c: f32| (c + (v as f32 - c) * by).round() as i32;
    hull.iter().map(|p| (moved(p.0, cx), moved(p.1, cy))).collect()
}

/// Number of pixels inside a convex outline of the copy, and how many of them are darker than `ink`.
fn inside_hull(hull: &[Corner], image: &GrayImage, ink: f32) -> (usize, usize) {
    inside_hull_where(hull, image, ink, |_, _| true)
}

/// The same, of the pixels that count.
fn inside_hull_where(
    hull: &[Corner],
    image: &GrayImage,
    ink: f32,
    counts: impl Fn(u32, u32) -> bool,
) -> (usize, usize) {
    let rows = || hull.iter().map(|p| p.1);
    let (Some(top), Some(bottom)) = (rows().min(), rows().max()) else { return (0, 0) };
    let (mut area, mut dark) = (0, 0);
    for y in top.max(0)..=bottom.min(image.height() as i32 - 1) {
        let (mut left, mut right) = (i32::MAX, i32::MIN);
        for (a, b) in hull.iter().zip(hull.iter().cycle().skip(1)) {
            if (a.1.min(b.1)..=a.1.max(b.1)).contains(&y) {
                let t = if a.1 == b.1 { 0.0 } else { (y - a.1) as f32 / (b.1 - a.1) as f32 };
                let x = a.0 + ((b.0 - a.0) as f32 * t).round() as i32;
                (left, right) = (left.min(x), right.max(x));
                if a.1 == b.1 {
                    (left, right) = (left.min(b.0), right.max(b.0));
                }
            }
        }
        for x in left.max(0)..=right.min(image.width() as i32 - 1) {
            if counts(x as u32, y as u32) {
                area += 1;
                dark += usize::from(f32::from(image.get_pixel(x as u32, y as u32)[0]) < ink);
            }
        }
    }
    (area, dark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Size;

    #[test]
    fn whole_lines_inside_of_a_patch_were_read_on_it_and_ends_of_lines_were_not() {
        let outline: Vec<Point> = Quad::from(Region::new(0.0, 0.0, 500.0, 500.0)).corners.into();
        let surrounded = |count: u16, left: f32, width: f32| {
            let lines: Vec<Line> = (0..count)
                .filter_map(|i| {
                    let line = Region::new(left, 20.0 + 60.0 * f32::from(i), width, 30.0);
                    Line::of(&line.into(), Size::new(2000, 2000))
                })
                .collect();
            surrounds_print(&outline, &lines.iter().collect::<Vec<_>>())
        };
        assert!(surrounded(4, 50.0, 300.0));
        assert!(!surrounded(3, 50.0, 300.0), "too few");
        assert!(!surrounded(7, 50.0, 90.0), "ends of lines");
        assert!(!surrounded(7, 300.0, 300.0), "they reach out of it");
    }
}
