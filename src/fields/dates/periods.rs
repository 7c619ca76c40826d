//! Periods in a line of print, `Aug 1 – Aug 31, 2024`: one thing with a beginning and an end, whose date is its end.
//!
//! The year often stands once, at the end, and serves the beginning. Where it stands nowhere there is no date: none is
//! made of the day and of the count behind it.

use jiff::civil::Date;

use super::named::{DayAndMonth, day_and_month, day_at, is_ordinal, year_after};
use super::numeric::{Numbers, three_numbers};
use super::{FoundDate, Order, Print, day_of, number};
use crate::fields::fold::{Token, tokens};
use crate::fields::lexicon::FieldLexicon;

/// Most days of a period whose beginning has no year of its own.
const MOST_DAYS: i32 = 400;

/// One end of a period, as far as it was printed.
#[derive(Debug, Clone, Copy)]
struct Moment {
    year: Option<i16>,
    month: Option<i16>,
    day: i16,
}

/// How one end of a period is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Named,
    Numbers,
    /// The month stands at the other end.
    Day,
}

/// One end of a period, and which tokens it takes.
#[derive(Debug, Clone, Copy)]
struct Edge {
    form: Form,
    /// With the day first, and with the month first; the same where the print leaves no choice.
    readings: [Option<Moment>; 2],
    /// Token after the last one.
    next: usize,
    short_year: bool,
}

/// The period that begins at a token, and how many tokens it takes. Without a year there is no date in it.
pub(super) fn at(print: &Print, at: usize) -> Option<(Option<FoundDate>, usize)> {
    let from = edge(print, at)?;
    let to = edge(print, after_connector(print, from.next)?)?;
    // The number of a field and a dash may stand before a date of numbers.
    if from.form != to.form && !matches!((from.form, to.form), (Form::Day, Form::Named) | (Form::Named, Form::Day))
        || from.form == Form::Day && to.form == Form::Day
        // `21 décembre 1984 à 8 heures`: nothing but an hour follows a whole date.
        || to.form == Form::Day && from.readings.iter().flatten().any(|m| m.year.is_some())
    {
        return None;
    }
    let read = |order: usize| Some(resolved(from.readings[order]?, to.readings[order]?));
    let (day_first, month_first) = (read(0), read(1));
    if day_first.is_none() && month_first.is_none() {
        return None;
    }
    let (likelier, other) = match print.order {
        Order::MonthFirst => (month_first.flatten(), day_first.flatten()),
        Order::DayFirst | Order::Unknown => (day_first.flatten(), month_first.flatten()),
    };
    let used = to.next - at;
    let Some((begins, date)) = likelier.or(other) else {
        // Two dates of which the second is the earlier are two dates, but the halves of one are nothing.
        let whole = |edge: &Edge| edge.readings.iter().flatten().any(|m| m.year.is_some() && m.month.is_some());
        return (!whole(&from)).then_some((None, used));
    };
    let or = other.map(|(_, date)| date).filter(|d| print.order == Order::Unknown && *d != date);
    let (first, last) = (print.tokens.get(at)?, print.tokens.get(to.next - 1)?);
    let short_year = to.short_year;
    Some((Some(FoundDate { date, or, begins: Some(begins), start: first.start, end: last.end, short_year }), used))
}

/// Whether nothing but a word like `through` stands between a place and the end of the line, so that what stands before
/// it is the beginning of a period.
pub(super) fn is_open(print: &Print, at: usize) -> bool {
    let word = print.word(at);
    // Short ones are initials and abbreviations of states, too.
    let clear = word.chars().count() >= 3 || word == "TO";
    at + 1 == print.tokens.len() && clear && print.lexicon.is_until(word)
}

/// The first and the last day, where a year and a month can be had for both.
fn resolved(from: Moment, to: Moment) -> Option<(Date, Date)> {
    let (begin_month, end_month) = (from.month.or(to.month)?, to.month.or(from.month)?);
    let turns = (begin_month, from.day) > (end_month, to.day);
    let end_year = to.year.or(from.year.map(|y| y + i16::from(turns)))?;
    let begin_year = from.year.unwrap_or(end_year - i16::from(turns));
    let (begins, ends) = (day_of(begin_year, begin_month, from.day)?, day_of(end_year, end_month, to.day)?);
    let days = ends.since(begins).map_or(i32::MAX, |span| span.get_days());
    let whole = from.year.is_some() && to.year.is_some();
    (begins <= ends && (whole || days <= MOST_DAYS)).then_some((begins, ends))
}

/// The token behind the dash or the word that joins the two ends of a period.
fn after_connector(print: &Print, at: usize) -> Option<usize> {
    let gap = print.gap(at).trim_matches(['.', ' ', ',']);
    let dash = !gap.is_empty() && gap.chars().all(|c| "-–—~→>".contains(c));
    if dash {
        return Some(at);
    }
    let words = (0..2).take_while(|i| print.lexicon.is_until(print.word(at + i))).count();
    let plain = gap.is_empty() && (0..=words).all(|i| print.gap(at + i).chars().all(|c| " .,-:".contains(c)));
    (words > 0 && plain).then_some(at + words)
}

fn edge(print: &Print, at: usize) -> Option<Edge> {
    named(print, at).or_else(|| numeric(print, at)).or_else(|| bare_day(print, at))
}

/// `Aug 1, 2024`, `1 août`.
fn named(print: &Print, at: usize) -> Option<Edge> {
    let part = day_and_month(print, at).filter(|p| !p.parted)?;
    let DayAndMonth { day, month, next, .. } = part;
    let year = year_after(print, &part);
    let moment = Moment { year: year.map(|(y, ..)| y), month: Some(month), day };
    let short_year = year.is_some_and(|(_, short, _)| short);
    Some(Edge {
        form: Form::Named,
        readings: [Some(moment); 2],
        next: year.map_or(next, |(.., after)| after),
        short_year,
    })
}

/// `01/08/2024`, `2024-08-01`, `01.08.`.
fn numeric(print: &Print, at: usize) -> Option<Edge> {
    let reading = |year, month, day| {
        // Any leap year tells whether there is such a day.
        day_of(year_or_leap(year), month, day).map(|_| Moment { year, month: Some(month), day })
    };
    match three_numbers(print, at) {
        Some(Numbers::YearFirst(d)) => {
            let moment = Moment { year: Some(d.year()), month: Some(d.month().into()), day: d.day().into() };
            return Some(Edge { form: Form::Numbers, readings: [Some(moment); 2], next: at + 3, short_year: false });
        }
        Some(Numbers::YearLast { year, short, a, b }) => {
            let readings = [reading(Some(year), b, a), reading(Some(year), a, b)];
            let known = readings.iter().any(Option::is_some);
            return known.then_some(Edge { form: Form::Numbers, readings, next: at + 3, short_year: short });
        }
        None => {}
    }
    let (a, b) = (day_at(print, at)?, day_at(print, at + 1)?);
    if !matches!(print.gap(at + 1), "/" | "." | ". ") {
        return None;
    }
    let readings = [reading(None, b, a), reading(None, a, b)];
    readings.iter().any(Option::is_some).then_some(Edge {
        form: Form::Numbers,
        readings,
        next: at + 2,
        short_year: false,
    })
}

fn year_or_leap(year: Option<i16>) -> i16 {
    year.unwrap_or(2024)
}

/// A day whose month stands at the other end: `1 – 31 March 2024`, `March 1 – 31, 2024`.
fn bare_day(print: &Print, at: usize) -> Option<Edge> {
    let day = day_at(print, at)?;
    let next = at + 1 + usize::from(is_ordinal(print.word(at + 1)));
    let year = print.number(next).filter(|y| print.word(next).len() == 4 && (1990..2100).contains(y));
    let year = year.filter(|_| matches!(print.gap(next), ", " | "," | " "));
    let moment = Moment { year, month: None, day };
    let readings = [Some(moment); 2];
    Some(Edge { form: Form::Day, readings, next: next + usize::from(year.is_some()), short_year: false })
}

/// A month with its year and nothing else, `September 2026`, `2026-09`: from its first to its last day.
pub(in crate::fields) fn whole_month(text: &str, lexicon: &FieldLexicon) -> Option<FoundDate> {
    let tokens = tokens(text);
    let [a, b] = tokens.as_slice() else { return None };
    let year = |t| number(t).filter(|y| (1990..2100).contains(y));
    let month =
        |t: &Token| number(t).or_else(|| lexicon.month(&t.folded).map(i16::from)).filter(|m| (1..=12).contains(m));
    let (year, month) = year(a).zip(month(b)).or_else(|| year(b).zip(month(a)))?;
    let begins = day_of(year, month, 1)?;
    let (start, end) = (a.start, b.end);
    Some(FoundDate { date: begins.last_of_month(), or: None, begins: Some(begins), start, end, short_year: false })
}

/// The last year of `VIGENCIA 2023 - 2033` or `2033`: valid to the end of that year. Also `MM/YYYY`: to the end of the
/// month.
pub(in crate::fields) fn end_of_validity(text: &str) -> Option<Date> {
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
