//! A table of applicants: the rules of the requirement files, each both ways.

mod combination;
mod days;
mod people;
mod pictures;

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
/// All of them.
fn rows() -> impl Iterator<Item = &'static Row> {
    [combination::ROWS, days::ROWS, people::ROWS, pictures::ROWS].into_iter().flatten()
}

const fn row(
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
    assert!(rows().count() >= 50);
    let mut wrong = Vec::new();
    for row in rows() {
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
