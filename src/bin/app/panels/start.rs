//! The page that is shown before there are any files: what is needed, and how to begin.

use eframe::egui::{Align, Align2, Area, Context, Id, Label, Layout, Order, RichText, ScrollArea, Ui, vec2};
use precheck::record::Path;

use super::example::{Fault, Sheet, examples_ui};
use super::mark::{Mark, mark_ui};
use super::top::primary;
use crate::command::Command;
use crate::state::State;
use crate::theme;

/// What is needed, each with what must be visible, and with photos of it.
const NEEDED: [(&str, Sheet, Fault); 3] = [
    ("app-need-itin", Sheet::Letter, Fault::CutOff),
    ("app-need-photo-id", Sheet::Card, Fault::Glare),
    ("app-need-address", Sheet::Bill, Fault::Far),
];

/// The page that is shown before there are any files.
pub fn start_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let margin = ((ui.available_width() - theme::START_WIDTH) / 2.0).max(theme::GAP);
        ui.add_space(theme::GAP);
        ui.horizontal_top(|ui| {
            ui.add_space(margin);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.set_max_width((ui.available_width() - theme::GAP).min(theme::START_WIDTH));
                ui.label(RichText::new(words.get("app-start-title")).size(theme::TITLE).family(theme::semibold()));
                ui.label(words.get("app-start-text"));
                ui.add_space(theme::GAP);
                drop_ui(ui, state, commands);
                ui.add_space(theme::GAP);
                ui.heading(words.get("app-start-need"));
                for (number, needed) in (1..).zip(NEEDED) {
                    need_ui(ui, state, number, needed);
                }
                ui.add_space(theme::GAP);
                ui.horizontal_top(|ui| {
                    mark_ui(ui, Mark::Info, theme::MARK, theme::colors().muted);
                    ui.label(RichText::new(words.get("app-start-honest")).color(theme::colors().muted));
                });
            });
        });
    });
}

fn need_ui(ui: &mut Ui, state: &State, number: usize, (key, sheet, fault): (&str, Sheet, Fault)) {
    let words = &state.words;
    // what counts may be another thing for those who live elsewhere
    let elsewhere = format!("{key}.outside-us");
    let abroad = state.form.path == Path::OutsideUs && words.has(&elsewhere);
    let shows = if abroad { elsewhere } else { format!("{key}.shows") };
    theme::card(theme::plain()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let pictures = 2.0 * (theme::EXAMPLE.x + theme::GAP);
            ui.vertical(|ui| {
                ui.set_width((ui.available_width() - pictures).max(theme::LEAST_BESIDE_EXAMPLES));
                ui.label(RichText::new(format!("{number}. {}", words.get(key))).strong().family(theme::semibold()));
                ui.add(Label::new(RichText::new(words.get(&shows)).color(theme::colors().muted)).wrap());
            });
            examples_ui(ui, state, sheet, fault);
        });
    });
}

fn drop_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    theme::drop_zone().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.vertical_centered(|ui| {
            ui.label(RichText::new(state.words.get("app-start-drop")).size(theme::VERDICT).family(theme::semibold()));
            if ui.add(primary(&state.words.get("app-start-choose"))).clicked() {
                commands.push(Command::OpenFiles);
            }
        });
    });
}

/// Shows where to drop files that hover over the window.
pub fn drop_hint_ui(ctx: &Context, state: &State) {
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let area = Area::new(Id::unique("drop hint")).order(Order::Foreground).interactable(false);
    area.anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0)).show(ctx, |ui| {
        theme::drop_zone().show(ui, |ui| {
            ui.label(RichText::new(state.words.get("app-drop-now")).size(theme::VERDICT).family(theme::semibold()));
        });
    });
}
