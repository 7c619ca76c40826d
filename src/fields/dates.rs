//! Dates in a line of print, in all the forms and languages that documents use.
//!
//! Never guesses an order: a date that can be read both ways is returned with both readings.

use jiff::civil::Date;

use super::fold::{Token, tokens};
use super::lexicon::FieldLexicon;

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
    /// First byte in the line.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// The year had two digits.
    pub short_year: bool,
}

/// Finds the dates of a text, left to right. Two-digit years are taken as 19YY above 50, else as 20YY; callers that
/// know better (a birth, a machine readable zone) correct the century.
pub(super) fn find(text: &str, lexicon: &FieldLexicon, order: Order) -> Vec<FoundDate> {
    let tokens = parted_years(text, &merged_digits(text, &tokens(text)));
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() && out.len() < 20 {
        match date_at(text, &tokens, at, lexicon, order) {
            Some((date, used)) => {
                out.push(date);
                at += used;
            }
            None => at += 1,
        }
    }
    out
}

/// `2 5` between a month and a year is one number that was read in two pieces.
fn merged_digits(text: &str, tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let single = |t: &Token| t.folded.len() == 1 && t.folded.bytes().all(|b| b.is_ascii_digit());
        let year_next = tokens.get(i + 1).is_some_and(|t| t.folded.len() == 4 && number(t).is_some());
        let month_before = out.len() >= 2 && number(&out[out.len() - 2]).is_none();
        if let Some(last) = out.last_mut()
            && single(token)
            && single(last)
            && year_next
            && month_before
            && text.get(last.end..token.start) == Some(" ")
        {
            last.folded.push_str(&token.folded);
            last.end = token.end;
            continue;
        }
        out.push(token.clone());
    }
    out
}

/// `01/12/202401/12/1967` are two dates of neighboring columns: six digits between slashes, a year and a day or month.
fn parted_years(text: &str, tokens: &[Token]) -> Vec<Token> {
    let slash = |a: Option<&Token>, b: Option<&Token>| {
        a.zip(b).is_some_and(|(a, b)| matches!(text.get(a.end..b.start), Some("/" | "-" | ".")))
    };
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let between =
            slash(i.checked_sub(1).and_then(|i| tokens.get(i)), Some(token)) && slash(Some(token), tokens.get(i + 1));
        let digits = token.folded.len() == 6 && token.folded.bytes().all(|b| b.is_ascii_digit());
        match token.folded.split_at_checked(4).filter(|_| between && digits && token.end - token.start == 6) {
            Some((year, next)) => {
                let middle = token.start + 4;
                out.push(Token { folded: year.to_owned(), start: token.start, end: middle });
                out.push(Token { folded: next.to_owned(), start: middle, end: token.end });
            }
            None => out.push(token.clone()),
        }
    }
    out
}

fn number(token: &Token) -> Option<i16> {
    let ascii = token.folded.bytes().all(|b| b.is_ascii_digit());
    if ascii && token.folded.len() <= 4 { token.folded.parse().ok() } else { None }
}

fn date_at(
    text: &str,
    tokens: &[Token],
    at: usize,
    lexicon: &FieldLexicon,
    order: Order,
) -> Option<(FoundDate, usize)> {
    named_month(text, tokens, at, lexicon)
        .or_else(|| east_asian(text, tokens, at))
        .or_else(|| numeric(text, tokens, at, order))
        .or_else(|| run_of_digits(tokens, at, order))
}

fn found(
    date: Date,
    or: Option<Date>,
    tokens: &[Token],
    at: usize,
    used: usize,
    short: bool,
) -> Option<(FoundDate, usize)> {
    let (first, last) = (tokens.get(at)?, tokens.get(at + used - 1)?);
    Some((FoundDate { date, or, start: first.start, end: last.end, short_year: short }, used))
}

/// `12 MAR /MARS 90`, `30 MAR/MAR 1972`, `January 20, 1990`, `8 de mayo de 2030`, `13LIP/JUL 2006`, `1er août 2020`.
fn named_month(text: &str, tokens: &[Token], at: usize, lexicon: &FieldLexicon) -> Option<(FoundDate, usize)> {
    let day_first = number(tokens.get(at)?).filter(|d| (1..=31).contains(d) && tokens[at].folded.len() <= 2);
    let mut i = at + 1;
    let (day, month) = if let Some(day) = day_first {
        if tokens.get(i).is_some_and(|t| matches!(t.folded.as_str(), "ER" | "ST" | "ND" | "RD" | "TH" | "DE" | "º")) {
            i += 1;
        }
        let month = lexicon.month(&tokens.get(i)?.folded)?;
        i += 1;
        // The same month again in a second language.
        if tokens.get(i).and_then(|t| lexicon.month(&t.folded)).is_some() && between(text, tokens, i).contains('/') {
            i += 1;
        }
        (day, month)
    } else {
        let month = lexicon.month(&tokens[at].folded)?;
        let day = number(tokens.get(i)?).filter(|d| (1..=31).contains(d) && tokens[i].folded.len() <= 2)?;
        i += 1;
        if tokens.get(i).is_some_and(|t| matches!(t.folded.as_str(), "ST" | "ND" | "RD" | "TH")) {
            i += 1;
        }
        (day, month)
    };
    if tokens.get(i).is_some_and(|t| matches!(t.folded.as_str(), "DE" | "DEL")) {
        i += 1;
    }
    let (year, short) = year(tokens.get(i)?)?;
    found(day_of(year, month.into(), day)?, None, tokens, at, i + 1 - at, short)
}

fn between<'a>(text: &'a str, tokens: &[Token], i: usize) -> &'a str {
    text.get(tokens[i - 1].end..tokens[i].start).unwrap_or_default()
}

/// `2030年3月1日`, also with the western calendar of era years left out.
fn east_asian(text: &str, tokens: &[Token], at: usize) -> Option<(FoundDate, usize)> {
    let mark = |i: usize, c: char| tokens.get(i).is_some_and(|t| t.folded.starts_with(c));
    let korean = |i: usize, c: &str| tokens.get(i).is_some_and(|t| text.get(t.start..t.end) == Some(c));
    let year = number(tokens.get(at)?).filter(|y| (1900..2200).contains(y))?;
    if !((mark(at + 1, '年') && mark(at + 3, '月')) || (korean(at + 1, "년") && korean(at + 3, "월"))) {
        return None;
    }
    let (month, day) = (number(tokens.get(at + 2)?)?, number(tokens.get(at + 4)?)?);
    found(day_of(year, month, day)?, None, tokens, at, 5, false)
}

/// Three numbers with the same separator: `.`, `/`, `-`, space, or a mix that readers make of them.
fn numeric(text: &str, tokens: &[Token], at: usize, order: Order) -> Option<(FoundDate, usize)> {
    let (a, b, c) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    let gaps = [between(text, tokens, at + 1), between(text, tokens, at + 2)];
    let fits = |g: &str| !g.is_empty() && g.chars().all(|c| ".-/ ,·–年月".contains(c)) && g.chars().count() <= 3;
    let year_first = a.folded.len() == 4;
    let prior_joined = !year_first
        && at > 0
        && number(&tokens[at - 1]).is_some()
        && matches!(between(text, tokens, at), "-" | "/" | ".");
    let next_joined = tokens.get(at + 3).is_some_and(|d| {
        number(d).is_some() && matches!(between(text, tokens, at + 3), "-" | "/" | ".") && d.folded.len() != 4
    });
    let spaces = gaps.iter().all(|g| g.trim().is_empty());
    // Three pairs of digits in a longer row of numbers are no date.
    let in_row = |i: Option<usize>| i.and_then(|i| tokens.get(i)).is_some_and(|t| number(t).is_some());
    let row =
        spaces && c.folded.len() == 2 && (in_row(at.checked_sub(1)) || in_row(Some(at + 3)) || a.folded.len() != 2);
    if !gaps.iter().all(|g| fits(g)) || prior_joined || next_joined || row {
        return None;
    }
    if year_first {
        let both = b.folded.len() <= 2 && c.folded.len() <= 2;
        return both.then(|| found(day_of(x, y, z)?, None, tokens, at, 3, false)).flatten();
    }
    if a.folded.len() > 2 || b.folded.len() > 2 || !matches!(c.folded.len(), 2 | 4) {
        return None;
    }
    let (year, short) = year(c)?;
    let (date, or) = ordered(year, x, y, order)?;
    found(date, or, tokens, at, 3, short)
}

/// Eight digits in one run, `DDMMYYYY`, `MMDDYYYY` or `YYYYMMDD`.
fn run_of_digits(tokens: &[Token], at: usize, order: Order) -> Option<(FoundDate, usize)> {
    let t = tokens.get(at)?;
    if t.folded.len() != 8 || !t.folded.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| t.folded.get(from..to).and_then(|p| p.parse::<i16>().ok());
    let (head, tail) = (part(0, 4)?, part(4, 8)?);
    if (1900..2100).contains(&head) {
        return found(day_of(head, part(4, 6)?, part(6, 8)?)?, None, tokens, at, 1, false);
    }
    let (date, or) = ordered(tail, part(0, 2)?, part(2, 4)?, order)?;
    found(date, or, tokens, at, 1, false)
}

/// The readings of two numbers that are day and month.
fn ordered(year: i16, a: i16, b: i16, order: Order) -> Option<(Date, Option<Date>)> {
    let (day_first, month_first) = (day_of(year, b, a), day_of(year, a, b));
    match (order, day_first, month_first) {
        (_, Some(d), None) | (_, None, Some(d)) | (Order::DayFirst, Some(d), _) | (Order::MonthFirst, _, Some(d)) => {
            Some((d, None))
        }
        (Order::Unknown, Some(d), Some(m)) => Some((d, (d != m).then_some(m))),
        _ => None,
    }
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

/// The last year of `VIGENCIA 2023 - 2033` or `2033`: valid to the end of that year. Also `MM/YYYY`: to the end of the
/// month.
pub(super) fn end_of_period(text: &str) -> Option<Date> {
    let tokens = tokens(text);
    let numbers: Vec<i16> = tokens.iter().filter_map(number).collect();
    if numbers.len() != tokens.len() {
        return None;
    }
    let is_year = |y: i16| (1990..2100).contains(&y);
    match numbers.as_slice() {
        [y] if is_year(*y) => Date::new(*y, 12, 31).ok(),
        [a, b] if is_year(*a) && is_year(*b) && a <= b => Date::new(*b, 12, 31).ok(),
        [m, y] if (1..=12).contains(m) && is_year(*y) => {
            Date::new(*y, i8::try_from(*m).ok()?, 1).ok().map(Date::last_of_month)
        }
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
        ] {
            assert_eq!(first(text, Order::DayFirst).as_deref(), Some(want), "{text}");
        }
        assert_eq!(first("08/31/2014", Order::Unknown).as_deref(), Some("2014-08-31"));
        assert_eq!(first("04/05/2024", Order::MonthFirst).as_deref(), Some("2024-04-05"));
    }

    #[test]
    fn a_date_that_reads_both_ways_keeps_both_readings() {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
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
        for text in ["555-12-3456", "9XX-70-1234", "12345-678-90123-4", "99/99/2020", "1.2", "10 20 30 40 50"] {
            assert_eq!(first(text, Order::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn periods_end_on_their_last_day() {
        assert_eq!(end_of_period("2023 - 2033").unwrap().to_string(), "2033-12-31");
        assert_eq!(end_of_period("2033").unwrap().to_string(), "2033-12-31");
        assert_eq!(end_of_period("02/2028").unwrap().to_string(), "2028-02-29");
        assert_eq!(end_of_period("12 Elm"), None);
    }
}
