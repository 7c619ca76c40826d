//! The documents, each drawn flat at its true size from a person and a few dates, with the truth of what is printed.
//!
//! Nothing here knows of cameras. No real design, emblem or seal is copied: only sizes, captions and the order of the
//! fields follow real documents.

pub mod bank;
pub mod bill;
pub mod cards;
pub mod certificate;
pub mod everyday;
pub mod foreign;
pub mod letter;
pub mod license;
pub mod license_back;
pub mod papers;
pub mod passport;

use crate::canvas::{Canvas, Ink, Style};
use crate::fonts::Fonts;
use crate::people::Person;
use jiff::civil::Date;
use precheck::geometry::Region;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Something that can be read on the sheet, and where.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Which field.
    pub field: &'static str,
    /// The text as printed.
    pub text: String,
    /// Its ink, in millimeters of the sheet.
    pub area: Region,
    /// Height of the letter x at its type size, in millimeters.
    pub x_height: f32,
}

/// What the sheet says, in the words of the truth file.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Naming culture of the holder.
    pub culture: &'static str,
    /// Surname as printed.
    pub surname: String,
    /// Given names as printed in their field.
    pub given_names: String,
    /// A middle name, if it has a field of its own.
    pub middle_name: Option<String>,
    /// The whole name, if it is printed in one line.
    pub full_name: Option<String>,
    /// `birth_date`, `expiry_date`, `issue_date`, `statement_date`.
    pub dates: BTreeMap<&'static str, Date>,
    /// Number of the document.
    pub number: Option<String>,
    /// ITIN, with hyphens.
    pub itin: Option<String>,
    /// Street line and postal code.
    pub address: Option<(String, String)>,
    /// Lines of the machine readable zone.
    pub mrz: Vec<String>,
    /// Elements of the barcode.
    pub barcode: BTreeMap<&'static str, String>,
}

/// A drawn document.
pub struct Sheet<'a> {
    /// The drawing.
    pub canvas: Canvas<'a>,
    /// Kind of document, in the words of the truth file.
    pub kind: &'static str,
    /// `front`, `back` or none.
    pub side: Option<&'static str>,
    /// Radius of its corners, in millimeters.
    pub corner: f32,
    /// Whether its surface is plastic, which mirrors lamps.
    pub glossy: bool,
    /// What can be read, and where.
    pub marks: Vec<Mark>,
    /// What it says.
    pub facts: Facts,
}

impl<'a> Sheet<'a> {
    /// An empty document.
    pub fn new(fonts: &'a Fonts, kind: &'static str, size: (f32, f32), dpi: f32, paper: Ink) -> Self {
        Self {
            canvas: Canvas::new(fonts, size.0, size.1, dpi, paper),
            kind,
            side: None,
            corner: 0.0,
            glossy: false,
            marks: Vec::new(),
            facts: Facts::default(),
        }
    }

    /// Prints the text of a field and notes where it is.
    pub fn put(&mut self, field: &'static str, style: Style, x: f32, baseline: f32, text: &str) -> Region {
        let area = self.canvas.text(style, x, baseline, text);
        let x_height = self.canvas.fonts.x_height(style.face) * style.points * 25.4 / 72.0;
        self.marks.push(Mark { field, text: text.to_owned(), area, x_height });
        area
    }

    /// Where a field is printed, all its lines together, in millimeters.
    pub fn area_of(&self, field: &str) -> Option<Region> {
        self.marks.iter().filter(|m| m.field == field).map(|m| m.area).reduce(Region::union)
    }

    /// The lines that carry the holder's name.
    pub fn name_area(&self) -> Option<Region> {
        let of = |f: &str| self.area_of(f);
        [of("surname"), of("given_names"), of("full_name")].into_iter().flatten().reduce(Region::union)
    }

    /// Height of the letter x of the name, in millimeters.
    pub fn name_x_height(&self) -> Option<f32> {
        self.marks.iter().find(|m| matches!(m.field, "surname" | "full_name")).map(|m| m.x_height)
    }
}

/// When a document was issued and until when it is valid.
#[derive(Debug, Clone, Copy)]
pub struct Validity {
    /// Date of issue.
    pub issue: Date,
    /// Last day.
    pub expiry: Date,
}

/// English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Spanish names of the months.
pub const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// `October 28, 2026`.
pub fn long_date(d: Date) -> String {
    format!("{} {}, {}", MONTHS[d.month() as usize - 1], d.day(), d.year())
}

/// `10/28/2026`.
pub fn us_date(d: Date) -> String {
    format!("{:02}/{:02}/{:04}", d.month(), d.day(), d.year())
}

/// `28 10 2026` with a separator.
pub fn day_first(d: Date, separator: char) -> String {
    format!("{:02}{separator}{:02}{separator}{:04}", d.day(), d.month(), d.year())
}

/// Letters with tone marks beyond what zones and barcodes transliterate, without those marks.
pub fn without_tones(text: &str) -> String {
    let plain = |c: char| matches!(c, '\u{1E00}'..='\u{1EFF}' | '\u{1A0}' | '\u{1A1}' | '\u{1AF}' | '\u{1B0}');
    text.chars()
        .flat_map(
            |c| {
                if plain(c) { c.nfd().filter(|m| !('\u{300}'..='\u{36F}').contains(m)).collect() } else { vec![c] }
            },
        )
        .collect()
}

/// Capital letters A to Z, spaces and hyphens only, as American state systems keep names.
pub fn ascii_upper(text: &str) -> String {
    text.nfd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .map(|c| match c {
            'đ' | 'Đ' => 'D',
            'ł' | 'Ł' => 'L',
            'ı' => 'I',
            other => other,
        })
        .collect::<String>()
        .to_uppercase()
        .replace('ß', "SS")
}

/// The same with lowercase letters kept, as letters of federal offices print names.
pub fn without_marks(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let plain: String = word.nfd().filter(|c| !('\u{300}'..='\u{36F}').contains(c)).collect();
        plain
            .replace('đ', "d")
            .replace('Đ', "D")
            .replace('ł', "l")
            .replace('Ł', "L")
            .replace('ı', "i")
            .replace('ß', "ss")
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Surname and given names as official documents file them: a single name counts as the surname.
pub fn filed_name(p: &Person) -> (String, String) {
    if p.surname.is_empty() { (p.given_names(), String::new()) } else { (p.surname.clone(), p.given_names()) }
}

/// The date in the form of the machine readable zone's writer.
pub fn zone_date(d: Date) -> mrz::MrzDate {
    mrz::MrzDate::Calendar(mrz::Date::new(d.year().into(), d.month() as u32, d.day() as u32))
}

/// The sex cell of the zone.
pub fn zone_sex(p: &Person) -> mrz::Sex {
    if p.sex == 'F' { mrz::Sex::Female } else { mrz::Sex::Male }
}
