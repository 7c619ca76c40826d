//! From pages to an answer: pages → documents → places of the requirements → what to do first.
//!
//! Checks hold the opinions; here they are put together. Nothing here looks into a picture or knows a language.

mod answered;
mod assign;
mod documents;
mod renewal;
#[cfg(test)]
mod tests;
mod todo;
mod until;

use jiff::civil::Date;

use crate::checks::{
    Judging, PageReport, Report, Rules, SetReport, SetVerdict, Severity, SlotStatus, judge_page, judge_set,
};
use crate::checks::{PageVerdict, SlotReport};
use crate::examined::DocumentSet;
use crate::record::Record;

/// Judges a set for an applicant on a day. Costs well under a millisecond a page, touches nothing but its arguments,
/// and cannot fail.
pub fn judge(set: &DocumentSet, record: &Record, rules: &Rules, today: Date) -> Report {
    let pages: Vec<PageReport> = set.pages.iter().map(|page| judge_page(page, record, rules, today)).collect();
    let documents = documents::group(set, &rules.names);
    let answered = answered::by_the_set(set, &pages, &documents, record, rules);
    let slots = assign::fill(set, &pages, &documents, &answered, &rules.requirements);
    let judging = Judging { set, pages: &pages, documents: &documents, slots: &slots, answered: &answered };
    let (findings, not_assessed) = judge_set(judging, record, rules, today);

    let todo = todo::list(&judging, &findings, record);
    let bring = assign::used(&slots);
    let good_until = until::last_day(set, &documents, &bring, &rules.requirements).filter(|day| *day >= today);
    let blocked = todo.iter().any(|t| t.blocks);
    let verdict = verdict(&pages, &slots, blocked, !todo.is_empty());
    let requirements = rules.requirements.name.clone();
    let set = SetReport {
        requirements,
        client: None,
        today,
        call_date: record.call_date,
        documents,
        slots,
        todo,
        bring,
        good_until,
        findings,
        answered,
        not_assessed,
        verdict,
    };
    Report { pages, set }
}

/// Nothing is ready by the lack of a finding: each place must be filled without a fault, and each page be ready.
fn verdict(pages: &[PageReport], slots: &[SlotReport], blocked: bool, asked: bool) -> SetVerdict {
    let unfilled = |s: &SlotReport| matches!(s.status, SlotStatus::Missing | SlotStatus::Problem);
    if blocked || slots.iter().any(unfilled) {
        SetVerdict::Fix
    } else if asked
        || slots.iter().any(|s| s.status != SlotStatus::Met)
        || pages.iter().any(|p| p.verdict != PageVerdict::Ready)
    {
        SetVerdict::Review
    } else {
        SetVerdict::Ready
    }
}

/// The worst finding on a page that nothing in the set answers.
fn worst_unanswered(report: &PageReport, answered: &[(crate::page::PageId, &'static str)]) -> Option<Severity> {
    let is_answered = |id: &str| answered.iter().any(|(page, finding)| *page == report.id && *finding == id);
    let severity = |f: &crate::checks::Finding| match f.severity {
        Severity::Blocker if is_answered(f.id) => Severity::Warning,
        severity => severity,
    };
    report.findings.iter().map(severity).max()
}
