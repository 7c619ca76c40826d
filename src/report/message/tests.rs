//! The message to the client: what is in it, and what never is.

use super::*;
use crate::assets::Assets;
use crate::checks::Report;
use crate::error::FileError;
use crate::examined::{DocumentSet, PageRecord};
use crate::page::PageId;
use crate::record::Record;
use crate::report::Judged;
use crate::set::judge;
use crate::testing;
use crate::words::{Language, Words};
use jiff::civil::date;

fn said(set: &DocumentSet, record: &Record, language: Language) -> String {
    let words = Words::load(&Assets::find(), language).unwrap().showing_numbers(true);
    let report: Report = judge(set, record, &testing::rules(), testing::today());
    let applicant = Applicant { judged: Judged { set, report: &report }, record };
    message(applicant, Options { words: &words, timings: false })
}

/// The good set, in which the passport is blurry and the bill is missing.
fn spoiled() -> DocumentSet {
    let mut set = testing::good_set();
    set.pages.remove(2);
    set.pages[1].outcome.as_mut().unwrap().quality.sharpness = Some(20.0);
    set
}

#[test]
fn it_says_what_to_photograph_again_and_how_and_what_to_add() {
    let english = said(&spoiled(), &testing::record(), Language::English);
    for wanted in
        ["Hello Ana,", "Take a new photo of: Passport (passport.jpg)", "Blurry", "Hold the phone still", "Add:"]
    {
        assert!(english.contains(wanted), "{wanted} is not in {english}");
    }
    let spanish = said(&spoiled(), &testing::record(), Language::Spanish);
    for wanted in ["Hola, Ana:", "Tome otra foto de: Pasaporte (passport.jpg)", "Agregue:", "¡Gracias!"] {
        assert!(spanish.contains(wanted), "{wanted} is not in {spanish}");
    }
}

#[test]
fn a_set_without_faults_has_nothing_to_do_but_to_bring_the_originals() {
    let text = said(&testing::good_set(), &testing::record(), Language::English);
    assert!(text.contains("No problems were found") && text.contains("- the original passport"), "{text}");
    assert!(!text.contains("1."), "{text}");
}

#[test]
fn without_a_name_on_record_nobody_is_named() {
    let text = said(&testing::good_set(), &Record::default(), Language::English);
    assert!(text.starts_with("Hello,\n") && !text.contains("ANA"), "{text}");
}

#[test]
fn no_number_no_date_of_birth_and_no_folder_is_in_it() {
    let mut set = spoiled();
    set.pages[0].id = PageId { file: "/home/ana/private/912-70-1234 born 1990-04-12.jpg".into(), page: 1 };
    let id = PageId { file: "/home/ana/X1234567.pdf".into(), page: 1 };
    set.pages.push(PageRecord { id, outcome: Err(FileError::Empty) });
    // the letter is of somebody else, so that all that was read of it differs
    let record = Record {
        itin: Some("955801111".into()),
        birth_date: Some(date(1971, 2, 3)),
        name: Some(crate::record::Name { given: "EVA".into(), middle: String::new(), surname: "LUNA".into() }),
        ..Record::default()
    };
    for language in Language::ALL {
        let text = said(&set, &record, language);
        let digits: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        for secret in ["912701234", "955801111", "X1234567", "19900412", "19710203", "RUIZ", "homeana", "private"] {
            assert!(!digits.contains(secret), "{secret} is in {text}");
        }
        assert!(text.contains("Eva") && text.contains("***"), "{text}");
    }
}

#[test]
fn every_sentence_of_it_is_there_in_both_languages() {
    for language in Language::ALL {
        let mut set = spoiled();
        set.pages.push(PageRecord { id: PageId { file: "x.jpg".into(), page: 1 }, outcome: Err(FileError::Empty) });
        for set in [set, testing::good_set(), DocumentSet::default()] {
            let text = said(&set, &testing::record(), language);
            assert!(!text.contains("message-") && !text.contains("todo-") && !text.contains('{'), "{text}");
        }
    }
}
