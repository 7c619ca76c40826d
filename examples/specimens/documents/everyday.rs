//! Papers that lie beside documents or look like two documents: a letter of two pages, an envelope, a leaflet in two
//! columns, a form in two languages. The wording is our own.

use super::bill::{LETTER, PAPER};
use super::{Sheet, long_date};
use crate::canvas::{Canvas, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::civil::Date;
use precheck::geometry::Region;

const TEXT: Style = Style::new(Face::Serif, 11.0);

const ENGLISH: [&str; 12] = [
    "Thank you for the papers that you sent to our office last month.",
    "We have looked at all of them and have put them into your file.",
    "The next meeting of the board will be held on the date above,",
    "and you will be told the result by letter within three weeks.",
    "Please keep this page together with the other parts of the notice.",
    "If your address has changed, let us know as soon as you can.",
    "Nothing has to be paid before the decision has been made.",
    "Our office is open from Monday to Friday between nine and four.",
    "You may also call the number at the top of the first page.",
    "The rules that apply to your case are printed on the back.",
    "A copy of this letter has been sent to the person you named.",
    "With kind regards, and with thanks for your patience.",
];

const SPANISH: [&str; 12] = [
    "Le agradecemos los documentos que envió a nuestra oficina.",
    "Los hemos revisado todos y los hemos puesto en su expediente.",
    "La próxima reunión de la junta será en la fecha indicada arriba,",
    "y se le comunicará el resultado por carta en tres semanas.",
    "Conserve esta hoja junto con las demás partes del aviso.",
    "Si ha cambiado de domicilio, háganoslo saber cuanto antes.",
    "No tiene que pagar nada antes de que se tome la decisión.",
    "La oficina abre de lunes a viernes entre las nueve y las cuatro.",
    "También puede llamar al número que está en la primera hoja.",
    "Las reglas que se aplican a su caso están al dorso.",
    "Se ha enviado una copia de esta carta a la persona indicada.",
    "Con un cordial saludo y gracias por su paciencia.",
];

/// A page of a letter in English or Spanish.
pub fn letter_page<'a>(fonts: &'a Fonts, p: &Person, sent: Date, page: usize, spanish: bool) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "other", LETTER, 200.0, PAPER);
    let words = if spanish { &SPANISH } else { &ENGLISH };
    let mut rng = Rng::new(p.seed ^ 0xA1 ^ page as u64);
    let reference = Rng::new(p.seed ^ 0xA2).digits(7);
    let head =
        if spanish { format!("Expediente {reference}, hoja {page}") } else { format!("Case {reference}, page {page}") };
    sheet.canvas.text(Style::new(Face::Sans, 9.0), 130.0, 16.0, &head);
    let mut y = 40.0;
    if page == 1 {
        sheet.canvas.text(TEXT, 24.0, 36.0, &p.full_name());
        sheet.canvas.text(TEXT, 24.0, 42.0, &p.home.line1);
        sheet.canvas.text(TEXT, 24.0, 48.0, &p.city_line());
        let day = if spanish { super::day_first(sent, '/') } else { long_date(sent) };
        sheet.canvas.text(TEXT, 24.0, 62.0, &day);
        y = 80.0;
    }
    while y < 255.0 {
        sheet.canvas.text(TEXT, 24.0, y, words[rng.below(words.len())]);
        y += if rng.below(5) == 0 { 11.0 } else { 5.6 };
    }
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// An envelope with sender and addressee.
pub fn envelope<'a>(fonts: &'a Fonts, p: &Person) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "other", (241.0, 105.0), 200.0, [236, 228, 206]);
    let small = Style::new(Face::Sans, 9.0);
    for (i, line) in ["Office of Records", "PO Box 1180", "Carson City, NV 89702"].iter().enumerate() {
        sheet.canvas.text(small, 12.0, 14.0 + 4.4 * i as f32, line);
    }
    let text = Style::new(Face::Sans, 12.0);
    for (i, line) in [p.full_name(), p.home.line1.clone(), p.city_line()].iter().enumerate() {
        sheet.canvas.text(text, 110.0, 56.0 + 6.0 * i as f32, line);
    }
    sheet.canvas.frame(Region::new(205.0, 8.0, 26.0, 30.0), 0.6, [150, 60, 60]);
    sheet.canvas.text(small, 208.0, 20.0, "FOREVER");
    sheet
}

fn column(canvas: &mut Canvas<'_>, left: f32, words: &[&str], rng: &mut Rng) {
    let style = Style::new(Face::Serif, 8.4);
    let mut y = 44.0;
    while y < 262.0 {
        canvas.text(style, left, y, words[rng.below(words.len())]);
        y += if rng.below(6) == 0 { 8.0 } else { 4.2 };
    }
}

/// A leaflet in two columns of one language.
pub fn columns<'a>(fonts: &'a Fonts, p: &Person, spanish: bool) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "other", LETTER, 200.0, PAPER);
    let mut rng = Rng::new(p.seed ^ 0xA3);
    let (title, words) =
        if spanish { ("AVISO A LOS CLIENTES", &SPANISH) } else { ("NOTICE TO OUR CUSTOMERS", &ENGLISH) };
    sheet.canvas.text(Style::new(Face::SansBold, 18.0), 16.0, 28.0, title);
    column(&mut sheet.canvas, 16.0, words, &mut rng);
    column(&mut sheet.canvas, 114.0, words, &mut rng);
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// A form with captions in English and Spanish, one above the other or one in each column.
pub fn form<'a>(fonts: &'a Fonts, p: &Person, in_columns: bool) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "other", LETTER, 200.0, PAPER);
    let mut rng = Rng::new(p.seed ^ 0xA4);
    let (bold, small) = (Style::new(Face::SansBold, 13.0), Style::new(Face::Sans, 8.6));
    sheet.canvas.text(bold, 16.0, 22.0, "Application for benefits / Solicitud de beneficios");
    let rows = [
        ("Name of the applicant", "Nombre del solicitante", p.full_name()),
        ("Date of birth (month, day, year)", "Fecha de nacimiento (mes, día, año)", super::us_date(p.birth)),
        ("Street address where you live", "Domicilio en el que vive", p.home.line1.clone()),
        ("City, state and ZIP code", "Ciudad, estado y código postal", p.city_line()),
        ("Is this your first application?", "¿Es esta su primera solicitud?", "No".to_owned()),
        ("Number of people who live with you", "Número de personas que viven con usted", rng.digits(1)),
        ("Name of the person who helped you", "Nombre de la persona que le ayudó", String::new()),
        ("Sign here and write the date", "Firme aquí y escriba la fecha", "03/14/2026".to_owned()),
    ];
    for (i, (english, spanish, value)) in rows.iter().enumerate() {
        let y = 40.0 + 26.0 * i as f32;
        sheet.canvas.text(small, 16.0, y, english);
        let (x, under) = if in_columns { (114.0, y) } else { (16.0, y + 4.2) };
        sheet.canvas.text(small, x, under, spanish);
        sheet.canvas.text(TEXT, 18.0, y + 12.0, value);
        sheet.canvas.frame(Region::new(16.0, y + 6.0, 184.0, 9.0), 0.25, [80, 80, 80]);
    }
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}
