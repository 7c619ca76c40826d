//! A bill of an electricity company: US Letter, with the traps that such bills have (a due date, a period, a meter
//! date).

use super::{Sheet, us_date};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use precheck::geometry::Region;

/// US Letter in millimeters.
pub const LETTER: (f32, f32) = (215.9, 279.4);
/// White office paper.
pub const PAPER: Ink = [250, 249, 246];

const TEXT: Style = Style::new(Face::Sans, 9.5);
const BOLD: Style = Style::new(Face::SansBold, 9.5);

/// The block with the holder's name and address, placed for an envelope's window.
pub fn addressee(sheet: &mut Sheet<'_>, p: &Person, name: &str, style: Style, x: f32, y: f32) {
    let lead = style.points * 0.43;
    let line1 = p.home.line1.to_uppercase();
    sheet.put("full_name", style, x, y, name);
    sheet.put("address", style, x, y + lead, &line1);
    sheet.put("address", style, x, y + 2.0 * lead, &p.city_line().to_uppercase());
    sheet.facts.full_name = Some(name.to_owned());
    (sheet.facts.surname, sheet.facts.given_names) = (p.surname.clone(), p.given_names());
    sheet.facts.address = Some((line1, p.home.postal_code.to_owned()));
    sheet.facts.culture = p.culture;
}

/// Draws the bill. `name` is the name of the customer as the company has it.
pub fn bill<'a>(fonts: &'a Fonts, p: &Person, name: &str, statement: Date) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "utility_bill", LETTER, 330.0, PAPER);
    let mut rng = Rng::new(p.seed ^ 0xB);
    let green = [24, 110, 84];
    let company = *rng.pick(&["Silver Basin Electric", "Three Rivers Power & Light", "Mesa Valley Energy"]);
    sheet.canvas.fill(Region::new(0.0, 0.0, LETTER.0, 4.0), green);
    sheet.canvas.text(Style::new(Face::SansBold, 19.0).ink(green), 16.0, 21.0, company);
    sheet.canvas.text(Style::new(Face::Sans, 8.0), 16.0, 26.0, "Questions? 800-555-0142  ·  www.example.com");
    let account = format!("{}-{}-{}", rng.digits(4), rng.digits(4), rng.digits(2));
    head(&mut sheet, &account, statement);
    addressee(&mut sheet, p, name, Style::new(Face::Sans, 11.0), 22.0, 60.0);
    sheet.canvas.text(BOLD, 16.0, 84.0, "Service address");
    sheet.canvas.text(TEXT, 50.0, 84.0, &p.home.line1);
    charges(&mut sheet, &mut rng, statement, green);
    stub(&mut sheet, company, &account, statement);
    sheet.facts.dates = [("statement_date", statement)].into();
    sheet.facts.number = Some(account);
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// The grid of dates on the right: the statement's, the due date, the period, the next reading.
fn head(sheet: &mut Sheet<'_>, account: &str, statement: Date) {
    let period = format!("{} - {}", us_date(statement - 34.days()), us_date(statement - 4.days()));
    let rows = [
        ("Account number", account.to_owned(), "document_number"),
        ("Statement date", us_date(statement), "statement_date"),
        ("Due date", us_date(statement + 21.days()), "due_date"),
        ("Service period", period, "service_period"),
        ("Next meter reading", us_date(statement + 27.days()), "next_reading"),
    ];
    for (i, (caption, value, field)) in rows.into_iter().enumerate() {
        let y = 18.0 + 6.0 * i as f32;
        sheet.canvas.text(TEXT, 118.0, y, caption);
        let x = 199.0 - sheet.canvas.measure(BOLD, &value);
        sheet.put(field, BOLD, x, y, &value);
        sheet.canvas.fill(Region::new(118.0, y + 1.7, 81.0, 0.2), [196, 202, 200]);
    }
}

/// The table of charges and a chart of use.
fn charges(sheet: &mut Sheet<'_>, rng: &mut Rng, statement: Date, hue: Ink) {
    let (left, right) = (16.0, 199.0);
    sheet.canvas.fill(Region::new(left, 92.0, right - left, 8.0), hue);
    sheet.canvas.text(BOLD.ink([250, 250, 250]), left + 3.0, 97.4, "Your electricity charges");
    let cents: Vec<usize> = [6200, 2100, 640, 410].iter().map(|c| c + rng.below(900)).collect();
    let kwh = 420 + rng.below(380);
    let rows = [
        format!("Energy charge, {kwh} kWh"),
        "Delivery and grid services".to_owned(),
        "State and local taxes".to_owned(),
        "Public purpose programs".to_owned(),
    ];
    for (i, (row, c)) in rows.iter().zip(&cents).enumerate() {
        let y = 107.0 + 6.5 * i as f32;
        sheet.canvas.text(TEXT, left + 3.0, y, row);
        sheet.canvas.text_right(TEXT, right - 3.0, y, &money(*c));
    }
    let total: usize = cents.iter().sum();
    sheet.canvas.fill(Region::new(left, 130.5, right - left, 0.35), hue);
    sheet.canvas.text(BOLD, left + 3.0, 136.5, &format!("Total amount due by {}", us_date(statement + 21.days())));
    sheet.canvas.text_right(BOLD, right - 3.0, 136.5, &money(total));
    sheet.canvas.text(BOLD, left, 148.0, "Your use over the last 12 months (kWh)");
    for month in 0..12 {
        let tall = rng.range(14.0, 34.0);
        let x = left + 4.0 + 14.6 * month as f32;
        sheet.canvas.fill(Region::new(x, 188.0 - tall, 9.0, tall), hue.map(|v| v / 2 + 110));
        let at = (statement.month() as usize + month) % 12;
        sheet.canvas.text_centered(Style::new(Face::Sans, 7.5), x + 4.5, 192.0, &super::MONTHS[at][..3]);
    }
    let notes = [
        "A late fee of 1.5 percent may be added to balances that are unpaid after the due date.",
        "To report an outage or a fallen line call 800-555-0143 at any hour.",
    ];
    for (i, note) in notes.iter().enumerate() {
        sheet.canvas.text(Style::new(Face::Sans, 8.5), left, 201.0 + 4.2 * i as f32, note);
    }
}

/// `$1,234.56` without the comma.
pub fn money(cents: usize) -> String {
    format!("${}.{:02}", cents / 100, cents % 100)
}

/// The part to tear off.
fn stub(sheet: &mut Sheet<'_>, company: &str, account: &str, statement: Date) {
    for dash in 0..60u8 {
        sheet.canvas.fill(Region::new(6.0 + 3.4 * f32::from(dash), 214.0, 1.9, 0.25), [120, 120, 120]);
    }
    let small = Style::new(Face::Sans, 8.0);
    sheet.canvas.text(small, 16.0, 220.0, "Please return this part with your payment.");
    sheet.canvas.text(BOLD, 16.0, 230.0, company);
    sheet.canvas.text(TEXT, 16.0, 235.0, "PO Box 5550, Springfield, IL 62708");
    sheet.canvas.text(TEXT, 130.0, 230.0, &format!("Account  {account}"));
    sheet.canvas.text(TEXT, 130.0, 235.5, &format!("Pay by  {}", us_date(statement + 21.days())));
    sheet.canvas.frame(Region::new(130.0, 240.0, 69.0, 9.0), 0.3, [90, 90, 90]);
    sheet.canvas.text(small, 132.0, 246.0, "Amount enclosed  $");
}
