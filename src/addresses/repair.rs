//! Letters that a reader of pictures took for others, put right inside words, by the record's words.
//!
//! A number is never put right: neither one of digits only, nor one in which a letter stands.

use super::lexicon::AddressLexicon;
use super::token::{Segment, Token};

/// Replaces printed words that are a word of the record but for letters that look alike.
pub fn words(lexicon: &AddressLexicon, record: &[Segment], printed: &mut [Segment]) {
    let known: Vec<&Token> = record.iter().flatten().filter(|t| t.is_word() && t.text.len() >= 2).collect();
    let of_record = |text: &str| record.iter().flatten().any(|t| t.text == text);
    for segment in printed {
        for at in 0..segment.len() {
            let Some(token) = segment.get(at) else { continue };
            let label = at.checked_sub(1).and_then(|before| segment.get(before));
            let identifier = label.is_some_and(|label| label.text == "#" || lexicon.is_label(&label.text));
            if identifier && token.has_digit() || of_record(&token.text) {
                continue;
            }
            let meant = known.iter().find(|word| looks_like(lexicon, token, word));
            if let (Some(word), Some(token)) = (meant, segment.get_mut(at)) {
                token.text.clone_from(&word.text);
                token.long.clone_from(&word.long);
                token.misread = true;
            }
        }
    }
}

/// Puts a lost space back between a number and a word of the record: `12ELM`.
pub fn spaces(record: &[Segment], printed: &mut [Segment]) {
    let of_record = |text: &str| record.iter().flatten().any(|t| t.text == text);
    for segment in printed {
        let mut at = 0;
        while let Some(token) = segment.get(at) {
            let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
            let (number, word) = token.text.split_at(digits);
            let lost =
                digits > 0 && word.len() >= 3 && of_record(word) && !of_record(&token.text) && token.shown.is_ascii();
            if lost && number.len() + word.len() == token.shown.len() {
                let parts = [&token.shown[..digits], &token.shown[digits..]].map(|part| Token::new(part, token.line));
                segment.splice(at..=at, parts);
            }
            at += 1;
        }
    }
}

/// Whether the printed word may be a misreading of the word.
fn looks_like(lexicon: &AddressLexicon, printed: &Token, word: &Token) -> bool {
    if !printed.text.bytes().any(|b| b.is_ascii_uppercase()) {
        return false;
    }
    if printed.text.len() == word.text.len() {
        let odd = odd_letters(&printed.shown);
        let pairs = printed.text.chars().zip(word.text.chars()).enumerate();
        return pairs.into_iter().all(|(at, (seen, meant))| {
            seen == meant
                || digit_for(seen, meant)
                || odd.contains(&at) && matches!((seen, meant), ('I' | 'L', 'I' | 'L'))
        });
    }
    let same = |text: &str| text.replace("RN", "M");
    let pair = |a: &Token, b: &Token| lexicon.both_exist.contains(&(a.text.clone(), b.text.clone()));
    printed.is_word()
        && word.text.len() >= 4
        && same(&printed.text) == same(&word.text)
        && !pair(printed, word)
        && !pair(word, printed)
}

/// Whether a digit was read for a letter.
pub const fn digit_for(digit: char, letter: char) -> bool {
    matches!((digit, letter), ('0', 'O') | ('1', 'I' | 'L') | ('5', 'S') | ('8', 'B'))
}

/// Places at which a small l stands among capitals, or a capital I among small letters.
fn odd_letters(shown: &str) -> Vec<usize> {
    let letters: Vec<char> = shown.chars().collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let small = letters.iter().filter(|c| c.is_lowercase()).count();
    let odd = |(at, c): (usize, &char)| match c {
        'l' if capitals > 0 && small == letters.iter().filter(|c| **c == 'l').count() => Some(at),
        'I' if at > 0 && small > 0 => Some(at),
        _ => None,
    };
    letters.iter().enumerate().filter_map(odd).collect()
}
