//! The end of a batch: how many clients are ready, and what a person should look at besides.

use super::Understood;
use super::text::to_look_at;
use crate::checks::SetVerdict;
use crate::words::{Arg, Message, Words};

/// How the clients of a batch were judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BatchCounts {
    /// Nothing to fix.
    pub ready: usize,
    /// Something must be fixed.
    pub fix: usize,
    /// A person should look.
    pub review: usize,
}

impl BatchCounts {
    /// One more client.
    pub const fn add(&mut self, verdict: SetVerdict) {
        match verdict {
            SetVerdict::Ready => self.ready += 1,
            SetVerdict::Fix => self.fix += 1,
            SetVerdict::Review => self.review += 1,
        }
    }
}

/// The summary of a batch as text.
pub fn batch_summary(understood: Understood, counts: BatchCounts, words: &Words) -> String {
    let number = |count: usize| Arg::Number(count as f64);
    let message = Message::new("batch-summary")
        .with("count", number(counts.ready + counts.fix + counts.review))
        .with("ready", number(counts.ready))
        .with("fix", number(counts.fix))
        .with("review", number(counts.review));
    let (said, look) = (words.say(&message), to_look_at(understood, words));
    format!("{said}\n{look}\n{}\n", words.get("report-disclaimer"))
}
