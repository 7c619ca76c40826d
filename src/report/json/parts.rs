//! What pages and sets have in common: findings, holders, numbers as they are written.

use serde::Serialize;

#[cfg(test)]
use super::schema;
use crate::checks::{self, Severity, Unit};
use crate::fields;
use crate::geometry::{Region, Turn};
use crate::page::PageId;
use crate::words::Words;

/// Something that was found.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Finding {
    /// Id of the check, as `precheck checks` lists it. More may come.
    id: &'static str,
    /// How bad it is.
    #[cfg_attr(test, schemars(schema_with = "schema::severity"))]
    severity: Severity,
    /// What is wrong, in the language that was asked for.
    message: String,
    /// What to do.
    advice: String,
    /// The measured number, rounded to two decimals.
    value: Option<f64>,
    /// The limit that it passes.
    limit: Option<f64>,
    /// What both are counted in; for `fact-unreadable`, the kind of the field that could not be read.
    unit: Option<&'static str>,
    /// Where on the page: left, top, width and height in pixels.
    region: Option<[i64; 4]>,
    /// How sure it is, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    confidence: f64,
}

impl Finding {
    /// `turn` is that of the finding's page.
    pub fn new(finding: &checks::Finding, turn: &Turn, words: &Words) -> Self {
        Self {
            id: finding.id,
            severity: finding.severity,
            message: words.say(&finding.message),
            advice: words.say(&finding.advice),
            value: finding.value.map(two_places),
            limit: finding.limit.map(two_places),
            unit: finding.unit.map(Unit::name),
            region: finding.region.map(|r| region(r, turn)),
            confidence: two_places(finding.confidence),
        }
    }
}

/// Something that could not be checked.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NotAssessed {
    /// Id of the check.
    id: &'static str,
    /// Why.
    reason: String,
}

impl NotAssessed {
    pub fn new(one: &checks::NotAssessed, words: &Words) -> Self {
        Self { id: one.id, reason: words.say(&one.reason) }
    }
}

/// Whom a document names.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Holder {
    /// The surnames; empty where the document does not split the name.
    surname: String,
    /// The given names; empty where the document does not split the name.
    given_names: String,
    /// The whole name.
    full_name: String,
    /// How sure the reading is, 0 to 1.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    confidence: f64,
}

impl From<&fields::Holder> for Holder {
    fn from(holder: &fields::Holder) -> Self {
        Self {
            surname: holder.surname.clone(),
            given_names: holder.given_names.clone(),
            full_name: holder.full_name.clone(),
            confidence: two_places(holder.confidence),
        }
    }
}

/// A region, converted back to page space.
pub fn region(r: Region, turn: &Turn) -> [i64; 4] {
    let r = turn.region_to_page(r);
    [r.left, r.top, r.width, r.height].map(|side| side.round() as i64)
}

/// A file as it was named.
pub fn file(id: &PageId) -> String {
    id.file.to_string_lossy().into_owned()
}

/// Each file once, in order.
pub fn files(pages: &[PageId]) -> Vec<String> {
    let mut out: Vec<String> = pages.iter().map(file).collect();
    out.dedup();
    out
}

/// Rounds to two decimals: they are enough for people, and they keep the bytes the same on every machine.
pub fn two_places(number: f32) -> f64 {
    (f64::from(number) * 100.0).round() / 100.0
}
