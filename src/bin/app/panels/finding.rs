//! One finding: its number on the page, how bad it is, what is wrong and by how much, what to do, and a button that
//! leads to the place on the page. If it is about something that was read, the place is shown, cut out of the picture.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Button, CollapsingHeader, FontId, Label, RichText, Stroke, TextFormat, Ui};
use precheck::checks::{Finding, Subject};
use precheck::fields::Disagreement;
use precheck::report;
use precheck::words::Words;

use super::crop::crop_ui;
use super::letters;
use super::mark::{self, mark_ui};
use super::on_page::OnPage;
use crate::command::Command;
use crate::state::{GoTo, State};
use crate::theme;

/// A finding of the shown page.
pub fn page_finding_ui(ui: &mut Ui, on: OnPage, number: usize, finding: &Finding, commands: &mut Vec<Command>) {
    let (state, words) = (on.state, &on.state.words);
    let pointed_out = state.pointed_out.as_ref() == Some(finding);
    let tone = theme::severity_tone(finding.severity);
    // a frame in the card's own color if it is not pointed out, so that nothing moves when it is
    let frame = theme::card(tone);
    let edge = if pointed_out || frame.stroke != Stroke::NONE { tone.ink } else { tone.wash };
    let width = if pointed_out || frame.stroke == Stroke::NONE { 2.5 } else { frame.stroke.width };
    let card = frame.stroke(Stroke::new(width, edge)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        said_ui(ui, words, Some(number), finding);
        if let Some(region) = state.crop_of(finding) {
            crop_ui(ui, on, region);
        }
        if let Some(readings) = state.readings_of(finding) {
            readings_ui(ui, words, readings);
        }
        ui.label(RichText::new(words.say(&finding.advice)).color(theme::colors().muted));
        place_ui(ui, words, finding, pointed_out, commands);
        figures_ui(ui, words, finding);
    });
    if pointed_out && state.go_to == Some(GoTo::Finding) {
        card.response.scroll_to_me(Some(Align::Min));
    }
}

/// A finding of the whole set, with the pages that it is about.
pub fn set_finding_ui(ui: &mut Ui, state: &State, finding: &Finding, commands: &mut Vec<Command>) {
    theme::card(theme::severity_tone(finding.severity)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        said_ui(ui, &state.words, None, finding);
        ui.label(RichText::new(state.words.say(&finding.advice)).color(theme::colors().muted));
        for id in &finding.pages {
            if ui.link(RichText::new(state.name(id)).small()).clicked() {
                commands.push(Command::Select(id.clone()));
            }
        }
    });
}

fn said_ui(ui: &mut Ui, words: &Words, number: Option<usize>, finding: &Finding) {
    let tone = theme::severity_tone(finding.severity);
    ui.horizontal(|ui| {
        mark_ui(ui, mark::of_severity(finding.severity), theme::MARK, tone.ink);
        let title = words.get(&format!("{}.title", finding.id));
        let text = number.map_or_else(|| title.clone(), |number| format!("{number}. {title}"));
        ui.add(Label::new(RichText::new(text).color(tone.ink).strong().family(theme::semibold())).wrap());
    });
    ui.label(words.say(&finding.message));
}

/// The figures of a finding, which few people can use.
fn figures_ui(ui: &mut Ui, words: &Words, finding: &Finding) {
    let Some(measured) = report::measured(words, finding) else { return };
    let title = RichText::new(words.get("app-details")).small();
    CollapsingHeader::new(title).id_salt(("figures", finding.id)).show(ui, |ui| {
        ui.label(RichText::new(measured).small().color(theme::colors().muted));
    });
}

fn place_ui(ui: &mut Ui, words: &Words, finding: &Finding, pointed_out: bool, commands: &mut Vec<Command>) {
    if finding.region.is_none() {
        if finding.subject != Subject::Content {
            ui.label(RichText::new(words.get("app-whole-page")).small().color(theme::colors().muted));
        }
        return;
    }
    let key = if pointed_out { "app-show-all" } else { "app-show-where" };
    if ui.add(Button::new(RichText::new(words.get(key)).small())).clicked() {
        commands.push(if pointed_out { Command::Fit } else { Command::PointOut(Box::new(finding.clone())) });
    }
}

/// The readings of two readers for one place, one below the other, with the differing letters underlined.
fn readings_ui(ui: &mut Ui, words: &Words, readings: &Disagreement) {
    let (first, second) = (readings.first.as_str(), readings.second.as_str());
    let (before, after) = alike(first, second);
    for (key, text) in [("app-reading-first", first), ("app-reading-second", second)] {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words.get(key)).small().color(theme::colors().muted));
            ui.add(Label::new(marked(text, before, after)).wrap());
        });
    }
}

/// How many letters two readings share at their beginning and at their end.
fn alike(a: &str, b: &str) -> (usize, usize) {
    let same = |(x, y): &(char, char)| x == y;
    let before = a.chars().zip(b.chars()).take_while(same).count();
    let shorter = a.chars().count().min(b.chars().count());
    let after = a.chars().rev().zip(b.chars().rev()).take_while(same).count();
    (before, after.min(shorter - before))
}

fn marked(text: &str, before: usize, after: usize) -> LayoutJob {
    let letters: Vec<char> = text.chars().collect();
    let end = letters.len().saturating_sub(after).max(before);
    let plain = TextFormat::simple(FontId::monospace(theme::READING), theme::colors().ink);
    let differs = TextFormat {
        underline: Stroke::new(2.0, theme::colors().serious.ink),
        background: theme::colors().notice.wash,
        ..plain.clone()
    };
    let marks: Vec<bool> = (0..letters.len()).map(|at| (before..end).contains(&at)).collect();
    letters::marked(&letters, &marks, &plain, &differs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_letters_that_differ_are_marked() {
        let job = |a: &str, b: &str| {
            let (before, after) = alike(a, b);
            let job = marked(a, before, after);
            job.sections
                .iter()
                .map(|s| job.text[s.byte_range.start.0..s.byte_range.end.0].to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(job("MUÑOZ", "MUÑOS"), ["MUÑO", "Z"]);
        assert_eq!(job("ANNA", "ANA"), ["AN", "N", "A"]);
        assert_eq!(job("ANA", "ANNA"), ["ANA"], "a letter that one lacks is marked in the other");
        assert_eq!(job("ABC", "ABC"), ["ABC"]);
        assert_eq!(job("", "X"), [""; 0]);
    }
}
