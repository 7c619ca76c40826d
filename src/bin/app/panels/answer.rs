//! The answer, across the window: one sentence, and below it each thing to do, which leads to its page and place. It
//! takes a share of the window at most and scrolls inside.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Button, Id, Label, Layout, Panel, ProgressBar, RichText, ScrollArea, Ui, Vec2};
use precheck::checks::{SetVerdict, Todo};
use precheck::report::answer as told;
use precheck::words::{Arg, Message};

use super::mark::{self, Mark, mark_ui};
use crate::command::Command;
use crate::shortcuts;
use crate::state::{Answer, GoTo, Part, State};
use crate::theme::{self, Tone};

/// The answer, in a panel of its own.
pub fn answer_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(answer) = state.answer() else { return };
    let (mark, tone) = look(answer);
    let memory = Id::unique("height of the answer");
    let wanted: Option<f32> = ui.data(|data| data.get_temp(memory));
    let most = ui.ctx().content_rect().height() * theme::ANSWER_SHARE;
    let height = wanted.unwrap_or(most).min(most);
    let panel = Panel::top("answer").exact_size(height).frame(theme::answer(tone));
    let used = panel.show(ui, |ui| {
        let top = ui.cursor().top();
        head_ui(ui, state, answer, (mark, tone), commands);
        let mut used = ui.cursor().top() - top;
        if !state.answer_folded {
            let body = ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - theme::SCROLL_ROOM);
                body_ui(ui, state, answer, commands);
            });
            used = body.inner_rect.top() - top + body.content_size.y;
        }
        used + theme::answer(tone).total_margin().sum().y + 1.0
    });
    // while somebody types in a box below, nothing may move it; and while a new photo is looked at, it keeps its height
    let (done, all) = state.progress();
    let few = answer == Answer::Working && all - done <= theme::FEW_PAGES;
    let keeps = ui.ctx().text_edit_focused() || wanted.is_some() && few;
    if !keeps && wanted.is_none_or(|wanted| (wanted - used.inner).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(memory, used.inner));
        ui.ctx().request_discard("the answer has another height");
    }
}

fn look(answer: Answer) -> (Mark, Tone) {
    match answer {
        Answer::Working => (Mark::Dots, theme::colors().neutral),
        Answer::Stopped(_) => (Mark::Empty, theme::colors().notice),
        Answer::Told(verdict) => (mark::of_set(verdict), theme::set_tone(verdict)),
    }
}

/// The sentence and its buttons.
fn head_ui(ui: &mut Ui, state: &State, answer: Answer, (mark, tone): (Mark, Tone), commands: &mut Vec<Command>) {
    let words = &state.words;
    ui.horizontal(|ui| {
        mark_ui(ui, mark, theme::LARGE_MARK, tone.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = if state.answer_folded { "app-answer-show" } else { "app-answer-hide" };
            let fold = ui.button(words.get(key)).on_hover_text(shortcuts::of("app-key-answer"));
            if state.go_to == Some(GoTo::Part(Part::Answer)) {
                fold.request_focus();
            }
            if fold.clicked() {
                commands.push(Command::ToggleAnswer);
            }
            match answer {
                Answer::Working => progress_ui(ui, state, commands),
                Answer::Stopped(_) => {
                    if ui.button(words.get("app-recheck-all")).on_hover_text(shortcuts::of("app-recheck-all")).clicked()
                    {
                        commands.push(Command::Recheck);
                    }
                }
                Answer::Told(_) => {}
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let headline = state.headline().unwrap_or_default();
                let text = RichText::new(headline).size(theme::VERDICT).family(theme::semibold()).color(tone.ink);
                let response = ui.add(Label::new(text).wrap());
                // said aloud when it changes, wherever the person is
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
            });
        });
    });
}

fn progress_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (done, all) = state.progress();
    if ui.button(state.words.get("app-cancel")).on_hover_text(shortcuts::of("app-key-cancel")).clicked() {
        commands.push(Command::Cancel);
    }
    ui.label(state.of_progress());
    let share = done as f32 / all.max(1) as f32;
    ui.add(ProgressBar::new(share).desired_width(theme::PROGRESS_WIDTH).fill(theme::colors().accent_mild));
}

fn body_ui(ui: &mut Ui, state: &State, answer: Answer, commands: &mut Vec<Command>) {
    let words = &state.words;
    match answer {
        Answer::Working => {
            ui.label(words.get("app-set-working"));
        }
        Answer::Told(SetVerdict::Ready) => ready_ui(ui, state),
        Answer::Told(_) | Answer::Stopped(_) => {
            for (index, todo) in state.things().into_iter().enumerate() {
                thing_ui(ui, state, index, todo, commands);
            }
        }
    }
}

/// What comes next for a set that is ready.
fn ready_ui(ui: &mut Ui, state: &State) {
    let words = &state.words;
    let Some(report) = &state.report else { return };
    ui.label(RichText::new(words.get("app-answer-next")).strong().family(theme::semibold()));
    for original in told::bring(&report.set, words) {
        ui.add(Label::new(format!("• {original}")).wrap());
    }
    if let Some(day) = report.set.good_until {
        ui.add(Label::new(words.say(&Message::new("report-good-until").with("date", Arg::Date(day)))).wrap());
    }
    ui.label(words.get("app-answer-honest"));
}

/// One thing to do: what, as a button that leads to its place, and how.
fn thing_ui(ui: &mut Ui, state: &State, index: usize, todo: &Todo, commands: &mut Vec<Command>) {
    let Some(said) = state.said(todo) else { return };
    if index == told::FIRST {
        ui.label(RichText::new(state.words.get("report-then")).strong().family(theme::semibold()));
    }
    let (mark, tone) = if todo.blocks {
        (Mark::Cross, theme::colors().serious)
    } else {
        (Mark::Look, theme::set_tone(SetVerdict::Review))
    };
    ui.horizontal_top(|ui| {
        mark_ui(ui, mark, theme::MARK, tone.ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme::TIGHT;
            ui.spacing_mut().button_padding = Vec2::ZERO;
            ui.spacing_mut().interact_size.y = theme::MARK;
            let text = RichText::new(format!("{}. {}", index + 1, said.message)).color(theme::colors().ink).underline();
            let button = Button::new(text).frame(false).wrap();
            let button = ui.add(button).on_hover_text(state.words.get("app-show-where"));
            if button.gained_focus() {
                button.scroll_to_me(None);
            }
            if button.clicked() {
                commands.push(Command::GoToThing(index));
            }
            if !said.advice.is_empty() {
                ui.add(Label::new(RichText::new(said.advice).color(theme::colors().muted)).wrap());
            }
        });
    });
}
