//! The formats, against the contract.

use serde_json::Value;

use super::*;
use crate::assets::Assets;
use crate::error::FileError;
use crate::examined::PageRecord;
use crate::page::PageId;
use crate::set::judge;
use crate::testing;
use crate::words::{Language, Words};

fn words(language: Language) -> Words {
    Words::load(&Assets::find(), language).unwrap()
}

fn set() -> DocumentSet {
    let mut set = testing::good_set();
    let id = PageId { file: "broken.jpg".into(), page: 1 };
    set.pages.push(PageRecord { id, outcome: Err(FileError::Empty) });
    set
}

fn lines(words: &Words) -> Vec<Value> {
    let set = set();
    let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
    let text = json_lines(Judged { set: &set, report: &report }, Options { words, timings: false });
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_a_page_in_order_and_then_the_set() {
    let lines = lines(&words(Language::English));
    let files: Vec<&str> = lines.iter().filter_map(|l| l["file"].as_str()).collect();
    assert_eq!(files, ["letter.jpg", "passport.jpg", "bill.jpg", "broken.jpg"]);
    assert_eq!(lines.last().unwrap()["type"], "set");
}

#[test]
fn every_page_has_every_key_whether_it_was_examined_or_not() {
    let lines = lines(&words(Language::English));
    let keys = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(keys(&lines[0]), keys(&lines[3]));
    assert_eq!(lines[3]["error"]["code"], "empty");
    assert_eq!(lines[3]["verdict"], "unreadable");
}

#[test]
fn numbers_are_masked_unless_asked_for() {
    let masked = lines(&words(Language::English));
    assert_eq!(masked[0]["fields"][0]["value"], "***-**-1234");
    let shown = lines(&words(Language::English).showing_numbers(true));
    assert_eq!(shown[0]["fields"][0]["value"], "912-70-1234");
}

#[test]
fn json_is_the_same_objects_in_one_array() {
    let words = words(Language::English);
    let set = set();
    let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
    let array = json(Judged { set: &set, report: &report }, Options { words: &words, timings: false });
    assert_eq!(serde_json::from_str::<Vec<Value>>(&array).unwrap(), lines(&words));
}

#[test]
fn the_text_names_the_verdict_and_the_cause_in_both_languages() {
    let mut set = set();
    set.pages[1].outcome.as_mut().unwrap().quality.sharpness = Some(20.0);
    let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
    let judged = Judged { set: &set, report: &report };
    let english = text(judged, Options { words: &words(Language::English), timings: false });
    assert!(english.contains("passport.jpg, page 1 — Take a new photo"), "{english}");
    assert!(english.contains("The text is blurry"), "{english}");
    let spanish = text(judged, Options { words: &words(Language::Spanish), timings: false });
    assert!(spanish.contains("El texto está borroso"), "{spanish}");
    assert!(!spanish.contains("report-"), "{spanish}");
}
