//! Files that only their owner can read: the contents of a report are about a person.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Creates or empties a file that only its owner can read and write.
///
/// # Errors
/// The errors of opening the file.
pub fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        let file = options.mode(0o600).open(path)?;
        if file.metadata()?.is_file() {
            file.set_permissions(std::fs::Permissions::from_mode(0o600))?; // the file may have existed before
        }
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
