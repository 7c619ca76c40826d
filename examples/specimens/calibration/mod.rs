//! Calibration: pictures of every ladder, measured by the library, fitted and judged by its own checks.
//!
//! `cargo run --example specimens -- --set calibration --out DIR [--count N]` writes `rows.jsonl` (one picture a line:
//! what is true of it, what was measured, what was found), the fitted table `fitted.rs` and the figures `figures.md`.
//! The same arguments give the same bytes. People, documents, surfaces and seeds of the fitting and of the evaluation
//! are apart: what is fitted on one half is judged on the other.

mod figures;
mod fit;
mod ladders;
mod picture;

use crate::AS_OF;
use crate::fonts::Fonts;
use crate::recipes::{self, Subject};
use crate::rng::Rng;
use crate::{people, recipes::draw};
use ladders::LADDERS;
use picture::{Bench, Row};
use std::error::Error;
use std::path::Path;

/// Documents to fit on and to judge on: none of them is in both.
const FITTING: [Subject; 5] =
    [Subject::Passport, Subject::LicenceFront, Subject::Bill, Subject::ItinLetter, Subject::Certificate];
const JUDGING: [Subject; 5] =
    [Subject::NationalFront, Subject::Voter, Subject::Bank, Subject::NationalBack, Subject::Translation];
/// Seed of the first picture.
const SEED: u64 = 20_261_122;

/// Makes the pictures, measures them, fits, and writes what came out. `rounds` goes through all ladders so many times
/// for each half.
pub fn run(out: &Path, fonts: &Fonts, rounds: usize, only: Option<&str>) -> Result<(), Box<dyn Error>> {
    let bench = Bench::new()?;
    let mut rows: Vec<Row> = Vec::new();
    let mut text = String::new();
    for judging in [false, true] {
        for round in 0..rounds {
            for (number, ladder) in LADDERS.iter().enumerate().filter(|(_, l)| only.is_none_or(|o| o == l.name)) {
                for (step, amount) in ladder.steps.iter().enumerate() {
                    let index = round * 7 + number * 3 + step;
                    let seed = SEED + u64::from(judging) * 500_009 + (round * 1000 + number * 50 + step) as u64;
                    let mut rng = Rng::new(seed);
                    let subject = if judging { JUDGING[index % 5] } else { FITTING[index % 5] };
                    // even people for one half, odd ones for the other
                    let who = rng.below(people::COUNT / 2) * 2 + usize::from(judging);
                    let person = people::person(who, rng.next());
                    let mut sheets = draw(subject, fonts, &person, AS_OF)?;
                    for sheet in &mut sheets {
                        ladders::draw_over(ladder.name, *amount, sheet, &mut rng);
                    }
                    let placed = recipes::lay(subject, &sheets, &mut rng);
                    let shot = ladders::shot(ladder.name, *amount, subject, &placed, &mut rng);
                    let shot = Bench::scene(shot, judging, &mut rng);
                    let row = bench.measure(ladder, *amount, judging, subject, &shot, &placed)?;
                    eprintln!("{} {} {amount} {}", if judging { "judge" } else { "fit" }, ladder.name, subject.word());
                    text.push_str(&row.to_json().to_string());
                    text.push('\n');
                    rows.push(row);
                }
            }
        }
    }
    std::fs::write(out.join("rows.jsonl"), text)?;
    std::fs::write(out.join("fitted.rs"), fit::table(&rows))?;
    std::fs::write(out.join("figures.md"), figures::table(&rows))?;
    println!("{} pictures; rows.jsonl, fitted.rs and figures.md in {}", rows.len(), out.display());
    Ok(())
}
