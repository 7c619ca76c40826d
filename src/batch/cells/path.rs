//! Where a client lives, by a word, a country, or yes and no.

use super::fold::folded;
use crate::batch::columns::PathColumn;
use crate::batch::lexicon::RosterLexicon;
use crate::record::Path;

/// What a cell says; `None` where it cannot be told.
pub(in crate::batch) fn path(text: &str, column: PathColumn, lexicon: &RosterLexicon) -> Option<Path> {
    let text = folded(text);
    let answer = match (lexicon.yes.has(&text), lexicon.no.has(&text)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    match (column, answer) {
        (PathColumn::InUs, Some(true)) | (PathColumn::OutsideUs, Some(false)) => return Some(Path::Us),
        (PathColumn::InUs, Some(false)) | (PathColumn::OutsideUs, Some(true)) => return Some(Path::OutsideUs),
        _ => {}
    }
    let words: Vec<&str> = text.split(' ').collect();
    let plain = lexicon.path_noise.without(&words).0.join(" ");
    let says = |known: &dyn Fn(&str) -> bool| known(&text) || !plain.is_empty() && known(&plain);
    if says(&|text| lexicon.us.has(text)) {
        return Some(Path::Us);
    }
    if says(&|text| lexicon.outside.has(text)) {
        return Some(Path::OutsideUs);
    }
    let states = lexicon.us.is_among(&words);
    let mut plain = plain.split(' ');
    let country = plain.next().is_some_and(|word| lexicon.is_country(word)) || lexicon.country_codes.has(&text);
    (country && !states && words.len() <= 3).then_some(Path::OutsideUs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::tests::lexicon;

    #[test]
    fn words_countries_and_answers_are_read() {
        let of = |text: &str, column| path(text, column, lexicon());
        for text in
            ["us", "USA", "EE. UU.", "Estados Unidos", "the United States of America", "in the US", "Dentro de EE. UU."]
        {
            assert_eq!(of(text, PathColumn::Place), Some(Path::Us), "{text}");
        }
        for text in [
            "outside-us",
            "outside US",
            "Fuera de EE. UU.",
            "abroad",
            "México",
            "Mexico",
            "España",
            "Brasil",
            "El Salvador",
            "fora dos EUA",
        ] {
            assert_eq!(of(text, PathColumn::Place), Some(Path::OutsideUs), "{text}");
        }
        for text in ["yes", "maybe", "12 Elm St", "both", "CA", ""] {
            assert_eq!(of(text, PathColumn::Place), None, "{text}");
        }
        assert_eq!(of("sí", PathColumn::InUs), Some(Path::Us));
        assert_eq!(of("N", PathColumn::InUs), Some(Path::OutsideUs));
        assert_eq!(of("yes", PathColumn::OutsideUs), Some(Path::OutsideUs));
        assert_eq!(of("Mexico", PathColumn::InUs), Some(Path::OutsideUs));
    }
}
