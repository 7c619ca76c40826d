//! `precheck watch`: examines files as they arrive in a folder, until it is told to end. Each page is a line of its own:
//! what comes together may be of many people, so there is no judgment of a set.

mod beside;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::bail;
use precheck::assets::Assets;
use precheck::checks::{Rules, judge_page};
use precheck::confinement;
use precheck::engine::{Engine, Event, Stop};
use precheck::error::FileError;
use precheck::examined::PageRecord;
use precheck::names::NameLexicon;
use precheck::record::Record;
use precheck::report::{self, Options};
use precheck::watch::{self, Order, Sign};
use precheck::words::{Arg, Message, Words};

use crate::args::Watch;
use crate::notes::Notes;
use crate::stream::Stream;
use crate::{Outcome, Streams, interrupt, prepared};

/// How often it is looked whether the program was told to end.
const LISTEN: Duration = Duration::from_millis(250);
/// How often it is looked whether the folder is still there.
const STILL_THERE: Duration = Duration::from_secs(5);

/// Examines files as they arrive. Being told to end is a good end.
pub fn run(wanted: &Watch, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let assets = Assets::find();
    let words = Words::load(&assets, wanted.run.lang)?.showing_numbers(wanted.run.show_numbers);
    let record = prepared::record(wanted.record.as_deref(), wanted.run.call_date)?;
    let names = NameLexicon::load(&assets)?;
    let rules = prepared::rules(wanted.requirements.as_deref(), &record, (&assets, &names))?;
    if !wanted.folder.is_dir() {
        bail!("{}: there is no such folder", wanted.folder.display());
    }
    let written = if wanted.beside { vec![wanted.folder.clone()] } else { Vec::new() };
    // from here on, nothing else can be written; if the system cannot enforce it, the code still keeps to it
    let _ = confinement::allow_writing(&written);
    let (engine, _) = prepared::engine(&wanted.run, (&assets, &names), streams)?;
    let stop = interrupt::stop();
    let desk = Desk { wanted, words: &words, record: &record, rules: &rules, engine: &engine, stop: &stop };
    let watching = Watching::begin(wanted);
    let folder = Arg::Text(wanted.folder.display().to_string());
    streams.tell(&words.say(&Message::new("watch-begun").with("folder", folder)));
    let outcome = desk.serve(&watching, streams);
    watching.end();
    outcome
}

/// The thread that notices what happens in the folder.
struct Watching {
    orders: Sender<Order>,
    signs: Receiver<Sign>,
    thread: JoinHandle<()>,
}

impl Watching {
    fn begin(wanted: &Watch) -> Self {
        let (orders, orders_out) = channel();
        let (tell, signs) = channel();
        let own = orders.clone();
        let thread = thread::spawn(move || watch::run(&orders_out, own, |sign| drop(tell.send(sign))));
        let folders = vec![wanted.folder.clone()];
        let first = if wanted.new_only { Order::Watch(folders) } else { Order::Follow(folders) };
        let _ = orders.send(first);
        Self { orders, signs, thread }
    }

    fn end(self) {
        let _ = self.orders.send(Order::End);
        let _ = self.thread.join(); // a watch that broke has nothing left to say
    }
}

/// Who examines what arrives.
struct Desk<'a> {
    wanted: &'a Watch,
    words: &'a Words,
    record: &'a Record,
    rules: &'a Rules,
    engine: &'a Engine,
    stop: &'a Stop,
}

impl Desk<'_> {
    /// Examines until it is told to end, or the folder is gone.
    fn serve(&self, watching: &Watching, streams: &mut Streams) -> anyhow::Result<Outcome> {
        let every = self.wanted.every.map(|seconds| Duration::from_secs(seconds.into()));
        let (mut looked, mut asked) = (Instant::now(), Instant::now());
        while !self.stop.is_stopped() {
            let files = self.arrived(&watching.signs, streams)?;
            if !files.is_empty() {
                self.examine(&files, streams)?;
            }
            if looked.elapsed() >= STILL_THERE {
                looked = Instant::now();
                if !self.wanted.folder.is_dir() {
                    bail!("{}: the folder is gone", self.wanted.folder.display());
                }
            }
            if every.is_some_and(|every| asked.elapsed() >= every) {
                asked = Instant::now();
                let _ = watching.orders.send(Order::LookAgain);
            }
        }
        Ok(Outcome::Ready)
    }

    /// The files that are to be examined now: all that arrived until now, or none after a while.
    fn arrived(&self, signs: &Receiver<Sign>, streams: &mut Streams) -> anyhow::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        match signs.recv_timeout(LISTEN) {
            Ok(sign) => self.understand(sign, &mut files, streams),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => bail!("what watches the folder has stopped"),
        }
        for sign in signs.try_iter() {
            self.understand(sign, &mut files, streams);
        }
        Ok(files)
    }

    fn understand(&self, sign: Sign, files: &mut Vec<PathBuf>, streams: &mut Streams) {
        match sign {
            Sign::Appeared(arrivals) => files.extend(arrivals.into_iter().map(|arrival| arrival.file)),
            Sign::Replaced { file, .. } | Sign::Moved { to: file, .. } => files.push(file),
            Sign::Blind => streams.complain(&self.words.get("watch-blind")),
            // nothing to see that was not seen
            Sign::Found(_) | Sign::Same(_) | Sign::Gone(_) | Sign::Back(_) | Sign::Again(_) => {}
        }
    }

    fn examine(&self, files: &[PathBuf], streams: &mut Streams) -> anyhow::Result<()> {
        let today = self.wanted.run.today.unwrap_or_else(|| jiff::Zoned::now().date());
        let options = Options { words: self.words, timings: false };
        let line =
            |page: &PageRecord| report::page_line(page, &judge_page(page, self.record, self.rules, today), options);
        let notes = Notes::new(&mut *streams.err, streams.voice);
        if self.wanted.beside {
            for why in self.write_beside(files, &line, &notes) {
                streams.complain(&why);
            }
            return Ok(());
        }
        let stream = Stream::new(&mut *streams.out, &line);
        self.engine.examine_all(files, self.stop, &|event| {
            if let Event::Done { index, pages } = event {
                notes.done(&pages);
                if !stream.done(index, finished(pages)) {
                    self.stop.stop(); // nobody can be told any more
                }
            }
        });
        stream.finish()
    }

    /// Writes what is found beside each file. Returns what could not be written, and why.
    fn write_beside(
        &self,
        files: &[PathBuf],
        line: &(dyn Fn(&PageRecord) -> String + Sync),
        notes: &Notes,
    ) -> Vec<String> {
        let failed = std::sync::Mutex::new(Vec::new());
        self.engine.examine_all(files, self.stop, &|event| {
            let Event::Done { index, pages } = event else { return };
            notes.done(&pages);
            let lines: Vec<String> = finished(pages).iter().map(line).collect();
            let Err(error) = beside::write(&files[index], &lines) else { return };
            if let Ok(mut failed) = failed.lock() {
                failed.push(self.not_written(&files[index], &error));
            }
        });
        failed.into_inner().unwrap_or_default()
    }

    fn not_written(&self, file: &Path, error: &std::io::Error) -> String {
        let message = Message::new("watch-not-written").with("file", Arg::Text(file.display().to_string()));
        self.words.say(&message.with("reason", Arg::Text(error.to_string())))
    }
}

/// Pages that were examined to the end. Those of a file that was stopped are left for the next run.
fn finished(pages: Vec<PageRecord>) -> Vec<PageRecord> {
    pages.into_iter().filter(|page| !matches!(page.outcome, Err(FileError::Stopped))).collect()
}
