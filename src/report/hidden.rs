//! Keeps the numbers of a person out of words that somebody else chose, such as the name of a file, and marks out of
//! them that change how the rest is shown.

use std::ops::Range;

use jiff::civil::Date;

use crate::examined::{DocumentSet, Examined};
use crate::fields::{FieldKind, has_form_of_itin};
use crate::record::Record;
use crate::words::last_four;

/// Fewest letters and digits of a number that is looked for: shorter ones stand in many other words.
const SHORTEST: usize = 6;
/// Digits of an ITIN.
const ITIN_DIGITS: usize = 9;
/// What may stand between the letters of a number.
const SEPARATORS: [char; 5] = [' ', '-', '_', '.', '/'];

/// The numbers of an applicant: letters and digits only, in capitals.
#[derive(Debug, Default)]
pub(super) struct Numbers(Vec<String>);

impl Numbers {
    /// The ITIN and the numbers of the documents, as typed and as read.
    pub(super) fn of(set: &DocumentSet, record: &Record) -> Self {
        let mut out = Self::default();
        let read = set.pages.iter().filter_map(|p| p.examined()).flat_map(read_on);
        for number in record.itin.clone().into_iter().chain(read) {
            out.add(&number);
        }
        out
    }

    /// The dates of birth too, in the ways in which they are written in digits.
    pub(super) fn with_birth_dates(mut self, set: &DocumentSet, record: &Record) -> Self {
        let fields = set.pages.iter().filter_map(|p| p.examined()).flat_map(|e| &e.facts.fields);
        let read = fields.filter(|f| f.kind == FieldKind::BirthDate).filter_map(|f| f.value.parse::<Date>().ok());
        for date in record.birth_date.into_iter().chain(read) {
            for written in ["%Y%m%d", "%m%d%Y", "%d%m%Y", "%-m/%-d/%Y"] {
                self.add(&date.strftime(written).to_string());
            }
        }
        self
    }

    fn add(&mut self, number: &str) {
        let plain: String = number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        if plain.chars().count() >= SHORTEST && !self.0.contains(&plain) {
            self.0.push(plain);
        }
    }

    /// A text in which only the last four characters of these numbers, and of everything written like an ITIN, are
    /// shown.
    pub(super) fn shortened_in(&self, text: &str) -> String {
        self.replaced_in(text, last_four)
    }

    /// A text in which nothing of them is left.
    pub(super) fn removed_from(&self, text: &str) -> String {
        self.replaced_in(text, |_| "***".to_owned())
    }

    fn replaced_in(&self, text: &str, shown: impl Fn(&str) -> String) -> String {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let after_digit = at > 0 && letters[at - 1].1.is_ascii_digit();
            let known = self.0.iter().find_map(|number| as_number(&letters, at, number));
            let found = known.or_else(|| as_itin(&letters, at).filter(|_| !after_digit));
            if let Some(found) = found {
                let end = letters.get(found.end).map_or(text.len(), |(byte, _)| *byte);
                out.push_str(&shown(&text[letters[at].0..end]));
                at = found.end;
            } else {
                out.push(letters[at].1);
                at += 1;
            }
        }
        out
    }
}

/// The numbers that were read on a page.
fn read_on(page: &Examined) -> Vec<String> {
    let is_number = |kind| matches!(kind, FieldKind::Itin | FieldKind::DocumentNumber);
    let fields = page.facts.fields.iter().filter(|f| is_number(f.kind)).map(|f| f.value.clone());
    let zone = page.codes.mrz.iter().map(|m| m.document_number.clone());
    let barcodes = page.codes.barcodes.iter().filter_map(|b| b.aamva.as_ref()?.document_number.clone());
    fields.chain(zone).chain(barcodes).collect()
}

/// Where a number stands that begins at this letter, whatever separates its parts.
fn as_number(letters: &[(usize, char)], from: usize, number: &str) -> Option<Range<usize>> {
    let mut at = from;
    for (n, wanted) in number.chars().enumerate() {
        while n > 0 && letters.get(at).is_some_and(|(_, c)| SEPARATORS.contains(c)) {
            at += 1;
        }
        if !letters.get(at)?.1.to_uppercase().eq(wanted.to_uppercase()) {
            return None;
        }
        at += 1;
    }
    Some(from..at)
}

/// Where something written like an ITIN stands that begins at this letter.
fn as_itin(letters: &[(usize, char)], from: usize) -> Option<Range<usize>> {
    let mut digits = String::new();
    let mut at = from;
    while digits.len() < ITIN_DIGITS {
        let (_, letter) = letters.get(at)?;
        match letter {
            '0'..='9' => digits.push(*letter),
            _ if digits.is_empty() || !SEPARATORS.contains(letter) => return None,
            _ => {}
        }
        at += 1;
    }
    let ends = letters.get(at).is_none_or(|(_, c)| !c.is_ascii_digit());
    (ends && has_form_of_itin(&digits)).then_some(from..at)
}

/// A text without marks that turn the direction of writing and without control characters, which could make a name
/// look like another one. The ends of lines stay.
pub(super) fn without_marks(text: &str) -> String {
    let is_mark = |c: char| {
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || (c.is_control() && c != '\n')
    };
    text.chars().map(|c| if is_mark(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn known_numbers_are_shortened_however_they_are_written() {
        let numbers = Numbers::of(&testing::good_set(), &testing::record());
        for text in ["912701234.jpg", "itin 912-70-1234", "912_70_1234", "912.70.1234"] {
            let said = numbers.shortened_in(text);
            assert!(said.contains("1234") && !said.contains("912"), "{said}");
        }
        assert_eq!(numbers.shortened_in("x1234567.pdf"), "****4567.pdf");
    }

    #[test]
    fn everything_written_like_an_itin_is_hidden_and_other_numbers_stay() {
        let nothing = Numbers::default();
        assert_eq!(nothing.removed_from("ana 955-80-1111.pdf"), "ana ***.pdf");
        for text in ["IMG_20261122_101530.jpg", "19127012345", "2026-11-22", "12 Elm St, Reno 89501"] {
            assert_eq!(nothing.removed_from(text), text);
        }
    }

    #[test]
    fn dates_of_birth_are_hidden_where_asked() {
        let (set, record) = (testing::good_set(), testing::record());
        let numbers = Numbers::default().with_birth_dates(&set, &record);
        for text in ["1990-04-12", "04/12/1990", "12.04.1990", "19900412", "4/12/1990"] {
            assert_eq!(numbers.removed_from(text), "***", "{text}");
        }
    }

    #[test]
    fn marks_that_turn_the_writing_become_visible() {
        assert_eq!(without_marks("photo\u{202e}gpj.exe\t\n"), "photo\u{fffd}gpj.exe\u{fffd}\n");
    }
}
