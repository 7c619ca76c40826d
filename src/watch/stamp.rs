//! A file as the system describes it, what is in it in a few bytes, and one path for it however it was named.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::intake::Limits;

/// What the system says of a file. Another one means that the file may have been replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    written: Option<SystemTime>,
    /// Which file it is: a photo that was moved onto another one may have its time and its size.
    #[cfg(unix)]
    which: [u64; 2],
}

impl Stamp {
    /// The stamp of a file; `None` if there is no file.
    pub fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self {
            bytes: about.len(),
            written: about.modified().ok(),
            #[cfg(unix)]
            which: {
                use std::os::unix::fs::MetadataExt as _;
                [about.dev(), about.ino()]
            },
        })
    }

    /// Whether the file is there but nothing was written to it yet.
    pub fn is_empty(&self) -> bool {
        self.bytes == 0
    }
}

/// By which the same photo is known again.
pub type Contents = blake3::Hash;

/// What is in a file; `None` if it cannot be read, or is larger than anything that is examined.
pub fn contents(path: &Path) -> Option<Contents> {
    let file = File::open(path).ok()?;
    let about = file.metadata().ok()?;
    if !about.is_file() || about.len() > Limits::default().file_bytes {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file).ok()?;
    Some(hasher.finalize())
}

/// The same path for a file however it was named. It exists also for a file that is gone, as long as its folder is
/// there.
pub fn key(file: &Path) -> PathBuf {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let place = whole.parent().zip(whole.file_name());
    let real = place.and_then(|(folder, name)| Some(folder.canonicalize().ok()?.join(name)));
    real.unwrap_or(whole)
}
