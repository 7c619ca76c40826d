//! What holds of all checks: they are registered, described in every language, and silent on the good set.

mod each_fires;
mod earned;

use std::collections::BTreeSet;

use super::*;
use crate::assets::Assets;
use crate::set::judge;
use crate::testing;
use crate::words::{Language, Words};

#[test]
fn ids_and_limits_are_unique() {
    let ids: BTreeSet<&str> = CHECKS.iter().map(|c| c.id).collect();
    assert_eq!(ids.len(), CHECKS.len());
    let limits: Vec<&str> = CHECKS.iter().flat_map(|c| c.limits).map(|l| l.name).collect();
    assert_eq!(limits.iter().collect::<BTreeSet<_>>().len(), limits.len());
    for check in CHECKS {
        assert!(check.limits.iter().all(|l| l.name.starts_with(&format!("{}.", check.id))), "{}", check.id);
    }
}

#[test]
fn every_check_has_its_words_in_every_language() {
    for language in Language::ALL {
        let words = Words::load(&Assets::find(), language).unwrap();
        for check in CHECKS {
            for attribute in ["title", "why", "found", "advice"] {
                let key = format!("{}.{attribute}", check.id);
                assert!(words.has(&key), "{key} is missing in {}", language.code());
            }
        }
    }
}

#[test]
fn every_file_of_a_check_is_in_the_list() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let names = |group: &str| -> Vec<String> {
        let files = std::fs::read_dir(folder.join(group)).unwrap().flatten();
        files.map(|file| file.path().file_stem().unwrap().to_str().unwrap().replace('_', "-")).collect()
    };
    let files: BTreeSet<String> = ["page", "set"].into_iter().flat_map(names).collect();
    // the places of the requirements share one file
    let file_of =
        |id: &str| if id.ends_with("-missing") && !files.contains(id) { "missing".to_owned() } else { id.to_owned() };
    let ids: BTreeSet<String> = CHECKS.iter().map(|c| file_of(c.id)).collect();
    assert_eq!(files, ids, "a check is named as its file is");
}

#[test]
fn the_good_set_is_ready() {
    let report = judge(&testing::good_set(), &testing::record(), &testing::rules(), testing::today());
    for page in &report.pages {
        assert_eq!(page.findings, [], "{:?}", page.id);
        assert_eq!(page.verdict, PageVerdict::Ready);
    }
    assert_eq!(report.set.findings, []);
    assert_eq!(report.set.verdict, SetVerdict::Ready, "{:?}", report.set.slots);
}

#[test]
fn an_empty_set_misses_every_place() {
    let report =
        judge(&crate::examined::DocumentSet::default(), &testing::record(), &testing::rules(), testing::today());
    assert_eq!(report.set.verdict, SetVerdict::Fix);
    assert!(report.set.slots.iter().all(|s| s.status == SlotStatus::Missing));
}

#[test]
fn a_requirement_may_override_a_limit() {
    let mut rules = testing::rules();
    rules.requirements.limits.insert("blurry.hard".to_owned(), 99.0);
    let report = judge(&testing::good_set(), &testing::record(), &rules, testing::today());
    assert!(report.pages[0].findings.iter().any(|f| f.id == "blurry"));
}

#[test]
fn without_reading_the_checks_on_text_say_that_they_were_not_made() {
    let mut set = testing::good_set();
    for page in &mut set.pages {
        let examined = page.outcome.as_mut().unwrap();
        examined.reading = crate::examined::ReadingState::Skipped;
        examined.facts = crate::fields::Facts::default();
    }
    let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
    for id in ["name-differs", "expired", "mrz-incomplete"] {
        assert!(report.pages[0].not_assessed.iter().any(|n| n.id == id), "{id}");
    }
}

#[test]
fn the_table_in_the_readme_is_the_list() {
    let readme = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let words = Words::load(&Assets::find(), Language::English).unwrap();
    let row = |check: &&Check| {
        let say = |attribute: &str| words.get(&format!("{}.{attribute}", check.id));
        format!("| `{}` | **{}.** {} |", check.id, say("title"), say("why"))
    };
    let wanted: Vec<String> = CHECKS.iter().map(row).collect();
    let there: Vec<&str> = readme.lines().filter(|l| l.starts_with("| `") && l.contains("| **")).collect();
    assert_eq!(there, wanted);
}
