//! The bar about the client whose pages are shown: who it is, the way to the others, and what can be decided.

use eframe::egui::{Align, Button, Context, Id, Key, Label, Layout, Modal, RichText, TextEdit, Ui, vec2};
use precheck::words::{Arg, Message, Words};

use super::mark::{Mark, mark_ui};
use super::top::primary;
use crate::command::Command;
use crate::review::Choice;
use crate::state::{Queue, State, Status};
use crate::theme::{self, Tone};

/// Mark and colors of how far a client is.
pub fn status_look(status: Status) -> (Mark, Tone) {
    let colors = theme::colors();
    match status {
        Status::Fix => (Mark::Cross, colors.serious),
        Status::Look => (Mark::Look, colors.notice),
        Status::Waiting => (Mark::Clock, colors.neutral),
        Status::Again => (Mark::Dots, colors.notice),
        Status::Ready | Status::Accepted => (Mark::Tick, colors.fine),
    }
}

fn button_ui(ui: &mut Ui, words: &Words, commands: &mut Vec<Command>, key: &str, hint: &str, command: Command) {
    if ui.button(words.get(key)).on_hover_text(hint).clicked() {
        commands.push(command);
    }
}

/// The bar.
pub fn client_ui(ui: &mut Ui, state: &State, queue: &Queue, at: usize, commands: &mut Vec<Command>) {
    let words = &state.words;
    let person = &queue.people[at];
    ui.horizontal(|ui| {
        button_ui(ui, words, commands, "app-client-all", "B", Command::CloseClient);
        // signs leave room for the name
        let mut step = |ui: &mut Ui, sign: &str, key: &str, hint: &str, by: isize| {
            let sign = ui.add(Button::new(sign).min_size(vec2(theme::TOOL, 0.0)));
            let hint = format!("{}: {hint}", words.get(key));
            if sign.on_hover_text(hint).accessible_name(words.get(key)).clicked() {
                commands.push(Command::StepClient(by));
            }
        };
        step(ui, "<", "app-client-previous", "[", -1);
        step(ui, ">", "app-client-next", "]", 1);
        button_ui(ui, words, commands, "app-client-next-in-need", ".", Command::NextInNeed);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (mark, tone) = status_look(person.status());
            ui.label(RichText::new(words.get(person.status().word())).color(tone.ink));
            mark_ui(ui, mark, theme::MARK, tone.ink);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(&person.name).heading()).truncate());
            });
        });
    });
    ui.horizontal_wrapped(|ui| {
        button_ui(ui, words, commands, "app-decide-accept", "Y", Command::Decide(Choice::Accept));
        button_ui(ui, words, commands, "app-decide-again", "X", Command::Decide(Choice::Again));
        button_ui(ui, words, commands, "app-decide-name", "E", Command::Decide(Choice::NameFine));
        button_ui(ui, words, commands, "app-client-copy", "C", Command::CopyMessage);
        if let Some(decision) = state.decision(person) {
            ui.add(Label::new(RichText::new(decision).small().color(theme::colors().muted)).truncate());
        }
    });
}

/// Asks why a name is fine.
pub fn why_ui(ctx: &Context, state: &State, why: &str, commands: &mut Vec<Command>) {
    let words = &state.words;
    let modal = Modal::new(Id::unique("why")).show(ctx, |ui| {
        ui.set_width(theme::DIALOG_WIDTH.min(ui.ctx().content_rect().width() * 0.8));
        ui.heading(words.get("app-why-title"));
        let label = ui.label(words.get("app-why-text"));
        let mut text = why.to_owned();
        let edit = ui.add(TextEdit::singleline(&mut text).id_salt("why").char_limit(200).desired_width(f32::INFINITY));
        let edit = edit.labelled_by(label.id);
        let enter = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !edit.has_focus() && !enter {
            edit.request_focus();
        }
        if edit.changed() {
            commands.push(Command::TypeWhy(text.clone()));
        }
        ui.add_space(theme::SMALL_GAP);
        let (mut yes, mut no) = (enter, false);
        ui.horizontal(|ui| {
            yes |= ui.add_enabled(!text.trim().is_empty(), primary(&words.get("app-decide-name"))).clicked();
            no = ui.add(Button::new(words.get("app-close"))).clicked();
        });
        (yes && !text.trim().is_empty(), no)
    });
    let (yes, no) = modal.inner;
    if yes {
        commands.push(Command::GiveWhy);
    } else if no || modal.backdrop_response.clicked() || ctx.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::CloseWhy);
    }
}

/// Asks whether a folder is that of one person or of many.
pub fn offer_ui(ctx: &Context, state: &State, people: usize, files: usize, commands: &mut Vec<Command>) {
    let words = &state.words;
    let said = |key: &str| {
        let message = Message::new(key).with("people", Arg::Number(people as f64));
        words.say(&message.with("files", Arg::Number(files as f64)))
    };
    let modal = Modal::new(Id::unique("offer")).show(ctx, |ui| {
        ui.set_width(theme::DIALOG_WIDTH.min(ui.ctx().content_rect().width() * 0.8));
        ui.heading(said(if people > 1 { "app-offer-title" } else { "app-offer-many-files" }));
        ui.label(said(if people > 1 { "app-offer-text" } else { "app-offer-many-text" }));
        ui.add_space(theme::SMALL_GAP);
        ui.horizontal_wrapped(|ui| {
            if people > 1 && ui.add(primary(&words.get("app-offer-clients"))).clicked() {
                commands.push(Command::TakeClients);
            }
            if ui.button(words.get("app-offer-one")).clicked() {
                commands.push(Command::TakeAsOne);
            }
            if ui.button(words.get("app-offer-none")).clicked() {
                commands.push(Command::CloseOffer);
            }
        });
    });
    if modal.backdrop_response.clicked() || ctx.input(|input| input.key_pressed(Key::Escape)) {
        commands.push(Command::CloseOffer);
    }
}
