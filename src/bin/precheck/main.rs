//! The command line. `main` prepares the process and gives [`run`] its streams. `run` maps the arguments to an exit
//! code, and tests call it in process.
//!
//! Standard output carries results only; progress and messages go to standard error.

mod addresses;
mod args;
mod batch;
mod cached;
mod check;
mod doctor;
mod forget;
mod interrupt;
mod lists;
mod names;
mod output;
mod pairs;
mod pictures;
mod private;
mod progress;
mod requirements;
mod table;
mod terminal;
#[cfg(test)]
mod tests;
mod views;

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal as _, Write};
use std::process::ExitCode;

use clap::Parser as _;
use precheck::confinement::{self, NotHeld, Sockets};
use precheck::words::printable;

/// The allocator of the GNU C library keeps the memory that long batches have freed, so this one is used; it is set up
/// in `.cargo/config.toml`.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The outcome of a run, with the contract's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to fix.
    Ready = 0,
    /// Something to fix or to look at.
    Findings = 1,
    /// A file could not be examined; the others were.
    Unreadable = 3,
}

/// Exit code for wrong usage, or if something of the program itself is missing.
const USAGE: u8 = 2;
/// Commands that load the readers' libraries.
const READING: [&str; 3] = ["batch", "check", "doctor"];

/// Where a run reads and writes.
struct Streams<'a> {
    /// Lists of files, tables of names and addresses.
    input: &'a mut dyn BufRead,
    /// Results only.
    out: &'a mut (dyn Write + Send),
    /// Messages and progress.
    err: &'a mut (dyn Write + Send),
    /// Whether help and wrong usage are written in color.
    colors: bool,
}

impl Streams<'_> {
    /// Writes one line to standard error. If nobody reads it, it is lost.
    fn tell(&mut self, message: &str) {
        let _ = writeln!(self.err, "{}", printable(message));
    }
}

fn main() -> ExitCode {
    let network = confinement::begin(Sockets::None);
    std::panic::set_hook(Box::new(|panic| {
        let _ = writeln!(io::stderr(), "precheck: {}", confinement::panic_without_contents(panic));
    }));
    if precheck::text::was_second_reader(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    if std::env::args_os().nth(1).is_some_and(|command| READING.iter().any(|known| command == *known)) {
        confinement::quiet_libraries();
    }
    let (mut input, mut out, mut err) = (io::stdin().lock(), io::stdout(), io::stderr());
    let colors = out.is_terminal() && err.is_terminal();
    let streams = Streams { input: &mut input, out: &mut out, err: &mut err, colors };
    ExitCode::from(run(std::env::args_os(), streams, network))
}

/// Carries out the arguments, which begin with the name of the program. `network` tells whether the system keeps this
/// process from the network. Returns the contract's exit code.
fn run(arguments: impl IntoIterator<Item = OsString>, mut streams: Streams, network: Result<(), NotHeld>) -> u8 {
    let args = match args::Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let text = error.render();
            let text = if streams.colors { text.ansi().to_string() } else { text.to_string() };
            let wrong = error.use_stderr();
            let stream = if wrong { streams.err } else { streams.out };
            let _ = stream.write_all(text.as_bytes());
            return if wrong { USAGE } else { 0 };
        }
    };
    match obey(args, &mut streams, network) {
        Ok(outcome) => outcome as u8,
        Err(error) if is_broken_pipe(&error) => 0,
        Err(error) => {
            streams.tell(&format!("precheck: {error:#}"));
            USAGE
        }
    }
}

fn obey(args: args::Args, streams: &mut Streams, network: Result<(), NotHeld>) -> anyhow::Result<Outcome> {
    match args.command {
        args::Command::Check(wanted) => check::run(&wanted, streams),
        args::Command::Batch(wanted) => batch::run(&wanted, streams),
        args::Command::Names { file } => names::run(file.as_deref(), streams),
        args::Command::Addresses { file } => addresses::run(file.as_deref(), streams),
        args::Command::Checks { lang } => lists::checks(lang, streams.out),
        args::Command::Explain { id, lang } => lists::explain(&id, lang, streams.out),
        args::Command::Forget { client, cache, lang } => forget::run(client.as_deref(), cache, lang, streams.out),
        args::Command::Doctor { requirements } => doctor::run(network, &requirements, streams.out),
    }
}

/// Whether the reader of the output has closed it, which is not an error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|e| e.downcast_ref::<std::io::Error>());
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
