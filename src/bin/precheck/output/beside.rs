//! The folder beside a report, with a file for each client that the report links to. Like the report, it has its name
//! only when it is complete.

use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::private;

/// How the names of the files begin. Nothing that is called otherwise is ever removed from a folder.
const BEGINNING: &str = "client-";
/// How they end.
const ENDING: &str = ".html";

/// A folder that is being filled.
#[derive(Debug, Clone)]
pub struct Beside {
    unfinished: PathBuf,
    name: PathBuf,
}

impl Beside {
    /// Makes the folder for the report at `report`, under a name that is hidden and of this process only.
    ///
    /// # Errors
    /// If there is one that may not be replaced or holds something else, and if none can be made.
    pub fn new(report: &Path, overwrite: bool) -> anyhow::Result<Self> {
        let mut own = report.file_stem().context("the report needs the name of a file")?.to_owned();
        own.push("-clients");
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(&own);
        hidden.push(format!(".{}.part", std::process::id()));
        let this = Self { unfinished: report.with_file_name(hidden), name: report.with_file_name(own) };
        let shown = this.name.display();
        if fs::symlink_metadata(&this.name).is_ok() {
            if !overwrite {
                bail!("{shown}: is there already; add --overwrite to replace it");
            }
            if !is_ours(&this.name) {
                bail!("{shown}: holds something else; move it, or choose another name for the report");
            }
        }
        make(&this.unfinished).with_context(|| format!("{shown}: cannot be made"))?;
        Ok(this)
    }

    /// Where files are written now.
    pub fn unfinished(&self) -> &Path {
        &self.unfinished
    }

    /// Writes the file of a client. Returns the link from the report to it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&self, number: usize, text: &str) -> io::Result<String> {
        let file = format!("{BEGINNING}{number:05}{ENDING}");
        private::create(&self.unfinished.join(&file))?.write_all(text.as_bytes())?;
        let folder = self.name.file_name().unwrap_or_default().to_string_lossy();
        Ok(format!("{}/{file}", encoded(&folder)))
    }

    /// Gives the folder its name, in place of one of an earlier report.
    pub fn give_name(&self) -> io::Result<()> {
        if fs::symlink_metadata(&self.name).is_ok() {
            if !is_ours(&self.name) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::remove_dir_all(&self.name)?;
        }
        fs::rename(&self.unfinished, &self.name)
    }

    /// Removes what was written so far.
    pub fn remove(&self) {
        let _ = fs::remove_dir_all(&self.unfinished); // whoever gives up has an error to tell already
    }
}

/// Whether a folder holds nothing but files that an earlier report had beside it.
fn is_ours(folder: &Path) -> bool {
    let is_ours = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            is_file && name.starts_with(BEGINNING) && name.ends_with(ENDING)
        })
    };
    fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir())
        && fs::read_dir(folder).is_ok_and(|mut entries| entries.all(is_ours))
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A name as part of a link: every byte that has a meaning in links is written as a number (RFC 3986, section 2.1).
fn encoded(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    name.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
