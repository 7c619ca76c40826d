//! The bar above: actions on the list, language and numbers.

use eframe::egui::{Align, Button, Checkbox, Layout, RichText, Ui};
use precheck::words::Language;

use super::display::display_menu_ui;
use crate::command::Command;
use crate::state::State;
use crate::theme;

/// The bar above.
pub fn top_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let narrow = ui.available_width() < theme::NARROW;
    ui.horizontal(|ui| {
        if ui.add(primary(&words.get("app-add-files"))).on_hover_text("O").clicked() {
            commands.push(Command::OpenFiles);
        }
        if ui.button(words.get("app-add-folder")).on_hover_text("F").clicked() {
            commands.push(Command::OpenFolder);
        }
        let idle = !state.pages.is_empty() && !state.is_working();
        if idle && ui.button(words.get("app-recheck-all")).on_hover_text("Shift+F5").clicked() {
            commands.push(Command::Recheck);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if narrow {
                ui.menu_button(words.get("app-more"), |ui| right_ui(ui, state, commands));
            } else {
                right_ui(ui, state, commands);
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

fn right_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    if ui.button(words.get("app-help")).on_hover_text("F1, ?").clicked() {
        commands.push(Command::ToggleHelp);
    }
    display_menu_ui(ui, state, commands);
    for language in Language::ALL.into_iter().rev() {
        let spoken = words.language() == language;
        if ui.selectable_label(spoken, language.own_name()).clicked() && !spoken {
            commands.push(Command::SetLanguage(language));
        }
    }
    ui.set_style(ui.ctx().global_style()); // a menu leaves out the lines around boxes
    let mut show = words.shows_numbers();
    if ui.add(Checkbox::new(&mut show, words.get("app-show-numbers"))).changed() {
        commands.push(Command::ShowNumbers(show));
    }
}
