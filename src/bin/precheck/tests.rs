//! The command line in process: the arguments, the output on each stream, and the exit code.

mod batch;
mod manners;

use std::path::{Path, PathBuf};

use image::RgbImage;
use precheck::assets::Assets;
use precheck::words::{Language, Words};
use serde_json::Value;

use super::*;

/// The output of a run, and its exit code.
struct Said {
    code: u8,
    out: String,
    err: String,
}

impl Said {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Names of the files of the pages, in the order in which they were written.
    fn files(&self) -> Vec<String> {
        let pages = self.lines().into_iter().filter(|line| line["type"] == "page");
        pages.map(|page| Path::new(page["file"].as_str().unwrap()).file_name().unwrap().display().to_string()).collect()
    }
}

/// Runs the command line without an environment.
fn typed(input: &str, arguments: &[&str]) -> Said {
    typed_with(input, arguments, &[])
}

/// Runs the command line on a thread of its own, because the rights that it gives up are lost for good. `set` is the
/// environment, as far as it counts.
fn typed_with(input: &str, arguments: &[&str], set: &[(&str, &str)]) -> Said {
    let arguments: Vec<OsString> = ["precheck"].iter().chain(arguments).map(OsString::from).collect();
    let variable = |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
    let run_it = || {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut input = input.as_bytes();
        let streams = Streams::new(&mut input, &mut out, &mut err);
        let around = Around { network: Ok(()), variable: &variable, terminals: Terminals::default() };
        let code = run(&arguments, streams, around);
        Said { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
    };
    std::thread::scope(|scope| scope.spawn(run_it).join().unwrap())
}

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-cli-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A picture of one gray; a larger one takes longer.
    fn picture(&self, name: &str, side: u32) -> String {
        let path = self.0.join(name);
        RgbImage::from_pixel(side, side, image::Rgb([128; 3])).save(&path).unwrap();
        path.display().to_string()
    }

    fn text(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn shown(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name).display().to_string()
}

/// Whether the models are present; prints a clear message if they are not.
fn models() -> bool {
    let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models/PP-OCRv6_det_small.onnx").is_file();
    if !there {
        eprintln!("\n*** NOT TESTED: the models are missing; ./dev setup fetches them ***\n");
    }
    there
}

#[test]
fn a_set_without_faults_ends_with_0_and_one_with_faults_with_1() {
    if !models() {
        return;
    }
    for (set, code) in [("ready", 0), ("five-faults", 1)] {
        let record = sample(&format!("{set}/record.json"));
        let said = typed("", &["check", &sample(set), "--record", &record, "--today", "2026-11-22"]);
        assert_eq!(said.code, code, "{set}: {}{}", said.out, said.err);
    }
}

#[test]
fn wrong_usage_ends_with_2_and_says_why_on_standard_error() {
    let folder = Folder::new("usage");
    let picture = folder.picture("a.png", 40);
    let broken = folder.text("record.json", "{\"itin\": 912701234}");
    for arguments in [
        vec!["check"],
        vec!["chek", &picture],
        vec!["check", &picture, "--no-such-option"],
        vec!["check", &picture, "--quick", "--requirements", "no-such"],
        vec!["check", &picture, "--quick", "--record", &broken],
        vec!["check", &picture, "--quick", "--record", "no-such-file.json"],
        vec!["check", &picture, "--quick", "--output", "no-such-folder/report.txt"],
        vec!["explain", "no-such-check"],
        vec!["names", "no-such-table.tsv"],
        vec!["addresses", "no-such-table.tsv"],
    ] {
        let said = typed("", &arguments);
        assert_eq!(said.code, USAGE, "{arguments:?}: {}", said.err);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{arguments:?}");
        assert!(!said.err.contains("912701234"), "what the record says stays in the record");
    }
}

#[test]
fn help_and_version_are_results() {
    for arguments in [vec!["--help"], vec!["check", "--help"], vec!["--version"]] {
        let said = typed("", &arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}");
        assert!(said.out.contains("precheck"), "{arguments:?}");
    }
}

#[test]
fn a_file_that_cannot_be_examined_ends_with_3_and_the_others_are_examined() {
    let folder = Folder::new("unreadable");
    folder.picture("good.png", 60);
    folder.text("no-picture.jpg", "this is no picture");
    let said = typed("", &["check", &folder.shown(), "no-such-file.png", "--quick", "--format", "jsonl"]);
    assert_eq!(said.code, 3);
    let states: Vec<Value> = said.lines().iter().map(|line| line["status"].clone()).collect();
    assert_eq!(said.files(), ["good.png", "no-picture.jpg", "no-such-file.png"]);
    assert_eq!(states[..3], ["examined", "unreadable", "unreadable"]);
}

#[test]
fn lines_come_in_the_order_of_the_input_whatever_the_order_of_the_work() {
    let folder = Folder::new("order");
    // the first is by far the slowest
    let names: Vec<String> = (0..12).map(|n| format!("{n:02}.png")).collect();
    let files: Vec<String> =
        names.iter().enumerate().map(|(n, name)| folder.picture(name, if n == 0 { 2500 } else { 40 })).collect();
    let mut arguments = vec!["check", "--quick", "--format", "jsonl", "--jobs", "4"];
    arguments.extend(files.iter().map(String::as_str));
    let said = typed("", &arguments);
    assert_eq!(said.files(), names);
    let types: Vec<Value> = said.lines().iter().map(|line| line["type"].clone()).collect();
    assert!(types[..12].iter().all(|t| t == "page") && types[12..] == ["set"], "{types:?}");
}

#[test]
fn a_dash_takes_the_list_from_standard_input() {
    let folder = Folder::new("dash");
    let files = [folder.picture("b.png", 40), folder.picture("a.png", 40)];
    let list = format!("{}\n\n{}\n", files[0], files[1]);
    let said = typed(&list, &["check", "-", "--quick", "--format", "jsonl"]);
    assert_eq!(said.files(), ["b.png", "a.png"]);
    assert_eq!(typed("", &["check", "-", "--quick", "--format", "jsonl"]).lines().len(), 1, "no files, one set");
}

#[test]
fn a_file_that_is_named_twice_is_examined_once() {
    let folder = Folder::new("twice");
    let file = folder.picture("a.png", 40);
    let said = typed("", &["check", &file, &file, &folder.shown(), "--quick", "--format", "jsonl"]);
    assert_eq!(said.files(), ["a.png"]);
}

#[test]
fn an_empty_folder_has_no_pages_and_everything_is_missing() {
    let folder = Folder::new("empty");
    let said = typed("", &["check", &folder.shown(), "--quick", "--format", "jsonl"]);
    assert_eq!(said.code, 1);
    let [set] = said.lines().try_into().unwrap();
    assert_eq!(set["verdict"], "fix");
    assert!(set["slots"].as_array().unwrap().iter().all(|slot| slot["status"] == "missing"));
}

#[test]
fn only_results_stand_on_standard_output() {
    let folder = Folder::new("streams");
    let file = folder.picture("a.png", 40);
    let said = typed("", &["check", &file, "--quick", "--lang", "en"]);
    let words = Words::load(&Assets::find(), Language::English).unwrap();
    let message = words.get("report-no-record");
    assert!(said.out.contains("a.png") && said.err.contains(&message), "{} {}", said.out, said.err);
    assert!(!said.out.contains(&message));

    let report = folder.0.join("report.json").display().to_string();
    let into_file = typed("", &["check", &file, "--quick", "--format", "json", "--output", &report]);
    let direct = typed("", &["check", &file, "--quick", "--format", "json"]);
    assert_eq!((into_file.out.as_str(), into_file.code), ("", direct.code));
    assert_eq!(std::fs::read_to_string(&report).unwrap(), direct.out);
}

#[test]
fn a_report_that_is_there_is_replaced_only_when_asked() {
    let folder = Folder::new("overwrite");
    let file = folder.picture("a.png", 40);
    let report = folder.text("report.jsonl", "mine\n");
    let arguments = ["check", &file, "--quick", "--format", "jsonl", "--output", &report];
    let refused = typed("", &arguments);
    assert_eq!(refused.code, USAGE);
    assert!(refused.err.contains("--overwrite"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(&report).unwrap(), "mine\n");
    let replaced = typed("", &[&arguments[..], &["--overwrite"]].concat());
    assert_eq!((replaced.code, replaced.out.as_str()), (1, ""));
    assert_eq!(std::fs::read_to_string(&report).unwrap().lines().count(), 2, "a page and the set");
    let names: Vec<_> = std::fs::read_dir(&folder.0).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "nothing else is left: {names:?}");
}

#[test]
fn the_formats_for_people_are_written() {
    let folder = Folder::new("formats");
    let file = folder.picture("a.png", 400);
    let record = folder.text("record.json", "{\"name\": {\"given\": \"ANA\", \"surname\": \"RUIZ\"}}");
    let said =
        |format: &str| typed("", &["check", &file, "--record", &record, "--quick", "--lang", "es", "--format", format]);
    let html = said("html").out;
    assert!(html.starts_with("<!doctype html>") && html.contains("<html lang=\"es\">"), "{html}");
    assert!(html.contains("data:image/jpeg;base64,") && html.ends_with("</html>\n"), "the page has its picture");
    let csv = said("csv").out;
    assert!(csv.starts_with("\u{feff}\"Renglón\"") && csv.ends_with("\r\n"), "{csv}");
    let message = said("message");
    assert!(message.out.starts_with("Hola, Ana:") && message.code == 1, "{}", message.out);
}

#[test]
fn names_are_compared_from_standard_input() {
    let table = "record_name\tdocument_name\nAna||Ruiz\tANA RUIZ\n||\tANA\n";
    let said = typed(table, &["names"]);
    assert_eq!((said.code, said.out.lines().count()), (3, 2));
    assert!(said.err.contains("line 3"), "{}", said.err);
}

#[test]
fn a_dry_run_says_what_it_understood_of_a_list() {
    let folder = Folder::new("dry-run");
    let list =
        "Client ID,Name,ITIN,DOB\n1042,\"Reyes, Ada\",911-80-4003,1980-01-31\n1043,Bo Ito,911-80-40,1981-01-30\n";
    let list = folder.text("list.csv", list);
    let clients = folder.0.join("clients");
    for name in ["1042 Reyes", "911-80-4003"] {
        std::fs::create_dir_all(clients.join(name)).unwrap();
    }
    let clients = clients.display().to_string();
    let dry_run = |more: &[&str]| {
        let fixed = ["batch", &list, &clients, "--dry-run", "--lang", "en", "--today", "2026-11-29"];
        typed("", &[&fixed, more].concat())
    };
    let said = dry_run(&["--format", "json"]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let [object] = said.lines().try_into().unwrap();
    assert_eq!(object["clients"][0]["surname"], "Reyes");
    assert_eq!(object["clients"][0]["itin"], "***-**-4003");
    assert_eq!(object["clients"][1]["itin"], Value::Null);
    assert_eq!((&object["reported"][0]["row"], &object["reported"][0]["code"]), (&3.into(), &"bad-itin".into()));
    assert_eq!((&object["folders"][0]["folder"], &object["folders"][0]["how"]), (&"1042 Reyes".into(), &"id".into()));
    assert_eq!(object["unmatched_clients"][0]["row"], 3);
    assert_eq!(object["unmatched_folders"][0], "***-**-4003");
    assert!(!said.out.contains("911-80-4003"));

    let whole = dry_run(&["--format", "json", "--show-numbers"]);
    assert_eq!(whole.out.matches("911-80-4003").count(), 2);
    let text = dry_run(&[]);
    assert!(
        text.out.contains("Line 3") && text.out.contains("1042 Reyes") && !text.out.contains("911-80-4003"),
        "{}",
        text.out
    );
}

#[test]
fn a_list_that_cannot_be_read_ends_with_2() {
    let folder = Folder::new("no-list");
    let clients = folder.shown();
    let names = folder.text("names.csv", "Name\nAda Reyes\n");
    let empty = folder.text("empty.csv", "");
    let nameless = folder.text("nameless.csv", "ITIN,DOB\n911-80-4003,1980-01-31\n");
    for arguments in [
        ["batch", &nameless, &clients, "--dry-run"],
        ["batch", &empty, &clients, "--dry-run"],
        ["batch", "no-such-list.csv", &clients, "--dry-run"],
        ["batch", &names, "no-such-folder", "--dry-run"],
    ] {
        let said = typed("", &arguments);
        assert_eq!((said.code, said.out.as_str()), (USAGE, ""), "{arguments:?}");
        assert!(!said.err.is_empty() && !said.err.contains("911-80-4003"), "{}", said.err);
    }
}
