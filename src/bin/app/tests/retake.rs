//! Photos that are taken again: compared with those before, known again, gone, or with another name.

use eframe::egui::Modifiers;

use super::answer::SIZES;
use super::*;
use crate::state::{Change, Remark};

fn with_sharpness(file: &str, sharpness: f32) -> PageRecord {
    let mut page = blurred(file);
    page.outcome.as_mut().unwrap().quality.sharpness = Some(sharpness);
    page
}

fn page_of(file: &str, page: u32) -> PageId {
    PageId { file: file.into(), page }
}

/// Replaces a photo of the list.
fn retake(harness: &mut Harness<Desk>, file: &str, page: PageRecord) {
    harness.state_mut().state.replaced(Path::new(file), None);
    harness.run();
    harness.state_mut().state.done(Path::new(file), vec![page]);
    harness.run();
}

fn change(harness: &Harness<Desk>, file: &str) -> Option<Change> {
    harness.state().state.change(&page_of(file, 1)).map(|(change, _)| change)
}

#[test]
fn a_new_photo_is_compared_with_the_one_before() {
    let mut harness = Desk::with(vec![with_sharpness("card.jpg", 10.0)]).open_at(SIZES[1]);
    let word = |harness: &Harness<Desk>, key: &str| harness.state().state.words.get(key);
    for (sharpness, expected, key) in [
        (25.0, Change::Better, "app-photo-blurry.better"),
        (24.0, Change::Same, "app-photo-blurry.same"),
        (5.0, Change::Worse, "app-photo-blurry.worse"),
    ] {
        retake(&mut harness, "card.jpg", with_sharpness("card.jpg", sharpness));
        assert_eq!(change(&harness, "card.jpg"), Some(expected), "{sharpness}");
        let text = word(&harness, key);
        assert!(shows(&harness, &text), "on the page: {text}");
        assert!(shows(&harness, &format!("card.jpg: {text}")), "in the bar below: {text}");
    }
    retake(&mut harness, "card.jpg", record("card.jpg", examined()));
    assert!(!shows(&harness, &word(&harness, "app-photo-blurry.worse")));
}

#[test]
fn while_a_new_photo_is_looked_at_it_says_so() {
    let mut harness = Desk::with(vec![blurred("card.jpg"), blurred("other.jpg")]).open_at(SIZES[0]);
    harness.state_mut().state.replaced(Path::new("card.jpg"), None);
    harness.run();
    assert_eq!(change(&harness, "card.jpg"), Some(Change::Unknown));
    assert!(shows(&harness, &harness.state().state.words.get("app-photo-looking")));
    assert_eq!(change(&harness, "other.jpg"), None);
}

#[test]
fn a_replaced_photo_keeps_its_place_and_stays_selected() {
    let mut harness = Desk::with(["a.jpg", "b.jpg", "c.jpg"].map(blurred).to_vec()).open_at(SIZES[1]);
    press(&mut harness, Key::J);
    press(&mut harness, Key::N);
    assert!(harness.state().state.view.is_close());
    retake(&mut harness, "b.jpg", with_sharpness("b.jpg", 25.0));
    let state = &harness.state().state;
    assert_eq!(state.files(), ["a.jpg", "b.jpg", "c.jpg"].map(PathBuf::from));
    assert_eq!(state.selected, Some(page_of("b.jpg", 1)));
    assert_eq!((state.view, state.pointed_out.as_ref()), (View::default(), None), "the new photo is shown whole");
    press(&mut harness, Key::J);
    retake(&mut harness, "b.jpg", with_sharpness("b.jpg", 26.0));
    assert_eq!(harness.state().state.selected, Some(page_of("c.jpg", 1)), "another page is not left");
}

#[test]
fn the_page_of_a_replaced_file_is_shown_again_as_soon_as_it_is_there() {
    let pages = |count| (1..=count).map(|page| PageRecord { id: page_of("a.pdf", page), ..blurred("a.pdf") }).collect();
    let mut state = Desk::new().state;
    state.add_files(&["first.jpg".into(), "a.pdf".into()]);
    state.done(Path::new("first.jpg"), vec![blurred("first.jpg")]);
    state.done(Path::new("a.pdf"), pages(3));
    state.apply(Command::Select(page_of("a.pdf", 2)));
    state.replaced(Path::new("a.pdf"), None);
    assert_eq!(state.selected, Some(page_of("a.pdf", 1)));
    state.done(Path::new("a.pdf"), pages(3));
    assert_eq!(state.selected, Some(page_of("a.pdf", 2)));
    state.replaced(Path::new("a.pdf"), None);
    state.done(Path::new("a.pdf"), pages(1));
    assert_eq!(state.selected, Some(page_of("a.pdf", 1)), "the new file has no such page");
}

#[test]
fn what_is_known_of_a_photo_that_was_replaced_meanwhile_is_not_heard() {
    let mut harness = Desk::with(vec![with_sharpness("a.jpg", 10.0)]).open_at(SIZES[1]);
    for _ in 0..2 {
        harness.state_mut().state.replaced(Path::new("a.jpg"), None);
        harness.run();
    }
    harness.state_mut().state.done(Path::new("a.jpg"), vec![with_sharpness("a.jpg", 5.0)]);
    harness.run();
    assert!(harness.state().state.is_working(), "the second photo is still to be looked at");
    harness.state_mut().state.done(Path::new("a.jpg"), vec![with_sharpness("a.jpg", 25.0)]);
    harness.run();
    assert_eq!(change(&harness, "a.jpg"), Some(Change::Better), "compared with the first one");
}

#[test]
fn details_that_change_end_the_comparison() {
    let mut harness = Desk::with(vec![with_sharpness("a.jpg", 10.0)]).open_at(SIZES[1]);
    retake(&mut harness, "a.jpg", with_sharpness("a.jpg", 25.0));
    for (which, text) in [(RecordBox::Given, "ANA"), (RecordBox::Surname, "RUIZ")] {
        harness.state_mut().state.apply(Command::EditRecord(which, text.to_owned()));
    }
    harness.state_mut().state.apply(Command::LeaveBox);
    harness.run();
    assert_eq!(change(&harness, "a.jpg"), None);
}

#[test]
fn the_same_photo_is_said_to_be_the_same() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    harness.state_mut().state.same(Path::new("a.jpg"));
    harness.run();
    assert!(!harness.state().state.is_working(), "it is not looked at again");
    let text = harness.state().state.words.get("app-photo-same");
    assert!(shows(&harness, &text) && shows(&harness, &format!("a.jpg: {text}")));
    // one that was there before the last one
    harness.state_mut().state.replaced(Path::new("a.jpg"), Some(Path::new("a.jpg")));
    harness.state_mut().state.done(Path::new("a.jpg"), vec![blurred("a.jpg")]);
    harness.run();
    assert!(shows(&harness, &text));
}

#[test]
fn a_photo_that_appears_joins_the_list_and_takes_nothing_away() {
    let mut harness = Desk::with(vec![blurred("a.jpg"), blurred("b.jpg")]).open_at(SIZES[1]);
    press(&mut harness, Key::J);
    let desk = harness.state_mut();
    desk.state.remove(Path::new("a.jpg"));
    desk.state.appeared(&[("new.jpg".into(), Some("a.jpg".into()))]);
    harness.run();
    let state = &harness.state().state;
    assert_eq!(state.files(), ["b.jpg", "new.jpg"].map(PathBuf::from));
    assert_eq!(state.selected, Some(page_of("b.jpg", 1)));
    let known = state.change(&page_of("new.jpg", 1)).unwrap().1;
    assert!(known.contains("a.jpg"), "{known}");
    let joined = state.words.say(&Message::new("app-photo-joined").with("file", "new.jpg".into()));
    assert!(shows(&harness, &joined));
    harness.state_mut().state.appeared(&[("c.jpg".into(), None), ("d.jpg".into(), Some("b.jpg".into()))]);
    harness.run();
    let state = &harness.state().state;
    assert_eq!(state.remark, Some(Remark::JoinedMany(2)));
    assert_eq!(state.change(&page_of("d.jpg", 1)), None, "the checks speak of two that are both there");
}

#[test]
fn a_file_that_is_gone_is_marked_and_keeps_its_result() {
    for size in SIZES {
        let mut harness = Desk::with(vec![blurred("a.jpg"), blurred("b.jpg")]).open_at(size);
        let before = harness.state().state.report.clone();
        harness.state_mut().state.gone(Path::new("a.jpg"));
        harness.run();
        let state = &harness.state().state;
        assert_eq!(state.report, before);
        let words = &state.words;
        let row = format!(
            "{}. {}. {}",
            words.get("app-page-retake"),
            words.get("blurry.title"),
            words.get("app-photo-gone-short")
        );
        assert!(shows(&harness, &row), "{row}");
        assert!(shows(&harness, &words.get("app-photo-gone-means")));
        harness.state_mut().state.back(Path::new("a.jpg"));
        harness.run();
        assert!(!shows(&harness, &harness.state().state.words.get("app-photo-gone-short")));
        assert_eq!(harness.state().state.remark, None);
    }
}

#[test]
fn a_file_with_another_name_keeps_its_place_and_its_result() {
    let mut state = Desk::with(vec![blurred("a.jpg"), blurred("b.jpg"), blurred("c.jpg")]).state;
    state.apply(Command::Select(page_of("b.jpg", 1)));
    assert!(!state.moved(Path::new("b.jpg"), Path::new("passport.jpg")), "nothing is to be examined");
    assert_eq!(state.files(), ["a.jpg", "passport.jpg", "c.jpg"].map(PathBuf::from));
    assert_eq!(state.selected, Some(page_of("passport.jpg", 1)));
    assert_eq!(state.set.pages[1].id, page_of("passport.jpg", 1));
    state.add_files(&["d.jpg".into()]);
    assert!(state.moved(Path::new("d.jpg"), Path::new("e.jpg")), "nobody has looked at it");
    state.done(Path::new("d.jpg"), vec![blurred("d.jpg")]);
    assert!(state.is_working(), "news under its old name are not heard");
    state.done(Path::new("e.jpg"), vec![blurred("e.jpg")]);
    assert!(!state.is_working());
}

#[test]
fn one_key_asks_for_the_shown_file_and_another_for_all() {
    let mut harness = Desk::with(vec![blurred("a.jpg"), blurred("b.jpg")]).open_at(SIZES[1]);
    press(&mut harness, Key::J);
    press(&mut harness, Key::F5);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    harness.run();
    let again = harness.state().state.words.get("app-recheck");
    click(&mut harness, &again);
    let inspect = || Command::Inspect("b.jpg".into());
    assert_eq!(harness.state().asked[1..], [inspect(), Command::Recheck, inspect()]);
}
