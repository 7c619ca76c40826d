//! The list on the left: of each page a small picture, its document, its verdict, what is worst about it, and its file.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Button, Color32, EventFilter, Id, Key, Label, Layout, Modifiers, Rect, Response, RichText, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use precheck::words::{Arg, Message};

use super::mark::{self, mark_ui};
use crate::command::Command;
use crate::state::{GoTo, PageEntry, PageState, Part, State, elided, file_name};
use crate::textures::Textures;
use crate::theme;

/// The list of pages.
pub fn files_ui(ui: &mut Ui, state: &State, textures: &Textures, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.heading(state.words.get("app-files"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let selected = state.selected.as_ref();
            let remove = ui.add_enabled(
                selected.is_some() && state.queue.is_none(),
                Button::new(state.words.get("app-remove")).small(),
            );
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
            if matches!(state.go_to, Some(GoTo::Page | GoTo::Finding | GoTo::Part(Part::List)))
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

/// What a row says about a page.
struct Row {
    state: PageState,
    /// The document, as far as it was read; otherwise the file.
    title: String,
    word: String,
    /// What is worst about it.
    reason: Option<String>,
    file: String,
    page: String,
    /// That the file is no longer there.
    gone: Option<String>,
}

impl Row {
    fn of(state: &State, entry: &PageEntry) -> Self {
        let (words, page_state) = (&state.words, state.page_state(entry));
        let number = Message::new("app-page-number").with("page", Arg::Text(entry.id.page.to_string()));
        let file = file_name(&entry.id);
        Self {
            state: page_state,
            title: state.document(&entry.id).unwrap_or_else(|| file.clone()),
            word: words.get(word_of(page_state)),
            reason: state.reason(&entry.id),
            file,
            page: words.say(&number),
            gone: state.is_gone(&entry.id.file).then(|| words.get("app-photo-gone-short")),
        }
    }

    /// All of it, for those who hear it.
    fn spoken(&self) -> String {
        let reason = self.reason.as_ref().map(|reason| format!(" {reason}.")).unwrap_or_default();
        let gone = self.gone.as_ref().map(|gone| format!(" {gone}.")).unwrap_or_default();
        format!("{}, {}: {}.{reason}{gone} {}", self.file, self.page, self.word, self.title)
    }
}

fn row_ui(ui: &mut Ui, state: &State, textures: &Textures, entry: &PageEntry, commands: &mut Vec<Command>) {
    let selected = state.selected.as_ref() == Some(&entry.id);
    // the keyboard stops at the shown page alone; arrows go through the others
    let sense = if selected { Sense::click() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme::ROW_HEIGHT), sense);
    if selected {
        focus_ui(ui, state, &response, commands);
    }
    let row = Row::of(state, entry);
    let info = || WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, row.spoken());
    response.widget_info(info);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        commands.push(Command::Select(entry.id.clone()));
    }
    let fill = if selected {
        theme::colors().accent_wash
    } else if response.hovered() {
        theme::colors().bar
    } else {
        theme::colors().paper
    };
    ui.painter().rect_filled(rect, 8.0, fill);
    if selected || response.has_focus() {
        let width = if response.has_focus() { 2.5 } else { 1.2 };
        ui.painter().rect_stroke(rect, 8.0, Stroke::new(width, theme::colors().accent), StrokeKind::Inside);
    }
    let inner = rect.shrink(theme::GAP * 0.6);
    // in a narrow list the picture is beside the title only, so that the other lines have room
    let narrow = inner.width() < theme::NARROW_ROW;
    let side = if narrow { theme::SMALL_THUMBNAIL } else { theme::THUMBNAIL };
    let picture = Rect::from_min_size(inner.min, Vec2::splat(side));
    thumbnail_ui(ui, textures, entry, picture);
    let indent = if narrow { side + theme::SMALL_GAP } else { 0.0 };
    let left = if narrow { inner.left() } else { picture.right() + theme::GAP };
    let text = Rect::from_min_max(pos2(left, inner.top()), inner.max);
    // a separate child, so that it cannot move the next row
    let mut ui = ui.new_child(UiBuilder::new().max_rect(text).layout(Layout::top_down(Align::Min)));
    ui.shrink_clip_rect(rect);
    words_ui(&mut ui, &row, indent);
    response.on_hover_text(row.file);
}

/// Keeps the keyboard in the list while its arrows go through the pages.
fn focus_ui(ui: &Ui, state: &State, row: &Response, commands: &mut Vec<Command>) {
    let memory = Id::unique("keyboard in the list");
    let was_here = ui.data(|data| data.get_temp::<bool>(memory)).unwrap_or_default();
    let stepped = was_here && state.go_to == Some(GoTo::Page);
    if stepped || state.go_to == Some(GoTo::Part(Part::List)) {
        row.request_focus();
    }
    let is_here = row.has_focus() || stepped;
    ui.data_mut(|data| data.insert_temp(memory, is_here));
    if row.has_focus() {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, arrows));
        ui.input_mut(|input| {
            for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
                let times = input.count_and_consume_key(Modifiers::NONE, key);
                commands.extend(std::iter::repeat_n(Command::Step(by), times));
            }
        });
    }
}

fn words_ui(ui: &mut Ui, row: &Row, indent: f32) {
    ui.spacing_mut().item_spacing.y = theme::TIGHT;
    let tone = tone_of(row.state);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = theme::MARK;
        ui.add_space(indent);
        ui.add(Label::new(RichText::new(&row.title).strong().family(theme::semibold())).truncate().selectable(false));
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::SMALL_GAP;
        ui.spacing_mut().interact_size.y = theme::MARK;
        mark_ui(ui, mark::of_page(row.state), theme::MARK, tone.ink);
        ui.add(Label::new(RichText::new(&row.word).small().color(tone.ink)).truncate().selectable(false));
    });
    if let Some(reason) = &row.reason {
        ui.add(Label::new(RichText::new(reason).small()).truncate().selectable(false));
    }
    let letters = (ui.available_width() / theme::SMALL_LETTER) as usize;
    let (beside, color) =
        row.gone.as_ref().map_or((&row.page, theme::colors().muted), |gone| (gone, theme::colors().notice.ink));
    let room = letters.saturating_sub(beside.chars().count() + 2);
    let file = elided(&row.file, room.max(theme::LEAST_OF_NAME));
    let place = if row.gone.is_some() { format!("{beside}: {file}") } else { format!("{file}, {beside}") };
    ui.add(Label::new(RichText::new(place).size(theme::TINY).color(color)).truncate().selectable(false));
}

fn thumbnail_ui(ui: &Ui, textures: &Textures, entry: &PageEntry, square: Rect) {
    ui.painter().rect_filled(square, 4.0, theme::colors().desk);
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
pub fn tone_of(state: PageState) -> theme::Tone {
    match state {
        PageState::Judged(verdict) => theme::page_tone(verdict),
        _ => theme::colors().neutral,
    }
}
