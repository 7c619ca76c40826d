//! Dialogs of the system, each in a thread of its own while it is open.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use precheck::intake;
use precheck::record::Record;

use super::Worker;
use super::news::News;
use crate::saving;

/// A dialog that was answered sooner was never shown: nobody is as quick.
const TOO_QUICK: Duration = Duration::from_millis(300);

/// What a person picks in a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Photos and scans.
    Files,
    /// A folder of photos and scans.
    Folder,
    /// A record in JSON.
    Record,
}

/// What is written where a person wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// A report for the browser.
    Report,
    /// A table of clients.
    Table,
}

/// The folder in which somebody picked last. It is known while the window is open, and kept nowhere.
#[derive(Debug, Clone, Default)]
pub(super) struct LastFolder(Arc<Mutex<Option<PathBuf>>>);

impl LastFolder {
    fn begin(&self, dialog: rfd::FileDialog) -> rfd::FileDialog {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        }
    }

    fn keep(&self, picked: &Path) {
        let folder = if picked.is_dir() { Some(picked) } else { picked.parent() };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = folder.map(Path::to_owned);
    }
}

impl Worker {
    /// Opens a system dialog with a title, and names for photos and for all files; answered by [`News::Picked`] or [`News::Record`] unless
    /// the person cancels it, and by [`News::NoDialog`] where there is none.
    pub fn pick(&self, pick: Pick, [title, photos, all]: [String; 3]) {
        let (reporter, last) = (self.reporter.clone(), self.folder.clone());
        thread::spawn(move || {
            let dialog = last.begin(rfd::FileDialog::new().set_title(title));
            let start = Instant::now();
            let paths = match pick {
                Pick::Files => dialog
                    .add_filter(photos, &intake::endings())
                    .add_filter(all, &["*"])
                    .pick_files()
                    .unwrap_or_default(),
                Pick::Folder => dialog.pick_folder().into_iter().collect(),
                Pick::Record => dialog.add_filter("JSON", &["json"]).pick_file().into_iter().collect(),
            };
            match (paths.first(), pick) {
                (Some(path), _) => last.keep(path),
                (None, _) if start.elapsed() < TOO_QUICK => return reporter.tell(News::NoDialog),
                (None, _) => return,
            }
            reporter.tell(match (pick, paths.as_slice()) {
                (Pick::Record, [path]) => News::Record(read_record(path)),
                _ => News::Picked(paths),
            });
        });
    }

    /// Asks for a file and writes a text to it; answered by [`News::Saved`] unless the person cancels it. The dialog asks
    /// before a file is replaced.
    pub fn save(&self, what: Saved, title: String, text: String) {
        let (reporter, last) = (self.reporter.clone(), self.folder.clone());
        let (kind, ending, name) = match what {
            Saved::Report => ("HTML", "html", "precheck.html"),
            Saved::Table => ("CSV", "csv", "precheck.csv"),
        };
        thread::spawn(move || {
            let dialog = last.begin(rfd::FileDialog::new().set_title(title).add_filter(kind, &[ending]));
            let start = Instant::now();
            match dialog.set_file_name(name).save_file() {
                Some(path) => {
                    last.keep(&path);
                    let name = path.file_name().unwrap_or_default().display().to_string();
                    let saved = saving::write_for_owner(&path, text.as_bytes());
                    let saved = saved.map(|()| name.clone()).map_err(|error| format!("{name}: {error}"));
                    reporter.tell(News::Saved(what, saved));
                }
                None if start.elapsed() < TOO_QUICK => reporter.tell(News::NoDialog),
                None => {}
            }
        });
    }
}

fn read_record(path: &Path) -> Result<Record, String> {
    let name = path.file_name().unwrap_or_default().display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Record::from_json(&text).map_err(|reason| format!("{name}: {reason}"))
}
