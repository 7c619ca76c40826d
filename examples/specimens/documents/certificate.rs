//! A birth certificate in Spanish, and its English translation.

use super::bill::LETTER;
use super::{MESES, Sheet, long_date};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use precheck::geometry::Region;

const TEXT: Style = Style::new(Face::Serif, 11.5);
const CAPTION: Style = Style::new(Face::Sans, 8.4).ink([86, 60, 50]);
const VALUE: Style = Style::new(Face::SerifBold, 12.5);

/// What the certificate and its translation both say.
struct Entry {
    number: String,
    book: String,
    mother: &'static str,
    father: &'static str,
    registered: Date,
}

fn entry(p: &Person) -> Entry {
    let mut rng = Rng::new(p.seed ^ 0xE);
    Entry {
        number: rng.digits(5),
        book: rng.digits(2),
        mother: rng.pick::<&str>(&["Rosalba Ortega Tlapa", "Imelda Quiroga Sáenz", "Nélida Zuluaga Pardo"]),
        father: rng.pick::<&str>(&["Fermín Núñez Alcocer", "Baltazar Montaño Vera", "Eliseo Chávez Rascón"]),
        registered: p.birth + 12.days(),
    }
}

/// The certificate, in Spanish.
pub fn original<'a>(fonts: &'a Fonts, p: &Person) -> Sheet<'a> {
    let ground: Ink = [242, 238, 224];
    let mut sheet = Sheet::new(fonts, "birth_certificate", LETTER, 300.0, ground);
    let e = entry(p);
    sheet.canvas.guilloche(Region::new(6.0, 6.0, 203.0, 267.0), [198, 186, 140], 0.35, 0.8);
    for (inset, thick) in [(8.0, 1.1), (10.4, 0.35)] {
        let area = Region::new(inset, inset, LETTER.0 - 2.0 * inset, LETTER.1 - 2.0 * inset);
        sheet.canvas.frame(area, thick, [122, 84, 56]);
    }
    let middle = LETTER.0 / 2.0;
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 15.0), middle, 28.0, "REPÚBLICA DE UTOPÍA");
    sheet.canvas.text_centered(Style::new(Face::Serif, 12.0), middle, 35.0, "REGISTRO CIVIL");
    sheet.canvas.text_centered(
        Style::new(Face::SerifBold, 20.0).ink([104, 50, 36]),
        middle,
        50.0,
        "ACTA DE NACIMIENTO",
    );
    let date = |d: Date| format!("{} de {} de {}", d.day(), MESES[d.month() as usize - 1], d.year());
    let rows = [
        ("Acta número", e.number.clone(), "document_number"),
        ("Libro", e.book.clone(), ""),
        ("Nombre(s)", p.given_names(), "given_names"),
        ("Apellidos", p.surname.clone(), "surname"),
        ("Fecha de nacimiento", date(p.birth), "birth_date"),
        ("Lugar de nacimiento", "Villa Nueva, Utopía".to_owned(), ""),
        ("Sexo", if p.sex == 'F' { "Femenino" } else { "Masculino" }.to_owned(), ""),
        ("Nombre de la madre", e.mother.to_owned(), ""),
        ("Nombre del padre", e.father.to_owned(), ""),
        ("Fecha de registro", date(e.registered), "issue_date"),
    ];
    list(&mut sheet, &rows, 68.0);
    for (i, line) in [
        "Se extiende la presente certificación a petición de la parte interesada,",
        "en cumplimiento de los artículos aplicables del Código Civil.",
    ]
    .iter()
    .enumerate()
    {
        sheet.canvas.text(TEXT, 24.0, 212.0 + 6.0 * i as f32, line);
    }
    seal(&mut sheet, "EL OFICIAL DEL REGISTRO CIVIL");
    tell(&mut sheet, p, &e);
    sheet.canvas.grain(p.seed, 7.0);
    sheet
}

/// Its translation into English, typed on white paper.
pub fn translation<'a>(fonts: &'a Fonts, p: &Person) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "translation", LETTER, 300.0, super::bill::PAPER);
    let e = entry(p);
    let middle = LETTER.0 / 2.0;
    sheet.canvas.text_centered(
        Style::new(Face::SerifBold, 13.0),
        middle,
        28.0,
        "CERTIFIED TRANSLATION FROM SPANISH INTO ENGLISH",
    );
    sheet.canvas.text_centered(TEXT, middle, 38.0, "REPUBLIC OF UTOPIA   -   CIVIL REGISTRY");
    sheet.canvas.text_centered(Style::new(Face::SerifBold, 16.0), middle, 50.0, "BIRTH CERTIFICATE");
    let rows = [
        ("Record number", e.number.clone(), "document_number"),
        ("Book", e.book.clone(), ""),
        ("Given name(s)", p.given_names(), "given_names"),
        ("Surnames", p.surname.clone(), "surname"),
        ("Date of birth", long_date(p.birth), "birth_date"),
        ("Place of birth", "Villa Nueva, Utopia".to_owned(), ""),
        ("Sex", if p.sex == 'F' { "Female" } else { "Male" }.to_owned(), ""),
        ("Mother's name", e.mother.to_owned(), ""),
        ("Father's name", e.father.to_owned(), ""),
        ("Date of registration", long_date(e.registered), "issue_date"),
    ];
    list(&mut sheet, &rows, 68.0);
    for (i, line) in [
        "I certify that I am competent to translate from Spanish into English and that the",
        "above is a true and complete translation of the document that was shown to me.",
        "",
        "Signed:                                             Translator, member no. 20417",
    ]
    .iter()
    .enumerate()
    {
        sheet.canvas.text(TEXT, 24.0, 214.0 + 6.0 * i as f32, line);
    }
    let pen = [34, 40, 96];
    sheet.canvas.curve(42.0, 78.0, 0.4, pen, 0.9, |x| 230.0 + 2.2 * (x * 0.9).sin() * (x * 0.23).cos());
    tell(&mut sheet, p, &e);
    sheet.canvas.grain(p.seed ^ 3, 6.0);
    sheet
}

/// Captions on the left, values on the right.
fn list(sheet: &mut Sheet<'_>, rows: &[(&str, String, &'static str)], top: f32) {
    for (i, (caption, value, field)) in rows.iter().enumerate() {
        let y = top + 13.6 * i as f32;
        sheet.canvas.text(CAPTION, 24.0, y, caption);
        if field.is_empty() {
            sheet.canvas.text(VALUE, 72.0, y, value);
        } else {
            sheet.put(field, VALUE, 72.0, y, value);
        }
        sheet.canvas.fill(Region::new(70.0, y + 1.8, 122.0, 0.2), [150, 136, 116]);
    }
}

/// A plain round stamp and a signature.
fn seal(sheet: &mut Sheet<'_>, officer: &str) {
    sheet.canvas.rosette(56.0, 244.0, 15.0, [60, 80, 150], 0.55);
    sheet.canvas.text_centered(Style::new(Face::Serif, 10.0), 140.0, 254.0, officer);
    sheet.canvas.fill(Region::new(105.0, 249.4, 70.0, 0.25), [60, 60, 60]);
    sheet.canvas.curve(114.0, 166.0, 0.45, [34, 40, 96], 0.9, |x| 246.0 + 3.0 * (x * 0.7).sin() * (x * 0.19).cos());
}

fn tell(sheet: &mut Sheet<'_>, p: &Person, e: &Entry) {
    let f = &mut sheet.facts;
    f.culture = p.culture;
    (f.surname, f.given_names) = (p.surname.clone(), p.given_names());
    f.full_name = Some(p.full_name());
    f.dates = [("birth_date", p.birth), ("issue_date", e.registered)].into();
    f.number = Some(e.number.clone());
}
