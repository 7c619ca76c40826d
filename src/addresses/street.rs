//! A street without its house number: direction, name, type, direction. Which of them stands first depends on the
//! language.

use super::phrases::Code;
use super::setting::Setting;
use super::token::{Segment, Token, shown};

/// A street.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Street {
    /// Direction before the name.
    pub before: Option<Word>,
    /// Direction behind it.
    pub after: Option<Word>,
    /// The name.
    pub name: Segment,
    /// Its type.
    pub kind: Option<Word>,
    /// The type stands before the name.
    pub kind_first: bool,
    /// It is a numbered road: what kind of road. The number is the name.
    pub road: Option<Word>,
}

/// A word by its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What it means.
    pub code: Code,
    /// As printed.
    pub shown: String,
}

impl Word {
    fn new(code: &Code, tokens: &[Token]) -> Self {
        Self { code: code.clone(), shown: shown(tokens) }
    }
}

impl Street {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.kind.is_none() && self.road.is_none() && self.before.is_none()
    }

    /// Whether the name is a number.
    pub fn is_numbered(&self) -> bool {
        matches!(self.name.as_slice(), [one] if one.has_digit())
    }

    /// Whether the name is one letter.
    pub fn is_lettered(&self) -> bool {
        matches!(self.name.as_slice(), [one] if one.is_letter())
    }

    /// The whole of it in words, in the record's usual order.
    pub fn shown(&self) -> String {
        let word = |word: &Option<Word>| word.as_ref().map_or(String::new(), |word| word.shown.clone());
        let kind = word(&self.kind);
        let (first, last) = if self.kind_first { (kind, String::new()) } else { (String::new(), kind) };
        let parts = [word(&self.before), first, word(&self.road), shown(&self.name), last, word(&self.after)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Reads a street; returns it with the words behind it that are no part of it.
    pub fn read(setting: &Setting, tokens: &[Token]) -> (Self, Segment) {
        if let Some(road) = Self::road(setting, tokens) {
            return (road, Segment::new());
        }
        let first = setting.streets().find_map(|words| words.before.at(tokens, 0));
        let latin = !setting.is_american() && !setting.number_first() || setting.puerto_rico;
        if let Some((code, length)) = first.filter(|(_, length)| *length < tokens.len())
            && (latin || Self::is_foreign_type(setting, tokens))
        {
            return Self::type_first(setting, tokens, code, length);
        }
        if let Some(street) = Self::counted(setting, tokens) {
            return (street, Segment::new());
        }
        if setting.number_first() {
            Self::type_last(setting, tokens)
        } else {
            (Self::glued(setting, tokens), Segment::new())
        }
    }

    /// `rue du Parc` in Canada: the type is foreign, and no English one ends the name.
    fn is_foreign_type(setting: &Setting, tokens: &[Token]) -> bool {
        let particle =
            tokens.get(1).is_some_and(|t| ["DE", "DU", "DES", "LA", "LE", "L", "D"].contains(&t.text.as_str()));
        let english = setting.last_direction(tokens).map_or(tokens.len(), |(_, length)| tokens.len() - length);
        let ends = tokens.get(..english).is_some_and(|tokens| ends_in_type(setting, tokens).is_some());
        particle || !ends
    }

    /// `US Highway 61 N`, `Farm to Market 620`.
    fn road(setting: &Setting, tokens: &[Token]) -> Option<Self> {
        if !setting.is_american() {
            return None;
        }
        let list = setting.lexicon.list("highways");
        let (mut start, mut before) = (0, None);
        if let Some((code, length)) = setting.direction(tokens, 0)
            && list.at(tokens, 0).is_none()
        {
            before = Some(Word::new(&code, tokens.get(..length)?));
            start = length;
        }
        let state = setting.regions().and_then(|states| states.at(tokens, start)).map(|(_, length)| length);
        let at = [Some(start), state.map(|length| start + length)];
        let of_state = |at: usize| at > start;
        let (at, kind, length) = at
            .into_iter()
            .flatten()
            .find_map(|at| {
                let (kind, length) = list.at(tokens, at)?;
                tokens.get(at + length).filter(|t| t.has_digit() && !t.ordinal)?;
                Some((at, kind.clone(), length))
            })
            .or_else(|| glued_interstate(tokens, start))?;
        let kind: Code = if of_state(at) && &*kind == "HIGHWAY" { "STATE-HIGHWAY".into() } else { kind };
        let number = if length == 0 { glued_number(tokens.get(at)?) } else { tokens.get(at + length)?.clone() };
        let mut rest = tokens.get(at + length + 1..)?;
        // FM 1960 Rd W
        if rest.first().is_some_and(|t| ["RD", "ROAD", "HWY", "HIGHWAY"].contains(&t.text.as_str())) {
            rest = &rest[1..];
        }
        let after = match setting.direction(rest, 0) {
            Some((code, used)) if used == rest.len() => Some(Word::new(&code, rest)),
            _ if rest.is_empty() => None,
            _ => return None,
        };
        let shown_kind = shown(tokens.get(at..(at + length).max(at + 1))?);
        Some(Self {
            before,
            after,
            name: vec![number],
            road: Some(Word { code: kind, shown: shown_kind }),
            ..Self::default()
        })
    }

    fn type_first(setting: &Setting, tokens: &[Token], code: &Code, length: usize) -> (Self, Segment) {
        let kind = Some(Word::new(code, &tokens[..length]));
        let mut rest = &tokens[length..];
        let mut after = None;
        if rest.len() > 1
            && let Some((code, used)) = setting.last_direction(rest).filter(|(_, used)| *used < rest.len())
        {
            after = Some(Word::new(&code, &rest[rest.len() - used..]));
            rest = &rest[..rest.len() - used];
        }
        (Self { after, name: rest.to_vec(), kind, kind_first: true, ..Self::default() }, Segment::new())
    }

    /// `6a Avenida`, `4 Calle`: a number before a type that mostly stands first.
    fn counted(setting: &Setting, tokens: &[Token]) -> Option<Self> {
        let number = tokens.first().filter(|t| t.has_digit())?;
        let spanish = setting.lexicon.streets.get("es").filter(|_| setting.speaks("es"))?;
        let (code, length) = spanish.after.at(tokens, 1)?;
        let rest = tokens.get(1 + length..)?;
        let after = setting.direction(rest, 0).filter(|(_, used)| *used == rest.len());
        if !rest.is_empty() && after.is_none() {
            return None;
        }
        let mut name = number.clone();
        if name.text.ends_with('A') && name.text.len() > 1 {
            name.text.pop();
        }
        let kind = Some(Word::new(code, tokens.get(1..=length)?));
        let after = after.map(|(code, _)| Word::new(&code, rest));
        Some(Self { after, name: vec![name], kind, kind_first: true, ..Self::default() })
    }

    fn type_last(setting: &Setting, tokens: &[Token]) -> (Self, Segment) {
        let mut street = Self::default();
        let mut rest = tokens;
        if let Some((code, length)) = setting.direction(rest, 0)
            && rest.len() > length
            && !(rest.len() == length + 1 && ends_in_type(setting, &rest[length..]).is_some())
        {
            street.before = Some(Word::new(&code, &rest[..length]));
            rest = &rest[length..];
        }
        let typed_letter = rest.len() == 2
            && ends_in_type(setting, &rest[..1]).is_some()
            && (rest[1].is_letter() || rest[1].has_digit());
        if typed_letter && ends_in_type(setting, &rest[1..]).is_none() {
            let code = ends_in_type(setting, &rest[..1]).unwrap_or_else(|| "".into());
            street.kind = Some(Word::new(&code, &rest[..1]));
            street.kind_first = true;
            street.name = rest[1..].to_vec();
            return (street, Segment::new());
        }
        if let Some((code, length)) = setting.last_direction(rest).filter(|(_, length)| *length < rest.len()) {
            street.after = Some(Word::new(&code, &rest[rest.len() - length..]));
            rest = &rest[..rest.len() - length];
        }
        let Some(at) = (1..rest.len()).rev().find(|at| ends_in_type(setting, &rest[*at..=*at]).is_some()) else {
            street.name = rest.to_vec();
            return (street, Segment::new());
        };
        street.kind = ends_in_type(setting, &rest[at..=at]).map(|code| Word::new(&code, &rest[at..=at]));
        street.name = rest[..at].to_vec();
        let trailing = street.take_direction(setting, &rest[at + 1..]);
        (street, trailing)
    }

    /// A direction right behind the type belongs to the street; the words behind it do not.
    fn take_direction(&mut self, setting: &Setting, rest: &[Token]) -> Segment {
        match setting.direction(rest, 0) {
            Some((code, length)) if self.after.is_none() => {
                self.after = Some(Word::new(&code, &rest[..length]));
                rest[length..].to_vec()
            }
            _ => rest.to_vec(),
        }
    }

    /// `Hauptstr.`, `Lange Straße`: the type ends the word, or is the last one.
    fn glued(setting: &Setting, tokens: &[Token]) -> Self {
        let plain = || Self { name: tokens.to_vec(), ..Self::default() };
        let Some(last) = tokens.last() else { return plain() };
        if tokens.len() > 1 {
            let found =
                setting.streets().find_map(|words| words.after.at_end(tokens)).filter(|(_, used)| *used < tokens.len());
            if let Some((code, used)) = found {
                let at = tokens.len() - used;
                return Self {
                    name: tokens[..at].to_vec(),
                    kind: Some(Word::new(code, &tokens[at..])),
                    ..Self::default()
                };
            }
        }
        let ending = setting.streets().flat_map(|words| &words.glued).find_map(|(ending, code)| {
            let stem = last.text.strip_suffix(ending.as_str()).filter(|stem| stem.len() >= 3)?;
            Some((stem.to_owned(), ending, code))
        });
        let Some((stem, ending, code)) = ending else { return plain() };
        let mut token = last.clone();
        token.text = stem;
        token.long = token.long.and_then(|long| long.strip_suffix(ending.as_str()).map(str::to_owned));
        let mut name = tokens[..tokens.len() - 1].to_vec();
        name.push(token);
        Self { name, kind: Some(Word { code: code.clone(), shown: String::new() }), ..Self::default() }
    }
}

/// The type that a single word is, as it stands behind a name.
fn ends_in_type(setting: &Setting, tokens: &[Token]) -> Option<Code> {
    let american = setting.speaks("us").then(|| setting.lexicon.list("suffixes"));
    let others = setting.streets().map(|words| &words.after);
    american.into_iter().chain(others).find_map(|list| list.at_end(tokens)).map(|(code, _)| code.clone())
}

/// `I-10`, read as one word.
fn glued_interstate(tokens: &[Token], start: usize) -> Option<(usize, Code, usize)> {
    let digits = tokens.get(start)?.text.strip_prefix('I')?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| (start, "INTERSTATE".into(), 0))
}

fn glued_number(token: &Token) -> Token {
    Token { text: token.text.trim_start_matches('I').to_owned(), ..token.clone() }
}
