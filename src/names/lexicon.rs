//! What is known of names: which words are names, of which sex, and which of them are forms of one another.
//!
//! Read once from `assets/lexicon/names/`; one look-up a word while comparing. It holds no rules.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::assets::{AssetError, Assets};

/// Facts about a word, one bit each.
pub mod fact {
    /// A given name of men.
    pub const MALE: u32 = 1;
    /// A given name of women.
    pub const FEMALE: u32 = 1 << 1;
    /// A surname.
    pub const SURNAME: u32 = 1 << 2;
    /// `de`, `van`, `bin` …
    pub const PARTICLE: u32 = 1 << 3;
    /// `Dr`, `Mrs`, `Herr` …
    pub const TITLE: u32 = 1 << 4;
    /// Letters behind a name: `PhD`, `Esq` …
    pub const DEGREE: u32 = 1 << 5;
    /// `FNU`, `LNU`: there is no such name.
    pub const PLACEHOLDER: u32 = 1 << 6;
    /// A birth name or a husband's name follows: `née`, `épouse` …
    pub const MARRIAGE_MARK: u32 = 1 << 7;
    /// Words that tell son from daughter, in the sense of 'son'.
    pub const MARKER_MALE: u32 = 1 << 8;
    /// The same in the sense of 'daughter'.
    pub const MARKER_FEMALE: u32 = 1 << 9;
    /// A syllable of Chinese in Pinyin.
    pub const PINYIN: u32 = 1 << 10;
    /// A syllable of Korean names in any usual romanisation.
    pub const KOREAN: u32 = 1 << 11;
    /// A syllable of Vietnamese names.
    pub const VIETNAMESE: u32 = 1 << 12;
    /// A surname that tells a Chinese, Korean or Vietnamese name.
    pub const EAST_ASIAN_SURNAME: u32 = 1 << 13;
    /// A word that tells a Portuguese or Brazilian name.
    pub const PORTUGUESE: u32 = 1 << 14;
    /// A particle between a person's and his father's name: `bin`, `ibn` …
    pub const SON_OF: u32 = 1 << 15;
    /// Any name at all.
    pub const NAME: u32 = MALE | FEMALE | SURNAME;
}

/// How the words of a group belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// The same name in another spelling.
    Spelling,
    /// The same name from another script or dialect.
    Romanisation,
    /// The same name in another language.
    Language,
    /// A familiar form.
    Nickname,
    /// A written abbreviation.
    Abbreviation,
}

/// What is known of one word.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// Bits of [`fact`].
    pub facts: u32,
    /// Groups that it is in.
    groups: Vec<(u32, Kinship)>,
    /// Which suffix it is: `JR` and `JUNIOR` are one.
    pub suffix: Option<Suffix>,
}

/// The suffixes that tell persons of one family apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// Jr, Junior.
    Junior,
    /// Sr, Senior.
    Senior,
    /// II, 2nd.
    Second,
    /// III, 3rd.
    Third,
    /// IV, 4th.
    Fourth,
    /// V, 5th.
    Fifth,
    /// Filho, Hijo, Fils.
    Son,
    /// Neto, Nieto.
    Grandson,
    /// Sobrinho.
    Nephew,
}

/// What the comparison knows of names, from `assets/lexicon/names/`.
#[derive(Debug, Clone, Default)]
pub struct NameLexicon {
    words: HashMap<Box<str>, Entry>,
    korean: HashMap<Box<str>, u16>,
}

#[derive(Deserialize)]
struct Lists(BTreeMap<String, String>);

impl NameLexicon {
    /// Reads the lexicon.
    ///
    /// # Errors
    /// [`AssetError`] when one of its files is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        let mut lexicon = Self::default();
        for (file, lists) in [
            ("given", &[("male", fact::MALE), ("female", fact::FEMALE)][..]),
            ("surnames", &[("surnames", fact::SURNAME)]),
            (
                "words",
                &[
                    ("particles", fact::PARTICLE),
                    ("son_of", fact::PARTICLE | fact::SON_OF),
                    ("titles", fact::TITLE),
                    ("degrees", fact::DEGREE),
                    ("placeholders", fact::PLACEHOLDER),
                    ("marriage_marks", fact::MARRIAGE_MARK),
                    ("markers_male", fact::MARKER_MALE),
                    ("markers_female", fact::MARKER_FEMALE),
                    ("portuguese", fact::PORTUGUESE),
                ],
            ),
            (
                "syllables",
                &[
                    ("pinyin", fact::PINYIN),
                    ("korean", fact::KOREAN),
                    ("vietnamese", fact::VIETNAMESE),
                    ("east_asian_surnames", fact::EAST_ASIAN_SURNAME | fact::SURNAME),
                ],
            ),
        ] {
            let Lists(found) = assets.toml(&format!("lexicon/names/{file}.toml"))?;
            for (list, facts) in lists {
                let text = found.get(*list).map_or("", String::as_str);
                text.split_whitespace().for_each(|word| lexicon.entry(word).facts |= facts);
            }
            if let Some(text) = found.get("korean") {
                lexicon.read_korean(text);
            }
            if let Some(text) = found.get("suffixes") {
                lexicon.read_suffixes(text);
            }
        }
        let Lists(groups) = assets.toml("lexicon/names/groups.toml")?;
        lexicon.read_groups(&groups);
        Ok(lexicon)
    }

    /// What is known of a folded word.
    pub fn get(&self, word: &str) -> Option<&Entry> {
        self.words.get(word)
    }

    /// The facts of a folded word.
    pub fn facts(&self, word: &str) -> u32 {
        self.get(word).map_or(0, |entry| entry.facts)
    }

    /// The class of equal sounds that a romanised Korean syllable belongs to.
    pub fn korean_class(&self, syllable: &str) -> Option<u16> {
        self.korean.get(syllable).copied()
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        self.words.entry(word.into()).or_default()
    }

    /// Each line is a class of syllables that stand for the same Korean ones.
    fn read_korean(&mut self, text: &str) {
        for (class, line) in text.lines().enumerate() {
            for word in line.split_whitespace() {
                self.korean.entry(word.into()).or_insert(class as u16);
            }
        }
    }

    fn read_suffixes(&mut self, text: &str) {
        for line in text.lines() {
            let Some((kind, words)) = line.split_once(':') else { continue };
            let suffix = match kind.trim() {
                "junior" => Suffix::Junior,
                "senior" => Suffix::Senior,
                "second" => Suffix::Second,
                "third" => Suffix::Third,
                "fourth" => Suffix::Fourth,
                "fifth" => Suffix::Fifth,
                "son" => Suffix::Son,
                "grandson" => Suffix::Grandson,
                "nephew" => Suffix::Nephew,
                _ => continue,
            };
            words.split_whitespace().for_each(|word| self.entry(word).suffix = Some(suffix));
        }
    }

    fn read_groups(&mut self, groups: &BTreeMap<String, String>) {
        let mut number = 0;
        for (list, kinship) in [
            ("spelling", Kinship::Spelling),
            ("romanisation", Kinship::Romanisation),
            ("language", Kinship::Language),
            ("nickname", Kinship::Nickname),
            ("abbreviation", Kinship::Abbreviation),
        ] {
            let text = groups.get(list).map_or("", String::as_str);
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                number += 1;
                for word in line.split([' ', ':']).filter(|word| !word.is_empty()) {
                    self.entry(word).groups.push((number, kinship));
                }
            }
        }
    }
}

/// How two words belong together, if they share a group; the closest kinship.
pub fn kinship(a: &Entry, b: &Entry) -> Option<Kinship> {
    let shared = a.groups.iter().filter(|group| b.groups.contains(group));
    shared.map(|(_, kinship)| *kinship).min()
}
