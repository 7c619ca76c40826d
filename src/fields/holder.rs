//! Whose document it is: the name from print, machine readable zone and barcode, and how sure it is.
//!
//! A wrong name stated firmly is the worst error of the program. So 0.8 and more is given only to an error-corrected
//! barcode, to a proven zone whose name stands in print too (or was read without doubt), and to cleanly read print
//! under captions of both parts.

use super::address::Block;
use super::fold::{compact, same_name, tokens};
use super::labels::Value;
use super::lexicon::{Caption, FieldLexicon};
use super::line::{Line, is_name_like};
use super::{DocumentGuess, DocumentKind, Holder, Source, kind, licence};
use crate::codes::{Aamva, Codes, Mrz};
use crate::geometry::Region;

/// Readings under this are not trusted with a name, whatever their caption.
pub(super) const CLEAN: f32 = 0.93;

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
        letters: Vec::new(),
    }
}

pub(super) fn whole(given: &str, surname: &str) -> String {
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
        letters: Vec::new(),
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
    let same_surname =
        surname.is_some() || label.is_some_and(|p| agrees(&p.surname, &mrz.surname, mrz.name_may_be_cut));
    let same_given = given.is_some() || label.is_some_and(|p| agrees(&p.given, &mrz.given_names, mrz.name_may_be_cut));
    let contradicted =
        label.is_some_and(|p| p.confidence >= 0.8 || mrz.confidence < 0.8) && !(same_surname && same_given);
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
    // A letter that a reader of the zone lost stands in print.
    let whole_surname = label.map(|p| p.surname.as_str()).filter(|p| !same_surname && has_lost_letter(p, &mrz.surname));
    let surname = whole_surname.map(str::to_owned).or(surname);
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
        letters: Vec::new(),
    })
}

/// Whether a zone's name is the printed one without one of its letters.
fn has_lost_letter(print: &str, zone: &str) -> bool {
    let (print, zone) = (compact(print), compact(zone));
    print.chars().count() == zone.chars().count() + 1
        && zone.chars().count() >= 4
        && strsim::levenshtein(&print, &zone) == 1
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
        same_name(text, name)
            .then(|| text.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c)).to_owned())
    });
    same.next()
}

/// The name in print, surest source first.
fn printed(page: &Page) -> Option<Printed> {
    let whole = |p: &Printed| !p.surname.is_empty() && !p.given.is_empty();
    if matches!(page.guess.kind, DocumentKind::BirthCertificate | DocumentKind::MarriageCertificate) {
        // Several people stand under the same captions there.
        let doubtful = |p: Printed| Printed { confidence: p.confidence.min(0.7), ..p };
        return columns(page).or_else(|| captioned(page).or_else(|| full_name(page)).map(doubtful));
    }
    voter_card(page)
        .or_else(|| captioned(page).filter(whole))
        .or_else(|| on_licence(page))
        .or_else(|| captioned(page))
        .or_else(|| columns(page))
        .or_else(|| full_name(page))
        .or_else(|| over_address(page))
}

/// Licences print the name without captions, or with captions too small to be read.
fn on_licence(page: &Page) -> Option<Printed> {
    let licence = matches!(page.guess.kind, DocumentKind::DriversLicense | DocumentKind::StateId);
    if licence { licence::find(page) } else { None }
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
    if reading < 0.7 {
        return None;
    }
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

pub(super) fn clean(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:·.".contains(c)).to_owned()
}

/// Mexican voter card: paternal surname, maternal surname and given names, one line each under `NOMBRE`.
fn voter_card(page: &Page) -> Option<Printed> {
    let voter =
        page.lines.iter().any(|l| l.words.contains(" ELECTORAL ") || l.words.contains(" CREDENCIAL PARA VOTAR "));
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
            (r.left - heading.left).abs() < 2.0 * height
                && r.top > heading.center().y
                && r.top < heading.bottom() + 7.0 * height
        })
        .collect();
    under.sort_by(|a, b| a.region().top.total_cmp(&b.region().top));
    let three: Vec<&&Line> = under
        .iter()
        .take_while(|l| l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon))
        .take(3)
        .collect();
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
    let heads = page.lines.iter().filter(|l| is_head(&l.words, "FIRST") || is(l, &["FIRST NAME", "FIRST NAME S"]));
    let mut firsts: Vec<&Line> = heads.take(8).collect();
    firsts.sort_by(|a, b| a.region().top.total_cmp(&b.region().top));
    let above = page.guess.kind == DocumentKind::ItinLetter;
    for (row_number, first) in firsts.into_iter().enumerate() {
        let height = first.region().height.max(1.0);
        let on_row = |l: &&Line| (l.region().center().y - first.region().center().y).abs() < 0.8 * height;
        let row: Vec<&Line> = page.lines.iter().filter(on_row).collect();
        let Some(last) =
            row.iter().find(|l| l.region().left > first.region().left && is(l, &["LAST", "LAST NAME", "SURNAME"]))
        else {
            continue;
        };
        let other = row.iter().any(|l| l.spans.iter().any(|s| s.caption == Caption::OtherPerson));
        if other {
            continue;
        }
        let middle = row.iter().find(|l| is(l, &["MIDDLE", "MIDDLE NAME", "MIDDLE NAME S", "MIDDLE INITIAL"]));
        let (Some(f), Some(s)) = (column(page, first.region(), above), column(page, last.region(), above)) else {
            continue;
        };
        let m = middle
            .and_then(|m| column(page, m.region(), above))
            .filter(|m| m.reading.text != f.reading.text && m.reading.text != s.reading.text);
        let (surname, first_name) = (clean(&s.reading.text), clean(&f.reading.text));
        let given = m.map_or(first_name.clone(), |m| format!("{first_name} {}", clean(&m.reading.text)));
        let used = [Some(f), m, Some(s)].into_iter().flatten();
        let reading = used.clone().map(|l| l.reading.confidence).fold(1.0, f32::min);
        // Certificates name the child first; whoever stands in a lower row may be a parent whose caption was not read.
        let confidence = match (row_number == 0 || above, reading >= CLEAN) {
            (true, true) => 0.88 * reading,
            (true, false) => 0.7 * reading,
            (false, _) => 0.5 * reading,
        };
        let region = used.map(Line::region).reduce(Region::union);
        return Some(Printed { full: whole(&given, &surname), surname, given, confidence, region });
    }
    None
}

/// A head of a column, one letter of it perhaps misread.
fn is_head(words: &str, head: &str) -> bool {
    let word = words.trim();
    word.len() == head.len() && word.bytes().zip(head.bytes()).filter(|(a, b)| a != b).count() <= 1
}

/// The name in the column of a caption.
fn column<'a>(page: &'a Page, caption: Region, above: bool) -> Option<&'a Line<'a>> {
    let height = caption.height.max(1.0);
    let distance = |l: &Line| {
        if above { caption.center().y - l.region().center().y } else { l.region().center().y - caption.center().y }
    };
    let fits = |l: &&Line| {
        let d = distance(l);
        let shared =
            l.region().right().min(caption.right() + 2.0 * height) - l.region().left.max(caption.left - 2.0 * height);
        d > 0.4 * height
            && d < 3.0 * height
            && shared > 0.0
            && l.spans.is_empty()
            && is_name_like(&l.reading.text, page.lexicon)
    };
    page.lines.iter().filter(fits).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// A whole name under one caption; a comma splits it.
fn full_name(page: &Page) -> Option<Printed> {
    let value = best(page, Caption::FullName)?;
    let reading = page.lines[value.line].reading.confidence;
    // a surname with a hyphen or an apostrophe is one word, and half a name
    let words = value.text.split_whitespace().count();
    let second = if words < 2 && value.cost > 0.0 { second_line(page, value.line) } else { None };
    if words < 2 && second.is_none() && !value.text.contains(',') && value.text.is_ascii() {
        return None;
    }
    let reading = second.map_or(reading, |l| reading.min(l.reading.confidence));
    let text = second.map_or(clean(&value.text), |l| format!("{} {}", clean(&value.text), clean(&l.reading.text)));
    let sure = reading >= CLEAN
        && text.split([' ', ',']).filter(|word| !word.is_empty()).count() > 1
        && value.cost < 2.5
        && (kind::is_identity(page.guess.kind) || page.guess.kind == DocumentKind::ItinLetter);
    let (surname, given) = match text.split_once(',') {
        Some((s, g)) if second.is_none() && !g.trim().is_empty() => (clean(s), g.trim().to_owned()),
        _ => (String::new(), String::new()),
    };
    let confidence = if sure { 0.85 * reading } else { 0.7 * reading };
    Some(Printed {
        full: if surname.is_empty() { text } else { whole(&given, &surname) },
        surname,
        given,
        confidence,
        region: second.iter().map(|l| l.region()).chain([page.lines[value.line].region()]).reduce(Region::union),
    })
}

/// The second line of a name that begins with a single word: right under it, as high, in line with it.
fn second_line<'a>(page: &'a Page, first: usize) -> Option<&'a Line<'a>> {
    let r = page.lines[first].region();
    let height = r.height.max(1.0);
    page.lines.iter().find(|l| {
        let (down, left) = (l.region().center().y - r.center().y, (l.region().left - r.left).abs());
        let as_high = l.region().height < 1.4 * height && l.region().height > 0.7 * height;
        let placed = down > 0.5 * height && down < 1.8 * height && left < height && as_high;
        placed && l.spans.is_empty() && is_name_like(&l.reading.text, page.lexicon)
    })
}

/// The addressee of letters and bills: the name over the street line.
fn over_address(page: &Page) -> Option<Printed> {
    page.addresses.iter().find_map(|block| {
        let street = page.lines.get(block.first)?.region();
        addressee(page, above(page, street)?, block)
    })
}

/// Whether a page shows whose letter it is: the name or the street again (as the place that is served), or no other
/// address with a name over it.
fn is_only_addressee(page: &Page, name: &str, block: &Block) -> bool {
    let times = |text: &str| page.lines.iter().filter(|l| compact(&l.reading.text).contains(text)).count();
    let street = page.lines.get(block.first).map(|l| compact(&l.reading.text)).unwrap_or_default();
    let named = |b: &&Block| page.lines.get(b.first).is_some_and(|l| above(page, l.region()).is_some());
    times(&compact(name)) > 1
        || street.len() >= 8 && times(&street) > 1
        || page.addresses.iter().filter(named).count() == 1
}

fn addressee(page: &Page, line: &Line, block: &Block) -> Option<Printed> {
    let text = clean(unnumbered(&line.reading.text));
    if tokens(&text).len() < 2 {
        return None;
    }
    let statement = kind::is_statement(page.guess.kind)
        || matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice | DocumentKind::W2);
    let sure = statement
        && page.guess.confidence >= 0.7
        && line.reading.confidence >= 0.96
        && is_only_addressee(page, &text, block);
    let confidence = if sure { 0.82 } else { 0.65 } * line.reading.confidence.max(0.5);
    Some(Printed {
        surname: String::new(),
        given: String::new(),
        full: text,
        confidence: if sure { confidence.max(0.8) } else { confidence },
        region: Some(line.region()),
    })
}

fn unnumbered(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')
}

/// The name-like line right over a box, left edges in line.
fn above<'a>(page: &'a Page, r: Region) -> Option<&'a Line<'a>> {
    let height = r.height.max(1.0);
    let over = page.lines.iter().filter(|l| {
        let gap = r.center().y - l.region().center().y;
        let legible = l.reading.confidence >= 0.75;
        legible && gap > 0.4 * height && gap < 2.8 * height && (l.region().left - r.left).abs() < 1.5 * height
    });
    let nearest = over.max_by(|a, b| a.region().top.total_cmp(&b.region().top))?;
    let fits = nearest.spans.iter().all(|s| s.caption.is_name())
        && is_name_like(unnumbered(&nearest.reading.text), page.lexicon);
    fits.then_some(nearest)
}
