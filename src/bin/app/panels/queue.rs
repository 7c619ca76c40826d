//! The clients of a preparer: how far the work is, which of them are shown, and each with the verdict of the program, what
//! is to be done first, and what somebody decided.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, Button, CollapsingHeader, Frame, Label, Layout, Margin, ProgressBar, Rect, RichText, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use precheck::words::{Arg, Message};

use super::client::status_look;
use super::mark::mark_ui;
use crate::command::Command;
use crate::shortcuts;
use crate::state::{Filter, GoTo, Queue, State};
use crate::theme;

/// The clients.
pub fn queue_ui(ui: &mut Ui, state: &State, queue: &Queue, commands: &mut Vec<Command>) {
    Frame::new().fill(theme::colors().paper).inner_margin(Margin::symmetric(18, 14)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        head_ui(ui, state, queue, commands);
        ui.add_space(theme::SMALL_GAP);
        filters_ui(ui, state, queue, commands);
        list_ui(ui, state, queue);
        ui.add_space(theme::SMALL_GAP);
        rows_ui(ui, state, queue, commands);
    });
}

fn head_ui(ui: &mut Ui, state: &State, queue: &Queue, commands: &mut Vec<Command>) {
    let words = &state.words;
    let count = Arg::Number(queue.people.len() as f64);
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(words.say(&Message::new("app-clients").with("count", count)))
                .size(theme::VERDICT)
                .family(theme::semibold()),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(words.get("app-close")).clicked() {
                commands.push(Command::CloseClients);
            }
            if ui.button(words.get("app-clients-save")).on_hover_text(shortcuts::of("app-clients-save")).clicked() {
                commands.push(Command::SaveClients);
            }
            work_ui(ui, state, queue, commands);
        });
    });
}

/// How far the work is, how fast it goes, and how it is stopped.
fn work_ui(ui: &mut Ui, state: &State, queue: &Queue, commands: &mut Vec<Command>) {
    let words = &state.words;
    let (done, all) = queue.progress();
    if queue.is_working() {
        if ui.button(words.get("app-cancel")).on_hover_text(shortcuts::of("app-key-cancel")).clicked() {
            commands.push(Command::Cancel);
        }
    } else if done < all && ui.button(words.get("app-go-on")).clicked() {
        commands.push(Command::GoOn);
    }
    if done == all {
        ui.add(Label::new(RichText::new(state.of_clients(queue)).strong().family(theme::semibold())).truncate());
        return;
    }
    ui.add(Label::new(state.of_clients(queue)).truncate());
    let share = done as f32 / all.max(1) as f32;
    ui.add(ProgressBar::new(share).desired_width(theme::PROGRESS_WIDTH).fill(theme::colors().accent_mild));
}

fn filters_ui(ui: &mut Ui, state: &State, queue: &Queue, commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.horizontal_wrapped(|ui| {
        for filter in Filter::ALL {
            let name = Message::new(filter.word()).with("count", Arg::Number(queue.count(filter) as f64));
            let button = Button::selectable(queue.filter == filter, words.say(&name)).frame_when_inactive(true);
            if ui.add(button).clicked() {
                commands.push(Command::SetFilter(filter));
            }
        }
        let mut text = queue.search.clone();
        let edit = TextEdit::singleline(&mut text).hint_text(words.get("app-clients-search")).desired_width(220.0);
        let response = ui.add(edit.id_salt("search")).accessible_name(words.get("app-clients-search"));
        if state.go_to == Some(GoTo::Search) {
            response.request_focus();
        }
        if response.changed() {
            commands.push(Command::Search(text));
        }
    });
}

/// What is to be looked at in the list and in the folders.
fn list_ui(ui: &mut Ui, state: &State, queue: &Queue) {
    let Some(text) = queue.to_look_at(&state.words) else { return };
    let title = RichText::new(state.words.get("app-clients-list")).color(theme::colors().notice.ink);
    CollapsingHeader::new(title).id_salt("list").show(ui, |ui| {
        ScrollArea::vertical().max_height(theme::LIST_HEIGHT).show(ui, |ui| ui.add(Label::new(text).wrap()));
    });
}

fn rows_ui(ui: &mut Ui, state: &State, queue: &Queue, commands: &mut Vec<Command>) {
    let shown = queue.shown();
    if shown.is_empty() {
        ui.label(RichText::new(state.words.get("app-clients-none")).color(theme::colors().muted));
        return;
    }
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, theme::CLIENT_HEIGHT, shown.len(), |ui, rows| {
        if state.go_to == Some(GoTo::Client)
            && let Some(row) = shown.iter().position(|at| *at == queue.marked)
        {
            let step = theme::CLIENT_HEIGHT + ui.spacing().item_spacing.y;
            let top = ui.max_rect().top() + (row as f32 - rows.start as f32) * step;
            let place = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, theme::CLIENT_HEIGHT));
            ui.scroll_to_rect(place, None);
        }
        for at in &shown[rows] {
            row_ui(ui, state, queue, *at, commands);
        }
    });
}

fn row_ui(ui: &mut Ui, state: &State, queue: &Queue, at: usize, commands: &mut Vec<Command>) {
    let (words, person) = (&state.words, &queue.people[at]);
    let (mark, tone) = status_look(person.status());
    let (word, thing) = (words.get(person.status().word()), state.first_thing(person));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme::CLIENT_HEIGHT), Sense::click());
    let spoken = format!("{}: {word}. {}", person.name, thing.clone().unwrap_or_default());
    let selected = at == queue.marked;
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, &spoken));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        commands.push(Command::OpenClient(at));
    }
    let fill = match (selected, response.hovered()) {
        (true, _) => theme::colors().accent_wash,
        (false, true) => theme::colors().bar,
        (false, false) => theme::colors().paper,
    };
    ui.painter().rect_filled(rect, 8.0, fill);
    if selected || response.has_focus() {
        let width = if response.has_focus() { 2.5 } else { 1.2 };
        ui.painter().rect_stroke(rect, 8.0, Stroke::new(width, theme::colors().accent), StrokeKind::Inside);
    }
    let inner = rect.shrink2(vec2(theme::GAP, theme::SMALL_GAP));
    let name_width = inner.width() * theme::NAME_SHARE;
    let (left, right) = (
        Rect::from_min_max(inner.min, pos2(inner.left() + name_width, inner.bottom())),
        Rect::from_min_max(pos2(inner.left() + name_width + theme::GAP, inner.top()), inner.max),
    );
    let mut name = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)));
    name.shrink_clip_rect(rect);
    mark_ui(&mut name, mark, theme::MARK, tone.ink);
    name.add(Label::new(RichText::new(&person.name).strong().family(theme::semibold())).truncate().selectable(false));
    let below = state.decision(person).or(thing);
    let layout = if below.is_some() { Layout::top_down(Align::Min) } else { Layout::left_to_right(Align::Center) };
    let mut said = ui.new_child(UiBuilder::new().max_rect(right).layout(layout));
    said.shrink_clip_rect(rect);
    said.spacing_mut().item_spacing.y = theme::TIGHT;
    said.add(Label::new(RichText::new(word).color(tone.ink)).truncate().selectable(false));
    let Some(below) = below else { return };
    said.add(Label::new(RichText::new(below).small().color(theme::colors().muted)).truncate().selectable(false));
}
