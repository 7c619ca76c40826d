//! The list of keys, laid over the window.

use eframe::egui::{Context, Grid, Id, Label, Modal, RichText, ScrollArea, Ui};

use precheck::words::{Arg, Message};

use super::status::described;
use crate::command::Command;
use crate::state::State;
use crate::theme;

/// The keys, and the key in the language files of what each does. Names of special keys come from the language files as
/// well.
const KEYS: [(&str, &str); 32] = [
    ("O", "app-add-files"),
    ("F", "app-add-folder"),
    ("J  K", "app-key-step"),
    ("A", "app-key-answer"),
    ("R", "app-key-record"),
    ("V", "app-key-call"),
    ("N  P", "app-key-findings"),
    ("Ctrl+N", "app-new-person"),
    ("F2", "app-key-language"),
    ("F6", "app-key-part"),
    ("D", "app-key-look"),
    ("Ctrl++  Ctrl+-  Ctrl+0", "app-key-text"),
    ("1 - 9", "app-key-overlays"),
    ("M", "app-key-maps"),
    ("+  -  0", "app-key-zoom"),
    ("W", "app-key-width"),
    ("Z", "app-key-pixels"),
    ("T", "app-key-turn"),
    ("H  L", "app-key-hold"),
    ("app-arrows", "app-key-arrows"),
    ("F5", "app-key-recheck"),
    ("Shift+F5", "app-recheck-all"),
    ("Delete", "app-key-remove"),
    ("Ctrl+Z", "app-key-undo"),
    ("Esc", "app-key-cancel"),
    ("[  ]", "app-key-client"),
    (".  B", "app-key-next-client"),
    ("Y  X  E", "app-key-decide"),
    ("C", "app-key-copy"),
    ("S", "app-clients-save"),
    ("Tab", "app-key-tab"),
    ("F1  ?", "app-help"),
];

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
        for (keys, what) in KEYS {
            let keys = if words.has(keys) { words.get(keys) } else { keys.to_owned() };
            ui.label(RichText::new(keys).strong());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_names_every_key() {
        let readme = include_str!("../../../../README.md");
        let (_, window) = readme.split_once("## The window").unwrap();
        let (window, _) = window.split_once("\n## ").unwrap();
        let missing: Vec<&str> = KEYS
            .iter()
            .flat_map(|(keys, _)| keys.split_whitespace())
            .filter(|key| !key.starts_with("app-"))
            .filter(|key| !window.contains(&format!("`{key}`")))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
