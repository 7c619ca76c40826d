//! The real command line on the sample sets in `testdata`, compared with the expectations beside them.
//!
//! Needs the models that `./dev setup` fetches, and skips loudly without them.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]

use std::path::{Path, PathBuf};
use std::process::Command;

use precheck::checks::CHECKS;
use serde::Deserialize;
use serde_json::Value;

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

/// What the program reports for a set, and its exit code.
fn said(name: &str) -> (Vec<Value>, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_precheck"))
        .args(["check", "--format", "jsonl", "--today", "2026-11-22"])
        .arg(folder(name))
        .arg("--record")
        .arg(folder(name).join("record.json"))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), output.status.code())
}

fn check(name: &str, code: i32) {
    if !Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models/PP-OCRv6_det_small.onnx").is_file() {
        eprintln!("\n*** NOT TESTED: the models are missing; ./dev setup fetches them ***\n");
        return;
    }
    let text = std::fs::read_to_string(folder(name).join("expected.json")).unwrap();
    let expected: Expected = serde_json::from_str(&text).unwrap();
    let known = |id: &str| CHECKS.iter().any(|check| check.id == id);
    for id in expected.must_find.iter().chain(&expected.must_not_find).flat_map(|ids| ids.split(' ')) {
        assert!(known(id), "there is no check named {id}, so it could be neither found nor missed");
    }
    let (lines, ended) = said(name);
    let findings = lines.iter().flat_map(|line| line["findings"].as_array().unwrap());
    let alarms: Vec<&str> = findings.filter(|f| f["severity"] != "note").map(|f| f["id"].as_str().unwrap()).collect();
    for wanted in &expected.must_find {
        assert!(wanted.split(' ').any(|id| alarms.contains(&id)), "{wanted} was not found among {alarms:?}");
    }
    for unwanted in &expected.must_not_find {
        assert!(!alarms.contains(&unwanted.as_str()), "{unwanted} was found");
    }
    let set = lines.last().unwrap();
    assert_eq!(set["verdict"], expected.verdict.as_str(), "{alarms:?} {}", set["slots"]);
    assert_eq!(ended, Some(code));
}

#[test]
fn the_ready_applicant_is_ready() {
    check("ready", 0);
}

#[test]
fn the_five_faults_are_found() {
    check("five-faults", 1);
}

#[test]
fn the_back_of_a_card_whose_front_cannot_be_read_fills_no_place() {
    let (lines, _) = said("five-faults");
    let Some(set) = lines.last() else { panic!("it said nothing") };
    let met = set["slots"].as_array().unwrap().iter().filter(|slot| slot["status"] == "met");
    assert!(
        met.flat_map(|slot| slot["files"].as_array().unwrap()).all(|file| !file.to_string().contains("license-back"))
    );
}

#[test]
fn each_client_of_the_season_is_told_what_is_wrong() {
    let clients = std::fs::read_dir(folder("season/clients")).unwrap();
    let mut names: Vec<String> = clients.map(|c| c.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names.len(), 10);
    for name in names {
        let folder = format!("season/clients/{name}");
        let ready = std::fs::read_to_string(self::folder(&folder).join("expected.json")).unwrap().contains("\"ready\"");
        check(&folder, i32::from(!ready));
    }
}
