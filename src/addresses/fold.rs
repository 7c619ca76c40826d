//! Letters: every word in capitals A to Z, without marks.
//!
//! A word has a plain form (`MULLER`) and, where German and Nordic letters are spelled out by some, a long one
//! (`MUELLER`).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word in capitals: the plain form, and the long one where it differs.
pub fn fold(word: &str) -> (String, Option<String>) {
    let (mut plain, mut long) = (String::with_capacity(word.len()), String::with_capacity(word.len()));
    for c in word.nfc() {
        match special(c) {
            Some((short, spelled)) => {
                plain.push_str(short);
                long.push_str(spelled);
            }
            None => {
                for c in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                    plain.extend(c.to_uppercase());
                    long.extend(c.to_uppercase());
                }
            }
        }
    }
    let long = (long != plain).then_some(long);
    (plain, long)
}

/// Letters whose plain form is not just the letter without its mark: the short and the long spelling.
fn special(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        'Ä' | 'ä' => ("A", "AE"),
        'Ö' | 'ö' => ("O", "OE"),
        'Ü' | 'ü' => ("U", "UE"),
        'Å' | 'å' => ("A", "AA"),
        'Ø' | 'ø' => ("O", "OE"),
        'Æ' | 'æ' => ("AE", "AE"),
        'Œ' | 'œ' => ("OE", "OE"),
        'ẞ' | 'ß' => ("SS", "SS"),
        'Þ' | 'þ' => ("TH", "TH"),
        'Ð' | 'ð' | 'Đ' | 'đ' => ("D", "D"),
        'Ł' | 'ł' => ("L", "L"),
        'ı' | 'İ' => ("I", "I"),
        _ => return None,
    })
}

/// Whether this letter is of another script than the Latin one.
pub fn is_foreign(c: char) -> bool {
    let latin =
        matches!(c, '\u{0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2b0}'..='\u{36f}' | '\u{2000}'..='\u{218f}');
    c.is_alphabetic() && !latin && !('\u{fb00}'..='\u{fb06}').contains(&c) && !('\u{ff21}'..='\u{ff5a}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_dropped_and_umlauts_have_two_spellings() {
        assert_eq!(fold("Cañada"), ("CANADA".into(), None));
        assert_eq!(fold("Köln"), ("KOLN".into(), Some("KOELN".into())));
        assert_eq!(fold("Straße"), ("STRASSE".into(), None));
    }

    #[test]
    fn other_scripts_are_told() {
        assert!(is_foreign('京') && is_foreign('у') && !is_foreign('ß'));
    }
}
