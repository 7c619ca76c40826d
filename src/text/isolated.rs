//! A reader in a process of its own, so that a failure of its C library costs one reading and no more.
//!
//! The program starts itself again with [`ASKED`] as the first argument. The two processes talk through the pipes of
//! standard input and output. The memory of the new process is limited. If a reading takes too long, it is given up and
//! the process is ended. Pictures pass through memory only, never through a file.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
#[cfg(unix)]
use std::time::Duration;

use image::RgbImage;
use serde::{Deserialize, Serialize};

use super::{Hint, ReadError, Reader, TextReader, Transcript, tesseract};
use crate::confinement::{self, Sockets};
use crate::pixels::Pyramid;

/// First argument that makes the program the second reader.
pub(super) const ASKED: &str = "--be-the-second-reader";
/// Memory that the process may use, in bytes: many times what a page needs.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// Milliseconds of processor time allowed for a line, and for a whole page: ten times what they take on a slow machine.
/// A busy computer takes longer by the clock, and must not get another answer for that.
const LINE_MS: u32 = 10_000;
const PAGE_MS: u32 = 120_000;
/// How much longer an answer may take by the clock, where the process works but hardly gets a processor.
const CLOCK_TO_PROCESSOR: u32 = 8;
/// Milliseconds for which a process that was asked may rest, on end: one that hangs uses no processor time. Only Linux tells.
#[cfg(unix)]
const REST_MS: u32 = 10_000;
/// How often the process is looked at, in milliseconds.
#[cfg(unix)]
const LOOK_MS: u32 = 250;
/// Largest side of a picture and longest answer that are believed.
const LONGEST_SIDE: u32 = 1 << 16;
const LONGEST_ANSWER: u32 = 1 << 26;
/// Number of failures in a row after which the reader is no longer asked.
const MOST_FAILURES: usize = 3;

/// The first answer of the process: version and languages, or what is missing.
type Greeting = Result<String, String>;

/// The answer to one picture.
#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Transcript),
    Missing(String),
    Failed(String),
}

// --- the process that reads -----------------------------------------------------------------------------------------

/// Reads pictures from standard input until there are no more.
///
/// # Errors
/// When the pipes break, which happens when the program that asked has exited.
pub(super) fn serve() -> io::Result<()> {
    limit_memory();
    let confined = confine();
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let found = tesseract::find();
    let greeting: Greeting = match &found {
        Ok((state, _)) => Ok(format!("{state}; {confined}")),
        Err(error) => Err(error.to_string()),
    };
    send(&mut output, &greeting)?;
    while let Some((picture, hint)) = next_picture(&mut input)? {
        let answer = match &found {
            Ok((_, reader)) => match reader.read(&Pyramid::of(&picture), hint) {
                Ok(transcript) => Answer::Read(transcript),
                Err(ReadError::Missing(what)) => Answer::Missing(what),
                Err(ReadError::Failed(why)) => Answer::Failed(why),
            },
            Err(error) => Answer::Missing(error.to_string()),
        };
        send(&mut output, &answer)?;
    }
    Ok(())
}

/// Restricts the process to its pipes and its language data, if the system can; returns what was achieved, in words.
fn confine() -> &'static str {
    let sockets = confinement::forbid_sockets(Sockets::None);
    match sockets.and_then(|()| confinement::allow_reading(&tesseract::data_paths())) {
        Ok(()) => "in a process that can read these data only",
        Err(_) => "in a process of its own",
    }
}

#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
    // if the system does not support the limit, the process runs without it
    let _ = setrlimit(Resource::As, limit);
}

#[cfg(not(unix))]
fn limit_memory() {}

fn next_picture(input: &mut impl Read) -> io::Result<Option<(RgbImage, Hint<'static>)>> {
    let mut head = [0; 9];
    match input.read_exact(&mut head) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (width, height) = (number(0), number(4));
    if width.max(height) > LONGEST_SIDE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut pixels = vec![0; width as usize * height as usize * 3];
    input.read_exact(&mut pixels)?;
    let hint = match head[8] {
        0 => Hint::Page(&[]),
        1 => Hint::UprightPage(&[]),
        _ => Hint::Line,
    };
    Ok(RgbImage::from_raw(width, height, pixels).map(|picture| (picture, hint)))
}

fn send(output: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = serde_json::to_vec(message)?;
    output.write_all(&(bytes.len() as u32).to_le_bytes())?;
    output.write_all(&bytes)?;
    output.flush()
}

// --- the program that asks ------------------------------------------------------------------------------------------

/// The second reader, with one process per thread that asks.
pub struct Isolated {
    program: PathBuf,
    line_ms: u32,
    idle: Mutex<Vec<Process>>,
    failures: AtomicUsize,
}

struct Process(Child);

/// The second reader while its first process loads what it needs.
pub(super) struct Starting {
    reader: Isolated,
    process: Process,
}

impl Starting {
    /// Waits until the process has loaded it.
    ///
    /// # Errors
    /// As [`Isolated::start`].
    pub(super) fn finish(self) -> Result<(String, Isolated), ReadError> {
        let Self { reader, mut process } = self;
        let state = process.greeting()?;
        reader.idle().push(process);
        Ok((state, reader))
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum NoAnswer {
    /// The process is no more.
    #[error("the second reader ended while it read")]
    Ended,
    /// Anything else, in words.
    #[error("{0}")]
    Other(&'static str),
}

impl Drop for Process {
    fn drop(&mut self) {
        // the process may have exited already
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Isolated {
    /// Starts the first process, and returns the version and languages that it reports. `line_ms` is the time limit for
    /// one line, in milliseconds; `None` for a generous limit.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the process cannot be started or finds no reader.
    pub fn start(program: PathBuf, line_ms: Option<u32>) -> Result<(String, Self), ReadError> {
        Self::begin(program, line_ms)?.finish()
    }

    /// Starts the first process and does not wait for it.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when it cannot be started.
    pub(super) fn begin(program: PathBuf, line_ms: Option<u32>) -> Result<Starting, ReadError> {
        let (idle, failures) = (Mutex::default(), AtomicUsize::new(0));
        let reader = Self { program, line_ms: line_ms.unwrap_or(LINE_MS), idle, failures };
        let process = Process::start(&reader.program)?;
        Ok(Starting { reader, process })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Process>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks a process that waits for work, or a new one. One that was ended from outside while it waited costs nothing:
    /// a new one is asked the same.
    fn ask(&self, image: &RgbImage, hint: Hint<'_>) -> Result<Transcript, ReadError> {
        let waiting = self.idle().pop();
        let first = waiting.map(|process| self.ask_this(process, image, hint));
        match first {
            Some(Ok(answer)) => answer,
            Some(Err(NoAnswer::Other(why))) => Err(ReadError::Failed(why.to_owned())),
            Some(Err(NoAnswer::Ended)) | None => {
                let mut process = Process::start(&self.program)?;
                process.greeting()?;
                self.ask_this(process, image, hint).map_err(|why| ReadError::Failed(why.to_string()))?
            }
        }
    }

    /// Asks this process; one that gave no answer is not kept but ended.
    fn ask_this(
        &self,
        mut process: Process,
        image: &RgbImage,
        hint: Hint<'_>,
    ) -> Result<Result<Transcript, ReadError>, NoAnswer> {
        let limit = if hint == Hint::Line { self.line_ms } else { PAGE_MS };
        let mut patience = Patience::new(&process, limit);
        process.send_picture(image, hint, &mut patience)?;
        let answer = process.receive(&mut patience)?;
        self.idle().push(process);
        Ok(match answer {
            Answer::Read(transcript) => Ok(transcript),
            Answer::Missing(what) => Err(ReadError::Missing(what)),
            Answer::Failed(why) => Err(ReadError::Failed(why)),
        })
    }
}

impl TextReader for Isolated {
    fn reader(&self) -> Reader {
        Reader::Tesseract
    }

    fn has_given_up(&self) -> bool {
        self.failures.load(Ordering::Relaxed) >= MOST_FAILURES
    }

    fn read(&self, picture: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError> {
        if self.has_given_up() {
            return Err(ReadError::Failed("the second reader failed too often".to_owned()));
        }
        let answer = self.ask(picture.full(), hint);
        match &answer {
            Ok(_) => self.failures.store(0, Ordering::Relaxed),
            Err(_) => drop(self.failures.fetch_add(1, Ordering::Relaxed)),
        }
        answer
    }
}

/// What the reader is without its process.
fn missing(why: &dyn std::fmt::Display) -> ReadError {
    ReadError::Missing(format!("the second reader does not start ({why})"))
}

impl Process {
    fn start(program: &Path) -> Result<Self, ReadError> {
        let child = Command::new(program)
            .arg(ASKED)
            .envs(tesseract::SINGLE_THREAD)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let process = Self(child.map_err(|error| missing(&error))?);
        process.never_waits_to_send().map_err(|error| missing(&error))?;
        Ok(process)
    }

    /// Waits until the process can read; its version and languages.
    fn greeting(&mut self) -> Result<String, ReadError> {
        let mut patience = Patience::new(self, LINE_MS);
        let greeting: Greeting = self.receive(&mut patience).map_err(|why| missing(&why))?;
        greeting.map_err(ReadError::Missing)
    }

    /// Makes a write of more than the pipe has room for return at once, so that a process that reads nothing is noticed.
    fn never_waits_to_send(&self) -> io::Result<()> {
        #[cfg(unix)]
        if let Some(input) = &self.0.stdin {
            rustix::io::ioctl_fionbio(input, true)?;
        }
        Ok(())
    }

    fn send_picture(&mut self, image: &RgbImage, hint: Hint<'_>, patience: &mut Patience) -> Result<(), NoAnswer> {
        let hint = match hint {
            Hint::Page(_) => 0,
            Hint::UprightPage(_) => 1,
            Hint::Line => 2,
        };
        let head = [&image.width().to_le_bytes()[..], &image.height().to_le_bytes(), &[hint]].concat();
        self.send(&head, patience)?;
        self.send(image.as_raw(), patience)
    }

    fn send(&mut self, mut bytes: &[u8], patience: &mut Patience) -> Result<(), NoAnswer> {
        let input = self.0.stdin.as_mut().ok_or(NoAnswer::Ended)?;
        while !bytes.is_empty() {
            patience.until_writable(input)?;
            match input.write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => {}
                Err(_) => return Err(NoAnswer::Ended),
            }
        }
        Ok(())
    }

    /// The next answer.
    fn receive<T: for<'a> Deserialize<'a>>(&mut self, patience: &mut Patience) -> Result<T, NoAnswer> {
        let mut length = [0; 4];
        self.fill(&mut length, patience)?;
        let length = u32::from_le_bytes(length);
        if length > LONGEST_ANSWER {
            return Err(NoAnswer::Other("the second reader answered too much"));
        }
        let mut bytes = vec![0; length as usize];
        self.fill(&mut bytes, patience)?;
        // the original error is dropped because it could quote the text that was read
        serde_json::from_slice(&bytes).map_err(|_| NoAnswer::Other("the second reader gave no proper answer"))
    }

    fn fill(&mut self, mut room: &mut [u8], patience: &mut Patience) -> Result<(), NoAnswer> {
        let output = self.0.stdout.as_mut().ok_or(NoAnswer::Ended)?;
        while !room.is_empty() {
            patience.until_readable(output)?;
            match output.read(room) {
                Ok(0) => return Err(NoAnswer::Ended),
                Ok(filled) => room = &mut room[filled..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(NoAnswer::Ended),
            }
        }
        Ok(())
    }
}

/// How long a process may take for a picture: from the first byte that is sent to the last one that is received.
struct Patience {
    #[cfg(unix)]
    process: u32,
    #[cfg(unix)]
    milliseconds: u32,
    #[cfg(unix)]
    before: Work,
    /// Looks are counted and not the clock, so that nothing passes while both processes are suspended.
    #[cfg(unix)]
    looks: u32,
}

#[cfg(unix)]
impl Patience {
    /// With so many milliseconds of processor time, from now on.
    fn new(process: &Process, milliseconds: u32) -> Self {
        let process = process.0.id();
        Self { process, milliseconds, before: Work::of(process), looks: 0 }
    }

    /// Waits until something can be read; the end of the process is something too.
    fn until_readable(&mut self, output: &std::process::ChildStdout) -> Result<(), NoAnswer> {
        self.until(rustix::event::PollFd::new(output, rustix::event::PollFlags::IN))
    }

    /// Waits until something can be written; the end of the process is noticed then.
    fn until_writable(&mut self, input: &std::process::ChildStdin) -> Result<(), NoAnswer> {
        self.until(rustix::event::PollFd::new(input, rustix::event::PollFlags::OUT))
    }

    /// Waits for the other end of a pipe, unless its process has used its processor time, or many times that much by the
    /// clock, or rests.
    fn until(&mut self, mut pipe: rustix::event::PollFd<'_>) -> Result<(), NoAnswer> {
        use rustix::event::{Timespec, poll};
        let look = Timespec { tv_sec: 0, tv_nsec: i64::from(LOOK_MS) * 1_000_000 };
        let looks_in = |milliseconds: u32| milliseconds.div_ceil(LOOK_MS);
        let mut rests = 0;
        loop {
            match poll(std::slice::from_mut(&mut pipe), Some(&look)) {
                Err(rustix::io::Errno::INTR) => continue,
                Ok(0) => {}
                Ok(_) => return Ok(()),
                Err(_) => return Err(NoAnswer::Other("the second reader cannot be waited for")),
            }
            let now = Work::of(self.process);
            let used = now.used.zip(self.before.used).map_or(Duration::ZERO, |(now, then)| now.saturating_sub(then));
            self.looks += 1;
            rests = if now.rests { rests + 1 } else { 0 };
            if rests > looks_in(self.milliseconds.min(REST_MS)) {
                return Err(NoAnswer::Other("the second reader stands still"));
            }
            if used > Duration::from_millis(u64::from(self.milliseconds))
                || self.looks > looks_in(self.milliseconds.saturating_mul(CLOCK_TO_PROCESSOR))
            {
                return Err(NoAnswer::Other("the second reader did not answer in time"));
            }
        }
    }
}

/// Without such a way to wait there is no limit of time.
#[cfg(not(unix))]
impl Patience {
    fn new(_: &Process, _: u32) -> Self {
        Self {}
    }

    fn until_readable(&mut self, _: &std::process::ChildStdout) -> Result<(), NoAnswer> {
        Ok(())
    }

    fn until_writable(&mut self, _: &std::process::ChildStdin) -> Result<(), NoAnswer> {
        Ok(())
    }
}

/// What a process has done, as far as the system tells.
#[cfg(unix)]
#[derive(Debug, Clone, Copy, Default)]
struct Work {
    /// Processor time that it has used.
    used: Option<Duration>,
    /// Whether it neither runs nor waits for a processor or a disk.
    rests: bool,
}

/// Ticks of `/proc` in a second: `USER_HZ`, which is 100 on every processor that this is built for.
#[cfg(target_os = "linux")]
const TICKS_A_SECOND: u64 = 100;

#[cfg(target_os = "linux")]
impl Work {
    fn of(process: u32) -> Self {
        Self::read(process).unwrap_or_default()
    }

    fn read(process: u32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        // the name of the program may hold spaces and brackets; after it come the state and the numbers (proc_pid_stat(5))
        let mut rest = stat.rsplit_once(')')?.1.split_whitespace();
        let rests = !matches!(rest.next()?, "R" | "D");
        let mut times = rest.skip(10);
        let ticks: u64 = times.next()?.parse::<u64>().ok()? + times.next()?.parse::<u64>().ok()?;
        Some(Self { used: Some(Duration::from_millis(ticks * 1000 / TICKS_A_SECOND)), rests })
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
impl Work {
    fn of(_: u32) -> Self {
        Self::default()
    }
}
