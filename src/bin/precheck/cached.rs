//! Where `precheck batch` keeps what it read, and which program that was.

use std::ffi::OsString;
use std::path::PathBuf;

use precheck::assets::Assets;
use precheck::batch::cache::Identity;
use precheck::engine::Engine;
use precheck::text::Readers;
use walkdir::WalkDir;

/// Folders of the program's own files on which examining depends.
const READ_BY: [&str; 5] = ["lexicon", "models", "mrz", "runtime", "script"];

/// The folder that is ours in the user's cache folder. `None` where the system names none.
pub fn folder(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let named = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Caches"))
    } else {
        let set = named("XDG_CACHE_HOME").filter(|folder| folder.is_absolute());
        set.or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    base.map(|base| base.join("precheck"))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn the_folder_is_that_of_the_system() {
        let with = |set: &'static [(&str, &str)]| {
            folder(&|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value)))
        };
        assert_eq!(with(&[("HOME", "/home/ana")]), Some(PathBuf::from("/home/ana/.cache/precheck")));
        assert_eq!(with(&[("HOME", "/home/ana"), ("XDG_CACHE_HOME", "/c")]), Some(PathBuf::from("/c/precheck")));
        assert_eq!(with(&[("HOME", "/home/ana"), ("XDG_CACHE_HOME", "c")]), with(&[("HOME", "/home/ana")]));
        assert_eq!(with(&[("HOME", "")]), None);
    }
}
