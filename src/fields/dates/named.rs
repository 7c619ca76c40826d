//! Dates with the name of a month, and days of a named month without a year.

use super::{FoundDate, Print, day_of, is_parting, joins, year};

/// `12 MAR /MARS 90`, `30 MAR/MAR 1972`, `January 20, 1990`, `8 de mayo de 2030`, `13LIP/JUL 2006`, `1er août 2020`.
pub(super) fn date(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let part = day_and_month(print, at)?;
    let (year, short, next) = year_after(print, &part)?;
    print.found(day_of(year, part.month, part.day)?, None, at, next - at, short)
}

/// `12 11月/NOV 1970`, as Chinese passports print it: the month as a number and as a name. Readers join the day and the
/// number; where these are the month that the name says, they come apart again.
pub(super) fn with_number_of_month(print: &Print, at: usize) -> Option<(FoundDate, usize)> {
    let apart = print.number(at).is_some() && print.number(at + 1).is_some();
    let sign = at + 1 + usize::from(apart);
    let month = print.word(sign).starts_with('月').then(|| print.lexicon.month(print.word(sign + 1))).flatten()?;
    let number = month.to_string();
    let day = if apart {
        (print.word(at + 1).trim_start_matches('0') == number).then(|| print.word(at))?
    } else {
        let before = print.word(at).strip_suffix(number.as_str())?;
        // Days have two digits there, so a third one is that of `03月`.
        if before.len() > 2 { before.strip_suffix('0')? } else { before }
    };
    let day = day.parse::<i16>().ok().filter(|d| (1..=31).contains(d))?;
    let (year, short) = year(print.tokens.get(sign + 2)?)?;
    let date = day_of(year, month.into(), day)?;
    print.found(date, None, at, sign + 3 - at, short)
}

/// A day and the name of its month, in either order.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayAndMonth {
    pub day: i16,
    pub month: i16,
    /// Token after the last one.
    pub next: usize,
    month_first: bool,
    /// What stands between the two parts dates elsewhere: a dash with a space, or a long one.
    pub parted: bool,
}

/// Most words between two parts of a date in a sentence: `4th day of May`, `16 días del mes de julio del año 2019`.
const BETWEEN: usize = 4;

/// `12 MAR /MARS`, `1er août`, `January 20`, `8 de mayo`, `4th day of May`.
pub(super) fn day_and_month(print: &Print, at: usize) -> Option<DayAndMonth> {
    let Some(day) = day_at(print, at) else {
        let month = print.lexicon.month(print.word(at))?;
        let day = day_at(print, at + 1)?;
        let next = at + 2 + usize::from(is_ordinal(print.word(at + 2)));
        let (month, parted) = (month.into(), is_parting(print.gap(at + 1)));
        return joins(print.gap(at + 1)).then_some(DayAndMonth { day, month, next, month_first: true, parted });
    };
    let behind = at + 1 + usize::from(is_ordinal(print.word(at + 1)));
    let named = behind + words_between(print, behind);
    let month = print.lexicon.month(print.word(named))?;
    // The same month again in a second language.
    let again = print.gap(named + 1).contains('/') && print.lexicon.month(print.word(named + 1)).is_some();
    let (next, month, parted) = (named + 1 + usize::from(again), month.into(), is_parting(print.gap(named)));
    joins(print.gap(named)).then_some(DayAndMonth { day, month, next, month_first: false, parted })
}

/// The year behind a day and a month, whether it was short, and the token after it.
pub(super) fn year_after(print: &Print, part: &DayAndMonth) -> Option<(i16, bool, usize)> {
    let at = part.next + words_between(print, part.next);
    let (year, short) = year(print.tokens.get(at)?)?;
    let gap = print.gap(at);
    // A count may follow `Aug 31` as a short year does `Aug 31, 24`.
    let counted = short && part.month_first && gap.trim().is_empty();
    (joins(gap) && is_parting(gap) == part.parted && !counted).then_some((year, short, at + 1))
}

/// Number of the words at a place that stand between the parts of a date.
fn words_between(print: &Print, at: usize) -> usize {
    (at..at + BETWEEN).take_while(|at| print.lexicon.is_between(print.word(*at))).count()
}

/// A day of a month at a place: a number of one or two digits up to 31.
pub(super) fn day_at(print: &Print, at: usize) -> Option<i16> {
    print.number(at).filter(|d| (1..=31).contains(d) && print.word(at).len() <= 2)
}

pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(word, "ER" | "ST" | "ND" | "RD" | "TH" | "º")
}
