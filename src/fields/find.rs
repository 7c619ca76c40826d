//! The order in which the facts of a page are found: document, captions and values, dates, holder, numbers, addresses,
//! codes, agreement.

use jiff::civil::Date;

use super::address::Block;
use super::dates::{self, Order};
use super::holder::candidate::{Page, Printed, field_of_line};
use super::holder::{self, mentions, titles};
use super::labels;
use super::lexicon::{Caption, FieldLexicon};
use super::line::Line;
use super::straight::Straight;
use super::{DocumentGuess, Facts, Field, FieldKind, Source, address, dated, itin, kind, letters, postal, reconcile};
use crate::codes::Codes;
use crate::geometry::{Region, Size};
use crate::kinds::{DocumentKind, Side};
use crate::text::{Reader, Reading};

/// Most lines that are looked at; a dense page has a few hundred.
const MAX_LINES: usize = 1000;

/// Different words of languages other than English from which a page is not English. One or two stand on English papers
/// too.
const FOREIGN_WORDS: usize = 3;

/// From this confidence a name stands in two places of the document alike; any other is as sure as its weakest letter.
const TWO_PLACES: f32 = 0.95;

pub(super) fn facts(lexicon: &FieldLexicon, readings: &[Reading], codes: &Codes, _size: Size) -> Facts {
    let found = &readings[..readings.len().min(MAX_LINES)];
    let mut straight = Straight::of(found);
    straight.lines.iter_mut().for_each(letters::mend);
    if let Some(zone) = codes.mrz.as_ref().filter(|zone| zone.valid) {
        let names = format!("{} {}", zone.surname, zone.given_names);
        straight.lines.iter_mut().for_each(|line| letters::mend_breves(line, &names));
    }
    let readings = straight.lines.as_slice();
    let mut document = kind::guess(lexicon, readings, codes);
    let license = matches!(document.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    let zone = codes.mrz.as_ref().map(|m| m.region).or(codes.mrz_fragment);
    let outside = |real: &Reading| zone.is_none_or(|z| !z.contains(real.region.center()));
    let printed = readings.iter().zip(found).filter(|(_, real)| outside(real)).map(|(r, _)| r);
    let lines: Vec<Line> = printed.map(|r| labels::settled(Line::of(r, lexicon, license), lexicon)).collect();
    let abroad = match document.country.as_deref() {
        Some("USA" | "CAN") => false,
        Some(_) => true,
        None => !license,
    };
    let addresses = address::find(&lines, lexicon, abroad, license && !abroad);
    if document.country.is_none() && addresses.iter().any(|a| postal::is_american(&a.text)) {
        document.country = Some("USA".to_owned());
    }
    let order = order(&document, &lines, lexicon);
    let values = labels::collect(lexicon, &lines, order, has_captions_under_values(&document, &lines));
    let french = titles::is_french(&lines);
    let page =
        Page { lexicon, lines: &lines, values: &values, addresses: &addresses, guess: &document, codes, french, order };
    let (mut holder, printed) = holder::find(&page);
    for holder in holder.iter_mut().filter(|h| h.source != Source::Barcode) {
        holder.letters = letters::of_name(&holder.full_name, readings);
        if holder.confidence < TWO_PLACES {
            holder.confidence = letters::weakest(&holder.letters).min(holder.confidence);
        }
    }
    let mut fields = of_print(&page, printed, readings);
    let mut mentions = mentions::find(&page);
    let people = holder.iter_mut().chain(&mut mentions).filter(|h| h.source == Source::Text);
    let regions = people.filter_map(|h| h.region.as_mut());
    for region in regions.chain(fields.iter_mut().filter_map(|f| f.region.as_mut())) {
        *region = straight.back(*region);
    }
    let readers: Vec<Reader> = readings.iter().map(|r| r.reader).take(1).collect();
    fields.extend(reconcile::fields_of_codes(codes, &readers));
    reconcile::reconcile(&mut fields, &dates_in_print(&page));
    reconcile::doubt_contradictions(&mut fields);
    reconcile::doubt_other_names(&mut fields, holder.as_ref());
    let front =
        holder.as_ref().is_some_and(|h| h.source == Source::Text || codes.barcodes.is_empty() && codes.mrz.is_none());
    // The data page of a booklet is the side with the photograph.
    let booklet = matches!(document.kind, DocumentKind::Passport | DocumentKind::Visa) && holder.is_some();
    if document.side.is_none() && (front && document.kind.traits().has_back || booklet) {
        document.side = Some(Side::Front);
    }
    let captions = captions(&lines).map(|(kind, region)| (kind, straight.back(region))).collect();
    Facts { document, fields, holder, captions, mentions, ..Facts::default() }
}

/// The captions of the lines that announce a field, each with the place of its line.
fn captions<'a>(lines: &'a [Line]) -> impl Iterator<Item = (FieldKind, Region)> + 'a {
    let kind = |caption: Caption| match caption {
        Caption::BirthDate => Some(FieldKind::BirthDate),
        Caption::ExpiryDate => Some(FieldKind::ExpiryDate),
        Caption::IssueDate => Some(FieldKind::IssueDate),
        Caption::StatementDate => Some(FieldKind::StatementDate),
        Caption::DocumentNumber => Some(FieldKind::DocumentNumber),
        Caption::Address => Some(FieldKind::Address),
        caption if caption.is_name() => Some(FieldKind::FullName),
        _ => None,
    };
    lines.iter().flat_map(move |line| {
        line.spans.iter().filter_map(move |span| kind(span.caption).map(|kind| (kind, line.reading.region)))
    })
}

/// The facts that print alone gives.
fn of_print(page: &Page, name: Option<Printed>, readings: &[Reading]) -> Vec<Field> {
    let mut fields = dated::find(page);
    fields.extend(numbers(page));
    fields.extend(addresses_of(page, name.as_ref()));
    let itins = itin::find(page.lines).into_iter();
    fields.extend(itins.map(|i| text_field(FieldKind::Itin, i.value, i.confidence, i.region, readings)));
    let Some(name) = name else { return fields };
    let parts =
        [(FieldKind::Surname, name.surname), (FieldKind::GivenNames, name.given), (FieldKind::FullName, name.full)];
    let given = parts.into_iter().filter(|(_, v)| !v.is_empty());
    fields.extend(given.map(|(k, v)| {
        let confidence = letters::weakest(&letters::of_name(&v, readings)).min(name.confidence);
        text_field(k, v, confidence, name.region.unwrap_or_default(), readings)
    }));
    fields
}

/// The yellow identity card of Colombia prints each caption under its value.
fn has_captions_under_values(document: &DocumentGuess, lines: &[Line]) -> bool {
    let says = |phrase: &str| lines.iter().any(|l| l.words.contains(phrase));
    document.country.as_deref() == Some("COL")
        && says(" IDENTIFICACION PERSONAL ")
        && (says(" CEDULA DE CIUDADANIA ") || says(" APELLIDOS "))
}

/// Every date in print, both readings where the order of day and month is not known.
fn dates_in_print(page: &Page) -> Vec<Date> {
    let found = page.lines.iter().flat_map(|l| dates::find(&l.reading.text, page.lexicon, Order::Unknown));
    found.flat_map(|d| [Some(d.date), d.or, d.begins]).flatten().collect()
}

/// The addresses of a page. On letters the one under the holder's name comes first, and no other is a claim: it may be
/// the sender's. Nor is one that a caption gives to somebody else.
fn addresses_of(page: &Page, name: Option<&Printed>) -> Vec<Field> {
    let under = |a: &Block| {
        name.and_then(|n| n.region).is_some_and(|n| {
            let down = a.region.top - n.bottom();
            down > -0.5 * n.height && down < 1.5 * n.height && (a.region.left - n.left).abs() < 2.0 * n.height
        })
    };
    let mail = page.guess.kind.traits().mailed && page.addresses.iter().any(under);
    let of = |a: &Block, confidence: f32| {
        let readers = page.lines.get(a.first).map(|l| vec![l.reading.reader]).unwrap_or_default();
        let confidence = confidence.clamp(0.0, 1.0);
        let (region, source) = (Some(a.region), Source::Text);
        let (kind, value) = (FieldKind::Address, a.text.clone());
        Field { kind, value, source, confidence, region, readers, but_for_a_digit: None }
    };
    let (own, others): (Vec<&Block>, Vec<&Block>) =
        page.addresses.iter().take(4).partition(|a| !a.others && (!mail || under(a)));
    // A letter without an address under its holder's name may show the sender's only.
    let trust = if page.guess.kind.traits().mailed && !mail { 0.75 } else { 0.9 };
    let own = own.into_iter().map(|a| of(a, trust * a.confidence));
    own.chain(others.into_iter().map(|a| of(a, 0.6 * a.confidence))).collect()
}

/// The order of day and month that the issuing country uses in numeric dates; where the country is not known, that of
/// the language, for all but English write the day first.
fn order(document: &DocumentGuess, lines: &[Line], lexicon: &FieldLexicon) -> Order {
    match document.country.as_deref() {
        Some("USA") => Order::MonthFirst,
        Some("CAN") => Order::Unknown,
        Some(_) => Order::DayFirst,
        None => {
            let foreign = lexicon.day_first.iter().filter(|w| lines.iter().any(|l| l.words.contains(w.as_str())));
            if foreign.take(FOREIGN_WORDS).count() >= FOREIGN_WORDS { Order::DayFirst } else { Order::Unknown }
        }
    }
}

fn text_field(kind: FieldKind, value: String, confidence: f32, region: Region, lines: &[Reading]) -> Field {
    let readers = lines.iter().find(|l| region.contains(l.region.center())).map(|l| vec![l.reader]).unwrap_or_default();
    let (source, confidence, region) = (Source::Text, confidence.clamp(0.0, 1.0), Some(region));
    Field { kind, value, source, confidence, region, readers, but_for_a_digit: None }
}

/// How a card announces its number in the same line with nothing else: `No. 34576008`, and `DL` glued to it.
const NO: [&str; 6] = ["NO", "NUM", "NRO", "NR", "Nº", "N°"];
/// Fewest letters and digits of such a number.
const SHORTEST_NUMBER: usize = 6;
/// Trust in the only number of a card that such a short word announces, and in one that no word announces.
const SHORT_WORD: f32 = 0.9;
const NO_WORD: f32 = 0.6;
/// Trust in a number without a word that is too long to be any other.
const LETTERED: f32 = 0.85;

/// The number of a card whose caption is a bare `No.`, was read as one with it, or was not read. One without a caption is
/// no claim unless it is too long for any other number of a card; where two lines may be it, none is.
fn number_of_card(page: &Page) -> Option<Field> {
    let license = matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    let all = || page.lines.iter().enumerate().filter(|(_, l)| l.reading.confidence >= 0.75);
    let announced = || only(all().filter_map(|(i, l)| Some((i, behind_no(l)?))));
    let glued = || only(all().filter_map(|(i, l)| Some((i, behind_dl(&l.reading.text)?))));
    let bare = || only(all().filter(|(_, l)| is_bare_number(page, l)).map(|(i, l)| (i, l.reading.text.as_str())));
    let lettered = || only(all().filter(|(_, l)| is_lettered(l)).map(|(i, l)| (i, l.reading.text.as_str())));
    let found = announced().or_else(|| glued().filter(|_| license)).map(|found| (found, SHORT_WORD));
    let found = found.or_else(|| Some((lettered().filter(|_| license)?, LETTERED)));
    let card = license || matches!(page.guess.kind, DocumentKind::NationalId | DocumentKind::ConsularId);
    let ((line, number), trust) = found.or_else(|| Some((bare().filter(|_| card)?, NO_WORD)))?;
    let confidence = page.lines[line].reading.confidence * trust;
    Some(field_of_line(page, FieldKind::DocumentNumber, number.trim().to_owned(), confidence, line))
}

/// A letter and at least eleven digits alone in a line, as seven states number their licenses: `W 986 622 237 784`. No
/// other number of a card that stands alone is as long.
fn is_lettered(line: &Line) -> bool {
    let text = line.reading.text.trim();
    let mut plain = text.chars().filter(|c| !" -".contains(*c));
    let letter = plain.next().is_some_and(|c| c.is_ascii_uppercase());
    let digits = plain.clone().count();
    letter && plain.all(|c| c.is_ascii_digit()) && (11..=14).contains(&digits) && line.spans.is_empty()
}

/// The line of its kind, where there is only one.
fn only<'a>(mut found: impl Iterator<Item = (usize, &'a str)>) -> Option<(usize, &'a str)> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What stands behind a `No.` that begins a line, where that is a number.
fn behind_no<'a>(line: &Line<'a>) -> Option<&'a str> {
    let (head, number) = line.reading.text.trim().split_once(' ')?;
    let no = NO.contains(&head.trim_end_matches(['.', ':']).to_uppercase().as_str());
    (no && line.spans.is_empty() && is_long_number(number)).then_some(number)
}

/// What stands behind a `DL` or the number of the field that was read as one with the number: `DLD29-489-122`,
/// `4dE245-760-56`.
fn behind_dl(text: &str) -> Option<&str> {
    let text = text.trim();
    let number = text.strip_prefix("DL").filter(|n| !n.starts_with([' ', '.', 'N'])).or(text.strip_prefix("4d"))?;
    is_long_number(number).then_some(number)
}

/// A line of letters and digits alone, most of them digits, that no caption claims: none in it, over it, or to its left.
fn is_bare_number(page: &Page, line: &Line) -> bool {
    let text = line.reading.text.trim();
    let own = line.region();
    let announces = |caption: &Line| {
        let r = caption.region();
        let (down, right) = (own.center().y - r.center().y, own.left - r.right());
        let beside = down.abs() < 0.5 * r.height && right > -0.5 * r.height && right < 4.0 * r.height;
        caption.is_only_captions() && (labels::is_under(r, own) || beside)
    };
    if page.lines.iter().any(announces) {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    line.spans.is_empty()
        && is_long_number(text)
        && !text.contains(' ')
        && 3 * digits >= 2 * text.chars().filter(|c| c.is_alphanumeric()).count()
        && dates::find(text, page.lexicon, Order::Unknown).is_empty()
}

fn is_long_number(text: &str) -> bool {
    let count = text.chars().filter(char::is_ascii_alphanumeric).count();
    (SHORTEST_NUMBER..=18).contains(&count)
        && text.chars().filter(char::is_ascii_digit).count() >= 4
        && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " -.".contains(c))
}

fn numbers(page: &Page) -> Vec<Field> {
    let kinds = [
        (Caption::DocumentNumber, FieldKind::DocumentNumber),
        (Caption::Nationality, FieldKind::Nationality),
        (Caption::Sex, FieldKind::Sex),
    ];
    let voter = page.is_mexican_voter_card();
    let mut out: Vec<Field> = page
        .values
        .iter()
        .filter_map(|v| {
            let kind = kinds.iter().find(|(c, _)| *c == v.caption)?.1;
            let value = if kind == FieldKind::Sex { labels::sex(&v.text, voter)?.to_string() } else { v.text.clone() };
            let known = kind != FieldKind::Nationality || page.lexicon.is_nation(&value);
            let trust = if v.cost < 2.5 && known { 0.92 } else { 0.7 };
            let confidence = page.lines[v.line].reading.confidence * trust;
            Some(field_of_line(page, kind, value, confidence, v.line))
        })
        .collect();
    if !out.iter().any(|f| f.kind == FieldKind::DocumentNumber) && page.guess.kind.traits().expires {
        out.extend(number_of_card(page));
    }
    // Papers without a number of their own are known by that of the account or of the entry.
    let numbered = out.iter().any(|f| f.kind == FieldKind::DocumentNumber);
    if !numbered && !page.guess.kind.traits().expires {
        let accounts = page.values.iter().filter(|v| v.caption == Caption::AccountNumber);
        let first = accounts.min_by(|a, b| a.cost.total_cmp(&b.cost).then(a.line.cmp(&b.line)));
        out.extend(first.map(|v| {
            let confidence = page.lines[v.line].reading.confidence * if v.cost < 4.0 { 0.92 } else { 0.7 };
            field_of_line(page, FieldKind::DocumentNumber, v.text.clone(), confidence, v.line)
        }));
    }
    out
}
