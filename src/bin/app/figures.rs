//! Times of the window, told on standard error when it closes: for the table in `docs/window.md`.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
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
    /// When the turn of each file came.
    turns: HashMap<PathBuf, Instant>,
    /// Milliseconds from the turn of a file until it was known what its first picture tells, before it is read.
    first_looks: Vec<f32>,
}

impl Figures {
    /// Nothing was measured yet.
    pub fn since(began: Instant) -> Self {
        Self {
            began,
            first: None,
            frames: Vec::new(),
            pictures: HashSet::new(),
            last_picture: None,
            turns: HashMap::new(),
            first_looks: Vec::new(),
        }
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

    /// The turn of a file has come.
    pub fn turn(&mut self, file: PathBuf) {
        self.turns.insert(file, Instant::now());
    }

    /// It is known what the picture of a page tells.
    pub fn looked(&mut self, id: &PageId) {
        if let Some(turn) = self.turns.remove(&id.file) {
            self.first_looks.push(turn.elapsed().as_secs_f32() * 1000.0);
        }
    }

    /// Tells all of it.
    pub fn tell(&self) {
        let milliseconds = |time: Option<Duration>| time.unwrap_or_default().as_millis();
        let frames: Vec<f32> = self.frames.iter().skip(3).map(|seconds| seconds * 1000.0).collect();
        let [median, most, worst] = spread(&frames);
        let [look, slow_look, slowest_look] = spread(&self.first_looks);
        crate::say(&format!(
            "first frame {} ms; {} frames, median {median:.1}, p99 {most:.1}, worst {worst:.1} ms; {} pictures, the last \
             after {} ms; {} first looks, median {look:.0}, p99 {slow_look:.0}, worst {slowest_look:.0} ms",
            milliseconds(self.first),
            frames.len(),
            self.pictures.len(),
            milliseconds(self.last_picture),
            self.first_looks.len(),
        ));
    }
}

/// The median, what 99 of 100 stay below, and the most; 0 of nothing.
fn spread(times: &[f32]) -> [f32; 3] {
    let mut times = times.to_vec();
    times.sort_by(f32::total_cmp);
    let at = |share: f32| times.get(((times.len() as f32 * share) as usize).min(times.len().saturating_sub(1)));
    [0.5, 0.99, 1.0].map(|share| at(share).copied().unwrap_or_default())
}
