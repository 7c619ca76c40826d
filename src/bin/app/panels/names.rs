//! The name on the shown page beside that of the record: as it is printed, in the lines with `<<<` and in the barcode, each
//! part below the other, with the letters marked that differ; the worst difference in one sentence with what helps; and a
//! box in which a reading is corrected.

use eframe::egui::text::LayoutJob;
use eframe::egui::{CollapsingHeader, Grid, Label, RichText, Stroke, TextEdit, TextFormat, Ui, vec2};
use precheck::checks::{CLAIM, NameMatch};
use precheck::examined::Examined;
use precheck::fields::{Facts, FieldKind, Source};
use precheck::names::Relation;
use precheck::report;
use precheck::words::{Arg, Message};

use super::crop::crop_ui;
use super::letters;
use super::mark::{Mark, mark_ui};
use super::on_page::OnPage;
use crate::command::Command;
use crate::state::differing;
use crate::theme::{self, Tone};

/// Most letters of a name that is typed.
const MOST_LETTERS: usize = 200;

/// A name from one place: what comes before the surname, and the surname; or all of it as the first of them.
struct Row {
    label: &'static str,
    parts: [String; 2],
}

impl Row {
    /// What one kind of print or code says of the name.
    fn of_source(facts: &Facts, source: Source, label: &'static str) -> Option<Self> {
        let best = |kind| {
            let of_source = facts.of(kind).filter(|field| field.source == source);
            of_source.max_by(|a, b| a.confidence.total_cmp(&b.confidence)).map(|field| field.value.clone())
        };
        let parts = [best(FieldKind::GivenNames), best(FieldKind::Surname)].map(Option::unwrap_or_default);
        if parts.iter().any(|part| !part.is_empty()) {
            return Some(Self { label, parts });
        }
        let of_holder = || facts.holder.as_ref().filter(|holder| holder.source == source).map(|h| h.full_name.clone());
        let full = best(FieldKind::FullName).or_else(of_holder)?;
        Some(Self { label, parts: [full, String::new()] })
    }

    fn whole(&self) -> String {
        self.parts.join(" ").trim().to_owned()
    }
}

/// The names. They are open if something about them is to be looked at.
pub fn names_ui(ui: &mut Ui, on: OnPage, page: &Examined, names: &NameMatch, commands: &mut Vec<Command>) {
    let words = &on.state.words;
    let (key, tone) = outcome(page, names);
    let fine = matches!(names.relation, Some(Relation::Exact | Relation::FormatOnly));
    ui.add_space(theme::SMALL_GAP);
    let header = CollapsingHeader::new(words.get("app-names")).id_salt(("names", on.id)).default_open(!fine);
    header.show_unindented(ui, |ui| {
        theme::card(tone).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(words.get(key)).color(tone.ink).strong().family(theme::semibold()));
            rows_ui(ui, on, page, tone);
            if let Some(region) = on.state.crop_of_name(page) {
                crop_ui(ui, on, region);
            }
            // the worst difference alone: what else differs mostly follows from it
            let said = names.reasons.iter().map(|reason| {
                Message::new(format!("name-{}", reason.code))
                    .with("record", Arg::Text(reason.record.clone()))
                    .with("document", Arg::Text(reason.document.clone()))
            });
            if let Some(worst) = said.into_iter().find(|message| words.has(&message.key)) {
                ui.add(Label::new(words.say(&worst)).wrap());
            }
            if let Some(help) = report::name_help(words, names) {
                ui.add(Label::new(RichText::new(help).color(theme::colors().muted)).wrap());
            }
            if on.state.queue.is_none() {
                correct_ui(ui, on, commands);
            }
        });
    });
}

/// How the name relates to the record, in words and colors.
fn outcome(page: &Examined, names: &NameMatch) -> (&'static str, Tone) {
    let sure = page.facts.holder.as_ref().is_some_and(|holder| holder.confidence >= CLAIM);
    match names.relation {
        Some(Relation::Review | Relation::Mismatch) if !sure => ("app-names-unsure", theme::colors().notice),
        Some(Relation::Exact) => ("app-names-exact", theme::colors().fine),
        Some(Relation::FormatOnly) => ("app-names-format-only", theme::colors().fine),
        Some(Relation::Review) => ("app-names-review", theme::colors().notice),
        Some(Relation::Mismatch) => ("app-names-mismatch", theme::colors().serious),
        None => ("app-names-unreadable", theme::colors().neutral),
    }
}

fn rows_ui(ui: &mut Ui, on: OnPage, page: &Examined, tone: Tone) {
    let name = on.state.record.name.clone().unwrap_or_default();
    let given = [name.given, name.middle].map(|part| part.trim().to_owned());
    let given = given.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let record = Row { label: "app-names-record", parts: [given, name.surname.trim().to_owned()] };
    let by_hand = on.state.typed_name(on.id);
    let typed = by_hand.map(|name| Row { label: "app-names-by-hand", parts: [name.to_owned(), String::new()] });
    let printed = if by_hand.is_none() { Row::of_source(&page.facts, Source::Text, "app-names-print") } else { None };
    let codes = [(Source::Mrz, "app-names-mrz"), (Source::Barcode, "app-names-barcode")];
    let codes = codes.into_iter().filter_map(|(source, label)| Row::of_source(&page.facts, source, label));
    let rows: Vec<Row> = typed.into_iter().chain(printed).chain(codes).collect();
    Grid::new(("name rows", on.id)).num_columns(2).spacing(vec2(theme::GAP, theme::TIGHT)).show(ui, |ui| {
        let against = rows.first().map(Row::whole);
        row_ui(ui, on, &record, against.as_deref(), tone);
        for row in &rows {
            row_ui(ui, on, row, Some(&record.whole()), tone);
        }
    });
}

/// A name, its parts below each other; letters that the other one does not have are underlined.
fn row_ui(ui: &mut Ui, on: OnPage, row: &Row, other: Option<&str>, tone: Tone) {
    ui.label(RichText::new(on.state.words.get(row.label)).small().color(theme::colors().muted));
    let marks = other.map(|other| differing(&row.whole(), other)).unwrap_or_default();
    let mut at = 0;
    ui.vertical(|ui| {
        ui.set_max_width(ui.available_width());
        for part in row.parts.iter().filter(|part| !part.is_empty()) {
            let letters: Vec<char> = part.chars().collect();
            let of_part = marks.get(at..at + letters.len()).unwrap_or_default();
            ui.add(Label::new(job(ui, &letters, of_part, tone)).wrap());
            at += letters.len() + 1; // the blank between the parts
        }
    });
    ui.end_row();
}

fn job(ui: &Ui, letters: &[char], marks: &[bool], tone: Tone) -> LayoutJob {
    let font = eframe::egui::TextStyle::Body.resolve(ui.style());
    let plain = TextFormat { font_id: font, color: theme::colors().ink, ..TextFormat::default() };
    let differs = TextFormat { underline: Stroke::new(2.0, tone.ink), color: tone.ink, ..plain.clone() };
    letters::marked(letters, marks, &plain, &differs)
}

/// The box for a name that was read wrongly; once it was used, that it was, and the way back. About a client, somebody
/// decides instead.
fn correct_ui(ui: &mut Ui, on: OnPage, commands: &mut Vec<Command>) {
    let words = &on.state.words;
    ui.add_space(theme::SMALL_GAP);
    if on.state.typed_name(on.id).is_some() {
        ui.horizontal_wrapped(|ui| {
            mark_ui(ui, Mark::Info, theme::SMALL_MARK, theme::colors().neutral.ink);
            ui.label(words.get("name-by-hand.advice"));
        });
        if ui.button(words.get("app-names-back")).clicked() {
            commands.push(Command::TakeNameBack);
        }
        return;
    }
    let label = ui.add(Label::new(RichText::new(words.get("app-names-wrong")).small()).wrap());
    let mut text = on.state.naming.clone();
    let edit = TextEdit::singleline(&mut text).desired_width(f32::INFINITY).char_limit(MOST_LETTERS);
    let response = ui.add(edit.min_size(vec2(0.0, theme::BOX_HEIGHT))).labelled_by(label.id);
    if response.changed() {
        commands.push(Command::TypeName(text.clone()));
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(eframe::egui::Key::Enter));
    let can = !text.trim().is_empty();
    if can && (ui.button(words.get("app-names-use")).clicked() || entered) {
        commands.push(Command::CorrectName);
    }
}
