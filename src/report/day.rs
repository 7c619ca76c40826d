//! Days in words: 2027-01-19 is January 19, 2027, or 19 de enero de 2027.

use jiff::civil::Date;

use crate::words::{Arg, Message, Words};

/// A day as people write it in the language of the words.
pub(super) fn day(words: &Words, date: Date) -> String {
    let message = Message::new("report-day")
        .with("month", Arg::Number(f64::from(date.month())))
        .with("day", Arg::Text(date.day().to_string()))
        .with("year", Arg::Text(date.year().to_string()));
    words.say(&message)
}
