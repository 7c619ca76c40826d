//! Words that name a kind of document without being its title, and facts whose captions prove little.

use super::{read, value};
use crate::fields::FieldKind;
use crate::kinds::DocumentKind;

fn kind(text: &str) -> DocumentKind {
    read(text).document.kind
}

#[test]
fn what_running_text_mentions_is_no_title() {
    for text in [
        "Form W-7 acknowledgement\nYou checked: U.S. resident alien filing a U.S. federal tax return\nMARIA LOPEZ GARCIA",
        "Form 1040-NR\nU.S. Nonresident Alien Income Tax Return",
        "Dear Ms. Lopez,\nyou told us that you are a permanent resident of the United States and that your\npassport was renewed. Please send us a copy of your birth certificate within thirty days.",
    ] {
        assert!(matches!(kind(text), DocumentKind::Unknown | DocumentKind::Other), "{text}: {:?}", kind(text));
    }
    assert_eq!(
        kind("UNITED STATES OF AMERICA\nRESIDENT ALIEN\nQUINTERO, MARISOL"),
        DocumentKind::PermanentResidentCard
    );
}

#[test]
fn a_form_with_the_title_of_a_card_is_no_card() {
    let form =
        format!("Identification\nResident alien\nDriver's license\nPassport{}", "\nSome words of a form".repeat(60));
    assert_eq!(kind(&form), DocumentKind::Unknown);
}

#[test]
fn every_vital_record_is_certified_alike() {
    let head = "STATE OF MICHIGAN\nCERTIFICATION OF VITAL RECORD\nCOUNTY OF KENT";
    assert_eq!(kind(head), DocumentKind::Unknown);
    assert_eq!(kind(&format!("{head}\nMarriage License")), DocumentKind::MarriageCertificate);
    assert_eq!(kind(&format!("{head}\nNUMBER OF TIMES PREVIOUSLY MARRIED")), DocumentKind::MarriageCertificate);
    assert_eq!(kind(&format!("{head}\nCERTIFICATE OF LIVE BIRTH")), DocumentKind::BirthCertificate);
}

#[test]
fn a_caption_that_speaks_of_birth_is_no_certificate_of_one() {
    let card = "CARTE NATIONALE D'IDENTITÉ\nNom\nVALMONT\nPrénom(s)\nCLAIRE\nATE DE NAISSANCE\n14.02.1990";
    assert_eq!(kind(card), DocumentKind::NationalId);
    let card = "TARJETA DE IDENTIDAD\nNombre\nMARISOL\nCertificado de nacimiento No. 0801-1990-12345";
    assert_eq!(kind(card), DocumentKind::NationalId);
}

#[test]
fn a_license_in_two_languages_is_not_french_for_that() {
    let facts = read("Ontario\nDRIVER'S LICENCE\nPERMIS DE CONDUIRE\n1,2 NAME/NOM\nDOE,\nJOHN");
    assert_eq!(facts.document.country.as_deref(), Some("CAN"));
}

#[test]
fn what_is_metered_is_a_bill_of_a_utility_whatever_it_calls_itself() {
    let bill = "Tax Invoice\nGreen Bill\nElectricity|Kilowatt Hours(kWh)\n299\nMeter number(s): 1277315T\nConsumption|Rate (AED/kWh)\nSub total|92.71";
    assert_eq!(kind(bill), DocumentKind::UtilityBill);
    assert_eq!(kind("Tax Invoice\nOffice chair|120.00\nSub total|120.00"), DocumentKind::Other);
}

#[test]
fn a_nationality_is_a_country_or_its_people() {
    for (printed, firm) in [("SALVADOREÑA", true), ("USA", true), ("British Citizen", true), ("Blue sky", false)] {
        let facts = read(&format!("IDENTITY CARD\nSurname\nQUINTERO\nNationality\n{printed}"));
        let nationality = facts.best(FieldKind::Nationality);
        assert_eq!(nationality.map(|f| f.confidence >= 0.8), Some(firm), "{printed}");
    }
    let next = read("IDENTITY CARD\nSurname\nQUINTERO\nNationality|Marital Status");
    assert_eq!(value(&next, FieldKind::Nationality), None);
}

#[test]
fn the_number_of_the_field_is_no_part_of_the_address() {
    let address = |text: &str| {
        let facts = read(&format!("TEXAS DRIVER LICENSE USA\n4d DLN 12345678\n{text}\nDOB 09/21/1990"));
        facts.best(FieldKind::Address).map(|f| (f.value.clone(), f.confidence >= 0.8)).unwrap_or_default()
    };
    let place = "HOUSTON, TX 77002";
    assert_eq!(
        address(&format!("1TALBOT\n2LIAM R\n8123 ELM STREET\n {place}")),
        (format!("123 ELM STREET, {place}"), false)
    );
    assert_eq!(
        address(&format!("1 TALBOT\n2LIAM R\n8 8123 ELM STREET\n {place}")),
        (format!("8123 ELM STREET, {place}"), true)
    );
    // Where both lines begin in one column the 8 is that of the house.
    assert_eq!(
        address(&format!("1TALBOT\n2LIAM R\n8123 ELM STREET\n{place}")),
        (format!("8123 ELM STREET, {place}"), false)
    );
    assert_eq!(
        address(&format!("1 TALBOT\n2 LIAM R\n8123 ELM STREET\n{place}")),
        (format!("8123 ELM STREET, {place}"), false)
    );
    assert_eq!(
        address(&format!("1 TALBOT\n2 LIAM R\n8 123 ELM STREET\n{place}")),
        (format!("123 ELM STREET, {place}"), true)
    );
    assert_eq!(
        address(&format!("1TALBOT\n2LIAM R\n123 ELM STREET\n{place}")),
        (format!("123 ELM STREET, {place}"), true)
    );
}

#[test]
fn papers_that_have_no_kind_of_their_own_are_known_and_bills_stay_bills() {
    for text in [
        "Evermore Mutual\nAuto Insurance\nPolicy number: AF 1",
        "Policy number: AF 1\nBodily injury liability|$50,000\nSix-month premium|$410",
        "Holton Home Loans\nMortgage Statement\nLoan number|123",
        "COUNTY TREASURER\n2026 PROPERTY TAX BILL\nPARCEL NUMBER|12-3",
        "HOLTON HIGH SCHOOL\nOFFICIAL TRANSCRIPT",
    ] {
        assert_eq!(kind(text), DocumentKind::Other, "{text}");
    }
    let lease = "RESIDENTIAL LEASE AGREEMENT\nTenant must hold renters insurance\nPolicy number|12\nDeductible|$500";
    assert_eq!(kind(lease), DocumentKind::Lease);
    assert_eq!(kind("Dear customer, a student of ours will read your meter"), DocumentKind::Unknown);
}

#[test]
fn a_letter_that_assigns_the_number_is_one_whatever_form_it_names() {
    let letter = "Internal Revenue Service\nThank you for your Form W-7, Application for IRS Individual Taxpayer Identification Number.\nWe have assigned the ITIN below to Marisol Quillon.\n900-70-1234";
    assert_eq!(kind(letter), DocumentKind::ItinLetter);
    for other in [
        "Notice CP567\nForm W-7, Application for IRS Individual Taxpayer Identification Number\nWe have not assigned an ITIN to you.",
        "Notice CP566\nWe need more information before you can be assigned an ITIN.",
        "Notice CP48\nWe assigned you an ITIN: 912-70-1234\nIt has expired.",
    ] {
        assert_ne!(kind(&format!("Internal Revenue Service\n{other}")), DocumentKind::ItinLetter, "{other}");
    }
}
