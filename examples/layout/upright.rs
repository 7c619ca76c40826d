//! How often the program finds which way is up from the print of a page, for all four turns.
//!
//! Every picture is read once: the first as it is, the next after a quarter turn, and so on. `--all-turns` reads each
//! picture in all four turns. This needs the networks of the readers.

use super::Arguments;
use image::{RgbImage, imageops};
use precheck::assets::Assets;
use precheck::geometry::Rotation;
use precheck::intake::{self, Limits};
use precheck::pixels::Pyramid;
use precheck::text::{Hint, Readers};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;

/// Prints how many turns were right, by kind of document, and each wrong one.
pub fn measure(a: &Arguments, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let readers = Readers::find(&Assets::find(), None);
    let reader = readers.main.ok_or("no reader works here: ./dev setup")?;
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut unread = 0;
    for (n, row) in rows.iter().enumerate() {
        let file = row["file"].as_str().ok_or("no file")?;
        if a.show.as_ref().is_some_and(|w| !file.contains(w.as_str())) {
            continue;
        }
        let page = intake::open(&a.folder.join(file), &Limits::default())?.page(1)?;
        let turns = if a.all_turns { (0..4).collect() } else { vec![n % 4] };
        for turn in turns {
            let (picture, wanted) = turned(&page.rgb, turn);
            let transcript = reader.read(&Pyramid::of(&picture), Hint::Page(&[]))?;
            if transcript.lines.is_empty() {
                unread += 1;
                continue;
            }
            let right = transcript.rotation == wanted;
            let entry = kinds.entry(kind(row)).or_default();
            *entry = (entry.0 + usize::from(right), entry.1 + 1);
            if !right {
                let sure = transcript.rotation_confidence;
                println!("! {file} turned {turn}: said {:?}, confidence {sure:.2}", transcript.rotation);
            }
        }
    }
    let (right, all) = kinds.values().fold((0, 0), |s, k| (s.0 + k.0, s.1 + k.1));
    for (name, (right, all)) in &kinds {
        println!("  {name:28} {right} of {all}");
    }
    println!("upright {right} of {all} = {:.3}; without any print {unread}", right as f32 / all.max(1) as f32);
    Ok(())
}

/// The picture after some quarter turns clockwise, and the turn that brings it back.
fn turned(rgb: &RgbImage, turns: usize) -> (RgbImage, Rotation) {
    match turns {
        1 => (imageops::rotate90(rgb), Rotation::Cw270),
        2 => (imageops::rotate180(rgb), Rotation::Cw180),
        3 => (imageops::rotate270(rgb), Rotation::Cw90),
        _ => (rgb.clone(), Rotation::None),
    }
}

/// What is in the picture: the kind of the first document, and its language if it is not English.
fn kind(row: &Value) -> String {
    let first = &row["documents"][0];
    let name = first["document_type"].as_str().or(row["scene"].as_str()).unwrap_or("?");
    match row["tongue"].as_str() {
        Some(tongue) if tongue != "en" => format!("{name} {tongue}"),
        _ => name.to_owned(),
    }
}
