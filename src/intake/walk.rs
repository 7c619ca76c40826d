//! From the named paths to the files to examine.
//!
//! The walk opens files only to look at their first bytes. It follows no link into a folder, so it always ends.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::sniff;
use crate::error::{Foreign, ForeignGroup};

/// File name extensions of documents. A file with such an extension is examined even if its format is not recognized,
/// so that a broken file is reported and not silently skipped.
const ENDINGS: [&str; 15] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "bmp", "dib", "gif", "heic", "heif", "avif", "pdf"];

/// Files found under the named paths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Walk {
    /// Files to examine: the named ones in the order they were named, those of folders sorted by path.
    pub files: Vec<PathBuf>,
    /// Files in folders that were passed over, because they are neither pictures nor PDFs, or are hidden.
    pub skipped: Vec<PathBuf>,
}

/// Finds the files under the named paths. A named file is always examined, whatever it is; in folders, hidden files,
/// files that are not documents, and links to folders are skipped. A path that is named twice counts once. A folder
/// that cannot be read counts as a file, so that it is said, and does not stop the rest. The order is stable.
pub fn walk(paths: &[PathBuf]) -> Walk {
    let mut found = Walk::default();
    let mut seen = HashSet::new();
    for path in paths {
        if path.is_dir() {
            folder(path, &mut found, &mut seen);
        } else {
            found.add(path, &mut seen);
        }
    }
    found
}

impl Walk {
    fn add(&mut self, path: &Path, seen: &mut HashSet<PathBuf>) {
        let key = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if seen.insert(key) {
            self.files.push(path.to_owned());
        }
    }
}

fn folder(root: &Path, found: &mut Walk, seen: &mut HashSet<PathBuf>) {
    let walker = WalkDir::new(root).follow_links(false).sort_by_file_name().into_iter();
    let visible_folder = |e: &DirEntry| e.depth() == 0 || !e.file_type().is_dir() || !is_hidden(e);
    for entry in walker.filter_entry(visible_folder) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                // it is examined like a file, and its record says that it may not be opened
                if let Some(path) = error.path() {
                    found.add(path, seen);
                }
                continue;
            }
        };
        // a link to a file counts as that file; links to folders, sockets and the like are skipped
        if !entry.path().is_file() {
            continue;
        }
        if is_document(entry.path()) {
            found.add(entry.path(), seen);
        } else {
            found.skipped.push(entry.into_path());
        }
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The endings that files of documents have, in small letters and in capitals: some systems tell them apart.
pub fn endings() -> Vec<String> {
    ENDINGS.iter().flat_map(|ending| [ending.to_lowercase(), ending.to_uppercase()]).collect()
}

/// Whether a file is a document by its name or its first bytes. Hidden files are none.
pub fn is_document(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
        return false;
    }
    let ending = path.extension().and_then(|e| e.to_str());
    let named = ending.is_some_and(|e| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(e)));
    named || head(path).is_some_and(|bytes| is_picture_or_pdf(&bytes))
}

/// A picture in a form that is not read here counts: that it cannot be opened is worth saying.
fn is_picture_or_pdf(head: &[u8]) -> bool {
    match sniff::kind(head) {
        Some(sniff::Kind::Known(_)) => true,
        Some(sniff::Kind::Foreign(foreign)) => foreign.group() == ForeignGroup::Picture && foreign != Foreign::Svg,
        None => false,
    }
}

fn head(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(sniff::HEAD);
    File::open(path).ok()?.take(sniff::HEAD as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::tests::Folder;

    #[test]
    fn a_named_file_stays_whatever_it_is_and_counts_once() {
        let folder = Folder::new("walk-named");
        let text = folder.file("notes.txt", b"not a document");
        let missing = folder.path("missing.jpg");
        let walk = walk(&[missing.clone(), text.clone(), missing.clone()]);
        assert_eq!(walk, Walk { files: vec![missing, text], ..Walk::default() });
    }

    #[test]
    fn a_folder_gives_its_documents_sorted_and_counts_the_rest() {
        let folder = Folder::new("walk-folder");
        let nested = folder.file("b/scan", b"%PDF-1.7");
        let empty = folder.file("c.JPG", b"");
        let first = folder.file("a.png", b"\x89PNG\r\n\x1a\n");
        let notes = folder.file("notes.txt", b"text");
        let hidden = folder.file(".hidden.png", b"\x89PNG\r\n\x1a\n");
        folder.file(".git/picture.png", b"\x89PNG\r\n\x1a\n");
        let found = walk(&[folder.path("")]);
        assert_eq!(found, Walk { files: vec![first.clone(), nested, empty], skipped: vec![hidden, notes] });
        assert_eq!(walk(&[first.clone(), folder.path("")]).files[0], first);
        assert_eq!(walk(&[first, folder.path("")]).files.len(), 3);
    }

    #[cfg(unix)]
    #[test]
    fn links_into_folders_are_not_followed() {
        let folder = Folder::new("walk-links");
        let picture = folder.file("in/a.gif", b"GIF89a");
        std::os::unix::fs::symlink(folder.path(""), folder.path("in/loop")).unwrap();
        std::os::unix::fs::symlink(&picture, folder.path("link.gif")).unwrap();
        assert_eq!(walk(&[folder.path("")]).files, [picture, folder.path("link.gif")]);
    }
}
