//! Boxes and routes, which stand where a street would.
//!
//! A post office box never stands for a street: ID.me takes none as a home address.

use super::super::difference::Difference::{
    BoxAndStreet, BoxDiffers, BoxForStreet, BoxMissing, KilometerDiffers, LetterInNumber, NumberMissing, NumberSwapped,
    NumberZeros, RouteDiffers, RouteForStreet, RouteLine,
};
use super::super::labels::{Labeled, Route};
use super::super::number::{self, Agreement};
use super::super::parts::Parts;
use super::{Pair, Reasons};

/// Compares boxes, routes, and kilometers; whether the streets are still to be compared.
pub fn judge(pair: &Pair, reasons: &mut Reasons) -> bool {
    let (record, document) = (&pair.record, &pair.document);
    kilometers(record, document, reasons);
    routes(record, document, reasons) && boxes(record, document, reasons)
}

fn kilometers(record: &Parts, document: &Parts, reasons: &mut Reasons) {
    match (record.labels.kilometers.first(), document.labels.kilometers.first()) {
        (None, None) => {}
        (Some(a), Some(b)) => {
            let value = |found: &Labeled| found.id.parse::<f64>().ok();
            if a.id != b.id && (value(a).is_none() || value(a) != value(b)) {
                reasons.mismatch(KilometerDiffers, &a.shown, &b.shown);
            }
        }
        (a, b) => {
            let shown = |found: Option<&Labeled>| found.map_or(String::new(), |found| found.shown.clone());
            reasons.review(NumberMissing, &shown(a), &shown(b));
        }
    }
}

fn has_street(parts: &Parts) -> bool {
    parts.number.is_some() || !parts.street.is_empty()
}

fn boxes(record: &Parts, document: &Parts, reasons: &mut Reasons) -> bool {
    let (a, b) = (record.labels.boxes.first(), document.labels.boxes.first());
    let streets = (has_street(record), has_street(document));
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            same_box(&a.id, &b.id, (&a.shown, &b.shown), reasons);
            if streets.0 != streets.1 {
                reasons.review(BoxAndStreet, &record.street.shown(), &document.street.shown());
            }
            streets == (true, true)
        }
        (a, b) => {
            let shown = |found: Option<&Labeled>, parts: &Parts| {
                found.map_or_else(|| parts.street.shown(), |f| f.shown.clone())
            };
            let (x, y) = (shown(a, record), shown(b, document));
            let (with, without) = if a.is_some() { (streets.0, streets.1) } else { (streets.1, streets.0) };
            match (with, without) {
                (true, true) => {
                    reasons.review(BoxAndStreet, &x, &y);
                    true
                }
                (false, true) => {
                    reasons.mismatch(BoxForStreet, &x, &y);
                    false
                }
                (_, false) => {
                    reasons.review(BoxMissing, &x, &y);
                    false
                }
            }
        }
    }
}

fn same_box(a: &str, b: &str, (x, y): (&str, &str), reasons: &mut Reasons) {
    match number::texts(a, b) {
        Agreement::Same | Agreement::Form => {}
        Agreement::Zeros => reasons.review(NumberZeros, x, y),
        Agreement::Swapped => reasons.review(NumberSwapped, x, y),
        Agreement::LetterInside => reasons.review(LetterInNumber, x, y),
        _ => reasons.mismatch(BoxDiffers, x, y),
    }
}

fn routes(record: &Parts, document: &Parts, reasons: &mut Reasons) -> bool {
    let (left, right) = (&record.labels.routes, &document.labels.routes);
    let (Some(a), Some(b)) = (left.first(), right.first()) else {
        return route_for_street(record, document, reasons);
    };
    let (a, b) =
        left.iter().flat_map(|x| right.iter().map(move |y| (x, y))).find(|(x, y)| x.kind == y.kind).unwrap_or((a, b));
    let (x, y) = (a.shown.as_str(), b.shown.as_str());
    if a.kind != b.kind || number::texts(&a.id, &b.id) == Agreement::Different || a.id.len() != b.id.len() {
        reasons.mismatch(RouteDiffers, x, y);
    } else if a.id != b.id {
        match number::texts(&a.id, &b.id) {
            Agreement::LetterInside => reasons.review(LetterInNumber, x, y),
            _ => reasons.mismatch(RouteDiffers, x, y),
        }
    }
    let mailbox = |route: &Route, all: &[Route]| {
        route.mailbox.clone().or_else(|| all.iter().find_map(|route| route.mailbox.clone()))
    };
    match (mailbox(a, left), mailbox(b, right)) {
        (None, None) => {}
        (Some(p), Some(q)) => same_box(&p, &q, (x, y), reasons),
        _ => reasons.review(BoxMissing, x, y),
    }
    if left.len() != right.len() {
        reasons.review(RouteLine, x, y);
    }
    let streets = (has_street(record), has_street(document));
    if streets.0 != streets.1 {
        reasons.review(BoxAndStreet, &record.street.shown(), &document.street.shown());
    }
    streets == (true, true)
}

/// A rural route may have become a street; a military address has none.
fn route_for_street(record: &Parts, document: &Parts, reasons: &mut Reasons) -> bool {
    let (route, recorded) = match (record.labels.routes.first(), document.labels.routes.first()) {
        (Some(route), _) => (route, true),
        (None, Some(route)) => (route, false),
        (None, None) => return true,
    };
    let other = if recorded { document } else { record };
    let street = other.street.shown();
    let place = other.labels.boxes.first().map_or(street, |found| found.shown.clone());
    let (x, y) = if recorded { (route.shown.as_str(), place.as_str()) } else { (place.as_str(), route.shown.as_str()) };
    let rural = matches!(&*route.kind, "RR" | "HC");
    match (rural, other.labels.boxes.is_empty(), has_street(other)) {
        (true, true, true) => reasons.review(RouteForStreet, x, y),
        (_, true, false) => reasons.review(BoxMissing, x, y),
        _ => reasons.mismatch(RouteDiffers, x, y),
    }
    false
}
