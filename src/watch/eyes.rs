//! The system's watch on folders. The crate that speaks to the system is written so that a part of it may panic; that
//! costs the watch, not the program.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use walkdir::WalkDir;

/// Most folders in a folder that is watched with all of them: each costs the system some memory.
const MOST_FOLDERS: usize = 4000;

/// What the system says.
#[derive(Debug)]
pub enum Glimpse {
    /// There is news of these paths.
    Touched(Vec<PathBuf>),
    /// Some news was lost.
    Missed,
    /// The watch has failed, or cannot notice everything.
    Failed,
}

/// The folders that are watched.
pub struct Eyes {
    watcher: Option<RecommendedWatcher>,
    /// Each folder, and whether it is watched with all folders in it.
    watched: BTreeMap<PathBuf, bool>,
}

impl Eyes {
    /// Begins with no folder. `hear` is told what the system says; it must not wait.
    pub fn open(hear: impl Fn(Glimpse) + Send + 'static) -> Self {
        let handler = move |news| hear_news(news, &hear);
        let config = Config::default().with_follow_symlinks(false);
        Self { watcher: guarded(|| RecommendedWatcher::new(handler, config)), watched: BTreeMap::new() }
    }

    /// Watches a folder, with all folders in it if there are not too many. Tells whether everything will be noticed.
    pub fn watch_all(&mut self, folder: &Path) -> bool {
        if self.is_watched(folder, true) {
            return true;
        }
        let folders = WalkDir::new(folder).follow_links(false).into_iter().flatten();
        let too_many = folders.filter(|entry| entry.file_type().is_dir()).nth(MOST_FOLDERS).is_some();
        self.begin(folder, !too_many) && !too_many
    }

    /// Watches the files of a folder. Tells whether they will be noticed.
    pub fn watch(&mut self, folder: &Path) -> bool {
        self.is_watched(folder, false) || self.begin(folder, false)
    }

    /// A folder is gone, and with it the watch on it: one that is made in its place is another one for the system.
    pub fn lose(&mut self, folder: &Path) {
        self.watched.retain(|watched, _| !watched.starts_with(folder));
    }

    /// Ends the watch.
    pub fn close(self) {
        let _ = catch_unwind(AssertUnwindSafe(|| drop(self.watcher)));
    }

    fn is_watched(&self, folder: &Path, with_all: bool) -> bool {
        let covers = |(watched, all): (&PathBuf, &bool)| {
            if *all { folder.starts_with(watched) } else { watched == folder && !with_all }
        };
        self.watched.iter().any(covers)
    }

    fn begin(&mut self, folder: &Path, with_all: bool) -> bool {
        let mode = if with_all { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        let Some(watcher) = &mut self.watcher else { return false };
        let begun = guarded(|| watcher.watch(folder, mode)).is_some();
        if begun {
            self.watched.insert(folder.to_owned(), with_all);
        }
        begun
    }
}

fn hear_news(news: notify::Result<Event>, hear: &impl Fn(Glimpse)) {
    match news {
        Ok(event) if event.need_rescan() => hear(Glimpse::Missed),
        Ok(event) if changes(event.kind) => hear(Glimpse::Touched(event.paths)),
        Ok(_) => {}
        Err(_) => hear(Glimpse::Failed),
    }
}

/// Whether an event may mean that a file is another one now. This program reads files itself, which must not count.
const fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}

/// What the watch answered; `None` if it failed in any way.
fn guarded<R>(ask: impl FnOnce() -> notify::Result<R>) -> Option<R> {
    catch_unwind(AssertUnwindSafe(ask)).ok()?.ok()
}
