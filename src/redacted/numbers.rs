//! Where numbers stand in a line of print that may identify a person: long ones, and those in several groups. Dates,
//! amounts and ZIP codes are none.

use crate::geometry::Region;
use crate::text::Reading;

/// Fewest digits of a word that may be a number of a document; a ZIP code has five, and no letters.
const FEWEST_DIGITS: usize = 5;
/// Fewest digits of a group that is part of a longer number.
const FEWEST_IN_GROUP: usize = 3;
/// Fewest digits of a number that is printed in groups.
const FEWEST_IN_GROUPS: usize = 7;
/// How far a cover goes beyond the letters of a number, in letters: they are not equally wide.
const RIM_LETTERS: f32 = 1.5;

/// The places of such numbers in a line; the whole line if it is a code line or is not upright.
pub(super) fn in_line(line: &Reading) -> Vec<Region> {
    let words = words(&line.text);
    let hidden = hidden(&words);
    if line.text.contains("<<") || (!hidden.is_empty() && line.region.height > line.region.width) {
        return vec![line.region];
    }
    let letter = line.region.width / line.text.chars().count().max(1) as f32;
    let place = |at: usize| {
        let left = (line.region.left + (words[at].start as f32 - RIM_LETTERS) * letter).max(line.region.left);
        let right = (line.region.left + (words[at].end as f32 + RIM_LETTERS) * letter).min(line.region.right());
        Region::new(left, line.region.top, right - left, line.region.height)
    };
    hidden.into_iter().map(place).collect()
}

/// A word of a line and its place, counted in letters.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, letter) in text.chars().enumerate() {
        if letter.is_whitespace() {
            open = false;
            continue;
        }
        match out.last_mut().filter(|_| open) {
            Some(word) => (word.text.push(letter), word.end = at + 1).0,
            None => out.push(Word { text: letter.to_string(), start: at, end: at + 1 }),
        }
        open = true;
    }
    out
}

/// The words to cover.
fn hidden(words: &[Word]) -> Vec<usize> {
    let mut out: Vec<usize> = (0..words.len()).filter(|at| is_number(&words[*at].text)).collect();
    let is_group = |word: &Word| digits(&word.text) >= FEWEST_IN_GROUP && word.text.chars().all(|c| c.is_ascii_digit());
    let mut from = 0;
    for run in words.chunk_by(|a, b| is_group(a) && is_group(b)) {
        if run.len() > 1 && run.iter().map(|w| digits(&w.text)).sum::<usize>() >= FEWEST_IN_GROUPS {
            out.extend(from..from + run.len());
        }
        from += run.len();
    }
    out
}

fn digits(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

fn is_number(word: &str) -> bool {
    let digits = digits(word);
    let is_zip = digits == word.chars().count() && digits == FEWEST_DIGITS;
    digits >= FEWEST_DIGITS && !is_zip && !is_date(word) && !is_amount(word)
}

/// Three groups of one, two or four digits, at most one of four.
fn is_date(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let groups: Vec<&str> = word.split(['/', '.', '-']).collect();
    let is_part = |g: &&str| matches!(g.len(), 1 | 2 | 4) && g.chars().all(|c| c.is_ascii_digit());
    groups.len() == 3 && groups.iter().all(is_part) && groups.iter().filter(|g| g.len() == 4).count() <= 1
}

/// A sign of money, or exactly two decimals after digits in groups of three.
fn is_amount(word: &str) -> bool {
    let cents = word.rsplit_once('.').is_some_and(|(whole, cents)| cents.len() == 2 && whole.contains(','));
    word.contains('$') || cents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn covered(text: &str) -> Vec<String> {
        let words = words(text);
        hidden(&words).into_iter().map(|at| words[at].text.clone()).collect()
    }

    #[test]
    fn numbers_of_documents_and_accounts_are_found() {
        assert_eq!(covered("ITIN 912-70-1234"), ["912-70-1234"]);
        assert_eq!(covered("No. X1234567 USA"), ["X1234567"]);
        assert_eq!(covered("DL D12345"), ["D12345"]);
        assert_eq!(covered("Account 4111 1111 1111 1111"), ["4111", "1111", "1111", "1111"]);
    }

    #[test]
    fn dates_amounts_and_places_stay() {
        for text in ["DOB 04/12/1990", "1990-04-12.", "12 APR 1990", "Reno, NV 89501", "$1,234.56", "1,234,567.89", ""]
        {
            assert_eq!(covered(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn only_the_number_of_a_line_is_covered_and_all_of_a_code_line() {
        let line = testing::line("Number  912-70-1234");
        let [place] = in_line(&line).try_into().unwrap();
        assert!(place.left > line.region.center().x - 60.0 && place.right() <= line.region.right(), "{place:?}");
        assert_eq!(in_line(&testing::line("P<UTORUIZ<<ANA")), [line.region]);
    }
}
