//! The window: `precheck-app [PATH]... [--record FILE]`. This file only maps the arguments to a running window. An
//! error before the window opens becomes a line on standard error and exit code 2.

mod app;
mod clients;
mod command;
mod figures;
mod fonts;
mod panels;
mod pictures;
mod review;
mod saving;
mod settings;
mod shortcuts;
mod state;
mod textures;
mod theme;
mod worker;

#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Parser;
use eframe::egui;
use jiff::civil::Date;
use precheck::assets::Assets;
use precheck::confinement::{self, Sockets};
use precheck::record::Record;
use precheck::words::{Arg, Language, Message, Words};

use figures::Figures;
use settings::Settings;

/// The allocator of the GNU C library keeps the memory that long batches have freed, so this one is used; it is set up
/// in `.cargo/config.toml`.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Looks at photos and scans of documents before they are uploaded. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "precheck-app", version)]
struct Args {
    /// Files and folders to look at.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What the applicant's record says, as JSON.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
    /// Language of the window: en or es. Without it, the one chosen last, or else that of the system.
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// Judge as on this day.
    #[arg(long, value_name = "YYYY-MM-DD", hide = true)]
    today: Option<Date>,
    /// When the window closes, tell how long its frames and the pictures of pages took.
    #[arg(long, hide = true)]
    figures: bool,
}

fn main() -> ExitCode {
    let began = Instant::now();
    // if the system cannot enforce it, the code still does it; `precheck doctor` reports this
    let _ = confinement::begin(Sockets::Local);
    confinement::quiet_libraries();
    std::panic::set_hook(Box::new(|panic| say(&confinement::panic_without_contents(panic))));
    if precheck::text::was_second_reader(std::env::args_os()) {
        return ExitCode::SUCCESS;
    }
    match run(Args::parse(), began) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

#[expect(clippy::print_stderr, reason = "without a window this is the only place to say it")]
fn say(what: &str) {
    eprintln!("precheck-app: {what}");
}

fn run(args: Args, began: Instant) -> Result<()> {
    let assets = Assets::find();
    let settings = Settings::kept();
    let language = match args.lang.as_deref() {
        Some(code) => {
            Language::from_code(code).with_context(|| format!("{code} is not a language that is spoken here"))?
        }
        None => settings.language.unwrap_or_else(Language::of_system),
    };
    let words = Words::load(&assets, language).context("the program's own files are missing")?;
    let record = args.record.as_deref().map(read_record).transpose()?;
    if !has_display() {
        bail!("{}", words.get("app-no-display"));
    }
    if let Some(display) = network_display() {
        bail!("{}", words.say(&Message::new("app-display-over-network").with("display", Arg::Text(display))));
    }
    let figures = args.figures.then(|| Figures::since(began));
    let start = app::Start {
        figures,
        paths: args.paths,
        record,
        today: args.today.unwrap_or_else(today),
        words,
        settings,
        assets,
    };
    // fonts of the system are looked for by this program, without any help of others
    let options =
        eframe::NativeOptions { viewport: viewport(&settings)?, system_font_fallback: false, ..Default::default() };
    eframe::run_native("precheck", options, Box::new(|cc| Ok(Box::new(app::App::new(&cc.egui_ctx, start)))))
        .map_err(|error| anyhow::anyhow!("the window cannot be opened ({error})"))
}

fn viewport(settings: &Settings) -> Result<egui::ViewportBuilder> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icon.png"))
        .context("the program's icon is broken")?;
    Ok(egui::ViewportBuilder::default()
        .with_title("precheck")
        .with_app_id("precheck")
        .with_icon(icon)
        .with_inner_size(settings.window)
        .with_maximized(settings.maximized)
        .with_min_inner_size(theme::SMALLEST_WINDOW))
}

fn read_record(path: &std::path::Path) -> Result<Record> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("{shown} cannot be read"))?;
    Record::from_json(&text).map_err(|reason| anyhow::anyhow!("{shown}: {reason}"))
}

/// Whether there can be a display system. On Windows and macOS, only an attempt would tell, so the answer is yes.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos")))
        || ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(named)
}

/// The display, if it can only be reached over the network: no part of this program can open a connection.
fn network_display() -> Option<String> {
    let wayland = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(|name| std::env::var_os(name).is_some());
    let display = std::env::var("DISPLAY").ok().filter(|_| !wayland && cfg!(target_os = "linux"))?;
    confinement::is_network_display(&display).then_some(display)
}

/// Today's date in the local time zone.
fn today() -> Date {
    jiff::Zoned::now().date()
}
