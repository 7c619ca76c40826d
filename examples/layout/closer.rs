//! Measures what it gains to enlarge documents with small print and take out their perspective.
//!
//! Each page is read once without and once with the outlines found in it, and each true line of the set is looked for
//! in both readings. This needs the networks of the readers.

use super::Arguments;
use image::RgbImage;
use precheck::assets::Assets;
use precheck::geometry::Quad;
use precheck::intake::{self, Limits};
use precheck::outline;
use precheck::pixels::Pyramid;
use precheck::text::{Hint, Readers, TextReader};
use serde_json::Value;
use std::error::Error;
use std::time::Instant;

/// Fewest letters and digits of a line that is looked for.
const LETTERS: usize = 4;

/// Prints the lines found and the seconds spent.
pub fn measure(a: &Arguments, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let readers = Readers::find(&Assets::find(), None);
    let reader = readers.main.ok_or("no reader works here: ./dev setup")?;
    let (mut sums, mut times, mut lines, mut pages) = ([0_usize; 2], [0.0_f64; 2], 0_usize, 0_usize);
    for row in rows {
        let file = row["file"].as_str().ok_or("no file")?;
        if a.show.as_ref().is_some_and(|w| !file.contains(w.as_str())) {
            continue;
        }
        let page = intake::open(&a.folder.join(file), &Limits::default())?.page(1)?;
        let found = outline::find(&Pyramid::of(&page.rgb));
        if found.quads.is_empty() {
            continue;
        }
        let texts = row["lines"].as_array().into_iter().flatten().filter_map(|l| l["text"].as_str());
        let wanted: Vec<String> = texts.map(plain).filter(|t| t.chars().count() >= LETTERS).collect();
        let mut here = [0_usize; 2];
        for (i, documents) in [&[], &found.quads[..]].into_iter().enumerate() {
            let start = Instant::now();
            let read = read(reader.as_ref(), &page.rgb, documents)?;
            times[i] += start.elapsed().as_secs_f64();
            here[i] = wanted.iter().filter(|w| read.iter().any(|r| r.contains(w.as_str()))).count();
            sums[i] += here[i];
        }
        (lines, pages) = (lines + wanted.len(), pages + 1);
        if here[0] != here[1] {
            println!("  {file}: {} lines, without {}, with {}", wanted.len(), here[0], here[1]);
        }
    }
    let share = |n: usize| 100.0 * n as f32 / lines.max(1) as f32;
    println!("{pages} pages, {lines} lines");
    for (i, name) in ["without", "with"].into_iter().enumerate() {
        println!("{name:10} {} lines = {:.1} %, {:.1} s", sums[i], share(sums[i]), times[i]);
    }
    Ok(())
}

fn read(reader: &dyn TextReader, page: &RgbImage, documents: &[Quad]) -> Result<Vec<String>, Box<dyn Error>> {
    Ok(reader.read(&Pyramid::of(page), Hint::UprightPage(documents))?.lines.iter().map(|l| plain(&l.text)).collect())
}

/// Only the letters and digits, in capitals.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
