//! JSON and JSON Lines, as the contract defines them: a `page` object for each page, in input order, then one `set`.
//!
//! The objects are types, so that `docs/precheck.schema.json` can be made from them ([`schema`]); keys stand in the
//! order of the fields. A key is always there; what is unknown is `null` or empty.

mod facts;
mod page;
mod parts;
#[cfg(test)]
mod schema;
mod set;

use serde::Serialize;

use super::{Judged, Options};
use crate::checks::{PageReport, SetReport};
use crate::examined::PageRecord;

use page::PageObject;
use set::SetObject;

/// Version of the format. A change that can break a program that reads it increases the version.
const SCHEMA: u32 = 2;

/// The description of the format as a JSON Schema; a test keeps it equal to the types.
pub const JSON_SCHEMA: &str = include_str!("../../../docs/precheck.schema.json");

/// An object of the output.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
enum Object {
    /// A page of a file.
    Page(Box<PageObject>),
    /// What all pages are together. It follows its pages.
    Set(Box<SetObject>),
}

/// All objects in one array.
pub fn json(judged: Judged, options: Options) -> String {
    let pages = judged.set.pages.iter().zip(&judged.report.pages);
    let pages = pages.map(|(page, report)| Object::Page(Box::new(PageObject::new(page, report, options))));
    let all: Vec<Object> = pages.chain([Object::Set(Box::new(SetObject::new(&judged.report.set, options)))]).collect();
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

/// One object per line.
pub fn json_lines(judged: Judged, options: Options) -> String {
    let pages = judged.set.pages.iter().zip(&judged.report.pages);
    let mut out: String = pages.map(|(page, report)| page_line(page, report, options)).collect();
    out.push_str(&set_line(&judged.report.set, options));
    out
}

/// The line of one page, with its line end.
pub fn page_line(page: &PageRecord, report: &PageReport, options: Options) -> String {
    line(&Object::Page(Box::new(PageObject::new(page, report, options))))
}

/// The line of the set, with its line end.
pub fn set_line(report: &SetReport, options: Options) -> String {
    line(&Object::Set(Box::new(SetObject::new(report, options))))
}

/// The types hold only what JSON can say, so there is always a line.
fn line(object: &Object) -> String {
    serde_json::to_string(object).unwrap_or_default() + "\n"
}
