//! Writes what the window writes: a report that somebody asked for, and what the window remembers of itself.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file that only its owner may read.
///
/// # Errors
/// The file cannot be written.
pub fn write_for_owner(path: &Path, text: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text)
}

/// Writes a file that only its owner may read, and makes its folder if it is missing. The file is there whole, or as it
/// was.
///
/// # Errors
/// The file cannot be written.
pub fn replace_for_owner(path: &Path, text: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let unfinished = path.with_added_extension(format!("{}.new", std::process::id()));
    let outcome = write_for_owner(&unfinished, text).and_then(|()| fs::rename(&unfinished, path));
    if outcome.is_err() {
        let _ = fs::remove_file(&unfinished); // what counts is the first error
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_written_anew_and_for_its_owner_only() {
        let path = std::env::temp_dir().join(format!("precheck-saving-{}.html", std::process::id()));
        write_for_owner(&path, b"a longer report").unwrap();
        write_for_owner(&path, b"report").unwrap();
        let (text, about) = (std::fs::read(&path).unwrap(), std::fs::metadata(&path).unwrap());
        std::fs::remove_file(&path).unwrap();
        assert_eq!(text, b"report");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o777, 0o600);
        #[cfg(not(unix))]
        assert!(about.is_file());
    }
}
