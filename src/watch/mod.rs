//! Notices what happens to the files of a list and in folders that were opened, so that a new photo is looked at without
//! being asked for: by the window, and by `precheck watch`. Runs in a thread of whoever calls it, and sleeps while nothing
//! happens. The system's watch brings a thread of its own.
//!
//! ```text
//! system ─eyes─▶ news of paths ─settling─▶ files that are still ─ledger─▶ what happened (sign)
//! ```
//!
//! Where the system has no watch on files, or no room for another one, it says so once; a person can still ask for a
//! file to be looked at again.

mod eyes;
mod ledger;
mod settling;
mod sign;
mod stamp;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crate::intake;

use eyes::{Eyes, Glimpse};
use ledger::Ledger;
use settling::Settling;
pub use sign::Sign;
use stamp::{Stamp, key};

/// What the thread is asked to do.
#[derive(Debug)]
pub enum Order {
    /// Find the files under these paths, and watch them from now on.
    Look(Vec<PathBuf>),
    /// Watch these folders, whose files are known elsewhere.
    Watch(Vec<PathBuf>),
    /// Watch these folders, and tell of the files in them as if each appeared now.
    Follow(Vec<PathBuf>),
    /// Look whether something was missed.
    LookAgain,
    /// New files in the folders that were opened do not matter any longer.
    Leave,
    /// These files are on the list.
    List(Vec<PathBuf>),
    /// Say what became of this file.
    Inspect(PathBuf),
    /// The system says something.
    Seen(Glimpse),
    /// Nobody wants to hear more.
    End,
}

/// Carries out orders until nobody wants to hear more. `own` is the other end of `orders`: the system's news comes by it.
pub fn run(orders: &Receiver<Order>, own: Sender<Order>, tell: impl Fn(Sign)) {
    let hear = move |glimpse| drop(own.send(Order::Seen(glimpse)));
    let (ledger, settling) = (Ledger::default(), Settling::default());
    let mut watch = Watch { eyes: Eyes::open(hear), tell, ledger, settling, is_blind: false };
    while let Some(next) = watch.next(orders) {
        match next {
            Next::Do(Order::End) => break,
            Next::Do(order) => watch.obey(order),
            Next::GoOn => {}
        }
        watch.settle();
    }
    watch.eyes.close();
}

struct Watch<T> {
    eyes: Eyes,
    tell: T,
    ledger: Ledger,
    settling: Settling,
    /// Whether it was said that not everything is noticed.
    is_blind: bool,
}

enum Next {
    Do(Order),
    /// Something else is to be done first.
    GoOn,
}

impl<T: Fn(Sign)> Watch<T> {
    /// What is to be done next; `None` once nobody wants to hear more.
    fn next(&mut self, orders: &Receiver<Order>) -> Option<Next> {
        let unread = self.ledger.has_unread().then_some(Duration::ZERO);
        let Some(pause) = unread.or_else(|| self.settling.pause(Instant::now())) else {
            return orders.recv().map(Next::Do).ok();
        };
        match orders.recv_timeout(pause) {
            Ok(order) => Some(Next::Do(order)),
            Err(RecvTimeoutError::Timeout) => {
                self.ledger.read_next();
                Some(Next::GoOn)
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Look(paths) => {
                let files = self.look(&paths);
                (self.tell)(Sign::Found(files));
            }
            Order::Watch(folders) => {
                self.look(&folders);
            }
            Order::Follow(folders) => {
                for folder in &folders {
                    self.open(folder);
                }
                self.wait_for(intake::walk(&folders).files.iter().map(|file| key(file)).collect());
            }
            Order::Leave => self.ledger.leave(),
            Order::List(files) => self.ledger.list(&files),
            Order::Inspect(file) => {
                self.watch_place(&file);
                (self.tell)(self.ledger.inspect(&file));
            }
            Order::Seen(Glimpse::Touched(paths)) => paths.iter().for_each(|path| self.touched(path)),
            Order::LookAgain | Order::Seen(Glimpse::Missed) => {
                let all: Vec<PathBuf> = self.ledger.folders().chain(self.ledger.files()).collect();
                for path in all {
                    self.touched(&path);
                }
            }
            Order::Seen(Glimpse::Failed) => self.say_if_blind(false),
            Order::End => {}
        }
    }

    /// Watches first and looks then, so that nothing is missed between the two.
    fn look(&mut self, paths: &[PathBuf]) -> Vec<PathBuf> {
        for path in paths {
            if path.is_dir() {
                self.open(path);
            } else {
                self.watch_place(path);
            }
        }
        let files = intake::walk(paths).files;
        for file in &files {
            self.ledger.add(file);
        }
        files
    }

    /// Watches a folder with everything in it.
    fn open(&mut self, folder: &Path) {
        self.ledger.open(folder);
        let sees = folder.canonicalize().is_ok_and(|real| self.eyes.watch_all(&real));
        self.say_if_blind(sees);
    }

    /// Watches the folder of a file, since a file that is replaced is another one for the system.
    fn watch_place(&mut self, file: &Path) {
        if let Some(folder) = key(file).parent().filter(|folder| folder.is_dir()) {
            let sees = self.eyes.watch(folder);
            self.say_if_blind(sees);
        }
    }

    /// Says once that not everything is noticed.
    fn say_if_blind(&mut self, sees: bool) {
        if !sees && !std::mem::replace(&mut self.is_blind, true) {
            (self.tell)(Sign::Blind);
        }
    }

    /// There is news of a file, or of a folder and so of everything in it.
    fn touched(&mut self, path: &Path) {
        if path.symlink_metadata().is_err() {
            self.eyes.lose(path);
        }
        let itself = self.ledger.concerns(path).then(|| path.to_owned());
        let files: Vec<PathBuf> = self.ledger.beneath(path).chain(itself).collect();
        self.wait_for(files);
    }

    /// Says what happened to the files that are still by now.
    fn settle(&mut self) {
        let still = self.settling.take(Instant::now(), Stamp::of);
        let (folders, files) = still.into_iter().partition::<Vec<_>, _>(|(path, _)| path.is_dir());
        // files were put into a new folder before anybody watched it
        let inside = intake::walk(&folders.into_iter().map(|(folder, _)| folder).collect::<Vec<_>>()).files;
        self.wait_for(inside.into_iter().filter(|file| self.ledger.is_new(file)).collect());
        self.ledger.settled(files).into_iter().for_each(&self.tell);
    }

    fn wait_for(&mut self, files: Vec<PathBuf>) {
        let now = Instant::now();
        for file in files {
            let stamp = Stamp::of(&file);
            self.settling.touch(file, stamp, now);
        }
    }
}
