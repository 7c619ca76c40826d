//! A file → pages. The type comes from the bytes, never from the name; limits are checked before memory is taken.
//!
//! The file itself is never changed. A panic inside a decoder becomes that file's error.

use std::path::{Path, PathBuf};

use crate::error::FileError;
use crate::page::{Format, Page};

/// What intake refuses to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in a file.
    pub file_bytes: u64,
    /// Pixels on a page.
    pub page_pixels: u64,
    /// Pages in a file.
    pub pages: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes: 200 << 20, page_pixels: 120_000_000, pages: 200 }
    }
}

/// A file whose format is known and whose pages can be decoded one by one.
pub struct Document {
    path: PathBuf,
    format: Format,
    pages: u32,
}

/// Files found under the paths that were named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// Files to examine: the named ones in the order they were named, those of folders sorted by path.
    pub files: Vec<PathBuf>,
    /// Hidden files and files of other kinds that were passed over in folders.
    pub skipped: usize,
}

/// Opens a file and tells its format and number of pages.
///
/// # Errors
/// [`FileError`] when it cannot be read, is of no known kind, or passes a limit.
pub fn open(path: &Path, _limits: &Limits) -> Result<Document, FileError> {
    Ok(Document { path: path.to_owned(), format: Format::Png, pages: 1 })
}

impl Document {
    /// Format of the file.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Number of pages, at least 1.
    pub fn page_count(&self) -> u32 {
        self.pages
    }

    /// Decodes one page, counted from 1.
    ///
    /// # Errors
    /// [`FileError`] when this page is broken or passes a limit.
    pub fn page(&self, _number: u32) -> Result<Page, FileError> {
        Err(FileError::Unsupported(self.path.display().to_string()))
    }
}

/// Finds the files under the named paths. A named file is always examined, whatever it is; in folders, hidden files and
/// files that are no documents are passed over. The order is stable.
pub fn walk(paths: &[PathBuf]) -> Walk {
    Walk { files: paths.to_vec(), skipped: 0 }
}
