//! Which forms of pages there are, and which part of this module reads them.

use super::tags::{
    BITS_PER_SAMPLE, CHROMA_SUBSAMPLING, COMPRESSION, FAX_3, FAX_4, FAX_RUNS, FILL_ORDER, IMAGE_LENGTH, IMAGE_WIDTH,
    JPEG, LOWEST_FIRST, LZW, OLD_JPEG, PHOTOMETRIC, PLANAR_CONFIGURATION, PREDICTOR, ROWS_PER_STRIP, SAMPLES_PER_PIXEL,
    STRIP_BYTE_COUNTS, STRIP_OFFSETS, TILE_WIDTH, UNCOMPRESSED, YCBCR,
};
use crate::error::FileError;
use crate::intake::Limits;
use crate::intake::ifd::{Directory, Tiff};

/// The forms of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// What the decoder reads.
    Usual,
    /// One bit a pixel, compressed as fax machines do it.
    Fax,
    /// Gray or a palette in two or four bits, or in one with the bits of a byte the other way round.
    Packed,
    /// Luma, and chroma for several pixels together, without JPEG.
    Subsampled,
    /// A JPEG, as TIFF 6.0 had it.
    OldJpeg,
    /// LZW as programs wrote it before 1990, with the bits the other way round; nothing here reads it.
    OldLzw,
}

impl Form {
    /// The form of a page. Everything that no part reads is [`Form::Usual`]: the decoder says what is wrong with it.
    pub fn of(tiff: Tiff<'_>, bytes: &[u8], directory: &Directory) -> Self {
        let number = |tag, otherwise| directory.get(tag).and_then(|e| tiff.number(e)).unwrap_or(otherwise);
        let (compression, bits) = (number(COMPRESSION, UNCOMPRESSED), number(BITS_PER_SAMPLE, 1));
        let samples = number(SAMPLES_PER_PIXEL, 1);
        let in_strips = directory.get(TILE_WIDTH).is_none() && number(PREDICTOR, 1) == 1;
        let backwards = number(FILL_ORDER, 1) == LOWEST_FIRST;
        if compression == OLD_JPEG {
            return Self::OldJpeg;
        }
        let first = usize::try_from(number(STRIP_OFFSETS, 0)).ok().and_then(|at| bytes.get(at..at.checked_add(2)?));
        if compression == LZW && first.is_some_and(|code| code[0] == 0 && code[1] & 1 == 1) {
            return Self::OldLzw;
        }
        if !in_strips {
            return Self::Usual;
        }
        if [FAX_RUNS, FAX_3, FAX_4].contains(&compression) {
            return if bits == 1 && samples == 1 { Self::Fax } else { Self::Usual };
        }
        let packed = if backwards { bits == 1 && compression == UNCOMPRESSED } else { [2, 4].contains(&bits) };
        if samples == 1 && packed {
            return Self::Packed;
        }
        let chroma = directory.get(CHROMA_SUBSAMPLING).map(|e| tiff.numbers(e, 2));
        let together = number(PHOTOMETRIC, 0) == YCBCR && samples == 3 && bits == 8 && compression != JPEG;
        let whole = chroma.is_some_and(|c| c == [1, 1]);
        if together && !whole && number(PLANAR_CONFIGURATION, 1) == 1 { Self::Subsampled } else { Self::Usual }
    }
}

/// Where the strips of a page lie, and how it is to be read.
pub(super) struct Strips {
    pub width: u32,
    pub height: u32,
    pub bits: u32,
    pub photometric: u64,
    pub compression: u64,
    pub backwards: bool,
    pub rows_per_strip: u32,
    places: Vec<(u64, u64)>,
}

impl Strips {
    /// Reads the entries; the size is within the limits.
    pub fn of(tiff: Tiff<'_>, directory: &Directory, limits: &Limits) -> Result<Self, FileError> {
        let number = |tag| directory.get(tag).and_then(|e| tiff.number(e));
        let (width, height) = (number(IMAGE_WIDTH).unwrap_or(0), number(IMAGE_LENGTH).unwrap_or(0));
        limits.check_pixels(width, height)?;
        let rows_per_strip = number(ROWS_PER_STRIP).unwrap_or(height).clamp(1, height);
        let most = height.div_ceil(rows_per_strip);
        let list = |tag| directory.get(tag).map(|e| tiff.numbers(e, most)).unwrap_or_default();
        let places = list(STRIP_OFFSETS).into_iter().zip(list(STRIP_BYTE_COUNTS)).collect();
        Ok(Self {
            width: width as u32,
            height: height as u32,
            bits: number(BITS_PER_SAMPLE).unwrap_or(1) as u32,
            photometric: number(PHOTOMETRIC).unwrap_or(0),
            compression: number(COMPRESSION).unwrap_or(UNCOMPRESSED),
            backwards: number(FILL_ORDER) == Some(LOWEST_FIRST),
            rows_per_strip: rows_per_strip as u32,
            places,
        })
    }

    /// The compressed bytes of each strip, as far as they are in the file.
    pub fn bytes<'a>(&self, file: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
        self.places.iter().map(|(at, length)| {
            let start = usize::try_from(*at).unwrap_or(usize::MAX).min(file.len());
            let end = start.saturating_add(usize::try_from(*length).unwrap_or(usize::MAX)).min(file.len());
            &file[start..end]
        })
    }
}

/// An error for data that end before the page does.
pub(super) fn too_short() -> FileError {
    FileError::Damaged("TIFF: it ends too early".to_owned())
}
