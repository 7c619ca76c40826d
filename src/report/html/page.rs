//! A page of the set as data: its picture with what is drawn over it, its findings, what was read, and the comparison of
//! the name.

use serde::Serialize;

use super::super::applicant::{Applicant, Said, page_verdict};
use super::super::{key, mask, name_help, rests_on};
use super::data_uri;
use super::drawn::Drawing;
use super::shown::{FindingView, NotAssessedView, Verdict, finding, not_assessed};
use crate::checks::{CLAIM, NameMatch, PageReport};
use crate::examined::{Examined, PageRecord};
use crate::fields::{Field, FieldKind};
use crate::names::Relation;
use crate::redacted::{Cover, Picture};
use crate::words::{Arg, Message, Words};

/// A fact that was read, and everywhere it was read.
#[derive(Serialize)]
struct FactView {
    name: String,
    value: String,
    sources: Vec<String>,
}

/// A row of the comparison of the name.
#[derive(Serialize)]
struct NameRow {
    record: String,
    document: String,
    difference: String,
    outcome: Verdict,
}

/// The comparison of the name, part by part.
#[derive(Serialize)]
struct NameView {
    rows: Vec<NameRow>,
    help: Option<String>,
}

/// A picture and what is drawn over it.
#[derive(Serialize)]
struct PictureView {
    source: Option<String>,
    alt: String,
    note: String,
    drawing: Drawing,
}

/// What is known of a page that could be examined.
#[derive(Serialize)]
struct ExaminedView {
    kind: String,
    holder: Option<String>,
    picture: PictureView,
    facts: Vec<FactView>,
    rests_on: Option<String>,
    name: Option<NameView>,
}

/// A page.
#[derive(Serialize)]
pub(super) struct PageView {
    anchor: String,
    title: String,
    verdict: Verdict,
    /// Why it could not be examined.
    error: Option<String>,
    examined: Option<ExaminedView>,
    findings: Vec<FindingView>,
    not_assessed: Vec<NotAssessedView>,
}

impl PageView {
    pub(super) fn new(
        anchor: String,
        file: &str,
        (record, report): (&PageRecord, &PageReport),
        applicant: Applicant,
        picture: Option<&Picture>,
        words: &Words,
    ) -> Self {
        let title =
            Message::new("report-page").with("file", file.into()).with("page", Arg::Text(record.id.page.to_string()));
        let examined = record.examined();
        let drawing = examined.map(|page| Drawing::new(&report.findings, page.size));
        let is_drawn = |number| drawing.as_ref().is_some_and(|drawing| drawing.shows(number));
        let findings = report.findings.iter().enumerate();
        Self {
            anchor,
            title: words.say(&title),
            verdict: Verdict::new(page_verdict(report.verdict), words),
            error: record
                .outcome
                .as_ref()
                .err()
                .map(|error| format!("{} {}", words.say(&error.message()), words.say(&error.advice()))),
            findings: findings.map(|(n, f)| finding(n + 1, f, is_drawn(n + 1), words)).collect(),
            not_assessed: report.not_assessed.iter().map(|one| not_assessed(one, words)).collect(),
            examined: examined.zip(drawing).map(|(page, drawing)| ExaminedView {
                kind: words.get(&key("kind", &page.facts.document.kind)),
                holder: page.facts.holder.as_ref().map(|holder| holder.full_name.clone()),
                picture: picture_view(page, picture, drawing, words),
                facts: facts(page, words),
                rests_on: rests_on(words, report),
                name: report.name_match.as_ref().map(|name| name_view(name, page, applicant, words)),
            }),
        }
    }
}

fn picture_view(page: &Examined, picture: Option<&Picture>, drawing: Drawing, words: &Words) -> PictureView {
    let alt = Message::new("report-picture-alt")
        .with("document", Arg::Word(key("kind", &page.facts.document.kind)))
        .with("count", Arg::Number(drawing.count() as f64));
    let note = match picture.map(|p| p.cover) {
        None => "report-no-picture",
        Some(Cover::Nothing) => "report-cover-nothing",
        Some(Cover::Places) => "report-cover-places",
        Some(Cover::Whole) => "report-cover-whole",
    };
    PictureView {
        source: picture.map(|p| data_uri::of_jpeg(&p.jpeg)),
        alt: words.say(&alt),
        note: words.get(note),
        drawing,
    }
}

/// What was read, each value once. Code lines and barcodes are mostly numbers, so they are left out where numbers are not
/// shown.
fn facts(page: &Examined, words: &Words) -> Vec<FactView> {
    let of_numbers = |kind| matches!(kind, FieldKind::Mrz | FieldKind::Barcode);
    let mut out: Vec<FactView> = Vec::new();
    for field in page.facts.fields.iter().filter(|f| words.shows_numbers() || !of_numbers(f.kind)) {
        let (name, value) = (words.get(&key("app-field", &field.kind).replace('_', "-")), mask::value(field, words));
        let source = source(field, words);
        match out.iter_mut().find(|fact| fact.name == name && fact.value == value) {
            Some(fact) if fact.sources.contains(&source) => {}
            Some(fact) => fact.sources.push(source),
            None => out.push(FactView { name, value, sources: vec![source] }),
        }
    }
    out
}

/// Where a field was read, and whether that was hard.
fn source(field: &Field, words: &Words) -> String {
    let source = words.get(&key("report-source", &field.source));
    if field.confidence < CLAIM { format!("{source} ({})", words.get("report-hard-to-read")) } else { source }
}

fn name_view(name: &NameMatch, page: &Examined, applicant: Applicant, words: &Words) -> NameView {
    let nothing = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    // a name that is no claim has no holder, but what was compared stands in the reasons
    let longest = || name.reasons.iter().map(|r| r.document.as_str()).max_by_key(|text| text.len());
    let holder = page.facts.holder.as_ref().map(|h| h.full_name.as_str()).or_else(longest).unwrap_or_default();
    let whole = NameRow {
        record: nothing(&applicant.full_name().unwrap_or_default()),
        document: nothing(holder),
        difference: words.get("report-names-whole"),
        outcome: outcome(name.relation, words),
    };
    let part = |reason: &crate::names::NameReason| {
        let sentence = Message::new(format!("name-{}", reason.code))
            .with("record", reason.record.as_str().into())
            .with("document", reason.document.as_str().into());
        NameRow {
            record: nothing(&reason.record),
            document: nothing(&reason.document),
            difference: words.say(&sentence),
            outcome: outcome(Some(reason.relation), words),
        }
    };
    NameView {
        rows: std::iter::once(whole).chain(name.reasons.iter().map(part)).collect(),
        help: name_help(words, name),
    }
}

fn outcome(relation: Option<Relation>, words: &Words) -> Verdict {
    let (sign, key, class) = match relation {
        None => ("!", "report-relation-unreadable", "look"),
        Some(Relation::Exact) => ("✓", "report-relation-exact", "good"),
        Some(Relation::FormatOnly) => ("✓", "report-relation-format-only", "good"),
        Some(Relation::Review) => ("!", "report-relation-review", "look"),
        Some(Relation::Mismatch) => ("✗", "report-relation-mismatch", "stop"),
    };
    Verdict::new(Said { sign, key, class, rank: 0 }, words)
}
