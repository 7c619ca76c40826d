//! What is found of a file, beside the file: `card.jpg.precheck.json`, whole or not at all, for its owner only.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::private;

/// What is added to the name of the file.
const ENDING: &str = ".precheck.json";

/// Writes the pages of a file as one array. One that was written before is replaced; without pages, nothing happens.
///
/// # Errors
/// If it cannot be written.
pub fn write(file: &Path, lines: &[String]) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let objects: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    let text = format!("[\n{}\n]\n", objects.join(",\n"));
    let (name, unfinished) =
        (named(file, "", ENDING), named(file, ".", &format!("{ENDING}.{}.part", std::process::id())));
    let written = private::create(&unfinished).and_then(|mut out| out.write_all(text.as_bytes()));
    let done = written.and_then(|()| fs::rename(&unfinished, &name));
    if done.is_err() {
        let _ = fs::remove_file(&unfinished); // the first error is the one to tell
    }
    done
}

fn named(file: &Path, before: &str, behind: &str) -> PathBuf {
    let mut name = OsString::from(before);
    name.push(file.file_name().unwrap_or_default());
    name.push(behind);
    file.with_file_name(name)
}
