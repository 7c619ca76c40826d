//! The report as a page for the browser: one file that holds everything, runs no script, asks for nothing outside, and
//! prints well. For one applicant, for many in one file, or an index of many that have a file each.
//!
//! What is shown is put together as plain data first; the template only places it. Every text is escaped by the
//! template engine, because names of files and names on documents are chosen by others.

mod data_uri;
mod drawn;
mod index;
mod page;
mod section;
mod shown;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

pub use index::Client;
use index::IndexView;
use section::SectionView;

use super::Options;
use super::applicant::Applicant;
use super::hidden::{Numbers, without_marks};
use crate::page::PageId;
use crate::redacted::Picture;
use crate::words::{Arg, Message, Words};

/// The pictures of the pages, as far as there are any.
pub type Pictures = BTreeMap<PageId, Picture>;

/// Name of the template; the engine escapes for HTML because of its ending.
const TEMPLATE: &str = "report.html";
/// Key under which the data hold a picture, which is no text.
const PICTURE_KEY: &str = "source";
/// Keys of the words that the template places by itself.
const LABELS: [&str; 33] = [
    "report-also-noted",
    "report-bring",
    "report-client",
    "report-clients",
    "report-count",
    "report-disclaimer",
    "report-fact",
    "report-fact-source",
    "report-fact-value",
    "report-facts",
    "report-files",
    "report-first",
    "report-first-thing",
    "report-holder",
    "report-kind",
    "report-more-to-do",
    "report-name",
    "report-names",
    "report-names-difference",
    "report-names-document",
    "report-names-outcome",
    "report-names-record",
    "report-no-picture",
    "report-not-assessed",
    "report-nothing",
    "report-pages",
    "report-place",
    "report-place-document",
    "report-place-state",
    "report-places",
    "report-problems",
    "report-remarks",
    "report-verdict",
];

/// The report could not be put together: its template is broken.
#[derive(Debug, Error)]
#[error("the report could not be put together ({0})")]
pub struct NotWritten(String);

/// Everything that the template places.
#[derive(Serialize)]
struct Whole {
    lang: &'static str,
    title: String,
    as_of: String,
    program: String,
    labels: BTreeMap<&'static str, String>,
    message_title: String,
    index: Option<IndexView>,
    /// Number of the headings of a section's parts.
    level: u8,
    sections: Vec<Value>,
}

/// The report on one applicant.
///
/// # Errors
/// [`NotWritten`] if the template is broken.
pub fn html(applicant: Applicant, pictures: &Pictures, options: Options) -> Result<String, NotWritten> {
    let words = options.words;
    let set = &applicant.judged.report.set;
    let title = applicant.full_name().unwrap_or_else(|| words.get("report-set"));
    written(words, set.today, &title, None, vec![section(applicant, pictures, options, None)?])
}

/// A list of clients, what needs a person first, that links to a file for each; `remarks` are sentences below the list.
///
/// # Errors
/// [`NotWritten`] if the template is broken.
pub fn html_index(clients: &[Client], remarks: &[String], today: Date, options: Options) -> Result<String, NotWritten> {
    let words = options.words;
    written(words, today, &words.get("report-clients"), Some(IndexView::new(clients, remarks, words)), Vec::new())
}

/// Many clients in one file: the list, then the report on each, in the order of the list. Each link is that of its
/// section, whatever the client says.
///
/// # Errors
/// [`NotWritten`] if the template is broken.
pub fn html_together(
    clients: &[(Client, Applicant)],
    pictures: &Pictures,
    remarks: &[String],
    today: Date,
    options: Options,
) -> Result<String, NotWritten> {
    let words = options.words;
    let anchor = |n: usize| format!("client-{}", n + 1);
    let linked = clients.iter().enumerate().map(|(n, (client, _))| client.linked_to(format!("#{}", anchor(n))));
    let linked: Vec<Client> = linked.collect();
    let mut order: Vec<usize> = (0..clients.len()).collect();
    order.sort_by_key(|n| linked[*n].rank());
    let one = |n: usize| section(clients[n].1, pictures, options, Some((anchor(n), linked[n].heading())));
    let sections = order.into_iter().map(one).collect::<Result<_, _>>()?;
    written(words, today, &words.get("report-clients"), Some(IndexView::new(&linked, remarks, words)), sections)
}

/// The part about one applicant as data, in which every text is fit to be shown.
fn section(
    applicant: Applicant,
    pictures: &Pictures,
    options: Options,
    of_many: Option<(String, String)>,
) -> Result<Value, NotWritten> {
    let words = options.words;
    let view = SectionView::new(applicant, pictures, options, of_many);
    let mut value = serde_json::to_value(view).map_err(|error| NotWritten(error.to_string()))?;
    let numbers = (!words.shows_numbers()).then(|| Numbers::of(applicant.judged.set, applicant.record));
    clean(&mut value, numbers.as_ref());
    Ok(value)
}

/// Takes marks and, where they are not asked for, whole numbers out of every text.
fn clean(value: &mut Value, numbers: Option<&Numbers>) {
    match value {
        Value::String(text) => {
            *text = without_marks(text);
            if let Some(numbers) = numbers {
                *text = numbers.shortened_in(text);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| clean(item, numbers)),
        Value::Object(items) => {
            items.iter_mut().filter(|(key, _)| *key != PICTURE_KEY).for_each(|(_, item)| clean(item, numbers));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn written(
    words: &Words,
    today: Date,
    title: &str,
    index: Option<IndexView>,
    sections: Vec<Value>,
) -> Result<String, NotWritten> {
    let program = concat!("precheck ", env!("CARGO_PKG_VERSION"));
    let whole = Whole {
        lang: words.language().code(),
        title: without_marks(title),
        as_of: words.say(&Message::new("report-as-of").with("date", Arg::Text(words.day(today)))),
        program: words.say(&Message::new("report-program").with("program", program.into())),
        labels: LABELS.iter().map(|key| (*key, words.get(key))).collect(),
        message_title: words.get("message-title"),
        level: if index.is_some() { 3 } else { 2 },
        index,
        sections,
    };
    let page = rendered(&whole).map_err(|error| NotWritten(format!("{error:#}")))?;
    Ok(page + "\n")
}

fn rendered(whole: &Whole) -> Result<String, minijinja::Error> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    engine.add_template("report.css", include_str!("report.css"))?;
    engine.add_template("findings.html", include_str!("findings.html"))?;
    engine.add_template("page.html", include_str!("page.html"))?;
    engine.add_template("section.html", include_str!("section.html"))?;
    engine.add_template(TEMPLATE, include_str!("report.html"))?;
    engine.get_template(TEMPLATE)?.render(Serde(whole))
}
