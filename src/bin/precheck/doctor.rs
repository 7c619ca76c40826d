//! `precheck doctor`: what works on this computer, what does not, and how to install it.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use precheck::assets::Assets;
use precheck::confinement::{self, NotHeld};
use precheck::requirements::Requirements;
use precheck::text::Readers;
use precheck::words::{Language, Words};

use crate::settings::Settings;
use crate::{Outcome, requirements};

/// Reports what works here. `network` tells whether the system keeps this process from the network.
/// `settings` is the settings file, `own` are requirement files that somebody wrote.
pub fn run(
    network: Result<(), NotHeld>,
    settings: Option<&Path>,
    own: &[PathBuf],
    out: &mut dyn Write,
) -> anyhow::Result<Outcome> {
    let assets = Assets::find();
    let mut found = vec![("network".to_owned(), kept_from_network(network))];
    let readers = Readers::find(&assets, std::env::current_exe().ok().as_deref());
    found.push(("runtime".to_owned(), readers.runtime));
    for state in readers.states {
        found.push((format!("text reader {:?}", state.reader).to_lowercase(), state.state));
    }
    for language in Language::ALL {
        let loaded = Words::load(&assets, language).map(|_| language.own_name().to_owned());
        found.push(("messages".to_owned(), loaded.map_err(|e| e.to_string())));
    }
    let requirements = Requirements::names(&assets).map(|n| n.join(", ")).map_err(|e| e.to_string());
    found.push(("requirements".to_owned(), requirements));
    let named = Requirements::names(&assets).unwrap_or_default();
    let files = named.iter().map(|name| assets.path(&format!("requirements/{name}.toml")));
    for file in files.chain(own.iter().cloned()) {
        match requirements::of_file(&file) {
            Ok(_) if !own.contains(&file) => {}
            read => {
                let state = read.map(|r| format!("{} ({})", r.name, file.display())).map_err(|e| format!("{e:#}"));
                found.push(("requirement file".to_owned(), state));
            }
        }
    }
    if let Some(file) = settings.filter(|file| file.exists()) {
        let read = Settings::read(file).map(|_| file.display().to_string());
        found.push(("settings".to_owned(), read.map_err(|wrong| format!("{wrong:#}"))));
    }
    found.push(("formats".to_owned(), Ok("JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, PDF".to_owned())));
    for (what, state) in &found {
        match state {
            Ok(state) => writeln!(out, "✓ {what}: {state}"),
            Err(missing) => writeln!(out, "✗ {what}: {missing}"),
        }
        .context("writing what works")?;
    }
    writeln!(out, "  files of the program: {}", assets.path("").display()).context("writing what works")?;
    Ok(if found.iter().all(|(_, state)| state.is_ok()) { Outcome::Ready } else { Outcome::Findings })
}

/// This is tested, not only assumed: the system is asked for a socket.
fn kept_from_network(network: Result<(), NotHeld>) -> Result<String, String> {
    const CODE_ALONE: &str = "That nothing is sent rests on the program's code alone here";
    match network {
        Ok(()) if confinement::network_is_refused() => {
            Ok("the system refuses every connection to this program (just tried)".to_owned())
        }
        Ok(()) => Err(format!("{CODE_ALONE}: the system took the filter and gave a socket all the same")),
        Err(why) => Err(format!("{CODE_ALONE}: {why}")),
    }
}
