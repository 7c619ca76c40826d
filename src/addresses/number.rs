//! House numbers, compared as they stand: `87-40`, `57 1/2`, `45A`, `S71W16401`. A digit is never put right.

use super::repair::digit_for;

/// A house number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    /// Digits, letters, and the hyphens and slashes between digits.
    pub text: String,
    /// Fraction, `BIS`, `TER`.
    pub extra: String,
    /// The parts were divided by a space.
    pub spaced: bool,
    /// As printed.
    pub shown: String,
}

/// How two numbers relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// The same number.
    Same,
    /// The same, with a space for the hyphen.
    Form,
    /// A letter stands for a digit.
    LetterInside,
    /// Two digits are swapped.
    Swapped,
    /// The hyphen is missing.
    HyphenMissing,
    /// One number of a range, and the range.
    Range,
    /// Zeros in front.
    Zeros,
    /// Only one side has a letter, `bis`, or a fraction.
    Suffix,
    /// Another number.
    Different,
}

/// Compares two house numbers.
pub fn compare(a: &Number, b: &Number) -> Agreement {
    let extra = (a.extra.is_empty(), b.extra.is_empty());
    if a.extra != b.extra {
        let rest = texts(&a.text, &b.text);
        let same = matches!(rest, Agreement::Same | Agreement::Form);
        return if same && extra.0 != extra.1 { Agreement::Suffix } else { Agreement::Different };
    }
    if a.text == b.text {
        return if a.spaced == b.spaced { Agreement::Same } else { Agreement::Form };
    }
    texts(&a.text, &b.text)
}

/// Compares two numbers as texts.
pub fn texts(a: &str, b: &str) -> Agreement {
    if a == b {
        return Agreement::Same;
    }
    let plain = |text: &str| text.replace(['-', '/'], "");
    let zeros = |text: &str| text.split('-').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join("-");
    if plain(a) == plain(b) && a.contains(['-', '/']) != b.contains(['-', '/']) {
        return Agreement::HyphenMissing;
    }
    if zeros(a) == zeros(b) {
        return Agreement::Zeros;
    }
    if letter_inside(a, b) || letter_inside(b, a) {
        return Agreement::LetterInside;
    }
    if swapped(a, b) {
        return Agreement::Swapped;
    }
    if in_range(a, b) || in_range(b, a) {
        return Agreement::Range;
    }
    let bare = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_uppercase()).to_owned();
    let suffix = |text: &str| text.len() - bare(text).len();
    if bare(a) == bare(b) && !bare(a).is_empty() && (suffix(a) == 0) != (suffix(b) == 0) {
        return Agreement::Suffix;
    }
    Agreement::Different
}

/// Whether a letter that looks like a digit stands in `a` where `b` has the digit, and nothing else differs.
pub fn letter_inside(a: &str, b: &str) -> bool {
    let digits = a.bytes().chain(b.bytes()).filter(u8::is_ascii_digit).count();
    a.len() == b.len() && digits > 1 && a.chars().zip(b.chars()).all(|(x, y)| x == y || digit_for(y, x))
}

/// Whether two digits of one part are swapped, and nothing else differs.
pub fn swapped(a: &str, b: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if x.len() != y.len() {
        return false;
    }
    let places: Vec<usize> = (0..x.len()).filter(|at| x[*at] != y[*at]).collect();
    let [p, q] = places[..] else { return false };
    let digits = x[p..=q].iter().chain(&y[p..=q]).all(char::is_ascii_digit);
    digits && x[p] == y[q] && x[q] == y[p]
}

/// Whether `range` is two rising numbers of which `one` is one.
fn in_range(range: &str, one: &str) -> bool {
    let Some((from, to)) = range.split_once('-') else { return false };
    let value = |text: &str| text.parse::<u64>().ok();
    let (Some(low), Some(high)) = (value(from), value(to)) else { return false };
    let rising = from.len() == to.len() && low < high && high - low < 100;
    (rising
        || to.len() < from.len() && from.ends_with(|c: char| c.is_ascii_digit()) && from.len() > 2 && low % 100 < high)
        && (one == from || one == to)
}

#[cfg(test)]
mod tests {
    use super::Agreement::*;
    use super::*;

    #[test]
    fn a_swap_a_letter_a_hyphen_and_a_range_are_told_from_another_number() {
        for (a, b, expected) in [
            ("731", "731", Same),
            ("731", "713", Swapped),
            ("731", "371", Swapped),
            ("4-5-16", "4-16-5", Different),
            ("173O", "1730", LetterInside),
            ("41S", "415", LetterInside),
            ("45A", "45", Suffix),
            ("45A", "45B", Different),
            ("55-21", "5521", HyphenMissing),
            ("5-20", "52-0", Different),
            ("410-412", "410", Range),
            ("55-21", "55", Different),
            ("041", "41", Zeros),
            ("731", "732", Different),
            ("731", "7311", Different),
        ] {
            assert_eq!(texts(a, b), expected, "{a} {b}");
        }
    }
}
