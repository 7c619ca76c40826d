//! The settings file: `precheck.toml` in the folder that the system has for settings. What stands in it holds where the
//! command line says nothing.
//!
//! The file only changes the defaults of options, so a command has no other way to learn of it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Command;
use precheck::assets::Assets;
use precheck::words::Language;
use serde::Deserialize;
use toml::Spanned;

use crate::args::MEMORY_RANGE;
use crate::requirements;

/// The keys of the file, each with the option of the command line that says the same.
pub const KEYS: [(&str, &str); 5] = [
    ("requirements", "requirements"),
    ("language", "lang"),
    ("jobs", "jobs"),
    ("memory", "memory"),
    ("cache", "cache"),
];
/// Most bytes of the file.
const MOST: u64 = 1 << 16;

/// Something that the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// Its value, as the command line would have it.
    pub value: String,
    /// Where it stands, counted from 1.
    pub line: usize,
}

/// What holds where the command line says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// What is set, in the order of [`KEYS`].
    pub set: Vec<Setting>,
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    requirements: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    jobs: Option<Spanned<u16>>,
    memory: Option<Spanned<u64>>,
    cache: Option<Spanned<String>>,
}

impl Settings {
    /// Those of a file. Without a file, nothing is set.
    ///
    /// # Errors
    /// If it cannot be read, has a key that means nothing or a value that cannot be used; names file and line.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let shown = file.display();
        match std::fs::metadata(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Ok(about) if about.len() > MOST => bail!("{shown}: these are no settings: more than {MOST} bytes"),
            _ => {}
        }
        let text = std::fs::read_to_string(file).with_context(|| format!("{shown}: cannot be read"))?;
        let folder = file.parent().unwrap_or(Path::new(""));
        Self::of(&text, folder).map_err(|(line, why)| anyhow::anyhow!("{shown}, line {line}: {why}"))
    }

    /// Those of a text in a folder, or the line that cannot be used and why.
    fn of(text: &str, folder: &Path) -> Result<Self, (usize, String)> {
        let line = |at: usize| 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let written: Written = toml::from_str(text)
            .map_err(|wrong| (line(wrong.span().map_or(0, |span| span.start)), one_line(wrong.message())))?;
        let mut set = Vec::new();
        let mut add = |key, span: std::ops::Range<usize>, value: Result<String, String>| {
            let line = line(span.start);
            set.push(Setting { key, value: value.map_err(|why| (line, format!("{key}: {why}")))?, line });
            Ok(())
        };
        if let Some(name) = written.requirements {
            add(KEYS[0].0, name.span(), usable_requirements(name.get_ref(), folder))?;
        }
        if let Some(code) = written.language {
            add(KEYS[1].0, code.span(), usable_language(code.into_inner()))?;
        }
        if let Some(jobs) = written.jobs {
            add(KEYS[2].0, jobs.span(), Ok(jobs.into_inner().to_string()))?;
        }
        if let Some(memory) = written.memory {
            add(KEYS[3].0, memory.span(), usable_memory(memory.into_inner()))?;
        }
        if let Some(cache) = written.cache {
            add(KEYS[4].0, cache.span(), usable_path(cache.get_ref(), folder))?;
        }
        Ok(Self { set })
    }

    /// What the file says under a key.
    pub fn get(&self, key: &str) -> Option<&Setting> {
        self.set.iter().find(|setting| setting.key == key)
    }

    /// The command line with these settings as its defaults.
    pub fn as_defaults(&self, command: Command) -> Command {
        command.mut_subcommands(|mut sub| {
            for setting in &self.set {
                let Some(option) = option(setting.key).filter(|option| has(&sub, option)) else { continue };
                sub = sub.mut_arg(option, |arg| arg.default_value(setting.value.clone()));
            }
            sub
        })
    }
}

/// Whether any setting means something to a command.
pub fn concern(command: &Command) -> bool {
    KEYS.iter().any(|(_, option)| has(command, option))
}

fn option(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|(known, _)| *known == key).map(|(_, option)| *option)
}

fn has(command: &Command, option: &str) -> bool {
    command.get_arguments().any(|arg| arg.get_long() == Some(option))
}

fn usable_requirements(name: &str, folder: &Path) -> Result<String, String> {
    let is_file = Path::new(name).extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
    let name = if is_file { usable_path(name, folder)? } else { name.to_owned() };
    requirements::named(&name, &Assets::find()).map_err(|why| one_line(&why.to_string()))?;
    Ok(name)
}

fn usable_language(code: String) -> Result<String, String> {
    let codes = Language::ALL.map(Language::code);
    if codes.contains(&code.as_str()) { Ok(code) } else { Err(format!("is one of {}", codes.join(", "))) }
}

fn usable_memory(megabytes: u64) -> Result<String, String> {
    let (least, most) = (*MEMORY_RANGE.start(), *MEMORY_RANGE.end());
    if MEMORY_RANGE.contains(&megabytes) {
        return Ok(megabytes.to_string());
    }
    Err(format!("is a number of megabytes from {least} to {most}"))
}

/// A path is relative to the folder of the file, because nobody knows from where the program will be started.
fn usable_path(path: &str, folder: &Path) -> Result<String, String> {
    if path.is_empty() {
        return Err("is empty".to_owned());
    }
    let whole: PathBuf = folder.join(path);
    whole.into_os_string().into_string().map_err(|_| "is no text".to_owned())
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Settings, (usize, String)> {
        Settings::of(text, Path::new("/settings"))
    }

    #[test]
    fn each_key_says_its_line_and_paths_begin_at_the_file() {
        let text =
            "# ours\nlanguage = \"es\"\n\njobs = 2\nmemory = 512\ncache = \"kept\"\nrequirements = \"idme-itin-us\"\n";
        let found: Vec<(&str, String, usize)> =
            of(text).unwrap().set.into_iter().map(|s| (s.key, s.value, s.line)).collect();
        let kept = Path::new("/settings").join("kept").display().to_string();
        let expected = [
            ("requirements", "idme-itin-us", 7),
            ("language", "es", 2),
            ("jobs", "2", 4),
            ("memory", "512", 5),
            ("cache", kept.as_str(), 6),
        ];
        assert_eq!(found, expected.map(|(key, value, line)| (key, value.to_owned(), line)));
        assert_eq!(of("").unwrap(), Settings::default());
    }

    #[test]
    fn what_means_nothing_is_refused_with_its_line() {
        for (text, line, word) in [
            ("jobs = 1\nlangage = \"es\"\n", 2, "langage"),
            ("jobs = 1\n\njobs = 2\n", 3, "duplicate key"),
            ("language = \"fr\"\n", 1, "language: is one of en, es"),
            ("\njobs = \"two\"\n", 2, "u16"),
            ("jobs = -1\n", 1, "-1"),
            ("memory = 5\n", 1, "from 128 to"),
            ("cache = \"\"\n", 1, "empty"),
            ("requirements = \"no-such\"\n", 1, "idme-itin-us"),
            ("requirements = \"no-such.toml\"\n", 1, "no-such.toml: cannot be read"),
            ("not toml\n", 1, ""),
        ] {
            let (at, why) = of(text).expect_err(text);
            assert!(at == line && why.contains(word) && !why.contains('\n'), "{text}: line {at}: {why}");
        }
    }
}
