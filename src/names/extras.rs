//! What stands in a name and is none: titles, suffixes, placeholders, marks of marriage.

use super::lexicon::{Suffix, fact};
use super::word::Word;

/// What was taken out of the line of words because it is no name.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// Suffixes that tell persons of one family apart.
    pub suffixes: Vec<(Suffix, String)>,
    /// Titles and degrees.
    pub titles: Vec<String>,
    /// `FNU`, `LNU`.
    pub placeholders: Vec<String>,
    /// `née`, `viuda` and the like stood in the name.
    pub marriage_mark: bool,
}

/// Takes titles, suffixes, placeholders and marks out of a line; at least `fewest` words must be there for suffixes.
pub fn take(words: &mut Vec<Word>, extras: &mut Extras, fewest: usize) {
    if !words.iter().any(|w| {
        w.entry.is_some_and(|e| e.suffix.is_some())
            || w.is(fact::TITLE | fact::DEGREE | fact::PLACEHOLDER | fact::MARRIAGE_MARK)
    }) {
        return;
    }
    let count = words.len();
    let mut at = 0;
    let mut names_before = 0;
    words.retain(|word| {
        at += 1;
        let suffix = word.entry.and_then(|e| e.suffix);
        let taken = if word.is(fact::PLACEHOLDER) {
            extras.placeholders.push(word.shown.clone());
            true
        } else if count > 1 && is_title(word, at < count, names_before)
            || suffix == Some(Suffix::Senior) && at == 1 && count > 2 && word.plain() == "SR"
        {
            extras.titles.push(word.shown.clone());
            true
        } else if let Some(suffix) = suffix.filter(|_| names_before > 0 && count >= fewest) {
            extras.suffixes.push((suffix, word.shown.clone()));
            true
        } else if word.is(fact::DEGREE) && !word.is(fact::NAME) && at == count && names_before > 1 {
            extras.titles.push(word.shown.clone());
            true
        } else if word.is(fact::MARRIAGE_MARK) && names_before > 0 && at < count {
            extras.marriage_mark = true;
            true
        } else {
            names_before += 1;
            false
        };
        !taken
    });
}

/// A title stands before a name, or behind it where it can be no name. What may also be a name or a syllable (`Ing`,
/// `Kum`) is a title only with its period.
fn is_title(word: &Word, before: bool, names_before: usize) -> bool {
    let name = word.is(fact::NAME | fact::PINYIN | fact::KOREAN | fact::VIETNAMESE);
    let place = if before { names_before == 0 || !name } else { names_before > 1 && !name };
    word.is(fact::TITLE) && place && (word.dotted || !name)
}
