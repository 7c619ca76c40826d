//! Which place of the requirements is filled by which document of the set.

use serde::Serialize;

use super::judge::{PageReport, PageVerdict};
use crate::fields::DocumentKind;
use crate::page::{DocumentSet, PageId};
use crate::requirements::{Requirements, Slot, SlotId};
use crate::words::Message;

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

/// Documents of a set: pages of one kind belong together (front and back, several pages of one statement).
struct Candidate {
    kind: DocumentKind,
    pages: Vec<usize>,
    verdict: PageVerdict,
}

/// Fills the places of the requirements in their order. A document fills one place, except for shared places.
pub(super) fn fill(set: &DocumentSet, reports: &[PageReport], requirements: &Requirements) -> Vec<SlotReport> {
    let candidates = candidates(set, reports);
    let mut used = vec![false; candidates.len()];
    requirements
        .slots
        .iter()
        .map(|slot| {
            let best = (0..candidates.len())
                .filter(|i| slot.shared || !used[*i])
                .filter_map(|i| Some((status(slot, &candidates[i])?, i)))
                .min();
            let Some((status, i)) = best else {
                return SlotReport {
                    id: slot.id,
                    status: SlotStatus::Missing,
                    pages: Vec::new(),
                    reason: Message::new("slot-missing"),
                };
            };
            used[i] |= !slot.shared;
            let pages = candidates[i].pages.iter().map(|p| set.pages[*p].id.clone()).collect();
            let key = match status {
                SlotStatus::Met => "slot-met",
                SlotStatus::Unsure => "slot-unsure",
                _ => "slot-problem",
            };
            SlotReport { id: slot.id, status, pages, reason: Message::new(key) }
        })
        .collect()
}

fn candidates(set: &DocumentSet, reports: &[PageReport]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    for (i, page) in set.pages.iter().enumerate() {
        let Some(examined) = page.examined() else { continue };
        let kind = examined.facts.document.kind;
        let verdict = reports[i].verdict;
        match out.iter_mut().find(|c| c.kind == kind && kind != DocumentKind::Unknown) {
            Some(same) => {
                same.pages.push(i);
                same.verdict = worse(same.verdict, verdict);
            }
            None => out.push(Candidate { kind, pages: vec![i], verdict }),
        }
    }
    out
}

fn worse(a: PageVerdict, b: PageVerdict) -> PageVerdict {
    let rank = |v| match v {
        PageVerdict::Ready => 0,
        PageVerdict::Review => 1,
        PageVerdict::Unreadable => 2,
        PageVerdict::Retake => 3,
    };
    if rank(b) > rank(a) { b } else { a }
}

fn status(slot: &Slot, candidate: &Candidate) -> Option<SlotStatus> {
    let listed = slot.kinds.contains(&candidate.kind);
    if !listed && !slot.unsure_kinds.contains(&candidate.kind) {
        return None;
    }
    Some(match candidate.verdict {
        PageVerdict::Retake | PageVerdict::Unreadable => SlotStatus::Problem,
        PageVerdict::Review => SlotStatus::Unsure,
        PageVerdict::Ready if !listed => SlotStatus::Unsure,
        PageVerdict::Ready => SlotStatus::Met,
    })
}
