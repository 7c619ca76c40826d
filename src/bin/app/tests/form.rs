//! The form: how days are typed, when a name counts, and that nothing moves while somebody types.

use precheck::record::Record;

use super::answer::SIZES;
use super::*;
use crate::state::Tab;

fn open_form(size: [f32; 2]) -> Harness<'static, Desk> {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(size);
    press(&mut harness, Key::R);
    assert_eq!(harness.state().state.tab, Tab::Details);
    harness
}

fn type_in(harness: &mut Harness<Desk>, which: RecordBox, text: &str) {
    let label = harness.state().state.words.get(which.word());
    let found = harness.get_by_role_and_label(Role::TextInput, &label);
    found.focus();
    found.type_text(text);
    harness.step();
}

fn record_of(harness: &Harness<Desk>) -> Record {
    harness.state().state.record.clone()
}

#[test]
fn letters_typed_into_a_box_are_no_keys() {
    let mut harness = open_form(SIZES[0]);
    let label = harness.state().state.words.get(RecordBox::Given.word());
    assert!(harness.get_by_role_and_label(Role::TextInput, &label).is_focused());
    type_in(&mut harness, RecordBox::Given, "Jo");
    let desk = harness.state();
    assert!(desk.asked.contains(&Command::EditRecord(RecordBox::Given, "Jo".to_owned())));
    assert!(!desk.asked.contains(&Command::OpenFiles));
}

#[test]
fn a_name_counts_when_it_is_whole_and_typing_has_paused() {
    let mut harness = open_form(SIZES[0]);
    type_in(&mut harness, RecordBox::Given, "Ana");
    harness.run();
    assert_eq!(record_of(&harness).name, None, "half a name is compared with nothing");
    type_in(&mut harness, RecordBox::Surname, "Rui");
    assert_eq!(record_of(&harness).name, None, "somebody still types");
    harness.run_steps(5); // more than a second of the window's own clock
    assert_eq!(record_of(&harness).name.map(|name| name.surname), Some("Rui".to_owned()));
}

#[test]
fn a_name_counts_at_once_when_its_box_is_left() {
    let mut desk = Desk::new();
    desk.state.apply(Command::EditRecord(RecordBox::Given, "Ana".to_owned()));
    desk.state.apply(Command::EditRecord(RecordBox::Surname, "Ruiz".to_owned()));
    assert_eq!(desk.state.record.name, None);
    desk.state.apply(Command::LeaveBox);
    assert!(desk.state.record.name.is_some());
}

#[test]
fn a_box_tells_when_it_is_left() {
    let mut harness = open_form(SIZES[0]);
    type_in(&mut harness, RecordBox::Given, "Ana");
    press(&mut harness, Key::Tab);
    assert!(harness.state().asked.contains(&Command::LeaveBox));
}

#[test]
fn a_day_is_said_in_words_and_judged_at_once() {
    for language in Language::ALL {
        let mut desk = Desk::with(vec![blurred("a.jpg")]);
        desk.state.speak(Words::load(&Assets::find(), language).unwrap());
        let mut harness = desk.open_at(SIZES[1]);
        press(&mut harness, Key::R);
        let hint = harness.state().state.words.get("app-record-date-hint");
        assert_eq!(harness.query_all_by_label(&hint).count(), 2);
        let typed = if language == Language::English { "12/03/2026" } else { "3/12/2026" };
        type_in(&mut harness, RecordBox::CallDate, typed);
        harness.step();
        let state = &harness.state().state;
        assert_eq!(state.record.call_date, Some(date(2026, 12, 3)));
        assert_eq!(state.report.as_ref().unwrap().set.call_date, Some(date(2026, 12, 3)));
        assert!(shows(&harness, &state.words.day(date(2026, 12, 3))));
    }
}

#[test]
fn a_wrong_date_is_said_where_it_stands_but_not_to_somebody_who_still_types() {
    let mut harness = open_form(SIZES[0]);
    let wrong = harness.state().state.words.get("app-record-date-wrong");
    type_in(&mut harness, RecordBox::BirthDate, "4/12/90");
    harness.run();
    assert!(!shows(&harness, &wrong));
    press(&mut harness, Key::Tab);
    assert!(shows(&harness, &wrong));
}

#[test]
fn the_form_does_not_move_while_somebody_types() {
    for size in SIZES {
        let mut harness = open_form(size);
        let places = |harness: &Harness<Desk>| {
            let boxes = RecordBox::ALL.into_iter().filter(|which| *which != RecordBox::Itin); // its letters are hidden
            let rect = |which: RecordBox| {
                let label = harness.state().state.words.get(which.word());
                harness.get_by_role_and_label(Role::TextInput, &label).rect()
            };
            boxes.map(rect).collect::<Vec<_>>()
        };
        let before = places(&harness);
        for (which, text) in
            [(RecordBox::Given, "Ana"), (RecordBox::Surname, "Ruiz"), (RecordBox::BirthDate, "07/28/1960")]
        {
            let label = harness.state().state.words.get(which.word());
            harness.state_mut().state.apply(Command::EditRecord(which, text.to_owned()));
            harness.get_by_role_and_label(Role::TextInput, &label).focus();
            harness.run_steps(5);
            let moved = places(&harness);
            assert!(before[0].height() > 0.0);
            let by = moved[0].top() - before[0].top();
            let same = before.iter().zip(&moved).all(|(b, m)| (m.top() - b.top() - by).abs() < 0.5);
            assert!(same, "{size:?}: {which:?}: {before:?} {moved:?}");
        }
        assert!(harness.state().state.record.name.is_some());
    }
}
