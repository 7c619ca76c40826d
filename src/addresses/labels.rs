//! What is announced by a word: units, boxes, routes, kilometers, quarters. They are taken out of the segments wherever
//! they stand; the street is left.

use super::identifier::{counted, identifier, is_street_word, is_weak, named, place_length, unit_identifier};
use super::phrases::Code;
use super::setting::Setting;
use super::token::{Segment, Token, shown};
use super::unit::Unit;

/// A box, a kilometer: an identifier and how it was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labeled {
    /// The identifier.
    pub id: String,
    /// As printed.
    pub shown: String,
}

/// A rural or military route with its box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// `RR`, `HC`, `PSC`, `CMR`, `UNIT`.
    pub kind: Code,
    /// Its number without zeros in front.
    pub id: String,
    /// Its box.
    pub mailbox: Option<String>,
    /// As printed.
    pub shown: String,
}

/// A quarter, a zone, a settlement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its class, a code of the lexicon; `None` where no word announces it.
    pub class: Option<Code>,
    /// Its name.
    pub words: Segment,
    /// It stands before the street.
    pub before: bool,
}

impl Place {
    /// As printed, without its label.
    pub fn shown(&self) -> String {
        shown(&self.words)
    }
}

/// What was taken out, and what is left.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Post office boxes.
    pub boxes: Vec<Labeled>,
    /// Routes.
    pub routes: Vec<Route>,
    /// Kilometers of a road.
    pub kilometers: Vec<Labeled>,
    /// Parts of a building.
    pub units: Vec<Unit>,
    /// Parts of a town.
    pub places: Vec<Place>,
    /// Lines that name a person or company by whom mail is received.
    pub care_of: Vec<Segment>,
    /// It says that there is no house number.
    pub unnumbered: bool,
    /// The other words.
    pub rest: Vec<Segment>,
    /// A box without its kind.
    lone_box: Option<Labeled>,
}

/// Words that are names of streets more often than labels: they need a number, and a street before them.
const WEAK: [&str; 12] =
    ["KEY", "PIER", "STOP", "OFFICE", "LOBBY", "SPACE", "TOWER", "TRAILER", "ROOM", "DEPARTMENT", "HANGAR", "FLOOR"];

impl Labels {
    /// Takes the labeled parts out of segments.
    pub fn take(setting: &Setting, segments: &[Segment]) -> Self {
        let mut labels = Self::default();
        for segment in segments {
            labels.segment(setting, segment);
        }
        labels.rest.retain(|segment| !segment.is_empty());
        if let Some(found) = labels.lone_box.take() {
            match labels.routes.iter_mut().find(|route| route.mailbox.is_none()) {
                Some(route) => route.mailbox = Some(found.id),
                None => labels.boxes.push(found),
            }
        }
        labels
    }

    fn segment(&mut self, setting: &Setting, segment: &Segment) {
        if setting.lexicon.list("care_of").at(segment, 0).is_some() && segment.len() > 1 {
            self.care_of.push(segment.clone());
            return;
        }
        self.rest.push(Segment::new());
        let mut at = 0;
        let mut labeled = false; // the words before were a labeled part
        while at < segment.len() {
            let used = self.element(setting, segment, at, labeled);
            labeled = used > 0;
            let rest = self.rest.last_mut();
            match (used, rest) {
                (0, Some(rest)) => {
                    rest.extend(segment.get(at).cloned());
                    at += 1;
                }
                (used, rest) => {
                    // what stands behind a unit is no part of the street before it
                    if rest.is_some_and(|rest| rest.iter().any(Token::is_word)) {
                        self.rest.push(Segment::new());
                    }
                    at += used.max(1);
                }
            }
        }
        self.places_behind(setting);
    }

    /// Takes the labeled part that begins at a place; returns the number of its words.
    fn element(&mut self, setting: &Setting, segment: &Segment, at: usize, labeled: bool) -> usize {
        let lexicon = setting.lexicon;
        if let Some((_, length)) = lexicon.list("unnumbered").at(segment, at)
            && (at > 0 || segment.len() == length)
        {
            self.unnumbered = true;
            return length;
        }
        let found = self.route(setting, segment, at).or_else(|| self.post_box(setting, segment, at));
        let found = found.or_else(|| self.kilometer(setting, segment, at));
        let found = found.or_else(|| self.unit(setting, segment, at, labeled));
        found.or_else(|| self.place(setting, segment, at, labeled)).unwrap_or(0)
    }

    fn post_box(&mut self, setting: &Setting, segment: &Segment, at: usize) -> Option<usize> {
        let lone = segment.get(at).is_some_and(|t| t.text == "BOX");
        let length = match setting.lexicon.list("boxes").at(segment, at) {
            Some((_, length)) => length,
            None if lone => 1,
            None => return None,
        };
        let (mut id, used) = identifier(segment, at + length)?;
        let mut used = length + used;
        if let Some(letter) = segment.get(at + used).filter(|t| t.is_letter() && at + used + 1 == segment.len()) {
            id.push_str(&letter.text);
            used += 1;
        }
        let found = Labeled { id, shown: shown(segment.get(at..at + used)?) };
        if lone {
            self.lone_box = Some(found);
        } else {
            self.boxes.push(found);
        }
        Some(used)
    }

    fn route(&mut self, setting: &Setting, segment: &Segment, at: usize) -> Option<usize> {
        let boxed = |from: usize| {
            segment.get(from).is_some_and(|t| t.text == "BOX").then(|| identifier(segment, from + 1)).flatten()
        };
        let lists = [("routes", false), ("routes_with_box", true)];
        let (kind, label, needs_box) = lists.iter().find_map(|(list, needs)| {
            let (kind, length) = setting.lexicon.list(list).at(segment, at)?;
            Some((kind, length, *needs || &**kind == "UNIT"))
        })?;
        let (id, used) = identifier(segment, at + label)?;
        let mut length = label + used;
        let mailbox = boxed(at + length);
        if needs_box && mailbox.is_none() || !id.bytes().any(|b| b.is_ascii_digit()) || at > 0 && mailbox.is_none() {
            return None;
        }
        if let Some((_, used)) = &mailbox {
            length += 1 + used;
        }
        self.routes.push(Route {
            kind: kind.clone(),
            id: id.trim_start_matches('0').to_owned(),
            mailbox: mailbox.map(|(id, _)| id),
            shown: shown(segment.get(at..at + length)?),
        });
        Some(length)
    }

    fn kilometer(&mut self, setting: &Setting, segment: &Segment, at: usize) -> Option<usize> {
        let (_, label) = setting.lexicon.list("kilometer").at(segment, at)?;
        let number = segment.get(at + label).filter(|t| t.is_number())?;
        let fraction = segment.get(at + label + 1).and_then(|t| match t.text.as_str() {
            "1/2" => Some(".5"),
            "1/4" => Some(".25"),
            "3/4" => Some(".75"),
            _ => None,
        });
        let id = format!("{}{}", number.text, fraction.unwrap_or_default());
        let used = label + 1 + usize::from(fraction.is_some());
        self.kilometers.push(Labeled { id, shown: shown(segment.get(at..at + used)?) });
        Some(used)
    }

    fn unit(&mut self, setting: &Setting, segment: &Segment, at: usize, labeled: bool) -> Option<usize> {
        let street =
            self.rest.last().is_some_and(|rest| rest.iter().filter(|t| t.is_word()).count() >= 1 && rest.len() >= 2);
        if let Some((unit, used)) = counted(setting, segment, at).or_else(|| named(setting, segment, at)) {
            self.units.push(unit);
            return Some(used);
        }
        let first = self.rest.iter().all(Vec::is_empty) && at == 0;
        for words in setting.units() {
            if let Some((kind, label)) = words.labels.at(segment, at)
                && let Some((id, used)) = unit_identifier(setting, segment, at, label)
                && (!WEAK.contains(&&**kind) && (label > 1 || !is_weak(setting, segment, at))
                    || street
                    || labeled
                    || at == 0 && !first)
            {
                let kind = if words.bare.code(&id).is_some() { words.bare.code(&id).cloned() } else { None }
                    .unwrap_or_else(|| kind.clone());
                let id = if words.bare.code(&id).is_some() { String::new() } else { id };
                let used = label + used;
                self.units.push(Unit { kind, id, shown: shown(segment.get(at..at + used)?) });
                return Some(used);
            }
            let counted = at.checked_sub(1).and_then(|before| segment.get(before)).is_some_and(|t| t.ordinal);
            if let Some((kind, length)) = words.bare.at(segment, at)
                && (street || labeled || counted || at == 0 && !first && segment.len() <= length + 1)
                && (at + length == segment.len() || labeled || identifier(segment, at + length).is_some())
            {
                self.units.push(Unit {
                    kind: kind.clone(),
                    id: String::new(),
                    shown: shown(segment.get(at..at + length)?),
                });
                return Some(length);
            }
        }
        None
    }

    fn place(&mut self, setting: &Setting, segment: &Segment, at: usize, labeled: bool) -> Option<usize> {
        let rest = self.rest.last().cloned().unwrap_or_default();
        let (class, label) = setting.places().find_map(|list| list.at(segment, at))?;
        let one = segment.get(at).is_some_and(Token::is_letter);
        let first = segment.get(at + label)?;
        let may = at == 0 || labeled || rest.iter().any(Token::has_digit) || rest.len() >= 2;
        if !may || one && !first.is_number() || is_street_word(setting, segment, at + label) && !first.is_number() {
            return None;
        }
        let length = place_length(setting, segment, at + label);
        let words = segment.get(at + label..at + label + length)?.to_vec();
        let before = self.rest.iter().all(Vec::is_empty);
        self.places.push(Place { class: Some(class.clone()), words, before });
        Some(label + length)
    }

    /// Parts of a town that are named by their last word.
    fn places_behind(&mut self, setting: &Setting) {
        let behind = setting.lexicon.list("behind");
        let american = setting.is_american();
        let allowed = |class: &str| match class {
            "COUNTY" => true,
            "MAHALLE" => setting.speaks("tr"),
            "SUBDIVISION" => american || setting.speaks("asia"),
            _ => setting.speaks("asia"),
        };
        let first = self.rest.iter().filter(|rest| !rest.is_empty()).count() <= 1;
        let Some(last) = self.rest.last_mut() else { return };
        let end = last.iter().position(|t| behind.code(&t.text).is_some_and(|class| allowed(class)));
        let Some(end) = end.filter(|end| *end > 0) else { return };
        let class = last.get(end).and_then(|t| behind.code(&t.text)).cloned();
        let whole = end + 1 == last.len() && (!first || setting.speaks("asia")) || setting.speaks("tr");
        if whole && last.get(..end).is_some_and(|words| words.iter().all(Token::is_word)) {
            let mut words: Segment = last.drain(..=end).collect();
            words.pop();
            self.places.push(Place { class, words, before: false });
        }
    }
}
