//! Cards with Spanish captions: a voter card like Mexico's, and a national identity card with a TD1 zone on its back.

use super::license::{CARD, CARD_CORNER};
use super::passport::skin;
use super::{Sheet, Validity, ascii_upper, day_first, filed_name, without_tones, zone_date, zone_sex};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use precheck::geometry::Region;

const CAPTION: Style = Style::new(Face::SansBold, 4.7).ink([116, 70, 92]);
const VALUE: Style = Style::new(Face::SansBold, 7.0);

/// A card with its ground printed.
fn card<'a>(fonts: &'a Fonts, p: &Person, side: &'static str, paper: Ink, hue: Ink) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "national_id", CARD, 800.0, paper);
    sheet.side = Some(side);
    sheet.corner = CARD_CORNER;
    sheet.glossy = true;
    let (w, h) = CARD;
    let phase = Rng::new(p.seed ^ 4).range(0.0, 6.0);
    sheet.canvas.shade(Region::new(0.0, 0.0, w, h), hue, |x, y| 0.06 + 0.14 * (x / w) * (y / h));
    sheet.canvas.guilloche(Region::new(0.0, 0.0, w, h), hue, 0.4, phase);
    sheet.facts.culture = p.culture;
    sheet
}

/// The first and the other surnames.
fn two_surnames(p: &Person) -> (String, String) {
    let (surname, _) = filed_name(p);
    let surname = surname.to_uppercase();
    surname.split_once(' ').map_or((surname.clone(), String::new()), |(a, b)| (a.to_owned(), b.to_owned()))
}

/// Eighteen letters and digits in the form of a CURP: initials, date of birth, sex, more letters.
fn curp_like(p: &Person, rng: &mut Rng) -> String {
    let sex = if p.sex == 'F' { 'M' } else { 'H' };
    let initials: String = ascii_upper(&p.full_name()).chars().filter(char::is_ascii_alphabetic).take(4).collect();
    let b = p.birth;
    format!(
        "{initials:X<4}{:02}{:02}{:02}{sex}{}{:02}",
        b.year() % 100,
        b.month(),
        b.day(),
        rng.letters(5),
        rng.below(100)
    )
}

/// The front of a voter card: the name on three lines below one caption, an address, a term of years.
pub fn voter<'a>(fonts: &'a Fonts, p: &Person, first_year: i16) -> Sheet<'a> {
    let mut sheet = card(fonts, p, "front", [243, 238, 240], [206, 150, 176]);
    let mut rng = Rng::new(p.seed ^ 5);
    let title = Style::new(Face::SansBold, 7.4).ink([84, 48, 70]);
    sheet.canvas.text(title, 26.0, 5.8, "ESTADOS UNIDOS DE UTOPÍA");
    sheet.canvas.text(Style { points: 6.2, ..title }, 26.0, 9.2, "CREDENCIAL PARA VOTAR");
    sheet.canvas.portrait(Region::new(3.5, 12.5, 23.0, 29.5), skin(&mut rng), [40, 34, 32]);
    let (first, second) = two_surnames(p);
    let given = p.given_names().to_uppercase();
    let x = 30.0;
    sheet.canvas.text(CAPTION, x, 14.2, "NOMBRE");
    sheet.put("surname", VALUE, x, 17.4, &first);
    let mut y = 17.4;
    if !second.is_empty() {
        y += 3.0;
        sheet.put("surname", VALUE, x, y, &second);
    }
    sheet.put("given_names", VALUE, x, y + 3.0, &given);
    sheet.canvas.text(CAPTION, 66.0, 14.2, "SEXO");
    sheet.put("sex", VALUE, 74.0, 14.3, if p.sex == 'F' { "M" } else { "H" });
    let street =
        format!("C {} {}", rng.pick(&["JACARANDAS", "5 DE FEBRERO", "MORELOS SUR", "DEL ROBLE"]), 10 + rng.below(900));
    let postal = format!("{:05}", 20_000 + rng.below(60_000));
    sheet.canvas.text(CAPTION, x, 26.9, "DOMICILIO");
    sheet.put("address", Style { points: 6.2, ..VALUE }, x, 29.8, &street);
    sheet.put("address", Style { points: 6.2, ..VALUE }, x, 32.4, &format!("COL CENTRO {postal}"));
    sheet.put("address", Style { points: 6.2, ..VALUE }, x, 35.0, "VILLA NUEVA, UTO.");
    let curp = curp_like(p, &mut rng);
    let elector = format!("{}{}{}", rng.letters(6), rng.digits(8), rng.letters(4));
    let row = |s: &mut Sheet<'_>, x: f32, y: f32, caption: &str| s.canvas.text(CAPTION, x, y, caption).right() + 1.0;
    let at = row(&mut sheet, x, 38.6, "CLAVE DE ELECTOR");
    sheet.canvas.text(VALUE, at, 38.6, &elector);
    let at = row(&mut sheet, x, 42.0, "CURP");
    sheet.put("document_number", VALUE, at, 42.0, &curp);
    let at = row(&mut sheet, x, 46.4, "FECHA DE NACIMIENTO");
    sheet.put("birth_date", VALUE, at, 46.4, &day_first(p.birth, '/'));
    sheet.canvas.text(CAPTION, 3.5, 46.4, "AÑO DE REGISTRO");
    sheet.canvas.text(VALUE, 3.5, 49.8, "2012 02");
    let at = row(&mut sheet, 62.0, 50.6, "SECCIÓN");
    sheet.canvas.text(VALUE, at, 50.6, &rng.digits(4));
    let at = row(&mut sheet, x, 50.6, "VIGENCIA");
    sheet.put("expiry_date", VALUE, at, 50.6, &format!("{first_year} - {}", first_year + 10));
    (sheet.facts.surname, sheet.facts.given_names) = (format!("{first} {second}").trim().to_owned(), given);
    sheet.facts.dates = [("birth_date", p.birth), ("expiry_date", jiff::civil::date(first_year + 10, 12, 31))].into();
    sheet.facts.number = Some(curp);
    sheet.facts.address = Some((street, postal));
    sheet.canvas.grain(p.seed, 4.0);
    sheet
}

/// Number of the national card, the same on both sides.
fn card_number(p: &Person) -> String {
    let mut rng = Rng::new(p.seed ^ 6);
    format!("{}{}", rng.letters(2), rng.digits(7))
}

/// The front of a national identity card.
pub fn national_front<'a>(fonts: &'a Fonts, p: &Person, valid: Validity) -> Sheet<'a> {
    let mut sheet = card(fonts, p, "front", [234, 241, 240], [120, 176, 178]);
    let mut rng = Rng::new(p.seed ^ 7);
    let title = Style::new(Face::SansBold, 7.8).ink([20, 70, 84]);
    sheet.canvas.text(title, 4.0, 6.4, "REPÚBLICA DE UTOPÍA");
    sheet.canvas.text_right(Style { points: 6.4, ..title }, 81.6, 6.4, "CÉDULA DE IDENTIDAD");
    sheet.canvas.portrait(Region::new(4.0, 11.0, 25.0, 32.0), skin(&mut rng), [42, 36, 36]);
    let (surname, given) = filed_name(p);
    let (surname, given) = (surname.to_uppercase(), given.to_uppercase());
    let caption = CAPTION.ink([40, 92, 100]);
    let x = 33.0;
    for (y, text) in [(12.6, "APELLIDOS"), (20.0, "NOMBRES"), (27.4, "NACIONALIDAD"), (34.8, "FECHA DE NACIMIENTO")] {
        sheet.canvas.text(caption, x, y, text);
    }
    sheet.put("surname", VALUE, x, 16.0, &surname);
    sheet.put("given_names", VALUE, x, 23.4, &given);
    sheet.canvas.text(VALUE, x, 30.8, "UTOPIANA");
    sheet.canvas.text(caption, 62.0, 27.4, "SEXO");
    sheet.put("sex", VALUE, 62.0, 30.8, &p.sex.to_string());
    sheet.put("birth_date", VALUE, x, 38.2, &day_first(p.birth, '/'));
    sheet.canvas.text(caption, 62.0, 34.8, "FECHA DE EMISIÓN");
    sheet.put("issue_date", VALUE, 62.0, 38.2, &day_first(valid.issue, '/'));
    sheet.canvas.text(caption, 62.0, 42.2, "FECHA DE VENCIMIENTO");
    sheet.put("expiry_date", VALUE, 62.0, 45.6, &day_first(valid.expiry, '/'));
    sheet.canvas.text(caption, x, 42.2, "NÚMERO");
    sheet.put("document_number", VALUE, x, 45.6, &card_number(p));
    (sheet.facts.surname, sheet.facts.given_names) = (surname, given);
    sheet.facts.dates = [("birth_date", p.birth), ("issue_date", valid.issue), ("expiry_date", valid.expiry)].into();
    sheet.facts.number = Some(card_number(p));
    sheet.canvas.grain(p.seed, 4.0);
    sheet
}

/// The back of a national identity card: place of birth, authority, three lines of 30 letters.
pub fn national_back<'a>(fonts: &'a Fonts, p: &Person, valid: Validity) -> Sheet<'a> {
    let mut sheet = card(fonts, p, "back", [238, 242, 241], [120, 176, 178]);
    let caption = CAPTION.ink([40, 92, 100]);
    sheet.canvas.text(caption, 5.0, 7.0, "LUGAR DE NACIMIENTO");
    sheet.canvas.text(VALUE, 5.0, 10.4, "VILLA NUEVA");
    sheet.canvas.text(caption, 5.0, 14.6, "AUTORIDAD");
    sheet.canvas.text(VALUE, 5.0, 18.0, "REGISTRO CIVIL DE UTOPÍA");
    sheet.canvas.rosette(68.0, 15.0, 10.0, [90, 150, 156], 0.4);
    let (surname, given) = filed_name(p);
    let lines = mrz::format_td1(&mrz::Td1Fields {
        issuing_country: "UTO".into(),
        document_number: card_number(p),
        surname: without_tones(&surname),
        given_names: without_tones(&given),
        nationality: "UTO".into(),
        date_of_birth: zone_date(p.birth),
        sex: zone_sex(p),
        date_of_expiry: zone_date(valid.expiry),
        ..Default::default()
    });
    sheet.canvas.fill(Region::new(0.0, CARD.1 - 23.2, CARD.0, 23.2), [244, 246, 246]);
    let style = Style::new(Face::OcrB, 10.0).pitch(2.54);
    for (i, line) in lines.lines().enumerate() {
        sheet.put("mrz", style, (CARD.0 - 76.2) / 2.0, CARD.1 - 15.6 + 4.9 * i as f32, line);
        sheet.facts.mrz.push(line.to_owned());
    }
    (sheet.facts.surname, sheet.facts.given_names) = (surname.to_uppercase(), given.to_uppercase());
    sheet.facts.dates = [("birth_date", p.birth), ("expiry_date", valid.expiry)].into();
    sheet.facts.number = Some(card_number(p));
    sheet.canvas.grain(p.seed ^ 8, 4.0);
    sheet
}
