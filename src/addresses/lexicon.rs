//! What is known of the words of addresses: types of street, units, directions, states, abbreviations.
//!
//! Read once from `assets/lexicon/addresses/`. It holds no rules.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::phrases::{Code, Phrases, lines};
use crate::assets::{AssetError, Assets};

/// A file of the lexicon: tables of lists.
type Tables = BTreeMap<String, BTreeMap<String, String>>;

/// A file of the lexicon: lists.
#[derive(Deserialize)]
struct Lists(BTreeMap<String, String>);

/// The words for parts of buildings in one language.
#[derive(Debug, Clone, Default)]
pub struct UnitWords {
    /// Words before an identifier.
    pub labels: Phrases,
    /// Words that need none.
    pub bare: Phrases,
}

/// The words for streets in one language.
#[derive(Debug, Clone, Default)]
pub struct StreetWords {
    /// Before the name.
    pub before: Phrases,
    /// Behind the name.
    pub after: Phrases,
    /// Grown together with the name, longest ending first.
    pub glued: Vec<(String, Code)>,
}

/// What the comparison of addresses knows.
#[derive(Debug, Clone, Default)]
pub struct AddressLexicon {
    /// Words for parts of buildings, by language.
    pub(super) units: BTreeMap<String, UnitWords>,
    /// Words for streets, by language.
    pub(super) streets: BTreeMap<String, StreetWords>,
    /// Words for parts of towns, by language.
    pub(super) places: BTreeMap<String, Phrases>,
    /// Directions: English, Spanish, French.
    pub(super) directions: [Phrases; 3],
    /// Lists that have no language, by name.
    lists: BTreeMap<String, Phrases>,
    /// States and provinces, by country.
    pub(super) regions: BTreeMap<String, Phrases>,
    /// The languages of each country.
    languages: FxHashMap<String, Vec<String>>,
    /// Names and codes of countries.
    pub(super) countries: Phrases,
    /// Numbers in words.
    pub(super) ordinals: FxHashMap<String, u32>,
    /// Numbers in words that count.
    pub(super) cardinals: FxHashMap<String, u32>,
    /// What a short word stands for.
    pub(super) abbreviations: FxHashMap<String, Vec<String>>,
    /// Groups of street names that are one street.
    pub(super) aliases: FxHashMap<String, Vec<usize>>,
    /// Groups of town names that are one town.
    pub(super) towns: FxHashMap<String, Vec<usize>>,
    /// Groups of codes of types of street that mean one thing in two languages.
    pub(super) translations: FxHashMap<String, Vec<usize>>,
    /// Two words that both exist, though they look alike.
    pub(super) both_exist: FxHashSet<(String, String)>,
    /// Words that may be left out of a name.
    pub(super) small: FxHashSet<String>,
    /// Words that are names.
    pub(super) known: FxHashSet<String>,
}

/// Languages of a country that is not listed.
const ALL_LANGUAGES: [&str; 11] = ["en", "es", "pt", "fr", "de", "it", "nl", "nordic", "slavic", "tr", "asia"];

impl AddressLexicon {
    /// Reads the lexicon.
    ///
    /// # Errors
    /// [`AssetError`] when one of its files is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        let tables = |name: &str| assets.toml::<Tables>(&format!("lexicon/addresses/{name}.toml"));
        let lists = |name: &str| assets.toml::<Lists>(&format!("lexicon/{name}.toml")).map(|lists| lists.0);
        let mut lexicon = Self::default();
        lexicon.read_english(&lists("addresses/english")?);
        lexicon.read_units(&tables("units")?);
        lexicon.read_streets(&tables("streets")?);
        lexicon.read_places(&tables("places")?);
        for (country, table) in tables("regions")? {
            lexicon.regions.insert(country, Phrases::read(text(&table, "words")));
        }
        lexicon.read_countries(text(&lists("addresses/countries")?, "countries"));
        lexicon.read_words(&lists("addresses/words")?);
        for (file, list) in [("names/given", "male"), ("names/given", "female"), ("names/surnames", "surnames")] {
            lexicon.known.extend(text(&lists(file)?, list).split_whitespace().map(str::to_owned));
        }
        Ok(lexicon)
    }

    /// The languages of a country's addresses, the one of its streets first.
    pub(super) fn languages_of(&self, country: &str) -> Vec<&str> {
        self.languages
            .get(country)
            .map_or_else(|| ALL_LANGUAGES.to_vec(), |all| all.iter().map(String::as_str).collect())
    }

    /// Each country with its languages.
    #[cfg(test)]
    pub(super) fn countries_with_languages(&self) -> impl Iterator<Item = (&String, &Vec<String>)> {
        self.languages.iter()
    }

    /// Whether a word can stand before the number of a unit, a box, a road, or a route.
    pub(super) fn is_label(&self, word: &str) -> bool {
        let lists = ["highways", "boxes", "routes", "kilometer"].iter().map(|list| self.list(list));
        lists.chain(self.units.values().map(|words| &words.labels)).any(|list| list.code(word).is_some())
    }

    /// A list without a language, empty if there is none.
    pub(super) fn list(&self, name: &str) -> &Phrases {
        self.lists.get(name).unwrap_or(&EMPTY)
    }

    fn read_english(&mut self, file: &BTreeMap<String, String>) {
        self.directions = ["directions", "directions_es", "directions_fr"].map(|list| Phrases::read(text(file, list)));
        for list in ["suffixes", "highways", "boxes", "routes", "routes_with_box", "care_of"] {
            let mut phrases = Phrases::default();
            phrases.add_lines(text(file, list), list == "suffixes");
            self.lists.insert(list.to_owned(), phrases);
        }
        for (numbers, list) in [(&mut self.ordinals, "ordinals"), (&mut self.cardinals, "cardinals")] {
            for (value, forms) in lines(text(file, list)) {
                let Ok(value) = value.parse() else { continue };
                numbers.extend(forms.map(|form| (form.to_owned(), value)));
            }
        }
    }

    fn read_units(&mut self, file: &Tables) {
        for (language, table) in file {
            let mut words = UnitWords::default();
            words.labels.add_lines(text(table, "words"), false);
            words.bare.add_lines(text(table, "bare"), false);
            self.units.insert(language.clone(), words);
        }
    }

    fn read_streets(&mut self, file: &Tables) {
        for (language, table) in file {
            let mut words = StreetWords::default();
            words.before.add_lines(text(table, "before"), false);
            words.after.add_lines(text(table, "after"), false);
            for (code, forms) in lines(text(table, "glued")) {
                words.glued.extend(forms.map(|form| (form.to_owned(), Code::from(code))));
            }
            words.glued.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
            self.streets.insert(language.clone(), words);
        }
        if let Some(table) = file.get("translations") {
            let groups = text(table, "groups").lines().map(|line| line.split_whitespace());
            self.translations = grouped(groups);
        }
    }

    fn read_places(&mut self, file: &Tables) {
        for (name, table) in file {
            let mut phrases = Phrases::default();
            phrases.add_lines(text(table, "words"), false);
            if ["behind", "kilometer", "unnumbered", "captions", "before_code"].contains(&name.as_str()) {
                self.lists.insert(name.clone(), phrases);
            } else {
                self.places.insert(name.clone(), phrases);
            }
        }
    }

    fn read_countries(&mut self, list: &str) {
        for (head, names) in lines(list) {
            let mut words = head.split_whitespace();
            let Some(code) = words.next() else { continue };
            self.languages.insert(code.to_owned(), words.map(str::to_owned).collect());
            let shared = Code::from(code);
            names.for_each(|name| self.countries.add(name, &shared));
        }
    }

    fn read_words(&mut self, file: &BTreeMap<String, String>) {
        for (short, full) in lines(text(file, "abbreviations")) {
            self.abbreviations.entry(short.to_owned()).or_default().extend(full.map(str::to_owned));
        }
        let groups = |list: &str| grouped(text(file, list).lines().map(|line| line.split(';').map(str::trim)));
        (self.aliases, self.towns) = (groups("aliases"), groups("towns"));
        for pair in text(file, "both_exist").lines().filter_map(|line| line.split_once(' ')) {
            self.both_exist.insert((pair.0.to_owned(), pair.1.to_owned()));
        }
        self.small = text(file, "small").split_whitespace().map(str::to_owned).collect();
        self.known = text(file, "streets").split_whitespace().map(str::to_owned).collect();
    }
}

/// No phrases at all.
static EMPTY: std::sync::LazyLock<Phrases> = std::sync::LazyLock::new(Phrases::default);

fn text<'a>(lists: &'a BTreeMap<String, String>, list: &str) -> &'a str {
    lists.get(list).map_or("", String::as_str)
}

/// The groups in which each member stands.
fn grouped<'a>(groups: impl Iterator<Item = impl Iterator<Item = &'a str>>) -> FxHashMap<String, Vec<usize>> {
    let mut found: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, group) in groups.enumerate() {
        for member in group.filter(|member| !member.is_empty()) {
            found.entry(member.to_owned()).or_default().push(number);
        }
    }
    found
}
