//! Numbers behind a name that count generations, and only look like initials or names.

use super::extras::Extras;
use super::lexicon::Suffix;
use super::parse::{DocumentWords, RecordWords};
use super::word::Word;

/// `V` and `VI` behind a name count generations where the other side counts them too; else the one is an initial and the
/// other a name of Vietnam. `Smith V` and `Smith VI` count both.
pub fn take(left: &mut RecordWords, right: &mut DocumentWords) {
    let last = |words: &[Word]| words.last().and_then(|word| roman(word.plain())).filter(|_| words.len() > 1);
    let (ours, theirs) = (last(&left.surname), last(&right.words));
    let both = ours.is_some() && theirs.is_some() && ours != theirs;
    if ours.is_some() && (both || counted(&right.extras)) && left.extras.suffixes.is_empty() {
        take_last(&mut left.surname, &mut left.extras);
    }
    if theirs.is_some() && (both || counted(&left.extras)) && right.extras.suffixes.is_empty() {
        take_last(&mut right.words, &mut right.extras);
    }
}

fn counted(extras: &Extras) -> bool {
    extras.suffixes.iter().any(|(suffix, _)| {
        !matches!(suffix, Suffix::Junior | Suffix::Senior | Suffix::Son | Suffix::Grandson | Suffix::Nephew)
    })
}

fn roman(word: &str) -> Option<Suffix> {
    match word {
        "V" => Some(Suffix::Fifth),
        "VI" => Some(Suffix::Sixth),
        _ => None,
    }
}

fn take_last(words: &mut Vec<Word>, extras: &mut Extras) {
    if let Some(last) = words.pop()
        && let Some(suffix) = roman(last.plain())
    {
        extras.suffixes.push((suffix, last.shown));
    }
}
