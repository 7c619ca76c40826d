//! HEIF with HEVC inside, as phones write it → pixels.
//!
//! The decoder applies the crop, rotation and mirroring of the container. The orientation in the EXIF of such a file
//! repeats them (ISO/IEC 23008-12, annex A), so it is not applied here a second time.
//!
//! The decoder brings a thread pool of its own, so it is called from a thread of its own. A worker of the engine's pool
//! that waited for another pool would begin the next page in the meantime.

use std::thread;

use heic_decoder::HeifError;
use image::{RgbImage, RgbaImage};

use super::exif::Exif;
use super::heic_index;
use super::raster::{Alpha, on_white, short};
use super::{Limits, Pixels};
use crate::error::FileError;

/// Width and height of the primary picture.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let info = heic_decoder::probe(&heic_index::without_zeros(bytes)).ok()?;
    Some((u32::try_from(info.coded_width).ok()?, u32::try_from(info.coded_height).ok()?))
}

/// Decodes the primary picture.
pub(super) fn page(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    let bytes = &*heic_index::without_zeros(bytes);
    let info = heic_decoder::probe(bytes).map_err(|e| said(&e))?;
    limits.check_pixels(info.coded_width as u64, info.coded_height as u64)?;
    limits.check_pixels(info.width as u64, info.height as u64)?;
    let decoding = thread::scope(|scope| scope.spawn(|| heic_decoder::decode(bytes)).join());
    // a panic is passed on to the guard around all decoders
    let picture = decoding.unwrap_or_else(|panic| std::panic::resume_unwind(panic)).map_err(|e| said(&e))?;
    let exif = picture.metadata.exif.as_deref().map(Exif::read).unwrap_or_default();
    let origin = exif.origin(None);
    let (width, height) = (picture.width as u32, picture.height as u32);
    let rgb = match &picture.alpha {
        None => RgbImage::from_raw(width, height, picture.to_rgb8().map_err(|e| said(&e))?.data),
        Some(alpha) => {
            let stored = if alpha.premultiplied { Alpha::Multiplied } else { Alpha::Apart };
            let clear = picture.to_rgba8().map_err(|e| said(&e))?.data;
            drop(picture);
            RgbaImage::from_raw(width, height, clear).map(|clear| on_white(clear, stored))
        }
    };
    let rgb = rgb.ok_or_else(|| FileError::Internal("HEIF: size and pixels disagree".to_owned()))?;
    Ok(Pixels { rgb, origin })
}

fn said(error: &HeifError) -> FileError {
    match error {
        HeifError::Unsupported(_) => FileError::Unsupported(format!("HEIF: {}", short(error))),
        HeifError::LimitExceeded(_) => FileError::TooComplex,
        HeifError::Truncated { .. } => FileError::Damaged("it ends too early".to_owned()),
        _ => FileError::Damaged(format!("HEIF: {}", short(error))),
    }
}
