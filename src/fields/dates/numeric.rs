//! Dates of numbers alone, and of numbers with the signs of East Asia.

use jiff::civil::Date;

use super::{FoundDate, Order, Print, day_of, is_parting, year};

/// `2030年3月1日`, also with the western calendar of era years left out.
pub(super) fn east_asian(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let mark = |i: usize, c: char| print.word(i).starts_with(c);
    let korean = |i: usize, c: &str| print.tokens.get(i).is_some_and(|t| print.text.get(t.start..t.end) == Some(c));
    let year = print.number(at).filter(|y| (1900..2200).contains(y))?;
    if !((mark(at + 1, '年') && mark(at + 3, '月')) || (korean(at + 1, "년") && korean(at + 3, "월"))) {
        return None;
    }
    let (month, day) = (print.number(at + 2)?, print.number(at + 4)?);
    print.found(day_of(year, month, day)?, None, at, 5, false)
}

/// Three numbers with the same separator: `.`, `/`, `-`, space, or a mix that readers make of them.
pub(super) fn date(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let numbers = three_numbers(print, at).filter(|_| !is_in_row(print, at))?;
    let (date, or) = match numbers {
        Numbers::YearFirst(date) => (date, None),
        Numbers::YearLast { year, a, b, .. } => ordered(year, a, b, order_of(print, at))?,
    };
    print.found(date, or, at, 3, matches!(numbers, Numbers::YearLast { short: true, .. }))
}

/// The order of day and month in the date at a place. Who writes the month first parts the numbers by slashes or hyphens;
/// with spaces or full stops it is another country's date, on whatever page it stands.
fn order_of(print: &Print, at: usize) -> Order {
    let foreign = [at + 1, at + 2].iter().all(|i| matches!(print.gap(*i), " " | "." | ". "));
    if foreign && print.order == Order::MonthFirst { Order::Unknown } else { print.order }
}

/// Three numbers that a date is written with.
pub(super) enum Numbers {
    YearFirst(Date),
    YearLast { year: i16, short: bool, a: i16, b: i16 },
}

/// The numbers of an all-numeric date, whatever stands around them.
pub(super) fn three_numbers(print: &Print, at: usize) -> Option<Numbers> {
    let (x, y, z) = (print.number(at)?, print.number(at + 1)?, print.number(at + 2)?);
    let gaps = [print.gap(at + 1), print.gap(at + 2)];
    let fits = |g: &str| !g.is_empty() && g.chars().all(|c| ".-/| ,·–年月".contains(c)) && g.chars().count() <= 3;
    if !gaps.iter().all(|g| fits(g)) || is_parting(gaps[0]) != is_parting(gaps[1]) {
        return None;
    }
    let lengths = [at, at + 1, at + 2].map(|i| print.word(i).len());
    match lengths {
        [4, 1 | 2, 1 | 2] => day_of(x, y, z).map(Numbers::YearFirst),
        [1 | 2, 1 | 2, 2 | 4] => {
            let (year, short) = year(print.tokens.get(at + 2)?)?;
            Some(Numbers::YearLast { year, short, a: x, b: y })
        }
        _ => None,
    }
}

/// Whether three numbers belong to a longer row of numbers, and are no date.
fn is_in_row(print: &Print, at: usize) -> bool {
    let joined = |i: usize| print.number(i).is_some() && matches!(print.gap(i), "-" | "/" | ".");
    let year_first = print.word(at).len() == 4;
    let prior = !year_first && at > 0 && print.number(at - 1).is_some() && matches!(print.gap(at), "-" | "/" | ".");
    let next = joined(at + 3) && print.word(at + 3).len() != 4;
    let spaces = print.gap(at + 1).trim().is_empty() && print.gap(at + 2).trim().is_empty();
    let beside = at > 0 && print.number(at - 1).is_some() || print.number(at + 3).is_some();
    let pairs = spaces && print.word(at + 2).len() == 2 && (beside || print.word(at).len() != 2);
    prior || next || pairs
}

/// Eight digits in one run, `DDMMYYYY`, `MMDDYYYY` or `YYYYMMDD`.
pub(super) fn run_of_digits(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let digits = print.word(at);
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|p| p.parse::<i16>().ok());
    let (head, tail) = (part(0, 4)?, part(4, 8)?);
    if (1900..2100).contains(&head) {
        return print.found(day_of(head, part(4, 6)?, part(6, 8)?)?, None, at, 1, false);
    }
    let (date, or) = ordered(tail, part(0, 2)?, part(2, 4)?, print.order)?;
    print.found(date, or, at, 1, false)
}

/// `0207 2019`, `02 072019`: a line that is nothing but the eight digits of a date, in two pieces.
pub(super) fn joined_pieces(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let (head, tail) = (print.word(0), print.word(1));
    let digits = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let whole = at == 0 && print.tokens.len() == 2 && digits(head) && digits(tail) && print.gap(1) == " ";
    if !whole || !matches!((head.len(), tail.len()), (4, 4) | (2, 6)) {
        return None;
    }
    let all = format!("{head}{tail}");
    let part = |from: usize, to: usize| all.get(from..to).and_then(|p| p.parse::<i16>().ok());
    let (date, or) = ordered(part(4, 8)?, part(0, 2)?, part(2, 4)?, print.order)?;
    print.found(date, or, 0, 2, false)
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
