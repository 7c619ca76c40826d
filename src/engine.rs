//! The order of the stages. The only module of the library that runs pages in parallel.
//!
//! The engine does not know who is watching: it calls a closure with events and looks at a stop flag.
//!
//! Work is by *page*: a pool of the engine's own takes the next page of the file in hand, or opens the next file, so
//! that a scan of sixty pages uses all cores, and no more pages are in memory than threads work. One level of
//! parallelism: what runs inside a page uses no further tasks of the pool. A worker of rayon that waits for another
//! pool begins the next page meanwhile, page inside page, until memory is full; so nothing waits inside: networks in
//! pure Rust and the decoder of HEIF, which bring pools of their own, run on threads of their own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

use image::RgbImage;
use rayon::ThreadPool;
use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelBridge as _, ParallelIterator as _,
};

use crate::assets::{AssetError, Assets};
use crate::error::FileError;
use crate::examined::{DocumentSet, Examined, PageRecord};
use crate::fields::FieldLexicon;
use crate::intake::{self, Document, Limits};
use crate::names::NameLexicon;
use crate::page::{Page, PageId};
use crate::pixels;
use crate::text::ocrb::ZoneReader;
use crate::text::{Readers, TextReader};

mod continued;
mod examine;
mod feed;
mod memory;
#[cfg(test)]
mod tests;

use feed::{Feed, Unit};
use memory::Memory;

/// Bytes that the pages in hand take together, unless something else is asked for: two photographs of 40 megapixels.
pub const MEMORY: u64 = 1 << 30;

/// The priority of threads that let others go first: 0 is usual, 19 the last (setpriority(2)).
#[cfg(target_os = "linux")]
const YIELDING: i32 = 10;

/// Asks the engine to stop. Clones share one flag.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Raises the flag. Work in hand ends after its present stage.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// The flag itself, for a sign of the system that raises it.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
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
    /// What the picture of a page says before it is read; only where that was asked for.
    Looked {
        /// The page, without its print.
        page: Box<PageRecord>,
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
    /// About how many pixels the longer side of previews has (0.8 to 1.6 times as many); `None` for no previews.
    pub preview_side: Option<u32>,
    /// Whether each page is told at first sight, before it is read: for a person who waits.
    pub first_look: bool,
    /// Pages examined at a time; 0 for one per core. Read when the first file is examined.
    pub jobs: usize,
    /// Bytes that the pages in hand may take together, besides what the networks take once; a large page waits for the
    /// others. Read when the first file is examined.
    pub memory: u64,
    /// Whether everything else on this computer goes first, as far as the system can do so for threads: for a program in
    /// which somebody clicks meanwhile. Read when the first file is examined.
    pub yields: bool,
    /// Opens a file; a test opens otherwise.
    open: fn(&Path, &Limits) -> Result<Document, FileError>,
    /// The threads, made for the first file; `None` where there are none to be had.
    pool: OnceLock<Option<ThreadPool>>,
    /// What `memory` leaves.
    room: OnceLock<Memory>,
}

impl Engine {
    /// With the readers of this machine; beside it what is to be said of them. Loads the networks, which takes tenths
    /// of a second. `program` as for [`Readers::find`].
    ///
    /// # Errors
    /// [`AssetError`] when the program's own lists cannot be read.
    pub fn find(assets: &Assets, names: &NameLexicon, program: Option<&Path>) -> Result<(Self, Readers), AssetError> {
        let readers = Readers::find(assets, program);
        Ok((Self::new(readers.clone(), FieldLexicon::with_names(assets, names)?), readers))
    }

    /// For the quick look at picture and layout, without any reader.
    ///
    /// # Errors
    /// [`AssetError`] when the program's own lists cannot be read.
    pub fn quick(assets: &Assets, names: &NameLexicon) -> Result<Self, AssetError> {
        Ok(Self { quick: true, ..Self::new(Readers::none(), FieldLexicon::with_names(assets, names)?) })
    }

    /// With these readers, the usual limits, no previews, one page per core at a time.
    pub fn new(readers: Readers, lexicon: FieldLexicon) -> Self {
        Self {
            reader: readers.main,
            second: readers.second,
            zone: readers.zone,
            lexicon,
            limits: Limits::default(),
            quick: false,
            preview_side: None,
            first_look: false,
            jobs: 0,
            memory: MEMORY,
            yields: false,
            open: intake::open,
            pool: OnceLock::new(),
            room: OnceLock::new(),
        }
    }

    /// Examines all pages of one file. Never fails as a whole: what goes wrong stands in the page's record.
    pub fn examine(&self, path: &Path, stop: &Stop) -> Vec<PageRecord> {
        self.examine_all(&[path.to_owned()], stop, &|_| ()).pages
    }

    /// Examines files in parallel, page by page. The set has their pages in input order, whatever the order of the
    /// work.
    pub fn examine_all(&self, files: &[PathBuf], stop: &Stop, on_event: &(dyn Fn(Event) + Sync)) -> DocumentSet {
        let done: Mutex<BTreeMap<usize, Vec<PageRecord>>> = Mutex::default();
        let finish = |index: usize, mut pages: Vec<PageRecord>| {
            continued::join(&mut pages);
            on_event(Event::Done { index, pages: pages.clone() });
            locked(&done).insert(index, pages);
        };
        let work = || {
            let feed = Feed::new(self, files, stop, on_event);
            feed.par_bridge().for_each(|unit| {
                let record = self.examine_unit(&unit, stop, on_event);
                if let Some(pages) = unit.file.add(unit.page, record) {
                    finish(unit.file.index, pages);
                }
            });
        };
        match self.pool() {
            Some(pool) => pool.install(work),
            None => work(), // no thread to be had: on this one
        }
        DocumentSet { pages: std::mem::take(&mut *locked(&done)).into_values().flatten().collect() }
    }

    /// Decodes files that were examined before, for their previews alone; a page that cannot be decoded has none. Events
    /// of different files come in any order.
    pub fn preview_all(&self, files: &[PathBuf], stop: &Stop, on_event: &(dyn Fn(Event) + Sync)) {
        let work = || {
            files.par_iter().enumerate().for_each(|(index, file)| {
                let Ok(document) = (self.open)(file, &self.limits) else { return };
                for number in (1..=document.page_count()).take_while(|_| !stop.is_stopped()) {
                    let page = guarded(|| document.page(number));
                    if let Ok(page) = page {
                        self.tell_preview(index, &page, on_event);
                    }
                }
            });
        };
        match self.pool() {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    /// Whether the second reader failed so often that it is no longer asked. The pages that it should have confirmed say
    /// so too.
    pub fn lost_second_reader(&self) -> bool {
        self.second.as_ref().is_some_and(|second| second.has_given_up())
    }

    /// How many pages are examined at a time.
    pub fn threads(&self) -> usize {
        self.pool().map_or(1, ThreadPool::current_num_threads)
    }

    fn pool(&self) -> Option<&ThreadPool> {
        let yields = self.yields;
        let begin = move |_| {
            if yields {
                step_back();
            }
        };
        let make = || rayon::ThreadPoolBuilder::new().num_threads(self.jobs).start_handler(begin).build().ok();
        self.pool.get_or_init(make).as_ref()
    }

    fn examine_unit(&self, unit: &Unit, stop: &Stop, on_event: &(dyn Fn(Event) + Sync)) -> PageRecord {
        let id = PageId { file: unit.file.path.clone(), page: unit.page };
        let outcome = match &unit.file.document {
            _ if stop.is_stopped() => Err(FileError::Stopped),
            Err(error) => Err(error.clone()),
            Ok(document) => guarded(|| {
                let room = self.room.get_or_init(|| Memory::new(self.memory));
                let _share = room.for_page(document.expected_pixels(unit.page));
                let start = Instant::now();
                let page = document.page(unit.page)?;
                self.tell_preview(unit.file.index, &page, on_event);
                let tell = |seen: Examined| {
                    let page = PageRecord { id: id.clone(), outcome: Ok(seen) };
                    on_event(Event::Looked { page: Box::new(page) });
                };
                examine::examine(self, page, start, stop, self.first_look.then_some(&tell))
            }),
        };
        PageRecord { id, outcome }
    }

    fn tell_preview(&self, index: usize, page: &Page, on_event: &(dyn Fn(Event) + Sync)) {
        if let Some(side) = self.preview_side {
            let image = pixels::preview(&page.rgb, side).into_owned();
            on_event(Event::Preview { index, id: page.id.clone(), image });
        }
    }
}

/// Lets other threads go before this one, where a thread has a priority of its own.
fn step_back() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, YIELDING); // where it is refused, everything is as usual
}

/// Runs a stage; a panic inside becomes an error of this page and stops nothing else.
fn guarded<T>(stage: impl FnOnce() -> Result<T, FileError>) -> Result<T, FileError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(stage))
        .unwrap_or_else(|_| Err(FileError::Internal("a stage stopped unexpectedly".to_owned())))
}

/// The lock, also after a panic in another thread: what it holds is never left half-updated.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
