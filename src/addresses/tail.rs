//! The last lines of a printed address: town, state, postal code, country. They are looked for with the record's own
//! parts in hand and taken out; what is left is the street and its surroundings.

use super::postcode::{self, PostCode};
use super::segments::segments;
use super::setting::Setting;
use super::token::{Segment, Token, joined, shown};
use super::words::{self, Likeness};
use crate::record::Address;

/// The record's last lines.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Words of the town.
    pub city: Segment,
    /// Words of the state.
    pub region: Segment,
    /// Code of the state, where the country's list has it.
    pub region_code: Option<String>,
    /// Postal code without spaces and hyphens.
    pub code: String,
}

/// A part that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Its words.
    pub words: Segment,
    /// Whether it is the record's.
    pub same: bool,
}

/// The last lines of a printed address.
#[derive(Debug, Clone, Default)]
pub struct Tail {
    /// Code and words of the country, where it is named.
    pub country: Option<(String, String)>,
    /// The postal code.
    pub code: Option<PostCode>,
    /// The state.
    pub region: Option<Found>,
    /// The town.
    pub city: Option<Found>,
}

impl Wanted {
    /// Reads them from a record.
    pub fn of(setting: &Setting, record: &Address) -> Self {
        let words = |text: &str| segments(setting.lexicon, &super::clean::lines(text)).concat();
        let (city, region) = (words(&record.city), words(&record.region));
        let region_code = setting.regions().and_then(|list| list.exactly(&region)).map(ToString::to_string);
        Self { city, region, region_code, code: postcode::plain(&record.postal_code) }
    }

    /// Whether the words are the record's state.
    fn is_region(&self, setting: &Setting, tokens: &[Token]) -> bool {
        let code = || setting.regions().and_then(|list| list.exactly(tokens)).map(ToString::to_string);
        !tokens.is_empty()
            && (words::names(setting.lexicon, &self.region, tokens) <= Likeness::Form
                || self.region_code.is_some() && code() == self.region_code)
    }

    fn is_city(&self, setting: &Setting, tokens: &[Token]) -> bool {
        // Bogotá and Bogotá D.C. are one, as a town and as a province; New York and NY are two
        let province = setting.regions().filter(|_| !setting.is_american());
        let code = |tokens: &[Token]| province.and_then(|list| list.exactly(tokens));
        !tokens.is_empty()
            && (words::names(setting.lexicon, &self.city, tokens) <= Likeness::Form
                || code(tokens).is_some() && code(tokens) == code(&self.city))
    }
}

/// Takes the last lines out of the segments.
pub fn take(setting: &Setting, wanted: &Wanted, segments: &mut Vec<Segment>) -> Tail {
    town_last(setting, wanted, segments);
    let country = country(setting, wanted, segments);
    let code = postcode::take(setting, &wanted.code, segments);
    let near = code.as_ref().and_then(|code| code.segment);
    let mut region = region(setting, wanted, segments, code.is_some());
    segments.retain(|segment| !segment.is_empty());
    let mut city = city(setting, wanted, segments);
    one_name_for_both(setting, wanted, &mut region, &mut city);
    if city.is_none() && (region.is_some() || code.is_some() || segments.len() > 1) {
        city = other_city(setting, wanted, segments, near);
    }
    segments.retain(|segment| !segment.is_empty());
    Tail { country, code, region, city }
}

/// Where the first line is the town with its postal code, as in Hungary and Japan, puts it last.
fn town_last(setting: &Setting, wanted: &Wanted, segments: &mut [Segment]) {
    let Some(first) = segments.first().filter(|_| !wanted.code.is_empty()) else { return };
    let is_town = [1, 2].iter().any(|length| {
        (0..first.len()).any(|at| {
            let Some(code) = first.get(at..at + length) else { return false };
            let rest = [&first[..at], &first[at + length..]].concat();
            postcode::plain(&joined(code, "")) == wanted.code && wanted.is_city(setting, &rest)
        })
    });
    if is_town && segments.len() > 1 {
        segments.rotate_left(1);
    }
}

/// A state that is named like its town need stand once.
fn one_name_for_both(setting: &Setting, wanted: &Wanted, region: &mut Option<Found>, city: &mut Option<Found>) {
    let both = |found: &Option<Found>| {
        found
            .as_ref()
            .is_some_and(|f| f.same && wanted.is_region(setting, &f.words) && wanted.is_city(setting, &f.words))
    };
    if city.is_none() && both(region) {
        city.clone_from(region);
    } else if region.is_none() && both(city) {
        region.clone_from(city);
    }
}

/// The country on a last line of its own, or behind the postal code.
fn country(setting: &Setting, wanted: &Wanted, segments: &mut Vec<Segment>) -> Option<(String, String)> {
    let several = segments.len() > 1;
    let last = segments.last_mut()?;
    let iso = last.last().filter(|t| t.text == setting.country && t.text.len() == 2);
    let (code, length) = match setting.lexicon.countries.at_end(last) {
        Some((code, length)) => (code.to_string(), length),
        None => (iso.map(|t| t.text.clone())?, 1),
    };
    let at = last.len() - length;
    let phrase = last.get(at..)?.to_vec();
    let before = at.checked_sub(1).and_then(|i| last.get(i));
    let alone = at == 0 && several;
    let short = joined(&phrase, "").len() <= 3 && !["USA", "UK", "UAE"].contains(&joined(&phrase, "").as_str());
    let behind_code = before.is_some_and(|t| t.has_digit() && t.text.len() >= 3);
    let state = setting
        .regions()
        .and_then(|list| list.at_end(last))
        .is_some_and(|(_, length_of_state)| length_of_state > length);
    if state || !(alone || behind_code || several && !short) {
        return None;
    }
    if wanted.is_region(setting, &phrase) || wanted.is_city(setting, &phrase) {
        let rest = segments.len() - 1;
        let again = segments
            .iter()
            .take(rest)
            .skip(1)
            .any(|s| s.windows(length).any(|w| joined(w, " ") == joined(&phrase, " ")));
        let before =
            segments.last().is_some_and(|s| s[..at].windows(length).any(|w| joined(w, " ") == joined(&phrase, " ")));
        if !again && !before {
            return None;
        }
    }
    segments.last_mut()?.truncate(at);
    segments.retain(|segment| !segment.is_empty());
    Some((code, shown(&phrase)))
}

/// The segments in which a town may stand, last first: not the one of the street, unless there is no other.
fn behind_street(segments: &[Segment]) -> impl Iterator<Item = usize> + use<> {
    let filled = segments.iter().filter(|segment| !segment.is_empty()).count();
    let first = segments.iter().position(|segment| !segment.is_empty()).unwrap_or_default();
    (if filled > 1 { first + 1 } else { first }..segments.len()).rev()
}

/// The state: the record's, else any other of the country.
fn region(setting: &Setting, wanted: &Wanted, segments: &mut [Segment], coded: bool) -> Option<Found> {
    // the end of an only line without a postal code is the street's: `88 Juniper Ct`
    if !coded && segments.iter().filter(|segment| !segment.is_empty()).count() < 2 {
        return None;
    }
    for at in behind_street(segments) {
        let Some(segment) = segments.get_mut(at) else { continue };
        let longest = segment.len().min(6);
        for length in (1..=longest).rev() {
            let start = segment.len() - length;
            if !wanted.region.is_empty() && wanted.is_region(setting, &segment[start..])
                || is_shortened(wanted, &segment[start..])
            {
                return Some(Found { words: segment.split_off(start), same: true });
            }
        }
    }
    let known = setting.regions()?;
    for at in behind_street(segments) {
        let Some(segment) = segments.get_mut(at) else { continue };
        let Some((code, length)) = known.at_end(segment) else { continue };
        let start = segment.len() - length;
        let code = code.to_string();
        if wanted.is_city(setting, &segment[start..]) || wanted.is_city(setting, segment) {
            continue;
        }
        if setting.is_american() || code.len() == length || wanted.region.is_empty() {
            let same = Some(&code) == wanted.region_code.as_ref();
            return Some(Found { words: segment.split_off(start), same });
        }
    }
    None
}

/// `Cund.` for Cundinamarca: a beginning of three letters or more, which no list has.
fn is_shortened(wanted: &Wanted, tokens: &[Token]) -> bool {
    let ([short], Some(full)) = (tokens, wanted.region.first()) else { return false };
    wanted.region.len() == 1
        && short.text.len() >= 3
        && full.text.len() > short.text.len() + 1
        && full.text.starts_with(&short.text)
        && wanted.city.first().is_none_or(|city| city.text != short.text)
}

/// The record's town, where a segment ends with it.
fn city(setting: &Setting, wanted: &Wanted, segments: &mut [Segment]) -> Option<Found> {
    if wanted.city.is_empty() {
        return None;
    }
    let towns = behind_street(segments).collect::<Vec<_>>();
    for at in towns {
        let several = segments.len() > 1;
        let Some(segment) = segments.get_mut(at) else { continue };
        for length in (1..=segment.len().min(wanted.city.len() + 2)).rev() {
            let start = segment.len() - length;
            if wanted.is_city(setting, &segment[start..]) {
                let words = segment.split_off(start);
                // East Hartford is not Hartford
                let more =
                    several && setting.is_american() && segment.iter().all(Token::is_word) && !segment.is_empty();
                if more {
                    let whole = [segment.split_off(0), words].concat();
                    return Some(Found { words: whole, same: false });
                }
                return Some(Found { words, same: true });
            }
        }
    }
    None
}

/// Another town: what stands beside the postal code, else the last segment.
fn other_city(setting: &Setting, wanted: &Wanted, segments: &mut [Segment], near: Option<usize>) -> Option<Found> {
    if segments.len() < 2 || wanted.city.is_empty() {
        return None;
    }
    let plain = |segment: &Segment| {
        let labeled = setting.places().any(|list| list.at(segment, 0).is_some());
        !segment.is_empty() && segment.iter().all(|t| !t.has_digit()) && !labeled
    };
    let last = segments.len() - 1;
    let beside = near.filter(|at| *at > 0 && segments.get(*at).is_some_and(plain));
    let at = beside.or_else(|| (1..=last).rev().find(|at| segments.get(*at).is_some_and(plain)))?;
    let words = std::mem::take(segments.get_mut(at)?);
    Some(Found { words, same: false })
}
