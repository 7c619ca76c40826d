//! The page for the video call: what to have at hand, what expires when, that all of it is a check and no approval, and
//! what can be taken along.

use eframe::egui::{Button, Label, RichText, Ui};
use precheck::words::{Arg, Language, Message};

use super::mark::{Mark, mark_ui};
use super::set::set_ui;
use crate::command::Command;
use crate::state::{RecordBox, State};
use crate::theme;

/// The page for the video call.
pub fn call_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    day_ui(ui, state, commands);
    if state.is_working() {
        ui.label(RichText::new(words.get("app-set-working")).color(theme::colors().muted));
    } else {
        bring_ui(ui, state);
        honest_ui(ui, state);
        take_ui(ui, state, commands);
    }
    ui.add_space(theme::GAP);
    set_ui(ui, state, commands);
}

/// The day of the call, or where to type it.
fn day_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    match state.record.call_date {
        Some(date) => {
            ui.add(Label::new(words.say(&Message::new("report-call-on").with("date", Arg::Date(date)))).wrap());
        }
        None => {
            if button_ui(ui, &words.get("app-call-when")) {
                commands.push(Command::FocusBox(RecordBox::CallDate));
            }
        }
    }
}

fn bring_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    ui.heading(words.get("report-bring"));
    let originals = state.originals();
    if originals.is_empty() {
        ui.label(RichText::new(words.get("app-call-nothing")).color(theme::colors().muted));
    }
    for original in originals {
        ui.add(Label::new(format!("• {}", original.name)).wrap());
        if let Some(date) = original.date {
            ui.indent("date", |ui| ui.add(Label::new(RichText::new(date).color(theme::colors().muted)).wrap()));
        }
    }
    if let Some(day) = state.report.as_ref().and_then(|report| report.set.good_until) {
        let until = Message::new("report-good-until").with("date", Arg::Date(day));
        ui.add(Label::new(RichText::new(words.say(&until)).strong().family(theme::semibold())).wrap());
    }
}

fn honest_ui(ui: &mut Ui, state: &State) {
    ui.horizontal_top(|ui| {
        mark_ui(ui, Mark::Info, theme::MARK, theme::colors().muted);
        ui.add(Label::new(RichText::new(state.words.get("report-disclaimer")).color(theme::colors().muted)).wrap());
    });
}

/// The buttons with which a person takes along what to do.
fn take_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.add_space(theme::SMALL_GAP);
    for language in Language::ALL {
        let text = Message::new("app-copy").with("language", Arg::Text(language.own_name().to_owned()));
        if button_ui(ui, &words.say(&text)) {
            commands.push(Command::CopyWhatToDo(language));
        }
    }
    if button_ui(ui, &words.get("app-save")) {
        commands.push(Command::SaveReport);
    }
}

/// A button that comes into sight when the keyboard reaches it. Tells whether it was pressed.
fn button_ui(ui: &mut Ui, text: &str) -> bool {
    let button = ui.add(Button::new(text).wrap());
    if button.gained_focus() {
        button.scroll_to_me(None);
    }
    button.clicked()
}
