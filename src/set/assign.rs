//! Which document fills which place of the requirements: the best assignment over all of them.
//!
//! No document fills two places of its own. A place that one of the others' documents must fill too, as that of the
//! address, counts with them: a document that shows the address is preferred for the place of the second document.

use super::worst_unanswered;
use crate::checks::{PageReport, SetDocument, Severity, SlotReport, SlotStatus};
use crate::examined::DocumentSet;
use crate::fields::{Field, FieldKind};
use crate::kinds::Side;
use crate::page::PageId;
use crate::requirements::{Requirements, Slot, SlotId};
use crate::words::Message;

/// How many documents are tried for a place. Of more than that, those that come later are not better.
const TRIED: usize = 12;

/// A document, and what counts for the places.
#[expect(clippy::struct_excessive_bools, reason = "each is one yes or no about a document")]
struct Candidate<'a> {
    document: &'a SetDocument,
    /// The worst finding on any of its pages that nothing in the set answers.
    worst: Option<Severity>,
    /// Whether only the back of a card was recognized.
    only_back: bool,
    /// Whether an address was read for sure.
    has_address: bool,
    /// Whether its address is another one than the record's.
    other_address: bool,
    /// Whether a whole ITIN was read for sure.
    has_itin: bool,
    /// Whether its kind counts only from other countries.
    foreign: bool,
}

/// A document in a place: how well it fills it, and the words for that.
type Fit = (SlotStatus, &'static str);

/// Fills the places of the requirements.
pub(super) fn fill(
    set: &DocumentSet,
    pages: &[PageReport],
    documents: &[SetDocument],
    answered: &[(PageId, &'static str)],
    requirements: &Requirements,
) -> Vec<SlotReport> {
    let candidates: Vec<Candidate> =
        documents.iter().map(|d| Candidate::new(d, set, pages, answered, requirements)).collect();
    let mut search = Search { slots: &requirements.slots, candidates: &candidates, best: None };
    search.go_on(&mut Vec::new());
    let chosen = search.best.map(|(_, chosen)| chosen).unwrap_or_default();
    let slots = requirements.slots.iter().zip(chosen);
    slots.map(|(slot, chosen)| report(slot, chosen, &candidates)).collect()
}

/// The documents that fill a place and would not be rejected, each once, in the order of the places.
pub(super) fn used(slots: &[SlotReport]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for document in slots.iter().filter(|s| s.status != SlotStatus::Problem).filter_map(|s| s.document) {
        if !out.contains(&document) {
            out.push(document);
        }
    }
    out
}

fn report(slot: &Slot, chosen: Option<usize>, candidates: &[Candidate]) -> SlotReport {
    let fit = chosen.and_then(|at| Some((at, fit(slot, &candidates[at])?)));
    let Some((at, (status, words))) = fit else {
        let reason = Message::new("slot-missing");
        return SlotReport { id: slot.id, status: SlotStatus::Missing, document: None, pages: Vec::new(), reason };
    };
    let pages = candidates[at].document.pages.iter().map(|p| p.id.clone()).collect();
    SlotReport { id: slot.id, status, document: Some(at), pages, reason: Message::new(words) }
}

/// Tries all assignments, place by place.
struct Search<'a> {
    slots: &'a [Slot],
    candidates: &'a [Candidate<'a>],
    best: Option<(Cost, Vec<Option<usize>>)>,
}

/// How many places are missing, problems, unsure; then earlier places and earlier documents win.
type Cost = ([usize; 3], Vec<SlotStatus>, usize);

impl Search<'_> {
    fn go_on(&mut self, chosen: &mut Vec<Option<usize>>) {
        let Some(slot) = self.slots.get(chosen.len()) else {
            let cost = self.cost(chosen);
            if self.best.as_ref().is_none_or(|(best, _)| cost < *best) {
                self.best = Some((cost, chosen.clone()));
            }
            return;
        };
        for document in self.options(slot, chosen) {
            chosen.push(document);
            self.go_on(chosen);
            chosen.pop();
        }
    }

    /// The documents that can fill a place beside those chosen before, best first, or none.
    fn options(&self, slot: &Slot, chosen: &[Option<usize>]) -> Vec<Option<usize>> {
        let fits = |at: &usize| fit(slot, &self.candidates[*at]).map(|fit| (fit.0, *at));
        if !slot.one_of.is_empty() {
            let those = self.slots.iter().zip(chosen).filter(|(s, _)| slot.one_of.contains(&s.id));
            let best = those.filter_map(|(_, at)| *at).filter_map(|at| fits(&at)).min();
            return vec![best.map(|(_, at)| at)];
        }
        let free = (0..self.candidates.len()).filter(|at| !chosen.contains(&Some(*at)));
        let mut fitting: Vec<(SlotStatus, usize)> = free.filter_map(|at| fits(&at)).collect();
        fitting.sort_unstable();
        let tried = fitting.into_iter().take(TRIED).map(|(_, at)| Some(at));
        tried.chain([None]).collect()
    }

    fn cost(&self, chosen: &[Option<usize>]) -> Cost {
        let (mut counts, mut statuses, mut documents) = ([0; 3], Vec::new(), 0);
        for (slot, at) in self.slots.iter().zip(chosen) {
            let status = at.and_then(|at| fit(slot, &self.candidates[at])).map_or(SlotStatus::Missing, |fit| fit.0);
            // without the others, a place that one of them fills is not missing besides
            let follows = |one: &SlotId| self.slots.iter().zip(chosen).any(|(s, at)| s.id == *one && at.is_none());
            match status {
                SlotStatus::Missing if slot.one_of.iter().any(follows) => {}
                SlotStatus::Missing => counts[0] += 1,
                SlotStatus::Problem => counts[1] += 1,
                SlotStatus::Unsure => counts[2] += 1,
                SlotStatus::Met => {}
            }
            statuses.push(status);
            documents += at.unwrap_or_default();
        }
        (counts, statuses, documents)
    }
}

impl<'a> Candidate<'a> {
    fn new(
        document: &'a SetDocument,
        set: &DocumentSet,
        reports: &[PageReport],
        answered: &[(PageId, &'static str)],
        requirements: &Requirements,
    ) -> Self {
        let pages = || document.pages.iter().filter_map(|p| set.pages[p.index].examined());
        let reports = || document.pages.iter().map(|p| &reports[p.index]);
        let is_back = |p: &crate::checks::DocumentPage| p.side == Some(Side::Back) && !p.both_sides;
        Self {
            document,
            worst: reports().filter_map(|report| worst_unanswered(report, answered)).max(),
            only_back: document.pages.iter().all(is_back),
            has_address: pages().any(|page| page.facts.of(FieldKind::Address).any(Field::is_claim)),
            other_address: reports()
                .flat_map(|r| &r.findings)
                .any(|f| f.message.key == "address-differs.found" && f.severity > Severity::Note),
            has_itin: pages().any(|page| page.facts.has_whole_itin()),
            foreign: !requirements.counts_from(document.kind, document.country.as_deref()),
        }
    }
}

/// How well a document fills a place, and the words for it; `None` where it does not fill it at all.
fn fit(slot: &Slot, candidate: &Candidate) -> Option<Fit> {
    let kind = candidate.document.kind;
    let by_its_number = slot.kinds_with_itin.contains(&kind) && candidate.has_itin;
    let listed = slot.kinds.contains(&kind) || by_its_number;
    if !listed && !slot.unsure_kinds.contains(&kind) {
        return None;
    }
    let shows_address = slot.id == SlotId::AddressProof;
    Some(match candidate.worst {
        Some(Severity::Blocker) => (SlotStatus::Problem, "slot-problem"),
        _ if candidate.only_back => (SlotStatus::Problem, "slot-only-back"),
        _ if shows_address && candidate.other_address => (SlotStatus::Problem, "slot-other-address"),
        _ if shows_address && !candidate.has_address => (SlotStatus::Unsure, "slot-no-address"),
        _ if !listed => (SlotStatus::Unsure, "slot-ask-first"),
        _ if candidate.foreign => (SlotStatus::Unsure, "slot-ask-first"),
        Some(Severity::Warning) => (SlotStatus::Unsure, "slot-unsure"),
        _ => (SlotStatus::Met, "slot-met"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::DocumentKind;
    use crate::set::judge;
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

    fn status_of(set: &DocumentSet, id: SlotId) -> (SlotStatus, String) {
        let report = judge(set, &testing::record(), &testing::rules(), testing::today());
        let slot = report.set.slots.into_iter().find(|s| s.id == id).unwrap();
        (slot.status, slot.reason.key)
    }

    #[test]
    fn the_back_of_a_card_alone_is_no_identity_document() {
        let mut set = testing::good_set();
        set.pages[1] = testing::record_of("back.jpg", testing::page(DocumentKind::DriversLicense, Some(Side::Back)));
        let back = (SlotStatus::Problem, "slot-only-back".to_owned());
        assert_eq!(status_of(&set, SlotId::Primary), back);
        set.pages.push(testing::record_of("front.jpg", testing::page(DocumentKind::DriversLicense, Some(Side::Front))));
        assert_ne!(status_of(&set, SlotId::Primary), back);
    }

    #[test]
    fn a_bill_on_which_no_address_was_read_is_no_sure_proof_of_it() {
        let mut set = testing::good_set();
        assert_eq!(status_of(&set, SlotId::AddressProof).0, SlotStatus::Met);
        let bill = set.pages[2].outcome.as_mut().unwrap();
        bill.facts.fields.retain(|f| f.kind != FieldKind::Address);
        assert_eq!(status_of(&set, SlotId::AddressProof), (SlotStatus::Unsure, "slot-no-address".to_owned()));
    }

    #[test]
    fn a_bank_statement_proves_the_itin_only_where_the_whole_number_is_on_it() {
        let mut set = testing::good_set();
        let mut statement = testing::page(DocumentKind::BankStatement, None);
        statement.facts.fields = testing::bill().facts.fields;
        set.pages[0] = testing::record_of("statement.jpg", statement);
        assert_eq!(status_of(&set, SlotId::ItinProof).0, SlotStatus::Missing);
        let fields = &mut set.pages[0].outcome.as_mut().unwrap().facts.fields;
        fields.push(testing::field(FieldKind::Itin, "***-**-1234"));
        assert_eq!(status_of(&set, SlotId::ItinProof).0, SlotStatus::Missing);
        set.pages[0].outcome.as_mut().unwrap().facts.fields.push(testing::field(FieldKind::Itin, "912-70-1234"));
        assert_eq!(status_of(&set, SlotId::ItinProof).0, SlotStatus::Met);
    }
}
