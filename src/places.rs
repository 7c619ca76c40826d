//! Where the programs keep what is kept between two runs, by the rules of each system. Only names: nothing here touches a
//! file.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the window remembers of itself: language, colors, sizes. `None` where the system names no folder.
pub fn window_settings(variable: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let named = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        let set = named("XDG_CONFIG_HOME").filter(|folder| folder.is_absolute());
        set.or_else(|| named("HOME").map(|home| home.join(".config")))
    };
    base.map(|base| base.join("precheck").join("window.json"))
}

#[cfg(test)]
mod tests {
    #[cfg(target_os = "linux")]
    #[test]
    fn the_place_is_that_of_the_system() {
        use super::*;
        let with = |set: &'static [(&str, &str)]| {
            window_settings(&|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
            })
        };
        assert_eq!(with(&[("HOME", "/home/ana")]), Some(PathBuf::from("/home/ana/.config/precheck/window.json")));
        assert_eq!(
            with(&[("HOME", "/home/ana"), ("XDG_CONFIG_HOME", "/c")]),
            Some(PathBuf::from("/c/precheck/window.json"))
        );
        assert_eq!(with(&[("HOME", "")]), None);
    }
}
