//! Many clients with a reader that only counts.

use std::cell::RefCell;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::UNIX_EPOCH;

use image::ExtendedColorType;

use super::*;
use crate::assets::Assets;
use crate::batch::cache::{Identity, Seen};
use crate::batch::folders::{assign, listing};
use crate::batch::tests::lexicon;
use crate::batch::{Roster, read};
use crate::fields::FieldLexicon;
use crate::pixels::Pyramid;
use crate::set::judge;
use crate::testing;
use crate::text::{Hint, ReadError, Reader, Readers, TextReader, Transcript};

/// Counts the pages that it reads, and raises a flag after so many.
struct Counter {
    read: AtomicUsize,
    stop: Stop,
    last: usize,
}

impl TextReader for Counter {
    fn reader(&self) -> Reader {
        Reader::Ppocr
    }

    fn read(&self, _: &Pyramid<'_>, hint: Hint<'_>) -> Result<Transcript, ReadError> {
        if matches!(hint, Hint::Page(_)) && self.read.fetch_add(1, Ordering::SeqCst) + 1 == self.last {
            self.stop.stop();
        }
        Ok(Transcript { rotation_confidence: 1.0, ..Transcript::default() })
    }
}

/// An office: a list and a folder for each client, which are removed at the end.
struct Office {
    folder: PathBuf,
    roster: Roster,
}

impl Office {
    /// So many clients with two pictures each.
    fn new(name: &str, clients: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("precheck-batch-{name}-{}", std::process::id()));
        let mut list = "Client ID,Name\n".to_owned();
        for client in 0..clients {
            let own = folder.join("clients").join(format!("{:04}", 1000 + client));
            fs::create_dir_all(&own).unwrap();
            for (page, shade) in [("a.png", 0), ("b.png", 90)] {
                let color = [shade + (client / 60) as u8, (client % 60) as u8, 7];
                picture(&own.join(page), color);
            }
            let name = ["Soto", "Vega", "Nowak"][client % 3];
            list.extend([&(1000 + client).to_string(), ",Ana Ruiz ", name, "\n"]);
        }
        Self { folder, roster: read(list.as_bytes(), lexicon(), testing::today()).unwrap() }
    }

    fn clients(&self) -> PathBuf {
        self.folder.join("clients")
    }

    fn tasks(&self) -> Vec<Task> {
        let listing = listing::list(&self.clients(), Path::new("no-list"));
        let folders = assign(&self.roster.clients, &listing.paths, lexicon());
        tasks(&self.roster.clients, &folders, &self.clients())
    }

    fn cache(&self, version: &str) -> Cache {
        Cache::open(&self.folder.join("cache"), Identity::of(&[], &[version.to_owned()]), UNIX_EPOCH).unwrap()
    }

    /// Runs the batch. Says which clients were done, and how many pages were read.
    fn run(&self, cache: Option<&Cache>, last: usize) -> (Vec<usize>, usize) {
        let stop = Stop::default();
        let counter = Arc::new(Counter { read: AtomicUsize::new(0), stop: stop.clone(), last });
        let mut engine = Engine::new(Readers::none(), FieldLexicon::load(&Assets::find()).unwrap());
        engine.reader = Some(Arc::clone(&counter) as Arc<dyn TextReader>);
        engine.jobs = 2;
        let (tasks, files, done) = (self.tasks(), AtomicUsize::new(0), RefCell::new(Vec::new()));
        let count = || {
            files.fetch_add(1, Ordering::SeqCst);
        };
        let work = Batch { engine: &engine, cache, stop: &stop };
        let ran = work.run(&self.roster.clients, &tasks, &count, |task, set, _| {
            assert_eq!(set.pages.len(), task.files.len());
            assert!(set.pages.iter().zip(&task.files).all(|(page, file)| page.id.file == *file));
            done.borrow_mut().push(task.client);
            Ok::<(), ()>(())
        });
        let ran = ran.unwrap();
        assert!(ran.not_kept.is_none());
        let done = done.into_inner();
        assert_eq!(done.len(), ran.done);
        if ran.done == tasks.len() {
            assert_eq!(files.into_inner(), tasks.iter().map(|task| task.files.len()).sum::<usize>());
        }
        (done, counter.read.load(Ordering::SeqCst))
    }
}

/// Writes a picture of one color.
fn picture(path: &Path, color: [u8; 3]) {
    image::save_buffer(path, &color.repeat(24 * 16), 24, 16, ExtendedColorType::Rgb8).unwrap();
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn every_client_comes_once_in_order_and_the_second_run_reads_nothing() {
    let office = Office::new("twice", 100);
    let cache = office.cache("one");
    let all: Vec<usize> = (0..100).collect();
    assert_eq!(office.run(Some(&cache), 0), (all.clone(), 200));
    assert_eq!(office.run(Some(&cache), 0), (all.clone(), 0));
    assert_eq!(office.run(None, 0), (all.clone(), 200), "without a cache nothing is used");

    let changed = office.clients().join("1007/b.png");
    picture(&changed, [200; 3]);
    fs::rename(office.clients().join("1008/a.png"), office.clients().join("1008/c.png")).unwrap();
    assert_eq!(office.run(Some(&cache), 0), (all.clone(), 1), "one is new, one has another name");
    assert_eq!(office.run(Some(&office.cache("two")), 0), (all, 200), "another version");
}

#[test]
fn a_stop_leaves_whole_clients_and_the_next_run_goes_on_from_there() {
    let office = Office::new("stopped", 12);
    let cache = office.cache("one");
    let (done, read) = office.run(Some(&cache), 13);
    assert!((1..12).contains(&done.len()), "{done:?}");
    assert_eq!(done, (0..done.len()).collect::<Vec<_>>());
    let (all, rest) = office.run(Some(&cache), 0);
    assert_eq!(all.len(), 12);
    assert!(rest >= 24 - read && rest <= 24 - 2 * done.len(), "{rest} after {read}");
}

#[test]
fn a_changed_record_is_judged_again_without_reading() {
    let office = Office::new("judged", 1);
    let cache = office.cache("one");
    office.run(Some(&cache), 0);
    let key = cache.key(&office.tasks()[0].files[0], &Seen::default()).unwrap();
    let pages = cache.get(&key, &office.tasks()[0].files[0]).unwrap();
    let set = DocumentSet { pages };
    for record in [testing::record(), crate::record::Record::default()] {
        assert_eq!(judge(&set, &record, &testing::rules(), testing::today()).pages.len(), 1);
    }
    assert_eq!(office.run(Some(&cache), 0).1, 0);
}

#[test]
fn people_of_one_row_share_a_folder_and_it_is_read_once() {
    let mut office = Office::new("joint", 1);
    let list =
        "ID,First Name,Last Name,SSN,First Name,Last Name,SSN\n1000,Ada,Reyes,911-80-4003,Leo,Reyes,911-80-4004\n";
    office.roster = read(list.as_bytes(), lexicon(), testing::today()).unwrap();
    assert_eq!(office.roster.clients.len(), 2);
    assert_eq!(office.run(None, 0), (vec![0, 1], 2));
}

#[test]
fn what_is_no_document_and_what_is_unclear_is_left_out() {
    let office = Office::new("left-out", 2);
    let own = office.clients().join("1000");
    fs::write(own.join("record.json"), "{}").unwrap();
    fs::create_dir_all(own.join("1001")).unwrap();
    fs::copy(own.join("a.png"), own.join("1001/a.png")).unwrap();
    let tasks = office.tasks();
    assert_eq!(tasks.iter().map(|task| task.files.len()).collect::<Vec<_>>(), [2, 2]);
}

/// Memory that this process has in use, in bytes.
#[cfg(target_os = "linux")]
fn resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    1024 * line.trim().trim_end_matches(" kB").parse::<u64>().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes without optimization"]
fn ten_thousand_files_need_no_more_memory_than_a_thousand() {
    let office = Office::new("many", 5400);
    let counter = Arc::new(Counter { read: AtomicUsize::new(0), stop: Stop::default(), last: 0 });
    let mut engine = Engine::new(Readers::none(), FieldLexicon::load(&Assets::find()).unwrap());
    engine.reader = Some(Arc::clone(&counter) as Arc<dyn TextReader>);
    engine.jobs = 2;
    let (tasks, stop, mut at) = (office.tasks(), Stop::default(), Vec::new());
    let work = Batch { engine: &engine, cache: None, stop: &stop };
    let ran = work.run(&office.roster.clients, &tasks, &|| (), |task, _, _| {
        at.extend((task.client % 500 == 499).then(resident));
        Ok::<(), ()>(())
    });
    // a folder that is called as a year is nobody's
    assert_eq!((ran.unwrap().done, counter.read.load(Ordering::SeqCst)), (tasks.len(), 2 * tasks.len()));
    assert_eq!(tasks.len(), 5400 - 200);
    let (first, last) = (at[0], at[at.len() - 1]);
    assert!(last < first + (16 << 20), "{at:?}");
}
