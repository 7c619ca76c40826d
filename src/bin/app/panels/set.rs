//! All documents together: which of the required ones are present, what is missing, and what was found on the set.

use eframe::egui::{Label, RichText, Ui};
use precheck::checks::{SetReport, SetVerdict, Severity, SlotReport, SlotStatus};
use precheck::report::answer;
use precheck::requirements::SlotId;
use precheck::words::{Arg, Message};

use super::finding::set_finding_ui;
use super::findings::not_assessed_ui;
use super::mark::{self, mark_ui};
use crate::command::Command;
use crate::state::State;
use crate::theme;

/// All documents together.
pub fn set_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(report) = &state.report else { return };
    let words = &state.words;
    ui.heading(words.get("app-set"));
    if state.is_working() {
        ui.label(RichText::new(words.get("app-set-working")).color(theme::MUTED));
    } else {
        verdict_ui(ui, state, report.set.verdict);
    }
    if !state.is_working() {
        todo_ui(ui, state, &report.set, commands);
    }
    for slot in &report.set.slots {
        slot_ui(ui, state, slot, commands);
    }
    // while pages are still being examined, "missing" would only mean "not seen yet"
    if !state.is_working() {
        for finding in report.set.findings.iter().filter(|f| f.severity == Severity::Note) {
            set_finding_ui(ui, state, finding, commands);
        }
        bring_ui(ui, state, &report.set);
        not_assessed_ui(ui, words, &report.set.not_assessed, "set");
    }
}

fn verdict_ui(ui: &mut Ui, state: &State, verdict: SetVerdict) {
    let tone = theme::set_tone(verdict);
    let key = match verdict {
        SetVerdict::Ready => "app-set-ready",
        SetVerdict::Fix => "app-set-fix",
        SetVerdict::Review => "app-set-review",
    };
    theme::card(tone).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            mark_ui(ui, mark::of_set(verdict), theme::MARK, tone.ink);
            ui.add(Label::new(RichText::new(state.words.get(key)).color(tone.ink).strong()).wrap());
        });
    });
}

/// What to do, what blocks most first.
fn todo_ui(ui: &mut Ui, state: &State, set: &SetReport, commands: &mut Vec<Command>) {
    let words = &state.words;
    for (i, todo) in set.todo.iter().enumerate() {
        match i {
            0 => ui.strong(words.get("report-first")),
            answer::FIRST => ui.strong(words.get("report-then")),
            _ => ui.label(""),
        };
        let said = answer::said(todo, set, words);
        let tone = if todo.blocks { theme::SERIOUS } else { theme::set_tone(SetVerdict::Review) };
        theme::card(tone).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let number = RichText::new(format!("{}. {}", i + 1, said.message)).color(tone.ink);
            ui.add(Label::new(number).wrap());
            ui.add(Label::new(said.advice).wrap());
            for id in &todo.pages {
                if ui.link(RichText::new(state.name(id)).small()).clicked() {
                    commands.push(Command::Select(id.clone()));
                }
            }
        });
    }
}

/// The originals to show in the call, and until when the documents are recent enough.
fn bring_ui(ui: &mut Ui, state: &State, set: &SetReport) {
    let words = &state.words;
    let bring = answer::bring(set, words);
    if !bring.is_empty() {
        ui.strong(words.get("report-bring"));
        for original in bring {
            ui.add(Label::new(format!("• {original}")).wrap());
        }
    }
    if let Some(day) = set.good_until {
        let until = Message::new("report-good-until").with("date", Arg::Date(day));
        ui.add(Label::new(words.say(&until)).wrap());
    }
}

fn slot_ui(ui: &mut Ui, state: &State, slot: &SlotReport, commands: &mut Vec<Command>) {
    let words = &state.words;
    let tone = theme::slot_tone(slot.status);
    ui.horizontal_top(|ui| {
        mark_ui(ui, mark::of_slot(slot.status), theme::MARK, tone.ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme::TIGHT;
            ui.label(RichText::new(words.get(slot_key(slot.id))).strong());
            if slot.status != SlotStatus::Missing || !state.is_working() {
                ui.add(Label::new(RichText::new(words.say(&slot.reason)).small().color(tone.ink)).wrap());
            }
            for id in &slot.pages {
                if ui.link(RichText::new(state.name(id)).small()).clicked() {
                    commands.push(Command::Select(id.clone()));
                }
            }
        });
    });
}

/// Key of the name of a place of the set.
pub const fn slot_key(id: SlotId) -> &'static str {
    match id {
        SlotId::ItinProof => "slot-itin-proof",
        SlotId::Primary => "slot-primary",
        SlotId::SecondDocument => "slot-second-document",
        SlotId::AddressProof => "slot-address-proof",
    }
}
