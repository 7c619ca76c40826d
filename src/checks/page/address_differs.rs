//! The address on the document is not the address on the record.
//!
//! *Why:* a bill or a statement shows where the applicant lives only if it has the address that is entered, in full
//! (ID.me help, pages on bank statements and utility bills). A card may show an earlier address while another document
//! shows the present one, and an old address is no reason to reject the ITIN letter. *Fix:* depends on what differs; each
//! difference has its own sentence.

use crate::addresses::{AddressReason, AddressVerdict, Relation, compare};
use crate::checks::{Action, Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::{Field, FieldKind};
use crate::kinds::DocumentKind;
use crate::record::Address;
use crate::words::{Arg, Message};

pub static CHECK: Check = Check {
    id: "address-differs",
    severity: Severity::Blocker,
    needs: &[Need::RecordAddress, Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

/// Most lines that an address fills on a page.
const MOST_LINES: usize = 4;

/// What the address of a document is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A bill, a statement: it proves the address.
    Proof,
    /// A letter of the IRS: its address may be an old one.
    Letter,
    /// A card, and whatever else: another document may prove the address.
    Other,
}

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(record) = cx.record.address.as_ref() else { return };
    if page.facts.continues {
        return;
    }
    let said = |field: &Field| compare(cx.addresses(), record, &field.value);
    // print or barcode: one of them is enough to be right
    if page.facts.of(FieldKind::Address).any(|field| is_same(&said(field))) {
        return;
    }
    let Some(field) = page.facts.best(FieldKind::Address).filter(|field| field.is_claim()) else {
        return cx.not_assessed("reason-no-address-read");
    };
    let verdict = said(field);
    let Some(worst) = verdict.reasons.first() else { return };
    let elsewhere = verdict.relation == Relation::Mismatch && stands_elsewhere(page, record, cx);
    let differs = verdict.relation == Relation::Mismatch && !elsewhere;
    let role = role(page.facts.document.kind);
    let mut finding = cx.finding().at(field.region).sure(field.confidence);
    finding.severity = match (role, differs) {
        (Role::Proof, true) => Severity::Blocker,
        (Role::Proof, false) | (Role::Other, true) => Severity::Warning,
        (Role::Letter, _) | (Role::Other, false) => Severity::Note,
    };
    if (role, differs) == (Role::Proof, true) {
        finding.action = Action::Replace;
    }
    finding = match (elsewhere, differs) {
        (true, _) => finding.saying("elsewhere"),
        (false, true) => finding,
        (false, false) => finding.saying("review"),
    };
    finding = match (role, differs) {
        (Role::Letter, _) => finding.advising("advice-letter"),
        (Role::Other, true) => finding.advising("advice-card"),
        (_, false) => finding.advising("advice-review"),
        (Role::Proof, true) => finding,
    };
    cx.find(finding.with("document", field.value.clone()).with("what", Arg::Sentence(Box::new(sentence(worst)))));
}

const fn role(kind: DocumentKind) -> Role {
    match kind {
        DocumentKind::UtilityBill
        | DocumentKind::BankStatement
        | DocumentKind::PayStub
        | DocumentKind::MedicalBill
        | DocumentKind::W2
        | DocumentKind::Lease => Role::Proof,
        DocumentKind::ItinLetter | DocumentKind::IrsNotice => Role::Letter,
        _ => Role::Other,
    }
}

fn is_same(verdict: &AddressVerdict) -> bool {
    verdict.relation <= Relation::FormatOnly
}

/// What differs, in a sentence of its own.
fn sentence(reason: &AddressReason) -> Message {
    let shown = |text: &str| Arg::Text(text.to_owned());
    Message::new(reason.key()).with("record", shown(&reason.record)).with("document", shown(&reason.document))
}

/// Whether the record's address stands somewhere on the page: the one that was taken for the holder's may be the
/// sender's, or the place that is served.
fn stands_elsewhere(page: &Examined, record: &Address, cx: &PageContext) -> bool {
    let number: String =
        record.line1.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let lines: Vec<&str> = page.lines.iter().map(|line| line.text.as_str()).collect();
    let starts = (0..lines.len()).filter(|at| !number.is_empty() && lines[*at].contains(&number));
    starts.into_iter().any(|at| {
        let most = MOST_LINES.min(lines.len() - at);
        (1..=most).any(|count| is_same(&compare(cx.addresses(), record, &lines[at..at + count].join("\n"))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Finding;
    use crate::kinds::Side;
    use crate::testing::{self, field, found, line, was_not_assessed};

    fn showing(kind: DocumentKind, address: &str) -> Examined {
        let mut page = testing::page(kind, None);
        page.facts.fields = vec![field(FieldKind::Address, address)];
        page
    }

    fn one(page: Examined) -> Finding {
        found("address-differs", page).remove(0)
    }

    #[test]
    fn the_same_address_written_in_another_way_is_no_finding() {
        for text in ["12 ELM ST, RENO, NV 89501", "12 Elm Street, Reno, Nevada 89501-2210", "12 ELMST, RENO NV89501"] {
            assert!(found("address-differs", showing(DocumentKind::UtilityBill, text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn another_address_is_a_blocker_on_a_bill_a_warning_on_a_card_and_a_note_on_the_letter() {
        let other = "14 ELM ST, RENO, NV 89501";
        let severity = |kind| one(showing(kind, other)).severity;
        for kind in [DocumentKind::UtilityBill, DocumentKind::BankStatement, DocumentKind::W2, DocumentKind::Lease] {
            assert_eq!(severity(kind), Severity::Blocker);
        }
        assert_eq!(severity(DocumentKind::DriversLicense), Severity::Warning);
        assert_eq!(severity(DocumentKind::ItinLetter), Severity::Note);
        let finding = one(showing(DocumentKind::UtilityBill, other));
        assert!(finding.region.is_some() && finding.message.key == "address-differs.found");
        assert!(format!("{:?}", finding.message.args).contains("address-number-differs"), "{finding:?}");
    }

    #[test]
    fn what_is_missing_is_to_be_looked_at() {
        let missing = "12 ELM ST, RENO, NV";
        let finding = one(showing(DocumentKind::BankStatement, missing));
        assert_eq!((finding.severity, finding.message.key.as_str()), (Severity::Warning, "address-differs.review"));
        assert_eq!(one(showing(DocumentKind::IrsNotice, missing)).severity, Severity::Note);
        assert_eq!(one(showing(DocumentKind::StateId, missing)).severity, Severity::Note);
    }

    #[test]
    fn the_records_address_elsewhere_on_the_page_makes_it_a_question() {
        let mut page = showing(DocumentKind::UtilityBill, "900 POWER PLZ, RENO, NV 89502");
        assert_eq!(one(page.clone()).severity, Severity::Blocker);
        page.lines = ["Service at", "12 Elm St", "Reno NV 89501"].map(line).to_vec();
        let finding = one(page);
        assert_eq!((finding.severity, finding.message.key.as_str()), (Severity::Warning, "address-differs.elsewhere"));
    }

    #[test]
    fn one_reading_of_several_is_enough() {
        let mut page = showing(DocumentKind::DriversLicense, "812 ELM ST, RENO, NV 89501");
        assert_eq!(found("address-differs", page.clone()).len(), 1);
        page.facts.fields.push(field(FieldKind::Address, "12 ELM ST, RENO, NV 895010000"));
        assert!(found("address-differs", page).is_empty());
    }

    #[test]
    fn without_an_address_that_was_read_for_sure_it_is_not_assessed() {
        assert!(was_not_assessed("address-differs", testing::passport()));
        assert!(was_not_assessed("address-differs", testing::page(DocumentKind::DriversLicense, Some(Side::Back))));
        let mut page = showing(DocumentKind::UtilityBill, "14 ELM ST, RENO, NV 89501");
        page.facts.fields[0].confidence = 0.7;
        assert!(was_not_assessed("address-differs", page.clone()) && found("address-differs", page).is_empty());
    }
}
