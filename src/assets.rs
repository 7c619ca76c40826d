//! Where the programs find their own files: models, words, requirements, lexicons.

use std::path::{Path, PathBuf};

use thiserror::Error;

/// A file of the program itself that is missing or broken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}: {reason}")]
pub struct AssetError {
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub reason: String,
}

/// The folder of the program's own files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    root: PathBuf,
}

impl Assets {
    /// Finds the folder: the one named by `PRECHECK_ASSETS`, otherwise `assets/` beside the program, otherwise
    /// `../share/precheck` relative to it, otherwise the package that it was built from.
    pub fn find() -> Self {
        let named = std::env::var_os("PRECHECK_ASSETS").map(PathBuf::from);
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(Path::parent).map(|dir| dir.join("assets"));
        let shared = program.as_deref().and_then(Path::parent).map(|dir| dir.join("../share/precheck"));
        let root = named
            .or_else(|| [beside, shared].into_iter().flatten().find(|dir| dir.join("locales").is_dir()))
            .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("assets"));
        Self { root }
    }

    /// A folder given by hand, for tests.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The path of one file in the folder, whether the file exists or not.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Reads a text file.
    ///
    /// # Errors
    /// [`AssetError`] when it cannot be read as UTF-8 text.
    pub fn text(&self, name: &str) -> Result<String, AssetError> {
        std::fs::read_to_string(self.path(name)).map_err(|e| self.error(name, &e))
    }

    /// Reads a TOML file into a type.
    ///
    /// # Errors
    /// [`AssetError`] when it cannot be read or does not fit the type.
    pub fn toml<T: serde::de::DeserializeOwned>(&self, name: &str) -> Result<T, AssetError> {
        toml::from_str(&self.text(name)?).map_err(|e| self.error(name, &e))
    }

    /// Names of the files in a folder that end in `ending`, sorted, relative to the root.
    ///
    /// # Errors
    /// [`AssetError`] when the folder cannot be read.
    pub fn list(&self, folder: &str, ending: &str) -> Result<Vec<String>, AssetError> {
        let entries = std::fs::read_dir(self.path(folder)).map_err(|e| self.error(folder, &e))?;
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(ending))
            .map(|name| format!("{folder}/{name}"))
            .collect();
        names.sort();
        Ok(names)
    }

    fn error(&self, name: &str, reason: &dyn std::fmt::Display) -> AssetError {
        AssetError { path: self.path(name).display().to_string(), reason: reason.to_string() }
    }
}
