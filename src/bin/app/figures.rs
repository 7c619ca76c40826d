//! Times of the window, told on standard error when it closes: for the table in `docs/window.md`.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use precheck::page::PageId;

/// Times since the program began.
pub struct Figures {
    began: Instant,
    first: Option<Duration>,
    /// Seconds of each frame but the first few, which prepare everything.
    frames: Vec<f32>,
    pictures: HashSet<PageId>,
    last_picture: Option<Duration>,
}

impl Figures {
    /// Nothing was measured yet.
    pub fn since(began: Instant) -> Self {
        Self { began, first: None, frames: Vec::new(), pictures: HashSet::new(), last_picture: None }
    }

    /// A frame begins; `before` is how long the one before took, in seconds.
    pub fn frame(&mut self, before: Option<f32>) {
        if before.is_some() {
            self.first.get_or_insert(self.began.elapsed()); // the first one is on the screen
        }
        self.frames.extend(before);
    }

    /// The picture of a page is there.
    pub fn picture(&mut self, id: PageId) {
        if self.pictures.insert(id) {
            self.last_picture = Some(self.began.elapsed());
        }
    }

    /// Tells all of it.
    pub fn tell(&self) {
        let milliseconds = |time: Option<Duration>| time.unwrap_or_default().as_millis();
        let mut frames: Vec<f32> = self.frames.iter().skip(3).map(|seconds| seconds * 1000.0).collect();
        frames.sort_by(f32::total_cmp);
        let at = |share: f32| frames.get(((frames.len() as f32 * share) as usize).min(frames.len().saturating_sub(1)));
        let [median, most, worst] = [0.5, 0.99, 1.0].map(|share| at(share).copied().unwrap_or_default());
        crate::say(&format!(
            "first frame {} ms; {} frames, median {median:.1}, p99 {most:.1}, worst {worst:.1} ms; {} pictures, the last \
             after {} ms",
            milliseconds(self.first),
            frames.len(),
            self.pictures.len(),
            milliseconds(self.last_picture),
        ));
    }
}
