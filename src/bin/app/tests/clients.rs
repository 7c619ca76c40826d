//! The clients of a preparer: a folder is asked about, the list of clients, and going through them by keys.

use super::answer::SIZES;
use super::*;
use crate::clients::{Clients, Found};
use crate::review::{Choice, Review};
use crate::state::{Filter, Offer, Status};

pub fn clients() -> Clients {
    let found = |name: &str, files: &[&str]| Found {
        label: name.to_owned(),
        name: format!("{name}  María José Fernández de la Fuente y Núñez Ortega"),
        files: files.iter().map(PathBuf::from).collect(),
        ..Found::default()
    };
    let people = vec![found("0101", &["1/a.jpg", "1/b.jpg"]), found("0102", &["2/a.jpg"]), found("0103", &["3/a.jpg"])];
    Clients { folder: "season".into(), people, files: 4, list: None }
}

/// Three clients: the second one is not looked at yet.
fn open_list(size: [f32; 2]) -> Harness<'static, Desk> {
    let mut desk = Desk::new();
    desk.state.take_clients(clients(), Some(Review::default()));
    for file in ["1/a.jpg", "1/b.jpg", "3/a.jpg"] {
        desk.state.queue.as_mut().unwrap().done(Path::new(file), &[blurred(file)]);
    }
    desk.open_at(size)
}

fn queue<'h>(harness: &'h Harness<Desk>) -> &'h crate::state::Queue {
    harness.state().state.queue.as_ref().unwrap()
}

#[test]
fn a_folder_of_many_is_asked_about_before_anything_is_looked_at() {
    for size in SIZES {
        let mut desk = Desk::new();
        desk.state.offer = Some(Offer { paths: vec!["season".into()], clients: clients(), review: None });
        let mut harness = desk.open_at(size);
        let words = &harness.state().state.words;
        let title = words.say(&Message::new("app-offer-title").with("people", 3.0_f32.into()));
        let as_list = words.get("app-offer-clients");
        assert!(shows(&harness, &title) && shows(&harness, &harness.state().state.words.get("app-offer-one")));
        press(&mut harness, Key::O);
        click(&mut harness, &as_list);
        assert_eq!(harness.state().asked, [Command::TakeClients], "other keys do nothing meanwhile");
    }
}

#[test]
fn the_clients_stand_in_the_order_of_who_needs_somebody() {
    for size in SIZES {
        let mut harness = open_list(size);
        let (queue, words) = (queue(&harness), &harness.state().state.words);
        assert_eq!(queue.shown(), [0, 2, 1]);
        assert_eq!(queue.people[0].status(), Status::Fix);
        let row = format!("{}: {}", queue.people[1].name, words.get("app-client-waiting"));
        let progress =
            words.say(&Message::new("app-clients-progress").with("done", 3.0_f32.into()).with("all", 4.0_f32.into()));
        assert!(shows(&harness, &row) && shows(&harness, &progress), "{row} {progress}");
        let name = words.say(&Message::new(Filter::NeedsMe.word()).with("count", 2.0_f32.into()));
        click(&mut harness, &name);
        assert!(!shows(&harness, &row), "a filter leaves the others out");
        assert_eq!(layout::beyond(&harness, size[0]), [""; 0]);
    }
}

#[test]
fn a_client_is_opened_decided_about_and_left_by_keys() {
    let mut harness = open_list(SIZES[1]);
    press(&mut harness, Key::J);
    assert_eq!(queue(&harness).marked, 2);
    press(&mut harness, Key::Enter);
    assert_eq!(queue(&harness).open, Some(2));
    assert_eq!(harness.state().state.files(), [PathBuf::from("3/a.jpg")]);
    assert!(shows(&harness, &row_of(&harness, "a.jpg", "app-page-retake")), "the pages are there as usual");
    press(&mut harness, Key::Y);
    assert_eq!(queue(&harness).people[2].status(), Status::Accepted);
    press(&mut harness, Key::Period);
    assert_eq!(queue(&harness).open, Some(0), "the next one who needs somebody");
    press(&mut harness, Key::X);
    assert_eq!(queue(&harness).people[0].decided.as_ref().map(|d| d.choice), Some(Choice::Again));
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::Z);
    harness.run();
    assert!(queue(&harness).people[0].decided.is_none() && queue(&harness).people[2].decided.is_some());
    press(&mut harness, Key::B);
    assert!(queue(&harness).open.is_none() && harness.state().state.pages.is_empty());
}

#[test]
fn a_name_is_fine_only_with_a_reason() {
    let mut harness = open_list(SIZES[1]);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::E);
    let title = harness.state().state.words.get("app-why-title");
    assert!(shows(&harness, &title));
    press(&mut harness, Key::Enter);
    assert!(queue(&harness).people[0].decided.is_none(), "nothing was typed");
    harness.state_mut().state.apply(Command::TypeWhy("married last year".to_owned()));
    harness.run();
    let yes = harness.state().state.words.get("app-decide-name");
    harness.get_all_by_label(&yes).next_back().unwrap().click();
    harness.run();
    let decided = queue(&harness).people[0].decided.clone().unwrap();
    assert_eq!((decided.choice, decided.why.as_deref()), (Choice::NameFine, Some("married last year")));
    assert!(!shows(&harness, &title));
    assert!(shows(&harness, "married last year"));
}

#[test]
fn what_is_typed_about_a_client_stays_with_the_client() {
    let mut harness = open_list(SIZES[1]);
    press(&mut harness, Key::Enter);
    for (which, text) in [(RecordBox::Given, "ANA"), (RecordBox::Surname, "RUIZ")] {
        harness.state_mut().state.apply(Command::EditRecord(which, text.to_owned()));
    }
    press(&mut harness, Key::CloseBracket);
    assert_eq!(queue(&harness).open, Some(2));
    assert_eq!(harness.state().state.form.text(RecordBox::Given), "");
    press(&mut harness, Key::OpenBracket);
    assert_eq!(harness.state().state.form.text(RecordBox::Given), "ANA");
    assert_eq!(layout::beyond(&harness, SIZES[1][0]), [""; 0]);
}

#[test]
fn news_of_a_client_s_file_reach_the_shown_pages_too() {
    let mut harness = open_list(SIZES[0]);
    harness.state_mut().state.open_client(1);
    harness.run();
    assert!(harness.state().state.is_working());
    let pages = vec![blurred("2/a.jpg")];
    let state = &mut harness.state_mut().state;
    state.queue.as_mut().unwrap().done(Path::new("2/a.jpg"), &pages);
    state.done(Path::new("2/a.jpg"), pages);
    harness.run();
    assert!(!harness.state().state.is_working());
    assert_eq!(queue(&harness).people[1].status(), Status::Fix);
    assert!(harness.state().state.client_message().is_some());
}

#[test]
fn the_clients_are_a_table_with_what_was_decided() {
    let mut harness = open_list(SIZES[0]);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::X);
    let state = &harness.state().state;
    let table = state.table_of_clients().unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 4, "{table}");
    assert!(rows[1].contains(&state.words.get("app-decided-new-photo.word")) && rows[1].contains(NOW), "{}", rows[1]);
    let verdict = state.words.get(Status::Fix.word());
    assert!(rows[1].contains(&verdict), "what the program said stays beside it: {}", rows[1]);
    assert!(rows[2].ends_with("\"\",\"\",\"\""), "nothing was decided about the next one: {}", rows[2]);
    assert_eq!(
        state.of_clients(state.queue.as_ref().unwrap()),
        state.words.say(&Message::new("app-clients-progress").with("done", 3.0_f32.into()).with("all", 4.0_f32.into()))
    );
}
