//! The object of a set.

use serde::Serialize;

use super::SCHEMA;
use super::parts::{self, Finding, Holder, NotAssessed};
#[cfg(test)]
use super::schema;
use crate::checks::{self, Action, SetReport, SetVerdict, SlotReport, SlotStatus};
use crate::geometry::Turn;
use crate::kinds::{DocumentKind, Side};
use crate::report::Options;
use crate::report::answer::{self, bring};
use crate::requirements::SlotId;
use crate::words::Words;

/// What all pages are together, and what to do.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Set"))]
pub struct SetObject {
    /// What kind of object this is.
    r#type: SetType,
    /// Version of the format.
    #[cfg_attr(test, schemars(schema_with = "schema::version"))]
    schema: u32,
    /// The client of a batch whose set it is.
    client: Option<String>,
    /// Name of the requirements.
    requirements: String,
    /// The day it was judged for, `YYYY-MM-DD`.
    today: String,
    /// The day of the planned video call.
    call_date: Option<String>,
    /// The documents, in the order of their first pages.
    documents: Vec<SetDocument>,
    /// Which place is filled by what.
    slots: Vec<Slot>,
    /// What to do, what blocks most first; each cause stands there once.
    todo: Vec<Todo>,
    /// The originals to show in the call, in words.
    bring: Vec<String>,
    /// The last day on which all of it is recent enough and valid; `null` if no date was read or that day has passed.
    good_until: Option<String>,
    /// What was found on the set as a whole, worst first.
    findings: Vec<SetFinding>,
    /// What could not be checked.
    not_assessed: Vec<NotAssessed>,
    /// What to do with it.
    #[cfg_attr(test, schemars(schema_with = "schema::set_verdict"))]
    verdict: SetVerdict,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum SetType {
    Set,
}

impl SetObject {
    pub fn new(report: &SetReport, options: Options) -> Self {
        let words = options.words;
        let todo = report.todo.iter().enumerate();
        Self {
            r#type: SetType::Set,
            schema: SCHEMA,
            client: report.client.clone(),
            requirements: report.requirements.clone(),
            today: report.today.to_string(),
            call_date: report.call_date.map(|d| d.to_string()),
            documents: report.documents.iter().map(SetDocument::from).collect(),
            slots: report.slots.iter().map(|slot| Slot::new(slot, words)).collect(),
            todo: todo.map(|(at, todo)| Todo::new(at + 1, todo, report, words)).collect(),
            bring: bring(report, words),
            good_until: report.good_until.map(|d| d.to_string()),
            findings: report.findings.iter().map(|f| SetFinding::new(f, words)).collect(),
            not_assessed: report.not_assessed.iter().map(|n| NotAssessed::new(n, words)).collect(),
            verdict: report.verdict,
        }
    }
}

/// Pages that belong together: the two sides of a card, the pages of a bill.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SetDocument {
    /// What it is. More kinds may come.
    #[cfg_attr(test, schemars(schema_with = "schema::kind"))]
    kind: DocumentKind,
    /// Its pages, in input order.
    pages: Vec<DocumentPage>,
    /// Whom it names.
    holder: Option<Holder>,
}

/// A page of a document.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct DocumentPage {
    /// The file, as it was named.
    file: String,
    /// The page of the file, counted from 1.
    #[cfg_attr(test, schemars(range(min = 1)))]
    page: u32,
    /// Which side of a card it shows.
    #[cfg_attr(test, schemars(schema_with = "schema::side"))]
    side: Option<Side>,
}

impl From<&checks::SetDocument> for SetDocument {
    fn from(document: &checks::SetDocument) -> Self {
        let page = |p: &checks::DocumentPage| DocumentPage { file: parts::file(&p.id), page: p.id.page, side: p.side };
        Self {
            kind: document.kind,
            pages: document.pages.iter().map(page).collect(),
            holder: document.holder.as_ref().map(Holder::from),
        }
    }
}

/// A place that a document must fill.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Slot {
    /// Which place.
    #[cfg_attr(test, schemars(schema_with = "schema::slot"))]
    id: SlotId,
    /// How well it is filled.
    #[cfg_attr(test, schemars(schema_with = "schema::slot_status"))]
    status: SlotStatus,
    /// What fills it, by its place in `documents`, counted from 0.
    documents: Vec<usize>,
    /// The files of that.
    files: Vec<String>,
    /// Why it stands so.
    reason: String,
}

impl Slot {
    fn new(slot: &SlotReport, words: &Words) -> Self {
        Self {
            id: slot.id,
            status: slot.status,
            documents: slot.document.into_iter().collect(),
            files: parts::files(&slot.pages),
            reason: words.say(&slot.reason),
        }
    }
}

/// One thing to do.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Todo {
    /// Its place in the list, counted from 1.
    #[cfg_attr(test, schemars(range(min = 1)))]
    rank: usize,
    /// What kind of thing.
    #[cfg_attr(test, schemars(schema_with = "schema::action"))]
    action: Action,
    /// Why.
    message: String,
    /// What to do.
    advice: String,
    /// The files it is about.
    files: Vec<String>,
    /// Ids of the findings behind it.
    findings: Vec<&'static str>,
}

impl Todo {
    fn new(rank: usize, todo: &checks::Todo, report: &SetReport, words: &Words) -> Self {
        let said = answer::said(todo, report, words);
        Self {
            rank,
            action: todo.action,
            message: said.message,
            advice: said.advice,
            files: parts::files(&todo.pages),
            findings: todo.causes.iter().filter_map(|c| c.finding).collect(),
        }
    }
}

/// A finding on the set.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct SetFinding {
    #[serde(flatten)]
    finding: Finding,
    /// The files it is about.
    files: Vec<String>,
}

impl SetFinding {
    fn new(finding: &checks::Finding, words: &Words) -> Self {
        Self { finding: Finding::new(finding, &Turn::default(), words), files: parts::files(&finding.pages) }
    }
}
