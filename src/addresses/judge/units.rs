//! Apartments, floors, buildings, lots. Both sides with another identifier contradict; a missing one is a question.

use super::super::difference::Difference::{
    BuildingDiffers, LetterInNumber, Mailbox, UnitDiffers, UnitLevel, UnitMissing, UnitWord, UnitZeros,
};
use super::super::labels::Place;
use super::super::parts::Parts;
use super::super::token::joined;
use super::super::unit::{self, Agreement, Unit};
use super::{Pair, Reasons};

/// What two units may have in common, best first.
const HARMLESS: [Agreement; 5] =
    [Agreement::Same, Agreement::Word, Agreement::Mailbox, Agreement::Zeros, Agreement::LetterInside];

/// `455C Cobb Ave` and `455 Cobb Ave Apt C`: the letter is on either side of one border.
pub fn letter_of_number(pair: &mut Pair, reasons: &mut Reasons) {
    let (record, document) = (&mut pair.record, &mut pair.document);
    for recorded in [true, false] {
        let (a, b) = if recorded { (&mut *record, &mut *document) } else { (&mut *document, &mut *record) };
        let (Some(joined), Some(plain)) = (&a.number, &b.number) else { return };
        let Some(letter) = joined
            .text
            .strip_prefix(&plain.text)
            .filter(|rest| !rest.is_empty() && !rest.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
        else {
            continue;
        };
        let hyphenless = letter.trim_start_matches(['-', '/']).to_owned();
        let Some(at) = b.labels.units.iter().position(|unit| unit.id == hyphenless) else { continue };
        let (x, y) = (joined.shown.clone(), format!("{} {}", plain.shown, b.labels.units[at].shown));
        let (x, y) = if recorded { (x, y) } else { (y, x) };
        reasons.review(UnitLevel, &x, &y);
        b.labels.units.remove(at);
        a.number.clone_from(&b.number);
    }
}

/// `455 C Cobb Ave` and `455C Cobb Ave`: where the other side has the letter, it belongs to the number.
pub fn letter_before_street(pair: &mut Pair) {
    for recorded in [true, false] {
        let (a, b) = if recorded { (&pair.record, &mut pair.document) } else { (&pair.document, &mut pair.record) };
        let (Some(joined), Some(plain)) = (&a.number, &mut b.number) else { return };
        let letter = joined.text.strip_prefix(&plain.text).unwrap_or_default();
        let name = &mut b.street.name;
        if letter.len() == 1
            && name.first().is_some_and(|first| first.text == letter)
            && name.len() == a.street.name.len() + 1
        {
            plain.text.clone_from(&joined.text);
            name.remove(0);
        }
    }
}

pub fn judge(pair: &Pair, reasons: &mut Reasons) {
    let (mut left, mut right) = (pair.record.labels.units.clone(), pair.document.labels.units.clone());
    for wanted in HARMLESS {
        while let Some((i, j)) = pairing(&left, &right, wanted) {
            let (a, b) = (left.remove(i), right.remove(j));
            match wanted {
                Agreement::Same => {}
                Agreement::Word => reasons.form(UnitWord, &a.shown, &b.shown),
                Agreement::Mailbox => reasons.review(Mailbox, &a.shown, &b.shown),
                Agreement::Zeros => reasons.review(UnitZeros, &a.shown, &b.shown),
                _ => reasons.review(LetterInNumber, &a.shown, &b.shown),
            }
        }
    }
    let ids = |units: &[Unit]| units.iter().map(|unit| unit.id.replace('-', "")).collect::<String>();
    if !left.is_empty() && !right.is_empty() && left.len() != right.len() && ids(&left) == ids(&right) {
        let all = |units: &[Unit]| units.iter().map(|unit| unit.shown.as_str()).collect::<Vec<_>>().join(" ");
        return reasons.review(UnitLevel, &all(&left), &all(&right));
    }
    while let Some((i, j)) = pairing(&left, &right, Agreement::Different) {
        let (a, b) = (left.remove(i), right.remove(j));
        let building = matches!(&*a.kind, "BUILDING" | "TOWER" | "GROUP" | "BLOCK");
        reasons.mismatch(if building { BuildingDiffers } else { UnitDiffers }, &a.shown, &b.shown);
    }
    while let Some((i, j)) = pairing(&left, &right, Agreement::Level) {
        let (a, b) = (left.remove(i), right.remove(j));
        reasons.review(UnitLevel, &a.shown, &b.shown);
    }
    // a named building may be given without its word
    let named = |unit: &Unit, other: &Parts| {
        let words = |place: &Place| joined(&place.words, " ");
        unit.id.contains(' ') | unit.id.chars().all(char::is_alphabetic)
            && other.labels.places.iter().any(|place| words(place) == unit.id)
    };
    for unit in left.iter().filter(|unit| !named(unit, &pair.document)) {
        reasons.review(UnitMissing, &unit.shown, "");
    }
    for unit in right.iter().filter(|unit| !named(unit, &pair.record)) {
        reasons.review(UnitMissing, "", &unit.shown);
    }
}

fn pairing(left: &[Unit], right: &[Unit], wanted: Agreement) -> Option<(usize, usize)> {
    left.iter().enumerate().find_map(|(i, a)| right.iter().position(|b| unit::compare(a, b) == wanted).map(|j| (i, j)))
}
