//! The data page of a passport: 125 x 88 mm, with two lines of 44 OCR-B letters, ten per inch (ICAO Doc 9303 part 4).

use super::{Sheet, Validity, filed_name, without_tones, zone_date, zone_sex};
use crate::canvas::{Ink, Printed, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::civil::Date;
use precheck::geometry::Region;

/// Captions of a language; each is printed before the English one.
struct Captions {
    passport: &'static str,
    kind: &'static str,
    code: &'static str,
    number: &'static str,
    surname: &'static str,
    given: &'static str,
    nationality: &'static str,
    birth: &'static str,
    sex: &'static str,
    place: &'static str,
    issue: &'static str,
    expiry: &'static str,
    authority: &'static str,
}

const ENGLISH: Captions = Captions {
    passport: "PASSPORT",
    kind: "Type",
    code: "Country code",
    number: "Passport No.",
    surname: "Surname",
    given: "Given name(s)",
    nationality: "Nationality",
    birth: "Date of birth",
    sex: "Sex",
    place: "Place of birth",
    issue: "Date of issue",
    expiry: "Date of expiry",
    authority: "Authority",
};
const SPANISH: Captions = Captions {
    passport: "PASAPORTE",
    kind: "Tipo",
    code: "Clave del país",
    number: "No. de pasaporte",
    surname: "Apellidos",
    given: "Nombres",
    nationality: "Nacionalidad",
    birth: "Fecha de nacimiento",
    sex: "Sexo",
    place: "Lugar de nacimiento",
    issue: "Fecha de expedición",
    expiry: "Fecha de caducidad",
    authority: "Autoridad",
};
const PORTUGUESE: Captions = Captions {
    passport: "PASSAPORTE",
    kind: "Tipo",
    code: "País emissor",
    number: "Passaporte nº",
    surname: "Sobrenome",
    given: "Nome",
    nationality: "Nacionalidade",
    birth: "Data de nascimento",
    sex: "Sexo",
    place: "Naturalidade",
    issue: "Data de expedição",
    expiry: "Válido até",
    authority: "Autoridade",
};
const FRENCH: Captions = Captions {
    passport: "PASSEPORT",
    kind: "Type",
    code: "Code du pays",
    number: "Passeport n°",
    surname: "Nom",
    given: "Prénoms",
    nationality: "Nationalité",
    birth: "Date de naissance",
    sex: "Sexe",
    place: "Lieu de naissance",
    issue: "Date de délivrance",
    expiry: "Date d'expiration",
    authority: "Autorité",
};
const GERMAN: Captions = Captions {
    passport: "REISEPASS",
    kind: "Typ",
    code: "Kode",
    number: "Pass-Nr.",
    surname: "Name",
    given: "Vornamen",
    nationality: "Staatsangehörigkeit",
    birth: "Geburtstag",
    sex: "Geschlecht",
    place: "Geburtsort",
    issue: "Ausstellungsdatum",
    expiry: "Gültig bis",
    authority: "Behörde",
};
const TURKISH: Captions = Captions {
    passport: "PASAPORT",
    kind: "Tip",
    code: "Ülke kodu",
    number: "Pasaport No",
    surname: "Soyadı",
    given: "Adı",
    nationality: "Uyruğu",
    birth: "Doğum tarihi",
    sex: "Cinsiyeti",
    place: "Doğum yeri",
    issue: "Veriliş tarihi",
    expiry: "Geçerlilik tarihi",
    authority: "Makam",
};

/// Captions, name of the country on the page, nationality, prefix of the number, color of the page.
fn country(code: &str) -> (&'static Captions, &'static str, &'static str, &'static str, Ink) {
    match code {
        "MEX" => (&SPANISH, "ESTADOS UNIDOS MEXICANOS", "MEXICANA", "N", [229, 236, 228]),
        "GTM" => (&SPANISH, "REPÚBLICA DE GUATEMALA", "GUATEMALTECA", "", [226, 233, 240]),
        "SLV" => (&SPANISH, "REPÚBLICA DE EL SALVADOR", "SALVADOREÑA", "B", [228, 232, 242]),
        "COL" => (&SPANISH, "REPÚBLICA DE COLOMBIA", "COLOMBIANA", "AX", [241, 233, 224]),
        "PER" => (&SPANISH, "REPÚBLICA DEL PERÚ", "PERUANA", "", [241, 229, 226]),
        "HND" => (&SPANISH, "REPÚBLICA DE HONDURAS", "HONDUREÑA", "G", [226, 234, 242]),
        "BRA" => (&PORTUGUESE, "REPÚBLICA FEDERATIVA DO BRASIL", "BRASILEIRO(A)", "GK", [228, 236, 230]),
        "MAR" => (&FRENCH, "ROYAUME DU MAROC", "MAROCAINE", "UM", [232, 236, 228]),
        "FRA" => (&FRENCH, "RÉPUBLIQUE FRANÇAISE", "FRANÇAISE", "22FV", [240, 232, 234]),
        "DEU" => (&GERMAN, "BUNDESREPUBLIK DEUTSCHLAND", "DEUTSCH", "C", [234, 232, 240]),
        "TUR" => (&TURKISH, "TÜRKİYE CUMHURİYETİ", "T.C.", "U", [242, 231, 228]),
        "CHN" => (&ENGLISH, "PEOPLE'S REPUBLIC OF CHINA", "CHINESE", "EJ", [238, 230, 232]),
        "IND" => (&ENGLISH, "REPUBLIC OF INDIA", "INDIAN", "T", [231, 233, 240]),
        "PHL" => (&ENGLISH, "REPUBLIC OF THE PHILIPPINES", "FILIPINO", "P", [238, 232, 228]),
        "KOR" => (&ENGLISH, "REPUBLIC OF KOREA", "REPUBLIC OF KOREA", "M", [229, 236, 234]),
        "VNM" => (&ENGLISH, "SOCIALIST REPUBLIC OF VIET NAM", "VIETNAMESE", "C", [230, 238, 230]),
        "NGA" => (&ENGLISH, "FEDERAL REPUBLIC OF NIGERIA", "NIGERIAN", "B", [229, 238, 229]),
        "EGY" => (&ENGLISH, "ARAB REPUBLIC OF EGYPT", "EGYPTIAN", "A", [230, 236, 228]),
        "UKR" => (&ENGLISH, "UKRAINE", "UKRAINIAN", "FX", [230, 234, 242]),
        "POL" => (&ENGLISH, "REPUBLIC OF POLAND", "POLISH", "EK", [240, 230, 230]),
        "ITA" => (&ENGLISH, "ITALIAN REPUBLIC", "ITALIAN", "YC", [240, 230, 228]),
        "NLD" => (&ENGLISH, "KINGDOM OF THE NETHERLANDS", "NETHERLANDS", "NX", [240, 232, 226]),
        _ => (&ENGLISH, "UTOPIA", "UTOPIAN", "L", [232, 234, 238]),
    }
}

const WIDTH: f32 = 125.0;
const HEIGHT: f32 = 88.0;
const CAPTION: Style = Style::new(Face::Sans, 5.1).ink([70, 78, 96]);
const VALUE: Style = Style::new(Face::Wide, 9.2);

/// `12 APR 1990`.
fn page_date(d: Date) -> String {
    let month = &super::MONTHS[d.month() as usize - 1][..3];
    format!("{:02} {} {:04}", d.day(), month.to_uppercase(), d.year())
}

/// Draws the page.
pub fn passport<'a>(fonts: &'a Fonts, p: &Person, valid: Validity) -> Sheet<'a> {
    let (captions, state, nationality, prefix, paper) = country(p.country);
    let mut sheet = Sheet::new(fonts, "passport", (WIDTH, HEIGHT), 600.0, paper);
    sheet.side = Some("front");
    sheet.corner = 3.0;
    sheet.glossy = true;
    let mut rng = Rng::new(p.seed ^ 1);
    ground(&mut sheet, paper, &mut rng);
    let title = Style::new(Face::WideBold, 8.6).ink([62, 40, 60]);
    sheet.canvas.text_centered(title, WIDTH / 2.0 + 18.0, 6.8, state);
    let heading = Style::new(Face::SansBold, 8.0).ink([62, 40, 60]);
    sheet.canvas.text(heading, 5.0, 7.0, captions.passport);
    if captions.passport != "PASSPORT" {
        sheet.canvas.text(Style { points: 6.4, ..heading }, 5.0, 10.4, "PASSPORT");
    }
    sheet.canvas.portrait(Region::new(5.0, 14.0, 35.0, 45.0), skin(&mut rng), [44, 36, 34]);
    let number = format!("{prefix}{}", rng.digits(9 - prefix.len().max(1)));
    fields(&mut sheet, p, valid, captions, nationality, &number);
    zone(&mut sheet, p, valid, &number);
    sheet.canvas.grain(p.seed, 5.0);
    sheet
}

/// One of several skin tones.
pub fn skin(rng: &mut Rng) -> Ink {
    *rng.pick(&[[224, 188, 164], [205, 164, 134], [178, 132, 102], [142, 100, 76], [104, 72, 56]])
}

/// The printed ground: waves and rosettes in pale colors.
fn ground(sheet: &mut Sheet<'_>, paper: Ink, rng: &mut Rng) {
    let darker = paper.map(|v| v.saturating_sub(58));
    let phase = rng.range(0.0, 6.0);
    sheet.canvas.guilloche(Region::new(0.0, 0.0, WIDTH, HEIGHT - 22.0), darker, 0.55, phase);
    sheet.canvas.guilloche(Region::new(0.0, 3.0, WIDTH, HEIGHT - 26.0), [196, 186, 160], 0.5, phase + 1.6);
    sheet.canvas.rosette(92.0, 38.0, 17.0, darker, 0.22);
    let zone_ground = paper.map(|v| v.saturating_add(9));
    sheet.canvas.fill(Region::new(0.0, HEIGHT - 23.2, WIDTH, 23.2), zone_ground);
    sheet.canvas.guilloche(Region::new(0.0, HEIGHT - 23.0, WIDTH, 22.0), darker, 0.16, phase);
}

/// The captions and values of the visual zone.
fn fields(sheet: &mut Sheet<'_>, p: &Person, v: Validity, c: &Captions, nationality: &str, number: &str) {
    let english = |local: &str, en: &str| if local == en { en.to_owned() } else { format!("{local} / {en}") };
    let caption = |sheet: &mut Sheet<'_>, x: f32, y: f32, local: &str, en: &str| {
        sheet.canvas.text(CAPTION, x, y, &english(local, en));
    };
    let (surname, given) = filed_name(p);
    let (surname, given) = (surname.to_uppercase(), given.to_uppercase());
    let code = if p.country == "DEU" { "D" } else { p.country };
    let (x, right) = (44.0, 86.0);
    let row = |i: u8| 12.4 + 7.35 * f32::from(i);
    let value = |i: u8| row(i) + 3.7;
    caption(sheet, x, row(0), c.kind, "Type");
    caption(sheet, 57.0, row(0), c.code, "Country code");
    caption(sheet, right, row(0), c.number, "Passport No.");
    sheet.canvas.text(VALUE, x, value(0), "P");
    sheet.put("issuing_country", VALUE, 57.0, value(0), code);
    sheet.put("document_number", Style { face: Face::WideBold, ..VALUE }, right, value(0), number);
    caption(sheet, x, row(1), c.surname, "Surname");
    sheet.put("surname", VALUE, x, value(1), &surname);
    caption(sheet, x, row(2), c.given, "Given names");
    sheet.put("given_names", VALUE, x, value(2), &given);
    caption(sheet, x, row(3), c.nationality, "Nationality");
    sheet.put("nationality", VALUE, x, value(3), nationality);
    caption(sheet, right, row(3), c.sex, "Sex");
    sheet.put("sex", VALUE, right, value(3), &p.sex.to_string());
    caption(sheet, x, row(4), c.birth, "Date of birth");
    sheet.put("birth_date", VALUE, x, value(4), &page_date(p.birth));
    caption(sheet, right, row(4), c.place, "Place of birth");
    sheet.canvas.text(VALUE, right, value(4), p.country);
    caption(sheet, x, row(5), c.issue, "Date of issue");
    sheet.put("issue_date", VALUE, x, value(5), &page_date(v.issue));
    caption(sheet, right, row(5), c.authority, "Authority");
    sheet.canvas.text(VALUE, right, value(5), "OFFICE 0417");
    caption(sheet, x, row(6), c.expiry, "Date of expiry");
    sheet.put("expiry_date", VALUE, x, value(6), &page_date(v.expiry));
    sheet.facts.culture = p.culture;
    (sheet.facts.surname, sheet.facts.given_names) = (surname, given);
    sheet.facts.number = Some(number.to_owned());
    sheet.facts.dates = [("birth_date", p.birth), ("issue_date", v.issue), ("expiry_date", v.expiry)].into();
}

/// The machine readable zone, with correct check digits.
fn zone(sheet: &mut Sheet<'_>, p: &Person, valid: Validity, number: &str) {
    let (surname, given) = filed_name(p);
    let code = if p.country == "DEU" { "D" } else { p.country };
    let lines = mrz::format_td3(&mrz::Td3Fields {
        issuing_country: code.into(),
        document_number: number.into(),
        surname: without_tones(&surname),
        given_names: without_tones(&given),
        nationality: code.into(),
        date_of_birth: zone_date(p.birth),
        sex: zone_sex(p),
        date_of_expiry: zone_date(valid.expiry),
        ..Default::default()
    });
    let style = Style::new(Face::OcrB, 10.0).pitch(2.54);
    for (i, line) in lines.lines().enumerate() {
        sheet.put("mrz", style, (WIDTH - 44.0 * 2.54) / 2.0, HEIGHT - 13.4 + 6.35 * i as f32, line);
        sheet.facts.mrz.push(line.to_owned());
    }
}

/// The page in its open booklet, below an empty page with a number, as booklets often lie on a table.
pub fn spread<'a>(fonts: &'a Fonts, page: &Sheet<'a>) -> Sheet<'a> {
    let mut whole = Sheet::new(fonts, "passport", (WIDTH, 2.0 * HEIGHT), 600.0, [236, 234, 228]);
    (whole.side, whole.corner, whole.glossy) = (Some("front"), 3.0, true);
    whole.canvas.guilloche(Region::new(0.0, 2.0, WIDTH, HEIGHT - 4.0), [176, 190, 196], 0.5, 1.0);
    whole.canvas.text_centered(Style::new(Face::Serif, 7.0), WIDTH / 2.0, 8.0, "OBSERVATIONS / OBSERVACIONES");
    whole.canvas.text_right(Style::new(Face::Serif, 8.0), WIDTH - 5.0, 84.0, "3");
    let down = whole.canvas.image.height() - page.canvas.image.height();
    image::imageops::replace(&mut whole.canvas.image, &page.canvas.image, 0, i64::from(down));
    // the fold is a shadow that is darkest in the seam
    whole.canvas.shade(Region::new(0.0, HEIGHT - 6.0, WIDTH, 12.0), [40, 36, 36], |_, y| {
        0.5 * (-(y - HEIGHT).abs() / 1.6).exp()
    });
    let moved = |m: &super::Mark| super::Mark { area: Region { top: m.area.top + HEIGHT, ..m.area }, ..m.clone() };
    whole.marks = page.marks.iter().map(moved).collect();
    let printed = page.canvas.printed.iter();
    whole.canvas.printed.extend(printed.map(|line| {
        let down = |area: Region| Region { top: area.top + HEIGHT, ..area };
        Printed { text: line.text.clone(), area: down(line.area), ink: down(line.ink) }
    }));
    whole.facts = page.facts.clone();
    whole
}
