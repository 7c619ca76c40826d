//! Whether the document has any color: a black-and-white copy has none, whatever the color of the light.

use super::document::Document;
use crate::pixels::Reduced;
use crate::pixels::quantile;

/// Luma below which the color of a pixel is not reliable.
const DARK: u8 = 50;
/// Share of the pixels left out at either end of the color range: color fringes of lenses, specks.
const ENDS: f32 = 0.01;
/// Fewest pixels for a result.
const MIN_PIXELS: usize = 400;

/// How far the colors of the document spread. It is the range between the 1st and 99th percentiles of red minus luma,
/// or of blue minus luma if that is wider, as a share of luma. A gray copy under a colored lamp has one color cast and
/// no spread.
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
