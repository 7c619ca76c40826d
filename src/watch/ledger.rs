//! What is known of the files of the list and of the folders that were opened: from what the system says of a file to
//! what happened to it. Reads files only to know the same photo again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;
use std::path::{Path, PathBuf};

use crate::intake;

use super::sign::{Arrival, Sign};
use super::stamp::{Contents, Stamp, contents, key};

/// Ends of names under which other programs write what is not complete yet.
const PARTIAL: [&str; 6] = ["crdownload", "download", "opdownload", "part", "partial", "tmp"];

/// The files and folders, each by its [`key`].
#[derive(Debug, Default)]
pub struct Ledger {
    files: BTreeMap<PathBuf, Known>,
    /// The folders that were opened, with their names.
    folders: Vec<(PathBuf, PathBuf)>,
    /// The file that had some contents first.
    first: HashMap<Contents, PathBuf>,
    /// Files whose contents are still to be read.
    unread: Vec<PathBuf>,
}

#[derive(Debug)]
struct Known {
    /// As the list calls it.
    named: PathBuf,
    /// `None` while it is gone.
    stamp: Option<Stamp>,
    contents: Option<Contents>,
    /// Whether it is on the list.
    listed: bool,
}

impl Ledger {
    /// No folder is open any longer; files of the list stay known.
    pub fn leave(&mut self) {
        self.folders.clear();
    }

    /// A folder was opened: photos that appear in it join the list.
    pub fn open(&mut self, folder: &Path) {
        if let Ok(real) = folder.canonicalize()
            && !self.folders.iter().any(|(known, _)| *known == real)
        {
            self.folders.push((real, folder.to_owned()));
        }
    }

    /// A file was put on the list.
    pub fn add(&mut self, named: &Path) {
        let key = key(named);
        let stamp = Stamp::of(&key);
        let known = Known { named: named.to_owned(), stamp, contents: None, listed: true };
        self.files.insert(key.clone(), known);
        self.unread.push(key);
    }

    /// These files are on the list, and no others.
    pub fn list(&mut self, files: &[PathBuf]) {
        let listed: HashSet<&Path> = files.iter().map(PathBuf::as_path).collect();
        for known in self.files.values_mut() {
            known.listed = listed.contains(known.named.as_path());
        }
    }

    /// Whether the contents of files are still to be read.
    pub fn has_unread(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Reads the contents of one file.
    pub fn read_next(&mut self) {
        let Some(key) = self.unread.pop() else { return };
        let Some(known) = self.files.get_mut(&key).filter(|known| known.contents.is_none()) else { return };
        let found = contents(&key);
        // what was written meanwhile is not what is examined
        if let Some(found) = found.filter(|_| Stamp::of(&key) == known.stamp) {
            known.contents = Some(found);
            self.first.entry(found).or_insert_with(|| known.named.clone());
        }
    }

    /// Whether anything has to be done about news of this path.
    pub fn concerns(&self, path: &Path) -> bool {
        self.files.contains_key(path) || self.name_in_folder(path).is_some()
    }

    /// Whether a file would join the list.
    pub fn is_new(&self, path: &Path) -> bool {
        !self.files.contains_key(path) && self.name_in_folder(path).is_some()
    }

    /// The known files in a folder, and a known file itself.
    pub fn beneath<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = PathBuf> + 'a {
        let from_here = self.files.range::<Path, _>((Bound::Included(path), Bound::Unbounded)).map(|(key, _)| key);
        from_here.take_while(move |key| key.starts_with(path)).cloned()
    }

    /// All known files.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.files.keys().cloned()
    }

    /// The folders that were opened.
    pub fn folders(&self) -> impl Iterator<Item = PathBuf> {
        self.folders.iter().map(|(real, _)| real.clone())
    }

    /// What happened to files that are still now.
    pub fn settled(&mut self, still: Vec<(PathBuf, Option<Stamp>)>) -> Vec<Sign> {
        let mut signs = Vec::new();
        let (mut gone, mut arrivals) = (Vec::new(), Vec::new());
        for (key, stamp) in still {
            match stamp {
                None => gone.extend(self.lose(&key)),
                Some(stamp) if self.files.contains_key(&key) => signs.extend(self.compare(&key, stamp)),
                Some(stamp) => arrivals.extend(self.arrive(key, stamp)),
            }
        }
        let mut new = Vec::new();
        for arrival in arrivals {
            match arrival.before.as_ref().filter(|before| self.is_lost(before)).cloned() {
                Some(from) => {
                    gone.retain(|file| *file != from);
                    self.files.retain(|_, known| known.named != from);
                    signs.push(Sign::Moved { from, to: arrival.file });
                }
                None => new.push(arrival),
            }
        }
        signs.extend(gone.into_iter().map(Sign::Gone));
        if !new.is_empty() {
            signs.push(Sign::Appeared(new));
        }
        signs
    }

    /// What happened to a file of the list, asked for by a person.
    pub fn inspect(&mut self, named: &Path) -> Sign {
        let key = key(named);
        let there = || named.to_owned();
        match Stamp::of(&key) {
            None => {
                self.lose(&key);
                Sign::Gone(there())
            }
            Some(stamp) if self.files.contains_key(&key) => match self.compare(&key, stamp) {
                Some(sign @ Sign::Replaced { .. }) => sign,
                _ => Sign::Again(there()),
            },
            Some(_) => {
                self.add(named);
                Sign::Again(there())
            }
        }
    }

    /// A known file is gone. Its name, if it is on the list and was there.
    fn lose(&mut self, key: &Path) -> Option<PathBuf> {
        let known = self.files.get_mut(key)?;
        let was_there = known.stamp.take().is_some();
        (was_there && known.listed).then(|| known.named.clone())
    }

    fn is_lost(&self, named: &Path) -> bool {
        self.files.values().any(|known| known.named == named && known.listed && known.stamp.is_none())
    }

    /// What a known file became.
    fn compare(&mut self, key: &Path, stamp: Stamp) -> Option<Sign> {
        let in_folder = self.name_in_folder(key).is_some();
        let known = self.files.get_mut(key)?;
        if known.stamp == Some(stamp) {
            return None;
        }
        let was_gone = known.stamp.replace(stamp).is_none();
        let found = contents(key);
        let file = known.named.clone();
        if found.is_some() && found == known.contents {
            let sign = if was_gone { Sign::Back(file) } else { Sign::Same(file) };
            return Some(sign).filter(|_| known.listed);
        }
        known.contents = found;
        let before = found.and_then(|found| self.first.get(&found).cloned());
        self.first.extend(found.filter(|_| before.is_none()).map(|found| (found, file.clone())));
        if known.listed {
            return Some(Sign::Replaced { file, before });
        }
        // it was taken off the list, and this is another photo
        known.listed = in_folder;
        in_folder.then(|| Sign::Appeared(vec![Arrival { file, before }]))
    }

    /// A file that was not known.
    fn arrive(&mut self, key: PathBuf, stamp: Stamp) -> Option<Arrival> {
        let file = self.name_in_folder(&key).filter(|_| intake::is_document(&key))?;
        let contents = contents(&key);
        let before = contents.and_then(|contents| self.first.get(&contents).cloned());
        self.first.extend(contents.filter(|_| before.is_none()).map(|contents| (contents, file.clone())));
        self.files.insert(key, Known { named: file.clone(), stamp: Some(stamp), contents, listed: true });
        Some(Arrival { file, before })
    }

    /// What the list calls a file in a folder that was opened. Hidden files, and files that another program has not
    /// finished, have no name.
    fn name_in_folder(&self, path: &Path) -> Option<PathBuf> {
        let below = |(real, named): &(PathBuf, PathBuf)| Some((named.clone(), path.strip_prefix(real).ok()?));
        let (folder, below) = self.folders.iter().find_map(below)?;
        let is_hidden = below.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let is_partial = PARTIAL.iter().any(|partial| ending.eq_ignore_ascii_case(partial));
        (!is_hidden && !is_partial).then(|| folder.join(below))
    }
}
