//! The only access to threads and files. The window sends jobs and picks up news; it never waits.
//!
//! There are five threads: one owns the engine and examines; one makes small pictures of pages before their turn; one
//! answers what somebody waits for (a page at full resolution, a place cut out of it); one finds files and watches them
//! from then on; and one runs a system dialog while it is open.

mod clerk;
mod dialogs;
mod news;
mod sketcher;

use std::collections::VecDeque;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::{self, JoinHandle};

use jiff::civil::Date;
use precheck::assets::Assets;
use precheck::engine::{Engine, Event, Stop};
use precheck::fields::FieldLexicon;
use precheck::geometry::{Region, Turn};
use precheck::names::NameLexicon;
use precheck::page::PageId;
use precheck::text::{ReaderState, Readers};

use crate::pictures;
use crate::review::Review;
use crate::settings::Settings;
use clerk::{Question, answer_questions};
use dialogs::LastFolder;
pub use dialogs::{Pick, Saved};
use news::rule_book;
pub use news::{News, RuleBook};
use precheck::watch::{self, Order};
use sketcher::{Signs, Wanted, make_pictures};

/// What the examiner is asked.
enum Job {
    /// Load what examining needs: photos will come soon.
    GetReady,
    /// Examine files.
    Examine(Examination),
}

struct Examination {
    files: Vec<PathBuf>,
    stop: Stop,
    rank: Rank,
}

/// What comes before what; within a rank, what was asked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A new photo for an old one, or a page that somebody wants looked at again.
    Now,
    /// What was opened or dropped.
    Usual,
    /// The documents of clients whom nobody looks at yet.
    Clients,
}

/// How many files are examined before something with a higher rank has its turn: so many that no core waits for long at
/// the end, and so few that a new photo is looked at within seconds.
const FILES_PER_CORE: usize = 4;

/// The window's end of the threads.
pub struct Worker {
    jobs: Sender<Job>,
    questions: Sender<Question>,
    sketches: Sender<Wanted>,
    signs: Signs,
    orders: Sender<Order>,
    news: Receiver<News>,
    reporter: Reporter,
    folder: LastFolder,
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
        let (sketches, sketches_out) = channel();
        let (orders, orders_out) = channel();
        let reporter = Reporter { news: news_in, wake: Arc::new(wake) };
        let (for_examiner, of_clerk) = (reporter.clone(), assets.clone());
        let examiner = Some(thread::spawn(move || examine_jobs(&assets, &jobs_out, &for_examiner)));
        let for_clerk = reporter.clone();
        thread::spawn(move || answer_questions(&of_clerk, &questions_out, &for_clerk));
        let signs = Signs::default();
        let (for_sketcher, jobs_of_sketcher, its_signs) = (reporter.clone(), jobs.clone(), signs.clone());
        thread::spawn(move || make_pictures(&sketches_out, &jobs_of_sketcher, &for_sketcher, &its_signs));
        let (for_watch, own) = (reporter.clone(), orders.clone());
        thread::spawn(move || watch::run(&orders_out, own, |sign| for_watch.tell(News::Seen(sign))));
        Self {
            jobs,
            questions,
            sketches,
            signs,
            orders,
            news,
            reporter,
            folder: LastFolder::default(),
            stops: Vec::new(),
            examiner,
        }
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

    /// Removes what is kept between two runs; answered by [`News::Forgotten`].
    pub fn forget(&self) {
        let _ = self.questions.send(Question::Forget);
    }

    /// Examines files, after those that were requested before.
    pub fn examine(&mut self, files: Vec<PathBuf>) {
        self.request(files, Rank::Usual);
    }

    /// Examines files before all that waits: somebody has just changed them.
    pub fn examine_now(&mut self, files: Vec<PathBuf>) {
        self.request(files, Rank::Now);
    }

    fn request(&mut self, files: Vec<PathBuf>, rank: Rank) {
        let stop = self.new_stop();
        let _ = self.jobs.send(Job::Examine(Examination { files, stop, rank }));
    }

    fn new_stop(&mut self) -> Stop {
        let stop = Stop::default();
        self.stops.push(stop.clone());
        stop
    }

    /// Makes pictures of new files, answered by [`News::Decoded`], and examines them as soon as the first few are there; at
    /// once if pictures of others are being made.
    pub fn take_in(&mut self, files: Vec<PathBuf>) {
        self.picture_then_examine(files, Rank::Usual);
    }

    /// The same with a file that somebody has just changed: it comes before all that waits.
    pub fn take_in_now(&mut self, file: PathBuf) {
        self.picture_then_examine(vec![file], Rank::Now);
    }

    fn picture_then_examine(&mut self, files: Vec<PathBuf>, rank: Rank) {
        let stop = self.new_stop();
        let _ = self.jobs.send(Job::GetReady);
        let job = Job::Examine(Examination { files: files.clone(), stop, rank });
        let then = if self.signs.busy.load(Ordering::Relaxed) {
            let _ = self.jobs.send(job);
            None
        } else {
            Some(job)
        };
        let _ = self.sketches.send(Wanted { files, all_pages: false, then });
    }

    /// Examines the files of clients, one client after the other. Files that are requested meanwhile come first.
    pub fn examine_clients(&mut self, clients: Vec<Vec<PathBuf>>) {
        let stop = self.new_stop();
        for files in clients {
            let _ = self.jobs.send(Job::Examine(Examination { files, stop: stop.clone(), rank: Rank::Clients }));
        }
    }

    /// Asks whether paths hold the photos of one person or those of many clients.
    pub fn ask_whose(&self, paths: Vec<PathBuf>, today: Date) {
        let _ = self.questions.send(Question::Whose(paths, today));
    }

    /// What appears in the folders that were opened matters no longer.
    pub fn leave(&self) {
        let _ = self.orders.send(Order::Leave);
    }

    /// Has folders watched whose files are known.
    pub fn watch(&self, folders: Vec<PathBuf>) {
        let _ = self.orders.send(Order::Watch(folders));
    }

    /// Writes decisions to their file.
    pub fn write(&self, file: PathBuf, review: Review) {
        let _ = self.questions.send(Question::Write(file, review));
    }

    /// Asks for the pictures of files that were examined before; answered by [`News::Decoded`] for each page.
    pub fn preview(&self, files: Vec<PathBuf>) {
        let _ = self.sketches.send(Wanted { files, all_pages: true, then: None });
    }

    /// Stops all examining that was requested until now. Unfinished files are reported as stopped.
    pub fn cancel(&mut self) {
        for stop in self.stops.drain(..) {
            stop.stop();
        }
    }
}

impl Drop for Worker {
    /// Ends the examiner before the process ends, because the runtime of the networks must not be torn down while it
    /// works. This takes as long as the current stage, or the picture of a page that is being made.
    fn drop(&mut self) {
        self.cancel();
        self.signs.closing.store(true, Ordering::Relaxed);
        let _ = self.orders.send(Order::End);
        // without a sender, sketcher and examiner have nothing more to wait for
        self.sketches = channel().0;
        self.jobs = channel().0;
        if let Some(examiner) = self.examiner.take() {
            let _ = examiner.join();
        }
    }
}

/// Loads what judging needs, and with the first job what examining needs; then examines until the window closes.
fn examine_jobs(assets: &Assets, jobs: &Receiver<Job>, reporter: &Reporter) {
    let names = NameLexicon::load(assets);
    reporter.tell(News::Rules(Box::new(names.clone().and_then(|names| rule_book(assets, &names)))));
    let mut waiting = VecDeque::new();
    let Ok(first) = jobs.recv() else { return };
    if let Job::Examine(job) = first {
        queue_up(&job, &mut waiting);
    }
    let program = std::env::current_exe().ok();
    let found = names.and_then(|names| Engine::find(assets, &names, program.as_deref()));
    let (mut engine, readers) = found.unwrap_or_else(|error| {
        reporter.tell(News::Rules(Box::new(Err(error))));
        (Engine::new(Readers::none(), FieldLexicon::default()), Readers::none())
    });
    let mut states = readers.states;
    reporter.tell(News::Readers(states.clone()));
    engine.yields = true;
    engine.first_look = true;
    engine.preview_side = Some(pictures::PICTURE_SIDE);
    while let Some(job) = next_job(jobs, &mut waiting) {
        engine.examine_all(&job.files, &job.stop, &|event| reporter.tell(news_of(event, &job.files)));
        if engine.lost_second_reader() {
            second_is_lost(&mut states);
            reporter.tell(News::Readers(states.clone()));
        }
    }
}

/// Says of the second reader what became of it, so that the status line does not stay green.
fn second_is_lost(states: &mut [ReaderState]) {
    if let Some(second) = states.iter_mut().filter(|state| state.state.is_ok()).nth(1) {
        second.state = Err("it failed three times in a row and was left out; open precheck again to use it".to_owned());
    }
}

/// The next files to examine. `None` once the window is closed.
fn next_job(jobs: &Receiver<Job>, waiting: &mut VecDeque<Examination>) -> Option<Examination> {
    loop {
        let job = match jobs.try_recv() {
            Ok(job) => job,
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) => match waiting.pop_front() {
                Some(job) => return Some(job),
                None => jobs.recv().ok()?,
            },
        };
        if let Job::Examine(job) = job {
            queue_up(&job, waiting);
        }
    }
}

/// Puts what is to be examined, a few files at a time, behind all that comes before it.
fn queue_up(job: &Examination, waiting: &mut VecDeque<Examination>) {
    let few = FILES_PER_CORE * thread::available_parallelism().map_or(1, NonZero::get);
    let first = waiting.partition_point(|other| other.rank <= job.rank);
    for (place, files) in (first..).zip(job.files.chunks(few)) {
        waiting.insert(place, Examination { files: files.to_vec(), stop: job.stop.clone(), rank: job.rank });
    }
}

fn news_of(event: Event, files: &[PathBuf]) -> News {
    match event {
        Event::Started { file, .. } => News::Started(file),
        Event::Preview { id, image, .. } => {
            let (thumbnail, picture) = pictures::of_preview(&image);
            News::Decoded { id, thumbnail, picture }
        }
        Event::Looked { page } => News::Looked(page),
        Event::Done { index, pages } => News::Done { file: files.get(index).cloned().unwrap_or_default(), pages },
    }
}

#[cfg(test)]
mod tests {
    use precheck::text::Reader;

    use super::*;

    #[test]
    fn a_new_photo_comes_before_what_waits_and_clients_come_last() {
        let (sender, jobs) = channel();
        let ask = |name: &str, count: usize, rank: Rank| {
            let files = (0..count).map(|i| PathBuf::from(format!("{name}{i}"))).collect();
            sender.send(Job::Examine(Examination { files, stop: Stop::default(), rank })).unwrap();
        };
        let few = FILES_PER_CORE * thread::available_parallelism().map_or(1, NonZero::get);
        ask("client", 2, Rank::Clients);
        ask("photo", 2 * few + 1, Rank::Usual);
        let mut waiting = VecDeque::new();
        let mut next = || {
            let files = next_job(&jobs, &mut waiting).unwrap().files;
            (files[0].to_string_lossy().into_owned(), files.len())
        };
        assert_eq!(next(), ("photo0".to_owned(), few));
        ask("again", 1, Rank::Now);
        ask("more", 1, Rank::Usual);
        assert_eq!(next(), ("again0".to_owned(), 1));
        assert_eq!(next(), (format!("photo{few}"), few));
        assert_eq!(next(), (format!("photo{}", 2 * few), 1));
        assert_eq!(next(), ("more0".to_owned(), 1));
        assert_eq!(next(), ("client0".to_owned(), 2));
    }

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
    fn a_window_that_closes_while_it_works_ends_the_work() {
        let mut worker = Worker::start(Assets::find(), || ());
        let page = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/ready/passport.jpg"));
        worker.examine(vec![page; 2000]); // an hour of work
        while !matches!(worker.wait(), Some(News::Started(_)) | None) {}
        drop(worker); // waits for the thread
    }

    #[test]
    fn the_second_reader_that_was_lost_is_no_longer_said_to_work() {
        let works = |reader| ReaderState { reader, state: Ok("5.5".to_owned()) };
        let mut states = vec![works(Reader::Ppocr), works(Reader::Tesseract)];
        second_is_lost(&mut states);
        assert!(states[0].state.is_ok() && states[1].state.is_err());
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
