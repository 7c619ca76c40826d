//! Pictures for measuring how well documents are read: many more bills and statements than in the varied set, taken
//! with some care. Their defects are too small to cost a word.

use crate::AS_OF;
use crate::camera::Placed;
use crate::documents::papers::{self, PAPERS};
use crate::fonts::Fonts;
use crate::people;
use crate::recipes::{self, Effect, Subject};
use crate::rng::Rng;
use jiff::ToSpan;
use serde_json::Value;
use std::error::Error;
use std::path::Path;

/// Documents of the other sets, in turn with the papers.
const OTHERS: [Subject; 16] = [
    Subject::Bill,
    Subject::Bank,
    Subject::ItinLetter,
    Subject::LicenseFront,
    Subject::Passport,
    Subject::NationalFront,
    Subject::Certificate,
    Subject::Translation,
    Subject::LicenseBack,
    Subject::Voter,
    Subject::Bill,
    Subject::Bank,
    Subject::ItinLetter,
    Subject::LicenseFront,
    Subject::Passport,
    Subject::NationalBack,
];

/// The effects on a careful picture.
const EFFECTS: [Effect; 9] = [
    Effect::Clean,
    Effect::CleanScan,
    Effect::BlurMild,
    Effect::CleanWhite,
    Effect::ShadowMild,
    Effect::CleanExif,
    Effect::GlareOnMargin,
    Effect::Turned,
    Effect::Clean,
];

/// Writes `count` pictures, twelve papers and sixteen other documents in turn.
pub fn write(out: &Path, seed: u64, count: usize, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let round = PAPERS.len() + OTHERS.len();
    let mut lines = Vec::new();
    for i in 0..count {
        let (at, effect) = (i % round, EFFECTS[(i + i / round * 2) % EFFECTS.len()]);
        let mut rng = Rng::new(seed.wrapping_mul(100_019).wrapping_add(i as u64));
        let person = people::person(rng.below(people::COUNT), rng.next());
        let (word, subject, sheets) = if let Some(paper) = PAPERS.get(at) {
            let dated = AS_OF - (8 + rng.below(70) as i64).days();
            ("paper", Subject::Bill, vec![papers::paper(fonts, &person, paper, dated)])
        } else {
            let subject = OTHERS[at - PAPERS.len()];
            (subject.word(), subject, recipes::draw(subject, fonts, &person, AS_OF)?)
        };
        let placed: Vec<Placed<'_>> = recipes::lay(subject, &sheets, &mut rng);
        let shot = recipes::spoil(effect, subject, &placed, &mut rng);
        let name = format!("{i:04}-{word}{at:02}-{effect:?}.jpg").to_lowercase();
        lines.push(crate::write(out, &name, "single", &shot, &placed)?);
        eprintln!("{name}");
    }
    Ok(lines)
}
