//! `precheck check`: examine, judge, report.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use anyhow::Context as _;
use precheck::assets::Assets;
use precheck::checks::{PageVerdict, Report, SetVerdict, judge_page};
use precheck::confinement;
use precheck::engine::{Engine, Event, Stop};
use precheck::error::FileError;
use precheck::examined::{DocumentSet, PageRecord};
use precheck::intake;
use precheck::names::NameLexicon;
use precheck::redacted::LONGEST_SIDE;
use precheck::report::{self, Applicant, Judged, Options, Pictures};
use precheck::set::judge;
use precheck::words::{Arg, Message, Words};

use crate::args::{Check, Format};
use crate::interrupt;
use crate::notes::Notes;
use crate::output::Output;
use crate::pictures::PictureStore;
use crate::prepared;
use crate::progress::Progress;
use crate::stream::Stream;
use crate::terminal;
use crate::views;
use crate::{Outcome, Streams};

/// Examines the wanted files and prints the report.
pub fn run(wanted: &Check, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let assets = Assets::find();
    let words = Words::load(&assets, wanted.run.lang)?.showing_numbers(wanted.run.show_numbers);
    let record = prepared::record(wanted.record.as_deref(), wanted.run.call_date)?;
    let names = NameLexicon::load(&assets)?;
    let rules = prepared::rules(wanted.requirements.as_deref(), &record, (&assets, &names))?;
    let today = wanted.run.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let streamed = wanted.paths.iter().any(|p| p.as_os_str() == "-");
    let walk = if streamed { listed(&mut *streams.input)? } else { intake::walk(&wanted.paths) };
    let mut file = wanted.output.as_deref().map(|path| Output::new(path, wanted.overwrite)).transpose()?;
    if let Some(folder) = &wanted.layout_views {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    // from here on, nothing else can be written; if the system cannot enforce it, the code still keeps to it
    let _ = confinement::allow_writing(wanted.layout_views.as_slice());
    let options = Options { words: &words, timings: wanted.timings };
    let (mut engine, _) = prepared::engine(&wanted.run, (&assets, &names), streams)?;
    engine.preview_side = (wanted.format == Format::Html).then_some(LONGEST_SIDE * 5 / 4);
    say_what_is_used(streams, &assets, &rules.requirements.name, walk.files.len());
    let out: &mut (dyn Write + Send) = match &mut file {
        Some(file) => file,
        None => &mut *streams.out,
    };
    let judge_one = |page: &PageRecord| report::page_line(page, &judge_page(page, &record, &rules, today), options);
    let stream = (wanted.format == Format::Jsonl).then(|| Stream::new(&mut *out, &judge_one));
    let pictures = PictureStore::new(wanted.run.show_numbers);
    let stop = interrupt::stop();
    let progress = Progress::new(walk.files.len(), streams.voice);
    let notes = Notes::new(&mut *streams.err, streams.voice);
    let set = examine(&engine, &walk.files, &pictures, stream, (&progress, &notes), &stop)?;
    if let Some(folder) = &wanted.layout_views {
        views::write(&set, folder)?;
    }

    let report = judge(&set, &record, &rules, today);
    let applicant = Applicant { judged: Judged { set: &set, report: &report }, record: &record };
    let shown = wanted.output.is_none().then_some(streams.colors);
    write_report(out, wanted.format, applicant, &pictures.into_pictures(), options, shown)?;
    out.flush().context("writing the report")?;
    file.map_or(Ok(()), Output::finish)?;
    say_of_the_run(streams, &words, &set, engine.lost_second_reader());
    if wanted.format == Format::Text {
        say_besides(streams, &words, &walk.skipped, wanted.record.is_none());
    }
    Ok(outcome(&report))
}

/// Examines the files, with a bar; keeps the pictures that the engine hands out, and streams each page where asked for.
fn examine(
    engine: &Engine,
    files: &[PathBuf],
    pictures: &PictureStore,
    stream: Option<Stream>,
    (progress, notes): (&Progress, &Notes),
    stop: &Stop,
) -> anyhow::Result<DocumentSet> {
    let on_event = |event: Event| match event {
        Event::Started { .. } | Event::Looked { .. } => {}
        Event::Preview { id, image, .. } => pictures.keep(id, &image),
        Event::Done { index, pages } => {
            pictures.cover(&pages);
            progress.aside(|| notes.done(&pages));
            if stream.as_ref().is_some_and(|stream| !stream.done(index, pages)) {
                stop.stop(); // nobody can be told any more
            }
            progress.step();
        }
    };
    let set = engine.examine_all(files, stop, &on_event);
    progress.finish();
    stream.map_or(Ok(()), Stream::finish)?;
    Ok(set)
}

/// Writes the report. `on_screen`: whether it is in color, if it goes to standard output.
fn write_report(
    out: &mut dyn Write,
    format: Format,
    applicant: Applicant,
    pictures: &Pictures,
    options: Options,
    on_screen: Option<bool>,
) -> anyhow::Result<()> {
    let text = match (format, on_screen) {
        (Format::Text, Some(colors)) => terminal::shown(&report::text(applicant.judged, options), colors),
        (Format::Text, None) => report::text(applicant.judged, options),
        (Format::Json, _) => report::json(applicant.judged, options),
        (Format::Jsonl, _) => report::set_line(&applicant.judged.report.set, options), // the pages are written already
        (Format::Csv, _) => report::csv(applicant, options),
        (Format::Html, _) => report::html(applicant, pictures, options)?,
        (Format::Message, _) => report::message(applicant, options),
    };
    out.write_all(text.as_bytes()).context("writing the report")
}

/// What went otherwise than it should: the run was stopped, or the second reader was lost on the way.
fn say_of_the_run(streams: &mut Streams, words: &Words, set: &DocumentSet, lost_second_reader: bool) {
    let left = set.pages.iter().filter(|page| matches!(page.outcome, Err(FileError::Stopped))).count();
    if left > 0 {
        streams.complain(&words.say(&Message::new("report-stopped").with("count", Arg::Number(left as f64))));
    }
    if lost_second_reader {
        streams.complain(&words.get("report-second-reader-lost"));
    }
}

/// Most names of files that were passed over; a folder may hold thousands.
const NAMED: usize = 5;

/// Messages that are worth knowing besides the report.
fn say_besides(streams: &mut Streams, words: &Words, skipped: &[PathBuf], no_record: bool) {
    if !skipped.is_empty() {
        let named = skipped.iter().take(NAMED).filter_map(|path| path.file_name());
        let mut names = named.map(|name| name.to_string_lossy().into_owned()).collect::<Vec<_>>().join(", ");
        if skipped.len() > NAMED {
            names.push_str(", …");
        }
        let message = Message::new("report-skipped").with("count", Arg::Number(skipped.len() as f64));
        streams.tell(&words.say(&message.with("names", Arg::Text(names))));
    }
    if no_record {
        streams.tell(&words.get("report-no-record"));
    }
}

/// What the run uses, for those who want to know.
fn say_what_is_used(streams: &mut Streams, assets: &Assets, requirements: &str, files: usize) {
    streams.detail("files of the program", &assets.path("").display().to_string());
    streams.detail("requirements", requirements);
    streams.detail("files", &files.to_string());
}

/// The paths on standard input, one per line.
fn listed(input: impl BufRead) -> anyhow::Result<intake::Walk> {
    let lines: Vec<Vec<u8>> = input.split(b'\n').collect::<io::Result<_>>().context("reading the list of files")?;
    let lines = lines.into_iter().map(|line| line.strip_suffix(b"\r").map_or(line.clone(), <[u8]>::to_vec));
    let paths: Vec<PathBuf> = lines.filter(|line| !line.trim_ascii().is_empty()).map(path_of).collect();
    Ok(intake::walk(&paths))
}

/// A path as the system writes it. On Unix a name is bytes, which need not be text.
#[cfg(unix)]
fn path_of(line: Vec<u8>) -> PathBuf {
    PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(line))
}

/// A path as the system writes it.
#[cfg(not(unix))]
fn path_of(line: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&line).into_owned())
}

/// What a report means for the exit code.
pub fn outcome(report: &Report) -> Outcome {
    if report.pages.iter().any(|p| p.verdict == PageVerdict::Unreadable) {
        Outcome::Unreadable
    } else if report.set.verdict == SetVerdict::Ready {
        Outcome::Ready
    } else {
        Outcome::Findings
    }
}
