//! Faults that happen while the command works: signals, a closed pipe, a full disk, files that vanish, two programs on
//! one cache, a second reader that is killed. The real program runs, the fault is real, and what was finished is there.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_precheck");
/// Pictures of a run that something happens to: more than are examined before it happens.
const PICTURES: usize = 60;

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-fault-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// So many copies of one picture that takes some milliseconds.
    fn pictures(&self, count: usize) -> Vec<PathBuf> {
        let shade = |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x + y) % 239) as u8]);
        let first = self.0.join("000.png");
        image::RgbImage::from_fn(900, 700, shade).save(&first).unwrap();
        let copy = |n: usize| {
            let path = self.0.join(format!("{n:03}.png"));
            if n > 0 {
                fs::copy(&first, &path).unwrap();
            }
            path
        };
        (0..count).map(copy).collect()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The command without reading, one page after another, a line a page.
fn lines_of(folder: &Folder) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(["check", "--quick", "--jobs", "1", "--format", "jsonl", "--lang", "en"]).arg(&folder.0);
    command
}

/// A program of which the first line was read.
struct Begun {
    child: Child,
    out: BufReader<ChildStdout>,
}

impl Begun {
    fn new(command: &mut Command) -> Self {
        Self::with_input(command, Stdio::null())
    }

    fn with_input(command: &mut Command, input: Stdio) -> Self {
        let mut child = command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        assert!(first.contains("\"type\":\"page\""), "{first}");
        Self { child, out }
    }

    /// The lines that follow, the exit code, and what stands on standard error.
    fn rest(mut self) -> (Vec<Value>, Option<i32>, String) {
        let lines = self.out.lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
        let mut told = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        (lines, self.child.wait().unwrap().code(), told)
    }
}

/// What is wrong with the file of a line; `None` where it was examined.
fn error(line: &Value) -> Option<&str> {
    line["error"].as_str().or_else(|| line["error"]["message"].as_str())
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_signal_ends_the_work_and_leaves_whole_lines() {
    let folder = Folder::new("signal");
    folder.pictures(PICTURES);
    for signal in ["INT", "TERM", "HUP"] {
        let begun = Begun::new(&mut lines_of(&folder));
        assert!(Command::new("kill").args(["-s", signal, &begun.child.id().to_string()]).status().unwrap().success());
        let (lines, code, told) = begun.rest();
        assert_eq!((lines.len(), code), (PICTURES, Some(3)), "{signal}: {told}"); // the pages but one, and the set
        assert!(lines.last().unwrap()["type"] == "set");
        let left = lines.iter().filter(|line| error(line).is_some()).count();
        assert!(left > 0, "{signal}: it was too late");
        assert!(told.contains(&format!("Stopped: {left} page")), "{signal}: {told}");
    }
}

#[test]
fn a_pipe_that_nobody_reads_any_more_is_no_error() {
    let folder = Folder::new("pipe");
    folder.pictures(PICTURES);
    let Begun { mut child, out } = Begun::new(&mut lines_of(&folder));
    drop(out);
    let mut told = String::new();
    child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!((child.wait().unwrap().code(), told.contains("panic")), (Some(0), false), "{told}");
}

#[test]
fn a_full_disk_is_said_and_leaves_nothing_half_written() {
    let folder = Folder::new("full");
    folder.pictures(2);
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = lines_of(&folder).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("writing the report"), "{}", told(&output));

    // no file may grow: what a disk without room says
    let report = folder.0.join("report.html");
    let limited = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", limited, "sh", PROGRAM, "check", "--quick", "--lang", "en", "--format", "html", "--output"]);
    let output = command.arg(&report).arg(folder.0.join("000.png")).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("writing the report"), "{}", told(&output));
    assert_eq!(folder.names(), ["000.png", "001.png"]);
}

/// A list with two clients, of whom each has pictures, and the command that examines them.
fn office(folder: &Folder) -> Command {
    let list = folder.0.join("list.csv");
    fs::write(&list, "Client ID,Name\n1042,\"Reyes, Ada\"\n1043,Bo Ito\n").unwrap();
    for (client, count) in [("1042", 8), ("1043", 8)] {
        let own = folder.0.join("clients").join(client);
        fs::create_dir_all(&own).unwrap();
        Folder::pictures(&std::mem::ManuallyDrop::new(Folder(own)), count);
    }
    let mut command = Command::new(PROGRAM);
    command.args(["batch", "--quick", "--lang", "en", "--format", "jsonl", "--today", "2026-11-29"]);
    command.arg(&list).arg(folder.0.join("clients"));
    command
}

#[test]
fn a_cache_on_a_full_disk_costs_the_next_run_time_and_no_result() {
    let folder = Folder::new("cache");
    let plain = office(&folder).arg("--no-cache").output().unwrap();
    let cache = folder.0.join("cache");
    let mut full = Command::new("sh");
    full.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh", PROGRAM]);
    full.args(office(&folder).get_args()).arg("--cache").arg(&cache);
    let full = full.output().unwrap();
    assert_eq!((full.status.code(), &full.stdout), (plain.status.code(), &plain.stdout), "{}", told(&full));
    assert!(told(&full).contains("could not be kept"), "{}", told(&full));
}

#[test]
fn two_programs_on_one_cache_say_the_same_as_one() {
    let folder = Folder::new("two");
    let plain = office(&folder).arg("--no-cache").output().unwrap();
    let cache = folder.0.join("cache");
    let both: Vec<Child> = (0..2)
        .map(|_| {
            let mut command = office(&folder);
            command.arg("--cache").arg(&cache).stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for output in both.into_iter().map(|child| child.wait_with_output().unwrap()) {
        assert!(output.stdout == plain.stdout, "{}", told(&output));
    }
    let kept = office(&folder).arg("--cache").arg(&cache).output().unwrap();
    assert!(kept.stdout == plain.stdout, "{}", told(&kept));
}

#[test]
fn files_that_vanish_or_are_cut_while_it_works_cost_themselves_only() {
    let folder = Folder::new("vanish");
    let files = folder.pictures(PICTURES);
    let begun = Begun::new(&mut lines_of(&folder));
    for (n, file) in files.iter().enumerate().skip(PICTURES / 2) {
        match n % 3 {
            0 => fs::remove_file(file).unwrap(),
            1 => fs::write(file, "").unwrap(),
            _ => {}
        }
    }
    let (lines, code, told) = begun.rest();
    assert_eq!((lines.len(), code), (PICTURES, Some(3)), "{told}");
    let name =
        |line: &Value| Path::new(line["file"].as_str().unwrap()).file_stem().unwrap().to_str().unwrap().to_owned();
    for line in &lines[..PICTURES - 1] {
        let n: usize = name(line).parse().unwrap();
        assert!(n < PICTURES / 2 || error(line).is_some() == (n % 3 < 2), "{line}");
    }
}

#[test]
fn a_disk_that_is_unplugged_costs_what_was_not_read_yet() {
    let folder = Folder::new("unplugged");
    folder.pictures(PICTURES);
    let disk = folder.0.join("disk");
    fs::create_dir(&disk).unwrap();
    let own_mounts = || {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "--"]);
        command
    };
    let is_possible = own_mounts().args(["mount", "-t", "tmpfs", "none"]).arg(&disk).output();
    if !is_possible.is_ok_and(|output| output.status.success()) {
        eprintln!("\n*** NOT TESTED: this system lends nobody a disk of his own ***\n");
        return;
    }
    // the disk is taken away when the first line was read
    let script = "disk=$1; shift; mount -t tmpfs none \"$disk\" && cp \"$disk\"/../*.png \"$disk\" || exit 99\n\
                  \"$@\" \"$disk\" &\n\
                  read -r _; umount -l \"$disk\" || exit 98; wait $!";
    let mut command = own_mounts();
    command.args(["sh", "-c", script, "sh"]).arg(&disk).arg(PROGRAM);
    command.args(["check", "--quick", "--jobs", "1", "--format", "jsonl", "--lang", "en"]);
    let mut begun = Begun::with_input(&mut command, Stdio::piped());
    begun.child.stdin.take().unwrap().write_all(b"\n").unwrap();
    let (lines, code, told) = begun.rest();
    assert_eq!((lines.len(), code), (PICTURES, Some(3)), "{told}");
    let unread = lines.iter().filter_map(error).collect::<Vec<_>>();
    assert!(unread.len() > PICTURES / 4, "{} unread, it was too late", unread.len());
    assert!(unread.iter().all(|why| why.contains("not there") || why.contains("moved")), "{unread:?}");
}

#[test]
fn a_batch_that_is_killed_goes_on_where_it_was() {
    let folder = Folder::new("killed");
    let plain = office(&folder).arg("--no-cache").output().unwrap();
    let cache = folder.0.join("cache");
    let kept = || {
        let entries = fs::read_dir(cache.join("pages")).unwrap().map(|entry| entry.unwrap());
        let whole = entries.filter(|entry| entry.file_name().len() == 64);
        whole.map(|entry| (entry.path(), entry.metadata().unwrap().modified().unwrap())).collect::<BTreeMap<_, _>>()
    };
    let mut command = office(&folder);
    let mut child = command.arg("--cache").arg(&cache).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut String::new()).unwrap(); // the first client is done
    child.kill().unwrap();
    child.wait().unwrap();
    let before = kept();
    assert!(!before.is_empty(), "nothing that was finished is lost");
    let again = office(&folder).arg("--cache").arg(&cache).output().unwrap();
    assert!(again.stdout == plain.stdout, "{}", told(&again));
    let after = kept();
    assert!(before.iter().all(|entry| after.get(entry.0) == Some(entry.1)), "what was kept was not examined again");
}

#[test]
fn what_a_large_page_took_is_given_back() {
    let folder = Folder::new("large");
    folder.pictures(PICTURES);
    let large = folder.0.join("000 large.png"); // the first one in the folder
    image::GrayImage::from_pixel(9000, 8000, image::Luma([200])).save(&large).unwrap();
    let mut begun = Begun::new(&mut lines_of(&folder));
    let mut next = String::new();
    begun.out.read_line(&mut next).unwrap();
    let status = fs::read_to_string(format!("/proc/{}/status", begun.child.id())).unwrap();
    let of = |what: &str| {
        let line = status.lines().find(|line| line.starts_with(what)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() >> 10
    };
    let (most, now) = (of("VmHWM:"), of("VmRSS:"));
    assert!(most > 300 && now < 200, "{most} MiB at the most, {now} MiB two pages later");
    assert_eq!(begun.rest().0.len(), PICTURES);
}

/// The processes that another one started.
fn children(process: u32) -> Vec<String> {
    let of_thread = |thread: fs::DirEntry| fs::read_to_string(thread.path().join("children")).unwrap_or_default();
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else { return Vec::new() }; // it has ended
    threads.flatten().flat_map(|t| of_thread(t).split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The command that reads three pages with both readers, one after another; `None` where a reader is missing, which is
/// said.
fn reading() -> Option<Command> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !samples.join("assets/models/PP-OCRv6_det_small.onnx").exists() {
        eprintln!("\n*** NOT TESTED: the reader's models are missing, so nothing was read; run ./dev setup ***\n");
        return None;
    }
    let mut command = Command::new(PROGRAM);
    command.args(["check", "--jobs", "1", "--format", "jsonl", "--lang", "en", "--today", "2026-11-22"]);
    command.arg(samples.join("testdata/ready/cp565.jpg")).arg(samples.join("testdata/ready/electric-bill.jpg"));
    command.arg(samples.join("testdata/five-faults/electric-bill.jpg"));
    let begun = Begun::new(&mut command);
    let has_reader = !children(begun.child.id()).is_empty();
    begun.rest();
    if !has_reader {
        eprintln!("\n*** NOT TESTED: there is no second reader here ***\n");
    }
    has_reader.then_some(command)
}

#[test]
fn a_second_reader_that_is_killed_or_gets_no_memory_costs_nothing() {
    let Some(mut check) = reading() else { return };
    let undisturbed = Begun::new(&mut check).rest();
    let no_more_memory: &[&str] = &["prlimit", "--as=1", "--pid"];
    for fault in [&["kill", "-KILL"], no_more_memory] {
        if Command::new(fault[0]).arg("--version").output().is_err() {
            eprintln!("\n*** NOT TESTED: {} is missing ***\n", fault[0]);
            continue;
        }
        let begun = Begun::new(&mut check);
        let readers = children(begun.child.id());
        assert!(!readers.is_empty());
        for reader in readers {
            assert!(Command::new(fault[0]).args(&fault[1..]).arg(&reader).status().unwrap().success());
        }
        assert_eq!(begun.rest(), undisturbed, "{fault:?}");
    }
}

#[test]
fn a_second_reader_that_is_always_killed_is_said_to_be_lost() {
    let Some(mut check) = reading() else { return };
    let whole = Begun::new(&mut check).rest();
    let begun = Begun::new(&mut check);
    let (done, process) = (Arc::new(AtomicBool::new(false)), begun.child.id());
    let killer = thread::spawn({
        let done = Arc::clone(&done);
        move || {
            while !done.load(Ordering::Relaxed) {
                let readers = children(process);
                if !readers.is_empty() {
                    let _ = Command::new("kill").arg("-KILL").args(readers).output(); // some may have ended already
                }
                thread::sleep(Duration::from_millis(2));
            }
        }
    });
    let (lines, code, told) = begun.rest();
    done.store(true, Ordering::Relaxed);
    killer.join().unwrap();
    assert_eq!((lines.len(), code), (whole.0.len(), whole.1), "{told}");
    assert!(told.contains("second reader"), "{told}");
    let last = &lines[lines.len() - 2]; // the last page
    assert!(error(last).is_none() && last["fields"].as_array().is_some_and(|fields| !fields.is_empty()), "{last}");
}
