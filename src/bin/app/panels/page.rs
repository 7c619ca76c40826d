//! The page shown large, with zoom and pan, and its buttons.

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::Vertex;
use eframe::egui::{
    Align2, Button, Color32, CursorIcon, Label, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind,
    TextureHandle, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use precheck::arrangement;
use precheck::geometry::{Point, Rotation, Size};

use super::mark::{Mark, mark_ui};
use super::placement::Placement;
use super::{legend, overlay};
use crate::command::Command;
use crate::shortcuts::{self, BARE_KEY, MAGNIFIER_KEY};
use crate::state::{GoTo, Magnifier, Part, ShownSize, Spot, State, View};
use crate::textures::Textures;
use crate::theme;

/// The shown page.
pub fn page_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    let Some(id) = &state.selected else { return };
    ui.spacing_mut().item_spacing.y = 0.0;
    theme::bar().show(ui, |ui| {
        ui.set_width(ui.available_width());
        tools_ui(ui, state, commands);
    });
    sentence_ui(ui, state);
    let flags = Sense::CLICK | Sense::DRAG;
    let (screen, response) = ui.allocate_exact_size(ui.available_size(), flags);
    let label = format!("{}: {}", state.words.get("app-page-large"), state.name(id));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
    let painter = ui.painter_at(screen);
    let examined = state.judged(id).and_then(|(page, _)| page.examined());
    let texture = textures.best(id);
    let texture_size = texture.map(TextureHandle::size);
    let size = examined.map(|page| page.size).or(texture_size.map(|[w, h]| Size::new(w as u32, h as u32)));
    let (Some(size), Some(texture)) = (size, texture) else {
        let say = state.words.get(if state.is_working() { "app-page-coming" } else { "app-page-no-picture" });
        painter.text(screen.center(), Align2::CENTER_CENTER, say, theme::on_page(), theme::colors().muted);
        return;
    };
    let by_hand = state.turn_of(id);
    let placement = Placement::new(&state.view, size, by_hand, screen);
    let turn = examined.map(|page| page.turn.rotation).unwrap_or_default().then(by_hand);
    paint_turned(&painter, texture, placement.page, turn);
    let holds = |key| ui.input(|input| input.key_down(key)) && !ui.ctx().text_edit_focused();
    if let Some((page, report)) = state.judged(id)
        && !holds(BARE_KEY)
        && let Some(examined) = page.examined()
    {
        overlay::paint(&painter, &placement, state, examined, report);
        let spot = response.interact_pointer_pos().filter(|_| response.clicked());
        if let Some(finding) = spot.and_then(|spot| overlay::finding_under(&placement, report, spot)) {
            commands.push(Command::PointOut(Box::new(finding.clone())));
        }
    }
    let magnifier = if holds(MAGNIFIER_KEY) { Magnifier::Held } else { Magnifier::Away };
    if magnifier != state.magnifier {
        commands.push(Command::Magnify(magnifier));
    }
    if magnifier == Magnifier::Held {
        magnify(&painter, texture, &placement, turn, response.hover_pos().unwrap_or(screen.center()));
    }
    move_ui(ui, &response, &placement, commands);
    // before it is examined, only a smaller copy is known
    if let Some(GoTo::Size(wanted)) = state.go_to.filter(|_| examined.is_some()) {
        let (factor, by) = placement.for_size(wanted, &state.view, screen, ui.pixels_per_point());
        commands.extend([Command::Zoom(factor, Spot::default()), Command::Pan(by)]);
    }
}

/// A magnifier over a spot of the screen, moved as far as it takes for all of it to lie in the view.
fn magnify(painter: &Painter, texture: &TextureHandle, placement: &Placement, turn: Rotation, over: Pos2) {
    let view = painter.clip_rect();
    let half = Vec2::splat(theme::MAGNIFIER / 2.0).min(view.size() / 2.0);
    let middle = over.clamp(view.min + half, view.max - half);
    let glass = Rect::from_center_size(middle, half * 2.0);
    let seen = placement.magnified(over, theme::MAGNIFIER_TIMES).translate(middle - over);
    let painter = painter.with_clip_rect(glass);
    painter.rect_filled(glass, 0.0, theme::colors().desk);
    paint_turned(&painter, texture, seen, turn);
    painter.rect_stroke(glass, 0.0, Stroke::new(5.0, theme::RIM), StrokeKind::Inside);
    painter.rect_stroke(glass, 0.0, Stroke::new(2.5, theme::OUTLINE), StrokeKind::Inside);
}

/// Draws the picture, which is stored as in its file, upright.
fn paint_turned(painter: &Painter, texture: &TextureHandle, place: Rect, rotation: Rotation) {
    const WHOLE: Size = Size::new(1, 1);
    let corner = |x: f32, y: f32| {
        let in_file = rotation.point_to_page(Point::new(x, y), WHOLE);
        (place.min + vec2(x, y) * place.size(), pos2(in_file.x, in_file.y))
    };
    let mut mesh = Mesh::with_texture(texture.id());
    for (pos, uv) in [corner(0.0, 0.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(1.0, 1.0)] {
        mesh.vertices.push(Vertex { pos, uv, color: Color32::WHITE });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    painter.add(Shape::mesh(mesh));
}

/// One sentence about what lies in the picture.
fn sentence_ui(ui: &mut Ui, state: &State) {
    let Some(page) = state.shown().and_then(|(page, _)| page.examined()) else { return };
    theme::bar().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            mark_ui(ui, Mark::Info, theme::MARK, theme::OUTLINE);
            ui.add(Label::new(state.words.say(&arrangement::sentence(&page.layout))).wrap());
        });
    });
}

/// The wheel and pinching magnify, dragging moves, and a double click shows the whole page.
fn move_ui(ui: &Ui, response: &Response, placement: &Placement, commands: &mut Vec<Command>) {
    let middle = response.rect.center();
    if response.dragged() {
        let Spot { x, y } = placement.spot(response.drag_delta());
        commands.push(Command::Pan(Spot { x: -x, y: -y }));
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    if response.double_clicked() {
        commands.push(Command::Fit);
    }
    if let Some(pointer) = response.hover_pos() {
        let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = pinch * (wheel * theme::WHEEL_ZOOM).exp();
        if (factor - 1.0).abs() > 1e-4 {
            commands.push(Command::Zoom(factor, placement.spot(pointer - middle)));
        }
    }
}

fn tools_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let words = &state.words;
    let narrow = ui.available_width() < theme::NARROW_PAGE;
    let very_narrow = ui.available_width() < theme::NARROW_TOOLS;
    ui.spacing_mut().button_padding.x = theme::TOOL_PADDING;
    ui.spacing_mut().item_spacing = theme::TOOL_SPACING;
    ui.horizontal_wrapped(|ui| {
        let mut zoom = |ui: &mut Ui, text: &str, key: &str, command: Command| {
            let button = ui.add(Button::new(text).min_size(vec2(theme::TOOL, 0.0)));
            if key == "app-zoom-out" && state.go_to == Some(GoTo::Part(Part::Page)) {
                button.request_focus();
            }
            if button.on_hover_text(words.get(key)).accessible_name(words.get(key)).clicked() {
                commands.push(command);
            }
        };
        zoom(ui, "-", "app-zoom-out", Command::Zoom(1.0 / theme::ZOOM_STEP, Spot::default()));
        zoom(ui, "+", "app-zoom-in", Command::Zoom(theme::ZOOM_STEP, Spot::default()));
        if !very_narrow {
            whole_ui(ui, state, commands);
        }
        if narrow {
            ui.menu_button(words.get("app-page-view"), |ui| {
                if very_narrow {
                    whole_ui(ui, state, commands);
                }
                sizes_ui(ui, state, commands);
            });
            ui.menu_button(words.get("app-overlays"), |ui| legend::legend_ui(ui, state, commands));
        } else {
            sizes_ui(ui, state, commands);
            ui.separator();
            legend::legend_ui(ui, state, commands);
        }
    });
}

fn whole_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let whole = Button::new(state.words.get("app-zoom-fit"));
    if ui.add_enabled(state.view != View::default(), whole).on_hover_text("0").clicked() {
        commands.push(Command::Fit);
    }
}

/// The other sizes of the page, and its turn.
fn sizes_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    for (key, does, command) in [
        ("app-zoom-width", "app-key-width", Command::ShowAs(ShownSize::Width)),
        ("app-zoom-pixels", "app-key-pixels", Command::ShowAs(ShownSize::Pixels)),
        ("app-turn", "app-key-turn", Command::Turn),
    ] {
        if ui.button(state.words.get(key)).on_hover_text(shortcuts::of(does)).clicked() {
            commands.push(command);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_page_fits_into_its_part_of_the_screen() {
        let screen = Rect::from_min_size(pos2(100.0, 50.0), vec2(600.0, 400.0));
        for size in [Size::new(4000, 3000), Size::new(1, 1), Size::new(20_000, 50), Size::new(50, 20_000)] {
            let placed = Placement::new(&View::default(), size, Rotation::None, screen);
            assert!(screen.contains_rect(placed.page), "{size:?}: {placed:?}");
            assert!((placed.page.center() - screen.center()).length() < 0.01);
        }
    }

    #[test]
    fn a_distance_of_the_whole_page_is_a_share_of_one() {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(600.0, 400.0));
        let placed =
            Placement::new(&View { zoom: 3.0, ..View::default() }, Size::new(300, 200), Rotation::None, screen);
        let spot = placed.spot(placed.page.size());
        assert!((spot.x - 1.0).abs() < 1e-5 && (spot.y - 1.0).abs() < 1e-5);
    }

    #[test]
    fn a_point_of_the_page_goes_to_the_screen_and_back() {
        let screen = Rect::from_min_size(pos2(10.0, 20.0), vec2(600.0, 400.0));
        let mut view = View::default();
        view.zoom_at(3.7, Spot { x: 0.2, y: -0.3 });
        for turn in Rotation::ALL {
            let placed = Placement::new(&view, Size::new(4032, 3024), turn, screen);
            for p in [Point::new(0.0, 0.0), Point::new(4032.0, 3024.0), Point::new(1234.5, 678.9)] {
                assert!(placed.page_point(placed.screen(p)).distance(p) < 0.5, "{turn:?}");
            }
            assert!(placed.page.contains(placed.screen(Point::new(1.0, 1.0))), "{turn:?}");
        }
    }
}
