//! Pages of fax machines: one bit a pixel, in the codes of ITU-T T.4 and T.6.

use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};
use image::{Rgb, RgbImage};

use super::form::{Strips, too_short};
use super::tags::{BLACK_IS_ZERO, FAX_3, FAX_4, T4_OPTIONS};
use crate::error::FileError;
use crate::intake::Limits;
use crate::intake::ifd::{Directory, Tiff};

/// Bit of the T.4 options: the rows refer to each other.
const TWO_DIMENSIONAL: u64 = 1;
/// Largest share of rows that may be lost at the end of a page, as an interrupted transmission loses them.
const MAY_BE_LOST: f64 = 0.02;

/// Decodes a page.
pub(super) fn page(
    tiff: Tiff<'_>,
    bytes: &[u8],
    directory: &Directory,
    limits: &Limits,
) -> Result<RgbImage, FileError> {
    let strips = Strips::of(tiff, directory, limits)?;
    let options = directory.get(T4_OPTIONS).and_then(|e| tiff.number(e)).unwrap_or(0);
    let encoding = match strips.compression {
        FAX_4 => EncodingMode::Group4,
        FAX_3 if options & TWO_DIMENSIONAL != 0 => EncodingMode::Group3_2D,
        _ => EncodingMode::Group3_1D,
    };
    // the code calls the color that a row begins with white; what it looks like is said elsewhere
    let (first, second) = if strips.photometric == BLACK_IS_ZERO { (0, 255) } else { (255, 0) };
    let mut rows =
        Rows { picture: RgbImage::from_pixel(strips.width, strips.height, Rgb([first; 3])), second, next: 0 };
    let mut read = 0;
    for (strip, data) in strips.bytes(bytes).enumerate() {
        let begin = strip as u32 * strips.rows_per_strip;
        let wanted = strips.rows_per_strip.min(strips.height.saturating_sub(begin));
        let settings = DecodeSettings {
            columns: strips.width,
            rows: wanted,
            end_of_block: true,
            end_of_line: false,
            // without marks between the rows (compression 2) each begins with a byte
            rows_are_byte_aligned: strips.compression != FAX_3 && strips.compression != FAX_4,
            encoding,
            strict: false,
        };
        rows.next = begin;
        let turned: Vec<u8>;
        let data = if strips.backwards {
            turned = data.iter().map(|byte| byte.reverse_bits()).collect();
            &turned
        } else {
            data
        };
        // what was decoded before an error counts; what is missing is counted below
        let _ = hayro_ccitt::decode(data, &mut rows, &mut DecoderContext::new(settings));
        read += rows.next.saturating_sub(begin).min(wanted);
    }
    let lost = f64::from(strips.height - read.min(strips.height));
    if lost > MAY_BE_LOST * f64::from(strips.height) { Err(too_short()) } else { Ok(rows.picture) }
}

/// Draws the rows as they come.
struct Rows {
    picture: RgbImage,
    second: u8,
    next: u32,
}

impl Decoder for Rows {
    fn push_row(&mut self, changes: &[u32]) {
        let (width, y) = (self.picture.width(), self.next);
        if y >= self.picture.height() {
            return;
        }
        for run in changes.chunks(2) {
            let end = run.get(1).copied().unwrap_or(width).min(width);
            for x in run[0].min(width)..end {
                self.picture.put_pixel(x, y, Rgb([self.second; 3]));
            }
        }
        self.next += 1;
    }
}
