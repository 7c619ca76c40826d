//! Examines the folders of all clients and judges each client, in the order of the list.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use anyhow::Context as _;
use jiff::civil::Date;
use precheck::addresses::AddressLexicon;
use precheck::batch::cache::Cache;
use precheck::batch::run::{Batch as Work, Ran, Task, tasks};
use precheck::batch::shared::own_pages;
use precheck::batch::{Client, labels};
use precheck::checks::{Report, Rules};
use precheck::confinement;
use precheck::engine::Engine;
use precheck::examined::DocumentSet;
use precheck::places;
use precheck::record::Record;
use precheck::redacted::LONGEST_SIDE;
use precheck::report::{self, BatchCounts, Options, Understood};
use precheck::set::judge;
use precheck::words::{Arg, Message, Words};

use super::output::{Found, Output};
use crate::args::{Batch, ListFormat};
use crate::check::outcome;
use crate::manners::Voice;
use crate::prepared::{self, Own};
use crate::progress::Progress;
use crate::{Outcome, Streams, cached, interrupt, requirements};

/// Examines, judges, reports. The outcome is that of the clients alone.
pub fn run(
    wanted: &Batch,
    understood: Understood,
    (own, words, today): (Own, &Words, Date),
    streams: &mut Streams,
) -> anyhow::Result<Outcome> {
    let clients = &understood.roster.clients;
    let records = records(clients, wanted.run.call_date);
    let rules = rules(wanted, &records, own)?;
    let Prepared { mut file, engine, cache } = prepare(wanted, (own, words), streams)?;
    let tasks = tasks(clients, understood.folders, &wanted.folder);
    let beside = file.as_ref().and_then(|file| file.beside().cloned());
    let voice = streams.voice;
    let out: &mut (dyn Write + Send) = match &mut file {
        Some(file) => file,
        None => &mut *streams.out,
    };
    let mut output = Output::new(out, beside, wanted.format, Options { words, timings: false }, today);
    let season = Season { clients, records: &records, labels: labels(clients), tasks: &tasks, rules: &rules, words };
    let (stop, tally) = (interrupt::stop(), RefCell::new(Tally::default()));
    let progress = Progress::with_rate(tasks.iter().map(|task| task.files.len()).sum(), voice);
    let work = Work { engine: &engine, cache: cache.as_ref(), stop: &stop };
    let ran = work.run(clients, &tasks, &|| progress.step(), |task, set, previews| {
        let (set, report) = season.judge(task, set, wanted.requirements.as_deref(), today);
        tally.borrow_mut().add(&report);
        let found = Found { set, report, record: &records[task.client], heading: season.heading(task) };
        progress.aside(|| output.client(found, previews))
    });
    progress.finish();
    let (ran, tally) = (ran?, tally.into_inner());
    let summary = report::batch_summary(understood, tally.counts, words);
    output.end(&summary)?;
    file.map_or(Ok(()), crate::output::Output::finish)?;
    if wanted.format != ListFormat::Text && voice > Voice::Quiet {
        let _ = write!(streams.err, "{summary}");
    }
    say_besides(streams, words, &ran, tasks.len());
    Ok(if ran.done < tasks.len() { tally.worst.max(Outcome::Findings) } else { tally.worst })
}

/// Where the report goes, who examines, and what earlier runs found.
struct Prepared {
    file: Option<crate::output::Output>,
    engine: Engine,
    cache: Option<Cache>,
}

fn prepare(wanted: &Batch, (own, words): (Own, &Words), streams: &mut Streams) -> anyhow::Result<Prepared> {
    let started = SystemTime::now();
    let opened = |path: &PathBuf| match wanted.format {
        ListFormat::Html => crate::output::Output::with_folder(path, wanted.overwrite),
        _ => crate::output::Output::new(path, wanted.overwrite),
    };
    let file = wanted.output.as_ref().map(opened).transpose()?;
    let beside = file.as_ref().and_then(|file| file.beside());
    let folder = cache_folder(wanted, words, streams);
    let written: Vec<PathBuf> = folder.iter().cloned().chain(beside.map(|b| b.unfinished().to_owned())).collect();
    // from here on, nothing else can be written; if the system cannot enforce it, the code still keeps to it
    let _ = confinement::allow_writing(&written);
    let (mut engine, readers) = prepared::engine(&wanted.run, own, streams)?;
    engine.preview_side = beside.map(|_| LONGEST_SIDE * 5 / 4);
    if let Some(folder) = &folder {
        streams.detail("kept", &folder.display().to_string());
    }
    let cache = folder.map(|folder| Cache::open(&folder, cached::identity(own.0, &engine, readers.as_ref()), started));
    let cache = cache.transpose().context("opening what earlier runs kept")?;
    Ok(Prepared { file, engine, cache })
}

/// How the clients so far were judged.
struct Tally {
    counts: BatchCounts,
    worst: Outcome,
}

impl Default for Tally {
    fn default() -> Self {
        Self { counts: BatchCounts::default(), worst: Outcome::Ready }
    }
}

impl Tally {
    fn add(&mut self, report: &Report) {
        self.counts.add(report.set.verdict);
        self.worst = self.worst.max(outcome(report));
    }
}

/// All clients, and what they are judged by.
struct Season<'a> {
    clients: &'a [Client],
    records: &'a [Record],
    labels: Vec<String>,
    tasks: &'a [Task],
    rules: &'a BTreeMap<String, Rules>,
    words: &'a Words,
}

impl Season<'_> {
    /// Judges a client: with a shared folder, by the pages that are not those of somebody who shares it.
    fn judge(&self, task: &Task, set: DocumentSet, named: Option<&str>, today: Date) -> (DocumentSet, Report) {
        let record = &self.records[task.client];
        let rules = &self.rules[requirements_of(record, named)];
        let row = self.clients[task.client].row;
        let shares = |other: &&Task| {
            other.client != task.client
                && self.clients[other.client].row == row
                && other.files.iter().any(|file| task.files.contains(file))
        };
        let others: Vec<Record> =
            self.tasks.iter().filter(shares).map(|other| self.records[other.client].clone()).collect();
        let set = own_pages(set, record, &others, rules, today);
        let mut report = judge(&set, record, rules, today);
        report.set.client = Some(report::shown(&self.labels[task.client], self.words));
        (set, report)
    }

    /// The client for people: id, name and line.
    fn heading(&self, task: &Task) -> String {
        let client = &self.clients[task.client];
        let line = Message::new("batch-line").with("line", client.row.to_string().into());
        let handles = report::shown(&client.handles().join("  "), self.words);
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        format!("{handles} ({})", self.words.say(&line)).chars().map(plain).collect()
    }
}

fn records(clients: &[Client], call_date: Option<Date>) -> Vec<Record> {
    let record = |client: &Client| {
        let record = client.record();
        Record { call_date: call_date.or(record.call_date), ..record }
    };
    clients.iter().map(record).collect()
}

/// The name of the requirements for a client: those that were named, or those of the client's path.
fn requirements_of<'a>(record: &Record, named: Option<&'a str>) -> &'a str {
    named.unwrap_or(record.path.unwrap_or_default().requirements())
}

/// The rules by their names, as far as any client needs them.
fn rules(wanted: &Batch, records: &[Record], (assets, names): Own) -> anyhow::Result<BTreeMap<String, Rules>> {
    let mut rules = BTreeMap::new();
    let addresses = Arc::new(AddressLexicon::load(assets)?);
    for record in records {
        let name = requirements_of(record, wanted.requirements.as_deref());
        if !rules.contains_key(name) {
            let requirements = requirements::named(name, assets)?;
            let (names, addresses) = (names.clone(), Arc::clone(&addresses));
            rules.insert(name.to_owned(), Rules { requirements, names, addresses });
        }
    }
    Ok(rules)
}

/// The folder of the cache, which is there then; `None` where nothing is to be kept, or can be.
fn cache_folder(wanted: &Batch, words: &Words, streams: &mut Streams) -> Option<PathBuf> {
    if wanted.no_cache {
        return None;
    }
    let folder = wanted.cache.clone().or_else(|| places::cache(&|name| std::env::var_os(name)))?;
    match Cache::make(&folder) {
        Ok(()) => Some(folder),
        Err(error) => {
            streams.complain(&words.say(&not_kept(&error)));
            None
        }
    }
}

fn not_kept(error: &std::io::Error) -> Message {
    Message::new("batch-not-kept").with("reason", Arg::Text(error.to_string()))
}

/// Messages that are worth knowing besides the report.
fn say_besides(streams: &mut Streams, words: &Words, ran: &Ran, tasks: usize) {
    if let Some(error) = &ran.not_kept {
        streams.complain(&words.say(&not_kept(error)));
    }
    let left = tasks - ran.done;
    if left > 0 {
        streams.complain(&words.say(&Message::new("batch-stopped").with("count", Arg::Number(left as f64))));
    }
}
