//! Which documents make a set.

use super::*;

pub(super) const ROWS: &[Row] = &[
    row("passport and bill", PASSPORT, |_| (), READY, None, &[], &[]),
    row("license and bill", LICENSE, |_| (), READY, None, &[], &["back-missing"]),
    row(
        "no ITIN letter",
        PASSPORT,
        |a| a.remove("letter.jpg"),
        FIX,
        Some(Action::Add),
        &["itin-proof-missing"],
        &["primary-missing"],
    ),
    row("no photo ID", PASSPORT, |a| a.remove("passport.jpg"), FIX, Some(Action::Add), &["primary-missing"], &[]),
    row(
        "no second document, and so no address: one thing to do",
        PASSPORT,
        |a| a.remove("bill.jpg"),
        FIX,
        Some(Action::Add),
        &["second-document-missing", "address-proof-missing"],
        &[],
    ),
    row(
        "two photo IDs without an address",
        PASSPORT,
        |a| {
            a.remove("bill.jpg");
            a.add("green-card.jpg", card(DocumentKind::PermanentResidentCard));
        },
        FIX,
        Some(Action::Add),
        &["address-proof-missing"],
        &["second-document-missing", "back-missing"],
    ),
    row(
        "two photo IDs, the license with the address",
        LICENSE,
        |a| {
            a.remove("bill.jpg");
            a.add("passport.jpg", testing::passport());
        },
        READY,
        None,
        &[],
        &["address-proof-missing"],
    ),
    row(
        "a second photo ID more than needed leaves the bill its place",
        PASSPORT,
        |a| a.add("green-card.jpg", card(DocumentKind::PermanentResidentCard)),
        READY,
        None,
        &[],
        &["address-proof-missing"],
    ),
    row(
        "a bank statement with the whole ITIN proves it",
        PASSPORT,
        |a| {
            a.remove("letter.jpg");
            let mut proof = statement();
            proof.facts.fields.push(field(FieldKind::Itin, "912-70-1234"));
            a.add("statement.jpg", proof);
        },
        READY,
        None,
        &[],
        &["itin-proof-missing"],
    ),
    row(
        "a bank statement with a masked ITIN does not",
        PASSPORT,
        |a| {
            a.remove("letter.jpg");
            let mut proof = statement();
            proof.facts.fields.push(field(FieldKind::Itin, "***-**-1234"));
            a.add("statement.jpg", proof);
        },
        FIX,
        Some(Action::Add),
        &["itin-proof-missing", "itin-masked"],
        &[],
    ),
    row(
        "a statement that proves the ITIN is not the second document, too",
        PASSPORT,
        |a| {
            a.remove("letter.jpg");
            a.remove("bill.jpg");
            let mut proof = statement();
            proof.facts.fields.push(field(FieldKind::Itin, "912-70-1234"));
            a.add("statement.jpg", proof);
        },
        FIX,
        Some(Action::Add),
        &["second-document-missing"],
        &["itin-proof-missing"],
    ),
    row(
        "another letter of the IRS is no sure proof",
        PASSPORT,
        |a| a.page("letter.jpg").facts.document.kind = DocumentKind::IrsNotice,
        REVIEW,
        Some(Action::Look),
        &[],
        &["itin-proof-missing"],
    ),
    row(
        "a national ID card in the United States is for ID.me to answer",
        PASSPORT,
        |a| {
            a.remove("passport.jpg");
            a.add("card.jpg", card(DocumentKind::NationalId));
        },
        REVIEW,
        Some(Action::Look),
        &[],
        &["primary-missing"],
    ),
    row(
        "a national ID card abroad counts",
        PASSPORT,
        |a| {
            (a.requirements, a.record.path) = ("idme-itin-outside-us", Some(Path::OutsideUs));
            a.remove("passport.jpg");
            a.add("card.jpg", card(DocumentKind::NationalId));
        },
        READY,
        None,
        &[],
        &["primary-missing"],
    ),
    row(
        "a consular card is for ID.me to answer",
        PASSPORT,
        |a| {
            a.remove("passport.jpg");
            a.add("card.jpg", card(DocumentKind::ConsularId));
        },
        REVIEW,
        Some(Action::Look),
        &[],
        &["primary-missing"],
    ),
    row(
        "a Mexican license is for ID.me to answer",
        LICENSE,
        |a| a.page("front.jpg").facts.document.country = Some("MEX".into()),
        REVIEW,
        Some(Action::Look),
        &[],
        &["primary-missing"],
    ),
    row(
        "a Canadian license counts",
        LICENSE,
        |a| a.page("front.jpg").facts.document.country = Some("CAN".into()),
        READY,
        None,
        &[],
        &[],
    ),
    row(
        "a visa is no photo ID",
        PASSPORT,
        |a| a.page("passport.jpg").facts.document.kind = DocumentKind::Visa,
        FIX,
        None,
        &["primary-missing"],
        &[],
    ),
    row(
        "the path without an ITIN is not for who has one",
        PASSPORT,
        |a| {
            a.requirements = "idme-non-us-passport";
            a.remove("letter.jpg");
        },
        REVIEW,
        Some(Action::Look),
        &["not-this-path"],
        &["itin-proof-missing"],
    ),
    row(
        "the back of the license is missing",
        LICENSE,
        |a| a.remove("back.jpg"),
        REVIEW,
        Some(Action::Add),
        &["back-missing"],
        &[],
    ),
    row(
        "only the back of the license",
        LICENSE,
        |a| a.remove("front.jpg"),
        FIX,
        Some(Action::Add),
        &["front-missing"],
        &["back-missing"],
    ),
    row(
        "the backs of two licenses",
        LICENSE,
        |a| {
            set(a.page("back.jpg"), FieldKind::DocumentNumber, "D1234567");
            let mut other = back();
            set(&mut other, FieldKind::DocumentNumber, "X7654321");
            a.add("other-back.jpg", other);
        },
        REVIEW,
        Some(Action::Add),
        &["front-missing"],
        &["back-missing"],
    ),
    row(
        "the back of somebody else's license",
        LICENSE,
        |a| {
            set(a.page("back.jpg"), FieldKind::DocumentNumber, "X7654321");
        },
        REVIEW,
        Some(Action::Add),
        &["front-missing", "back-missing"],
        &[],
    ),
    row(
        "the second page of a bill belongs to the first",
        PASSPORT,
        |a| {
            let mut second = testing::page(DocumentKind::UtilityBill, None);
            second.facts.holder = None;
            second.facts.continues = true;
            a.add("bill.jpg", second);
            a.pages.last_mut().unwrap().id.page = 2;
        },
        READY,
        None,
        &[],
        &[],
    ),
    row(
        "one passport twice",
        PASSPORT,
        |a| a.add("again.jpg", testing::passport()),
        REVIEW,
        Some(Action::Replace),
        &["same-document-twice"],
        &[],
    ),
    row(
        "a bill without an address proves none",
        PASSPORT,
        |a| a.page("bill.jpg").facts.fields.retain(|f| f.kind != FieldKind::Address),
        REVIEW,
        Some(Action::Look),
        &["fact-unreadable"],
        &["address-proof-missing"],
    ),
];
