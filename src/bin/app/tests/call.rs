//! The page for the video call: what it shows, and what can be taken along.

use precheck::kinds::DocumentKind;

use super::answer::SIZES;
use super::*;
use crate::state::Tab;

/// A window with a passport that fills a place.
fn with_passport() -> Harness<'static, Desk> {
    let mut page = examined();
    page.facts.document.kind = DocumentKind::Passport;
    page.facts.document.country = Some("COL".to_owned());
    page.facts.fields.push(Field {
        kind: FieldKind::ExpiryDate,
        value: "2031-05-04".to_owned(),
        source: Source::Text,
        confidence: 0.95,
        region: None,
        readers: Vec::new(),
        but_for_a_digit: None,
    });
    let mut harness = Desk::with(vec![record("a.jpg", page)]).open_at(SIZES[1]);
    let report = harness.state_mut().state.report.as_mut().unwrap();
    (report.set.bring, report.set.good_until) = (vec![0], Some(date(2031, 5, 4)));
    press(&mut harness, Key::V);
    assert_eq!(harness.state().state.tab, Tab::Call);
    harness
}

#[test]
fn it_says_what_to_bring_what_expires_when_and_that_it_is_no_approval() {
    let harness = with_passport();
    let words = &harness.state().state.words;
    for text in ["Passport · Colombia", "May 4, 2031", &words.get("report-disclaimer"), &words.get("report-bring")] {
        assert!(shows(&harness, text), "{text}");
    }
}

#[test]
fn what_to_do_is_copied_in_the_language_of_the_reader() {
    let mut harness = with_passport();
    let label = harness.state().state.words.say(&Message::new("app-copy").with("language", "Español".into()));
    harness.get_by_label(&label).focus();
    harness.run();
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().asked.last(), Some(&Command::CopyWhatToDo(Language::Spanish)));
    let state = &harness.state().state;
    let spanish = Words::load(&Assets::find(), Language::Spanish).unwrap();
    let text = state.what_to_do(&spanish).unwrap();
    assert!(text.contains(&spanish.get("bring-passport")), "{text}");
    assert!(state.html().unwrap().unwrap().contains("</html>"));
}

#[test]
fn nothing_is_taken_along_before_all_pages_were_looked_at() {
    let mut desk = Desk::with(vec![blurred("a.jpg")]);
    desk.state.add_files(&["b.jpg".into()]);
    desk.state.judge(&desk.rules);
    assert!(desk.state.what_to_do(&desk.state.words).is_none() && desk.state.html().is_none());
    assert!(desk.state.originals().is_empty());
}

#[test]
fn without_a_day_of_the_call_a_button_leads_to_its_box() {
    let mut harness = with_passport();
    let label = harness.state().state.words.get("app-call-when");
    click(&mut harness, &label);
    let label = harness.state().state.words.get(RecordBox::CallDate.word());
    assert!(harness.get_by_role_and_label(Role::TextInput, &label).is_focused());
}
