//! Pixels → lines of text. The seam [`TextReader`] is narrow on purpose: everything else can be tested with a fake.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use image::{RgbImage, imageops};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use self::inference::Runtime;
use self::ocrb::ZoneReader;
use crate::assets::Assets;
use crate::geometry::{Quad, Region, Rotation};

mod isolated;
mod inference;
pub mod ocrb;
mod order;
mod ppocr;
mod pyramid;
mod script;
mod tesseract;

pub use isolated::{Isolated, Role};
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

/// One line of text as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// What it says, in reading order, without leading or trailing space.
    pub text: String,
    /// The box around it.
    pub region: Region,
    /// Its four corners, for turned lines; the first is at the start of the text.
    pub outline: Quad,
    /// How sure the reader is, 0–1 (mean over the letters).
    pub confidence: f32,
    /// Confidence of the least certain letter, 0–1.
    pub weakest: f32,
    /// Confidence of each character of the text, blanks included; empty where the reader does not tell.
    pub letters: Vec<f32>,
    /// Who read it.
    pub reader: Reader,
}

/// What the pixels hold that a reader is given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hint<'a> {
    /// A whole page that may stand on any of its four sides, and the outlines of the documents seen in it, if any. One that
    /// is not upright comes back with its turn and without lines: whoever asked turns it, and asks again.
    Page(&'a [Quad]),
    /// A whole page that is upright already, and the outlines of the documents seen in it.
    UprightPage(&'a [Quad]),
    /// A single upright line.
    Line,
}

/// All that a reader made of a picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Transcript {
    /// The clockwise turn after which the text stands upright.
    pub rotation: Rotation,
    /// How sure the turn is, 0–1.
    pub rotation_confidence: f32,
    /// The lines, top to bottom; none where the page has to be turned first.
    pub lines: Vec<Reading>,
    /// Lines in scripts that the reader does not know, in the same space.
    pub foreign: Vec<Foreign>,
}

/// Why a reader could not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The reader is not installed or its data are missing; what to do about it.
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

    /// Reads a picture. A picture without text is no error: the transcript is empty.
    ///
    /// # Errors
    /// [`ReadError`] when the reader cannot work at all or failed on this picture.
    fn read(&self, image: &RgbImage, hint: Hint<'_>) -> Result<Transcript, ReadError>;
}

/// Reads one upright line again from the pixels of an upright page; `margin` in heights of the line. `None` when there is
/// nothing to read, or it cannot be read.
pub fn read_strip(reader: &dyn TextReader, page: &RgbImage, line: Region, margin: f32) -> Option<Reading> {
    let by = margin * line.height;
    let grown = Region::new(line.left - by, line.top - by, line.width + 2.0 * by, line.height + 2.0 * by);
    let inside = grown.intersection(Region::new(0.0, 0.0, page.width() as f32, page.height() as f32));
    let (width, height) = (inside.width as u32, inside.height as u32);
    if width < 3 || height < 3 {
        return None;
    }
    let strip = imageops::crop_imm(page, inside.left as u32, inside.top as u32, width, height).to_image();
    let lines = reader.read(&strip, Hint::Line).ok()?.lines;
    let letters: usize = lines.iter().map(|l| l.text.chars().count()).sum();
    let sum: f32 = lines.iter().map(|l| l.confidence * l.text.chars().count() as f32).sum();
    Some(Reading {
        text: lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" "),
        region: line,
        outline: Quad::from(line),
        confidence: sum / letters.max(1) as f32,
        weakest: lines.iter().map(|l| l.weakest).fold(1.0, f32::min),
        letters: Vec::new(),
        reader: reader.reader(),
    })
    .filter(|_| letters > 0)
}

/// What a program must do before anything else: where it was started to be the second reader, be it until the program
/// that asked has ended, and answer `true`. `arguments` are those of the process, its own name first.
pub fn was_second_reader(mut arguments: impl Iterator<Item = OsString>) -> bool {
    let asked = arguments.nth(1).is_some_and(|first| first == isolated::ASKED);
    if asked {
        // broken pipes: whoever asked is gone
        let _ = isolated::serve(&arguments.next().unwrap_or_default());
    }
    asked
}

/// The readers of this machine, and what is to be said of each.
#[derive(Clone)]
pub struct Readers {
    /// The one that reads whole pages; `None` where no reader works here.
    pub main: Option<Arc<dyn TextReader>>,
    /// The independent second one, where both work.
    pub second: Option<Arc<dyn TextReader>>,
    /// The recogniser of machine readable zones; `None` where its weights are missing.
    pub zone: Option<Arc<dyn ZoneReader>>,
    /// What runs the networks; or why the faster runtime does not, and what to do.
    pub runtime: Result<String, String>,
    /// State of each reader, for `precheck doctor` and the window's status line.
    pub states: Vec<ReaderState>,
}

/// Whether a reader works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderState {
    /// Which one.
    pub reader: Reader,
    /// Its version and languages, or what is missing and how to install it.
    pub state: Result<String, String>,
}

impl Readers {
    /// No reader at all, for work without reading.
    pub fn none() -> Self {
        Self {
            main: None,
            second: None,
            zone: None,
            runtime: Err("none was looked for".to_owned()),
            states: Vec::new(),
        }
    }

    /// Whether whole pages can be read as the figures of this program say: the models are there.
    pub fn reads_print(&self) -> bool {
        self.states.iter().any(|s| s.reader == Reader::Ppocr && s.state.is_ok())
    }

    /// Finds the readers that work here: PP-OCRv6 first, else Tesseract. Loads the networks, which takes tenths of a
    /// second: not for the thread that draws. `program` is a program that begins with [`was_second_reader`], so that
    /// Tesseract runs in a process of its own; without one it runs in this one.
    pub fn find(assets: &Assets, program: Option<&Path>) -> Self {
        let runtime = Runtime::find(assets);
        let zone = ocrb::OcrB::load(assets, &runtime).ok().map(|reader| Arc::new(reader) as Arc<dyn ZoneReader>);
        let ppocr = ppocr::Ppocr::load(assets, &runtime)
            .map(|reader| (reader.state(), Arc::new(reader) as Arc<dyn TextReader>));
        let tesseract = match program {
            Some(program) => Isolated::start(program.to_owned(), Role::Tesseract, None)
                .map(|(state, reader)| (state, Arc::new(reader) as Arc<dyn TextReader>)),
            None => tesseract::find(),
        };
        let found = [(Reader::Ppocr, ppocr), (Reader::Tesseract, tesseract)];
        let mut readers = Self { zone, runtime: runtime.state(), ..Self::none() };
        for (reader, outcome) in found {
            let state = match outcome {
                Ok((state, works)) => {
                    let place = if readers.main.is_none() { &mut readers.main } else { &mut readers.second };
                    *place = Some(works);
                    Ok(state)
                }
                Err(error) => Err(error.to_string()),
            };
            readers.states.push(ReaderState { reader, state });
        }
        readers
    }
}
