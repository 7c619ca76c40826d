//! What was typed → what is wanted.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use precheck::words::Language;

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
}

#[derive(Subcommand)]
pub enum Command {
    /// Examine files and folders, judge them as one set and print the report
    Check(Check),
    /// Compare pairs of names (TSV with `record_name` and `document_name`)
    Names {
        /// The table; standard input where none is named
        file: Option<PathBuf>,
    },
    /// List the checks
    Checks {
        #[arg(long, value_enum, default_value_t = Lang::from_environment())]
        lang: Lang,
    },
    /// Explain one check
    Explain {
        /// Its id, as in the list of checks
        id: String,
        #[arg(long, value_enum, default_value_t = Lang::from_environment())]
        lang: Lang,
    },
    /// Remove what earlier versions and their libraries left on this computer, and list it
    Forget {
        /// Only what is kept of this client
        client: Option<String>,
        #[arg(long, value_enum, default_value_t = Lang::from_environment())]
        lang: Lang,
    },
    /// Say which readers, languages and formats work here, and how to install what is missing
    Doctor,
}

#[derive(clap::Args)]
pub struct Check {
    /// Files and folders; `-` for a list of paths on standard input, one a line
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What is known of the applicant (JSON), to compare with
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Which documents are needed [default: by the record's path, else idme-itin-us]
    #[arg(long, value_name = "NAME")]
    pub requirements: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write the report there instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Files examined at a time [default: one a processor core]
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub jobs: usize,
    /// The day of the upload [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// Picture quality and layout only, no reading
    #[arg(long)]
    pub quick: bool,
    /// Give the milliseconds of each stage
    #[arg(long)]
    pub timings: bool,
    /// Write pictures of what the layout stage saw into this folder, for looking at a failure
    #[arg(long, value_name = "DIR", hide = true)]
    pub layout_views: Option<PathBuf>,
    /// Show ITIN and document numbers whole, not only their last four characters
    #[arg(long)]
    pub show_numbers: bool,
    /// Language of the messages
    #[arg(long, value_enum, default_value_t = Lang::from_environment())]
    pub lang: Lang,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Jsonl,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    En,
    Es,
}

impl Lang {
    /// The language of the terminal, if it is one of ours.
    fn from_environment() -> Self {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        match named.as_deref().and_then(Language::from_code) {
            Some(Language::Spanish) => Self::Es,
            _ => Self::En,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::English,
            Lang::Es => Self::Spanish,
        }
    }
}
