//! Pages whose pixels are packed in a way that the decoder refuses.
//!
//! Their strips are unpacked by the decoder all the same: a directory written here tells it that they hold gray bytes, as
//! many a row as there are. What the bytes mean is then read here.

use image::codecs::tiff::TiffDecoder;
use image::{DynamicImage, ImageDecoder, Rgb, RgbImage};

use super::colors::{from_ycbcr, palette};
use super::form::Strips;
use super::tags::{
    BITS_PER_SAMPLE, BLACK_IS_ZERO, CHROMA_SUBSAMPLING, COLOR_MAP, COMPRESSION, IMAGE_LENGTH, IMAGE_WIDTH, JPEG_STREAM,
    JPEG_STREAM_LENGTH, PALETTE, PHOTOMETRIC, ROWS_PER_STRIP, SAMPLES_PER_PIXEL, STRIP_BYTE_COUNTS, STRIP_OFFSETS,
    WHITE_IS_ZERO,
};
use super::window::Window;
use crate::error::FileError;
use crate::intake::Limits;
use crate::intake::ifd::{Directory, Tiff};
use crate::intake::raster::{self, memory, said};

/// Field types of numbers in two and four bytes.
const SHORT: u16 = 3;
const LONG: u16 = 4;

/// Decodes a page of less than eight bits a pixel.
pub(super) fn packed(
    tiff: Tiff<'_>,
    bytes: &[u8],
    directory: &Directory,
    limits: &Limits,
) -> Result<RgbImage, FileError> {
    let strips = Strips::of(tiff, directory, limits)?;
    let (bits, width) = (strips.bits, strips.width);
    let stride = (width * bits).div_ceil(8);
    let raw = unpacked(tiff, bytes, directory, (stride, strips.height, strips.rows_per_strip), limits)?;
    let colors = if strips.photometric == PALETTE {
        let map = directory.get(COLOR_MAP).map(|e| tiff.numbers(e, 3 * 256)).unwrap_or_default();
        palette(u64::from(bits), &map).ok_or_else(|| FileError::Damaged("TIFF: a palette is missing".to_owned()))?
    } else {
        grays(bits, strips.photometric == WHITE_IS_ZERO)
    };
    let in_byte = 8 / bits;
    Ok(RgbImage::from_fn(width, strips.height, |x, y| {
        let byte = raw[(y * stride + x / in_byte) as usize];
        let byte = if strips.backwards { byte.reverse_bits() } else { byte };
        let value = byte >> (8 - bits * (x % in_byte + 1)) & ((1 << bits) - 1);
        colors[usize::from(value)]
    }))
}

/// The gray of each value.
fn grays(bits: u32, white_is_zero: bool) -> Vec<Rgb<u8>> {
    let most = (1_u32 << bits) - 1;
    let gray = |value: u32| (if white_is_zero { most - value } else { value } * 255 / most) as u8;
    (0..=most).map(|value| Rgb([gray(value); 3])).collect()
}

/// Decodes a page with chroma for several pixels together (TIFF 6.0, section 21): first the luma of a block of pixels,
/// row by row, then its two chroma values.
pub(super) fn subsampled(
    tiff: Tiff<'_>,
    bytes: &[u8],
    directory: &Directory,
    limits: &Limits,
) -> Result<RgbImage, FileError> {
    let strips = Strips::of(tiff, directory, limits)?;
    let stated = directory.get(CHROMA_SUBSAMPLING).map(|e| tiff.numbers(e, 2)).unwrap_or_default();
    // without the entry it is two pixels by two
    let (across, down) = match stated[..] {
        [across @ (1 | 2 | 4), down @ (1 | 2 | 4)] => (across as u32, down as u32),
        [] => (2, 2),
        _ => return Err(FileError::Unsupported("TIFF: an unknown subsampling".to_owned())),
    };
    let block = across * down + 2;
    let stride = strips.width.div_ceil(across) * block;
    let rows = (strips.height.div_ceil(down), strips.rows_per_strip.div_ceil(down));
    let raw = unpacked(tiff, bytes, directory, (stride, rows.0, rows.1), limits)?;
    Ok(RgbImage::from_fn(strips.width, strips.height, |x, y| {
        let at = (y / down * stride + x / across * block) as usize;
        let luma = raw[at + (y % down * across + x % across) as usize];
        let chroma = at + (across * down) as usize;
        from_ycbcr([luma, raw[chroma], raw[chroma + 1]])
    }))
}

/// Decodes the JPEG that lies whole in a file of the old kind; the pieces of one are not put together.
pub(super) fn old_jpeg(
    tiff: Tiff<'_>,
    bytes: &[u8],
    directory: &Directory,
    limits: &Limits,
) -> Result<RgbImage, FileError> {
    let number = |tag| directory.get(tag).and_then(|e| tiff.number(e)).and_then(|n| usize::try_from(n).ok());
    let strips = Strips::of(tiff, directory, limits)?;
    let stated = number(JPEG_STREAM).and_then(|at| {
        let all = bytes.get(at..)?;
        Some(number(JPEG_STREAM_LENGTH).and_then(|length| all.get(..length)).unwrap_or(all))
    });
    let whole = |data: &&[u8]| data.starts_with(&[0xff, 0xd8]);
    let stream = stated.filter(whole).or_else(|| strips.bytes(bytes).next().filter(whole));
    let stream = stream.ok_or_else(|| FileError::Unsupported("TIFF: JPEG of the old kind, in pieces".to_owned()))?;
    raster::jpeg(stream, limits).map(|pixels| pixels.rgb)
}

/// The bytes of all rows: `(bytes in a row, rows, rows in a strip)`.
fn unpacked(
    tiff: Tiff<'_>,
    bytes: &[u8],
    directory: &Directory,
    (stride, rows, rows_per_strip): (u32, u32, u32),
    limits: &Limits,
) -> Result<Vec<u8>, FileError> {
    limits.check_pixels(stride.into(), rows.into())?;
    let copied = |tag| directory.get(tag).and_then(|entry| tiff.entry_bytes(entry));
    let written = [
        Some(tiff.new_entry(IMAGE_WIDTH, LONG, stride.into())),
        Some(tiff.new_entry(IMAGE_LENGTH, LONG, rows.into())),
        Some(tiff.new_entry(BITS_PER_SAMPLE, SHORT, 8)),
        copied(COMPRESSION).map(<[u8]>::to_vec),
        Some(tiff.new_entry(PHOTOMETRIC, SHORT, BLACK_IS_ZERO)),
        copied(STRIP_OFFSETS).map(<[u8]>::to_vec),
        Some(tiff.new_entry(SAMPLES_PER_PIXEL, SHORT, 1)),
        Some(tiff.new_entry(ROWS_PER_STRIP, LONG, rows_per_strip.into())),
        copied(STRIP_BYTE_COUNTS).map(<[u8]>::to_vec),
    ];
    let tail = tiff.new_directory(&written.into_iter().flatten().collect::<Vec<_>>());
    let window = Window::new(bytes, vec![tiff.first_offset(bytes.len() as u64)]).with_tail(tail);
    let mut decoder = TiffDecoder::new(window).map_err(|e| said(&e))?;
    decoder.set_limits(memory(u64::from(stride) * u64::from(rows))).map_err(|e| said(&e))?;
    let raw = DynamicImage::from_decoder(decoder).map_err(|e| said(&e))?.into_luma8().into_raw();
    if raw.len() == stride as usize * rows as usize { Ok(raw) } else { Err(super::form::too_short()) }
}
