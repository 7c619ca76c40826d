//! Dates in a line of print, in all the forms and languages that documents use.
//!
//! Never guesses an order: a date that can be read both ways is returned with both readings. A period is one date, its
//! end; no other date is made of what stands in it.

mod mended;
mod named;
mod numeric;
mod periods;

use jiff::civil::Date;

use super::fold::{Token, tokens};
use super::lexicon::FieldLexicon;
pub(super) use periods::{end_of_validity, whole_month};

/// Most dates of a line.
const MOST_DATES: usize = 20;

/// Order of day and month in all-numeric dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// A date in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundDate {
    /// The reading, or the likelier of two.
    pub date: Date,
    /// The other reading, where the order of day and month is not known.
    pub or: Option<Date>,
    /// The first day of the period that ends on this date, where it is the end of one.
    pub begins: Option<Date>,
    /// First byte in the line.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// The year had two digits.
    pub short_year: bool,
}

/// A line cut into words and numbers, and what is needed to read them.
struct Print<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    lexicon: &'a FieldLexicon,
    order: Order,
}

impl Print<'_> {
    /// The folded word or number at a place; empty behind the end.
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.folded.as_str())
    }

    /// The number of at most four digits at a place.
    fn number(&self, at: usize) -> Option<i16> {
        self.tokens.get(at).and_then(number)
    }

    /// What stands between a token and the one before it.
    fn gap(&self, at: usize) -> &str {
        let ends = at.checked_sub(1).and_then(|before| self.tokens.get(before)).zip(self.tokens.get(at));
        ends.and_then(|(a, b)| self.text.get(a.end..b.start)).unwrap_or_default()
    }

    fn found(
        &self,
        date: Date,
        or: Option<Date>,
        at: usize,
        used: usize,
        short_year: bool,
    ) -> Option<(FoundDate, usize)> {
        let (first, last) = (self.tokens.get(at)?, self.tokens.get(at + used - 1)?);
        Some((FoundDate { date, or, begins: None, start: first.start, end: last.end, short_year }, used))
    }
}

/// Finds the dates of a text, left to right. Two-digit years are taken as 19YY above 50, else as 20YY; callers that
/// know better (a birth, a machine readable zone) correct the century.
pub(super) fn find(text: &str, lexicon: &FieldLexicon, order: Order) -> Vec<FoundDate> {
    let print = Print { text, tokens: mended::numbers(text, &tokens(text)), lexicon, order };
    let mut out = Vec::new();
    let mut at = 0;
    while at < print.tokens.len() && out.len() < MOST_DATES {
        if let Some((end, used)) = periods::at(&print, at) {
            out.extend(end);
            at += used;
        } else if let Some((date, used)) = date_at(&print, at) {
            out.extend(Some(date).filter(|_| !periods::is_open(&print, at + used)));
            at += used;
        } else {
            at += 1;
        }
    }
    out
}

fn number(token: &Token) -> Option<i16> {
    let ascii = token.folded.bytes().all(|b| b.is_ascii_digit());
    if ascii && token.folded.len() <= 4 { token.folded.parse().ok() } else { None }
}

fn date_at(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    named::date(print, at)
        .or_else(|| named::with_number_of_month(print, at))
        .or_else(|| numeric::east_asian(print, at))
        .or_else(|| numeric::date(print, at))
        .or_else(|| numeric::run_of_digits(print, at))
        .or_else(|| numeric::joined_pieces(print, at))
}

/// Whether what stands between two tokens may stand inside of a date.
fn joins(gap: &str) -> bool {
    gap.chars().count() <= 3 && gap.chars().all(|c| " .,/-–—·'’".contains(c))
}

/// A dash that parts two dates rather than the pieces of one, unless all its dashes are such: `1 - Aug`, `1–Aug`.
fn is_parting(gap: &str) -> bool {
    gap.contains(['–', '—']) || gap.contains('-') && gap.contains(' ')
}

fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    // Thai years are 543 ahead.
    let year = if (2400..2700).contains(&year) { year - 543 } else { year };
    if !(1880..2200).contains(&year) && year != 9999 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A year of four digits, or of two (19YY above 50), and whether it was short.
fn year(token: &Token) -> Option<(i16, bool)> {
    let n = number(token)?;
    match token.folded.len() {
        4 => Some((n, false)),
        2 if n > 50 => Some((1900 + n, true)),
        2 => Some((2000 + n, true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn first(text: &str, order: Order) -> Option<String> {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        find(text, &lexicon, order).first().map(|f| f.date.to_string())
    }

    #[test]
    fn all_forms_are_read() {
        for (text, want) in [
            ("12 MAR /MARS 90", "1990-03-12"),
            ("30 MAR/MAR 1972", "1972-03-30"),
            ("13LIP/JUL 2006", "2006-07-13"),
            ("14 JAN /JAN 23", "2023-01-14"),
            ("January 20, 1990", "1990-01-20"),
            ("08 de mayo de 2031", "2031-05-08"),
            ("1er août 2020", "2020-08-01"),
            ("10 ENE/ JAN 2018", "2018-01-10"),
            ("02 OCT/OCT 2021", "2021-10-02"),
            ("23DEC2004", "2004-12-23"),
            ("29 NOV 2019", "2019-11-29"),
            ("07 ÁGO 2020", "2020-08-07"),
            ("13-04-2029", "2029-04-13"),
            ("01.07.2014.", "2014-07-01"),
            ("01 01 2013", "2013-01-01"),
            ("2030.12.31", "2030-12-31"),
            ("2024年3月1日", "2024-03-01"),
            ("2031-05-06", "2031-05-06"),
            ("15/06/2567", "2024-06-15"),
            ("MAR 2 5 1981", "1981-03-25"),
            ("12 11月/NOV 1970", "1970-11-12"),
            ("1211月/NOV1970", "1970-11-12"),
            ("224月/APR2021", "2021-04-22"),
            ("08 03月/MAR 2029", "2029-03-08"),
            ("0207 2019", "2019-07-02"),
            ("02 072019", "2019-07-02"),
            ("21 décembre 1984 à 8 heures 15", "1984-12-21"),
            ("21 août 1996 à 23 heures", "1996-08-21"),
            ("this 4th day of May, 2021", "2021-05-04"),
            ("the 4th day of May in the year 2021", "2021-05-04"),
            ("a los 16 días del mes de julio de 2019", "2019-07-16"),
            ("16 de julio del año 2019", "2019-07-16"),
            ("aos 3 dias do mês de março de 2020", "2020-03-03"),
        ] {
            assert_eq!(first(text, Order::DayFirst).as_deref(), Some(want), "{text}");
        }
        assert_eq!(first("08/31/2014", Order::Unknown).as_deref(), Some("2014-08-31"));
        assert_eq!(first("07/27|2031", Order::MonthFirst).as_deref(), Some("2031-07-27"), "a slash that was misread");
        assert_eq!(first("04/05/2024", Order::MonthFirst).as_deref(), Some("2024-04-05"));
    }

    #[test]
    fn a_date_that_reads_both_ways_keeps_both_readings() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        for (text, open) in [("04/05/2024", false), ("04-05-2024", false), ("04 05 2024", true), ("04.05.2024", true)] {
            let found = find(text, &lexicon, Order::MonthFirst);
            assert_eq!(found[0].or.is_some(), open, "{text}");
        }
        let found = find("04/05/2024", &lexicon, Order::Unknown);
        assert_eq!(found[0].or.map(|d| d.to_string()).as_deref(), Some("2024-04-05"));
        assert_eq!(found[0].date.to_string(), "2024-05-04");
    }

    #[test]
    fn two_dates_that_were_read_as_one_are_two() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        let found = find("01/12/202401/12/1967", &lexicon, Order::MonthFirst);
        let dates: Vec<String> = found.iter().map(|f| f.date.to_string()).collect();
        assert_eq!(dates, ["2024-01-12", "1967-01-12"]);
    }

    #[test]
    fn numbers_are_no_dates() {
        for text in [
            "555-12-3456",
            "9XX-70-1234",
            "12345-678-90123-4",
            "99/99/2020",
            "1.2",
            "10 20 30 40 50",
            "2019 2029",
            "0207 2019 12",
        ] {
            assert_eq!(first(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn periods_end_on_their_last_day() {
        assert_eq!(end_of_validity("2023 - 2033").unwrap().to_string(), "2033-12-31");
        assert_eq!(end_of_validity("2033").unwrap().to_string(), "2033-12-31");
        assert_eq!(end_of_validity("02/2028").unwrap().to_string(), "2028-02-29");
        assert_eq!(end_of_validity("12 Elm"), None);
    }
}
