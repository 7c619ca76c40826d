//! The names of a row: one person, or two who file together.

use super::fold::folded;
use super::plain::{Plain, plain};
use crate::batch::columns::PersonColumns;
use crate::batch::lexicon::RosterLexicon;
use crate::batch::roster::ClientName;
use crate::batch::table::Row;
use crate::names::known;

/// Signs that join two people in one cell.
const JOINING: [char; 3] = ['&', '/', '+'];

/// Whom the columns of a row name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::batch) struct People {
    /// None, one or two.
    pub names: Vec<ClientName>,
    /// A cell of a name holds a formula or an error.
    pub formula: bool,
}

/// The people of one set of columns.
pub(in crate::batch) fn people(row: &Row, columns: &PersonColumns, lexicon: &RosterLexicon) -> People {
    let mut formula = false;
    let mut text = |columns: &[usize]| {
        let mut parts: Vec<String> = Vec::new();
        for column in columns {
            match plain(row.cell(*column)) {
                Plain::Text(text) if is_name(&text, lexicon) => parts.push(bare(&text)),
                Plain::Formula => formula = true,
                _ => {}
            }
        }
        parts.join(" ")
    };
    let (given, middle, surname) = (text(&columns.given), text(&columns.middle), text(&columns.surname));
    let (suffix, whole) = (text(&columns.suffix), text(columns.whole.get(..1).unwrap_or_default()));
    let names = if given.is_empty() && surname.is_empty() && !whole.is_empty() {
        of_whole(&[whole.as_str(), &suffix].join(" "), lexicon)
    } else {
        of_parts(&given, &middle, &surname, &suffix, lexicon)
    };
    People { names, formula }
}

/// A name without a bullet before it, and without a number in brackets behind it: `Garcia, Ana (1042)`.
fn bare(text: &str) -> String {
    let text = text.trim_start_matches(['-', '*', '•', '·', ' ']).replace('\n', " ");
    let number = text.rsplit_once('(').filter(|(name, number)| {
        let number = number.trim_end().strip_suffix(')').unwrap_or("x");
        !name.trim().is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '#')
    });
    number.map_or(text.trim(), |(name, _)| name.trim()).to_owned()
}

/// Whether a text can be a name: letters, and not mostly digits.
fn is_name(text: &str, lexicon: &RosterLexicon) -> bool {
    let (letters, digits) = text.chars().fold((0, 0), |(letters, digits), c| {
        (letters + u32::from(c.is_alphabetic()), digits + u32::from(c.is_ascii_digit()))
    });
    let formula = text.starts_with(['=', '@', '+']);
    letters > digits && !formula && !lexicon.nameless.has(&folded(text))
}

fn of_parts(given: &str, middle: &str, surname: &str, suffix: &str, lexicon: &RosterLexicon) -> Vec<ClientName> {
    let surname = [surname, suffix].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    if given.is_empty() && middle.is_empty() && surname.is_empty() {
        return Vec::new();
    }
    match (two(given, lexicon), two_by_sign(&surname)) {
        (Some((a, b)), Some((c, d))) => vec![named(a, middle, c), named(b, "", d)],
        (Some((a, b)), None) => vec![named(a, middle, &surname), named(b, "", &surname)],
        _ => vec![named(given, middle, &surname)],
    }
}

fn named(given: &str, middle: &str, surname: &str) -> ClientName {
    let part = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let full = [given, middle, surname].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    ClientName { given: part(given), middle: part(middle), surname: part(surname), full }
}

fn whole(name: &str) -> ClientName {
    ClientName { full: name.split_whitespace().collect::<Vec<_>>().join(" "), ..ClientName::default() }
}

/// A name in one cell. A comma says where the surnames end.
fn of_whole(text: &str, lexicon: &RosterLexicon) -> Vec<ClientName> {
    let (segments, additions) = segments(text, lexicon);
    match segments.as_slice() {
        [] => Vec::new(),
        [one] => without_comma(&with_addition(one, &additions), lexicon),
        [surname, given] => with_comma(&with_addition(surname, &additions), given, lexicon),
        // GARCIA, JUAN & LOPEZ, ANA
        [first, middle, last] if two(middle, lexicon).is_some() => {
            let (given, surname) = two(middle, lexicon).unwrap_or_default();
            vec![named(given, "", first), named(last, "", surname)]
        }
        [surname, given @ ..] => with_comma(&with_addition(surname, &additions), &given.join(" "), lexicon),
    }
}

fn with_addition(text: &str, additions: &[&str]) -> String {
    [&[text], additions].concat().join(" ")
}

/// The parts between commas, and those that are no names: `Smith, John, Jr.` has the suffix apart.
fn segments<'a>(text: &'a str, lexicon: &RosterLexicon) -> (Vec<&'a str>, Vec<&'a str>) {
    let parts = text.split(',').map(str::trim).filter(|part| part.chars().any(char::is_alphabetic));
    let addition =
        |part: &&str| part.split([' ', '.']).filter(|w| !w.is_empty()).all(|word| known(&lexicon.names, word).addition);
    let (additions, names): (Vec<&str>, Vec<&str>) = parts.partition(addition);
    if names.is_empty() { (additions, names) } else { (names, additions) }
}

fn with_comma(surname: &str, given: &str, lexicon: &RosterLexicon) -> Vec<ClientName> {
    match (two(given, lexicon), two_by_sign(surname)) {
        (Some((a, b)), Some((c, d))) => vec![named(a, "", c), named(b, "", d)],
        (Some((a, b)), None) => vec![named(a, "", surname), named(b, "", surname)],
        (None, _) => vec![named(given, "", surname)],
    }
}

/// `John & Jane Smith`, `John Smith & Jane Doe`: a surname that stands once is both's.
fn without_comma(text: &str, lexicon: &RosterLexicon) -> Vec<ClientName> {
    let Some((left, right)) = two(text, lexicon) else { return vec![whole(text)] };
    let (left, right): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    let (a, b) = (given_names(&left, lexicon), given_names(&right, lexicon));
    let joined = |given: &[&str], surname: &[&str]| whole(&[given, surname].concat().join(" "));
    match (left.len() > a, right.len() > b) {
        (false, true) => vec![joined(&left, &right[b..]), joined(&right, &[])],
        (true, false) => vec![joined(&left, &[]), joined(&right, &left[a..])],
        _ => vec![joined(&left, &[]), joined(&right, &[])],
    }
}

/// How many words at the beginning are surely given names: the first, and those that are never surnames.
fn given_names(words: &[&str], lexicon: &RosterLexicon) -> usize {
    1 + words.iter().skip(1).take_while(|word| known(&lexicon.names, word).only_given()).count()
}

/// The two sides of a sign or a word that joins two people.
fn two<'a>(text: &'a str, lexicon: &RosterLexicon) -> Option<(&'a str, &'a str)> {
    two_by_sign(text).or_else(|| two_by_word(text, lexicon))
}

fn two_by_sign(text: &str) -> Option<(&str, &str)> {
    let mut parts = text.split(JOINING).map(str::trim);
    let (a, b) = (parts.next()?, parts.next()?);
    let named = |part: &str| part.chars().any(char::is_alphabetic);
    (parts.next().is_none() && named(a) && named(b)).then_some((a, b))
}

/// `Luis y Ana`: a word that joins, with a given name behind it. `Ortega y Gasset` is one surname.
fn two_by_word<'a>(text: &'a str, lexicon: &RosterLexicon) -> Option<(&'a str, &'a str)> {
    let mut from = 0;
    for word in text.split(' ') {
        let end = from + word.len();
        let (before, after) = (text.get(..from)?.trim(), text.get(end..)?.trim());
        let next = after.split(' ').next().unwrap_or_default();
        let sure = word.eq_ignore_ascii_case("and") || known(&lexicon.names, next).given;
        if lexicon.and.has(&folded(word)) && !before.is_empty() && !next.is_empty() && sure && word.chars().count() < 4
        {
            return Some((before, after));
        }
        from = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::tests::lexicon;

    /// `given|middle|surname`, or the whole name, of each.
    fn shown(names: &[ClientName]) -> Vec<String> {
        let show = |name: &ClientName| match (&name.given, &name.surname) {
            (None, None) => name.full.clone(),
            (given, surname) => [given, &name.middle, surname].map(|p| p.clone().unwrap_or_default()).join("|"),
        };
        names.iter().map(show).collect()
    }

    #[test]
    fn a_comma_says_where_the_surnames_end() {
        for (text, want) in [
            ("GARCIA LOPEZ, MARIA", "MARIA||GARCIA LOPEZ"),
            ("  Okafor ,  Chinedu ", "Chinedu||Okafor"),
            ("María José Núñez Ortega", "María José Núñez Ortega"),
            ("SMITH JR, JOHN", "JOHN||SMITH JR"),
            ("Smith, John, Jr.", "John||Smith Jr."),
            ("John Smith, Jr.", "John Smith Jr."),
            ("Suryani", "Suryani"),
            ("Suryani,", "Suryani"),
            ("Ortega y Gasset, José", "José||Ortega y Gasset"),
            ("José Ortega y Gasset", "José Ortega y Gasset"),
            ("José \"Pepe\" Ramírez", "José \"Pepe\" Ramírez"),
        ] {
            assert_eq!(shown(&of_whole(text, lexicon())), [want], "{text}");
        }
    }

    #[test]
    fn two_people_in_one_cell_are_two() {
        for (text, want) in [
            ("PEREZ SOTO, LUIS & ANA", ["LUIS||PEREZ SOTO", "ANA||PEREZ SOTO"]),
            ("Pérez, Luis y Ana", ["Luis||Pérez", "Ana||Pérez"]),
            ("Silva, João e Maria", ["João||Silva", "Maria||Silva"]),
            ("Smith, John and Doe, Jane", ["John||Smith", "Jane||Doe"]),
            ("John & Jane Smith", ["John Smith", "Jane Smith"]),
            ("Luis y Ana Pérez Soto", ["Luis Pérez Soto", "Ana Pérez Soto"]),
            ("John Smith / Jane Doe", ["John Smith", "Jane Doe"]),
            ("John Smith & Jane", ["John Smith", "Jane Smith"]),
        ] {
            assert_eq!(shown(&of_whole(text, lexicon())), want, "{text}");
        }
        assert_eq!(shown(&of_parts("Luis & Ana", "", "Pérez", "", lexicon())), ["Luis||Pérez", "Ana||Pérez"]);
        assert_eq!(shown(&of_parts("Inês", "", "Sá e Silva", "", lexicon())), ["Inês||Sá e Silva"]);
    }

    #[test]
    fn what_is_around_a_name_goes() {
        for (text, want) in [
            ("• Ana", "Ana"),
            ("-Ana", "Ana"),
            ("Garcia, Ana (1042)", "Garcia, Ana"),
            ("Ana (Anita) Gil", "Ana (Anita) Gil"),
        ] {
            assert_eq!(bare(text), want);
        }
    }

    #[test]
    fn numbers_and_dashes_are_no_names() {
        for text in ["900-70-1111", "12", "N/A", "=A1", "unknown", "?"] {
            assert!(!is_name(text, lexicon()), "{text}");
        }
        assert!(is_name("Bo", lexicon()) && is_name("José 2", lexicon()) && is_name("Мельник", lexicon()));
    }
}
