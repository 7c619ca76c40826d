//! Pictures of two papers, and of one that looks like two: originals beside, above or without their translation, and
//! everything that must not be taken for such a pair. The truth contains every printed line with its place, so that
//! panels can be tested without reading.

use crate::AS_OF;
use crate::camera::optics::Blur;
use crate::camera::surface::Surface;
use crate::camera::{Placed, Shot};
use crate::documents::foreign::{self, TONGUES};
use crate::documents::{Sheet, Validity, bill, cards, everyday, letter, license, license_back, passport};
use crate::fonts::Fonts;
use crate::people::{self, Person};
use crate::recipes;
use crate::rng::Rng;
use jiff::ToSpan;
use serde_json::Value;
use std::error::Error;
use std::path::Path;

/// What lies on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Beside,
    BesideReversed,
    Touching,
    Overlapping,
    Smaller,
    Turned,
    Blurred,
    Stacked,
    OriginalAlone,
    TranslationAlone,
    Spread,
    BothSidesOfLicense,
    BothSidesOfNational,
    ColumnsOfBill,
    Columns,
    FormOverlaid,
    FormInColumns,
    TwoEnglish,
    TwoPages,
    TwoSpanishPages,
    WithEnvelope,
    CardOnPage,
    CardsOfTwoCountries,
    SpanishBesideEnglish,
    Nothing,
    LoneCard,
}

/// All of them; pairs come as often as everything else.
const SCENES: [Scene; 34] = [
    Scene::Beside,
    Scene::Spread,
    Scene::Stacked,
    Scene::BothSidesOfLicense,
    Scene::Touching,
    Scene::ColumnsOfBill,
    Scene::Beside,
    Scene::TwoEnglish,
    Scene::Overlapping,
    Scene::Columns,
    Scene::Stacked,
    Scene::WithEnvelope,
    Scene::Smaller,
    Scene::FormOverlaid,
    Scene::BesideReversed,
    Scene::CardsOfTwoCountries,
    Scene::Turned,
    Scene::TwoPages,
    Scene::Beside,
    Scene::OriginalAlone,
    Scene::Blurred,
    Scene::FormInColumns,
    Scene::Stacked,
    Scene::BothSidesOfNational,
    Scene::BesideReversed,
    Scene::CardOnPage,
    Scene::Beside,
    Scene::TwoSpanishPages,
    Scene::TranslationAlone,
    Scene::SpanishBesideEnglish,
    Scene::Nothing,
    Scene::LoneCard,
    Scene::Touching,
    Scene::Spread,
];

impl Scene {
    const fn layout(self) -> &'static str {
        match self {
            Self::Beside
            | Self::BesideReversed
            | Self::Touching
            | Self::Overlapping
            | Self::Smaller
            | Self::Turned
            | Self::Blurred => "side_by_side_translation",
            Self::Stacked => "stacked_translation",
            Self::Spread => "booklet_spread",
            Self::BothSidesOfLicense | Self::BothSidesOfNational => "front_and_back",
            Self::TwoEnglish
            | Self::TwoPages
            | Self::TwoSpanishPages
            | Self::WithEnvelope
            | Self::CardOnPage
            | Self::CardsOfTwoCountries
            | Self::SpanishBesideEnglish => "two_documents",
            Self::Nothing => "no_document",
            _ => "single",
        }
    }

    /// Whether the papers lie one below the other.
    const fn below(self) -> bool {
        matches!(self, Self::Stacked | Self::BothSidesOfLicense)
    }
}

/// Writes `count` pictures, or only their truth, and returns it.
pub fn write(out: &Path, seed: u64, count: usize, pictures: bool, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    (0..count).map(|i| one(out, seed, i, pictures, fonts)).collect()
}

fn one(out: &Path, seed: u64, i: usize, pictures: bool, fonts: &Fonts) -> Result<Value, Box<dyn Error>> {
    let scene = SCENES[i % SCENES.len()];
    let mut rng = Rng::new(seed.wrapping_mul(9_000_011).wrapping_add(i as u64));
    let person = people::person(rng.below(people::COUNT), rng.next());
    let tongue = (i / 3) % TONGUES.len();
    let sheets = sheets(scene, fonts, &person, tongue, &mut rng)?;
    let mut placed = lay(scene, &sheets, &mut rng);
    if scene == Scene::Turned {
        for p in &mut placed {
            p.angle += rng.range(4.0, 9.0) * if rng.below(2) == 0 { 1.0 } else { -1.0 };
        }
    }
    let shot = shot(scene, &placed, &mut rng);
    let code = TONGUES[tongue].code;
    let file = format!("{i:04}-{scene:?}-{code}.jpg").to_lowercase();
    let mut line = crate::write_or_tell(out, &file, scene.layout(), &shot, &placed, pictures)?;
    line["scene"] = format!("{scene:?}").into();
    line["tongue"] = code.into();
    eprintln!("{file}");
    Ok(line)
}

fn sheets<'a>(
    scene: Scene,
    fonts: &'a Fonts,
    p: &Person,
    tongue: usize,
    rng: &mut Rng,
) -> Result<Vec<Sheet<'a>>, String> {
    let t = &TONGUES[tongue];
    let issue = AS_OF - (200 + rng.below(900) as i64).days();
    let valid = Validity { issue, expiry: AS_OF + (300 + rng.below(900) as i64).days() };
    let sent = AS_OF - (10 + rng.below(60) as i64).days();
    let other = people::person(rng.below(people::COUNT), rng.next());
    let spanish = rng.below(2) == 0;
    Ok(match scene {
        Scene::Beside | Scene::Touching | Scene::Overlapping | Scene::Turned | Scene::Stacked => {
            vec![foreign::original(fonts, p, t), foreign::translation(fonts, p, t)]
        }
        Scene::BesideReversed => vec![foreign::translation(fonts, p, t), foreign::original(fonts, p, t)],
        Scene::Smaller => {
            let (mut a, b) = (foreign::original(fonts, p, t), foreign::translation(fonts, p, t));
            shrink(&mut a, rng.range(0.6, 0.8));
            vec![a, b]
        }
        Scene::Blurred => {
            let (a, mut b) = (foreign::original(fonts, p, t), foreign::translation(fonts, p, t));
            b.canvas.image = image::imageops::fast_blur(&b.canvas.image, rng.range(3.5, 5.0));
            vec![a, b]
        }
        Scene::OriginalAlone => vec![foreign::original(fonts, p, t)],
        Scene::TranslationAlone => vec![foreign::translation(fonts, p, t)],
        Scene::Spread => vec![passport::spread(fonts, &passport::passport(fonts, p, valid))],
        Scene::BothSidesOfLicense => {
            let l = license::license(p, valid);
            vec![license::front(fonts, p, &l), license_back::back(fonts, p, &l)?]
        }
        Scene::BothSidesOfNational => {
            vec![cards::national_front(fonts, p, valid), cards::national_back(fonts, p, valid)]
        }
        Scene::ColumnsOfBill => vec![bill::bill(fonts, p, &p.full_name(), sent)],
        Scene::Columns => vec![everyday::columns(fonts, p, spanish)],
        Scene::FormOverlaid => vec![everyday::form(fonts, p, false)],
        Scene::FormInColumns => vec![everyday::form(fonts, p, true)],
        Scene::TwoEnglish => vec![
            bill::bill(fonts, p, &p.full_name(), sent),
            letter::itin_letter(fonts, p, issue, letter::Number::Complete),
        ],
        Scene::TwoPages => (1..=2).map(|n| everyday::letter_page(fonts, p, sent, n, false)).collect(),
        Scene::TwoSpanishPages => (1..=2).map(|n| everyday::letter_page(fonts, p, sent, n, true)).collect(),
        Scene::WithEnvelope => vec![everyday::letter_page(fonts, p, sent, 1, spanish), everyday::envelope(fonts, p)],
        Scene::CardOnPage => {
            vec![everyday::letter_page(fonts, &other, sent, 1, false), cards::voter(fonts, p, issue.year())]
        }
        Scene::CardsOfTwoCountries => {
            vec![cards::national_front(fonts, p, valid), license::front(fonts, p, &license::license(p, valid))]
        }
        Scene::SpanishBesideEnglish => {
            vec![foreign::original(fonts, p, &TONGUES[0]), bill::bill(fonts, p, &p.full_name(), sent)]
        }
        Scene::Nothing => vec![],
        Scene::LoneCard => vec![license::front(fonts, p, &license::license(p, valid))],
    })
}

/// Makes a sheet smaller, with everything that is printed on it.
fn shrink(sheet: &mut Sheet<'_>, by: f32) {
    let canvas = &mut sheet.canvas;
    (canvas.width, canvas.height, canvas.px_per_mm) = (canvas.width * by, canvas.height * by, canvas.px_per_mm / by);
    for line in &mut canvas.printed {
        (line.area, line.ink) = (line.area.scaled(by), line.ink.scaled(by));
    }
    for mark in &mut sheet.marks {
        mark.area = mark.area.scaled(by);
        mark.x_height *= by;
    }
}

fn lay<'s>(scene: Scene, sheets: &'s [Sheet<'s>], rng: &mut Rng) -> Vec<Placed<'s>> {
    let gap = match scene {
        Scene::Touching => rng.range(0.0, 0.5),
        Scene::Overlapping => rng.range(-14.0, -5.0),
        _ => rng.range(4.0, 40.0),
    };
    let below = scene.below() || (scene == Scene::WithEnvelope && rng.below(2) == 0);
    let (mut edge, mut placed) = (0.0, Vec::new());
    for sheet in sheets {
        let (w, h) = (sheet.canvas.width, sheet.canvas.height);
        let aside = if scene == Scene::Touching { 0.0 } else { rng.range(-9.0, 9.0) };
        let center = if below { (aside, edge + h / 2.0) } else { (edge + w / 2.0, aside) };
        edge += gap + if below { h } else { w };
        let angle = if scene == Scene::Touching { 0.0 } else { rng.range(-1.5, 1.5) };
        placed.push(Placed { sheet, center, angle });
    }
    if scene == Scene::CardOnPage
        && let [page, card] = placed.as_mut_slice()
    {
        card.center = (page.center.0 + rng.range(-40.0, 40.0), page.center.1 + rng.range(-60.0, 60.0));
    }
    placed
}

fn shot(scene: Scene, placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    if scene == Scene::Nothing {
        let mut shot = Shot::good(rng.next());
        shot.surface = *rng.pick(&[Surface::Wood, Surface::Cloth, Surface::Dark, Surface::White, Surface::Stone]);
        shot.pose.fill = 0.004;
        return shot;
    }
    if rng.below(5) == 0 && placed.len() < 3 {
        return recipes::scanned(placed, rng);
    }
    let area = crate::camera::pose::covered(placed);
    let mut shot = Shot::good(rng.next());
    if area.height > area.width {
        shot.frame = (3024, 4032);
    }
    shot.surface = *rng.pick(&[Surface::Wood, Surface::Cloth, Surface::Dark, Surface::Stone, Surface::White]);
    shot.pose.fill = rng.range(0.82, 0.95);
    shot.pose.tilt = rng.range(0.0, 8.0);
    shot.pose.tilt_axis = rng.range(0.0, 360.0);
    shot.pose.roll = rng.range(-3.0, 3.0);
    shot.falloff = rng.range(0.05, 0.25);
    shot.warmth = rng.range(-0.01, 0.06);
    shot.blur = Blur::None;
    shot
}
