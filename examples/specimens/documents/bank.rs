//! A statement of a bank account: US Letter, dense with dates and amounts.

use super::bill::{LETTER, PAPER, addressee, money};
use super::{Sheet, long_date};
use crate::canvas::Style;
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use precheck::geometry::Region;

const TEXT: Style = Style::new(Face::Sans, 8.8);
const BOLD: Style = Style::new(Face::SansBold, 8.8);
const SHOPS: [&str; 7] = [
    "CARD PURCHASE GREENLEAF MARKET", "PAYROLL DEPOSIT", "CARD PURCHASE CORNER FUEL 118", "TRANSFER TO SAVINGS",
    "CHECK 1042", "CARD PURCHASE TAQUERIA SOL", "ONLINE PAYMENT WATER DISTRICT",
];

/// Draws the statement.
pub fn bank<'a>(fonts: &'a Fonts, p: &Person, statement: Date) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "bank_statement", LETTER, 330.0, PAPER);
    let mut rng = Rng::new(p.seed ^ 12);
    let navy = [26, 44, 92];
    sheet.canvas.text(Style::new(Face::SerifBold, 18.0).ink(navy), 16.0, 20.0, "First Juniper Bank");
    sheet.canvas.text(Style::new(Face::Sans, 8.0), 16.0, 25.0, "PO Box 5551, Springfield, IL 62708");
    let account = rng.digits(10);
    let period = format!("{} through {}", long_date(statement - 30.days()), long_date(statement));
    for (i, (caption, value, field)) in [
        ("Account number", account.clone(), "document_number"),
        ("Statement date", long_date(statement), "statement_date"),
        ("Statement period", period, "statement_period"),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 34.0 + 5.2 * i as f32;
        sheet.canvas.text(TEXT, 104.0, y, caption);
        sheet.put(field, BOLD, 134.0, y, &value);
    }
    let name = p.full_name().to_uppercase();
    addressee(&mut sheet, p, &name, Style::new(Face::Sans, 10.5), 20.0, 56.0);
    sheet.canvas.text(Style::new(Face::SansBold, 12.0).ink(navy), 16.0, 84.0, "Everyday Checking");
    transactions(&mut sheet, &mut rng, statement);
    sheet.canvas.text(TEXT, 16.0, 262.0, "Please examine this statement and report errors within 60 days.   Member FDIC   Page 1 of 2");
    sheet.facts.dates = [("statement_date", statement)].into();
    sheet.facts.number = Some(account);
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// The summary and the table of movements.
fn transactions(sheet: &mut Sheet<'_>, rng: &mut Rng, statement: Date) {
    let (left, right) = (16.0, 199.0);
    let mut balance = 120_000 + rng.below(90_000);
    sheet.canvas.text(TEXT, left, 91.0, "Beginning balance");
    sheet.canvas.text(TEXT, 60.0, 91.0, &money(balance));
    sheet.canvas.fill(Region::new(left, 97.0, right - left, 6.6), [222, 228, 240]);
    for (x, title) in [(18.0, "Date"), (38.0, "Description")] {
        sheet.canvas.text(BOLD, x, 101.6, title);
    }
    sheet.canvas.text_right(BOLD, 165.0, 101.6, "Amount");
    sheet.canvas.text_right(BOLD, right - 2.0, 101.6, "Balance");
    for i in 0..24i64 {
        let y = 108.4 + 5.9 * i as f32;
        let day = statement - (29 - i).days();
        let shop = *rng.pick(&SHOPS);
        let amount = 800 + rng.below(9_000);
        let deposit = shop.contains("DEPOSIT");
        balance = if deposit { balance + amount * 9 } else { balance.saturating_sub(amount) };
        sheet.canvas.text(TEXT, 18.0, y, &format!("{:02}/{:02}", day.month(), day.day()));
        sheet.canvas.text(TEXT, 38.0, y, shop);
        let shown = if deposit { money(amount * 9) } else { format!("-{}", money(amount)) };
        sheet.canvas.text_right(TEXT, 165.0, y, &shown);
        sheet.canvas.text_right(TEXT, right - 2.0, y, &money(balance));
        sheet.canvas.fill(Region::new(left, y + 1.6, right - left, 0.12), [206, 210, 218]);
    }
    sheet.canvas.text(BOLD, left, 254.0, "Ending balance");
    sheet.canvas.text(BOLD, 60.0, 254.0, &money(balance));
}
