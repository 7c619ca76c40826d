//! JSON and JSON Lines, as the contract defines them: a `page` object for each page, in input order, then one `set`.

use serde::Serialize;
use serde_json::{Value, json as object};

use super::answer::{self, bring};
use super::{Judged, Options, mask};
use crate::arrangement::Panel;
use crate::checks::{Finding, NameMatch, NotAssessed, PageReport, SetDocument, SetReport, Todo, Unit};
use crate::error::FileError;
use crate::examined::{Examined, PageRecord, Timings};
use crate::fields::{Field, Holder};
use crate::geometry::{Point, Region, Turn};
use crate::page::PageId;
use crate::words::{Message, Words};

/// Version of the format. A change that can break a program that reads it increases the version.
const SCHEMA: u32 = 2;

/// All objects in one array.
pub fn json(judged: Judged, options: Options) -> String {
    let pages =
        judged.set.pages.iter().zip(&judged.report.pages).map(|(page, report)| page_value(page, report, options));
    let all: Vec<Value> = pages.chain([set_value(&judged.report.set, options)]).collect();
    format!("{:#}\n", Value::Array(all))
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
    format!("{}\n", page_value(page, report, options))
}

/// The line of the set, with its line end.
pub fn set_line(report: &SetReport, options: Options) -> String {
    format!("{}\n", set_value(report, options))
}

fn page_value(page: &PageRecord, report: &PageReport, options: Options) -> Value {
    let words = options.words;
    let mut out = object!({"type": "page", "schema": SCHEMA, "file": file(&page.id), "page": page.id.page});
    let facts = match &page.outcome {
        Ok(examined) => examined_value(examined, options),
        Err(error) => unreadable_value(error, options.words),
    };
    let turn = page.examined().map(|e| e.turn).unwrap_or_default();
    let judgment = object!({
        "name_match": report.name_match.as_ref().map(|m| name_match(m, words)),
        "findings": report.findings.iter().map(|f| finding(f, &turn, words)).collect::<Value>(),
        "not_assessed": report.not_assessed.iter().map(|n| not_assessed(n, words)).collect::<Value>(),
        "verdict": report.verdict,
    });
    let timings = page.examined().filter(|_| options.timings).map(|e| timings(&e.timings));
    for part in [facts, judgment, object!({"timings_ms": timings})] {
        if let (Value::Object(out), Value::Object(part)) = (&mut out, part) {
            out.extend(part);
        }
    }
    out
}

fn examined_value(page: &Examined, options: Options) -> Value {
    let quality = &page.quality;
    let document = &page.facts.document;
    object!({
        "status": "examined",
        "error": null,
        "width": page.turn.given.width,
        "height": page.turn.given.height,
        "format": page.format,
        "capture": quality.capture,
        "scores": {
            "sharpness": score(quality.sharpness),
            "lighting": score(quality.lighting),
            "legibility": score(quality.legibility),
        },
        "document": {
            "kind": document.kind,
            "side": document.side,
            "country": document.country,
            "confidence": share(document.confidence),
        },
        "layout": {
            "kind": page.layout.kind,
            "rotation": page.turn.rotation.degrees(),
            "regions": page.layout.panels.iter().map(|p| panel(p, &page.turn)).collect::<Value>(),
        },
        "fields": page.facts.fields.iter().map(|f| field(f, &page.turn, options.words)).collect::<Value>(),
        "holder": page.facts.holder.as_ref().map(holder),
    })
}

/// The keys of the contract are always present; unknown values are null or empty.
fn unreadable_value(error: &FileError, words: &Words) -> Value {
    let message = format!("{} {}", words.say(&error.message()), words.say(&error.advice()));
    object!({
        "status": "unreadable",
        "error": {"code": error.code(), "message": message},
        "width": null,
        "height": null,
        "format": null,
        "capture": null,
        "scores": {"sharpness": null, "lighting": null, "legibility": null},
        "document": {"kind": "unknown", "side": null, "country": null, "confidence": 0.0},
        "layout": {"kind": "no-document", "rotation": 0, "regions": []},
        "fields": [],
        "holder": null,
    })
}

fn timings(timings: &Timings) -> Value {
    let tenth = |ms: f32| (f64::from(ms) * 10.0).round() / 10.0;
    object!({
        "decode": tenth(timings.decode),
        "quality": tenth(timings.quality),
        "layout": tenth(timings.layout),
        "text": tenth(timings.text),
        "codes": tenth(timings.codes),
        "fields": tenth(timings.fields),
        "total": tenth(timings.total),
    })
}

fn set_value(report: &SetReport, options: Options) -> Value {
    let words = options.words;
    let slots: Vec<Value> = (report.slots.iter())
        .map(|slot| {
            object!({
                "id": slot.id,
                "status": slot.status,
                "documents": slot.document.into_iter().collect::<Vec<_>>(),
                "files": files(&slot.pages),
                "reason": words.say(&slot.reason),
            })
        })
        .collect();
    let finding_on_set = |f: &Finding| {
        let mut out = finding(f, &Turn::default(), words);
        out["files"] = files(&f.pages).into();
        out
    };
    object!({
        "type": "set",
        "schema": SCHEMA,
        "client": report.client,
        "requirements": report.requirements,
        "today": report.today.to_string(),
        "call_date": report.call_date.map(|d| d.to_string()),
        "documents": report.documents.iter().map(set_document).collect::<Value>(),
        "slots": slots,
        "todo": report.todo.iter().enumerate().map(|(i, t)| to_do(i + 1, t, report, words)).collect::<Value>(),
        "bring": bring(report, words),
        "good_until": report.good_until.map(|d| d.to_string()),
        "findings": report.findings.iter().map(finding_on_set).collect::<Value>(),
        "not_assessed": report.not_assessed.iter().map(|n| not_assessed(n, words)).collect::<Value>(),
        "verdict": report.verdict,
    })
}

fn set_document(document: &SetDocument) -> Value {
    let pages = document.pages.iter().map(|p| object!({"file": file(&p.id), "page": p.id.page, "side": p.side}));
    object!({
        "kind": document.kind,
        "pages": pages.collect::<Value>(),
        "holder": document.holder.as_ref().map(holder),
    })
}

fn to_do(rank: usize, todo: &Todo, report: &SetReport, words: &Words) -> Value {
    let said = answer::said(todo, report, words);
    object!({
        "rank": rank,
        "action": todo.action,
        "message": said.message,
        "advice": said.advice,
        "files": files(&todo.pages),
        "findings": todo.causes.iter().filter_map(|c| c.finding).collect::<Vec<_>>(),
    })
}

/// `turn` is that of the finding's page.
fn finding(finding: &Finding, turn: &Turn, words: &Words) -> Value {
    object!({
        "id": finding.id,
        "severity": finding.severity,
        "message": words.say(&finding.message),
        "advice": words.say(&finding.advice),
        "value": finding.value.map(two_places),
        "limit": finding.limit.map(two_places),
        "unit": finding.unit.map(Unit::name),
        "region": finding.region.map(|r| region(r, turn)),
        "confidence": share(finding.confidence),
    })
}

fn not_assessed(one: &NotAssessed, words: &Words) -> Value {
    object!({"id": one.id, "reason": words.say(&one.reason)})
}

fn name_match(one: &NameMatch, words: &Words) -> Value {
    let reason = |r: &crate::names::NameReason| {
        let message = Message::new(format!("name-{}", r.code))
            .with("record", r.record.as_str().into())
            .with("document", r.document.as_str().into());
        object!({"code": r.code.code(), "record": r.record, "document": r.document, "message": words.say(&message)})
    };
    object!({
        "relation": one.relation.map_or_else(|| "unreadable".into(), |r| value(&r)),
        "score": share(one.score),
        "reasons": one.reasons.iter().map(reason).collect::<Value>(),
    })
}

fn field(field: &Field, turn: &Turn, words: &Words) -> Value {
    object!({
        "kind": field.kind,
        "value": mask::value(field, words),
        "source": field.source,
        "confidence": share(field.confidence),
        "region": field.region.map(|r| region(r, turn)),
        "readers": field.readers,
    })
}

fn holder(holder: &Holder) -> Value {
    object!({
        "surname": holder.surname,
        "given_names": holder.given_names,
        "full_name": holder.full_name,
        "confidence": share(holder.confidence),
    })
}

fn panel(panel: &Panel, turn: &Turn) -> Value {
    let corner = |p: Point| object!([p.x.round() as i64, p.y.round() as i64]);
    object!({
        "outline": turn.quad_to_page(panel.outline).corners.map(corner),
        "role": panel.role,
        "languages": panel.languages,
    })
}

/// A region, converted back to page space.
fn region(r: Region, turn: &Turn) -> Value {
    let r = turn.region_to_page(r);
    object!([r.left.round() as i64, r.top.round() as i64, r.width.round() as i64, r.height.round() as i64])
}

/// Each file once, in order.
fn files(pages: &[PageId]) -> Vec<String> {
    let mut out: Vec<String> = pages.iter().map(file).collect();
    out.dedup();
    out
}

fn file(id: &PageId) -> String {
    id.file.to_string_lossy().into_owned()
}

fn score(score: Option<f32>) -> Option<i64> {
    score.map(|s| s.round() as i64)
}

fn share(share: f32) -> f64 {
    two_places(share)
}

/// Rounds to two decimals: they are enough for people, and they keep the bytes the same on every machine.
fn two_places(number: f32) -> f64 {
    (f64::from(number) * 100.0).round() / 100.0
}

fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}
