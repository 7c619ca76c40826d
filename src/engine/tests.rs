//! The engine with readers that are none: order, threads, stopping, and panics wherever others' code runs.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use image::{ImageFormat, Rgb, RgbImage};

use super::*;
use crate::geometry::{Quad, Region};
use crate::pixels::Pyramid;
use crate::report::{self, Judged, Options};
use crate::testing;
use crate::text::{Hint, ReadError, Reader, Reading, Transcript};
use crate::words::{Language, Words};

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-engine-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Pictures that differ in size, and so in the time that they take; the first is the largest.
    fn pictures(&self, count: u32) -> Vec<PathBuf> {
        let picture = |n: u32| {
            let path = self.0.join(format!("{n:03}.png"));
            let side = if n == 0 { 900 } else { 40 + n };
            RgbImage::from_fn(side, side, |x, y| Rgb([((x / 7 + y / 5) % 2 * 200) as u8; 3])).save(&path).unwrap();
            path
        };
        (0..count).map(picture).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Does what a test wants when a picture is to be read.
struct Fake<F>(F);

impl<F: Fn(&RgbImage) -> Result<Transcript, ReadError> + Send + Sync> TextReader for Fake<F> {
    fn reader(&self) -> Reader {
        Reader::Ppocr
    }

    fn read(&self, picture: &Pyramid<'_>, _: Hint<'_>) -> Result<Transcript, ReadError> {
        (self.0)(picture.full())
    }
}

/// Keeps the thread busy for some milliseconds a unit.
fn work(units: u32) {
    let sum = (0..units * 2_000_000).fold(1_u32, |sum, n| std::hint::black_box(sum ^ n).rotate_left(3));
    std::hint::black_box(sum);
}

/// One line, which says how wide the picture is.
fn width_line(image: &RgbImage) -> Transcript {
    let region = Region::new(2.0, 2.0, 30.0, 10.0);
    let text = format!("WIDTH {}", image.width());
    let outline = Quad::from(region);
    let (letters, reader) = (Vec::new(), Reader::Ppocr);
    let line = Reading { text, region, outline, confidence: 0.9, weakest: 0.9, letters, reader };
    Transcript { rotation_confidence: 1.0, lines: vec![line], ..Transcript::default() }
}

fn engine(jobs: usize, read: impl Fn(&RgbImage) -> Result<Transcript, ReadError> + Send + Sync + 'static) -> Engine {
    let lexicon = FieldLexicon::load(&Assets::find()).unwrap();
    let mut engine = Engine::new(Readers::none(), lexicon);
    engine.reader = Some(Arc::new(Fake(read)));
    engine.jobs = jobs;
    engine
}

fn names(set: &DocumentSet) -> Vec<String> {
    set.pages.iter().map(|p| format!("{} {}", p.id.file.file_name().unwrap().display(), p.id.page)).collect()
}

#[test]
fn pages_come_in_input_order_with_eight_threads() {
    let folder = Folder::new("order");
    let files = folder.pictures(40);
    let busy = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let seen = Arc::clone(&busy);
    let engine = engine(8, move |image| {
        let now = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
        seen.1.fetch_max(now, Ordering::SeqCst);
        work(image.width() % 3);
        seen.0.fetch_sub(1, Ordering::SeqCst);
        Ok(width_line(image))
    });
    let done = Mutex::new(Vec::new());
    let set = engine.examine_all(&files, &Stop::default(), &|event| {
        if let Event::Done { index, pages } = event {
            locked(&done).push((index, pages.len()));
        }
    });
    let wanted: Vec<String> = (0..40).map(|n| format!("{n:03}.png 1")).collect();
    assert_eq!(names(&set), wanted);
    for (n, page) in set.pages.iter().enumerate() {
        let side = if n == 0 { 900 } else { 40 + n };
        assert_eq!(page.examined().unwrap().lines[0].text, format!("WIDTH {side}"));
    }
    let mut done = locked(&done).clone();
    done.sort_unstable();
    assert_eq!(done, (0..40).map(|n| (n, 1)).collect::<Vec<_>>(), "each file is told once");
    assert!((2..=8).contains(&busy.1.load(Ordering::SeqCst)), "{busy:?}");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = Folder::new("same");
    let files = folder.pictures(12);
    let words = Words::load(&Assets::find(), Language::English).unwrap();
    let run = |jobs| {
        let set = engine(jobs, |image| Ok(width_line(image))).examine_all(&files, &Stop::default(), &|_| ());
        let report = crate::set::judge(&set, &testing::record(), &testing::rules(), testing::today());
        report::json_lines(Judged { set: &set, report: &report }, Options { words: &words, timings: false })
    };
    let one = run(1);
    assert_eq!(one, run(8));
    assert_eq!(one, run(3));
}

#[test]
fn a_stop_in_the_middle_of_a_page_ends_it_and_all_after_it() {
    let folder = Folder::new("stop");
    let files = folder.pictures(9);
    let stop = Stop::default();
    let raised = stop.clone();
    let engine = engine(1, move |image| {
        if image.width() == 43 {
            raised.stop(); // while the fourth page is read
        }
        Ok(width_line(image))
    });
    let done = AtomicUsize::new(0);
    let set = engine.examine_all(&files, &stop, &|event| {
        if matches!(event, Event::Done { .. }) {
            done.fetch_add(1, Ordering::SeqCst);
        }
    });
    let stopped: Vec<bool> = set.pages.iter().map(|p| matches!(p.outcome, Err(FileError::Stopped))).collect();
    assert_eq!(stopped, [vec![false; 3], vec![true; 6]].concat());
    assert_eq!(done.into_inner(), 9, "whoever watches hears of every file");
}

#[test]
fn a_reader_that_panics_costs_one_page() {
    let folder = Folder::new("panic");
    let files = folder.pictures(6);
    let engine = engine(3, |image| {
        assert!(image.width() != 42, "ZUMBADO");
        Ok(width_line(image))
    });
    let set = engine.examine_all(&files, &Stop::default(), &|_| ());
    let failed: Vec<usize> = (0..6).filter(|n| set.pages[*n].outcome.is_err()).collect();
    assert_eq!(failed, [2]);
    let error = set.pages[2].outcome.as_ref().unwrap_err();
    assert_eq!(error.code(), "internal");
    assert!(!error.to_string().contains("ZUMBADO"), "nothing of what was read goes into a message");
}

#[test]
fn a_reader_that_fails_leaves_the_page_examined_without_its_print() {
    let folder = Folder::new("fails");
    let files = folder.pictures(2);
    let engine = engine(1, |_| Err(ReadError::Failed("no".to_owned())));
    for page in engine.examine_all(&files, &Stop::default(), &|_| ()).pages {
        assert!(page.examined().unwrap().lines.is_empty());
    }
}

#[test]
fn a_file_that_panics_in_its_decoder_costs_one_file() {
    let folder = Folder::new("decoder");
    let files = folder.pictures(5);
    let mut engine = engine(2, |image| Ok(width_line(image)));
    engine.open = |path, limits| {
        assert!(!path.ends_with("003.png"), "the decoder gave up");
        intake::open(path, limits)
    };
    let set = engine.examine_all(&files, &Stop::default(), &|_| ());
    let codes: Vec<Option<&str>> = set.pages.iter().map(|p| p.outcome.as_ref().err().map(FileError::code)).collect();
    assert_eq!(codes, [None, None, None, Some("internal"), None]);
}

/// A PDF of so many pages, each a little wider than the one before, without any library.
fn pdf(pages: usize) -> Vec<u8> {
    let kids = (0..pages).map(|n| format!("{} 0 R", n + 3)).collect::<Vec<_>>().join(" ");
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"),
    ];
    objects.extend(
        (0..pages).map(|n| format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} 36] /Resources << >> >>", 48 + n)),
    );
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for at in &offsets {
        file.extend(format!("{at:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.extend(trailer.bytes());
    file
}

#[test]
fn the_pages_of_one_long_file_are_shared_by_all_threads_and_stay_in_order() {
    let folder = Folder::new("pdf");
    let (long, after) = (folder.0.join("long.pdf"), folder.0.join("z.png"));
    fs::write(&long, pdf(40)).unwrap();
    RgbImage::new(40, 40).save_with_format(&after, ImageFormat::Png).unwrap();
    let threads = Arc::new(Mutex::new(std::collections::HashSet::new()));
    let seen = Arc::clone(&threads);
    let engine = engine(4, move |image| {
        locked(&seen).insert(std::thread::current().id());
        work(3);
        Ok(width_line(image))
    });
    let done = Mutex::new(Vec::new());
    let set = engine.examine_all(&[long, after], &Stop::default(), &|event| {
        if let Event::Done { index, pages } = event {
            locked(&done).push((index, pages.len()));
        }
    });
    let mut wanted: Vec<String> = (1..=40).map(|n| format!("long.pdf {n}")).collect();
    wanted.push("z.png 1".to_owned());
    assert_eq!(names(&set), wanted);
    let widths: Vec<u32> = set.pages[..40].iter().map(|p| p.examined().unwrap().size.width).collect();
    assert!(widths.is_sorted_by(|a, b| a < b), "{widths:?}");
    assert!(locked(&threads).len() >= 2, "one file keeps more than one thread busy");
    let mut done = locked(&done).clone();
    done.sort_unstable();
    assert_eq!(done, [(0, 40), (1, 1)]);
}

#[test]
fn ten_thousand_small_files_come_back_whole_and_in_order() {
    const COUNT: usize = 10_000;
    let folder = Folder::new("many");
    let first = folder.pictures(2).remove(1);
    let files: Vec<PathBuf> = (0..COUNT).map(|n| folder.0.join(format!("{n:05}.png"))).collect();
    for file in &files {
        fs::hard_link(&first, file).unwrap();
    }
    let done = AtomicUsize::new(0);
    let engine = engine(2, |image| Ok(width_line(image)));
    let set = engine.examine_all(&files, &Stop::default(), &|event| {
        done.fetch_add(usize::from(matches!(event, Event::Done { .. })), Ordering::Relaxed);
    });
    assert_eq!((set.pages.len(), done.into_inner()), (COUNT, COUNT));
    assert!(set.pages.iter().zip(&files).all(|(page, file)| page.id.file == *file && page.examined().is_some()));
}
