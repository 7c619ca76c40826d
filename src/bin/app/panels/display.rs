//! How the window looks: its colors, and the size of its text.

use eframe::egui::{Button, Ui, vec2};
use precheck::words::{Arg, Message};

use crate::command::Command;
use crate::state::State;
use crate::theme::{self, Look};

/// The choices, in a menu.
pub fn display_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.set_style(ui.ctx().global_style()); // a menu leaves out the lines around buttons
    ui.label(words.get("app-look"));
    for look in Look::ALL {
        let name = words.get(&format!("app-look-{}", look.word()));
        if ui.radio(state.settings.look == look, name).on_hover_text("T").clicked() {
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
