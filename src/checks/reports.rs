//! What judging says: of a page, of a place of the requirements, of a set.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::finding::{Action, Finding, NotAssessed, Severity};
use crate::addresses::AddressLexicon;
use crate::fields::Holder;
use crate::geometry::Region;
use crate::kinds::{DocumentKind, Side};
use crate::names::{NameLexicon, NameReason, Relation};
use crate::page::PageId;
use crate::requirements::{Fact, Requirements, SlotId};
use crate::words::Message;

/// What judging goes by, besides the set, the record and the day.
pub struct Rules {
    /// Which documents are needed, and limits that differ from their defaults.
    pub requirements: Requirements,
    /// What the comparison of names knows.
    pub names: NameLexicon,
    /// What the comparison of addresses knows.
    pub addresses: Arc<AddressLexicon>,
}

/// How the name on a page relates to the record.
#[derive(Debug, Clone, PartialEq)]
pub struct NameMatch {
    /// `None`: a name should be on the page but could not be read.
    pub relation: Option<Relation>,
    /// 0–1, for sorting only.
    pub score: f32,
    /// What differs, worst first.
    pub reasons: Vec<NameReason>,
}

/// What to do with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PageVerdict {
    /// Nothing was found that a reviewer would refuse.
    Ready,
    /// The picture has to be taken again.
    Retake,
    /// No new picture helps: expired, too old, somebody else's.
    Replace,
    /// A person must look at what it says.
    Review,
    /// It could not be examined.
    Unreadable,
}

/// What to do with a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SetVerdict {
    /// Nothing is missing and nothing was found that a reviewer would refuse.
    Ready,
    /// Something has to be replaced or added.
    Fix,
    /// A person must look.
    Review,
}

/// The judgment of one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageReport {
    /// Which page.
    pub id: PageId,
    /// How its name relates to the record; `None` where there is nothing to compare.
    pub name_match: Option<NameMatch>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// What could not be assessed.
    pub not_assessed: Vec<NotAssessed>,
    /// The map of blur: the lines of text that are hard to read (a warning) or cannot be read (a blocker), in upright
    /// space.
    pub soft_lines: Vec<(Region, Severity)>,
    /// The facts that must be read on it and were: what a *ready* rests on.
    pub rests_on: Vec<Fact>,
    /// What to do with it.
    pub verdict: PageVerdict,
}

/// The judgment of the set.
#[derive(Debug, Clone, PartialEq)]
pub struct SetReport {
    /// Name of the requirements.
    pub requirements: String,
    /// The client of a batch whose set it is.
    pub client: Option<String>,
    /// The day it was judged for.
    pub today: Date,
    /// The day of the planned call.
    pub call_date: Option<Date>,
    /// The documents, in the order of their first pages.
    pub documents: Vec<SetDocument>,
    /// Which place is filled by what.
    pub slots: Vec<SlotReport>,
    /// What to do, what blocks most first; each cause stands there once.
    pub todo: Vec<Todo>,
    /// The documents that fill a place, by their place in `documents`: their originals are shown in the call.
    pub bring: Vec<usize>,
    /// The last day on which all documents that fill a place are recent enough and valid; `None` if no date was read, or if
    /// that day has passed.
    pub good_until: Option<Date>,
    /// What was found on the set as a whole, worst first.
    pub findings: Vec<Finding>,
    /// Findings on single pages that something else in the set makes good: they block no longer, but a person must
    /// look.
    pub answered: Vec<(PageId, &'static str)>,
    /// What could not be assessed.
    pub not_assessed: Vec<NotAssessed>,
    /// What to do with it.
    pub verdict: SetVerdict,
}

/// The judgment of all pages and of the set, the pages in input order.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// A report for each page of the set, in the same order.
    pub pages: Vec<PageReport>,
    /// The report on the set.
    pub set: SetReport,
}

/// How well a place is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SlotStatus {
    /// By a document without a fault.
    Met,
    /// By something that a person must look at.
    Unsure,
    /// By a document that a reviewer would refuse as it is.
    Problem,
    /// By nothing.
    Missing,
}

/// One place and what fills it.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotReport {
    /// Which place.
    pub id: SlotId,
    /// How well it is filled.
    pub status: SlotStatus,
    /// The document that fills it, by its place in the set's documents.
    pub document: Option<usize>,
    /// The pages of that document.
    pub pages: Vec<PageId>,
    /// Why it stands so.
    pub reason: Message,
}

/// A document of the set: the pages that belong together, as the two sides of a card or the pages of a bill do.
#[derive(Debug, Clone, PartialEq)]
pub struct SetDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Issuing country, three letters, if a page tells it.
    pub country: Option<String>,
    /// Its pages, in input order.
    pub pages: Vec<DocumentPage>,
    /// Whom it names, by the page that tells it with the highest confidence.
    pub holder: Option<Holder>,
}

/// A page of a document of the set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPage {
    /// Its place in the set.
    pub index: usize,
    /// Which page it is.
    pub id: PageId,
    /// Which side of a card it shows.
    pub side: Option<Side>,
    /// Whether both sides of the card are on it.
    pub both_sides: bool,
}

impl SetDocument {
    /// Whether a page shows a side of the card. A side that was not recognized counts as the front.
    pub fn shows(&self, side: Side) -> bool {
        self.pages.iter().any(|p| p.both_sides || p.side.unwrap_or(Side::Front) == side)
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Todo {
    /// What kind of thing.
    pub action: Action,
    /// Whether the set cannot be ready without it; otherwise a person has to look.
    pub blocks: bool,
    /// The document it is about, by its place in the set's documents.
    pub document: Option<usize>,
    /// The pages it is about.
    pub pages: Vec<PageId>,
    /// Why: the worst cause first, at least one.
    pub causes: Vec<Cause>,
}

/// Why something has to be done.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Id of the finding; `None` where no check states it: a file that cannot be opened, a record without a name.
    pub finding: Option<&'static str>,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub advice: Message,
}
