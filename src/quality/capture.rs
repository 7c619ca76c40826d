//! Whether a picture comes from a camera, from a scanner, or from no paper at all: limits on light depend on it.

use crate::geometry::Quad;
use crate::page::{Capture, Page};
use crate::pixels::Reduced;
use crate::pixels::quantile;

/// Share of the border that must be plain for a scan or a drawn page.
const PLAIN_BORDER: f32 = 0.85;
/// Least luma of a plain border that is a scanner's lid or paper, and how far its pixels may be from its median. Tables
/// are darker, and the light falls off across them.
const LIGHT: f32 = 225.0;
const PLAIN: f32 = 7.0;
/// Grain (standard deviation of luma) below which the picture cannot come from a camera or scanner.
const NO_GRAIN: f32 = 0.25;
/// Largest angle between opposite sides of an outline, in degrees, at which they count as parallel: with rounded
/// corners, the end of a side is not exact.
const SQUARE: f32 = 5.0;

/// Tells by the file first, then by the pixels: a picture with a plain light border all around is a scan or, without
/// any grain, a drawing. A scan may show the edge of the paper as a gray line or as an outline with parallel sides;
/// that does not make it a photograph.
pub(super) fn tell(page: &Page, small: &Reduced, noise: Option<f32>, outline: Option<&Quad>) -> Capture {
    let origin = page.origin;
    if origin.drawn {
        return Capture::Digital;
    }
    if origin.embedded {
        return Capture::Scan;
    }
    if origin.camera || outline.is_some_and(|q| !is_square(q)) || !plain_border(small) {
        return Capture::Photo;
    }
    if noise.is_none_or(|n| n < NO_GRAIN) { Capture::Digital } else { Capture::Scan }
}

/// Whether opposite sides are parallel, and so equally long. A camera held by hand never sees them like that.
fn is_square(quad: &Quad) -> bool {
    let c = &quad.corners;
    let side = |i: usize| (c[(i + 1) % 4].x - c[i].x, c[(i + 1) % 4].y - c[i].y);
    let parallel = |i: usize| {
        let (a, b) = (side(i), side(i + 2));
        let cross = a.0 * b.1 - a.1 * b.0;
        let product = a.0.hypot(a.1) * b.0.hypot(b.1);
        product > 0.0 && cross.abs() / product < SQUARE.to_radians().sin()
    };
    parallel(0) && parallel(1)
}

/// Whether most of the outermost pixels are light and alike.
fn plain_border(small: &Reduced) -> bool {
    let (w, h) = small.luma.dimensions();
    let rows = (0..w).flat_map(|x| [(x, 0), (x, h - 1)]);
    let columns = (0..h).flat_map(|y| [(0, y), (w - 1, y)]);
    let border: Vec<f32> = rows.chain(columns).map(|(x, y)| f32::from(small.luma.get_pixel(x, y)[0])).collect();
    let Some(middle) = quantile(&mut border.clone(), 0.5) else { return false };
    let plain = border.iter().filter(|v| (**v - middle).abs() <= PLAIN).count() as f32;
    middle >= LIGHT && plain >= border.len() as f32 * PLAIN_BORDER
}
