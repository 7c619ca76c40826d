//! What the formats of numbers tell: dates, and zeros that only the format shows. Days to dates.

use jiff::civil::Date;

/// Digits that a format shows at least, none more than this.
const MAX_DIGITS: usize = 15;

/// What a format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Format {
    /// A day, with or without a time.
    pub date: bool,
    /// Fewest digits: `0000` shows 7 as 0007.
    pub digits: u8,
}

impl Format {
    /// The formats that have a number instead of a code (ECMA-376 part 1, section 18.8.30).
    pub(super) fn built_in(id: u32) -> Self {
        Self { date: matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58), digits: 0 }
    }

    /// The format of a code as `dd/mm/yyyy` or `000\-00\-0000`.
    pub(super) fn of_code(code: &str) -> Self {
        let plain = first_section(code);
        let has = |letters: &str| plain.chars().any(|c| letters.contains(c.to_ascii_lowercase()));
        let general = plain.to_ascii_lowercase().contains("general");
        let date = !general && (has("yd") || has("m") && !has("hs"));
        let only_zeros = plain.contains("00") && plain.chars().all(|c| "0-/ ()".contains(c));
        let zeros = plain.matches('0').count().min(MAX_DIGITS);
        Self { date, digits: if only_zeros { zeros as u8 } else { 0 } }
    }
}

/// The part for positive numbers, without what stands in quotes or brackets. An escaped letter becomes a space.
fn first_section(code: &str) -> String {
    let mut out = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => {
                chars.next();
                out.push(' ');
            }
            c => out.push(c),
        }
    }
    out
}

/// The day of a number that counts days, from 1900 as Excel does, or from 1904.
pub(in crate::batch) fn day(number: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let days = number.floor() as i64;
    // Excel's 1900 has a 29th of February, day 60; from day 61 on the count begins a day earlier
    let (year, month, day_of_month) = match (from_1904, days) {
        (true, _) => (1904, 1, 1),
        (false, 0 | 60) => return None,
        (false, 1..60) => (1899, 12, 31),
        (false, _) => (1899, 12, 30),
    };
    let start = Date::new(year, month, day_of_month).ok()?;
    start.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_from_numbers() {
        for code in ["yyyy-mm-dd", "dd/mm/yy;@", "[$-409]d-mmm-yy;@", "m/d/yyyy h:mm", "mmm-yy", "\"am\" dd\\.mm"] {
            assert!(Format::of_code(code).date, "{code}");
        }
        for code in ["General", "0.00", "#,##0", "[h]:mm:ss", "h:mm AM/PM", "\"dd\"0", "@", "[Red]0", "0%"] {
            assert!(!Format::of_code(code).date, "{code}");
        }
        assert!(Format::built_in(14).date && !Format::built_in(1).date && !Format::built_in(20).date);
    }

    #[test]
    fn zeros_that_only_the_format_shows_are_counted() {
        for (code, digits) in
            [("0000", 4), ("000\\-00\\-0000", 9), ("00000;-0", 5), ("0", 0), ("0.00", 0), ("#,##0", 0)]
        {
            assert_eq!(Format::of_code(code).digits, digits, "{code}");
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        let shown = |number, from_1904| day(number, from_1904).map(|d| d.to_string());
        for (number, want) in
            [(1.0, "1900-01-01"), (59.0, "1900-02-28"), (61.0, "1900-03-01"), (44197.75, "2021-01-01")]
        {
            assert_eq!(shown(number, false).as_deref(), Some(want));
        }
        assert_eq!(shown(0.0, true).as_deref(), Some("1904-01-01"));
        assert_eq!(shown(42735.0, true).as_deref(), Some("2021-01-01"));
        for number in [-1.0, 0.0, 60.0, 3e6, f64::NAN, f64::INFINITY] {
            assert_eq!(shown(number, false), None);
        }
    }
}
