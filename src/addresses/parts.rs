//! An address divided into its parts: from segments to house number, street, units, and what stands around them.

use super::house::{is_extra, leading, number, street_line};
use super::labels::{Labels, Place};
use super::number::Number;
use super::setting::Setting;
use super::street::Street;
use super::token::{Segment, Token};
use super::unit::Unit;

/// The parts of an address but its last lines.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// What words announce.
    pub labels: Labels,
    /// The house number.
    pub number: Option<Number>,
    /// The street.
    pub street: Street,
    /// Words behind the street in its own line.
    pub trailing: Segment,
}

impl Parts {
    /// Divides segments.
    pub fn read(setting: &Setting, segments: &[Segment]) -> Self {
        let mut parts = Self { labels: Labels::take(setting, segments), ..Self::default() };
        let mut rest = std::mem::take(&mut parts.labels.rest);
        let (tokens, from) = street_line(&mut rest);
        let words = parts.take_number(setting, tokens);
        let words = parts.take_bare_unit(setting, words);
        (parts.street, parts.trailing) = Street::read(setting, &words);
        for (at, segment) in rest.into_iter().enumerate() {
            parts.other_line(&segment, at < from);
        }
        parts.number_from_unit(setting);
        parts.puerto_rican_block(setting);
        parts
    }

    /// Takes the house number off; what is left is the street.
    fn take_number(&mut self, setting: &Setting, mut tokens: Segment) -> Segment {
        if let Some(used) = leading(setting, &tokens) {
            let rest = tokens.split_off(used);
            self.number = Some(number(setting, &tokens, &mut self.labels.units));
            return rest;
        }
        let number_words = |t: &Token| t.is_number() && !t.in_words || t.is_masked();
        let last = (1..tokens.len()).rev().find(|at| tokens.get(*at).is_some_and(number_words));
        let Some(mut at) = last.filter(|_| !self.has_own_number(setting, &tokens)) else { return tokens };
        // `5 B` behind the number of the house is a floor and a door
        let before = at.checked_sub(1).filter(|i| *i > 0 && tokens.get(*i).is_some_and(number_words));
        let named = tokens.len() == 2 && setting.streets().any(|words| words.before.at(&tokens, 0).is_some());
        if let Some(before) =
            before.filter(|i| *i > 1 || !setting.streets().any(|words| words.before.at(&tokens, 0).is_some()))
            && !(tokens.get(at).is_some_and(|t| t.text.contains('/')))
        {
            at = before;
        } else if named && (self.labels.units.iter().any(is_open) || setting.speaks("es")) {
            return tokens;
        }
        let mut behind = tokens.split_off(at);
        let fraction = behind.len() > 1 && is_extra(setting, &behind[1], behind.get(2)) && behind[1].text != "TER";
        let letter = !setting.speaks("es") && !setting.speaks("pt") && behind.len() == 2 && behind[1].is_letter();
        let others = behind.split_off(1 + usize::from(fraction || letter));
        self.number = Some(number(setting, &behind, &mut self.labels.units));
        self.other_line(&others, false);
        tokens
    }

    /// Whether the only number is that of the street: `Calle 8 # 4-21`, `Highway 20`.
    fn has_own_number(&self, setting: &Setting, tokens: &[Token]) -> bool {
        let road = setting.is_american() && {
            let (street, _) = Street::read(setting, tokens);
            street.road.is_some() || street.is_numbered() && street.kind.is_some()
        };
        let numbers = tokens.iter().filter(|t| t.is_number()).count();
        let kind = setting.streets().find_map(|words| words.before.at(tokens, 0));
        let typed = kind.is_some_and(|(_, length)| tokens.get(length).is_some_and(Token::is_number));
        road || numbers == 1 && typed && self.labels.units.iter().any(is_open)
    }

    /// A number or letter behind the street that no word announces: `Lowell St 5`.
    fn take_bare_unit(&mut self, setting: &Setting, mut words: Segment) -> Segment {
        if !setting.number_first() || words.len() < 3 && !(words.len() == 2 && words[0].is_word()) {
            return words;
        }
        let (whole, _) = Street::read(setting, &words);
        let Some(last) = words.last() else { return words };
        let suffix = words.len().checked_sub(2).and_then(|at| words.get(at)).is_some_and(|t| {
            setting.lexicon.list("suffixes").code(&t.text).is_some()
                || setting.last_direction(std::slice::from_ref(t)).is_some()
        });
        let number = last.has_digit() && !last.ordinal && !last.in_words;
        let letter = last.is_letter() && suffix && setting.last_direction(std::slice::from_ref(last)).is_none();
        let named = whole.road.is_some() || whole.is_numbered() || whole.is_lettered();
        if (number || letter && words.len() > 2) && !named {
            self.labels.units.push(Unit { kind: "BARE".into(), id: last.text.clone(), shown: last.shown.clone() });
            words.pop();
        }
        words
    }

    /// A line that is not the street's: a floor and a door, or a part of a town.
    fn other_line(&mut self, line: &[Token], before: bool) {
        let mut rest = line;
        if let [number, more @ ..] = rest
            && (number.ordinal || number.has_digit())
            && more.len() <= 1
            && more.iter().all(|t| t.text.len() <= 2 || t.has_digit())
        {
            let floor = number.ordinal || !more.is_empty();
            let kind = if floor { "FLOOR" } else { "BARE" };
            self.labels.units.push(Unit { kind: kind.into(), id: number.text.clone(), shown: number.shown.clone() });
            rest = more;
        } else if let [number, letter, more @ ..] = rest
            && number.ordinal
            && letter.is_letter()
        {
            self.labels.units.push(Unit { kind: "FLOOR".into(), id: number.text.clone(), shown: number.shown.clone() });
            self.labels.units.push(Unit { kind: "BARE".into(), id: letter.text.clone(), shown: letter.shown.clone() });
            rest = more;
        }
        if let [one] = rest
            && (one.is_letter() || one.has_digit())
        {
            self.labels.units.push(Unit { kind: "BARE".into(), id: one.text.clone(), shown: one.shown.clone() });
            rest = &[];
        }
        if !rest.is_empty() {
            self.labels.places.push(Place { class: None, words: rest.to_vec(), before });
        }
    }

    /// `Calle 8 # 4-21`, `House 7, Temple Street`: where there is no other house number, this is it.
    fn number_from_unit(&mut self, setting: &Setting) {
        let is_house =
            |unit: &Unit| &*unit.kind == "HOUSE" || is_open(unit) && &*unit.kind == "HASH" && !only_american(setting);
        let units = &mut self.labels.units;
        if self.number.is_none()
            && let Some(at) =
                units.iter().position(|unit| is_house(unit) && unit.id.starts_with(|c: char| c.is_ascii_digit()))
        {
            let unit = units.remove(at);
            self.number = Some(Number { text: unit.id, shown: unit.shown, ..Number::default() });
        }
    }

    /// `Calle 31 Blq 80 Casa 14` is 80-14 Calle 31 (Publication 28, section 291).
    fn puerto_rican_block(&mut self, setting: &Setting) {
        let units = &mut self.labels.units;
        let is = |unit: &Unit, kinds: &[&str]| kinds.contains(&&*unit.kind);
        let block = units.iter().position(|unit| is(unit, &["GROUP", "BLOCK"]));
        let house = units.iter().position(|unit| is(unit, &["HOUSE-UNIT", "HASH", "PARCEL"]));
        let (true, None, Some(block)) = (setting.puerto_rico, &self.number, block) else { return };
        let Some(house) = house else {
            // `Bloque B-12` holds both
            let both = units[block].id.len() > 1 && units[block].id.starts_with(|c: char| c.is_ascii_uppercase());
            if both || units[block].id.contains('-') {
                let unit = units.remove(block);
                self.number = Some(Number { text: unit.id, shown: unit.shown, ..Number::default() });
            }
            return;
        };
        let (first, second) = (units[block].id.clone(), units[house].id.clone());
        let hyphen = if first.ends_with(|c: char| c.is_ascii_digit()) { "-" } else { "" };
        let shown = [units[block].shown.as_str(), units[house].shown.as_str()].join(" ");
        self.number = Some(Number { text: [&first, hyphen, &second].concat(), shown, ..Number::default() });
        let (a, b) = (block.max(house), block.min(house));
        units.remove(a);
        units.remove(b);
    }
}

fn only_american(setting: &Setting) -> bool {
    setting.languages == ["us"]
}

/// `#` and `No.`: they may announce a house number.
fn is_open(unit: &Unit) -> bool {
    matches!(&*unit.kind, "HASH" | "HOUSE")
}
