//! The report for people at a terminal: what is wrong, where, and what to do; worst first.

use std::fmt::Write as _;

use super::answer::{self, FIRST};
use super::applicant::{page_verdict, set_verdict};
use super::{Judged, Options, key};
use crate::checks::{Finding, PageReport, SetReport, Severity};
use crate::examined::PageRecord;
use crate::words::{Arg, Message, Words};

/// The whole report.
pub fn text(judged: Judged, options: Options) -> String {
    let words = options.words;
    let mut out = String::new();
    set_text(&mut out, &judged.report.set, words);
    for (page, report) in judged.set.pages.iter().zip(&judged.report.pages) {
        out.push('\n');
        page_text(&mut out, page, report, words);
    }
    out.push('\n');
    line(&mut out, 0, &words.get("report-disclaimer"));
    out
}

/// The answer for a set, without its pages.
pub fn answer_text(report: &SetReport, words: &Words) -> String {
    let mut out = String::new();
    set_text(&mut out, report, words);
    out
}

fn page_text(out: &mut String, page: &PageRecord, report: &PageReport, words: &Words) {
    let title = Message::new("report-page")
        .with("file", Arg::Text(page.id.file.display().to_string()))
        .with("page", Arg::Text(page.id.page.to_string()));
    let verdict = page_verdict(report.verdict);
    line(out, 0, &format!("{} {} — {}", verdict.sign, words.say(&title), words.get(verdict.key)));
    let examined = match &page.outcome {
        Ok(examined) => examined,
        Err(error) => {
            line(out, 2, &words.say(&error.message()));
            return line(out, 4, &format!("→ {}", words.say(&error.advice())));
        }
    };
    let document = &examined.facts.document;
    line(out, 2, &format!("{}: {}", words.get("report-kind"), words.get(&key("kind", &document.kind))));
    if let Some(holder) = &examined.facts.holder {
        line(out, 2, &format!("{}: {}", words.get("report-holder"), holder.full_name));
    }
    for finding in &report.findings {
        finding_text(out, finding, words);
    }
    if let Some(name) = &report.name_match {
        for reason in &name.reasons {
            let sentence = Message::new(format!("name-{}", reason.code))
                .with("record", reason.record.as_str().into())
                .with("document", reason.document.as_str().into());
            line(out, 2, &format!("{}: {}", words.get("report-name"), words.say(&sentence)));
        }
        if let Some(help) = super::name_help(words, name) {
            line(out, 4, &format!("→ {help}"));
        }
    }
    for one in &report.not_assessed {
        let what = words.get(&format!("{}.title", one.id));
        line(out, 2, &format!("? {}: {} ({})", words.get("report-not-assessed"), what, words.say(&one.reason)));
    }
    if report.findings.is_empty() {
        line(out, 2, &words.get("report-nothing"));
    }
    if let Some(facts) = super::rests_on(words, report) {
        line(out, 2, &facts);
    }
}

/// The answer: the verdict, what to do first, then the rest.
fn set_text(out: &mut String, report: &SetReport, words: &Words) {
    let verdict = set_verdict(report.verdict);
    line(out, 0, &format!("{} {} — {}", verdict.sign, words.get("report-set"), words.get(verdict.key)));
    todo_text(out, report, words);
    for slot in &report.slots {
        let files = answer::file_names(&slot.pages);
        let place = words.get(&key("slot", &slot.id));
        let state = words.say(&slot.reason);
        let shown = if files.is_empty() { state } else { format!("{state} ({})", files.join(", ")) };
        line(out, 2, &format!("{place}: {shown}"));
    }
    for finding in report.findings.iter().filter(|f| f.severity == Severity::Note) {
        finding_text(out, finding, words);
    }
    let bring = answer::bring(report, words);
    if !bring.is_empty() {
        line(out, 2, &format!("{}: {}", words.get("report-bring"), bring.join(", ")));
    }
    if let Some(day) = report.good_until {
        let until = Message::new("report-good-until").with("date", Arg::Date(day));
        line(out, 2, &words.say(&until));
    }
    line(out, 2, &format!("{}: {} ({})", words.get("report-requirements"), report.requirements, report.today));
    for one in &report.not_assessed {
        let what = words.get(&format!("{}.title", one.id));
        line(out, 2, &format!("? {}: {} ({})", words.get("report-not-assessed"), what, words.say(&one.reason)));
    }
}

fn todo_text(out: &mut String, report: &SetReport, words: &Words) {
    for (i, todo) in report.todo.iter().enumerate() {
        let heading = match i {
            0 => Some("report-first"),
            FIRST => Some("report-then"),
            _ => None,
        };
        if let Some(heading) = heading {
            line(out, 2, &words.get(heading));
        }
        let said = answer::said(todo, report, words);
        line(out, 4, &format!("{}. {}", i + 1, said.message));
        line(out, 7, &format!("→ {}", said.advice));
    }
}

fn finding_text(out: &mut String, finding: &Finding, words: &Words) {
    let (sign, severity) = match finding.severity {
        Severity::Blocker => ("✗", "severity-blocker"),
        Severity::Warning => ("!", "severity-warning"),
        Severity::Note => ("·", "severity-note"),
    };
    let title = words.get(&format!("{}.title", finding.id));
    line(out, 2, &format!("{sign} {} ({}): {}", title, words.get(severity), words.say(&finding.message)));
    if let Some(measured) = super::measured(words, finding) {
        line(out, 4, &measured);
    }
    line(out, 4, &format!("→ {}", words.say(&finding.advice)));
}

fn line(out: &mut String, indent: usize, text: &str) {
    let _ = writeln!(out, "{:indent$}{text}", "");
}
