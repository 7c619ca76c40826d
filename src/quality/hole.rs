//! Places that are burnt out to plain white, on documents whose paper is nearly white itself.
//!
//! There, brightness alone tells nothing: what light destroys is the pattern. Cards and passports are printed all over
//! with fine lines, so a smooth white place on one is a hole. A sheet of white paper is smooth everywhere, and nothing
//! can be told on it.

use super::document::Document;
use crate::pixels::{Area, Neighbors, Reduced, areas};

/// Side of the squares that are looked at, in pixels of the copy.
const SQUARE: u32 = 3;
/// Least value of every channel in a burnt square, and the most by which a channel differs in it.
const WHITE: u8 = 251;
const SMOOTH: u8 = 4;
/// Largest share of the document that is smooth and white besides the holes, on a document printed all over.
const BY_DESIGN: f32 = 0.02;
/// Largest share of the document that holes take; more is the paper.
const MOST: f32 = 0.4;
/// Smallest hole, as a share of the document: a blank between two words is none.
const LEAST: f32 = 0.01;
/// Least share of the box around it that a hole fills.
const FILLS: f32 = 0.35;

/// The holes in a document, in pixels of the copy; none where its paper is smooth and white by design.
pub(super) fn find(small: &Reduced, document: &Document) -> Vec<Area> {
    let [left, top, right, bottom] = small.window(document.bounds);
    let (columns, rows) = ((right - left) / SQUARE, (bottom - top) / SQUARE);
    let corner = |x: u32, y: u32| (left + x * SQUARE, top + y * SQUARE);
    let inside = |x: u32, y: u32| {
        let (x, y) = corner(x, y);
        document.quad.contains(small.to_page(x + SQUARE / 2, y + SQUARE / 2))
    };
    let all = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y))).filter(|&(x, y)| inside(x, y)).count() as f32;
    let found = areas([0, 0, columns, rows], Neighbors::SidesAndCorners, |x, y| {
        let (px, py) = corner(x, y);
        inside(x, y) && is_burnt(small, px, py)
    });
    let is_hole = |area: &Area| {
        let [l, t, r, b] = area.bounds();
        let count = area.pixels.len() as f32;
        count >= all * LEAST && count >= ((r - l) * (b - t)) as f32 * FILLS
    };
    let (holes, rest): (Vec<Area>, Vec<Area>) = found.into_iter().partition(is_hole);
    let share = |of: &[Area]| of.iter().map(|area| area.pixels.len()).sum::<usize>() as f32 / all.max(1.0);
    if share(&rest) > BY_DESIGN || share(&holes) > MOST {
        return Vec::new();
    }
    holes.iter().map(|hole| in_pixels(hole, corner)).collect()
}

fn is_burnt(small: &Reduced, left: u32, top: u32) -> bool {
    let (mut least, mut most) = ([255_u8; 3], [0_u8; 3]);
    for y in top..top + SQUARE {
        for x in left..left + SQUARE {
            for (channel, value) in small.rgb.get_pixel(x, y).0.into_iter().enumerate() {
                least[channel] = least[channel].min(value);
                most[channel] = most[channel].max(value);
            }
        }
    }
    least.iter().zip(&most).all(|(least, most)| *least >= WHITE && most - least <= SMOOTH)
}

fn in_pixels(hole: &Area, corner: impl Fn(u32, u32) -> (u32, u32)) -> Area {
    let square = |&(x, y): &(u32, u32)| {
        let (left, top) = corner(x, y);
        (top..top + SQUARE).flat_map(move |y| (left..left + SQUARE).map(move |x| (x, y)))
    };
    let mut pixels: Vec<(u32, u32)> = hole.pixels.iter().flat_map(square).collect();
    pixels.sort_by_key(|&(x, y)| (y, x));
    Area { pixels }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;
    use crate::geometry::Region;
    use crate::pixels::Pyramid;

    /// A card with fine pale lines all over, and a round place without them.
    fn card(lines: bool, radius: f32) -> Reduced {
        let picture = RgbImage::from_fn(480, 300, |x, y| {
            let away = (x as f32 - 250.0).hypot(y as f32 - 150.0);
            let line = lines && (x + 2 * y) % 12 < 6 && away > radius;
            Rgb(if line { [249, 246, 238] } else { [254, 254, 254] })
        });
        Reduced::to(&Pyramid::of(&picture), 480)
    }

    fn holes(small: &Reduced) -> Vec<Region> {
        let bounds = small.size().region();
        let document = Document { quad: bounds.into(), bounds, outlined: true };
        find(small, &document).iter().map(|area| small.on_page(area.bounds())).collect()
    }

    #[test]
    fn a_smooth_white_place_in_a_pattern_is_a_hole() {
        let found = holes(&card(true, 40.0));
        assert_eq!(found.len(), 1, "{found:?}");
        let whole = Region::new(210.0, 110.0, 80.0, 80.0);
        assert!(found[0].intersection(whole).area() > 0.7 * whole.area(), "{found:?}");
    }

    #[test]
    fn a_whole_pattern_and_plain_paper_have_none() {
        assert_eq!(holes(&card(true, 0.0)), []);
        assert_eq!(holes(&card(false, 0.0)), []);
    }
}
