//! A page with its pixels, and where they came from. It lives only while its stages run; what is known of it then
//! stands in [`crate::examined`].

use std::path::PathBuf;

use image::{GrayImage, RgbImage};
use serde::Serialize;

use crate::geometry::{Rotation, Size};
use crate::pixels;

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
    /// The pixels: in page space from intake, in upright space after reading.
    pub rgb: RgbImage,
}

impl Page {
    /// The same page after a clockwise turn; its old pixels are given up.
    #[must_use]
    pub fn turned(self, rotation: Rotation) -> Self {
        match pixels::turned(&self.rgb, rotation) {
            Some(rgb) => Self { rgb, ..self },
            None => self,
        }
    }

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
