//! Order, search, decisions and progress of clients.

use precheck::error::FileError;
use precheck::page::PageId;

use super::*;
use crate::clients::Found;
use crate::review::Choice;

fn found(name: &str, files: &[&str]) -> Found {
    Found {
        label: name.to_owned(),
        name: name.to_owned(),
        files: files.iter().map(PathBuf::from).collect(),
        ..Found::default()
    }
}

fn queue() -> Queue {
    let people =
        vec![found("Ána Núñez", &["1/a.jpg", "1/b.jpg"]), found("Luis", &["2/a.jpg"]), found("Eva", &["3/a.jpg"])];
    Queue::new(Clients { folder: "season".into(), people, ..Clients::default() }, Some(Review::default()))
}

fn page(file: &str) -> Vec<PageRecord> {
    vec![PageRecord { id: PageId { file: file.into(), page: 1 }, outcome: Err(FileError::Empty) }]
}

fn decide(queue: &mut Queue, at: usize, choice: Choice) {
    let when = "2026-11-22T10:00:00-05:00".to_owned();
    queue.decide(at, Some(Decided { choice, when, why: None, verdict: None }));
}

#[test]
fn a_client_is_known_once_all_files_were_looked_at_and_a_stop_is_no_look() {
    let mut queue = queue();
    assert_eq!((queue.progress(), queue.to_examine().len()), ((0, 4), 3));
    queue.done(Path::new("1/a.jpg"), &page("1/a.jpg"));
    let stopped = vec![PageRecord { outcome: Err(FileError::Stopped), ..page("1/b.jpg").remove(0) }];
    queue.done(Path::new("1/b.jpg"), &stopped);
    assert_eq!(queue.progress(), (1, 4));
    assert_eq!(queue.to_examine()[0], [PathBuf::from("1/b.jpg")]);
    assert!(!queue.people[0].is_complete() && queue.is_working());
    queue.done(Path::new("1/b.jpg"), &page("1/b.jpg"));
    assert!(queue.people[0].must_be_judged());
    queue.replaced(Path::new("1/b.jpg"));
    assert!(!queue.people[0].is_complete() && queue.has(Path::new("1/b.jpg")));
}

#[test]
fn a_name_is_found_without_its_accents() {
    let mut queue = queue();
    queue.search = " nunez".to_owned();
    assert_eq!(queue.shown(), [0]);
    queue.search = "Ánã".to_owned();
    assert_eq!(queue.shown(), [0]);
    queue.search = "nobody".to_owned();
    assert!(queue.shown().is_empty() && queue.beside(0, 1).is_none());
}

#[test]
fn steps_through_those_who_are_shown_stop_at_the_ends() {
    let queue = queue();
    assert_eq!((queue.beside(0, 1), queue.beside(2, 1), queue.beside(1, -9)), (Some(1), Some(2), Some(0)));
    assert_eq!(queue.next_in_need(0), None, "nobody was judged yet");
}

#[test]
fn a_decision_is_taken_back_and_falls_with_a_new_photo() {
    let mut queue = queue();
    decide(&mut queue, 1, Choice::Again);
    assert_eq!((queue.people[1].status(), queue.count(Filter::Again)), (Status::Again, 1));
    let (file, review) = queue.take_unwritten().unwrap();
    assert!(file.ends_with("season-review.json") && review.of("Luis").is_some());
    assert!(queue.take_unwritten().is_none(), "written once");
    assert_eq!(queue.undo(), Some(1));
    assert!(queue.people[1].decided.is_none() && queue.take_unwritten().unwrap().1.of("Luis").is_none());
    assert_eq!(queue.undo(), None);
    queue.done(Path::new("2/a.jpg"), &page("2/a.jpg"));
    decide(&mut queue, 1, Choice::Again);
    queue.replaced(Path::new("2/a.jpg"));
    assert_eq!(queue.people[1].status(), Status::Waiting, "the client has answered");
}

#[test]
fn where_earlier_decisions_cannot_be_read_new_ones_do_not_replace_them() {
    let people = vec![found("Luis", &["2/a.jpg"])];
    let mut queue = Queue::new(Clients { people, ..Clients::default() }, None);
    decide(&mut queue, 0, Choice::Again);
    assert_eq!((queue.people[0].status(), queue.take_unwritten()), (Status::Again, None));
}

#[test]
fn a_photo_beside_those_of_a_client_is_that_client_s() {
    let mut queue = queue();
    assert!(queue.appeared(Path::new("2/new.jpg")) && !queue.appeared(Path::new("9/new.jpg")));
    assert_eq!(queue.people[1].files.len(), 2);
    assert_eq!(queue.people[0].files.len(), 2);
}
