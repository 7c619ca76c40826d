//! Which program it was that read what `precheck batch` keeps.

use std::path::PathBuf;

use precheck::assets::Assets;
use precheck::batch::cache::Identity;
use precheck::engine::Engine;
use precheck::text::Readers;
use walkdir::WalkDir;

/// Folders of the program's own files on which examining depends.
const READ_BY: [&str; 5] = ["lexicon", "models", "mrz", "runtime", "script"];

/// The program with all on which the facts of a page depend: itself, its models and words, and its settings.
pub fn identity(assets: &Assets, engine: &Engine, readers: Option<&Readers>) -> Identity {
    let mut files: Vec<PathBuf> = std::env::current_exe().into_iter().collect();
    for folder in READ_BY {
        let inside = WalkDir::new(assets.path(folder)).sort_by_file_name().into_iter().flatten();
        files.extend(inside.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path));
    }
    let mut settings = vec![env!("CARGO_PKG_VERSION").to_owned(), format!("{:?} {}", engine.limits, engine.quick)];
    if let Some(readers) = readers {
        settings.push(format!("{:?} {:?}", readers.runtime, readers.states));
    }
    Identity::of(&files, &settings)
}
