//! The front of an American driver's license: an ID-1 card (85.6 x 53.98 mm) with the numbered fields of the AAMVA
//! standard.
//!
//! States are words only; there are no emblems.

use super::{Sheet, Validity, ascii_upper, us_date};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use precheck::geometry::Region;

/// Size of an ID-1 card in millimeters (ISO/IEC 7810).
pub const CARD: (f32, f32) = (85.6, 53.98);
/// Radius of its corners (ISO/IEC 7810).
pub const CARD_CORNER: f32 = 3.18;

const CAPTION: Style = Style::new(Face::Sans, 4.6).ink([40, 66, 110]);
const VALUE: Style = Style::new(Face::SansBold, 6.8);

/// What both sides of one license share.
#[derive(Debug, Clone)]
pub struct License {
    /// Surname in capitals without marks, as the state keeps it.
    pub surname: String,
    /// First name.
    pub first: String,
    /// Middle name or names; may be empty.
    pub middle: String,
    /// License number.
    pub number: String,
    /// Document discriminator.
    pub discriminator: String,
    /// Street line in capitals.
    pub line1: String,
    /// Height, inches.
    pub inches: usize,
    /// Color of the eyes.
    pub eyes: &'static str,
    /// Dates.
    pub valid: Validity,
}

/// The license of a person.
pub fn license(p: &Person, valid: Validity) -> License {
    let mut rng = Rng::new(p.seed ^ 2);
    let (surname, first) =
        if p.surname.is_empty() { (p.first.as_str(), "FNU") } else { (p.surname.as_str(), p.first.as_str()) };
    License {
        surname: ascii_upper(surname),
        first: ascii_upper(first),
        middle: ascii_upper(&p.middle),
        number: format!("{}{}", rng.letters(1), rng.digits(8)),
        discriminator: rng.digits(15),
        line1: p.home.line1.to_uppercase(),
        inches: 60 + rng.below(14),
        eyes: rng.pick::<&str>(&["BRO", "BLK", "HAZ", "GRN"]),
        valid,
    }
}

/// Draws the front.
pub fn front<'a>(fonts: &'a Fonts, p: &Person, l: &License) -> Sheet<'a> {
    let paper = [236, 241, 246];
    let mut sheet = Sheet::new(fonts, "drivers_license", CARD, 800.0, paper);
    sheet.side = Some("front");
    sheet.corner = CARD_CORNER;
    sheet.glossy = true;
    let mut rng = Rng::new(p.seed ^ 3);
    ground(&mut sheet, p, &mut rng);
    let tone = super::passport::skin(&mut rng);
    sheet.canvas.portrait(Region::new(3.4, 14.5, 24.0, 30.0), tone, [46, 36, 32]);
    sheet.canvas.portrait(Region::new(71.0, 33.5, 11.0, 13.6), tone.map(|v| v / 2 + 110), [130, 126, 130]);
    identity(&mut sheet, p, l);
    particulars(&mut sheet, p, l);
    facts(&mut sheet, p, l);
    sheet.canvas.grain(p.seed, 4.0);
    sheet
}

/// Colored ground, heading and the words of the state.
fn ground(sheet: &mut Sheet<'_>, p: &Person, rng: &mut Rng) {
    let hues: [Ink; 4] = [[120, 158, 196], [150, 178, 140], [198, 164, 120], [160, 150, 190]];
    let hue = *rng.pick(&hues);
    let (w, h) = CARD;
    sheet.canvas.shade(Region::new(0.0, 0.0, w, h), hue, |x, y| 0.10 + 0.16 * (x / w) * (1.0 - y / h));
    sheet.canvas.guilloche(Region::new(0.0, 11.0, w, h - 11.0), hue, 0.5, rng.range(0.0, 6.0));
    sheet.canvas.rosette(58.0, 30.0, 13.0, hue, 0.3);
    sheet.canvas.shade(Region::new(0.0, 0.0, w, 9.6), hue.map(|v| v / 2), |_, y| 0.85 - y * 0.03);
    let light = [248, 250, 252];
    sheet.canvas.text(Style::new(Face::SansBold, 13.0).ink(light), 4.0, 7.0, p.home.state);
    sheet.canvas.text_right(Style::new(Face::SansBold, 8.6).ink(light), w - 4.0, 4.7, "DRIVER LICENSE");
    sheet.canvas.text_right(Style::new(Face::Sans, 5.0).ink(light), w - 4.0, 7.6, "USA");
}

/// Numbers, names, dates and address.
fn identity(sheet: &mut Sheet<'_>, p: &Person, l: &License) {
    let x = 30.0;
    let small = |s: &mut Sheet<'_>, x: f32, y: f32, t: &str| s.canvas.text(CAPTION, x, y, t).right() + 0.8;
    let red = Style::new(Face::SansBold, 8.2).ink([170, 34, 40]);
    let at = small(sheet, x, 13.6, "4d DL NO.");
    sheet.put("document_number", red, at, 13.6, &l.number);
    let at = small(sheet, 60.0, 13.6, "9 CLASS");
    sheet.canvas.text(VALUE, at, 13.6, "C");
    let at = small(sheet, x, 17.4, "4b EXP");
    sheet.put("expiry_date", red.ink([170, 34, 40]), at, 17.4, &us_date(l.valid.expiry));
    let at = small(sheet, 60.0, 17.4, "12 RESTR");
    sheet.canvas.text(VALUE, at, 17.4, "NONE");
    let name = Style { points: 8.0, ..VALUE };
    let at = small(sheet, x, 21.7, "1");
    sheet.put("surname", name, at, 21.7, &l.surname);
    let at = small(sheet, x, 25.4, "2");
    let given = format!("{} {}", l.first, l.middle);
    sheet.put("given_names", name, at, 25.4, given.trim());
    let at = small(sheet, x, 29.0, "8");
    sheet.put("address", VALUE, at, 29.0, &l.line1);
    sheet.put("address", VALUE, at, 31.8, &ascii_upper(&p.city_line()));
    let at = small(sheet, x, 36.0, "3 DOB");
    sheet.put("birth_date", red, at, 36.0, &us_date(p.birth));
}

/// Sex, height, eyes and the other small fields.
fn particulars(sheet: &mut Sheet<'_>, p: &Person, l: &License) {
    let rows = [
        (30.0, 40.4, "15 SEX", p.sex.to_string()),
        (43.5, 40.4, "18 EYES", l.eyes.to_owned()),
        (30.0, 43.9, "16 HGT", format!("{}'-{:02}\"", l.inches / 12, l.inches % 12)),
        (47.0, 43.9, "17 WGT", format!("{} lb", 118 + l.inches)),
        (3.6, 50.9, "5 DD", l.discriminator.clone()),
    ];
    for (x, y, caption, value) in rows {
        let at = sheet.canvas.text(CAPTION, x, y, caption).right() + 0.8;
        sheet.canvas.text(VALUE, at, y, &value);
    }
    let at = sheet.canvas.text(CAPTION, 55.0, 50.9, "4a ISS").right() + 0.8;
    sheet.put("issue_date", VALUE, at, 50.9, &us_date(l.valid.issue));
    let pen = [38, 42, 92];
    let lag = (p.seed % 7) as f32;
    sheet.canvas.curve(5.0, 24.0, 0.28, pen, 0.85, |x| 47.3 + 1.1 * ((x + lag) * 1.15).sin() * (x * 0.31 + lag).cos());
}

/// The truth of both sides.
pub fn facts(sheet: &mut Sheet<'_>, p: &Person, l: &License) {
    let f = &mut sheet.facts;
    f.culture = p.culture;
    f.surname.clone_from(&l.surname);
    f.given_names = [l.first.as_str(), l.middle.as_str()].join(" ").trim_end().into();
    f.dates = [("birth_date", p.birth), ("issue_date", l.valid.issue), ("expiry_date", l.valid.expiry)].into();
    f.number = Some(l.number.clone());
    f.address = Some((l.line1.clone(), p.home.postal_code.to_owned()));
}
