//! The applicants of `testdata/`: those of a tax office's season, and two more: one whose papers are in order, one with five different faults on five files.

use crate::camera::optics::Blur;
use crate::camera::surface::Surface;
use crate::camera::{Placed, Shot};
use crate::documents::{Sheet, Validity, ascii_upper, bank, bill, letter, license, license_back, passport};
use crate::fonts::Fonts;
use crate::people::{Person, person};
use crate::season;
use jiff::civil::date;
use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;

/// Findings that a good set must not raise.
const NEVER: &[&str] = &[
    "blurry",
    "too-dark",
    "too-bright",
    "glare",
    "uneven-light",
    "faint",
    "noisy",
    "text-too-small",
    "cut-off",
    "text-cut-off",
    "covered",
    "tilted",
    "sideways",
    "photo-of-screen",
    "photocopy",
    "several-documents",
    "no-document",
    "expired",
    "too-old",
    "mrz-incomplete",
    "mrz-digit-wrong",
    "front-and-barcode-differ",
    "name-differs",
    "birth-date-differs",
    "address-differs",
    "itin-differs",
    "itin-masked",
    "not-an-itin",
    "translation-missing",
    "itin-proof-missing",
    "primary-missing",
    "second-document-missing",
    "address-proof-missing",
    "back-missing",
    "same-document-twice",
    "names-disagree",
];

/// Findings that the faulty set must not raise: none of its faults is of these kinds.
const NOT_THESE: &[&str] =
    &["no-document", "several-documents", "photo-of-screen", "sideways", "mrz-digit-wrong", "itin-differs"];

/// A careful photograph, small enough for a repository.
fn photo(seed: u64, tall: bool, surface: Surface, fill: f32) -> Shot {
    let mut shot = Shot::good(seed);
    shot.frame = if tall { (1800, 2400) } else { (2200, 1650) };
    shot.surface = surface;
    shot.pose.fill = fill;
    shot.pose.tilt = 2.5;
    shot.pose.tilt_axis = 20.0 + 40.0 * (seed % 7) as f32;
    shot.pose.roll = 1.2 - 0.6 * (seed % 5) as f32;
    shot.noise = 0.012;
    shot.jpeg_quality = 78;
    shot
}

/// Writes one picture of one document into the applicant's folder.
pub fn one(out: &Path, name: &str, sheet: &Sheet<'_>, shot: &Shot) -> Result<Value, Box<dyn Error>> {
    let placed = [Placed { sheet, center: (0.0, 0.0), angle: 0.0 }];
    crate::write(out, name, "single", shot, &placed)
}

/// The record of a person, in the format of the contract.
pub fn record(p: &Person) -> Value {
    json!({
        "name": {"given": p.first, "middle": p.middle, "surname": p.surname},
        "itin": p.itin, "birth_date": p.birth.to_string(),
        "address": {"line1": p.home.line1, "city": p.home.city, "region": p.home.region,
            "postal_code": p.home.postal_code, "country": "US"},
        "path": "us",
    })
}

/// Writes the record and what is expected of the set.
pub fn notes(folder: &Path, p: &Person, expected: &Value) -> Result<(), Box<dyn Error>> {
    std::fs::write(folder.join("record.json"), format!("{:#}\n", record(p)))?;
    std::fs::write(folder.join("expected.json"), format!("{expected:#}\n"))?;
    Ok(())
}

/// Writes both applicants; returns the truth of all pictures.
pub fn write(out: &Path, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    for case in ["ready", "five-faults"] {
        std::fs::create_dir_all(out.join(case))?;
    }
    let mut lines = ready(out, fonts)?;
    lines.extend(five_faults(out, fonts)?);
    lines.extend(season::write(out, fonts)?);
    Ok(lines)
}

/// Everything in order.
fn ready(out: &Path, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let p = person(5, 41);
    let l = license::license(&p, Validity { issue: date(2024, 5, 14), expiry: date(2029, 5, 14) });
    let page = passport::passport(fonts, &p, Validity { issue: date(2022, 3, 9), expiry: date(2032, 3, 8) });
    let front = license::front(fonts, &p, &l);
    let back = license_back::back(fonts, &p, &l)?;
    let notice = letter::itin_letter(fonts, &p, date(2023, 6, 19), letter::Number::Complete);
    let power = bill::bill(fonts, &p, &ascii_upper(&p.full_name()), date(2026, 10, 28));
    let expected = json!({"verdict": "ready", "must_find": [], "must_not_find": NEVER});
    notes(&out.join("ready"), &p, &expected)?;
    let mut scan = Shot::scan(5, 200.0, (220.9, 284.4));
    scan.pose.roll = 0.3;
    Ok(vec![
        one(out, "ready/passport.jpg", &page, &photo(1, false, Surface::Wood, 0.80))?,
        one(out, "ready/license-front.jpg", &front, &photo(2, false, Surface::Dark, 0.78))?,
        one(out, "ready/license-back.jpg", &back, &photo(3, false, Surface::Dark, 0.80))?,
        one(out, "ready/cp565.jpg", &notice, &scan)?,
        one(out, "ready/electric-bill.jpg", &power, &photo(4, true, Surface::Wood, 0.93))?,
    ])
}

/// An expired passport, a blurred license, a bill that is too old, a statement cut off, a letter with a masked number.
fn five_faults(out: &Path, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let p = person(8, 77);
    let l = license::license(&p, Validity { issue: date(2023, 9, 2), expiry: date(2028, 9, 2) });
    let page = passport::passport(fonts, &p, Validity { issue: date(2014, 4, 22), expiry: date(2024, 4, 21) });
    let front = license::front(fonts, &p, &l);
    let back = license_back::back(fonts, &p, &l)?;
    let notice = letter::itin_letter(fonts, &p, date(2022, 2, 7), letter::Number::Masked);
    let power = bill::bill(fonts, &p, &ascii_upper(&p.full_name()), date(2025, 6, 12));
    let account = bank::bank(fonts, &p, date(2026, 10, 30));
    let expected = json!({
        "verdict": "fix",
        "must_find": ["expired", "blurry", "too-old", "cut-off text-cut-off", "itin-masked"],
        "must_not_find": NOT_THESE,
    });
    notes(&out.join("five-faults"), &p, &expected)?;
    let mut soft = photo(12, false, Surface::Dark, 0.78);
    let placed = [Placed { sheet: &front, center: (0.0, 0.0), angle: 0.0 }];
    soft.blur = Blur::Disc(crate::recipes::x_height_px(&soft, &placed) * 0.95);
    let mut cut = photo(15, true, Surface::Cloth, 1.02);
    cut.pose.shift = (-0.16, 0.02);
    let mut scan = Shot::scan(16, 200.0, (220.9, 284.4));
    scan.pose.roll = -0.25;
    Ok(vec![
        one(out, "five-faults/passport.jpg", &page, &photo(11, false, Surface::Stone, 0.80))?,
        one(out, "five-faults/license-front.jpg", &front, &soft.with("blurry", "bad"))?,
        one(out, "five-faults/license-back.jpg", &back, &photo(13, false, Surface::Dark, 0.80))?,
        one(out, "five-faults/electric-bill.jpg", &power, &photo(14, true, Surface::Wood, 0.93))?,
        one(out, "five-faults/bank-statement.jpg", &account, &cut)?,
        one(out, "five-faults/cp565.jpg", &notice, &scan)?,
    ])
}
