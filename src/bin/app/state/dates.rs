//! Dates as people type them. What could be two days is read as the language writes dates: month first in English, day
//! first in Spanish.

use jiff::civil::Date;
use precheck::words::{Language, MonthNames};

/// Years that are meant by people alive today.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2150;
/// Words that may stand between the parts of a date, and endings of its numbers.
const BETWEEN: [&str; 8] = ["de", "del", "of", "the", "st", "nd", "rd", "th"];

/// The day that a text names; `None` if it names none for sure, as with a year of two digits.
pub fn typed(text: &str, language: Language, months: &MonthNames) -> Option<Date> {
    let parts = parts(text, months);
    match <[Part; 3]>::try_from(parts).ok()? {
        [Part::Number(year, 4), Part::Number(month, _), Part::Number(day, _)] => day_of(year, month, day),
        [Part::Number(first, ..=2), Part::Number(second, ..=2), Part::Number(year, 4)] => {
            let (month, day) = if language.is_day_first() { (second, first) } else { (first, second) };
            day_of(year, month, day).or_else(|| day_of(year, day, month))
        }
        [Part::Number(day, ..=2), Part::Month(month), Part::Number(year, 4)]
        | [Part::Month(month), Part::Number(day, ..=2), Part::Number(year, 4)]
        | [Part::Number(year, 4), Part::Month(month), Part::Number(day, ..=2)] => day_of(year, month, day),
        _ => None,
    }
}

/// A part of a date: a number with how many digits it has, or a month by its name.
enum Part {
    Number(i16, usize),
    Month(i16),
    Unknown,
}

fn parts(text: &str, months: &MonthNames) -> Vec<Part> {
    let text = text.to_lowercase();
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in text.chars() {
        let kind = (letter.is_ascii_digit(), letter.is_alphabetic());
        if kind == (false, false) {
            last = None;
            continue;
        }
        match words.last_mut().filter(|_| last == Some(kind)) {
            Some(word) => word.push(letter),
            None => words.push(letter.to_string()),
        }
        last = Some(kind);
    }
    words.iter().filter(|word| !BETWEEN.contains(&word.as_str())).map(|word| part(word, months)).collect()
}

fn part(word: &str, months: &MonthNames) -> Part {
    match word.parse() {
        Ok(number) => Part::Number(number, word.len()),
        Err(_) => months.number(word).map_or(Part::Unknown, |month| Part::Month(i16::from(month))),
    }
}

fn day_of(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| YEARS.contains(&year))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use precheck::assets::Assets;

    use super::*;

    fn typed(text: &str, language: Language) -> Option<Date> {
        super::typed(text, language, &MonthNames::load(&Assets::find()).unwrap())
    }

    #[test]
    fn dates_are_taken_as_people_write_them() {
        let day = Some(date(1960, 7, 28));
        for text in [
            "07/28/1960",
            "28/07/1960",
            "7-28-1960",
            "1960-07-28",
            "28 jul 1960",
            "28 JUL. 1960",
            "Jul 28, 1960",
            "July 28th, 1960",
            "28 de julio de 1960",
            "28 de julio del 1960",
            "28 juillet 1960",
            "28jul1960",
            " 28.7.1960 ",
        ] {
            for language in Language::ALL {
                assert_eq!(typed(text, language), day, "{text}");
            }
        }
    }

    #[test]
    fn the_language_decides_what_comes_first() {
        assert_eq!(typed("04/05/1990", Language::English), Some(date(1990, 4, 5)));
        assert_eq!(typed("04/05/1990", Language::Spanish), Some(date(1990, 5, 4)));
    }

    #[test]
    fn what_is_no_day_for_sure_is_none() {
        for text in
            ["", "4/12/90", "12 April", "1960", "31/02/1960", "13/13/1990", "28 ju 1960", "1/1/0090", "196/1/1960"]
        {
            for language in Language::ALL {
                assert_eq!(typed(text, language), None, "{text}");
            }
        }
    }
}
