//! `precheck completions` and `precheck man`: made from the definitions of the arguments, so that they are never wrong.

use std::io::Write;
use std::path::Path;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;
use precheck::confinement;

use crate::Outcome;
use crate::args::Args;

/// Writes the completions of a shell.
pub fn completions(shell: Shell, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let mut text = Vec::new(); // the crate stops the program where it cannot write
    clap_complete::generate(shell, &mut Args::command(), "precheck", &mut text);
    out.write_all(&text).context("writing the completions")?;
    Ok(Outcome::Ready)
}

/// Writes the manual pages into a folder: one of the program, and one of each command.
pub fn pages(folder: &Path) -> anyhow::Result<Outcome> {
    let shown = folder.display();
    std::fs::create_dir_all(folder).with_context(|| format!("{shown}: cannot be made"))?;
    let _ = confinement::allow_writing(&[folder.to_owned()]);
    clap_mangen::generate_to(Args::command(), folder).with_context(|| format!("{shown}: writing the pages"))?;
    Ok(Outcome::Ready)
}
