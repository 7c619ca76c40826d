//! Taxpayer numbers in a cell, and ids. A number that lost digits is never completed.

use super::plain::{Plain, is_scientific, plain, without_point_zero};
use crate::batch::roster::ClientNumber;
use crate::batch::table::Cell;
use crate::fields::has_form_of_itin;

/// Why a cell holds no ITIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::batch) enum NoNumber {
    /// `9.00781E+08`: a program dropped digits.
    LostDigits,
    /// `####` or an error.
    NotShown,
    /// Letters, or signs that are no mask.
    NotANumber,
    /// That many digits.
    Length(u8),
    /// Nine digits that do not begin with 9.
    NotAnItin,
    /// Its fourth and fifth digits are in no range that is given out.
    NoSuchGroup,
}

/// The number of a cell; `None` for an empty one. `last_four`: the column holds the last four digits, of which zeros in
/// front may be lost.
pub(in crate::batch) fn itin(cell: &Cell, last_four: bool) -> Option<Result<ClientNumber, NoNumber>> {
    match plain(cell) {
        Plain::Nothing => None,
        Plain::Formula => Some(Err(NoNumber::NotShown)),
        Plain::Text(text) => Some(read(&text, last_four)),
    }
}

fn read(text: &str, last_four: bool) -> Result<ClientNumber, NoNumber> {
    if is_scientific(text) {
        return Err(NoNumber::LostDigits);
    }
    let mut text = without_point_zero(text).trim_end_matches(',');
    if let Some(rest) = text.get(..4).filter(|head| head.eq_ignore_ascii_case("itin")).and(text.get(4..)) {
        text = rest.trim_start_matches([':', '#', ' ', '-']);
    }
    let is_mask = |c: char| matches!(c, '*' | 'X' | 'x' | '•' | '●' | '#' | '·' | '?' | '_');
    let is_gap =
        |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '\u{2010}'..='\u{2015}' | '−' | '﹣' | '－' | '/');
    let mut signs = String::new();
    for c in text.chars().filter(|c| !is_gap(*c)) {
        match c.to_digit(10) {
            Some(_) => signs.push(c),
            None if is_mask(c) => signs.push('*'),
            None => return Err(NoNumber::NotANumber),
        }
    }
    let masks = signs.matches('*').count();
    if masks == 0 {
        return whole(&signs, last_four);
    }
    let shown = signs.trim_start_matches('9').trim_start_matches('*');
    let is_hidden = masks >= 3 && shown.len() == 4 && signs.starts_with(['*', '9']) && signs.len() <= 9;
    if is_hidden && !shown.contains('*') {
        Ok(ClientNumber::LastFour(shown.to_owned()))
    } else {
        Err(NoNumber::NotANumber)
    }
}

fn whole(digits: &str, last_four: bool) -> Result<ClientNumber, NoNumber> {
    match digits.len() {
        9 if has_form_of_itin(digits) => {
            Ok(ClientNumber::Whole(format!("{}-{}-{}", &digits[..3], &digits[3..5], &digits[5..])))
        }
        9 if digits.starts_with('9') => Err(NoNumber::NoSuchGroup),
        9 => Err(NoNumber::NotAnItin),
        4 => Ok(ClientNumber::LastFour(digits.to_owned())),
        1..4 if last_four => Ok(ClientNumber::LastFour(format!("{digits:0>4}"))),
        length => Err(NoNumber::Length(u8::try_from(length).unwrap_or(u8::MAX))),
    }
}

/// The id in a cell: text as it is, numbers without what a program added. `None` where digits are lost.
pub(in crate::batch) fn id(cell: &Cell) -> Option<String> {
    let Plain::Text(text) = plain(cell) else { return None };
    let text = without_point_zero(&text).replace('\n', " ");
    let text = without_thousands(&text).unwrap_or(text);
    (!is_scientific(&text)).then_some(text)
}

/// `1,042` without its comma.
fn without_thousands(text: &str) -> Option<String> {
    let (first, rest) = text.split_once(',')?;
    let digits =
        |group: &str, most: usize| (1..=most).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit());
    let grouped = digits(first, 3) && rest.split(',').all(|group| group.len() == 3 && digits(group, 3));
    grouped.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<String, NoNumber> {
        read(text, false).map(|number| match number {
            ClientNumber::Whole(number) => number,
            ClientNumber::LastFour(four) => format!("...{four}"),
        })
    }

    #[test]
    fn whole_and_hidden_numbers_are_read() {
        for text in [
            "900-70-0101",
            "900700101",
            "900 70 0101",
            "900,700,101",
            "900700101.0",
            "900‑70‑0101",
            "ITIN: 900-70-0101",
        ] {
            assert_eq!(of(text).as_deref(), Ok("900-70-0101"), "{text}");
        }
        for text in ["XXX-XX-0103", "***-**-0103", "xxxxx0103", "9XX-XX-0103", "•••-••-0103", "0103", "###-##-0103"]
        {
            assert_eq!(of(text).as_deref(), Ok("...0103"), "{text}");
        }
    }

    #[test]
    fn ids_are_kept_as_they_are_written() {
        let id = |text: &str| id(&Cell::Text(text.to_owned()));
        for (text, want) in [
            ("0042", "0042"),
            ("=\"0042\"", "0042"),
            ("1001.0", "1001"),
            ("1,042", "1042"),
            ("C-001", "C-001"),
            ("1,04", "1,04"),
        ] {
            assert_eq!(id(text).as_deref(), Some(want), "{text}");
        }
        assert_eq!(id("1.04E+11"), None, "digits are lost");
        assert_eq!(super::id(&Cell::Number { value: 7.0, digits: 4 }).as_deref(), Some("0007"));
    }

    #[test]
    fn zeros_are_lost_only_where_four_digits_are_all() {
        assert_eq!(read("502", true), Ok(ClientNumber::LastFour("0502".to_owned())));
        assert_eq!(read("502", false), Err(NoNumber::Length(3)));
    }

    #[test]
    fn anything_else_is_no_number() {
        for (text, why) in [
            ("9.00781E+08", NoNumber::LostDigits),
            ("900-70-12", NoNumber::Length(7)),
            ("9007810081", NoNumber::Length(10)),
            ("666-12-3456", NoNumber::NotAnItin),
            ("900-93-1234", NoNumber::NoSuchGroup),
            ("05O4", NoNumber::NotANumber),
            ("pending", NoNumber::NotANumber),
            ("900-7X-XXXX", NoNumber::NotANumber),
            ("XXX-XX-XXXX", NoNumber::NotANumber),
            ("12*3456", NoNumber::NotANumber),
        ] {
            assert_eq!(of(text), Err(why), "{text}");
        }
        assert_eq!(itin(&Cell::Text("#######".to_owned()), false), Some(Err(NoNumber::NotShown)));
        assert_eq!(itin(&Cell::Empty, false), None);
    }
}
