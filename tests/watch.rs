//! `precheck watch` as people run it: the real program, a real folder, and a real signal at the end.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg(unix)]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

/// Longest time that anything here may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-watching-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn picture(&self, name: &str, side: u32) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, picture(side)).unwrap();
        path
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The bytes of a picture.
fn picture(side: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(side, side, image::Rgb([128; 3]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// The program at work, and its lines as they come.
struct Watching {
    child: Child,
    lines: Receiver<String>,
    told: Receiver<String>,
}

impl Watching {
    fn new(folder: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_precheck"));
        command.args(["watch", "--quick", "--lang", "en", "--today", "2026-11-22"]).arg(folder).args(more);
        command.env("XDG_CONFIG_HOME", "/nowhere");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (lines, told) = (heard(child.stdout.take().unwrap()), heard(child.stderr.take().unwrap()));
        let watching = Self { child, lines, told };
        let begun = watching.told.recv_timeout(PATIENCE).unwrap();
        assert!(begun.starts_with("Watching "), "{begun}");
        watching
    }

    /// The file of the next line, which must be whole.
    fn next(&self) -> (String, Value) {
        let line = self.lines.recv_timeout(PATIENCE).unwrap();
        let page: Value = serde_json::from_str(&line).unwrap();
        let file = Path::new(page["file"].as_str().unwrap()).file_name().unwrap().display().to_string();
        (file, page)
    }

    /// Ends the program, and returns its exit code and the lines that nobody has read.
    fn end(mut self, signal: &str) -> (Option<i32>, Vec<String>) {
        assert!(Command::new("kill").args(["-s", signal, &self.child.id().to_string()]).status().unwrap().success());
        let code = self.child.wait().unwrap().code();
        (code, self.lines.iter().collect())
    }
}

fn heard(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (tell, heard) = channel();
    thread::spawn(move || {
        BufReader::new(stream).lines().map_while(Result::ok).all(|line| tell.send(line).is_ok());
    });
    heard
}

/// Waits until something is true.
fn wait_until(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < PATIENCE, "{what} did not happen");
        thread::park_timeout(Duration::from_millis(20));
    }
}

#[test]
fn files_are_examined_as_they_arrive_and_only_when_they_are_whole() {
    let folder = Folder::new("arrive");
    folder.picture("b.png", 40);
    folder.picture("a.png", 44);
    let watching = Watching::new(&folder.0, &[]);
    assert_eq!([watching.next().0, watching.next().0], ["a.png", "b.png"], "those that are there come first");

    let bytes = picture(500);
    let mut slow = File::create(folder.0.join("slow.png")).unwrap();
    for part in bytes.chunks(bytes.len() / 4) {
        slow.write_all(part).unwrap();
        slow.flush().unwrap();
        thread::park_timeout(Duration::from_millis(300)); // a scanner that writes in pieces
    }
    drop(slow);
    let (file, page) = watching.next();
    assert_eq!(
        (file.as_str(), page["status"].as_str().unwrap(), page["width"].as_u64()),
        ("slow.png", "examined", Some(500))
    );

    fs::create_dir(folder.0.join("deep")).unwrap();
    fs::write(folder.0.join("deep/.hidden.png"), picture(40)).unwrap();
    fs::write(folder.0.join("deep/c.png.part"), picture(60)).unwrap();
    fs::rename(folder.0.join("deep/c.png.part"), folder.0.join("deep/c.png")).unwrap();
    assert_eq!(watching.next().0, "c.png");
    folder.picture("a.png", 48);
    let (file, page) = watching.next();
    assert_eq!((file.as_str(), page["width"].as_u64()), ("a.png", Some(48)), "a replaced file is another one");
    fs::write(folder.0.join("no-picture.jpg"), "text").unwrap();
    let (file, page) = watching.next();
    assert_eq!((file.as_str(), page["status"].as_str().unwrap()), ("no-picture.jpg", "unreadable"));
    assert_eq!(watching.end("TERM"), (Some(0), Vec::new()), "nothing twice");
    assert_eq!(folder.names(), ["a.png", "b.png", "deep", "no-picture.jpg", "slow.png"], "nothing is written");
}

#[test]
fn only_new_files_are_examined_where_that_is_wanted() {
    let folder = Folder::new("new-only");
    folder.picture("old.png", 40);
    let watching = Watching::new(&folder.0, &["--new-only"]);
    // the folder is watched in a thread: a file that comes while it is looked at for the first time counts as old
    let mut n = 0;
    let line = loop {
        folder.picture(&format!("new-{n}.png"), 40 + n);
        n += 1;
        if let Ok(line) = watching.lines.recv_timeout(Duration::from_secs(2)) {
            break line;
        }
        assert!(n < 20);
    };
    assert!(line.contains("new-") && !line.contains("old.png"), "{line}");
    assert_eq!(watching.end("INT").0, Some(0));
}

#[test]
fn results_stand_beside_the_files_where_that_is_wanted() {
    let folder = Folder::new("beside");
    folder.picture("a.png", 40);
    let watching = Watching::new(&folder.0, &["--beside", "--every", "1"]);
    let result = folder.0.join("a.png.precheck.json");
    wait_until("the result", || result.exists());
    let pages: Vec<Value> = serde_json::from_str(&fs::read_to_string(&result).unwrap()).unwrap();
    assert_eq!((pages.len(), &pages[0]["type"], &pages[0]["width"]), (1, &"page".into(), &40.into()));
    folder.picture("a.png", 52);
    wait_until("the new result", || fs::read_to_string(&result).unwrap().contains("\"width\":52"));
    let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&result).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600, "a result is its owner's");
    assert_eq!(watching.end("TERM"), (Some(0), Vec::new()), "nothing on standard output");
    assert_eq!(folder.names(), ["a.png", "a.png.precheck.json"]);
}

#[test]
fn a_signal_in_the_middle_leaves_whole_lines() {
    let folder = Folder::new("signal");
    let bytes = picture(900);
    for n in 0..60 {
        fs::write(folder.0.join(format!("{n:02}.png")), &bytes).unwrap();
    }
    let watching = Watching::new(&folder.0, &["--jobs", "1"]);
    let first = watching.next().0;
    let (code, rest) = watching.end("INT");
    let files: Vec<Value> = rest.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((first.as_str(), code), ("00.png", Some(0)));
    assert!(files.len() < 59, "it was too late");
    assert!(files.iter().all(|page| page["status"] == "examined"), "what was stopped is left for the next run");
}

#[test]
fn a_folder_that_is_not_there_or_goes_away_is_an_error() {
    let folder = Folder::new("gone");
    let run = |path: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_precheck"));
        command
            .args(["watch", "--quick", "--lang", "en"])
            .arg(path)
            .env("XDG_CONFIG_HOME", "/nowhere")
            .output()
            .unwrap()
    };
    let file = folder.picture("a.png", 40);
    for path in [folder.0.join("no such folder"), file] {
        let output = run(&path);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{}", path.display());
    }
    let mut watching = Watching::new(&folder.0, &[]);
    watching.next();
    fs::remove_dir_all(&folder.0).unwrap();
    assert_eq!(watching.child.wait().unwrap().code(), Some(2));
    assert!(watching.told.iter().any(|line| line.contains("the folder is gone")));
}
