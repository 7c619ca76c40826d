//! The facts on which a *ready* is based, in words.

use crate::checks::{PageReport, PageVerdict};
use crate::words::{Arg, Message, Words};

/// The facts that were read on a page that is ready, as a sentence; `None` for other pages, and if no fact must be
/// read.
pub fn rests_on(words: &Words, report: &PageReport) -> Option<String> {
    if report.verdict != PageVerdict::Ready || report.rests_on.is_empty() {
        return None;
    }
    let facts: Vec<String> = report.rests_on.iter().map(|fact| words.get(fact.word())).collect();
    Some(words.say(&Message::new("report-rests-on").with("facts", Arg::Text(facts.join(", ")))))
}
