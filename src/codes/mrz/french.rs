//! The zones of two French documents that follow no layout of ICAO Doc 9303: the identity card of 1988 to 2021 and the
//! driving license since 2013. Each has check digits of its own, and only they make it valid.

use super::values::{birth_date, digits, distance, expiry_date, letters};
use crate::codes::{Mrz, MrzFormat};
use crate::geometry::Region;

/// The old French identity card. Line 1: `IDFRA`, surname (25), department and office (6). Line 2: number (12), check
/// digit, given names (14), birth YYMMDD, check digit, sex, composite check digit over all before it. No expiry.
pub(super) fn card(lines: &[&str]) -> Option<Mrz> {
    let [first, second] = lines else { return None };
    if !first.starts_with("IDFRA") || second.len() != 36 || !(30..=36).contains(&first.len()) {
        return None;
    }
    let first = format!("{}{}{:<<6}", &first[..5], letters(&first[5..30]), &first[30..]);
    let second = [
        digits(&second[..13]),
        letters(&second[13..27]),
        digits(&second[27..34]),
        second[34..35].to_owned(),
        digits(&second[35..]),
    ]
    .concat();
    let changed = distance(&first, lines[0]) + distance(&second, lines[1]);
    let digit = |at: usize| second[at..].chars().next().unwrap_or('<');
    let mut failed = Vec::new();
    for (name, text, at) in [
        ("document_number", second[..12].to_owned(), 12),
        ("date_of_birth", second[27..33].to_owned(), 33),
        ("composite", format!("{first}{}", &second[..35]), 35),
    ] {
        if !mrz::verify(&text, digit(at)) {
            failed.push(name.to_owned());
        }
    }
    let name = |field: &str| field.split('<').filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
    let number = |from: usize| second[from..from + 2].parse::<i16>().ok();
    let born = number(27).zip(number(29)).zip(number(31));
    let birth_date = born.and_then(|((y, m), d)| birth_date((y, i8::try_from(m).ok()?, i8::try_from(d).ok()?), None));
    Some(Mrz {
        format: MrzFormat::Td2,
        lines: vec![first.clone(), second.clone()],
        valid: failed.is_empty(),
        failed,
        repaired: changed > 0,
        document_code: "ID".to_owned(),
        issuing_state: "FRA".to_owned(),
        surname: name(&first[5..30]),
        given_names: name(&second[13..27]),
        name_may_be_cut: !first[..30].ends_with('<') || !second[..27].ends_with('<'),
        document_number: second[..12].trim_end_matches('<').to_owned(),
        nationality: "FRA".to_owned(),
        birth_date,
        expiry_date: None,
        sex: Some(digit(34)).filter(|c| matches!(c, 'M' | 'F')),
        region: Region::default(),
        confidence: 0.0,
    })
}

/// The driving license, one line of 30: `D1FRA`, number (9), a digit, expiry YYMMDD, surname (8), check digit over all
/// before it. What the digit behind the number stands for is not published; it is not judged. The surname is cut and
/// the given names are not there, so no name is taken from it.
pub(super) fn license(lines: &[&str]) -> Option<Mrz> {
    let [line] = lines else { return None };
    if !line.starts_with("D1FRA") || line.len() != 30 {
        return None;
    }
    let fixed = [&line[..14], &digits(&line[14..21]), &letters(&line[21..29]), &digits(&line[29..])].concat();
    let part = |from: usize| fixed[from..from + 2].parse::<i16>().ok();
    let until = part(15).zip(part(17)).zip(part(19));
    let expiry = until.and_then(|((y, m), d)| expiry_date((y, i8::try_from(m).ok()?, i8::try_from(d).ok()?)));
    let agrees = mrz::verify(&fixed[..29], fixed[29..].chars().next()?);
    Some(Mrz {
        format: MrzFormat::License,
        valid: agrees && expiry.is_some(),
        failed: if agrees { Vec::new() } else { vec!["composite".to_owned()] },
        repaired: fixed != *line,
        document_code: "D1".to_owned(),
        issuing_state: "FRA".to_owned(),
        surname: String::new(),
        given_names: String::new(),
        name_may_be_cut: true,
        document_number: fixed[5..14].to_owned(),
        nationality: String::new(),
        birth_date: None,
        expiry_date: expiry,
        sex: None,
        region: Region::default(),
        confidence: 0.0,
        lines: vec![fixed],
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn line(until: &str) -> String {
        let head = format!("D1FRA21BB123457{until}DURANDAL");
        let digit = (0..10).find(|d| mrz::verify(&head, char::from(b'0' + d))).unwrap();
        format!("{head}{digit}")
    }

    #[test]
    fn a_license_is_valid_by_its_last_digit() {
        let line = line("341107");
        let zone = license(&[&line]).unwrap();
        assert!(zone.valid && !zone.repaired);
        assert_eq!((zone.surname.as_str(), zone.expiry_date), ("", Some(date(2034, 11, 7))));
        let wrong = line.replace("341107", "341108");
        assert!(!license(&[&wrong]).unwrap().valid);
    }

    #[test]
    fn a_license_with_no_date_in_its_place_is_not_valid() {
        assert!(!license(&[&line("341399")]).unwrap().valid);
        assert!(license(&["D1FRA"]).is_none());
    }
}
