//! The second reader runs in a process of its own: any fault there costs only one reading.
//!
//! Small scripts produce the faults. They speak the protocol of the second reader: an answer is four bytes with its
//! length, then JSON. A picture is a header of nine bytes with its size and the hint, then its pixels.
#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use image::RgbImage;
use precheck::pixels::Pyramid;
use precheck::text::{Hint, Isolated, ReadError, TextReader};

/// Time limit of a script for a line, in milliseconds.
const LINE_MS: u32 = 500;

/// What is said of a process that neither works nor answers. Only Linux tells that it rests; others wait for the clock.
const HANGS: &str = if cfg!(target_os = "linux") {
    "the second reader stands still"
} else {
    "the second reader did not answer in time"
};

/// Held by each test. A file that is open for writing cannot be started, and a process that another test starts at that
/// moment would keep it open.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A reader that sends the greeting, and then does what its script says.
struct Script {
    _alone: MutexGuard<'static, ()>,
    path: PathBuf,
    reader: Isolated,
}

impl Script {
    fn new(name: &str, then: &str) -> Self {
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let path = std::env::temp_dir().join(format!("precheck-{name}-{}.sh", std::process::id()));
        std::fs::write(&path, format!("#!/bin/sh\nprintf '\\011\\000\\000\\000{{\"Ok\":\"\"}}'\n{then}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        let reader = Isolated::start(path.clone(), Some(LINE_MS)).unwrap().1;
        Self { _alone: alone, path, reader }
    }

    fn read(&self) -> Result<String, String> {
        let answer = self.reader.read(&Pyramid::of(&RgbImage::new(400, 40)), Hint::Line);
        answer.map(|transcript| format!("{transcript:?}")).map_err(|error| match error {
            ReadError::Failed(why) | ReadError::Missing(why) => why,
        })
    }

    /// What goes wrong with a line, and with the next one: a new process is started for it.
    fn failure(&self) -> String {
        let (first, second) = (self.read().unwrap_err(), self.read().unwrap_err());
        assert_eq!(first, second);
        first
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

#[test]
fn an_abort_in_the_second_reader_costs_one_reading() {
    let script = Script::new("abort", "head -c 9 > /dev/null; kill -ABRT $$");
    assert_eq!(script.failure(), "the second reader ended while it read");
}

#[test]
fn a_second_reader_that_hangs_is_given_up() {
    let script = Script::new("hang", "cat > /dev/null");
    assert_eq!(script.failure(), HANGS);
}

#[test]
fn a_second_reader_that_is_stopped_is_given_up() {
    let script = Script::new("stop", "kill -STOP $$");
    assert_eq!(script.failure(), HANGS);
}

#[test]
fn a_second_reader_that_works_without_end_is_given_up() {
    let script = Script::new("works", "while :; do :; done");
    assert_eq!(script.failure(), "the second reader did not answer in time");
}

#[test]
fn a_second_reader_that_stops_in_the_middle_of_its_answer_is_given_up() {
    let script = Script::new("half", "head -c 48009 > /dev/null; printf '\\011\\000\\000\\000{\"Re'; exec sleep 60");
    assert_eq!(script.failure(), HANGS);
}

#[test]
fn a_second_reader_that_takes_no_picture_is_given_up() {
    let script = Script::new("deaf", "exec sleep 60");
    let page = RgbImage::new(2000, 1000); // many times what a pipe holds
    let why = script.reader.read(&Pyramid::of(&page), Hint::Line).unwrap_err().to_string();
    assert!(why.contains(HANGS), "{why}");
}

#[test]
fn an_answer_that_is_none_quotes_nothing_of_what_was_read() {
    let script =
        Script::new("nonsense", "head -c 48009 > /dev/null; printf '\\011\\000\\000\\000\"ZUMBADO\"'; cat > /dev/null");
    let why = script.failure();
    assert!(why.contains("no proper answer") && !why.contains("ZUMBADO"), "{why}");
}

#[test]
fn a_second_reader_that_answers_without_end_is_given_up() {
    let script = Script::new("endless", "head -c 48009 > /dev/null; printf '\\377\\377\\377\\377'; cat /dev/zero");
    assert_eq!(script.failure(), "the second reader answered too much");
}

#[test]
fn a_second_reader_that_always_fails_is_left_alone() {
    let script = Script::new("fails", "head -c 9 > /dev/null; exit 1");
    let answers: Vec<String> = (0..4).map(|_| script.read().unwrap_err()).collect();
    assert!(answers[3].contains("too often"), "{answers:?}");
    assert!(script.reader.has_given_up());
}

#[test]
fn a_program_that_is_not_there_is_missing() {
    let started = Isolated::start(PathBuf::from("/no/such/program"), None);
    assert!(matches!(started, Err(ReadError::Missing(_))));
}

/// The processes that this one started.
#[cfg(all(feature = "tesseract", target_os = "linux"))]
fn children() -> Vec<String> {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap().flatten();
    let of = |task: std::fs::DirEntry| std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
    tasks.map(of).flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[cfg(all(feature = "tesseract", target_os = "linux"))]
#[test]
fn the_real_one_reads_line_after_line_in_one_process_that_may_take_a_gigabyte_and_no_socket() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let program = PathBuf::from(env!("CARGO_BIN_EXE_precheck"));
    let (state, reader) = Isolated::start(program.clone(), None).unwrap();
    assert!(state.contains("Tesseract"), "{state}");
    for _ in 0..2 {
        let blank = RgbImage::from_pixel(400, 40, image::Rgb([255; 3]));
        let empty = reader.read(&Pyramid::of(&blank), Hint::Line).unwrap();
        assert!(empty.lines.is_empty());
    }
    let is_ours = |pid: &String| std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == program);
    let ours: Vec<String> = children().into_iter().filter(is_ours).collect();
    let [pid] = ours.as_slice() else { panic!("{} processes", ours.len()) };
    let limits = std::fs::read_to_string(format!("/proc/{pid}/limits")).unwrap();
    let memory = limits.lines().find(|line| line.starts_with("Max address space")).unwrap();
    assert!(memory.contains("1073741824"), "{memory}");
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    assert!(status.lines().any(|line| line.starts_with("Seccomp:") && line.ends_with('2')), "it has taken the filter");
}
