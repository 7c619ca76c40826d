//! What several stages do with pixels.

use image::{RgbImage, imageops};

use crate::geometry::Rotation;

/// A picture after a clockwise turn; `None` where nothing is turned, so that nobody copies for it.
pub fn turned(picture: &RgbImage, rotation: Rotation) -> Option<RgbImage> {
    match rotation {
        Rotation::None => None,
        Rotation::Cw90 => Some(imageops::rotate90(picture)),
        Rotation::Cw180 => Some(imageops::rotate180(picture)),
        Rotation::Cw270 => Some(imageops::rotate270(picture)),
    }
}
