//! One client: the documents, what they say, and what somebody decided.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use precheck::batch::shared::own_pages;
use precheck::checks::{Report, Rules, SetVerdict};
use precheck::error::FileError;
use precheck::examined::{DocumentSet, PageRecord};
use precheck::record::Record;
use precheck::set::judge;

use crate::clients::Found;
use crate::review::{Choice, Decided};

/// The findings that somebody can answer who knows that a name is fine.
const NAME_FINDINGS: [&str; 4] = ["name-differs", "name-unreadable", "names-disagree", "linking-document-needed"];

/// How far a client is, for a person who goes through all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Something has to be done.
    Fix,
    /// Somebody must look.
    Look,
    /// Not all documents were looked at.
    Waiting,
    /// New photos were asked for.
    Again,
    /// Nothing was found.
    Ready,
    /// Somebody accepted it as it is.
    Accepted,
}

impl Status {
    /// Key of its word in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fix => "app-client-fix",
            Self::Look => "app-client-look",
            Self::Waiting => "app-client-waiting",
            Self::Again => "app-client-again",
            Self::Ready => "app-client-ready",
            Self::Accepted => "app-client-accepted",
        }
    }
}

/// A client.
#[derive(Debug)]
pub struct Person {
    /// By which the client is told from all others.
    pub label: String,
    /// What people call the client.
    pub name: String,
    /// What is known of the client.
    pub record: Record,
    /// The documents.
    pub files: Vec<PathBuf>,
    /// Places of those who share a folder with this one.
    pub shares: Vec<usize>,
    /// The pages, once all documents were looked at.
    pub set: DocumentSet,
    /// Their judgment.
    pub report: Option<Report>,
    /// What somebody decided.
    pub decided: Option<Decided>,
    known: HashMap<PathBuf, Vec<PageRecord>>,
}

impl Person {
    pub(super) fn new(found: Found, decided: Option<Decided>) -> Self {
        let Found { label, name, record, files, shares } = found;
        Self {
            label,
            name,
            record,
            files,
            shares,
            set: DocumentSet::default(),
            report: None,
            decided,
            known: HashMap::new(),
        }
    }

    /// How far the client is.
    pub fn status(&self) -> Status {
        let choice = self.decided.as_ref().map(|decided| decided.choice);
        let verdict = self.report.as_ref().map(|report| report.set.verdict);
        match (choice, verdict) {
            (Some(Choice::Again), _) => Status::Again,
            (_, None) => Status::Waiting,
            (Some(Choice::Accept), Some(_)) => Status::Accepted,
            (Some(Choice::NameFine), Some(_)) if self.is_about_name() => Status::Accepted,
            (_, Some(SetVerdict::Fix)) => Status::Fix,
            (_, Some(SetVerdict::Review)) => Status::Look,
            (_, Some(SetVerdict::Ready)) => Status::Ready,
        }
    }

    /// Whether everything that is to be done is about the name: then nothing is left once the name is fine.
    fn is_about_name(&self) -> bool {
        let of_name = |finding: Option<&'static str>| finding.is_some_and(|id| NAME_FINDINGS.contains(&id));
        let causes = self.report.iter().flat_map(|report| &report.set.todo).flat_map(|todo| &todo.causes);
        causes.map(|cause| cause.finding).all(of_name)
    }

    /// Whether a person has to do something about the client now.
    pub fn needs_somebody(&self) -> bool {
        matches!(self.status(), Status::Fix | Status::Look)
    }

    /// What is known of a file, in the order of its pages.
    pub fn pages_of(&self, file: &Path) -> Option<&[PageRecord]> {
        self.known.get(file).map(Vec::as_slice)
    }

    pub(super) fn done(&mut self, file: &Path, pages: &[PageRecord]) {
        let stopped = pages.iter().any(|page| matches!(page.outcome, Err(FileError::Stopped)));
        if !stopped && self.files.iter().any(|own| own == file) {
            self.known.insert(file.to_owned(), pages.to_vec());
            self.report = None;
        }
    }

    /// One of its files is another one now. Tells whether it is one of them.
    pub(super) fn replaced(&mut self, file: &Path) -> bool {
        let was_known = self.known.remove(file).is_some();
        if was_known {
            self.report = None;
        }
        was_known
    }

    pub(super) fn add(&mut self, file: &Path) {
        if !self.files.iter().any(|own| own == file) {
            self.files.push(file.to_owned());
        }
        self.known.remove(file);
        self.report = None;
    }

    /// The files that are still to be looked at.
    pub(super) fn missing(&self) -> Vec<PathBuf> {
        self.files.iter().filter(|file| !self.known.contains_key(*file)).cloned().collect()
    }

    pub(super) fn is_complete(&self) -> bool {
        self.files.iter().all(|file| self.known.contains_key(file))
    }

    pub(super) fn must_be_judged(&self) -> bool {
        self.report.is_none() && self.is_complete()
    }

    pub(super) fn forget_judgment(&mut self) {
        self.report = None;
    }

    pub(super) fn judge(&mut self, others: &[Record], rules: &Rules, today: Date) {
        let pages = self.files.iter().filter_map(|file| self.known.get(file)).flatten().cloned().collect();
        self.set = own_pages(DocumentSet { pages }, &self.record, others, rules, today);
        self.report = Some(judge(&self.set, &self.record, rules, today));
    }
}
