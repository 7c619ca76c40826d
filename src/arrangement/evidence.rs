//! Evidence that one text is the translation of another: what both must share, and what translators write.
//!
//! Two languages alone prove nothing: a bill beside a foreign card has two languages as well. A translation repeats
//! nearly all numbers and names of its original, in the same order. This module knows nothing of places on the page.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::language;

/// Most tokens of a text that are compared.
const MAX_TOKENS: usize = 600;
/// Fewest letters of a name.
const NAME: usize = 4;
/// Least points for a translation. Chosen on the generator's pairs and on those that only look like pairs; the margin
/// on both sides is stated in `docs/layout.md`.
const ENOUGH: f32 = 4.0;
/// Least share of the original's numbers that the translation must repeat.
const COMES_BACK: f32 = 0.5;
/// The same if the translator says that it is a translation. It is lower because readers miss numbers.
const COMES_BACK_CERTIFIED: f32 = 0.2;
/// Fewest letters of a translation, and of each of the two texts if no translator says what they are: cards have fewer.
const FEWEST_LETTERS: usize = 40;
const FEWEST_LETTERS_UNCERTIFIED: usize = 200;
/// Letters that one Chinese character counts for.
const OF_CHARACTER: usize = 3;
/// Points for a shared number: for a short one, and for one with so many digits that both texts hardly share it by
/// chance; how many digits that takes; and the most numbers that count.
const SHORT_NUMBER: f32 = 0.7;
const LONG_NUMBER: f32 = 1.2;
const LONG_DIGITS: usize = 5;
const MOST_NUMBERS: usize = 5;
/// If no reader knows the script of the original, only its numbers can be read: how many of them the translation must
/// repeat, and what share of all.
const UNREAD_NUMBERS: usize = 4;
const UNREAD_COMES_BACK: f32 = 0.8;

/// The content of one text, for comparison with another text.
#[derive(Debug, Default)]
pub(super) struct Content {
    language: Option<&'static str>,
    /// Language from which the text was translated, as its translator says.
    from: Option<&'static str>,
    certifies: bool,
    numbers: Vec<String>,
    names: Vec<String>,
    /// All words of at least [`NAME`] letters, in small letters.
    words: BTreeSet<String>,
    letters: usize,
}

/// A translation found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Translation {
    /// Whether the first text is the original.
    pub(super) first_is_original: bool,
    /// Language of the original, where it is known.
    pub(super) from: Option<&'static str>,
    /// Whether a translator says that it is a translation.
    pub(super) certified: bool,
    /// Points for it.
    pub(super) points: f32,
}

impl Content {
    /// The content of some lines of text. `language` is used if the lines do not show their language.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone, language: Option<&'static str>) -> Self {
        let text: String = lines.clone().collect::<Vec<_>>().join(" ");
        let small = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|w| small.contains(w));
        let translated = says(&["translat", "traducci", "traduç", "traduction", "traduzione", "übersetz"]);
        Self {
            language: language::of(lines).or(language),
            from: translated.then(|| language::named(&small)).flatten(),
            certifies: translated,
            numbers: numbers(&text),
            names: names(&text),
            words: words(&small),
            letters: text.chars().filter(|c| c.is_alphabetic()).map(weight).sum(),
        }
    }
}

/// Whether one of two texts is the English translation of the other.
pub(super) fn translation(first: &Content, second: &Content) -> Option<Translation> {
    let one = |original: &Content, english: &Content, first_is_original: bool| {
        let points = points(original, english)?;
        let from = original.language.filter(|l| !is_unread(l)).or(english.from).or(original.language);
        Some(Translation { first_is_original, from, certified: english.certifies, points })
    };
    let found = [one(first, second, true), one(second, first, false)];
    found.into_iter().flatten().max_by(|a, b| a.points.total_cmp(&b.points))
}

/// Points for `english` being the translation of `original`; `None` where it cannot be.
fn points(original: &Content, english: &Content) -> Option<f32> {
    if english.language != Some("en") || original.language == Some("en") || english.letters < FEWEST_LETTERS {
        return None;
    }
    let numbers = shared(&original.numbers, &english.numbers);
    let names = shared(&original.names, &english.names);
    let known = distinct(&original.numbers);
    let comes_back = numbers.len() as f32 / known.max(1) as f32;
    let order = in_order(&original.numbers, &english.numbers, &numbers);
    let long = numbers.iter().filter(|n| n.len() >= LONG_DIGITS).count().min(MOST_NUMBERS);
    // the language of a script that cannot be read is unknown; then it takes the translator's statement, or nearly all
    // of the numbers
    let unread = original.language.is_none_or(is_unread);
    let all_numbers = long > 0 && numbers.len() >= UNREAD_NUMBERS && comes_back >= UNREAD_COMES_BACK && order >= 1.0;
    if unread && !english.certifies && (!all_numbers || is_repeated(original, english)) {
        return None;
    }
    let fewest = if unread { english.letters } else { original.letters.min(english.letters) };
    if !english.certifies && fewest < FEWEST_LETTERS_UNCERTIFIED {
        return None;
    }
    let least = if english.certifies { COMES_BACK_CERTIFIED } else { COMES_BACK };
    if known >= 3 && comes_back < least {
        return None;
    }
    let short = (numbers.len() - long).min(MOST_NUMBERS - long);
    let points = SHORT_NUMBER * short as f32
        + LONG_NUMBER * long as f32
        + 0.5 * names.len().min(4) as f32
        + if english.certifies { 2.5 } else { 0.0 }
        + if numbers.len() >= 3 { order } else { 0.0 };
    (points >= ENOUGH && numbers.len() + names.len() >= 2).then_some(points)
}

/// Least share of the words of a text without a language that the other text has, too, from which it is the foot of a
/// letter that repeats its head, and no print in another script.
const REPEATED: f32 = 0.5;

/// Whether one text repeats words of the other instead of saying the same in another language.
fn is_repeated(one: &Content, other: &Content) -> bool {
    let again = one.words.intersection(&other.words).count();
    again > 0 && again as f32 >= REPEATED * one.words.len() as f32
}

/// Whether only the script of a language is known.
fn is_unread(language: &str) -> bool {
    language.starts_with("und-")
}

/// Number of letters that a character counts for.
fn weight(c: char) -> usize {
    if matches!(c, '\u{3400}'..='\u{9FFF}') { OF_CHARACTER } else { 1 }
}

/// Numbers of 2 to 12 digits, in their order.
fn numbers(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() >= 2 && n.len() <= 12);
    parts.map(|n| n.trim_start_matches('0').to_owned()).filter(|n| !n.is_empty()).take(MAX_TOKENS).collect()
}

/// Words that begin with a capital letter, stripped of diacritics and in uppercase.
fn names(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().next().is_some_and(char::is_uppercase));
    let bare = words.map(|w| w.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_uppercase());
    bare.filter(|w| w.chars().count() >= NAME && !COMMON.contains(&w.as_str())).take(MAX_TOKENS).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let long = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= NAME);
    long.map(str::to_owned).take(MAX_TOKENS).collect()
}

/// Words that English shares with other languages and that are not names.
const COMMON: [&str; 16] = [
    "CIVIL",
    "NOTARIAL",
    "GENERAL",
    "REGISTER",
    "TOTAL",
    "NATIONAL",
    "SERVICE",
    "PAGE",
    "DATE",
    "SIGNATURE",
    "NAME",
    "SERIAL",
    "DIRECTOR",
    "FEDERAL",
    "CENTRAL",
    "LOCAL",
];

fn distinct(tokens: &[String]) -> usize {
    tokens.iter().collect::<BTreeSet<_>>().len()
}

/// The tokens that both texts have, in the order of the first.
fn shared<'a>(first: &'a [String], second: &[String]) -> Vec<&'a str> {
    let known: BTreeSet<&str> = second.iter().map(String::as_str).collect();
    let mut seen = BTreeSet::new();
    first.iter().map(String::as_str).filter(|t| known.contains(t) && seen.insert(*t)).collect()
}

/// Share of neighboring shared tokens that stand in the same order in both, 0–1.
fn in_order(first: &[String], second: &[String], shared: &[&str]) -> f32 {
    let place = |of: &[String], t: &str| of.iter().position(|x| x == t).unwrap_or(0);
    let pairs = shared.windows(2).filter(|w| place(first, w[0]) <= place(first, w[1]));
    let kept = pairs.filter(|w| place(second, w[0]) <= place(second, w[1])).count();
    kept as f32 / shared.len().saturating_sub(1).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGINAL: [&str; 9] = [
        "ACTA DE NACIMIENTO",
        "Acta número 44719 Libro 27",
        "Nombre(s) María José",
        "Apellidos Núñez Ortega",
        "Fecha de nacimiento 12 de abril de 1990",
        "Nombre de la madre Rosalba Ortega Tlapa",
        "Los datos que anteceden concuerdan con el libro original",
        "que obra en el archivo de esta oficina y se expide",
        "la presente certificación a petición de la parte interesada",
    ];
    const TRANSLATION: [&str; 9] = [
        "BIRTH CERTIFICATE",
        "Record number 44719 Book 27",
        "Given name(s) María José",
        "Surnames Núñez Ortega",
        "Date of birth April 12, 1990",
        "Mother's name Rosalba Ortega Tlapa",
        "The information above agrees with the original book",
        "that is kept in the files of this office and this certificate",
        "is issued at the request of the person concerned",
    ];

    fn content(lines: &[&str]) -> Content {
        Content::of(lines.iter().copied(), None)
    }

    #[test]
    fn the_foot_of_a_letter_that_repeats_its_head_is_no_original() {
        let letter = [
            "Department of the Treasury",
            "Notice CP565A",
            "Notice date July 23, 2018",
            "Case reference number 57826-134-39726-3",
            "We processed your application. The number that is shown below is assigned to you for federal tax purposes only.",
            "Write this number on every return, statement and payment that you send to us from now on.",
            "A number that is not used on a return for three years in a row expires at the end of the third year.",
        ];
        let foot = ["Notice CP565A July 23, 2018", "Case reference number 57826-134-39726-3"];
        assert!(translation(&content(&letter), &content(&foot)).is_none());
        // the same numbers under print that no reader knows
        let unread = ["HOTHC CP565A 23 IOJI 2018", "HOMEP 57826-134-39726-3"];
        assert!(translation(&content(&letter), &content(&unread)).is_some());
    }

    #[test]
    fn a_translation_is_known_by_what_it_keeps() {
        let found = translation(&content(&ORIGINAL), &content(&TRANSLATION)).unwrap();
        assert!(found.first_is_original);
        assert_eq!(found.from, Some("es"));
        let reversed = translation(&content(&TRANSLATION), &content(&ORIGINAL)).unwrap();
        assert!(!reversed.first_is_original);
    }

    #[test]
    fn another_persons_certificate_is_no_translation() {
        let other = TRANSLATION
            .map(|line| line.replace("44719", "10236").replace("27", "63").replace("12", "30").replace("1990", "1971"));
        let other: Vec<&str> = other.iter().map(String::as_str).collect();
        assert_eq!(translation(&content(&ORIGINAL), &content(&other)), None);
    }

    #[test]
    fn two_texts_of_one_language_are_no_translation() {
        assert_eq!(translation(&content(&ORIGINAL), &content(&ORIGINAL)), None);
        assert_eq!(translation(&content(&TRANSLATION), &content(&TRANSLATION)), None);
    }

    #[test]
    fn an_unreadable_script_needs_the_translators_word_or_all_its_numbers() {
        let all = ["CBN 44719", "27", "12.04.1990", "xQ vBn"];
        let found = translation(&content(&all), &content(&TRANSLATION)).unwrap();
        assert!(found.first_is_original && found.from.is_none() && !found.certified);
        let another = ["CBN 44719", "63", "12.04.1990", "30.04.1990", "xQ vBn"];
        assert_eq!(translation(&content(&another), &content(&TRANSLATION)), None);
        let garbled = ["CBN 44719", "27", "xQ vBn"];
        assert_eq!(translation(&content(&garbled), &content(&TRANSLATION)), None);
        let mut certified = TRANSLATION.to_vec();
        certified.push("I certify that this is a true translation from Russian into English");
        let found = translation(&content(&garbled), &content(&certified)).unwrap();
        assert_eq!(found.from, Some("ru"));
    }
}
