//! `precheck check`: examine, judge, report.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::Context as _;
use precheck::addresses::AddressLexicon;
use precheck::assets::Assets;
use precheck::checks::{PageVerdict, Report, Rules, SetVerdict, judge_page};
use precheck::confinement;
use precheck::engine::{Engine, Event, Stop};
use precheck::error::FileError;
use precheck::examined::{DocumentSet, PageRecord};
use precheck::intake;
use precheck::names::NameLexicon;
use precheck::record::Record;
use precheck::redacted::LONGEST_SIDE;
use precheck::report::{self, Applicant, Judged, Options, Pictures};
use precheck::requirements::Requirements;
use precheck::set::judge;
use precheck::words::{Arg, Message, Words};

use crate::args::{Check, Format};
use crate::interrupt;
use crate::output::Output;
use crate::pictures::PictureStore;
use crate::progress::Progress;
use crate::requirements;
use crate::terminal;
use crate::views;
use crate::{Outcome, Streams};

/// Examines the wanted files and prints the report.
pub fn run(wanted: &Check, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let assets = Assets::find();
    let words = Words::load(&assets, wanted.lang)?.showing_numbers(wanted.show_numbers);
    let mut record = read_record(wanted.record.as_deref())?;
    record.call_date = wanted.call_date.or(record.call_date);
    let rules = Rules {
        requirements: wanted_requirements(wanted, &record, &assets)?,
        names: NameLexicon::load(&assets)?,
        addresses: Arc::new(AddressLexicon::load(&assets)?),
    };
    let today = wanted.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let streamed = wanted.paths.iter().any(|p| p.as_os_str() == "-");
    let walk = if streamed { listed(&mut *streams.input)? } else { intake::walk(&wanted.paths) };
    let mut file = wanted.output.as_deref().map(|path| Output::new(path, wanted.overwrite)).transpose()?;
    if let Some(folder) = &wanted.layout_views {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    // from here on, nothing else can be written; if the system cannot enforce it, the code still keeps to it
    let _ = confinement::allow_writing(wanted.layout_views.as_slice());
    let options = Options { words: &words, timings: wanted.timings };
    let engine = engine(wanted, &assets, streams)?;
    let out: &mut (dyn Write + Send) = match &mut file {
        Some(file) => file,
        None => &mut *streams.out,
    };
    let judge_one = |page: &PageRecord| report::page_line(page, &judge_page(page, &record, &rules, today), options);
    let stream = (wanted.format == Format::Jsonl).then(|| Stream::new(&mut *out, &judge_one));
    let pictures = PictureStore::new(wanted.show_numbers);
    let stop = interrupt::stop();
    let set = examine(&engine, &walk.files, &pictures, stream, &stop)?;
    if let Some(folder) = &wanted.layout_views {
        views::write(&set, folder)?;
    }

    let report = judge(&set, &record, &rules, today);
    let applicant = Applicant { judged: Judged { set: &set, report: &report }, record: &record };
    write_report(out, wanted.format, applicant, &pictures.into_pictures(), options, wanted.output.is_none())?;
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
    stop: &Stop,
) -> anyhow::Result<DocumentSet> {
    let progress = Progress::new(files.len());
    let on_event = |event: Event| match event {
        Event::Started { .. } => {}
        Event::Preview { id, image, .. } => pictures.keep(id, &image),
        Event::Done { index, pages } => {
            pictures.cover(&pages);
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

fn write_report(
    out: &mut dyn Write,
    format: Format,
    applicant: Applicant,
    pictures: &Pictures,
    options: Options,
    at_terminal: bool,
) -> anyhow::Result<()> {
    let text = match format {
        Format::Text if at_terminal => terminal::shown(&report::text(applicant.judged, options)),
        Format::Text => report::text(applicant.judged, options),
        Format::Json => report::json(applicant.judged, options),
        Format::Jsonl => report::set_line(&applicant.judged.report.set, options), // the pages are written already
        Format::Csv => report::csv(applicant, options),
        Format::Html => report::html(applicant, pictures, options)?,
        Format::Message => report::message(applicant, options),
    };
    out.write_all(text.as_bytes()).context("writing the report")
}

/// What went otherwise than it should: the run was stopped, or the second reader was lost on the way.
fn say_of_the_run(streams: &mut Streams, words: &Words, set: &DocumentSet, lost_second_reader: bool) {
    let left = set.pages.iter().filter(|page| matches!(page.outcome, Err(FileError::Stopped))).count();
    if left > 0 {
        streams.tell(&words.say(&Message::new("report-stopped").with("count", Arg::Number(left as f64))));
    }
    if lost_second_reader {
        streams.tell(&words.get("report-second-reader-lost"));
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

fn engine(wanted: &Check, assets: &Assets, streams: &mut Streams) -> anyhow::Result<Engine> {
    let mut engine = if wanted.quick {
        Engine::quick(assets)?
    } else {
        let (engine, readers) = Engine::find(assets, std::env::current_exe().ok().as_deref())?;
        let missing = readers.states.iter().filter(|_| engine.reader.is_none()).filter_map(|s| s.state.as_ref().err());
        missing.for_each(|missing| streams.tell(&format!("precheck: {missing}")));
        engine
    };
    engine.jobs = wanted.jobs;
    engine.memory = wanted.memory << 20;
    engine.preview_side = (wanted.format == Format::Html).then_some(LONGEST_SIDE);
    Ok(engine)
}

fn wanted_requirements(wanted: &Check, record: &Record, assets: &Assets) -> anyhow::Result<Requirements> {
    let name = wanted.requirements.as_deref().unwrap_or(record.path.unwrap_or_default().requirements());
    requirements::named(name, assets)
}

fn read_record(path: Option<&Path>) -> anyhow::Result<Record> {
    let Some(path) = path else { return Ok(Record::default()) };
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    Record::from_json(&text).map_err(|why| anyhow::anyhow!("{}: {why}", path.display()))
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

/// Writes the pages as they are done, but in input order: a page that is done early waits.
struct Stream<'a> {
    line: &'a (dyn Fn(&PageRecord) -> String + Sync),
    state: Mutex<StreamState<'a>>,
}

struct StreamState<'a> {
    out: &'a mut (dyn Write + Send),
    next: usize,
    waiting: BTreeMap<usize, Vec<PageRecord>>,
    result: io::Result<()>,
}

impl<'a> Stream<'a> {
    fn new(out: &'a mut (dyn Write + Send), line: &'a (dyn Fn(&PageRecord) -> String + Sync)) -> Self {
        Self { line, state: Mutex::new(StreamState { out, next: 0, waiting: BTreeMap::new(), result: Ok(()) }) }
    }

    /// Takes the pages of a file; `false` when nothing can be written any more.
    fn done(&self, index: usize, pages: Vec<PageRecord>) -> bool {
        let Ok(mut state) = self.state.lock() else { return false };
        let state = &mut *state;
        state.waiting.insert(index, pages);
        while let Some(pages) = state.waiting.remove(&state.next) {
            state.next += 1;
            for page in &pages {
                if state.result.is_ok() {
                    state.result = state.out.write_all((self.line)(page).as_bytes()).and_then(|()| state.out.flush());
                }
            }
        }
        state.result.is_ok()
    }

    fn finish(self) -> anyhow::Result<()> {
        match self.state.into_inner() {
            Ok(state) => state.result.context("writing the report"),
            Err(_) => anyhow::bail!("writing the report stopped"),
        }
    }
}
