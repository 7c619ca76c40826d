//! What is drawn. Panels read the state and push commands; they change nothing, and know no file and no thread.

mod answer;
mod call;
mod client;
mod crop;
mod display;
mod example;
mod files;
mod finding;
mod findings;
mod help;
mod keys;
mod legend;
mod letters;
mod look;
mod mark;
mod names;
mod on_page;
mod overlay;
mod page;
mod pattern;
mod placement;
mod queue;
mod record;
mod set;
mod start;
mod status;
mod top;

use eframe::egui::{
    Button, CentralPanel, Context, Id, LayerId, Memory, Order, Panel, RichText, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder,
};

#[cfg(test)]
pub use findings::field_key;
pub use keys::keys;
#[cfg(test)]
pub use placement::Placement;

use crate::command::Command;
use crate::state::{GoTo, Part, State, Tab};
use crate::textures::Textures;
use crate::theme;

/// The whole window.
pub fn window_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    let width = ui.available_width();
    let share = |share: f32, [least, most]: [f32; 2]| (width * share).clamp(least, most);
    Panel::top("top").frame(theme::bar()).show(ui, |ui| top::top_ui(ui, state, commands));
    Panel::bottom("status").frame(theme::bar()).show(ui, |ui| status::status_ui(ui, state, commands));
    dialogs_ui(ui, state, commands);
    if let Some(queue) = &state.queue {
        match queue.open {
            None => {
                CentralPanel::no_frame().show(ui, |ui| queue::queue_ui(ui, state, queue, commands));
                start::drop_hint_ui(ui.ctx(), state);
                focus_ui(ui.ctx());
                return;
            }
            Some(at) => {
                let panel = Panel::top("client").frame(theme::bar());
                panel.show(ui, |ui| client::client_ui(ui, state, queue, at, commands));
            }
        }
    }
    answer::answer_ui(ui, state, commands);
    if !state.pages.is_empty() {
        Panel::left("files")
            .frame(theme::side_panel())
            .exact_size(share(theme::LIST_SHARE, theme::LIST_WIDTHS))
            .resizable(false)
            .show(ui, |ui| files::files_ui(ui, state, textures, commands));
    }
    Panel::right("right")
        .frame(theme::side_panel())
        .exact_size(share(theme::RIGHT_SHARE, theme::RIGHT_WIDTHS))
        .resizable(false)
        .show(ui, |ui| right_ui(ui, state, textures, commands));
    CentralPanel::default().frame(theme::desk()).show(ui, |ui| {
        if state.pages.is_empty() {
            start::start_ui(ui, state, commands);
        } else {
            page::page_ui(ui, state, textures, commands);
        }
    });
    start::drop_hint_ui(ui.ctx(), state);
    focus_ui(ui.ctx());
}

/// A ring of two colors around what the keyboard reaches, so that it is seen on every ground.
fn focus_ui(ctx: &Context) {
    let focused = ctx.memory(Memory::focused).and_then(|id| ctx.read_response(id));
    let Some(place) = focused.map(|response| response.rect.expand(theme::FOCUS).intersect(ctx.content_rect())) else {
        return;
    };
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, Id::unique("focus")));
    let colors = theme::colors();
    painter.rect_stroke(place, theme::FOCUS_CORNER, Stroke::new(3.5, colors.paper), StrokeKind::Middle);
    painter.rect_stroke(place, theme::FOCUS_CORNER, Stroke::new(1.8, colors.ink), StrokeKind::Middle);
}

/// What lies over the window.
fn dialogs_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if let Some(offer) = &state.offer {
        client::offer_ui(ui.ctx(), state, offer.clients.people.len(), offer.clients.files, commands);
    } else if let Some(why) = &state.why {
        client::why_ui(ui.ctx(), state, why, commands);
    } else if state.help_open {
        help::help_ui(ui.ctx(), state, commands);
    }
}

/// The panel on the right: one of its parts, with the names of all of them above it. Before there are any pages, it is
/// the form.
fn right_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    let tab = if state.pages.is_empty() { Tab::Details } else { state.tab };
    if !state.pages.is_empty() {
        tabs_ui(ui, state, commands);
    }
    // whatever is in it, the panel keeps its width, and nothing in it covers the page
    let room = ui.available_rect_before_wrap();
    ui.allocate_rect(room, Sense::hover());
    let mut ui = ui.new_child(UiBuilder::new().max_rect(room));
    ui.shrink_clip_rect(room);
    // each part, and each page, starts scrolled to the top
    let salt = (tab, state.selected.as_ref().filter(|_| tab == Tab::Page));
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(&mut ui, |ui| {
        ui.set_max_width(ui.available_width() - theme::SCROLL_ROOM);
        match tab {
            Tab::Page => findings::findings_ui(ui, state, textures, commands),
            Tab::Call => call::call_ui(ui, state, commands),
            Tab::Details => record::record_ui(ui, state, commands),
        }
    });
}

fn tabs_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SMALL_GAP;
        ui.spacing_mut().button_padding.x = theme::TOOL_PADDING;
        for tab in Tab::ALL {
            let name = RichText::new(state.words.get(tab.word())).small();
            let button = Button::selectable(state.tab == tab, name).frame_when_inactive(true);
            let response = ui.add(button);
            if state.tab == tab && state.go_to == Some(GoTo::Part(Part::Right)) {
                response.request_focus();
            }
            if response.clicked() {
                commands.push(Command::ShowTab(tab));
            }
        }
    });
    ui.separator();
}
