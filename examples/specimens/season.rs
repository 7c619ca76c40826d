//! The clients of `testdata/season/`: a list as a tax office keeps it, and a folder with small pictures for each.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use jiff::civil::{Date, date};
use serde_json::{Value, json};

use crate::camera::optics::Blur;
use crate::camera::surface::Surface;
use crate::camera::{Placed, Shot};
use crate::documents::{Validity, ascii_upper, bill, letter, license, license_back, passport};
use crate::fonts::Fonts;
use crate::people::{Person, person};
use crate::testdata::{one, record};

/// What is not as it should be with a client's papers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Nothing,
    PassportExpired,
    BillOld,
    LetterMissing,
    BillOfAnother,
    BackMissing,
    PassportBlurry,
    OtherItin,
    BillMissing,
}

/// Row of the table of people, seed, whether a license takes the passport's place, and the fault.
const CLIENTS: [(usize, u64, bool, Fault); 10] = [
    (0, 101, false, Fault::Nothing),
    (5, 102, false, Fault::PassportExpired),
    (1, 103, false, Fault::BillOld),
    (6, 104, false, Fault::LetterMissing),
    (7, 105, false, Fault::BillOfAnother),
    (3, 106, true, Fault::Nothing),
    (26, 107, true, Fault::BackMissing),
    (17, 108, false, Fault::PassportBlurry),
    (33, 109, false, Fault::OtherItin),
    (4, 110, false, Fault::BillMissing),
];

impl Fault {
    /// The verdict on the set, and the findings of which each must be raised.
    fn expected(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Nothing => ("ready", &[]),
            Self::PassportExpired => ("fix", &["expired"]),
            Self::BillOld => ("review", &["too-old"]),
            Self::LetterMissing => ("fix", &["itin-proof-missing"]),
            Self::BillOfAnother => ("fix", &["name-differs"]),
            Self::BackMissing => ("review", &["back-missing"]),
            Self::PassportBlurry => ("fix", &["blurry"]),
            Self::OtherItin => ("fix", &["itin-differs"]),
            Self::BillMissing => ("fix", &["second-document-missing", "address-proof-missing"]),
        }
    }
}

/// A careful photograph of few pixels: a season has many files.
fn photo(seed: u64, tall: bool, fill: f32) -> Shot {
    let mut shot = Shot::good(seed);
    shot.frame = if tall { (1350, 1800) } else { (1600, 1200) };
    shot.surface = if seed.is_multiple_of(2) { Surface::Wood } else { Surface::Dark };
    shot.pose.fill = fill;
    shot.pose.tilt = 2.0;
    shot.pose.roll = 0.8 - 0.4 * (seed % 5) as f32;
    shot.noise = 0.008;
    shot.jpeg_quality = 72;
    shot
}

/// Writes the list and the folders.
pub fn write(out: &Path, fonts: &Fonts) -> Result<Vec<Value>, Box<dyn Error>> {
    let mut roster =
        "Client ID,First name,Middle name,Last name,ITIN,Date of birth,Address,City,State,ZIP\r\n".to_owned();
    let mut lines = Vec::new();
    for (i, (row, seed, by_license, fault)) in CLIENTS.into_iter().enumerate() {
        let p = person(row, seed);
        let id = format!("{:04}", 101 + i);
        let folder = format!("season/clients/{id} {}", ascii_upper(&p.surname));
        std::fs::create_dir_all(out.join(&folder))?;
        lines.extend(papers(out, &folder, fonts, &p, by_license, fault)?);
        let itin = if fault == Fault::OtherItin { other_itin(&p.itin) } else { p.itin.clone() };
        let born = format!("{:02}/{:02}/{}", p.birth.month(), p.birth.day(), p.birth.year());
        let home = &p.home;
        let _ = write!(
            roster,
            "{id},{},{},{},{itin},{born},{},{},{},{}\r\n",
            p.first, p.middle, p.surname, home.line1, home.city, home.region, home.postal_code
        );
        let mut record = record(&p);
        record["itin"] = json!(itin);
        let (verdict, must_find) = fault.expected();
        let expected = json!({"verdict": verdict, "must_find": must_find, "must_not_find": []});
        std::fs::write(out.join(&folder).join("record.json"), format!("{record:#}\n"))?;
        std::fs::write(out.join(&folder).join("expected.json"), format!("{expected:#}\n"))?;
    }
    std::fs::write(out.join("season/clients.csv"), format!("\u{feff}{roster}"))?;
    Ok(lines)
}

/// The same number with another last digit.
fn other_itin(itin: &str) -> String {
    let (start, last) = itin.split_at(itin.len() - 1);
    format!("{start}{}", if last == "7" { "1" } else { "7" })
}

fn papers(
    out: &Path,
    folder: &str,
    fonts: &Fonts,
    p: &Person,
    by_license: bool,
    fault: Fault,
) -> Result<Vec<Value>, Box<dyn Error>> {
    let file = |name: &str| format!("{folder}/{name}.jpg");
    let mut lines = Vec::new();
    if fault != Fault::LetterMissing {
        let notice = letter::itin_letter(fonts, p, date(2023, 6, 19), letter::Number::Complete);
        let mut scan = Shot::scan(p.seed % 100, 140.0, (220.9, 284.4));
        scan.jpeg_quality = 70;
        lines.push(one(out, &file("itin letter"), &notice, &scan)?);
    }
    if by_license {
        let l = license::license(p, Validity { issue: date(2024, 5, 14), expiry: date(2029, 5, 14) });
        lines.push(one(out, &file("license front"), &license::front(fonts, p, &l), &photo(p.seed % 50, false, 0.80))?);
        if fault != Fault::BackMissing {
            let back = license_back::back(fonts, p, &l)?;
            lines.push(one(out, &file("license back"), &back, &photo(p.seed % 50 + 1, false, 0.84))?);
        }
    } else {
        lines.push(identity(out, &file("passport"), fonts, p, fault)?);
    }
    if fault != Fault::BillMissing {
        let day = if fault == Fault::BillOld { date(2026, 4, 30) } else { date(2026, 10, 28) };
        lines.push(address(out, &file("electric bill"), fonts, p, day, fault)?);
    }
    Ok(lines)
}

fn identity(out: &Path, file: &str, fonts: &Fonts, p: &Person, fault: Fault) -> Result<Value, Box<dyn Error>> {
    let (issue, expiry) = match fault {
        Fault::PassportExpired => (date(2015, 3, 9), date(2025, 3, 8)),
        _ => (date(2022, 3, 9), date(2032, 3, 8)),
    };
    let page = passport::passport(fonts, p, Validity { issue, expiry });
    let mut shot = photo(p.seed % 50 + 2, false, 0.84);
    if fault == Fault::PassportBlurry {
        let placed = [Placed { sheet: &page, center: (0.0, 0.0), angle: 0.0 }];
        shot.blur = Blur::Disc(crate::recipes::x_height_px(&shot, &placed) * 0.95);
        shot = shot.with("blurry", "bad");
    }
    one(out, file, &page, &shot)
}

fn address(
    out: &Path,
    file: &str,
    fonts: &Fonts,
    p: &Person,
    day: Date,
    fault: Fault,
) -> Result<Value, Box<dyn Error>> {
    let name = match fault {
        Fault::BillOfAnother => "PETER WALKER".to_owned(),
        _ => ascii_upper(&p.full_name()),
    };
    one(out, file, &bill::bill(fonts, p, &name, day), &photo(p.seed % 50 + 3, true, 0.94))
}
