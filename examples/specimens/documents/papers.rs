//! Bills, statements, pay stubs and medical bills as they are printed in several countries: with the address window on
//! either side, a title before the name, captions beside, below or above their values, or a spouse or an employer on
//! the same page.
//!
//! The wording and the companies are our own; only the order of the parts follows real papers.

use super::bill::{LETTER, PAPER};
use super::{MESES, Sheet, day_first, long_date, us_date};
use crate::canvas::{Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people::Person;
use crate::rng::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use precheck::geometry::Region;

const TEXT: Style = Style::new(Face::Sans, 9.2);
const BOLD: Style = Style::new(Face::SansBold, 9.2);

/// How a paper writes its dates.
#[derive(Debug, Clone, Copy)]
enum Dates {
    /// `10/28/2026`.
    American,
    /// `October 28, 2026`.
    Long,
    /// `28/10/2026`.
    Slashes,
    /// `28.10.2026`.
    Dots,
    /// `28 de octubre de 2026`.
    Spanish,
}

impl Dates {
    fn write(self, d: Date) -> String {
        match self {
            Self::American => us_date(d),
            Self::Long => long_date(d),
            Self::Slashes => day_first(d, '/'),
            Self::Dots => day_first(d, '.'),
            Self::Spanish => format!("{} de {} de {}", d.day(), MESES[d.month() as usize - 1], d.year()),
        }
    }
}

/// Where the holder's name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In the window on the left.
    Left,
    /// In the window on the right.
    Right,
    /// After a caption, with the address below.
    Captioned(&'static str),
}

/// One kind of paper.
pub struct Paper {
    kind: &'static str,
    company: [&'static str; 3],
    title: &'static str,
    /// Captions of the number, the date, the due date and the period.
    captions: [&'static str; 4],
    rows: [&'static str; 5],
    foot: &'static str,
    /// Title of a woman, and of a man; empty if the paper has no titles.
    titles: [&'static str; 2],
    dates: Dates,
    place: Place,
    /// Street and place; `#` is the house number. `None` for the person's own home.
    home: Option<[&'static str; 3]>,
    /// Another person on the page, after a caption.
    other: Option<[&'static str; 2]>,
    /// Whether captions are above their values instead of beside them.
    over: bool,
}

impl Paper {
    /// Whether it shows the address at which the person lives, and nobody else.
    pub fn is_at_home(&self) -> bool {
        self.home.is_none() && self.other.is_none()
    }
}

/// All of them.
pub static PAPERS: [Paper; 12] = [
    Paper {
        kind: "utility_bill",
        company: ["Électricité du Val", "12 quai des Saules, 69002 LYON", "www.example.fr"],
        title: "Votre facture d'électricité",
        captions: ["N° de compte", "Facture du", "À payer avant le", "Période"],
        rows: ["Abonnement", "Consommation 412 kWh", "Taxes et contributions", "TVA 20 %", "Montant à payer"],
        foot: "Point de livraison 14 203 771 220 558. En cas de retard des pénalités sont dues.",
        titles: ["MME ", "M. "],
        dates: Dates::Slashes,
        place: Place::Right,
        home: Some(["# RUE DES LILAS", "69003 LYON", "69003"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "utility_bill",
        company: ["Stadtwerke Lindenau", "Werkstraße 4, 80331 München", "www.example.de"],
        title: "Ihre Stromrechnung",
        captions: ["Kundennummer", "Rechnungsdatum", "Zahlbar bis", "Abrechnungszeitraum"],
        rows: ["Grundpreis", "Verbrauch 1180 kWh", "Stromsteuer", "Umsatzsteuer 19 %", "Rechnungsbetrag"],
        foot: "Zählernummer 1 ESY 4471 0093. Bitte bewahren Sie diese Rechnung auf.",
        titles: ["Frau ", "Herrn "],
        dates: Dates::Dots,
        place: Place::Left,
        home: Some(["Lindenstraße #", "80339 München", "80339"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "utility_bill",
        company: ["Comisión de Luz del Valle", "Av. Reforma 164, 06600 Ciudad de México", "www.example.mx"],
        title: "Recibo de luz",
        captions: ["No. de servicio", "Fecha de facturación", "Límite de pago", "Periodo facturado"],
        rows: ["Cargo fijo", "Consumo 287 kWh", "Apoyo gubernamental", "IVA 16 %", "Total a pagar"],
        foot: "Medidor 44F0B2. Corte a partir del día siguiente a la fecha límite de pago.",
        titles: ["", ""],
        dates: Dates::Spanish,
        place: Place::Left,
        home: Some(["AV JUAREZ # COL CENTRO", "44100 GUADALAJARA, JAL.", "44100"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "utility_bill",
        company: ["Luce e Gas Tirreno", "Via dei Mille 8, 00185 Roma", "www.example.it"],
        title: "Bolletta dell'energia elettrica",
        captions: ["Codice cliente", "Data di emissione", "Scadenza", "Periodo"],
        rows: ["Quota fissa", "Consumo 310 kWh", "Oneri di sistema", "IVA 10 %", "Totale da pagare"],
        foot: "Lettura del contatore rilevata. Per i guasti chiami il numero 800 555 014.",
        titles: ["Sig.ra ", "Sig. "],
        dates: Dates::Slashes,
        place: Place::Captioned("Intestatario"),
        home: Some(["VIA GARIBALDI #", "20121 MILANO MI", "20121"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "utility_bill",
        company: ["Energia do Planalto", "Rua das Acácias 500, Campinas SP", "www.example.br"],
        title: "Fatura de energia elétrica",
        captions: ["Nº da instalação", "Data de emissão", "Vencimento", "Período"],
        rows: ["Consumo 199 kWh", "Bandeira tarifária", "Iluminação pública", "ICMS", "Total a pagar"],
        foot: "Próxima leitura prevista para o mês seguinte.",
        titles: ["", ""],
        dates: Dates::Slashes,
        place: Place::Left,
        home: Some(["RUA DAS FLORES # APTO 4", "CEP 01310-100 SAO PAULO SP", "01310-100"]),
        other: None,
        over: true,
    },
    Paper {
        kind: "utility_bill",
        company: ["City of Larkspur Water", "PO Box 7710, Springfield, IL 62708", "www.example.com"],
        title: "Water and sewer bill",
        captions: ["Account", "Bill date", "Payment due", "Service from"],
        rows: ["Water usage, 4,210 gallons", "Sewer", "Stormwater fee", "Late fee", "Total amount due"],
        foot: "Bills that remain unpaid after the due date are charged a late fee.",
        titles: ["Mrs ", "Mr "],
        dates: Dates::American,
        place: Place::Left,
        home: None,
        other: None,
        over: true,
    },
    Paper {
        kind: "bank_statement",
        company: ["Banco del Istmo", "Paseo de la Castellana 90, 28046 Madrid", "www.example.es"],
        title: "Estado de cuenta",
        captions: ["Número de cuenta", "Fecha de corte", "Próximo corte", "Periodo"],
        rows: ["Saldo anterior", "Depósitos", "Retiros", "Comisiones", "Saldo final"],
        foot: "Cualquier aclaración debe hacerse en los 90 días siguientes.",
        titles: ["Sra. ", "Sr. "],
        dates: Dates::Slashes,
        place: Place::Left,
        home: Some(["CALLE GRANADA # 3B", "28013 MADRID", "28013"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "bank_statement",
        company: ["Banque des Deux Rives", "3 place du Marché, 33000 BORDEAUX", "www.example.fr"],
        title: "Relevé de compte",
        captions: ["Compte n°", "Date du relevé", "Date de valeur", "Période"],
        rows: ["Ancien solde", "Virements reçus", "Paiements par carte", "Frais", "Nouveau solde"],
        foot: "Titulaire du compte : voir ci-dessus. Conservez ce relevé.",
        titles: ["MME ", "MR "],
        dates: Dates::Dots,
        place: Place::Right,
        home: Some(["# AVENUE VICTOR HUGO", "33200 BORDEAUX", "33200"]),
        other: None,
        over: false,
    },
    Paper {
        kind: "bank_statement",
        company: ["Harbor Point Credit Union", "PO Box 990, Springfield, IL 62708", "Federally insured by NCUA"],
        title: "Account statement",
        captions: ["Member number", "Statement date", "Next statement", "Statement period"],
        rows: ["Previous balance", "Deposits", "Withdrawals", "Dividends", "Ending balance"],
        foot: "Please report errors within 60 days.",
        titles: ["", ""],
        dates: Dates::Long,
        place: Place::Captioned("Account owner"),
        home: None,
        other: Some(["Joint owner", "PERRIN HOLLOWAY"]),
        over: false,
    },
    Paper {
        kind: "pay_stub",
        company: ["Greenleaf Landscaping LLC", "4400 Depot Rd, Reno, NV 89502", "Payroll department"],
        title: "Earnings statement",
        captions: ["Employee ID", "Pay date", "Next pay day", "Pay period"],
        rows: ["Gross pay", "Federal income tax", "Social security tax", "Medicare tax", "Net pay"],
        foot: "Direct deposit to account ending in 4417. Year to date totals on request.",
        titles: ["", ""],
        dates: Dates::American,
        place: Place::Captioned("Employee name"),
        home: None,
        other: Some(["Supervisor", "OTTO BRENNER"]),
        over: false,
    },
    Paper {
        kind: "medical_bill",
        company: ["Juniper Valley Medical Center", "1 Hospital Way, Aurora, IL 60505", "Billing office 800-555-0133"],
        title: "Patient statement",
        captions: ["Account", "Statement date", "Payment due", "Date of service"],
        rows: ["Office visit", "Laboratory", "Insurance paid", "Adjustments", "Patient responsibility"],
        foot: "Attending physician: R. Castellane, MD. Questions about this medical bill: call us.",
        titles: ["", ""],
        dates: Dates::American,
        place: Place::Left,
        home: None,
        other: Some(["Physician", "RENATA CASTELLANE"]),
        over: true,
    },
    Paper {
        kind: "utility_bill",
        company: ["Tri-County Natural Gas", "PO Box 3310, Springfield, IL 62708", "www.example.com"],
        title: "Natural gas bill",
        captions: ["Customer number", "Date billed", "Please pay by", "Billing period"],
        rows: ["Gas used, 61 therms", "Distribution", "Customer charge", "Taxes", "Amount due"],
        foot: "If you smell gas leave at once and call 800-555-0101.",
        titles: ["Ms. ", "Mr. "],
        dates: Dates::Long,
        place: Place::Captioned("Service for"),
        home: None,
        other: None,
        over: false,
    },
];

/// Draws a paper for a person, dated `statement`.
pub fn paper<'a>(fonts: &'a Fonts, p: &Person, which: &Paper, statement: Date) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, which.kind, LETTER, 330.0, PAPER);
    let mut rng = Rng::new(p.seed ^ 0xF1);
    let hue: Ink = *rng.pick(&[[24, 84, 140], [130, 40, 52], [36, 108, 62], [70, 62, 120]]);
    let right = which.place == Place::Right;
    sheet.canvas.text(Style::new(Face::SansBold, 17.0).ink(hue), 16.0, 20.0, which.company[0]);
    for (i, line) in which.company[1..].iter().enumerate() {
        sheet.canvas.text(Style::new(Face::Sans, 8.0), 16.0, 25.0 + 4.0 * i as f32, line);
    }
    sheet.canvas.text(Style::new(Face::SansBold, 14.0), 16.0, 92.0, which.title);
    let number = format!("{} {}", rng.digits(4), rng.digits(6));
    head(&mut sheet, which, &number, statement, if right { 16.0 } else { 116.0 });
    holder(&mut sheet, p, which, &mut rng);
    rows(&mut sheet, which, &mut rng, hue);
    sheet.facts.dates = [("statement_date", statement)].into();
    sheet.facts.number = Some(number);
    sheet.facts.culture = p.culture;
    sheet.canvas.grain(p.seed, 6.0);
    sheet
}

/// Number, date, due date and period, beside or below their captions.
fn head(sheet: &mut Sheet<'_>, which: &Paper, number: &str, statement: Date, left: f32) {
    let write = |d: Date| which.dates.write(d);
    let period = format!("{} - {}", write(statement - 33.days()), write(statement - 3.days()));
    let values = [
        (number.to_owned(), "document_number"),
        (write(statement), "statement_date"),
        (write(statement + 20.days()), "due_date"),
        (period, "service_period"),
    ];
    let top = if left < 100.0 { 42.0 } else { 20.0 };
    for (i, ((value, field), caption)) in values.iter().zip(which.captions).enumerate() {
        let step = if which.over { 9.4 } else { 6.0 };
        let y = top + step * i as f32;
        sheet.canvas.text(TEXT, left, y, caption);
        let (x, y) = if which.over { (left, y + 4.2) } else { (left + 38.0, y) };
        sheet.put(field, if which.over { BOLD } else { TEXT }, x, y, value);
    }
}

/// The name, with a title if the paper has titles, and the address below it.
fn holder(sheet: &mut Sheet<'_>, p: &Person, which: &Paper, rng: &mut Rng) {
    let american = which.home.is_none();
    let name = if american { super::ascii_upper(&p.full_name()) } else { p.full_name().to_uppercase() };
    let house = (1 + rng.below(180)).to_string();
    let (street, city, code) = match which.home {
        Some([street, city, code]) => (street.replace('#', &house), city.to_owned(), code.to_owned()),
        None => (p.home.line1.to_uppercase(), p.city_line().to_uppercase(), p.home.postal_code.to_owned()),
    };
    let title = which.titles[usize::from(p.sex != 'F')];
    let x = if which.place == Place::Right { 112.0 } else { 20.0 };
    let style = Style::new(Face::Sans, 10.6);
    let mut from = x;
    if let Place::Captioned(caption) = which.place {
        sheet.canvas.text(TEXT, x, 58.0, caption);
        from = x + 36.0;
    }
    let shown = sheet.canvas.measure(style, title);
    if !title.is_empty() {
        sheet.canvas.text(style, from, 58.0, title);
    }
    sheet.put("full_name", style, from + shown, 58.0, &name);
    sheet.put("address", style, from, 62.8, &street);
    sheet.put("address", style, from, 67.6, &city);
    if let Some([caption, other]) = which.other {
        sheet.canvas.text(TEXT, x, 76.0, caption);
        sheet.canvas.text(TEXT, x + 36.0, 76.0, other);
    }
    let f = &mut sheet.facts;
    f.full_name = Some(name);
    (f.surname, f.given_names) = (p.surname.clone(), p.given_names());
    f.address = Some((street, code));
}

/// What is charged or earned.
fn rows(sheet: &mut Sheet<'_>, which: &Paper, rng: &mut Rng, hue: Ink) {
    sheet.canvas.fill(Region::new(16.0, 97.0, 183.0, 1.0), hue);
    for (i, row) in which.rows.iter().enumerate() {
        let y = 107.0 + 8.0 * i as f32;
        let last = i + 1 == which.rows.len();
        let style = if last { BOLD } else { TEXT };
        sheet.canvas.text(style, 18.0, y, row);
        sheet.canvas.text_right(style, 197.0, y, &format!("{}.{:02}", 10 + rng.below(900), rng.below(100)));
        sheet.canvas.fill(Region::new(16.0, y + 2.2, 183.0, 0.15), [180, 180, 184]);
    }
    sheet.canvas.text(Style::new(Face::Sans, 8.4), 16.0, 160.0, which.foot);
    for bar in 0..12u8 {
        let tall = rng.range(12.0, 30.0);
        let x = 20.0 + 14.0 * f32::from(bar);
        sheet.canvas.fill(Region::new(x, 214.0 - tall, 8.0, tall), hue.map(|v| v / 2 + 110));
    }
}
