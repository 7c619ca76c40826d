//! Things of one color that may lie over print: a note, a slip of paper, a bar that was drawn.
//!
//! Designs have boxes of one color as well. What tells a thing that lies on the document is print that ends at its edge,
//! in the middle of a line; designs keep a distance of a letter from their boxes. So each is given with the number of
//! lines that it cuts, and who judges may look besides at what is missing under it.

use std::collections::BTreeMap;

use image::Rgb;
use serde::{Deserialize, Serialize};

use super::document::{Document, Line};
use super::glare::patches;
use crate::geometry::Region;
use crate::pixels::{Area, Reduced};

/// A thing of one color on the document.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// The box around it, in upright space.
    pub region: Region,
    /// Number of lines of text that end at its edge.
    pub cut_lines: u32,
    /// Its mean luma, 0–255.
    pub luma: f32,
    /// Share of the box around it that it fills, 0–1.
    pub filled: f32,
}

/// Largest step between neighboring pixels of a thing of one color, in each channel.
const STEP: u8 = 6;
/// How much darker or brighter than the paper such a thing is, or how strong its color, as a share of its brightness.
const CONTRAST: f32 = 40.0;
const COLORED: f32 = 0.25;
/// Sizes of such things, as shares of the document.
const SIZES: std::ops::RangeInclusive<f32> = 0.006..=0.3;
/// Least share of the box around it that a thing fills: a slip that lies askew fills two thirds.
const FILLS: f32 = 0.6;
/// Least share of its outline along which a thing has a hard edge, how far out its surroundings are looked at, in pixels
/// of the copy, and by how much they differ from it there, in one channel. Paper between fine lines has no edge. What
/// lies over the rim of the document has its edges inside of it: this share of its outline at least.
const EDGED: f32 = 0.7;
const INSIDE: f32 = 0.6;
const OUT: u32 = 3;
const EDGE: f32 = 30.0;
/// How near to its edge a line ends that it cuts, in heights of the line, whose box is a little longer than its print.
const NEAR: f32 = 0.35;
/// How deep the edge runs through a line whose letters it cuts in height, as a share of the line's height.
const DEEP: f32 = 0.25;

/// Looks for things of one color on a document whose paper has this luma.
pub(super) fn find(small: &Reduced, document: &Document, lines: &[Line], paper: Option<f32>) -> Vec<Object> {
    let Some(paper) = paper else { return Vec::new() };
    let window = small.window(document.bounds);
    let area = ((window[2] - window[0]) * (window[3] - window[1])) as f32;
    let inside = |x: u32, y: u32| document.quad.contains(small.to_page(x, y));
    let wanted = |x: u32, y: u32| stands_out(small, x, y, paper) && is_smooth(small, x, y) && inside(x, y);
    let is_thing = |patch: &Area| {
        let [left, top, right, bottom] = patch.bounds();
        let count = patch.pixels.len() as f32;
        SIZES.contains(&(count / area)) && count >= ((right - left) * (bottom - top)) as f32 * FILLS
    };
    let found = patches(window, wanted).into_iter().filter(|patch| is_thing(patch) && has_edges(patch, small, inside));
    let object = |patch: Area| {
        let region = small.on_page(patch.bounds());
        let sum: f32 = patch.pixels.iter().map(|p| f32::from(small.luma.get_pixel(p.0, p.1)[0])).sum();
        let cut_lines = lines.iter().filter(|line| is_cut(line, region)).count() as u32;
        let [left, top, right, bottom] = patch.bounds();
        let (count, area) = (patch.pixels.len().max(1) as f32, ((right - left) * (bottom - top)).max(1) as f32);
        Object { region, cut_lines, luma: sum / count, filled: count / area }
    };
    found.map(object).collect()
}

fn stands_out(small: &Reduced, x: u32, y: u32, paper: f32) -> bool {
    let [r, g, b] = small.rgb.get_pixel(x, y).0.map(f32::from);
    let (least, most) = (r.min(g).min(b), r.max(g).max(b));
    (f32::from(small.luma.get_pixel(x, y)[0]) - paper).abs() >= CONTRAST || most - least >= most * COLORED
}

fn is_smooth(small: &Reduced, x: u32, y: u32) -> bool {
    let (width, height) = small.rgb.dimensions();
    let Rgb(here) = *small.rgb.get_pixel(x, y);
    let like = |x: u32, y: u32| {
        let Rgb(there) = *small.rgb.get_pixel(x.min(width - 1), y.min(height - 1));
        here.iter().zip(there).all(|(a, b)| a.abs_diff(b) <= STEP)
    };
    like(x + 1, y) && like(x, y + 1)
}

/// Whether a patch ends at a hard edge nearly all around, as far as it ends inside of the document.
fn has_edges(patch: &Area, small: &Reduced, inside: impl Fn(u32, u32) -> bool) -> bool {
    let (width, height) = small.rgb.dimensions();
    let color = |x: u32, y: u32| small.rgb.get_pixel(x.min(width - 1), y.min(height - 1)).0.map(f32::from);
    let count = patch.pixels.len().max(1) as f32;
    let sum =
        patch.pixels.iter().map(|p| color(p.0, p.1)).fold([0.0; 3], |s, c| [s[0] + c[0], s[1] + c[1], s[2] + c[2]]);
    let own = sum.map(|v| v / count);
    let is_other = |x: u32, y: u32| color(x, y).iter().zip(own).any(|(c, o)| (c - o).abs() >= EDGE);
    let mut columns: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for &(x, y) in &patch.pixels {
        let ends = columns.entry(x).or_insert((y, y));
        *ends = (ends.0.min(y), ends.1.max(y));
    }
    let beside =
        patch.rows().into_iter().flat_map(|(first, last, y)| [(first.checked_sub(OUT), y), (Some(last + OUT), y)]);
    let beyond = columns.iter().flat_map(|(&x, &(first, last))| [(x, first.checked_sub(OUT)), (x, Some(last + OUT))]);
    let places: Vec<(u32, u32)> =
        beside.filter_map(|(x, y)| Some((x?, y))).chain(beyond.filter_map(|(x, y)| Some((x, y?)))).collect();
    let (all, places) = (places.len(), places.into_iter().filter(|&(x, y)| inside(x, y)).collect::<Vec<_>>());
    let edged = places.iter().filter(|&&(x, y)| is_other(x, y)).count();
    places.len() as f32 >= all as f32 * INSIDE && edged as f32 >= places.len() as f32 * EDGED
}

/// Whether a line of text ends at the edge of a thing, or has the lower or the upper half of its letters under it.
fn is_cut(line: &Line, thing: Region) -> bool {
    let (text, height) = (line.region, line.height);
    if text.width < text.height {
        return false;
    }
    let beside = line.center.y > thing.top + DEEP * height && line.center.y < thing.bottom() - DEEP * height;
    let ends = (text.right() - thing.left).abs() <= NEAR * height || (text.left - thing.right()).abs() <= NEAR * height;
    let below = text.intersection(thing).width >= 1.5 * height;
    let through = |edge: f32| edge > text.top + DEEP * height && edge < text.bottom() - DEEP * height;
    beside && ends || below && (through(thing.top) || through(thing.bottom()))
}

#[cfg(test)]
mod tests {
    use image::RgbImage;
    use imageproc::drawing::draw_filled_rect_mut;
    use imageproc::rect::Rect;

    use super::*;
    use crate::geometry::{Quad, Size};
    use crate::pixels::Pyramid;

    /// A light card with a bar of one color and two lines of text that end there.
    fn objects(bar: [u8; 3], text_ends: f32) -> Vec<Object> {
        let mut picture = RgbImage::from_fn(500, 320, |x, y| Rgb([225 + ((x * 7 + y * 3) % 12) as u8, 228, 230]));
        draw_filled_rect_mut(&mut picture, Rect::at(200, 120).of_size(140, 70), Rgb(bar));
        let small = Reduced::to(&Pyramid::of(&picture), 500);
        let size = Size::new(500, 320);
        let line = |top: f32| Line::of(&Quad::from(Region::new(60.0, top, text_ends - 60.0, 20.0)), size).unwrap();
        let bounds = size.region();
        let document = Document { quad: bounds.into(), bounds, outlined: true };
        find(&small, &document, &[line(130.0), line(160.0), line(250.0)], Some(228.0))
    }

    #[test]
    fn a_bar_cuts_the_lines_that_end_at_it_and_a_box_of_the_design_none() {
        for color in [[10, 10, 12], [244, 226, 122]] {
            let found = objects(color, 202.0);
            assert_eq!(found.iter().map(|o| o.cut_lines).collect::<Vec<_>>(), [2], "{found:?}");
            assert!(found[0].region.intersection(Region::new(200.0, 120.0, 140.0, 70.0)).area() > 8000.0);
            assert_eq!(objects(color, 180.0).iter().map(|o| o.cut_lines).collect::<Vec<_>>(), [0]);
        }
        assert_eq!(objects([228, 228, 230], 202.0), [], "paper on paper");
    }

    #[test]
    fn what_lies_over_the_rim_of_the_document_is_found_and_the_ground_beside_it_is_not() {
        let paper = |x: u32, y: u32| Rgb([225 + ((x * 7 + y * 3) % 12) as u8, 228, 230]);
        let found = |bar: Rect| {
            let mut picture = RgbImage::from_fn(500, 320, paper);
            draw_filled_rect_mut(&mut picture, bar, Rgb([10, 10, 12]));
            let small = Reduced::to(&Pyramid::of(&picture), 500);
            let bounds = Region::new(0.0, 0.0, 500.0, 260.0);
            find(&small, &Document { quad: bounds.into(), bounds, outlined: true }, &[], Some(228.0)).len()
        };
        assert_eq!(found(Rect::at(200, 120).of_size(80, 200)), 1, "a phone over the lower edge");
        assert_eq!(found(Rect::at(0, 240).of_size(500, 80)), 0, "a strip of the table");
    }
}
