//! The thread that makes pictures of pages before their turn, so that whoever drops fifty photos sees at once that all of
//! them arrived. The first few come before anything is examined; the others beside it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::{mem, thread};

use super::news::News;
use super::{Job, Reporter};
use crate::pictures;

/// Files of which pictures are made before they are examined: as many as a list shows at once.
const FIRST: usize = 8;

/// Files of which pictures are wanted.
pub(super) struct Wanted {
    /// The files.
    pub files: Vec<PathBuf>,
    /// All pages, or the first one only, because the others come when they are examined.
    pub all_pages: bool,
    /// What begins once the first pictures are there.
    pub then: Option<Job>,
}

/// What the window and the thread know of each other.
#[derive(Clone, Default)]
pub(super) struct Signs {
    /// Pictures are being made: what is to be examined now does not wait for them.
    pub busy: Arc<AtomicBool>,
    /// The window closes.
    pub closing: Arc<AtomicBool>,
}

/// Makes pictures until the window closes. What was asked for last comes first: somebody looks at it now.
pub(super) fn make_pictures(requests: &Receiver<Wanted>, jobs: &Sender<Job>, reporter: &Reporter, signs: &Signs) {
    let mut stack = Vec::new();
    let begin = |wanted: &mut Wanted| {
        if let Some(job) = mem::take(&mut wanted.then) {
            let _ = jobs.send(job); // it fails when the window is closed
        }
    };
    while let Some(mut wanted) = newest(requests, &mut stack, &begin) {
        signs.busy.store(true, Ordering::Relaxed);
        let count = if wanted.then.is_some() { FIRST } else { 1 };
        let now: Vec<PathBuf> = wanted.files.drain(..wanted.files.len().min(count)).collect();
        for pair in now.chunks(2) {
            thread::scope(|scope| {
                for file in pair {
                    // a panic costs these pictures; what is to be examined goes on
                    scope.spawn(|| catch_unwind(AssertUnwindSafe(|| sketch(file, wanted.all_pages, reporter, signs))));
                }
            });
        }
        begin(&mut wanted);
        if !wanted.files.is_empty() {
            stack.push(wanted);
        }
        signs.busy.store(!stack.is_empty(), Ordering::Relaxed);
    }
}

fn sketch(file: &Path, all_pages: bool, reporter: &Reporter, signs: &Signs) {
    let goes_on = |_: &_| !signs.closing.load(Ordering::Relaxed);
    for (id, (thumbnail, picture)) in pictures::previews(file, all_pages).take_while(goes_on) {
        reporter.tell(News::Decoded { id, thumbnail, picture });
    }
}

/// The request that came last; `None` once the window is closed. What waits for the pictures of an earlier request waits
/// no longer: `begin` sees to it.
fn newest(requests: &Receiver<Wanted>, stack: &mut Vec<Wanted>, begin: &impl Fn(&mut Wanted)) -> Option<Wanted> {
    loop {
        let wanted = match requests.try_recv() {
            Ok(wanted) => wanted,
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match stack.pop() {
                Some(wanted) => return Some(wanted),
                None => requests.recv().ok()?,
            },
        };
        stack.iter_mut().for_each(begin);
        stack.push(wanted);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn wanted(name: &str) -> Wanted {
        Wanted { files: vec![name.into()], all_pages: false, then: Some(Job::GetReady) }
    }

    #[test]
    fn what_was_asked_for_last_comes_first_and_nothing_is_lost() {
        let (sender, requests) = channel();
        let mut stack = vec![wanted("a"), wanted("b")];
        sender.send(wanted("c")).unwrap();
        let begin = |wanted: &mut Wanted| wanted.then = None;
        let (mut order, mut waiting) = (Vec::new(), Vec::new());
        while order.len() < 3 {
            let next = newest(&requests, &mut stack, &begin).unwrap();
            order.extend(next.files);
            waiting.push(next.then.is_some());
        }
        assert_eq!(order, ["c", "b", "a"].map(PathBuf::from));
        assert_eq!(waiting, [true, false, false], "earlier work did not wait for the pictures of c");
        drop(sender);
        assert!(newest(&requests, &mut stack, &begin).is_none());
    }

    #[test]
    fn what_is_to_be_examined_is_passed_on_even_if_there_are_no_pictures() {
        let ((sender, requests), (jobs, done), (news, told)) = (channel(), channel(), channel());
        sender.send(wanted("no-such-file.jpg")).unwrap();
        let reporter = Reporter { news, wake: Arc::new(|| ()) };
        let maker = thread::spawn(move || make_pictures(&requests, &jobs, &reporter, &Signs::default()));
        assert!(matches!(done.recv(), Ok(Job::GetReady)));
        drop(sender);
        maker.join().unwrap();
        assert!(told.try_recv().is_err());
    }
}
