//! The word lists of the field finder, ready to be looked up: `assets/lexicon/fields/*.toml`.
//!
//! Words are data; what is done with them is code elsewhere.

mod misread;
mod order;
pub(super) mod proof;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use self::misread::Misread;
pub(super) use super::caption::Caption;
use super::fold::{compact, fold, letters_in, tokens};
use crate::assets::{AssetError, Assets};
use crate::kinds::DocumentKind;
use crate::names::NameLexicon;

#[derive(Debug, Deserialize)]
struct WordList {
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct LabelFile {
    license: BTreeMap<Caption, Vec<String>>,
    #[serde(flatten)]
    captions: BTreeMap<Caption, WordList>,
}

#[derive(Debug, Deserialize)]
struct MonthFile {
    months: [Vec<String>; 12],
    until: Vec<String>,
    between: Vec<String>,
    issued: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct NationFile {
    codes: Vec<String>,
    stems: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct DocumentFile {
    document: Vec<DocumentWords>,
    family: Vec<FamilyWords>,
    country: Vec<CountryWords>,
    not_names: WordList,
    names_too: WordList,
    parts_of_addresses: WordList,
    spouses: WordList,
    parents: WordList,
    births: WordList,
    places: WordList,
    titles: TitleFile,
    day_first: WordList,
}

#[derive(Debug, Deserialize)]
struct TitleFile {
    words: Vec<String>,
    shortened: Vec<String>,
    french: Vec<String>,
    joining: Vec<String>,
}

/// How far a word before a name is known to be no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// Always.
    Whole,
    /// With a full stop behind it.
    Shortened,
    /// On French papers.
    French,
}

/// Words of one kind of document.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct DocumentWords {
    pub kind: DocumentKind,
    pub country: Option<String>,
    pub groups: Vec<WordGroup>,
}

/// Words of which any one counts.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct WordGroup {
    pub weight: f32,
    /// Counts in running text too, though its weight is that of a title.
    #[serde(default)]
    pub in_text: bool,
    pub words: Vec<String>,
}

/// Words that several kinds share: they count for those of them that something else speaks for.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct FamilyWords {
    pub kinds: Vec<DocumentKind>,
    pub weight: f32,
    pub words: Vec<String>,
}

/// Words of one country.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CountryWords {
    pub code: String,
    pub words: Vec<String>,
}

/// Labels, months and document words in many languages, from `assets/lexicon/fields/`.
#[derive(Debug, Clone, Default)]
pub struct FieldLexicon {
    labels: HashMap<String, Caption>,
    license: HashMap<String, Caption>,
    /// Labels of eight letters and more, by length, for a search that forgives misread letters.
    long: BTreeMap<usize, Vec<(String, u64, Caption)>>,
    misread: Misread,
    months: HashMap<String, i8>,
    until: HashSet<String>,
    /// What stands between the parts of a date in a sentence.
    between: HashSet<String>,
    /// How a word begins that says that a paper was issued.
    issued: Vec<String>,
    /// Codes of countries.
    codes: HashSet<String>,
    /// What the names of countries and of their people begin with.
    nations: Vec<String>,
    pub(super) documents: Vec<DocumentWords>,
    pub(super) families: Vec<FamilyWords>,
    pub(super) countries: Vec<CountryWords>,
    not_names: HashSet<String>,
    /// Words of papers by which people are called, too.
    names_too: HashSet<String>,
    titles: HashMap<String, Title>,
    joining: HashSet<String>,
    /// Words, as phrases, of languages that write the day before the month.
    pub(super) day_first: Vec<String>,
    places: HashSet<String>,
    /// Captions of the parts of an address.
    parts_of_addresses: HashSet<String>,
    /// What certificates call those who marry.
    spouses: HashSet<String>,
    /// Words that make a caption that of somebody's parents.
    parents: HashSet<String>,
    /// How a line begins that says where or when somebody was born, with a space behind it.
    births: Vec<String>,
    /// What people are called.
    names: NameLexicon,
}

impl FieldLexicon {
    /// Reads the lexicon, and that of names.
    ///
    /// # Errors
    /// [`AssetError`] when one of their files is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        Self::with_names(assets, &NameLexicon::load(assets)?)
    }

    /// Reads the lexicon; that of names is there.
    ///
    /// # Errors
    /// [`AssetError`] when one of its files is missing or broken.
    pub fn with_names(assets: &Assets, names: &NameLexicon) -> Result<Self, AssetError> {
        let labels: LabelFile = assets.toml("lexicon/fields/labels.toml")?;
        let months: MonthFile = assets.toml("lexicon/fields/months.toml")?;
        let nations: NationFile = assets.toml("lexicon/fields/nations.toml")?;
        let documents: DocumentFile = assets.toml("lexicon/fields/documents.toml")?;
        let mut lexicon = Self { names: names.clone(), ..Self::default() };
        for (caption, list) in &labels.captions {
            for word in &list.words {
                lexicon.add_label(*caption, word);
            }
        }
        for (caption, words) in &labels.license {
            lexicon.license.extend(words.iter().map(|w| (compact(w), *caption)));
        }
        for (number, names) in (1_i8..).zip(&months.months) {
            lexicon.months.extend(names.iter().map(|n| (compact(n), number)));
        }
        lexicon.until = months.until.iter().map(|w| compact(w)).collect();
        lexicon.between = months.between.iter().map(|w| compact(w)).collect();
        lexicon.issued = months.issued.iter().map(|w| compact(w)).collect();
        lexicon.codes = nations.codes.into_iter().collect();
        lexicon.nations = nations.stems.iter().map(|w| compact(w)).collect();
        let countries = documents.country.iter().flat_map(|c| &c.words);
        lexicon.places = documents.places.words.iter().chain(countries).map(|w| compact(w)).collect();
        let titles = &documents.titles;
        for (words, title) in
            [(&titles.french, Title::French), (&titles.shortened, Title::Shortened), (&titles.words, Title::Whole)]
        {
            lexicon.titles.extend(words.iter().map(|w| (compact(w), title)));
        }
        lexicon.day_first = documents.day_first.words.iter().map(|w| phrase(w)).collect();
        lexicon.joining = titles.joining.iter().map(|w| compact(w)).collect();
        lexicon.documents = documents.document.into_iter().map(folded_groups).collect();
        lexicon.countries = documents.country;
        lexicon.families = documents.family;
        let countries = lexicon.countries.iter_mut().map(|c| &mut c.words);
        for words in countries.chain(lexicon.families.iter_mut().map(|f| &mut f.words)) {
            *words = words.iter().map(|w| phrase(w)).collect();
        }
        lexicon.names_too = documents.names_too.words.iter().map(|w| compact(w)).collect();
        lexicon.parts_of_addresses = documents.parts_of_addresses.words.iter().map(|w| compact(w)).collect();
        lexicon.spouses = documents.spouses.words.iter().map(|w| compact(w)).collect();
        lexicon.parents = documents.parents.words.iter().map(|w| compact(w)).collect();
        lexicon.births = documents.births.words.iter().map(|w| fold(w) + " ").collect();
        lexicon.not_names = documents.not_names.words.iter().map(|w| compact(w)).collect();
        Ok(lexicon)
    }

    fn add_label(&mut self, caption: Caption, word: &str) {
        let plain = compact(word);
        if plain.chars().count() >= 8 {
            self.long.entry(plain.chars().count()).or_default().push((plain.clone(), letters_in(&plain), caption));
        }
        self.misread.add(&plain, caption);
        self.labels.entry(plain).or_insert(caption);
    }

    /// The caption with exactly these letters and digits.
    pub(super) fn label(&self, joined: &str, on_license: bool) -> Option<Caption> {
        let license = on_license.then(|| self.license.get(joined)).flatten();
        license.or_else(|| self.labels.get(joined)).copied()
    }

    /// The caption that these letters look like, or nearly spell: one wrong letter in eight, at most two, and no other
    /// kind of caption as near.
    pub(super) fn nearly(&self, joined: &str) -> Option<Caption> {
        let length = joined.chars().count();
        if let Some(caption) = self.misread.caption(joined) {
            return Some(caption);
        }
        if length < 8 {
            return None;
        }
        let allowed = (length / 8).min(2);
        let letters = letters_in(joined);
        let mut best: Option<(usize, Caption, bool)> = None;
        for (_, labels) in self.long.range(length.saturating_sub(allowed)..=length + allowed) {
            for (label, theirs, caption) in labels {
                if (letters ^ theirs).count_ones() as usize > 2 * allowed {
                    continue;
                }
                let distance = strsim::levenshtein(label, joined);
                if distance > allowed {
                    continue;
                }
                best = match best {
                    Some((d, c, _)) if d == distance && c != *caption => Some((d, c, true)),
                    Some((d, c, tie)) if d <= distance => Some((d, c, tie)),
                    _ => Some((distance, *caption, false)),
                };
            }
        }
        best.filter(|(_, _, tie)| !tie).map(|(_, caption, _)| caption)
    }

    /// Month by its folded name, whole or short; a longer word counts when it begins with the name of a month of three
    /// letters or more and only the name's end was misread.
    pub(super) fn month(&self, folded: &str) -> Option<i8> {
        if let Some(month) = self.months.get(folded) {
            return Some(*month);
        }
        let length = folded.chars().count();
        let near = |(name, month): (&String, &i8)| {
            (name.chars().count() >= 6 && length >= 6 && strsim::levenshtein(name, folded) <= 1).then_some(*month)
        };
        let mut found: Vec<i8> = self.months.iter().filter_map(near).collect();
        found.sort_unstable();
        found.dedup();
        if found.len() == 1 { found.first().copied() } else { None }
    }

    /// Whether a text names a country or its people: `MEX`, `SALVADOREÑA`, `British citizen`.
    pub(super) fn is_nation(&self, text: &str) -> bool {
        let begins = |word: &str| self.nations.iter().any(|stem| word.starts_with(stem.as_str()));
        self.codes.contains(&compact(text)) || tokens(text).iter().any(|t| begins(&t.folded))
    }

    /// Joins the beginning of a period to its end: `to`, `bis`, `al`.
    pub(super) fn is_until(&self, folded: &str) -> bool {
        self.until.contains(folded)
    }

    /// Stands between the parts of a date in a sentence: `day of`, `del año`.
    pub(super) fn is_between(&self, folded: &str) -> bool {
        self.between.contains(folded)
    }

    /// Says in a sentence that a paper was issued: `expedida`, `délivré`.
    pub(super) fn tells_issue(&self, folded: &str) -> bool {
        self.issued.iter().any(|word| folded.starts_with(word.as_str()))
    }

    /// The whole name of a country, state or province, or of their offices: never a person's without a caption beside
    /// it.
    pub(super) fn is_place(&self, joined: &str) -> bool {
        self.places.contains(joined)
    }

    /// The caption of a part of an address, alone on its line: `COLONIA`, `City, State, ZIP`.
    pub(super) fn is_part_of_address(&self, joined: &str) -> bool {
        self.parts_of_addresses.contains(joined)
    }

    /// Makes a caption that of somebody's parents.
    pub(super) fn is_parent(&self, folded: &str) -> bool {
        self.parents.contains(folded)
    }

    /// Begins as a line does that says where or when somebody was born.
    pub(super) fn tells_birth(&self, text: &str) -> bool {
        let text = fold(text);
        self.births.iter().any(|begin| text.starts_with(begin))
    }

    /// Calls somebody who marries: `CONTRAYENTE`, `bride`.
    pub(super) fn is_spouse(&self, folded: &str) -> bool {
        self.spouses.contains(folded)
    }

    /// What a word before a name is, if it is a title.
    pub(super) fn title(&self, folded: &str) -> Option<Title> {
        self.titles.get(folded).copied()
    }

    /// Joins two titles or two people: `ou`, `and`.
    pub(super) fn joins(&self, folded: &str) -> bool {
        self.joining.contains(folded)
    }

    /// A word that no person is called, as far as documents go.
    pub(super) fn is_no_name(&self, folded: &str) -> bool {
        self.not_names.contains(folded)
    }
}

fn folded_groups(document: DocumentWords) -> DocumentWords {
    let groups = document.groups.into_iter();
    let groups = groups.map(|g| WordGroup { words: g.words.iter().map(|w| phrase(w)).collect(), ..g }).collect();
    DocumentWords { groups, ..document }
}

/// A phrase as [`Line::words`](super::line::Line) spells lines: folded words with single spaces around each.
fn phrase(text: &str) -> String {
    let words: Vec<String> = tokens(text).into_iter().map(|t| t.folded).collect();
    format!(" {} ", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> FieldLexicon {
        FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap()
    }

    #[test]
    fn issue_and_expiry_are_kept_apart_even_when_misread() {
        let l = lexicon();
        let of = |t: &str| l.label(&compact(t), false).or_else(|| l.nearly(&compact(t)));
        for text in [
            "EXPEDICIÓN",
            "EXPEDIDO",
            "FECHA DE EXPEDICION",
            "FECHA DE EXPED1CION",
            "Emisión",
            "EMISSÃO",
            "Délivrance",
            "Ausstellung",
        ] {
            assert_eq!(of(text), Some(Caption::IssueDate), "{text}");
        }
        for text in ["EXPIRACIÓN", "FECHA DE EXPIRACION", "FECHA DE EXPIRAC1ON", "VENCIMIENTO", "Gültig bis"] {
            assert_eq!(of(text), Some(Caption::ExpiryDate), "{text}");
        }
    }

    #[test]
    fn months_of_all_languages_are_told_apart() {
        let l = lexicon();
        for (name, month) in [
            ("MAR", 3),
            ("MAI", 5),
            ("MAY", 5),
            ("AGO", 8),
            ("SET", 9),
            ("OUT", 10),
            ("DIC", 12),
            ("DEZ", 12),
            ("DÉC", 12),
            ("ENE", 1),
            ("GEN", 1),
            ("JUIN", 6),
            ("JUIL", 7),
            ("ABR", 4),
            ("AVR", 4),
            ("MRT", 3),
            ("PAŹ", 10),
            ("LIP", 7),
        ] {
            assert_eq!(l.month(&compact(name)), Some(month), "{name}");
        }
        assert_eq!(l.month("SAMPLE"), None);
    }
}
