//! A page gives the same result whichever way it lies: turned in its pixels, or only by its metadata.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, RgbImage, imageops};
use precheck::addresses::AddressLexicon;
use precheck::assets::Assets;
use precheck::checks::{PageReport, PageVerdict, Rules, judge_page};
use precheck::engine::{Engine, Stop};
use precheck::examined::{Examined, PageRecord};
use precheck::fields::FieldKind;
use precheck::geometry::{Region, Rotation};
use precheck::kinds::DocumentKind;
use precheck::names::NameLexicon;
use precheck::record::Record;
use precheck::requirements::Requirements;

/// How far a place may move, as a share of the longer side of the page.
const MOVED: f32 = 0.02;
/// Least confidence at which a turn is stated.
const SURE: f32 = 0.5;

/// A picture of the sample set, and its turns: in its pixels, and once by its metadata.
struct Turned {
    folder: PathBuf,
}

impl Turned {
    const FILES: [(&'static str, Rotation); 5] = [
        ("0.png", Rotation::None),
        ("90.png", Rotation::Cw90),
        ("180.png", Rotation::Cw180),
        ("270.png", Rotation::Cw270),
        ("exif.png", Rotation::None),
    ];

    fn of(sample: &Path, folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).unwrap();
        let given = image::open(sample).unwrap().to_rgb8();
        for (name, rotation) in Self::FILES {
            match name {
                // stored with a quarter turn to the left; the metadata undo it (Exif 2.3: 6 means 90 degrees clockwise)
                "exif.png" => save(&folder.join(name), &imageops::rotate270(&given), Some(6)),
                _ => save(&folder.join(name), &turned(&given, rotation), None),
            }
        }
        Self { folder }
    }

    fn files(&self) -> Vec<PathBuf> {
        Self::FILES.iter().map(|(name, _)| self.folder.join(name)).collect()
    }
}

fn turned(picture: &RgbImage, rotation: Rotation) -> RgbImage {
    match rotation {
        Rotation::None => picture.clone(),
        Rotation::Cw90 => imageops::rotate90(picture),
        Rotation::Cw180 => imageops::rotate180(picture),
        Rotation::Cw270 => imageops::rotate270(picture),
    }
}

fn save(path: &Path, picture: &RgbImage, orientation: Option<u8>) {
    let mut encoder = PngEncoder::new_with_quality(File::create(path).unwrap(), CompressionType::Fast, FilterType::Sub);
    if let Some(orientation) = orientation {
        // TIFF 6.0, little endian: one entry, tag 0x0112, one short
        let block = [b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        encoder.set_exif_metadata(block.to_vec()).unwrap();
    }
    encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
}

/// The results of a page that must not depend on how it lies.
#[derive(Debug, PartialEq)]
struct Says {
    kind: DocumentKind,
    verdict: PageVerdict,
    findings: BTreeSet<&'static str>,
    claims: BTreeSet<(FieldKind, String)>,
    holder: Option<String>,
}

impl Says {
    fn of(page: &Examined, report: &PageReport) -> Self {
        // only the finding that a picture lies on its side may change
        let findings = report.findings.iter().map(|f| f.id).filter(|id| *id != "sideways");
        let claims = page.facts.fields.iter().filter(|f| f.is_claim());
        Self {
            kind: page.facts.document.kind,
            verdict: report.verdict,
            findings: findings.collect(),
            claims: claims.map(|f| (f.kind, f.value.clone())).collect(),
            holder: page.facts.holder.as_ref().filter(|h| h.is_claim()).map(|h| h.full_name.clone()),
        }
    }
}

/// Places of a page in page space, each with a name.
fn places(page: &Examined) -> Vec<(String, Region)> {
    let fields = page.facts.fields.iter().filter(|f| f.is_claim());
    let fields = fields.filter_map(|f| Some((format!("{:?} {}", f.kind, f.value), f.region?)));
    let panels = page.layout.panels.iter().map(|p| (format!("panel {:?}", p.role), p.outline.bounds()));
    fields.chain(panels).map(|(name, region)| (name, page.turn.region_to_page(region))).collect()
}

/// Places that are not where the turn took them.
fn moved(upright: &Examined, other: &Examined, rotation: Rotation) -> Vec<String> {
    let given = upright.turn.given;
    let room = MOVED * given.width.max(given.height) as f32;
    let near = |a: Region, b: Region| {
        let sides = [a.left - b.left, a.top - b.top, a.right() - b.right(), a.bottom() - b.bottom()];
        sides.iter().all(|d| d.abs() <= room)
    };
    let there = places(other);
    let is_lost = |(name, region): &(String, Region)| {
        let wanted = rotation.region_to_upright(*region, given);
        !there.iter().any(|(other, region)| other == name && near(*region, wanted))
    };
    places(upright).into_iter().filter(is_lost).map(|(name, _)| name).collect()
}

#[test]
fn a_page_says_the_same_whichever_way_it_lies() {
    let assets = Assets::find();
    let (engine, readers) = Engine::find(&assets, &NameLexicon::load(&assets).unwrap(), None).unwrap();
    if !readers.reads_print() {
        eprintln!("\n*** NOT TESTED: the models are missing; ./dev setup fetches them ***\n");
        return;
    }
    let requirements = Requirements::load(&assets, "idme-itin-us").unwrap();
    let rules = Rules {
        requirements,
        names: NameLexicon::load(&assets).unwrap(),
        addresses: Arc::new(AddressLexicon::load(&assets).unwrap()),
    };
    let folder = std::env::temp_dir().join(format!("precheck-turned-{}", std::process::id()));
    let (mut wrong, mut unsure) = (Vec::new(), 0);
    for set in ["ready", "five-faults"] {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(set);
        let record = Record::from_json(&std::fs::read_to_string(samples.join("record.json")).unwrap()).unwrap();
        let mut pictures: Vec<PathBuf> = std::fs::read_dir(&samples).unwrap().map(|e| e.unwrap().path()).collect();
        pictures.retain(|p| p.extension().is_some_and(|e| e == "jpg"));
        pictures.sort();
        for picture in pictures {
            let name = format!("{set}/{}", picture.file_name().unwrap().display());
            let files = Turned::of(&picture, folder.join(&name)).files();
            let pages: Vec<PageRecord> = engine.examine_all(&files, &Stop::default(), &|_| ()).pages;
            let judged = |page: &PageRecord| judge_page(page, &record, &rules, jiff::civil::date(2026, 11, 22));
            let upright = pages[0].examined().unwrap();
            if upright.turn.confidence < SURE {
                unsure += 1; // a page that cannot be read does not show how it lies
                continue;
            }
            let wanted = Says::of(upright, &judged(&pages[0]));
            for (page, (file, rotation)) in pages.iter().zip(Turned::FILES).skip(1) {
                let examined = page.examined().unwrap();
                let says = Says::of(examined, &judged(page));
                if says != wanted {
                    wrong.push(format!("{name} {file}: {says:?}\n    instead of {wanted:?}"));
                }
                assert_eq!(examined.turn.given, rotation.turned(upright.turn.given), "{name} {file}");
                if rotation.then(examined.turn.rotation) != upright.turn.rotation {
                    wrong.push(format!(
                        "{name} {file}: turned {:?}, sure {}",
                        examined.turn.rotation, examined.turn.confidence
                    ));
                }
                let moved = moved(upright, examined, rotation);
                if says == wanted && !moved.is_empty() {
                    wrong.push(format!("{name} {file}: elsewhere: {moved:?}"));
                }
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(unsure, 1, "one page of the sample set is blurred on purpose");
}
