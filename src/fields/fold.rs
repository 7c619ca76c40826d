//! Text as labels and names are compared: upper case without marks, cut into words and numbers.
//!
//! Works on one line at a time and knows nothing of documents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest line that is looked at, in bytes; longer ones are running text.
pub(super) const MAX_LINE: usize = 400;

/// A run of letters or a run of digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded.
    pub folded: String,
    /// First byte in the line.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

/// Upper case, marks dropped, ligatures and crossed letters spelled plainly; everything else kept.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_uppercase) {
        match c {
            'Æ' => out.push_str("AE"),
            'Œ' => out.push_str("OE"),
            'ẞ' | 'ß' => out.push_str("SS"),
            'Ø' => out.push('O'),
            'Ł' => out.push('L'),
            'Đ' | 'Ð' => out.push('D'),
            'Þ' => out.push_str("TH"),
            'Ə' => out.push('E'),
            'ı' => out.push('I'),
            'Ħ' => out.push('H'),
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Letters and digits of a text, folded and joined.
pub(super) fn compact(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Folded letters with those that readers take for one another written alike: `rn` and `m`, `vv` and `w`, `ii` and `n`, `h`
/// and `n`, and of two `l` only one. Texts that look alike come out the same; what comes out is no text to show.
pub(super) fn lookalikes(folded: &str) -> String {
    folded.replace("VV", "W").replace("II", "N").replace('H', "N").replace("RN", "M").replace("LL", "L")
}

/// Which letters a text holds, a bit for each (several letters may share one). An edit changes at most two bits, so
/// texts that differ in more than twice as many bits are further apart: a cheap test before a distance is computed.
pub(super) fn letters_in(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

/// The words and numbers of a line; a letter next to a digit begins a new one.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut last: Option<(bool, usize)> = None;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < MAX_LINE) {
        let end = at + c.len_utf8();
        if !c.is_alphanumeric() && !is_combining_mark(c) {
            last = None;
            continue;
        }
        let digit = c.is_numeric();
        match (last, out.last_mut()) {
            (Some((kind, stop)), Some(token)) if (kind == digit || is_combining_mark(c)) && stop == at => {
                token.end = end;
            }
            _ => out.push(Token { folded: String::new(), start: at, end }),
        }
        last = Some((if is_combining_mark(c) { false } else { digit }, end));
    }
    for token in &mut out {
        token.folded = fold(text.get(token.start..token.end).unwrap_or_default());
    }
    out
}

/// Whether two names are the same but for case, marks, spaces and the spellings that ICAO allows for a letter.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (x, y) = (spellings(a), spellings(b));
    !x[0].is_empty() && x.iter().any(|s| y.contains(s))
}

/// The plain spelling of a name and the one that ICAO Doc 9303-3 section 6 writes in a machine readable zone.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let letters = |text: &str| compact(text).chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let mut expanded = String::new();
    for c in name.nfc().flat_map(char::to_uppercase) {
        match c {
            'Ä' => expanded.push_str("AE"),
            'Ö' | 'Ø' => expanded.push_str("OE"),
            'Ü' => expanded.push_str("UE"),
            'Å' => expanded.push_str("AA"),
            'Ñ' => expanded.push_str("NXX"),
            c => expanded.push(c),
        }
    }
    let schwa = name.replace(['Ə', 'ə'], "A");
    let mut out = vec![letters(name), letters(&expanded), letters(&schwa)];
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_matter() {
        assert_eq!(fold("Fecha de expiración Łódź Straße"), "FECHA DE EXPIRACION LODZ STRASSE");
    }

    #[test]
    fn a_digit_begins_a_new_token() {
        let found: Vec<String> = tokens("4a iss11/07/2016").into_iter().map(|t| t.folded).collect();
        assert_eq!(found, ["4", "A", "ISS", "11", "07", "2016"]);
    }

    #[test]
    fn letters_that_look_alike_are_written_alike() {
        for (a, b) in [("SURNAME", "SUMAME"), ("VORNAME", "VOMAME"), ("WARUNG", "VVARUNG"), ("PRENOM", "PREIIOM")] {
            assert_eq!(lookalikes(a), lookalikes(b), "{a} {b}");
        }
        assert_ne!(lookalikes("NOMBRE"), lookalikes("HOMERE"));
    }

    #[test]
    fn icao_spellings_are_the_same_name() {
        assert!(same_name("Müller", "MUELLER") && same_name("MULLER", "Müller") && same_name("Muñoz", "MUNXXOZ"));
        assert!(same_name("Smith-Jones", "SMITH JONES") && !same_name("Weisz", "Weiss") && !same_name("", ""));
    }
}
