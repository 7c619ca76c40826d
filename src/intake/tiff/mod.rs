//! TIFF: all pages.
//!
//! The `image` crate decodes only the first directory of a file. So the chain of directories is walked here, and each
//! page is decoded from the same bytes seen through a [`Window`], in which the header points to that page's directory.
//! The window also relabels two kinds of colors that `image` refuses (palettes, and the YCbCr of JPEG strips), which
//! are then converted here.
//!
//! Fax programs and old scanners write forms that `image` does not read: see [`Form`].

use image::RgbImage;
use image::codecs::tiff::TiffDecoder;

use self::colors::Colors;
use self::form::Form;
use self::tags::{
    ASSOCIATED_ALPHA, EXTRA_SAMPLES, IMAGE_LENGTH, IMAGE_WIDTH, NEW_SUBFILE_TYPE, X_RESOLUTION, Y_RESOLUTION,
};
use self::window::Window;
use super::exif::{Exif, plausible_dpi};
use super::ifd::{Directory, Tiff};
use super::raster::{Alpha, decode, said, turn, with_square_pixels};
use super::{Limits, Pixels};
use crate::error::FileError;

mod colors;
mod fax;
mod form;
mod repacked;
mod tags;
mod window;

/// Bits of the subfile type: a smaller copy of another page, and a mask.
const COPY_OR_MASK: u64 = 0b101;

/// Finds the pages of a file: the offsets of their directories. Previews and masks are not pages.
pub(super) fn pages(bytes: &[u8], limits: &Limits) -> Result<Vec<u64>, FileError> {
    let (tiff, first) = header(bytes)?;
    let (mut all, mut pages, mut at) = (Vec::new(), Vec::new(), first);
    // previews count as well, so that a chain of nothing but previews ends
    while at != 0 && !all.contains(&at) && all.len() <= 2 * limits.pages as usize + 1 {
        let Some(directory) = tiff.directory(at) else { break };
        all.push(at);
        let kind = directory.get(NEW_SUBFILE_TYPE).and_then(|e| tiff.number(e)).unwrap_or(0);
        if kind & COPY_OR_MASK == 0 {
            pages.push(at);
        }
        at = directory.next;
    }
    let pages = if pages.is_empty() { all } else { pages };
    limits.check_pages(pages.len())?;
    if pages.is_empty() { Err(broken()) } else { Ok(pages) }
}

/// Width and height of the page whose directory begins at an offset.
pub(super) fn size(bytes: &[u8], at: u64) -> Option<(u32, u32)> {
    let (tiff, _) = Tiff::new(bytes)?;
    let directory = tiff.directory(at)?;
    let number = |tag| directory.get(tag).and_then(|e| tiff.number(e)).and_then(|n| u32::try_from(n).ok());
    Some((number(IMAGE_WIDTH)?, number(IMAGE_LENGTH)?))
}

/// Decodes the page whose directory begins at an offset.
pub(super) fn page(bytes: &[u8], at: u64, limits: &Limits) -> Result<Pixels, FileError> {
    let (tiff, _) = header(bytes)?;
    let directory = tiff.directory(at).ok_or_else(broken)?;
    let rgb = match Form::of(tiff, bytes, &directory) {
        Form::Usual => usual(tiff, bytes, at, &directory, limits)?,
        Form::Fax => fax::page(tiff, bytes, &directory, limits)?,
        Form::Packed => repacked::packed(tiff, bytes, &directory, limits)?,
        Form::Subsampled => repacked::subsampled(tiff, bytes, &directory, limits)?,
        Form::OldLzw => return Err(FileError::Unsupported("TIFF: LZW of the old kind".to_owned())),
        Form::OldJpeg => repacked::old_jpeg(tiff, bytes, &directory, limits)?,
    };
    let (mut rgb, dpi) = squared(rgb, tiff, &directory, limits)?;
    let exif = Exif::of_directory(tiff, &directory);
    turn(&mut rgb, exif.orientation);
    Ok(Pixels { rgb, origin: exif.origin(dpi) })
}

/// A page of a form that the decoder reads.
fn usual(tiff: Tiff<'_>, bytes: &[u8], at: u64, directory: &Directory, limits: &Limits) -> Result<RgbImage, FileError> {
    let colors = Colors::of(tiff, directory);
    let mut patches = vec![tiff.first_offset(at)];
    patches.extend(colors.relabel(tiff));
    let decoder = TiffDecoder::new(Window::new(bytes, patches)).map_err(|e| said(&e))?;
    let extra = directory.get(EXTRA_SAMPLES).and_then(|e| tiff.number(e));
    let alpha = if extra == Some(ASSOCIATED_ALPHA) { Alpha::Multiplied } else { Alpha::Apart };
    let mut rgb = decode(decoder, limits, alpha)?;
    colors.convert(&mut rgb);
    Ok(rgb)
}

/// The picture with as many dots per inch down as across, and that number, where the file states two numbers.
fn squared(
    rgb: RgbImage,
    tiff: Tiff<'_>,
    directory: &Directory,
    limits: &Limits,
) -> Result<(RgbImage, Option<f32>), FileError> {
    let stated = |tag| directory.get(tag).and_then(|e| tiff.fraction(e)).filter(|r| r.is_finite() && *r > 0.0);
    let (Some(across), Some(down)) = (stated(X_RESOLUTION), stated(Y_RESOLUTION)) else { return Ok((rgb, None)) };
    let (rgb, changed) = with_square_pixels(rgb, across / down, limits)?;
    Ok((rgb, changed.then(|| plausible_dpi(across.max(down))).flatten()))
}

fn header(bytes: &[u8]) -> Result<(Tiff<'_>, u64), FileError> {
    Tiff::new(bytes).ok_or_else(broken)
}

fn broken() -> FileError {
    FileError::Damaged("TIFF: no page can be found in it".to_owned())
}
