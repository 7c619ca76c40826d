//! Facts of the codes as fields, and the agreement of print with them.
//!
//! Where two places of a document say the same, both fields stay and gain; where they contradict each other, both stay
//! and the print loses: one of them was misread, and a check may say so.

use jiff::civil::Date;

use super::fold::{compact, same_name};
use super::holder::CUT;
use super::holder::agreement::parts_agree;
use super::{Field, FieldKind, Holder, Source};
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
            let (source, readers) = (Source::Mrz, readers.to_vec());
            out.push(Field { kind, value, source, confidence, region, readers, but_for_a_digit: None });
        }
    };
    let date = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    add(FieldKind::Mrz, mrz.lines.join("\n"), unproven);
    // what stands last in the line may be cut: the given names, or the surname where there are none
    let name = unproven * 0.9;
    let last = if mrz.name_may_be_cut { name.min(CUT) } else { name };
    add(FieldKind::Surname, mrz.surname.clone(), if mrz.given_names.is_empty() { last } else { name });
    add(FieldKind::GivenNames, mrz.given_names.clone(), last);
    add(FieldKind::DocumentNumber, mrz.document_number.clone(), proven);
    add(FieldKind::BirthDate, date(mrz.birth_date), proven);
    add(FieldKind::ExpiryDate, date(mrz.expiry_date), proven);
    add(FieldKind::Nationality, mrz.nationality.clone(), unproven);
    add(FieldKind::IssuingCountry, mrz.issuing_state.clone(), unproven);
    add(FieldKind::Sex, mrz.sex.map(String::from).unwrap_or_default(), unproven);
}

fn of_barcode(barcode: &Barcode, kind: FieldKind, value: String) -> Field {
    let (source, region) = (Source::Barcode, Some(barcode.region));
    Field { kind, value, source, confidence: 0.99, region, readers: Vec::new(), but_for_a_digit: None }
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

/// Print this sure that a code contradicts is still a claim, so that the contradiction is reported and not averaged
/// away.
const READ_FOR_SURE: f32 = 0.9;
/// What such print is worth then: a claim, though no longer a sure one.
const CONTRADICTED: f32 = 0.82;
/// Print that is less sure and contradicted is no claim.
const DOUBTED: f32 = 0.75;
/// A holder from this confidence on is a claim.
const SURE: f32 = 0.8;

/// Raises what print and code agree on, lowers print that a code contradicts. `printed_dates` are all dates in print:
/// where the date of the code is among them, the print was taken for the wrong date, and contradicts nothing.
pub(super) fn reconcile(fields: &mut [Field], printed_dates: &[Date]) {
    let coded: Vec<Field> = fields.iter().filter(|f| f.source != Source::Text).cloned().collect();
    for field in fields.iter_mut().filter(|f| f.source == Source::Text) {
        let mut others = coded.iter().filter(|c| c.kind == field.kind).peekable();
        if others.peek().is_none() {
            continue;
        }
        if others.any(|c| same(field, c)) {
            field.confidence = field.confidence.max(0.95);
        } else if matches!(field.kind, FieldKind::BirthDate | FieldKind::ExpiryDate) {
            let of_kind = || coded.iter().filter(|c| c.kind == field.kind);
            let elsewhere = of_kind().any(|c| printed_dates.iter().any(|d| d.to_string() == c.value));
            let proven = of_kind().all(|c| c.confidence >= READ_FOR_SURE);
            let stands = proven && !elsewhere && field.confidence >= READ_FOR_SURE;
            field.doubt(if stands { CONTRADICTED } else { DOUBTED });
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

/// Dates of one document that cannot be true together are no claims: nobody is born after the issue or the expiry, and
/// nothing is issued after it. A date that a code gives too is not doubted, only what contradicts it.
pub(super) fn doubt_contradictions(fields: &mut [Field]) {
    use FieldKind::{BirthDate, ExpiryDate, IssueDate};
    let date = |f: &Field| f.value.parse::<Date>().ok();
    let coded: Vec<Field> = fields.iter().filter(|f| f.source != Source::Text).cloned().collect();
    let is_coded = |f: &Field| f.source != Source::Text || coded.iter().any(|c| c.kind == f.kind && same(f, c));
    let mut doubtful: Vec<usize> = Vec::new();
    for (first, then) in [(BirthDate, IssueDate), (BirthDate, ExpiryDate), (IssueDate, ExpiryDate)] {
        let of = |kind| fields.iter().enumerate().filter(move |(_, f)| f.kind == kind && f.is_claim());
        let pairs = of(first).flat_map(|a| of(then).map(move |b| (a, b)));
        let wrong = pairs.filter(|((_, a), (_, b))| date(a).zip(date(b)).is_some_and(|(a, b)| a >= b));
        doubtful.extend(wrong.flat_map(|((i, _), (j, _))| [i, j]));
    }
    for i in doubtful {
        if !is_coded(&fields[i]) {
            fields[i].doubt(DOUBTED);
        }
    }
}

/// A part of a name that contradicts the holder is no claim, and where the holder is none, nor is one that two places
/// give differently.
pub(super) fn doubt_other_names(fields: &mut [Field], holder: Option<&Holder>) {
    let Some(holder) = holder else { return };
    let of_holder = |kind| match kind {
        FieldKind::Surname => Some(holder.surname.as_str()),
        FieldKind::GivenNames => Some(holder.given_names.as_str()),
        FieldKind::FullName => Some(holder.full_name.as_str()),
        _ => None,
    };
    let all = fields.to_vec();
    for field in fields.iter_mut() {
        let Some(part) = of_holder(field.kind) else { continue };
        let name = if part.is_empty() { holder.full_name.as_str() } else { part };
        let agrees = |other: &str| parts_agree(&field.value, other, holder.may_be_cut);
        let mut others = all.iter().filter(|f| f.kind == field.kind || f.kind == FieldKind::FullName);
        let stands = agrees(name) && (holder.confidence >= SURE || others.all(|f| agrees(&f.value)));
        if !stands {
            field.confidence = field.confidence.min(DOUBTED);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: f32, b: f32) -> bool {
        (a - b).abs() < f32::EPSILON
    }

    fn field(source: Source, value: &str, confidence: f32) -> Field {
        let kind = FieldKind::ExpiryDate;
        Field { source, confidence, region: None, readers: Vec::new(), ..crate::testing::field(kind, value) }
    }

    fn print_beside_a_code(confidence: f32, dates: &[Date]) -> f32 {
        let mut fields = [field(Source::Text, "2030-05-01", confidence), field(Source::Mrz, "2031-05-01", 0.97)];
        reconcile(&mut fields, dates);
        assert!(same(fields[1].confidence, 0.97));
        fields[0].confidence
    }

    #[test]
    fn what_a_code_contradicts_stays_doubtful_also_if_a_digit_was_the_first_doubt() {
        let digit = Field { but_for_a_digit: Some(0.93), ..field(Source::Text, "2031-05-04", 0.85) };
        let mut fields = vec![digit, field(Source::Barcode, "2037-05-04", 0.99)];
        reconcile(&mut fields, &[]);
        assert!(fields[0].confidence <= CONTRADICTED && fields[0].but_for_a_digit.unwrap() <= CONTRADICTED);
    }

    #[test]
    fn a_sure_contradiction_stays_a_claim_and_a_doubtful_one_does_not() {
        assert!(same(print_beside_a_code(0.93, &[]), CONTRADICTED));
        assert!(same(print_beside_a_code(0.85, &[]), DOUBTED));
    }

    #[test]
    fn dates_that_cannot_be_true_together_are_no_claims() {
        use FieldKind::{BirthDate, IssueDate};
        let dated = |kind, source, value: &str| Field { kind, ..field(source, value, 0.93) };
        let sure = |fields: &mut [Field]| {
            doubt_contradictions(fields);
            fields.iter().map(Field::is_claim).collect::<Vec<_>>()
        };
        let born = |source| dated(BirthDate, source, "2010-03-04");
        let issued = |value| dated(IssueDate, Source::Text, value);
        assert_eq!(sure(&mut [born(Source::Text), issued("2001-05-01")]), [false, false]);
        assert_eq!(sure(&mut [born(Source::Text), issued("2021-05-01")]), [true, true]);
        assert_eq!(sure(&mut [born(Source::Mrz), born(Source::Text), issued("2001-05-01")]), [true, true, false]);
    }

    #[test]
    fn a_date_that_print_has_under_another_caption_contradicts_nothing() {
        assert!(same(print_beside_a_code(0.93, &[jiff::civil::date(2031, 5, 1)]), DOUBTED));
    }

    #[test]
    fn a_name_that_the_zone_may_have_cut_is_no_claim() {
        let mut mrz = crate::testing::passport().codes.mrz.unwrap();
        (mrz.valid, mrz.confidence) = (true, 0.98);
        let given = |mrz: &Mrz| {
            let mut fields = Vec::new();
            of_mrz(mrz, &[], &mut fields);
            fields.into_iter().find(|f| f.kind == FieldKind::GivenNames).unwrap().confidence
        };
        mrz.name_may_be_cut = false;
        assert!(given(&mrz) > 0.8);
        mrz.name_may_be_cut = true;
        assert!(given(&mrz) < 0.8);
    }

    #[test]
    fn agreement_makes_both_surer() {
        let mut fields = [field(Source::Text, "2031-05-01", 0.8), field(Source::Mrz, "2031-05-01", 0.92)];
        reconcile(&mut fields, &[]);
        assert_eq!((fields[0].confidence, fields[1].confidence), (0.95, 0.97));
    }
}
