//! Is the name on the document the name on the record, and if not, exactly what differs?
//!
//! Knows nothing of documents or pictures: it compares words. It never calls a different name the same name; where it
//! is not sure, the answer is [`Relation::Review`].

mod align;
mod borders;
mod control;
mod decide;
mod difference;
mod divisions;
mod endings;
mod extras;
mod fold;
mod found;
mod generations;
mod joined;
mod known;
mod letters;
mod lexicon;
mod misread;
mod mrz_noise;
mod ocr;
mod pair;
mod parse;
mod reasons;
mod sound;
mod syllables;
#[cfg(test)]
mod tests;
mod verdict;
mod whole;
mod word;

pub use crate::relation::Relation;
pub use control::name_control;
pub use difference::Difference;
pub use known::{Known, known, spellings};
pub use letters::LetterConfidence;
pub use lexicon::NameLexicon;

/// The name on the applicant's record. A plain name stands whole in `surname` with the other parts empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordName {
    /// First name or names.
    pub given: String,
    /// Middle name or names.
    pub middle: String,
    /// Surname or surnames.
    pub surname: String,
}

/// A name as a document shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentName {
    /// One line, in any order: `MARIA NUNEZ`, `NUNEZ, MARIA`, or an MRZ name field with its fillers.
    Line(String),
    /// The document itself tells the surname from the given names.
    Split {
        /// Surname block.
        surname: String,
        /// Given names.
        given_names: String,
        /// The field may have cut the name.
        may_be_cut: bool,
    },
}

/// One difference between the names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameReason {
    /// What kind of difference it is: `second-surname-missing`, `diacritics`, `nickname` … Its sentence is the message
    /// `name-<code>` of the language files.
    pub code: Difference,
    /// The words of the record that it concerns; may be empty.
    pub record: String,
    /// The words of the document that it concerns; may be empty.
    pub document: String,
    /// How bad this difference alone is.
    pub relation: Relation,
}

/// The result of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The worst of the differences.
    pub relation: Relation,
    /// 0–1, for sorting only; never decides.
    pub score: f32,
    /// The differences, worst first.
    pub reasons: Vec<NameReason>,
}

impl RecordName {
    /// Reads `given|middle|surname`, `given|surname` or a plain name.
    pub fn parse(text: &str) -> Self {
        let parts: Vec<&str> = text.splitn(3, '|').map(str::trim).collect();
        let own = |text: &str| text.to_owned();
        match parts.as_slice() {
            [given, middle, surname] => Self { given: own(given), middle: own(middle), surname: own(surname) },
            [given, surname] => Self { given: own(given), middle: String::new(), surname: own(surname) },
            _ => Self { surname: own(text.trim()), ..Self::default() },
        }
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.full().is_empty()
    }

    /// Given names, middle names and surnames, joined by single spaces.
    pub fn full(&self) -> String {
        [&self.given, &self.middle, &self.surname]
            .into_iter()
            .flat_map(|part| part.split_whitespace())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Compares the name on a document with the name on the record.
///
/// Every text of every script and length gets an answer; names longer than the registers' longest are judged by their
/// first words.
pub fn compare(lexicon: &NameLexicon, record: &RecordName, document: &DocumentName) -> Comparison {
    decide::compare(lexicon, record, document)
}

/// As [`compare`], with what the reader says of its letters: a difference that rests on letters which were hardly read
/// is not held against the name but asks to be checked, and a letter that was read for sure is no slip of the reader.
/// `letters` are those of the same text as `document` (for a split name, of its parts in any order).
pub fn compare_as_read(
    lexicon: &NameLexicon,
    record: &RecordName,
    document: &DocumentName,
    letters: &LetterConfidence,
) -> Comparison {
    letters::weigh(compare(lexicon, record, document), letters)
}
