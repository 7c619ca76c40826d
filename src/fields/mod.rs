//! Readings → named facts, each with where it was read and how sure it is.
//!
//! Nothing here decides whether a fact is acceptable: checks do.

mod address;
mod caption;
mod dated;
mod dates;
mod find;
mod fold;
mod hidden;
mod holder;
mod itin;
mod kind;
mod labels;
mod letters;
mod lexicon;
mod line;
mod postal;
mod reconcile;
mod second_look;
mod sheet;
mod straight;
#[cfg(test)]
mod tests;
mod title;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use hidden::doubt_beside;
pub use itin::has_form_of_itin;
pub use lexicon::FieldLexicon;
pub use second_look::{Disagreement, lines_to_confirm, lines_to_read_again, take_second_look};

use crate::codes::Codes;
use crate::geometry::{Region, Size};
use crate::kinds::{DocumentKind, Side};
use crate::text::{Reader, Reading};

/// What kind of fact a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words of the contract, which say what they are")]
pub enum FieldKind {
    Surname,
    GivenNames,
    FullName,
    BirthDate,
    ExpiryDate,
    IssueDate,
    StatementDate,
    DocumentNumber,
    Address,
    Itin,
    Nationality,
    IssuingCountry,
    Sex,
    Mrz,
    Barcode,
}

/// Where a fact stands on the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Machine readable zone.
    Mrz,
    /// Barcode.
    Barcode,
    /// Print for people.
    Text,
}

/// One fact read from a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// What it is.
    pub kind: FieldKind,
    /// The value: dates as `YYYY-MM-DD`, MRZ lines joined by `\n`, everything else as printed.
    pub value: String,
    /// Where on the document it stands.
    pub source: Source,
    /// How sure it is, 0–1. From 0.8 it is a claim.
    pub confidence: f32,
    /// Where on the page.
    pub region: Option<Region>,
    /// Who read it.
    pub readers: Vec<Reader>,
    /// For a date with a doubtful digit: how sure it would be but for that digit, 0–1.
    pub but_for_a_digit: Option<f32>,
}

impl Field {
    /// Makes it no surer than this, whatever becomes of a doubtful digit.
    fn doubt(&mut self, most: f32) {
        self.confidence = self.confidence.min(most);
        self.but_for_a_digit = self.but_for_a_digit.map(|sure| sure.min(most));
    }
}

/// The document a page shows, as far as its words and layout tell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DocumentGuess {
    /// What it is.
    pub kind: DocumentKind,
    /// Which side, where it has two.
    pub side: Option<Side>,
    /// Issuing country, three letters (ISO 3166, ICAO specials).
    pub country: Option<String>,
    /// 0–1.
    pub confidence: f32,
}

/// The person the document is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    /// Surname block, empty where the document does not split the name.
    pub surname: String,
    /// Given names, empty where the document does not split the name.
    pub given_names: String,
    /// The whole name as printed, or given names and surname joined.
    pub full_name: String,
    /// How sure the reading is, 0–1. From 0.8 it is a claim.
    pub confidence: f32,
    /// Where it was read.
    pub source: Source,
    /// Whether the field it was read from may have cut the name.
    pub may_be_cut: bool,
    /// Where on the page.
    pub region: Option<Region>,
    /// How sure the reader was of each character of the whole name, 0–1, blanks included; 1 where it did not tell.
    pub letters: Vec<f32>,
}

/// All that the readings of a page say.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// What the document is.
    pub document: DocumentGuess,
    /// The fields.
    pub fields: Vec<Field>,
    /// The person it is about.
    pub holder: Option<Holder>,
    /// The page goes on with the document of the page before it in the same file: it needs no facts of its own.
    pub continues: bool,
    /// The captions seen, by the kind of field that they announce: where a value should stand.
    pub captions: Vec<(FieldKind, Region)>,
    /// The second reader failed on a line that it was to confirm.
    pub unconfirmed: bool,
    /// Where the second reader reads other letters.
    pub disagreements: Vec<Disagreement>,
    /// Other places where somebody's name stands, none of them known for a parent's, a spouse's or an official's. Never
    /// a claim; only [`Facts::mention_of`] chooses among them.
    pub mentions: Vec<Holder>,
}

impl Facts {
    /// The field of a kind that is surest; earlier ones win ties.
    pub fn best(&self, kind: FieldKind) -> Option<&Field> {
        self.of(kind).fold(None, |best: Option<&Field>, f| match best {
            Some(b) if b.confidence >= f.confidence => Some(b),
            _ => Some(f),
        })
    }

    /// All fields of a kind.
    pub fn of(&self, kind: FieldKind) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |f| f.kind == kind)
    }

    /// The place on the page where words of both parts of a record's name stand together; `None` where there is none.
    /// The record tells where to look and never what stands there.
    pub fn mention_of(&self, surname: &str, given: &str) -> Option<&Holder> {
        holder::mentions::best(&self.mentions, surname, given)
    }

    /// Whether a record's whole name stands somewhere in the lines of a page, whoever's it is there.
    pub fn stands_on(lines: &[Reading], surname: &str, given: &str) -> bool {
        holder::mentions::stands_on(lines, surname, given)
    }

    /// The date of the surest field of a kind.
    pub fn date(&self, kind: FieldKind) -> Option<(Date, &Field)> {
        self.best(kind).and_then(|f| f.value.parse().ok().map(|d| (d, f)))
    }
}

/// The words of a text of two letters and more, in capitals and without marks, to look for them on a page.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold::fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1).map(str::to_owned).collect()
}

/// Finds the facts in the readings of one page. `lines` and `codes` are in upright space, `size` is the upright page.
pub fn extract(lexicon: &FieldLexicon, lines: &[Reading], codes: &Codes, size: Size) -> Facts {
    find::facts(lexicon, lines, codes, size)
}
