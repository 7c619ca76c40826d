//! The legend: the layers that the shown page has, each with its key, its pattern and its name, as buttons that draw it
//! or leave it out. Layers that have nothing to show on the page are not listed.

use eframe::egui::{Atom, Button, IdSalt, Rect, RichText, Shape, Stroke, StrokeKind, Ui, vec2};

use super::look::look;
use super::pattern::{self, Pattern};
use crate::command::Command;
use crate::state::{Overlay, State};
use crate::theme;

/// The legend of the shown page.
pub fn legend_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let layers = state.layers();
    for (overlay, key) in Overlay::ALL.into_iter().zip(1..) {
        if layers.contains(&overlay) {
            layer_ui(ui, state, overlay, key, commands);
        }
    }
    let maps = layers.iter().filter(|layer| Overlay::MAPS.contains(layer)).count();
    if maps > 1 {
        let text = format!("M {}", state.words.get("app-overlay-maps"));
        if ui.add(Button::new(RichText::new(text).small())).clicked() {
            commands.push(Command::ToggleMaps);
        }
    }
}

fn layer_ui(ui: &mut Ui, state: &State, overlay: Overlay, key: u8, commands: &mut Vec<Command>) {
    let (words, on) = (&state.words, state.overlays.contains(&overlay));
    let name = words.get(overlay.word());
    let color = if on { theme::colors().ink } else { theme::colors().muted };
    let text = RichText::new(format!("{key} {name}")).small().color(color);
    let salt = IdSalt::new("swatch");
    let button = Button::selectable(on, (Atom::custom(salt, theme::SWATCH), text)).frame_when_inactive(true);
    let shown = button.atom_ui(ui);
    if let Some(rect) = shown.rect(salt) {
        swatch_ui(ui, rect, overlay, on);
    }
    let says = words.get(&format!("{}.shows", overlay.word()));
    if shown.response.on_hover_text(says).clicked() {
        commands.push(Command::ToggleOverlay(overlay));
    }
}

/// A small picture of how a layer looks; crossed out if the layer is left out.
fn swatch_ui(ui: &Ui, rect: Rect, overlay: Overlay, on: bool) {
    let (pattern, color) = look(overlay);
    let painter = ui.painter_at(rect);
    let inner = rect.shrink(1.5);
    painter.rect_filled(inner, 0.0, theme::ON_PAGE_WHITE);
    let corners = [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom()];
    match overlay {
        Overlay::Outlines => {
            let closed = [corners.as_slice(), &corners[..1]].concat();
            painter.extend(Shape::dashed_line(&closed, Stroke::new(2.0, color), 4.0, 3.0));
        }
        Overlay::Lines => {
            for row in [0.3, 0.7] {
                let line = Rect::from_center_size(
                    rect.center_top() + vec2(0.0, rect.height() * row),
                    vec2(inner.width(), 4.0),
                );
                painter.rect_stroke(line, 0.0, Stroke::new(1.2, color), StrokeKind::Middle);
            }
        }
        _ => {
            pattern::fill(&painter.with_clip_rect(inner), &corners, rect.left_top(), pattern, color);
            let width = if pattern == Pattern::Empty { 2.5 } else { 1.5 };
            painter.rect_stroke(inner, 2.0, Stroke::new(width, color), StrokeKind::Inside);
        }
    }
    if !on {
        painter.rect_filled(rect, 0.0, theme::colors().paper.gamma_multiply(0.6));
        painter.line_segment([rect.left_bottom(), rect.right_top()], Stroke::new(2.0, theme::colors().muted));
    }
}
