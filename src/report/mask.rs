//! Numbers that identify people, shown as their last four characters.

use crate::fields::{Field, FieldKind};
use crate::words::{Words, last_four};

/// The value of a field as it may be shown.
pub(super) fn value(field: &Field, words: &Words) -> String {
    if words.shows_numbers() {
        return field.value.clone();
    }
    match field.kind {
        FieldKind::Itin | FieldKind::DocumentNumber => last_four(&field.value),
        // they contain numbers, and nothing marks where a number begins and ends
        FieldKind::Mrz | FieldKind::Barcode => masked_digits(&field.value),
        _ => field.value.clone(),
    }
}

/// Replaces every word with a digit by stars; names and fillers stay.
fn masked_digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    let flush = |word: &mut String, out: &mut String| {
        if word.chars().any(|c| c.is_ascii_digit()) {
            out.extend(word.chars().map(|_| '*'));
        } else {
            out.push_str(word);
        }
        word.clear();
    };
    for c in text.chars() {
        if c.is_alphanumeric() {
            word.push(c);
        } else {
            flush(&mut word, &mut out);
            out.push(c);
        }
    }
    flush(&mut word, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_and_numbers_go() {
        assert_eq!(
            masked_digits("P<UTOERIKSSON<<ANNA<\nL898902C36UTO7408122F"),
            "P<UTOERIKSSON<<ANNA<\n*********************"
        );
    }
}
