//! The list on the left: a small picture, the name and the verdict of each page.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Button, Color32, Label, Layout, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::mark::{self, mark_ui};
use crate::command::Command;
use crate::state::{GoTo, PageEntry, PageState, State};
use crate::textures::Textures;
use crate::theme;

/// The list of pages.
pub fn files_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.heading(state.words.get("app-files"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let selected = state.selected.as_ref();
            let remove = ui.add_enabled(selected.is_some(), Button::new(state.words.get("app-remove")).small());
            if remove.on_hover_text(state.words.get("app-remove-hint")).clicked() {
                commands.extend(selected.map(|id| Command::Remove(id.file.clone())));
            }
        });
    });
    ui.add_space(theme::SMALL_GAP);
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(
        ui,
        theme::ROW_HEIGHT,
        state.pages.len(),
        |ui, rows| {
            if state.go_to == Some(GoTo::Page)
                && let Some(row) = state.selected_row()
            {
                scroll_to(ui, row, rows.start);
            }
            for entry in &state.pages[rows] {
                row_ui(ui, state, textures, entry, commands);
            }
        },
    );
}

/// Scrolls the list so that a row is in sight; `first` is the number of the first row drawn.
fn scroll_to(ui: &Ui, row: usize, first: usize) {
    let step = theme::ROW_HEIGHT + ui.spacing().item_spacing.y;
    let top = ui.max_rect().top() + (row as f32 - first as f32) * step;
    let place = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, theme::ROW_HEIGHT));
    ui.scroll_to_rect(place, None);
}

fn row_ui(ui: &mut Ui, state: &State, textures: &Textures, entry: &PageEntry, commands: &mut Vec<Command>) {
    let selected = state.selected.as_ref() == Some(&entry.id);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme::ROW_HEIGHT), Sense::click());
    let page_state = state.page_state(entry);
    let word = state.words.get(word_of(page_state));
    let name = state.name(&entry.id);
    let info = || WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, format!("{name}: {word}"));
    response.widget_info(info);
    if response.clicked() {
        commands.push(Command::Select(entry.id.clone()));
    }
    let fill = if selected {
        theme::ACCENT_WASH
    } else if response.hovered() {
        theme::BAR
    } else {
        theme::PAPER
    };
    ui.painter().rect_filled(rect, 8.0, fill);
    if selected || response.has_focus() {
        let width = if response.has_focus() { 2.5 } else { 1.2 };
        ui.painter().rect_stroke(rect, 8.0, Stroke::new(width, theme::ACCENT), StrokeKind::Inside);
    }
    let inner = rect.shrink(theme::GAP * 0.6);
    let narrow = inner.width() < theme::NARROW_ROW;
    let side = if narrow { theme::SMALL_THUMBNAIL } else { theme::THUMBNAIL };
    let picture = Rect::from_min_size(inner.min, Vec2::splat(side));
    thumbnail_ui(ui, textures, entry, picture);
    let text = Rect::from_min_max(
        pos2(picture.right() + if narrow { theme::SMALL_GAP } else { theme::GAP }, inner.top()),
        inner.max,
    );
    // a separate child, so that it cannot move the next row
    let mut ui = ui.new_child(UiBuilder::new().max_rect(text).layout(Layout::top_down(Align::Min)));
    words_ui(&mut ui, page_state, &name, &word);
}

fn words_ui(ui: &mut Ui, page_state: PageState, name: &str, word: &str) {
    ui.spacing_mut().item_spacing.y = theme::TIGHT;
    let tone = tone_of(page_state);
    ui.add(Label::new(name).truncate().selectable(false));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SMALL_GAP;
        mark_ui(ui, mark::of_page(page_state), theme::MARK, tone.ink);
        ui.add(Label::new(RichText::new(word).small().color(tone.ink)).truncate().selectable(false));
    });
}

fn thumbnail_ui(ui: &Ui, textures: &Textures, entry: &PageEntry, square: Rect) {
    ui.painter().rect_filled(square, 4.0, theme::DESK);
    let Some(texture) = textures.thumbnail(&entry.id) else { return };
    let size = texture.size_vec2();
    let shown = size * (square.width() / size.max_elem().max(1.0));
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let place = Rect::from_center_size(square.center(), shown);
    ui.painter().image(texture.id(), place, whole, Color32::WHITE);
}

/// Key of the word for a page's state.
pub const fn word_of(state: PageState) -> &'static str {
    use precheck::checks::PageVerdict;
    match state {
        PageState::Waiting => "app-page-waiting",
        PageState::Working => "app-page-working",
        PageState::Stopped => "app-page-stopped",
        PageState::Judged(PageVerdict::Ready) => "app-page-ready",
        PageState::Judged(PageVerdict::Retake) => "app-page-retake",
        PageState::Judged(PageVerdict::Replace) => "app-page-replace",
        PageState::Judged(PageVerdict::Review) => "app-page-review",
        PageState::Judged(PageVerdict::Unreadable) => "app-page-unreadable",
    }
}

/// Colors of a page's state.
pub const fn tone_of(state: PageState) -> theme::Tone {
    match state {
        PageState::Judged(verdict) => theme::page_tone(verdict),
        _ => theme::NEUTRAL,
    }
}
