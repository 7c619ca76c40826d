//! A page with its pixels, and what remains of it once it has been examined.
//!
//! [`Page`] lives only while its stages run. [`PageRecord`] holds facts and no pixels, so ten thousand of them fit in
//! memory and can be judged again at once when the record or a limit changes.

use std::path::PathBuf;

use image::{GrayImage, RgbImage};
use serde::Serialize;

use crate::codes::Codes;
use crate::error::FileError;
use crate::fields::Facts;
use crate::geometry::Size;
use crate::layout::Layout;
use crate::quality::Quality;
use crate::text::Reading;

/// One page of one file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// The file as it was named to the program.
    pub file: PathBuf,
    /// Page in the file, counted from 1.
    pub page: u32,
}

/// The format of a file, told from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// JPEG, JFIF.
    Jpeg,
    /// PNG.
    Png,
    /// WebP, lossy or lossless.
    Webp,
    /// TIFF, all pages.
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// GIF, first frame.
    Gif,
    /// HEIF with HEVC inside, as iPhones write it.
    Heic,
    /// PDF.
    Pdf,
}

/// How the picture of the document came to be. Limits on light and blur depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Capture {
    /// A camera looked at it.
    #[default]
    Photo,
    /// A scanner looked at it: flat, evenly lit, white margins may be clipped.
    Scan,
    /// It never was on paper: drawn from a PDF, or a screenshot.
    Digital,
}

/// What the file itself says about where its pixels come from. Hints only: files lie.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Origin {
    /// EXIF names a camera (make, model, exposure or lens).
    pub camera: bool,
    /// Resolution that the file states, in dots an inch, if it is a plausible one (36 to 2400).
    pub dpi: Option<f32>,
    /// The page was drawn from text and lines (a PDF page that is not one full-page picture).
    pub drawn: bool,
    /// The page is one picture embedded in a PDF.
    pub embedded: bool,
}

/// A page with its pixels: EXIF or container rotation applied, 8-bit sRGB, transparency laid on white.
#[derive(Debug, Clone)]
pub struct Page {
    /// Which page it is.
    pub id: PageId,
    /// Format of the file it came from.
    pub format: Format,
    /// What the file says about its origin.
    pub origin: Origin,
    /// The pixels, in page space.
    pub rgb: RgbImage,
}

impl Page {
    /// Width and height in pixels.
    pub fn size(&self) -> Size {
        Size::new(self.rgb.width(), self.rgb.height())
    }

    /// Luma of the page (Rec. 601 weights, as the eye sees it), same size.
    pub fn gray(&self) -> GrayImage {
        let raw = self.rgb.as_raw();
        let mut out = Vec::with_capacity(raw.len() / 3);
        // 8-bit fixed point: 77 + 150 + 29 = 256
        out.extend(
            raw.chunks_exact(3)
                .map(|p| ((u32::from(p[0]) * 77 + u32::from(p[1]) * 150 + u32::from(p[2]) * 29 + 128) >> 8) as u8),
        );
        GrayImage::from_raw(self.rgb.width(), self.rgb.height(), out).unwrap_or_default()
    }
}

/// Milliseconds that each stage took.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Timings {
    /// From bytes to pixels.
    pub decode: f32,
    /// Measuring the picture.
    pub quality: f32,
    /// Finding the document in it.
    pub layout: f32,
    /// Reading the print.
    pub text: f32,
    /// Machine readable zone and barcode.
    pub codes: f32,
    /// Facts from the readings.
    pub fields: f32,
    /// All of it.
    pub total: f32,
}

/// Everything known of one page, without its pixels. All regions are in page space.
#[derive(Debug, Clone)]
pub struct PageRecord {
    /// Which page it is.
    pub id: PageId,
    /// What was found, or why nothing could be.
    pub outcome: Result<Examined, FileError>,
}

/// The facts of a page that could be opened. All regions are in page space.
#[derive(Debug, Clone)]
pub struct Examined {
    /// Format of the file.
    pub format: Format,
    /// Width and height in pixels.
    pub size: Size,
    /// Numbers about the picture.
    pub quality: Quality,
    /// Where things are in it.
    pub layout: Layout,
    /// The lines that were read, top to bottom as they stand on the upright page; empty without reading.
    pub lines: Vec<Reading>,
    /// Machine readable zone and barcodes.
    pub codes: Codes,
    /// What the readings say.
    pub facts: Facts,
    /// Whether the print was read, or why not.
    pub reading: ReadingState,
    /// Time spent.
    pub timings: Timings,
}

/// Whether the print of a page was read. A check that needs the text says "not assessed" in all cases but the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingState {
    /// A reader went over the page.
    Done,
    /// The person asked for the quick look, without reading.
    Skipped,
    /// No reader could do it; the reason.
    Failed(String),
}

/// All pages of one applicant, in input order.
#[derive(Debug, Clone, Default)]
pub struct DocumentSet {
    /// The pages, in input order.
    pub pages: Vec<PageRecord>,
}

impl PageRecord {
    /// The facts, if the page could be opened.
    pub fn examined(&self) -> Option<&Examined> {
        self.outcome.as_ref().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luma_of_white_is_white_and_green_outweighs_blue() {
        let rgb = RgbImage::from_raw(3, 1, vec![255, 255, 255, 0, 200, 0, 0, 0, 200]).unwrap();
        let id = PageId { file: "x".into(), page: 1 };
        let gray = Page { id, format: Format::Png, origin: Origin::default(), rgb }.gray();
        assert_eq!(gray.get_pixel(0, 0)[0], 255);
        assert!(gray.get_pixel(1, 0)[0] > gray.get_pixel(2, 0)[0]);
    }
}
