//! What the parts of a report show alike: verdicts, findings, and checks that could not be made.

use serde::Serialize;

use super::super::applicant::Said;
use super::super::measured;
use crate::checks::{Finding, NotAssessed, Severity};
use crate::words::Words;

/// A verdict or a severity: a sign, words, and the class of its color.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Verdict {
    pub(super) sign: &'static str,
    pub(super) word: String,
    pub(super) class: &'static str,
}

impl Verdict {
    pub(super) fn new(said: Said, words: &Words) -> Self {
        Self { sign: said.sign, word: words.get(said.key), class: said.class }
    }
}

/// A finding in a list.
#[derive(Serialize)]
pub(super) struct FindingView {
    number: usize,
    /// Whether a frame with this number is drawn in the picture.
    drawn: bool,
    severity: Verdict,
    title: String,
    message: String,
    measured: Option<String>,
    advice: String,
}

/// A check that could not be made.
#[derive(Serialize)]
pub(super) struct NotAssessedView {
    title: String,
    reason: String,
}

/// How a severity is said.
pub(super) const fn severity_word(severity: Severity) -> Said {
    match severity {
        Severity::Blocker => Said { sign: "✗", key: "severity-blocker", class: "stop", rank: 0 },
        Severity::Warning => Said { sign: "!", key: "severity-warning", class: "look", rank: 1 },
        Severity::Note => Said { sign: "·", key: "severity-note", class: "note", rank: 2 },
    }
}

/// A finding with its number in the list.
pub(super) fn finding(number: usize, finding: &Finding, drawn: bool, words: &Words) -> FindingView {
    FindingView {
        number,
        drawn,
        severity: Verdict::new(severity_word(finding.severity), words),
        title: words.get(&format!("{}.title", finding.id)),
        message: words.say(&finding.message),
        measured: measured(words, finding),
        advice: words.say(&finding.advice),
    }
}

/// A check that could not be made, in words.
pub(super) fn not_assessed(one: &NotAssessed, words: &Words) -> NotAssessedView {
    NotAssessedView { title: words.get(&format!("{}.title", one.id)), reason: words.say(&one.reason) }
}
