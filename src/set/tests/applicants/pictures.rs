//! Pictures that would be refused.

use super::*;

pub(super) const ROWS: &[Row] = &[
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
        REVIEW,
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
    row(
        "a file that cannot be opened beside everything that is needed",
        PASSPORT,
        |a| {
            a.add("broken.jpg", testing::passport());
            a.pages.last_mut().unwrap().outcome = Err(FileError::Internal("broken".to_owned()));
        },
        REVIEW,
        Some(Action::Replace),
        &[],
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
];
