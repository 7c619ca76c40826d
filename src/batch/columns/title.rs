//! The title of one column → what the column holds, and whose it is.

use crate::batch::cells::dates::Order;
use crate::batch::cells::fold::{folded, spaced_humps};
use crate::batch::lexicon::{Phrases, RosterLexicon, Title};

/// Whose a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// The client's, or the taxpayer's.
    First,
    /// The spouse's.
    Second,
}

/// Which of several addresses of a client, the one that counts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Home,
    Unnamed,
    Mailing,
}

/// What the title of a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    /// What the column holds.
    pub title: Title,
    /// Whose it is; `None` where the title does not say.
    pub person: Option<Person>,
    /// Which address it belongs to.
    pub place: Place,
    /// Only the last four digits are there.
    pub last_four: bool,
    /// Which of two numbers of a date is the month.
    pub order: Option<Order>,
}

/// What a title says; `None` for a column that is nobody's.
pub(super) fn heading(title: &str, lexicon: &RosterLexicon) -> Option<Heading> {
    let written = [folded(title), folded(&without_brackets(title)), folded(&spaced_humps(title))];
    let mut heading = written.iter().find_map(|text| of_words(&one_word_states(text), lexicon))?;
    heading.order = order(title);
    Some(heading)
}

/// Whose columns a cell above the header opens: `Taxpayer`, `Spouse`.
pub(super) fn person(title: &str, lexicon: &RosterLexicon) -> Option<Person> {
    let words = folded(title);
    let words: Vec<&str> = words.split(' ').collect();
    let is = |phrases: &Phrases| {
        let (rest, some) = phrases.without(&words);
        some && rest.iter().all(|word| lexicon.noise.has(word))
    };
    if is(&lexicon.second) { Some(Person::Second) } else { is(&lexicon.first).then_some(Person::First) }
}

fn of_words(text: &str, lexicon: &RosterLexicon) -> Option<Heading> {
    let plain = |title| Heading { title, person: None, place: Place::Unnamed, last_four: false, order: None };
    if text.is_empty() {
        return None;
    }
    if let Some(title) = lexicon.column(text) {
        return Some(plain(title));
    }
    let words: Vec<&str> = text.split(' ').collect();
    if let Some(heading) = numbered_address(&words, lexicon) {
        return Some(Heading { place: heading.place.min(Place::Unnamed), ..heading });
    }
    let (rest, second) = lexicon.second.without(&words);
    let (rest, first) = lexicon.first.without(&rest);
    let person = match (first, second) {
        (_, true) => Some(Person::Second),
        (true, false) => Some(Person::First),
        (false, false) => None,
    };
    if let Some(title) = lexicon.column(&rest.join(" ")) {
        return Some(Heading { person, ..plain(title) });
    }
    if lexicon.nobody.is_among(&words) {
        return None;
    }
    let (rest, home) = lexicon.home.without(&rest);
    let (rest, mailing) = lexicon.mailing.without(&rest);
    let (rest, last_four) = lexicon.last_four.without(&rest);
    let place = if home { Place::Home } else { Place::Unnamed };
    let place = if mailing { Place::Mailing } else { place };
    let title = lookup(&rest, lexicon).or_else(|| alone(&rest, person, last_four))?;
    let is_number = matches!(title, Title::Itin | Title::TaxNumber | Title::IdOrItin);
    (is_number || !last_four).then_some(Heading { person, place, last_four, ..plain(title) })
}

/// The words as they are, then without those that change nothing.
fn lookup(words: &[&str], lexicon: &RosterLexicon) -> Option<Title> {
    let without_noise = || lexicon.noise.without(words).0.join(" ");
    lexicon.column(&words.join(" ")).or_else(|| lexicon.column(&without_noise()))
}

/// `Spouse`, `TP`: the name of that person. `Last 4`: of the number.
fn alone(words: &[&str], person: Option<Person>, last_four: bool) -> Option<Title> {
    match person {
        _ if !words.is_empty() => None,
        _ if last_four => Some(Title::Itin),
        Some(_) => Some(Title::WholeName),
        None => None,
    }
}

/// `Address 1 - Street`: the first of several addresses with parts of its own. The others are nobody's.
fn numbered_address(words: &[&str], lexicon: &RosterLexicon) -> Option<Heading> {
    let ["address", "1", rest @ ..] = words else { return None };
    if rest.is_empty() {
        return None;
    }
    of_words(&rest.join(" "), lexicon)
}

/// `U.S.` as `us`.
fn one_word_states(text: &str) -> String {
    let padded = format!(" {text} ");
    padded.replace(" u s a ", " usa ").replace(" u s ", " us ").trim().to_owned()
}

/// A title without what stands in brackets.
fn without_brackets(title: &str) -> String {
    let mut depth = 0_u32;
    let keep = |c: &char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    title.chars().filter(keep).collect()
}

/// `DOB (DD/MM/YYYY)`: which number is the month.
fn order(title: &str) -> Option<Order> {
    let text = folded(title);
    let words: Vec<&str> = text.split(' ').collect();
    let is = |word: &str, letters: &[char]| {
        !word.is_empty() && word.len() <= 2 && word.chars().all(|c| letters.contains(&c))
    };
    words.windows(2).find_map(|pair| {
        let (day, month) = (
            |word| is(word, &['d']) || word == "day" || word == "dia",
            |word| is(word, &['m']) || word == "month" || word == "mes",
        );
        if day(pair[0]) && month(pair[1]) {
            Some(Order::DayFirst)
        } else if month(pair[0]) && day(pair[1]) {
            Some(Order::MonthFirst)
        } else {
            order_in_one(pair[1]).or_else(|| order_in_one(pair[0]))
        }
    })
}

/// `MMDDYYYY` in one word.
fn order_in_one(word: &str) -> Option<Order> {
    match word {
        "ddmmyyyy" | "ddmmaaaa" | "ddmmyy" => Some(Order::DayFirst),
        "mmddyyyy" | "mmddaaaa" | "mmddyy" => Some(Order::MonthFirst),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::tests::lexicon;

    fn of(title: &str) -> Option<Heading> {
        heading(title, lexicon())
    }

    #[test]
    fn titles_of_many_programs_are_known() {
        for (title, want) in [
            ("client_id", Title::Client),
            ("N.º cliente", Title::Client),
            ("Client No.", Title::Client),
            ("Núm.", Title::OtherId),
            ("First Name", Title::Given),
            ("Nombre(s)", Title::Given),
            ("FirstName", Title::Given),
            ("Client First Name *", Title::Given),
            ("MI", Title::Middle),
            ("Apellido paterno", Title::Surname),
            ("Apellido materno", Title::SecondSurname),
            ("Name", Title::Name),
            ("Nombre completo", Title::WholeName),
            ("Last Name, First Name", Title::WholeName),
            ("Customer", Title::ClientOrName),
            ("SSN/ITIN", Title::Itin),
            ("ITIN (9 digits)", Title::Itin),
            ("Government ID Number", Title::TaxNumber),
            ("DOB (MM/DD/YYYY)", Title::BirthDate),
            ("Fecha de\nnacimiento", Title::BirthDate),
            ("Data Nascimento", Title::BirthDate),
            ("Home Street", Title::Line),
            ("Address 1 - Street", Title::Line),
            ("Dirección completa", Title::Line),
            ("Endereço", Title::Line),
            ("C.P.", Title::PostalCode),
            ("ST", Title::Region),
            ("Reside en", Title::Path),
            ("Vive en EE. UU.", Title::InUs),
            ("Outside the U.S.?", Title::OutsideUs),
            ("Fecha de la llamada", Title::CallDate),
            ("Cita", Title::CallDate),
        ] {
            assert_eq!(of(title).map(|h| h.title), Some(want), "{title}");
        }
    }

    #[test]
    fn what_is_of_somebody_else_is_nobodys() {
        for title in [
            "Preparer First Name",
            "E-mail Address",
            "Business Street",
            "Anniversary",
            "Last Contact",
            "Spouse Phone",
            "Notes",
            "",
            "Address 2 - Street",
            "Mother's maiden name",
            "Place of birth",
            "Passport No.",
            "Internal notes",
            "Filing Status",
            "42",
        ] {
            assert_eq!(of(title), None, "{title}");
        }
    }

    #[test]
    fn the_spouse_has_columns_of_her_own() {
        for (title, want) in [
            ("SP First", Title::Given),
            ("Spouse SSN", Title::TaxNumber),
            ("Spouse", Title::WholeName),
            ("Fecha de nacimiento del cónyuge", Title::BirthDate),
        ] {
            let heading = of(title).unwrap();
            assert_eq!((heading.title, heading.person), (want, Some(Person::Second)), "{title}");
        }
        assert_eq!(of("TP DOB").unwrap().person, Some(Person::First));
        assert_eq!(of("DOB").unwrap().person, None);
        assert_eq!(person("Spouse", lexicon()), Some(Person::Second));
        assert_eq!(person("", lexicon()), None);
    }

    #[test]
    fn a_title_may_say_more() {
        assert!(
            of("Últimos 4 del ITIN").unwrap().last_four
                && of("Last 4 SSN").unwrap().last_four
                && of("ITIN (last four)").unwrap().last_four
        );
        assert_eq!(of("DOB (DD/MM/YYYY)").unwrap().order, Some(Order::DayFirst));
        assert_eq!(of("Birth date mm-dd-yy").unwrap().order, Some(Order::MonthFirst));
        assert_eq!(of("Fecha nac. (D/M/A)").unwrap().order, Some(Order::DayFirst));
        assert_eq!(of("Home City").unwrap().place, Place::Home);
        assert_eq!(of("Mailing Address").unwrap().place, Place::Mailing);
    }
}
