//! Pixels → lines of text. The trait [`TextReader`] is small on purpose, so that everything else can be tested with a
//! fake reader.

use std::ffi::OsString;

use image::{RgbImage, imageops};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::geometry::{Quad, Region, Rotation};
use crate::pixels::Pyramid;

mod inference;
mod isolated;
pub(crate) mod mirror;
pub mod ocrb;
mod order;
mod ppocr;
mod readers;
mod script;
mod tesseract;

pub use isolated::Isolated;
pub use readers::{ReaderState, Readers};
pub use script::{Foreign, Script};

/// Who read a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reader {
    /// PP-OCRv6.
    Ppocr,
    /// Tesseract.
    Tesseract,
}

/// One line of text, as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What it says, in reading order, without leading or trailing space.
    pub text: String,
    /// The box around it.
    pub region: Region,
    /// Its four corners, for lines that are turned or slanted; the first is at the start of the text.
    pub outline: Quad,
    /// How sure the reader is, 0–1 (mean over the letters).
    pub confidence: f32,
    /// Confidence of the least certain letter, 0–1.
    pub weakest: f32,
    /// Confidence of each character of the text, blanks included; empty if the reader does not give them.
    pub letters: Vec<f32>,
    /// Who read it.
    pub reader: Reader,
}

/// What the picture given to a reader shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hint<'a> {
    /// A whole page that may stand on any of its four sides, and the outlines of the documents seen in it, if any. For
    /// a page that is not upright, the transcript has the turn and no lines; the caller turns the page and asks again.
    Page(&'a [Quad]),
    /// A whole page that is upright already, and the outlines of the documents seen in it.
    UprightPage(&'a [Quad]),
    /// A single upright line.
    Line,
}

/// Everything that a reader found in a picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Transcript {
    /// The clockwise turn after which the text stands upright.
    pub rotation: Rotation,
    /// Confidence of the turn, 0–1.
    pub rotation_confidence: f32,
    /// The lines, top to bottom; none if the page has to be turned first.
    pub lines: Vec<Reading>,
    /// Lines in scripts that the reader does not know, in the same space.
    pub foreign: Vec<Foreign>,
}

/// Why a reader could not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The reader is not installed, or its data are missing. Holds what to do about it.
    #[error("{0}")]
    Missing(String),
    /// It failed on this picture.
    #[error("the text reader failed ({0})")]
    Failed(String),
}

/// Turns pixels into lines of text. Implementations are shared between threads.
pub trait TextReader: Send + Sync {
    /// Who it is.
    fn reader(&self) -> Reader;

    /// Reads a picture. A picture without text is not an error: the transcript is empty.
    ///
    /// # Errors
    /// [`ReadError`] when the reader cannot work at all or failed on this picture.
    fn read(&self, picture: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError>;

    /// Reads lines of an upright page again with all care, the first corner of each where its text begins. One answer
    /// for each line, `None` where nothing can be read; no answers from a reader that knows no more careful way.
    ///
    /// # Errors
    /// [`ReadError`] when the reader failed.
    fn read_carefully(&self, _picture: &Pyramid<'_>, _lines: &[Quad]) -> Result<Vec<Option<Reading>>, ReadError> {
        Ok(Vec::new())
    }

    /// Whether it failed so often that it does not try any more.
    fn has_given_up(&self) -> bool {
        false
    }
}

/// Reads one upright line again from the pixels of an upright page; `margin` in heights of the line. `None` when there
/// is nothing to read.
///
/// # Errors
/// [`ReadError`] when the reader failed.
pub fn read_strip(
    reader: &dyn TextReader,
    page: &RgbImage,
    line: Region,
    margin: f32,
) -> Result<Option<Reading>, ReadError> {
    let by = margin * line.height;
    let grown = Region::new(line.left - by, line.top - by, line.width + 2.0 * by, line.height + 2.0 * by);
    let inside = grown.intersection(Region::new(0.0, 0.0, page.width() as f32, page.height() as f32));
    let (width, height) = (inside.width as u32, inside.height as u32);
    if width < 3 || height < 3 {
        return Ok(None);
    }
    let strip = imageops::crop_imm(page, inside.left as u32, inside.top as u32, width, height).to_image();
    let lines = reader.read(&Pyramid::of(&strip), Hint::Line)?.lines;
    let letters: usize = lines.iter().map(|l| l.text.chars().count()).sum();
    let sum: f32 = lines.iter().map(|l| l.confidence * l.text.chars().count() as f32).sum();
    let reading = Reading {
        text: lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" "),
        region: line,
        outline: Quad::from(line),
        confidence: sum / letters.max(1) as f32,
        weakest: lines.iter().map(|l| l.weakest).fold(1.0, f32::min),
        letters: Vec::new(),
        reader: reader.reader(),
    };
    Ok((letters > 0).then_some(reading))
}

/// If this process was started as the second reader, serves requests until the program that started it exits, then
/// returns `true`. A program calls it before anything else. `arguments` are those of the process, its own name first.
pub fn was_second_reader(mut arguments: impl Iterator<Item = OsString>) -> bool {
    let asked = arguments.nth(1).is_some_and(|first| first == isolated::ASKED);
    if asked {
        // broken pipes: the program that asked has exited
        let _ = isolated::serve();
    }
    asked
}
