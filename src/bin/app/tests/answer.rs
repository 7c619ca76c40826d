//! The answer across the window: what it says, where it leads, and that it leaves room for the rest.

use precheck::checks::SetVerdict;
use precheck::kinds::{DocumentKind, Side};

use super::*;
use crate::state::{Answer, Tab};

/// Sizes of windows at which nothing may be lost.
pub const SIZES: [[f32; 2]; 3] = [[1280.0, 800.0], [900.0, 600.0], [1366.0, 768.0]];

fn headline(harness: &Harness<Desk>) -> String {
    harness.state().state.headline().unwrap()
}

pub fn kind(file: &str, kind: DocumentKind, country: &str, side: Option<Side>) -> PageRecord {
    let mut page = examined();
    page.facts.document.kind = kind;
    page.facts.document.country = Some(country.to_owned());
    page.facts.document.side = side;
    record(file, page)
}

#[test]
fn the_answer_stands_above_everything_and_takes_a_third_at_most() {
    for size in SIZES {
        let pages = (10..22).map(|i| blurred(&format!("{i}.jpg"))).collect();
        let mut desk = Desk::with(pages);
        for language in Language::ALL {
            desk.state.speak(Words::load(&Assets::find(), language).unwrap());
            let harness = desk.open_at(size);
            let state = &harness.state().state;
            assert!(state.things().len() > 10, "{size:?}");
            let sentence = harness.get_by_label(&headline(&harness)).rect();
            assert!(sentence.top() < 120.0 && sentence.right() <= size[0], "{size:?}: {sentence:?}");
            let tab = harness.get_by_label(&state.words.get("app-tab-page")).rect();
            assert!(tab.top() < size[1] * 0.34 + 80.0, "{size:?}: {tab:?}");
            desk = harness.into_state();
        }
    }
}

#[test]
fn each_thing_to_do_leads_to_its_page_and_place() {
    let mut harness = Desk::with(vec![record("fine.jpg", examined()), blurred("card.jpg")]).open_at(SIZES[0]);
    let state = &harness.state().state;
    let at = state.things().iter().position(|todo| todo.pages.iter().any(|id| id.file == Path::new("card.jpg")));
    let at = at.unwrap();
    let said = state.said(state.things()[at]).unwrap();
    let label = format!("{}. {}", at + 1, said.message);
    harness.get_by_label(&label).focus();
    harness.run();
    press(&mut harness, Key::Space);
    let state = &harness.state().state;
    assert_eq!(harness.state().asked, [Command::GoToThing(at)]);
    assert_eq!(state.selected.as_ref().map(|id| id.file.as_path()), Some(Path::new("card.jpg")));
    assert_eq!(state.pointed_out.as_ref().map(|finding| finding.id), Some("blurry"));
    assert!(state.view.is_close());
}

#[test]
fn the_list_follows_to_the_page_of_a_thing_to_do() {
    let mut pages: Vec<PageRecord> = (10..40).map(|i| record(&format!("{i}.jpg"), examined())).collect();
    pages.push(blurred("last.jpg"));
    let mut harness = Desk::with(pages).open_at(SIZES[1]);
    let row = row_of(&harness, "last.jpg", "app-page-retake");
    assert!(!shows(&harness, &row));
    let things = harness.state().state.things().into_iter().map(|todo| todo.pages.clone()).collect::<Vec<_>>();
    let at = things.iter().position(|pages| pages.iter().any(|id| id.file == Path::new("last.jpg"))).unwrap();
    harness.state_mut().state.apply(Command::GoToThing(at));
    harness.run();
    assert!(shows(&harness, &row));
}

#[test]
fn a_name_that_was_not_typed_leads_to_its_box() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    let state = &harness.state().state;
    let at = state.things().iter().position(|todo| todo.causes[0].message.key == "todo-no-name").unwrap();
    harness.state_mut().state.apply(Command::GoToThing(at));
    harness.run();
    let label = harness.state().state.words.get(RecordBox::Given.word());
    assert!(harness.get_by_role_and_label(Role::TextInput, &label).is_focused());
}

#[test]
fn what_is_missing_leads_to_the_list_of_what_is_asked_for() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    let state = &harness.state().state;
    let missing = |id: Option<&str>| id.is_some_and(|id| id.ends_with("-missing"));
    let at = state.things().iter().position(|todo| missing(todo.causes[0].finding)).unwrap();
    harness.state_mut().state.apply(Command::GoToThing(at));
    harness.run();
    assert_eq!(harness.state().state.tab, Tab::Call);
    assert!(shows(&harness, &harness.state().state.words.get("slot-itin-proof")));
}

#[test]
fn one_key_folds_the_answer_to_its_sentence() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    let top =
        |harness: &Harness<Desk>| harness.get_by_label(&harness.state().state.words.get("app-tab-page")).rect().top();
    let before = top(&harness);
    press(&mut harness, Key::A);
    let sentence = headline(&harness);
    assert!(shows(&harness, &sentence) && top(&harness) < before - 50.0);
    press(&mut harness, Key::A);
    assert!((top(&harness) - before).abs() < 1.0);
}

#[test]
fn while_pages_are_looked_at_nothing_is_asked() {
    let mut desk = Desk::new();
    desk.state.add_files(&["a.jpg".into(), "b.jpg".into()]);
    desk.state.done(Path::new("a.jpg"), vec![blurred("a.jpg")]);
    let mut harness = desk.open_at(SIZES[1]);
    let state = &harness.state().state;
    assert_eq!((state.answer(), state.things().len()), (Some(Answer::Working), 0));
    assert!(shows(&harness, &state.words.get("app-answer-working")));
    let stopped = PageRecord { id: PageId { file: "b.jpg".into(), page: 1 }, outcome: Err(FileError::Stopped) };
    harness.state_mut().state.done(Path::new("b.jpg"), vec![stopped]);
    harness.run();
    let state = &harness.state().state;
    assert_eq!(state.answer(), Some(Answer::Stopped(1)));
    assert!(state.things().iter().all(|todo| todo.pages.iter().all(|id| id.file == Path::new("a.jpg"))));
    let again = state.words.get("app-recheck-all");
    harness.get_all_by_label(&again).next_back().unwrap().click();
    harness.run();
    assert_eq!(harness.state().asked, [Command::Recheck]);
}

#[test]
fn a_set_without_faults_is_said_to_be_fine_and_what_comes_next() {
    let mut harness = Desk::with(vec![kind("a.jpg", DocumentKind::Passport, "COL", None)]).open_at(SIZES[1]);
    let report = harness.state_mut().state.report.as_mut().unwrap();
    (report.set.verdict, report.set.todo, report.set.bring) = (SetVerdict::Ready, Vec::new(), vec![0]);
    harness.run();
    let words = &harness.state().state.words;
    for text in [headline(&harness), words.get("app-answer-next"), words.get("app-answer-honest")] {
        assert!(shows(&harness, &text), "{text}");
    }
    assert!(shows(&harness, &words.get("bring-passport")));
}

#[test]
fn pages_are_named_by_their_documents_and_always_numbered() {
    let pages = vec![
        kind("IMG_20261122_101530_a_long_name_of_a_file.jpg", DocumentKind::Passport, "COL", None),
        kind("back.jpg", DocumentKind::DriversLicense, "USA", Some(Side::Back)),
        kind("odd.jpg", DocumentKind::NationalId, "ZZZ", None),
        record("none.jpg", examined()),
    ];
    let harness = Desk::with(pages).open_at(SIZES[1]);
    let state = &harness.state().state;
    let named = |file: &str| state.document(&PageId { file: file.into(), page: 1 }).unwrap();
    assert_eq!(named("IMG_20261122_101530_a_long_name_of_a_file.jpg"), "Passport · Colombia");
    assert_eq!(named("back.jpg"), "Driver’s license (back) · United States");
    assert_eq!(named("odd.jpg"), "National ID card · ZZZ");
    assert_eq!(named("none.jpg"), state.words.get("kind-unknown"));
    assert!(shows(&harness, "IMG_20261122_101530_a_long_name_of_a_file.jpg, page 1: "), "whole for those who hear it");
    assert!(shows(&harness, "jpg, page 1") && shows(&harness, "…"));
}

#[test]
fn three_findings_are_open_and_the_rest_is_folded_until_one_of_them_is_pointed_out() {
    let mut harness = Desk::with(vec![layers::with_everything("a.jpg")]).open();
    let findings = harness.state().state.report.as_ref().unwrap().pages[0].findings.clone();
    assert!(findings.len() > 4, "{findings:?}");
    let card = |harness: &Harness<Desk>, number: usize| {
        let title = harness.state().state.words.get(&format!("{}.title", findings[number - 1].id));
        shows(harness, &format!("{number}. {title}"))
    };
    assert!((1..=3).all(|number| card(&harness, number)) && !card(&harness, 4));
    let more = Message::new("app-more-findings").with("count", ((findings.len() - 3) as f32).into());
    assert!(shows(&harness, &harness.state().state.words.say(&more)));
    harness.state_mut().state.apply(Command::PointOut(Box::new(findings[3].clone())));
    harness.run();
    assert!(card(&harness, 4));
}

#[test]
fn figures_stand_behind_details() {
    let mut page = examined();
    page.quality.glare_letters = Some(90.0);
    page.quality.glare = Some(0.1);
    let harness = Desk::with(vec![record("a.jpg", page)]).open();
    let state = &harness.state().state;
    assert!(!shows(&harness, "/100") && shows(&harness, &state.words.get("app-page-details")));
    let findings = &state.shown().unwrap().1.findings;
    let figures: Vec<String> = findings.iter().filter_map(|f| precheck::report::measured(&state.words, f)).collect();
    assert!(figures.iter().all(|figure| !shows(&harness, figure)), "{figures:?}");
}
