//! Pictures for testing outlines only: every kind of document on every ground, near and far, tilted and turned. Some
//! documents are partly outside of the frame, and some pictures show two documents.
//!
//! The frames are small, so that hundreds of them are drawn in minutes. Blur, glare and similar defects belong to other
//! sets.

use crate::AS_OF;
use crate::camera::light::Shadow;
use crate::camera::pose::covered;
use crate::camera::surface::Surface;
use crate::camera::{Finger, Placed, Shot};
use crate::documents::Sheet;
use crate::fonts::Fonts;
use crate::grounds::{self, GROUNDS, Ground};
use crate::people;
use crate::recipes::{self, Subject};
use crate::rng::Rng;
use serde_json::Value;
use std::error::Error;
use std::path::Path;

/// What lies on the ground, in turn.
const SUBJECTS: [Subject; 9] = [
    Subject::Passport,
    Subject::LicenseFront,
    Subject::Bill,
    Subject::NationalBack,
    Subject::Certificate,
    Subject::TwoDocuments,
    Subject::Voter,
    Subject::ItinLetter,
    Subject::LicenseBack,
];

/// Surfaces of the camera itself, and drawn grounds.
const SURFACES: [Surface; 5] = [Surface::Wood, Surface::Cloth, Surface::Dark, Surface::White, Surface::Stone];

/// Side of a drawn ground as a multiple of the longest side of the documents.
const GROUND_SPAN: f32 = 3.4;

/// Writes `count` pictures and returns the truth of each.
pub fn write(out: &Path, seed: u64, count: usize, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    (0..count).map(|i| one(out, seed, i, fonts)).collect()
}

fn one(out: &Path, seed: u64, i: usize, fonts: &Fonts) -> Result<Value, Box<dyn Error>> {
    let mut rng = Rng::new(seed.wrapping_mul(7_000_003).wrapping_add(i as u64));
    let subject = SUBJECTS[i % SUBJECTS.len()];
    let grounds = SURFACES.len() + GROUNDS.len();
    let which = i % grounds;
    let person = people::person(rng.below(people::COUNT), rng.next());
    let sheets = recipes::draw(subject, fonts, &person, AS_OF)?;
    let mut placed = recipes::lay(subject, &sheets, &mut rng);
    let turned = rng.below(4) == 0;
    for p in &mut placed {
        p.angle += if turned { rng.range(-75.0, 75.0) } else { rng.range(-4.0, 4.0) };
    }
    if turned && placed.len() > 1 {
        for (p, y) in placed.iter_mut().zip([0.0, 140.0]) {
            p.center = (0.0, y);
        }
    }
    let mut shot = shot(&placed, &mut rng);
    let drawn = which.checked_sub(SURFACES.len()).map(|g| GROUNDS[g]);
    let name = drawn.map_or_else(|| SURFACES[which].name(), Ground::name);
    if let Some(surface) = SURFACES.get(which) {
        shot.surface = *surface;
    }
    let file = format!("{i:04}-{}-{name}.jpg", subject.word());
    let mut line = match drawn {
        Some(ground) => on_ground(out, &file, subject, (shot, ground), &placed, &mut rng)?,
        None => crate::write(out, &file, subject.layout(), &shot, &placed)?,
    };
    line["ground"] = name.into();
    eprintln!("{file}");
    Ok(line)
}

/// How the picture is taken.
fn shot(placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let area = covered(placed);
    let mut shot = Shot::good(rng.next());
    let tall = area.height > area.width || rng.below(6) == 0;
    shot.frame = if tall { (1200, 1600) } else { (1600, 1200) };
    shot.pose.fill = rng.range(0.42, 0.9);
    shot.pose.tilt = if rng.below(3) == 0 { rng.range(12.0, 28.0) } else { rng.range(0.0, 10.0) };
    shot.pose.tilt_axis = rng.range(0.0, 360.0);
    shot.pose.roll = rng.range(-9.0, 9.0);
    let room = 0.8 * (1.0 - shot.pose.fill) / 2.0;
    shot.pose.shift = (rng.range(-room, room), rng.range(-room, room));
    if rng.below(8) == 0 {
        // an edge outside of the frame
        let side = if rng.below(2) == 0 { 0.62 } else { -0.62 };
        let by = side * (1.0 - shot.pose.fill * 0.8);
        shot.pose.shift = if rng.below(2) == 0 { (by, 0.0) } else { (0.0, by) };
    }
    shot.falloff = rng.range(0.05, 0.35);
    shot.stops = rng.range(-0.5, 0.2);
    shot.warmth = rng.range(-0.01, 0.07);
    shot.noise = rng.range(0.015, 0.05);
    if rng.below(4) == 0 {
        let (through, toward) = ((rng.range(0.2, 0.8), rng.range(0.2, 0.8)), rng.range(0.0, 360.0));
        shot.shadows.push(Shadow { through, toward, edge: rng.range(0.02, 0.15), depth: rng.range(0.2, 0.5) });
    }
    shot
}

/// The picture on a drawn ground. The camera fits what lies on the table into the frame, so the fill is scaled by how
/// much larger the ground is than the documents.
fn on_ground(
    out: &Path,
    file: &str,
    subject: Subject,
    (mut shot, ground): (Shot, Ground),
    placed: &[Placed<'_>],
    rng: &mut Rng,
) -> Result<Value, Box<dyn Error>> {
    let fonts = placed.first().ok_or("nothing lies on the ground")?.sheet.canvas.fonts;
    let area = covered(placed);
    let side = GROUND_SPAN * area.width.max(area.height) / shot.pose.fill;
    let below = grounds::draw(ground, fonts, side, rng);
    let center = (area.center().x, area.center().y);
    let (w, h) = (shot.frame.0 as f32, shot.frame.1 as f32);
    shot.pose.fill *= (w / area.width).min(h / area.height) / (w.min(h) / side);
    let mut all = vec![Placed { sheet: &below, center, angle: 0.0 }];
    all.extend(placed.iter().map(|p| Placed { sheet: p.sheet, center: p.center, angle: p.angle }));
    if ground == Ground::Even && rng.below(2) == 0 {
        held(&mut shot, &all);
    }
    crate::write_visible(out, file, subject.layout(), &shot, &all, 1)
}

/// Two fingers that hold the first document at its lower edge.
fn held(shot: &mut Shot, all: &[Placed<'_>]) {
    let map = shot.pose.homography(shot.frame, all);
    let Some(first) = all.get(1) else { return };
    let sheet: &Sheet<'_> = first.sheet;
    for at in [0.3, 0.62] {
        let tip = map.map(first.to_table(sheet.canvas.width * at, sheet.canvas.height - 9.0));
        let tip = (tip.0 / shot.frame.0 as f32, tip.1 / shot.frame.1 as f32);
        let radius = map.px_per_mm(first.center) * 8.0 / shot.frame.0.max(shot.frame.1) as f32;
        shot.fingers.push(Finger { tip, root: (tip.0 + 0.05, 1.3), radius });
    }
}
