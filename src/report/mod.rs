//! A judged set → text. Formats know nothing of checks; they write down what they are given, in one language.

mod json;
mod mask;
mod text;

pub use json::{json, json_lines, page_line, set_line};
pub use text::text;

use crate::checks::Report;
use crate::examined::DocumentSet;
use crate::words::Words;

/// What is written down, and how.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The language, and whether numbers that identify people are shown whole.
    pub words: &'a Words,
    /// Whether the time of each stage is given.
    pub timings: bool,
}

/// A judged set: the facts and the judgement of them, page by page in the same order.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// The facts.
    pub set: &'a DocumentSet,
    /// The judgement.
    pub report: &'a Report,
}

#[cfg(test)]
mod tests;
