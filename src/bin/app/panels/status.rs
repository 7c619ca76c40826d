//! The bar below: that nothing leaves the computer, whether reading works here, the day for which the set is judged, and
//! what was just done.

use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};
use precheck::text::{Reader, ReaderState};
use precheck::words::{Arg, Message};

use super::mark::{Mark, mark_ui};
use crate::command::Command;
use crate::state::{Remark, State, elided};
use crate::theme;

/// The bar below.
pub fn status_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let narrow = ui.available_width() < theme::NARROW;
    ui.horizontal(|ui| {
        mark_ui(ui, Mark::Lock, theme::MARK, theme::MUTED);
        ui.label(RichText::new(words.get("app-local")).small());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(remark) = &state.remark {
                remark_ui(ui, state, remark, commands);
                return;
            }
            let day = Message::new("app-day").with("day", Arg::Date(state.today));
            ui.label(RichText::new(words.say(&day)).small().color(theme::MUTED));
            if !narrow {
                readers_ui(ui, state);
            }
        });
    });
}

/// What was just done, and how to take it back.
fn remark_ui(ui: &mut Ui, state: &State, remark: &Remark, commands: &mut Vec<Command>) {
    let words = &state.words;
    let (key, file) = match remark {
        Remark::Removed(file) => ("app-removed", file.as_str()),
        Remark::Copied => ("app-copied", ""),
        Remark::Saved(file) => ("app-saved", file.as_str()),
    };
    if matches!(remark, Remark::Removed(_)) {
        let undo = Button::new(RichText::new(words.get("app-undo")).small());
        if ui.add(undo).on_hover_text("Ctrl+Z").clicked() {
            commands.push(Command::Undo);
        }
    }
    let file = elided(file, theme::NAME_IN_BAR);
    let text = words.say(&Message::new(key).with("file", Arg::Text(file)));
    ui.add(Label::new(RichText::new(text).small().strong()).truncate());
}

fn readers_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    let Some(readers) = &state.readers else {
        ui.label(RichText::new(words.get("app-readers-looking")).small().color(theme::MUTED));
        return;
    };
    let works = |reader: &ReaderState| reader.state.is_ok();
    let (mark, tone, key) = if readers.iter().any(works) {
        (Mark::Tick, theme::FINE, "app-readers")
    } else {
        (Mark::Look, theme::NOTICE, "app-readers-none")
    };
    let text = words.get(key);
    let label = ui.label(RichText::new(text).small().color(tone.ink));
    mark_ui(ui, mark, theme::MARK, tone.ink);
    let told: Vec<String> = readers.iter().map(described).collect();
    if !told.is_empty() {
        label.on_hover_text(told.join("\n"));
    }
}

fn described(reader: &ReaderState) -> String {
    let (Ok(state) | Err(state)) = &reader.state;
    format!("{}: {state}", name(reader.reader))
}

const fn name(reader: Reader) -> &'static str {
    match reader {
        Reader::Ppocr => "PP-OCRv6",
        Reader::Tesseract => "Tesseract",
    }
}
