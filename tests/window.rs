//! The real window on a display in memory: files by arguments and by a drag, details typed, a photo replaced, the language
//! switched, layers by their keys, and everything forgotten. The title tells what the window came to.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]
#![cfg(target_os = "linux")]

mod person;
mod screen;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use person::Person;
use screen::Ended;

const TAB: u32 = 0xff09;
const F2: u32 = 0xffbf;

/// A home and a copy of a sample set, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Self(std::env::temp_dir().join(format!("precheck-window-{name}-{}", std::process::id())));
        std::fs::create_dir_all(place.photos()).unwrap();
        std::fs::create_dir_all(place.0.join("home")).unwrap();
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/five-faults");
        for file in std::fs::read_dir(samples).unwrap().flatten() {
            if file.path().extension().is_some_and(|ending| ending == "jpg") {
                std::fs::copy(file.path(), place.photos().join(file.file_name())).unwrap();
            }
        }
        place
    }

    fn photos(&self) -> PathBuf {
        self.0.join("photos")
    }

    fn of_home(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let home = self.0.join("home");
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env(name, &home);
        }
        command
    }

    fn opens(&self, display: &str, photos: &[&Path]) -> Ended {
        let mut command = self.of_home(env!("CARGO_BIN_EXE_precheck-app"));
        command.args(["--lang", "en", "--today", "2026-11-22"]).args(photos);
        command.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY").env("LIBGL_ALWAYS_SOFTWARE", "1");
        Ended(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// How many things the title says are to be done.
fn things(title: &str) -> usize {
    title.split_once(": ").and_then(|(_, rest)| rest.split(' ').next()?.parse().ok()).unwrap_or(0)
}

#[test]
fn a_person_checks_photos_types_details_takes_one_again_and_is_forgotten() {
    let Some((_server, display)) = screen::server() else { return };
    let place = Place::new("arguments");
    let _window = place.opens(&display, &[&place.photos()]);
    let person = Person::new(&display);
    let first = person.waits_for("the answer", |title| title.starts_with("Not ready yet"));

    // a layer by its key, on and off again
    let look = person.waits_until_still();
    person.types("3");
    let with_layer = person.waits_until_still();
    assert!(with_layer != look, "the layer is drawn");
    person.types("3");
    assert!(person.waits_until_still() == look, "and taken away");

    // somebody else's name, typed into the form
    person.types("r");
    person.waits_for_another_look(&look);
    std::thread::sleep(std::time::Duration::from_secs(2)); // the cursor is in the box now, and blinks
    person.types("zoe");
    person.press(TAB);
    person.press(TAB);
    person.types("quill");
    person.press(TAB);
    let told = person.waits_for("another answer", |title| title.starts_with("Not ready yet") && title != first);
    assert!(things(&told) > things(&first), "{first} -> {told}");

    // the passport is taken again
    let other = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/ready/passport.jpg");
    std::fs::copy(other, place.photos().join("passport.jpg")).unwrap();
    person.waits_for("the work on the new photo", |title| title.contains("checked"));
    person.waits_for("the answer with the new photo", |title| title.starts_with("Not ready yet"));

    // the other language, which is what the window remembers
    person.press(F2);
    person.waits_for("Spanish", |title| title.starts_with("Todavía no está listo"));
    let kept = || walked(&place.0.join("home")).len();
    let start = std::time::Instant::now();
    while kept() == 0 && start.elapsed().as_secs() < 20 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(kept(), 1, "{:?}", walked(&place.0.join("home")));
    let said = std::fs::read_to_string(&walked(&place.0.join("home"))[0]).unwrap().to_lowercase();
    assert!(!said.contains("quill") && !said.contains("passport"), "{said}");
    let forgotten = place.of_home(env!("CARGO_BIN_EXE_precheck")).arg("forget").output().unwrap();
    assert!(forgotten.status.success());
    assert_eq!(walked(&place.0.join("home")), Vec::<PathBuf>::new());
}

#[test]
fn photos_that_are_dragged_over_the_window_are_checked() {
    let Some((_server, display)) = screen::server() else { return };
    let place = Place::new("drag");
    let _window = place.opens(&display, &[]);
    let person = Person::new(&display);
    assert_eq!(person.title(), "precheck");
    let [one, two] = ["cp565.jpg", "electric-bill.jpg"].map(|name| place.photos().join(name));
    person.drags(&[&one, &two]);
    let told = person.waits_for("the answer", |title| title.starts_with("Not ready yet"));
    assert!(things(&told) > 0, "{told}");
}

fn walked(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            files.extend(walked(&entry.path()));
        } else {
            files.push(entry.path());
        }
    }
    files
}
