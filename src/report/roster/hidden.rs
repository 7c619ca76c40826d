//! Nine-digit numbers in any text of a list, shown as their last four digits: a number may stand in a name, in an id
//! or in the name of a folder.

use crate::words::{Words, last_four};

/// Digits of a taxpayer number.
const DIGITS: usize = 9;

/// A text with the numbers that may identify a person shown as [`Words::number`] shows them.
pub fn shown(text: &str, words: &Words) -> String {
    if words.shows_numbers() { text.to_owned() } else { hidden(text) }
}

fn hidden(text: &str) -> String {
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while at < chars.len() {
        let end = end_of_number(&chars, at);
        let number: String = chars[at..end].iter().collect();
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            out.push_str(&if is_taxpayer_number(&number) { last_four(&number) } else { number });
            at = end;
        }
    }
    out
}

/// Where a run of digits with single hyphens or spaces between them ends; `at` itself if none begins there.
fn end_of_number(chars: &[char], at: usize) -> usize {
    let mut end = at;
    let mut i = at;
    while let Some(c) = chars.get(i) {
        if c.is_ascii_digit() {
            end = i + 1;
        } else if end == at || !is_gap(*c) || i > end {
            break;
        }
        i += 1;
    }
    end
}

fn is_gap(c: char) -> bool {
    matches!(c, '-' | ' ' | '\u{a0}' | '\u{2010}'..='\u{2015}' | '−' | '.' | '_')
}

/// Nine digits together, as 3-2-4, or as the 2-7 of employers. ZIP codes are 5-4.
fn is_taxpayer_number(number: &str) -> bool {
    let groups: Vec<usize> = number.split(is_gap).map(str::len).collect();
    matches!(groups.as_slice(), [DIGITS] | [3, 2, 4] | [2, 7])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taxpayer_numbers_are_hidden_wherever_they_stand() {
        for (text, want) in [
            ("900-70-0101 María", "***-**-0101 María"),
            ("2025/900700101_Ana", "2025/*****0101_Ana"),
            ("SSN 666 12 3456.", "SSN *** ** 3456."),
            ("EIN 12-3456789", "EIN **-***6789"),
            ("Reno, NV 89501-1234", "Reno, NV 89501-1234"),
            ("775-555-0105", "775-555-0105"),
            ("9007001011", "9007001011"),
            ("C-0042, 2026-12-03", "C-0042, 2026-12-03"),
        ] {
            assert_eq!(hidden(text), want);
        }
    }
}
