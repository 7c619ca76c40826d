//! The thread that makes pictures of pages before their turn, so that whoever drops fifty photos sees at once that all of
//! them arrived.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError};

use super::Reporter;
use super::news::News;
use crate::pictures;

/// Files of which pictures are wanted.
pub(super) struct Wanted {
    /// The files.
    pub files: Vec<PathBuf>,
    /// All pages, or the first one only, because the others come when they are examined.
    pub all_pages: bool,
}

/// Makes pictures until the window closes. What was asked for last comes first: somebody looks at it now.
pub(super) fn make_pictures(requests: &Receiver<Wanted>, reporter: &Reporter) {
    let mut stack = Vec::new();
    while let Some(wanted) = newest(requests, &mut stack) {
        let mut files = wanted.files.into_iter();
        let Some(file) = files.next() else { continue };
        for (id, (thumbnail, picture)) in pictures::previews(&file, wanted.all_pages) {
            reporter.tell(News::Decoded { id, thumbnail, picture });
        }
        stack.push(Wanted { files: files.collect(), all_pages: wanted.all_pages });
    }
}

/// The request that came last; `None` once the window is closed.
fn newest(requests: &Receiver<Wanted>, stack: &mut Vec<Wanted>) -> Option<Wanted> {
    loop {
        match requests.try_recv() {
            Ok(wanted) => stack.push(wanted),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match stack.pop() {
                Some(wanted) => return Some(wanted),
                None => stack.push(requests.recv().ok()?),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn what_was_asked_for_last_comes_first_and_nothing_is_lost() {
        let (sender, requests) = channel();
        let wanted = |name: &str| Wanted { files: vec![name.into()], all_pages: false };
        let mut stack = vec![wanted("a"), wanted("b")];
        sender.send(wanted("c")).unwrap();
        let mut order = Vec::new();
        while order.len() < 3 {
            order.extend(newest(&requests, &mut stack).unwrap().files);
        }
        assert_eq!(order, ["c", "b", "a"].map(PathBuf::from));
        drop(sender);
        assert!(newest(&requests, &mut stack).is_none());
    }
}
