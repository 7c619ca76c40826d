//! A set of examined pages → a report. Costs microseconds, touches nothing but its arguments, and cannot fail.

use jiff::civil::Date;

use super::context::{Judging, PageContext, SetContext, Sink};
use super::facts;
use super::finding::{Action, Finding, NotAssessed, Severity, Subject};
use super::reports::{NameMatch, PageReport, PageVerdict, Rules};
use super::{CHECKS, Check, Run};
use crate::examined::{Examined, PageRecord, ReadingState};
use crate::fields::Facts;
use crate::kinds::Side;
use crate::names::{self, Difference, DocumentName, LetterConfidence, NameLexicon, NameReason, RecordName, Relation};
use crate::record::Record;

/// Judges one page alone. What it says does not depend on the other pages.
pub fn judge_page(page: &PageRecord, record: &Record, rules: &Rules, today: Date) -> PageReport {
    let mut report = PageReport {
        id: page.id.clone(),
        name_match: None,
        findings: Vec::new(),
        not_assessed: Vec::new(),
        soft_lines: Vec::new(),
        rests_on: Vec::new(),
        verdict: PageVerdict::Unreadable,
    };
    let Some(examined) = page.examined() else { return report };
    report.name_match = match_name(examined, record, &rules.names);
    for check in CHECKS {
        let (Run::Image(run) | Run::Content(run)) = check.run else { continue };
        let mut cx = PageContext {
            page: &page.id,
            record,
            today,
            name_match: report.name_match.as_ref(),
            rules,
            sink: sink(check),
        };
        match check.needs.iter().find_map(|need| need.missing(examined, record)) {
            Some(reason) => cx.not_assessed(reason),
            None => run(examined, &mut cx),
        }
        let sink = cx.sink.capped(rules);
        report.findings.extend(sink.findings);
        report.not_assessed.extend(sink.not_assessed);
        report.soft_lines.extend(sink.soft_lines);
    }
    sort_worst_first(&mut report.findings);
    report.rests_on = facts::rests_on(examined, record, report.name_match.as_ref(), rules);
    let asks = |action| report.findings.iter().any(|f| f.severity == Severity::Blocker && f.action == action);
    report.verdict = match worst(&report.findings) {
        _ if asks(Action::Replace) => PageVerdict::Replace,
        _ if asks(Action::Retake) => PageVerdict::Retake,
        Some(Severity::Blocker | Severity::Warning) => PageVerdict::Review,
        // what was not read is not known to be right, whether a check says so or not
        _ if examined.reading != ReadingState::Done => PageVerdict::Review,
        _ if report.rests_on.len() < facts::needed(examined, rules).len() => PageVerdict::Review,
        _ => PageVerdict::Ready,
    };
    report
}

/// Makes the checks on a whole set: what they found, worst first, and what could not be assessed.
pub(crate) fn judge_set(
    judging: Judging<'_>,
    record: &Record,
    rules: &Rules,
    today: Date,
) -> (Vec<Finding>, Vec<NotAssessed>) {
    let (mut findings, mut not_assessed) = (Vec::new(), Vec::new());
    for check in CHECKS {
        let Run::Set(run) = check.run else { continue };
        let Judging { set, pages: reports, documents, slots, answered } = judging;
        let mut cx = SetContext { set, reports, documents, slots, answered, record, today, rules, sink: sink(check) };
        run(&mut cx);
        let sink = cx.sink.capped(rules);
        findings.extend(sink.findings);
        not_assessed.extend(sink.not_assessed);
    }
    sort_worst_first(&mut findings);
    (findings, not_assessed)
}

/// Compares the name on a page with the record. `None` where the record has no name or the page shows none.
fn match_name(page: &Examined, record: &Record, lexicon: &NameLexicon) -> Option<NameMatch> {
    let name = record.name.as_ref()?;
    let wanted = RecordName { given: name.given.clone(), middle: name.middle.clone(), surname: name.surname.clone() };
    if wanted.is_empty() || page.facts.continues {
        return None;
    }
    let document = &page.facts.document;
    let given = format!("{} {}", wanted.given, wanted.middle);
    let Some(holder) = page.facts.holder_for(&wanted.surname, &given) else {
        let expected = document.kind.traits().names_holder && document.side != Some(Side::Back);
        let unread = NameMatch { relation: None, score: 0.0, reasons: Vec::new() };
        return (expected && page.reading == ReadingState::Done).then_some(unread);
    };
    let letters = LetterConfidence::new(&holder.full_name, &holder.letters);
    let comparison = names::compare_as_read(lexicon, &wanted, &DocumentName::from(holder), &letters);
    let (mut relation, mut reasons) = (comparison.relation, comparison.reasons);
    // a caption misread, or a parent's, may have given the holder another name: then nobody is told that it differs
    if relation == Relation::Mismatch && Facts::stands_on(&page.lines, &wanted.surname, &wanted.given) {
        relation = Relation::Review;
        let (record, document) = (wanted.full(), holder.full_name.clone());
        reasons.insert(0, NameReason { code: Difference::RecordElsewhere, record, document, relation });
    }
    Some(NameMatch { relation: Some(relation), score: comparison.score, reasons })
}

fn sink(check: &Check) -> Sink {
    let subject = match check.run {
        Run::Image(_) => Subject::Picture,
        Run::Content(_) => Subject::Content,
        Run::Set(_) => Subject::Set,
    };
    Sink {
        id: check.id,
        subject,
        severity: check.severity,
        findings: Vec::new(),
        not_assessed: Vec::new(),
        soft_lines: Vec::new(),
    }
}

fn worst(findings: &[Finding]) -> Option<Severity> {
    findings.iter().map(|f| f.severity).max()
}

fn sort_worst_first(findings: &mut [Finding]) {
    findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
}
