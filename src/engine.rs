//! The order of the stages. The only module that runs threads.
//!
//! The engine does not know who is watching: it calls a closure with events and looks at a stop flag.
//!
//! One level of parallelism: a thread works through one file at a time, and what runs inside it uses no further ones.
//! The threads are plain ones and no pool of tasks, because the networks hand their work to a pool of their own: a
//! worker of a pool that waits for another pool begins the next file meanwhile, file inside file, until memory is full.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use image::RgbImage;

use crate::error::FileError;
use crate::fields::FieldLexicon;
use crate::intake::{self, Limits};
use crate::page::{DocumentSet, Page, PageId, PageRecord};
use crate::text::TextReader;
use crate::text::ocrb::ZoneReader;

mod examine;

/// Asks the engine to stop. Clones share one flag.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Raises the flag. Work in hand ends after its present stage.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the flag is raised.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What happens while files are examined. Events of different files come in any order.
#[derive(Debug)]
pub enum Event {
    /// A file is being opened. `index` is its place in the list.
    Started {
        /// Place in the list of files.
        index: usize,
        /// The file.
        file: PathBuf,
    },
    /// A page was decoded; only where previews were asked for.
    Preview {
        /// Place of the file in the list.
        index: usize,
        /// Which page.
        id: PageId,
        /// The page, reduced, in page space.
        image: RgbImage,
    },
    /// A file is done: all its pages, in order.
    Done {
        /// Place in the list of files.
        index: usize,
        /// Its pages.
        pages: Vec<PageRecord>,
    },
}

/// Everything that examining needs.
pub struct Engine {
    /// Reads the print; `None` where no reader works here.
    pub reader: Option<Arc<dyn TextReader>>,
    /// Reads the lines again on which a verdict rests; `None` where there is no second reader.
    pub second: Option<Arc<dyn TextReader>>,
    /// Reads machine readable zones; `None` where its weights are missing.
    pub zone: Option<Arc<dyn ZoneReader>>,
    /// Labels and words of documents.
    pub lexicon: FieldLexicon,
    /// What intake refuses.
    pub limits: Limits,
    /// Picture quality and layout only, no reading.
    pub quick: bool,
    /// Longest side of previews in pixels; `None` for no previews.
    pub preview_side: Option<u32>,
    /// Files examined at a time; 0 for one a core.
    pub jobs: usize,
}

impl Engine {
    /// Examines all pages of one file. Never fails as a whole: what goes wrong stands in the page's record.
    pub fn examine(&self, path: &Path, stop: &Stop) -> Vec<PageRecord> {
        self.examine_file(0, path, stop, &|_| ())
    }

    /// Examines files in parallel. The set has their pages in input order, whatever the order of the work.
    pub fn examine_all(&self, files: &[PathBuf], stop: &Stop, on_event: &(dyn Fn(Event) + Sync)) -> DocumentSet {
        let next = AtomicUsize::new(0);
        let done: Mutex<BTreeMap<usize, Vec<PageRecord>>> = Mutex::default();
        let work = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(file) = files.get(index) else { return };
                on_event(Event::Started { index, file: file.clone() });
                let pages = self.examine_file(index, file, stop, on_event);
                on_event(Event::Done { index, pages: pages.clone() });
                locked(&done).insert(index, pages);
            }
        };
        thread::scope(|scope| {
            for _ in 1..self.threads().min(files.len()) {
                scope.spawn(work);
            }
            work();
        });
        DocumentSet { pages: std::mem::take(&mut *locked(&done)).into_values().flatten().collect() }
    }

    fn threads(&self) -> usize {
        if self.jobs > 0 { self.jobs } else { thread::available_parallelism().map_or(1, NonZero::get) }
    }

    fn examine_file(
        &self,
        index: usize,
        path: &Path,
        stop: &Stop,
        on_event: &(dyn Fn(Event) + Sync),
    ) -> Vec<PageRecord> {
        let id = |page| PageId { file: path.to_owned(), page };
        let failed = |page, error| PageRecord { id: id(page), outcome: Err(error) };
        if stop.is_stopped() {
            return vec![failed(1, FileError::Stopped)];
        }
        let document = match guarded(|| intake::open(path, &self.limits)) {
            Ok(document) => document,
            Err(error) => return vec![failed(1, error)],
        };
        let one = |number| {
            if stop.is_stopped() {
                return failed(number, FileError::Stopped);
            }
            let start = Instant::now();
            let outcome = guarded(|| {
                let page = document.page(number)?;
                if let Some(side) = self.preview_side {
                    on_event(Event::Preview { index, id: page.id.clone(), image: preview(&page, side) });
                }
                examine::examine(self, &page, start, stop)
            });
            PageRecord { id: id(number), outcome }
        };
        (1..=document.page_count()).map(one).collect()
    }
}

/// Runs a stage; a panic inside becomes an error of this page and stops nothing else.
fn guarded<T>(stage: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(stage))
        .unwrap_or_else(|_| Err(FileError::Internal("a stage stopped unexpectedly".to_owned())))
}

/// The contents of a lock, also when a thread that held it has panicked: what is in it is whole at any time.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn preview(page: &Page, side: u32) -> RgbImage {
    let size = page.size();
    let longest = size.width.max(size.height);
    if longest <= side {
        return page.rgb.clone();
    }
    let scaled = |n: u32| (u64::from(n) * u64::from(side) / u64::from(longest)).max(1) as u32;
    image::imageops::thumbnail(&page.rgb, scaled(size.width), scaled(size.height))
}
