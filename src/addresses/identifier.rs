//! The identifier behind a label: `Apt 12 C`, `No. 5`, `2nd Floor`, `Edificio Sol`, `Colonia Centro`.

use super::setting::Setting;
use super::token::{Token, joined, shown};
use super::unit::Unit;

/// Parts of a building that may have a name.
const NAMED: [&str; 3] = ["BUILDING", "TOWER", "RESIDENCE"];

/// The identifier at a place, behind `#` or `No.` if they stand there: its text and its number of words.
pub fn identifier(segment: &[Token], at: usize) -> Option<(String, usize)> {
    let skipped =
        segment.get(at..)?.iter().take_while(|t| matches!(t.text.as_str(), "#" | "NO" | "NUM" | "N" | "NR")).count();
    let skipped = if segment.get(at + skipped).is_none() && skipped > 0 { skipped - 1 } else { skipped };
    let token = segment.get(at + skipped)?;
    let good = token.has_digit() || token.is_letter();
    good.then(|| (token.text.clone(), skipped + 1))
}

/// The identifier of a unit. A single letter behind digits at the end of a segment belongs to it: `Apt. 12 C`.
pub fn unit_identifier(setting: &Setting, segment: &[Token], at: usize, label: usize) -> Option<(String, usize)> {
    let start = at + label;
    let sign = |t: &Token| matches!(t.text.as_str(), "#" | "NO" | "NUM");
    let skipped = segment.get(start..)?.iter().take_while(|t| sign(t)).count();
    let token = segment.get(start + skipped)?;
    let next = segment.get(start + skipped + 1);
    let hash = skipped > 0 || segment.get(at).is_some_and(|t| t.text == "#");
    let words = segment.get(at..start)?;
    let one = label == 1 && words.iter().all(Token::is_letter);
    let short = token.text.len() <= 2 && token.is_word() && hash;
    let bare = setting.units().any(|words| words.bare.code(&token.text).is_some()) && next.is_none();
    let suffix = next.is_some_and(|next| setting.lexicon.list("suffixes").code(&next.text).is_some()) && !hash;
    if !(token.has_digit() || token.is_letter() && !one && !suffix || short || bare) {
        return None;
    }
    let last = start + skipped + 2 == segment.len();
    let pair =
        next.filter(|next| last && (token.is_digits() && next.is_letter() || token.is_letter() && next.is_digits()));
    let id = pair.map_or_else(|| token.text.clone(), |next| format!("{}{}", token.text, next.text));
    Some((id, skipped + 1 + usize::from(pair.is_some())))
}

/// `No. Main` is North Main, and `Lot 5` stands behind a street.
pub fn is_weak(setting: &Setting, segment: &[Token], at: usize) -> bool {
    let Some(token) = segment.get(at) else { return true };
    setting.is_american() && ["NO", "NUM", "NUMBER", "LOT", "SLIP", "SITE", "SUIT"].contains(&token.text.as_str())
        || token.is_letter()
}

/// `2nd Floor`, `3er piso`, `101-dong`: the number stands before the word. `3º B` is a floor and a door.
pub fn counted(setting: &Setting, segment: &[Token], at: usize) -> Option<(Unit, usize)> {
    let number = segment.get(at).filter(|t| t.is_digits())?;
    let asian = setting.speaks("asia")
        && segment.get(at + 1).is_some_and(|t| ["DONG", "HO", "F", "SHI"].contains(&t.text.as_str()));
    for words in setting.units() {
        let Some((kind, length)) = words.labels.at(segment, at + 1) else { continue };
        let followed = segment.get(at + 1 + length).is_some_and(|t| t.has_digit() && !t.ordinal);
        let floor = &**kind == "FLOOR" && (number.ordinal || !followed && segment.len() == at + 1 + length);
        if floor && !segment.get(at + 1).is_some_and(Token::is_letter) || asian {
            let used = 1 + length;
            return Some((
                Unit { kind: kind.clone(), id: number.text.clone(), shown: shown(segment.get(at..at + used)?) },
                used,
            ));
        }
    }
    None
}

/// `Edificio Sol`: a building that has a name.
pub fn named(setting: &Setting, segment: &[Token], at: usize) -> Option<(Unit, usize)> {
    if setting.is_american() {
        return None;
    }
    let (kind, label) =
        setting.units().find_map(|words| words.labels.at(segment, at)).filter(|(kind, _)| NAMED.contains(&&***kind))?;
    let first = segment.get(at + label).filter(|t| t.is_word() && !t.is_letter())?;
    if at > 0 && segment.get(at - 1).is_some_and(|t| t.is_word() && is_street_word(setting, segment, at - 1))
        || first.text.len() < 3
    {
        return None;
    }
    let length = place_length(setting, segment, at + label);
    let words = segment.get(at + label..at + label + length)?;
    let used = label + length;
    Some((Unit { kind: kind.clone(), id: joined(words, " "), shown: shown(segment.get(at..at + used)?) }, used))
}

/// How many words belong to the name of a quarter: a number alone, else all up to a digit or another label.
pub fn place_length(setting: &Setting, segment: &[Token], start: usize) -> usize {
    let counted = segment.get(start).is_some_and(Token::has_digit);
    let dated = segment.get(start + 1).is_some_and(|t| t.text == "DE");
    if counted && !dated {
        return 1;
    }
    let ends = |at: &usize| {
        segment.get(*at).is_some_and(|t| t.has_digit() || t.text == "#")
            || setting.units().any(|words| {
                words.labels.at(segment, *at).is_some_and(|(_, l)| segment.get(at + l).is_some_and(Token::has_digit))
            })
            || is_street_word(setting, segment, *at)
            || setting
                .places()
                .any(|list| list.at(segment, *at).is_some_and(|_| segment.get(*at).is_some_and(|t| t.text.len() > 2)))
            || setting.lexicon.list("kilometer").at(segment, *at).is_some()
    };
    (start + 1..segment.len()).find(ends).unwrap_or(segment.len()) - start
}

/// A word of three letters or more that announces a street.
pub fn is_street_word(setting: &Setting, segment: &[Token], at: usize) -> bool {
    let long = segment.get(at).is_some_and(|t| t.text.len() >= 3);
    long && setting.streets().any(|words| words.before.at(segment, at).is_some())
}
