//! The command line. `main` maps a result to an exit code and does nothing else.
//!
//! Standard output carries results only; progress and messages go to standard error.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line prints")]

mod args;
mod check;
mod doctor;
mod forget;
mod lists;
mod names;
mod private;
mod progress;
mod views;

use std::process::ExitCode;

use clap::Parser as _;
use precheck::confinement::{self, NotHeld, Sockets};

/// The GNU library's own allocator keeps what long batches have freed; set in `.cargo/config.toml`.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What a run ended with, as the contract numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to fix.
    Ready = 0,
    /// Something to fix or to look at.
    Findings = 1,
    /// A file could not be examined; the others were.
    Unreadable = 3,
}

/// Wrong usage, or something of the program itself is missing.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let network = confinement::begin(Sockets::None);
    std::panic::set_hook(Box::new(|panic| eprintln!("precheck: {}", confinement::panic_without_contents(panic))));
    if precheck::text::was_second_reader(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    let args = args::Args::parse(); // ends with code 2 on wrong usage
    match run(args, network) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("precheck: {error:#}");
            ExitCode::from(USAGE)
        }
    }
}

/// `network` is whether the system keeps this process from the network.
fn run(args: args::Args, network: Result<(), NotHeld>) -> anyhow::Result<Outcome> {
    match args.command {
        args::Command::Check(wanted) => check::run(&wanted),
        args::Command::Names { file } => names::run(file.as_deref()),
        args::Command::Checks { lang } => lists::checks(lang),
        args::Command::Explain { id, lang } => lists::explain(&id, lang),
        args::Command::Forget { client, lang } => forget::run(client.as_deref(), lang.into()),
        args::Command::Doctor => Ok(doctor::run(network)),
    }
}

/// Whoever reads our output has had enough: no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|e| e.downcast_ref::<std::io::Error>());
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
