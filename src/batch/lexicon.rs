//! The words of lists and of the folders beside them, ready to be looked up: `assets/lexicon/roster.toml`, and the
//! months and countries that the documents share.
//!
//! Words are data; what is done with them is code elsewhere.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::cells::fold::words;
use crate::assets::{AssetError, Assets};
use crate::names::NameLexicon;
use crate::words::MonthNames;

/// What a column holds, by its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Title {
    Client,
    OtherId,
    Given,
    Middle,
    Surname,
    SecondSurname,
    Name,
    WholeName,
    ClientOrName,
    Suffix,
    Itin,
    TaxNumber,
    IdOrItin,
    BirthDate,
    Line,
    Unit,
    Formatted,
    CityLine,
    City,
    Region,
    RegionOrUnit,
    PostalCode,
    Country,
    Path,
    InUs,
    OutsideUs,
    CallDate,
}

#[derive(Deserialize)]
struct File {
    columns: BTreeMap<Title, Vec<String>>,
    titles: TitleLists,
    cells: CellLists,
    postal: PostalLists,
    folders: FolderLists,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct TitleLists {
    first: Vec<String>,
    second: Vec<String>,
    home: Vec<String>,
    mailing: Vec<String>,
    noise: Vec<String>,
    last_four: Vec<String>,
    nobody: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct CellLists {
    totals: Vec<String>,
    counted: Vec<String>,
    footers: Vec<String>,
    weekdays: Vec<String>,
    and: Vec<String>,
    us: Vec<String>,
    outside: Vec<String>,
    path_noise: Vec<String>,
    country_codes: Vec<String>,
    nameless: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    units: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct PostalLists {
    zero_zip: Vec<String>,
}

#[derive(Deserialize)]
struct FolderLists {
    papers: Vec<String>,
    counters: Vec<String>,
    labels: Vec<String>,
    system: Vec<String>,
}

#[derive(Deserialize)]
struct NationFile {
    codes: Vec<String>,
    stems: Vec<String>,
}

/// A list of phrases, each of one word or more.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases {
    all: HashSet<String>,
    longest: usize,
}

impl Phrases {
    fn new(list: &[String]) -> Self {
        let longest = list.iter().map(|phrase| phrase.split(' ').count()).max().unwrap_or(0);
        Self { all: list.iter().cloned().collect(), longest }
    }

    /// Whether these words are one of the phrases.
    pub(super) fn has(&self, phrase: &str) -> bool {
        self.all.contains(phrase)
    }

    /// How many words the longest phrase has that begins at a place; 0 for none.
    pub(super) fn at(&self, words: &[&str], from: usize) -> usize {
        let most = self.longest.min(words.len().saturating_sub(from));
        (1..=most).rev().find(|n| self.all.contains(&words[from..from + n].join(" "))).unwrap_or(0)
    }

    /// Whether one of the phrases stands among these words.
    pub(super) fn is_among(&self, words: &[&str]) -> bool {
        (0..words.len()).any(|from| self.at(words, from) > 0)
    }

    /// The words without the phrases, and whether there were any.
    pub(super) fn without<'a>(&self, words: &[&'a str]) -> (Vec<&'a str>, bool) {
        let (mut rest, mut at) = (Vec::new(), 0);
        while at < words.len() {
            match self.at(words, at) {
                0 => {
                    rest.push(words[at]);
                    at += 1;
                }
                used => at += used,
            }
        }
        let some = rest.len() < words.len();
        (rest, some)
    }
}

/// Words of lists and folders, and the names that the comparison of names knows.
#[derive(Debug, Clone, Default)]
pub struct RosterLexicon {
    columns: HashMap<String, Title>,
    pub(super) first: Phrases,
    pub(super) second: Phrases,
    pub(super) home: Phrases,
    pub(super) mailing: Phrases,
    pub(super) noise: Phrases,
    pub(super) last_four: Phrases,
    pub(super) nobody: Phrases,
    pub(super) totals: Phrases,
    pub(super) counted: Phrases,
    pub(super) footers: Phrases,
    pub(super) weekdays: Phrases,
    pub(super) and: Phrases,
    pub(super) us: Phrases,
    pub(super) outside: Phrases,
    pub(super) path_noise: Phrases,
    pub(super) country_codes: Phrases,
    pub(super) nameless: Phrases,
    pub(super) yes: Phrases,
    pub(super) no: Phrases,
    pub(super) units: Phrases,
    pub(super) zero_zip: Phrases,
    pub(super) papers: Phrases,
    pub(super) counters: Phrases,
    pub(super) labels: Phrases,
    pub(super) system: Phrases,
    months: MonthNames,
    nations: Vec<String>,
    /// The names that are known.
    pub names: NameLexicon,
}

impl RosterLexicon {
    /// Reads the lexicon.
    ///
    /// # Errors
    /// [`AssetError`] when one of its files is missing or broken.
    pub fn load(assets: &Assets) -> Result<Self, AssetError> {
        let file: File = assets.toml("lexicon/roster.toml")?;
        let nations: NationFile = assets.toml("lexicon/fields/nations.toml")?;
        let File { columns, titles, cells, postal, folders } = file;
        let by_name = |list: Vec<String>| list.into_iter().filter_map(|name| words(&name));
        let phrases = |list: &[String]| Phrases::new(list);
        Ok(Self {
            columns: columns
                .into_iter()
                .flat_map(|(title, list)| list.into_iter().map(move |name| (name, title)))
                .collect(),
            first: phrases(&titles.first),
            second: phrases(&titles.second),
            home: phrases(&titles.home),
            mailing: phrases(&titles.mailing),
            noise: phrases(&titles.noise),
            last_four: phrases(&titles.last_four),
            nobody: phrases(&titles.nobody),
            totals: phrases(&cells.totals),
            counted: phrases(&cells.counted),
            footers: phrases(&cells.footers),
            weekdays: phrases(&cells.weekdays),
            and: phrases(&cells.and),
            us: phrases(&cells.us),
            outside: phrases(&cells.outside),
            path_noise: phrases(&cells.path_noise),
            country_codes: phrases(&cells.country_codes),
            nameless: phrases(&cells.nameless),
            yes: phrases(&cells.yes),
            no: phrases(&cells.no),
            units: phrases(&cells.units),
            zero_zip: phrases(&postal.zero_zip),
            papers: phrases(&folders.papers),
            counters: phrases(&folders.counters),
            labels: phrases(&folders.labels),
            system: phrases(&folders.system),
            months: MonthNames::load(assets)?,
            nations: by_name(nations.stems).chain(by_name(nations.codes)).filter(|word| word.len() > 2).collect(),
            names: NameLexicon::load(assets)?,
        })
    }

    /// What a column with exactly this title holds.
    pub(super) fn column(&self, title: &str) -> Option<Title> {
        self.columns.get(title).copied()
    }

    /// The number of a month by its name, whole or short.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        self.months.number(word)
    }

    /// Whether a folded word is the name or the code of a country, or begins like one.
    pub(super) fn is_country(&self, word: &str) -> bool {
        self.nations.iter().any(|stem| if stem.len() == 3 { word == stem } else { word.starts_with(stem.as_str()) })
    }
}
