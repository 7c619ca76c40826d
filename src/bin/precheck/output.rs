//! The file that a report is written to. It appears under its name only when it is complete: until then it is a file
//! beside it, which is removed if anything fails.
//!
//! The program gives up the right to make files before it reads the first page, so the last step, giving the file its
//! name, is taken by a thread that was started before and does nothing else.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use anyhow::{Context as _, bail};

use crate::private;
pub use beside::Beside;

mod beside;

/// A report that is being written. Dropped before it is finished, nothing is left of it.
pub struct Output {
    shown: String,
    file: BufWriter<File>,
    /// `None` for something that is no file, such as a pipe: it is written to directly.
    namer: Option<Namer>,
    beside: Option<Beside>,
}

/// The thread that gives the file its name. Dropped without the go-ahead, it has removed the file.
struct Namer(Option<(Sender<()>, JoinHandle<io::Result<()>>)>);

impl Namer {
    /// Has the file named, or removed without `go_ahead`, and waits until that is done.
    fn end(&mut self, go_ahead: bool) -> io::Result<()> {
        let Some((sender, thread)) = self.0.take() else { return Ok(()) };
        if go_ahead {
            let _ = sender.send(()); // the thread waits for nothing else
        }
        drop(sender);
        thread.join().unwrap_or_else(|_| Err(io::Error::other("the step that names it stopped")))
    }
}

impl Drop for Namer {
    fn drop(&mut self) {
        let _ = self.end(false); // whoever drops it has an error to tell already
    }
}

impl Output {
    /// Opens a file beside `path`. Must be called before the right to make files is given up.
    ///
    /// # Errors
    /// If there is a file at `path` and it may not be replaced, and if nothing can be written there.
    pub fn new(path: &Path, overwrite: bool) -> anyhow::Result<Self> {
        Self::open(path, overwrite, false)
    }

    /// The same with a folder beside the file, as long as it is a file.
    ///
    /// # Errors
    /// As for [`Self::new`], and the same of the folder.
    pub fn with_folder(path: &Path, overwrite: bool) -> anyhow::Result<Self> {
        Self::open(path, overwrite, true)
    }

    /// The folder beside the file, if there is one.
    pub fn beside(&self) -> Option<&Beside> {
        self.beside.as_ref()
    }

    fn open(path: &Path, overwrite: bool, with_folder: bool) -> anyhow::Result<Self> {
        let shown = path.display().to_string();
        let there = fs::symlink_metadata(path).is_ok();
        if there && fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            let file = File::options().write(true).open(path);
            let file = file.with_context(|| format!("{shown}: cannot be written"))?;
            return Ok(Self { shown, file: BufWriter::new(file), namer: None, beside: None });
        }
        if path.is_dir() {
            bail!("{shown}: is a folder; name a file");
        }
        if there && !overwrite {
            bail!("{shown}: is there already; add --overwrite to replace it");
        }
        let unfinished = hidden(path).with_context(|| format!("{shown}: is not the name of a file"))?;
        let folder = with_folder.then(|| Beside::new(path, overwrite)).transpose()?;
        let file = private::create(&unfinished);
        if file.is_err() {
            folder.iter().for_each(Beside::remove);
        }
        let file = file.with_context(|| format!("{shown}: cannot be written"))?;
        let (go_ahead, wait) = channel();
        let unnamed = Unnamed { unfinished, name: path.to_owned(), overwrite, folder: folder.clone() };
        let thread = thread::spawn(move || unnamed.give_name(&wait));
        let namer = Some(Namer(Some((go_ahead, thread))));
        Ok(Self { shown, file: BufWriter::new(file), namer, beside: folder })
    }

    /// Gives the file its name, now that it is complete.
    ///
    /// # Errors
    /// If the last of it cannot be written, or the name was taken meanwhile.
    pub fn finish(self) -> anyhow::Result<()> {
        let Self { shown, file, namer, .. } = self;
        let written = || format!("{shown}: writing the report");
        let file = file.into_inner().map_err(io::IntoInnerError::into_error).with_context(written)?;
        let Some(mut namer) = namer else { return Ok(()) };
        file.sync_all().with_context(written)?;
        drop(file);
        namer.end(true).with_context(|| format!("{shown}: the report could not be put there"))
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The name of the unfinished file: hidden, beside the other one, and of this process only.
fn hidden(path: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(path.with_file_name(name))
}

/// What waits for its name.
struct Unnamed {
    unfinished: PathBuf,
    name: PathBuf,
    overwrite: bool,
    folder: Option<Beside>,
}

impl Unnamed {
    /// Waits for the go-ahead and gives the file its name, and its folder before; without the go-ahead, removes both.
    fn give_name(&self, wait: &Receiver<()>) -> io::Result<()> {
        if wait.recv().is_err() {
            self.folder.iter().for_each(Beside::remove);
            return fs::remove_file(&self.unfinished);
        }
        let of_folder = self.folder.as_ref().map_or(Ok(()), Beside::give_name);
        let rename = if self.overwrite { fs::rename } else { rename_to_new };
        let named = of_folder.and_then(|()| rename(&self.unfinished, &self.name));
        if named.is_err() {
            self.folder.iter().for_each(Beside::remove);
            let _ = fs::remove_file(&self.unfinished); // the first error is the one to tell
        }
        named
    }
}

/// Renames, but never over a file that is there: a second name fails where there is one. Where the disk has no second
/// names, a look has to do.
fn rename_to_new(unfinished: &Path, name: &Path) -> io::Result<()> {
    match fs::hard_link(unfinished, name) {
        Ok(()) => fs::remove_file(unfinished),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(name).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(unfinished, name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that is removed at the end.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("precheck-output-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn names(&self) -> Vec<String> {
            fs::read_dir(&self.0).unwrap().map(|e| e.unwrap().file_name().display().to_string()).collect()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_report_has_its_name_only_when_it_is_complete() {
        let folder = Folder::new("complete");
        let path = folder.0.join("report.txt");
        let mut output = Output::new(&path, false).unwrap();
        output.write_all(b"all of it").unwrap();
        assert!(!path.exists() && folder.names().len() == 1);
        output.finish().unwrap();
        assert_eq!((fs::read(&path).unwrap(), folder.names().len()), (b"all of it".to_vec(), 1));
    }

    #[test]
    fn of_a_report_that_was_not_finished_nothing_is_left() {
        let folder = Folder::new("unfinished");
        let mut output = Output::new(&folder.0.join("report.txt"), false).unwrap();
        output.write_all(&vec![b'x'; 100_000]).unwrap();
        drop(output);
        assert_eq!(folder.names(), Vec::<String>::new());
    }

    #[test]
    fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
        let folder = Folder::new("there");
        let path = folder.0.join("report.txt");
        fs::write(&path, "old").unwrap();
        let error = Output::new(&path, false).err().unwrap().to_string();
        assert!(error.contains("--overwrite"), "{error}");
        let mut output = Output::new(&path, true).unwrap();
        output.write_all(b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "old", "until the new one is complete");
        output.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn a_file_that_appears_meanwhile_is_not_replaced() {
        let folder = Folder::new("meanwhile");
        let path = folder.0.join("report.txt");
        let output = Output::new(&path, false).unwrap();
        fs::write(&path, "somebody else's").unwrap();
        assert!(output.finish().is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
        assert_eq!(folder.names(), ["report.txt"]);
    }

    #[test]
    fn a_folder_comes_and_goes_with_its_report() {
        let folder = Folder::new("beside");
        let path = folder.0.join("my season.html");
        let write = |overwrite| {
            let mut output = Output::with_folder(&path, overwrite)?;
            output.write_all(b"list")?;
            let link = output.beside().unwrap().add(7, "client")?;
            anyhow::Ok((output, link))
        };
        drop(write(false).unwrap());
        assert_eq!(folder.names(), Vec::<String>::new(), "nothing is left of one that was given up");
        let (output, link) = write(false).unwrap();
        output.finish().unwrap();
        assert_eq!(link, "my%20season-clients/client-00007.html");
        let own = folder.0.join("my season-clients");
        assert_eq!(fs::read(own.join("client-00007.html")).unwrap(), b"client");
        assert!(write(false).is_err());
        write(true).unwrap().0.finish().unwrap();
        fs::write(own.join("notes.txt"), "somebody else's").unwrap();
        assert!(write(true).err().unwrap().to_string().contains("something else"));
        assert_eq!(fs::read(own.join("notes.txt")).unwrap(), b"somebody else's");
        assert_eq!(folder.names().len(), 2);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_said_and_a_device_is_written_to_directly() {
        let mut output = Output::new(Path::new("/dev/full"), false).unwrap();
        output.write_all(b"x").unwrap();
        assert!(output.finish().is_err());
        let mut nowhere = Output::new(Path::new("/dev/null"), false).unwrap();
        nowhere.write_all(b"x").unwrap();
        nowhere.finish().unwrap();
    }
}
