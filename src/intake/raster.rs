//! JPEG, PNG, WebP, BMP and GIF → pixels: upright, 8 bits, no transparency.
//!
//! Sizes are checked from the header before a decoder allocates memory for the pixels. This module also holds the last
//! steps that all formats share: it converts colors to 8-bit RGB, and the errors of decoders to this program's words.

use std::io::Cursor;

use image::codecs::{bmp::BmpDecoder, gif::GifDecoder, jpeg::JpegDecoder, png::PngDecoder, webp::WebPDecoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, RgbImage, RgbaImage, imageops};

use super::exif::{Exif, plausible_dpi};
use super::jpeg::Header;
use super::{Limits, Pixels};
use crate::error::FileError;

/// Most bytes that a decoder may allocate per pixel of the page: four channels of 16 bits, and as much again while it
/// works.
const BYTES_A_PIXEL: u64 = 16;
/// Bytes that a decoder may allocate, however small the picture is.
const BYTES_ANYWAY: u64 = 16 << 20;
/// Ratios of the two sides of a pixel that are believed, where they differ: a fax has 204 dots per inch across and 98 down.
const OBLONG: std::ops::RangeInclusive<f64> = 1.03..=4.0;
/// Number of rows at the bottom of a JPEG that are all of one color if its end is missing.
const BLANK_ROWS: usize = 8;

/// Width and height, from the header alone.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_dimensions().ok()
}

/// Decodes the one page of a JPEG.
///
/// A truncated file is an error if a part of the picture is missing: its last rows are blank, or it comes in passes and
/// the last ones are missing. If only the end marker is lost, the picture is accepted.
pub(super) fn jpeg(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    let header = Header::read(bytes);
    if header.unusual {
        return Err(FileError::Unsupported(
            "JPEG: its colors come one after the other, or finer than the luma".to_owned(),
        ));
    }
    let exif = header.exif.map(Exif::read).unwrap_or_default();
    let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|e| said(&e))?;
    let mut rgb = decode(decoder, limits, Alpha::Apart)?;
    if !header.complete && (header.progressive || ends_blank(&rgb)) {
        return Err(FileError::Damaged("its end is missing".to_owned()));
    }
    turn(&mut rgb, exif.orientation);
    Ok(Pixels { rgb, origin: exif.origin(header.dpi) })
}

/// Decodes the one page of a PNG.
pub(super) fn png(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), memory(limits.page_pixels)).map_err(|e| said(&e))?;
    with_exif(decoder, limits, png_dpi(bytes))
}

/// Decodes the first frame of a WebP.
pub(super) fn webp(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    with_exif(WebPDecoder::new(Cursor::new(bytes)).map_err(|e| said(&e))?, limits, None)
}

/// Decodes the first frame of a GIF.
pub(super) fn gif(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    with_exif(GifDecoder::new(Cursor::new(bytes)).map_err(|e| said(&e))?, limits, None)
}

/// Decodes a Windows bitmap.
pub(super) fn bmp(bytes: &[u8], limits: &Limits) -> Result<Pixels, FileError> {
    let per_meter = bytes.get(38..42).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
    let dpi = per_meter.and_then(|p| plausible_dpi(f64::from(p) * 0.0254));
    with_exif(BmpDecoder::new(Cursor::new(bytes)).map_err(|e| said(&e))?, limits, dpi)
}

fn with_exif(mut decoder: impl ImageDecoder, limits: &Limits, dpi: Option<f32>) -> Result<Pixels, FileError> {
    let block = decoder.exif_metadata().ok().flatten();
    let exif = block.as_deref().map(Exif::read).unwrap_or_default();
    let mut rgb = decode(decoder, limits, Alpha::Apart)?;
    turn(&mut rgb, exif.orientation);
    Ok(Pixels { rgb, origin: exif.origin(dpi) })
}

/// How the transparency of a picture is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alpha {
    /// Beside the colors.
    Apart,
    /// Beside colors that are multiplied by it already.
    Multiplied,
}

/// The size from the header, then the pixels.
pub(super) fn decode(mut decoder: impl ImageDecoder, limits: &Limits, alpha: Alpha) -> Result<RgbImage, FileError> {
    let (width, height) = decoder.dimensions();
    let pixels = limits.check_pixels(u64::from(width), u64::from(height))?;
    decoder.set_limits(memory(pixels)).map_err(|e| said(&e))?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|e| said(&e))?;
    Ok(opaque(picture, alpha))
}

pub(super) fn memory(pixels: u64) -> image::Limits {
    let mut limits = image::Limits::no_limits();
    limits.max_alloc = Some(pixels.saturating_mul(BYTES_A_PIXEL).saturating_add(BYTES_ANYWAY));
    limits
}

/// Converts any decoded picture to 8-bit RGB, with transparency laid on white.
pub(super) fn opaque(picture: DynamicImage, alpha: Alpha) -> RgbImage {
    match picture {
        DynamicImage::ImageRgb8(rgb) => rgb,
        clear if clear.color().has_alpha() => on_white(clear.into_rgba8(), alpha),
        other => other.into_rgb8(),
    }
}

/// Lays a transparent picture on white, in the memory that it already has.
pub(super) fn on_white(picture: RgbaImage, stored: Alpha) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut raw = picture.into_raw();
    let pixels = raw.len() / 4;
    for i in 0..pixels {
        let alpha = u32::from(raw[4 * i + 3]);
        for c in 0..3 {
            let color = u32::from(raw[4 * i + c]);
            let color = if stored == Alpha::Apart { (color * alpha + 127) / 255 } else { color };
            raw[3 * i + c] = (color + 255 - alpha).min(255) as u8;
        }
    }
    raw.truncate(3 * pixels);
    raw.shrink_to_fit();
    RgbImage::from_raw(width, height, raw).unwrap_or_default()
}

/// The picture with pixels that are as wide as they are high, and whether that changed it. `ratio` is how many times more
/// of them lie in an inch across than down.
pub(super) fn with_square_pixels(rgb: RgbImage, ratio: f64, limits: &Limits) -> Result<(RgbImage, bool), FileError> {
    if !OBLONG.contains(&ratio.max(1.0 / ratio)) {
        return Ok((rgb, false));
    }
    let (width, height) = rgb.dimensions();
    let longer = |side: u32, by: f64| (f64::from(side) * by).round() as u32;
    let size = if ratio > 1.0 { (width, longer(height, ratio)) } else { (longer(width, 1.0 / ratio), height) };
    limits.check_pixels(size.0.into(), size.1.into())?;
    Ok((imageops::resize(&rgb, size.0, size.1, imageops::FilterType::Triangle), true))
}

/// Turns and mirrors a picture as its metadata requires.
pub(super) fn turn(rgb: &mut RgbImage, orientation: Orientation) {
    if orientation != Orientation::NoTransforms {
        let mut picture = DynamicImage::ImageRgb8(std::mem::take(rgb));
        picture.apply_orientation(orientation);
        *rgb = picture.into_rgb8();
    }
}

/// Whether the last rows are all of one color: the decoder fills missing rows like that.
fn ends_blank(rgb: &RgbImage) -> bool {
    let raw = rgb.as_raw();
    let tail = raw.get(raw.len().saturating_sub(BLANK_ROWS * 3 * rgb.width() as usize)..).unwrap_or_default();
    tail.chunks_exact(3).all(|p| tail.starts_with(p))
}

/// The resolution from the `pHYs` chunk, which must come before the pixels.
fn png_dpi(bytes: &[u8]) -> Option<f32> {
    let mut at = 8_usize;
    for _ in 0..100 {
        let head = bytes.get(at..at.checked_add(8)?)?;
        let length = u32::from_be_bytes(head.get(..4)?.try_into().ok()?) as usize;
        match head.get(4..8)? {
            b"IDAT" => return None,
            b"pHYs" => {
                let data = bytes.get(at + 8..at + 17)?;
                let per_meter = u32::from_be_bytes(data.get(..4)?.try_into().ok()?);
                return if data[8] == 1 { plausible_dpi(f64::from(per_meter) * 0.0254) } else { None };
            }
            _ => at = at.checked_add(length)?.checked_add(12)?,
        }
    }
    None
}

/// A decoder's error in this program's words.
pub(super) fn said(error: &ImageError) -> FileError {
    match error {
        ImageError::Unsupported(e) => FileError::Unsupported(short(e)),
        ImageError::Limits(_) => FileError::TooComplex,
        ImageError::IoError(_) => FileError::Damaged("it ends too early".to_owned()),
        ImageError::Decoding(e) => FileError::Damaged(reason(e)),
        other => FileError::Damaged(short(other)),
    }
}

fn reason(error: &image::error::DecodingError) -> String {
    let name = match error.format_hint() {
        image::error::ImageFormatHint::Exact(format) => format!("{format:?}").to_uppercase(),
        _ => "picture".to_owned(),
    };
    match std::error::Error::source(error) {
        Some(source) => format!("{name}: {}", short(&source)),
        None => format!("{name}: its data are broken"),
    }
}

/// The first line of a message, without the details that decoders put in brackets, at most 80 characters.
pub(super) fn short(error: &impl std::fmt::Display) -> String {
    let message = error.to_string();
    let line = message.lines().next().unwrap_or_default();
    let plain = line.split(['{', '(', '[']).next().unwrap_or_default();
    plain.split(" while ").next().unwrap_or_default().trim_end().chars().take(80).collect()
}
