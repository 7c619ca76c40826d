//! Which place of the requirements is filled by which document of the set.

use super::finding::Severity;
use super::reports::{PageReport, SlotReport, SlotStatus};
use crate::examined::{DocumentSet, Examined};
use crate::fields::{FieldKind, has_form_of_itin};
use crate::kinds::{DocumentKind, Side};
use crate::requirements::{Requirements, Slot, SlotId};
use crate::words::Message;

/// Documents of a set: pages of one kind belong together (front and back, several pages of one statement).
struct Candidate {
    kind: DocumentKind,
    pages: Vec<usize>,
    /// The worst finding on any of its pages.
    worst: Option<Severity>,
    /// Whether nothing but backs of a card were recognized.
    only_back: bool,
    /// Whether an address was read for sure.
    has_address: bool,
    /// Whether a whole ITIN was read for sure.
    has_itin: bool,
}

impl Candidate {
    fn new(kind: DocumentKind) -> Self {
        Self {
            kind,
            pages: Vec::new(),
            worst: None,
            only_back: kind.traits().has_back,
            has_address: false,
            has_itin: false,
        }
    }

    fn add(&mut self, index: usize, page: &Examined, worst: Option<Severity>) {
        self.pages.push(index);
        self.worst = self.worst.max(worst);
        self.only_back &= page.facts.document.side == Some(Side::Back);
        let claims = |kind| page.facts.of(kind).filter(|f| f.is_claim());
        self.has_address |= claims(FieldKind::Address).next().is_some();
        let digits = |value: &str| value.chars().filter(char::is_ascii_digit).collect::<String>();
        self.has_itin |= claims(FieldKind::Itin).any(|f| has_form_of_itin(&digits(&f.value)));
    }
}

/// Fills the places of the requirements in their order. A document fills one place, except for shared places.
pub(super) fn fill(set: &DocumentSet, reports: &[PageReport], requirements: &Requirements) -> Vec<SlotReport> {
    let candidates = candidates(set, reports);
    let mut used = vec![false; candidates.len()];
    requirements
        .slots
        .iter()
        .map(|slot| {
            let fits = |i: usize| status(slot, &candidates[i]).map(|(status, words)| (status, i, words));
            let best = (0..candidates.len()).filter(|i| slot.shared || !used[*i]).filter_map(fits).min();
            let Some((status, i, words)) = best else {
                return SlotReport {
                    id: slot.id,
                    status: SlotStatus::Missing,
                    pages: Vec::new(),
                    reason: Message::new("slot-missing"),
                };
            };
            used[i] |= !slot.shared;
            let pages = candidates[i].pages.iter().map(|p| set.pages[*p].id.clone()).collect();
            SlotReport { id: slot.id, status, pages, reason: Message::new(words) }
        })
        .collect()
}

fn candidates(set: &DocumentSet, reports: &[PageReport]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    for (i, page) in set.pages.iter().enumerate() {
        let Some(examined) = page.examined() else { continue };
        let kind = examined.facts.document.kind;
        let worst = reports[i].findings.iter().map(|f| f.severity).max();
        let same = out.iter().position(|c| c.kind == kind && kind != DocumentKind::Unknown);
        let at = same.unwrap_or_else(|| {
            out.push(Candidate::new(kind));
            out.len() - 1
        });
        out[at].add(i, examined, worst);
    }
    out
}

/// How well a document fills a place, and the words for it; `None` where it does not fill it at all.
fn status(slot: &Slot, candidate: &Candidate) -> Option<(SlotStatus, &'static str)> {
    let by_its_number = slot.kinds_with_itin.contains(&candidate.kind) && candidate.has_itin;
    let listed = slot.kinds.contains(&candidate.kind) || by_its_number;
    if !listed && !slot.unsure_kinds.contains(&candidate.kind) {
        return None;
    }
    Some(match candidate.worst {
        Some(Severity::Blocker) => (SlotStatus::Problem, "slot-problem"),
        _ if candidate.only_back => (SlotStatus::Problem, "slot-only-back"),
        _ if slot.id == SlotId::AddressProof && !candidate.has_address => (SlotStatus::Unsure, "slot-no-address"),
        Some(Severity::Warning) => (SlotStatus::Unsure, "slot-unsure"),
        _ if !listed => (SlotStatus::Unsure, "slot-unsure"),
        _ => (SlotStatus::Met, "slot-met"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::judge;
    use crate::fields::FieldKind;
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
