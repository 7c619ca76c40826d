//! The typed arguments → what to do.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum, value_parser};
use clap_complete::Shell;
use jiff::civil::Date;
use precheck::engine::MEMORY;
use precheck::words::Language;

use crate::manners::{Color, Voice};

/// How many megabytes may be asked for.
pub const MEMORY_RANGE: RangeInclusive<u64> = 128..=1 << 20;

/// Looks at photos and scans of documents before they are uploaded. Everything stays on this computer.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Exit code: 0 ready, 1 something to fix or to look at, 2 wrong usage, 3 a file could not be examined."
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// When to use color; the variable `NO_COLOR` refuses it for `auto`
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,
    /// Say nothing but results and errors: no bar, no messages
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say also what is used, and each file as it is done
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

impl Args {
    /// How much is to be said.
    pub const fn voice(&self) -> Voice {
        match (self.quiet, self.verbose) {
            (true, _) => Voice::Quiet,
            (_, true) => Voice::Verbose,
            _ => Voice::Usual,
        }
    }
}

#[derive(Subcommand)]
pub enum Command {
    /// Examine files and folders, judge them as one set and print the report
    Check(Check),
    /// Examine the folders of a list of clients, one set per client
    Batch(Batch),
    /// Examine files as they arrive in a folder: one line of JSON a page, until the program is told to end
    Watch(Watch),
    /// Compare pairs of names (TSV with `record_name` and `document_name`)
    Names {
        /// The table; standard input if none is named
        file: Option<PathBuf>,
    },
    /// Compare pairs of addresses (TSV with `record_address` and `document_address`)
    Addresses {
        /// The table; standard input if none is named
        file: Option<PathBuf>,
    },
    /// List the checks
    Checks {
        /// Language of the messages [default: that of the system]
        #[arg(long, value_name = "CODE", value_parser = language(), default_value = Language::of_system().code(), hide_default_value = true)]
        lang: Language,
    },
    /// Explain one check
    Explain {
        /// Its id, as in the list of checks
        id: String,
        /// Language of the messages [default: that of the system]
        #[arg(long, value_name = "CODE", value_parser = language(), default_value = Language::of_system().code(), hide_default_value = true)]
        lang: Language,
    },
    /// Remove what `batch` keeps and what earlier versions left on this computer, and list it
    Forget {
        /// Only what is kept of this client: the id or the whole name, as in the list
        client: Option<String>,
        /// Where `batch --cache` kept it [default: the user's cache folder]
        #[arg(long, value_name = "DIR")]
        cache: Option<PathBuf>,
        /// Language of the messages [default: that of the system]
        #[arg(long, value_name = "CODE", value_parser = language(), default_value = Language::of_system().code(), hide_default_value = true)]
        lang: Language,
    },
    /// Show what holds where the command line says nothing: each setting, its value, and where it comes from
    Config,
    /// Print the JSON Schema of what `--format json` and `jsonl` write
    Schema,
    /// Write the completions of a shell
    Completions { shell: Shell },
    /// Write the manual pages into a folder
    Man {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Say which readers, languages and formats work here, and how to install what is missing
    Doctor {
        /// Requirement files of your own, to be checked as well
        #[arg(value_name = "FILE")]
        requirements: Vec<PathBuf>,
    },
}

#[derive(clap::Args)]
pub struct Check {
    /// Files and folders; `-` for a list of paths on standard input, one per line
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What is known about the applicant (JSON), to compare with
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Which documents are needed: a name that `precheck doctor` lists, or a file of your own ending in .toml
    /// [default: by the record's path, else idme-itin-us]
    #[arg(long, value_name = "NAME|FILE")]
    pub requirements: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write the report there instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file that --output names, if there is one
    #[arg(long, requires = "output")]
    pub overwrite: bool,
    /// Give the milliseconds of each stage
    #[arg(long)]
    pub timings: bool,
    /// Write pictures of what the layout stage saw into this folder, for looking at a failure
    #[arg(long, value_name = "DIR", hide = true)]
    pub layout_views: Option<PathBuf>,
    #[command(flatten)]
    pub run: Running,
}

#[derive(clap::Args)]
pub struct Batch {
    /// The list of clients: CSV, XLSX or ODS
    pub roster: PathBuf,
    /// The folder that holds a folder, or files, of each client
    pub folder: PathBuf,
    /// Only say what was understood of the list and whose each folder is; examine nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Which documents are needed, of all clients: a name that `precheck doctor` lists, or a file of your own ending in
    /// .toml [default: by the client's path, else idme-itin-us]
    #[arg(long, value_name = "NAME|FILE")]
    pub requirements: Option<String>,
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
    /// Write the report there instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the report that is there
    #[arg(long)]
    pub overwrite: bool,
    /// Where to keep what was read, for the next run [default: the user's cache folder]
    #[arg(long, value_name = "DIR", conflicts_with = "no_cache")]
    pub cache: Option<PathBuf>,
    /// Keep nothing, and use nothing that was kept
    #[arg(long)]
    pub no_cache: bool,
    #[command(flatten)]
    pub run: Running,
}

#[derive(clap::Args)]
pub struct Watch {
    /// The folder, with all folders in it
    pub folder: PathBuf,
    /// What is known about the applicant (JSON), to compare with
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Which documents are needed: a name that `precheck doctor` lists, or a file of your own ending in .toml
    /// [default: by the record's path, else idme-itin-us]
    #[arg(long, value_name = "NAME|FILE")]
    pub requirements: Option<String>,
    /// Only files that arrive from now on, not those that are there
    #[arg(long)]
    pub new_only: bool,
    /// Write NAME.precheck.json beside each file, instead of lines to standard output
    #[arg(long)]
    pub beside: bool,
    /// Also look at the folder every so many seconds, for drives that do not tell of new files
    #[arg(long, value_name = "SECONDS", value_parser = value_parser!(u32).range(1..))]
    pub every: Option<u32>,
    #[command(flatten)]
    pub run: Running,
}

/// What all commands that examine files may be told.
#[derive(clap::Args)]
pub struct Running {
    /// Pages examined at a time [default: one per CPU core]
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
    /// Most megabytes that the pages in hand may take together; a large page waits for the others
    #[arg(long, value_name = "MB", default_value_t = MEMORY >> 20, value_parser = value_parser!(u64).range(MEMORY_RANGE))]
    pub memory: u64,
    /// The day of the upload [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// The day of the planned video call, on which the originals are shown [default: that of the record or of the list]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub call_date: Option<Date>,
    /// Picture quality and layout only, no reading
    #[arg(long)]
    pub quick: bool,
    /// Show ITIN and document numbers in full, not only their last four characters, and cover nothing in pictures
    #[arg(long)]
    pub show_numbers: bool,
    /// Language of the messages [default: that of the system]
    #[arg(long, value_name = "CODE", value_parser = language(), default_value = Language::of_system().code(), hide_default_value = true)]
    pub lang: Language,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For the terminal
    Text,
    /// For programs: one array
    Json,
    /// For programs: one object per line, as soon as it is known
    Jsonl,
    /// For spreadsheets
    Csv,
    /// For a browser or a printer
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For the terminal
    Text,
    /// All objects in one array
    Json,
    /// One object per line, each page as it is done
    Jsonl,
    /// A table for a spreadsheet: a row for the client and one for each document
    Csv,
    /// One file for the browser, with covered pictures of the pages
    Html,
    /// The message to the client, ready to send
    Message,
}

/// One of the codes of the available languages.
fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|code| Language::from_code(&code).unwrap_or_default())
}
