//! Paths → a tree of folders and files, without those of the system.

use std::collections::BTreeMap;

use crate::batch::lexicon::RosterLexicon;

/// Folders inside of folders that are followed.
const MAX_DEPTH: usize = 32;

/// A folder with what is in it, or a file.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub is_folder: bool,
    pub children: BTreeMap<String, Node>,
}

impl Node {
    /// The tree of these paths.
    pub(super) fn of(paths: &[String], lexicon: &RosterLexicon) -> Self {
        let mut root = Self { is_folder: true, ..Self::default() };
        for path in paths {
            let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
            if parts.len() > MAX_DEPTH || parts.iter().any(|part| is_system(part, lexicon)) {
                continue;
            }
            let mut node = &mut root;
            for (at, part) in parts.iter().enumerate() {
                node = node.children.entry((*part).to_owned()).or_default();
                node.is_folder |= at + 1 < parts.len() || path.ends_with('/');
            }
        }
        root
    }
}

/// Files and folders that a system or an office program leaves: hidden ones, `Thumbs.db`, `~$letter.docx`.
fn is_system(name: &str, lexicon: &RosterLexicon) -> bool {
    name.starts_with('.') || name.starts_with("~$") || lexicon.system.has(&name.to_lowercase())
}
