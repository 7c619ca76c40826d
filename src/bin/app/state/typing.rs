//! When what is typed counts. A name that is half typed would differ from every document, so the set is judged again
//! only when a box is left, or when nothing was typed for a moment. A day counts as soon as it is understood.

use precheck::words::Words;

use super::{RecordBox, RecordForm, State};

/// How long nothing must be typed before it counts, in seconds.
const PAUSE: f64 = 0.7;

/// What was typed and does not count yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Typing {
    /// Nothing.
    Settled,
    /// Something that the clock was not asked about yet.
    Changed,
    /// Something, at this time in seconds.
    Since(f64),
}

impl State {
    /// Text was typed into a box of the form.
    pub(super) fn type_in(&mut self, which: RecordBox, text: String) {
        let before = self.form.date(which);
        self.form.set(which, text);
        self.typing = Typing::Changed;
        if self.form.date(which) != before {
            self.settle();
        }
    }

    /// What was typed counts from now on.
    pub(super) fn settle(&mut self) {
        self.typing = Typing::Settled;
        let record = self.form.record();
        if record != self.record {
            // what is found now may differ for another reason than a new photo
            self.forget_changes();
            self.stale = true;
        }
        self.record = record;
    }

    /// The clock goes on, in seconds. Tells in how many seconds it has to be asked again.
    pub fn tick(&mut self, now: f64) -> Option<f64> {
        if let Some(queue) = &mut self.queue {
            queue.tick(now);
        }
        let (typing, fading) = (self.wait(now), self.fade(now));
        typing.into_iter().chain(fading).reduce(f64::min)
    }

    fn wait(&mut self, now: f64) -> Option<f64> {
        match self.typing {
            Typing::Settled => None,
            Typing::Changed => {
                self.typing = Typing::Since(now);
                Some(PAUSE)
            }
            Typing::Since(then) if now - then < PAUSE => Some(then + PAUSE - now),
            Typing::Since(_) => {
                self.settle();
                None
            }
        }
    }

    /// Puts a record into the form.
    pub fn set_record(&mut self, record: &precheck::record::Record) {
        self.form = RecordForm::of(record, &self.words);
        self.settle();
    }

    /// Speaks another language, or shows numbers in another way.
    pub fn speak(&mut self, words: Words) {
        self.form.speak(&words);
        self.words = words;
    }
}
