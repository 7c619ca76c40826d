//! What is done with an input, one function a target. They return nothing and must neither panic nor hang, nor take
//! more memory than their limits say; what else must hold is asserted in them.
//!
//! `tests/kept_inputs.rs` runs the same functions over the inputs in `fuzz/kept/`.

use std::path::Path;
use std::sync::OnceLock;

use jiff::civil::date;
use precheck::assets::Assets;
use precheck::batch::{self, RosterLexicon};
use precheck::checks::CHECKS;
use precheck::codes::{Barcode, Mrz};
use precheck::geometry::Region;
use precheck::intake::{self, Limits};
use precheck::names::{DocumentName, NameLexicon, RecordName, compare};
use precheck::page::Format;
use precheck::record::Record;
use precheck::requirements::Requirements;

/// Small enough that thousands of inputs a second can be tried, and the same rules as everywhere.
const LIMITS: Limits = Limits { file_bytes: 1 << 20, page_pixels: 1_000_000, pages: 20 };

/// Lets panics of decoders pass, which intake turns into errors; one that leaves a function below still ends the run.
pub fn begin() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// The data files of the program, from here and from the folder of the fuzzer.
fn assets() -> Assets {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = if here.join("assets").is_dir() { here.join("assets") } else { here.join("../assets") };
    Assets::at(folder)
}

/// The first pages of a file of one format, decoded.
fn pages(format: Format, bytes: &[u8]) {
    let Ok(document) = intake::from_bytes(Path::new("file"), bytes.to_vec(), &LIMITS) else { return };
    if document.format() != format {
        return;
    }
    assert!((1..=LIMITS.pages).contains(&document.page_count()));
    for number in 1..=document.page_count().min(2) {
        let expected = document.expected_pixels(number);
        assert!(expected <= LIMITS.page_pixels);
        if let Ok(page) = document.page(number) {
            let pixels = u64::from(page.rgb.width()) * u64::from(page.rgb.height());
            assert!((1..=LIMITS.page_pixels).contains(&pixels));
        }
    }
}

/// A photograph, with its EXIF.
pub fn jpeg(bytes: &[u8]) {
    pages(Format::Jpeg, bytes);
}

/// A PNG.
pub fn png(bytes: &[u8]) {
    pages(Format::Png, bytes);
}

/// A scan of one or more pages.
pub fn tiff(bytes: &[u8]) {
    pages(Format::Tiff, bytes);
}

/// A WebP.
pub fn webp(bytes: &[u8]) {
    pages(Format::Webp, bytes);
}

/// A photograph of an iPhone.
pub fn heic(bytes: &[u8]) {
    pages(Format::Heic, bytes);
}

/// A PDF.
pub fn pdf(bytes: &[u8]) {
    pages(Format::Pdf, bytes);
}

/// The lines of a machine readable zone.
pub fn mrz(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.lines().take(4).collect();
    if let Some(zone) = Mrz::from_lines(&lines) {
        assert!(zone.lines.len() <= 3 && zone.lines.iter().all(|line| line.len() <= 44));
        assert!(!zone.valid || zone.failed.is_empty());
    }
}

/// The text of a barcode on a license.
pub fn aamva(bytes: &[u8]) {
    let _ = Barcode::new(String::from_utf8_lossy(bytes).into_owned(), Region::default());
}

/// Two names, a line each: the record's and the document's.
pub fn names(bytes: &[u8]) {
    static LEXICON: OnceLock<NameLexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| NameLexicon::load(&assets()).expect("the lexicon is whole"));
    let text = String::from_utf8_lossy(bytes);
    let (record, document) = text.split_once('\n').unwrap_or((&text, ""));
    let name = RecordName::parse(record);
    let document = match document.split_once('|') {
        Some((given, surname)) => {
            DocumentName::Split { surname: surname.to_owned(), given_names: given.to_owned(), may_be_cut: false }
        }
        None => DocumentName::Line(document.to_owned()),
    };
    let found = compare(lexicon, &name, &document);
    assert!((0.0..=1.0).contains(&found.score));
    assert_eq!(found, compare(lexicon, &name, &document), "the same names, another answer");
}

/// A list of clients: text of any encoding, or a workbook.
pub fn roster(bytes: &[u8]) {
    static LEXICON: OnceLock<RosterLexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| RosterLexicon::load(&assets()).expect("the lexicon is whole"));
    if let Ok(roster) = batch::read(bytes, lexicon, date(2026, 11, 22)) {
        assert_eq!(batch::labels(&roster.clients).len(), roster.clients.len());
    }
}

/// A file of requirements that an office wrote.
pub fn requirements(bytes: &[u8]) {
    let checks: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    let limits: Vec<&str> = CHECKS.iter().flat_map(|check| check.limits).map(|limit| limit.name).collect();
    let _ = Requirements::read(&String::from_utf8_lossy(bytes), &checks, &limits);
}

/// The names and dates on record, as JSON.
pub fn record(bytes: &[u8]) {
    if let Ok(record) = Record::from_json(&String::from_utf8_lossy(bytes)) {
        let text = serde_json::to_string(&record).expect("a record can be written");
        assert_eq!(Record::from_json(&text).as_ref(), Ok(&record));
    }
}
