//! Colors of pages that the decoder refuses to convert: palettes, and luma with chroma.

use image::{Rgb, RgbImage};

use super::tags::{
    BITS_PER_SAMPLE, BLACK_IS_ZERO, CHROMA_SUBSAMPLING, COLOR_MAP, COMPRESSION, JPEG, PALETTE, PHOTOMETRIC, RGB, YCBCR,
};
use crate::intake::ifd::{Directory, Entry, Tiff};

/// How colors must be converted after decoding, with the entry to relabel.
pub(super) enum Colors {
    /// No conversion.
    Plain,
    /// The decoder gives indices into these colors.
    Palette(Entry, Vec<Rgb<u8>>),
    /// The decoder gives luma and chroma.
    YCbCr(Entry),
}

impl Colors {
    pub fn of(tiff: Tiff<'_>, directory: &Directory) -> Self {
        let number = |tag| directory.get(tag).and_then(|e| tiff.number(e));
        let Some(entry) = directory.get(PHOTOMETRIC) else { return Self::Plain };
        match tiff.number(entry) {
            Some(PALETTE) => {
                let bits = number(BITS_PER_SAMPLE).unwrap_or(1);
                let map = directory.get(COLOR_MAP).map(|e| tiff.numbers(e, 3 * 256)).unwrap_or_default();
                let map = palette(bits, &map).filter(|_| matches!(bits, 1 | 8));
                map.map_or(Self::Plain, |colors| Self::Palette(entry, colors))
            }
            Some(YCBCR) => {
                let full = directory.get(CHROMA_SUBSAMPLING).is_some_and(|e| tiff.numbers(e, 2) == [1, 1]);
                if number(COMPRESSION) == Some(JPEG) || full { Self::YCbCr(entry) } else { Self::Plain }
            }
            _ => Self::Plain,
        }
    }

    pub fn relabel(&self, tiff: Tiff<'_>) -> Option<(u64, Vec<u8>)> {
        match self {
            Self::Plain => None,
            Self::Palette(entry, _) => Some((entry.at, tiff.written(BLACK_IS_ZERO, 2))),
            Self::YCbCr(entry) => Some((entry.at, tiff.written(RGB, 2))),
        }
    }

    pub fn convert(&self, rgb: &mut RgbImage) {
        match self {
            Self::Plain => {}
            Self::Palette(_, colors) => {
                for pixel in rgb.pixels_mut() {
                    // the decoder gives indices of one bit as black and white
                    let index = if colors.len() == 2 { pixel[0] / 128 } else { pixel[0] };
                    *pixel = colors[usize::from(index)];
                }
            }
            Self::YCbCr(_) => rgb.pixels_mut().for_each(|p| *p = from_ycbcr(p.0)),
        }
    }
}

/// The colors of a palette of one to eight bits.
pub(super) fn palette(bits: u64, map: &[u64]) -> Option<Vec<Rgb<u8>>> {
    let size = if (1..=8).contains(&bits) { 1_usize << bits } else { return None };
    if map.len() != 3 * size {
        return None;
    }
    // some writers store 8-bit values where 16-bit values belong
    let shift = if map.iter().any(|v| *v > 255) { 8 } else { 0 };
    let color = |i: usize| Rgb([i, i + size, i + 2 * size].map(|at| (map[at] >> shift).min(255) as u8));
    Some((0..size).map(color).collect())
}

/// Full-range BT.601, as in JFIF.
pub(super) fn from_ycbcr([y, cb, cr]: [u8; 3]) -> Rgb<u8> {
    let (y, cb, cr) = (f32::from(y), f32::from(cb) - 128.0, f32::from(cr) - 128.0);
    Rgb([y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb].map(|v| (v + 0.5) as u8))
}
