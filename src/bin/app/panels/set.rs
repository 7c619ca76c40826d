//! All documents together: which of the required ones are present, and what else was found on the set.

use eframe::egui::{Align, Label, RichText, Ui};
use precheck::checks::{Severity, SlotReport, SlotStatus};

use super::finding::set_finding_ui;
use super::findings::not_assessed_ui;
use super::mark::{self, mark_ui};
use crate::command::Command;
use crate::state::{GoTo, State, slot_key};
use crate::theme;

/// All documents together.
pub fn set_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(report) = &state.report else { return };
    let words = &state.words;
    let heading = ui.heading(words.get("report-places"));
    if state.go_to == Some(GoTo::Places) {
        heading.scroll_to_me(Some(Align::Min));
    }
    for slot in &report.set.slots {
        slot_ui(ui, state, slot, commands);
    }
    // while pages are still being examined, "missing" would only mean "not seen yet"
    if !state.is_working() {
        for finding in report.set.findings.iter().filter(|f| f.severity == Severity::Note) {
            set_finding_ui(ui, state, finding, commands);
        }
        not_assessed_ui(ui, words, &report.set.not_assessed, "set");
    }
}

fn slot_ui(ui: &mut Ui, state: &State, slot: &SlotReport, commands: &mut Vec<Command>) {
    let words = &state.words;
    let tone = theme::slot_tone(slot.status);
    ui.horizontal_top(|ui| {
        mark_ui(ui, mark::of_slot(slot.status), theme::MARK, tone.ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme::TIGHT;
            ui.label(RichText::new(words.get(slot_key(slot.id))).strong().family(theme::semibold()));
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
