//! What holds of every comparison of addresses.

mod generated;
mod kinds;
mod laws;
mod lexicon;

use std::sync::LazyLock;

use super::*;
use crate::assets::Assets;

/// The lexicon, read once.
static LEXICON: LazyLock<AddressLexicon> =
    LazyLock::new(|| AddressLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap());

/// Compares a record in its five parts with a printed address.
fn judged(record: &str, printed: &str) -> AddressVerdict {
    compare(&LEXICON, &Address::parse(record).unwrap(), printed)
}

/// Whether an address passes without a person looking at it.
fn accepts(record: &str, printed: &str) -> bool {
    judged(record, printed).relation <= Relation::FormatOnly
}

#[test]
fn the_worst_difference_comes_first_and_decides() {
    let said = judged("8 Fir St Apt 2|Reno|NV|89501|US", "9 Fir Street / Reno, NV");
    let codes: Vec<&str> = said.reasons.iter().map(|reason| reason.code.code()).collect();
    assert_eq!(codes, ["number-differs", "postal-code-missing", "unit-missing", "abbreviation"]);
    assert_eq!(said.relation, Relation::Mismatch);
    assert_eq!((said.reasons[0].record.as_str(), said.reasons[0].document.as_str()), ("8", "9"));
}

#[test]
fn texts_that_are_no_address_get_an_answer() {
    for text in [
        "",
        " ",
        "\0\0",
        "/",
        "#",
        "****",
        "Apt",
        "PO Box",
        "12",
        "A".repeat(100_000).as_str(),
        "1 ".repeat(9_000).as_str(),
    ] {
        assert!(!accepts("8 Fir St|Reno|NV|89501|US", text), "{text:.20}");
        judged(&format!("{}||||", text.replace('|', "")), text);
    }
}

#[test]
fn an_empty_record_is_never_accepted() {
    for text in ["", "8 Fir St / Reno, NV 89501"] {
        assert!(!accepts("||||", text));
    }
}

/// Keys and texts of a file of sentences.
fn sentences(file: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let Some((key, text)) = line.split_once(" = ") else { continue };
        let key = match key.trim_start().strip_prefix('.') {
            Some(attribute) => format!("{}.{attribute}", found.last().map_or("", |(key, _)| key.as_str())),
            None => key.to_owned(),
        };
        found.push((key, text.to_owned()));
    }
    found
}

const EN: &str = include_str!("../../assets/locales/en/addresses.ftl");
const ES: &str = include_str!("../../assets/locales/es/addresses.ftl");

#[test]
fn every_difference_has_its_sentence_in_both_languages() {
    let keys = |file: &str| sentences(file).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    assert_eq!(keys(EN), keys(ES));
    for difference in Difference::ALL {
        assert!(keys(EN).contains(&format!("address-{difference}")), "{difference}");
    }
}

/// What a sentence names must be there: it may not speak of the record's words where the record has none.
fn check_sentence(reason: &AddressReason) {
    for file in [EN, ES] {
        let (_, text) = sentences(file).into_iter().find(|(key, _)| *key == reason.key()).unwrap_or_else(|| {
            panic!("there is no sentence {} for {reason:?}", reason.key());
        });
        assert!(!text.contains("$record") || !reason.record.is_empty(), "{reason:?}: {text}");
        assert!(!text.contains("$document") || !reason.document.is_empty(), "{reason:?}: {text}");
    }
}
