//! What stands in a name and is none: titles, suffixes, placeholders, marks of marriage.

use super::lexicon::{Suffix, fact};
use super::parse::Word;

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
        } else if word.is(fact::TITLE) && (names_before == 0 || !word.is(fact::NAME)) && count > 1 && at < count
            || suffix == Some(Suffix::Senior) && at == 1 && count > 2 && word.plain() == "SR"
        {
            extras.titles.push(word.shown.clone());
            true
        } else if let Some(suffix) = suffix.filter(|_| names_before > 0 && count >= fewest) {
            extras.suffixes.push((suffix, word.shown.clone()));
            true
        } else if word.is(fact::DEGREE) && at == count && names_before > 1 {
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

/// `V` behind a name is the fifth of that name where the other side counts generations too; else it is an initial.
pub fn fifth(words: &mut Vec<Word>, extras: &mut Extras, other: &Extras) {
    let counted = |(suffix, _): &(Suffix, String)| matches!(suffix, Suffix::Second | Suffix::Third | Suffix::Fourth);
    if !extras.suffixes.is_empty() || !other.suffixes.iter().any(counted) || words.len() < 2 {
        return;
    }
    if let Some(last) = words.pop_if(|last| last.plain() == "V") {
        extras.suffixes.push((Suffix::Fifth, last.shown));
    }
}
