//! Text of which some letters are marked.

use eframe::egui::TextFormat;
use eframe::egui::text::LayoutJob;

/// A text whose marked letters have a format of their own; letters beyond the marks are plain.
pub fn marked(letters: &[char], marks: &[bool], plain: &TextFormat, differs: &TextFormat) -> LayoutJob {
    let mut job = LayoutJob::default();
    let is_marked = |at: usize| marks.get(at).copied().unwrap_or_default();
    let all: Vec<(char, bool)> = letters.iter().enumerate().map(|(at, letter)| (*letter, is_marked(at))).collect();
    for run in all.chunk_by(|(_, a), (_, b)| a == b) {
        let text: String = run.iter().map(|(letter, _)| letter).collect();
        job.append(&text, 0.0, if run[0].1 { differs } else { plain }.clone());
    }
    job
}
