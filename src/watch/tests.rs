//! What is noticed of real files: by the ledger alone, and with the system's own watch.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::ledger::Ledger;
use super::sign::{Arrival, Sign};
use super::stamp::{Stamp, key};
use super::{Order, run};

/// Longest time that the system may take for its news.
const PATIENCE: Duration = Duration::from_secs(20);

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-watch-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Puts a photo there as programs do: written elsewhere, then moved to its place.
    fn put(&self, name: &str, text: &str) -> PathBuf {
        let file = self.0.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let aside = self.0.with_extension("aside");
        fs::write(&aside, text).unwrap();
        fs::rename(&aside, &file).unwrap();
        file
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the ledger makes of files that are still.
fn signs(ledger: &mut Ledger, files: &[&Path]) -> Vec<Sign> {
    let still = |file: &&Path| (key(file), Stamp::of(file));
    ledger.settled(files.iter().map(still).collect())
}

/// A ledger with the files of a folder that was opened, their contents read.
fn opened(folder: &Folder, files: &[&Path]) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.open(&folder.0);
    for file in files {
        ledger.add(file);
    }
    while ledger.has_unread() {
        ledger.read_next();
    }
    ledger
}

#[test]
fn another_photo_is_told_from_the_same_one_and_an_earlier_one_is_known_again() {
    let folder = Folder::new("same");
    let file = folder.put("card.jpg", "blurred");
    let mut ledger = opened(&folder, &[&file]);
    assert_eq!(signs(&mut ledger, &[&file]), []);
    folder.put("card.jpg", "blurred");
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Same(file.clone())]);
    folder.put("card.jpg", "sharp");
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Replaced { file: file.clone(), before: None }]);
    folder.put("card.jpg", "blurred");
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Replaced { file: file.clone(), before: Some(file.clone()) }]);
    fs::remove_file(&file).unwrap();
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Gone(file.clone())]);
    assert_eq!(signs(&mut ledger, &[&file]), [], "told once");
    folder.put("card.jpg", "blurred");
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Back(file.clone())]);
}

#[test]
fn photos_join_that_appear_in_a_folder_that_was_opened_and_no_other_files() {
    let folder = Folder::new("join");
    let first = folder.put("a.jpg", "one");
    let mut ledger = opened(&folder, &[&first]);
    let names = ["new.jpg", "in/it.pdf", "copy.png", "notes.txt", ".hidden.jpg", ".thumbnails/b.jpg", "c.jpg.part"];
    let files = names.map(|name| folder.put(name, if name == "copy.png" { "one" } else { name }));
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let arrival = |at: usize, before| Arrival { file: files[at].to_owned(), before };
    let expected = vec![arrival(0, None), arrival(1, None), arrival(2, Some(first.clone()))];
    assert_eq!(signs(&mut ledger, &files), [Sign::Appeared(expected)]);
    let elsewhere = Folder::new("elsewhere");
    let other = elsewhere.put("d.jpg", "four");
    assert!(!ledger.concerns(&key(&other)) && signs(&mut ledger, &[&other]).is_empty());
}

#[test]
fn nothing_joins_from_a_folder_that_was_left_and_files_of_the_list_stay_known() {
    let folder = Folder::new("left");
    let first = folder.put("a.jpg", "one");
    let mut ledger = opened(&folder, &[&first]);
    ledger.leave();
    let second = folder.put("b.jpg", "two");
    assert_eq!(signs(&mut ledger, &[&second]), []);
    fs::remove_file(&first).unwrap();
    assert_eq!(signs(&mut ledger, &[&first]), [Sign::Gone(first.clone())]);
}

#[test]
fn a_file_with_a_new_name_has_moved() {
    let folder = Folder::new("moved");
    let from = folder.put("IMG_1.jpg", "passport");
    let mut ledger = opened(&folder, &[&from]);
    let to = folder.0.join("passport.jpg");
    fs::rename(&from, &to).unwrap();
    assert_eq!(signs(&mut ledger, &[&from, &to]), [Sign::Moved { from: from.clone(), to: to.clone() }]);
    folder.put("passport.jpg", "another");
    assert_eq!(signs(&mut ledger, &[&to]), [Sign::Replaced { file: to, before: None }]);
}

#[test]
fn of_a_file_that_was_taken_off_the_list_only_another_photo_is_told() {
    let folder = Folder::new("removed");
    let file = folder.put("a.jpg", "one");
    let mut ledger = opened(&folder, &[&file]);
    ledger.list(&[]);
    folder.put("a.jpg", "one");
    assert_eq!(signs(&mut ledger, &[&file]), []);
    folder.put("a.jpg", "other");
    assert_eq!(signs(&mut ledger, &[&file]), [Sign::Appeared(vec![Arrival { file: file.clone(), before: None }])]);
    ledger.list(&[]);
    fs::remove_file(&file).unwrap();
    assert_eq!(signs(&mut ledger, &[&file]), []);
}

#[test]
fn who_asks_for_a_file_hears_what_became_of_it() {
    let folder = Folder::new("asked");
    let file = folder.put("a.jpg", "one");
    let mut ledger = opened(&folder, &[&file]);
    assert_eq!(ledger.inspect(&file), Sign::Again(file.clone()));
    folder.put("a.jpg", "two");
    assert_eq!(ledger.inspect(&file), Sign::Replaced { file: file.clone(), before: None });
    fs::remove_file(&file).unwrap();
    assert_eq!(ledger.inspect(&file), Sign::Gone(file.clone()));
    assert_eq!(ledger.inspect(&file), Sign::Gone(file), "as often as asked");
}

#[test]
fn the_system_tells_of_a_replaced_a_new_and_a_missing_photo() {
    let folder = Folder::new("thread");
    let file = folder.put("a.jpg", "one");
    let (orders, orders_out) = channel();
    let (tell, told) = channel();
    let own = orders.clone();
    let watch = thread::spawn(move || run(&orders_out, own, |sign| drop(tell.send(sign))));
    let order = |order| orders.send(order).unwrap();
    let next = || told.recv_timeout(PATIENCE).unwrap();
    order(Order::Look(vec![folder.0.clone()]));
    match next() {
        Sign::Blind => return, // this system has no room for a watch
        found => assert_eq!(found, Sign::Found(vec![file.clone()])),
    }
    folder.put("a.jpg", "another");
    assert_eq!(next(), Sign::Replaced { file: file.clone(), before: None });
    let new = folder.put("deep/er/b.jpg", "new");
    assert_eq!(next(), Sign::Appeared(vec![Arrival { file: new, before: None }]));
    fs::remove_file(&file).unwrap();
    assert_eq!(next(), Sign::Gone(file));
    order(Order::End);
    watch.join().unwrap();
    assert!(told.recv_timeout(PATIENCE).is_err(), "nothing more is told");
}

#[test]
fn files_that_are_there_already_are_told_once_they_are_still_and_as_if_they_appeared() {
    let folder = Folder::new("follow");
    let (first, second) = (folder.put("a.jpg", "one"), folder.put("deep/b.jpg", "two"));
    folder.put("c.jpg.part", "not complete");
    let (orders, orders_out) = channel();
    let (tell, told) = channel();
    let own = orders.clone();
    let watch = thread::spawn(move || run(&orders_out, own, |sign| drop(tell.send(sign))));
    orders.send(Order::Follow(vec![folder.0.clone()])).unwrap();
    let appeared = loop {
        match told.recv_timeout(PATIENCE).unwrap() {
            Sign::Blind => {} // this system has no room for a watch, but sees what is there
            other => break other,
        }
    };
    let arrival = |file: &Path| Arrival { file: file.to_owned(), before: None };
    assert_eq!(appeared, Sign::Appeared(vec![arrival(&first), arrival(&second)]));
    let third = folder.put("d.jpg", "three");
    orders.send(Order::LookAgain).unwrap();
    assert_eq!(told.recv_timeout(PATIENCE).unwrap(), Sign::Appeared(vec![arrival(&third)]), "and nothing twice");
    orders.send(Order::End).unwrap();
    watch.join().unwrap();
}
