//! Town, state, postal code, country.
//!
//! Another town with the same postal code may be the same place under another name (Publication 28, section 221); with
//! another code it is another place.

use super::super::difference::Difference::{
    CityDiffers, CityMissing, CityMisspelled, CountryDiffers, CountryNamed, LastLineMissing, LetterInNumber,
    PostalCodeDiffers, PostalCodeMissing, PostalCodePlus4, PostalCodeSlip, RegionDiffers, RegionMissing,
};
use super::super::postcode::{self, Agreement};
use super::super::tail::Found;
use super::super::token::shown;
use super::super::words::{self, Likeness};
use super::{Pair, Reasons};

pub fn judge(pair: &mut Pair, reasons: &mut Reasons) {
    country(pair, reasons);
    town_behind_street(pair);
    let tail = &pair.tail;
    let wanted = pair.wanted;
    let none = tail.city.is_none() && tail.region.is_none() && tail.code.is_none();
    if none && !(wanted.city.is_empty() && wanted.region.is_empty() && wanted.code.is_empty()) {
        let parts = [shown(&wanted.city), shown(&wanted.region), wanted.code.clone()];
        let all = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        reasons.review(LastLineMissing, &all, "");
        return;
    }
    let code = postal_code(pair, reasons);
    let same_code = !matches!(code, None | Some(Agreement::Slip | Agreement::Different));
    city(pair, same_code, reasons);
    region(pair, same_code, reasons);
}

fn country(pair: &Pair, reasons: &mut Reasons) {
    let Some((code, printed)) = &pair.tail.country else { return };
    let own = &pair.setting.country;
    if own.is_empty() || own == code {
        reasons.form(CountryNamed, own, printed);
    } else {
        reasons.mismatch(CountryDiffers, own, printed);
    }
}

/// Where street and town stand in one line without a comma, the words behind the street are the town.
fn town_behind_street(pair: &mut Pair) {
    let no_town = pair.tail.city.is_none() && (pair.tail.region.is_some() || pair.tail.code.is_some());
    if no_town && !pair.document.trailing.is_empty() && pair.record.trailing.is_empty() && pair.setting.number_first() {
        let words = std::mem::take(&mut pair.document.trailing);
        pair.tail.city = Some(Found { words, same: false });
    }
}

fn postal_code(pair: &Pair, reasons: &mut Reasons) -> Option<Agreement> {
    let recorded = &pair.wanted.code;
    let Some(found) = &pair.tail.code else {
        if !recorded.is_empty() {
            reasons.review(PostalCodeMissing, recorded, "");
        }
        return None;
    };
    if recorded.is_empty() {
        reasons.review(PostalCodeMissing, "", &found.shown);
        return None;
    }
    let agreement = postcode::compare(pair.setting.is_american(), recorded, &found.plain);
    match agreement {
        Agreement::Same => {}
        Agreement::Plus4Missing => reasons.form(PostalCodePlus4, recorded, &found.shown),
        Agreement::Plus4Differs => reasons.review(PostalCodePlus4, recorded, &found.shown),
        Agreement::LetterInside => reasons.review(LetterInNumber, recorded, &found.shown),
        Agreement::Slip => reasons.review(PostalCodeSlip, recorded, &found.shown),
        Agreement::Different => reasons.mismatch(PostalCodeDiffers, recorded, &found.shown),
    }
    Some(agreement)
}

fn city(pair: &Pair, same_code: bool, reasons: &mut Reasons) {
    let (lexicon, wanted) = (pair.setting.lexicon, pair.wanted);
    let recorded = shown(&wanted.city);
    let Some(found) = &pair.tail.city else {
        if !wanted.city.is_empty() {
            reasons.review(CityMissing, &recorded, "");
        }
        return;
    };
    if found.same {
        return;
    }
    let printed = shown(&found.words);
    let likeness = words::names(lexicon, &wanted.city, &found.words);
    let alias = words::same_group(&lexicon.towns, &wanted.city, &found.words);
    match likeness {
        Likeness::Same | Likeness::Form => {}
        Likeness::Cut | Likeness::Typo => reasons.review(CityMisspelled, &recorded, &printed),
        _ if same_code || alias => reasons.review(CityDiffers, &recorded, &printed),
        _ => reasons.mismatch(CityDiffers, &recorded, &printed),
    }
}

fn region(pair: &Pair, same_code: bool, reasons: &mut Reasons) {
    let recorded = shown(&pair.wanted.region);
    match &pair.tail.region {
        None if recorded.is_empty() => {}
        None => reasons.review(RegionMissing, &recorded, ""),
        Some(found) if found.same => {}
        Some(found) if recorded.is_empty() => reasons.review(RegionMissing, "", &shown(&found.words)),
        Some(found) if same_code => reasons.review(RegionDiffers, &recorded, &shown(&found.words)),
        Some(found) => reasons.mismatch(RegionDiffers, &recorded, &shown(&found.words)),
    }
}
