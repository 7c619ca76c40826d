//! Laws, checked on many invented addresses.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

const NAMES: [&str; 14] = [
    "Larkin",
    "Old Mill",
    "Cañada",
    "Saint Anne",
    "Fort Hill",
    "5th",
    "21st",
    "O'Dell",
    "Lake Shore",
    "Kings Creek",
    "K",
    "Martin Luther King",
    "North Shore",
    "Camino Real",
];
const SUFFIXES: [&str; 12] = ["St", "Ave", "Blvd", "Ct", "Dr", "Ln", "Pkwy", "Pl", "Rd", "Ter", "Trl", "Way"];
const DIRECTIONS: [&str; 8] = ["N", "S", "E", "W", "NE", "NW", "SE", "SW"];
const CITIES: [&str; 8] =
    ["Reno", "Saint Louis", "Las Cruces", "Fort Wayne", "North Platte", "Cañon City", "New York", "Winston-Salem"];
const STATES: [&str; 10] = ["NV", "MO", "NM", "IN", "NE", "CO", "NY", "NC", "WA", "TX"];

/// An address in the United States, in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts {
    number: String,
    before: String,
    name: String,
    suffix: String,
    unit: String,
    city: String,
    state: String,
    zip: String,
}

impl Parts {
    fn line1(&self) -> String {
        let unit = if self.unit.is_empty() { String::new() } else { format!("Apt {}", self.unit) };
        let parts = [&self.number, &self.before, &self.name, &self.suffix, &unit];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    fn record(&self) -> String {
        format!("{}|{}|{}|{}|US", self.line1(), self.city, self.state, self.zip)
    }

    fn printed(&self) -> String {
        format!("{} / {}, {} {}", self.line1(), self.city, self.state, self.zip)
    }
}

fn words(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(list).prop_map(str::to_owned)
}

fn addresses() -> impl Strategy<Value = Parts> {
    let number = prop_oneof![4 => "[1-9][0-9]{0,4}", 1 => "[1-9][0-9]{1,2}-[1-9][0-9]"];
    let before = prop_oneof![2 => Just(String::new()), 1 => words(&DIRECTIONS)];
    let unit = prop_oneof![1 => Just(String::new()), 1 => "[1-9][0-9]{0,2}", 1 => "[1-9][A-DF-H]", 1 => "[A-DF-H]"];
    let line = (number, before, words(&NAMES), words(&SUFFIXES), unit);
    (line, words(&CITIES), words(&STATES), "[0-9]{5}").prop_map(
        |((number, before, name, suffix, unit), city, state, zip)| Parts {
            number,
            before,
            name,
            suffix,
            unit,
            city,
            state,
            zip,
        },
    )
}

/// A letter or digit of a text replaced by another of its kind.
fn spoiled(text: &str, at: usize, by: usize) -> Option<String> {
    let places: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(i, _)| i).collect();
    let place = *places.get(at.checked_rem(places.len())?)?;
    let digit = text[place..=place].parse::<usize>().ok()?;
    let other = (digit + 1 + by % 9) % 10;
    Some(format!("{}{other}{}", &text[..place], &text[place + 1..]))
}

fn without_marks(text: &str) -> String {
    text.replace('ñ', "n").replace('\'', "")
}

proptest! {
    #[test]
    fn an_address_equals_itself(address in addresses()) {
        prop_assert_eq!(judged(&address.record(), &address.printed()).relation, Relation::Exact);
    }

    #[test]
    fn capitals_without_marks_and_one_line_are_the_same_address(address in addresses()) {
        let record = address.record();
        let plain = without_marks(&address.printed()).to_uppercase();
        prop_assert!(accepts(&record, &plain), "{} {}", record, plain);
        let line = plain.replace(" / ", " ").replace(',', "");
        prop_assert!(accepts(&record, &line), "{} {}", record, line);
        prop_assert!(accepts(&record, &format!("Mailing address: {line}-2210")), "{} {}", record, line);
    }

    #[test]
    fn no_digit_is_ever_put_right(address in addresses(), at in 0..99_usize, by in 0..99_usize) {
        let mut other = address.clone();
        for part in [&mut other.number, &mut other.unit, &mut other.zip] {
            let whole = part.clone();
            let Some(changed) = spoiled(part, at, by) else { continue };
            *part = changed;
            let printed = other_printed(&address, part, &whole);
            prop_assert!(!accepts(&address.record(), &printed), "{} {}", address.record(), printed);
            *part = whole;
        }
    }

    #[test]
    fn what_is_missing_is_never_passed_over(address in addresses()) {
        let record = address.record();
        let without = |part: fn(&mut Parts) -> &mut String| {
            let mut other = address.clone();
            let taken = std::mem::take(part(&mut other));
            (taken, other)
        };
        let parts: [fn(&mut Parts) -> &mut String; 8] = [
            |p| &mut p.number, |p| &mut p.before, |p| &mut p.name, |p| &mut p.suffix, |p| &mut p.unit, |p| &mut p.city,
            |p| &mut p.state, |p| &mut p.zip,
        ];
        for part in parts {
            let (taken, other) = without(part);
            // New York need stand once
            if taken.is_empty() || address.city == "New York" && (taken == "NY" || taken == "New York") {
                continue;
            }
            prop_assert!(!accepts(&record, &other.printed()), "{} {}", record, other.printed());
            prop_assert!(!accepts(&other.record(), &address.printed()), "{} {}", other.record(), address.printed());
        }
    }

    #[test]
    fn it_does_not_matter_which_side_is_the_record(a in addresses(), b in addresses(), part in 0..8_usize) {
        let mut other = a.clone();
        let parts: [fn(&mut Parts, Parts); 8] = [
            |p, b| p.number = b.number, |p, b| p.before = b.before, |p, b| p.name = b.name, |p, b| p.suffix = b.suffix,
            |p, b| p.unit = b.unit, |p, b| p.city = b.city, |p, b| p.state = b.state, |p, b| p.zip = b.zip,
        ];
        parts[part](&mut other, b);
        let there = accepts(&a.record(), &other.printed().to_uppercase());
        let back = accepts(&other.record(), &a.printed().to_uppercase());
        prop_assert_eq!(there, back, "{} {}", a.record(), other.record());
        prop_assert_eq!(there, a == other, "{} {}", a.record(), other.record());
    }

    #[test]
    fn any_text_gets_an_answer_with_its_sentences(
        record in "[ -~À-ž#/½º]{0,40}", city in "[ -~]{0,12}", zip in "[0-9A-Z -]{0,8}", printed in "\\PC{0,120}",
        country in select(&["US", "MX", "BR", "CO", "DE", "FR", "GB", "CA", "AU", "JP", "PH", "IN", "PL", "TR", "", "QQ"][..]),
    ) {
        let plain = |text: &str| text.replace('|', " ");
        let record = format!("{}|{}||{}|{country}", plain(&record), plain(&city), zip);
        for text in [printed.as_str(), &record.replace('|', " / ")] {
            judged(&record, text).reasons.iter().for_each(check_sentence);
        }
    }
}

/// The address with one part replaced.
fn other_printed(address: &Parts, changed: &str, whole: &str) -> String {
    let mut other = address.clone();
    for part in [&mut other.number, &mut other.unit, &mut other.zip] {
        if part == whole {
            changed.clone_into(part);
            break;
        }
    }
    other.printed()
}
