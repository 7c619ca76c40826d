//! The arrangement of the words that was chosen, with all that differs in it.

use super::align::Step;
use super::difference::Difference;
use super::parse::DocumentWords;
use super::word::Word;

/// The chosen arrangement.
#[allow(clippy::struct_excessive_bools)] // independent facts, each with its own reason
#[derive(Debug, Clone, Default)]
pub struct Found<'l> {
    /// Words of the record, as compared.
    pub record: Vec<Word<'l>>,
    /// Words of the document, as compared.
    pub document: Vec<Word<'l>>,
    /// Differences among given names; indices into the words above.
    pub given: Vec<Step>,
    /// Differences among surnames.
    pub surname: Vec<Step>,
    /// How implausible the arrangement is.
    pub cost: f32,
    /// It overrules the border that the document shows.
    pub other_border: bool,
    /// The document has the surname in front.
    pub surname_first: bool,
    /// The record has the surname in front.
    pub record_surname_first: bool,
    /// The record does not tell surname from given names.
    pub plain: bool,
    /// The record's middle name was put before its given name, as Vietnam does.
    pub middle_first: bool,
    /// The document marks a birth name or a husband's name.
    pub married: bool,
    /// The surname blocks of record and document: from, to in the words above.
    pub blocks: ((usize, usize), (usize, usize)),
    /// The letters are the same: the code of what differs, if anything does; no arrangement was sought.
    pub code: Option<Difference>,
}

impl Found<'_> {
    /// All differences.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.given.iter().chain(&self.surname)
    }

    /// The document has the whole name in one box, the record in two: where the surname begins cannot be seen.
    pub fn in_one_box(&self, right: &DocumentWords) -> bool {
        let (record, _) = self.blocks;
        right.one_box && !self.plain && record.0 < record.1 && record.1 - record.0 < self.record.len()
    }

    pub fn shown(words: &[Word], (from, to): (usize, usize)) -> String {
        words.get(from..to).unwrap_or(&[]).iter().map(|w| w.shown.as_str()).collect::<Vec<_>>().join(" ")
    }
}
