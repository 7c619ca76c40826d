//! The only access to threads and files. The window sends jobs and picks up news; it never waits.
//!
//! There are four threads: one owns the engine and examines; one makes pictures of pages (a page at full resolution); one
//! finds files and watches them from then on; and one runs a system dialog while it is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use eframe::egui::ColorImage;
use precheck::addresses::AddressLexicon;
use precheck::assets::{AssetError, Assets};
use precheck::engine::{Engine, Event, Stop};
use precheck::examined::PageRecord;
use precheck::fields::FieldLexicon;
use precheck::geometry::{Region, Turn};
use precheck::names::NameLexicon;
use precheck::page::PageId;
use precheck::record::{self, Record};
use precheck::requirements::Requirements;
use precheck::text::{ReaderState, Readers};

use crate::settings::Settings;
use crate::watch::{self, Order, Sign};
use crate::{pictures, saving};

/// Name of the file that is offered for a report.
const REPORT_NAME: &str = "precheck.html";

/// News from the threads to the window.
pub enum News {
    /// The rules were loaded, or why not.
    Rules(Box<Result<RuleBook, AssetError>>),
    /// Which readers work here.
    Readers(Vec<ReaderState>),
    /// What happened to files, or which were found.
    Seen(Sign),
    /// A file is being opened.
    Started(PathBuf),
    /// A page was decoded.
    Decoded {
        /// Which page.
        id: PageId,
        /// Small picture for the list.
        thumbnail: ColorImage,
        /// Picture of at most [`pictures::PICTURE_SIDE`].
        picture: ColorImage,
    },
    /// A file is done.
    Done {
        /// The file.
        file: PathBuf,
        /// Its pages, in order.
        pages: Vec<PageRecord>,
    },
    /// A requested page, with at most the requested side; `None` if it cannot be decoded.
    Loaded {
        /// Which page.
        id: PageId,
        /// The requested longest side.
        side: u32,
        /// The page.
        picture: Option<ColorImage>,
    },
    /// Places cut out of a page, as far as they could be.
    Cropped {
        /// Which page.
        id: PageId,
        /// Each place with its picture, upright.
        pictures: Vec<(Region, ColorImage)>,
    },
    /// A record that the person chose, or the file and what is wrong with it.
    Record(Result<Record, String>),
    /// The paths that the person chose in a dialog.
    Picked(Vec<PathBuf>),
    /// The report was written to a file of this name, or the file and why not.
    Saved(Result<String, String>),
}

/// What judging is based on.
pub struct RuleBook {
    /// The knowledge for comparing names.
    pub names: NameLexicon,
    /// The knowledge for comparing addresses.
    pub addresses: Arc<AddressLexicon>,
    /// For applicants in the United States.
    pub us: Requirements,
    /// For applicants elsewhere.
    pub outside_us: Requirements,
}

/// What a person picks in a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Photos and scans.
    Files,
    /// A folder of photos and scans.
    Folder,
    /// A record in JSON.
    Record,
}

enum Question {
    Keep(Settings),
    Load(PageId, u32),
    Crop(PageId, Vec<Region>, Turn),
}

struct ExamineJob {
    files: Vec<PathBuf>,
    stop: Stop,
}

/// The window's end of the threads.
pub struct Worker {
    jobs: Sender<ExamineJob>,
    questions: Sender<Question>,
    orders: Sender<Order>,
    news: Receiver<News>,
    reporter: Reporter,
    stops: Vec<Stop>,
    examiner: Option<JoinHandle<()>>,
}

/// Sends news and wakes the window, so that it draws them.
#[derive(Clone)]
struct Reporter {
    news: Sender<News>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Reporter {
    fn tell(&self, news: News) {
        // if sending fails, the window is closed, and this thread will end soon
        if self.news.send(news).is_ok() {
            (self.wake)();
        }
    }
}

impl Worker {
    /// Starts the threads. `wake` is called after each piece of news.
    pub fn start(assets: Assets, wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (news_in, news) = channel();
        let (jobs, jobs_out) = channel();
        let (questions, questions_out) = channel();
        let (orders, orders_out) = channel();
        let reporter = Reporter { news: news_in, wake: Arc::new(wake) };
        let for_examiner = reporter.clone();
        let examiner = Some(thread::spawn(move || examine_jobs(&assets, &jobs_out, &for_examiner)));
        let for_clerk = reporter.clone();
        thread::spawn(move || answer_questions(&questions_out, &for_clerk));
        let (for_watch, own) = (reporter.clone(), orders.clone());
        thread::spawn(move || watch::run(&orders_out, own, |sign| for_watch.tell(News::Seen(sign))));
        Self { jobs, questions, orders, news, reporter, stops: Vec::new(), examiner }
    }

    /// The next piece of news, if there is one.
    pub fn news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// Waits for the next piece of news.
    #[cfg(test)]
    pub fn wait(&self) -> Option<News> {
        self.news.recv().ok()
    }

    /// Asks which files are under these paths, and has them watched; answered by [`Sign::Found`].
    pub fn walk(&self, paths: Vec<PathBuf>) {
        let _ = self.orders.send(Order::Look(paths));
    }

    /// Says which files are on the list, so that what happens to others is not told.
    pub fn list(&self, files: Vec<PathBuf>) {
        let _ = self.orders.send(Order::List(files));
    }

    /// Asks what became of a file; answered by a [`Sign`].
    pub fn inspect(&self, file: PathBuf) {
        let _ = self.orders.send(Order::Inspect(file));
    }

    /// Asks for a page with a longest side of at most `side` pixels; answered by [`News::Loaded`].
    pub fn load(&self, id: PageId, side: u32) {
        let _ = self.questions.send(Question::Load(id, side));
    }

    /// Asks for places of a page, turned upright; answered by [`News::Cropped`].
    pub fn crop(&self, id: PageId, regions: Vec<Region>, turn: Turn) {
        let _ = self.questions.send(Question::Crop(id, regions, turn));
    }

    /// Keeps settings for the next run.
    pub fn keep(&self, settings: Settings) {
        let _ = self.questions.send(Question::Keep(settings));
    }

    /// Examines files, after those that were requested before.
    pub fn examine(&mut self, files: Vec<PathBuf>) {
        let stop = Stop::default();
        self.stops.push(stop.clone());
        let _ = self.jobs.send(ExamineJob { files, stop });
    }

    /// Stops all examining that was requested until now. Unfinished files are reported as stopped.
    pub fn cancel(&mut self) {
        for stop in self.stops.drain(..) {
            stop.stop();
        }
    }

    /// Opens a system dialog; answered by [`News::Picked`] or [`News::Record`] unless the person cancels it.
    pub fn pick(&self, pick: Pick, title: String) {
        let reporter = self.reporter.clone();
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().set_title(title);
            let paths = match pick {
                Pick::Files => dialog.pick_files().unwrap_or_default(),
                Pick::Folder => dialog.pick_folder().into_iter().collect(),
                Pick::Record => match dialog.add_filter("JSON", &["json"]).pick_file() {
                    Some(path) => return reporter.tell(News::Record(read_record(&path))),
                    None => Vec::new(),
                },
            };
            if !paths.is_empty() {
                reporter.tell(News::Picked(paths));
            }
        });
    }
}

impl Worker {
    /// Asks for a file and writes a report to it; answered by [`News::Saved`] unless the person cancels it. The dialog
    /// asks before a file is replaced.
    pub fn save(&self, title: String, report: String) {
        let reporter = self.reporter.clone();
        thread::spawn(move || {
            let dialog = rfd::FileDialog::new().set_title(title).add_filter("HTML", &["html"]);
            if let Some(path) = dialog.set_file_name(REPORT_NAME).save_file() {
                let name = path.file_name().unwrap_or_default().display().to_string();
                let saved = saving::write_for_owner(&path, report.as_bytes());
                reporter.tell(News::Saved(saved.map(|()| name.clone()).map_err(|error| format!("{name}: {error}"))));
            }
        });
    }
}

impl Drop for Worker {
    /// Ends the examiner before the process ends, because the runtime of the networks must not be torn down while it
    /// works. This takes as long as the current stage.
    fn drop(&mut self) {
        self.cancel();
        let _ = self.orders.send(Order::End);
        // without a sender, the examiner has nothing more to wait for
        self.jobs = channel().0;
        if let Some(examiner) = self.examiner.take() {
            let _ = examiner.join();
        }
    }
}

fn read_record(path: &Path) -> Result<Record, String> {
    let name = path.file_name().unwrap_or_default().display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Record::from_json(&text).map_err(|reason| format!("{name}: {reason}"))
}

/// Loads what examining needs, quickest first, then examines until the window closes.
fn examine_jobs(assets: &Assets, jobs: &Receiver<ExamineJob>, reporter: &Reporter) {
    reporter.tell(News::Rules(Box::new(rule_book(assets))));
    let found = Engine::find(assets, std::env::current_exe().ok().as_deref());
    let (mut engine, readers) = found.unwrap_or_else(|error| {
        reporter.tell(News::Rules(Box::new(Err(error))));
        (Engine::new(Readers::none(), FieldLexicon::default()), Readers::none())
    });
    reporter.tell(News::Readers(readers.states));
    engine.preview_side = Some(pictures::PICTURE_SIDE);
    for job in jobs {
        engine.examine_all(&job.files, &job.stop, &|event| reporter.tell(news_of(event, &job.files)));
    }
}

fn rule_book(assets: &Assets) -> Result<RuleBook, AssetError> {
    Ok(RuleBook {
        names: NameLexicon::load(assets)?,
        addresses: Arc::new(AddressLexicon::load(assets)?),
        us: Requirements::load(assets, record::Path::Us.requirements())?,
        outside_us: Requirements::load(assets, record::Path::OutsideUs.requirements())?,
    })
}

fn news_of(event: Event, files: &[PathBuf]) -> News {
    match event {
        Event::Started { file, .. } => News::Started(file),
        Event::Preview { id, image, .. } => {
            let (thumbnail, picture) = pictures::of_preview(&image);
            News::Decoded { id, thumbnail, picture }
        }
        Event::Done { index, pages } => News::Done { file: files.get(index).cloned().unwrap_or_default(), pages },
    }
}

fn answer_questions(questions: &Receiver<Question>, reporter: &Reporter) {
    for question in questions {
        reporter.tell(match question {
            Question::Keep(settings) => {
                settings.keep();
                continue;
            }
            Question::Load(id, side) => {
                let picture = pictures::load(&id, side);
                News::Loaded { id, side, picture }
            }
            Question::Crop(id, regions, turn) => {
                let pictures = pictures::crops(&id, &regions, &turn);
                News::Cropped { id, pictures }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_comes_back_with_its_error() {
        let mut worker = Worker::start(Assets::find(), || ());
        let file = PathBuf::from("no-such-folder/no-such-file.jpg");
        worker.examine(vec![file.clone()]);
        let pages = loop {
            match worker.wait() {
                Some(News::Done { file: done, pages }) if done == file => break pages,
                Some(_) => {}
                None => panic!("the thread ended"),
            }
        };
        assert_eq!(pages.len(), 1);
        assert!(pages[0].outcome.is_err());
    }

    #[test]
    fn a_page_that_cannot_be_loaded_is_answered_too() {
        let worker = Worker::start(Assets::find(), || ());
        let id = PageId { file: "no-such-file.png".into(), page: 1 };
        worker.load(id.clone(), 100);
        let answer = loop {
            match worker.wait() {
                Some(News::Loaded { id, picture, .. }) => break (id, picture.is_none()),
                Some(_) => {}
                None => panic!("the thread ended"),
            }
        };
        assert_eq!(answer, (id, true));
    }
}
