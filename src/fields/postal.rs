//! What one line of an address looks like: a street with its number, a place with its postal code.
//!
//! Shapes only: whether two lines belong together, and whose address it is, is decided elsewhere.

use super::fold::{Token, tokens};
use super::lexicon::FieldLexicon;

/// Postal abbreviations of states, territories, provinces and military post.
const REGIONS: [&str; 75] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME",
    "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA",
    "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU", "VI", "AS", "MP", "AE",
    "AP", "AA", "FM", "MH", "PW", "ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "NT", "NU", "YT",
];
/// Words that may stand before a postal code: country letters, `CEP`, `C.P.`.
const BEFORE_CODE: [&str; 11] = ["CEP", "CP", "C", "P", "D", "F", "E", "I", "A", "CH", "L"];
/// What quarters of towns begin with.
const QUARTERS: [&str; 9] =
    ["COL", "COLONIA", "FRACC", "FRACCIONAMIENTO", "BARRIO", "BO", "UNIDAD", "RESIDENCIAL", "URB"];
/// What is counted, and follows numbers as places do.
const UNITS: [&str; 10] = ["KWH", "THERMS", "GALLONS", "EUR", "USD", "MXN", "BRL", "CCF", "POINTS", "PTS"];
/// Abbreviations of streets that have less than three letters.
const WAYS: [&str; 10] = ["ST", "AV", "RD", "DR", "LN", "CT", "PL", "PK", "SQ", "HY"];
/// More words are a sentence.
const MOST_WORDS: usize = 10;

fn is_digits(t: &Token) -> bool {
    t.folded.bytes().all(|b| b.is_ascii_digit())
}

fn is_word(t: &Token) -> bool {
    t.folded.chars().count() >= 3 && t.folded.chars().all(char::is_alphabetic)
}

/// A house number and a word, or a post office box.
pub(super) fn starts_as_street(text: &str) -> bool {
    let words = tokens(text);
    let number = words.first().is_some_and(|t| t.folded.len() <= 6 && is_digits(t));
    let word = words.iter().skip(1).any(is_word) || is_numbered_street(&words);
    let pobox = words.len() >= 3 && words[0].folded == "P" && words[1].folded == "O" && words[2].folded == "BOX"
        || words.len() >= 2 && words[0].folded == "PO" && words[1].folded == "BOX";
    let dated = text.matches('/').count() >= 2;
    // `6th Floor` is a part of a house.
    let ordinal = words.get(..2).is_some_and(is_ordinal);
    (number && word && !ordinal || pobox) && !dated && text.chars().count() <= 90
}

/// `6314 W 14TH ST`, `120 E ST`: behind the number of the house a street that has a number or a letter for its name, and
/// an abbreviation behind it.
fn is_numbered_street(words: &[Token]) -> bool {
    let is_way = |t: &Token| WAYS.contains(&t.folded.as_str());
    let single = |t: &Token| t.folded.chars().count() == 1 && t.folded.chars().all(char::is_alphabetic);
    let behind = words.get(1..).unwrap_or_default();
    behind.windows(3).any(|w| is_ordinal(&w[..2]) && is_way(&w[2]))
        || behind.windows(2).any(|w| single(&w[0]) && is_way(&w[1]))
}

/// `14TH`: a number and its ending, in two tokens.
fn is_ordinal(pair: &[Token]) -> bool {
    let ending = |word: &str| matches!(word, "ST" | "ND" | "RD" | "TH");
    matches!(pair, [number, end] if is_digits(number) && number.end == end.start && ending(&end.folded))
}

/// A street as other countries write it: the number before or behind its name, perhaps with a floor or a quarter.
pub(super) fn is_street(text: &str, lexicon: &FieldLexicon) -> bool {
    let words = tokens(text);
    let named = words.first().is_some_and(|t| t.folded.chars().all(char::is_alphabetic)) && words.iter().any(is_word);
    let numbered = words.iter().skip(1).any(|t| is_digits(t) && t.folded.len() <= 5);
    let plain = text.chars().all(|c| c.is_alphanumeric() || " .,-'’º°ª/#&".contains(c)) && !has_a_sum(text, &words);
    let dated = text.matches('/').count() >= 2 || has_a_month(&words, lexicon);
    let fits = words.len() <= MOST_WORDS && text.chars().count() <= 70 && plain && !dated;
    fits && (starts_as_street(text) || named && numbered)
}

/// The name of a month between numbers. Alone it is a word like another: `DES` is one, and stands in many streets.
fn has_a_month(words: &[Token], lexicon: &FieldLexicon) -> bool {
    let number = |i: Option<usize>| i.and_then(|i| words.get(i)).is_some_and(is_digits);
    (0..words.len()).any(|i| {
        let beside = number(i.checked_sub(1)) && number(Some(i + 1)) || number(Some(i + 1)) && number(Some(i + 2));
        beside && lexicon.month(&words[i].folded).is_some()
    })
}

/// `12.50`, `1 180 kWh`: what is counted or paid, and no address.
fn has_a_sum(text: &str, words: &[Token]) -> bool {
    let joined = |i: usize, c: &str| {
        words
            .get(i + 1)
            .is_some_and(|b| text.get(words[i].end..b.start) == Some(c) && is_digits(b) && b.folded.len() == 2)
    };
    (0..words.len()).any(|i| is_digits(&words[i]) && (joined(i, ".") || joined(i, ",")))
}

/// `CITY, ST 12345`, `CITY ST 12345-6789`, `City, ON K1A 0B1`. Spaces inside the code are tolerated.
pub(super) fn ends_in_region(text: &str) -> bool {
    let words = tokens(text);
    let is_region = |i: usize| words.get(i).is_some_and(|t| REGIONS.contains(&t.folded.as_str()));
    (1..words.len()).rev().take(8).any(|i| {
        let rest: String = words[i + 1..].iter().map(|t| t.folded.as_str()).collect();
        let city = words[..i].iter().any(is_word);
        let zip = matches!(rest.len(), 5 | 9) && rest.bytes().all(|b| b.is_ascii_digit());
        // Letters and digits in turn: `DE ARAUJO` is no Delaware.
        let in_turn = |(at, b): (usize, u8)| if at % 2 == 0 { b.is_ascii_uppercase() } else { b.is_ascii_digit() };
        let canadian = rest.len() == 6 && rest.bytes().enumerate().all(in_turn);
        is_region(i) && city && (zip || canadian)
    })
}

/// Ends in a postal code of the United States: five or nine digits after the abbreviation of a state.
pub(super) fn is_american(text: &str) -> bool {
    ends_in_region(text) && tokens(text).last().is_some_and(is_digits)
}

/// A postal code and a place as other countries write them: `69003 LYON`, `CEP 01310-100 SÃO PAULO SP`, `1012 AB
/// Amsterdam`, `London SW1A 1AA`.
pub(super) fn is_place(text: &str, lexicon: &FieldLexicon) -> bool {
    let words = tokens(text);
    let plain = text.chars().all(|c| c.is_alphanumeric() || " .,-'’()/".contains(c)) && !has_a_sum(text, &words);
    if !(2..=MOST_WORDS).contains(&words.len()) || !plain || words.iter().any(|t| lexicon.is_no_name(&t.folded)) {
        return false;
    }
    let skipped = words.iter().take(2).take_while(|t| BEFORE_CODE.contains(&t.folded.as_str())).count();
    british(&words) || code_first(text, &words[skipped..], lexicon)
}

/// Four or five digits, or two groups of digits joined by a hyphen, and then a word.
fn code_first(text: &str, words: &[Token], lexicon: &FieldLexicon) -> bool {
    let Some(code) = words.first().filter(|t| is_digits(t)) else { return false };
    let joined = words.get(1).filter(|t| is_digits(t) && text.get(code.end..t.start) == Some("-"));
    let length = code.folded.len() + joined.map_or(0, |t| t.folded.len());
    let after = &words[1 + usize::from(joined.is_some())..];
    let is_code = matches!((length, joined.is_some()), (4 | 5, false) | (5 | 7 | 8, true));
    let month = length == 4 && after.iter().take(2).any(|t| lexicon.month(&t.folded).is_some());
    let dutch = after.first().is_some_and(|t| t.folded.len() == 2 && code.folded.len() == 4);
    let is_town = |t: &Token| is_word(t) && !UNITS.contains(&t.folded.as_str());
    // An article stands before the names of some towns: `15004 A Coruña`.
    let article = after.first().is_some_and(|t| matches!(t.folded.as_str(), "A" | "O" | "LA" | "EL" | "LE"));
    let place = after.get(usize::from(dutch || article)).is_some_and(is_town);
    is_code && place && !month && after.iter().all(|t| !is_digits(t) || t.folded.len() <= 2)
}

/// Ends in a postcode of the United Kingdom, `SW1A 1AA`, behind a word.
fn british(words: &[Token]) -> bool {
    (2..=5).filter(|n| *n < words.len()).any(|n| {
        let (town, code) = words.split_at(words.len() - n);
        let joined: Vec<u8> = code.iter().flat_map(|t| t.folded.bytes()).collect();
        let shape: String = joined.iter().map(|b| if b.is_ascii_digit() { '9' } else { 'A' }).collect();
        matches!(shape.as_str(), "A99AA" | "A999AA" | "AA99AA" | "AA999AA" | "A9A9AA" | "AA9A9AA")
            && town.iter().any(is_word)
    })
}

/// A quarter with the postal code behind it, as Mexican addresses have it between street and town: `COL. CENTRO 72000`.
pub(super) fn is_quarter(text: &str) -> bool {
    let words = tokens(text);
    let quarter = words.first().is_some_and(|t| QUARTERS.contains(&t.folded.as_str()));
    let code = words.last().is_some_and(|t| is_digits(t) && t.folded.len() == 5);
    quarter && code && words.len() <= MOST_WORDS && words.iter().any(is_word)
}

/// A town with its region and no number: `PUEBLA, PUE.`.
pub(super) fn is_town_line(text: &str) -> bool {
    let words = tokens(text);
    let plain = text.chars().all(|c| c.is_alphabetic() || " .,-'".contains(c));
    plain && (1..=6).contains(&words.len()) && words.iter().any(is_word)
}

/// Whether one line holds street and place: `12 quai des Saules, 69002 LYON`.
pub(super) fn is_whole(text: &str, lexicon: &FieldLexicon) -> bool {
    starts_as_street(text) && ends_in_region(text)
        || text.rsplit_once(',').is_some_and(|(street, place)| is_street(street, lexicon) && is_place(place, lexicon))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;

    fn lexicon() -> FieldLexicon {
        FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap()
    }

    #[test]
    fn cities_with_regions_are_known() {
        for text in [
            "ANYTOWN, CA 95818",
            "RICHMOND,VA 23220",
            "DES MOINES, IA 50301-1234",
            "6364 LILLA TURNPIKE, AUERCHESTER, OH 30 731",
            "Ottawa, ON K1A 0B1",
        ] {
            assert!(ends_in_region(text), "{text}");
        }
        for text in ["CLASS C", "EXP 08/31/2014", "CA 95818", "ANYTOWN, ZZ 95818", "1 MAGALHAES DE ARAUJO"] {
            assert!(!ends_in_region(text), "{text}");
        }
    }

    #[test]
    fn streets_begin_with_a_number() {
        assert!(starts_as_street("2570 24TH STREET") && starts_as_street("P.O. Box 12"));
        assert!(
            starts_as_street("6314 W 14TH ST") && starts_as_street("6314W14TH ST") && starts_as_street("12 E ST NW")
        );
        assert!(!starts_as_street("12 W 14") && !starts_as_street("4 X 10 ST") && !starts_as_street("14TH ST"));
        assert!(!starts_as_street("6th Floor") && !starts_as_street("2ND APARTMENT"));
        assert!(!starts_as_street("11/07/2016 4b Exp 01/12/2021") && !starts_as_street("ELM STREET"));
    }

    #[test]
    fn streets_and_places_of_other_countries_are_known() {
        let l = lexicon();
        for text in ["131 RUE DES LILAS", "Lindenstraße 12", "CALLE GRANADA 12 3B", "RUA DAS FLORES 120 APTO 4"] {
            assert!(is_street(text, &l), "{text}");
        }
        for text in [
            "69003 LYON",
            "80339 München",
            "44100 GUADALAJARA, JAL.",
            "CEP 01310-100 SAO PAULO SP",
            "1012 AB Amsterdam",
            "00-950 Warszawa",
            "London SW1A 1AA",
            "F-69003 Lyon",
        ] {
            assert!(is_place(text, &l), "{text}");
        }
        assert!(is_whole("12 quai des Saules, 69002 LYON", &l));
    }

    #[test]
    fn sums_dates_and_meters_are_no_address() {
        let l = lexicon();
        for text in ["1180 kWh", "12 mars 2024", "Verbrauch 1180", "2024 TOTAL", "20 décembre", "Energy 12.50"] {
            assert!(!is_place(text, &l), "{text}");
        }
        for text in ["Cargo fijo 12.50", "12 mars 2024", "TVA 20 %", "Facture du 12/03/2024"] {
            assert!(!is_street(text, &l), "{text}");
        }
    }
}
