//! Which place of the requirements is filled by which document of the set.

use super::finding::Severity;
use super::reports::{PageReport, SlotReport, SlotStatus};
use crate::examined::DocumentSet;
use crate::kinds::DocumentKind;
use crate::requirements::{Requirements, Slot};
use crate::words::Message;

/// Documents of a set: pages of one kind belong together (front and back, several pages of one statement).
struct Candidate {
    kind: DocumentKind,
    pages: Vec<usize>,
    /// The worst finding on any of its pages.
    worst: Option<Severity>,
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
        let worst = reports[i].findings.iter().map(|f| f.severity).max();
        match out.iter_mut().find(|c| c.kind == kind && kind != DocumentKind::Unknown) {
            Some(same) => {
                same.pages.push(i);
                same.worst = same.worst.max(worst);
            }
            None => out.push(Candidate { kind, pages: vec![i], worst }),
        }
    }
    out
}

fn status(slot: &Slot, candidate: &Candidate) -> Option<SlotStatus> {
    let listed = slot.kinds.contains(&candidate.kind);
    if !listed && !slot.unsure_kinds.contains(&candidate.kind) {
        return None;
    }
    Some(match candidate.worst {
        Some(Severity::Blocker) => SlotStatus::Problem,
        Some(Severity::Warning) => SlotStatus::Unsure,
        _ if !listed => SlotStatus::Unsure,
        _ => SlotStatus::Met,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::judge;
    use crate::fields::FieldKind;
    use crate::requirements::SlotId;
    use crate::testing;

    #[test]
    fn an_expired_passport_is_there_but_would_be_refused() {
        let mut set = testing::good_set();
        let passport = set.pages[1].outcome.as_mut().unwrap();
        passport.facts.fields = vec![testing::field(FieldKind::ExpiryDate, "2020-01-01")];
        let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
        let primary = report.set.slots.iter().find(|s| s.id == SlotId::Primary).unwrap();
        assert_eq!(primary.status, SlotStatus::Problem);
    }
}
