//! Keys: pressed many times at once, behind a dialog, and to take a removal back.

use eframe::egui::Modifiers;

use super::*;
use crate::state::Remark;

fn list(harness: &Harness<Desk>) -> Vec<String> {
    harness.state().state.pages.iter().map(|entry| entry.id.file.display().to_string()).collect()
}

fn open_list() -> Harness<'static, Desk> {
    Desk::with((10..22).map(|i| blurred(&format!("{i}.jpg"))).collect()).open_at(answer::SIZES[1])
}

#[test]
fn a_key_pressed_eight_times_since_the_last_frame_counts_eight_times() {
    let mut harness = open_list();
    for _ in 0..8 {
        harness.key_press(Key::J);
    }
    harness.run();
    assert_eq!(harness.state().state.selected_row(), Some(8));
    for _ in 0..3 {
        harness.key_press(Key::ArrowUp);
    }
    harness.run();
    assert_eq!(harness.state().state.selected_row(), Some(5));
}

#[test]
fn a_dialog_takes_its_own_keys_only() {
    let mut harness = open_list();
    press(&mut harness, Key::F1);
    let before = list(&harness);
    for key in [Key::Delete, Key::J, Key::O, Key::A, Key::F5, Key::M, Key::ArrowDown] {
        press(&mut harness, key);
    }
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(list(&harness), before);
    assert_eq!(harness.state().asked, [Command::ToggleHelp]);
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state.help_open);
    press(&mut harness, Key::Delete);
    assert_eq!(list(&harness), before[1..]);
}

#[test]
fn a_removal_is_taken_back_with_its_results_and_its_place() {
    let mut harness = open_list();
    let (before, report) = (list(&harness), harness.state().state.report.clone());
    press(&mut harness, Key::J);
    press(&mut harness, Key::Delete);
    press(&mut harness, Key::Delete);
    assert_eq!(list(&harness).len(), 10);
    assert_eq!(harness.state().state.remark, Some(Remark::Removed("12.jpg".to_owned())));
    harness.run_steps(48); // twelve seconds of the window's own clock
    let undo = harness.state().state.words.get("app-undo");
    click(&mut harness, &undo);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(list(&harness), before);
    assert_eq!(harness.state().state.report, report);
    assert_eq!(harness.state().state.selected_row(), Some(1));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(list(&harness), before, "nothing is left to take back");
}

#[test]
fn a_file_that_was_not_looked_at_yet_is_looked_at_when_it_comes_back() {
    let mut state = Desk::new().state;
    state.add_files(&["a.jpg".into(), "b.pdf".into(), "c.jpg".into()]);
    state.done(Path::new("a.jpg"), vec![blurred("a.jpg")]);
    state.remove(Path::new("b.pdf"));
    state.done(Path::new("b.pdf"), vec![blurred("b.pdf")]);
    assert_eq!(state.undo(), Some("b.pdf".into()));
    assert_eq!(state.pages[1].id.file, Path::new("b.pdf"));
    assert_eq!(state.pages[1].stage, Stage::Waiting);
    state.remove(Path::new("a.jpg"));
    state.add_files(&["a.jpg".into()]);
    assert_eq!((state.undo(), state.pages.len()), (None, 3), "it is on the list already");
}

#[test]
fn what_cannot_come_back_is_told_so_that_its_pictures_are_dropped() {
    let mut state = Desk::with((10..30).map(|i| blurred(&format!("{i}.jpg"))).collect()).state;
    let gone: Vec<PageId> = (10..30).flat_map(|i| state.remove(Path::new(&format!("{i}.jpg")))).collect();
    assert_eq!(gone.len(), 10);
    assert_eq!(gone[0].file, Path::new("10.jpg"));
}

#[test]
fn escape_in_a_box_of_text_leaves_the_box_and_stops_nothing() {
    let mut desk = Desk::new();
    desk.state.add_files(&["a.jpg".into()]);
    desk.state.started(Path::new("a.jpg"));
    let mut harness = desk.open();
    press(&mut harness, Key::R);
    harness.run();
    assert!(harness.ctx.text_edit_focused());
    press(&mut harness, Key::Escape);
    assert!(!harness.ctx.text_edit_focused() && !harness.state().asked.contains(&Command::Cancel));
    press(&mut harness, Key::Escape);
    assert!(harness.state().asked.contains(&Command::Cancel), "the next one stops the work");
}
