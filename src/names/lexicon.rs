//! What is known of names: which words are names, of which sex, and which of them are forms of one another.
//!
//! Read once from `assets/lexicon/names/`; one look-up a word while comparing. It holds no rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;
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
    /// A syllable of Korean names in any usual romanization.
    pub const KOREAN: u32 = 1 << 11;
    /// A syllable of Vietnamese names.
    pub const VIETNAMESE: u32 = 1 << 12;
    /// A surname that tells a Chinese, Korean or Vietnamese name.
    pub const EAST_ASIAN_SURNAME: u32 = 1 << 13;
    /// A word that tells a Portuguese or Brazilian name.
    pub const PORTUGUESE: u32 = 1 << 14;
    /// A particle between a person's and his father's name: `bin`, `ibn` …
    pub const SON_OF: u32 = 1 << 15;
    /// A surname that begins with an elided particle: `O'Brien`, `D'Angelo`.
    pub const ELIDED: u32 = 1 << 16;
    /// Any name at all.
    pub const NAME: u32 = MALE | FEMALE | SURNAME;
}

/// How the words of a group belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// The same name in another spelling.
    Spelling,
    /// The same name from another script or dialect.
    Romanization,
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
    /// Names of which it is the man's form or the woman's.
    sexes: Vec<(u32, Sex)>,
    /// Which suffix it is: `JR` and `JUNIOR` are one.
    pub suffix: Option<Suffix>,
}

impl Entry {
    /// Whether other forms of the name are listed.
    pub fn has_forms(&self) -> bool {
        !self.groups.is_empty()
    }
}

/// Which form of a name that both men and women bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sex {
    Man,
    Woman,
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
    /// VI, 6th.
    Sixth,
    /// VII, 7th.
    Seventh,
    /// VIII, 8th.
    Eighth,
    /// Filho, Hijo, Fils.
    Son,
    /// Neto, Netto.
    Grandson,
    /// Sobrinho.
    Nephew,
}

/// What the comparison knows of names, from `assets/lexicon/names/`. A clone shares it.
#[derive(Debug, Clone, Default)]
pub struct NameLexicon(Arc<Known>);

/// Words by how they are written, folded.
#[derive(Debug, Default)]
struct Known {
    words: FxHashMap<Box<str>, Entry>,
    korean: FxHashMap<Box<str>, Vec<u16>>,
}

/// The lists of one file: each a text of words.
#[derive(Deserialize)]
struct Lists(BTreeMap<String, String>);

/// Lists whose words share facts: file, list, facts.
pub(super) const WORD_LISTS: [(&str, &str, u32); 17] = [
    ("given", "male", fact::MALE),
    ("given", "female", fact::FEMALE),
    ("surnames", "surnames", fact::SURNAME),
    ("words", "particles", fact::PARTICLE),
    ("words", "son_of", fact::PARTICLE | fact::SON_OF),
    ("words", "elided", fact::ELIDED | fact::SURNAME),
    ("words", "titles", fact::TITLE),
    ("words", "degrees", fact::DEGREE),
    ("words", "placeholders", fact::PLACEHOLDER),
    ("words", "marriage_marks", fact::MARRIAGE_MARK),
    ("words", "markers_male", fact::MARKER_MALE),
    ("words", "markers_female", fact::MARKER_FEMALE),
    ("words", "portuguese", fact::PORTUGUESE),
    ("syllables", "pinyin", fact::PINYIN),
    ("syllables", "korean", fact::KOREAN),
    ("syllables", "vietnamese", fact::VIETNAMESE),
    ("syllables", "east_asian_surnames", fact::EAST_ASIAN_SURNAME | fact::SURNAME),
];

/// Files of groups of names; each may also list names by sex and surnames.
pub(super) const GROUP_FILES: [&str; 12] = [
    "groups",
    "cultures/arabic",
    "cultures/brazilian",
    "cultures/chinese",
    "cultures/english",
    "cultures/european",
    "cultures/filipino",
    "cultures/hispanic",
    "cultures/indian",
    "cultures/korean_japanese_vietnamese",
    "cultures/nigerian",
    "cultures/slavic_turkish",
];

impl NameLexicon {
    /// Reads the lexicon.
    ///
    /// # Errors
    /// [`AssetError`] when one of its files is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        let mut files = BTreeMap::new();
        for file in WORD_LISTS.iter().map(|(file, ..)| *file).chain(GROUP_FILES) {
            if !files.contains_key(file) {
                let Lists(lists) = assets.toml(&format!("lexicon/names/{file}.toml"))?;
                files.insert(file, lists);
            }
        }
        Ok(Self::from_lists(&files))
    }

    /// The lexicon of these files, each a number of named lists. The order of words and lines is of no account.
    pub(super) fn from_lists(files: &BTreeMap<&str, BTreeMap<String, String>>) -> Self {
        let mut lexicon = Known::default();
        let text =
            |file: &str, list: &str| files.get(file).and_then(|lists| lists.get(list)).map_or("", String::as_str);
        for (file, list, facts) in WORD_LISTS {
            lexicon.add_facts(text(file, list), facts);
        }
        lexicon.read_korean(text("syllables", "korean"));
        lexicon.read_suffixes(text("words", "suffixes"));
        let mut number = 0;
        for file in GROUP_FILES {
            lexicon.add_facts(text(file, "male"), fact::MALE);
            lexicon.add_facts(text(file, "female"), fact::FEMALE);
            lexicon.add_facts(text(file, "surnames"), fact::SURNAME);
            for (list, kinship) in KINSHIPS {
                lexicon.read_groups(text(file, list), kinship, &mut number);
            }
            lexicon.read_sexes(text(file, "man_woman"), &mut number);
        }
        Self(Arc::new(lexicon))
    }

    /// What is known of a folded word.
    pub fn get(&self, word: &str) -> Option<&Entry> {
        self.0.words.get(word)
    }

    /// The facts of a folded word.
    pub fn facts(&self, word: &str) -> u32 {
        self.get(word).map_or(0, |entry| entry.facts)
    }

    /// The classes of equal sounds that a romanized Korean syllable can belong to.
    pub fn korean_classes(&self, syllable: &str) -> &[u16] {
        self.0.korean.get(syllable).map_or(&[], Vec::as_slice)
    }
}

impl Known {
    fn entry(&mut self, word: &str) -> &mut Entry {
        self.words.entry(word.into()).or_default()
    }

    fn add_facts(&mut self, words: &str, facts: u32) {
        words.split_whitespace().for_each(|word| self.entry(word).facts |= facts);
    }

    /// Each line is a class of syllables that stand for the same Korean ones.
    fn read_korean(&mut self, text: &str) {
        for (class, line) in text.lines().enumerate() {
            for word in line.split_whitespace() {
                self.korean.entry(word.into()).or_default().push(class as u16);
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
                "sixth" => Suffix::Sixth,
                "seventh" => Suffix::Seventh,
                "eighth" => Suffix::Eighth,
                "son" => Suffix::Son,
                "grandson" => Suffix::Grandson,
                "nephew" => Suffix::Nephew,
                _ => continue,
            };
            words.split_whitespace().for_each(|word| self.entry(word).suffix = Some(suffix));
        }
    }

    /// Each line is a group of forms of one name.
    fn read_groups(&mut self, text: &str, kinship: Kinship, number: &mut u32) {
        for line in text.lines() {
            *number += 1;
            for word in line.split([' ', ':']).filter(|word| !word.is_empty()) {
                let groups = &mut self.entry(word).groups;
                if groups.last() != Some(&(*number, kinship)) {
                    groups.push((*number, kinship));
                }
            }
        }
    }

    /// Each line has the forms for men, a colon, and the forms for women.
    fn read_sexes(&mut self, text: &str, number: &mut u32) {
        for (men, women) in text.lines().filter_map(|line| line.split_once(':')) {
            *number += 1;
            for (words, sex) in [(men, Sex::Man), (women, Sex::Woman)] {
                words.split_whitespace().for_each(|word| self.entry(word).sexes.push((*number, sex)));
            }
        }
    }
}

/// The lists of groups in a file and what a group of each means.
pub(super) const KINSHIPS: [(&str, Kinship); 5] = [
    ("spelling", Kinship::Spelling),
    ("romanisation", Kinship::Romanization),
    ("language", Kinship::Language),
    ("nickname", Kinship::Nickname),
    ("abbreviation", Kinship::Abbreviation),
];

/// How two words belong together, if they share a group; the closest kinship.
pub fn kinship(a: &Entry, b: &Entry) -> Option<Kinship> {
    let shared = a.groups.iter().filter(|group| b.groups.contains(group));
    shared.map(|(_, kinship)| *kinship).min()
}

/// Whether two words are the man's and the woman's form of one name.
pub fn man_and_woman(a: &Entry, b: &Entry) -> bool {
    a.sexes.iter().any(|(name, sex)| b.sexes.iter().any(|(other, its)| name == other && sex != its))
}
