//! Applicants whose papers are all in order and legible, each a folder with a record: how many are called ready?

use std::error::Error;
use std::path::Path;

use jiff::ToSpan;
use serde_json::{Value, json};

use crate::AS_OF;
use crate::documents::Sheet;
use crate::documents::papers::{self, PAPERS, Paper};
use crate::fonts::Fonts;
use crate::people::{self, Person};
use crate::recipes::{self, Effect, Subject};
use crate::rng::Rng;
use crate::testdata::notes;

/// Effects that cost no word, and that no reviewer refuses.
const EFFECTS: [Effect; 5] =
    [Effect::Clean, Effect::CleanScan, Effect::CleanWhite, Effect::ShadowMild, Effect::CleanExif];
/// A large sheet is photographed from so far away that all its corners are in the picture, however it is tilted.
const WHOLE: f32 = 0.84;

/// Writes `count` applicants: proof of the ITIN, a passport or both sides of a license, and a paper with the address.
pub fn write(out: &Path, seed: u64, count: usize, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let at_home: Vec<&Paper> = PAPERS.iter().filter(|paper| paper.is_at_home()).collect();
    let mut lines = Vec::new();
    for i in 0..count {
        let mut rng = Rng::new(seed.wrapping_mul(100_043).wrapping_add(i as u64));
        let p = people::person(rng.below(people::COUNT), rng.next());
        let folder = format!("{i:04}");
        std::fs::create_dir_all(out.join(&folder))?;
        let identity: &[Subject] =
            if i % 2 == 0 { &[Subject::Passport] } else { &[Subject::LicenseFront, Subject::LicenseBack] };
        let mut papers = vec![(Subject::ItinLetter, recipes::draw(Subject::ItinLetter, fonts, &p, AS_OF)?)];
        for subject in identity {
            papers.push((*subject, recipes::draw(*subject, fonts, &p, AS_OF)?));
        }
        papers.push(address(&at_home, i, fonts, &p, &mut rng)?);
        for (at, (subject, sheets)) in papers.into_iter().enumerate() {
            let effect = EFFECTS[(i + at * 2 + i / EFFECTS.len()) % EFFECTS.len()];
            let placed = recipes::lay(subject, &sheets, &mut rng);
            let mut shot = recipes::spoil(effect, subject, &placed, &mut rng);
            if effect != Effect::CleanScan {
                shot.pose.fill = shot.pose.fill.min(WHOLE);
            }
            let name = format!("{folder}/{at}-{}-{effect:?}.jpg", subject.word()).to_lowercase();
            lines.push(crate::write(out, &name, subject.layout(), &shot, &placed)?);
        }
        notes(&out.join(&folder), &p, &json!({"verdict": "ready", "must_find": [], "must_not_find": []}))?;
        eprintln!("{folder}");
    }
    Ok(lines)
}

/// A paper with the person's own address, all of them in turn.
fn address<'f>(
    at_home: &[&'static Paper],
    i: usize,
    fonts: &'f Fonts,
    p: &Person,
    rng: &mut Rng,
) -> Result<(Subject, Vec<Sheet<'f>>), Box<dyn Error>> {
    let dated = AS_OF - (8 + rng.below(60) as i64).days();
    Ok(match i % (at_home.len() + 2) {
        0 => (Subject::Bill, recipes::draw(Subject::Bill, fonts, p, AS_OF)?),
        1 => (Subject::Bank, recipes::draw(Subject::Bank, fonts, p, AS_OF)?),
        n => (Subject::Bill, vec![papers::paper(fonts, p, at_home[n - 2], dated)]),
    })
}
