//! Expiry and age.

use super::*;

pub(super) const ROWS: &[Row] = &[
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
    row("a bill of 90 days", PASSPORT, |a| old(a, bill(), "2026-08-24"), REVIEW, Some(Action::Look), &["too-old"], &[]),
    row("a bill of a year", PASSPORT, |a| old(a, bill(), "2025-11-22"), REVIEW, Some(Action::Look), &["too-old"], &[]),
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
    row("a W-2 of last year has no age", PASSPORT, old_w2, READY, None, &[], &["too-old"]),
];

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
