//! How the window looks: its colors, and the size of its text.

use eframe::egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton, is_in_menu};
use eframe::egui::{Button, PopupCloseBehavior, Ui, vec2};
use precheck::words::{Arg, Message};

use crate::command::Command;
use crate::shortcuts;
use crate::state::State;
use crate::theme::{self, Look};

/// The menu. It stays open while somebody tries sizes and colors.
pub fn display_menu_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let name = state.words.get("app-display");
    let content = |ui: &mut Ui| display_ui(ui, state, commands);
    if is_in_menu(ui) {
        SubMenuButton::new(name).config(config).ui(ui, content);
    } else {
        MenuButton::new(name).config(config).ui(ui, content);
    }
}

fn display_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.set_style(ui.ctx().global_style()); // a menu leaves out the lines around buttons
    ui.label(words.get("app-look"));
    for look in Look::ALL {
        let name = words.get(&format!("app-look-{}", look.word()));
        if ui.radio(state.settings.look == look, name).on_hover_text(shortcuts::of("app-key-look")).clicked() {
            commands.push(Command::SetLook(look));
        }
    }
    ui.add_space(theme::SMALL_GAP);
    ui.label(words.get("app-text-size"));
    ui.horizontal(|ui| {
        let mut step = |ui: &mut Ui, sign: &str, key: &str, larger: bool| {
            let button = ui.add(Button::new(sign).min_size(vec2(theme::TOOL, 0.0)));
            if button.accessible_name(words.get(key)).clicked() {
                commands.push(Command::StepText(larger));
            }
        };
        step(ui, "-", "app-text-smaller", false);
        let size = Message::new("app-text-percent").with("size", Arg::Number(f64::from(state.settings.text)));
        ui.label(words.say(&size));
        step(ui, "+", "app-text-larger", true);
    });
}
