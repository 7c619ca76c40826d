//! Dialogs of the system, each in a thread of its own while it is open.

use std::path::Path;
use std::thread;

use precheck::record::Record;

use super::Worker;
use super::news::News;
use crate::saving;

/// Name of the file that is offered for a report.
const REPORT_NAME: &str = "precheck.html";

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

impl Worker {
    /// Opens a system dialog; answered by [`News::Picked`] or [`News::Record`] unless the person cancels it.
    pub fn pick(&self, pick: Pick, title: String) {
        let reporter = self.reporter.clone();
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().set_title(title);
            let paths = match pick {
                Pick::Files => dialog.pick_files().unwrap_or_default(),
                Pick::Folder => dialog.pick_folder().into_iter().collect(),
                Pick::Record => match dialog.add_filter("JSON", &["json"]).pick_file() {
                    Some(path) => return reporter.tell(News::Record(read_record(&path))),
                    None => Vec::new(),
                },
            };
            if !paths.is_empty() {
                reporter.tell(News::Picked(paths));
            }
        });
    }

    /// Asks for a file and writes a report to it; answered by [`News::Saved`] unless the person cancels it. The dialog
    /// asks before a file is replaced.
    pub fn save(&self, title: String, report: String) {
        let reporter = self.reporter.clone();
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().set_title(title).add_filter("HTML", &["html"]);
            if let Some(path) = dialog.set_file_name(REPORT_NAME).save_file() {
                let name = path.file_name().unwrap_or_default().display().to_string();
                let saved = saving::write_for_owner(&path, report.as_bytes());
                reporter.tell(News::Saved(saved.map(|()| name.clone()).map_err(|error| format!("{name}: {error}"))));
            }
        });
    }
}

fn read_record(path: &Path) -> Result<Record, String> {
    let name = path.file_name().unwrap_or_default().display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Record::from_json(&text).map_err(|reason| format!("{name}: {reason}"))
}
