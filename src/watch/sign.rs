//! What happened to files.

use std::path::{Path, PathBuf};

/// What happened to files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// The files under paths that a person named.
    Found(Vec<PathBuf>),
    /// Photos appeared in a folder that was opened.
    Appeared(Vec<Arrival>),
    /// A file has other contents now.
    Replaced {
        /// The file.
        file: PathBuf,
        /// The file that had the same contents before, perhaps itself.
        before: Option<PathBuf>,
    },
    /// A file was written again, with the same contents.
    Same(PathBuf),
    /// A file is no longer there.
    Gone(PathBuf),
    /// A file is there again, with the same contents.
    Back(PathBuf),
    /// A file has another name now.
    Moved {
        /// The name that it had.
        from: PathBuf,
        /// The name that it has.
        to: PathBuf,
    },
    /// A person asked for a file that did not change.
    Again(PathBuf),
    /// Nothing can be noticed here, or not everything. It is said once.
    Blind,
}

impl Sign {
    /// The file of the list to which it happened, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Replaced { file, .. }
            | Self::Same(file)
            | Self::Gone(file)
            | Self::Back(file)
            | Self::Again(file) => Some(file),
            Self::Moved { from, .. } => Some(from),
            Self::Found(_) | Self::Appeared(_) | Self::Blind => None,
        }
    }
}

/// A photo that appeared in a folder that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The file.
    pub file: PathBuf,
    /// The file that had the same contents before.
    pub before: Option<PathBuf>,
}
