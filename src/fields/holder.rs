//! Whose document it is: the name from print, machine readable zone and barcode, and how sure it is.
//!
//! A wrong name stated firmly is the worst error of the program. So 0.8 and more is given only to an error-corrected
//! barcode, to a proven zone whose name stands in print too (or was read without doubt), and to cleanly read print
//! under captions of both parts.

use super::address::Block;
use super::fold::{compact, fold, same_name, tokens};
use super::labels::Value;
use super::lexicon::{Caption, FieldLexicon};
use super::line::{Line, is_name_like};
use super::{DocumentGuess, DocumentKind, Holder, Source, kind};
use crate::codes::{Aamva, Codes, Mrz};
use crate::geometry::Region;

/// Readings under this are not trusted with a name, whatever their caption.
const CLEAN: f32 = 0.93;

/// A name as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Printed {
    pub surname: String,
    pub given: String,
    pub full: String,
    pub confidence: f32,
    pub region: Option<Region>,
}

/// What the finder may look at.
pub(super) struct Page<'a> {
    pub lexicon: &'a FieldLexicon,
    pub lines: &'a [Line<'a>],
    pub values: &'a [Value],
    pub addresses: &'a [Block],
    pub guess: &'a DocumentGuess,
    pub codes: &'a Codes,
}

/// The holder, and the name as printed where print alone gave one.
pub(super) fn find(page: &Page) -> (Option<Holder>, Option<Printed>) {
    let printed = printed(page);
    let aamva = page.codes.barcodes.iter().find_map(|b| b.aamva.as_ref().map(|a| (a, b.region)));
    let holder = aamva
        .and_then(|(a, region)| from_barcode(a, region, printed.as_ref()))
        .or_else(|| page.codes.mrz.as_ref().and_then(|m| from_mrz(page, m, printed.as_ref())))
        .or_else(|| printed.as_ref().map(from_print));
    (holder, printed)
}

fn from_print(p: &Printed) -> Holder {
    Holder {
        surname: p.surname.clone(),
        given_names: p.given.clone(),
        full_name: p.full.clone(),
        confidence: p.confidence,
        source: Source::Text,
        may_be_cut: p.full.ends_with("..."),
        region: p.region,
    }
}

fn whole(given: &str, surname: &str) -> String {
    [given, surname].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn from_barcode(a: &Aamva, region: Region, printed: Option<&Printed>) -> Option<Holder> {
    let surname = a.surname.clone()?;
    let given = a.given_names.clone().unwrap_or_default();
    let agrees = printed.is_some_and(|p| same_name(&p.surname, &surname) && same_name(&p.given, &given));
    Some(Holder {
        full_name: whole(&given, &surname),
        surname,
        given_names: given,
        confidence: if agrees { 0.99 } else { 0.95 },
        source: Source::Barcode,
        may_be_cut: a.name_cut,
        region: Some(region),
    })
}

/// The name of a zone. No check digit covers it on passports, so print has to say the same, or the reader must have been
/// sure of every letter.
fn from_mrz(page: &Page, mrz: &Mrz, printed: Option<&Printed>) -> Option<Holder> {
    if mrz.surname.is_empty() || mrz.surname.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let surname = in_print(page, &mrz.surname);
    let given = in_print(page, &mrz.given_names);
    let label = printed.filter(|p| !p.surname.is_empty() || !p.given.is_empty());
    let same_surname = surname.is_some() || label.is_some_and(|p| agrees(&p.surname, &mrz.surname, mrz.name_may_be_cut));
    let same_given = given.is_some() || label.is_some_and(|p| agrees(&p.given, &mrz.given_names, mrz.name_may_be_cut));
    let contradicted = label.is_some_and(|p| p.confidence >= 0.8) && !(same_surname && same_given);
    let confidence = match (mrz.valid, same_surname, same_given) {
        (true, true, true) => 0.97,
        (true, true, false) if mrz.given_names.is_empty() => 0.85,
        (true, true, false) | (true, false, true) => 0.8_f32.min(mrz.confidence),
        (true, false, false) if mrz.confidence >= 0.97 && !mrz.given_names.is_empty() => 0.82,
        (true, false, false) => 0.7_f32.min(mrz.confidence),
        (false, true, true) => 0.8,
        (false, ..) => 0.45,
    };
    let confidence = if contradicted { confidence.min(0.6) } else { confidence };
    let spelled = |found: Option<String>, part: Option<&str>, zone: &str| {
        let part = part.filter(|p| agrees(p, zone, mrz.name_may_be_cut)).map(str::to_owned);
        part.or(found).unwrap_or_else(|| zone.to_owned())
    };
    let surname = spelled(surname, label.map(|p| p.surname.as_str()), &mrz.surname);
    let given = spelled(given, label.map(|p| p.given.as_str()), &mrz.given_names);
    let whole_in_print = same_surname && same_given;
    Some(Holder {
        full_name: whole(&given, &surname),
        surname,
        given_names: given,
        confidence,
        source: Source::Mrz,
        may_be_cut: mrz.name_may_be_cut && !whole_in_print,
        region: Some(mrz.region),
    })
}

/// Whether print says what a zone says, or more of it where the zone may be cut or leaves names out.
fn agrees(print: &str, zone: &str, cut: bool) -> bool {
    if print.is_empty() || zone.is_empty() {
        return false;
    }
    let longer = || cut && compact(print).starts_with(&compact(zone)) && compact(zone).len() >= 4;
    same_name(print, zone) || longer()
}

/// The printed spelling of a name of the zone: a line of print (outside the zone) with the same letters.
fn in_print(page: &Page, name: &str) -> Option<String> {
    if compact(name).chars().count() < 2 {
        return None;
    }
    let zone = page.codes.mrz.as_ref().map(|m| m.region)?;
    let outside = page.lines.iter().filter(|l| !zone.contains(l.region().center()) && !l.reading.text.contains("<<"));
    let mut same = outside.filter_map(|l| {
        let last = l.spans.iter().filter(|s| s.caption.is_name()).map(|s| s.end).max().unwrap_or(0);
        let text = l.text(last, l.tokens.len());
        same_name(text, name).then(|| text.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c)).to_owned())
    });
    same.next()
}

/// The name in print, surest source first.
fn printed(page: &Page) -> Option<Printed> {
    voter_card(page)
        .or_else(|| captioned(page))
        .or_else(|| glued_codes(page))
        .or_else(|| columns(page))
        .or_else(|| full_name(page))
        .or_else(|| over_address(page))
}

fn best<'a>(page: &'a Page, caption: Caption) -> Option<&'a Value> {
    page.values.iter().filter(|v| v.caption == caption).min_by(|a, b| a.cost.total_cmp(&b.cost))
}

/// Surname and given names under their own captions.
fn captioned(page: &Page) -> Option<Printed> {
    let first = best(page, Caption::FirstSurname);
    let second = best(page, Caption::SecondSurname);
    let surnames: Vec<&Value> = match (best(page, Caption::Surname), first) {
        (Some(v), _) => vec![v],
        (None, Some(f)) => [Some(f), second].into_iter().flatten().collect(),
        (None, None) => Vec::new(),
    };
    let given = best(page, Caption::GivenNames);
    let middle = best(page, Caption::MiddleName).filter(|m| given.is_some_and(|g| g.text != m.text));
    if surnames.is_empty() && given.is_none() {
        return None;
    }
    let surname = surnames.iter().map(|v| clean(&v.text)).collect::<Vec<_>>().join(" ");
    let givens: Vec<String> = given.into_iter().chain(middle).map(|v| clean(&v.text)).collect();
    let used: Vec<&Value> = surnames.into_iter().chain(given).chain(middle).collect();
    let reading = used.iter().map(|v| page.lines[v.line].reading.confidence).fold(1.0, f32::min);
    let near = used.iter().all(|v| v.cost < 3.0);
    let both = !surname.is_empty() && !givens.is_empty();
    let confidence = match (both, reading >= CLEAN && near) {
        (true, true) => 0.9 * reading,
        (true, false) => 0.7 * reading,
        (false, _) => 0.55 * reading,
    };
    let given = givens.join(" ");
    let region = used.iter().map(|v| page.lines[v.line].region()).reduce(Region::union);
    Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
}

fn clean(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:·.".contains(c)).to_owned()
}

/// `LNSAMPLE` over `FNALEXANDER JOSEPH`: codes of the card design standard without a space.
fn glued_codes(page: &Page) -> Option<Printed> {
    if !matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId) {
        return None;
    }
    let after = |code: &str| {
        page.lines.iter().find_map(|l| {
            let rest = l.reading.text.strip_prefix(code)?;
            is_name_like(rest, page.lexicon).then(|| (clean(rest), l))
        })
    };
    let (surname, a) = after("LN").or_else(|| after("1"))?;
    let (given, b) = after("FN").or_else(|| after("2"))?;
    let under = b.region().top - a.region().top;
    if !(under > 0.0 && under < 4.0 * a.region().height) {
        return None;
    }
    let reading = a.reading.confidence.min(b.reading.confidence);
    let confidence = if reading >= CLEAN { 0.9 * reading } else { 0.7 * reading };
    let region = Some(a.region().union(b.region()));
    Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
}

/// Mexican voter card: paternal surname, maternal surname and given names, one line each under `NOMBRE`.
fn voter_card(page: &Page) -> Option<Printed> {
    let voter = page.lines.iter().any(|l| l.words.contains(" ELECTORAL ") || l.words.contains(" CREDENCIAL PARA VOTAR "));
    if !voter {
        return None;
    }
    let heading = page.lines.iter().find(|l| l.words == " NOMBRE ")?.region();
    let height = heading.height.max(1.0);
    let mut under: Vec<&Line> = page
        .lines
        .iter()
        .filter(|l| {
            let r = l.region();
            (r.left - heading.left).abs() < 2.0 * height && r.top > heading.center().y && r.top < heading.bottom() + 7.0 * height
        })
        .collect();
    under.sort_by(|a, b| a.region().top.total_cmp(&b.region().top));
    let three: Vec<&&Line> = under.iter().take_while(|l| l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon)).take(3).collect();
    let [a, b, c] = three.as_slice() else { return None };
    let reading = three.iter().map(|l| l.reading.confidence).fold(1.0, f32::min);
    let surname = format!("{} {}", clean(&a.reading.text), clean(&b.reading.text));
    let given = clean(&c.reading.text);
    let region = three.iter().map(|l| l.region()).reduce(Region::union);
    let confidence = if reading >= CLEAN { 0.9 * reading } else { 0.7 * reading };
    Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
}

/// Columns with the captions First, Middle and Last: over the values on certificates, under them on ITIN letters.
fn columns(page: &Page) -> Option<Printed> {
    let is = |l: &&Line, words: &[&str]| words.contains(&l.words.trim());
    let firsts = page.lines.iter().filter(|l| is(l, &["FIRST", "FIRST NAME", "FIRST NAME S"]));
    let above = page.guess.kind == DocumentKind::ItinLetter;
    for first in firsts.take(4) {
        let height = first.region().height.max(1.0);
        let on_row = |l: &&Line| (l.region().center().y - first.region().center().y).abs() < 0.8 * height;
        let row: Vec<&Line> = page.lines.iter().filter(on_row).collect();
        let Some(last) = row.iter().find(|l| l.region().left > first.region().left && is(l, &["LAST", "LAST NAME", "SURNAME"])) else {
            continue;
        };
        let other = row.iter().any(|l| l.spans.iter().any(|s| s.caption == Caption::OtherPerson));
        if other {
            continue;
        }
        let middle = row.iter().find(|l| is(l, &["MIDDLE", "MIDDLE NAME", "MIDDLE NAME S", "MIDDLE INITIAL"]));
        let (Some(f), Some(s)) = (column(page, first.region(), above), column(page, last.region(), above)) else { continue };
        let m = middle.and_then(|m| column(page, m.region(), above)).filter(|m| m.reading.text != f.reading.text && m.reading.text != s.reading.text);
        let (surname, first_name) = (clean(&s.reading.text), clean(&f.reading.text));
        let given = m.map_or(first_name.clone(), |m| format!("{first_name} {}", clean(&m.reading.text)));
        let used = [Some(f), m, Some(s)].into_iter().flatten();
        let reading = used.clone().map(|l| l.reading.confidence).fold(1.0, f32::min);
        let confidence = if reading >= CLEAN { 0.88 * reading } else { 0.7 * reading };
        let region = used.map(Line::region).reduce(Region::union);
        return Some(Printed { full: whole(&given, &surname), surname, given, confidence, region });
    }
    None
}

/// The name in the column of a caption.
fn column<'a>(page: &'a Page, caption: Region, above: bool) -> Option<&'a Line<'a>> {
    let height = caption.height.max(1.0);
    let distance = |l: &Line| if above { caption.center().y - l.region().center().y } else { l.region().center().y - caption.center().y };
    let fits = |l: &&Line| {
        let d = distance(l);
        let shared = l.region().right().min(caption.right() + 2.0 * height) - l.region().left.max(caption.left - 2.0 * height);
        d > 0.4 * height && d < 3.0 * height && shared > 0.0 && l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon)
    };
    page.lines.iter().filter(fits).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// A whole name under one caption; a comma splits it.
fn full_name(page: &Page) -> Option<Printed> {
    let value = best(page, Caption::FullName)?;
    let reading = page.lines[value.line].reading.confidence;
    let words = tokens(&value.text).len();
    if words < 2 && !value.text.contains(',') && value.text.is_ascii() {
        return None;
    }
    let text = clean(&value.text);
    let sure = reading >= CLEAN && value.cost < 2.5 && (kind::is_identity(page.guess.kind) || page.guess.kind == DocumentKind::ItinLetter);
    let (surname, given) = match text.split_once(',') {
        Some((s, g)) if !g.trim().is_empty() => (clean(s), g.trim().to_owned()),
        _ => (String::new(), String::new()),
    };
    let confidence = if sure { 0.85 * reading } else { 0.7 * reading };
    Some(Printed { full: if surname.is_empty() { text } else { whole(&given, &surname) }, surname, given, confidence, region: Some(page.lines[value.line].region()) })
}

/// Names over a street line: surname and given names on licences (in the order of the card standard), the addressee
/// on letters and bills.
fn over_address(page: &Page) -> Option<Printed> {
    let licence = matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    page.addresses.iter().find_map(|block| {
        let street = page.lines.get(block.first)?.region();
        let near = above(page, street)?;
        let second = above(page, near.region()).filter(|_| licence);
        match second {
            Some(upper) => {
                let (surname, given) = (clean(unnumbered(&upper.reading.text)), clean(unnumbered(&near.reading.text)));
                let confidence = 0.7 * upper.reading.confidence.min(near.reading.confidence);
                let region = Some(upper.region().union(near.region()));
                Some(Printed { full: whole(&given, &surname), surname, given, confidence, region })
            }
            None => addressee(page, near),
        }
    })
}

fn addressee(page: &Page, line: &Line) -> Option<Printed> {
    let text = clean(unnumbered(&line.reading.text));
    if tokens(&text).len() < 2 {
        return None;
    }
    let again = page.lines.iter().filter(|l| fold(&l.reading.text).contains(&fold(&text))).count() > 1;
    let statement = kind::is_statement(page.guess.kind) || matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice | DocumentKind::W2);
    let sure = statement && page.guess.confidence >= 0.7 && line.reading.confidence >= 0.96 && (again || page.addresses.len() == 1);
    let confidence = if sure { 0.82 } else { 0.65 } * line.reading.confidence.max(0.5);
    Some(Printed { surname: String::new(), given: String::new(), full: text, confidence: if sure { confidence.max(0.8) } else { confidence }, region: Some(line.region()) })
}

fn unnumbered(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')
}

/// The name-like line right over a box, left edges in line.
fn above<'a>(page: &'a Page, r: Region) -> Option<&'a Line<'a>> {
    let height = r.height.max(1.0);
    let over = page.lines.iter().filter(|l| {
        let gap = r.center().y - l.region().center().y;
        gap > 0.4 * height && gap < 2.0 * height && (l.region().left - r.left).abs() < 1.5 * height
    });
    let nearest = over.max_by(|a, b| a.region().top.total_cmp(&b.region().top))?;
    let fits = nearest.spans.iter().all(|s| s.caption.is_name()) && is_name_like(unnumbered(&nearest.reading.text), page.lexicon);
    fits.then_some(nearest)
}
