//! The one machine readable line of French driving licences, which is no layout of ICAO Doc 9303.
//!
//! Thirty characters: `D1FRA`, the number (9) and its digit, the day of expiry, the first eight letters of the surname, and a
//! check digit of Doc 9303 over all before it. Nothing is taken from a line whose check digit does not agree. The form was
//! derived from published specimens, where the last digit agrees; what the digit behind the number covers is not known.

use jiff::civil::Date;

use super::{Field, FieldKind, Source};
use crate::geometry::Region;
use crate::text::Reading;

/// Characters of the line.
const LENGTH: usize = 30;
/// What a proven line is worth.
const PROVEN: f32 = 0.96;

/// What the line says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LicenceLine {
    line: String,
    number: String,
    expiry: Option<Date>,
    region: Region,
}

/// The line, if the page has one whose check digit agrees.
pub(super) fn find(lines: &[Reading]) -> Option<LicenceLine> {
    lines.iter().find_map(|reading| {
        let line = spelled(&reading.text)?;
        let digits = |from: usize, to: usize| line.get(from..to).and_then(|d| d.parse::<i16>().ok());
        let day = || {
            Date::new(2000 + digits(15, 17)?, i8::try_from(digits(17, 19)?).ok()?, i8::try_from(digits(19, 21)?).ok()?)
                .ok()
        };
        let number = line.get(5..14)?.trim_end_matches('<').to_owned();
        Some(LicenceLine { expiry: day(), number, region: reading.region, line })
    })
}

/// The line with digits where digits must be, if it has the form and its check digit agrees.
fn spelled(text: &str) -> Option<String> {
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let letters = letters.replace(['«', '‹'], "<");
    if letters.len() != LENGTH || !letters.is_ascii() || !letters.starts_with('D') || letters.get(2..5) != Some("FRA") {
        return None;
    }
    let digits = |i: usize| (15..21).contains(&i) || i == LENGTH - 1;
    let line: String = letters.chars().enumerate().map(|(i, c)| if digits(i) { digit(c) } else { c }).collect();
    if line.get(21..29)?.bytes().any(|b| !b.is_ascii_uppercase() && b != b'<') {
        return None;
    }
    let last = line.chars().last().and_then(|c| c.to_digit(10));
    (last.is_some() && check_digit(line.get(..LENGTH - 1)?) == last).then_some(line)
}

/// What a letter is that was read where a digit must be.
fn digit(c: char) -> char {
    match c {
        'O' | 'Q' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        c => c,
    }
}

/// Doc 9303-3 section 4.9: weights 7, 3, 1; letters count from 10, the filler 0. `None` for other characters.
fn check_digit(text: &str) -> Option<u32> {
    let value = |c: char| if c == '<' { Some(0) } else { c.to_digit(36) };
    let sum = text.chars().zip([7, 3, 1].into_iter().cycle()).try_fold(0, |sum, (c, w)| Some(sum + value(c)? * w));
    sum.map(|s| s % 10)
}

impl LicenceLine {
    /// Its facts.
    pub(super) fn fields(&self) -> Vec<Field> {
        let values = [
            (FieldKind::Mrz, self.line.clone()),
            (FieldKind::DocumentNumber, self.number.clone()),
            (FieldKind::ExpiryDate, self.expiry.map(|d| d.to_string()).unwrap_or_default()),
            (FieldKind::IssuingCountry, "FRA".to_owned()),
        ];
        let given = values.into_iter().filter(|(_, v)| !v.is_empty());
        let field = |(kind, value)| Field {
            kind,
            value,
            source: Source::Mrz,
            confidence: PROVEN,
            region: Some(self.region),
            readers: Vec::new(),
        };
        given.map(field).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::line;
    use super::*;

    fn read(text: &str) -> Option<LicenceLine> {
        find(&[line(text, 0.0, 0.0, 300.0, 20.0)])
    }

    /// A made-up line with its right digit.
    fn made_up(name: &str, expiry: &str) -> String {
        let body = format!("D1FRA27ZZ004193{expiry}{name:<<8}");
        let digit = check_digit(&body).unwrap();
        format!("{body}{digit}")
    }

    #[test]
    fn a_proven_line_gives_number_and_expiry() {
        let found = read(&made_up("VALMONT", "310228")).unwrap();
        assert_eq!((found.number.as_str(), found.expiry), ("27ZZ00419", Some(jiff::civil::date(2031, 2, 28))));
        assert!(found.fields().iter().all(|f| f.confidence >= 0.9 && f.source == Source::Mrz));
        let spaced = made_up("VALMONT", "310228").replace("FRA", "FRA ").replace("310228", "3I0228");
        assert_eq!(read(&spaced), Some(found));
    }

    #[test]
    fn any_wrong_character_takes_the_proof_away() {
        let right = made_up("VALMONT", "310228");
        for i in 5..29 {
            let mut wrong = right.clone().into_bytes();
            wrong[i] = if wrong[i] == b'4' { b'5' } else { b'4' };
            let text = String::from_utf8(wrong).unwrap();
            assert!(text == right || read(&text).is_none(), "{text}");
        }
        assert_eq!(read("D1FRA"), None);
        assert_eq!(read(&right[..29]), None);
    }
}
