//! Whether the document has any color: a black-and-white copy has none, whatever the lamp it lies under.

use super::document::Document;
use crate::pixels::Reduced;
use crate::pixels::quantile;

/// Pixels darker than this have no color that can be relied on.
const DARK: u8 = 50;
/// Share of the pixels at either end of the colors that is left out: fringes of lenses, specks.
const ENDS: f32 = 0.01;
/// Fewest pixels that tell.
const MIN_PIXELS: usize = 400;

/// How far the colors of the document spread: the wider of the ranges of red and of blue against luma, as a share of
/// luma, between the 1st and the 99th percentile. A gray copy under a colored lamp has one cast and no spread.
pub(super) fn spread(small: &Reduced, document: &Document) -> Option<f32> {
    let [left, top, right, bottom] = small.window(document.bounds);
    let (mut red, mut blue) = (Vec::new(), Vec::new());
    for y in top..bottom {
        for x in left..right {
            let luma = small.luma.get_pixel(x, y)[0];
            if luma < DARK || !document.quad.contains(small.to_page(x, y)) {
                continue;
            }
            let [r, _, b] = small.rgb.get_pixel(x, y).0;
            red.push((f32::from(r) - f32::from(luma)) / f32::from(luma));
            blue.push((f32::from(b) - f32::from(luma)) / f32::from(luma));
        }
    }
    if red.len() < MIN_PIXELS {
        return None;
    }
    let range = |values: &mut Vec<f32>| Some(quantile(values, 1.0 - ENDS)? - quantile(values, ENDS)?);
    Some(range(&mut red)?.max(range(&mut blue)?))
}
