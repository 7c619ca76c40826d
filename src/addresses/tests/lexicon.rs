//! What the lexicon says must not contradict itself, whoever adds to it.

use std::collections::BTreeMap;

use super::*;
use crate::addresses::phrases::lines;

fn file(name: &str) -> BTreeMap<String, toml::Value> {
    let assets = Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
    assets.toml(&format!("lexicon/addresses/{name}.toml")).unwrap()
}

/// Every list of a file with its name.
fn lists(name: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (key, value) in file(name) {
        match value {
            toml::Value::String(text) => found.push((key, text)),
            toml::Value::Table(table) => {
                found.extend(
                    table.into_iter().map(|(list, text)| (format!("{key}.{list}"), text.as_str().unwrap().to_owned())),
                );
            }
            other => panic!("{key}: {other:?}"),
        }
    }
    found
}

const FILES: [&str; 7] = ["english", "units", "streets", "places", "regions", "countries", "words"];

#[test]
fn all_words_are_folded() {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || " #/:;\n-".contains(c);
    for (list, text) in FILES.iter().flat_map(|name| lists(name)) {
        let odd: String =
            text.chars().filter(|c| !plain(*c) && *c != '〒' && *c != 'ß' && !c.is_ascii_lowercase()).collect();
        assert_eq!(odd, "", "{list}");
    }
}

#[test]
fn a_form_means_one_thing_in_its_list() {
    let grouped = ["words.", "abbreviations", "aliases", "towns", "both_exist", "small", "streets", "translations"];
    for (list, text) in FILES.iter().flat_map(|name| lists(name)) {
        if grouped.iter().any(|open| list.starts_with(open)) && !list.contains("words.words") {
            continue;
        }
        let mut codes: BTreeMap<String, String> = BTreeMap::new();
        for (code, forms) in lines(&text) {
            for form in forms {
                let before = codes.insert(form.to_owned(), code.to_owned());
                assert!(before.is_none_or(|before| before == code), "{list}: {form} means {code} and something else");
            }
        }
    }
}

#[test]
fn the_suffixes_and_states_of_the_standard_are_whole() {
    let count = |name: &str, list: &str| {
        let (_, text) = lists(name).into_iter().find(|(found, _)| found == list).unwrap();
        lines(&text).count()
    };
    // Publication 28: 205 standard suffixes, 59 states, territories and military "states" and freely associated ones
    assert!(count("english", "suffixes") >= 200, "{}", count("english", "suffixes"));
    assert_eq!(count("regions", "US.words"), 62);
    assert_eq!(count("regions", "CA.words"), 13);
    assert_eq!(count("regions", "MX.words"), 33);
    assert_eq!(count("regions", "BR.words"), 27);
}

#[test]
fn every_language_of_a_country_is_known() {
    for (country, languages) in LEXICON.countries_with_languages() {
        for language in languages {
            let known = LEXICON.units.contains_key(language) || LEXICON.streets.contains_key(language);
            assert!(known, "{country}: {language}");
        }
    }
}

/// Every form of every suffix is the same street as its standard form, and as no other suffix.
#[test]
fn each_suffix_is_accepted_in_all_its_forms_and_for_no_other() {
    let (_, text) = lists("english").into_iter().find(|(list, _)| list == "suffixes").unwrap();
    let all: Vec<(String, Vec<String>)> =
        lines(&text).map(|(code, forms)| (code.to_owned(), forms.map(str::to_owned).collect())).collect();
    for (at, (code, forms)) in all.iter().enumerate() {
        let record = format!("12 Larkin {code}|Boise|ID|83702|US");
        for form in forms {
            assert!(accepts(&record, &format!("12 Larkin {form} / Boise, ID 83702")), "{code} {form}");
        }
        let (other, _) = &all[(at + 1) % all.len()];
        assert!(!accepts(&record, &format!("12 Larkin {other} / Boise, ID 83702")), "{code} {other}");
    }
}

#[test]
fn each_state_is_accepted_in_all_its_forms_and_for_no_other() {
    let (_, text) = lists("regions").into_iter().find(|(list, _)| list == "US.words").unwrap();
    let all: Vec<(String, Vec<String>)> =
        lines(&text).map(|(code, forms)| (code.to_owned(), forms.map(str::to_owned).collect())).collect();
    for (at, (code, forms)) in all.iter().enumerate() {
        let record = format!("12 Larkin Ct|Gladwin|{code}|83702|US");
        for form in forms {
            let said = judged(&record, &format!("12 Larkin Ct / Gladwin, {form} 83702"));
            assert!(said.relation <= Relation::FormatOnly, "{code} {form}: {said:?}");
        }
        let (other, _) = &all[(at + 1) % all.len()];
        assert!(!accepts(&record, &format!("12 Larkin Ct / Gladwin, {other} 83702")), "{code} {other}");
    }
}
