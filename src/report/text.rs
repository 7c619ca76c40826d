//! The report for people at a terminal: what is wrong, where, and what to do; worst first.

use std::fmt::Write as _;

use super::{Judged, Options};
use crate::checks::{Finding, PageReport, PageVerdict, SetReport, SetVerdict, Severity};
use crate::examined::PageRecord;
use crate::words::{Arg, Message, Words};

/// The whole report.
pub fn text(judged: Judged, options: Options) -> String {
    let words = options.words;
    let mut out = String::new();
    for (page, report) in judged.set.pages.iter().zip(&judged.report.pages) {
        page_text(&mut out, page, report, words);
        out.push('\n');
    }
    set_text(&mut out, &judged.report.set, words);
    out
}

fn page_text(out: &mut String, page: &PageRecord, report: &PageReport, words: &Words) {
    let title = Message::new("report-page")
        .with("file", Arg::Text(page.id.file.display().to_string()))
        .with("page", Arg::Text(page.id.page.to_string()));
    let (sign, verdict) = page_verdict(report.verdict);
    line(out, 0, &format!("{sign} {} — {}", words.say(&title), words.get(verdict)));
    let examined = match &page.outcome {
        Ok(examined) => examined,
        Err(error) => return line(out, 2, &error.to_string()),
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

fn set_text(out: &mut String, report: &SetReport, words: &Words) {
    let (sign, verdict) = set_verdict(report.verdict);
    line(out, 0, &format!("{sign} {} — {}", words.get("report-set"), words.get(verdict)));
    line(out, 2, &format!("{}: {} ({})", words.get("report-requirements"), report.requirements, report.today));
    for slot in &report.slots {
        let files: Vec<String> = slot.pages.iter().map(|p| p.file.display().to_string()).collect();
        let place = words.get(&key("slot", &slot.id));
        let state = words.say(&slot.reason);
        let shown = if files.is_empty() { state } else { format!("{state} ({})", files.join(", ")) };
        line(out, 2, &format!("{place}: {shown}"));
    }
    for finding in &report.findings {
        finding_text(out, finding, words);
    }
    for one in &report.not_assessed {
        let what = words.get(&format!("{}.title", one.id));
        line(out, 2, &format!("? {}: {} ({})", words.get("report-not-assessed"), what, words.say(&one.reason)));
    }
    out.push('\n');
    line(out, 0, &words.get("report-disclaimer"));
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

fn page_verdict(verdict: PageVerdict) -> (&'static str, &'static str) {
    match verdict {
        PageVerdict::Ready => ("✓", "verdict-ready"),
        PageVerdict::Retake => ("✗", "verdict-retake"),
        PageVerdict::Review => ("!", "verdict-review"),
        PageVerdict::Unreadable => ("✗", "verdict-unreadable"),
    }
}

fn set_verdict(verdict: SetVerdict) -> (&'static str, &'static str) {
    match verdict {
        SetVerdict::Ready => ("✓", "verdict-ready"),
        SetVerdict::Fix => ("✗", "verdict-fix"),
        SetVerdict::Review => ("!", "verdict-review"),
    }
}

/// The message key of a word of the contract: `kind-passport`, `slot-primary`.
fn key(prefix: &str, word: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(word).unwrap_or_default();
    format!("{prefix}-{}", word.as_str().unwrap_or("unknown"))
}

fn line(out: &mut String, indent: usize, text: &str) {
    let _ = writeln!(out, "{:indent$}{text}", "");
}
