//! A letter that assigns an ITIN, with the traps of the real notice: a grid at the top, a headline that breaks the
//! number in two lines, a table whose captions stand *below* the values, two spellings of the name.
//!
//! The wording is our own except for the few words by which such a notice is known.

use super::bill::{LETTER, PAPER};
use super::{Sheet, long_date, without_marks};
use crate::canvas::Style;
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::civil::Date;
use precheck::geometry::Region;

const TEXT: Style = Style::new(Face::Serif, 10.5);
const SMALL: Style = Style::new(Face::Sans, 8.2);
const BOLD: Style = Style::new(Face::SansBold, 8.2);

/// How the letter shows the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// All nine digits.
    Complete,
    /// Only the last four.
    Masked,
}

/// Draws the letter.
pub fn itin_letter<'a>(fonts: &'a Fonts, p: &Person, notice: Date, number: Number) -> Sheet<'a> {
    let plain = |s: &str| without_marks(s);
    let p = &Person { first: plain(&p.first), middle: plain(&p.middle), surname: plain(&p.surname), ..p.clone() };
    let mut sheet = Sheet::new(fonts, "itin_letter", LETTER, 330.0, PAPER);
    let shown = match number {
        Number::Complete => p.itin.clone(),
        Number::Masked => format!("XXX-XX-{}", &p.itin[7..]),
    };
    let mut rng = Rng::new(p.seed ^ 0xD);
    let reference = format!("{}-{}-{}-{}", rng.digits(5), rng.digits(3), rng.digits(5), rng.digits(1));
    head(&mut sheet, p, notice, &reference);
    headline(&mut sheet, &shown);
    body(&mut sheet);
    table(&mut sheet, p, &shown);
    foot(&mut sheet, notice, &reference);
    let f = &mut sheet.facts;
    f.culture = p.culture;
    let (surname, first) =
        if p.surname.is_empty() { (p.first.clone(), String::new()) } else { (p.surname.clone(), p.first.clone()) };
    (f.surname, f.given_names) = (surname, first);
    f.middle_name = (!p.middle.is_empty()).then(|| p.middle.clone());
    f.full_name = Some(p.full_name());
    f.itin = (number == Number::Complete).then(|| p.itin.clone());
    f.dates = [("birth_date", p.birth), ("issue_date", notice)].into();
    f.address = Some((p.home.line1.to_uppercase(), p.home.postal_code.to_owned()));
    sheet.canvas.grain(p.seed, 5.0);
    sheet
}

/// Sender, grid and window.
fn head(sheet: &mut Sheet<'_>, p: &Person, notice: Date, reference: &str) {
    let sender = ["Department of the Treasury", "Internal Revenue Service", "Austin, TX 73301-0057"];
    for (i, line) in sender.iter().enumerate() {
        let style = if i == 1 { BOLD } else { SMALL };
        sheet.canvas.text(style, 18.0, 16.0 + 3.8 * i as f32, line);
    }
    let rows = [
        ("Notice", "CP565".to_owned(), "notice"),
        ("Notice date", long_date(notice), "issue_date"),
        ("Case reference number", reference.to_owned(), "case_reference"),
        ("To contact us", "Phone 800-555-0199".to_owned(), "phone"),
        ("Page 1 of 2", String::new(), "page"),
    ];
    sheet.canvas.fill(Region::new(122.0, 11.6, 78.0, 0.3), [60, 60, 60]);
    for (i, (caption, value, field)) in rows.into_iter().enumerate() {
        let y = 16.0 + 5.0 * i as f32;
        sheet.canvas.text(BOLD, 122.0, y, caption);
        if !value.is_empty() {
            sheet.put(field, SMALL, 160.0, y, &value);
        }
        sheet.canvas.fill(Region::new(122.0, y + 1.5, 78.0, 0.15), [120, 120, 120]);
    }
    let style = Style::new(Face::Mono, 10.5);
    let name = p.full_name().to_uppercase();
    sheet.put("address_name", style, 24.0, 52.0, &name);
    sheet.put("address", style, 24.0, 56.6, &p.home.line1.to_uppercase());
    sheet.put("address", style, 24.0, 61.2, &p.city_line().to_uppercase());
}

/// The headline, whose last part, the number, wraps.
fn headline(sheet: &mut Sheet<'_>, shown: &str) {
    let style = Style::new(Face::SansBold, 16.5);
    sheet.canvas.text(style, 18.0, 86.0, "You've been assigned an Individual Taxpayer");
    let (head, tail) = shown.split_at(7);
    sheet.canvas.text(style, 18.0, 93.6, &format!("Identification Number (ITIN): {head}"));
    sheet.canvas.text(style, 18.0, 101.2, tail);
    sheet.canvas.fill(Region::new(18.0, 105.4, 182.0, 0.5), [40, 40, 40]);
}

/// A few sentences of our own.
fn body(sheet: &mut Sheet<'_>) {
    let lines = [
        "This notice confirms your assigned ITIN. Keep it with your important papers.",
        "",
        "Use this number wherever a federal tax form asks for a taxpayer identification number.",
        "It does not change your immigration status and does not allow you to work.",
        "",
        "Check that the name and the date of birth below are right. If they are, there is",
        "nothing more to do. If they are not, write to us at the address above and enclose proof.",
    ];
    for (i, line) in lines.iter().enumerate() {
        sheet.canvas.text(TEXT, 18.0, 114.0 + 5.0 * i as f32, line);
    }
}

/// The table of personal data: captions below the values.
fn table(sheet: &mut Sheet<'_>, p: &Person, shown: &str) {
    sheet.canvas.text(Style::new(Face::SansBold, 11.0), 18.0, 158.0, "ITIN and personal information");
    let line = |s: &mut Sheet<'_>, y: f32| s.canvas.fill(Region::new(18.0, y, 182.0, 0.2), [70, 70, 70]);
    line(sheet, 161.0);
    let value = Style::new(Face::Sans, 10.0);
    sheet.canvas.text(BOLD, 18.0, 167.0, "ITIN");
    sheet.put("itin", value, 62.0, 167.0, shown);
    line(sheet, 170.0);
    sheet.canvas.text(BOLD, 18.0, 177.0, "Name");
    let (first, surname) =
        if p.surname.is_empty() { ("", p.first.as_str()) } else { (p.first.as_str(), p.surname.as_str()) };
    for (field, x, text, caption) in [
        ("given_names", 62.0, first, "First"),
        ("middle_name", 104.0, p.middle.as_str(), "Middle"),
        ("surname", 146.0, surname, "Last"),
    ] {
        if !text.is_empty() {
            sheet.put(field, value, x, 177.0, text);
        }
        sheet.canvas.text(SMALL.ink([90, 90, 90]), x, 181.4, caption);
    }
    line(sheet, 184.0);
    sheet.canvas.text(BOLD, 18.0, 190.4, "Date of birth");
    sheet.put("birth_date", value, 62.0, 190.4, &long_date(p.birth));
    line(sheet, 193.4);
}

/// The stub to tear off.
fn foot(sheet: &mut Sheet<'_>, notice: Date, reference: &str) {
    for dash in 0..60u8 {
        sheet.canvas.fill(Region::new(6.0 + 3.4 * f32::from(dash), 222.0, 1.9, 0.25), [120, 120, 120]);
    }
    let rows = [
        ("Notice", "CP565".to_owned()),
        ("Notice date", long_date(notice)),
        ("Case reference number", reference.to_owned()),
    ];
    for (i, (caption, value)) in rows.into_iter().enumerate() {
        let y = 231.0 + 4.8 * i as f32;
        sheet.canvas.text(BOLD, 122.0, y, caption);
        sheet.canvas.text(SMALL, 160.0, y, &value);
    }
    sheet.canvas.text(SMALL, 18.0, 231.0, "Contact information: if your address has changed, write the new one here.");
    sheet.canvas.text(SMALL, 18.0, 242.0, "Best time to call   [  ] a.m.   [  ] p.m.");
    sheet.canvas.fill(Region::new(18.0, 250.0, 90.0, 0.2), [90, 90, 90]);
}
