//! Each stage, and the whole page, at 12 megapixels on one thread.
//!
//! The page is a photograph of `testdata` enlarged to 4032 × 3024. Compare figures only as ratios within one run. The
//! table shows the time of each stage and the memory that it allocates; the decoded page itself takes 36.6 MB.

#![allow(missing_docs, clippy::expect_used, reason = "a bench stops where its data are missing")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use image::imageops::{FilterType, resize};
use precheck::addresses::AddressLexicon;
use precheck::arrangement;
use precheck::assets::Assets;
use precheck::checks::Rules;
use precheck::codes::{self, Rereaders};
use precheck::engine::{Engine, Stop};
use precheck::fields::{self, FieldLexicon};
use precheck::geometry::Size;
use precheck::intake::{self, Limits};
use precheck::names::{DocumentName, NameLexicon, RecordName, compare};
use precheck::outline;
use precheck::page::Page;
use precheck::pixels::Pyramid;
use precheck::quality;
use precheck::record::Record;
use precheck::requirements::Requirements;
use precheck::set::judge;
use precheck::text::{Hint, Readers, Transcript};

#[global_allocator]
static ALLOC: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// The photograph as a file of 12 megapixels, written once.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/ready/passport.jpg");
    let small = image::open(sample).expect("the sample set is there").to_rgb8();
    let large = resize(&small, 4032, 3024, FilterType::CatmullRom);
    let path = std::env::temp_dir().join("precheck-bench-12-megapixels.jpg");
    large.save(&path).expect("the folder for temporary files can be written");
    path
});

static PAGE: LazyLock<Page> =
    LazyLock::new(|| intake::open(&FILE, &Limits::default()).and_then(|d| d.page(1)).expect("the sample opens"));

static READERS: LazyLock<Readers> = LazyLock::new(|| Readers::find(&Assets::find(), None));

static LEXICON: LazyLock<FieldLexicon> =
    LazyLock::new(|| FieldLexicon::load(&Assets::find()).expect("the lexicon is there"));

static TRANSCRIPT: LazyLock<Transcript> = LazyLock::new(|| {
    let reader = READERS.main.as_ref().expect("a reader works here: ./dev setup");
    reader.read(&Pyramid::of(&PAGE.rgb), Hint::Page(&[])).expect("the sample can be read")
});

fn engine(quick: bool) -> Engine {
    let mut engine = Engine::new(READERS.clone(), LEXICON.clone());
    (engine.quick, engine.jobs) = (quick, 1);
    engine
}

#[divan::bench]
fn decode(bencher: Bencher) {
    let file: &Path = &FILE; // writing the file is not part of the measured work
    bencher.bench(|| intake::open(file, &Limits::default()).and_then(|d| d.page(1)).expect("the sample opens"));
}

/// The halved copies that all stages share.
#[divan::bench]
fn copies(bencher: Bencher) {
    bencher.bench(|| Pyramid::of(black_box(&PAGE.rgb)));
}

#[divan::bench]
fn outlines(bencher: Bencher) {
    let copies = Pyramid::of(&PAGE.rgb);
    bencher.bench(|| outline::find(black_box(&copies)));
}

/// What the layout adds once the page is read: panels, languages, the evidence of a translation.
#[divan::bench]
fn panels(bencher: Bencher) {
    let outlines = outline::find(&Pyramid::of(&PAGE.rgb));
    let codes = codes::Codes::default();
    bencher.bench(|| arrangement::arrange(PAGE.size(), black_box(&outlines), Some(&TRANSCRIPT), &codes));
}

#[divan::bench]
fn measure_quality(bencher: Bencher) {
    let copies = Pyramid::of(&PAGE.rgb);
    let outline = outline::find(&copies).quads.first().copied();
    let lines: Vec<_> = TRANSCRIPT.lines.iter().map(|l| l.outline).collect();
    bencher.bench(|| quality::measure(&PAGE, black_box(&copies), outline.as_ref(), &lines));
}

#[divan::bench(sample_count = 5)]
fn read_text(bencher: Bencher) {
    let reader = READERS.main.as_ref().expect("a reader works here: ./dev setup");
    bencher.bench(|| reader.read(&Pyramid::of(&PAGE.rgb), Hint::Page(&[])));
}

/// One line of a machine readable zone by its own recognizer.
#[divan::bench(sample_count = 20)]
fn read_zone_line(bencher: Bencher) {
    let reader = READERS.zone.as_ref().expect("the weights are in the repository");
    let copies = Pyramid::of(&PAGE.rgb);
    let line = TRANSCRIPT.lines.iter().rfind(|line| line.text.contains("<<")).expect("the sample has a zone");
    bencher.bench(|| reader.read_line(&copies, black_box(&line.outline)));
}

#[divan::bench(sample_count = 10)]
fn read_codes(bencher: Bencher) {
    let copies = Pyramid::of(&PAGE.rgb);
    bencher.bench(|| {
        codes::read(
            &copies,
            &TRANSCRIPT.lines,
            &[],
            Rereaders { print: READERS.main.as_deref(), zone: READERS.zone.as_deref() },
        )
    });
}

#[divan::bench]
fn find_fields(bencher: Bencher) {
    let codes = codes::read(
        &Pyramid::of(&PAGE.rgb),
        &TRANSCRIPT.lines,
        &[],
        Rereaders { print: READERS.main.as_deref(), zone: READERS.zone.as_deref() },
    );
    let size = Size::new(PAGE.rgb.width(), PAGE.rgb.height());
    bencher.bench(|| fields::extract(&LEXICON, black_box(&TRANSCRIPT.lines), &codes, size));
}

/// Pairs that need less or more work: different only in spelling, truncated, a nickname, another person.
const NAME_PAIRS: [(&str, &str); 4] = [
    ("María|José|Núñez Ortega", "NUNEZ ORTEGA<<MARIA<JOSE<<<<<<<<<<<<<<<"),
    ("Maximiliano|Alejandro|Villavicencio Altamirano", "VILLAVICENCIO<ALTAMIRANO<<MAXIMILIANO<A"),
    ("Francisco|Javier|Hernández Ruiz", "PACO J HERNANDEZ"),
    ("Olena||Kovalenko", "PEDRO PABLO RAMIREZ DE LA TORRE"),
];

#[divan::bench(args = NAME_PAIRS)]
fn compare_names(bencher: Bencher, (record, document): (&str, &str)) {
    let lexicon = NameLexicon::load(&Assets::find()).expect("the lexicon is there");
    let record = RecordName::parse(record);
    let document = DocumentName::Line(document.to_owned());
    bencher.bench(|| compare(&lexicon, black_box(&record), black_box(&document)));
}

#[divan::bench]
fn load_the_names() -> NameLexicon {
    NameLexicon::load(&Assets::find()).expect("the lexicon is there")
}

#[divan::bench]
fn judge_twelve_pages(bencher: Bencher) {
    let assets = Assets::find();
    let rules = Rules {
        requirements: Requirements::load(&assets, "idme-itin-us").expect("the requirements are there"),
        names: NameLexicon::load(&assets).expect("the lexicon is there"),
        addresses: Arc::new(AddressLexicon::load(&assets).expect("the lexicon is there")),
    };
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let files = intake::walk(&[samples.join("ready"), samples.join("five-faults")]).files;
    let mut set = engine(false).examine_all(&files, &Stop::default(), &|_| ());
    let again = set.pages.clone();
    set.pages.extend(again);
    set.pages.truncate(12);
    let record = std::fs::read_to_string(samples.join("ready/record.json")).expect("the sample set is there");
    let record = Record::from_json(&record).expect("the sample set is whole");
    let today = jiff::civil::date(2026, 11, 22);
    bencher.bench(|| judge(black_box(&set), &record, &rules, today));
}

#[divan::bench(sample_count = 5)]
fn whole_page() {
    black_box(engine(false).examine(&FILE, &Stop::default()));
}

#[divan::bench(sample_count = 10)]
fn whole_page_quick() {
    black_box(engine(true).examine(&FILE, &Stop::default()));
}
