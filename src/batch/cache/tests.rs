//! What is kept comes back as it was, or not at all.

use super::*;
use crate::error::FileError;
use crate::examined::{Examined, ReadingState};
use crate::page::PageId;
use crate::testing;

/// A folder that is removed at the end, with a cache and a file in it.
struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-cache-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.0.join(name), text).unwrap();
        self.0.join(name)
    }

    fn cache(&self) -> Cache {
        self.cache_of("one")
    }

    fn cache_of(&self, version: &str) -> Cache {
        self.cache_at(version, SystemTime::UNIX_EPOCH)
    }

    fn cache_at(&self, version: &str, started: SystemTime) -> Cache {
        Cache::open(&self.0.join("cache"), Identity::of(&[], &[version.to_owned()]), started).unwrap()
    }

    fn kept(&self, folder: &str) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.0.join("cache").join(folder)).into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Nothing was seen before.
fn none() -> Seen {
    Seen::default()
}

/// A page with something in every part, and one that could not be examined.
fn pages(path: &Path) -> Vec<PageRecord> {
    let mut page = testing::passport();
    page.lines = vec![testing::line("PASAPORTE Ñ"), testing::line("P<UTO")];
    page.quality.covers = Some(vec![(page.lines[0].region, 0.25)]);
    page.quality.stroke_energy = Some([[0.1; 8]; 2]);
    let of = |number, outcome| PageRecord { id: PageId { file: path.to_owned(), page: number }, outcome };
    vec![of(1, Ok(page)), of(2, Err(FileError::TooManyPixels { actual: 130, limit: 120 }))]
}

fn text(pages: &[PageRecord]) -> String {
    format!("{pages:?}")
}

#[test]
fn pages_come_back_as_they_were_under_the_present_path() {
    let home = Home::new("back");
    let (old, new) = (home.file("old.jpg", "picture"), home.file("new.jpg", "picture"));
    let cache = home.cache();
    let key = cache.key(&old, &none()).unwrap();
    assert!(cache.get(&key, &old).is_none());
    cache.put(&key, &old, &pages(&old)).unwrap();
    let again = cache.key(&new, &none()).unwrap();
    assert_eq!(text(&cache.get(&again, &new).unwrap()), text(&pages(&new)));
    assert!(cache.key(&home.0.join("missing.jpg"), &none()).is_none());
}

#[test]
fn another_content_and_another_version_find_nothing() {
    let home = Home::new("version");
    let file = home.file("a.jpg", "picture");
    let cache = home.cache();
    let key = cache.key(&file, &none()).unwrap();
    cache.put(&key, &file, &pages(&file)).unwrap();
    let other = home.cache_of("two");
    assert!(other.get(&other.key(&file, &none()).unwrap(), &file).is_none());
    home.file("a.jpg", "picturE");
    assert!(cache.get(&cache.key(&file, &none()).unwrap(), &file).is_none());
}

#[cfg(unix)]
#[test]
fn a_file_that_nobody_touched_is_not_read_again_and_a_touched_one_is() {
    let home = Home::new("seen");
    let (file, other) = (home.file("a.jpg", "picture"), home.file("b.jpg", "another"));
    let written = file.metadata().unwrap().modified().unwrap();
    let cache = home.cache_at("one", written + std::time::Duration::from_mins(1));
    let key = |file: &Path, seen: &Seen| cache.key(file, seen).unwrap();
    let (first, foreign) = (key(&file, &none()), key(&other, &none()));
    cache.remember(&["1042"], "a", &[&first]).unwrap();
    let mut seen = cache.seen(&["1042"], "a");
    assert_eq!(key(&file, &seen), first);
    seen.0.insert(first.stamp.clone().unwrap(), foreign.hash);
    assert_eq!(key(&file, &seen).hash, foreign.hash, "what was seen is taken without a look into the file");
    assert_eq!(home.cache().key(&file, &seen).unwrap().hash, first.hash, "a file of this moment is read");

    home.file("a.jpg", "picturE");
    File::options().write(true).open(&file).unwrap().set_modified(written).unwrap();
    let changed = key(&file, &seen);
    assert!(changed.hash != first.hash && changed.hash != foreign.hash, "same size, same time, other content");
    assert!(cache.seen(&["1042"], "b").0.is_empty() && cache.seen(&[], "a").0.is_empty());
}

#[test]
fn a_damaged_and_a_renamed_entry_are_none() {
    let home = Home::new("damaged");
    let (file, other) = (home.file("a.jpg", "picture"), home.file("b.jpg", "another"));
    let cache = home.cache();
    let (key, wrong) = (cache.key(&file, &none()).unwrap(), cache.key(&other, &none()).unwrap());
    cache.put(&key, &file, &pages(&file)).unwrap();
    let whole = std::fs::read(cache.entry(&key)).unwrap();
    std::fs::write(cache.entry(&wrong), &whole).unwrap();
    assert!(cache.get(&wrong, &other).is_none(), "it is that of another file");
    for at in [0, 9, 50, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(cache.entry(&key), &bytes).unwrap();
        assert!(cache.get(&key, &file).is_none(), "byte {at}");
    }
    for length in [0, 7, 40, whole.len() - 1] {
        std::fs::write(cache.entry(&key), &whole[..length]).unwrap();
        assert!(cache.get(&key, &file).is_none(), "{length} bytes");
    }
}

#[test]
fn what_another_try_may_change_is_not_kept() {
    let home = Home::new("lasting");
    let file = home.file("a.jpg", "picture");
    let cache = home.cache();
    let key = cache.key(&file, &none()).unwrap();
    let spoiled: [fn(&mut Examined); 2] =
        [|page| page.reading = ReadingState::Failed("late".to_owned()), |page| page.facts.unconfirmed = true];
    for spoil in spoiled {
        let mut pages = pages(&file);
        spoil(pages[0].outcome.as_mut().unwrap());
        cache.put(&key, &file, &pages).unwrap();
    }
    for error in [FileError::Stopped, FileError::Internal(String::new()), FileError::CannotOpen(String::new())] {
        let mut pages = pages(&file);
        pages[1].outcome = Err(error);
        cache.put(&key, &file, &pages).unwrap();
    }
    assert_eq!(home.kept(PAGES), Vec::<PathBuf>::new());
    home.file("a.jpg", "longer than before");
    cache.put(&key, &file, &pages(&file)).unwrap();
    assert_eq!(home.kept(PAGES), Vec::<PathBuf>::new(), "the file changed meanwhile");
}

#[cfg(unix)]
#[test]
fn everything_is_its_owners() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new("owner");
    let file = home.file("a.jpg", "picture");
    let cache = home.cache();
    let key = cache.key(&file, &none()).unwrap();
    cache.put(&key, &file, &pages(&file)).unwrap();
    cache.remember(&["1042"], "a", &[&key]).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    for folder in ["", PAGES, CLIENTS] {
        assert_eq!(mode(&home.0.join("cache").join(folder)), 0o700);
    }
    let kept = [home.kept(PAGES), home.kept(CLIENTS)].concat();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|file| mode(file) == 0o600));
}

#[test]
fn one_client_is_forgotten_and_the_others_stay() {
    let home = Home::new("forget");
    let cache = home.cache();
    for (name, handles) in [("a", ["1042", "Ana Ruiz"]), ("b", ["1043", "Bo Ito"])] {
        let file = home.file(name, name);
        let key = cache.key(&file, &none()).unwrap();
        cache.put(&key, &file, &pages(&file)).unwrap();
        cache.remember(&handles, name, &[&key]).unwrap();
    }
    let folder = home.0.join("cache");
    std::fs::write(folder.join("notes.txt"), "not ours").unwrap();
    assert!(forget_client(&folder, "1044").is_empty());
    assert_eq!(forget_client(&folder, "ana  RUIZ").len(), 2, "the entry and the list");
    assert_eq!((home.kept(PAGES).len(), home.kept(CLIENTS).len()), (1, 3));
    assert!(forget(&folder).iter().all(|(_, outcome)| outcome.is_ok()));
    assert_eq!(files(&folder), ["notes.txt"]);
    assert!(forget(&folder).is_empty());
}

fn files(folder: &Path) -> Vec<String> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_is_a_clients_no_longer_is_removed() {
    let home = Home::new("old");
    let cache = home.cache();
    let (old, new) = (home.file("a", "old"), home.file("b", "new"));
    let keys = [&old, &new].map(|file| cache.key(file, &none()).unwrap());
    for (file, key) in [&old, &new].into_iter().zip(&keys) {
        cache.put(key, file, &pages(file)).unwrap();
    }
    cache.remember(&["1042"], "a", &[&keys[0], &keys[1]]).unwrap();
    cache.remember(&["1042"], "a", &[&keys[1]]).unwrap();
    assert!(cache.get(&keys[0], &old).is_none() && cache.get(&keys[1], &new).is_some());
}
