//! What is drawn. Panels read the state and push commands; they change nothing, and know no file and no thread.

mod files;
mod findings;
mod help;
mod keys;
mod mark;
mod overlay;
mod page;
mod record;
mod set;
mod start;
mod status;
mod top;

use eframe::egui::{CentralPanel, Panel, ScrollArea, Ui};

#[cfg(test)]
pub use findings::field_key;
pub use keys::keys;

use crate::command::Command;
use crate::state::State;
use crate::textures::Textures;
use crate::theme;

/// The whole window.
pub fn window_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    Panel::top("top").frame(theme::bar()).show(ui, |ui| top::top_ui(ui, state, commands));
    Panel::bottom("status").frame(theme::bar()).show(ui, |ui| status::status_ui(ui, state));
    if !state.pages.is_empty() {
        Panel::left("files")
            .frame(theme::side_panel())
            .default_size(theme::LIST_WIDTH)
            .min_size(theme::SMALLEST_PANEL)
            .show(ui, |ui| files::files_ui(ui, state, textures, commands));
    }
    Panel::right("findings")
        .frame(theme::side_panel())
        .default_size(theme::FINDINGS_WIDTH)
        .min_size(theme::SMALLEST_PANEL)
        .show(ui, |ui| right_ui(ui, state, commands));
    CentralPanel::default().frame(theme::desk()).show(ui, |ui| {
        if state.pages.is_empty() {
            start::start_ui(ui, state, commands);
        } else {
            page::page_ui(ui, state, textures, commands);
        }
    });
    if state.help_open {
        help::help_ui(ui.ctx(), state, commands);
    }
    start::drop_hint_ui(ui.ctx(), state);
}

fn right_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - theme::SCROLL_ROOM);
        if !state.pages.is_empty() {
            findings::findings_ui(ui, state, commands);
            divider_ui(ui);
            set::set_ui(ui, state, commands);
            divider_ui(ui);
        }
        record::record_ui(ui, state, commands);
    });
}

fn divider_ui(ui: &mut Ui) {
    ui.add_space(theme::SMALL_GAP);
    ui.separator();
    ui.add_space(theme::SMALL_GAP);
}
