//! What the lexicon says must not contradict itself, whoever adds to it.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::names::lexicon::{GROUP_FILES, KINSHIPS, WORD_LISTS, fact};

pub(super) type Files = BTreeMap<&'static str, BTreeMap<String, String>>;

pub(super) fn files() -> Files {
    let assets = Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
    let names = WORD_LISTS.iter().map(|(file, ..)| *file).chain(GROUP_FILES);
    names.map(|file| (file, assets.toml(&format!("lexicon/names/{file}.toml")).expect("the file is whole"))).collect()
}

/// The groups of one name, with their list: `spelling`, `nickname` …
pub(super) fn groups(files: &Files) -> Vec<(&'static str, Vec<&str>)> {
    let mut all = Vec::new();
    for file in GROUP_FILES {
        for (list, _) in KINSHIPS {
            let lines = files[file].get(list).map_or("", String::as_str).lines();
            all.extend(lines.map(|l| (list, l.split([' ', ':']).filter(|w| !w.is_empty()).collect::<Vec<_>>())));
        }
    }
    all.retain(|(_, words)| !words.is_empty());
    all
}

/// The men's forms and the women's forms of each name that has both.
pub(super) fn men_and_women(files: &Files) -> Vec<(Vec<&str>, Vec<&str>)> {
    let lists = GROUP_FILES.iter().filter_map(|file| files[file].get("man_woman"));
    let lines = lists.flat_map(|text| text.lines()).filter_map(|line| line.split_once(':'));
    lines.map(|(men, women)| (men.split_whitespace().collect(), women.split_whitespace().collect())).collect()
}

#[test]
fn lists_are_folded_and_every_group_has_two_words_or_more() {
    let files = files();
    for (file, lists) in &files {
        for (list, text) in lists.iter().filter(|(list, _)| list.as_str() != "suffixes") {
            for word in text.split([' ', '\n', ':']).filter(|word| !word.is_empty()) {
                assert!(word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{file} {list}: {word}");
            }
        }
    }
    for (list, words) in groups(&files) {
        let different: BTreeSet<&&str> = words.iter().collect();
        assert!(words.len() >= 2 && different.len() == words.len(), "{list}: {words:?}");
    }
}

#[test]
fn man_and_woman_are_never_one_name_as_well() {
    let files = files();
    let mut one_name: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (number, (_, words)) in groups(&files).into_iter().filter(|(list, _)| *list != "nickname").enumerate() {
        for word in words {
            one_name.entry(word).or_default().insert(number);
        }
    }
    for (men, women) in men_and_women(&files) {
        for (man, woman) in men.iter().flat_map(|man| women.iter().map(move |woman| (*man, *woman))) {
            assert_ne!(man, woman);
            let (Some(a), Some(b)) = (one_name.get(man), one_name.get(woman)) else { continue };
            assert!(a.is_disjoint(b), "{man} and {woman} are also listed as one name");
        }
    }
}

#[test]
fn mans_and_womans_form_contradict_each_other() {
    for (men, women) in men_and_women(&files()) {
        for (man, woman) in men.iter().flat_map(|man| women.iter().map(move |woman| (man, woman))) {
            let said = judged(&format!("{man}||Quispe"), &format!("{woman} QUISPE"));
            assert_eq!(said.relation, Relation::Mismatch, "{man} {woman}");
        }
    }
}

#[test]
fn forms_of_one_name_are_never_accepted_as_the_same_name() {
    let no_name = fact::TITLE | fact::DEGREE | fact::PLACEHOLDER | fact::MARRIAGE_MARK | fact::PARTICLE;
    let plain = |word: &&str| {
        let entry = knowledge().get(word);
        entry.is_some_and(|e| e.facts & no_name == 0 && e.suffix.is_none())
    };
    for (list, words) in groups(&files()) {
        let words: Vec<&str> = words.into_iter().filter(plain).collect();
        for (at, one) in words.iter().enumerate() {
            for other in &words[at + 1..] {
                for (record, document) in [
                    (format!("{one}||Quispe"), format!("{other} QUISPE")),
                    (format!("Quispe||{one}"), format!("QUISPE {other}")),
                ] {
                    let said = judged(&record, &document).relation;
                    assert!(said > Relation::FormatOnly, "{list}: {record} {document}");
                }
            }
        }
    }
}

#[test]
fn the_order_of_words_and_lines_is_of_no_account() {
    let mut turned = files();
    for (list, text) in turned.values_mut().flat_map(BTreeMap::iter_mut) {
        let turn = |words: &str| words.split_whitespace().rev().collect::<Vec<_>>().join(" ");
        let line = |line: &str| match line.split_once(':') {
            Some((a, b)) if list == "man_woman" || list == "suffixes" => format!("{}: {}", turn(a), turn(b)),
            Some((a, b)) => format!("{}: {}", turn(b), a),
            None => turn(line),
        };
        *text = text.lines().rev().map(line).collect::<Vec<_>>().join("\n");
    }
    let other = NameLexicon::from_lists(&turned);
    for pair in pairs() {
        let (record, document) = (RecordName::parse(pair.record), DocumentName::Line(pair.document.to_owned()));
        let said = compare(&other, &record, &document);
        assert_eq!(said.relation, judged(pair.record, pair.document).relation, "{} {}", pair.record, pair.document);
    }
}
