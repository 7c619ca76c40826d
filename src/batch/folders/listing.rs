//! What is in the folder of all clients.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The paths below a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files, and folders with an ending `/`, by path, with `/` on every system.
    pub paths: Vec<String>,
    /// Folders that cannot be read.
    pub unreadable: Vec<PathBuf>,
}

/// Lists a folder. Links to folders are not followed. `skip` is a file that is no document: the list itself.
pub fn list(folder: &Path, skip: &Path) -> Listing {
    let mut found = Listing::default();
    let skip = skip.canonicalize().ok();
    for entry in WalkDir::new(folder).min_depth(1).follow_links(false).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.unreadable.extend(error.path().map(Path::to_owned));
                continue;
            }
        };
        if skip.is_some() && entry.path().canonicalize().ok() == skip {
            continue;
        }
        let Ok(relative) = entry.path().strip_prefix(folder) else { continue };
        let parts = relative.components().map(|part| part.as_os_str().to_string_lossy().replace('/', "_"));
        let mut path = parts.collect::<Vec<_>>().join("/");
        if entry.file_type().is_dir() {
            path.push('/');
        }
        found.paths.push(path);
    }
    found
}
