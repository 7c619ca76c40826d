//! A judged set → text. Formats know nothing of checks; they write what they are given, in one language.

pub mod answer;
mod applicant;
mod csv;
mod hidden;
mod html;
mod json;
mod mask;
mod measured;
mod message;
mod rests_on;
mod roster;
mod text;

pub use applicant::Applicant;
pub use csv::{csv, csv_head, csv_line, csv_rows, csv_table};
pub use html::{Client, NotWritten, Pictures, html, html_index, html_together};
pub use json::{JSON_SCHEMA, json, json_lines, page_line, set_line};
pub use measured::measured;
pub use message::message;
pub use rests_on::rests_on;
pub use roster::{BatchCounts, Understood, batch_summary, roster_json, roster_text, shown};
pub use text::{answer_text, text};

use crate::checks::{NameMatch, Report};
use crate::examined::DocumentSet;
use crate::names::Relation;
use crate::words::Words;

/// What is written, and how.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The language, and whether numbers that identify people are shown whole.
    pub words: &'a Words,
    /// Whether the time of each stage is written.
    pub timings: bool,
}

/// A judged set: the facts and their judgment, page by page in the same order.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// The facts.
    pub set: &'a DocumentSet,
    /// The judgment.
    pub report: &'a Report,
}

/// What usually helps with the worst difference of a name; `None` if nothing has to be done.
pub fn name_help(words: &Words, name: &NameMatch) -> Option<String> {
    let differs = matches!(name.relation, Some(Relation::Review | Relation::Mismatch));
    let worst = name.reasons.first().filter(|_| differs)?;
    let key = format!("name-{}-help", worst.code);
    words.has(&key).then(|| words.get(&key))
}

/// The message key of a word of the contract: `kind-passport`, `slot-primary`.
fn key(prefix: &str, word: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(word).unwrap_or_default();
    format!("{prefix}-{}", word.as_str().unwrap_or("unknown"))
}

#[cfg(test)]
mod tests;
