//! The only access to threads and files. The window sends jobs and picks up news; it never waits.
//!
//! There are three threads: one owns the engine and examines; one answers small requests about files (the contents of a
//! folder, a page at full resolution); and one runs a system dialog while it is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use eframe::egui::ColorImage;
use image::{RgbImage, imageops};
use precheck::addresses::AddressLexicon;
use precheck::assets::{AssetError, Assets};
use precheck::engine::{Engine, Event, Stop};
use precheck::examined::PageRecord;
use precheck::fields::FieldLexicon;
use precheck::geometry::{Region, Size, Turn};
use precheck::intake::{self, Limits};
use precheck::names::NameLexicon;
use precheck::page::PageId;
use precheck::pixels;
use precheck::record::{self, Record};
use precheck::requirements::Requirements;
use precheck::text::{ReaderState, Readers};

use crate::saving;
use crate::state::crop_around;

/// Longest side of the picture that is shown until a person zooms in, in pixels. Every OpenGL supports 2048.
pub const PICTURE_SIDE: u32 = 1600;
/// Longest side of the small picture in the list, in pixels: more than twice its size in points, for high-density
/// screens.
const THUMBNAIL_SIDE: u32 = 144;

/// Longest side of a place cut out of a page, in pixels: more than a panel is wide.
const CROP_SIDE: u32 = 1200;

/// Name of the file that is offered for a report.
const REPORT_NAME: &str = "precheck.html";

/// News from the threads to the window.
pub enum News {
    /// The rules were loaded, or why not.
    Rules(Box<Result<RuleBook, AssetError>>),
    /// Which readers work here.
    Readers(Vec<ReaderState>),
    /// Files found under the named paths.
    Found(Vec<PathBuf>),
    /// A file is being opened.
    Started(PathBuf),
    /// A page was decoded.
    Decoded {
        /// Which page.
        id: PageId,
        /// Small picture for the list.
        thumbnail: ColorImage,
        /// Picture of at most [`PICTURE_SIDE`].
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
    Walk(Vec<PathBuf>),
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
        let reporter = Reporter { news: news_in, wake: Arc::new(wake) };
        let for_examiner = reporter.clone();
        let examiner = Some(thread::spawn(move || examine_jobs(&assets, &jobs_out, &for_examiner)));
        let for_clerk = reporter.clone();
        thread::spawn(move || answer_questions(&questions_out, &for_clerk));
        Self { jobs, questions, news, reporter, stops: Vec::new(), examiner }
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

    /// Asks which files are under these paths; answered by [`News::Found`].
    pub fn walk(&self, paths: Vec<PathBuf>) {
        let _ = self.questions.send(Question::Walk(paths));
    }

    /// Asks for a page with a longest side of at most `side` pixels; answered by [`News::Loaded`].
    pub fn load(&self, id: PageId, side: u32) {
        let _ = self.questions.send(Question::Load(id, side));
    }

    /// Asks for places of a page, turned upright; answered by [`News::Cropped`].
    pub fn crop(&self, id: PageId, regions: Vec<Region>, turn: Turn) {
        let _ = self.questions.send(Question::Crop(id, regions, turn));
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
    engine.preview_side = Some(PICTURE_SIDE);
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
            let thumbnail = color_image(&pixels::thumbnail(&image, THUMBNAIL_SIDE));
            News::Decoded { id, thumbnail, picture: color_image(&image) }
        }
        Event::Done { index, pages } => News::Done { file: files.get(index).cloned().unwrap_or_default(), pages },
    }
}

fn answer_questions(questions: &Receiver<Question>, reporter: &Reporter) {
    for question in questions {
        reporter.tell(match question {
            Question::Walk(paths) => News::Found(intake::walk(&paths).files),
            Question::Load(id, side) => {
                let picture = load(&id, side);
                News::Loaded { id, side, picture }
            }
            Question::Crop(id, regions, turn) => {
                let pictures = crops(&id, &regions, &turn);
                News::Cropped { id, pictures }
            }
        });
    }
}

/// A page at a size that fits a texture.
fn load(id: &PageId, side: u32) -> Option<ColorImage> {
    decoded(id).map(|page| color_image(&pixels::thumbnail(&page, side)))
}

/// A page at full resolution. A panic in a decoder costs the picture, not the thread.
fn decoded(id: &PageId) -> Option<RgbImage> {
    let decode = || intake::open(&id.file, &Limits::default()).and_then(|document| document.page(id.page)).ok();
    std::panic::catch_unwind(decode).ok().flatten().map(|page| page.rgb)
}

/// Places of the upright page, cut out upright with some margin.
fn crops(id: &PageId, regions: &[Region], turn: &Turn) -> Vec<(Region, ColorImage)> {
    let Some(page) = decoded(id) else { return Vec::new() };
    let cut = |region: &Region| {
        let upright = turn.rotation.turned(Size::new(page.width(), page.height()));
        let part = turn.region_to_page(crop_around(*region, upright));
        let (width, height) = (part.width as u32, part.height as u32);
        if width == 0 || height == 0 {
            return None;
        }
        let part = imageops::crop_imm(&page, part.left as u32, part.top as u32, width, height).to_image();
        let upright = pixels::turned(&part, turn.rotation).unwrap_or(part);
        Some((*region, color_image(&pixels::thumbnail(&upright, CROP_SIDE))))
    };
    regions.iter().filter_map(cut).collect()
}

fn color_image(image: &RgbImage) -> ColorImage {
    ColorImage::from_rgb([image.width() as usize, image.height() as usize], image.as_raw())
}

#[cfg(test)]
mod tests {
    use precheck::geometry::Rotation;

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

    #[test]
    fn places_are_cut_out_upright_and_never_leave_the_page() {
        let folder = std::env::temp_dir().join(format!("precheck-crops-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("page.png");
        RgbImage::from_fn(200, 100, |x, _| image::Rgb([x as u8, 0, 0])).save(&file).unwrap();
        let id = PageId { file, page: 1 };
        let (inside, beyond) = (Region::new(40.0, 50.0, 20.0, 60.0), Region::new(40.0, 900.0, 20.0, 60.0));
        let turn = Turn { rotation: Rotation::Cw90, confidence: 1.0, given: Size::new(200, 100) };
        let found = crops(&id, &[inside, beyond, Region::default()], &turn);
        std::fs::remove_dir_all(&folder).unwrap();
        let [(region, picture)] = found.as_slice() else { panic!("{} places", found.len()) };
        assert_eq!(*region, inside);
        // 7 pixels of margin on each side, then a quarter turn clockwise: the left side becomes the top
        assert_eq!(picture.size, [34, 74]);
        assert_eq!(picture.pixels[0].r(), 43);
    }
}
