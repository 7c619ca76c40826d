//! What became of files: another photo, the same photo again, a file that is gone, one that has another name.

use std::path::{Path, PathBuf};

use precheck::page::PageId;
use precheck::words::{Arg, Message};

use super::retake::{Change, Was, compared};
use super::{Remark, Stage, State, View, file_name_of};

/// What became of a file.
#[derive(Debug, Default)]
pub(super) struct Fate {
    is_gone: bool,
    photo: Option<Photo>,
}

#[derive(Debug)]
enum Photo {
    /// It is another one, and these were the pages of the one before.
    New(Vec<Was>),
    /// The same one was put there again.
    Same,
    /// It is one that was on the list before, under this name.
    Known(String),
}

impl State {
    /// A file is another one now. `before` is the file that had the same contents earlier. It will be examined again.
    pub fn replaced(&mut self, file: &Path, before: Option<&Path>) {
        let known = before.map(|before| if before == file { Photo::Same } else { Photo::Known(file_name_of(before)) });
        let judged = self.pages.iter().filter(|entry| entry.id.file == file);
        let was: Vec<Was> = judged.filter_map(|e| Some(Was::of(&e.id, self.judged(&e.id)?.1))).collect();
        let fate = self.fates.entry(file.to_owned()).or_default();
        fate.is_gone = false;
        // a photo that was replaced before anybody looked at it is not what the new one is compared with
        if known.is_some() || !was.is_empty() {
            fate.photo = known.or(Some(Photo::New(was)));
        }
        self.remark = Some(Remark::NewPhoto(file.to_owned()));
        if self.selected.as_ref().is_some_and(|id| id.file == file) {
            // what was brought close lies elsewhere on the new one
            (self.view, self.pointed_out) = (View::default(), None);
        }
        self.add_files(&[file.to_owned()]);
    }

    /// Photos appeared in a folder that was opened, each with the file that had the same contents before.
    pub fn appeared(&mut self, files: &[(PathBuf, Option<PathBuf>)]) {
        for (file, before) in files {
            // of two that are both on the list, the checks say that they are the same
            let before = before.as_ref().filter(|before| !self.has(before));
            let photo = before.map(|before| Photo::Known(file_name_of(before)));
            self.fates.insert(file.clone(), Fate { is_gone: false, photo });
        }
        let names: Vec<PathBuf> = files.iter().map(|(file, _)| file.clone()).collect();
        self.remark = match names.as_slice() {
            [] => return,
            [file] => Some(Remark::Joined(file.clone())),
            files => Some(Remark::JoinedMany(files.len())),
        };
        self.add_files(&names);
    }

    /// A file was written again, and is the same.
    pub fn same(&mut self, file: &Path) {
        self.fates.insert(file.to_owned(), Fate { is_gone: false, photo: Some(Photo::Same) });
        self.remark = Some(Remark::SamePhoto(file.to_owned()));
    }

    /// A file is no longer there. What was found on it stays.
    pub fn gone(&mut self, file: &Path) {
        self.fates.entry(file.to_owned()).or_default().is_gone = true;
        self.remark = Some(Remark::Gone(file.to_owned()));
    }

    /// A file is there again, and is the same.
    pub fn back(&mut self, file: &Path) {
        self.fates.entry(file.to_owned()).or_default().is_gone = false;
        self.remark = self.remark.take().filter(|remark| *remark != Remark::Gone(file.to_owned()));
    }

    /// A file has another name now. Its results and its place stay. Tells whether it must be examined under the new
    /// name, because it was not yet.
    #[must_use]
    pub fn moved(&mut self, from: &Path, to: &Path) -> bool {
        let rename = |id: &mut PageId| {
            if id.file == from {
                to.clone_into(&mut id.file);
            }
        };
        self.pages.iter_mut().for_each(|entry| rename(&mut entry.id));
        self.set.pages.iter_mut().for_each(|page| rename(&mut page.id));
        self.selected.iter_mut().chain(self.returning.iter_mut()).for_each(rename);
        self.by_hand.iter_mut().for_each(|name| rename(&mut name.id));
        let turned: Vec<_> = self.turned.extract_if(|id, _| id.file == from).collect();
        self.turned.extend(turned.into_iter().map(|(mut id, turn)| {
            rename(&mut id);
            (id, turn)
        }));
        self.fates.remove(from);
        self.remark = Some(Remark::Moved(from.to_owned(), to.to_owned()));
        let was_awaited = self.awaited.remove(from).is_some();
        if was_awaited {
            self.add_files(&[to.to_owned()]);
        }
        self.refresh();
        was_awaited
    }

    /// Whether a file is no longer there.
    pub fn is_gone(&self, file: &Path) -> bool {
        self.fates.get(file).is_some_and(|fate| fate.is_gone)
    }

    /// How a new photo compares with the one before it, in one sentence; `None` if it is not a new one.
    pub fn change(&self, id: &PageId) -> Option<(Change, String)> {
        let words = &self.words;
        let photo = self.fates.get(&id.file)?.photo.as_ref()?;
        let is_waited_for = self.pages.iter().any(|entry| entry.id == *id && entry.stage != Stage::Done);
        match photo {
            Photo::Same => Some((Change::Same, words.get("app-photo-same"))),
            Photo::Known(name) => {
                let message = Message::new("app-photo-known").with("file", Arg::Text(name.clone()));
                Some((Change::Same, words.say(&message)))
            }
            Photo::New(_) if is_waited_for => Some((Change::Unknown, words.get("app-photo-looking"))),
            Photo::New(pages) => {
                let was = pages.iter().find(|was| was.page == id.page)?;
                let (change, message) = compared(was, &Was::of(id, self.judged(id)?.1));
                Some((change, words.say(&message)))
            }
        }
    }

    /// A file is looked at that a person named: what became of it before does not count.
    pub fn named(&mut self, files: &[PathBuf]) {
        for file in files {
            self.fates.remove(file);
        }
        self.add_files(files);
    }

    /// A new photo was looked at: what came of it is told anew.
    pub(super) fn tell_change(&mut self, file: &Path) {
        if self.remark == Some(Remark::NewPhoto(file.to_owned())) {
            self.remark = Some(Remark::Looked(file.to_owned()));
        }
    }

    /// A file will be looked at. While its other pages are not known, its first one is shown instead of them.
    pub(super) fn await_file(&mut self, file: &Path) {
        *self.awaited.entry(file.to_owned()).or_default() += 1;
        if let Some(id) = self.selected.as_mut().filter(|id| id.file == file && id.page > 1) {
            self.returning = Some(id.clone());
            id.page = 1;
        }
    }

    /// A file was looked at. Tells whether it is not to be looked at once more.
    pub(super) fn was_last(&mut self, file: &Path) -> bool {
        let Some(left) = self.awaited.get_mut(file) else { return true };
        *left -= 1;
        let is_last = *left == 0;
        if is_last {
            self.awaited.remove(file);
        }
        is_last
    }

    /// Shows the page of a file again that was shown before it was looked at, if nobody went elsewhere.
    pub(super) fn return_to_page(&mut self, file: &Path) {
        let Some(id) = self.returning.take_if(|id| id.file == file) else { return };
        let is_there = self.pages.iter().any(|entry| entry.id == id);
        let is_open = self.selected.as_ref().is_some_and(|shown| shown.file == file && shown.page == 1);
        if is_there && is_open {
            self.selected = Some(id);
        }
    }

    /// New photos are compared no longer: the findings have changed for another reason.
    pub(super) fn forget_changes(&mut self) {
        for fate in self.fates.values_mut() {
            fate.photo.take_if(|photo| matches!(photo, Photo::New(_)));
        }
    }
}
