//! The text of a cell → the days that it can be.

use jiff::civil::Date;

use super::{Calendar, Meaning, NoDate, Order, Reading};
use crate::batch::cells::fold::folded;
use crate::batch::cells::plain::{is_error, without_point_zero};

/// Bytes of the longest date with a time and a weekday.
const MAX_DATE: usize = 60;

impl Calendar<'_> {
    /// The readings of a date that is written.
    pub(super) fn text(&self, text: &str, meaning: Meaning) -> Result<Reading, NoDate> {
        if is_error(text) || text.starts_with('=') {
            return Err(NoDate::NotShown);
        }
        if text.len() > MAX_DATE {
            return Err(NoDate::NotADate);
        }
        if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && text.matches('.').count() < 2 {
            return self.digits(text);
        }
        let pieces = self.pieces(without_time(text))?;
        let year = |piece: Piece| self.year(piece, meaning);
        match pieces.as_slice() {
            [a, Piece::Month(month), b] | [Piece::Month(month), a, b] => named(*month, *a, *b, year),
            [a, b, Piece::Month(month)] => named(*month, *b, *a, year), // 1985, 3 April
            [Piece::Number(..), Piece::Number(..), Piece::Number(..)] => numeric(&pieces, year),
            [Piece::Number(4, n)] if (1900..2100).contains(n) => Err(NoDate::YearAlone),
            _ => Err(NoDate::NotADate),
        }
    }

    /// One number: a count of days, a year, or eight digits.
    fn digits(&self, text: &str) -> Result<Reading, NoDate> {
        let whole = without_point_zero(text);
        let part = |from: usize, to: usize| whole.get(from..to).and_then(|p| p.parse::<i16>().ok()).unwrap_or(0);
        match whole.len() {
            8 if !whole.contains('.') && (1900..2100).contains(&part(0, 4)) => {
                date(part(0, 4), part(4, 6), part(6, 8)).map(Reading::of).ok_or(NoDate::NoSuchDay)
            }
            8 if !whole.contains('.') => two_ways(part(4, 8), part(0, 2), part(2, 4)),
            _ if whole.starts_with('0') || whole.len() > 10 => Err(NoDate::NotADate),
            _ if whole.contains('.') || whole.len() <= 5 => self.bare_number(whole.parse().unwrap_or(f64::NAN)),
            _ => Err(NoDate::NotADate), // six or seven digits: a zero may be lost
        }
    }

    /// The numbers and the month of a date, without weekdays and small words.
    fn pieces(&self, text: &str) -> Result<Vec<Piece>, NoDate> {
        if text.chars().any(|c| !c.is_alphanumeric() && !c.is_whitespace() && !"/-–—.,'’ºª°".contains(c)) {
            return Err(NoDate::NotADate);
        }
        let spaced = text.replace(['º', 'ª', '°'], " ");
        let mut pieces = Vec::new();
        for word in runs(&folded(&spaced)) {
            if word.bytes().all(|b| b.is_ascii_digit()) {
                let number = word.parse().map_err(|_| NoDate::NotADate)?;
                pieces.push(Piece::Number(word.len() as u8, number));
            } else if let Some(month) = self.lexicon.month(&word) {
                pieces.push(Piece::Month(month));
            } else if !self.lexicon.weekdays.has(&word) && !SMALL_WORDS.contains(&word.as_str()) {
                return Err(NoDate::NotADate);
            }
        }
        // a short weekday may read as a month: `mar 3 abr 1985` is a Tuesday
        if pieces.iter().filter(|p| matches!(p, Piece::Month(_))).count() == 2 && matches!(pieces[0], Piece::Month(_)) {
            pieces.remove(0);
        }
        Ok(pieces)
    }

    /// A year of four digits, or of two: a birth is never in the future.
    fn year(&self, piece: Piece, meaning: Meaning) -> Option<i16> {
        let Piece::Number(digits, number) = piece else { return None };
        let year = match digits {
            4 => number,
            2 if meaning == Meaning::Birth && 2000 + number > self.today.year() => 1900 + number,
            2 => 2000 + number,
            _ => return None,
        };
        Some(year)
    }
}

/// Words around the parts of a date.
const SMALL_WORDS: [&str; 12] = ["de", "del", "of", "the", "st", "nd", "rd", "th", "er", "o", "a", "el"];

/// A part of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// How many digits, and the number.
    Number(u8, i16),
    Month(i8),
}

/// Runs of digits and runs of letters.
fn runs(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = ' ';
    for c in text.chars() {
        match out.last_mut() {
            Some(run) if c != ' ' && last != ' ' && c.is_ascii_digit() == last.is_ascii_digit() => run.push(c),
            _ if c != ' ' => out.push(c.to_string()),
            _ => {}
        }
        last = c;
    }
    out
}

/// A date without the time behind it: `1960-07-28 00:00:00`, `1/7/2027 10:00 AM`, `Dec 15, 2026 at 3 pm`.
fn without_time(text: &str) -> &str {
    const BEFORE_TIME: [&str; 5] = ["@", " at ", " a las ", " a la ", " às "];
    let text = BEFORE_TIME.iter().find_map(|mark| text.split_once(mark)).map_or(text, |(date, _)| date);
    let Some(colon) = text.find(':') else { return text.trim_end() };
    let hours = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    if colon - hours.len() > 2 || !hours.ends_with([' ', 'T', 't', ',']) {
        return text;
    }
    hours.trim_end_matches([' ', 'T', 't', ','])
}

fn named(month: i8, a: Piece, b: Piece, year: impl Fn(Piece) -> Option<i16>) -> Result<Reading, NoDate> {
    let (Piece::Number(digits, first), Piece::Number(others, second)) = (a, b) else { return Err(NoDate::NotADate) };
    let year_first = digits == 4 || first > 31;
    if (if year_first { others } else { digits }) > 2 {
        return Err(NoDate::NotADate);
    }
    let (day, year) = if year_first { (second, year(a)) } else { (first, year(b)) };
    let year = year.ok_or(NoDate::NotADate)?;
    date(year, month.into(), day).map(Reading::of).ok_or(NoDate::NoSuchDay)
}

fn numeric(pieces: &[Piece], year: impl Fn(Piece) -> Option<i16>) -> Result<Reading, NoDate> {
    let [Piece::Number(first_digits, a), Piece::Number(second_digits, b), Piece::Number(last_digits, c)] = pieces
    else {
        return Err(NoDate::NotADate);
    };
    let year_first = *first_digits == 4 || *first_digits == 2 && *a > 31;
    if *second_digits > 2 || *(if year_first { last_digits } else { first_digits }) > 2 {
        return Err(NoDate::NotADate);
    }
    if year_first {
        let year = year(pieces[0]).ok_or(NoDate::NotADate)?;
        return date(year, *b, *c).map(Reading::of).ok_or(NoDate::NoSuchDay);
    }
    two_ways(year(pieces[2]).ok_or(NoDate::NotADate)?, *a, *b)
}

/// The readings of two numbers that are day and month.
fn two_ways(year: i16, a: i16, b: i16) -> Result<Reading, NoDate> {
    let (day_first, month_first) = (date(year, b, a), date(year, a, b));
    let shows = match (day_first, month_first) {
        (None, None) => return Err(NoDate::NoSuchDay),
        (Some(_), None) => Some(Order::DayFirst),
        (None, Some(_)) => Some(Order::MonthFirst),
        (Some(_), Some(_)) => None,
    };
    Ok(Reading { day_first, month_first, shows })
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let plausible = (1800..2200).contains(&year);
    plausible.then(|| Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok())?
}
