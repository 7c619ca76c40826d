//! Whether a camera, a scanner or nobody looked at paper: limits on light depend on it.

use super::Reduced;
use crate::page::{Capture, Page};

/// Share of the border that must be white for a scan or a drawn page.
const WHITE_BORDER: f32 = 0.9;
/// Luma from which a border pixel is white.
const WHITE: u8 = 244;
/// Grain (standard deviation) below which no camera or scanner can have been at work.
const NO_GRAIN: f32 = 0.25;

/// Tells by the file first, then by the pixels: a white border all around is a scan or, without any grain, a drawing.
pub(super) fn tell(page: &Page, small: &Reduced, noise: Option<f32>, outlined: bool) -> Capture {
    let origin = page.origin;
    if origin.drawn {
        return Capture::Digital;
    }
    if origin.embedded {
        return Capture::Scan;
    }
    if origin.camera || outlined || white_border(small) < WHITE_BORDER {
        return Capture::Photo;
    }
    if noise.is_none_or(|n| n < NO_GRAIN) { Capture::Digital } else { Capture::Scan }
}

/// Share of the outermost pixels that are white.
fn white_border(small: &Reduced) -> f32 {
    let (w, h) = small.image.dimensions();
    let rows = (0..w).flat_map(|x| [(x, 0), (x, h - 1)]);
    let columns = (0..h).flat_map(|y| [(0, y), (w - 1, y)]);
    let (mut white, mut all) = (0_u32, 0_u32);
    for (x, y) in rows.chain(columns) {
        all += 1;
        white += u32::from(small.image.get_pixel(x, y)[0] >= WHITE);
    }
    white as f32 / all.max(1) as f32
}
