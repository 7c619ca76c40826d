//! The window without a display: found by its accessible labels, driven by keys, clicks and typing.

mod answer;
mod call;
mod clients;
mod display;
mod form;
mod keys;
mod layers;
mod layout;
mod paint;
mod person;
mod retake;
mod snapshots;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Key, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use precheck::arrangement::Layout;
use precheck::assets::Assets;
use precheck::checks::{Rules, Unit};
use precheck::codes::Codes;
use precheck::error::FileError;
use precheck::examined::{Examined, PageRecord, ReadingState, Timings};
use precheck::fields::{Facts, Field, FieldKind, Source};
use precheck::geometry::{Region, Size, Turn};
use precheck::names::NameLexicon;
use precheck::page::{Format, PageId};
use precheck::quality::{DefectRegions, Quality};
use precheck::requirements::Requirements;
use precheck::words::{Language, Message, Words};

use crate::command::Command;
use crate::panels;
use crate::review::Choice;
use crate::state::{Overlay, RecordBox, Stage, State, View};
use crate::textures::Textures;
use crate::theme::{self, Look};

/// The moment of all decisions.
const NOW: &str = "2026-11-22T10:04:00-05:00";

/// A window whose jobs are not run: the requests are kept.
struct Desk {
    state: State,
    textures: Textures,
    rules: Rules,
    asked: Vec<Command>,
}

impl Desk {
    fn new() -> Self {
        let assets = Assets::find();
        let words = Words::load(&assets, Language::English).unwrap();
        let requirements = Requirements::load(&assets, "idme-itin-us").unwrap();
        Self {
            state: State::new(words, date(2026, 11, 22), None),
            textures: Textures::default(),
            rules: Rules { requirements, names: NameLexicon::default(), addresses: Arc::default() },
            asked: Vec::new(),
        }
    }

    /// With pages that are done.
    fn with(pages: Vec<PageRecord>) -> Self {
        let mut desk = Self::new();
        let files: Vec<PathBuf> = pages.iter().map(|page| page.id.file.clone()).collect();
        desk.state.add_files(&files);
        for (file, page) in files.iter().zip(pages) {
            desk.state.done(file, vec![page]);
        }
        desk
    }

    fn frame(ui: &mut Ui, desk: &mut Self) {
        if desk.state.tick(ui.input(|input| input.time)).is_some_and(|seconds| seconds < 1.0) {
            ui.ctx().request_repaint();
        }
        desk.state.judge(&desk.rules);
        let (rules, today) = (&desk.rules, desk.state.today);
        if let Some(queue) = &mut desk.state.queue {
            queue.judge(|_| rules, today);
        }
        theme::apply(ui.ctx(), desk.state.settings.look);
        if let Some(id) = &desk.state.selected {
            desk.textures.view(ui.ctx(), id);
        }
        let mut commands = panels::keys(ui.ctx(), &desk.state);
        panels::window_ui(ui, &desk.state, &desk.textures, &mut commands);
        desk.state.go_to = None;
        for command in commands {
            desk.asked.push(command.clone());
            let speak = |language, show| Words::load(&Assets::find(), language).unwrap().showing_numbers(show);
            match command {
                Command::NewPerson => drop(desk.state.new_person()),
                Command::Undo if desk.state.can_go_back() => drop(desk.state.person_back()),
                Command::Remove(file) => drop(desk.state.remove(&file)),
                Command::TakeClients => {
                    let offer = desk.state.offer.take().unwrap();
                    desk.state.take_clients(offer.clients, offer.review);
                }
                Command::OpenClient(at) => drop(desk.state.open_client(at)),
                Command::OpenMarked => {
                    let at = desk.state.queue.as_ref().unwrap().marked;
                    desk.state.open_client(at);
                }
                Command::StepClient(by) => drop(desk.state.client_beside(by).map(|at| desk.state.open_client(at))),
                Command::NextInNeed => drop(desk.state.next_in_need().map(|at| desk.state.open_client(at))),
                Command::Decide(Choice::NameFine) => desk.state.why = Some(String::new()),
                Command::Decide(choice) => desk.state.decide(choice, None, NOW.to_owned()),
                Command::GiveWhy => {
                    let why = desk.state.why.take();
                    desk.state.decide(Choice::NameFine, why, NOW.to_owned());
                }
                Command::Undo if desk.state.take_decision_back() => {}
                Command::Undo => drop(desk.state.undo()),
                Command::SetLanguage(language) => desk.state.speak(speak(language, false)),
                Command::ShowNumbers(show) => desk.state.speak(speak(desk.state.words.language(), show)),
                other => desk.state.apply(other),
            }
        }
    }

    fn open(self) -> Harness<'static, Self> {
        self.open_at([1500.0, 2200.0])
    }

    fn open_at(self, size: [f32; 2]) -> Harness<'static, Self> {
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(Theme::Light)
            .with_max_steps(20)
            .with_context_setup(|ctx| theme::apply(ctx, Look::default()))
            .build_ui_state(Self::frame, self);
        harness.run();
        harness
    }
}

fn examined() -> Examined {
    Examined {
        format: Format::Jpeg,
        size: Size::new(3000, 2000),
        turn: Turn { given: Size::new(3000, 2000), ..Turn::default() },
        fingerprint: precheck::pixels::Fingerprint::default(),
        quality: Quality { sharpness: Some(95.0), lighting: Some(90.0), ..Quality::default() },
        layout: Layout::default(),
        lines: Vec::new(),
        codes: Codes::default(),
        facts: Facts::default(),
        mirrored: false,
        reading: ReadingState::Done,
        timings: Timings::default(),
    }
}

fn record(file: &str, examined: Examined) -> PageRecord {
    PageRecord { id: PageId { file: file.into(), page: 1 }, outcome: Ok(examined) }
}

fn blurred(file: &str) -> PageRecord {
    let mut page = examined();
    page.quality.sharpness = Some(10.0);
    page.quality.blur_of_text = true;
    page.quality.regions =
        DefectRegions { blur: Some(Region::new(1200.0, 900.0, 300.0, 100.0)), ..DefectRegions::default() };
    record(file, page)
}

fn with_number(file: &str) -> PageRecord {
    let mut page = examined();
    page.facts.fields.push(Field {
        kind: FieldKind::DocumentNumber,
        value: "X12345678".to_owned(),
        source: Source::Text,
        confidence: 0.95,
        region: None,
        readers: Vec::new(),
        but_for_a_digit: None,
    });
    record(file, page)
}

fn shows(harness: &Harness<Desk>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

fn click(harness: &mut Harness<Desk>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// How the row of a page begins for those who hear it.
fn row_of(harness: &Harness<Desk>, file: &str, word: &str) -> String {
    format!("{file}, page 1: {}", harness.state().state.words.get(word))
}

fn press(harness: &mut Harness<Desk>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn the_first_page_says_what_is_needed_and_how_to_begin() {
    let mut harness = Desk::new().open();
    for key in ["app-need-itin", "app-need-photo-id", "app-need-address", "app-start-drop", "app-local"] {
        let text = harness.state().state.words.get(key);
        assert!(shows(&harness, &text), "{text}");
    }
    press(&mut harness, Key::O);
    assert_eq!(harness.state().asked, [Command::OpenFiles]);
}

#[test]
fn a_finding_is_shown_with_what_to_do_and_can_be_brought_close() {
    let mut harness = Desk::with(vec![blurred("card.jpg")]).open();
    let state = &harness.state().state;
    let finding = state.shown().unwrap().1.findings.iter().find(|f| f.id == "blurry").unwrap();
    let (message, advice) = (state.words.say(&finding.message), state.words.say(&finding.advice));
    assert!(shows(&harness, &message));
    assert!(shows(&harness, &advice));
    assert!(shows(&harness, &row_of(&harness, "card.jpg", "app-page-retake")));
    let show = harness.state().state.words.get("app-show-where");
    harness.get_all_by_label(&show).next().unwrap().click();
    harness.run();
    assert!(harness.state().state.view.is_close());
    press(&mut harness, Key::Num0);
    assert_eq!(harness.state().state.view, View::default());
}

#[test]
fn keys_go_through_the_list_and_stop_at_its_ends() {
    let mut harness = Desk::with(["a.jpg", "b.jpg", "c.jpg"].map(blurred).to_vec()).open();
    let row = |harness: &Harness<Desk>| harness.state().state.selected_row();
    assert_eq!(row(&harness), Some(0));
    press(&mut harness, Key::J);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::J);
    assert_eq!(row(&harness), Some(2));
    press(&mut harness, Key::K);
    assert_eq!(row(&harness), Some(1));
    let first = row_of(&harness, "a.jpg", "app-page-retake");
    harness.get_by_label_contains(&first).click();
    harness.run();
    assert_eq!(row(&harness), Some(0));
}

#[test]
fn the_list_follows_the_keys() {
    let pages: Vec<PageRecord> = (10..70).map(|i| blurred(&format!("{i}.jpg"))).collect();
    let mut harness = Desk::with(pages).open();
    let row =
        |harness: &Harness<Desk>, i: usize| shows(harness, &row_of(harness, &format!("{i}.jpg"), "app-page-retake"));
    assert!(row(&harness, 10) && !row(&harness, 60), "only the rows in sight are drawn");
    for _ in 0..50 {
        press(&mut harness, Key::J);
    }
    assert!(row(&harness, 60) && !row(&harness, 10));
}

#[test]
fn the_window_speaks_spanish_at_once() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open();
    let english = harness.state().state.words.get("app-record");
    click(&mut harness, "Español");
    let desk = harness.state();
    assert_eq!(desk.state.words.language(), Language::Spanish);
    assert!(shows(&harness, &desk.state.words.get("app-record")));
    assert!(!shows(&harness, &english));
    let finding = &desk.state.shown().unwrap().1.findings[0];
    assert!(shows(&harness, &desk.state.words.say(&finding.message)));
}

#[test]
fn numbers_are_masked_until_the_person_asks() {
    let mut harness = Desk::with(vec![with_number("a.jpg")]).open();
    let heading = Message::new("app-read").with("hard", 0.0_f32.into());
    let heading = harness.state().state.words.say(&heading);
    click(&mut harness, &heading);
    assert!(shows(&harness, "*****5678"));
    assert!(!shows(&harness, "X12345678"));
    let show = harness.state().state.words.get("app-show-numbers");
    click(&mut harness, &show);
    assert!(shows(&harness, "X12345678"));
}

#[test]
fn work_in_hand_is_counted_and_can_be_stopped() {
    let mut desk = Desk::new();
    desk.state.add_files(&["a.jpg".into(), "b.jpg".into()]);
    desk.state.done(Path::new("a.jpg"), vec![blurred("a.jpg")]);
    desk.state.started(Path::new("b.jpg"));
    let mut harness = desk.open();
    assert!(shows(&harness, "1 of 2"));
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().asked, [Command::Cancel]);
    let stopped = PageRecord { id: PageId { file: "b.jpg".into(), page: 1 }, outcome: Err(FileError::Stopped) };
    harness.state_mut().state.done(Path::new("b.jpg"), vec![stopped]);
    harness.run();
    assert!(shows(&harness, &row_of(&harness, "b.jpg", "app-page-stopped")));
    assert!(!shows(&harness, "1 of 2"));
}

#[test]
fn a_file_that_cannot_be_opened_says_why() {
    let broken = PageRecord { id: PageId { file: "a.pdf".into(), page: 1 }, outcome: Err(FileError::Protected) };
    let harness = Desk::with(vec![broken]).open();
    assert!(shows(&harness, &harness.state().state.words.get("file-protected")));
}

#[test]
fn every_file_error_and_every_kind_of_field_has_its_words() {
    let (assets, mut missing) = (Assets::find(), Vec::new());
    let fields = [
        FieldKind::Surname,
        FieldKind::GivenNames,
        FieldKind::FullName,
        FieldKind::BirthDate,
        FieldKind::ExpiryDate,
        FieldKind::IssueDate,
        FieldKind::StatementDate,
        FieldKind::DocumentNumber,
        FieldKind::Address,
        FieldKind::Itin,
        FieldKind::Nationality,
        FieldKind::IssuingCountry,
        FieldKind::Sex,
        FieldKind::Mrz,
        FieldKind::Barcode,
    ];
    for language in Language::ALL {
        let words = Words::load(&assets, language).unwrap();
        let keys = fields.map(panels::field_key).into_iter().chain(RecordBox::ALL.map(|b| b.word().to_owned()));
        let overlays = Overlay::ALL.into_iter().flat_map(|o| [o.word().to_owned(), format!("{}.shows", o.word())]);
        let units = Unit::ALL.iter().map(|unit| unit.key());
        missing.extend(keys.chain(overlays).chain(units).filter(|key| !words.has(key)));
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it here".to_owned())
    }
}

#[test]
fn dropped_files_are_added() {
    let mut harness = Desk::new().open();
    harness.input_mut().dropped_files.push(Arc::new(Dropped("photos/a.jpg".into())));
    harness.run();
    assert_eq!(harness.state().asked, [Command::AddPaths(vec!["photos/a.jpg".into()])]);
}

#[test]
fn the_list_of_keys_opens_and_closes() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open();
    press(&mut harness, Key::F1);
    let title = harness.state().state.words.get("app-help-title");
    assert!(shows(&harness, &title));
    press(&mut harness, Key::Escape);
    assert!(!shows(&harness, &title));
}

#[test]
fn pages_stand_in_the_order_of_the_list_however_they_are_done() {
    let mut state = Desk::new().state;
    let files: Vec<PathBuf> = ["a.pdf", "b.jpg", "c.jpg"].map(PathBuf::from).to_vec();
    state.add_files(&files);
    state.done(&files[2], vec![blurred("c.jpg")]);
    let second = PageRecord { id: PageId { file: "a.pdf".into(), page: 2 }, ..blurred("a.pdf") };
    assert!(state.decoded(&second.id));
    state.done(&files[0], vec![blurred("a.pdf"), second]);
    state.done(&files[1], vec![blurred("b.jpg")]);
    let names = |state: &State| {
        state.set.pages.iter().map(|page| format!("{}{}", page.id.file.display(), page.id.page)).collect::<Vec<_>>()
    };
    assert_eq!(names(&state), ["a.pdf1", "a.pdf2", "b.jpg1", "c.jpg1"]);
    state.add_files(&files[..1]);
    assert_eq!(names(&state), ["b.jpg1", "c.jpg1"]);
    assert_eq!(state.pages[0].stage, Stage::Waiting);
    state.remove(Path::new("b.jpg"));
    state.done(Path::new("b.jpg"), vec![blurred("b.jpg")]);
    assert_eq!(names(&state), ["c.jpg1"], "news of a file taken off the list is not heard");
}
