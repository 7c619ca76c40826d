//! Measures the layout stage on specimens whose truth is known, mostly without reading: seconds instead of hours.
//!
//! `cargo run --example layout -- outlines DIR` compares the outlines found in the pictures of a set with the true
//! ones. `panels DIR` uses the true lines of the set instead of a reader's and compares the kind of layout. `upright
//! DIR` reads each picture in one of four turns and compares the turn found. `closer DIR` compares the reading of the
//! page as it is with the reading of the document with its perspective taken out. `scripts DIR` counts the lines in
//! unreadable scripts that are recognized as such. These three need the networks. `--noise N` spoils N of a hundred
//! letters, `--true-outlines` uses the true outlines, and `--show WORD` prints details of each picture whose name
//! contains the word.
#![allow(clippy::print_stdout, reason = "a program for developers that prints figures")]

mod closer;
mod outlines;
mod panels;
mod scripts;
mod shapes;
mod upright;

use serde_json::Value;
use std::error::Error;
use std::path::PathBuf;

/// What was typed.
pub struct Arguments {
    /// Folder with `truth.jsonl` and the pictures.
    pub folder: PathBuf,
    /// Spoiled letters in a hundred.
    pub noise: u64,
    /// Whether to use the true outlines instead of those found.
    pub true_outlines: bool,
    /// Whether to read all four turns of each picture.
    pub all_turns: bool,
    /// Pictures to print details of, or the only ones to read.
    pub show: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let what = words.next().ok_or("outlines, panels, upright, closer or scripts?")?;
    let folder = words.next().ok_or("which folder?")?.into();
    let mut a = Arguments { folder, noise: 0, true_outlines: false, all_turns: false, show: None };
    while let Some(word) = words.next() {
        match word.as_str() {
            "--true-outlines" => a.true_outlines = true,
            "--all-turns" => a.all_turns = true,
            "--noise" => a.noise = words.next().ok_or("how much noise?")?.parse()?,
            "--show" => a.show = words.next(),
            other => return Err(format!("unknown: {other}").into()),
        }
    }
    let truth = std::fs::read_to_string(a.folder.join("truth.jsonl"))?;
    let rows: Vec<Value> = truth.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    match what.as_str() {
        "outlines" => outlines::measure(&a, &rows),
        "panels" => panels::measure(&a, &rows),
        "closer" => closer::measure(&a, &rows),
        "scripts" => scripts::measure(&a, &rows),
        "upright" => upright::measure(&a, &rows),
        other => Err(format!("unknown: {other}").into()),
    }
}
