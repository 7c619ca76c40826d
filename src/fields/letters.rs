//! How sure the reader was of each letter of a name, taken from the lines that it stands in.

use super::fold::{compact, fold};
use crate::text::Reading;

/// How sure a letter is that two places of a document give.
const BY_TWO: f32 = 0.9;

/// One confidence for each character of a name, 0–1. A word that stands in several lines is as sure as its surest
/// reading; what stands in none as it is written here (its letters were put together or corrected) counts as 1.
pub(super) fn of_name(name: &str, lines: &[Reading]) -> Vec<f32> {
    let mut out = Vec::new();
    for (i, word) in name.split(' ').enumerate() {
        if i > 0 {
            out.push(1.0);
        }
        let surest =
            lines.iter().filter_map(|line| of_word(word, line)).max_by(|a, b| weakest(a).total_cmp(&weakest(b)));
        match surest {
            Some(letters) => out.extend(letters),
            None => out.extend(word.chars().map(|_| 1.0)),
        }
    }
    out
}

/// Fewest words without a vowel, lone consonants, and of the latter beside one such word, in a name whose letters were
/// lost. One such word is a name, `Ng` or `Vlk`; one or two lone letters are initials.
const LOST_WORDS: usize = 2;
const LONE: usize = 3;
const LONE_BESIDE_WORD: usize = 2;

/// Whether a reader that does not know the letters of a language left them out: `TH BÍCH NG C TR N` for `Thị Bích Ngọc
/// Trần`. What is left is another name, each letter of which was read for sure.
pub(super) fn are_lost(name: &str) -> bool {
    let (mut words, mut lone) = (0, 0);
    for (i, word) in name.split_whitespace().enumerate() {
        let folded = fold(word.trim_end_matches([',', '.']));
        let consonants = !folded.is_empty()
            && folded.chars().all(|c| c.is_ascii_alphabetic() && !"AEIOUY".contains(c))
            && !["JR", "SR", "MR", "MRS", "MS", "DR"].contains(&folded.as_str());
        match folded.chars().count() {
            1 => lone += usize::from(consonants && i > 0 && !word.ends_with('.')),
            _ => words += usize::from(consonants),
        }
    }
    words >= LOST_WORDS || lone >= LONE || words > 0 && lone >= LONE_BESIDE_WORD
}

/// The confidence of the least certain digit of a part of a line, 0–1; 1 where the reader did not tell.
pub(super) fn weakest_digit(part: &str, line: &Reading) -> f32 {
    let Some(at) = line.text.find(part).filter(|_| !part.is_empty()) else { return 1.0 };
    let first = line.text[..at].chars().count();
    let letters = line.letters.get(first..first + part.chars().count()).unwrap_or_default();
    part.chars().zip(letters).filter(|(c, _)| c.is_ascii_digit()).map(|(_, sure)| *sure).fold(1.0, f32::min)
}

/// The confidence of the least certain character, 0–1.
pub(super) fn weakest(letters: &[f32]) -> f32 {
    letters.iter().copied().fold(1.0, f32::min)
}

/// The confidences of a word in a line, where it stands there as a whole.
fn of_word<'a>(word: &str, line: &'a Reading) -> Option<&'a [f32]> {
    let bounded = |at: usize| {
        let (before, after) = (&line.text[..at], &line.text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let (at, _) = line.text.match_indices(word).find(|(at, _)| !word.is_empty() && bounded(*at))?;
    let first = line.text[..at].chars().count();
    line.letters.get(first..first + word.chars().count())
}

/// In a word of capitals readers take an `I` with a dot under it, as many a Vietnamese name has one, for an exclamation mark:
/// `TH! HONG`. At the beginning of a name they take it for a small `l`, which no name has before a consonant: `lsik`.
pub(super) fn mend(line: &mut Reading) {
    let letters: Vec<char> = line.text.chars().collect();
    let capital = |i: usize| letters.get(i).is_some_and(|c| c.is_uppercase());
    let is_letter = |i: usize| letters[i] == '!' && i >= 2 && capital(i - 1) && capital(i - 2);
    let goes_on = |i: usize| letters.get(i + 1) == Some(&' ') && capital(i + 2);
    if line.text.contains('!') {
        let mended = (0..letters.len()).map(|i| if is_letter(i) && goes_on(i) { 'I' } else { letters[i] });
        line.text = mended.collect();
    }
    if is_of_names(&line.text) {
        let initial = |i: usize| i == 0 || !letters[i - 1].is_alphanumeric() && !matches!(letters[i - 1], '\'' | '’');
        let consonant = |c: &char| c.is_lowercase() && !"aeiouyl".contains(*c) && c.is_ascii_alphabetic();
        let is_letter = |i: usize| letters[i] == 'l' && initial(i) && letters.get(i + 1).is_some_and(consonant);
        line.text = (0..letters.len()).map(|i| if is_letter(i) { 'I' } else { letters[i] }).collect();
    }
}

/// Readers take a breve for a caron or an accent, `YILDIRIMOČLU`. Where the zone has a `G` there and the same letters
/// otherwise, it is a `Ğ`.
pub(super) fn mend_breves(line: &mut Reading, names_of_zone: &str) {
    let with_breves = |word: &str| word.replace(['Č', 'Ć'], "Ğ").replace(['č', 'ć'], "ğ");
    let in_zone = |word: &str| names_of_zone.split_whitespace().any(|name| name == compact(word));
    let words: Vec<String> = line.text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
    for word in words.iter().filter(|word| with_breves(word) != **word && !in_zone(word)) {
        let mended = with_breves(word);
        if in_zone(&mended) {
            let changed = line.text.replace(word, &mended);
            for (i, (was, is)) in line.text.chars().zip(changed.chars()).enumerate() {
                if let Some(sure) = line.letters.get_mut(i).filter(|_| was != is) {
                    *sure = sure.max(BY_TWO);
                }
            }
            line.text = changed;
        }
    }
}

/// Whether a small `l` begins a word although all other words begin with a capital letter: `lsik`, `Ivan lvanov`.
fn is_of_names(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let (small, others): (Vec<&str>, Vec<&str>) = words.partition(|word| word.starts_with('l'));
    !small.is_empty() && others.iter().all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::readings::line;

    fn read(text: &str, letters: &[f32]) -> Reading {
        Reading { letters: letters.to_vec(), ..line(text, 0.0, 0.0, 100.0, 10.0) }
    }

    #[test]
    fn a_name_without_its_vowels_has_lost_letters_and_one_short_word_is_a_name() {
        for lost in ["TH BÍCH NG C TR N", "Th Bích Ng c", "TR N V N NAM", "NGUY N V N NAM"] {
            assert!(are_lost(lost), "{lost}");
        }
        for name in [
            "NG SIEW LING",
            "J R SMITH JR",
            "MR VLK",
            "Krzysztof Brzęczyszczykiewicz",
            "Đỗ Thị Hương",
            "MA. LUZ ST. CLAIR",
            "NG, ALICE K",
            "MARY J K SMITH",
        ] {
            assert!(!are_lost(name), "{name}");
        }
    }

    #[test]
    fn each_word_takes_the_letters_of_its_surest_reading() {
        let lines = [
            read("NÚÑEZ,ANA", &[0.9, 0.4, 0.9, 0.9, 0.9, 0.9, 0.7, 0.9, 0.6]),
            read("ANA<<", &[0.9, 0.9, 0.8, 1.0, 1.0]),
            read("ANABEL", &[0.1; 6]),
        ];
        assert_eq!(of_name("ANA NÚÑEZ", &lines), [0.9, 0.9, 0.8, 1.0, 0.9, 0.4, 0.9, 0.9, 0.9]);
    }

    #[test]
    fn a_breve_is_one_where_the_zone_has_the_letter() {
        let mended = |text: &str, zone: &str| {
            let mut line = read(text, &[0.5; 20]);
            mend_breves(&mut line, zone);
            (line.text, line.letters.iter().filter(|sure| **sure > 0.8).count())
        };
        let zone = "YILDIRIMOGLU IBRAHIM";
        assert_eq!(mended("YILDIRIMOČLU", zone), ("YILDIRIMOĞLU".to_owned(), 1));
        assert_eq!(mended("Ibrahim Yıldırımoćlu", zone), ("Ibrahim Yıldırımoğlu".to_owned(), 1));
        for (kept, zone) in [("KOVAČ", "KOVAC ANA"), ("YILDIRIMOČLU", "YILDIRIMOCLU"), ("DOČAN", zone)] {
            assert_eq!(mended(kept, zone), (kept.to_owned(), 0));
        }
    }

    #[test]
    fn a_small_l_before_a_consonant_begins_no_name() {
        let mended = |text: &str| {
            let mut line = read(text, &[]);
            mend(&mut line);
            line.text
        };
        assert_eq!(["lsik", "Ivan lvanov", "ANA lRMA"].map(mended), ["Isik", "Ivan Ivanov", "ANA lRMA"]);
        for kept in ["la Torre", "Maria llanos", "the lsik", "L'lsle"] {
            assert_eq!(mended(kept), kept);
        }
    }

    #[test]
    fn a_date_is_as_sure_as_its_weakest_digit() {
        let line = read("ISS 2 MAY 26", &[0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 0.2, 0.2, 0.2, 0.9, 0.8, 0.6]);
        assert!((weakest_digit("2 MAY 26", &line) - 0.6).abs() < f32::EPSILON);
        assert!((weakest_digit("2 MAY", &line) - 0.9).abs() < f32::EPSILON);
        assert!((weakest_digit("2031", &line) - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn an_exclamation_mark_inside_of_a_name_is_a_letter() {
        for (text, mended) in
            [("TH! HONG NGUYEN", "THI HONG NGUYEN"), ("WOW! GREAT", "WOWI GREAT"), ("Thank you!", "Thank you!")]
        {
            let mut line = read(text, &[]);
            mend(&mut line);
            assert_eq!(line.text, mended);
        }
    }

    #[test]
    fn words_that_stand_nowhere_count_as_sure() {
        assert_eq!(of_name("ANA  X", &[read("ANAX", &[0.1; 4]), line("ANA", 0.0, 0.0, 1.0, 1.0)]), [1.0; 6]);
    }
}
