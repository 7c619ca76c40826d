//! A name corrected by hand, another person, the parts of the window by one key, and what is said aloud.

use eframe::egui::Memory;
use egui_kittest::kittest::NodeT as _;
use precheck::checks::Severity;
use precheck::fields::Holder;
use precheck::record::{Name, Record};

use super::answer::kind;
use super::*;
use crate::state::{GoTo, Part, Remark};
use precheck::kinds::DocumentKind;

pub fn passport(file: &str, name: &str) -> PageRecord {
    let mut page = kind(file, DocumentKind::Passport, "COL", None);
    if let Ok(examined) = &mut page.outcome {
        examined.facts.holder = Some(Holder {
            surname: String::new(),
            given_names: String::new(),
            full_name: name.to_owned(),
            confidence: 0.9,
            source: Source::Text,
            may_be_cut: false,
            region: Some(Region::new(300.0, 300.0, 600.0, 60.0)),
            letters: vec![1.0; name.chars().count()],
        });
    }
    page
}

pub fn with_record(pages: Vec<PageRecord>) -> Desk {
    let mut desk = Desk::with(pages);
    let name = Name { given: "Luz Marina".to_owned(), middle: String::new(), surname: "Echeverri".to_owned() };
    desk.state.set_record(&Record { name: Some(name), ..Record::default() });
    desk
}

fn ids(harness: &Harness<Desk>) -> Vec<&'static str> {
    harness.state().state.shown().unwrap().1.findings.iter().map(|finding| finding.id).collect()
}

#[test]
fn a_name_that_was_read_wrongly_is_corrected_and_stays_marked() {
    let mut harness = with_record(vec![passport("a.jpg", "LUZ MARINA ECHAVARRIA")]).open();
    assert!(ids(&harness).iter().any(|id| id.starts_with("name-")), "{:?}", ids(&harness));
    let word = |harness: &Harness<Desk>, key: &str| harness.state().state.words.get(key);
    let edit = word(&harness, "app-names-wrong");
    let found = harness.get_by_role_and_label(Role::TextInput, &edit);
    found.focus();
    found.type_text("luz marina  echeverri");
    harness.run();
    let take = word(&harness, "app-names-use");
    click(&mut harness, &take);
    let names: Vec<_> = ids(&harness).into_iter().filter(|id| id.starts_with("name-")).collect();
    assert_eq!(names, ["name-by-hand"]);
    let findings = &harness.state().state.shown().unwrap().1.findings;
    assert_eq!(findings.last().map(|note| note.severity), Some(Severity::Note));
    let html = harness.state().state.html().unwrap().unwrap();
    assert!(html.contains(&word(&harness, "name-by-hand.title")), "the report says so too");
    let back = word(&harness, "app-names-back");
    click(&mut harness, &back);
    assert!(ids(&harness).iter().any(|id| id.starts_with("name-") && *id != "name-by-hand"));
}

#[test]
fn a_corrected_name_stays_marked_through_all_that_happens_to_its_page() {
    let mut harness = with_record(vec![passport("a.jpg", "LUZ MARINA ECHAVARRIA")]).open();
    harness.state_mut().state.apply(Command::TypeName("Luz Marina Echeverri".to_owned()));
    harness.state_mut().state.apply(Command::CorrectName);
    harness.run();
    let new = harness.state().state.words.get("app-new-person");
    click(&mut harness, &new);
    let undo = harness.state().state.words.get("app-undo");
    click(&mut harness, &undo);
    assert!(ids(&harness).contains(&"name-by-hand"), "after another person was begun with and taken back");
    assert!(!harness.state_mut().state.moved(Path::new("a.jpg"), Path::new("b.jpg")));
    harness.run();
    assert!(ids(&harness).contains(&"name-by-hand"), "after its file got another name");
}

#[test]
fn a_person_comes_back_only_before_anything_of_another_one_is_there() {
    let mut harness = with_record(vec![blurred("a.jpg")]).open();
    let new = harness.state().state.words.get("app-new-person");
    click(&mut harness, &new);
    assert!(harness.state().state.can_go_back());
    harness.state_mut().state.apply(Command::EditRecord(RecordBox::Given, "Ana".to_owned()));
    harness.run();
    let state = &mut harness.state_mut().state;
    assert!(!state.can_go_back() && state.person_back().is_none(), "what was typed for the other one stays");
    assert_eq!(state.form.text(RecordBox::Given), "Ana");
}

#[test]
fn another_photo_in_its_place_ends_a_correction() {
    let mut harness = with_record(vec![passport("a.jpg", "LUZ MARINA ECHAVARRIA")]).open();
    harness.state_mut().state.apply(Command::TypeName("Luz Marina Echeverri".to_owned()));
    harness.state_mut().state.apply(Command::CorrectName);
    harness.run();
    let id = harness.state().state.selected.clone().unwrap();
    assert!(harness.state().state.typed_name(&id).is_some());
    harness.state_mut().state.add_files(&["a.jpg".into()]);
    harness.state_mut().state.done(Path::new("a.jpg"), vec![passport("a.jpg", "ANA RUIZ")]);
    harness.run();
    assert!(harness.state().state.typed_name(&id).is_none());
    assert!(!ids(&harness).contains(&"name-by-hand"));
}

#[test]
fn another_person_begins_with_nothing_and_can_be_taken_back() {
    let mut harness = with_record(vec![blurred("a.jpg"), blurred("b.jpg")]).open();
    let new = harness.state().state.words.get("app-new-person");
    click(&mut harness, &new);
    let state = &harness.state().state;
    assert!(state.pages.is_empty() && state.record == Record { path: state.record.path, ..Record::default() });
    assert!(!state.has_person() && state.remark == Some(Remark::NewPerson));
    let undo = state.words.get("app-undo");
    click(&mut harness, &undo);
    let state = &harness.state().state;
    assert_eq!((state.pages.len(), state.set.pages.len()), (2, 2));
    assert_eq!(state.record.name.as_ref().unwrap().surname, "Echeverri");
}

#[test]
fn one_key_goes_through_the_parts_and_the_list_is_one_stop() {
    let pages: Vec<PageRecord> = (10..20).map(|i| blurred(&format!("{i}.jpg"))).collect();
    let mut harness = Desk::with(pages).open_at([1280.0, 800.0]);
    let mut parts = Vec::new();
    for _ in 0..5 {
        press(&mut harness, Key::F6);
        parts.push(harness.state().state.part);
        assert!(harness.ctx.memory(Memory::focused).is_some(), "{parts:?}");
        if parts.last() == Some(&Part::List) {
            press(&mut harness, Key::ArrowDown);
            press(&mut harness, Key::ArrowDown);
            assert_eq!(harness.state().state.selected_row(), Some(2), "arrows go through the list");
            let focused = harness.ctx.memory(Memory::focused);
            press(&mut harness, Key::Tab);
            assert_ne!(harness.ctx.memory(Memory::focused), focused);
            let rows = harness.query_all_by_label_contains(".jpg, page 1: ");
            assert!(
                !rows.into_iter().any(|row| row.accesskit_node().is_focused()),
                "the next stop is not another page"
            );
        }
    }
    assert_eq!(parts, [Part::Top, Part::Answer, Part::List, Part::Page, Part::Right]);
    let mut empty = Desk::new().open();
    press(&mut empty, Key::F6);
    press(&mut empty, Key::F6);
    assert!(empty.ctx.text_edit_focused(), "the form is what is on the right then");
    assert_ne!(empty.state().state.go_to, Some(GoTo::Part(Part::List)));
}

#[test]
fn the_answer_is_said_aloud() {
    let harness = Desk::with(vec![blurred("a.jpg")]).open();
    let headline = harness.state().state.headline().unwrap();
    let node = harness.get_by_label(&headline);
    assert_eq!(node.accesskit_node().live(), eframe::egui::accesskit::Live::Polite);
}

#[test]
fn the_title_tells_the_answer_and_nobodys_name() {
    let mut desk = with_record(vec![blurred("a.jpg")]);
    assert_eq!(Desk::new().state.title(), "precheck");
    desk.state.judge(&desk.rules);
    let title = desk.state.title();
    assert!(title.starts_with(&desk.state.headline().unwrap()) && title.ends_with("precheck"), "{title}");
    assert!(!title.contains("Echeverri"));
}

#[test]
fn a_picture_is_told_of_before_it_is_read() {
    let mut desk = Desk::new();
    desk.state.add_files(&["a.jpg".into(), "b.jpg".into()]);
    desk.state.started(Path::new("a.jpg"));
    let mut dark = record("a.jpg", examined());
    if let Ok(page) = &mut dark.outcome {
        page.quality.paper_luma = Some(60.0);
        page.reading = ReadingState::Skipped;
    }
    let id = dark.id.clone();
    desk.state.looked(dark, &desk.rules);
    let told = desk.state.reason(&id).unwrap();
    assert!(told.contains(&desk.state.words.get("too-dark.title")), "{told}");
    desk.state.done(Path::new("a.jpg"), vec![record("a.jpg", examined())]);
    desk.state.judge(&desk.rules);
    assert_ne!(desk.state.reason(&id), Some(told), "the verdict takes its place");
}
