//! The command line. `main` prepares the process and gives [`run`] its streams. `run` maps the arguments to an exit
//! code, and tests call it in process.
//!
//! Standard output carries results only; progress and messages go to standard error.

mod addresses;
mod args;
mod batch;
mod cached;
mod check;
mod config;
mod doctor;
mod forget;
mod interrupt;
mod lists;
mod manners;
mod manual;
mod names;
mod notes;
mod output;
mod pairs;
mod pictures;
mod prepared;
mod private;
mod progress;
mod requirements;
mod settings;
mod stream;
mod table;
mod terminal;
#[cfg(test)]
mod tests;
mod views;
mod watch;

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};
use precheck::confinement::{self, NotHeld, Sockets};
use precheck::places::{self, Variable};
use precheck::words::printable;

use args::Args;
use manners::{Color, Terminals, Voice};
use settings::Settings;

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
const READING: [&str; 4] = ["batch", "check", "doctor", "watch"];

/// Where a run reads and writes.
struct Streams<'a> {
    /// Lists of files, tables of names and addresses.
    input: &'a mut dyn BufRead,
    /// Results only.
    out: &'a mut (dyn Write + Send),
    /// Messages and progress.
    err: &'a mut (dyn Write + Send),
    /// How much is said besides results and errors.
    voice: Voice,
    /// Whether results are written in color.
    colors: bool,
}

impl<'a> Streams<'a> {
    /// Streams of which nothing is asked yet.
    fn new(input: &'a mut dyn BufRead, out: &'a mut (dyn Write + Send), err: &'a mut (dyn Write + Send)) -> Self {
        Self { input, out, err, voice: Voice::Usual, colors: false }
    }

    /// Writes a line that is worth knowing to standard error. If nobody reads it, it is lost.
    fn tell(&mut self, message: &str) {
        if self.voice >= Voice::Usual {
            self.complain(message);
        }
    }

    /// Writes a line that only those want to know who asked for more.
    fn detail(&mut self, what: &str, value: &str) {
        if self.voice >= Voice::Verbose {
            self.complain(&format!("{what}: {value}"));
        }
    }

    /// Writes a line about something that went wrong, which is said in any case.
    fn complain(&mut self, message: &str) {
        let _ = writeln!(self.err, "{}", printable(message));
    }
}

/// What a run finds around it.
struct Around<'a> {
    /// Whether the system keeps this process from the network.
    network: Result<(), NotHeld>,
    /// The environment.
    variable: Variable<'a>,
    /// Which streams are terminals.
    terminals: Terminals,
}

fn main() -> ExitCode {
    let network = confinement::begin(Sockets::None);
    std::panic::set_hook(Box::new(|panic| {
        let _ = writeln!(io::stderr(), "precheck: {}", confinement::panic_without_contents(panic));
    }));
    if precheck::text::was_second_reader(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    // options may stand before the command; a file of such a name costs nothing
    if std::env::args_os().skip(1).any(|word| READING.iter().any(|known| word == *known)) {
        confinement::quiet_libraries();
    }
    let (mut input, mut out, mut err) = (io::stdin().lock(), io::stdout(), io::stderr());
    let around = Around { network, variable: &|name| std::env::var_os(name), terminals: Terminals::find() };
    let arguments: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&arguments, Streams::new(&mut input, &mut out, &mut err), around))
}

/// Carries out the arguments, which begin with the name of the program. Returns the contract's exit code.
fn run(arguments: &[OsString], mut streams: Streams, around: Around) -> u8 {
    let file = places::command_settings(around.variable);
    let args = match parsed(arguments, file.as_deref()) {
        Ok(args) => args,
        Err(error) => return refused(&error, arguments, &mut streams, &around),
    };
    streams.voice = args.voice();
    streams.colors = args.color.of(around.terminals.out, around.variable);
    match obey(args, &mut streams, around, file.as_deref()) {
        Ok(outcome) => outcome as u8,
        Err(error) if is_broken_pipe(&error) => 0,
        Err(error) => {
            streams.complain(&format!("precheck: {error:#}"));
            USAGE
        }
    }
}

/// The arguments, with what the settings file says where they say nothing. Help does not depend on that file, and a
/// command for which it means nothing works whatever stands in it.
fn parsed(arguments: &[OsString], file: Option<&Path>) -> anyhow::Result<Args> {
    let command = Args::command();
    let mut found = command.clone().try_get_matches_from(arguments)?;
    let wanted = found.subcommand_name().and_then(|name| command.find_subcommand(name));
    if let Some(file) = file.filter(|_| wanted.is_some_and(settings::concern)) {
        found = Settings::read(file)?.as_defaults(command).try_get_matches_from(arguments)?;
    }
    Ok(Args::from_arg_matches(&found)?)
}

/// Writes help, or why the command line makes no sense.
fn refused(error: &anyhow::Error, arguments: &[OsString], streams: &mut Streams, around: &Around) -> u8 {
    let Some(error) = error.downcast_ref::<clap::Error>() else {
        streams.complain(&format!("precheck: {error:#}"));
        return USAGE;
    };
    let wrong = error.use_stderr();
    let is_terminal = if wrong { around.terminals.err } else { around.terminals.out };
    let text = error.render();
    let colors = Color::asked(arguments).of(is_terminal, around.variable);
    let text = if colors { text.ansi().to_string() } else { text.to_string() };
    let stream = if wrong { &mut *streams.err } else { &mut *streams.out };
    let _ = stream.write_all(text.as_bytes());
    if wrong { USAGE } else { 0 }
}

fn obey(args: Args, streams: &mut Streams, around: Around, file: Option<&Path>) -> anyhow::Result<Outcome> {
    match args.command {
        args::Command::Check(wanted) => check::run(&wanted, streams),
        args::Command::Batch(wanted) => batch::run(&wanted, streams),
        args::Command::Watch(wanted) => watch::run(&wanted, streams),
        args::Command::Names { file } => names::run(file.as_deref(), streams),
        args::Command::Addresses { file } => addresses::run(file.as_deref(), streams),
        args::Command::Checks { lang } => lists::checks(lang, streams.out),
        args::Command::Explain { id, lang } => lists::explain(&id, lang, streams.out),
        args::Command::Forget { client, cache, lang } => forget::run(client.as_deref(), cache, lang, streams.out),
        args::Command::Config => config::run(file, around.variable, streams.out),
        args::Command::Schema => lists::schema(streams.out),
        args::Command::Completions { shell } => manual::completions(shell, streams.out),
        args::Command::Man { folder } => manual::pages(&folder),
        args::Command::Doctor { requirements } => doctor::run(around.network, file, &requirements, streams.out),
    }
}

/// Whether the reader of the output has closed it, which is not an error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|e| e.downcast_ref::<std::io::Error>());
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
