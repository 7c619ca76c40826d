//! What print says right beside a place where nothing can be seen may go on there, so it is no claim.

use super::{Facts, Source};
use crate::geometry::Region;

/// Most confidence of a value that may go on where it is hidden.
const MAY_GO_ON: f32 = 0.75;
/// How far before and behind a value its line is looked at, in heights of the line: a value goes on after a blank.
const BESIDE: f32 = 1.2;
/// Least share of a line's height that something hides which cuts it.
const HEIGHT: f32 = 0.3;

/// Takes the claim from every value of print that such a place touches. Codes prove themselves.
pub fn doubt_beside(facts: &mut Facts, hidden: &[Region]) {
    let is_beside = |value: Option<Region>| value.is_some_and(|value| hidden.iter().any(|h| cuts(*h, value)));
    for field in facts.fields.iter_mut().filter(|f| f.source == Source::Text && is_beside(f.region)) {
        field.doubt(MAY_GO_ON);
    }
    for holder in facts.holder.iter_mut().filter(|h| h.source == Source::Text && is_beside(h.region)) {
        holder.confidence = holder.confidence.min(MAY_GO_ON);
    }
}

fn cuts(hidden: Region, value: Region) -> bool {
    let beside = value.height * BESIDE;
    let line = Region::new(value.left - beside, value.top, value.width + 2.0 * beside, value.height);
    let shared = line.intersection(hidden);
    shared.width > 0.0 && shared.height >= value.height * HEIGHT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FieldKind;
    use crate::testing;

    #[test]
    fn what_ends_at_a_thumb_is_no_claim_and_what_a_code_says_is() {
        let mut page = testing::passport();
        let number = page.facts.best(FieldKind::DocumentNumber).and_then(|f| f.region).unwrap();
        let thumb = Region::new(number.right() + 3.0, number.top - 40.0, 200.0, 120.0);
        let best = |facts: &Facts| facts.best(FieldKind::DocumentNumber).unwrap().confidence;
        let mut printed = page.facts.clone();
        printed.fields.iter_mut().for_each(|f| f.source = Source::Text);
        doubt_beside(&mut printed, &[Region::new(number.left, number.bottom() + 5.0, 100.0, 50.0)]);
        assert!(best(&printed) >= 0.8, "below the line nothing is hidden");
        doubt_beside(&mut printed, &[thumb]);
        assert!(best(&printed) < 0.8);
        page.facts.fields.iter_mut().for_each(|f| f.source = Source::Mrz);
        doubt_beside(&mut page.facts, &[thumb]);
        assert!(best(&page.facts) >= 0.8);
    }
}
