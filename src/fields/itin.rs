//! Individual Taxpayer Identification Numbers in print: whole, masked, and wrapped over two lines.
//!
//! Rules: nine digits beginning with 9; digits four and five are 50–65, 70–88, 90–92 or 94–99; no check digit; the
//! serial may be 0000. Must never take a piece of a longer number for one.

use super::line::Line;
use crate::geometry::Region;

/// Most confidence of a number that is in no range that is given out.
const MALFORMED: f32 = 0.7;
/// Most numbers of a page.
const MOST_NUMBERS: usize = 10;

/// A number as printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FoundItin {
    /// `9dd-dd-dddd`, or with the mask as it is printed.
    pub value: String,
    /// 0–1.
    pub confidence: f32,
    pub region: Region,
}

/// The numbers of a page, without repetitions.
pub(super) fn find(lines: &[Line]) -> Vec<FoundItin> {
    let speaks_of_itin = lines.iter().any(names_itin);
    let mut out: Vec<FoundItin> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let near = speaks_of_itin;
        let text = &line.reading.text;
        let mut values = whole(text, near);
        let misprinted = if values.is_empty() && names_itin(line) { malformed(text) } else { Vec::new() };
        for value in misprinted {
            // most likely a digit was misread, so it is never a claim
            let confidence = line.reading.confidence.min(MALFORMED);
            if out.len() < MOST_NUMBERS && !out.iter().any(|f| f.value == value) {
                out.push(FoundItin { value, confidence, region: line.region() });
            }
        }
        if values.is_empty() && speaks_of_itin {
            values.extend(masked(text));
            values.extend(lines.get(i + 1).and_then(|next| wrapped(text, &next.reading.text)));
        }
        for value in values {
            let certain = line.reading.confidence.min(1.0) * if near { 0.97 } else { 0.6 };
            if out.len() < MOST_NUMBERS && !out.iter().any(|f| f.value == value) {
                out.push(FoundItin { value, confidence: certain, region: line.region() });
            }
        }
    }
    out
}

fn names_itin(line: &Line) -> bool {
    line.words.contains(" ITIN ") || line.words.contains(" TAXPAYER IDENTIFICATION ")
}

/// Numbers printed in the shape of an ITIN, with dashes, that are in no range that is given out.
fn malformed(text: &str) -> Vec<String> {
    numbers(text, false, |digits| !has_form_of_itin(digits))
}

/// Whole numbers in a text, written `9dd-dd-dddd`. Without separators, or with spaces, only where `loose`.
pub(super) fn whole(text: &str, loose: bool) -> Vec<String> {
    numbers(text, loose, has_form_of_itin)
}

fn numbers(text: &str, loose: bool, accepts: fn(&str) -> bool) -> Vec<String> {
    let chars: Vec<char> = text.chars().take(super::fold::MAX_LINE).map(unify).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match number_at(&chars, at, loose, accepts) {
            Some((value, used)) => {
                out.push(value);
                at += used;
            }
            None => at += 1,
        }
    }
    out
}

/// All dashes as `-`, all spaces as ` `.
fn unify(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' | '－' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

fn number_at(chars: &[char], at: usize, loose: bool, accepts: fn(&str) -> bool) -> Option<(String, usize)> {
    let joined = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || c.is_alphabetic() || *c == '-');
    if at > 0 && joined(chars.get(at - 1)) || at > 1 && chars[at - 1] == ' ' && chars[at - 2].is_ascii_digit() {
        return None;
    }
    let mut digits = String::new();
    let mut separators = [' '; 2];
    let mut i = at;
    for (group, length) in [3, 2, 4].into_iter().enumerate() {
        if group > 0 {
            let before = i;
            while i < chars.len() && matches!(chars[i], ' ' | '-') && i - before < 3 {
                separators[group - 1] = if chars[i] == '-' { '-' } else { separators[group - 1] };
                i += 1;
            }
            if !loose && separators[group - 1] != '-' {
                return None;
            }
        }
        for _ in 0..length {
            digits.push(*chars.get(i).filter(|c| c.is_ascii_digit())?);
            i += 1;
        }
    }
    let runs_on =
        joined(chars.get(i)) || chars.get(i) == Some(&' ') && chars.get(i + 1).is_some_and(char::is_ascii_digit);
    let valid = !runs_on && separators[0] == separators[1] && accepts(&digits);
    valid.then(|| (format!("{}-{}-{}", &digits[..3], &digits[3..5], &digits[5..]), i - at))
}

/// Whether nine digits are in the ranges that the IRS gives out. Whether a number of this form exists cannot be told.
pub fn has_form_of_itin(digits: &str) -> bool {
    let group: u8 = digits.get(3..5).and_then(|g| g.parse().ok()).unwrap_or(0);
    digits.len() == 9 && digits.starts_with('9') && matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

/// `***-**-1234`, `XXX-XX-1234`, `9XX-XX-1234`: the mask as printed.
fn masked(text: &str) -> Option<String> {
    let is_mask = |c: char| matches!(c, '*' | 'X' | 'x' | '•' | '●' | '#' | '9');
    text.split_whitespace().map(|w| w.trim_matches(|c: char| ",;:()".contains(c) || c == '.')).find_map(|word| {
        let unified: String = word.chars().map(unify).collect();
        let groups: Vec<&str> = unified.split('-').collect();
        let [a, b, c] = groups.as_slice() else { return None };
        let hidden = |g: &str| g.chars().all(is_mask) && g.chars().any(|c| c != '9');
        let shape = a.chars().count() == 3 && b.chars().count() == 2 && c.len() == 4;
        let fits = shape && hidden(a) && b.chars().all(is_mask) && c.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| word.to_owned())
    })
}

/// A number that is broken at the end of a line: the longest complete reading counts, so both pieces must be there.
fn wrapped(first: &str, second: &str) -> Option<String> {
    let tail = first.split_whitespace().last()?;
    let head = second.split_whitespace().next()?;
    let starts = tail.starts_with('9') && tail.chars().map(unify).all(|c| c.is_ascii_digit() || c == '-');
    let goes_on = head.chars().map(unify).all(|c| c.is_ascii_digit() || "-.,)".contains(c));
    if !starts || !goes_on || tail.chars().filter(char::is_ascii_digit).count() >= 9 {
        return None;
    }
    whole(&format!("{tail}{}", head.trim_end_matches(['.', ',', ')'])), true).pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_given_out_are_accepted_and_no_others() {
        for group in 0..100 {
            let given_out = matches!(group, 50..=65 | 70..=88 | 90..=92 | 94..=99);
            let found = whole(&format!("ITIN: 912-{group:02}-3456"), true);
            assert_eq!(!found.is_empty(), given_out, "{group}");
        }
        assert_eq!(whole("900-70-0000", true), ["900-70-0000"]);
        assert!(whole("812-70-3456", true).is_empty());
    }

    #[test]
    fn a_number_of_another_form_is_handed_over_only_in_its_shape() {
        assert_eq!(malformed("ITIN: 912-93-1234"), ["912-93-1234"]);
        assert_eq!(malformed("ITIN 812-70-3456."), ["812-70-3456"]);
        for other in ["ITIN 912-70-3456", "ITIN 912931234", "ITIN, call 800-908-9982", "ITIN 1912-93-1234"] {
            assert_eq!(malformed(other), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn spaces_dashes_and_nothing_between_the_groups() {
        for text in ["912-70-3456", "912 70 3456", "912703456", "912–70–3456", "912 - 70 - 3456", "(912-70-3456)."]
        {
            assert_eq!(whole(text, true), ["912-70-3456"], "{text}");
        }
        assert!(whole("912703456", false).is_empty());
    }

    #[test]
    fn longer_numbers_hold_none() {
        for text in [
            "1912703456",
            "9127034567",
            "12345-912-70345-6",
            "912-70-3456-7",
            "A912703456",
            "555 912 70 3456",
            "912-703456",
        ] {
            assert!(whole(text, true).is_empty(), "{text}");
        }
    }

    #[test]
    fn masks_are_kept_as_printed() {
        assert_eq!(masked("Your ITIN ***-**-1234").as_deref(), Some("***-**-1234"));
        assert_eq!(masked("XXX-XX-1234").as_deref(), Some("XXX-XX-1234"));
        assert_eq!(masked("123-45-6789"), None);
        assert_eq!(masked("999-99-1234"), None);
    }

    #[test]
    fn a_wrapped_number_is_joined() {
        assert_eq!(wrapped("Number 912-70-", "3456 was assigned").as_deref(), Some("912-70-3456"));
        assert_eq!(wrapped("Number 912-70-345", "on this page"), None);
    }
}
