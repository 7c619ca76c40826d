//! A date in a cell of its own, as spreadsheets and people write it.
//!
//! Which of two numbers is the month is decided by the title of the column, else by the other dates of the column,
//! else it stays open: it is never guessed.

mod written;

use jiff::civil::Date;

use super::plain::{number, tidy};
use crate::batch::lexicon::RosterLexicon;
use crate::batch::table::Cell;
use crate::batch::workbook::day;

/// Years that a person can be old.
const MAX_AGE: i16 = 120;

/// Which of two numbers is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::batch) enum Order {
    DayFirst,
    MonthFirst,
}

/// Which date it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::batch) enum Meaning {
    Birth,
    Call,
}

/// What a cell says: the same day twice where there is no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::batch) struct Reading {
    pub day_first: Option<Date>,
    pub month_first: Option<Date>,
    /// Two numbers of which only one can be the month: this tells the order of the column.
    pub shows: Option<Order>,
}

impl Reading {
    fn of(date: Date) -> Self {
        Self { day_first: Some(date), month_first: Some(date), shows: None }
    }
}

/// Why there is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::batch) enum NoDate {
    /// It is not written as a date.
    NotADate,
    /// It is written as a date, but there is no such day.
    NoSuchDay,
    /// A year alone.
    YearAlone,
    /// `####` or an error.
    NotShown,
    /// A birth in the future.
    Future,
    /// Before anybody was born who lives, or before there were such calls.
    LongAgo,
    /// It can be read two ways.
    TwoWays(Date, Date),
}

/// What dates are read with.
#[derive(Clone, Copy)]
pub(in crate::batch) struct Calendar<'a> {
    pub lexicon: &'a RosterLexicon,
    pub today: Date,
    /// Bare numbers count from 1904.
    pub from_1904: bool,
}

impl Calendar<'_> {
    /// The readings of a cell; `None` for an empty one.
    pub(in crate::batch) fn read(&self, cell: &Cell, meaning: Meaning) -> Option<Result<Reading, NoDate>> {
        match cell {
            Cell::Empty => None,
            Cell::Date(date) => Some(Ok(Reading::of(*date))),
            Cell::Number { value, digits } if *digits > 5 => Some(self.text(&number(*value, *digits), meaning)),
            Cell::Number { value, .. } => Some(self.bare_number(*value)),
            Cell::Bool(_) => Some(Err(NoDate::NotADate)),
            Cell::Error | Cell::Formula => Some(Err(NoDate::NotShown)),
            Cell::Text(text) => {
                let text = tidy(text).replace('\n', " ");
                let text = text.trim_start_matches('\'').trim_start_matches("=\"").trim_end_matches('"');
                let dashes = text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | ' '));
                (!dashes).then(|| self.text(text, meaning))
            }
        }
    }

    /// The day that a reading settles on, with the order of its column.
    pub(in crate::batch) fn settle(
        &self,
        reading: Reading,
        order: Option<Order>,
        meaning: Meaning,
    ) -> Result<Date, NoDate> {
        let (a, b) = (self.possible(reading.day_first, meaning), self.possible(reading.month_first, meaning));
        match (a, b, order) {
            (Ok(a), Ok(b), _) if a == b => Ok(a),
            (Ok(a), Ok(_), Some(Order::DayFirst)) => Ok(a),
            (Ok(_), Ok(b), Some(Order::MonthFirst)) => Ok(b),
            (Ok(a), Ok(b), None) => Err(NoDate::TwoWays(a, b)),
            (Ok(date), Err(_), _) | (Err(_), Ok(date), _) => Ok(date),
            (Err(NoDate::NoSuchDay), Err(why), _) | (Err(why), Err(_), _) => Err(why),
        }
    }

    fn possible(&self, date: Option<Date>, meaning: Meaning) -> Result<Date, NoDate> {
        let date = date.ok_or(NoDate::NoSuchDay)?;
        match meaning {
            Meaning::Birth if date > self.today => Err(NoDate::Future),
            Meaning::Birth if date.year() < self.today.year() - MAX_AGE => Err(NoDate::LongAgo),
            Meaning::Call if date.year() < 2000 => Err(NoDate::LongAgo),
            _ => Ok(date),
        }
    }

    fn bare_number(&self, value: f64) -> Result<Reading, NoDate> {
        if value.fract() == 0.0 && (1900.0..2100.0).contains(&value) {
            return Err(NoDate::YearAlone);
        }
        if value.fract() == 0.0 && value >= 1e6 {
            return self.text(&number(value, 0), Meaning::Birth);
        }
        day(value, self.from_1904).map(Reading::of).ok_or(NoDate::NoSuchDay)
    }
}

/// The order that the dates of a column show: one that some can only have, and none cannot have.
pub(in crate::batch) fn order_of(readings: impl Iterator<Item = Reading>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for reading in readings {
        match reading.shows {
            Some(Order::DayFirst) => day_first = true,
            Some(Order::MonthFirst) => month_first = true,
            None => {}
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::tests::lexicon;

    fn calendar() -> Calendar<'static> {
        Calendar { lexicon: lexicon(), today: jiff::civil::date(2026, 11, 29), from_1904: false }
    }

    fn settled(text: &str, order: Option<Order>, meaning: Meaning) -> Result<String, NoDate> {
        let reading = calendar().read(&Cell::Text(text.to_owned()), meaning).unwrap()?;
        calendar().settle(reading, order, meaning).map(|d| d.to_string())
    }

    #[test]
    fn dates_that_read_one_way_are_read() {
        for (text, want) in [
            ("1990-04-12", "1990-04-12"),
            ("1960-07-28 00:00:00", "1960-07-28"),
            ("1960-07-28T00:00:00Z", "1960-07-28"),
            ("04/23/1988", "1988-04-23"),
            ("25.12.1980", "1980-12-25"),
            ("5/5/1985", "1985-05-05"),
            ("28-Jul-60", "1960-07-28"),
            ("03-ene-1985", "1985-01-03"),
            ("7 de agosto de 1990", "1990-08-07"),
            ("July 28, 1960", "1960-07-28"),
            ("Friday, Nov 20, 1998", "1998-11-20"),
            ("viernes, 20 de noviembre de 1998", "1998-11-20"),
            ("1º de maio de 1990", "1990-05-01"),
            ("April 3rd 1985", "1985-04-03"),
            ("1985 Apr 3", "1985-04-03"),
            ("3 Sept. 1985", "1985-09-03"),
            ("01/29/02", "2002-01-29"),
            ("85-04-23", "1985-04-23"),
            ("19850423", "1985-04-23"),
            ("04231985", "1985-04-23"),
            ("22125", "1960-07-28"),
            ("33000.0", "1990-05-07"),
        ] {
            assert_eq!(settled(text, None, Meaning::Birth).as_deref(), Ok(want), "{text}");
        }
        for (text, want) in [
            ("12/15/2026 10:00 AM", "2026-12-15"),
            ("Dec 15, 2026 at 3 pm", "2026-12-15"),
            ("15 dic 2026, 10:00 a. m.", "2026-12-15"),
            ("3-Dec-26", "2026-12-03"),
            ("46371", "2026-12-15"),
        ] {
            assert_eq!(settled(text, None, Meaning::Call).as_deref(), Ok(want), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_has_a_reason() {
        for (text, why) in [
            ("13/32/1980", NoDate::NoSuchDay),
            ("1990-02-30", NoDate::NoSuchDay),
            ("00/00/0000", NoDate::NoSuchDay),
            ("0/0/00", NoDate::NoSuchDay),
            ("1985", NoDate::YearAlone),
            ("1985.0", NoDate::YearAlone),
            ("########", NoDate::NotShown),
            ("#N/A", NoDate::NotShown),
            ("2031-01-01", NoDate::Future),
            ("12/05/1870", NoDate::LongAgo),
            ("unknown", NoDate::NotADate),
            ("900-78-1001", NoDate::NotADate),
            ("4121990", NoDate::NotADate),
            ("072860", NoDate::NotADate),
            ("April 1985", NoDate::NotADate),
            ("04/1985", NoDate::NotADate),
            ("1/2/3/4", NoDate::NotADate),
        ] {
            assert_eq!(settled(text, None, Meaning::Birth), Err(why), "{text}");
        }
    }

    #[test]
    fn an_order_is_never_guessed() {
        let (a, b) = (jiff::civil::date(1985, 4, 3), jiff::civil::date(1985, 3, 4));
        assert_eq!(settled("03/04/1985", None, Meaning::Birth), Err(NoDate::TwoWays(a, b)));
        assert_eq!(settled("03/04/1985", Some(Order::DayFirst), Meaning::Birth).as_deref(), Ok("1985-04-03"));
        assert_eq!(settled("03/04/1985", Some(Order::MonthFirst), Meaning::Birth).as_deref(), Ok("1985-03-04"));
        // only one of the two is not in the future
        assert_eq!(settled("05/12/2026", None, Meaning::Birth).as_deref(), Ok("2026-05-12"));
    }

    #[test]
    fn a_column_shows_its_order() {
        let order = |texts: &[&str]| {
            let read = |text: &&str| calendar().read(&Cell::Text((*text).to_owned()), Meaning::Birth)?.ok();
            order_of(texts.iter().filter_map(read))
        };
        assert_eq!(order(&["03/04/1985", "25/12/1980"]), Some(Order::DayFirst));
        assert_eq!(order(&["03/04/1985", "12/25/1980", "1980-12-25", "28-Jul-60"]), Some(Order::MonthFirst));
        assert_eq!(order(&["25/12/1980", "12/25/1980"]), None);
        assert_eq!(order(&["03/04/1985", "05/05/1985", "30/02/1985"]), None);
    }
}
