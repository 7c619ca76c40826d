//! Designs of cards and papers that set things elsewhere, or call them otherwise, than most do.

use super::{read, value};
use crate::codes::Codes;
use crate::fields::{Facts, FieldKind, FieldLexicon, Holder, extract};
use crate::geometry::Size;
use crate::kinds::DocumentKind;

fn is_sure(facts: &Facts, kind: FieldKind) -> bool {
    facts.best(kind).is_some_and(|f| f.confidence >= 0.8)
}

fn claimed(facts: &Facts) -> Option<&Holder> {
    facts.holder.as_ref().filter(|h| h.confidence >= 0.8)
}

#[test]
fn a_name_that_a_caption_gives_and_the_paper_repeats_is_a_claim() {
    let named =
        "RENTAL AGREEMENT\nTENANT(S):|Marisol Quillon\nLANDLORD/AGENT:|Otto Brenner\nPROPERTY ADDRESS:|400 Elm Street";
    let once = read(named);
    let again = read(&format!("{named}\nLandlord rents to Marisol Quillon the property described above"));
    assert_eq!(once.holder.as_ref().map(|h| h.full_name.as_str()), Some("Marisol Quillon"));
    assert!(claimed(&once).is_none() && claimed(&again).is_some());
    let residents = "APARTMENT LEASE CONTRACT\nResidents (list all people signing the Lease Contract)\nMarisol Quillon\nOwner\nOtto Brenner\nResident signature|Owner's representative\nMarisol Quillon|Otto Brenner";
    assert_eq!(claimed(&read(residents)).map(|h| h.full_name.as_str()), Some("Marisol Quillon"));
}

#[test]
fn an_address_in_cells_side_by_side_is_one() {
    let facts = read(
        "SISTEMA MUNICIPAL DE AGUA POTABLE\nRECIBO\nNOMBRE DEL USUARIO|CUENTA\nMARISOL QUILLON|9941242\nDOMICILIO|COLONIA|POBLACIÓN\nCALLE OLMO 2035|COL. AMERICANA|C.P. 44100 GUADALAJARA\nCONSUMO\nUSUARIO\nMARISOL QUILLON",
    );
    assert_eq!(value(&facts, FieldKind::Address), Some("CALLE OLMO 2035, COL. AMERICANA, C.P. 44100 GUADALAJARA"));
    assert_eq!(claimed(&facts).map(|h| h.full_name.as_str()), Some("MARISOL QUILLON"));
}

#[test]
fn the_caption_of_a_cell_is_no_part_of_the_address() {
    let facts = read(
        "APARTMENT LEASE CONTRACT\nAddress of the dwelling\n8360 Old Mill Rd\nCity / State / ZIP\nKent, WA 98031\nMonthly rent",
    );
    assert_eq!(value(&facts, FieldKind::Address), Some("8360 Old Mill Rd, Kent, WA 98031"));
}

#[test]
fn whom_to_pay_is_nobodys_name_and_address() {
    let facts = read(
        "PHONE BILL\nDate of bill|October 14, 2026\nService address|6074 W 14TH ST\n|DALTON, GA 30721\nREMIT TO:\nVERANO QUILLON\nPO BOX 30188\nSALT LAKE CITY, UT 84130\nAmount due",
    );
    assert!(claimed(&facts).is_none(), "{:?}", facts.holder);
    let payee = facts.of(FieldKind::Address).find(|f| f.value.starts_with("PO BOX"));
    assert!(payee.is_some_and(|f| f.confidence < 0.8), "{:?}", facts.fields);
    let w2 = read(
        "Form W-2 Wage and Tax Statement\nc Employer's name, address, and ZIP code\nGOLDEN PLAINS POULTRY CO\n8800 FEEDMILL RD\nDALHART TX 79022\ne/f Employee's name, address, and ZIP code\nMARISOL QUILLON\n4850 ROSEW00D CT\nDALTON GA 30721\nSocial security wages",
    );
    assert_eq!(value(&w2, FieldKind::Address), Some("4850 ROSEWOOD CT, DALTON GA 30721"));
    assert_eq!(claimed(&w2).map(|h| h.full_name.as_str()), Some("MARISOL QUILLON"));
}

#[test]
fn a_name_with_a_number_glued_to_it_is_no_street() {
    let facts =
        read("ARKANSAS DRIVER LICENSE\nLE\n2MY HANH\n84324 W 14TH ST\n  SPRINGDALE AR 72764\n4d LIC No. 1701442989");
    assert_eq!(value(&facts, FieldKind::Address), Some("4324 W 14TH ST, SPRINGDALE AR 72764"));
    assert!(!is_sure(&facts, FieldKind::Address));
    let twice = read(
        "ACCOUNT STATEMENT\n88294 JUNIPER ST\nAURORA IL 60505\n\n\n8294 JUNIPER ST\nAURORA IL 60505\n4d DL 12345678",
    );
    let glued = twice.of(FieldKind::Address).find(|f| f.value.starts_with("88294"));
    assert!(glued.is_some_and(|f| f.confidence < 0.8), "{:?}", twice.fields);
}

#[test]
fn a_card_announces_its_number_by_no_alone_or_glued_to_it() {
    for (text, number, sure) in [
        ("MATRÍCULA CONSULAR\nNo. 34576008\nAPELLIDO(S):|QUILLON", "34576008", true),
        ("TEXAS DRIVER LICENSE\nDLD29-489-122\nEXP 09/13/2030", "D29-489-122", true),
        ("TEXAS DRIVER LICENSE\nD29-489-122\nEXP 09/13/2030", "D29-489-122", false),
    ] {
        let facts = read(text);
        assert_eq!(value(&facts, FieldKind::DocumentNumber), Some(number), "{text}");
        assert_eq!(is_sure(&facts, FieldKind::DocumentNumber), sure, "{text}");
    }
    let two = read("MATRÍCULA CONSULAR\nNo. 34576008\nNo. 99576008");
    assert_eq!(value(&two, FieldKind::DocumentNumber), None);
}

#[test]
fn values_far_from_their_captions_are_found_where_both_stand_in_columns() {
    let far = "CERTIFICATION OF BIRTH\nDate of Birth|||November 18, 1962\nSex|||Male\nFather's Name|||Otto Brenner\nDate Issued|||February 13, 2025";
    let facts = read(far);
    assert_eq!(value(&facts, FieldKind::IssueDate), Some("2025-02-13"));
    assert!(is_sure(&facts, FieldKind::BirthDate) && is_sure(&facts, FieldKind::IssueDate));
    let alone = read("CERTIFICATION OF BIRTH\nDate Issued|||February 13, 2025");
    assert!(!is_sure(&alone, FieldKind::IssueDate));
}

#[test]
fn a_letter_is_dated_by_its_notice_date() {
    for caption in ["Notice date", "Date of this notice:"] {
        let facts = read(&format!("Notice|CP565\n{caption}|May 19, 2025\nITIN and personal information"));
        assert_eq!(facts.document.kind, DocumentKind::ItinLetter);
        assert_eq!(value(&facts, FieldKind::IssueDate), Some("2025-05-19"));
        assert_eq!(value(&facts, FieldKind::StatementDate), Some("2025-05-19"));
    }
}

#[test]
fn a_name_in_another_script_is_followed_by_the_one_in_latin_letters() {
    let facts = read("PASSPORT\nPEOPLE'S REPUBLIC OF CHINA\n姓名/Name\n钱佳怡\nQIAN, JIAYI");
    let holder = facts.holder.as_ref().map(|h| (h.surname.as_str(), h.given_names.as_str()));
    assert_eq!(holder, Some(("QIAN", "JIAYI")));
}

#[test]
fn a_surname_that_is_a_caption_elsewhere_is_a_name() {
    let facts = read(
        "CERTIDÃO DE NASCIMENTO\nNOME\nRAÍSSA ARAÚJO DO NASCIMENTO\nDATA DE NASCIMENTO POR EXTENSO\n18 de agosto de 1997",
    );
    assert_eq!(facts.holder.as_ref().map(|h| h.full_name.as_str()), Some("RAÍSSA ARAÚJO DO NASCIMENTO"));
    assert_eq!(value(&facts, FieldKind::BirthDate), Some("1997-08-18"));
}

#[test]
fn both_of_a_marriage_are_found_and_neither_is_claimed() {
    for text in [
        "ACTA DE MATRIMONIO\nNombre del contrayente\nOTTO BRENNER LUNA\nPadres\nHUGO BRENNER|IRIS LUNA\nNombre de la contrayente\nMARISOL QUILLON TORRES\nPadres\nRAUL QUILLON|ANA TORRES",
        "CERTIFICACIÓN DE MATRIMONIO\nRENAP\nContrayente:|OTTO BRENNER LUNA\nContrayente:|MARISOL QUILLON TORRES\nNotario:|CARLOS PONCE",
        "EXTRAIT D'ACTE DE MARIAGE\nBRENNER Otto\nné à Rennes le 25 février 1985\n\nMARISOL QUILLON TORRES\nnée à Rennes le 6 décembre 1961",
    ] {
        let facts = read(text);
        assert_eq!(facts.document.kind, DocumentKind::MarriageCertificate, "{text}");
        let holder = facts.holder.as_ref().map(|h| h.full_name.to_uppercase());
        assert!(holder.is_some_and(|name| name.contains("BRENNER") && name.contains("OTTO")), "{text}");
        assert!(claimed(&facts).is_none(), "{text}");
        assert!(facts.mention_of("QUILLON TORRES", "MARISOL").is_some(), "{text}");
        assert!(facts.mention_of("BRENNER", "HUGO").is_none(), "{text}");
    }
}

#[test]
fn what_a_name_was_changed_to_is_no_surname() {
    let facts = read(
        "CERTIDÃO DE CASAMENTO\nNOMES\nOTTO BRENNER LUNA\nNOME QUE O CÔNJUGE PASSOU A UTILIZAR\nNão houve alteração",
    );
    assert_eq!(
        facts.holder.as_ref().map(|h| (h.surname.as_str(), h.full_name.as_str())),
        Some(("", "OTTO BRENNER LUNA"))
    );
}

#[test]
fn bills_of_telephone_companies_and_identity_cards_of_states_are_known() {
    let bill = read(
        "Teléfonos del Altiplano\nResumen del Estado de Cuenta\nSaldo Anterior|344.27\nTotal a pagar\nFactura No. 994319426\nFecha de facturación 15/10/2026\nLarga Distancia",
    );
    assert_eq!(bill.document.kind, DocumentKind::UtilityBill);
    let card = read(
        "NORTH CAROLINA\nIDENTITY CARD\n4d ID NO.|015617336\n9 CLASS D\n9a END NONE\n16 HGT 6'-01\"\n18 EYES BLU\n4a ISS 11/27/2021",
    );
    assert_eq!(card.document.kind, DocumentKind::StateId);
}

#[test]
fn a_date_parted_by_spaces_is_not_read_as_an_american_one() {
    let facts = read(
        "DOCUMENTO NACIONAL DE IDENTIDAD|CERTIFICATION OF BIRTH\nNACIMIENTO / DATE OF BIRTH|County of Maricopa, ARIZONA\n08 10 1974",
    );
    assert!(!is_sure(&facts, FieldKind::BirthDate) || value(&facts, FieldKind::BirthDate) == Some("1974-10-08"));
}

#[test]
fn a_surname_on_two_lines_is_whole_and_half_of_one_is_no_claim() {
    let card = |second: &str| {
        read(&format!(
            "DOCUMENTO NACIONAL DE IDENTIDAD\nREINO DE ESPAÑA\nAPELLIDOS\nDE LA CRUZ\n{second}\nNOMBRE\nANA LUCÍA\nNACIMIENTO\n24 10 1988"
        ))
    };
    let whole = card("ECHEVERRÍA");
    let holder = claimed(&whole).unwrap();
    assert_eq!((holder.surname.as_str(), holder.given_names.as_str()), ("DE LA CRUZ ECHEVERRÍA", "ANA LUCÍA"));
    for doubtful in ["Echeverría", " ECHEVERRÍA"] {
        assert!(claimed(&card(doubtful)).is_none(), "{doubtful}");
    }
    let misread = "DOCUMENTO NACIONAL DE IDENTIDAD\nREINO DE ESPAÑA\nAPELLIDOS\nTZ0C\nXICOTÉNCATL\nNOMBRE\nJUAN CARLOS";
    assert!(claimed(&read(misread)).is_none(), "half of it was misread");
    let captioned = card("NACIONALIDAD\nGTM");
    assert_eq!(captioned.holder.map(|h| h.surname).as_deref(), Some("DE LA CRUZ"));
    let born_otherwise = card("GEB. ECHEVERRÍA");
    assert_eq!(born_otherwise.holder.map(|h| h.surname).as_deref(), Some("DE LA CRUZ"));
}

#[test]
fn a_license_is_numbered_in_many_ways() {
    let number = |line: &str| {
        let text = format!(
            "NEVADA DRIVER LICENSE USA\n{line}\n1 QUILLON\n2 MARISOL\n3 DOB 08/21/1979\n4b EXP 08/21/2034\n5 DD 215224828842107"
        );
        let facts = read(&text);
        facts.best(FieldKind::DocumentNumber).filter(|f| f.is_claim()).map(|f| f.value.clone())
    };
    for (line, expected) in [
        ("4d ID No. 1936234854", "1936234854"),
        ("4dE245-760-56-082-0", "E245-760-56-082-0"),
        ("W 986 622 237 784", "W 986 622 237 784"),
        ("4d Núm. de Licencia\n5719111", "5719111"),
        ("4d DLN: 71 286 781", "71 286 781"),
    ] {
        assert_eq!(number(line).as_deref(), Some(expected), "{line}");
    }
    assert_eq!(number("986622237784"), None, "digits alone may be any number");
}

#[test]
fn a_mexican_address_has_its_code_behind_the_quarter() {
    let bill = "RECIBO DE LUZ\nConsumo 120 kWh\nTotal a pagar\n\nYESENIA SAN MARTÍN GARCÍA\nC. HIDALGO 40 DEPTO. 12\nCOL. LOMAS DE SAN ÁNGEL 06700\nCUAUHTÉMOC, CDMX";
    let facts = read(bill);
    let address = "C. HIDALGO 40 DEPTO. 12, COL. LOMAS DE SAN ÁNGEL 06700, CUAUHTÉMOC, CDMX";
    assert_eq!(value(&facts, FieldKind::Address), Some(address));
    assert_eq!(facts.holder.map(|h| h.full_name).as_deref(), Some("YESENIA SAN MARTÍN GARCÍA"));
}

#[test]
fn a_town_may_begin_with_an_article() {
    let bill = "FACTURA DE ELECTRICIDAD\nConsumo 120 kWh\nTotal a pagar\n\nMIGUEL ÁNGEL RODRÍGUEZ NÚÑEZ\nAvda. de la Constitución, 39, 8° C\n15004 A Coruña";
    assert_eq!(value(&read(bill), FieldKind::Address), Some("Avda. de la Constitución, 39, 8º C, 15004 A Coruña"));
}

#[test]
fn the_translation_behind_the_slash_of_a_date_is_no_value() {
    let card = "ESPAÑA\nPERMISO DE RESIDENCIA\nAPELLIDOS / SURNAME\nHERNÁNDEZ TZOC\nNOMBRE / FORENAME\nYESENIA\nFECHA DE NACIMIENTO / BIRTH\n31 10 1976";
    assert_eq!(value(&read(card), FieldKind::BirthDate), Some("1976-10-31"));
}

#[test]
fn the_parents_whole_names_are_not_the_childs_surname() {
    let act = "CERTIFICACIÓN LITERAL DE NACIMIENTO\nNombre:|Ximena\nPrimer apellido:|Ordóñez\nSegundo apellido:|Vásquez\nMADRE\nNombre y apellidos:|Rosario Vásquez Ibáñez";
    let facts = read(act);
    assert!(facts.holder.is_none_or(|h| h.full_name == "Ximena Ordóñez Vásquez" || h.confidence < 0.8));
}

#[test]
fn a_wage_statement_has_the_name_in_one_cell_or_two() {
    let form = |cells: &str| {
        let facts =
            read(&format!("W-2 Wage and Tax Statement\nFederal income tax withheld\nSocial security wages\n{cells}"));
        facts.holder.map(|h| h.full_name)
    };
    let captions = "Employee's first name and initial|Last name";
    assert_eq!(form(&format!("{captions}\nMIGUEL|CASTANEDA RIOS")).as_deref(), Some("MIGUEL CASTANEDA RIOS"));
    let alone = form("Employee's first name and initial\nMIGUEL CASTANEDA RIOS");
    assert_eq!(alone.as_deref(), Some("MIGUEL CASTANEDA RIOS"));
}

#[test]
fn boxes_of_lines_that_lie_askew_may_overlap_the_captions_beside_them() {
    let lexicon = FieldLexicon::load(&crate::assets::Assets::find()).unwrap();
    let mut lines = crate::testing::readings::page("PENNSYLVANIA DRIVER'S LICENSE USA\n\n\n1 QUILLON\n2 MARISOL");
    lines.push(crate::testing::readings::line("DL", 968.0, 431.0, 70.0, 50.0));
    lines.push(crate::testing::readings::line("H4850011", 1001.0, 403.0, 428.0, 93.0));
    let facts = extract(&lexicon, &lines, &Codes::default(), Size::new(2300, 1500));
    assert_eq!(value(&facts, FieldKind::DocumentNumber), Some("H4850011"));
}
