//! Facts of the codes as fields, and the agreement of print with them.
//!
//! Where two places of a document say the same, both fields stay and gain; where they contradict each other, both stay
//! and the print loses: one of them was misread, and a check may say so.

use jiff::civil::Date;

use super::fold::{compact, same_name};
use super::{Field, FieldKind, Source};
use crate::codes::{Aamva, Barcode, Codes, Mrz};
use crate::text::Reader;

/// Fields of the machine readable zone and of the barcodes.
pub(super) fn fields_of_codes(codes: &Codes, readers: &[Reader]) -> Vec<Field> {
    let mut out = Vec::new();
    if let Some(mrz) = &codes.mrz {
        of_mrz(mrz, readers, &mut out);
    }
    for barcode in &codes.barcodes {
        out.push(of_barcode(barcode, FieldKind::Barcode, barcode.text.clone()));
        if let Some(aamva) = &barcode.aamva {
            of_aamva(barcode, aamva, &mut out);
        }
    }
    out
}

fn of_mrz(mrz: &Mrz, readers: &[Reader], out: &mut Vec<Field>) {
    // A zone whose check digits do not agree is shown, but nothing in it is a claim.
    let proven = if mrz.valid { mrz.confidence.max(0.9) } else { mrz.confidence.min(0.5) };
    let unproven = if mrz.valid { mrz.confidence } else { mrz.confidence.min(0.5) };
    let mut add = |kind, value: String, confidence: f32| {
        if !value.is_empty() {
            let region = Some(mrz.region);
            out.push(Field { kind, value, source: Source::Mrz, confidence, region, readers: readers.to_vec() });
        }
    };
    let date = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    add(FieldKind::Mrz, mrz.lines.join("\n"), unproven);
    add(FieldKind::Surname, mrz.surname.clone(), unproven * 0.9);
    add(FieldKind::GivenNames, mrz.given_names.clone(), unproven * 0.9);
    add(FieldKind::DocumentNumber, mrz.document_number.clone(), proven);
    add(FieldKind::BirthDate, date(mrz.birth_date), proven);
    add(FieldKind::ExpiryDate, date(mrz.expiry_date), proven);
    add(FieldKind::Nationality, mrz.nationality.clone(), unproven);
    add(FieldKind::IssuingCountry, mrz.issuing_state.clone(), unproven);
    add(FieldKind::Sex, mrz.sex.map(String::from).unwrap_or_default(), unproven);
}

fn of_barcode(barcode: &Barcode, kind: FieldKind, value: String) -> Field {
    Field { kind, value, source: Source::Barcode, confidence: 0.99, region: Some(barcode.region), readers: Vec::new() }
}

fn of_aamva(barcode: &Barcode, a: &Aamva, out: &mut Vec<Field>) {
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    let facts = [
        (FieldKind::Surname, a.surname.clone()),
        (FieldKind::GivenNames, a.given_names.clone()),
        (FieldKind::DocumentNumber, a.document_number.clone()),
        (FieldKind::BirthDate, date(a.birth_date)),
        (FieldKind::ExpiryDate, date(a.expiry_date)),
        (FieldKind::IssueDate, date(a.issue_date)),
        (FieldKind::Address, a.address.clone()),
        (FieldKind::IssuingCountry, a.country.clone()),
        (FieldKind::Sex, a.sex.map(String::from)),
    ];
    out.extend(facts.into_iter().filter_map(|(kind, value)| Some(of_barcode(barcode, kind, value?))));
}

/// Raises what print and code agree on, lowers print that a code contradicts.
pub(super) fn reconcile(fields: &mut [Field]) {
    let coded: Vec<Field> = fields.iter().filter(|f| f.source != Source::Text).cloned().collect();
    for field in fields.iter_mut().filter(|f| f.source == Source::Text) {
        let mut others = coded.iter().filter(|c| c.kind == field.kind).peekable();
        if others.peek().is_none() {
            continue;
        }
        if others.any(|c| same(field, c)) {
            field.confidence = field.confidence.max(0.95);
        } else if matches!(field.kind, FieldKind::BirthDate | FieldKind::ExpiryDate) {
            field.confidence = field.confidence.min(0.75);
        }
    }
    let printed: Vec<Field> = fields.iter().filter(|f| f.source == Source::Text).cloned().collect();
    for field in fields.iter_mut().filter(|f| f.source == Source::Mrz) {
        if printed.iter().any(|p| p.kind == field.kind && same(field, p)) {
            field.confidence = field.confidence.max(0.97);
        }
    }
    confirm_zone(fields, &printed);
}

/// The lines of a zone hold the name without a check digit: print that says the same proves the zone whose other
/// fields are proven already.
fn confirm_zone(fields: &mut [Field], printed: &[Field]) {
    let is_printed = |f: &Field| printed.iter().any(|p| p.kind == f.kind && same(f, p));
    let zone = |f: &&Field| f.source == Source::Mrz;
    let of = |kind| fields.iter().filter(zone).find(|f| f.kind == kind);
    let valid = of(FieldKind::DocumentNumber).is_some_and(|f| f.confidence >= 0.9);
    let names = [of(FieldKind::Surname), of(FieldKind::GivenNames)];
    let confirmed = valid && names.iter().flatten().count() > 0 && names.iter().flatten().all(|f| is_printed(f));
    for field in fields.iter_mut().filter(|f| confirmed && f.kind == FieldKind::Mrz) {
        field.confidence = field.confidence.max(0.95);
    }
}

fn same(a: &Field, b: &Field) -> bool {
    match a.kind {
        FieldKind::Surname | FieldKind::GivenNames | FieldKind::FullName => same_name(&a.value, &b.value),
        _ => compact(&a.value) == compact(&b.value),
    }
}
