//! `precheck forget`: removes what `precheck batch` and the window keep, and what earlier versions and their libraries
//! left on this computer, and lists it.
//!
//! Whatever keeps something must add its location here.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use precheck::assets::Assets;
use precheck::batch::cache;
use precheck::places;
use precheck::words::{Arg, Language, Message, Words};
use walkdir::WalkDir;

use crate::Outcome;

/// Where the collector of usage data in ONNX Runtime 1.29 and later keeps its device id and its events, relative to the
/// cache folder (Linux) or the application data folder (macOS).
const COLLECTOR: [&str; 3] = ["Microsoft", "DeveloperTools", ".onnxruntime"];

/// Removes everything that is kept, of one client or of all, and lists what it removed.
pub fn run(
    client: Option<&str>,
    folder: Option<PathBuf>,
    language: Language,
    out: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let words = Words::load(&Assets::find(), language)?;
    let mut outcome = Outcome::Ready;
    let mut removed = 0;
    let folder = folder.or_else(|| places::cache(&|name| env::var_os(name)));
    let of_batch = folder.map(|folder| match client {
        Some(client) => cache::forget_client(&folder, client),
        None => cache::forget(&folder),
    });
    let everything = if client.is_none() { collector_folders(&|name| env::var_os(name)) } else { Vec::new() };
    let of_collector = everything.into_iter().flat_map(|(base, folder)| remove(&base, &folder));
    let settings = places::window_settings(&|name| env::var_os(name)).filter(|_| client.is_none());
    let of_window = settings.and_then(|file| Some((file.clone(), places::forget_settings(&file)?)));
    for (file, result) in of_batch.into_iter().flatten().chain(of_collector).chain(of_window) {
        let message = match result {
            Ok(()) => Message::new("forget-removed"),
            Err(error) => {
                outcome = Outcome::Findings;
                Message::new("forget-failed").with("reason", Arg::Text(error.to_string()))
            }
        };
        let message = message.with("file", Arg::Text(file.display().to_string()));
        writeln!(out, "{}", words.say(&message)).context("writing the list")?;
        removed += 1;
    }
    if removed == 0 {
        let nothing = if client.is_some() { "forget-nothing-of-client" } else { "forget-nothing" };
        writeln!(out, "{}", words.get(nothing)).context("writing the list")?;
    }
    Ok(outcome)
}

/// Each folder of the collector, preceded by the person's folder that contains it.
fn collector_folders(variable: &dyn Fn(&str) -> Option<OsString>) -> Vec<(PathBuf, PathBuf)> {
    let named = |name| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = named("HOME");
    let at_home = |inside: &str| home.as_ref().map(|home| home.join(inside));
    let bases = [named("XDG_CACHE_HOME"), at_home(".cache"), at_home("Library/Application Support")];
    let place = |base: PathBuf| {
        let folder = COLLECTOR.iter().fold(base.clone(), |path, part| path.join(part));
        (base, folder)
    };
    bases.into_iter().flatten().map(place).collect()
}

/// Removes a folder with everything in it, and then the empty folders around it, up to `base`. Links are removed, not
/// followed. Returns each file with the result.
fn remove(base: &Path, folder: &Path) -> Vec<(PathBuf, io::Result<()>)> {
    let inside = WalkDir::new(folder).contents_first(true).into_iter().filter_map(Result::ok);
    let removed = inside
        .filter_map(|entry| {
            if entry.file_type().is_dir() {
                let _ = std::fs::remove_dir(entry.path()); // a file that is left in it is reported
                return None;
            }
            Some((entry.path().to_owned(), std::fs::remove_file(entry.path())))
        })
        .collect();
    for parent in folder.ancestors().skip(1).take_while(|parent| *parent != base) {
        if std::fs::remove_dir(parent).is_err() {
            break; // the folder contains something else
        }
    }
    removed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_window_remembers_goes() {
        let folder = env::temp_dir().join(format!("precheck-forget-window-{}", std::process::id()));
        let file = folder.join("precheck/window.json");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "{}").unwrap();
        let (removed, again) = (places::forget_settings(&file), places::forget_settings(&file));
        let left = file.parent().unwrap().exists();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(removed.is_some_and(|result| result.is_ok()) && again.is_none() && !left);
    }

    #[test]
    fn what_the_collector_left_goes_and_what_lies_beside_it_stays() {
        let home = env::temp_dir().join(format!("precheck-forget-{}", std::process::id()));
        let cache = home.join(".cache");
        let left = cache.join("Microsoft/DeveloperTools/.onnxruntime");
        std::fs::create_dir_all(&left).unwrap();
        for name in ["deviceid", "onnxruntime.db"] {
            std::fs::write(left.join(name), "x").unwrap();
        }
        std::fs::write(cache.join("Microsoft/other"), "x").unwrap();
        let places = collector_folders(&|name| (name == "HOME").then(|| home.clone().into_os_string()));
        let removed: Vec<PathBuf> = places
            .iter()
            .flat_map(|(base, folder)| remove(base, folder))
            .map(|(file, result)| {
                result.unwrap();
                file
            })
            .collect();
        let again: Vec<_> = places.iter().flat_map(|(base, folder)| remove(base, folder)).collect();
        let (there, beside) = (cache.join("Microsoft/DeveloperTools").exists(), cache.join("Microsoft/other").exists());
        std::fs::remove_dir_all(&home).unwrap();
        assert_eq!(removed.len(), 2, "{removed:?}");
        assert!(again.is_empty() && !there && beside);
    }
}
