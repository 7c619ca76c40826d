//! Text as titles and words are compared: small letters without marks, everything else a space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text in small letters without marks, joined by spaces. `#` is the word `no`.
pub(in crate::batch) fn words(text: &str) -> Option<String> {
    let folded = folded(text);
    (!folded.is_empty()).then_some(folded)
}

/// As [`words`]; empty where there are none.
pub(in crate::batch) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        let plain = match c {
            'ø' => 'o',
            'ł' => 'l',
            'đ' | 'ð' => 'd',
            'ı' => 'i',
            c => c,
        };
        if plain == '#' {
            out.push_str(if out.is_empty() { "no" } else { " no" });
            gap = true;
        } else if plain.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(plain);
        } else if !is_combining_mark(plain) {
            gap = true;
        }
    }
    out
}

/// `FirstName` as `First Name`, `SSNLast4` as `SSN Last 4`.
pub(in crate::batch) fn spaced_humps(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 4);
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| chars.get(i));
        let hump = before.is_some_and(|b| {
            let begins_word = b.is_uppercase() && chars.get(i + 1).is_some_and(|next| next.is_lowercase());
            c.is_uppercase() && (b.is_lowercase() || begins_word) || c.is_ascii_digit() && b.is_alphabetic()
        });
        if hump {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_signs_and_capitals_go() {
        assert_eq!(folded("Fecha de\r\nnacimiento"), "fecha de nacimiento");
        assert_eq!(folded("N.º cliente"), "n o cliente");
        assert_eq!(folded("Client #"), "client no");
        assert_eq!(folded("  C.P. "), "c p");
        assert_eq!(folded("#"), "no");
        assert_eq!(folded("Świętosława ØRSTED"), "swietoslawa orsted");
    }

    #[test]
    fn humps_are_words() {
        assert_eq!(spaced_humps("dateOfBirth"), "date Of Birth");
        assert_eq!(spaced_humps("TPFirstName"), "TP First Name");
        assert_eq!(spaced_humps("SSNLast4"), "SSN Last 4");
        assert_eq!(spaced_humps("ITIN"), "ITIN");
    }
}
