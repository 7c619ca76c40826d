//! How fast the work goes, and how long it will take.

/// Shortest time after which a pace is believed, in seconds.
const LEAST: f64 = 3.0;

/// When the work began, and how much was done then.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Pace {
    began: Option<(f64, usize)>,
    now: f64,
}

impl Pace {
    /// The clock goes on, in seconds, while so many files are done.
    pub(super) fn tick(&mut self, now: f64, done: usize) {
        self.began.get_or_insert((now, done));
        self.now = now;
    }

    /// The work stands still: the next pace begins anew.
    pub(super) fn rest(&mut self) {
        self.began = None;
    }

    /// Files in a minute; `None` before enough is known.
    pub(super) fn a_minute(&self, done: usize) -> Option<f64> {
        let (began, before) = self.began?;
        let (seconds, files) = (self.now - began, done.checked_sub(before)?);
        (seconds >= LEAST && files > 0).then(|| files as f64 * 60.0 / seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_told_once_something_was_done() {
        let mut pace = Pace::default();
        pace.tick(100.0, 40);
        assert_eq!(pace.a_minute(40), None);
        pace.tick(130.0, 50);
        assert_eq!(pace.a_minute(50), Some(20.0));
        pace.rest();
        assert_eq!(pace.a_minute(50), None);
    }
}
