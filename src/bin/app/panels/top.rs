//! The bar above: actions on the list, language and numbers.

use eframe::egui::{Align, Button, Checkbox, Layout, RichText, Ui};
use precheck::words::Language;

use super::display::display_menu_ui;
use crate::command::Command;
use crate::shortcuts;
use crate::state::{GoTo, Part, State};
use crate::theme;

/// The bar above.
pub fn top_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let narrow = ui.available_width() < theme::NARROW;
    ui.horizontal(|ui| {
        let add = ui.add(primary(&words.get("app-add-files"))).on_hover_text(shortcuts::of("app-add-files"));
        if state.go_to == Some(GoTo::Part(Part::Top)) {
            add.request_focus();
        }
        if add.clicked() {
            commands.push(Command::OpenFiles);
        }
        if ui.button(words.get("app-add-folder")).on_hover_text(shortcuts::of("app-add-folder")).clicked() {
            commands.push(Command::OpenFolder);
        }
        let idle = !state.pages.is_empty() && !state.is_working();
        if idle && ui.button(words.get("app-recheck-all")).on_hover_text(shortcuts::of("app-recheck-all")).clicked() {
            commands.push(Command::Recheck);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if narrow {
                ui.menu_button(words.get("app-more"), |ui| right_ui(ui, state, commands));
                languages_ui(ui, state, commands);
            } else {
                help_ui(ui, state, commands);
                display_menu_ui(ui, state, commands);
                languages_ui(ui, state, commands);
                person_ui(ui, state, commands);
                numbers_ui(ui, state, commands);
            }
        });
    });
    if let Some(notice) = &state.notice {
        theme::card(theme::colors().notice).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(notice).color(theme::colors().notice.ink));
                if ui.small_button(words.get("app-close")).clicked() {
                    commands.push(Command::CloseNotice);
                }
            });
        });
    }
}

/// The button for the main action.
pub fn primary(text: &str) -> Button<'_> {
    Button::new(RichText::new(text).color(theme::colors().on_accent)).fill(theme::colors().accent)
}

/// What is in the menu of a narrow window.
fn right_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    person_ui(ui, state, commands);
    help_ui(ui, state, commands);
    display_menu_ui(ui, state, commands);
    ui.set_style(ui.ctx().global_style()); // a menu leaves out the lines around boxes
    numbers_ui(ui, state, commands);
}

fn help_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if ui.button(state.words.get("app-help")).on_hover_text(shortcuts::of("app-help")).clicked() {
        commands.push(Command::ToggleHelp);
    }
}

/// The languages, each in its own words; they are in sight in every window.
fn languages_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    for language in Language::ALL.into_iter().rev() {
        let spoken = state.words.language() == language;
        if ui.selectable_label(spoken, language.own_name()).on_hover_text(shortcuts::of("app-key-language")).clicked()
            && !spoken
        {
            commands.push(Command::SetLanguage(language));
        }
    }
}

/// Begins with another person, once there is something of one.
fn person_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let hint = format!("{} ({})", state.words.get("app-new-person-hint"), shortcuts::of("app-new-person"));
    if state.has_person() && ui.button(state.words.get("app-new-person")).on_hover_text(hint).clicked() {
        commands.push(Command::NewPerson);
    }
}

fn numbers_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let mut show = state.words.shows_numbers();
    if ui.add(Checkbox::new(&mut show, state.words.get("app-show-numbers"))).changed() {
        commands.push(Command::ShowNumbers(show));
    }
}
