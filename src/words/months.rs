//! The names of the months, as people write them: `assets/lexicon/fields/months.toml`, which the documents share.

use std::collections::HashMap;

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::assets::{AssetError, Assets};

/// Fewest letters of a name that was shortened in a way of one's own.
const FEWEST_LETTERS: usize = 3;
/// Names as short as this are not shortened.
const SHORT_NAME: usize = 3;

/// The names of the months in many languages, whole and short.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthNames(HashMap<String, i8>);

#[derive(Deserialize)]
struct File {
    months: [Vec<String>; 12],
}

impl MonthNames {
    /// Reads the names.
    ///
    /// # Errors
    /// [`AssetError`] when their file is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        let file: File = assets.toml("lexicon/fields/months.toml")?;
        let numbered = file.months.iter().zip(1_i8..);
        Ok(Self(numbered.flat_map(|(names, month)| names.iter().map(move |name| (plain(name), month))).collect()))
    }

    /// The month, 1 to 12, that a word names, in capitals or not, with accents or without. A word of three letters or
    /// more also counts as the beginning of a longer name, if all that begin so are of one month.
    pub fn number(&self, word: &str) -> Option<i8> {
        let word = plain(word);
        if let Some(month) = self.0.get(&word) {
            return Some(*month);
        }
        if word.chars().count() < FEWEST_LETTERS {
            return None;
        }
        let begins = |(name, _): &(&String, &i8)| name.chars().count() > SHORT_NAME && name.starts_with(&word);
        let mut months = self.0.iter().filter(begins).map(|(_, month)| *month);
        let first = months.next()?;
        months.all(|month| month == first).then_some(first)
    }
}

/// A word in small letters without marks.
fn plain(word: &str) -> String {
    word.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_whole_and_short_names() {
        let months = MonthNames::load(&Assets::find()).unwrap();
        for (word, month) in [
            ("July", Some(7)),
            ("jul", Some(7)),
            ("JULIO", Some(7)),
            ("février", Some(2)),
            ("Setiembre", Some(9)),
            ("Septem", Some(9)),
            ("août", Some(8)),
            ("NİSAN", Some(4)),
            ("ju", None),
            ("jui", None), // juin and juillet
            ("mes", None),
            ("", None),
        ] {
            assert_eq!(months.number(word), month, "{word}");
        }
    }
}
