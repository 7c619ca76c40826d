//! What is known of a page after its pixels are dropped.
//!
//! [`PageRecord`] holds facts and no pixels, so ten thousand of them fit in memory and can be judged again at once when
//! the record or a limit changes.

use serde::{Deserialize, Serialize};

use crate::arrangement::Layout;
use crate::codes::Codes;
use crate::error::FileError;
use crate::fields::Facts;
use crate::geometry::{Size, Turn};
use crate::page::{Format, PageId};
use crate::pixels::Fingerprint;
use crate::quality::Quality;
use crate::text::Reading;

/// Milliseconds that each stage took.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
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
    /// Extracting the facts from the readings.
    pub fields: f32,
    /// All stages together.
    pub total: f32,
}

/// Everything known of one page, without its pixels.
#[derive(Debug, Clone)]
pub struct PageRecord {
    /// Which page it is.
    pub id: PageId,
    /// What was found, or why the page could not be examined.
    pub outcome: Result<Examined, FileError>,
}

/// The facts of a page that could be opened. All regions are in upright space.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Examined {
    /// Format of the file.
    pub format: Format,
    /// Width and height of the upright page, in pixels.
    pub size: Size,
    /// How the page lay, and the way back to page space.
    pub turn: Turn,
    /// What the upright page looks like as a whole.
    pub fingerprint: Fingerprint,
    /// Numbers about the picture.
    pub quality: Quality,
    /// Where things are in it.
    pub layout: Layout,
    /// The lines that were read, top to bottom on the upright page; empty without reading.
    pub lines: Vec<Reading>,
    /// Machine readable zone and barcodes.
    pub codes: Codes,
    /// What the readings say.
    pub facts: Facts,
    /// Whether the text reads well only if it is mirrored.
    pub mirrored: bool,
    /// Whether the print was read, or why not.
    pub reading: ReadingState,
    /// Time spent.
    pub timings: Timings,
}

/// Whether the print of a page was read. Unless it is `Done`, a check that needs the text says "not assessed".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadingState {
    /// A reader read the page.
    Done,
    /// The person asked for the quick look, without reading.
    Skipped,
    /// No reader could read it. Holds the reason.
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
