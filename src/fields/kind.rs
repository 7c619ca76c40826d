//! What a document is, which side of it and whose, from its words and codes.
//!
//! A guess with a confidence: nothing here decides what the document is good for.

use super::DocumentGuess;
use super::fold::{compact, tokens};
use super::lexicon::{Caption, FieldLexicon, WordGroup};
use super::sheet;
use super::title::{self, Title};
use crate::codes::{Codes, Mrz, MrzFormat};
use crate::kinds::{DocumentKind, Side};
use crate::text::Reading;

/// Words must weigh this much together before a kind is named at all: one strong title, or several hints.
const MIN_WEIGHT: f32 = 2.5;
/// From this weight words are a title, which must look like one; lighter ones are hints wherever they stand.
const TITLE: f32 = 3.0;
/// What is left of a title of a card on print that is that of a sheet of paper.
const ON_A_SHEET: f32 = 0.3;

/// Guesses the document.
pub(super) fn guess(lexicon: &FieldLexicon, lines: &[Reading], codes: &Codes) -> DocumentGuess {
    let words = title::all(lines);
    let mut scores = scores(lexicon, &words);
    if sheet::is_sheet(lines) {
        let cards = scores.iter_mut().filter(|(kind, _)| kind.traits().expires);
        cards.for_each(|(_, weight)| *weight *= ON_A_SHEET);
    }
    if let Some(mrz) = codes.mrz.as_ref() {
        add(&mut scores, from_mrz(mrz), if mrz.valid { 9.0 } else { 4.0 });
    } else if codes.mrz_fragment.is_some() {
        add(&mut scores, DocumentKind::Passport, 1.0);
    }
    let license = codes.barcodes.iter().find_map(|b| b.aamva.as_ref());
    if let Some(aamva) = license {
        add(&mut scores, if aamva.is_id_card { DocumentKind::StateId } else { DocumentKind::DriversLicense }, 9.0);
    }
    if scores.iter().all(|(_, weight)| *weight < MIN_WEIGHT) && identifies(lexicon, lines) {
        add(&mut scores, DocumentKind::NationalId, MIN_WEIGHT);
    }
    let categories = is_table_of_categories(lines);
    if categories {
        add(&mut scores, DocumentKind::DriversLicense, 4.0);
    }
    prefer_specific(&mut scores);
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let Some((kind, weight)) = scores.first().copied().filter(|(_, w)| *w >= MIN_WEIGHT) else {
        return DocumentGuess { country: country(lexicon, &words, codes), ..DocumentGuess::default() };
    };
    let second = scores.get(1).map_or(0.0, |s| s.1);
    let place = country(lexicon, &words, codes);
    // The states of this country issue such cards; what other countries call so is for the whole of them.
    let abroad = place.as_deref().is_some_and(|place| place != "USA");
    let kind = if kind == DocumentKind::StateId && abroad { DocumentKind::NationalId } else { kind };
    // Weight 3 alone gives 0.7, 6 and more without a rival 0.95.
    let confidence = (0.45 + 0.085 * weight.min(6.0) - 0.25 * (second / weight).powi(2)).clamp(0.2, 0.97);
    let fallback = lexicon.documents.iter().find(|d| d.kind == kind).and_then(|d| d.country.clone());
    let back = (categories && kind == DocumentKind::DriversLicense).then_some(Side::Back);
    DocumentGuess { kind, side: back.or(side(kind, codes)), country: place.or(fallback), confidence }
}

/// Whether a card without a known title gives an identity number, the day of a birth and a sex under their captions.
fn identifies(lexicon: &FieldLexicon, lines: &[Reading]) -> bool {
    let caption = |line: &Reading| lexicon.label(&compact(line.text.split(':').next().unwrap_or_default()), false);
    let captions: Vec<(Caption, &Reading)> = lines.iter().take(60).filter_map(|l| Some((caption(l)?, l))).collect();
    let has = |caption: Caption| captions.iter().any(|(c, _)| *c == caption);
    let identity = |line: &Reading| {
        tokens(&line.text).iter().any(|t| matches!(t.folded.as_str(), "ID" | "IDENTITY" | "IDENTIDAD"))
    };
    let numbered = captions.iter().any(|(c, line)| *c == Caption::DocumentNumber && identity(line));
    !sheet::is_sheet(lines) && numbered && has(Caption::BirthDate) && has(Caption::Sex)
}

/// The back of a license of the Vienna convention and of the European Union: a column of vehicle categories, each on a
/// line of its own.
fn is_table_of_categories(lines: &[Reading]) -> bool {
    const CATEGORIES: [&str; 14] =
        ["AM", "A1", "A2", "B1", "BE", "B+E", "C1", "C1E", "CE", "D1", "D1E", "DE", "C1+E", "D1+E"];
    // Fewer stand on fronts too, in one row.
    const ENOUGH: usize = 5;
    let is_there = |c: &&&str| lines.iter().take(600).any(|l| l.text.trim() == **c);
    CATEGORIES.iter().filter(is_there).count() >= ENOUGH
}

fn scores(lexicon: &FieldLexicon, lines: &[Title]) -> Vec<(DocumentKind, f32)> {
    let mut out = Vec::new();
    for document in &lexicon.documents {
        let groups = document
            .groups
            .iter()
            .filter(|g| g.words.iter().any(|w| lines.iter().any(|l| is_said(lexicon, l, document.kind, g, w))));
        add(&mut out, document.kind, groups.map(|g| g.weight).sum());
    }
    for family in &lexicon.families {
        let named = family.words.iter().any(|w| lines.iter().any(|l| l.is_titled(w, lexicon)));
        for (_, weight) in out.iter_mut().filter(|(kind, _)| named && family.kinds.contains(kind)) {
            *weight += family.weight;
        }
    }
    out
}

fn is_said(lexicon: &FieldLexicon, line: &Title, kind: DocumentKind, group: &WordGroup, phrase: &str) -> bool {
    if group.weight < TITLE || group.in_text {
        return line.says(phrase, lexicon);
    }
    let traits = kind.traits();
    // Cards give the number of a certificate; a card's own number may stand behind its title.
    let paper = !traits.expires && !traits.mailed;
    line.is_titled(phrase, lexicon) && !(paper && line.is_numbered(phrase))
}

fn add(scores: &mut Vec<(DocumentKind, f32)>, kind: DocumentKind, weight: f32) {
    if weight <= 0.0 {
        return;
    }
    match scores.iter_mut().find(|(k, _)| *k == kind) {
        Some((_, w)) => *w += weight,
        None => scores.push((kind, weight)),
    }
}

/// Titles that contain the title of something else: a passport card says "passport", an ITIN letter "Internal Revenue".
fn prefer_specific(scores: &mut [(DocumentKind, f32)]) {
    use DocumentKind as K;
    for (specific, general) in [
        (K::PassportCard, K::Passport),
        (K::ItinLetter, K::IrsNotice),
        (K::PermanentResidentCard, K::NationalId),
        (K::EmploymentAuthorization, K::NationalId),
        (K::Visa, K::Passport),
        (K::ConsularId, K::NationalId),
        (K::StateId, K::NationalId),
        (K::W2, K::PayStub),
        (K::MedicalBill, K::UtilityBill),
        // "Tax invoice" and "subtotal" name what is paid, whatever it is paid for.
        (K::UtilityBill, K::Other),
        (K::MedicalBill, K::Other),
        // The letter names the form with which the number was applied for.
        (K::ItinLetter, K::Other),
        // Leases ask for an insurance, statements tell of mortgages, pay stubs of premiums.
        (K::Lease, K::Other),
        (K::Lease, K::UtilityBill),
        (K::Lease, K::BankStatement),
        (K::BankStatement, K::Other),
        (K::PayStub, K::Other),
        (K::PermanentResidentCard, K::StateId),
        (K::DriversLicense, K::NationalId),
    ] {
        let strong = scores.iter().any(|(k, w)| *k == specific && *w >= 3.5);
        if strong && let Some((_, w)) = scores.iter_mut().find(|(k, _)| *k == general) {
            *w *= 0.4;
        }
    }
}

fn from_mrz(mrz: &Mrz) -> DocumentKind {
    let usa = mrz.issuing_state == "USA";
    match (mrz.format, mrz.document_code.as_str()) {
        (MrzFormat::MrvA | MrzFormat::MrvB, _) => DocumentKind::Visa,
        (_, "IP") if usa => DocumentKind::PassportCard,
        (_, "C1" | "C2") if usa => DocumentKind::PermanentResidentCard,
        (_, "IA") if usa => DocumentKind::EmploymentAuthorization,
        (MrzFormat::Td3, _) => DocumentKind::Passport,
        (_, code) if code.starts_with('P') => DocumentKind::Passport,
        (_, code) if code.starts_with('D') => DocumentKind::DriversLicense,
        _ => DocumentKind::NationalId,
    }
}

fn country(lexicon: &FieldLexicon, lines: &[Title], codes: &Codes) -> Option<String> {
    if let Some(mrz) = codes.mrz.as_ref().filter(|m| m.valid && m.issuing_state.chars().all(char::is_alphabetic)) {
        return Some(mrz.issuing_state.clone()).filter(|s| !s.is_empty());
    }
    if let Some(country) = codes.barcodes.iter().find_map(|b| b.aamva.as_ref()?.country.clone()) {
        return Some(country);
    }
    let count = |words: &[String]| {
        words
            .iter()
            .map(|w| lines.iter().filter(|l| l.says(w, lexicon)).count() * w.split_whitespace().count())
            .sum::<usize>()
    };
    let found = lexicon.countries.iter().map(|c| (count(&c.words), &c.code)).filter(|(n, _)| *n > 0);
    found
        .fold(None, |best: Option<(usize, &String)>, c| if best.is_some_and(|b| b.0 >= c.0) { best } else { Some(c) })
        .map(|b| b.1.clone())
}

/// The back of a card has its barcode or its zone of three lines; the front is decided by the holder's print, later.
fn side(kind: DocumentKind, codes: &Codes) -> Option<Side> {
    let license = codes.barcodes.iter().any(|b| b.aamva.is_some());
    let card_zone = codes.mrz.as_ref().is_some_and(|m| m.format == MrzFormat::Td1);
    (kind.traits().has_back && (license || card_zone)).then_some(Side::Back)
}
