//! How often the kind of layout is recognized correctly, with the true lines instead of a reader's.

use super::{Arguments, shapes};
use image::RgbImage;
use precheck::arrangement::{self, LayoutKind};
use precheck::codes::{self, Barcode, Codes, Rereaders};
use precheck::geometry::{Quad, Region, Size};
use precheck::intake::{self, Limits};
use precheck::outline::{self, Outlines};
use precheck::pixels::Pyramid;
use precheck::text::{Reader, Reading, Transcript};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

/// Languages that the readers know; lines in other languages are given as a reader would return them: a few odd letters
/// and the digits.
const READABLE: [&str; 6] = ["en", "es", "pt", "fr", "de", "zh"];

/// Prints the confusion matrix and everything that was wrongly called a translation.
pub fn measure(a: &Arguments, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let mut confusion: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut scenes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut spent, mut lost) = (0.0, Vec::new());
    for (n, row) in rows.iter().enumerate() {
        let file = row["file"].as_str().ok_or("no file")?;
        let transcript = transcript(row, a.noise, n as u64);
        let size = shapes::size(row);
        let outlines = if a.true_outlines {
            Outlines { quads: shapes::documents(row), ..Outlines::default() }
        } else if let Ok(document) = intake::open(&a.folder.join(file), &Limits::default()) {
            outline::find(&Pyramid::of(&document.page(1)?.rgb))
        } else {
            Outlines::default()
        };
        let codes = codes(row, &transcript);
        let start = Instant::now();
        let told = arrangement::arrange(size, &outlines, Some(&transcript), &codes);
        spent += start.elapsed().as_secs_f64();
        let truth =
            row["layout"].as_str().unwrap_or("?").replace('_', "-").replace("two-documents", "several-documents");
        let said = word(told.kind);
        let scene = row["scene"].as_str().unwrap_or("?");
        let entry = scenes.entry(scene.to_owned()).or_default();
        *entry = (entry.0 + usize::from(truth == said), entry.1 + 1);
        if truth != said {
            lost.push(format!("{file}: {truth} called {said}, {} outlines", outlines.quads.len()));
        }
        if a.show.as_ref().is_some_and(|w| file.contains(w.as_str())) {
            println!("{file}\n{told:#?}\n{outlines:?}");
            transcript.lines.iter().for_each(|l| println!("   {:?} {}", l.region, l.text));
        }
        *confusion.entry((truth, said)).or_default() += 1;
    }
    print(&confusion);
    for (scene, (right, all)) in scenes {
        println!("  {scene:22} {right} of {all}");
    }
    println!("{:.2} ms a page", 1000.0 * spent / rows.len().max(1) as f64);
    lost.iter().take(60).for_each(|l| println!("  {l}"));
    Ok(())
}

fn print(confusion: &BTreeMap<(String, String), usize>) {
    let all: usize = confusion.values().sum();
    let right: usize = confusion.iter().filter(|((t, s), _)| t == s).map(|(_, n)| n).sum();
    for ((truth, said), n) in confusion {
        println!("{}{truth:26} called {said:26} {n}", if truth == said { "  " } else { "! " });
    }
    let beside = "side-by-side-translation";
    let sum = |f: &dyn Fn(&str, &str) -> bool| -> usize {
        confusion.iter().filter(|((t, s), _)| f(t, s)).map(|(_, n)| n).sum()
    };
    let hit = sum(&|t, s| t == beside && s == beside);
    let (said, there) = (sum(&|_, s| s == beside), sum(&|t, _| t == beside));
    let pair = |w: &str| w.ends_with("translation");
    let (hard, fooled) = (sum(&|t, _| !pair(t)), sum(&|t, s| !pair(t) && pair(s)));
    println!("kinds right {right} of {all} = {:.3}", right as f32 / all.max(1) as f32);
    println!(
        "{beside}: precision {:.3}, recall {:.3}",
        hit as f32 / said.max(1) as f32,
        hit as f32 / there.max(1) as f32
    );
    println!("called a translation though it is none: {fooled} of {hard}");
}

fn word(kind: LayoutKind) -> String {
    serde_json::to_value(kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What a reader would give: pages of these sets stand upright.
fn transcript(row: &Value, noise: u64, seed: u64) -> Transcript {
    let tongue = row["tongue"].as_str().unwrap_or("en");
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let frame = shapes::size(row).region();
    let mut lines: Vec<Reading> = Vec::new();
    for line in row["lines"].as_array().into_iter().flatten() {
        let (Some(text), Some(outline)) = (line["text"].as_str(), shapes::quad(&line["quad"])) else { continue };
        let region = outline.bounds();
        if !frame.contains(region.center()) {
            continue;
        }
        let text: String = text.chars().map(|c| read(c, tongue, noise, &mut state)).collect();
        lines.push(Reading {
            text,
            region,
            outline,
            confidence: 0.9,
            weakest: 0.8,
            letters: Vec::new(),
            reader: Reader::Ppocr,
        });
    }
    lines.sort_by(|x, y| x.region.center().y.total_cmp(&y.region.center().y));
    Transcript { lines, rotation_confidence: 1.0, ..Transcript::default() }
}

/// A letter as it is read: one of a script that no reader knows becomes any Latin letter, and some are misread.
fn read(c: char, tongue: &str, noise: u64, state: &mut u64) -> char {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    let any = char::from(b'a' + (*state >> 20) as u8 % 26);
    let foreign = !READABLE.contains(&tongue) && c.is_alphabetic() && c as u32 > 0x36F;
    if foreign || (!c.is_whitespace() && *state % 100 < noise) { any } else { c }
}

/// The machine readable zone from the lines, and a barcode in the middle of each back that has one.
fn codes(row: &Value, transcript: &Transcript) -> Codes {
    let Size { width, height } = shapes::size(row);
    let mut codes = codes::read(
        &Pyramid::of(&RgbImage::new(width.min(64), height.min(64))),
        &transcript.lines,
        &[],
        Rereaders::default(),
    );
    let documents = row["documents"].as_array().into_iter().flatten();
    for document in documents.filter(|d| d["side"] == "back" && d["document_type"] == "drivers_license") {
        let Some(outline) = shapes::quad(&document["quad"]) else { continue };
        codes.barcodes.push(Barcode { text: "ANSI".to_owned(), aamva: None, region: middle(&outline) });
    }
    codes
}

fn middle(outline: &Quad) -> Region {
    let all = outline.bounds();
    all.grown(-0.3 * all.height)
}
