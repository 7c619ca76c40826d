//! What judging says: of a page, of a place of the requirements, of a set.

use jiff::civil::Date;
use serde::Serialize;

use super::finding::{Finding, NotAssessed, Severity};
use crate::geometry::Region;
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
    /// The day it was judged for.
    pub today: Date,
    /// Which place is filled by what.
    pub slots: Vec<SlotReport>,
    /// What was found on the set as a whole, worst first.
    pub findings: Vec<Finding>,
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
    /// The pages that fill it.
    pub pages: Vec<PageId>,
    /// Why it stands so.
    pub reason: Message,
}
