//! Which document is photographed how: one effect per picture, in a fixed order, with amounts from the seed.
//!
//! Amounts that decide whether text can be read are relative to the size of that text in the picture.

use crate::camera::light::{Glare, Shadow};
use crate::camera::optics::{Blur, Motion};
use crate::camera::surface::Surface;
use crate::camera::{Finger, Placed, Shot};
use crate::documents::{
    Sheet, Validity, ascii_upper, bank, bill, cards, certificate, letter, license, license_back, passport,
};
use crate::fonts::Fonts;
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// What lies on the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Data page of a passport.
    Passport,
    /// Front of a driver's license.
    LicenseFront,
    /// Its back.
    LicenseBack,
    /// Front of a voter card.
    Voter,
    /// Front of a national card.
    NationalFront,
    /// Its back.
    NationalBack,
    /// Utility bill.
    Bill,
    /// Bank statement.
    Bank,
    /// Letter that assigns an ITIN.
    ItinLetter,
    /// Birth certificate in Spanish.
    Certificate,
    /// Its translation.
    Translation,
    /// Both, one beside the other.
    SideBySide,
    /// Both, one above the other.
    Stacked,
    /// Both sides of a license in one picture.
    BothSides,
    /// A passport and a license.
    TwoDocuments,
    /// An open passport.
    Spread,
}

/// All subjects, in the order in which they are drawn.
pub const SUBJECTS: [Subject; 16] = [
    Subject::Passport,
    Subject::LicenseFront,
    Subject::LicenseBack,
    Subject::Voter,
    Subject::NationalFront,
    Subject::NationalBack,
    Subject::Bill,
    Subject::Bank,
    Subject::ItinLetter,
    Subject::Certificate,
    Subject::Translation,
    Subject::SideBySide,
    Subject::Stacked,
    Subject::BothSides,
    Subject::TwoDocuments,
    Subject::Spread,
];

impl Subject {
    /// Its word in file names.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Passport => "passport",
            Self::LicenseFront => "license-front",
            Self::LicenseBack => "license-back",
            Self::Voter => "voter-card",
            Self::NationalFront => "national-front",
            Self::NationalBack => "national-back",
            Self::Bill => "bill",
            Self::Bank => "bank",
            Self::ItinLetter => "itin-letter",
            Self::Certificate => "birth-certificate",
            Self::Translation => "translation",
            Self::SideBySide => "side-by-side",
            Self::Stacked => "stacked",
            Self::BothSides => "both-sides",
            Self::TwoDocuments => "two-documents",
            Self::Spread => "spread",
        }
    }

    /// The layout's word in the truth.
    pub const fn layout(self) -> &'static str {
        match self {
            Self::SideBySide => "side_by_side_translation",
            Self::Stacked => "stacked_translation",
            Self::BothSides => "front_and_back",
            Self::TwoDocuments => "two_documents",
            Self::Spread => "booklet_spread",
            _ => "single",
        }
    }

    /// Whether a phone is held upright for it.
    const fn is_tall(self) -> bool {
        matches!(
            self,
            Self::Bill
                | Self::Bank
                | Self::ItinLetter
                | Self::Certificate
                | Self::Translation
                | Self::Stacked
                | Self::BothSides
                | Self::TwoDocuments
                | Self::Spread
        )
    }
}

/// Draws the documents of a subject; `today` is the day of the specimens.
pub fn draw<'a>(subject: Subject, fonts: &'a Fonts, p: &Person, today: Date) -> Result<Vec<Sheet<'a>>, String> {
    let mut rng = Rng::new(p.seed ^ 0x15);
    let issue = today - (200 + rng.below(900) as i64).days();
    let valid = |years: i16| Validity { issue, expiry: date(issue.year() + years, issue.month(), issue.day().min(28)) };
    let recent = today - (10 + rng.below(60) as i64).days();
    Ok(match subject {
        Subject::Passport => vec![passport::passport(fonts, p, valid(10))],
        Subject::LicenseFront => vec![license::front(fonts, p, &license::license(p, valid(6)))],
        Subject::LicenseBack => vec![license_back::back(fonts, p, &license::license(p, valid(6)))?],
        Subject::Voter => vec![cards::voter(fonts, p, issue.year())],
        Subject::NationalFront => vec![cards::national_front(fonts, p, valid(10))],
        Subject::NationalBack => vec![cards::national_back(fonts, p, valid(10))],
        Subject::Bill => vec![bill::bill(fonts, p, &ascii_upper(&p.full_name()), recent)],
        Subject::Bank => vec![bank::bank(fonts, p, recent)],
        Subject::ItinLetter => vec![letter::itin_letter(fonts, p, issue, letter::Number::Complete)],
        Subject::Certificate => vec![certificate::original(fonts, p)],
        Subject::Translation => vec![certificate::translation(fonts, p)],
        Subject::SideBySide | Subject::Stacked => {
            vec![certificate::original(fonts, p), certificate::translation(fonts, p)]
        }
        Subject::BothSides => {
            let l = license::license(p, valid(6));
            vec![license::front(fonts, p, &l), license_back::back(fonts, p, &l)?]
        }
        Subject::TwoDocuments => {
            vec![passport::passport(fonts, p, valid(10)), license::front(fonts, p, &license::license(p, valid(6)))]
        }
        Subject::Spread => vec![passport::spread(fonts, &passport::passport(fonts, p, valid(10)))],
    })
}

/// Lays the documents on the table.
pub fn lay<'s>(subject: Subject, sheets: &'s [Sheet<'s>], rng: &mut Rng) -> Vec<Placed<'s>> {
    let gap = rng.range(4.0, 16.0);
    let below = subject != Subject::SideBySide;
    let mut edge = 0.0;
    let mut placed = Vec::new();
    for sheet in sheets {
        let (w, h) = (sheet.canvas.width, sheet.canvas.height);
        let center = if below { (0.0, edge + h / 2.0) } else { (edge + w / 2.0, 0.0) };
        edge += gap + if below { h } else { w };
        let angle = if sheets.len() > 1 { rng.range(-1.2, 1.2) } else { 0.0 };
        placed.push(Placed { sheet, center, angle });
    }
    placed
}

/// What is done to the picture: the names tell what, and `spoil` has the amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Clean,
    CleanWhite,
    CleanScan,
    CleanExif,
    BlurBad,
    BlurMild,
    MotionBad,
    Dark,
    Bright,
    GlareOnName,
    GlareOnMargin,
    ShadowBad,
    ShadowMild,
    Noisy,
    Compressed,
    Small,
    Cut,
    Finger,
    Tilted,
    Turned,
    LyingExif,
    Photocopy,
    Faint,
    Written,
}

/// All effects, in the order in which they are used; clean pictures come more than once.
pub const EFFECTS: [Effect; 29] = [
    Effect::Clean,
    Effect::BlurBad,
    Effect::GlareOnName,
    Effect::CleanScan,
    Effect::ShadowBad,
    Effect::Cut,
    Effect::CleanExif,
    Effect::MotionBad,
    Effect::Clean,
    Effect::Dark,
    Effect::Turned,
    Effect::CleanWhite,
    Effect::Bright,
    Effect::GlareOnMargin,
    Effect::Clean,
    Effect::Noisy,
    Effect::Small,
    Effect::CleanScan,
    Effect::BlurMild,
    Effect::Finger,
    Effect::Clean,
    Effect::Tilted,
    Effect::Compressed,
    Effect::LyingExif,
    Effect::ShadowMild,
    Effect::Photocopy,
    Effect::Faint,
    Effect::Written,
    Effect::Clean,
];

/// A plain picture of the documents, taken with some care.
pub fn careful(subject: Subject, placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let mut shot = Shot::good(rng.next());
    if subject.is_tall() {
        shot.frame = (3024, 4032);
    }
    shot.surface = *rng.pick(&[Surface::Wood, Surface::Cloth, Surface::Dark, Surface::Stone]);
    let large = placed.iter().any(|p| p.sheet.canvas.width > 200.0);
    shot.pose.fill = if large { rng.range(0.86, 0.93) } else { rng.range(0.60, 0.80) };
    shot.pose.tilt = rng.range(0.0, 7.0);
    shot.pose.tilt_axis = rng.range(0.0, 360.0);
    shot.pose.roll = rng.range(-3.0, 3.0);
    shot.pose.shift = (rng.range(-0.02, 0.02), rng.range(-0.02, 0.02));
    shot.falloff = rng.range(0.05, 0.25);
    shot.stops = rng.range(-0.15, 0.12);
    shot.warmth = rng.range(-0.01, 0.06);
    shot
}

/// A flatbed scan of the documents with a white margin.
pub fn scanned(placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let area = crate::camera::pose::covered(placed);
    let margin = rng.range(6.0, 14.0);
    let dpi = if area.width < 130.0 { 400.0 } else { 300.0 };
    let mut shot = Shot::scan(rng.next(), dpi, (area.width + 2.0 * margin, area.height + 2.0 * margin));
    shot.pose.roll = rng.range(-0.6, 0.6);
    shot
}

/// Height of the letter x of the name in the picture, in pixels; that of ordinary text if there is no name.
pub fn x_height_px(shot: &Shot, placed: &[Placed<'_>]) -> f32 {
    let h = shot.pose.homography(shot.frame, placed);
    placed.first().map_or(10.0, |p| h.px_per_mm(p.center) * p.sheet.name_x_height().unwrap_or(1.3))
}

/// The picture of an effect.
pub fn spoil(effect: Effect, subject: Subject, placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let mut shot = careful(subject, placed, rng);
    let x = x_height_px(&shot, placed);
    match effect {
        Effect::Clean | Effect::Faint | Effect::Written => shot,
        Effect::CleanWhite => Shot { surface: Surface::White, ..shot },
        Effect::CleanScan | Effect::Photocopy => scanned(placed, rng),
        Effect::CleanExif => Shot { exif: Some(*rng.pick(&[3, 6, 8])), ..shot },
        Effect::BlurBad => {
            let sigma = x * rng.range(0.32, 0.65);
            shot.blur = if rng.below(2) == 0 { Blur::Disc(2.0 * sigma) } else { Blur::Gauss(sigma) };
            shot.with("blurry", "bad")
        }
        Effect::BlurMild => Shot { blur: Blur::Gauss(x * rng.range(0.12, 0.18)), ..shot }.with("blurry", "mild"),
        Effect::MotionBad => {
            shot.motion = Some(Motion { length: x * rng.range(1.2, 2.2), angle: rng.range(0.0, 180.0) });
            shot.with("motion_blur", "bad")
        }
        Effect::Dark => Shot { stops: rng.range(-4.0, -3.0), noise: 0.12, ..shot }.with("dark", "bad"),
        Effect::Bright => Shot { stops: rng.range(2.1, 2.9), ..shot }.with("overexposed", "bad"),
        Effect::Noisy => Shot { noise: rng.range(0.6, 0.9), stops: -0.8, ..shot }.with("noisy", "bad"),
        Effect::Compressed => Shot { jpeg_quality: 4 + rng.below(4) as u8, ..shot }.with("compressed", "bad"),
        Effect::Turned | Effect::LyingExif => {
            shot.turned = *rng.pick(&[90, 180, 270]);
            shot.exif = (effect == Effect::LyingExif).then(|| *rng.pick(&[3, 6, 8]));
            shot
        }
        Effect::Small => {
            shot.pose.fill *= 5.0 / x;
            shot.with("text_too_small", "bad")
        }
        Effect::Tilted => {
            shot.pose.tilt = rng.range(34.0, 42.0);
            shot.pose.fill *= 0.85;
            shot.with("skewed", "bad")
        }
        _ => place_fault(effect, shot, placed, rng),
    }
}

/// Adds the effects that have a place: reflections of lamps, shadows, cut edges, fingers.
fn place_fault(effect: Effect, mut shot: Shot, placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let Some(first) = placed.first() else { return shot };
    let (w, h) = (first.sheet.canvas.width, first.sheet.canvas.height);
    match effect {
        Effect::GlareOnName => {
            shot.glares.push(glare_on_name(first, rng));
            shot.with("glare", "bad")
        }
        Effect::GlareOnMargin => {
            let at = (w * rng.range(0.84, 0.95), h * rng.range(0.05, 0.1));
            shot.glares.push(Glare { at, radius: (w * 0.05, h * 0.04), angle: 30.0, strength: 0.9 });
            shot.with("glare", "mild")
        }
        Effect::ShadowBad | Effect::ShadowMild => {
            let bad = effect == Effect::ShadowBad;
            let depth = if bad { rng.range(0.66, 0.8) } else { rng.range(0.2, 0.3) };
            let through = (rng.range(0.42, 0.58), rng.range(0.42, 0.58));
            let toward = rng.range(0.0, 360.0);
            shot.shadows.push(Shadow { through, toward, edge: rng.range(0.03, 0.09), depth });
            shot.with("shadow", if bad { "bad" } else { "mild" })
        }
        Effect::Cut => {
            shot.pose.fill *= 1.12;
            let side = if rng.below(2) == 0 { 1.0 } else { -1.0 };
            let along = rng.below(2) == 0;
            shot.pose.shift = if along { (side * 0.22, 0.0) } else { (0.0, side * 0.22) };
            shot
        }
        _ => {
            let name = first.sheet.name_area().or_else(|| first.sheet.area_of("mrz"));
            let middle = name.map_or((w / 2.0, h / 2.0), |r| (r.center().x, r.center().y));
            let map = shot.pose.homography(shot.frame, placed);
            let at = map.map(first.to_table(middle.0, middle.1));
            let tip = (at.0 / shot.frame.0 as f32, at.1 / shot.frame.1 as f32);
            let root = (tip.0 + rng.range(-0.2, 0.2), 1.3);
            let radius = map.px_per_mm(first.center) * 8.0 / shot.frame.0.max(shot.frame.1) as f32;
            shot.fingers.push(Finger { tip, root, radius });
            shot.with("occluded", "bad")
        }
    }
}

/// The reflection of a lamp right on the name, or in the middle if there is no name.
pub fn glare_on_name(placed: &Placed<'_>, rng: &mut Rng) -> Glare {
    let sheet = placed.sheet;
    let middle = precheck::geometry::Region::new(0.0, 0.0, sheet.canvas.width, sheet.canvas.height);
    let area = sheet.name_area().unwrap_or_else(|| middle.grown(-sheet.canvas.width * 0.3));
    let at = (area.center().x + rng.range(-2.0, 2.0), area.center().y);
    let radius = ((area.width * 0.5).clamp(8.0, 26.0), (area.height * 0.9).clamp(4.5, 12.0));
    Glare { at, radius, angle: rng.range(-25.0, 25.0), strength: rng.range(1.1, 1.6) }
}

/// Makes a drawing gray and hard, as a copier does.
pub fn copied(sheet: &mut Sheet<'_>) {
    for pixel in sheet.canvas.image.pixels_mut() {
        let [r, g, b] = pixel.0.map(u32::from);
        let gray = (r * 299 + g * 587 + b * 114) as f32 / 1000.0;
        pixel.0 = [((gray - 128.0) * 1.7 + 150.0).clamp(22.0, 246.0) as u8; 3];
    }
}

/// Makes a drawing pale, as an empty cartridge does.
pub fn faded(sheet: &mut Sheet<'_>) {
    for v in sheet.canvas.image.as_mut() {
        *v = 252 - ((252.0 - f32::from(*v).min(252.0)) * 0.2) as u8;
    }
}

/// Writes over a drawing with a pen, and marks a line of it, as people do.
pub fn written_on(sheet: &mut Sheet<'_>, rng: &mut Rng) {
    let (w, h) = (sheet.canvas.width, sheet.canvas.height);
    let thick = w / 150.0;
    for line in 0..3u8 {
        let (left, top) = (w * rng.range(0.1, 0.35), h * (0.3 + 0.2 * f32::from(line)));
        let (swing, lag) = (h * rng.range(0.012, 0.03), rng.range(0.0, 6.0));
        let speed = 24.0 / w;
        sheet.canvas.curve(left, left + w * rng.range(0.35, 0.5), thick, [28, 40, 132], 0.9, |x| {
            top + swing * ((x * speed * 2.3 + lag).sin() + 0.6 * (x * speed * 5.1).cos())
        });
    }
    if let Some(name) = sheet.name_area() {
        sheet.canvas.shade(name.grown(w / 150.0), [244, 226, 60], |_, _| 0.45);
    }
}
