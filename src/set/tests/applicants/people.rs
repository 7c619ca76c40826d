//! Whose the documents are.

use super::*;

pub(super) const ROWS: &[Row] = &[
    row(
        "somebody else's passport",
        PASSPORT,
        |a| name(a.page("passport.jpg"), "PETER", "WALKER"),
        FIX,
        Some(Action::Replace),
        &["name-differs", "names-disagree"],
        &["linking-document-needed"],
    ),
    row(
        "somebody else's bill",
        PASSPORT,
        |a| name(a.page("bill.jpg"), "PETER", "WALKER"),
        FIX,
        Some(Action::Replace),
        &["name-differs"],
        &[],
    ),
    row(
        "a married name",
        PASSPORT,
        |a| name(a.page("passport.jpg"), "ANA", "WALKER"),
        FIX,
        Some(Action::Replace),
        &["linking-document-needed"],
        &[],
    ),
    row(
        "a married name with the certificate",
        PASSPORT,
        |a| {
            name(a.page("passport.jpg"), "ANA", "WALKER");
            let mut certificate = testing::page(DocumentKind::MarriageCertificate, None);
            certificate.lines = vec![line("ANA RUIZ SOTO"), line("JOHN WALKER")];
            a.add("certificate.jpg", certificate);
        },
        REVIEW,
        Some(Action::Look),
        &["linking-document-needed"],
        &[],
    ),
    row(
        "the second surname left out",
        PASSPORT,
        |a| name(a.page("passport.jpg"), "ANA", "RUIZ"),
        REVIEW,
        Some(Action::Look),
        &["name-differs"],
        &["linking-document-needed"],
    ),
    row(
        "accents on the record",
        PASSPORT,
        |a| a.record.name = Some(Name { given: "Ana".into(), middle: String::new(), surname: "Ruíz Soto".into() }),
        READY,
        None,
        &[],
        &["name-differs"],
    ),
    row(
        "another date of birth",
        PASSPORT,
        |a| set(a.page("passport.jpg"), FieldKind::BirthDate, "1990-12-04"),
        FIX,
        Some(Action::Look),
        &["birth-date-differs"],
        &[],
    ),
    row(
        "a bill with another address",
        PASSPORT,
        |a| set(a.page("bill.jpg"), FieldKind::Address, "48 PINE AVE\nRENO, NV 89502"),
        FIX,
        Some(Action::Replace),
        &["address-differs"],
        &[],
    ),
    row(
        "a bill without the number of the apartment",
        PASSPORT,
        |a| a.record.address.as_mut().unwrap().line1 = "12 Elm St Apt 4".into(),
        REVIEW,
        Some(Action::Look),
        &["address-differs"],
        &[],
    ),
    row(
        "a license with an old address beside a bill with the present one",
        LICENSE,
        |a| set(a.page("front.jpg"), FieldKind::Address, "48 PINE AVE\nRENO, NV 89502"),
        REVIEW,
        Some(Action::Look),
        &["address-differs"],
        &["address-proof-missing"],
    ),
    row(
        "a license with an old address and no bill",
        LICENSE,
        |a| {
            set(a.page("front.jpg"), FieldKind::Address, "48 PINE AVE\nRENO, NV 89502");
            a.remove("bill.jpg");
            a.add("passport.jpg", testing::passport());
        },
        FIX,
        None,
        &["address-differs"],
        &["second-document-missing"],
    ),
    row(
        "a P.O. box is no home",
        PASSPORT,
        |a| {
            a.record.address.as_mut().unwrap().line1 = "PO Box 17".into();
            set(a.page("bill.jpg"), FieldKind::Address, "PO BOX 17\nRENO, NV 89501");
        },
        FIX,
        Some(Action::Look),
        &["home-is-po-box"],
        &["address-differs"],
    ),
    row(
        "two dates of birth and none on record",
        LICENSE,
        |a| {
            a.record.birth_date = None;
            a.add("passport.jpg", testing::passport());
            set(a.page("passport.jpg"), FieldKind::BirthDate, "1990-12-04");
        },
        REVIEW,
        Some(Action::Look),
        &["birth-dates-disagree"],
        &[],
    ),
    row(
        "another ITIN on the letter",
        PASSPORT,
        |a| set(a.page("letter.jpg"), FieldKind::Itin, "912-70-1235"),
        FIX,
        Some(Action::Look),
        &["itin-differs"],
        &[],
    ),
    row("no name on record", PASSPORT, |a| a.record.name = None, REVIEW, Some(Action::Look), &[], &[]),
    row(
        "an empty record",
        PASSPORT,
        |a| a.record = Record::default(),
        REVIEW,
        Some(Action::Look),
        &[],
        &["name-differs", "birth-date-differs", "itin-differs"],
    ),
];
