//! The list of keys, laid over the window.

use eframe::egui::{Context, Grid, Id, Label, Modal, RichText, ScrollArea, Ui};

use precheck::words::{Arg, Message};

use super::status::described;
use crate::command::Command;
use crate::shortcuts;
use crate::state::State;
use crate::theme;

/// The list of keys.
pub fn help_ui(ctx: &Context, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let modal = Modal::new(Id::unique("help")).show(ctx, |ui| {
        ui.heading(words.get("app-help-title"));
        ui.add_space(theme::SMALL_GAP);
        // a small window has no room for the whole list
        let room = ui.ctx().content_rect().height() - theme::HELP_AROUND;
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            keys_ui(ui, state);
            about_ui(ui, state, commands);
        });
        ui.add_space(theme::SMALL_GAP);
        ui.button(words.get("app-close")).clicked()
    });
    if modal.inner || modal.backdrop_response.clicked() {
        commands.push(Command::ToggleHelp);
    }
}

fn keys_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    Grid::new("keys").num_columns(2).striped(true).spacing(theme::KEY_SPACING).show(ui, |ui| {
        for (what, keys) in shortcuts::told() {
            let name = |key: &&str| if words.has(key) { words.get(key) } else { (*key).to_owned() };
            let keys: Vec<String> = keys.iter().map(name).collect();
            ui.label(RichText::new(keys.join("  ")).strong().family(theme::semibold()));
            ui.label(words.get(what));
            ui.end_row();
        }
    });
    ui.add_space(theme::SMALL_GAP);
    ui.label(RichText::new(words.get("app-help-mouse")).color(theme::colors().muted));
}

/// Which program this is, under which terms, whether its readers work, what it keeps, and how that is removed.
fn about_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.add_space(theme::GAP);
    ui.heading(words.get("app-about"));
    let version = Message::new("app-about-version").with("version", Arg::Text(env!("CARGO_PKG_VERSION").to_owned()));
    ui.label(words.say(&version));
    ui.add(Label::new(words.get("app-about-license")).wrap());
    for reader in state.readers.iter().flatten() {
        ui.add(Label::new(RichText::new(described(reader)).small().color(theme::colors().muted)).wrap());
    }
    ui.add_space(theme::SMALL_GAP);
    ui.add(Label::new(words.get("app-about-kept")).wrap());
    if ui.button(words.get("app-forget")).clicked() {
        commands.push(Command::Forget);
    }
}
