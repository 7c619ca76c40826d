//! The JSON Schema of the output, made from the types; only tests make it, and the programs carry the file.
//!
//! Words that other parts of the library define are listed here. The lists are complete, or they do not compile.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json, to_value};

use super::{JSON_SCHEMA, Object, SCHEMA};
use crate::arrangement::{LayoutKind, Role};
use crate::checks::{Action, PageVerdict, SetVerdict, Severity, SlotStatus};
use crate::fields::{FieldKind, Source};
use crate::kinds::{DocumentKind, Side};
use crate::names::Relation;
use crate::page::{Capture, Format};
use crate::requirements::SlotId;
use crate::text::Reader;

/// The version of this description. The first number is that of the key `schema`; the second grows with each key or word
/// that is added, the third with each explanation.
const VERSION: &str = "2.0.0";
/// Writes the file anew if it is set, instead of comparing it.
const WRITE: &str = "PRECHECK_WRITE_SCHEMA";

/// A function for each list of words.
macro_rules! words {
    ($($name:ident: $of:ident { $($word:ident),+ })+) => {$(
        pub fn $name(_: &mut SchemaGenerator) -> Schema {
            const fn is_listed(one: $of) {
                match one { $($of::$word => {})+ }
            }
            const { $(is_listed($of::$word);)+ }
            json_schema!({"type": "string", "enum": [$(to_value($of::$word).unwrap()),+]})
        }
    )+};
}

words! {
    severity: Severity { Note, Warning, Blocker }
    page_verdict: PageVerdict { Ready, Retake, Replace, Review, Unreadable }
    set_verdict: SetVerdict { Ready, Fix, Review }
    slot_status: SlotStatus { Met, Unsure, Problem, Missing }
    slot: SlotId { ItinProof, Primary, SecondDocument, AddressProof }
    action: Action { Add, Replace, Retake, Look }
    role: Role { Document, Original, Translation }
    source: Source { Mrz, Barcode, Text }
    layout: LayoutKind {
        Single, SideBySideTranslation, StackedTranslation, BookletSpread, FrontAndBack, SeveralDocuments, NoDocument
    }
    kind: DocumentKind {
        Passport, PassportCard, DriversLicense, StateId, NationalId, PermanentResidentCard, EmploymentAuthorization,
        Visa, ConsularId, NaturalizationCertificate, UtilityBill, BankStatement, PayStub, MedicalBill, W2, Lease,
        ItinLetter, IrsNotice, BirthCertificate, MarriageCertificate, NameChangeOrder, Translation, Other, Unknown
    }
    field: FieldKind {
        Surname, GivenNames, FullName, BirthDate, ExpiryDate, IssueDate, StatementDate, DocumentNumber, Address, Itin,
        Nationality, IssuingCountry, Sex, Mrz, Barcode
    }
    known_side: Side { Front, Back }
    known_format: Format { Jpeg, Png, Webp, Tiff, Bmp, Gif, Heic, Pdf }
    known_capture: Capture { Photo, Scan, Digital }
    known_relation: Relation { Exact, FormatOnly, Review, Mismatch }
    reader: Reader { Ppocr, Tesseract }
}

pub fn side(generator: &mut SchemaGenerator) -> Schema {
    or_null(&known_side(generator))
}

pub fn format(generator: &mut SchemaGenerator) -> Schema {
    or_null(&known_format(generator))
}

pub fn capture(generator: &mut SchemaGenerator) -> Schema {
    or_null(&known_capture(generator))
}

pub fn relation(generator: &mut SchemaGenerator) -> Schema {
    with_word(&known_relation(generator), &json!("unreadable"))
}

pub fn readers(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "array", "items": reader(generator)})
}

pub fn rotation(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": "integer", "enum": [0, 90, 180, 270]})
}

pub fn version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"const": SCHEMA})
}

fn or_null(words: &Schema) -> Schema {
    let mut schema = with_word(words, &Value::Null);
    schema.insert("type".to_owned(), json!(["string", "null"]));
    schema
}

fn with_word(words: &Schema, word: &Value) -> Schema {
    let mut schema = words.clone();
    let known = schema.get("enum").and_then(Value::as_array).cloned().unwrap();
    schema.insert("enum".to_owned(), known.into_iter().chain([word.clone()]).collect());
    schema
}

/// The schema of one object of the output.
fn made() -> String {
    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Object>();
    let about = json!({
        "title": format!("Output of precheck, version {VERSION}"),
        "description": "One object of `--format jsonl`, a line each, or of the array of `--format json`: a page for each \
                        page of each file in input order, then the set. Readers should ignore keys that they do not know.",
    });
    for (key, value) in about.as_object().unwrap() {
        schema.insert(key.clone(), value.clone());
    }
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

#[test]
fn the_file_is_what_the_types_say() {
    let made = made();
    if std::env::var_os(WRITE).is_some() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/precheck.schema.json");
        std::fs::write(file, &made).unwrap();
        return;
    }
    assert!(made == JSON_SCHEMA, "docs/precheck.schema.json is old: ./dev schema writes it anew; think of its version");
    assert!(VERSION.starts_with(&format!("{SCHEMA}.")));
}
