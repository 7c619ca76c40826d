//! The sample sets in `testdata`, examined and judged for real, against the expectations that lie beside them.
//!
//! Needs the models that `./dev setup` fetches, and skips loudly without them.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::assets::Assets;
use crate::checks::{CHECKS, Report, Rules, SetVerdict, Severity, judge};
use crate::engine::{Engine, Stop};
use crate::fields::FieldLexicon;
use crate::intake;
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

/// The judgement of a sample set; `None`, said loudly, where the models are missing.
fn judged(name: &str) -> Option<Report> {
    let assets = Assets::find();
    let readers = Readers::find(&assets, None);
    if !readers.reads_print() {
        eprintln!("\n*** NOT TESTED: the models are missing; ./dev setup fetches them ***\n");
        return None;
    }
    let engine = Engine::new(readers, FieldLexicon::load(&assets).unwrap());
    let files = intake::walk(&[folder(name)]).files;
    let set = engine.examine_all(&files, &Stop::default(), &|_| ());
    let record = Record::from_json(&std::fs::read_to_string(folder(name).join("record.json")).unwrap()).unwrap();
    let requirements = Requirements::load(&assets, "idme-itin-us").unwrap();
    let rules = Rules { requirements, names: NameLexicon::load(&assets).unwrap() };
    Some(judge(&set, &record, &rules, testing::today()))
}

fn check(name: &str) {
    let expected: Expected =
        serde_json::from_str(&std::fs::read_to_string(folder(name).join("expected.json")).unwrap()).unwrap();
    let Some(report) = judged(name) else { return };
    let of_pages = report.pages.iter().flat_map(|p| &p.findings);
    let alarms: Vec<&str> =
        of_pages.chain(&report.set.findings).filter(|f| f.severity > Severity::Note).map(|f| f.id).collect();
    let known = |id: &str| CHECKS.iter().any(|check| check.id == id);
    for id in expected.must_find.iter().chain(&expected.must_not_find).flat_map(|ids| ids.split(' ')) {
        assert!(known(id), "there is no check named {id}, so it could be neither found nor missed");
    }
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
