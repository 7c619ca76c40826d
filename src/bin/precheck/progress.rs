//! A bar on standard error, when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::manners::Voice;

/// Progress over a number of files.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for this many files, unless nothing is to be said. It hides itself if standard error is not a terminal.
    pub fn new(files: usize, voice: Voice) -> Self {
        let target = if voice == Voice::Quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(files as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}  {elapsed} → {eta}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// The same, with the rate.
    pub fn with_rate(files: usize, voice: Voice) -> Self {
        let progress = Self::new(files, voice);
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
