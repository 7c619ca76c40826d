//! Removes what is kept, of one client or of all, and nothing else that may lie in the same folder.

use std::io;
use std::path::{Path, PathBuf};

use super::{CLIENTS, PAGES};

/// Letters of a hash.
const LETTERS: usize = 64;

/// A file that was to be removed, and whether it was.
pub type Forgotten = (PathBuf, io::Result<()>);

/// Removes everything that a cache keeps, and its folders where they are empty then.
pub fn forget(folder: &Path) -> Vec<Forgotten> {
    let mut forgotten = Vec::new();
    for inside in [PAGES, CLIENTS] {
        let inside = folder.join(inside);
        let is_ours = |name: &str| is_key(name.split(['-', '.']).next().unwrap_or_default());
        let ours = files(&inside).into_iter().filter(|(name, _)| is_ours(name));
        forgotten.extend(ours.map(|(_, path)| remove(path)));
        let _ = std::fs::remove_dir(inside); // stays if something else is in it
    }
    let _ = std::fs::remove_dir(folder);
    forgotten
}

/// Removes what is kept of one client, who is named by id or by the whole name as it stands in the list.
pub fn forget_client(folder: &Path, client: &str) -> Vec<Forgotten> {
    let beginning = format!("{}-", name_of(client));
    let lists = files(&folder.join(CLIENTS)).into_iter().filter(|(name, _)| name.starts_with(&beginning));
    let mut forgotten = Vec::new();
    for (_, list) in lists {
        let text = std::fs::read_to_string(&list).unwrap_or_default();
        let entries = keys(&text).map(|key| folder.join(PAGES).join(key));
        forgotten.extend(entries.filter(|entry| entry.is_file()).map(remove));
        forgotten.push(remove(list));
    }
    forgotten
}

/// The name under which a client's list is kept: no id and no name of a person stands in the name of a file.
pub(super) fn name_of(client: &str) -> String {
    let words: Vec<String> = client.split_whitespace().map(str::to_lowercase).collect();
    blake3::hash(words.join(" ").as_bytes()).to_hex().to_string()
}

/// The keys that a client's list names.
pub(super) fn keys(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter_map(|line| line.split(' ').next()).filter(|key| is_key(key))
}

/// Whether a text may be the name of an entry, and so leads to no other folder.
fn is_key(name: &str) -> bool {
    name.len() == LETTERS && name.bytes().all(|b| b.is_ascii_hexdigit())
}

fn remove(path: PathBuf) -> Forgotten {
    let outcome = std::fs::remove_file(&path);
    (path, outcome)
}

/// The files in a folder by name. None where there is no such folder.
fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path())));
    let mut files: Vec<(String, PathBuf)> = named.collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_lead_to_files() {
        assert!(is_key(&name_of("1042")) && name_of(" Ana  RUIZ ") == name_of("ana ruiz"));
        assert!(!is_key("../../somebody") && !is_key(""));
    }
}
