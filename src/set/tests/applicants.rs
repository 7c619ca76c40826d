//! A table of applicants: the rules of the requirement files, each both ways.

use super::*;
use crate::checks::{Action, SetVerdict};
use crate::error::FileError;
use crate::names::Relation;
use crate::record::Name;
use crate::testing::line;

/// One row: what is changed of an applicant whose papers are all right, and what must come of it.
struct Row {
    about: &'static str,
    of: fn() -> Applicant,
    change: fn(&mut Applicant),
    verdict: SetVerdict,
    /// What must be done first; nothing for a set that is ready.
    first: Option<Action>,
    /// Findings that must be raised as blocker or warning.
    must: &'static [&'static str],
    /// Findings that must not.
    never: &'static [&'static str],
}

const READY: SetVerdict = SetVerdict::Ready;
const FIX: SetVerdict = SetVerdict::Fix;
const REVIEW: SetVerdict = SetVerdict::Review;
const PASSPORT: fn() -> Applicant = Applicant::with_passport;
const LICENSE: fn() -> Applicant = Applicant::with_license;

fn rows() -> Vec<Row> {
    let mut all = Vec::new();
    all.extend(combination());
    all.extend(days());
    all.extend(people());
    all.extend(pictures());
    all
}

/// Which documents make a set.
fn combination() -> Vec<Row> {
    vec![
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
            FIX,
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
            FIX,
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
    ]
}

/// Expiry and age.
fn days() -> Vec<Row> {
    vec![
        row(
            "an expired passport",
            PASSPORT,
            |a| set(a.page("passport.jpg"), FieldKind::ExpiryDate, "2026-11-21"),
            FIX,
            Some(Action::Replace),
            &["expired"],
            &[],
        ),
        row(
            "a passport on its last day",
            PASSPORT,
            |a| set(a.page("passport.jpg"), FieldKind::ExpiryDate, "2026-11-22"),
            READY,
            None,
            &[],
            &["expired"],
        ),
        row(
            "a passport that expires before the call",
            PASSPORT,
            |a| {
                set(a.page("passport.jpg"), FieldKind::ExpiryDate, "2026-12-02");
                a.record.call_date = Some(jiff::civil::date(2026, 12, 3));
            },
            REVIEW,
            Some(Action::Look),
            &["expires-soon"],
            &["expired"],
        ),
        row(
            "a passport that expires on the day of the call",
            PASSPORT,
            |a| {
                set(a.page("passport.jpg"), FieldKind::ExpiryDate, "2026-12-03");
                a.record.call_date = Some(jiff::civil::date(2026, 12, 3));
            },
            READY,
            None,
            &[],
            &["expires-soon"],
        ),
        row(
            "a license that expired in spring, alone",
            LICENSE,
            |a| set(a.page("front.jpg"), FieldKind::ExpiryDate, "2026-05-01"),
            FIX,
            Some(Action::Replace),
            &["expired"],
            &["renewal-paper"],
        ),
        row(
            "a license that expired in spring, with its extension",
            LICENSE,
            |a| {
                set(a.page("front.jpg"), FieldKind::ExpiryDate, "2026-05-01");
                let mut paper = testing::page(DocumentKind::Other, None);
                paper.lines = vec![line("DRIVER LICENSE EXTENSION"), line("VALID UNTIL 03/01/2027")];
                a.add("extension.jpg", paper);
            },
            REVIEW,
            Some(Action::Look),
            &["renewal-paper"],
            &[],
        ),
        row(
            "a license that expired two years ago, with an extension",
            LICENSE,
            |a| {
                set(a.page("front.jpg"), FieldKind::ExpiryDate, "2024-05-01");
                let mut paper = testing::page(DocumentKind::Other, None);
                paper.lines = vec![line("DRIVER LICENSE EXTENSION")];
                a.add("extension.jpg", paper);
            },
            FIX,
            Some(Action::Replace),
            &["expired"],
            &["renewal-paper"],
        ),
        row(
            "a Canadian license that expired in spring is not renewed by a paper",
            LICENSE,
            |a| {
                set(a.page("front.jpg"), FieldKind::ExpiryDate, "2026-05-01");
                a.page("front.jpg").facts.document.country = Some("CAN".into());
                let mut paper = testing::page(DocumentKind::Other, None);
                paper.lines = vec![line("DRIVER LICENSE EXTENSION")];
                a.add("extension.jpg", paper);
            },
            FIX,
            Some(Action::Replace),
            &["expired"],
            &["renewal-paper"],
        ),
        row("a statement of 89 days", PASSPORT, |a| old(a, statement(), "2026-08-25"), READY, None, &[], &["too-old"]),
        row(
            "a statement of 90 days",
            PASSPORT,
            |a| old(a, statement(), "2026-08-24"),
            FIX,
            Some(Action::Replace),
            &["too-old"],
            &[],
        ),
        row(
            "a bill of 90 days",
            PASSPORT,
            |a| old(a, bill(), "2026-08-24"),
            REVIEW,
            Some(Action::Look),
            &["too-old"],
            &[],
        ),
        row(
            "a bill of a year",
            PASSPORT,
            |a| old(a, bill(), "2025-11-22"),
            REVIEW,
            Some(Action::Look),
            &["too-old"],
            &[],
        ),
        row(
            "a bill of more than a year",
            PASSPORT,
            |a| old(a, bill(), "2025-11-21"),
            FIX,
            Some(Action::Replace),
            &["too-old"],
            &[],
        ),
        row(
            "a bill of next month",
            PASSPORT,
            |a| old(a, bill(), "2026-12-22"),
            REVIEW,
            Some(Action::Look),
            &["too-old"],
            &[],
        ),
        row(
            "a bill without a date",
            PASSPORT,
            |a| a.page("bill.jpg").facts.fields.retain(|f| f.kind != FieldKind::StatementDate),
            REVIEW,
            Some(Action::Look),
            &["fact-unreadable"],
            &["too-old"],
        ),
        row(
            "a bill that is too old by the day of the call",
            PASSPORT,
            |a| a.record.call_date = Some(jiff::civil::date(2027, 1, 26)),
            REVIEW,
            Some(Action::Look),
            &["too-old"],
            &[],
        ),
        row("a W-2 of last year has no age", PASSPORT, |a| old_w2(a), READY, None, &[], &["too-old"]),
    ]
}

/// Whose the documents are.
fn people() -> Vec<Row> {
    vec![
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
    ]
}

/// Pictures that would be refused.
fn pictures() -> Vec<Row> {
    vec![
        row(
            "a blurry passport",
            PASSPORT,
            |a| a.page("passport.jpg").quality.sharpness = Some(20.0),
            FIX,
            Some(Action::Retake),
            &["blurry"],
            &[],
        ),
        row(
            "a blurry passport that has expired: no new picture helps",
            PASSPORT,
            |a| {
                a.page("passport.jpg").quality.sharpness = Some(20.0);
                set(a.page("passport.jpg"), FieldKind::ExpiryDate, "2020-01-01");
            },
            FIX,
            Some(Action::Replace),
            &["blurry", "expired"],
            &[],
        ),
        row(
            "a blurry passport and a sharp one of another country serve no two places",
            PASSPORT,
            |a| {
                let mut blurry = testing::passport();
                blurry.quality.sharpness = Some(20.0);
                set(&mut blurry, FieldKind::DocumentNumber, "Y7654321");
                a.add("blurry.jpg", blurry);
            },
            FIX,
            Some(Action::Retake),
            &["blurry"],
            &["same-document-twice"],
        ),
        row(
            "a file that cannot be opened",
            PASSPORT,
            |a| a.pages[1].outcome = Err(FileError::Internal("broken".to_owned())),
            FIX,
            None,
            &["primary-missing"],
            &[],
        ),
        row("half a name", PASSPORT, |a| name(a.page("bill.jpg"), "", "RUIZ"), REVIEW, Some(Action::Look), &[], &[]),
        row(
            "a birth date that was not read for sure",
            PASSPORT,
            |a| unsure(a.page("passport.jpg"), FieldKind::BirthDate),
            REVIEW,
            Some(Action::Look),
            &["fact-unreadable"],
            &[],
        ),
    ]
}

fn old(applicant: &mut Applicant, mut page: Examined, date: &str) {
    set(&mut page, FieldKind::StatementDate, date);
    applicant.remove("bill.jpg");
    applicant.add("paper.jpg", page);
}

fn old_w2(applicant: &mut Applicant) {
    let mut page = bill();
    page.facts.document.kind = DocumentKind::W2;
    set(&mut page, FieldKind::StatementDate, "2025-01-31");
    applicant.remove("bill.jpg");
    applicant.add("w2.jpg", page);
}

fn row(
    about: &'static str,
    of: fn() -> Applicant,
    change: fn(&mut Applicant),
    verdict: SetVerdict,
    first: Option<Action>,
    must: &'static [&'static str],
    never: &'static [&'static str],
) -> Row {
    Row { about, of, change, verdict, first, must, never }
}

#[test]
fn each_applicant_is_told_what_the_rules_say() {
    let rows = rows();
    assert!(rows.len() >= 50, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let mut applicant = (row.of)();
        (row.change)(&mut applicant);
        let report = applicant.judged();
        let raised = alarms(&report);
        let missed: Vec<&&str> = row.must.iter().filter(|id| !raised.contains(id)).collect();
        let too_much: Vec<&&str> = row.never.iter().filter(|id| raised.contains(id)).collect();
        let first = report.set.todo.first().map(|t| t.action);
        let first_is_right = row.first.is_none() || first == row.first;
        let nothing_to_do = (row.verdict == READY) == report.set.todo.is_empty();
        if report.set.verdict != row.verdict
            || !missed.is_empty()
            || !too_much.is_empty()
            || !first_is_right
            || !nothing_to_do
        {
            let slots: Vec<_> = report.set.slots.iter().map(|s| (s.id, s.status)).collect();
            wrong.push(format!(
                "{}: {:?}, first {first:?}, raised {raised:?}, missed {missed:?}, too much {too_much:?}, {slots:?}",
                row.about, report.set.verdict
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_cause_is_told_once() {
    for row in rows() {
        let mut applicant = (row.of)();
        (row.change)(&mut applicant);
        let report = applicant.judged();
        for todo in &report.set.todo {
            assert!(!todo.causes.is_empty(), "{}", row.about);
        }
        let of_pages = |todo: &crate::checks::Todo| {
            todo.causes.iter().filter_map(|c| c.finding).map(|id| (id, todo.pages.clone())).collect::<Vec<_>>()
        };
        let mut told: Vec<_> = report.set.todo.iter().flat_map(of_pages).collect();
        let all = told.len();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), all, "{}: a cause is told twice", row.about);
    }
}

#[test]
fn the_answer_to_a_good_set_names_what_to_bring_and_until_when_it_is_good() {
    let report = Applicant::with_passport().judged().set;
    assert_eq!(report.bring, [0, 1, 2]);
    assert_eq!(report.good_until, Some(jiff::civil::date(2027, 1, 25)));
    assert!(report.documents.iter().all(|d| d.pages.len() == 1));
    let relation = Applicant::with_passport().judged().pages[1].name_match.as_ref().and_then(|n| n.relation);
    assert!(relation <= Some(Relation::FormatOnly));
}
