//! House number and street.
//!
//! A numbered street of another type is another street (5th St, 5th Ave); a named one may be the same, written wrongly.

use super::super::difference::Difference::{
    Abbreviation, DirectionDiffers, DirectionMissing, DirectionMoved, HyphenMissing, LetterInNumber, Masked,
    NumberDiffers, NumberForm, NumberMissing, NumberRange, NumberSuffix, NumberSwapped, NumberZeros, RoadKind,
    StreetAlias, StreetCut, StreetDiffers, StreetMissing, StreetMisspelled, StreetOrder, StreetTypeDiffers,
    StreetTypeMissing, StreetWords,
};
use super::super::number::{self, Agreement, Number};
use super::super::street::{Street, Word};
use super::super::token::Token;
use super::super::words::{self, Likeness};
use super::{Pair, Reasons};

pub fn judge(pair: &Pair, reasons: &mut Reasons) {
    house_number(pair, reasons);
    let (a, b) = (&pair.record.street, &pair.document.street);
    match (a.is_empty(), b.is_empty()) {
        (true, true) => return,
        (true, false) | (false, true) => return reasons.review(StreetMissing, &a.shown(), &b.shown()),
        (false, false) => {}
    }
    if a.name.iter().chain(&b.name).any(Token::is_masked) {
        return reasons.review(Masked, &a.shown(), &b.shown());
    }
    let codes =
        |street: &Street| [&street.kind, &street.before, &street.after].map(|w| w.as_ref().map(|w| w.code.clone()));
    if codes(a) != codes(b) && same_words(pair, a, b) {
        return reasons.form(Abbreviation, &a.shown(), &b.shown());
    }
    if name(pair, a, b, reasons) {
        kind(pair, a, b, reasons);
        directions(a, b, reasons);
    }
}

fn house_number(pair: &Pair, reasons: &mut Reasons) {
    let none = Number::default();
    let (record, document) = (&pair.record, &pair.document);
    let (a, b) = match (&record.number, &document.number) {
        (None, None) => {
            let said = |unnumbered: bool| if unnumbered { "S/N" } else { "" };
            let (x, y) = (said(record.labels.unnumbered), said(document.labels.unnumbered));
            if x != y {
                reasons.review(NumberMissing, x, y);
            }
            return;
        }
        (a, b) => (a.as_ref().unwrap_or(&none), b.as_ref().unwrap_or(&none)),
    };
    let (x, y) = (a.shown.as_str(), b.shown.as_str());
    if a.text.is_empty() || b.text.is_empty() {
        return reasons.review(NumberMissing, x, y);
    }
    if a.text.contains(['*', 'X']) || b.text.contains('*') || b.text.starts_with("XX") {
        return reasons.review(Masked, x, y);
    }
    match number::compare(a, b) {
        Agreement::Same => {}
        Agreement::Form => reasons.form(NumberForm, x, y),
        Agreement::LetterInside => reasons.review(LetterInNumber, x, y),
        Agreement::Swapped => reasons.review(NumberSwapped, x, y),
        Agreement::HyphenMissing => reasons.review(HyphenMissing, x, y),
        Agreement::Range => reasons.review(NumberRange, x, y),
        Agreement::Zeros => reasons.review(NumberZeros, x, y),
        Agreement::Suffix => reasons.mismatch(NumberSuffix, x, y),
        Agreement::Different => reasons.mismatch(NumberDiffers, x, y),
    }
}

/// Whether two streets are the same words, directions in short or in full: in `N West End` two words may be one direction
/// or a direction and a name.
fn same_words(pair: &Pair, a: &Street, b: &Street) -> bool {
    let words = |street: &Street| -> Vec<String> {
        let text = super::super::segments::segments(pair.setting.lexicon, &[street.shown()]).concat();
        let last = text.len().saturating_sub(1);
        let plain = |(at, t): (usize, &Token)| {
            let one = std::slice::from_ref(t);
            let suffix = pair.setting.lexicon.list("suffixes").code(&t.text).filter(|_| at == last);
            let direction = pair.setting.direction(one, 0).map(|(code, _)| code.to_string());
            direction.or_else(|| suffix.map(ToString::to_string)).unwrap_or_else(|| t.text.clone())
        };
        text.iter().enumerate().map(plain).collect()
    };
    pair.setting.is_american() && !a.is_lettered() && !b.is_lettered() && words(a).concat() == words(b).concat()
}

/// Compares the names; whether they may be one, so that the rest is worth comparing.
fn name(pair: &Pair, a: &Street, b: &Street, reasons: &mut Reasons) -> bool {
    let lexicon = pair.setting.lexicon;
    let (x, y) = (a.shown(), b.shown());
    let likeness = words::names(lexicon, &a.name, &b.name);
    let alias = words::same_group(&lexicon.aliases, &a.name, &b.name);
    let number = a.name.iter().chain(&b.name).any(Token::has_digit);
    if (a.is_lettered() || b.is_lettered()) && likeness == Likeness::Form {
        reasons.review(StreetWords, &x, &y);
        return true;
    }
    match likeness {
        Likeness::Same => return true,
        Likeness::Form => reasons.form(Abbreviation, &x, &y),
        _ if alias => {
            reasons.review(StreetAlias, &x, &y);
            return false;
        }
        Likeness::Cut => reasons.review(StreetCut, &x, &y),
        Likeness::Typo if !number => reasons.review(StreetMisspelled, &x, &y),
        Likeness::Part if !number => reasons.review(StreetWords, &x, &y),
        _ if cut_type(pair, a, b) || cut_type(pair, b, a) => {
            reasons.review(StreetCut, &x, &y);
            return false;
        }
        _ => {
            reasons.mismatch(StreetDiffers, &x, &y);
            return false;
        }
    }
    true
}

/// `LARKIN R`: the type is cut to a beginning that says nothing, and was read as a part of the name.
fn cut_type(pair: &Pair, whole: &Street, cut: &Street) -> bool {
    let (Some(kind), None, Some((last, rest))) = (&whole.kind, &cut.kind, cut.name.split_last()) else { return false };
    let begins = pair.setting.lexicon.list("suffixes").begins(&kind.code, &last.text)
        || kind.shown.to_uppercase().starts_with(&last.text);
    begins && rest.len() == whole.name.len() && rest.iter().zip(&whole.name).all(|(x, y)| words::equal(x, y))
}

fn kind(pair: &Pair, a: &Street, b: &Street, reasons: &mut Reasons) {
    let (x, y) = (a.shown(), b.shown());
    if a.road.is_some() || b.road.is_some() {
        return road(a, b, reasons);
    }
    let translations = &pair.setting.lexicon.translations;
    match (&a.kind, &b.kind) {
        (None, None) => {}
        (Some(_), None) | (None, Some(_)) => reasons.review(StreetTypeMissing, &x, &y),
        (Some(p), Some(q)) if p.code == q.code => {
            if a.kind_first != b.kind_first {
                reasons.review(StreetOrder, &x, &y);
            } else if p.shown.to_uppercase() != q.shown.to_uppercase() {
                reasons.form(Abbreviation, &p.shown, &q.shown);
            }
        }
        (Some(p), Some(q)) => {
            let groups = |word: &Word| translations.get(&*word.code).cloned().unwrap_or_default();
            let translated = groups(p).iter().any(|group| groups(q).contains(group)) && a.kind_first != b.kind_first;
            if (a.is_numbered() || b.is_numbered()) && !translated {
                reasons.mismatch(StreetTypeDiffers, &x, &y);
            } else {
                reasons.review(StreetTypeDiffers, &x, &y);
            }
        }
    }
}

/// Numbered roads of one number.
fn road(a: &Street, b: &Street, reasons: &mut Reasons) {
    let of_state = |word: &Word| matches!(&*word.code, "STATE" | "STATE-ROAD" | "STATE-ROUTE");
    let (x, y) = (a.shown(), b.shown());
    match (&a.road, &b.road) {
        (Some(p), Some(q)) if p.code == q.code => {
            if p.shown.to_uppercase() != q.shown.to_uppercase() {
                reasons.form(Abbreviation, &p.shown, &q.shown);
            }
        }
        (Some(p), Some(q)) if of_state(p) && of_state(q) && (&*p.code == "STATE" || &*q.code == "STATE") => {
            reasons.form(Abbreviation, &p.shown, &q.shown);
        }
        _ => reasons.review(RoadKind, &x, &y),
    }
}

fn directions(a: &Street, b: &Street, reasons: &mut Reasons) {
    let code = |word: &Option<Word>| word.as_ref().map(|word| word.code.clone());
    let (x, y) = (a.shown(), b.shown());
    let (left, right) = ((code(&a.before), code(&a.after)), (code(&b.before), code(&b.after)));
    if left == right {
        return;
    }
    if left.0 == right.1 && left.1 == right.0 {
        return reasons.review(DirectionMoved, &x, &y);
    }
    let contradict = |p: &Option<_>, q: &Option<_>| p.is_some() && q.is_some() && p != q;
    let one_each = |p: &(Option<_>, Option<_>)| p.0.is_some() != p.1.is_some();
    let crossed = one_each(&left) && one_each(&right) && left.0.is_some() != right.0.is_some();
    if contradict(&left.0, &right.0) || contradict(&left.1, &right.1) || crossed {
        reasons.mismatch(DirectionDiffers, &x, &y);
    } else {
        reasons.review(DirectionMissing, &x, &y);
    }
}
