//! Waits until a file is still: one that is just being written is not read. Knows no clock; it is told the time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::stamp::Stamp;

/// How long size and time of a file must stay the same.
const STILL: Duration = Duration::from_millis(500);
/// The same for a file in which nothing is yet: some programs make it first, and fill it later.
const STILL_EMPTY: Duration = Duration::from_secs(3);
/// How often files that are not still are looked at.
const LOOK: Duration = Duration::from_millis(100);

/// The files of which there was news, until they are still.
#[derive(Debug, Default)]
pub struct Settling {
    waiting: BTreeMap<PathBuf, Waiting>,
    next: Option<Instant>,
}

#[derive(Debug)]
struct Waiting {
    stamp: Option<Stamp>,
    since: Instant,
}

impl Settling {
    /// There is news of a file.
    pub fn touch(&mut self, file: PathBuf, stamp: Option<Stamp>, now: Instant) {
        self.waiting.insert(file, Waiting { stamp, since: now });
        self.next.get_or_insert(now + LOOK);
    }

    /// How long nothing has to be done; `None` if all files are still.
    pub fn pause(&self, now: Instant) -> Option<Duration> {
        self.next.map(|next| next.saturating_duration_since(now))
    }

    /// Takes the files that are still by now. A file that stays away is still, too.
    pub fn take(&mut self, now: Instant, stamp: impl Fn(&Path) -> Option<Stamp>) -> Vec<(PathBuf, Option<Stamp>)> {
        if self.next.is_none_or(|next| next > now) {
            return Vec::new();
        }
        let is_still = |file: &PathBuf, waiting: &mut Waiting| {
            let present = stamp(file);
            if present != waiting.stamp {
                *waiting = Waiting { stamp: present, since: now };
            }
            let long = if present.is_some_and(|stamp| stamp.is_empty()) { STILL_EMPTY } else { STILL };
            now.saturating_duration_since(waiting.since) >= long
        };
        let still = self.waiting.extract_if(.., is_still).map(|(file, waiting)| (file, waiting.stamp)).collect();
        self.next = (!self.waiting.is_empty()).then(|| now + LOOK);
        still
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stamp of a file with this much in it.
    fn stamp(bytes: usize) -> Stamp {
        let file = std::env::temp_dir().join(format!("precheck-settling-{}-{bytes}", std::process::id()));
        std::fs::write(&file, vec![0; bytes]).unwrap();
        let stamp = Stamp::of(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        stamp
    }

    #[test]
    fn a_file_that_grows_is_not_still_and_one_that_does_not_is_after_half_a_second() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        assert_eq!(settling.pause(start), None, "nothing to wait for");
        let (small, whole) = (stamp(10), stamp(20));
        settling.touch("a.jpg".into(), Some(small), start);
        assert_eq!(settling.pause(start), Some(LOOK));
        assert!(settling.take(at(50), |_| Some(small)).is_empty(), "not looked at before its time");
        for milliseconds in [100, 200, 300, 400] {
            assert!(settling.take(at(milliseconds), |_| Some(small)).is_empty());
        }
        assert!(settling.take(at(500), |_| Some(whole)).is_empty(), "it grew");
        assert!(settling.take(at(900), |_| Some(whole)).is_empty());
        assert_eq!(settling.take(at(1000), |_| Some(whole)), [("a.jpg".into(), Some(whole))]);
        assert_eq!(settling.pause(at(1000)), None);
    }

    #[test]
    fn news_of_a_file_begins_the_wait_anew() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        let whole = stamp(20);
        settling.touch("a.jpg".into(), Some(whole), start);
        settling.touch("a.jpg".into(), Some(whole), start + Duration::from_millis(400));
        assert!(settling.take(start + Duration::from_millis(600), |_| Some(whole)).is_empty());
        assert_eq!(settling.take(start + Duration::from_millis(900), |_| Some(whole)).len(), 1);
    }

    #[test]
    fn a_file_that_is_taken_away_and_put_back_at_once_was_never_gone() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let whole = stamp(20);
        settling.touch("a.jpg".into(), None, start);
        assert!(settling.take(at(300), |_| Some(whole)).is_empty());
        assert_eq!(settling.take(at(800), |_| Some(whole)), [("a.jpg".into(), Some(whole))]);
        settling.touch("a.jpg".into(), None, at(1000));
        assert_eq!(settling.take(at(1500), |_| None), [("a.jpg".into(), None)]);
    }

    #[test]
    fn an_empty_file_is_waited_for_longer() {
        let (mut settling, start) = (Settling::default(), Instant::now());
        let empty = stamp(0);
        settling.touch("a.jpg".into(), Some(empty), start);
        assert!(settling.take(start + Duration::from_secs(2), |_| Some(empty)).is_empty());
        assert_eq!(settling.take(start + Duration::from_secs(3), |_| Some(empty)).len(), 1);
    }
}
