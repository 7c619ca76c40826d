//! The work in its order: every page of the file in hand, then the next file. Whoever has a free hand takes the next
//! unit, so at most one file is open beyond those in work.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::{Engine, Event, Stop, guarded, locked};
use crate::error::FileError;
use crate::examined::PageRecord;
use crate::intake::Document;

/// A file that was opened, or could not be, and what is known of its pages so far.
pub(super) struct Opened {
    /// Place in the list of files.
    pub(super) index: usize,
    pub(super) path: PathBuf,
    pub(super) document: Result<Document, FileError>,
    pages: Mutex<Pages>,
}

/// Records of a file's pages, as they come.
struct Pages {
    records: Vec<Option<PageRecord>>,
    missing: usize,
}

impl Opened {
    /// Adds the record of a page, counted from 1. All of them, in order, with the last one.
    pub(super) fn add(&self, page: u32, record: PageRecord) -> Option<Vec<PageRecord>> {
        let mut pages = locked(&self.pages);
        *pages.records.get_mut(page as usize - 1)? = Some(record);
        pages.missing -= 1;
        (pages.missing == 0).then(|| pages.records.drain(..).flatten().collect())
    }

    /// Number of pages to be recorded. A file that could not be opened has one, which says why.
    fn page_count(&self) -> u32 {
        self.document.as_ref().map_or(1, Document::page_count)
    }
}

/// One page of one file.
pub(super) struct Unit {
    pub(super) file: Arc<Opened>,
    /// Page in the file, counted from 1.
    pub(super) page: u32,
}

/// Hands out the units; opens a file when its turn has come.
pub(super) struct Feed<'a> {
    engine: &'a Engine,
    files: std::iter::Enumerate<std::slice::Iter<'a, PathBuf>>,
    stop: &'a Stop,
    on_event: &'a (dyn Fn(Event) + Sync),
    in_hand: Option<Unit>,
}

impl<'a> Feed<'a> {
    pub(super) fn new(
        engine: &'a Engine,
        files: &'a [PathBuf],
        stop: &'a Stop,
        on_event: &'a (dyn Fn(Event) + Sync),
    ) -> Self {
        Self { engine, files: files.iter().enumerate(), stop, on_event, in_hand: None }
    }

    fn open(&mut self) -> Option<Arc<Opened>> {
        let (index, path) = self.files.next()?;
        let document = if self.stop.is_stopped() {
            Err(FileError::Stopped)
        } else {
            (self.on_event)(Event::Started { index, file: path.clone() });
            guarded(|| (self.engine.open)(path, &self.engine.limits))
        };
        let count = document.as_ref().map_or(1, Document::page_count) as usize;
        let pages = Mutex::new(Pages { records: vec![None; count], missing: count });
        Some(Arc::new(Opened { index, path: path.clone(), document, pages }))
    }
}

impl Iterator for Feed<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let unit = match self.in_hand.take() {
            Some(unit) => unit,
            None => Unit { file: self.open()?, page: 1 },
        };
        if unit.page < unit.file.page_count() {
            self.in_hand = Some(Unit { file: Arc::clone(&unit.file), page: unit.page + 1 });
        }
        Some(unit)
    }
}
