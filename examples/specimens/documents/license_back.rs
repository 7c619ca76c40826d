//! The back of an American driver's license with a readable PDF417 symbol: AAMVA card design standard, version 10.

use super::license::{CARD, CARD_CORNER, License, facts};
use super::{Sheet, ascii_upper};
use crate::canvas::{BLACK, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use jiff::civil::Date;
use precheck::geometry::Region;
use rxing::common::BitMatrix;
use rxing::pdf417::PDF417Writer;
use rxing::pdf417::encoder::Dimensions;
use rxing::{BarcodeFormat, EncodeHintValue, EncodeHints, Writer};

/// Data columns of the symbol; with 0.23 mm modules it is 75 mm wide, as on real cards.
const COLUMNS: usize = 15;
/// Width of a module, in millimeters.
const MODULE_MM: f32 = 0.23;

/// `MMDDCCYY`.
fn month_first(d: Date) -> String {
    format!("{:02}{:02}{:04}", d.month(), d.day(), d.year())
}

/// The elements of the license's subfile, in the usual order.
fn elements(p: &Person, l: &License) -> Vec<(&'static str, String)> {
    let sex = if p.sex == 'F' { "2" } else { "1" };
    vec![
        ("DAQ", l.number.clone()),
        ("DCS", l.surname.clone()),
        ("DDE", "N".into()),
        ("DAC", l.first.clone()),
        ("DDF", "N".into()),
        ("DAD", if l.middle.is_empty() { "NONE".into() } else { l.middle.clone() }),
        ("DDG", "N".into()),
        ("DCA", "C".into()),
        ("DCB", "NONE".into()),
        ("DCD", "NONE".into()),
        ("DBD", month_first(l.valid.issue)),
        ("DBB", month_first(p.birth)),
        ("DBA", month_first(l.valid.expiry)),
        ("DBC", sex.into()),
        ("DAU", format!("{:03} in", l.inches)),
        ("DAY", l.eyes.into()),
        ("DAG", l.line1.clone()),
        ("DAI", ascii_upper(p.home.city)),
        ("DAJ", p.home.region.into()),
        ("DAK", format!("{}0000  ", p.home.postal_code)),
        ("DCF", l.discriminator.clone()),
        ("DCG", "USA".into()),
        ("DDA", "F".into()),
    ]
}

/// The whole text of the symbol: header, one subfile designator, the subfile.
pub fn payload(p: &Person, l: &License) -> String {
    let body = elements(p, l).into_iter().map(|(k, v)| format!("{k}{v}")).collect::<Vec<_>>().join("\n");
    let subfile = format!("DL{body}\r");
    let (offset, length) = (31, subfile.len());
    format!("@\n\u{1e}\rANSI {}100001DL{offset:04}{length:04}{subfile}", p.home.issuer)
}

/// The symbol as modules: four rows of the matrix for one row of the symbol.
fn symbol(text: &str) -> Result<BitMatrix, String> {
    let hints = EncodeHints::default()
        .with(EncodeHintValue::Margin("0".into()))
        .with(EncodeHintValue::ErrorCorrection("5".into()))
        .with(EncodeHintValue::Pdf417Dimensions(Dimensions::new(COLUMNS, COLUMNS, 3, 90)));
    PDF417Writer.encode_with_hints(text, &BarcodeFormat::PDF_417, 2, 1, &hints).map_err(|e| format!("PDF417: {e}"))
}

/// Draws the back.
pub fn back<'a>(fonts: &'a Fonts, p: &Person, l: &License) -> Result<Sheet<'a>, String> {
    let mut sheet = Sheet::new(fonts, "drivers_license", CARD, 800.0, [240, 242, 243]);
    sheet.side = Some("back");
    sheet.corner = CARD_CORNER;
    sheet.glossy = true;
    let (w, h) = CARD;
    sheet.canvas.guilloche(Region::new(0.0, 0.0, w, h), [168, 186, 204], 0.45, 2.0);
    sheet.canvas.fill(Region::new(0.0, 3.0, w, 7.0), [38, 36, 38]);
    let small = Style::new(Face::Sans, 4.6).ink([50, 56, 70]);
    for (i, line) in
        ["CLASS: C - any two-axle vehicle of 26,000 lbs. or less", "RESTRICTIONS: NONE     ENDORSEMENTS: NONE"]
            .iter()
            .enumerate()
    {
        sheet.canvas.text(small, 5.0, 14.0 + 2.6 * i as f32, line);
    }
    draw_symbol(&mut sheet, &symbol(&payload(p, l))?, w);
    sheet.canvas.text(Style::new(Face::Mono, 5.0), 5.0, 50.6, &format!("REV 07/15/2022   {}", l.discriminator));
    facts(&mut sheet, p, l);
    sheet.facts.barcode = elements(p, l)
        .into_iter()
        .filter(|(k, _)| matches!(*k, "DAQ" | "DCS" | "DAC" | "DAD" | "DBB" | "DBA"))
        .collect();
    sheet.canvas.grain(p.seed ^ 9, 4.0);
    Ok(sheet)
}

/// Prints the modules in the middle of the card, on white.
fn draw_symbol(sheet: &mut Sheet<'_>, matrix: &BitMatrix, card_width: f32) {
    // the writer makes a row four times as high as a module is wide; cards have three
    let tall = MODULE_MM * 0.75;
    let (wide, high) = (matrix.width() as f32 * MODULE_MM, matrix.height() as f32 * tall);
    let (left, top) = ((card_width - wide) / 2.0, 21.0);
    sheet.canvas.fill(Region::new(left - 1.6, top - 1.4, wide + 3.2, high + 2.8), [252, 252, 252]);
    let area = Region::new(left, top, wide, high);
    sheet.canvas.shade(area, BLACK, |x, y| {
        let (mx, my) = (((x - left) / MODULE_MM) as u32, ((y - top) / tall) as u32);
        let inside = x >= left && y >= top && mx < matrix.width() && my < matrix.height();
        if inside && matrix.get(mx, my) { 1.0 } else { 0.0 }
    });
}

#[cfg(test)]
mod tests {
    use super::super::Validity;
    use super::super::license::license;
    use super::*;
    use crate::people::{COUNT, person};
    use jiff::civil::date;
    use rxing::common::HybridBinarizer;
    use rxing::pdf417::PDF417Reader;
    use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader};

    #[test]
    fn every_symbol_reads_back_as_it_was_written() {
        let valid = Validity { issue: date(2024, 5, 14), expiry: date(2029, 5, 14) };
        for row in 0..COUNT {
            let p = person(row, 9);
            let text = payload(&p, &license(&p, valid));
            let matrix = symbol(&text).expect("a symbol");
            let (scale, quiet) = (3, 12);
            let (w, h) = (matrix.width() * scale + 2 * quiet, matrix.height() * scale + 2 * quiet);
            let dark = |x: u32, y: u32| {
                let (mx, my) = (x.checked_sub(quiet).map(|v| v / scale), y.checked_sub(quiet).map(|v| v / scale));
                matches!((mx, my), (Some(mx), Some(my)) if mx < matrix.width() && my < matrix.height() && matrix.get(mx, my))
            };
            let luma = (0..w * h).map(|i| if dark(i % w, i / w) { 20 } else { 240 }).collect();
            let source = Luma8LuminanceSource::new(luma, w, h).expect("pixels for every place");
            let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
            let read = PDF417Reader.decode(&mut bitmap).expect("a reading");
            assert_eq!(read.getText(), text);
        }
    }

    #[test]
    fn the_designator_says_where_the_subfile_is_and_how_long() {
        let p = person(3, 1);
        let text = payload(&p, &license(&p, Validity { issue: date(2024, 5, 14), expiry: date(2029, 5, 14) }));
        let number = |from: usize| text[from..from + 4].parse::<usize>().expect("digits");
        let (offset, length) = (number(23), number(27));
        assert_eq!(&text[offset..offset + 5], "DLDAQ");
        assert_eq!(offset + length, text.len());
    }
}
