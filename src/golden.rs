//! The sample sets in `testdata`, examined and judged for real, against the expectations that lie beside them.
//!
//! Needs the readers that `./dev setup` installs: without them the promise of these sets cannot be kept.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::assets::Assets;
use crate::checks::{Report, Rules, SetVerdict, Severity, judge};
use crate::engine::{Engine, Stop};
use crate::fields::FieldLexicon;
use crate::intake::{self, Limits};
use crate::names::NameLexicon;
use crate::record::Record;
use crate::requirements::Requirements;
use crate::testing;
use crate::text::Readers;

/// What must be found in a set, and what must not.
#[derive(Deserialize)]
struct Expected {
    verdict: String,
    must_find: Vec<String>,
    must_not_find: Vec<String>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name)
}

fn judged(name: &str) -> Report {
    let assets = Assets::find();
    let readers = Readers::find(&assets, None);
    assert!(readers.main.is_some(), "no text reader works here, run ./dev setup: {:?}", readers.states);
    let engine = Engine {
        reader: readers.main,
        second: readers.second,
        zone: readers.zone,
        lexicon: FieldLexicon::load(&assets).unwrap(),
        limits: Limits::default(),
        quick: false,
        preview_side: None,
        jobs: 0,
    };
    let files = intake::walk(&[folder(name)]).files;
    let set = engine.examine_all(&files, &Stop::default(), &|_| ());
    let record = Record::from_json(&std::fs::read_to_string(folder(name).join("record.json")).unwrap()).unwrap();
    let requirements = Requirements::load(&assets, "idme-itin-us").unwrap();
    let rules = Rules { requirements, names: NameLexicon::load(&assets).unwrap() };
    judge(&set, &record, &rules, testing::today())
}

fn check(name: &str) {
    let expected: Expected =
        serde_json::from_str(&std::fs::read_to_string(folder(name).join("expected.json")).unwrap()).unwrap();
    let report = judged(name);
    let of_pages = report.pages.iter().flat_map(|p| &p.findings);
    let alarms: Vec<&str> =
        of_pages.chain(&report.set.findings).filter(|f| f.severity > Severity::Note).map(|f| f.id).collect();
    for wanted in &expected.must_find {
        assert!(wanted.split(' ').any(|id| alarms.contains(&id)), "{wanted} was not found among {alarms:?}");
    }
    for unwanted in &expected.must_not_find {
        assert!(!alarms.contains(&unwanted.as_str()), "{unwanted} was found");
    }
    let verdict = match report.set.verdict {
        SetVerdict::Ready => "ready",
        SetVerdict::Fix => "fix",
        SetVerdict::Review => "review",
    };
    assert_eq!(verdict, expected.verdict, "{alarms:?} {:?}", report.set.slots);
}

#[test]
fn the_ready_applicant_is_ready() {
    check("ready");
}

#[test]
fn the_five_faults_are_found() {
    check("five-faults");
}
