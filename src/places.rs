//! Where the programs keep what is kept between two runs, by the rules of each system, and how a settings file is removed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The value of a variable of the environment.
pub type Variable<'a> = &'a dyn Fn(&str) -> Option<OsString>;

/// What the window remembers of itself: language, colors, sizes. `None` where the system names no folder.
pub fn window_settings(variable: Variable<'_>) -> Option<PathBuf> {
    Some(settings(variable)?.join("window.json"))
}

/// Removes a settings file, and its folder if nothing else is in it. `None` if there is none.
pub fn forget_settings(file: &Path) -> Option<io::Result<()>> {
    if !file.exists() {
        return None;
    }
    let removed = fs::remove_file(file);
    let _ = file.parent().map(fs::remove_dir); // it stays if it holds something else
    Some(removed)
}

/// What a person wrote down for the command line. `None` where the system names no folder.
pub fn command_settings(variable: Variable<'_>) -> Option<PathBuf> {
    Some(settings(variable)?.join("precheck.toml"))
}

/// The folder that is ours among the user's settings.
fn settings(variable: Variable<'_>) -> Option<PathBuf> {
    ours(variable, "APPDATA", "Library/Application Support", ("XDG_CONFIG_HOME", ".config"))
}

/// The folder that is ours in the user's cache folder. `None` where the system names none.
pub fn cache(variable: Variable<'_>) -> Option<PathBuf> {
    ours(variable, "LOCALAPPDATA", "Library/Caches", ("XDG_CACHE_HOME", ".cache"))
}

/// Our folder in that of the system: named by a variable on Windows, in the home on macOS, and elsewhere named by a
/// variable or in the home (XDG Base Directory Specification; a path that is not absolute does not count).
fn ours(variable: Variable<'_>, windows: &str, mac: &str, (xdg, otherwise): (&str, &str)) -> Option<PathBuf> {
    let named = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        named(windows)
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join(mac))
    } else {
        named(xdg).filter(|folder| folder.is_absolute()).or_else(|| named("HOME").map(|home| home.join(otherwise)))
    };
    base.map(|base| base.join("precheck"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_of_the_system() {
        let with = |set: &[(&str, &str)]| {
            let known = |name: &str| set.iter().find(|(k, _)| *k == name).map(|(_, value)| OsString::from(value));
            let places = [cache(&known), window_settings(&known), command_settings(&known)];
            places.map(|place| place.map(|p| p.display().to_string()))
        };
        let places = |cache: &str, settings: &str| {
            [cache, settings, &settings.replace("window.json", "precheck.toml")].map(|place| Some(place.to_owned()))
        };
        let at_home = places("/h/.cache/precheck", "/h/.config/precheck/window.json");
        assert_eq!(with(&[("HOME", "/h")]), at_home);
        let set = [("HOME", "/h"), ("XDG_CACHE_HOME", "/c"), ("XDG_CONFIG_HOME", "/s")];
        assert_eq!(with(&set), places("/c/precheck", "/s/precheck/window.json"));
        assert_eq!(with(&[("HOME", "/h"), ("XDG_CACHE_HOME", "c"), ("XDG_CONFIG_HOME", "s")]), at_home);
        assert_eq!(with(&[("HOME", "")]), [None, None, None]);
    }
}
