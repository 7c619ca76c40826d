//! The traps that labels of real documents set, each as a made-up page.

mod captions;
mod dates;
mod kinds;
mod layouts;
mod papers;

use super::*;
use crate::assets::Assets;
use crate::testing::readings::page;

fn read(text: &str) -> Facts {
    let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
    extract(&lexicon, &page(text), &Codes::default(), Size::new(1200, 900))
}

fn value(facts: &Facts, kind: FieldKind) -> Option<&str> {
    facts.best(kind).map(|f| f.value.as_str())
}

#[test]
fn issue_is_not_expiry_though_the_words_are_alike() {
    let facts = read("CÉDULA DE IDENTIDAD\nFECHA DE EXPEDICIÓN 05/03/2018\nFECHA DE EXPIRACIÓN 05/03/2028");
    assert_eq!(value(&facts, FieldKind::IssueDate).map(|v| &v[..4]), Some("2018"));
    assert_eq!(value(&facts, FieldKind::ExpiryDate).map(|v| &v[..4]), Some("2028"));
}

#[test]
fn vencimiento_is_expiry_on_a_card_and_due_date_on_a_bill() {
    let card = read("DOCUMENTO NACIONAL DE IDENTIDAD\nREPÚBLICA ARGENTINA\nVencimiento 21/04/2030");
    assert_eq!(value(&card, FieldKind::ExpiryDate), Some("2030-04-21"));
    let bill = read(
        "FACTURA DE ELECTRICIDAD\nConsumo 120 kWh\nFecha de facturación 02/04/2024\nVencimiento 21/04/2024\nTotal a pagar",
    );
    assert_eq!(bill.document.kind, DocumentKind::UtilityBill);
    assert_eq!(value(&bill, FieldKind::ExpiryDate), None);
    assert!(bill.of(FieldKind::StatementDate).all(|f| !f.value.ends_with("21")));
}

#[test]
fn the_day_to_pay_is_no_date_of_a_bill_in_any_language() {
    for (bill, date, due) in [
        ("BOLLETTA ENERGIA\nConsumo 120 kWh", "Data di emissione", "Scadenza"),
        ("STROM RECHNUNG\nVerbrauch 120 kWh", "Rechnungsdatum", "Zahlbar bis"),
        ("FATURA DE ENERGIA\nConsumo 120 kWh", "Data de emissão", "Data de vencimento"),
        ("RECIBO DE LUZ\nConsumo 120 kWh", "Fecha de facturación", "Fecha límite de pago"),
        ("VOTRE FACTURE ÉLECTRICITÉ\nConsommation 120 kWh", "Facture du", "À payer avant le"),
    ] {
        for text in [
            format!("{bill}\n{due}|25.04.2024\n{date}|14.04.2024"),
            format!("{bill}\n{date}|14.04.2024\n{due}|25.04.2024"),
        ] {
            let facts = read(&text);
            assert_eq!(value(&facts, FieldKind::StatementDate), Some("2024-04-14"), "{text}");
            assert_eq!(value(&facts, FieldKind::ExpiryDate), None, "{text}");
        }
    }
}

#[test]
fn captions_of_the_old_cedula_stand_under_their_values() {
    let facts = read(
        "REPÚBLICA DE COLOMBIA\nIDENTIFICACIÓN PERSONAL\nCÉDULA DE CIUDADANÍA\nQUINTERO ÁVILA\nAPELLIDOS\nMARISOL ELENA\nNOMBRES\n\nFIRMA",
    );
    let holder = facts.holder.unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("QUINTERO ÁVILA", "MARISOL ELENA"));
}

#[test]
fn a_title_is_no_part_of_the_name() {
    let facts = read(
        "Votre facture d'électricité\nConsommation 412 kWh\nMontant à payer\n\nMME OU MR VALMONT CLAIRE\n12 RUE DES LILAS\n69003 LYON",
    );
    assert_eq!(facts.holder.as_ref().map(|h| h.full_name.as_str()), Some("VALMONT CLAIRE"));
    assert_eq!(value(&facts, FieldKind::Address), Some("12 RUE DES LILAS, 69003 LYON"));
}

#[test]
fn the_number_that_the_letter_breaks_is_read_whole() {
    let facts = read(
        "Notice CP565\nInternal Revenue Service\nYou've been assigned an Individual Taxpayer\nIdentification Number (ITIN): 912-70-\n3456\nITIN and personal information",
    );
    assert_eq!(value(&facts, FieldKind::Itin), Some("912-70-3456"));
    assert_eq!(facts.of(FieldKind::Itin).count(), 1);
}

#[test]
fn sex_and_nationality_are_read_under_and_beside_their_captions() {
    let facts = read("CÉDULA DE IDENTIDAD\nAPELLIDOS\nQUINTERO\nNOMBRES\nMARISOL\nNACIONALIDAD|SEXO\nSALVADOREÑA|F");
    assert_eq!(value(&facts, FieldKind::Nationality), Some("SALVADOREÑA"));
    assert_eq!(value(&facts, FieldKind::Sex), Some("F"));
    // M is a woman on Mexican cards (mujer), H a man.
    let voter = read("INSTITUTO NACIONAL ELECTORAL\nCREDENCIAL PARA VOTAR\nNOMBRE|SEXO M\nQUINTERO\nÁVILA\nMARISOL");
    assert_eq!(value(&voter, FieldKind::Sex), Some("F"));
    let elsewhere = read("REPÚBLICA DOMINICANA\nJUNTA CENTRAL ELECTORAL\nCÉDULA DE IDENTIDAD Y ELECTORAL\nSEXO: M");
    assert_eq!(value(&elsewhere, FieldKind::Sex), Some("M"));
    let man = read("INSTITUTO NACIONAL ELECTORAL\nCREDENCIAL PARA VOTAR\nNOMBRE|SEXO H\nQUINTERO\nÁVILA\nLUIS");
    assert_eq!(value(&man, FieldKind::Sex), Some("M"));
}

#[test]
fn the_address_on_a_voter_card_stands_under_its_caption() {
    let facts = read(
        "INSTITUTO NACIONAL ELECTORAL\nCREDENCIAL PARA VOTAR\nNOMBRE\nQUINTERO\nÁVILA\nMARISOL\nDOMICILIO\nC PINO 12 INT 3\nCOL CENTRO 06000\nCUAUHTEMOC, CDMX\nCURP QUAM900125MDFNVR04",
    );
    assert_eq!(value(&facts, FieldKind::Address), Some("C PINO 12 INT 3, COL CENTRO 06000, CUAUHTEMOC, CDMX"));
}

#[test]
fn a_translation_alone_is_no_certificate_and_beside_the_original_it_is() {
    let translation = "CERTIFIED TRANSLATION FROM SPANISH\nBIRTH CERTIFICATE\nGiven name(s)|MARISOL\nSurnames|QUINTERO";
    assert_eq!(read(translation).document.kind, DocumentKind::Translation);
    let both = read(&format!("ACTA DE NACIMIENTO\nNombre(s)|MARISOL\n{translation}"));
    assert_eq!(both.document.kind, DocumentKind::BirthCertificate);
}

#[test]
fn words_for_emission_are_issue() {
    for (title, word) in [
        ("REINO DE ESPAÑA PASAPORTE", "Fecha de emisión"),
        ("REPÚBLICA PORTUGUESA PASSAPORTE", "Emissão"),
        ("REPUBBLICA ITALIANA PASSAPORTO", "Data di emissione"),
        ("RÉPUBLIQUE FRANÇAISE PASSEPORT", "Date de délivrance"),
        ("BUNDESREPUBLIK DEUTSCHLAND REISEPASS", "Ausstellungsdatum"),
    ] {
        let facts = read(&format!("{title}\n{word}\n14.02.2020"));
        assert_eq!(value(&facts, FieldKind::IssueDate), Some("2020-02-14"), "{word}");
        assert_eq!(facts.best(FieldKind::ExpiryDate).filter(|f| f.confidence >= 0.8), None, "{word}");
    }
}

#[test]
fn nom_and_name_are_the_surname_beside_given_names_and_the_other_way_round() {
    for text in [
        "CARTE NATIONALE D'IDENTITÉ\nNom\nVALMONT\nPrénom(s)\nCLAIRE",
        "PERSONALAUSWEIS\nName\nVALMONT\nVornamen\nCLAIRE",
        "CARTA D'IDENTITÀ\nCOGNOME\nVALMONT\nNOME\nCLAIRE",
        "CÉDULA DE IDENTIDAD\nApellidos\nVALMONT\nNombre\nCLAIRE",
    ] {
        let holder = read(text).holder.unwrap();
        assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("VALMONT", "CLAIRE"), "{text}");
        assert!(holder.confidence >= 0.8);
    }
}

#[test]
fn nombre_on_a_voter_card_heads_three_lines() {
    let holder =
        read("INSTITUTO NACIONAL ELECTORAL\nCREDENCIAL PARA VOTAR\nNOMBRE\nQUINTERO\nÁVILA\nMARISOL\nDOMICILIO")
            .holder
            .unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("QUINTERO ÁVILA", "MARISOL"));
}

#[test]
fn further_captions_after_a_caption_are_no_value() {
    let holder = read("CARTA D'IDENTITÀ\nCOGNOME / SURNAME\nBELLINI\nNOME/GIVEN NAMES\nTERESA").holder.unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("BELLINI", "TERESA"));
    let inline = read("CARTA D'IDENTITÀ\nCOGNOME / SURNAME BELLINI\nNOME/GIVEN NAMES TERESA").holder.unwrap();
    assert_eq!((inline.surname.as_str(), inline.given_names.as_str()), ("BELLINI", "TERESA"));
}

#[test]
fn a_line_of_captions_is_never_a_value() {
    let facts = read("PASSPORT\nSurname\nGiven names\nNationality\nDate of birth\nDate of expiry");
    assert_eq!(facts.holder, None);
    assert!(facts.fields.is_empty(), "{:?}", facts.fields);
}

#[test]
fn a_blank_surname_does_not_take_the_given_names() {
    let facts = read("REPUBLIC OF INDIA PASSPORT\nSurname\nGiven Name(s)\nSUDARPA");
    assert_eq!(facts.holder.as_ref().map(|h| h.surname.as_str()), Some(""));
    assert!(facts.holder.is_some_and(|h| h.confidence < 0.8));
}

#[test]
fn the_second_date_of_a_validity_is_the_expiry() {
    let facts = read("居民身份证\n有效期限 2015.03.01-2035.03.01");
    assert_eq!(value(&facts, FieldKind::ExpiryDate), Some("2035-03-01"));
    let ine = read("INSTITUTO NACIONAL ELECTORAL\nVIGENCIA 2023 - 2033");
    assert_eq!(value(&ine, FieldKind::ExpiryDate), Some("2033-12-31"));
    let from = read("IDENTITY CARD\nVALID FROM 14.02.2020\nVALID UNTIL 13.02.2030");
    assert_eq!(value(&from, FieldKind::ExpiryDate), Some("2030-02-13"));
}

#[test]
fn parents_are_not_the_holder() {
    let facts = read("CARTEIRA DE IDENTIDADE\nNOME\nHELENA SOUSA\nFILIAÇÃO\nJORGE SOUSA\nRITA FILHO");
    assert_eq!(facts.holder.map(|h| h.full_name).as_deref(), Some("HELENA SOUSA"));
    let birth = read(
        "CERTIFICATE OF LIVE BIRTH\nFIRST|MIDDLE|LAST\nIRIS|JUNE|HOLLOWAY\nFATHER-NAME|FIRST|MIDDLE|LAST\n|OTTO|KARL|BRENNER",
    );
    let holder = birth.holder.unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("HOLLOWAY", "IRIS JUNE"));
}

#[test]
fn a_statement_date_is_never_the_due_date() {
    let facts = read(
        "ELECTRIC BILL\n1200 kWh\nBill date|March 4, 2024\nDue date|March 25, 2024\nService period|Feb 1, 2024 - Mar 1, 2024",
    );
    assert_eq!(value(&facts, FieldKind::StatementDate), Some("2024-03-04"));
    let none = read("ELECTRIC BILL\n1200 kWh\nDue date|March 25, 2024");
    assert_eq!(value(&none, FieldKind::StatementDate), None);
}

#[test]
fn dates_without_captions_are_no_claim() {
    let facts = read("IDENTITY CARD\n14.02.1990\n13.02.2020\n13.02.2030");
    assert!(facts.fields.iter().all(|f| f.confidence < 0.8), "{:?}", facts.fields);
}

#[test]
fn the_discriminator_of_a_license_is_no_date() {
    let facts =
        read("TEXAS DRIVER LICENSE USA\n4a ISS 04/10/2014|4b EXP 04/10/2018\n5 DD 01/02/2015NNNAN\nDOB 09/21/1990");
    assert_eq!(value(&facts, FieldKind::IssueDate), Some("2014-04-10"));
    assert_eq!(value(&facts, FieldKind::ExpiryDate), Some("2018-04-10"));
    assert_eq!(value(&facts, FieldKind::BirthDate), Some("1990-09-21"));
}

#[test]
fn a_month_is_not_the_number_of_a_field() {
    for (text, expiry) in [("4b EXP 12/31/2031", "2031-12-31"), ("4b 12-18-2027", "2027-12-18")] {
        let facts = read(&format!("TEXAS DRIVER LICENSE USA\n{text}\nDOB 09/21/1990"));
        assert_eq!(value(&facts, FieldKind::ExpiryDate), Some(expiry), "{text}");
    }
}

#[test]
fn half_a_name_is_no_claim() {
    let facts = read("CREDENCIAL PARA VOTAR INSTITUTO NACIONAL ELECTORAL\nNOMBRE\nD'AUBRÉVILLE-GARÇON");
    assert!(facts.holder.is_none_or(|h| h.confidence < 0.8));
}

#[test]
fn a_name_is_as_sure_as_its_weakest_letter() {
    let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
    let mut lines = page("TEXAS DRIVER LICENSE USA\nLN NUNEZ\nFN MARIA\nDOB 09/21/1990");
    let name = lines.iter_mut().find(|l| l.text == "LN NUNEZ").unwrap();
    name.letters = vec![0.99, 0.99, 0.99, 0.99, 0.99, 0.6, 0.99, 0.99];
    let facts = extract(&lexicon, &lines, &Codes::default(), Size::new(1200, 900));
    let confidence = |kind| facts.best(kind).unwrap().confidence;
    assert!(confidence(FieldKind::Surname) <= 0.6 && confidence(FieldKind::GivenNames) > 0.8);
    assert!(facts.holder.unwrap().confidence <= 0.6);
}

#[test]
fn numbered_names_of_a_license_are_read() {
    for text in [
        "IOWA DRIVER LICENSE USA\n1SAMPLETON\n2MARK LEE\n8123 NORTH STREET",
        "IOWA DRIVER LICENSE USA\n1 SAMPLETON\n2 MARK LEE",
        "CALIFORNIA DRIVER LICENSE USA\nLNSAMPLETON\nFNMARK LEE",
        "IDAHO DRIVER LICENSE USA\nLN SAMPLETON\nFN MARK LEE",
    ] {
        let holder = read(text).holder.unwrap();
        assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("SAMPLETON", "MARK LEE"), "{text}");
    }
}

#[test]
fn the_letter_of_the_tax_office_has_its_captions_under_the_values() {
    let facts = read(
        "Notice CP565\nDepartment of the Treasury Internal Revenue Service\nITIN 912-70-3456\nMARISOL|ELENA|QUINTERO\nFirst|Middle|Last\nDate of birth January 20, 1990",
    );
    assert_eq!(facts.document.kind, DocumentKind::ItinLetter);
    let holder = facts.holder.as_ref().unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("QUINTERO", "MARISOL ELENA"));
    assert_eq!(value(&facts, FieldKind::Itin), Some("912-70-3456"));
    assert_eq!(value(&facts, FieldKind::BirthDate), Some("1990-01-20"));
}

#[test]
fn a_middle_name_that_was_misread_is_mended_or_the_name_is_no_claim() {
    let holder = |middle: &str| {
        let head = "Notice CP565\nDepartment of the Treasury Internal Revenue Service\nITIN 912-70-3456";
        let facts =
            read(&format!("{head}\nIbrahim|{middle}|Quintero\nFirst|Middle|Last\nDate of birth January 20, 1990"));
        facts.holder.map(|h| (h.given_names, h.confidence >= 0.8))
    };
    assert_eq!(holder("lsik"), Some(("Ibrahim Isik".to_owned(), true)));
    assert_eq!(holder("J"), Some(("Ibrahim J".to_owned(), true)));
    for misread in ["5!k", "i51k", "~"] {
        assert!(holder(misread).is_none_or(|(given, claimed)| given != "Ibrahim" || !claimed), "{misread}");
    }
}

#[test]
fn the_addressee_of_a_bill_is_its_holder_without_a_split() {
    let facts = read(
        "Springfield Bank\nYour consolidated statement\nMember FDIC\nKWAKU TESTMAN\n64 LILLA TURNPIKE\nAUERCHESTER, OH 30731\nBeginning balance",
    );
    let holder = facts.holder.as_ref().unwrap();
    assert_eq!((holder.full_name.as_str(), holder.surname.as_str()), ("KWAKU TESTMAN", ""));
    assert_eq!(value(&facts, FieldKind::Address), Some("64 LILLA TURNPIKE, AUERCHESTER, OH 30731"));
}

#[test]
fn an_ambiguous_date_of_an_unknown_country_is_no_claim() {
    let facts = read("IDENTITY CARD\nDate of expiry 04/05/2030");
    assert!(facts.best(FieldKind::ExpiryDate).is_some_and(|f| f.confidence < 0.8));
}

#[test]
fn a_child_whose_caption_was_misread_does_not_become_its_father() {
    let facts = read(
        "CERTIFICATE OF LIVE BIRTH\nPIRST|MIDDLE|LAST\nIRIS|JUNE|HOLLOWAY\n\nFIRST|MIDDLE|LAST\nOTTO|KARL|BRENNER",
    );
    assert_eq!(facts.holder.map(|h| h.full_name).as_deref(), Some("IRIS JUNE HOLLOWAY"));
    let unread = read("CERTIFICATE OF LIVE BIRTH\nFIRST|MIDDLE|LAST\n\n\n\nFIRST|MIDDLE|LAST\nOTTO|KARL|BRENNER");
    assert!(unread.holder.is_none_or(|h| h.confidence < 0.8));
}

#[test]
fn the_rest_of_a_caption_is_no_name() {
    let facts = read("FACTURE D'ÉLECTRICITÉ\n120 kWh\nTitulaire du contrat");
    assert_eq!(facts.holder, None);
}

#[test]
fn a_statement_is_known_by_its_table_when_its_head_is_cut_off() {
    let facts = read(
        "iper Bank\nStatement period|March 1, 2024 through March 31, 2024\nChecking\nPAYROLL DEPOSIT|$491.13\nReport errors within 60 days. Member FDIC",
    );
    assert_eq!(facts.document.kind, DocumentKind::BankStatement);
}

#[test]
fn the_address_under_the_name_is_the_holders_and_not_the_companys() {
    let facts = read(
        "Mesa Valley Energy\nElectric bill, 434 kWh\nPO Box 5550, Springfield, IL 62708\n\n\nMARISOL QUINTERO\n64 LILLA TURNPIKE\nAUERCHESTER, OH 30731\n\nService address 64 Lilla Turnpike\nAmount due $12.00\nBill date|06/12/2025",
    );
    assert_eq!(value(&facts, FieldKind::Address), Some("64 LILLA TURNPIKE, AUERCHESTER, OH 30731"));
    assert_eq!(facts.of(FieldKind::Address).filter(|f| f.confidence >= 0.8).count(), 1);
    assert!(facts.holder.as_ref().is_some_and(|h| h.full_name == "MARISOL QUINTERO" && h.confidence >= 0.8));
    // An American address says how the date is to be read.
    assert_eq!(value(&facts, FieldKind::StatementDate), Some("2025-06-12"));
}

#[test]
fn the_back_of_a_license_is_known_by_its_table_of_categories() {
    let facts = read("9.|10.|11.|12.\nAM\nA1\nA2\nB1\nB|01.01.2015\nC1\nC\nBE\nC1E");
    assert_eq!((facts.document.kind, facts.document.side), (DocumentKind::DriversLicense, Some(Side::Back)));
    assert_eq!(read("VITAMINS\nA1\nB1\nC1").document.kind, DocumentKind::Unknown);
}

#[test]
fn an_invoice_for_goods_is_no_bill_of_a_utility() {
    let facts =
        read("INVOICE\nBill to\nMARISOL QUINTERO\nDue date|March 25, 2024\nOffice chair|$120.00\nTotal due|$120.00");
    assert_ne!(facts.document.kind, DocumentKind::UtilityBill);
}

#[test]
fn a_label_in_another_language_is_no_name() {
    let facts = read("REPUBLIC PASSPORT\nSurname\nLast\nGiven names\nMARISOL");
    assert!(facts.holder.is_none_or(|h| h.surname.is_empty() && h.confidence < 0.8));
}

#[test]
fn the_sender_over_its_own_address_is_not_the_holder() {
    let facts = read(
        "Stadtwerke Lindenau\nWerkstraße 4, 80331 München\n\n\nFrau TERESA BELLINI\nLindenstraße 60\n80339 München\n\nIhre Strom Rechnung\nVerbrauch 1180 kWh",
    );
    assert_eq!(facts.holder.as_ref().map(|h| h.full_name.as_str()), Some("TERESA BELLINI"));
    assert_eq!(value(&facts, FieldKind::Address), Some("Lindenstraße 60, 80339 München"));
    let alone = read(
        "Harbor Lindenau\nPO Box 5550\nSpringfield, IL 62708\n\nElectric bill 434 kWh\nService period\nAmount due",
    );
    assert!(alone.holder.is_none_or(|h| h.confidence < 0.8));
}

#[test]
fn a_title_on_two_lines_is_known() {
    assert_eq!(read("OHIO\nDRIVER\nLICENSE\nCLASS D").document.kind, DocumentKind::DriversLicense);
}

proptest::proptest! {
    #[test]
    fn no_page_panics(texts in proptest::collection::vec("[A-Za-z0-9/ .:<éñ年月-]{0,40}", 0..12)) {
        let _ = read(&texts.join("\n"));
    }
}
