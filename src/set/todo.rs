//! What to do, what blocks most first, each cause once.
//!
//! A document has at most one thing to do that blocks: where no new picture of it helps, nothing is asked about its
//! picture. What the set as a whole lacks follows where no single document explains it.

use std::cmp::Reverse;

use super::worst_unanswered;
use crate::checks::{
    Action, Cause, Finding, Judging, PageVerdict, SetDocument, Severity, SlotReport, SlotStatus, Todo,
};
use crate::error::FileError;
use crate::kinds::DocumentKind;
use crate::page::PageId;
use crate::record::Record;
use crate::requirements::SlotId;
use crate::words::{Arg, Message};

/// Findings on a set that say again what a finding on a page says.
const FOLLOWS: [(&str, &[&str]); 5] = [
    ("names-disagree", &["name-differs"]),
    ("linking-document-needed", &["name-differs"]),
    ("birth-dates-disagree", &["birth-date-differs"]),
    ("renewal-paper", &["expired"]),
    ("same-picture-twice", &["same-document-twice"]),
];
/// Places that the same paper would fill, when both are empty.
const FILLED_TOGETHER: [&str; 2] = ["second-document-missing", "address-proof-missing"];

/// Everything there is to do.
pub(super) fn list(judging: &Judging, findings: &[Finding], record: &Record) -> Vec<Todo> {
    let mut out = unopened(judging);
    for (at, document) in judging.documents.iter().enumerate() {
        out.extend(blocking(judging, at, document));
        out.extend(to_look_at(judging, at, document));
    }
    of_set(&mut out, findings);
    out.extend(judging.slots.iter().filter_map(|slot| asked_first(judging, slot, &out)).collect::<Vec<_>>());
    out.extend(without_name(record));
    for todo in &mut out {
        todo.blocks &= !is_spare(judging, todo);
    }
    out.sort_by_cached_key(|todo| (Reverse(todo.blocks), rank(judging, todo), first_page(judging, todo)));
    out
}

/// Whether a thing to do is only about pages that no place needs: while each place is filled by something that would be
/// accepted, a page that fills none holds nothing up.
fn is_spare(judging: &Judging, todo: &Todo) -> bool {
    let unfilled = |slot: &SlotReport| matches!(slot.status, SlotStatus::Missing | SlotStatus::Problem);
    let needed = |id: &PageId| judging.slots.iter().any(|slot| slot.pages.contains(id));
    !judging.slots.iter().any(unfilled) && !todo.pages.is_empty() && !todo.pages.iter().any(needed)
}

/// How much a thing to do holds up: the places that it leaves unfilled, the earlier ones first.
fn rank(judging: &Judging, todo: &Todo) -> (Reverse<usize>, usize) {
    let of_page = |d: &SetDocument| todo.pages.iter().any(|id| d.pages.iter().any(|p| p.id == *id));
    let document = todo.document.or_else(|| judging.documents.iter().position(of_page));
    let missing = |slot: &SlotReport| todo.causes.iter().any(|c| c.finding == Some(missing_id(slot.id)));
    let unmet = || judging.slots.iter().enumerate().filter(|(_, s)| s.status != SlotStatus::Met);
    let held: Vec<usize> =
        unmet().filter(|(_, s)| missing(s) || document.is_some() && s.document == document).map(|(i, _)| i).collect();
    // a page that was not recognized may be the one that a place lacks
    let unknown = document.is_some_and(|at| judging.documents[at].kind == DocumentKind::Unknown);
    if unknown && held.is_empty() && unmet().next().is_some() {
        return (Reverse(1), judging.slots.len());
    }
    (Reverse(held.len()), held.first().copied().unwrap_or(judging.slots.len()))
}

fn first_page(judging: &Judging, todo: &Todo) -> usize {
    let place = |id: &PageId| judging.set.pages.iter().position(|p| p.id == *id);
    todo.pages.first().and_then(place).unwrap_or(usize::MAX)
}

const fn missing_id(slot: SlotId) -> &'static str {
    match slot {
        SlotId::ItinProof => "itin-proof-missing",
        SlotId::Primary => "primary-missing",
        SlotId::SecondDocument => "second-document-missing",
        SlotId::AddressProof => "address-proof-missing",
    }
}

/// Files that could not be opened.
fn unopened(judging: &Judging) -> Vec<Todo> {
    let pages = judging.set.pages.iter().filter_map(|page| Some((page, page.outcome.as_ref().err()?)));
    let todo = |(page, error): (&crate::examined::PageRecord, &FileError)| Todo {
        action: Action::Replace,
        blocks: true,
        document: None,
        pages: vec![page.id.clone()],
        causes: vec![Cause {
            finding: None,
            message: Message::new("todo-unopened").with("why", Arg::Sentence(Box::new(error.message()))),
            advice: error.advice(),
        }],
    };
    pages.map(todo).collect()
}

/// What keeps a document from being accepted.
fn blocking(judging: &Judging, at: usize, document: &SetDocument) -> Option<Todo> {
    let blockers: Vec<(&PageId, &Finding)> =
        unanswered(judging, document).filter(|(_, finding)| finding.severity == Severity::Blocker).collect();
    let action = blockers.iter().map(|(_, finding)| finding.action).min()?;
    // a new document is a new picture; to look at what a document says does not make a picture better
    let counts = |finding: &Finding| finding.action == action || action == Action::Look;
    let causes: Vec<(&PageId, &Finding)> = blockers.into_iter().filter(|(_, f)| counts(f)).collect();
    Some(todo(action, true, at, &causes))
}

/// What a person has to look at, on pages on which nothing blocks.
fn to_look_at(judging: &Judging, at: usize, document: &SetDocument) -> Option<Todo> {
    let pages = document.pages.iter().map(|p| &judging.pages[p.index]);
    let blocked = pages.clone().any(|p| worst_unanswered(p, judging.answered) == Some(Severity::Blocker));
    if blocked {
        return None;
    }
    let warnings: Vec<(&PageId, &Finding)> =
        unanswered(judging, document).filter(|(_, f)| f.severity == Severity::Warning).collect();
    if !warnings.is_empty() {
        return Some(todo(Action::Look, false, at, &warnings));
    }
    let unsure = pages.into_iter().find(|p| p.verdict == PageVerdict::Review && p.findings.is_empty())?;
    let cause =
        Cause { finding: None, message: Message::new("todo-not-read"), advice: Message::new("todo-not-read.advice") };
    let pages = vec![unsure.id.clone()];
    Some(Todo { action: Action::Look, blocks: false, document: Some(at), pages, causes: vec![cause] })
}

/// The findings on the pages of a document that nothing in the set answers, worst first on each.
fn unanswered<'a>(judging: &'a Judging, document: &'a SetDocument) -> impl Iterator<Item = (&'a PageId, &'a Finding)> {
    document.pages.iter().flat_map(|page| {
        let report = &judging.pages[page.index];
        let answered = |f: &&Finding| judging.answered.iter().any(|(p, id)| *p == report.id && *id == f.id);
        report.findings.iter().filter(move |f| !answered(f)).map(|f| (&report.id, f))
    })
}

fn todo(action: Action, blocks: bool, document: usize, findings: &[(&PageId, &Finding)]) -> Todo {
    let (mut pages, mut causes): (Vec<PageId>, Vec<Cause>) = (Vec::new(), Vec::new());
    for (page, finding) in findings {
        if !pages.contains(page) {
            pages.push((*page).clone());
        }
        if !causes.iter().any(|c| c.finding == Some(finding.id)) {
            causes.push(cause(finding));
        }
    }
    Todo { action, blocks, document: Some(document), pages, causes }
}

fn cause(finding: &Finding) -> Cause {
    Cause { finding: Some(finding.id), message: finding.message.clone(), advice: finding.advice.clone() }
}

/// What was found on the set as a whole, unless a thing to do with a single document says it already.
fn of_set(out: &mut Vec<Todo>, findings: &[Finding]) {
    let mut together: Option<usize> = None;
    for finding in findings.iter().filter(|f| f.severity > Severity::Note) {
        let followed = FOLLOWS.iter().find(|(id, _)| *id == finding.id).map_or(&[][..], |(_, of)| of);
        let same = out.iter_mut().find(|t| {
            t.pages.iter().any(|p| finding.pages.contains(p))
                && t.causes.iter().any(|c| c.finding.is_some_and(|id| followed.contains(&id)))
        });
        if let Some(same) = same {
            same.causes.push(cause(finding));
            continue;
        }
        if FILLED_TOGETHER.contains(&finding.id) {
            if let Some(at) = together {
                out[at].causes.push(cause(finding));
                continue;
            }
            together = Some(out.len());
        }
        out.push(Todo {
            action: finding.action,
            blocks: finding.severity == Severity::Blocker,
            document: None,
            pages: finding.pages.clone(),
            causes: vec![cause(finding)],
        });
    }
}

/// A place that is filled by what ID.me's lists do not name, or by a document without an address that was read.
fn asked_first(judging: &Judging, slot: &SlotReport, out: &[Todo]) -> Option<Todo> {
    let at = slot.document?;
    let said = ["slot-ask-first", "slot-no-address", "slot-other-address"];
    if slot.status == SlotStatus::Met || !said.contains(&slot.reason.key.as_str()) {
        return None;
    }
    let explains = |c: &Cause| match slot.reason.key.as_str() {
        "slot-no-address" => c.finding == Some("fact-unreadable"),
        "slot-other-address" => c.finding == Some("address-differs"),
        _ => false,
    };
    let pages: Vec<PageId> = judging.documents[at].pages.iter().map(|p| p.id.clone()).collect();
    let about = |t: &&Todo| t.document == Some(at) || t.pages.iter().any(|p| pages.contains(p));
    if out.iter().filter(about).any(|t| t.causes.iter().any(explains)) {
        return None;
    }
    let message = Message::new(slot.reason.key.clone()).with("place", Arg::Word(slot_word(slot.id)));
    let advice = Message::new(format!("{}.advice", slot.reason.key));
    let blocks = slot.status == SlotStatus::Problem;
    let causes = vec![Cause { finding: None, message, advice }];
    Some(Todo { action: Action::Look, blocks, document: Some(at), pages, causes })
}

fn slot_word(slot: SlotId) -> String {
    let word = serde_json::to_value(slot).unwrap_or_default();
    format!("slot-{}", word.as_str().unwrap_or_default())
}

/// Without the name on record nobody's papers are known to be the right person's.
fn without_name(record: &Record) -> Option<Todo> {
    let cause =
        Cause { finding: None, message: Message::new("todo-no-name"), advice: Message::new("todo-no-name.advice") };
    let none = Todo { action: Action::Look, blocks: false, document: None, pages: Vec::new(), causes: vec![cause] };
    record.name.is_none().then_some(none)
}
