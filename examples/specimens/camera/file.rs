//! The file: the turn of the page, JPEG, and the EXIF segment with the orientation, written by hand.

use image::codecs::jpeg::JpegEncoder;
use image::{RgbImage, imageops};

/// Turns the upright picture clockwise, as a page that is not upright shows it.
pub fn turn(upright: RgbImage, degrees: u16) -> RgbImage {
    match degrees {
        90 => imageops::rotate90(&upright),
        180 => imageops::rotate180(&upright),
        270 => imageops::rotate270(&upright),
        _ => upright,
    }
}

/// Where a point of the upright picture, of this size, lies after the turn.
pub fn turned_point((x, y): (f32, f32), (w, h): (f32, f32), degrees: u16) -> (f32, f32) {
    match degrees {
        90 => (h - y, x),
        180 => (w - x, h - y),
        270 => (y, w - x),
        _ => (x, y),
    }
}

/// An APP1 segment with one entry, the orientation (Exif 2.3; TIFF 6.0, big endian).
fn exif(orientation: u8) -> Vec<u8> {
    let mut body = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    body.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0]);
    let length = (body.len() + 2) as u16;
    [&[0xFF, 0xE1], &length.to_be_bytes()[..], &body].concat()
}

/// The bytes of a JPEG file that shows `page` once its orientation is applied.
pub fn jpeg(page: RgbImage, quality: u8, orientation: Option<u8>) -> image::ImageResult<Vec<u8>> {
    let stored = match orientation {
        Some(3) => imageops::rotate180(&page),
        Some(6) => imageops::rotate270(&page),
        Some(8) => imageops::rotate90(&page),
        _ => page,
    };
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&stored)?;
    if let Some(o) = orientation {
        // right after the two bytes that start the file
        bytes.splice(2..2, exif(o));
    }
    Ok(bytes)
}
