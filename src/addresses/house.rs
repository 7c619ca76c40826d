//! Where the house number stands, and what belongs to it.

use super::number::Number;
use super::setting::Setting;
use super::token::{Segment, Token, shown};
use super::unit::Unit;

/// Takes the line of the street out of the lines: the words with a number beside them. Returns where it stood.
pub fn street_line(lines: &mut Vec<Segment>) -> (Segment, usize) {
    let extra =
        |t: &Token| matches!(t.text.as_str(), "BIS" | "TER" | "QUATER") || t.text.contains('/') || t.is_letter();
    let numeric = |line: &Segment| match line.as_slice() {
        [one] => one.is_number() || one.is_masked(),
        [one, more] => one.is_number() && extra(more),
        _ => false,
    };
    let words = |line: &Segment| line.iter().any(Token::is_word);
    let digits = |line: &Segment| line.iter().any(|t| t.is_number() || t.is_masked());
    for at in 0..lines.len() {
        let next = lines.get(at + 1);
        let this = &lines[at];
        if words(this) && digits(this) && !numeric(this) {
            return (lines.remove(at), at);
        }
        if words(this) && next.is_some_and(numeric) || numeric(this) && next.is_some_and(words) {
            let second = lines.remove(at + 1);
            let mut first = lines.remove(at);
            first.extend(second);
            return (first, at);
        }
    }
    let any = |lines: &[Segment], test: &dyn Fn(&Segment) -> bool| lines.iter().position(test);
    let at = any(lines, &|line| line.iter().any(Token::has_digit) && words(line)).or_else(|| any(lines, &words));
    at.map_or_else(|| (Segment::new(), 0), |at| (lines.remove(at), at))
}

/// How many tokens at the start are the house number.
pub fn leading(setting: &Setting, tokens: &[Token]) -> Option<usize> {
    let first = tokens.first()?;
    let second = tokens.get(1)?;
    if !looks_like_number(setting, first) {
        return None;
    }
    let later = tokens.iter().skip(1).any(Token::is_number);
    let spanish = setting.lexicon.streets.get("es").filter(|_| setting.speaks("es"));
    let typed =
        spanish.is_some_and(|words| words.after.at(tokens, 1).is_some_and(|(_, length)| tokens.len() > 1 + length));
    if later && (second.text == "DE" || typed && tokens.iter().skip(2).any(Token::is_number) && !setting.puerto_rico) {
        return None;
    }
    if is_extra(setting, second, tokens.get(2)) && tokens.len() > 2 {
        return Some(2);
    }
    let third = tokens.get(2);
    let typed_end = |t: &Token| {
        let one = std::slice::from_ref(t);
        setting.lexicon.list("suffixes").code(&t.text).is_some() || setting.last_direction(one).is_some()
    };
    let spaced = first.is_digits()
        && second.is_digits()
        && !second.in_words
        && !second.ordinal
        && third.is_some_and(|t| !typed_end(t) && t.text != "MILE")
        && setting.number_first();
    let coordinates = is_coordinate(first) && is_coordinate(second);
    Some(if spaced || coordinates { 2 } else { 1 })
}

/// `W204`: one half of a house number on a grid.
fn is_coordinate(token: &Token) -> bool {
    let text = token.text.as_bytes();
    matches!(text, [b'N' | b'S' | b'E' | b'W', digits @ ..] if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
}

/// Whether a first word is a house number.
fn looks_like_number(setting: &Setting, token: &Token) -> bool {
    let text = token.text.as_bytes();
    let letters = text.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let digits = text.iter().filter(|b| b.is_ascii_digit()).count();
    let grid = digits >= 2 && matches!(text, [b'N' | b'S' | b'E' | b'W', d, ..] if d.is_ascii_digit());
    let block = (1..=2).contains(&letters) && digits >= 1 && !setting.is_american() | setting.puerto_rico;
    let misread = letters > 0 && digits >= 1 && text.iter().all(|b| b.is_ascii_digit() || b"OILSB".contains(b));
    let hidden = setting.number_first() && text.len() > 1 && text.iter().all(|b| *b == b'X');
    token.is_number()
        || token.is_masked()
        || hidden
        || grid
        || block && setting.number_first() | setting.puerto_rico
        || misread
}

/// A fraction or a `bis` behind a number.
pub fn is_extra(setting: &Setting, token: &Token, next: Option<&Token>) -> bool {
    let fraction = token.text.split_once('/').is_some_and(|(a, b)| a.len() == 1 && b.len() == 1);
    let latin = ["es", "fr", "it", "pt"].iter().any(|language| setting.speaks(language));
    fraction && token.has_digit()
        || token.text == "BIS" && latin
        || token.text == "TER" && setting.speaks("fr") && next.is_some()
}

/// Reads the tokens of a house number. Some countries write a unit into it.
pub fn number(setting: &Setting, tokens: &[Token], units: &mut Vec<Unit>) -> Number {
    let all = shown(tokens);
    let (mut text, mut extra) = (String::new(), String::new());
    let spaced = tokens.len() > 1 && tokens.iter().all(Token::is_digits);
    for token in tokens {
        if !text.is_empty() && is_extra(setting, token, Some(token)) {
            extra.clone_from(&token.text);
        } else {
            if spaced && !text.is_empty() {
                text.push('-');
            }
            text.push_str(&token.text);
        }
    }
    // 57-1/2: the fraction is joined by a hyphen
    if let Some((whole, fraction)) = text.clone().split_once('-')
        && ["1/2", "1/4", "3/4", "1/3", "2/3", "1/8"].contains(&fraction)
    {
        (text, extra) = (whole.to_owned(), fraction.to_owned());
    }
    split_unit(setting, &mut text, units);
    Number { text, extra, spaced, shown: all }
}

/// Takes the unit out of a number that holds one: 6/31 in Australia, 12-405 in Canada, 5/3 in Poland.
fn split_unit(setting: &Setting, text: &mut String, units: &mut Vec<Unit>) {
    let parts: Vec<String> = text.split(['/', '-']).map(str::to_owned).collect();
    let [first, second] = parts.as_slice() else { return };
    let slash = text.contains('/');
    let (unit, number) = match setting.country.as_str() {
        "AU" | "NZ" if slash => (first, second),
        "CA" if !slash => (first, second),
        _ if slash && setting.speaks("slavic") => (second, first),
        _ => return,
    };
    units.push(Unit { kind: "BARE".into(), id: unit.clone(), shown: unit.clone() });
    text.clone_from(number);
}
