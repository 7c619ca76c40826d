//! What is drawn. Panels read the state and push commands; they change nothing, and know no file and no thread.

mod crop;
mod files;
mod finding;
mod findings;
mod help;
mod keys;
mod legend;
mod look;
mod mark;
mod on_page;
mod overlay;
mod page;
mod pattern;
mod placement;
mod record;
mod set;
mod start;
mod status;
mod top;

use eframe::egui::{CentralPanel, Panel, Rangef, ScrollArea, Ui};

#[cfg(test)]
#[cfg(test)]
pub use findings::field_key;
pub use keys::keys;
#[cfg(test)]
pub use placement::Placement;

use crate::command::Command;
use crate::state::State;
use crate::textures::Textures;
use crate::theme;

/// The whole window.
pub fn window_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    let width = ui.available_width();
    Panel::top("top").frame(theme::bar()).show(ui, |ui| top::top_ui(ui, state, commands));
    Panel::bottom("status").frame(theme::bar()).show(ui, |ui| status::status_ui(ui, state));
    if !state.pages.is_empty() {
        Panel::left("files")
            .frame(theme::side_panel())
            .default_size(theme::LIST_WIDTH)
            .size_range(panel_range(width, theme::LIST_SHARE))
            .show(ui, |ui| files::files_ui(ui, state, textures, commands));
    }
    Panel::right("findings")
        .frame(theme::side_panel())
        .default_size(theme::FINDINGS_WIDTH)
        .size_range(panel_range(width, theme::FINDINGS_SHARE))
        .show(ui, |ui| right_ui(ui, state, textures, commands));
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

/// Range of widths of a side panel in a window of this width: at most this share of it, so that the page keeps enough
/// room.
fn panel_range(window: f32, share: f32) -> Rangef {
    let most = window * share;
    Rangef::new(theme::SMALLEST_PANEL.min(most), most)
}

fn right_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    // the findings of each page start scrolled to the top
    ScrollArea::vertical().id_salt(&state.selected).auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - theme::SCROLL_ROOM);
        if !state.pages.is_empty() {
            findings::findings_ui(ui, state, textures, commands);
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
