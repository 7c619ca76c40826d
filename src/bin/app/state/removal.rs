//! Files that were taken off the list, and how they come back.

use std::path::{Path, PathBuf};

use precheck::examined::{DocumentSet, PageRecord};
use precheck::page::PageId;
use precheck::record::Record;

use super::by_hand::ByHand;
use super::{PageEntry, RecordForm, Remark, Stage, State, View};

/// Most files that can come back: their results are kept, and their small pictures.
const KEPT: usize = 10;

/// What was on the list and in the form before another person came.
pub(super) struct Before {
    pages: Vec<PageEntry>,
    set: DocumentSet,
    form: RecordForm,
    selected: Option<PageId>,
    by_hand: Vec<ByHand>,
}

/// A file that was taken off the list.
pub(super) struct Removal {
    file: PathBuf,
    /// Where its first page stood in the list.
    at: usize,
    entries: Vec<PageEntry>,
    pages: Vec<PageRecord>,
}

impl State {
    /// Whether anything of a person is there. A client's documents are those of the folder, so there it is not asked.
    pub fn has_person(&self) -> bool {
        self.queue.is_none() && (!self.pages.is_empty() || self.form != RecordForm::of(&Record::default(), &self.words))
    }

    /// Empties the list and the form for another person. Tells which pages cannot come back any longer.
    pub fn new_person(&mut self) -> Vec<PageId> {
        let gone = self.before.take().into_iter().flat_map(|before| before.pages).map(|entry| entry.id).collect();
        let before = Before {
            pages: std::mem::take(&mut self.pages),
            set: std::mem::take(&mut self.set),
            form: self.form.clone(),
            selected: self.selected.take(),
            by_hand: std::mem::take(&mut self.by_hand),
        };
        self.clear();
        self.before = Some(before);
        self.remark = Some(Remark::NewPerson);
        gone
    }

    /// Whether the person who was there before can come back: nothing of another one is there yet.
    pub fn can_go_back(&self) -> bool {
        self.before.is_some() && self.queue.is_none() && !self.has_person()
    }

    /// Forgets the person who was there before.
    pub fn forget_person(&mut self) {
        self.before = None;
        self.remark = None;
    }

    /// Puts the person back who was there before, if that can be. Tells which files must still be looked at.
    pub fn person_back(&mut self) -> Option<Vec<PathBuf>> {
        if !self.can_go_back() {
            return None;
        }
        let Before { pages, set, form, selected, by_hand } = self.before.take()?;
        (self.pages, self.set, self.form, self.selected, self.by_hand) = (pages, set, form, selected, by_hand);
        self.remark = None;
        let mut again: Vec<PathBuf> = Vec::new();
        for entry in self.pages.iter().filter(|entry| entry.stage != Stage::Done) {
            if !again.contains(&entry.id.file) {
                again.push(entry.id.file.clone());
            }
        }
        for file in &again {
            self.await_file(file);
        }
        self.settle();
        self.refresh();
        Some(again)
    }

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
            self.naming.clear();
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
