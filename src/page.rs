//! A page with its pixels, and where they came from. It lives only while its stages run; what is known of it afterwards
//! is in [`crate::examined`].

use std::path::PathBuf;

use image::RgbImage;
use serde::{Deserialize, Serialize};

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

/// The format of a file, recognized from its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// How the picture of the document was made. Limits on light and blur depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Capture {
    /// A camera took it.
    #[default]
    Photo,
    /// A scanner took it: flat, evenly lit; white margins may be clipped.
    Scan,
    /// It was never on paper: drawn from a PDF, or a screenshot.
    Digital,
}

/// What the file itself says about where its pixels come from. Hints only: files lie.
#[expect(clippy::struct_excessive_bools, reason = "hints, each of which may hold beside the others")]
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Origin {
    /// Whether EXIF names a camera (make, model, exposure or lens).
    pub camera: bool,
    /// Resolution that the file states, in dots per inch, if it is plausible (36 to 2400).
    pub dpi: Option<f32>,
    /// Whether the page was drawn from text and lines (a PDF page that is not one full-page picture).
    pub drawn: bool,
    /// Whether the page is one picture embedded in a PDF.
    pub embedded: bool,
    /// Whether a page that takes long to draw was drawn with fewer dots than others.
    pub coarse: bool,
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
    /// The same page after a clockwise turn; its old pixels are dropped.
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
}
