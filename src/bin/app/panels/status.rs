//! The bar below: that nothing leaves the computer, which readers work here, and the day for which the set is judged.

use eframe::egui::{Align, Layout, RichText, Ui};
use precheck::text::{Reader, ReaderState};
use precheck::words::{Arg, Message};

use super::mark::{Mark, mark_ui};
use crate::state::State;
use crate::theme;

/// The bar below.
pub fn status_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    ui.horizontal(|ui| {
        mark_ui(ui, Mark::Lock, theme::MARK, theme::MUTED);
        ui.label(RichText::new(words.get("app-local")).small());
        ui.separator();
        readers_ui(ui, state);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let day = Message::new("app-day").with("day", Arg::Text(state.today.to_string()));
            ui.label(RichText::new(words.say(&day)).small().color(theme::MUTED));
        });
    });
}

fn readers_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    let Some(readers) = &state.readers else {
        ui.label(RichText::new(words.get("app-readers-looking")).small().color(theme::MUTED));
        return;
    };
    let works = |reader: &&ReaderState| reader.state.is_ok();
    let names: Vec<&str> = readers.iter().filter(works).map(|reader| name(reader.reader)).collect();
    let (mark, tone, text) = if names.is_empty() {
        (Mark::Look, theme::NOTICE, words.get("app-readers-none"))
    } else {
        let text = Message::new("app-readers").with("names", Arg::Text(names.join(", ")));
        (Mark::Tick, theme::FINE, words.say(&text))
    };
    mark_ui(ui, mark, theme::MARK, tone.ink);
    let label = ui.label(RichText::new(text).small().color(tone.ink));
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
