//! What is around an address and how it is written: captions, other scripts, and the differences that every reader sees
//! at once.

use super::difference::Difference;
use super::fold::is_foreign;
use super::judge::Reasons;
use super::lexicon::AddressLexicon;
use super::segments::segments;
use super::token::Token;
use crate::relation::Relation;

/// Captions of one word that are no part of an address.
const SURE: [&str; 10] = [
    "ADDRESS",
    "DOMICILIO",
    "DIRECCION",
    "ENDERECO",
    "ANSCHRIFT",
    "ADRESSE",
    "INDIRIZZO",
    "WOHNORT",
    "WOHNANSCHRIFT",
    "TIRAHAN",
];

/// Takes the captions out of cleaned lines; whether there were any.
pub fn take_captions(lexicon: &AddressLexicon, lines: &mut Vec<String>) -> bool {
    let before = lines.len();
    let captions = lexicon.list("captions");
    let words = |text: &str| segments(lexicon, &[text.to_owned()]).concat();
    let mut found = false;
    for line in lines.iter_mut() {
        let shorter = match line.split_once(':') {
            Some((head, rest)) if captions.exactly(&words(head)).is_some() => Some(rest.trim().to_owned()),
            _ => unmarked(captions.at(&words(line), 0).map(|(_, length)| length), &words(line), line),
        };
        if let Some(shorter) = shorter {
            *line = shorter;
            found = true;
        }
    }
    lines.retain(|line| line.chars().any(char::is_alphanumeric) || line.contains('*'));
    found || lines.len() != before
}

/// The line without a caption that no colon ends.
fn unmarked(length: Option<usize>, words: &[Token], line: &str) -> Option<String> {
    let length = length?;
    if length == words.len() {
        return Some(String::new());
    }
    let conocido = words.get(length).is_some_and(|next| next.text == "CONOCIDO");
    let sure = length > 1 || words.first().is_some_and(|first| SURE.contains(&first.text.as_str()));
    let shown: usize = line.split_whitespace().take(length).map(str::len).sum();
    let rest = line.split_whitespace().skip(length).collect::<Vec<_>>().join(" ");
    (sure && !conocido && shown > 0).then_some(rest)
}

/// Whether letters of another script than the Latin one stand in a text.
pub fn is_native(text: &str) -> bool {
    text.chars().any(is_foreign)
}

/// The differences of writing, where there are no others.
pub fn note(record: &str, printed: &str, misread: bool, caption: bool, reasons: &mut Reasons) {
    let count = |text: &str, test: fn(char) -> bool| text.chars().filter(|c| test(*c)).count();
    let mut add = |code| reasons.add(code, Relation::FormatOnly, "", "");
    if misread {
        add(Difference::Misread);
    }
    if caption {
        add(Difference::Caption);
    }
    let lower = |text: &str| text.chars().any(char::is_lowercase);
    if lower(record) != lower(printed) {
        add(Difference::Case);
    }
    let marks: fn(char) -> bool = |c| c.is_alphabetic() && !c.is_ascii();
    if count(record, marks) != count(printed, marks) {
        add(Difference::Accents);
    }
    let dots: fn(char) -> bool = |c| matches!(c, '.' | '\'' | '’' | '-' | '–');
    if count(record, dots) != count(printed, dots) {
        add(Difference::Punctuation);
    }
    if reasons.0.is_empty() {
        reasons.add(Difference::Layout, Relation::FormatOnly, "", "");
    }
}
