//! Pen strokes over print: long thin curves of strong color that run across lines of text.
//!
//! None of the following counts: printed rules and frames, which are straight and run along the lines of text or at
//! right angles to them; logos, which are thick; and a signature, which stands where nothing is printed. Blue and red
//! are traced separately, so that a stroke is not merged with the red figures, the green bars or the highlighter that
//! it crosses. Black pens write in the color of print: there, straight rules are taken out first, and a stroke joins the
//! letters that it crosses.

use serde::{Deserialize, Serialize};

use super::document::{Document, Line};
use super::glare::patches;
use super::ink::{DARK, Ink, STRIP, is_blue, is_red};
use super::strike;
use crate::geometry::Region;
use crate::pixels::{Area, Reduced};

/// A stroke over print.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// The box around it, in upright space.
    pub region: Region,
    /// Its length as a share of the document's longer side.
    pub length: f32,
    /// Whether it runs along a line of print through its letters, as one strikes out a word.
    pub strikes: bool,
}

/// Least length of a stroke, as a share of the document's longer side.
const MIN_LENGTH: f32 = 0.1;
/// Largest width of a stroke, likewise.
const THIN: f32 = 0.02;
/// Largest share of its bounding box that a stroke may fill.
const FILLS: f32 = 0.35;
/// Largest sine of the angle between a printed rule and the text next to it: perspective turns both by the same angle.
const ALONG_TEXT: f32 = 0.05;
/// Least share of each side of its bounding box along which a frame is drawn.
const FRAME: f32 = 0.6;
/// Least share of a frame that lies along its sides.
const ON_SIDES: f32 = 0.9;
/// Share of the lines of text above which only a printed frame can surround them.
const ALL_TEXT: f32 = 0.6;
/// Fewest lines of text that a stroke must cross: for a short stroke; the length, as a share of the document's longer
/// side, from which a stroke is long; and for a long stroke. Signatures and the curves of a diagram cross none.
const CROSSED: usize = 2;
const LONG_STROKE: f32 = 0.3;
const CROSSED_LONG: usize = 1;

/// Least difference of a channel between a stroke and what lies on each side of it, and share of the stroke of which that
/// is asked.
const STANDS_OUT: u8 = 16;
const MOSTLY: f32 = 0.4;

/// Share of a line's box from which a color is what the line is printed on.
const ON_BAND: f32 = 0.5;

/// Largest luma of a black pen's ink, as a share of the paper's; print that is as dark has to be paler than that in its
/// design to be told from it.
const BLACK: f32 = 0.5;
/// Most by which the channels of black ink differ.
const GRAY_RANGE: u8 = 40;
/// Length of a straight run along a row or a column from which it is a rule, as a share of the document's longer side.
const RULE: f32 = 0.035;
/// Looks for strokes on paper of this luma, on the fine copy. `None` without lines.
pub(super) fn measure(small: &Reduced, document: &Document, lines: &[Line], paper: Option<f32>) -> Option<Vec<Stroke>> {
    if lines.is_empty() {
        return None;
    }
    let window = small.window(document.bounds);
    let side = document.bounds.width.max(document.bounds.height) / small.factor as f32;
    let paper = paper.unwrap_or(255.0);
    let luma = |x: u32, y: u32| small.luma.get_pixel(x, y)[0];
    let traced = |rule: f32, is_ink: Ink| patches(window, without_rules(window, (side * rule) as u32, is_ink));
    let color = |x: u32, y: u32| small.rgb.get_pixel(x, y).0;
    let is_dark = |x: u32, y: u32, share: f32| f32::from(luma(x, y)) < paper * share && document.holds(small, x, y);
    let is_blue_ink = |x: u32, y: u32| is_dark(x, y, DARK) && is_blue(color(x, y));
    let is_red_ink = |x: u32, y: u32| is_dark(x, y, DARK) && is_red(color(x, y));
    let is_black_ink = |x: u32, y: u32| is_dark(x, y, BLACK) && is_gray(color(x, y));
    let inks: [(f32, Ink); 3] = [(STRIP, &is_blue_ink), (STRIP, &is_red_ink), (RULE, &is_black_ink)];
    let found = inks.into_iter().flat_map(|(rule, ink)| {
        // white print on a band of that color is not written over by it
        let on_paper: Vec<&Line> = lines.iter().filter(|l| share_of(small, l.region, ink) < ON_BAND).collect();
        traced(rule, ink).into_iter().map(move |patch| (patch, on_paper.clone()))
    });
    let mut strokes = Vec::new();
    for (patch, on_paper) in found {
        let [left, top, right, bottom] = patch.bounds();
        let length = (right - left).max(bottom - top) as f32 / side;
        let region = small.on_page(patch.bounds());
        let around = lines.iter().filter(|l| region.contains(l.region.center())).count();
        if around as f32 > lines.len() as f32 * ALL_TEXT
            || !is_stroke(&patch, side)
            || is_rule(&patch, side, small, lines)
            || !stands_out(&patch, small)
        {
            continue;
        }
        // the reader finds only the ends of the lines under a long stroke
        let (least, reach) = if length < LONG_STROKE { (CROSSED, 0.0) } else { (CROSSED_LONG, 0.5) };
        if crossed(&patch, small, &on_paper, reach) >= least {
            strokes.push(Stroke { region, length, strikes: false });
        }
    }
    strokes.extend(strike::measure(small, lines, side, paper).into_iter().map(|region| Stroke {
        region,
        length: region.width.max(region.height) / small.factor as f32 / side,
        strikes: true,
    }));
    Some(strokes)
}

/// The share of the pixels in a region that are ink.
fn share_of(small: &Reduced, region: Region, is_ink: Ink) -> f32 {
    let [left, top, right, bottom] = small.window(region);
    let all = (right - left) * (bottom - top);
    let ink = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))).filter(|&(x, y)| is_ink(x, y)).count();
    ink as f32 / all.max(1) as f32
}

/// The same pixels in a window without those in straight runs along rows and columns of at least `rule` pixels.
fn without_rules([left, top, right, bottom]: [u32; 4], rule: u32, is_ink: Ink) -> impl Fn(u32, u32) -> bool {
    let (width, height) = ((right - left) as usize, (bottom - top) as usize);
    let mut ink = vec![false; width * height];
    for (place, cell) in ink.iter_mut().enumerate() {
        *cell = is_ink(left + (place % width) as u32, top + (place / width) as u32);
    }
    let mut kept = ink.clone();
    let mut clear = |length: usize, places: &dyn Fn(usize) -> usize| {
        let mut start = 0;
        for at in 0..=length {
            if at < length && ink[places(at)] {
                continue;
            }
            if at - start >= rule.max(8) as usize {
                (start..at).for_each(|inside| kept[places(inside)] = false);
            }
            start = at + 1;
        }
    };
    for y in 0..height {
        clear(width, &|x| y * width + x);
    }
    for x in 0..width {
        clear(height, &|y| y * width + x);
    }
    move |x, y| {
        let (x, y) = (x.wrapping_sub(left) as usize, y.wrapping_sub(top) as usize);
        x < width && y < height && kept[y * width + x]
    }
}

fn is_gray([r, g, b]: [u8; 3]) -> bool {
    r.max(g).max(b) - r.min(g).min(b) <= GRAY_RANGE
}

/// Whether most of a patch differs from what lies on both sides of it. The edge of a shade on a colored band, which is
/// drawn where the color passes a limit, does not.
fn stands_out(patch: &Area, small: &Reduced) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    let (w, h) = (right - left, bottom - top);
    let beside = patch.pixels.len() as u32 / w.max(h).max(1) + 2;
    let color = |x: u32, y: u32| small.rgb.get_pixel(x, y).0;
    let (width, height) = small.rgb.dimensions();
    let differs = |x: u32, y: u32| {
        let other_ways = if w >= h {
            [(Some(x), y.checked_sub(beside)), (Some(x), Some(y + beside))]
        } else {
            [(x.checked_sub(beside), Some(y)), (Some(x + beside), Some(y))]
        };
        let here = color(x, y);
        other_ways.into_iter().all(|(x, y)| {
            let Some((x, y)) = x.zip(y).filter(|(x, y)| *x < width && *y < height) else { return true };
            here.iter().zip(color(x, y)).map(|(a, b)| a.abs_diff(b)).max() >= Some(STANDS_OUT)
        })
    };
    let sampled = patch.pixels.iter().step_by(3);
    let all = sampled.len().max(1);
    sampled.filter(|(x, y)| differs(*x, *y)).count() as f32 >= all as f32 * MOSTLY
}

fn is_stroke(patch: &Area, side: f32) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    let (w, h) = ((right - left) as f32, (bottom - top) as f32);
    let (long, short) = (w.max(h), w.min(h));
    let count = patch.pixels.len() as f32;
    let thick = (side * THIN).max(3.0);
    let level = short <= 1.6 * thick.min(count / long.max(1.0) + 1.0);
    long >= side * MIN_LENGTH
        && count / long <= thick
        && count <= w * h * FILLS
        && !level
        && !is_frame(patch)
        && !is_askew_frame(patch)
}

/// Whether a patch is as straight as it is thin, and runs along the nearest line of text or at right angles to it.
fn is_rule(patch: &Area, side: f32, small: &Reduced, lines: &[Line]) -> bool {
    let count = patch.pixels.len().max(1) as f32;
    let mean =
        |of: &dyn Fn(f32, f32) -> f32| patch.pixels.iter().map(|(x, y)| of(*x as f32, *y as f32)).sum::<f32>() / count;
    let (mx, my) = (mean(&|x, _| x), mean(&|_, y| y));
    let (xx, yy) = (mean(&|x, _| (x - mx).powi(2)), mean(&|_, y| (y - my).powi(2)));
    let xy = mean(&|x, y| (x - mx) * (y - my));
    let (sin, cos) = ((2.0 * xy).atan2(xx - yy) / 2.0).sin_cos();
    let off = |&(x, y): &(u32, u32)| (x as f32 - mx) * sin - (y as f32 - my) * cos;
    let (least, most) = patch.pixels.iter().map(off).fold((0.0_f32, 0.0_f32), |(a, b), v| (a.min(v), b.max(v)));
    let [left, top, right, bottom] = patch.bounds();
    let long = ((right - left) as f32).hypot((bottom - top) as f32).max(1.0);
    let middle = small.to_page(mx as u32, my as u32);
    let near = lines.iter().min_by(|a, b| a.center.distance(middle).total_cmp(&b.center.distance(middle)));
    let beside = near.is_some_and(|l| {
        let (along, across) = (l.along.x * cos + l.along.y * sin, l.along.x * sin - l.along.y * cos);
        along.abs().min(across.abs()) < ALONG_TEXT
    });
    beside && most - least <= 1.6 * (side * THIN).max(3.0).min(count / long + 1.0)
}

/// Whether a patch is the outline of a quad, as a printed frame is that lies askew: what is nearly all of it lies along the
/// four sides between its outermost points.
fn is_askew_frame(patch: &Area) -> bool {
    let of = |value: &dyn Fn(f32, f32) -> f32| {
        let places = patch.pixels.iter().map(|(x, y)| (*x as f32, *y as f32));
        places.max_by(|a, b| value(a.0, a.1).total_cmp(&value(b.0, b.1))).unwrap_or_default()
    };
    let corners = [of(&|x, y| -x - y), of(&|x, y| x - y), of(&|x, y| x + y), of(&|x, y| y - x)];
    let sides = [0, 1, 2, 3].map(|i| (corners[i], corners[(i + 1) % 4]));
    let long = |((ax, ay), (bx, by)): ((f32, f32), (f32, f32))| (bx - ax).hypot(by - ay).max(1.0);
    let line = patch.pixels.len() as f32 / sides.map(long).iter().sum::<f32>() + 1.0;
    let near = |(x, y): (f32, f32)| {
        sides.iter().position(|side| {
            let ((ax, ay), (bx, by)) = *side;
            ((bx - ax) * (y - ay) - (by - ay) * (x - ax)).abs() / long(*side) <= line
        })
    };
    let mut along = [0_usize; 4];
    patch.pixels.iter().filter_map(|(x, y)| near((*x as f32, *y as f32))).for_each(|side| along[side] += 1);
    let each = sides.iter().zip(along).all(|(side, count)| count as f32 >= long(*side) * FRAME);
    each && along.iter().sum::<usize>() as f32 >= patch.pixels.len() as f32 * ON_SIDES
}

/// Whether all four sides of a patch's bounding box are drawn.
fn is_frame(patch: &Area) -> bool {
    let [left, top, right, bottom] = patch.bounds();
    let (w, h) = (right - left, bottom - top);
    let line = patch.pixels.len() as u32 / w.max(h).max(1) + 1;
    let (mut rows, mut columns) =
        ([vec![false; h as usize], vec![false; h as usize]], [vec![false; w as usize], vec![false; w as usize]]);
    for (x, y) in &patch.pixels {
        let (from_left, from_top) = (x - left, y - top);
        rows[0][from_top as usize] |= from_left < line;
        rows[1][from_top as usize] |= right - 1 - x < line;
        columns[0][from_left as usize] |= from_top < line;
        columns[1][from_left as usize] |= bottom - 1 - y < line;
    }
    let drawn = |side: &Vec<bool>| side.iter().filter(|s| **s).count() as f32 > side.len() as f32 * FRAME;
    rows.iter().chain(&columns).all(drawn)
}

/// Number of lines of text that a patch runs into, or comes nearer to than `reach` times their height.
fn crossed(patch: &Area, small: &Reduced, lines: &[&Line], reach: f32) -> usize {
    let points: Vec<_> = patch.pixels.iter().map(|p| small.to_page(p.0, p.1)).collect();
    let crossed = |l: &&&Line| {
        let around = l.region.grown(l.height * reach);
        points.iter().filter(|p| around.contains(**p)).count() > 2
    };
    lines.iter().filter(crossed).count()
}
