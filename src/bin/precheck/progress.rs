//! A bar on standard error, when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Progress over a number of files.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for this many files. It hides itself if standard error is not a terminal.
    pub fn new(files: usize) -> Self {
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {elapsed} → {eta}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// The same, with the rate.
    pub fn with_rate(files: usize) -> Self {
        let progress = Self::new(files);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {per_sec}  {elapsed} → {eta}") {
            progress.bar.set_style(style);
        }
        progress
    }

    /// Does something that may write to the same terminal, without the bar.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// One more file is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// Removes the bar.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
