//! The record to compare with: what the ITIN letter says, typed by the person. The set is judged again after every
//! letter.

use eframe::egui::{RichText, TextEdit, Ui};
use precheck::record::Path;

use crate::command::Command;
use crate::state::{GoTo, RecordBox, State};
use crate::theme;

/// Most letters that one box accepts.
const MOST_LETTERS: usize = 200;

/// The form.
pub fn record_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.heading(words.get("app-record"));
    ui.label(RichText::new(words.get("app-record-why")).color(theme::MUTED));
    ui.add_space(theme::SMALL_GAP);
    for which in [RecordBox::Given, RecordBox::Middle, RecordBox::Surname] {
        box_ui(ui, state, which, commands);
    }
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        box_ui(left, state, RecordBox::Itin, commands);
        box_ui(right, state, RecordBox::BirthDate, commands);
    });
    box_ui(ui, state, RecordBox::Line1, commands);
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        box_ui(left, state, RecordBox::City, commands);
        box_ui(right, state, RecordBox::Region, commands);
    });
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        box_ui(left, state, RecordBox::PostalCode, commands);
        box_ui(right, state, RecordBox::Country, commands);
    });
    ui.add_space(theme::SMALL_GAP);
    ui.label(words.get("app-record-path"));
    for (path, key) in [(Path::Us, "app-record-path-us"), (Path::OutsideUs, "app-record-path-outside-us")] {
        if ui.radio(state.form.path == path, words.get(key)).clicked() {
            commands.push(Command::ChoosePath(path));
        }
    }
    ui.add_space(theme::SMALL_GAP);
    if ui.button(words.get("app-record-open")).clicked() {
        commands.push(Command::OpenRecord);
    }
}

fn box_ui(ui: &mut Ui, state: &State, which: RecordBox, commands: &mut Vec<Command>) {
    let words = &state.words;
    let label = ui.label(RichText::new(words.get(which.word())).small().color(theme::MUTED));
    let mut text = state.form.text(which).to_owned();
    let edit = TextEdit::singleline(&mut text)
        .id_salt(which.word())
        .desired_width(f32::INFINITY)
        .char_limit(MOST_LETTERS)
        .password(which == RecordBox::Itin && !words.shows_numbers());
    let response = ui.add(edit).labelled_by(label.id);
    if response.changed() {
        commands.push(Command::EditRecord(which, text));
    }
    if state.go_to == Some(GoTo::Record) && which == RecordBox::Given {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if state.form.is_wrong(which) {
        ui.label(RichText::new(words.get("app-record-date-wrong")).small().color(theme::SERIOUS.ink));
    }
}
