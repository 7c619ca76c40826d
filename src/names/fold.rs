//! Letters: every way in which the standards write a name with A to Z.
//!
//! A word becomes its *forms*: the plain one (marks dropped) first, then those of ICAO Doc 9303-3 section 6 (`Ü` as
//! `UE` or `UXX`, `Ñ` as `NXX`, Cyrillic and Greek by table). It must not hold any other romanization: those are
//! differences.

#![allow(clippy::match_same_arms)] // a table keeps one line a letter

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Forms kept for one word at most; a name with more alternatives than this keeps the first ones.
const MOST_FORMS: usize = 16;

/// The alphabet conventions that a Cyrillic text follows, told by letters that only some languages have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cyrillic {
    Russian,
    Ukrainian,
    Belarusian,
    Serbian,
    Macedonian,
    /// Nothing tells Russian from Ukrainian or Bulgarian.
    Open,
}

/// Whether this letter belongs to a script that the tables here cannot write with A to Z.
pub fn is_foreign_letter(c: char) -> bool {
    c.is_alphabetic()
        && !is_letter_apostrophe(c)
        && !is_combining_mark(c)
        && forms_of(c, Cyrillic::Open, false).is_none()
}

/// Whether a word has letters that were transliterated from another script.
pub fn is_cyrillic_or_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}')
}

/// Apostrophes that Unicode counts among the letters, as the Hawaiian ʻokina.
const fn is_letter_apostrophe(c: char) -> bool {
    matches!(c, 'ʻ' | 'ʼ' | 'ʹ' | 'ʿ' | 'ʾ' | 'ˈ')
}

/// All forms of one word, the plain one first. The word must be in composed form (NFC); digits are kept.
pub fn forms(word: &str) -> Vec<String> {
    if word.is_ascii() {
        let mut plain = word.to_ascii_uppercase();
        plain.retain(|c| c.is_ascii_alphanumeric());
        return vec![plain];
    }
    let language = cyrillic_of(word);
    let mut all = vec![String::with_capacity(word.len())];
    let mut first = true;
    for c in word.chars().filter(|c| c.is_alphanumeric() && !is_letter_apostrophe(*c)) {
        append(&mut all, c, language, first);
        first = false;
    }
    if is_greek(word) {
        greek_pairs(&mut all);
    }
    all.dedup();
    all
}

fn append(all: &mut Vec<String>, c: char, language: Cyrillic, first: bool) {
    let known = if c.is_ascii() { None } else { forms_of(c, language, first) };
    let Some(choices) = known else {
        let upper = c.to_uppercase().next().unwrap_or(c);
        for form in &mut all[..] {
            form.push(upper);
        }
        return;
    };
    let before = all.len();
    for choice in choices.iter().skip(1) {
        for at in 0..before {
            if all.len() < MOST_FORMS {
                let longer = format!("{}{choice}", all[at]);
                all.push(longer);
            }
        }
    }
    if let Some(plain) = choices.first() {
        all.iter_mut().take(before).for_each(|form| form.push_str(plain));
    }
}

fn cyrillic_of(word: &str) -> Cyrillic {
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ў' => return Cyrillic::Belarusian,
            'і' | 'ї' | 'є' | 'ґ' => return Cyrillic::Ukrainian,
            'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' => return Cyrillic::Serbian,
            'ѓ' | 'ќ' | 'ѕ' => return Cyrillic::Macedonian,
            'ы' | 'э' | 'ё' | 'ъ' => return Cyrillic::Russian,
            _ => {}
        }
    }
    Cyrillic::Open
}

fn is_greek(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
}

/// Greek pairs of letters have one sound: ΟΥ is OU, ΜΠ at the start is B, and so on (ELOT 743, which passports use).
fn greek_pairs(all: &mut Vec<String>) {
    let Some(plain) = all.first().cloned() else { return };
    let mut elot = plain.replace("OY", "OU").replace("GX", "NX").replace("GCH", "NCH").replace("GG", "NG");
    if let Some(rest) = elot.strip_prefix("MP") {
        elot = format!("B{rest}");
    }
    for (from, to) in [("AY", "AV"), ("EY", "EV"), ("IY", "IV")] {
        elot = elot.replace(from, to);
    }
    let soft = elot.replace("AV", "AF").replace("EV", "EF");
    for form in [elot, soft] {
        if !all.contains(&form) && all.len() < MOST_FORMS {
            all.push(form);
        }
    }
}

/// The ways to write one letter, the plain one first; `None` when no table has it.
fn forms_of(c: char, language: Cyrillic, first: bool) -> Option<&'static [&'static str]> {
    if c.is_ascii() {
        return ascii(c);
    }
    if let Some(found) = special(c) {
        return Some(found);
    }
    let lower = c.to_lowercase().next().unwrap_or(c);
    if is_cyrillic_or_greek(c) {
        return cyrillic(lower, language, first).or_else(|| greek(lower)).or_else(|| without_marks(c, language, first));
    }
    without_marks(c, language, first)
}

fn without_marks(c: char, language: Cyrillic, first: bool) -> Option<&'static [&'static str]> {
    let bare = std::iter::once(c).nfd().find(|part| !is_combining_mark(*part))?;
    if bare == c { None } else { forms_of(bare, language, first) }
}

fn ascii(c: char) -> Option<&'static [&'static str]> {
    const LETTERS: [[&str; 1]; 26] = [
        ["A"],
        ["B"],
        ["C"],
        ["D"],
        ["E"],
        ["F"],
        ["G"],
        ["H"],
        ["I"],
        ["J"],
        ["K"],
        ["L"],
        ["M"],
        ["N"],
        ["O"],
        ["P"],
        ["Q"],
        ["R"],
        ["S"],
        ["T"],
        ["U"],
        ["V"],
        ["W"],
        ["X"],
        ["Y"],
        ["Z"],
    ];
    let at = (c.to_ascii_uppercase() as usize).checked_sub('A' as usize)?;
    LETTERS.get(at).map(<[&str; 1]>::as_slice)
}

/// Latin letters whose form is not just the letter without its mark.
fn special(c: char) -> Option<&'static [&'static str]> {
    Some(match c {
        'Ä' | 'ä' => &["A", "AE"],
        'Å' | 'å' => &["A", "AA"],
        'Æ' | 'æ' => &["AE"],
        'Ö' | 'ö' => &["O", "OE"],
        'Ø' | 'ø' => &["O", "OE"],
        'Œ' | 'œ' => &["OE"],
        'Ü' | 'ü' => &["U", "UE", "UXX"],
        'Ñ' | 'ñ' => &["N", "NXX"],
        'ẞ' | 'ß' => &["SS"],
        'Þ' | 'þ' => &["TH"],
        'Ð' | 'ð' | 'Đ' | 'đ' | 'Ɖ' | 'ɖ' => &["D"],
        'Ł' | 'ł' => &["L"],
        'Ŋ' | 'ŋ' => &["N"],
        'Ħ' | 'ħ' => &["H"],
        'Ŧ' | 'ŧ' => &["T"],
        'ı' | 'İ' => &["I"],
        '\u{132}' | '\u{133}' => &["IJ"],
        'Ə' | 'ə' => &["A", "E"],
        'Ơ' | 'ơ' => &["O"],
        'Ư' | 'ư' => &["U"],
        'Ɓ' | 'ɓ' => &["B"],
        'Ɗ' | 'ɗ' => &["D"],
        'Ƙ' | 'ƙ' => &["K"],
        _ => return None,
    })
}

fn cyrillic(lower: char, language: Cyrillic, first: bool) -> Option<&'static [&'static str]> {
    use Cyrillic::{Belarusian, Macedonian, Open, Serbian, Ukrainian};
    Some(match (lower, language) {
        ('а', _) => &["A"],
        ('б', _) => &["B"],
        ('в', _) => &["V"],
        ('г', Belarusian | Ukrainian) => &["H"],
        ('г', Open) => &["G", "H"],
        ('г' | 'ґ', _) => &["G"],
        ('д', _) => &["D"],
        ('е' | 'э', _) => &["E"],
        ('ё', Belarusian) => &["IO"],
        ('ё', _) => &["E"],
        ('ж', Serbian) => &["Z"],
        ('ж', _) => &["ZH"],
        ('з', _) => &["Z"],
        ('и', Ukrainian) => &["Y"],
        ('и', Open) => &["I", "Y"],
        ('и' | 'і', _) => &["I"],
        ('й', Ukrainian) if first => &["Y"],
        ('й', _) => &["I"],
        ('к', _) => &["K"],
        ('л', _) => &["L"],
        ('м', _) => &["M"],
        ('н', _) => &["N"],
        ('о', _) => &["O"],
        ('п', _) => &["P"],
        ('р', _) => &["R"],
        ('с', _) => &["S"],
        ('т', _) => &["T"],
        ('у' | 'ў', _) => &["U"],
        ('ф', _) => &["F"],
        ('х', Serbian | Macedonian) => &["H"],
        ('х', _) => &["KH"],
        ('ц', Serbian | Macedonian) => &["C"],
        ('ц', _) => &["TS"],
        ('ч', Serbian) => &["C"],
        ('ч', _) => &["CH"],
        ('ш', Serbian) => &["S"],
        ('ш', _) => &["SH"],
        ('щ', Open) => &["SHCH", "SHT"],
        ('щ', _) => &["SHCH"],
        ('ъ', _) => &["IE"],
        ('ы', _) => &["Y"],
        ('ь', _) => &[""],
        ('ю', Ukrainian) if first => &["YU"],
        ('ю', _) => &["IU"],
        ('я', Ukrainian) if first => &["YA"],
        ('я', _) => &["IA"],
        ('є', _) if first => &["YE", "IE"],
        ('є', _) => &["IE"],
        ('ї', _) if first => &["YI", "I"],
        ('ї', _) => &["I"],
        ('ј', _) => &["J"],
        ('љ', _) => &["LJ"],
        ('њ', _) => &["NJ"],
        ('ћ', _) => &["C"],
        ('ђ', _) => &["D"],
        ('ѓ', _) => &["GJ"],
        ('ќ', _) => &["KJ"],
        ('ѕ', _) => &["DZ"],
        ('џ', Macedonian) => &["DJ"],
        ('џ', _) => &["DZ"],
        _ => return None,
    })
}

fn greek(lower: char) -> Option<&'static [&'static str]> {
    Some(match lower {
        'α' => &["A"],
        'β' => &["V"],
        'γ' => &["G"],
        'δ' => &["D"],
        'ε' => &["E"],
        'ζ' => &["Z"],
        'η' | 'ι' => &["I"],
        'θ' => &["TH"],
        'κ' => &["K"],
        'λ' => &["L"],
        'μ' => &["M"],
        'ν' => &["N"],
        'ξ' => &["X"],
        'ο' | 'ω' => &["O"],
        'π' => &["P"],
        'ρ' => &["R"],
        'σ' | 'ς' => &["S"],
        'τ' => &["T"],
        'υ' => &["Y"],
        'φ' => &["F"],
        'χ' => &["CH"],
        'ψ' => &["PS"],
        _ => return None,
    })
}

/// Whether two spellings with equal plain letters carry different marks on the same letter (`Peña`, `Peǹa`).
pub fn marks_conflict(a: &str, b: &str) -> bool {
    if a.is_ascii() || b.is_ascii() {
        return false;
    }
    let (a, b) = (marked(a), marked(b));
    a.len() == b.len() && a.iter().zip(&b).any(|(x, y)| x != y && !x.is_ascii() && !y.is_ascii())
}

fn marked(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_of_icao_give_all_their_alternatives() {
        assert_eq!(forms("Muñoz"), ["MUNOZ", "MUNXXOZ"]);
        assert_eq!(forms("Müller"), ["MULLER", "MUELLER", "MUXXLLER"]);
        assert_eq!(forms("Þóra"), ["THORA"]);
        assert_eq!(forms("Weiß"), ["WEISS"]);
        assert_eq!(forms("Åse"), ["ASE", "AASE"]);
    }

    #[test]
    fn cyrillic_follows_the_table_of_its_language() {
        assert_eq!(forms("Щербаков")[0], "SHCHERBAKOV");
        assert_eq!(forms("Юрий")[0], "IURII");
        assert!(forms("Євген").contains(&"YEVHEN".to_owned()));
    }

    #[test]
    fn greek_follows_its_table() {
        assert!(forms("Παπαδόπουλος").contains(&"PAPADOPOULOS".to_owned()));
    }

    #[test]
    fn marks_conflict_only_when_both_sides_have_them() {
        assert!(marks_conflict("Zoë", "Zoé"));
        assert!(!marks_conflict("Zoë", "Zoe"));
        assert!(!marks_conflict("José Nunez", "Jose Núñez"));
        assert!(!marks_conflict("İlhan", "ilhan"));
    }
}
