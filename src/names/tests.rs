//! Laws of the comparison, and pairs labeled by its rules.

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::assets::Assets;

mod generated;
mod invented;
mod kinds;
mod labeled;
mod lexicon;

const PAIRS: &str = include_str!("tests/pairs.tsv");
const EN: &str = include_str!("../../assets/locales/en/names.ftl");
const ES: &str = include_str!("../../assets/locales/es/names.ftl");

fn knowledge() -> &'static NameLexicon {
    static LEXICON: OnceLock<NameLexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        NameLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).expect("the lexicon is whole")
    })
}

fn judged(record: &str, document: &str) -> Comparison {
    compare(knowledge(), &RecordName::parse(record), &DocumentName::Line(document.to_owned()))
}

struct Labeled {
    record: &'static str,
    document: &'static str,
    relation: Relation,
    kind: &'static str,
}

fn pairs() -> Vec<Labeled> {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let relation = match cells[3] {
            "exact" => Relation::Exact,
            "format-only" => Relation::FormatOnly,
            "review" => Relation::Review,
            "mismatch" => Relation::Mismatch,
            other => panic!("{other} is no relation"),
        };
        Labeled { record: cells[1], document: cells[2], relation, kind: cells[4] }
    };
    PAIRS.lines().skip(1).map(row).collect()
}

#[test]
fn whatever_is_not_exact_has_reasons_and_the_worst_comes_first() {
    for pair in pairs() {
        let said = judged(pair.record, pair.document);
        assert_eq!(said.relation == Relation::Exact, said.reasons.is_empty(), "{} / {}", pair.record, pair.document);
        assert!(said.reasons.is_sorted_by(|a, b| a.relation >= b.relation));
        assert!(said.reasons.first().is_none_or(|reason| reason.relation == said.relation));
        assert!((0.0..=1.0).contains(&said.score));
    }
}

fn keys(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

#[test]
fn both_languages_have_the_same_sentences_in_the_same_order() {
    assert_eq!(keys(EN), keys(ES));
}

#[test]
fn every_reason_has_its_sentence_and_its_advice() {
    let known: BTreeSet<&str> = keys(EN).into_iter().collect();
    for difference in Difference::ALL {
        assert!(known.contains(format!("name-{difference}").as_str()), "{difference}");
        assert!(known.contains(format!("name-{difference}-help").as_str()), "{difference}");
    }
}

#[test]
fn records_are_read_split_or_plain() {
    let split = RecordName::parse("Ana|María|Ruiz Soto");
    assert_eq!((split.given.as_str(), split.middle.as_str(), split.surname.as_str()), ("Ana", "María", "Ruiz Soto"));
    assert_eq!(RecordName::parse(" Ana Ruiz ").surname, "Ana Ruiz");
}

#[test]
fn a_split_document_is_compared_block_by_block() {
    let record = RecordName::parse("Luis|Ruiz|Soto");
    let split = |surname: &str, given: &str| DocumentName::Split {
        surname: surname.to_owned(),
        given_names: given.to_owned(),
        may_be_cut: false,
    };
    assert_eq!(compare(knowledge(), &record, &split("SOTO", "LUIS RUIZ")).relation, Relation::FormatOnly);
    assert_eq!(compare(knowledge(), &record, &split("RUIZ SOTO", "LUIS")).relation, Relation::Review);
}

#[test]
fn very_long_names_get_an_answer() {
    for text in ["A".repeat(10_000), "AB ".repeat(5_000), "<".repeat(10_000), "Ü".repeat(10_000), "|".repeat(9_999)] {
        let said = judged(&text, &text);
        assert!(said.relation <= Relation::Review);
        judged("Ana|María|Ruiz", &text);
        judged(&text, "ANA RUIZ");
    }
}

/// A name like `one` but for one part, or `other` itself.
fn changed(one: &RecordName, other: RecordName, change: u8) -> RecordName {
    let (given, surname) = (one.given.as_str(), one.surname.as_str());
    let new = |given: &str, surname: &str| RecordName {
        given: given.to_owned(),
        middle: String::new(),
        surname: surname.to_owned(),
    };
    let turned = |text: &str| text.split_whitespace().rev().collect::<Vec<_>>().join(" ");
    let first = |text: &str| text.split_whitespace().next().unwrap_or_default().to_owned();
    match change {
        0 => new(given, &other.surname),
        1 => new(&other.given, surname),
        2 => new(given, &turned(surname)),
        3 => new(&turned(given), surname),
        4 => new(given, &first(surname)),
        5 => new(given.get(..1).unwrap_or(given), surname),
        6 => new(&format!("{given} {}", other.given), surname),
        _ => other,
    }
}

#[test]
fn the_judgment_is_the_same_from_both_sides() {
    // between two whole names of the same layout it does not matter which one is the record
    let split = |name: &RecordName| DocumentName::Split {
        surname: name.surname.clone(),
        given_names: format!("{} {}", name.given, name.middle).trim().to_owned(),
        may_be_cut: false,
    };
    let names: Vec<RecordName> = pairs().iter().map(|pair| RecordName::parse(pair.record)).collect();
    for (at, one) in names.iter().enumerate().filter(|(_, name)| !name.given.is_empty()) {
        for (step, change) in (0..12).flat_map(|step| (0..8).map(move |change| (step, change))) {
            let two = changed(one, names[(at * 7 + step * 37 + 1) % names.len()].clone(), change);
            if !two.given.is_empty() {
                let forth = compare(knowledge(), one, &split(&two)).relation;
                let back = compare(knowledge(), &two, &split(one)).relation;
                assert_eq!(forth, back, "{one:?} {two:?}");
            }
        }
    }
}

fn name_parts() -> impl Strategy<Value = (usize, usize)> {
    let count = pairs().len();
    (0..count, 0..count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_gets_an_answer(record in ".{0,80}", document in ".{0,80}") {
        let said = judged(&record, &document);
        prop_assert!((0.0..=1.0).contains(&said.score));
        let split = DocumentName::Split { surname: document.clone(), given_names: record.clone(), may_be_cut: true };
        let letters = LetterConfidence::all(&document, 0.1);
        let said = compare_as_read(knowledge(), &RecordName::parse(&record), &split, &letters);
        prop_assert!((0.0..=1.0).contains(&said.score));
    }

    #[test]
    fn any_name_field_gets_an_answer(record in "[A-Z|< ]{0,50}", document in "[A-Z0-9<]{0,60}") {
        let said = judged(&record, &document);
        prop_assert!((0.0..=1.0).contains(&said.score));
    }

    #[test]
    fn case_spaces_and_unicode_form_never_change_the_judgment((at, _) in name_parts()) {
        let pair = &pairs()[at];
        let floor = |relation: Relation| relation.max(Relation::FormatOnly);
        let wanted = floor(judged(pair.record, pair.document).relation);
        let spaced = pair.document.replace(' ', "   ");
        let decomposed: String = pair.document.nfd().collect();
        prop_assert_eq!(floor(judged(pair.record, &spaced).relation), wanted);
        prop_assert_eq!(floor(judged(pair.record, &decomposed).relation), wanted);
        prop_assert_eq!(floor(judged(pair.record, &pair.document.to_uppercase()).relation), wanted);
        prop_assert_eq!(floor(judged(&pair.record.to_uppercase(), pair.document).relation), wanted);
    }

    #[test]
    fn another_word_never_makes_a_doubtful_name_acceptable((at, other) in name_parts()) {
        let pairs = pairs();
        let pair = &pairs[at];
        let doubtful = judged(pair.record, pair.document).relation > Relation::FormatOnly;
        let word = pairs[other].record.split(['|', ' ']).find(|w| w.len() > 3).unwrap_or("Zzyzx");
        let in_record = pair.record.contains(word) || RecordName::parse(pair.record).full().contains(word);
        if doubtful && !in_record && !pair.document.contains('<') {
            let longer = format!("{} {word}", pair.document);
            prop_assert!(judged(pair.record, &longer).relation > Relation::FormatOnly, "{longer}");
        }
    }

    #[test]
    fn a_name_is_itself_and_names_of_two_people_are_not((at, other) in name_parts()) {
        let pairs = pairs();
        let (one, two) = (RecordName::parse(pairs[at].record), RecordName::parse(pairs[other].record));
        let said = judged(pairs[at].record, &one.full());
        prop_assert_eq!(said.relation, Relation::Exact);
        if parse::tidy(&one.full()).to_uppercase() != parse::tidy(&two.full()).to_uppercase() {
            let forth = compare(knowledge(), &one, &DocumentName::Line(two.full()));
            let back = compare(knowledge(), &two, &DocumentName::Line(one.full()));
            let accepted = |c: &Comparison| c.relation <= Relation::FormatOnly;
            prop_assert_eq!(accepted(&forth), accepted(&back), "{:?} {:?}", one, two);
        }
    }
}
