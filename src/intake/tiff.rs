//! TIFF: all pages.
//!
//! The `image` crate decodes only the first directory of a file. So the chain of directories is walked here, and each
//! page is decoded from the same bytes seen through a [`Window`], in which the header points to that page's directory.
//! The window also relabels two kinds of colors that `image` refuses (palettes, and the YCbCr of JPEG strips), which
//! are then converted here.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

use image::codecs::tiff::TiffDecoder;
use image::{Rgb, RgbImage};

use super::exif::Exif;
use super::ifd::{Directory, Entry, Tiff};
use super::raster::{decode, said, turn};
use super::{Limits, Pixels};
use crate::error::FileError;

const NEW_SUBFILE_TYPE: u16 = 254;
const BITS_PER_SAMPLE: u16 = 258;
const COMPRESSION: u16 = 259;
const PHOTOMETRIC: u16 = 262;
const COLOR_MAP: u16 = 320;
const CHROMA_SUBSAMPLING: u16 = 530;

/// Photometric interpretations (TIFF 6.0, section 8).
const BLACK_IS_ZERO: u64 = 1;
const RGB: u64 = 2;
const PALETTE: u64 = 3;
const YCBCR: u64 = 6;
/// JPEG compression as defined by Technical Note 2 of TIFF 6.0.
const JPEG: u64 = 7;
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

/// Decodes the page whose directory begins at an offset.
pub(super) fn page(bytes: &[u8], at: u64, limits: &Limits) -> Result<Pixels, FileError> {
    let (tiff, _) = header(bytes)?;
    let directory = tiff.directory(at).ok_or_else(broken)?;
    let colors = Colors::of(tiff, &directory);
    let mut patches = vec![tiff.first_offset(at)];
    patches.extend(colors.relabel(tiff));
    let decoder = TiffDecoder::new(Window::new(bytes, patches)).map_err(|e| said(&e))?;
    let mut rgb = decode(decoder, limits)?;
    colors.convert(&mut rgb);
    let exif = Exif::of_directory(tiff, &directory);
    turn(&mut rgb, exif.orientation);
    Ok(Pixels { rgb, origin: exif.origin(None) })
}

fn header(bytes: &[u8]) -> Result<(Tiff<'_>, u64), FileError> {
    Tiff::new(bytes).ok_or_else(broken)
}

fn broken() -> FileError {
    FileError::Damaged("TIFF: no page can be found in it".to_owned())
}

/// How colors must be converted after decoding, with the entry to relabel.
enum Colors {
    /// No conversion.
    Plain,
    /// The decoder gives indices into these colors.
    Palette(Entry, Vec<Rgb<u8>>),
    /// The decoder gives luma and chroma.
    YCbCr(Entry),
}

impl Colors {
    fn of(tiff: Tiff<'_>, directory: &Directory) -> Self {
        let number = |tag| directory.get(tag).and_then(|e| tiff.number(e));
        let Some(entry) = directory.get(PHOTOMETRIC) else { return Self::Plain };
        match tiff.number(entry) {
            Some(PALETTE) => {
                let bits = number(BITS_PER_SAMPLE).unwrap_or(1);
                let map = directory.get(COLOR_MAP).map(|e| tiff.numbers(e, 3 * 256)).unwrap_or_default();
                palette(bits, &map).map_or(Self::Plain, |colors| Self::Palette(entry, colors))
            }
            Some(YCBCR) => {
                let full = directory.get(CHROMA_SUBSAMPLING).is_some_and(|e| tiff.numbers(e, 2) == [1, 1]);
                if number(COMPRESSION) == Some(JPEG) || full { Self::YCbCr(entry) } else { Self::Plain }
            }
            _ => Self::Plain,
        }
    }

    fn relabel(&self, tiff: Tiff<'_>) -> Option<(u64, Vec<u8>)> {
        match self {
            Self::Plain => None,
            Self::Palette(entry, _) => Some((entry.at, tiff.written(BLACK_IS_ZERO, 2))),
            Self::YCbCr(entry) => Some((entry.at, tiff.written(RGB, 2))),
        }
    }

    fn convert(&self, rgb: &mut RgbImage) {
        match self {
            Self::Plain => {}
            Self::Palette(_, colors) => {
                for pixel in rgb.pixels_mut() {
                    *pixel = colors[usize::from(pixel[0])];
                }
            }
            Self::YCbCr(_) => rgb.pixels_mut().for_each(|p| *p = from_ycbcr(p.0)),
        }
    }
}

/// The colors of the 256 gray levels that a decoder returns for indices. It returns one-bit indices as black and white.
fn palette(bits: u64, map: &[u64]) -> Option<Vec<Rgb<u8>>> {
    let size = match bits {
        1 => 2,
        8 => 256,
        _ => return None,
    };
    if map.len() != 3 * size {
        return None;
    }
    // some writers store 8-bit values where 16-bit values belong
    let shift = if map.iter().any(|v| *v > 255) { 8 } else { 0 };
    let color = |i: usize| Rgb([i, i + size, i + 2 * size].map(|at| (map[at] >> shift).min(255) as u8));
    Some((0..256).map(|i| color(if size == 2 { i / 128 } else { i })).collect())
}

/// Full-range BT.601, as in JFIF.
fn from_ycbcr([y, cb, cr]: [u8; 3]) -> Rgb<u8> {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    Rgb([y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb].map(|v| (v + 0.5) as u8))
}

/// Bytes with a few of them replaced, without copying the rest.
struct Window<'a> {
    bytes: &'a [u8],
    patches: Vec<(usize, Vec<u8>)>,
    at: usize,
}

impl<'a> Window<'a> {
    /// Patches that do not lie within the bytes are left out.
    fn new(bytes: &'a [u8], patches: Vec<(u64, Vec<u8>)>) -> Self {
        let inside = |(at, patch): (u64, Vec<u8>)| {
            let at = usize::try_from(at).ok()?;
            bytes.len().checked_sub(patch.len()).is_some_and(|last| at <= last).then_some((at, patch))
        };
        Self { bytes, patches: patches.into_iter().filter_map(inside).collect(), at: 0 }
    }
}

impl BufRead for Window<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let patch = self.patches.iter().find(|(at, patch)| (*at..at + patch.len()).contains(&self.at));
        if let Some((at, patch)) = patch {
            return Ok(&patch[self.at - at..]);
        }
        let after = self.patches.iter().map(|(at, _)| *at).filter(|at| *at > self.at).min();
        Ok(self.bytes.get(self.at..after.unwrap_or(self.bytes.len())).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.at = self.at.saturating_add(amount);
    }
}

impl Read for Window<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let length = have.len().min(into.len());
        into[..length].copy_from_slice(&have[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl Seek for Window<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => i64::try_from(at).ok(),
            SeekFrom::End(by) => (self.bytes.len() as i64).checked_add(by),
            SeekFrom::Current(by) => (self.at as i64).checked_add(by),
        };
        let target = target.and_then(|t| usize::try_from(t).ok());
        self.at = target.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at as u64)
    }
}
