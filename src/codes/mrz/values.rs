//! What stands in the fields of a zone: letters, digits and dates put right, and how far two lines are apart.

use jiff::civil::Date;

pub(super) fn letters(field: &str) -> String {
    field.chars().map(letter_for).collect()
}

/// The digits that were meant where no letter can stand.
pub(super) fn digits(field: &str) -> String {
    let digit = |c| match c {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    };
    field.chars().map(digit).collect()
}

pub(super) fn distance(a: &str, b: &str) -> usize {
    if a.len() == b.len() {
        a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count()
    } else {
        strsim::levenshtein(a, b)
    }
}

/// 20YY, unless that is more than 50 years after the year that the crate `mrz` was released in: then 19YY.
pub(super) fn expiry_date((year, month, day): (i16, i8, i8)) -> Option<Date> {
    let century = if year > pivot() + 50 { 1900 } else { 2000 };
    Date::new(century + year, month, day).ok()
}

/// The latest century that is neither after the release year of the crate `mrz` nor after the date of expiry. A fixed
/// year, since the library has no clock; a child born later is caught by the printed date, which has four digits.
pub(super) fn birth_date((year, month, day): (i16, i8, i8), expiry: Option<Date>) -> Option<Date> {
    let late = (year <= pivot()).then(|| Date::new(2000 + year, month, day).ok()).flatten();
    match (late, expiry) {
        (Some(d), Some(e)) if d < e => Some(d),
        (Some(d), None) => Some(d),
        _ => Date::new(1900 + year, month, day).ok(),
    }
}

fn pivot() -> i16 {
    i16::try_from(mrz::CURRENT_YY).unwrap_or(26)
}

/// The letter that was meant where no digit can stand.
pub(super) const fn letter_for(c: char) -> char {
    match c {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        other => other,
    }
}
