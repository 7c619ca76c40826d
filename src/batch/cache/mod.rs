//! What is kept between two runs: the facts of pages, so that a second run examines only what is new or changed.
//!
//! A file is known by a cryptographic hash of its bytes and of the program that examined it, so a changed file, another
//! version and other models never meet an old entry. Facts are kept, and no pictures. Nothing here judges: a changed
//! record or rule is judged anew from the same facts. Everything is readable by its owner only.
//!
//! ```text
//! FOLDER/pages/<key>                          the pages of one file
//! FOLDER/clients/<client>-<program>-<place>   the keys of one client's files, so that they can be forgotten, each with
//!                                             a mark by which a file that nobody touched is known without reading it
//! ```

mod entry;
mod forget;
mod owner;
mod state;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use forget::{Forgotten, forget, forget_client};

use crate::examined::PageRecord;
use state::State;

/// Version of what an entry holds.
const FORMAT: u32 = 1;
/// Folder of the entries, below that of the cache.
const PAGES: &str = "pages";
/// Folder of the lists of keys.
const CLIENTS: &str = "clients";
/// Letters of a hash that tell programs and places apart, which nobody chooses so that they collide.
const SHORT: usize = 16;

/// The program that examines: its own bytes, its models and its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity(blake3::Hash);

impl Identity {
    /// Of these files, by their contents, and of these settings. A file that cannot be read counts as missing.
    pub fn of(files: &[PathBuf], settings: &[String]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&FORMAT.to_le_bytes());
        for file in files {
            let contents = hash_of(file).map(|hash| *hash.as_bytes()).unwrap_or_default();
            hasher.update(&contents);
        }
        for setting in settings {
            hasher.update(&(setting.len() as u64).to_le_bytes());
            hasher.update(setting.as_bytes());
        }
        Self(hasher.finalize())
    }
}

/// A file as it was when it was looked for: by what its pages are found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    hash: blake3::Hash,
    state: State,
    /// The mark of the state; `None` for a file that is too new to be known by it.
    stamp: Option<String>,
}

impl Key {
    /// Whether the file is as it was when it was looked for.
    pub fn is_of(&self, path: &Path) -> bool {
        File::open(path).and_then(|file| State::of(&file)).is_ok_and(|state| state == self.state)
    }

    /// The key as it stands in the list of a client.
    fn line(&self) -> String {
        format!("{} {}", self.hash.to_hex(), self.stamp.as_deref().unwrap_or_default()).trim_end().to_owned()
    }
}

/// The files of one client as they were at the last run, by the marks of their states.
#[derive(Debug, Default)]
pub struct Seen(HashMap<String, blake3::Hash>);

/// The kept facts of one program.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    identity: Identity,
    /// What changed later than this, or a moment before, may change again unseen.
    started: SystemTime,
}

impl Cache {
    /// Opens the cache in a folder, which is made if it is missing. `started` is when the program began.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open(folder: &Path, identity: Identity, started: SystemTime) -> io::Result<Self> {
        Self::make(folder)?;
        Ok(Self { folder: folder.to_owned(), identity, started })
    }

    /// Makes the folder of a cache, if it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make(folder: &Path) -> io::Result<()> {
        [folder, &folder.join(PAGES), &folder.join(CLIENTS)].into_iter().try_for_each(owner::folder)
    }

    /// What the last run wrote down of a client's files, `client` and `place` as for [`Self::remember`].
    pub fn seen(&self, client: &[&str], place: &str) -> Seen {
        let list = client.first().and_then(|client| std::fs::read_to_string(self.list(client, place)).ok());
        let line = |line: &str| {
            let (key, stamp) = line.split_once(' ')?;
            Some((stamp.to_owned(), blake3::Hash::from_hex(key).ok()?))
        };
        Seen(list.unwrap_or_default().lines().filter_map(line).collect())
    }

    /// By what a file is found again; one that nobody touched since it was seen is not read for it. `None` where it
    /// cannot be read: whoever examines it will say why.
    pub fn key(&self, path: &Path, seen: &Seen) -> Option<Key> {
        let file = File::open(path).ok()?;
        let state = State::of(&file).ok()?;
        let stamp = state.stamp(path, self.started);
        let known = stamp.as_ref().and_then(|stamp| seen.0.get(stamp)).copied();
        let hash = match known {
            Some(hash) => hash,
            None => self.hash(file)?,
        };
        Some(Key { hash, state, stamp })
    }

    fn hash(&self, file: File) -> Option<blake3::Hash> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.identity.0.as_bytes());
        hasher.update_reader(file).ok()?;
        Some(hasher.finalize())
    }

    /// The pages of a file, under its present path. An entry that is missing, damaged or not of this key is none.
    pub fn get(&self, key: &Key, path: &Path) -> Option<Vec<PageRecord>> {
        entry::read(&std::fs::read(self.entry(key)).ok()?, &key.hash, path)
    }

    /// Keeps the pages of a file. Does nothing where the file has changed since it was looked for, or where another try
    /// may say something else.
    ///
    /// # Errors
    /// When the entry cannot be written; then none is left.
    pub fn put(&self, key: &Key, path: &Path, pages: &[PageRecord]) -> io::Result<()> {
        if !key.is_of(path) || !entry::is_lasting(pages) {
            return Ok(());
        }
        let Some(bytes) = entry::bytes(&key.hash, pages) else { return Ok(()) };
        owner::write(&self.entry(key), &bytes)
    }

    /// Writes down whose these files are, by all the words by which the client may be asked for, and removes what is
    /// kept of files that are the client's no longer. `place` tells the client from others of the same name.
    ///
    /// # Errors
    /// When the list cannot be written.
    pub fn remember(&self, client: &[&str], place: &str, keys: &[&Key]) -> io::Result<()> {
        let lines: Vec<String> = keys.iter().map(|key| key.line()).collect();
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        for client in client {
            let list = self.list(client, place);
            let before = std::fs::read_to_string(&list).unwrap_or_default();
            if before == text {
                continue;
            }
            owner::write(&list, text.as_bytes())?;
            let old = forget::keys(&before).filter(|old| !forget::keys(&text).any(|key| key == *old));
            for old in old {
                let _ = std::fs::remove_file(self.folder.join(PAGES).join(old)); // the list no longer has it
            }
        }
        Ok(())
    }

    fn entry(&self, key: &Key) -> PathBuf {
        self.folder.join(PAGES).join(key.hash.to_hex().as_str())
    }

    fn list(&self, client: &str, place: &str) -> PathBuf {
        let (program, place) = (self.identity.0.to_hex(), blake3::hash(place.as_bytes()).to_hex());
        let name = format!("{}-{}-{}", forget::name_of(client), &program[..SHORT], &place[..SHORT]);
        self.folder.join(CLIENTS).join(name)
    }
}

fn hash_of(path: &Path) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize())
}
