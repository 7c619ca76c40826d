//! Quarters, zones, settlements, buildings by name, care-of lines: what stands around a street.

use super::super::difference::Difference::{CareOf, ExtraLine, PlaceDiffers, PlaceMissing, PlaceMisspelled};
use super::super::labels::Place;
use super::super::parts::Parts;
use super::super::token::{Token, joined, shown};
use super::super::words::{self, Likeness};
use super::{Pair, Reasons};

pub fn judge(pair: &Pair, reasons: &mut Reasons) {
    care_of(pair, reasons);
    let (mut left, mut right) = (places(pair, &pair.record), places(pair, &pair.document));
    for accepted in [Likeness::Same, Likeness::Form, Likeness::Cut, Likeness::Typo, Likeness::Part] {
        while let Some((i, j)) = pairing(pair, &left, &right, accepted) {
            let (a, b) = (left.remove(i), right.remove(j));
            let classes = matches!((&a.class, &b.class), (Some(x), Some(y)) if x != y);
            if accepted > Likeness::Form {
                reasons.review(PlaceMisspelled, &a.shown(), &b.shown());
            } else if classes {
                reasons.review(PlaceMissing, &a.shown(), &b.shown());
            }
        }
    }
    // the same words, divided by commas in another way
    let all = |places: &[Place]| places.iter().map(|place| joined(&place.words, "")).collect::<String>();
    if left.iter().chain(&right).all(|place| place.class.is_none()) && all(&left) == all(&right) {
        return;
    }
    while let Some((i, j)) = contradiction(&left, &right) {
        let (a, b) = (left.remove(i), right.remove(j));
        reasons.mismatch(PlaceDiffers, &a.shown(), &b.shown());
    }
    for place in left {
        reasons.review(PlaceMissing, &place.shown(), "");
    }
    for place in right {
        let code = if place.before && place.class.is_none() { ExtraLine } else { PlaceMissing };
        reasons.review(code, "", &place.shown());
    }
}

fn care_of(pair: &Pair, reasons: &mut Reasons) {
    let lines = |parts: &Parts| parts.labels.care_of.iter().map(|line| shown(line)).collect::<Vec<_>>().join(", ");
    let (a, b) = (lines(&pair.record), lines(&pair.document));
    if a.to_uppercase() != b.to_uppercase() {
        reasons.review(CareOf, &a, &b);
    }
}

/// The places of one side, without repetitions of the town, the state, or one another.
fn places(pair: &Pair, parts: &Parts) -> Vec<Place> {
    let mut all = parts.labels.places.clone();
    if !parts.trailing.is_empty() {
        all.push(Place { class: None, words: parts.trailing.clone(), before: false });
    }
    let lexicon = pair.setting.lexicon;
    let repeats = |words: &[Token]| {
        [&pair.wanted.city, &pair.wanted.region]
            .iter()
            .any(|known| words::names(lexicon, known, words) <= Likeness::Form && !known.is_empty())
    };
    all.retain(|place| !place.words.is_empty() && (place.class.is_some() || !repeats(&place.words)));
    all
}

fn pairing(pair: &Pair, left: &[Place], right: &[Place], wanted: Likeness) -> Option<(usize, usize)> {
    let like = |a: &Place, b: &Place| {
        let likeness = words::names(pair.setting.lexicon, &a.words, &b.words);
        let numbered = a.words.iter().chain(&b.words).any(Token::has_digit);
        likeness == wanted && !(numbered && likeness > Likeness::Form)
    };
    left.iter().enumerate().find_map(|(i, a)| right.iter().position(|b| like(a, b)).map(|j| (i, j)))
}

/// Two places of one class with other names, or two that stand at the same place without a class.
fn contradiction(left: &[Place], right: &[Place]) -> Option<(usize, usize)> {
    let contradict = |a: &Place, b: &Place| match (&a.class, &b.class) {
        (Some(x), Some(y)) => x == y,
        _ => !a.before && !b.before,
    };
    left.iter().enumerate().find_map(|(i, a)| right.iter().position(|b| contradict(a, b)).map(|j| (i, j)))
}
