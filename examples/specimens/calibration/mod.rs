//! Calibration: pictures of every ladder are measured by the library, used for fitting, and judged by the library's own
//! checks.
//!
//! `cargo run --example specimens -- --set calibration --out DIR [--only fit|judge|LADDER]` writes one line per
//! picture: its truth, its measures, and its findings. The fitting writes the table `fitted.rs`. The evaluation runs
//! with the program that has the new table, and writes the figures `figures.md` and the pictures of the documentation.
//! The same arguments give the same bytes, on any number of threads. Fitting and evaluation share no people, documents,
//! typefaces, surfaces or seeds: the table is fitted on one half and judged on the other.

mod figures;
mod fit;
mod ladders;
mod picture;
mod views;

use crate::AS_OF;
use crate::camera::Placed;
use crate::fonts::Fonts;
use crate::recipes::{self, Subject};
use crate::rng::Rng;
use crate::{people, recipes::draw};
use ladders::{LADDERS, Ladder};
use picture::{Bench, Row};
use rayon::prelude::*;
use std::error::Error;
use std::path::Path;

/// Documents to fit on, and documents to judge on: none is in both.
const FITTING: [Subject; 5] =
    [Subject::Passport, Subject::LicenseFront, Subject::Bill, Subject::ItinLetter, Subject::Certificate];
const JUDGING: [Subject; 5] =
    [Subject::NationalFront, Subject::Voter, Subject::Bank, Subject::NationalBack, Subject::Translation];
/// The colored ones among them, which are also photocopied.
const COLOURED: [[Subject; 2]; 2] =
    [[Subject::Passport, Subject::LicenseFront], [Subject::NationalFront, Subject::Voter]];
/// Fewest bad pictures of a ladder for the fitting and for the evaluation, and good ones for each in the table.
const BAD: [usize; 2] = [6, 16];
const GOOD: [usize; 2] = [2, 5];
/// How often every step of the blur ladders is drawn: blur is measured over its whole range.
const BLURS: usize = 4;
/// Seed of the first picture.
const SEED: u64 = 20_261_122;

/// One picture to make.
struct Job {
    ladder: &'static Ladder,
    number: usize,
    step: usize,
    round: usize,
    judging: bool,
}

/// Makes the pictures, measures them, fits, and writes the results. The first fonts are for the fitting, and the second
/// ones for the evaluation.
pub fn run(out: &Path, fonts: [&Fonts; 2], only: Option<&str>) -> Result<(), Box<dyn Error>> {
    let bench = Bench::new()?;
    let jobs = jobs(only);
    let made = jobs.par_iter().map(|job| {
        let row = job.picture(&bench, fonts[usize::from(job.judging)]).map_err(|e| e.to_string());
        eprintln!("{} {} {}", if job.judging { "judge" } else { "fit" }, job.ladder.name, job.ladder.steps[job.step]);
        row
    });
    let rows: Vec<Row> = made.collect::<Result<_, String>>()?;
    for half in [false, true] {
        let name = if half { "judge" } else { "fit" };
        let of: Vec<&Row> = rows.iter().filter(|r| r.judging == half).collect();
        if of.is_empty() {
            continue;
        }
        let text: String = of.iter().flat_map(|r| [r.to_json().to_string(), "\n".to_owned()]).collect();
        std::fs::write(out.join(format!("rows-{name}.jsonl")), text)?;
        if half {
            std::fs::write(out.join("figures.md"), figures::table(&of))?;
            views::write(out, fonts[1], &of)?;
        } else {
            std::fs::write(out.join("fitted.rs"), fit::table(&of))?;
        }
    }
    println!("{} pictures; what came out is in {}", rows.len(), out.display());
    Ok(())
}

/// Whether there is a page among the documents, and not only cards.
fn is_large(placed: &[Placed<'_>]) -> bool {
    placed.iter().any(|p| p.sheet.canvas.width > 100.0 && p.sheet.canvas.height > 100.0)
}

/// Every step of every ladder; bad steps are repeated until there are enough of them.
fn jobs(only: Option<&str>) -> Vec<Job> {
    let mut jobs = Vec::new();
    let halves: &[bool] = match only {
        Some("fit") => &[false],
        Some("judge") => &[true],
        _ => &[false, true],
    };
    let wanted = |name: &str| only.is_none_or(|o| matches!(o, "fit" | "judge") || o == name);
    for judging in halves.iter().copied() {
        for (number, ladder) in LADDERS.iter().enumerate().filter(|(_, l)| wanted(l.name)) {
            let bad = ladder.steps.iter().filter(|a| ladder.grade(**a) == Some("bad")).count();
            let half = usize::from(judging);
            let blurs = ladder.finding == Some("blurry");
            let rounds = match ladder.finding {
                None => GOOD[half],
                Some(_) if blurs => BLURS,
                Some(_) => BAD[half].div_ceil(bad.max(1)),
            };
            for round in 0..rounds {
                for (step, amount) in ladder.steps.iter().enumerate() {
                    let often = ladder.finding.is_none() || blurs || ladder.grade(*amount) == Some("bad");
                    if round == 0 || often {
                        jobs.push(Job { ladder, number, step, round, judging });
                    }
                }
            }
        }
    }
    jobs
}

impl Job {
    fn picture(&self, bench: &Bench, fonts: &Fonts) -> Result<Row, Box<dyn Error>> {
        let Self { ladder, number, step, round, judging } = *self;
        let amount = ladder.steps[step];
        let seed = SEED + u64::from(judging) * 500_009 + (round * 1000 + number * 50 + step) as u64;
        let mut rng = Rng::new(seed);
        let index = round * 7 + number * 3 + step;
        let half = usize::from(judging);
        let subject = match ladder.finding {
            Some("photocopy") => COLOURED[half][index % 2],
            _ => [FITTING, JUDGING][half][index % 5],
        };
        // people with even numbers for one half, with odd numbers for the other
        let who = rng.below(people::COUNT / 2) * 2 + half;
        let person = people::person(who, rng.next());
        let mut sheets = draw(subject, fonts, &person, AS_OF)?;
        for sheet in &mut sheets {
            ladders::draw_over(ladder.name, amount, sheet, &mut rng);
        }
        let placed = recipes::lay(subject, &sheets, &mut rng);
        let shot = ladders::shot(ladder.name, amount, subject, &placed, &mut rng);
        let shot = Bench::scene(shot, is_large(&placed), judging, &mut rng);
        bench.measure(ladder, amount, judging, subject, &shot, &placed)
    }
}
