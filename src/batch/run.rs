//! Clients with their folders → the pages of each client, in the order of the list.
//!
//! Few clients are in hand at a time, as many as keep all threads busy, so memory does not grow with the list. What the
//! cache has is not examined. Who judges and writes is told of one client after the other, each with all its pages.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::cache::{Cache, Key};
use super::folders::Folders;
use super::roster::Client;
use crate::engine::{Engine, Event, Stop};
use crate::error::FileError;
use crate::examined::{DocumentSet, PageRecord};
use crate::intake;
use crate::redacted::Previews;

#[cfg(test)]
mod tests;

/// Files that are examined together, for each thread: so many that no thread waits long for the others.
const FILES_PER_THREAD: usize = 2;

/// A client with files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Place of the client in the list.
    pub client: usize,
    /// The documents, sorted.
    pub files: Vec<PathBuf>,
    /// Where they are, below the folder of all clients.
    place: String,
}

/// The clients that have documents, in the order of the list. A folder that somebody must look at first is left out.
pub fn tasks(clients: &[Client], folders: &Folders, root: &Path) -> Vec<Task> {
    let mut paths: Vec<Vec<&str>> = vec![Vec::new(); clients.len()];
    for found in &folders.matches {
        paths[found.client].push(&found.folder);
    }
    let unclear: Vec<PathBuf> = folders.unclear.iter().map(|unclear| root.join(&unclear.folder)).collect();
    let task = |(client, paths): (usize, Vec<&str>)| {
        let whole: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
        let wanted: Vec<PathBuf> = whole.into_iter().filter(|p| p.is_dir() || intake::is_document(p)).collect();
        let mut files = intake::walk(&wanted).files;
        files.retain(|file| !unclear.iter().any(|unclear| file.starts_with(unclear)));
        (!files.is_empty()).then(|| Task { client, files, place: paths.join("\n") })
    };
    paths.into_iter().enumerate().filter_map(task).collect()
}

/// What a batch works with.
#[derive(Clone, Copy)]
pub struct Batch<'a> {
    /// Examines what is not known yet.
    pub engine: &'a Engine,
    /// What earlier runs found, where it is kept.
    pub cache: Option<&'a Cache>,
    /// Ends the batch after the clients that are done.
    pub stop: &'a Stop,
}

/// How far a batch came.
#[derive(Debug, Default)]
pub struct Ran {
    /// Clients that are done: the first ones.
    pub done: usize,
    /// Why something could not be kept; the results are complete all the same.
    pub not_kept: Option<io::Error>,
}

/// The clients in hand.
#[derive(Default)]
struct InHand {
    /// How many.
    clients: usize,
    /// Their files.
    files: HashMap<PathBuf, Known>,
    /// Pictures of the pages, where the engine is to make them.
    previews: Previews,
}

/// What is known of a file.
#[derive(Default)]
struct Known {
    key: Option<Key>,
    pages: Option<Vec<PageRecord>>,
}

impl Batch<'_> {
    /// Examines the files of all clients. `on_file` hears of each file that is done, `each` of each client, with
    /// previews of its pages where the engine is to make them.
    ///
    /// # Errors
    /// The first error of `each`, which ends the batch.
    pub fn run<E>(
        &self,
        clients: &[Client],
        tasks: &[Task],
        on_file: &(dyn Fn() + Sync),
        mut each: impl FnMut(&Task, DocumentSet, &Previews) -> Result<(), E>,
    ) -> Result<Ran, E> {
        let mut ran = Ran::default();
        while ran.done < tasks.len() && !self.stop.is_stopped() {
            let mut in_hand = self.take(clients, &tasks[ran.done..], on_file);
            let in_work = &tasks[ran.done..ran.done + in_hand.clients];
            let kept = self.examine(&mut in_hand, in_work, on_file);
            ran.not_kept = ran.not_kept.or(kept.err());
            for task in in_work {
                let Some(set) = set_of(task, &in_hand) else { return Ok(ran) };
                let kept = self.remember(&clients[task.client], task, &in_hand);
                ran.not_kept = ran.not_kept.or(kept.err());
                each(task, set, &in_hand.previews)?;
                ran.done += 1;
            }
        }
        Ok(ran)
    }

    /// The next clients, and what is known of their files: so many that all threads are busy, and all who share files.
    fn take(&self, clients: &[Client], tasks: &[Task], on_file: &(dyn Fn() + Sync)) -> InHand {
        let enough = FILES_PER_THREAD * self.engine.threads();
        let (mut in_hand, mut missing) = (InHand::default(), 0);
        for task in tasks {
            let shares = task.files.iter().any(|file| in_hand.files.contains_key(file));
            if self.stop.is_stopped() || (missing >= enough || in_hand.clients >= enough) && !shares {
                break;
            }
            let seen =
                self.cache.map(|cache| cache.seen(&clients[task.client].handles(), &task.place)).unwrap_or_default();
            for file in &task.files {
                if in_hand.files.contains_key(file) {
                    on_file();
                    continue;
                }
                let key = self.cache.and_then(|cache| cache.key(file, &seen));
                let pages = self.cache.zip(key.as_ref()).and_then(|(cache, key)| cache.get(key, file));
                if pages.is_some() {
                    on_file();
                } else {
                    missing += 1;
                }
                in_hand.files.insert(file.clone(), Known { key, pages });
            }
            in_hand.clients += 1;
        }
        in_hand
    }

    /// Examines the files of which nothing is known, and keeps what was found.
    fn examine(&self, in_hand: &mut InHand, tasks: &[Task], on_file: &(dyn Fn() + Sync)) -> io::Result<()> {
        let mut seen = HashSet::new();
        let files = tasks.iter().flat_map(|task| &task.files).filter(|file| seen.insert(*file)).cloned();
        let (missing, known): (Vec<PathBuf>, Vec<PathBuf>) =
            files.partition(|file| in_hand.files[file].pages.is_none());
        let previews = Mutex::new(std::mem::take(&mut in_hand.previews));
        let on_event = |event| match event {
            Event::Started { .. } | Event::Looked { .. } => {}
            Event::Preview { id, image, .. } => {
                previews.lock().unwrap_or_else(PoisonError::into_inner).keep(id, &image);
            }
            Event::Done { .. } => on_file(),
        };
        let mut of: HashMap<PathBuf, Vec<PageRecord>> = HashMap::new();
        for page in self.engine.examine_all(&missing, self.stop, &on_event).pages {
            of.entry(page.id.file.clone()).or_default().push(page);
        }
        if self.engine.preview_side.is_some() {
            self.engine.preview_all(&known, self.stop, &on_event);
        }
        in_hand.previews = previews.into_inner().unwrap_or_else(PoisonError::into_inner);
        // what is known of a file says where its pictures are covered, so it must be the same file still
        for file in known.iter().filter(|file| !in_hand.files[*file].key.as_ref().is_some_and(|key| key.is_of(file))) {
            in_hand.previews.drop_file(file);
        }
        let mut kept = Ok(());
        for (file, pages) in of {
            let Some(known) = in_hand.files.get_mut(&file) else { continue };
            if let (Some(cache), Some(key), Ok(())) = (self.cache, &known.key, &kept) {
                kept = cache.put(key, &file, &pages);
            }
            known.pages = Some(pages);
        }
        kept
    }

    fn remember(&self, client: &Client, task: &Task, in_hand: &InHand) -> io::Result<()> {
        let Some(cache) = self.cache else { return Ok(()) };
        let keys: Vec<&Key> = task.files.iter().filter_map(|file| in_hand.files.get(file)?.key.as_ref()).collect();
        cache.remember(&client.handles(), &task.place, &keys)
    }
}

/// The pages of a client; `None` if the work was stopped before all of them were examined.
fn set_of(task: &Task, in_hand: &InHand) -> Option<DocumentSet> {
    let mut pages = Vec::new();
    for file in &task.files {
        pages.extend(in_hand.files.get(file)?.pages.as_ref()?.iter().cloned());
    }
    let stopped = pages.iter().any(|page| matches!(page.outcome, Err(FileError::Stopped)));
    (!stopped).then_some(DocumentSet { pages })
}
