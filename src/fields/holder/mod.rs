//! Whose document it is: the name from print, machine readable zone and barcode, and how sure it is.
//!
//! A wrong name stated firmly is the worst error of the program. So 0.8 and more is given only to an error-corrected
//! barcode, to a proven zone whose name stands in print too (or was read without doubt), and to cleanly read print
//! under captions of both parts.

mod addressee;
pub(super) mod agreement;
pub(super) mod candidate;
mod columns;
mod license;
pub(super) mod mentions;
mod printed;
mod sentence;
mod spouses;
pub(super) mod titles;

use self::candidate::{Page, Printed, whole};
use super::fold::{compact, same_name};
use super::{Holder, Source, letters};
use crate::codes::{Aamva, Mrz};
use crate::geometry::Region;
use crate::text::Reading;

/// Confidence of a zone from which on it names somebody, though its digits do not agree: below it, it is noise.
const SPEAKS: f32 = 0.3;
/// Names that are less sure are not shown at all.
const LEAST: f32 = 0.1;
/// Most confidence of a name that another source on the page gives to somebody else, or spells otherwise.
const DOUBTED: f32 = 0.75;

/// The holder, and the name as printed where print alone gave one. The surest source is taken, a code before print that is
/// as sure; where two of them disagree, neither is a claim.
pub(super) fn find(page: &Page) -> (Option<Holder>, Option<Printed>) {
    let zone = page.codes.mrz.as_ref().filter(|zone| zone.valid || zone.confidence >= LEAST);
    let printed = printed::find(page).map(|p| match zone {
        Some(zone) => agreement::with_borders_of(p, &zone.surname, &zone.given_names),
        None => p,
    });
    let proven = zone.is_some_and(|zone| zone.valid);
    let printed = printed.map(|p| {
        let most = if !proven && letters::are_lost(&p.full) { DOUBTED } else { 1.0 };
        Printed { confidence: p.confidence.min(most), ..p }
    });
    let mut found: Vec<Holder> = printed.iter().map(from_print).collect();
    found.extend(zone.and_then(|zone| from_mrz(page, zone, printed.as_ref())));
    let aamva = page.codes.barcodes.iter().find_map(|b| b.aamva.as_ref().map(|a| (a, b.region)));
    found.extend(aamva.and_then(|(a, region)| from_barcode(page, a, region, printed.as_ref())));
    let speaks = zone.is_some_and(|zone| zone.valid || zone.confidence >= SPEAKS);
    agreement::doubt_different(&mut found, |code| code.source != Source::Mrz || speaks);
    let print = found.iter().find(|h| h.source == Source::Text).map(|h| h.confidence);
    let printed = printed.map(|p| Printed { confidence: print.unwrap_or(p.confidence), ..p });
    let surest =
        found.into_iter().filter(|h| h.confidence >= LEAST).max_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let surest = surest.map(|h| match &printed {
        Some(p) if h.source == Source::Mrz => agreement::with_lost_letters(h, p),
        _ => h,
    });
    (surest, printed)
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

fn from_barcode(page: &Page, a: &Aamva, region: Region, printed: Option<&Printed>) -> Option<Holder> {
    let surname = a.surname.clone()?;
    let given = a.given_names.clone().unwrap_or_default();
    let in_both = |name: &str| in_print(page, name).is_some();
    let agrees = printed.is_some_and(|p| same_name(&p.surname, &surname) && same_name(&p.given, &given))
        || in_both(&surname) && in_both(&given);
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

/// Most confidence of a name of which the zone's line may hold only the beginning: what it says may be half a name.
pub(super) const CUT: f32 = 0.75;

/// The name of a zone. No check digit covers it on passports, so print has to say the same, or the reader must have
/// been sure of every letter.
fn from_mrz(page: &Page, mrz: &Mrz, printed: Option<&Printed>) -> Option<Holder> {
    if mrz.surname.is_empty() || mrz.surname.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let in_one_line = || {
        let (surname, given) = (&mrz.surname, &mrz.given_names);
        let orders = [format!("{surname} {given}"), format!("{given} {surname}")];
        !given.is_empty() && orders.iter().any(|name| in_print(page, name).is_some())
    };
    let whole_in_print = in_one_line();
    let surname = in_print(page, &mrz.surname);
    let given = in_print(page, &mrz.given_names);
    let label = printed.filter(|p| !p.surname.is_empty() || !p.given.is_empty());
    let same_surname = whole_in_print
        || surname.is_some()
        || label.is_some_and(|p| agrees(&p.surname, &mrz.surname, mrz.name_may_be_cut));
    let same_given = whole_in_print
        || given.is_some()
        || label.is_some_and(|p| agrees(&p.given, &mrz.given_names, mrz.name_may_be_cut));
    let contradicted =
        label.is_some_and(|p| p.confidence >= 0.8 || mrz.confidence < 0.8) && !(same_surname && same_given);
    let confidence = match (mrz.valid, same_surname, same_given) {
        (true, true, true) => 0.97,
        (true, true, false) if mrz.given_names.is_empty() => 0.85,
        (true, true, false) | (true, false, true) => 0.8_f32.min(mrz.confidence),
        (true, false, false) if mrz.confidence >= 0.97 && !mrz.given_names.is_empty() => 0.82,
        (true, false, false) => 0.7_f32.min(mrz.confidence),
        (false, true, true) => 0.8,
        (false, ..) => 0.45_f32.min(mrz.confidence),
    };
    let confidence = if contradicted { confidence.min(0.6) } else { confidence };
    let may_be_cut = mrz.name_may_be_cut && !(same_surname && same_given);
    let confidence = if may_be_cut { confidence.min(CUT) } else { confidence };
    let printed = |found: Option<String>, part: Option<&str>, zone: &str| {
        part.filter(|p| agrees(p, zone, mrz.name_may_be_cut)).map(str::to_owned).or(found)
    };
    let surname = printed(surname, label.map(|p| p.surname.as_str()), &mrz.surname);
    let given = printed(given, label.map(|p| p.given.as_str()), &mrz.given_names);
    // a reader that does not know the marks of one part does not know those of the other
    let sure = [&surname, &given].into_iter().flatten().all(|part| has_sure_marks(page, part));
    let spelled = |printed: Option<String>, zone: &str| {
        agreement::bordered(&printed.filter(|_| sure).unwrap_or_else(|| zone.to_owned()), zone)
    };
    let (surname, given) = (spelled(surname, &mrz.surname), spelled(given, &mrz.given_names));
    Some(Holder {
        full_name: whole(&given, &surname),
        surname,
        given_names: given,
        confidence,
        source: Source::Mrz,
        may_be_cut,
        region: Some(mrz.region),
        letters: Vec::new(),
    })
}

/// Confidence of a letter with marks from which the marks are taken from print. Readers know those of some languages only:
/// `Đặng` becomes `DÃNG`, which is another name; the zone has the letters without any.
const SURE_MARK: f32 = 0.8;

/// Whether the letters with marks in a printed name were read without doubt, in one of the lines that hold it.
fn has_sure_marks(page: &Page, printed: &str) -> bool {
    let mut lines = page.lines.iter().map(|l| l.reading).filter(|r| r.text.contains(printed)).peekable();
    let sure = |reading: &Reading| {
        let letters = letters::of_name(printed, std::slice::from_ref(reading));
        printed.chars().zip(letters).all(|(c, sure)| c.is_ascii() || sure >= SURE_MARK)
    };
    printed.is_ascii() || lines.peek().is_none() || lines.any(sure)
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
    let outside = page.lines.iter().filter(|l| !l.reading.text.contains("<<"));
    let mut same = outside.filter_map(|l| {
        let last = l.spans.iter().filter(|s| s.caption.is_name()).map(|s| s.end).max().unwrap_or(0);
        let text = l.text(last, l.tokens.len());
        same_name(text, name)
            .then(|| text.trim_start_matches(|c: char| c.is_ascii_digit() || ". ".contains(c)).to_owned())
    });
    same.next()
}

#[cfg(test)]
mod tests;
