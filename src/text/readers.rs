//! Which readers work on this machine.

use std::path::Path;
use std::sync::Arc;

use super::inference::Runtime;
use super::isolated::Starting;
use super::ocrb::{self, ZoneReader};
use super::{Isolated, Reader, TextReader, ppocr, tesseract};
use crate::assets::Assets;

/// The readers of this machine, and the state of each.
#[derive(Clone)]
pub struct Readers {
    /// The reader of whole pages; `None` if no reader works here.
    pub main: Option<Arc<dyn TextReader>>,
    /// The independent second reader, if both work.
    pub second: Option<Arc<dyn TextReader>>,
    /// The recognizer of machine readable zones; `None` where its weights are missing.
    pub zone: Option<Arc<dyn ZoneReader>>,
    /// The runtime of the networks; or why the faster runtime is not used, and what to do.
    pub runtime: Result<String, String>,
    /// State of each reader, for `precheck doctor` and the window's status line.
    pub states: Vec<ReaderState>,
}

/// Whether a reader works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderState {
    /// Which reader.
    pub reader: Reader,
    /// Its version and languages, or what is missing and how to install it.
    pub state: Result<String, String>,
}

impl Readers {
    /// No readers at all, for work without reading.
    pub fn none() -> Self {
        Self {
            main: None,
            second: None,
            zone: None,
            runtime: Err("none was looked for".to_owned()),
            states: Vec::new(),
        }
    }

    /// Whether whole pages can be read as well as this program's published figures say: its models are present.
    pub fn reads_print(&self) -> bool {
        self.states.iter().any(|s| s.reader == Reader::Ppocr && s.state.is_ok())
    }

    /// Finds the readers that work here: PP-OCRv6 is the main reader, or Tesseract without it. Loading the networks
    /// takes tenths of a second, so do not call this on the thread that draws. `program` is a program that begins with
    /// [`super::was_second_reader`], so that Tesseract can run in a process of its own. Without it, Tesseract runs in
    /// this process.
    pub fn find(assets: &Assets, program: Option<&Path>) -> Self {
        // its process loads what it needs while the networks are loaded here
        let second = program.map(|program| Isolated::begin(program.to_owned(), None));
        let runtime = Runtime::find(assets);
        let zone = ocrb::OcrB::load(assets, &runtime).ok().map(|reader| Arc::new(reader) as Arc<dyn ZoneReader>);
        let ppocr = ppocr::Ppocr::load(assets, &runtime)
            .map(|reader| (reader.state(), Arc::new(reader) as Arc<dyn TextReader>));
        let tesseract = match second {
            Some(begun) => {
                begun.and_then(Starting::finish).map(|(state, reader)| (state, Arc::new(reader) as Arc<dyn TextReader>))
            }
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
