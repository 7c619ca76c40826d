//! Files that were taken off the list, and how they come back.

use std::path::{Path, PathBuf};

use precheck::examined::PageRecord;
use precheck::page::PageId;

use super::{PageEntry, Remark, Stage, State, View};

/// Most files that can come back: their results are kept, and their small pictures.
const KEPT: usize = 10;

/// A file that was taken off the list.
pub(super) struct Removal {
    file: PathBuf,
    /// Where its first page stood in the list.
    at: usize,
    entries: Vec<PageEntry>,
    pages: Vec<PageRecord>,
}

impl State {
    /// Takes a file off the list. Tells which pages cannot come back any longer.
    pub fn remove(&mut self, file: &Path) -> Vec<PageId> {
        let Some(at) = self.pages.iter().position(|entry| entry.id.file == file) else { return Vec::new() };
        let row = self.selected_row();
        let entries = self.pages.extract_if(.., |entry| entry.id.file == file).collect();
        let pages = self.set.pages.extract_if(.., |page| page.id.file == file).collect();
        self.removed.push(Removal { file: file.to_owned(), at, entries, pages });
        self.remark = Some(Remark::Removed(file.file_name().unwrap_or_default().to_string_lossy().into_owned()));
        if self.selected.as_ref().is_some_and(|id| id.file == file) {
            let next = row.unwrap_or(0).min(self.pages.len().saturating_sub(1));
            self.selected = self.pages.get(next).map(|entry| entry.id.clone());
            self.view = View::default();
            self.pointed_out = None;
        }
        self.refresh();
        let too_many = self.removed.len().saturating_sub(KEPT);
        self.removed.drain(..too_many).flat_map(|old| old.entries).map(|entry| entry.id).collect()
    }

    /// Puts the file that was taken off last back where it was. Tells which file must be looked at, if its results were
    /// not there yet.
    pub fn undo(&mut self) -> Option<PathBuf> {
        let Removal { file, at, entries, pages } = self.removed.pop()?;
        self.remark = None;
        if self.pages.iter().any(|entry| entry.id.file == file) {
            return None; // it was added again since
        }
        let mut at = at.min(self.pages.len());
        while at > 0 && self.pages.get(at).is_some_and(|entry| entry.id.file == self.pages[at - 1].id.file) {
            at += 1;
        }
        let first = entries.first().map(|entry| entry.id.clone())?;
        if entries.iter().any(|entry| entry.stage != Stage::Done) {
            self.pages.insert(at, PageEntry { id: PageId { page: 1, ..first.clone() }, stage: Stage::Waiting });
            self.await_file(&file);
            self.refresh();
            self.select(PageId { page: 1, ..first });
            return Some(file);
        }
        let before = self.pages[..at].iter().filter(|entry| entry.stage == Stage::Done).count();
        self.pages.splice(at..at, entries);
        self.set.pages.splice(before..before, pages);
        self.refresh();
        self.select(first);
        None
    }
}
