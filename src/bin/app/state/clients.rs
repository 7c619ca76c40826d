//! Going through clients: whose pages are shown, what somebody decides, and how that is taken back.

use std::path::PathBuf;

use precheck::examined::{DocumentSet, PageRecord};
use precheck::page::PageId;
use precheck::record::Record;
use precheck::report::{self, Applicant, Judged, Options, answer};
use precheck::words::{Arg, Message};

use super::queue::{Person, Queue};
use super::{GoTo, PageEntry, RecordForm, Remark, Stage, State, Tab, View};
use crate::clients::Clients;
use crate::command::Command;
use crate::review::{Choice, Decided, Review};

impl State {
    /// The client whose pages are shown.
    pub fn client(&self) -> Option<(usize, &Person)> {
        let queue = self.queue.as_ref()?;
        let at = queue.open?;
        Some((at, queue.people.get(at)?))
    }

    /// Takes a folder as one of many clients. What was on the list before goes.
    pub fn take_clients(&mut self, clients: Clients, review: Option<Review>) {
        self.clear();
        let mut queue = Queue::new(clients, review);
        queue.mark_first();
        self.queue = Some(queue);
    }

    /// Shows the pages of a client. Tells which files have no picture yet.
    pub fn open_client(&mut self, at: usize) -> Vec<PathBuf> {
        self.leave_client();
        let Some(person) = self.queue.as_ref().and_then(|queue| queue.people.get(at)) else { return Vec::new() };
        let own = |page: &&PageRecord| person.report.is_none() || person.set.pages.iter().any(|own| own.id == page.id);
        let (mut entries, mut pages) = (Vec::new(), Vec::new());
        for file in &person.files {
            let first = PageEntry { id: PageId { file: file.clone(), page: 1 }, stage: Stage::Waiting };
            match person.pages_of(file) {
                None => entries.push(first),
                Some(known) => {
                    let known = known.iter().filter(own).cloned();
                    known.for_each(|page| {
                        entries.push(PageEntry { id: page.id.clone(), stage: Stage::Done });
                        pages.push(page);
                    });
                }
            }
        }
        let worst = person
            .report
            .as_ref()
            .and_then(|report| report.set.todo.iter().find_map(|todo| todo.pages.first()).cloned());
        let (record, files) = (person.record.clone(), person.files.clone());
        (self.pages, self.set) = (entries, DocumentSet { pages });
        self.form = RecordForm::of(&record, &self.words);
        self.settle();
        self.opened = self.record.clone();
        self.tab = Tab::Page;
        self.selected = worst;
        self.refresh();
        if let Some(queue) = &mut self.queue {
            (queue.open, queue.marked, queue.chosen) = (Some(at), at, true);
        }
        files
    }

    /// Shows all clients again.
    pub fn close_client(&mut self) {
        self.leave_client();
        self.go_to = Some(GoTo::Client);
    }

    /// What was typed about a client stays with the client; the pages stay known.
    fn leave_client(&mut self) {
        self.settle();
        let (record, opened) = (self.record.clone(), std::mem::take(&mut self.opened));
        if let Some(queue) = &mut self.queue
            && let Some(at) = queue.open.take()
            && record != opened
        {
            queue.set_record(at, record);
        }
        self.clear();
    }

    /// An empty list, without anything about a person.
    pub(super) fn clear(&mut self) {
        (self.pages, self.set) = (Vec::new(), DocumentSet::default());
        (self.view, self.pointed_out) = (View::default(), None);
        self.selected = None;
        self.removed.clear();
        self.by_hand.clear();
        self.naming.clear();
        self.form = RecordForm::of(&Record::default(), &self.words);
        self.settle();
        self.refresh();
    }

    /// The client so many places further down, and whether that is another one.
    pub fn client_beside(&self, by: isize) -> Option<usize> {
        let queue = self.queue.as_ref()?;
        let from = queue.open?;
        queue.beside(from, by).filter(|at| *at != from)
    }

    /// The next client who needs somebody.
    pub fn next_in_need(&self) -> Option<usize> {
        let queue = self.queue.as_ref()?;
        queue.next_in_need(queue.open.unwrap_or(queue.marked))
    }

    /// Decides about the client whose pages are shown. `when` is a date with its time.
    pub fn decide(&mut self, choice: Choice, why: Option<String>, when: String) {
        if let Some(queue) = &mut self.queue
            && let Some(at) = queue.open
        {
            let verdict = queue.people[at].report.as_ref().map(|report| report.set.verdict);
            queue.decide(at, Some(Decided { choice, when, why, verdict }));
        }
    }

    /// What was decided about a client, in one line.
    pub fn decision(&self, person: &Person) -> Option<String> {
        let decided = person.decided.as_ref()?;
        let words = &self.words;
        let day = decided.when.get(..10).and_then(|day| day.parse().ok()).map(|day| words.day(day));
        let message = Message::new(format!("app-decided-{}", decided.choice.word()))
            .with("day", Arg::Text(day.unwrap_or_default()))
            .with("why", Arg::Text(decided.why.clone().unwrap_or_default()));
        Some(words.say(&message))
    }

    /// The first thing that a client has to do, in one line.
    pub fn first_thing(&self, person: &Person) -> Option<String> {
        let report = person.report.as_ref()?;
        let todo = report.set.todo.first()?;
        let said = answer::said(todo, &report.set, &self.words).message;
        let more = report.set.todo.len() - 1;
        let message =
            Message::new("app-client-more").with("thing", Arg::Text(said)).with("count", Arg::Number(more as f64));
        Some(self.words.say(&message))
    }

    /// The message to the client whose pages are shown.
    pub fn client_message(&self) -> Option<String> {
        let (_, person) = self.client()?;
        let judged = Judged { set: &person.set, report: person.report.as_ref()? };
        let applicant = Applicant { judged, record: &person.record };
        Some(report::message(applicant, Options { words: &self.words, timings: false }))
    }

    /// Which clients are shown, and which of them is marked.
    pub(super) fn choose_clients(&mut self, command: Command) {
        let Some(queue) = &mut self.queue else { return };
        match command {
            Command::SetFilter(filter) => queue.filter = filter,
            Command::Search(text) => queue.search = text,
            Command::MarkClient(by) => {
                if let Some(at) = queue.beside(queue.marked, by) {
                    (queue.marked, queue.chosen) = (at, true);
                }
            }
            _ => {}
        }
        queue.mark_first();
        self.go_to = Some(GoTo::Client);
    }

    /// Files were added while the pages of a client are shown: they are that client's.
    pub fn join_client(&mut self, files: &[PathBuf]) {
        if let Some(queue) = &mut self.queue
            && let Some(at) = queue.open
        {
            for file in files {
                queue.add(at, file);
            }
        }
        self.named(files);
    }

    /// Photos appeared in a folder, each with the file that had the same contents before: those beside the documents of
    /// clients are theirs. Tells which are to be examined.
    pub fn arrived(&mut self, mut arrivals: Vec<(PathBuf, Option<PathBuf>)>) -> Vec<PathBuf> {
        if let Some(queue) = &mut self.queue {
            arrivals.retain(|(file, _)| queue.appeared(file));
        }
        let to_examine = arrivals.iter().map(|(file, _)| file.clone()).collect();
        if let Some(queue) = &self.queue {
            let shown = queue.open.and_then(|at| queue.people.get(at));
            arrivals.retain(|(file, _)| shown.is_some_and(|person| person.files.contains(file)));
        }
        self.appeared(&arrivals);
        to_examine
    }

    /// Takes the last decision about a client back. Tells whether there was one.
    pub fn take_decision_back(&mut self) -> bool {
        let Some(queue) = &mut self.queue else { return false };
        if let Some(at) = queue.undo() {
            self.remark = Some(Remark::TakenBack(queue.people[at].name.clone()));
        }
        true // there are no files that can come back
    }

    /// Leaves the list of clients.
    pub fn close_clients(&mut self) {
        self.leave_client();
        self.queue = None;
    }
}
