//! The bar below: that nothing leaves the computer, whether reading works here, the day for which the set is judged, and
//! what was just done.

use std::path::Path;

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};
use precheck::text::{Reader, ReaderState};
use precheck::words::{Arg, Message};

use super::files::word_of;
use super::mark::{Mark, mark_ui};
use crate::command::Command;
use crate::shortcuts;
use crate::state::{Remark, State, elided, file_name_of};
use crate::theme;

/// The bar below.
pub fn status_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let narrow = ui.available_width() < theme::NARROW;
    ui.horizontal(|ui| {
        mark_ui(ui, Mark::Lock, theme::MARK, theme::colors().muted);
        ui.label(RichText::new(words.get("app-local")).small());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(remark) = &state.remark {
                remark_ui(ui, state, remark, commands);
                return;
            }
            let day = Message::new("app-day").with("day", Arg::Date(state.today));
            ui.label(RichText::new(words.say(&day)).small().color(theme::colors().muted));
            if !narrow {
                readers_ui(ui, state);
            }
        });
    });
}

/// What was just done or noticed, and how to take it back.
fn remark_ui(ui: &mut Ui, state: &State, remark: &Remark, commands: &mut Vec<Command>) {
    if matches!(remark, Remark::Removed(_)) || *remark == Remark::NewPerson && state.can_go_back() {
        let undo = Button::new(RichText::new(state.words.get("app-undo")).small());
        if ui.add(undo).on_hover_text(shortcuts::of("app-key-undo")).clicked() {
            commands.push(Command::Undo);
        }
    }
    let response =
        ui.add(Label::new(RichText::new(said(state, remark)).small().strong().family(theme::semibold())).truncate());
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// What was just done or noticed, in one sentence.
fn said(state: &State, remark: &Remark) -> String {
    let words = &state.words;
    let short = |file: &str| Arg::Text(elided(file, theme::NAME_IN_BAR));
    let of = |path: &Path| short(&file_name_of(path));
    let say = |key: &str, file: Arg| words.say(&Message::new(key).with("file", file));
    match remark {
        Remark::Removed(file) => say("app-removed", short(file)),
        Remark::NewPerson => words.get("app-new-person-done"),
        Remark::Forgotten => words.get("app-forgotten"),
        Remark::Copied => words.get("app-copied"),
        Remark::SavedReport(file) => say("app-saved-report", short(file)),
        Remark::Saved(file) => say("app-saved", short(file)),
        Remark::NewPhoto(file) | Remark::Looked(file) => {
            let first = state.pages.iter().find(|entry| entry.id.file == *file);
            let change = first.and_then(|entry| Some(state.change(&entry.id)?.1));
            let what = change.or_else(|| Some(words.get(word_of(state.page_state(first?)))));
            let message = Message::new("app-photo-of").with("file", of(file));
            words.say(&message.with("what", Arg::Text(what.unwrap_or_default())))
        }
        Remark::SamePhoto(file) => {
            let message = Message::new("app-photo-of").with("file", of(file));
            words.say(&message.with("what", Arg::Word("app-photo-same".to_owned())))
        }
        Remark::Joined(file) => say("app-photo-joined", of(file)),
        Remark::JoinedMany(count) => {
            words.say(&Message::new("app-photo-joined-many").with("count", Arg::Number(*count as f64)))
        }
        Remark::NobodyInNeed => words.get("app-clients-nobody"),
        Remark::TakenBack(client) => words.say(&Message::new("app-decision-back").with("client", short(client))),
        Remark::Gone(file) => say("app-photo-gone", of(file)),
        Remark::Moved(from, to) => {
            words.say(&Message::new("app-photo-moved").with("from", of(from)).with("to", of(to)))
        }
    }
}

fn readers_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    let Some(readers) = &state.readers else {
        if state.pages.is_empty() {
            return; // they are looked for with the first photo
        }
        ui.label(RichText::new(words.get("app-readers-looking")).small().color(theme::colors().muted));
        return;
    };
    let works = |reader: &ReaderState| reader.state.is_ok();
    let (mark, tone, key) = match readers.iter().filter(|reader| works(reader)).count() {
        0 => (Mark::Look, theme::colors().notice, "app-readers-none"),
        1 => (Mark::Look, theme::colors().notice, "app-readers-one"),
        _ => (Mark::Tick, theme::colors().fine, "app-readers"),
    };
    let text = words.get(key);
    let label = ui.label(RichText::new(text).small().color(tone.ink));
    mark_ui(ui, mark, theme::MARK, tone.ink);
    let told: Vec<String> = readers.iter().map(described).collect();
    if !told.is_empty() {
        label.on_hover_text(told.join("\n"));
    }
}

/// A reader, and whether it works.
pub fn described(reader: &ReaderState) -> String {
    let (Ok(state) | Err(state)) = &reader.state;
    format!("{}: {state}", name(reader.reader))
}

const fn name(reader: Reader) -> &'static str {
    match reader {
        Reader::Ppocr => "PP-OCRv6",
        Reader::Tesseract => "Tesseract",
    }
}
