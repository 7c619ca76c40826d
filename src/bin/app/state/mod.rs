//! Everything that the window shows. Nothing here draws, waits, or touches a file: events and commands change the
//! state, and panels read it.

mod answer;
mod apply;
mod by_hand;
mod call;
mod clients;
mod crops;
mod dates;
mod entry;
mod fates;
mod first_look;
mod form;
mod headline;
mod naming;
mod overlay;
mod parts;
mod queue;
mod remark;
mod removal;
mod retake;
mod shown;
mod typing;
mod view;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use precheck::checks::{Finding, PageReport, Report, Rules};
use precheck::error::FileError;
use precheck::examined::{DocumentSet, PageRecord};
use precheck::geometry::Rotation;
use precheck::page::PageId;
use precheck::record::Record;
use precheck::set::judge;
use precheck::text::ReaderState;
use precheck::words::Words;

use crate::clients::Clients;
use crate::review::Review;
use crate::settings::Settings;

pub use answer::Answer;
pub use by_hand::differing;
pub use crops::{Readability, crop_around, hard_to_read, readability};
pub use entry::{PageEntry, PageState, Stage};
pub use form::{RecordBox, RecordForm};
pub use naming::{elided, file_name, file_name_of, slot_key};
pub use overlay::{Overlay, covers, finding_at};
pub use parts::{GoTo, Part, Tab};
pub use queue::{Filter, Queue, Status};
pub use remark::Remark;
pub use retake::Change;
pub use view::{Magnifier, ShownSize, Spot, View};

/// A folder that may be that of many clients.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What a person named.
    pub paths: Vec<PathBuf>,
    /// Who may be in it.
    pub clients: Clients,
    /// What was decided about them in earlier runs; `None` if that cannot be read, and must not be replaced.
    pub review: Option<Review>,
}

/// Everything the window shows.
pub struct State {
    /// The sentences of the language that is spoken.
    pub words: Words,
    /// What the window remembers of itself.
    pub settings: Settings,
    /// The day for which the set is judged.
    pub today: Date,
    /// The list of pages, in the order in which files were added.
    pub pages: Vec<PageEntry>,
    /// The pages looked at so far, in the order of the list.
    pub set: DocumentSet,
    /// What was found; `None` until the rules are loaded.
    pub report: Option<Report>,
    /// The page shown large.
    pub selected: Option<PageId>,
    /// The record as it is typed.
    pub form: RecordForm,
    /// The record, as far as it can be understood.
    pub record: Record,
    /// The readers of this computer; `None` while they are looked for.
    pub readers: Option<Vec<ReaderState>>,
    /// How the shown page is magnified.
    pub view: View,
    /// The magnifier over the page.
    pub magnifier: Magnifier,
    /// The layers that are drawn over it, if a page has them.
    pub overlays: BTreeSet<Overlay>,
    /// The finding that is pointed out on the shown page.
    pub pointed_out: Option<Finding>,
    /// Where the panels beside the page scroll to in the next frame.
    pub go_to: Option<GoTo>,
    /// The part of the window to which a key led last.
    pub part: Part,
    /// What the panel on the right shows.
    pub tab: Tab,
    /// Whether only the sentence of the answer is shown.
    pub answer_folded: bool,
    /// Whether the list of keys is shown.
    pub help_open: bool,
    /// An error that does not concern a page.
    pub notice: Option<String>,
    /// What was just done.
    pub remark: Option<Remark>,
    /// What is told as just done, and since when, in seconds.
    remarked: Option<(Remark, f64)>,
    /// Files that can come back, the last one last.
    removed: Vec<removal::Removal>,
    /// The person who was there before.
    before: Option<removal::Before>,
    /// What was typed and does not count yet.
    typing: typing::Typing,
    /// The clients of a preparer, where a folder of many was opened.
    pub queue: Option<Queue>,
    /// A folder of which it is asked whether it is that of many clients.
    pub offer: Option<Offer>,
    /// The reason that is being typed, while it is asked why a name is fine.
    pub why: Option<String>,
    /// What was known of the client whose pages are shown, when they were shown.
    opened: Record,
    /// What became of files.
    fates: HashMap<PathBuf, fates::Fate>,
    /// How often each file is still to be looked at: one may be replaced while it is.
    awaited: HashMap<PathBuf, usize>,
    /// The page that is shown again as soon as it is there.
    returning: Option<PageId>,
    /// Place in `set` of each page that is done.
    places: HashMap<PageId, usize>,
    /// A name that is being typed for the shown page.
    pub naming: String,
    /// Names that were typed instead of those that were read.
    by_hand: Vec<by_hand::ByHand>,
    /// What is wrong with pictures at first sight, before they are read; `None` for those with which nothing is.
    first_looks: HashMap<PageId, Option<&'static str>>,
    /// How much a person turned pages.
    turned: HashMap<PageId, Rotation>,
    /// Whether something changed since the report was made.
    stale: bool,
}

impl State {
    /// An empty window.
    pub fn new(words: Words, today: Date, record: Option<Record>) -> Self {
        let form = RecordForm::of(&record.unwrap_or_default(), &words);
        Self {
            words,
            settings: Settings::default(),
            today,
            pages: Vec::new(),
            set: DocumentSet::default(),
            report: None,
            selected: None,
            record: form.record(),
            form,
            readers: None,
            view: View::default(),
            magnifier: Magnifier::Away,
            naming: String::new(),
            by_hand: Vec::new(),
            first_looks: HashMap::new(),
            turned: HashMap::new(),
            overlays: BTreeSet::from([Overlay::Findings, Overlay::Outlines]),
            pointed_out: None,
            go_to: None,
            part: Part::Right,
            tab: Tab::Page,
            answer_folded: false,
            help_open: false,
            notice: None,
            remark: None,
            remarked: None,
            removed: Vec::new(),
            before: None,
            typing: typing::Typing::Settled,
            queue: None,
            offer: None,
            why: None,
            opened: Record::default(),
            fates: HashMap::new(),
            awaited: HashMap::new(),
            returning: None,
            places: HashMap::new(),
            stale: true,
        }
    }

    /// Puts files on the list; files that are on it already will be examined again. Selects the first page if none was
    /// selected.
    pub fn add_files(&mut self, files: &[PathBuf]) {
        for file in files {
            self.take_results_off(file);
            self.await_file(file);
            let first = PageEntry { id: PageId { file: file.clone(), page: 1 }, stage: Stage::Waiting };
            let at = self.pages.iter().position(|entry| entry.id.file == *file).unwrap_or(self.pages.len());
            self.pages.retain(|entry| entry.id.file != *file);
            self.pages.insert(at, first);
        }
        self.refresh();
    }

    /// A file is being opened.
    pub fn started(&mut self, file: &Path) {
        for entry in self.pages.iter_mut().filter(|entry| entry.id.file == file) {
            entry.stage = Stage::Working;
        }
    }

    /// A page was decoded; pages of a file come in order. Tells whether its file is still on the list.
    pub fn decoded(&mut self, id: &PageId) -> bool {
        let last = self.pages.iter().rposition(|entry| entry.id.file == id.file);
        let Some(last) = last else { return false };
        if self.pages[last].id.page < id.page {
            self.pages.insert(last + 1, PageEntry { id: id.clone(), stage: Stage::Working });
        }
        true
    }

    /// A file is done. What is known of a file that has to be looked at once more is not heard.
    pub fn done(&mut self, file: &Path, pages: Vec<PageRecord>) {
        if !self.was_last(file) {
            return;
        }
        let Some(at) = self.pages.iter().position(|entry| entry.id.file == file) else { return };
        self.take_results_off(file);
        let before = self.pages[..at].iter().filter(|entry| entry.stage == Stage::Done).count();
        self.pages.retain(|entry| entry.id.file != file);
        let entry = |page: &PageRecord| PageEntry { id: page.id.clone(), stage: Stage::Done };
        self.pages.splice(at..at, pages.iter().map(entry));
        self.set.pages.splice(before..before, pages);
        self.return_to_page(file);
        self.tell_change(file);
        self.refresh();
    }

    /// Judges the set again if something changed. This takes microseconds per page.
    pub fn judge(&mut self, rules: &Rules) {
        if std::mem::take(&mut self.stale) {
            let mut report = judge(&self.set, &self.record, rules, self.today);
            self.note_names(&mut report);
            self.report = Some(report);
        }
    }

    /// Notes that the rules changed.
    pub fn rules_changed(&mut self) {
        self.forget_changes();
        self.stale = true;
    }

    /// A page and what was found on it, if it is done and judged.
    pub fn judged(&self, id: &PageId) -> Option<(&PageRecord, &PageReport)> {
        let place = *self.places.get(id)?;
        let report = self.report.as_ref()?.pages.get(place)?;
        Some((self.set.pages.get(place)?, report))
    }

    /// The state of a page in one word.
    pub fn page_state(&self, entry: &PageEntry) -> PageState {
        match (entry.stage, self.judged(&entry.id)) {
            (Stage::Waiting, _) => PageState::Waiting,
            (Stage::Done, Some((page, _))) if page.outcome.as_ref().err() == Some(&FileError::Stopped) => {
                PageState::Stopped
            }
            (Stage::Done, Some((_, report))) => PageState::Judged(report.verdict),
            _ => PageState::Working,
        }
    }

    /// Whether pages are still to be looked at.
    pub fn is_working(&self) -> bool {
        self.pages.iter().any(|entry| entry.stage != Stage::Done)
    }

    /// Whether a file is on the list.
    pub fn has(&self, file: &Path) -> bool {
        self.pages.iter().any(|entry| entry.id.file == file)
    }

    /// The files of the list, each once, in order.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = self.pages.iter().map(|entry| entry.id.file.clone()).collect();
        files.dedup();
        files
    }

    fn take_results_off(&mut self, file: &Path) {
        self.set.pages.retain(|page| page.id.file != file);
        self.turned.retain(|id, _| id.file != file);
        self.first_looks.retain(|id, _| id.file != file);
        self.by_hand.retain(|name| name.id.file != file);
        for entry in self.pages.iter_mut().filter(|entry| entry.id.file == file) {
            entry.stage = Stage::Waiting;
        }
    }

    fn refresh(&mut self) {
        self.places = self.set.pages.iter().enumerate().map(|(place, page)| (page.id.clone(), place)).collect();
        let still_there = self.selected_row().is_some();
        if !still_there {
            self.naming.clear();
            self.selected = self.pages.first().map(|entry| entry.id.clone());
        }
        self.report = None;
        self.stale = true;
    }
}
