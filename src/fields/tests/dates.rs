//! Dates that are no dates of the document, and dates that contradict each other.

use super::{read, value};
use crate::fields::{Facts, FieldKind};

const STATEMENT: &str =
    "HARBOR NATIONAL BANK\nYour consolidated statement\nBeginning balance\nEnding balance\nDeposits";
const BILL: &str = "ELECTRIC BILL\n1200 kWh\nAmount due";

fn statement_date(text: &str) -> Option<(String, f32)> {
    read(text).best(FieldKind::StatementDate).map(|f| (f.value.clone(), f.confidence))
}

#[test]
fn a_period_is_dated_by_its_end_and_never_stated_more_firmly_than_that() {
    for period in [
        "for September 1, 2026 to September 30, 2026",
        "Statement period|September 1, 2026 through September 30, 2026",
        "Statement period: 09/01/2026 - 09/30/2026",
        "Statement period 09/01/26-09/30/26",
        "Billing period Sep 1 - Sep 30, 2026",
        "Billing period: 09/01 - 09/30/2026",
        "From September 1 through 30, 2026",
        "Periodo|del 1 al 30 de septiembre de 2026",
        "Periodo facturado 01 SEP 26 AL 30 SEP 26",
        "Période de facturation|du 1er septembre au 30 septembre 2026",
        "Abrechnungszeitraum|01.09.2026 bis 30.09.2026",
        "Abrechnungszeitraum|01.09.–30.09.2026",
        "Statement period|09/01/2026|- 09/30/2026",
        "Statement period|09/01/2026|09/30/2026",
        "Statement period: 2026-09",
        "Billing period|September 2026",
    ] {
        let (date, confidence) = statement_date(&format!("{STATEMENT}\n{period}")).unwrap_or_default();
        assert_eq!(date, "2026-09-30", "{period}");
        assert!((0.7..=0.8).contains(&confidence), "{period}: {confidence}");
    }
}

#[test]
fn an_explicit_date_goes_before_the_end_of_a_period() {
    for text in [
        "Bill date|10/05/2026\nSummary for Sep 1, 2026 - Sep 30, 2026",
        "Service period|09/01/2026 - 09/30/2026\nStatement date: October 5, 2026",
    ] {
        let facts = read(&format!("{BILL}\n{text}\n64 LILLA TURNPIKE\nAUERCHESTER, OH 30731"));
        let dates: Vec<&str> = facts.of(FieldKind::StatementDate).map(|f| f.value.as_str()).collect();
        assert_eq!(dates, ["2026-10-05"], "{text}");
    }
}

#[test]
fn a_period_without_a_year_is_no_date() {
    for period in ["Summary for Aug 1 - Aug 31 1", "Billing period|08/01 - 08/31", "Aug 1 - Aug 31"] {
        assert_eq!(statement_date(&format!("{BILL}\n{period}")), None, "{period}");
    }
}

#[test]
fn the_day_on_which_service_is_cut_is_no_date_of_the_bill() {
    let cut = "Fecha de corte|25/10/2026\nCorte a partir del 25/10/2026\nPeriodo facturado|01/09/2026 al 30/09/2026";
    let bill = format!("RECIBO DE LUZ\nConsumo 120 kWh\nTotal a pagar\n{cut}");
    assert_eq!(statement_date(&bill).map(|d| d.0).as_deref(), Some("2026-09-30"));
    let cut = "Service will be disconnected on October 25, 2026\nDisconnection date|10/25/2026";
    assert_eq!(statement_date(&format!("{BILL}\n{cut}")), None);
    // The same words on an account are its closing date.
    let account = "ESTADO DE CUENTA\nSaldo anterior\nDepósitos\nRetiros\nFecha de corte|25/10/2026";
    assert_eq!(statement_date(account).map(|d| d.0).as_deref(), Some("2026-10-25"));
}

#[test]
fn what_is_due_or_goes_off_expires_no_document() {
    for text in [
        "FACTURA\nNUMERO: ABC12345\nFECHA DE VENCIMIENTO : 01/12/2021\nSUBTOTAL\nTOTAL A PAGAR",
        "CORNER PHARMACY\nIbuprofen 200 mg\nLOT 4471\nEXP 12/31/2021",
        "SALES RECEIPT\nVisa ending 4471\nExpires 12/31/2021",
    ] {
        assert_eq!(value(&read(text), FieldKind::ExpiryDate), None, "{text}");
    }
    // A card whose title was not read is one by its other captions.
    let card = read("Surname\nQUINTERO\nDate of birth|14 FEB 1990\nDate of expiry|13 FEB 2030");
    assert_eq!(value(&card, FieldKind::ExpiryDate), Some("2030-02-13"));
}

#[test]
fn a_date_in_the_head_under_a_caption_of_something_else_is_not_that_of_the_letter() {
    let rest = "\n".repeat(12);
    let due = read(&format!("{BILL}\nVencimiento\n21 OCT 2026{rest}Thank you"));
    assert_eq!(value(&due, FieldKind::StatementDate), None);
    let head = read(&format!("{BILL}\nOctober 1, 2026{rest}Thank you"));
    assert_eq!(value(&head, FieldKind::StatementDate), Some("2026-10-01"));
    let half = read(&format!("{BILL}\nSeptember 1, 2026 through{rest}Thank you"));
    assert_eq!(value(&half, FieldKind::StatementDate), None);
}

#[test]
fn a_birth_after_the_issue_is_no_claim_and_neither_is_the_issue() {
    let of = |issued: &str| -> Facts {
        read(&format!(
            "IDENTITY CARD\nSex F\nDate of birth 14 FEB 1990\nDate of issue {issued}\nDate of expiry 13 FEB 2030"
        ))
    };
    let sure = |facts: &Facts, kind| facts.best(kind).is_some_and(|f| f.confidence >= 0.8);
    let wrong = of("13 FEB 1981");
    assert!(!sure(&wrong, FieldKind::BirthDate) && !sure(&wrong, FieldKind::IssueDate));
    let right = of("13 FEB 2020");
    assert!(
        sure(&right, FieldKind::BirthDate) && sure(&right, FieldKind::IssueDate) && sure(&right, FieldKind::ExpiryDate)
    );
}

#[test]
fn the_word_date_in_the_head_of_a_bill_makes_its_date_a_claim_and_no_word_does_not() {
    let date = |line: &str| {
        let facts = read(&format!(
            "HOLTON DENTAL CLINIC\nINVOICE\n{line}\nPatient\nMARISOL QUILLON\n400 ELM STREET\nHOLTON TX 75002{}",
            "\nComposite filling|210.00".repeat(9)
        ));
        facts.best(FieldKind::StatementDate).map(|f| (f.value.clone(), f.confidence >= 0.8))
    };
    assert_eq!(date("Date: November 11, 2026"), Some(("2026-11-11".to_owned(), true)));
    assert_eq!(date("November 11, 2026"), Some(("2026-11-11".to_owned(), false)));
    assert_eq!(date("Date of visit: November 11, 2026"), Some(("2026-11-11".to_owned(), false)));
    assert_eq!(date("Due date: November 11, 2026"), None);
}

#[test]
fn the_end_of_the_period_is_the_date_of_a_statement_and_not_that_of_a_pay_stub() {
    let bank = read(
        "HOLTON CREDIT UNION\nStatement of account\nStatement period ending|10-15-2026\nBeginning balance|1.00\nEnding balance|2.00\nDeposits|1.00",
    );
    assert_eq!(bank.document.kind, crate::kinds::DocumentKind::BankStatement);
    assert_eq!(value(&bank, FieldKind::StatementDate), Some("2026-10-15"));
    let stub = read("EARNINGS STATEMENT\nPay Date|10/20/2026\nPeriod ending|10/15/2026\nNet pay|1.00\nGross pay|2.00");
    assert_eq!(value(&stub, FieldKind::StatementDate), Some("2026-10-20"));
}

#[test]
fn a_certificate_says_in_a_sentence_when_it_was_issued() {
    for (text, want) in [
        ("Doy fe de que los datos concuerdan. Expedida en Lima el 16 de julio de 2019.", Some("2019-07-16")),
        ("Se expide en Lima a los 16 días del mes de julio\nde 2019", Some("2019-07-16")),
        (
            "Se extiende la presente a petición del interesado,\na los 16 días del mes de julio del año 2019",
            Some("2019-07-16"),
        ),
        ("Pour extrait conforme, délivré le 3 mars 2020. L'officier", Some("2020-03-03")),
        ("Issued at the office of the Registrar this 4th day of May, 2021", Some("2021-05-04")),
        ("Lima, 16 de julio de 2019", Some("2019-07-16")),
        ("Se expide la presente", None),
    ] {
        let facts = read(&format!(
            "ACTA DE NACIMIENTO\nNombre: ANA RUIZ DIAZ\nFecha de nacimiento: 3 de marzo de 1990\n{text}"
        ));
        assert_eq!(value(&facts, FieldKind::IssueDate), want, "{text}");
    }
}
