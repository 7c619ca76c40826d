//! The record to compare with: what the ITIN letter says, typed by the person, and the day of the video call.

use eframe::egui::{Align, Label, RichText, TextEdit, Ui, vec2};
use precheck::record::Path;

use super::mark::{Mark, mark_ui};
use crate::command::Command;
use crate::state::{GoTo, RecordBox, State};
use crate::theme;

/// Most letters that one box accepts.
const MOST_LETTERS: usize = 200;

/// The form.
pub fn record_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.heading(words.get("app-record"));
    ui.label(RichText::new(words.get("app-record-why")).color(theme::colors().muted));
    ui.add_space(theme::SMALL_GAP);
    path_ui(ui, state, commands);
    for which in [RecordBox::Given, RecordBox::Middle, RecordBox::Surname, RecordBox::BirthDate, RecordBox::CallDate] {
        box_ui(ui, state, which, commands);
    }
    box_ui(ui, state, RecordBox::Itin, commands);
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
    if ui.button(words.get("app-record-open")).clicked() {
        commands.push(Command::OpenRecord);
    }
}

/// Where the person lives, because that decides what counts.
fn path_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.label(words.get("app-record-path"));
    for (path, key) in [(Path::Us, "app-record-path-us"), (Path::OutsideUs, "app-record-path-outside-us")] {
        if ui.radio(state.form.path == path, words.get(key)).clicked() {
            commands.push(Command::ChoosePath(path));
        }
    }
    ui.add_space(theme::SMALL_GAP);
}

fn box_ui(ui: &mut Ui, state: &State, which: RecordBox, commands: &mut Vec<Command>) {
    let words = &state.words;
    let name = RichText::new(words.get(which.word())).small().color(theme::colors().muted);
    // columns would spread the letters of a name that takes two lines
    let label = ui.add(Label::new(name).halign(Align::Min));
    let mut text = state.form.text(which).to_owned();
    let edit = TextEdit::singleline(&mut text)
        .id_salt(which.word())
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, theme::BOX_HEIGHT))
        .char_limit(MOST_LETTERS)
        .password(which == RecordBox::Itin && !words.shows_numbers());
    let response = ui.add(edit).labelled_by(label.id);
    if response.changed() {
        commands.push(Command::EditRecord(which, text));
    }
    if response.gained_focus() {
        // with the line below it
        ui.scroll_to_rect(response.rect.expand2(vec2(0.0, theme::BOX_HEIGHT)), None);
    }
    if response.lost_focus() {
        commands.push(Command::LeaveBox);
    }
    if state.go_to == Some(GoTo::Box(which)) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if which.is_date() {
        day_ui(ui, state, which, response.has_focus());
    }
}

/// The day of a box in words, or how to type it. Its line is always there, so that nothing moves while somebody types.
fn day_ui(ui: &mut Ui, state: &State, which: RecordBox, typing: bool) {
    let words = &state.words;
    let (mark, text, color) = match state.form.date(which) {
        Some(date) => (Mark::Tick, words.day(date), theme::colors().fine.ink),
        None if state.form.is_wrong(which) && !typing => {
            (Mark::Look, words.get("app-record-date-wrong"), theme::colors().serious.ink)
        }
        None => (Mark::Info, words.get("app-record-date-hint"), theme::colors().muted),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = theme::DAY_HEIGHT;
        mark_ui(ui, mark, theme::SMALL_MARK, color);
        ui.add(Label::new(RichText::new(text).small().color(color)).truncate());
    });
}
