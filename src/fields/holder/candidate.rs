//! What the ways to find a name share: what they may look at, and the name as they found it.

use crate::codes::Codes;
use crate::fields::address::Block;
use crate::fields::dates::Order;
use crate::fields::labels::Value;
use crate::fields::lexicon::FieldLexicon;
use crate::fields::line::Line;
use crate::fields::{DocumentGuess, Field, FieldKind, Source};
use crate::geometry::Region;

/// Readings under this are not trusted with a name, whatever their caption.
pub(in crate::fields) const CLEAN: f32 = 0.93;

/// A name as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::fields) struct Printed {
    pub surname: String,
    pub given: String,
    pub full: String,
    pub confidence: f32,
    pub region: Option<Region>,
}

/// What the finder may look at.
pub(in crate::fields) struct Page<'a> {
    pub lexicon: &'a FieldLexicon,
    pub lines: &'a [Line<'a>],
    pub values: &'a [Value],
    pub addresses: &'a [Block],
    pub guess: &'a DocumentGuess,
    pub codes: &'a Codes,
    /// Whether `M.` before a name is a title.
    pub french: bool,
    /// Of day and month in numeric dates.
    pub order: Order,
}

impl Page<'_> {
    /// Whether it is the voter card of Mexico, which has an order of names and letters for the sex of its own.
    pub fn is_mexican_voter_card(&self) -> bool {
        let says = |words: &str| self.lines.iter().any(|l| l.words.contains(words));
        let elsewhere = self.guess.country.as_deref().is_some_and(|country| country != "MEX");
        says(" CREDENCIAL PARA VOTAR ") || says(" ELECTORAL ") && !elsewhere
    }
}

pub(in crate::fields) fn whole(given: &str, surname: &str) -> String {
    [given, surname].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

pub(in crate::fields) fn clean(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:·.".contains(c)).to_owned()
}

pub(in crate::fields) fn unnumbered(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')
}

/// A field that was read on a line of print.
pub(in crate::fields) fn field_of_line(
    page: &Page,
    kind: FieldKind,
    value: String,
    confidence: f32,
    line: usize,
) -> Field {
    let reading = page.lines[line].reading;
    let (source, confidence) = (Source::Text, confidence.clamp(0.0, 1.0));
    let (region, readers) = (Some(reading.region), vec![reading.reader]);
    Field { kind, value, source, confidence, region, readers, but_for_a_digit: None }
}
