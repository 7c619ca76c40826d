//! The clients of a preparer: who there is, how far each is, what the documents say, and what somebody decided. The
//! decision of a person and the verdict of the program stand side by side; neither changes the other.

mod order;
mod pace;
mod person;
mod table;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use precheck::batch::Roster;
use precheck::batch::folders::Folders;
use precheck::checks::Rules;
use precheck::examined::PageRecord;
use precheck::record::Record;
use precheck::report::{BatchCounts, Understood, batch_summary};
use precheck::words::Words;

use crate::clients::Clients;
use crate::review::{Decided, Review};
pub use order::Filter;
pub use person::{Person, Status};

/// The clients, and which of them are shown.
#[derive(Debug, Default)]
pub struct Queue {
    /// The folder of all clients.
    pub folder: PathBuf,
    /// The list that names them, as it was understood.
    pub list: Option<(PathBuf, Roster, Folders)>,
    /// Everyone, in the order of the list.
    pub people: Vec<Person>,
    /// Which of them are shown.
    pub filter: Filter,
    /// What is looked for in their names.
    pub search: String,
    /// The place in `people` of the one whose row is marked.
    pub marked: usize,
    /// Whether somebody marked that one: until then, it is the first one.
    pub chosen: bool,
    /// The place in `people` of the one whose pages are shown.
    pub open: Option<usize>,
    /// Whether the person stopped the work.
    pub stopped: bool,
    pace: pace::Pace,
    /// All decisions, also those about clients who have no documents now; `None` where none are kept.
    review: Option<Review>,
    /// Whether decisions are still to be written to the file.
    unwritten: bool,
    /// Decisions that can be taken back, the last one last: whose, and what stood there before.
    undone: Vec<(usize, Option<Decided>)>,
}

impl Queue {
    /// Everyone of a folder, with what was decided in earlier runs.
    ///
    /// Without the decisions of earlier runs, new ones are not kept either.
    pub fn new(clients: Clients, review: Option<Review>) -> Self {
        let people = clients.people.into_iter().map(|found| {
            let decided = review.as_ref().and_then(|review| review.of(&found.label)).cloned();
            Person::new(found, decided)
        });
        let people = people.collect();
        Self { folder: clients.folder, list: clients.list, people, review, ..Self::default() }
    }

    /// The files that are still to be looked at, client by client.
    pub fn to_examine(&self) -> Vec<Vec<PathBuf>> {
        self.people.iter().map(Person::missing).filter(|files| !files.is_empty()).collect()
    }

    /// A file was looked at. Those whose file it is are judged anew as soon as all of theirs are known.
    pub fn done(&mut self, file: &Path, pages: &[PageRecord]) {
        self.people.iter_mut().for_each(|person| person.done(file, pages));
    }

    /// A file is another one now: what was decided on the one before does not hold for it.
    pub fn replaced(&mut self, file: &Path) {
        for at in 0..self.people.len() {
            if self.people[at].replaced(file) {
                self.write_down(at, None);
            }
        }
    }

    /// Whether a file is somebody's.
    pub fn has(&self, file: &Path) -> bool {
        self.people.iter().any(|person| person.files.iter().any(|own| own == file))
    }

    /// A photo appeared: it belongs to those who have others in its folder. Tells whether it is anybody's.
    pub fn appeared(&mut self, file: &Path) -> bool {
        let beside = |person: &Person| person.files.iter().any(|own| own.parent() == file.parent());
        let whose: Vec<usize> = (0..self.people.len()).filter(|at| beside(&self.people[*at])).collect();
        for at in &whose {
            self.add(*at, file);
        }
        !whose.is_empty()
    }

    /// A client has one more document.
    pub fn add(&mut self, at: usize, file: &Path) {
        self.people[at].add(file);
        self.write_down(at, None);
    }

    /// Judges everyone whose documents are all known and who was not judged since they changed.
    pub fn judge<'r>(&mut self, rules: impl Fn(&Record) -> &'r Rules, today: Date) {
        for at in 0..self.people.len() {
            if self.people[at].must_be_judged() {
                let shares = self.people[at].shares.iter();
                let others: Vec<Record> = shares.map(|other| self.people[*other].record.clone()).collect();
                let person = &mut self.people[at];
                person.judge(&others, rules(&person.record), today);
                self.mark_first();
            }
        }
    }

    /// Marks the first one that is shown, if nobody marked one or it is not shown.
    pub fn mark_first(&mut self) {
        let shown = self.shown();
        if self.open.is_none() && (!self.chosen || !shown.contains(&self.marked)) {
            self.marked = shown.first().copied().unwrap_or_default();
        }
    }

    /// Something else is known of a client.
    pub fn set_record(&mut self, at: usize, record: Record) {
        self.people[at].record = record;
        // those who share a folder with the client are told apart by the names
        let shares = self.people[at].shares.clone();
        shares.into_iter().chain([at]).for_each(|at| self.people[at].forget_judgment());
    }

    /// Files that were looked at, and all files.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.people.iter().map(|person| person.files.len()).sum();
        let missing: usize = self.people.iter().map(|person| person.missing().len()).sum();
        (all - missing, all)
    }

    /// Whether files are still to be looked at.
    pub fn is_working(&self) -> bool {
        !self.stopped && self.people.iter().any(|person| !person.is_complete())
    }

    /// The clock goes on, in seconds.
    pub fn tick(&mut self, now: f64) {
        if self.is_working() {
            let (done, _) = self.progress();
            self.pace.tick(now, done);
        } else {
            self.pace.rest();
        }
    }

    /// Files in a minute, and how many minutes are left; `None` before enough is known.
    pub fn pace(&self) -> Option<(f64, f64)> {
        let (done, all) = self.progress();
        let rate = self.pace.a_minute(done)?;
        Some((rate.round().max(1.0), ((all - done) as f64 / rate).ceil()))
    }

    /// Sets or removes the decision about a client.
    pub fn decide(&mut self, at: usize, decided: Option<Decided>) {
        self.undone.push((at, self.people[at].decided.clone()));
        self.write_down(at, decided);
    }

    /// Takes the last decision back. Tells whose it was.
    pub fn undo(&mut self) -> Option<usize> {
        let (at, before) = self.undone.pop()?;
        self.write_down(at, before);
        Some(at)
    }

    /// The file of the decisions and what is to be in it, if it is not there yet. It answers once.
    pub fn take_unwritten(&mut self) -> Option<(PathBuf, Review)> {
        if !std::mem::take(&mut self.unwritten) {
            return None;
        }
        let list = self.list.as_ref().map(|(list, ..)| list.as_path());
        Some((Review::place(&self.folder, list), self.review.clone()?))
    }

    /// What somebody should look at in the list and in the folders; `None` if there is nothing.
    pub fn to_look_at(&self, words: &Words) -> Option<String> {
        let (_, roster, folders) = self.list.as_ref()?;
        let is_clear =
            folders.unclear.is_empty() && folders.unmatched.is_empty() && folders.unmatched_clients.is_empty();
        if is_clear && !roster.remarks.iter().any(|remark| remark.code.asks()) {
            return None;
        }
        let summary = batch_summary(Understood { roster, folders }, BatchCounts::default(), words);
        let disclaimer = words.get("report-disclaimer");
        let lines = summary.lines().skip(1).filter(|line| !line.trim().is_empty() && *line != disclaimer);
        let text = lines.collect::<Vec<_>>().join("\n");
        (!text.is_empty()).then_some(text)
    }

    fn write_down(&mut self, at: usize, decided: Option<Decided>) {
        let person = &mut self.people[at];
        if person.decided != decided {
            if let Some(review) = &mut self.review {
                review.set(&person.label, decided.clone());
                self.unwritten = true;
            }
            person.decided = decided;
        }
    }
}
