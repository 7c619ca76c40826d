//! The object of a page.

use serde::Serialize;

use super::SCHEMA;
use super::facts::Facts;
use super::parts::{Finding, NotAssessed, file, two_places};
#[cfg(test)]
use super::schema;
use crate::checks::{self, PageReport, PageVerdict};
use crate::examined::{self, PageRecord};
use crate::names::NameReason;
use crate::report::Options;
use crate::words::{Message, Words};

/// A page of a file: what was read from it, and what it was judged to be.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Page"))]
pub struct PageObject {
    /// What kind of object this is.
    r#type: PageType,
    /// Version of the format.
    #[cfg_attr(test, schemars(schema_with = "schema::version"))]
    schema: u32,
    /// The file, as it was named.
    file: String,
    /// The page of the file, counted from 1.
    #[cfg_attr(test, schemars(range(min = 1)))]
    page: u32,
    #[serde(flatten)]
    facts: Facts,
    /// How its name relates to the record; `null` where there is nothing to compare.
    name_match: Option<NameMatch>,
    /// What was found, worst first.
    findings: Vec<Finding>,
    /// What could not be checked.
    not_assessed: Vec<NotAssessed>,
    /// What to do with it.
    #[cfg_attr(test, schemars(schema_with = "schema::page_verdict"))]
    verdict: PageVerdict,
    /// The milliseconds of each stage, if they were asked for.
    timings_ms: Option<Timings>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum PageType {
    Page,
}

impl PageObject {
    pub fn new(page: &PageRecord, report: &PageReport, options: Options) -> Self {
        let words = options.words;
        let examined = page.examined();
        let turn = examined.map(|e| e.turn).unwrap_or_default();
        Self {
            r#type: PageType::Page,
            schema: SCHEMA,
            file: file(&page.id),
            page: page.id.page,
            facts: match &page.outcome {
                Ok(examined) => Facts::examined(examined, words),
                Err(error) => Facts::unreadable(error, words),
            },
            name_match: report.name_match.as_ref().map(|m| NameMatch::new(m, words)),
            findings: report.findings.iter().map(|f| Finding::new(f, &turn, words)).collect(),
            not_assessed: report.not_assessed.iter().map(|n| NotAssessed::new(n, words)).collect(),
            verdict: report.verdict,
            timings_ms: examined.filter(|_| options.timings).map(|e| Timings::from(&e.timings)),
        }
    }
}

/// How a name relates to that of the record.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct NameMatch {
    /// In a word; `unreadable` if a name should be there and could not be read.
    #[cfg_attr(test, schemars(schema_with = "schema::relation"))]
    relation: &'static str,
    /// 0 to 1, for sorting only.
    #[cfg_attr(test, schemars(range(min = 0, max = 1)))]
    score: f64,
    /// What differs, worst first.
    reasons: Vec<Reason>,
}

impl NameMatch {
    fn new(one: &checks::NameMatch, words: &Words) -> Self {
        Self {
            relation: one.relation.map_or("unreadable", crate::names::Relation::word),
            score: two_places(one.score),
            reasons: one.reasons.iter().map(|r| Reason::new(r, words)).collect(),
        }
    }
}

/// One difference of two names.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Reason {
    /// A word that does not depend on the language. More may come.
    code: &'static str,
    /// The words of the record that it concerns.
    record: String,
    /// The words of the document that it concerns.
    document: String,
    /// The difference, in the language that was asked for.
    message: String,
}

impl Reason {
    fn new(reason: &NameReason, words: &Words) -> Self {
        let message = Message::new(format!("name-{}", reason.code))
            .with("record", reason.record.as_str().into())
            .with("document", reason.document.as_str().into());
        Self {
            code: reason.code.code(),
            record: reason.record.clone(),
            document: reason.document.clone(),
            message: words.say(&message),
        }
    }
}

/// Milliseconds of the stages.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Timings {
    /// From bytes to pixels.
    decode: f64,
    /// Measuring the picture.
    quality: f64,
    /// Finding the document in it.
    layout: f64,
    /// Reading.
    text: f64,
    /// Codes.
    codes: f64,
    /// Facts.
    fields: f64,
    /// All of it.
    total: f64,
}

impl From<&examined::Timings> for Timings {
    fn from(timings: &examined::Timings) -> Self {
        let tenth = |ms: f32| (f64::from(ms) * 10.0).round() / 10.0;
        Self {
            decode: tenth(timings.decode),
            quality: tenth(timings.quality),
            layout: tenth(timings.layout),
            text: tenth(timings.text),
            codes: tenth(timings.codes),
            fields: tenth(timings.fields),
            total: tenth(timings.total),
        }
    }
}
