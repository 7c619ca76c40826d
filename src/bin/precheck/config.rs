//! `precheck config`: each setting, its value, and where that comes from. What it prints is a settings file itself.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use anyhow::Context as _;
use precheck::engine::MEMORY;
use precheck::places::{self, Variable};
use precheck::words::Language;

use crate::Outcome;
use crate::settings::{KEYS, Settings};

/// Shows what holds.
pub fn run(file: Option<&Path>, variable: Variable, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let settings = file.map(Settings::read).transpose()?.unwrap_or_default();
    let text = head(file) + &lines(&settings, variable);
    out.write_all(text.as_bytes()).context("writing the settings")?;
    Ok(Outcome::Ready)
}

fn head(file: Option<&Path>) -> String {
    match file {
        Some(file) if file.is_file() => format!("# {}\n", file.display()),
        Some(file) => format!("# {} (there is no such file)\n", file.display()),
        None => "# this system names no folder for settings\n".to_owned(),
    }
}

fn lines(settings: &Settings, variable: Variable) -> String {
    let mut text = String::new();
    for (key, _) in KEYS {
        let _ = match (settings.get(key), default(key, variable)) {
            (Some(set), _) => writeln!(text, "{key} = {} # line {}", written(key, &set.value), set.line),
            (None, (Some(value), why)) => writeln!(text, "{key} = {} # default: {why}", written(key, &value)),
            (None, (None, why)) => writeln!(text, "# {key}: {why} (default)"),
        };
    }
    text
}

/// The value that holds where nobody set one, if it is always the same, and what it means.
fn default(key: &str, variable: Variable) -> (Option<String>, &'static str) {
    match key {
        "language" => (Some(Language::of_system().code().to_owned()), "the language of this system"),
        "jobs" => (Some("0".to_owned()), "one page per CPU core at a time"),
        "memory" => (Some((MEMORY >> 20).to_string()), "megabytes"),
        "cache" => match places::cache(variable) {
            Some(folder) => (Some(folder.display().to_string()), "the user's cache folder"),
            None => (None, "this system names no folder"),
        },
        _ => (None, "by the path on the record, else idme-itin-us"),
    }
}

/// A value as the file has it. A string of JSON is one of TOML as well.
fn written(key: &str, value: &str) -> String {
    match key {
        "jobs" | "memory" => value.to_owned(),
        _ => serde_json::Value::from(value).to_string(),
    }
}
