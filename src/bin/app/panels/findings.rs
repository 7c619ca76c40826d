//! What was found on the shown page: the verdict, the findings worst first with what to do, what was read, and what
//! could not be checked. What few people need is folded.

use eframe::egui::{Align, Button, CollapsingHeader, Label, Layout, RichText, Ui};
use jiff::civil::Date;
use precheck::checks::{Finding, NotAssessed, PageReport, PageVerdict};
use precheck::error::FileError;
use precheck::examined::{Examined, PageRecord};
use precheck::fields::{Field, FieldKind};
use precheck::page::PageId;
use precheck::report;
use precheck::words::{Arg, Message, Words};

use super::crop::crop_ui;
use super::files::{tone_of, word_of};
use super::finding::page_finding_ui;
use super::mark::{self, Mark, mark_ui};
use super::names::names_ui;
use super::on_page::OnPage;
use crate::command::Command;
use crate::shortcuts;
use crate::state::{Change, PageState, Readability, State, hard_to_read, readability};
use crate::textures::Textures;
use crate::theme;

/// Most findings whose cards are open.
const OPEN_FINDINGS: usize = 3;

/// What was found on the shown page.
pub fn findings_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    let Some(row) = state.selected_row() else { return };
    let entry = &state.pages[row];
    let page_state = state.page_state(entry);
    verdict_ui(ui, state, page_state, &entry.id, commands);
    let PageState::Judged(_) = page_state else { return };
    let Some((page, report)) = state.judged(&entry.id) else { return };
    match &page.outcome {
        Err(error) => unreadable_ui(ui, &state.words, error),
        Ok(examined) => judged_ui(ui, OnPage { state, textures, id: &page.id }, page, examined, report, commands),
    }
}

fn verdict_ui(ui: &mut Ui, state: &State, page_state: PageState, id: &PageId, commands: &mut Vec<Command>) {
    let (words, tone) = (&state.words, tone_of(page_state));
    theme::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            mark_ui(ui, mark::of_page(page_state), theme::LARGE_MARK, tone.ink);
            let word = RichText::new(words.get(word_of(page_state)))
                .size(theme::VERDICT)
                .family(theme::semibold())
                .color(tone.ink);
            ui.add(Label::new(word).wrap());
        });
        if let Some(document) = state.document(id) {
            ui.add(Label::new(RichText::new(document).strong().family(theme::semibold())).wrap());
        }
        if let Some(place) = state.place_of(id) {
            let used = Message::new("app-used-as").with("place", Arg::Text(place));
            ui.add(Label::new(RichText::new(words.say(&used)).small().color(theme::colors().muted)).wrap());
        }
        let partly = state.shown().is_some_and(|(_, report)| !report.not_assessed.is_empty());
        let meaning = match page_state {
            PageState::Judged(PageVerdict::Ready) if partly => "app-page-ready-partly".to_owned(),
            _ => format!("{}-means", word_of(page_state)),
        };
        if words.has(&meaning) {
            ui.label(words.get(&meaning));
        }
        fate_ui(ui, state, id);
        place_ui(ui, state, page_state, id, commands);
    });
}

/// What became of the page's file: how its new photo compares with the one before, or that it is gone.
fn fate_ui(ui: &mut Ui, state: &State, id: &PageId) {
    let mut told = Vec::new();
    if let Some((change, text)) = state.change(id) {
        let (mark, tone) = match change {
            Change::Fine => (Mark::Tick, theme::colors().fine),
            Change::Better | Change::Same => (Mark::Look, theme::colors().notice),
            Change::Worse => (Mark::Cross, theme::colors().serious),
            Change::Unknown => (Mark::Info, theme::colors().neutral),
        };
        told.push((mark, tone, text));
    }
    if state.is_gone(&id.file) {
        told.push((Mark::Look, theme::colors().notice, state.words.get("app-photo-gone-means")));
    }
    for (mark, tone, text) in told {
        ui.horizontal_top(|ui| {
            mark_ui(ui, mark, theme::MARK, tone.ink);
            ui.add(Label::new(RichText::new(text).strong().family(theme::semibold())).wrap());
        });
    }
}

/// The file, and a button that has it looked at again.
fn place_ui(ui: &mut Ui, state: &State, page_state: PageState, id: &PageId, commands: &mut Vec<Command>) {
    let is_done = matches!(page_state, PageState::Judged(_) | PageState::Stopped);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let again = Button::new(RichText::new(state.words.get("app-recheck")).small());
            if is_done && ui.add(again).on_hover_text(shortcuts::of("app-key-recheck")).clicked() {
                commands.push(Command::Inspect(id.file.clone()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(state.name(id)).small().color(theme::colors().muted)).truncate());
            });
        });
    });
}

fn unreadable_ui(ui: &mut Ui, words: &Words, error: &FileError) {
    ui.add_space(theme::SMALL_GAP);
    ui.label(words.say(&error.message()));
    ui.label(RichText::new(words.say(&error.advice())).color(theme::colors().muted));
}

fn judged_ui(
    ui: &mut Ui,
    on: OnPage,
    page: &PageRecord,
    examined: &Examined,
    report: &PageReport,
    commands: &mut Vec<Command>,
) {
    let words = &on.state.words;
    ui.add_space(theme::SMALL_GAP);
    let (first, rest) = report.findings.split_at(report.findings.len().min(OPEN_FINDINGS));
    for (number, finding) in (1..).zip(first) {
        page_finding_ui(ui, on, number, finding, commands);
    }
    more_ui(ui, on, rest, commands);
    if let Some(names) = &report.name_match {
        names_ui(ui, on, examined, names, commands);
    }
    read_ui(ui, on, page, examined, commands);
    details_ui(ui, on, examined, report);
    not_assessed_ui(ui, words, &report.not_assessed, "page");
}

/// The findings that are not as bad as the first ones. They open when one of them is pointed out.
fn more_ui(ui: &mut Ui, on: OnPage, rest: &[Finding], commands: &mut Vec<Command>) {
    if rest.is_empty() {
        return;
    }
    let pointed_out = on.state.pointed_out.as_ref().is_some_and(|finding| rest.contains(finding));
    let title = Message::new("app-more-findings").with("count", Arg::Number(rest.len() as f64));
    let header = CollapsingHeader::new(on.state.words.say(&title)).id_salt(("more", on.id));
    header.open(pointed_out.then_some(true)).show_unindented(ui, |ui| {
        for (number, finding) in (OPEN_FINDINGS + 1..).zip(rest) {
            page_finding_ui(ui, on, number, finding, commands);
        }
    });
}

/// What helps few people: figures, on what the verdict is based, and the name part by part.
fn details_ui(ui: &mut Ui, on: OnPage, examined: &Examined, report: &PageReport) {
    let words = &on.state.words;
    CollapsingHeader::new(words.get("app-page-details")).id_salt(("details", on.id)).show_unindented(ui, |ui| {
        scores_ui(ui, words, examined);
        if let Some(facts) = report::rests_on(words, report) {
            ui.add(Label::new(facts).wrap());
        }
    });
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

/// What was read. Numbers that identify people are shown by their last characters; the raw codes are shown only if
/// numbers are shown in full.
fn read_ui(ui: &mut Ui, on: OnPage, page: &PageRecord, examined: &Examined, commands: &mut Vec<Command>) {
    let words = &on.state.words;
    let fields = &examined.facts.fields;
    if fields.is_empty() {
        return;
    }
    ui.add_space(theme::SMALL_GAP);
    let hard = hard_to_read(examined);
    let title = Message::new("app-read").with("hard", Arg::Number(hard as f64));
    let header = CollapsingHeader::new(words.say(&title)).id_salt(("read", &page.id)).default_open(hard > 0);
    header.show_unindented(ui, |ui| {
        let hidden =
            |field: &&Field| matches!(field.kind, FieldKind::Mrz | FieldKind::Barcode) && !words.shows_numbers();
        for field in fields.iter().filter(|field| !hidden(field)) {
            field_ui(ui, on, field, commands);
            ui.add_space(theme::SMALL_GAP);
        }
    });
}

/// One field: its name leads to its place. A field that was hard to read says so, with the place cut out of the
/// picture.
fn field_ui(ui: &mut Ui, on: OnPage, field: &Field, commands: &mut Vec<Command>) {
    let words = &on.state.words;
    let name = RichText::new(words.get(&field_key(field.kind))).small();
    match field.region {
        Some(region) => {
            if ui.link(name).on_hover_text(words.get("app-show-where")).clicked() {
                commands.push(Command::ShowRegion(region));
            }
        }
        None => {
            ui.label(name.color(theme::colors().muted));
        }
    }
    let value = match field.kind {
        FieldKind::Itin | FieldKind::DocumentNumber => words.number(&field.value),
        FieldKind::BirthDate | FieldKind::ExpiryDate | FieldKind::IssueDate | FieldKind::StatementDate => {
            field.value.parse().map_or_else(|_| field.value.clone(), |day: Date| words.day(day))
        }
        _ => field.value.clone(),
    };
    let note = match readability(field) {
        Readability::Sure => None,
        Readability::Unsure => Some("app-field-unsure"),
        Readability::Unreadable => Some("app-field-unreadable"),
    };
    if note != Some("app-field-unreadable") {
        ui.add(Label::new(value).wrap());
    }
    if let Some(note) = note {
        ui.horizontal(|ui| {
            mark_ui(ui, Mark::Look, theme::SMALL_MARK, theme::colors().notice.ink);
            ui.add(Label::new(RichText::new(words.get(note)).small().color(theme::colors().notice.ink)).wrap());
        });
    }
    if let Some(region) = on.state.crop_of_field(field) {
        crop_ui(ui, on, region);
    }
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
