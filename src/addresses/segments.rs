//! From cleaned lines to words in segments: what stands between commas and line breaks.

use super::lexicon::AddressLexicon;
use super::split;
use super::token::{Segment, Token};

/// The segments of cleaned lines.
pub fn segments(lexicon: &AddressLexicon, lines: &[String]) -> Vec<Segment> {
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let parts = line.split([',', ';', '|', '(', ')', '[', ']']).flat_map(|part| part.split(" - "));
        for part in parts {
            let mut segment = Segment::new();
            for word in part.split_whitespace() {
                split::words(word, number, &mut segment);
            }
            let segment = numerals(lexicon, split_labels(lexicon, segment));
            if !segment.is_empty() {
                found.push(segment);
            }
        }
    }
    found
}

/// Divides a label from the number that is glued to it: `Apt4`, `Km5`, `RR2`.
fn split_labels(lexicon: &AddressLexicon, segment: Segment) -> Segment {
    let mut out = Segment::with_capacity(segment.len());
    for token in segment {
        let letters = token.text.bytes().take_while(u8::is_ascii_uppercase).count();
        let glued = letters >= 2 && token.text.as_bytes().get(letters).is_some_and(u8::is_ascii_digit);
        if glued && lexicon.is_label(&token.text[..letters]) && token.text == token.shown.to_ascii_uppercase() {
            out.push(Token::new(&token.shown[..letters], token.line));
            out.push(Token::new(&token.shown[letters..], token.line));
        } else {
            out.push(token);
        }
    }
    out
}

/// Puts digits for numbers in words: `Thirty-Second` is 32.
fn numerals(lexicon: &AddressLexicon, segment: Segment) -> Segment {
    let mut out: Segment = Vec::with_capacity(segment.len());
    for token in segment {
        let ordinal = lexicon.ordinals.get(&token.text);
        let Some(&value) = ordinal.or_else(|| lexicon.cardinals.get(&token.text)) else {
            out.push(token);
            continue;
        };
        let last = out.last().filter(|last| last.in_words && !last.ordinal).and_then(|last| last.text.parse().ok());
        let sum = last.and_then(|tens: u32| match (tens, value) {
            (20..=90, 1..=9) if tens.is_multiple_of(10) => Some(tens + value),
            (1..=9, 100) => Some(tens * 100),
            (100..=900, 1..=99) if tens.is_multiple_of(100) => Some(tens + value),
            _ => None,
        });
        let mut shown = token.shown;
        if sum.is_some() {
            shown = out.pop().map_or(shown.clone(), |last| format!("{} {shown}", last.shown));
        }
        let text = sum.unwrap_or(value).to_string();
        out.push(Token { text, long: None, shown, ordinal: ordinal.is_some(), in_words: true, ..token });
    }
    out
}
