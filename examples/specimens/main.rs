//! Draws specimens of documents, photographs them, and writes the truth about every picture beside it.
//!
//! `cargo run --example specimens -- --out DIR [--seed N] [--count N] [--fonts DIR]` makes a varied set with
//! `truth.jsonl` and `meta.json`; `--set testdata` makes the two applicants of `testdata/`. `--set outlines` makes
//! small pictures of documents on many grounds. `--set pairs` makes pictures of originals with and without their
//! translation (`--pictures no` writes only their truth). `--set reading` makes careful pictures of bills, statements
//! and cards. `--set applicants` makes whole applicants with their records. `--set calibration` measures and judges pictures of every defect. All people are invented. The same
//! arguments give the same bytes.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for developers that tells how far it is")]

mod applicants;
mod calibration;
mod camera;
mod canvas;
mod documents;
mod fonts;
mod grounds;
mod outlines;
mod pairs;
mod people;
mod reading;
mod recipes;
mod rng;
mod season;
mod testdata;
mod truth;

use camera::{Placed, Shot};
use fonts::Fonts;
use jiff::civil::{Date, date};
use recipes::{EFFECTS, Effect, SUBJECTS};
use rng::Rng;
use serde_json::Value;
use std::error::Error;
use std::path::{Path, PathBuf};

/// The day of the specimens, on which bills are recent and cards are valid.
pub const AS_OF: Date = date(2026, 11, 22);

/// What was typed.
struct Arguments {
    out: PathBuf,
    seed: u64,
    count: usize,
    fonts: PathBuf,
    set: Set,
    pictures: bool,
    only: Option<String>,
}

/// Which pictures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    /// All subjects and effects in turn.
    Varied,
    /// The two applicants of `testdata/`.
    Testdata,
    /// Documents on many grounds.
    Outlines,
    /// Originals with and without their translation, and pictures that look like such pairs.
    Pairs,
    /// Careful pictures of bills, statements and cards, for measuring how well they are read.
    Reading,
    /// Applicants whose papers are all in order, with their records.
    Applicants,
    /// Every defect in steps, measured and judged at once.
    Calibration,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut a = Arguments {
        out: PathBuf::new(),
        seed: 1,
        count: 52,
        fonts: PathBuf::from("/usr/share/fonts"),
        set: Set::Varied,
        pictures: true,
        only: None,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--out" => a.out = PathBuf::from(value),
            "--seed" => a.seed = value.parse()?,
            "--count" => a.count = value.parse()?,
            "--fonts" => a.fonts = PathBuf::from(value),
            "--set" => {
                a.set = match value.as_str() {
                    "varied" => Set::Varied,
                    "testdata" => Set::Testdata,
                    "outlines" => Set::Outlines,
                    "pairs" => Set::Pairs,
                    "reading" => Set::Reading,
                    "applicants" => Set::Applicants,
                    "calibration" => Set::Calibration,
                    _ => return Err(format!("no such set: {value}").into()),
                }
            }
            "--pictures" => a.pictures = value != "no",
            "--only" => a.only = Some(value),
            _ => return Err(format!("unknown: {word} {value}").into()),
        }
    }
    if a.out.as_os_str().is_empty() {
        return Err("--out DIR is needed".into());
    }
    Ok(a)
}

fn main() -> Result<(), Box<dyn Error>> {
    let a = arguments()?;
    let fonts = Fonts::load(&a.fonts)?;
    std::fs::create_dir_all(&a.out)?;
    let lines = match a.set {
        Set::Varied => varied(&a, &fonts)?,
        Set::Testdata => testdata::write(&a.out, &fonts)?,
        Set::Outlines => outlines::write(&a.out, a.seed, a.count, &fonts)?,
        Set::Pairs => pairs::write(&a.out, a.seed, a.count, a.pictures, &fonts)?,
        Set::Reading => reading::write(&a.out, a.seed, a.count, &fonts)?,
        Set::Applicants => applicants::write(&a.out, a.seed, a.count, &fonts)?,
        Set::Calibration => {
            let others = Fonts::load_others(&a.fonts)?;
            return calibration::run(&a.out, [&fonts, &others], a.only.as_deref());
        }
    };
    let text: String = lines.iter().flat_map(|l| [l.to_string(), "\n".to_owned()]).collect();
    std::fs::write(a.out.join("truth.jsonl"), text)?;
    std::fs::write(a.out.join("meta.json"), format!("{{\"as_of\": \"{AS_OF}\"}}\n"))?;
    println!("{} pictures in {}", lines.len(), a.out.display());
    Ok(())
}

/// Subjects and effects in turn, so that any number of pictures is as varied as it can be.
fn varied(a: &Arguments, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let mut lines = Vec::new();
    for i in 0..a.count {
        let subject = SUBJECTS[i % SUBJECTS.len()];
        let effect = EFFECTS[(i + i / SUBJECTS.len() * 5) % EFFECTS.len()];
        let mut rng = Rng::new(a.seed.wrapping_mul(100_003).wrapping_add(i as u64));
        let person = people::person(rng.below(people::COUNT), rng.next());
        let mut sheets = recipes::draw(subject, fonts, &person, AS_OF)?;
        if effect == Effect::Photocopy {
            sheets.iter_mut().for_each(recipes::copied);
        }
        if effect == Effect::Faint {
            sheets.iter_mut().for_each(recipes::faded);
        }
        if effect == Effect::Written {
            for sheet in &mut sheets {
                recipes::written_on(sheet, &mut rng);
            }
        }
        let placed = recipes::lay(subject, &sheets, &mut rng);
        let mut shot = recipes::spoil(effect, subject, &placed, &mut rng);
        match effect {
            Effect::Photocopy => shot = shot.with("photocopy", "bad"),
            Effect::Faint => shot = shot.with("low_contrast", "bad"),
            Effect::Written => shot = shot.with("markup", "bad"),
            _ => {}
        }
        let name = format!("{i:04}-{}-{effect:?}.jpg", subject.word()).to_lowercase();
        lines.push(write(&a.out, &name, subject.layout(), &shot, &placed)?);
        eprintln!("{name}");
    }
    Ok(lines)
}

/// Takes the picture, writes the file, and returns the truth about it.
fn write(out: &Path, name: &str, layout: &str, shot: &Shot, placed: &[Placed<'_>]) -> Result<Value, Box<dyn Error>> {
    write_visible(out, name, layout, shot, placed, 0)
}

/// The same, if the first things on the table are not documents.
fn write_visible(
    out: &Path,
    name: &str,
    layout: &str,
    shot: &Shot,
    placed: &[Placed<'_>],
    grounds: usize,
) -> Result<Value, Box<dyn Error>> {
    let mut photo = camera::take(shot, placed);
    let page = camera::file::turn(std::mem::take(&mut photo.upright), shot.turned);
    std::fs::write(out.join(name), camera::file::jpeg(page, shot.jpeg_quality, shot.exif)?)?;
    Ok(truth::line(name, layout, shot, placed.get(grounds..).unwrap_or(placed), &photo))
}

/// The same, or only the truth about the picture without taking it.
fn write_or_tell(
    out: &Path,
    name: &str,
    layout: &str,
    shot: &Shot,
    placed: &[Placed<'_>],
    picture: bool,
) -> Result<Value, Box<dyn Error>> {
    let mut line = if picture {
        write(out, name, layout, shot, placed)?
    } else {
        truth::line(name, layout, shot, placed, &camera::not_taken(shot, placed))
    };
    line["lines"] = truth::printed(shot, placed);
    Ok(line)
}
