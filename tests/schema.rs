//! What the real program writes is what `precheck schema` says, and not a key more.
//!
//! Without the models only the quick look is tried, which has no fields.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_precheck");
/// The words of a schema that this test understands; it must hold no others.
const UNDERSTOOD: [&str; 14] = [
    "$defs",
    "$ref",
    "$schema",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "maximum",
    "maxItems",
    "minimum",
    "minItems",
    "title",
    "type",
];

fn said(arguments: &[&str]) -> String {
    let output = Command::new(PROGRAM).args(arguments).env("XDG_CONFIG_HOME", "/nowhere").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn folder(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name).display().to_string()
}

/// What is wrong with a value, by a schema; `at` is its place.
fn faults(value: &Value, schema: &Value, whole: &Value, at: &str, out: &mut Vec<String>) {
    let object = schema.as_object().unwrap();
    for (word, says) in object {
        let fits = match word.as_str() {
            "$ref" => {
                let target = whole.pointer(says.as_str().unwrap().trim_start_matches('#')).unwrap();
                faults(value, target, whole, at, out);
                true
            }
            "anyOf" => says.as_array().unwrap().iter().any(|one| is_valid(value, one, whole)),
            "oneOf" => says.as_array().unwrap().iter().filter(|one| is_valid(value, one, whole)).count() == 1,
            "const" => value == says,
            "enum" => says.as_array().unwrap().contains(value),
            "type" => is_of_type(value, says),
            "minimum" => value.as_f64().is_none_or(|n| n >= says.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= says.as_f64().unwrap()),
            "minItems" => value.as_array().is_none_or(|all| all.len() as u64 >= says.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|all| all.len() as u64 <= says.as_u64().unwrap()),
            "items" => {
                for (n, one) in value.as_array().into_iter().flatten().enumerate() {
                    faults(one, says, whole, &format!("{at}/{n}"), out);
                }
                true
            }
            "required" => value
                .as_object()
                .is_none_or(|all| says.as_array().unwrap().iter().all(|key| all.contains_key(key.as_str().unwrap()))),
            "properties" => {
                for (key, one) in value.as_object().into_iter().flatten() {
                    match says.get(key) {
                        Some(says) => faults(one, says, whole, &format!("{at}/{key}"), out),
                        None => out.push(format!("{at}/{key}: the schema has no such key")),
                    }
                }
                true
            }
            "format" => true, // how many bits a number has
            known => {
                assert!(UNDERSTOOD.contains(&known), "this test does not understand {known}");
                true
            }
        };
        if !fits {
            out.push(format!("{at}: {word} {says} does not fit {value}"));
        }
    }
}

fn is_valid(value: &Value, schema: &Value, whole: &Value) -> bool {
    let mut out = Vec::new();
    faults(value, schema, whole, "", &mut out);
    out.is_empty()
}

fn is_of_type(value: &Value, says: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap() {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is no type"),
    };
    says.as_array().map_or_else(|| is(says), |any| any.iter().any(is))
}

/// What is wrong with an object of the output, by the kind of object that it says it is.
fn wrong(object: &Value, schema: &Value) -> Vec<String> {
    let kind = if object["type"] == "page" { "Page" } else { "Set" };
    let mut out = Vec::new();
    faults(object, &schema["$defs"][kind], schema, kind, &mut out);
    out
}

fn schema() -> Value {
    serde_json::from_str(&said(&["schema"])).unwrap()
}

fn lines(arguments: &[&str]) -> Vec<Value> {
    said(arguments).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn the_program_prints_the_file_of_the_docs() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/precheck.schema.json");
    assert_eq!(said(&["schema"]), std::fs::read_to_string(file).unwrap());
}

#[test]
fn what_is_written_is_what_the_schema_says() {
    let schema = schema();
    let broken = std::env::temp_dir().join(format!("precheck-schema-{}.jpg", std::process::id()));
    std::fs::write(&broken, "no picture").unwrap();
    let set = folder("five-faults");
    let record = folder("five-faults/record.json");
    let fixed = ["check", &set, broken.to_str().unwrap(), "--format", "jsonl", "--record", &record, "--timings"];
    let has_models = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/models/PP-OCRv6_det_small.onnx").is_file();
    let more: &[&str] = if has_models { &[] } else { &["--quick"] };
    if !has_models {
        eprintln!("\n*** NOT TESTED: the models are missing; ./dev setup fetches them ***\n");
    }
    let found = lines(&[&fixed, more].concat());
    std::fs::remove_file(&broken).unwrap();
    assert!(found.iter().any(|one| one["type"] == "set") && found.iter().any(|one| one["status"] == "unreadable"));
    assert!(!has_models || found.iter().any(|one| !one["fields"].as_array().unwrap_or(&Vec::new()).is_empty()));
    for object in &found {
        assert_eq!(wrong(object, &schema), Vec::<String>::new());
        assert!(is_valid(object, &schema, &schema), "as one of the two");
    }
}

#[test]
fn what_is_not_what_the_schema_says_is_noticed() {
    let schema = schema();
    let good = lines(&["check", &folder("ready"), "--quick", "--format", "jsonl"]);
    for (place, value) in [
        ("/verdict", json!("fine")),
        ("/page", json!(0)),
        ("/scores/sharpness", json!(101)),
        ("/document/confidence", json!("high")),
        ("/findings", json!([{"id": "blurry"}])),
        ("/layout/regions", json!([{"outline": [[1, 2]], "role": "document", "languages": []}])),
        ("/schema", json!(3)),
    ] {
        let mut page = good[0].clone();
        *page.pointer_mut(place).unwrap() = value;
        assert!(!wrong(&page, &schema).is_empty() && !is_valid(&page, &schema, &schema), "{place}");
    }
    let mut more = good[0].clone();
    more["new"] = json!(1);
    assert!(wrong(&more, &schema)[0].contains("no such key"));
    let mut less = good.last().unwrap().clone();
    less.as_object_mut().unwrap().remove("bring");
    assert!(!wrong(&less, &schema).is_empty());
}
