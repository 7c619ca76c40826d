//! What was found on the shown page: the verdict, the scores, the findings worst first with what to do, the names side
//! by side, what was read, and what could not be checked.

use eframe::egui::{CollapsingHeader, Grid, Label, RichText, Ui};
use precheck::checks::{Finding, NameMatch, NotAssessed, PageReport, PageVerdict};
use precheck::fields::{DocumentKind, FieldKind};
use precheck::names::Relation;
use precheck::page::{Examined, PageRecord};
use precheck::words::{Arg, Message, Words};

use super::files::{tone_of, word_of};
use super::mark::{self, mark_ui};
use crate::command::Command;
use crate::state::{PageState, State};
use crate::theme;

/// Confidence from which a reading is a claim; below it, a difference may be the reader's own mistake.
const CLAIM: f32 = 0.8;

/// What was found on the shown page.
pub fn findings_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(row) = state.selected_row() else { return };
    let entry = &state.pages[row];
    let page_state = state.page_state(entry);
    verdict_ui(ui, state, page_state, &state.name(&entry.id));
    let PageState::Judged(_) = page_state else { return };
    let Some((page, report)) = state.judged(&entry.id) else { return };
    match &page.outcome {
        Err(error) => unreadable_ui(ui, &state.words, error.code()),
        Ok(examined) => judged_ui(ui, state, page, examined, report, commands),
    }
}

fn verdict_ui(ui: &mut Ui, state: &State, page_state: PageState, name: &str) {
    let (words, tone) = (&state.words, tone_of(page_state));
    theme::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            mark_ui(ui, mark::of_page(page_state), theme::LARGE_MARK, tone.ink);
            ui.label(RichText::new(words.get(word_of(page_state))).size(theme::VERDICT).color(tone.ink));
        });
        let partly = state.shown().is_some_and(|(_, report)| !report.not_assessed.is_empty());
        let meaning = match page_state {
            PageState::Judged(PageVerdict::Ready) if partly => "app-page-ready-partly".to_owned(),
            _ => format!("{}-means", word_of(page_state)),
        };
        if words.has(&meaning) {
            ui.label(words.get(&meaning));
        }
        ui.add(Label::new(RichText::new(name).small().color(theme::MUTED)).truncate());
    });
}

fn unreadable_ui(ui: &mut Ui, words: &Words, code: &str) {
    ui.add_space(theme::SMALL_GAP);
    ui.label(words.get(&format!("app-error-{code}")));
    ui.label(RichText::new(words.get("app-error-advice")).color(theme::MUTED));
}

fn judged_ui(
    ui: &mut Ui,
    state: &State,
    page: &PageRecord,
    examined: &Examined,
    report: &PageReport,
    commands: &mut Vec<Command>,
) {
    let words = &state.words;
    ui.add_space(theme::SMALL_GAP);
    kind_ui(ui, words, examined);
    scores_ui(ui, words, examined);
    for (number, finding) in (1..).zip(&report.findings) {
        finding_ui(ui, words, Some(number), finding, commands);
    }
    if let Some(names) = &report.name_match {
        names_ui(ui, state, examined, names);
    }
    read_ui(ui, words, page, examined);
    not_assessed_ui(ui, words, &report.not_assessed, "page");
}

fn kind_ui(ui: &mut Ui, words: &Words, page: &Examined) {
    let guess = &page.facts.document;
    if guess.kind == DocumentKind::Unknown {
        ui.label(RichText::new(words.get("kind-unknown")).color(theme::MUTED));
        return;
    }
    let mut text = words.get(&kind_key(guess.kind));
    if let Some(country) = &guess.country {
        text = format!("{text} · {country}");
    }
    ui.label(RichText::new(text).strong());
}

/// Key of the name of a kind of document.
pub fn kind_key(kind: DocumentKind) -> String {
    let json = serde_json::to_value(kind).unwrap_or_default();
    format!("kind-{}", json.as_str().unwrap_or("unknown"))
}

fn scores_ui(ui: &mut Ui, words: &Words, page: &Examined) {
    let quality = &page.quality;
    ui.horizontal_wrapped(|ui| {
        for (key, score) in [
            ("app-score-sharpness", quality.sharpness),
            ("app-score-lighting", quality.lighting),
            ("app-score-legibility", quality.legibility),
        ] {
            let value = score.map_or_else(|| "?".to_owned(), |score| format!("{score:.0}"));
            ui.label(RichText::new(words.say(&Message::new(key).with("score", Arg::Text(value)))).small());
        }
    });
}

/// One finding: its number on the page, how bad it is, what is wrong, what to do, and where.
pub fn finding_ui(ui: &mut Ui, words: &Words, number: Option<usize>, finding: &Finding, commands: &mut Vec<Command>) {
    let tone = theme::severity_tone(finding.severity);
    theme::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            mark_ui(ui, mark::of_severity(finding.severity), theme::MARK, tone.ink);
            let title = words.get(&format!("{}.title", finding.id));
            let text = number.map_or_else(|| title.clone(), |number| format!("{number}. {title}"));
            ui.label(RichText::new(text).color(tone.ink).strong());
        });
        ui.label(words.say(&finding.message));
        ui.label(RichText::new(words.say(&finding.advice)).color(theme::MUTED));
        if let Some(region) = finding.region
            && ui.small_button(words.get("app-show-where")).clicked()
        {
            commands.push(Command::ShowRegion(region));
        }
    });
}

fn names_ui(ui: &mut Ui, state: &State, page: &Examined, names: &NameMatch) {
    let words = &state.words;
    ui.add_space(theme::SMALL_GAP);
    ui.label(RichText::new(words.get("app-names")).heading());
    let holder = page.facts.holder.as_ref();
    let sure = holder.is_some_and(|holder| holder.confidence >= CLAIM);
    let (key, tone) = match names.relation {
        Some(Relation::Review | Relation::Mismatch) if !sure => ("app-names-unsure", theme::NOTICE),
        Some(Relation::Exact) => ("app-names-exact", theme::FINE),
        Some(Relation::FormatOnly) => ("app-names-format-only", theme::FINE),
        Some(Relation::Review) => ("app-names-review", theme::NOTICE),
        Some(Relation::Mismatch) => ("app-names-mismatch", theme::SERIOUS),
        None => ("app-names-unreadable", theme::NEUTRAL),
    };
    theme::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(words.get(key)).color(tone.ink).strong());
        let name = state.record.name.clone().unwrap_or_default();
        let record = [name.given, name.middle, name.surname].map(|part| part.trim().to_owned());
        let record = record.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let document = holder.map_or_else(String::new, |holder| holder.full_name.clone());
        Grid::new("names").num_columns(2).show(ui, |ui| {
            for (key, name) in [("app-names-record", record), ("app-names-document", document)] {
                ui.label(RichText::new(words.get(key)).small().color(theme::MUTED));
                ui.add(Label::new(RichText::new(name).strong()).wrap());
                ui.end_row();
            }
        });
        for reason in &names.reasons {
            let message = Message::new(format!("name-{}", reason.code))
                .with("record", Arg::Text(reason.record.clone()))
                .with("document", Arg::Text(reason.document.clone()));
            if words.has(&message.key) {
                ui.label(words.say(&message));
            }
        }
    });
}

/// What was read. Numbers that identify people are shown by their ends; the raw codes only where numbers are shown.
fn read_ui(ui: &mut Ui, words: &Words, page: &PageRecord, examined: &Examined) {
    let fields = &examined.facts.fields;
    if fields.is_empty() {
        return;
    }
    ui.add_space(theme::SMALL_GAP);
    CollapsingHeader::new(words.get("app-read")).id_salt(("read", &page.id)).show(ui, |ui| {
        Grid::new("read").num_columns(2).striped(true).show(ui, |ui| {
            for field in fields {
                let (key, value) = match field.kind {
                    FieldKind::Mrz | FieldKind::Barcode if !words.shows_numbers() => continue,
                    FieldKind::Itin | FieldKind::DocumentNumber => (field.kind, words.number(&field.value)),
                    kind => (kind, field.value.clone()),
                };
                ui.label(RichText::new(words.get(&field_key(key))).small().color(theme::MUTED));
                ui.add(Label::new(value).wrap());
                ui.end_row();
            }
        });
    });
}

/// Key of the name of a kind of field.
pub fn field_key(kind: FieldKind) -> String {
    let json = serde_json::to_value(kind).unwrap_or_default();
    format!("app-field-{}", json.as_str().unwrap_or_default().replace('_', "-"))
}

/// The checks that could not be made, each with its reason.
pub fn not_assessed_ui(ui: &mut Ui, words: &Words, not_assessed: &[NotAssessed], salt: &str) {
    if not_assessed.is_empty() {
        return;
    }
    ui.add_space(theme::SMALL_GAP);
    let count = Message::new("app-not-assessed").with("count", Arg::Number(not_assessed.len() as f64));
    CollapsingHeader::new(words.say(&count)).id_salt(("not assessed", salt)).show(ui, |ui| {
        for check in not_assessed {
            let title = words.get(&format!("{}.title", check.id));
            ui.add(Label::new(RichText::new(format!("{title}: {}", words.say(&check.reason))).small()).wrap());
        }
    });
}
