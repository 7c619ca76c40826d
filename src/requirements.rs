//! Which documents a set needs, and which limits apply; read from `assets/requirements/*.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assets::{AssetError, Assets};
use crate::kinds::DocumentKind;

mod valid;

pub use valid::Wrong;

/// A place in a set that a document must fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotId {
    /// Shows that the ITIN was assigned.
    ItinProof,
    /// Shows who the person is: name, photograph, date of birth.
    Primary,
    /// A second document.
    SecondDocument,
    /// Shows the home address; one of the documents above may serve for this.
    AddressProof,
}

/// What may fill a place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Slot {
    /// Which place it is.
    pub id: SlotId,
    /// Kinds of document that fill it.
    pub kinds: Vec<DocumentKind>,
    /// Kinds that fill it if the whole ITIN was read on them.
    #[serde(default)]
    pub kinds_with_itin: Vec<DocumentKind>,
    /// Kinds that may fill it but that a person must look at.
    #[serde(default)]
    pub unsure_kinds: Vec<DocumentKind>,
    /// The places of which one document must fill this one too. Without any, a document of its own fills it.
    #[serde(default)]
    pub one_of: Vec<SlotId>,
}

/// A fact that must be read on a document before it can be called ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The whole name of the holder.
    Name,
    /// The date of birth.
    BirthDate,
    /// The day until which the document is valid.
    ExpiryDate,
    /// The number of the document.
    DocumentNumber,
    /// The machine readable zone.
    Zone,
    /// The whole ITIN.
    Itin,
    /// The holder's address.
    Address,
    /// The date of a bill or statement.
    StatementDate,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::BirthDate,
        Self::ExpiryDate,
        Self::DocumentNumber,
        Self::Zone,
        Self::Itin,
        Self::Address,
        Self::StatementDate,
    ];

    /// Its name in reports that programs read: the kind of field that holds it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "full_name",
            Self::BirthDate => "birth_date",
            Self::ExpiryDate => "expiry_date",
            Self::DocumentNumber => "document_number",
            Self::Zone => "mrz",
            Self::Itin => "itin",
            Self::Address => "address",
            Self::StatementDate => "statement_date",
        }
    }

    /// Key of its name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "fact-name",
            Self::BirthDate => "fact-birth-date",
            Self::ExpiryDate => "fact-expiry-date",
            Self::DocumentNumber => "fact-document-number",
            Self::Zone => "fact-zone",
            Self::Itin => "fact-itin",
            Self::Address => "fact-address",
            Self::StatementDate => "fact-statement-date",
        }
    }
}

/// Which facts must be read on some kinds of document; on the front, if a document has two sides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MustRead {
    /// The kinds.
    pub kinds: Vec<DocumentKind>,
    /// What must be read on them.
    pub facts: Vec<Fact>,
    /// Countries (three letters) that issue documents of these kinds on whose front no expiry date is printed.
    #[serde(default, rename = "without-expiry")]
    pub without_expiry: Vec<String>,
    /// Those on whose front no date of birth is.
    #[serde(default, rename = "without-birth-date")]
    pub without_birth_date: Vec<String>,
}

/// Kinds of document that count only while they are recent. Days are counted from the day on the document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recent {
    /// The kinds.
    pub kinds: Vec<DocumentKind>,
    /// From this age on, a person must look.
    pub look_from_days: u16,
    /// From this age on, it is refused.
    pub refused_from_days: u16,
}

/// Kinds of document that are listed only if certain countries issue them; others are for a person to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IssuedBy {
    /// The kinds.
    pub kinds: Vec<DocumentKind>,
    /// The countries, three letters.
    pub countries: Vec<String>,
}

/// Expired documents that still count beside the paper that renews them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Renewable {
    /// The kinds.
    pub kinds: Vec<DocumentKind>,
    /// The country that issues them, three letters.
    pub country: String,
    /// For how many days after the expiry.
    pub days: u16,
}

/// How a rule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Read in a text of the office that makes the rule.
    Published,
    /// Read in somebody else's text about it.
    Secondhand,
    /// Known from experience, without a text at hand.
    Remembered,
    /// Concluded from other rules; no text says it.
    Inferred,
}

/// Where the rule behind a check is from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleSource {
    /// Ids of the checks that hold documents against it.
    pub checks: Vec<String>,
    /// The rule, in a sentence.
    pub rule: String,
    /// The text that it is from.
    pub source: String,
    /// The day on which that text was last seen, `YYYY-MM-DD`.
    pub seen: jiff::civil::Date,
    /// How it is known.
    pub known: Known,
    /// Whether texts of the same office contradict each other about it.
    #[serde(default)]
    pub disputed: bool,
}

impl RuleSource {
    /// Whether a document may be refused for it. Every other rule only asks a person to look.
    pub fn may_block(&self) -> bool {
        self.known == Known::Published && !self.disputed
    }
}

/// A named set of requirements.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Requirements {
    /// Its name, as in `--requirements`.
    pub name: String,
    /// The places, in the order in which they are filled.
    #[serde(rename = "slot")]
    pub slots: Vec<Slot>,
    /// Kinds of document of which the back is needed, too.
    #[serde(default)]
    pub both_sides: Vec<DocumentKind>,
    /// How recent documents must be.
    #[serde(default)]
    pub recent: Vec<Recent>,
    /// Kinds of document that count only from some countries.
    #[serde(default)]
    pub issued_by: Vec<IssuedBy>,
    /// Expired documents that still count beside their renewal paper.
    #[serde(default)]
    pub renewable: Vec<Renewable>,
    /// Kinds of document that show why two names are one person's.
    #[serde(default)]
    pub linking: Vec<DocumentKind>,
    /// Whether people who have an ITIN cannot take this path.
    #[serde(default)]
    pub without_itin: bool,
    /// Where the rules behind the checks are from. A check with several is as sure as the surest.
    #[serde(default, rename = "rule")]
    pub sources: Vec<RuleSource>,
    /// The facts that must be read before a document can be called ready.
    #[serde(default)]
    pub must_read: Vec<MustRead>,
    /// Limits of checks that differ from their defaults, by name.
    #[serde(default)]
    pub limits: BTreeMap<String, f32>,
}

impl Requirements {
    /// Reads a set of requirements by its name.
    ///
    /// # Errors
    /// [`AssetError`] when there is no set with that name, or it is broken.
    pub fn load(assets: &Assets, name: &str) -> Result<Self, AssetError> {
        assets.toml(&format!("requirements/{name}.toml"))
    }

    /// Reads a file that somebody wrote. `checks` and `limits` are the names that the program knows.
    ///
    /// # Errors
    /// The first thing that is wrong in it, with line and column.
    pub fn read(text: &str, checks: &[&str], limits: &[&str]) -> Result<Self, Wrong> {
        valid::read(text, checks, limits)
    }

    /// How recent a document of a kind must be; `None` where its age does not matter.
    pub fn recent_of(&self, kind: DocumentKind) -> Option<&Recent> {
        self.recent.iter().find(|recent| recent.kinds.contains(&kind))
    }

    /// Whether a document of a kind counts although its country issues it. A country that is not known counts.
    pub fn counts_from(&self, kind: DocumentKind, country: Option<&str>) -> bool {
        let of_kind = self.issued_by.iter().find(|of| of.kinds.contains(&kind));
        of_kind.is_none_or(|of| country.is_none_or(|country| of.countries.iter().any(|c| c == country)))
    }

    /// For how many days after its expiry a document still counts beside its renewal paper; `None` if it does not.
    pub fn renewable_days(&self, kind: DocumentKind, country: Option<&str>) -> Option<u16> {
        let fits = |r: &&Renewable| r.kinds.contains(&kind) && country.is_none_or(|c| c == r.country);
        self.renewable.iter().find(fits).map(|r| r.days)
    }

    /// Whether a check may block: the rule behind it is published and undisputed, or no source is given for it.
    pub fn may_block(&self, check: &str) -> bool {
        let mut sources = self.sources_of(check).peekable();
        sources.peek().is_none() || sources.any(RuleSource::may_block)
    }

    /// Where the rules behind a check are from.
    pub fn sources_of<'a>(&'a self, check: &'a str) -> impl Iterator<Item = &'a RuleSource> {
        self.sources.iter().filter(move |source| source.checks.iter().any(|c| c == check))
    }

    /// The facts that must be read on a document of a kind and a country.
    pub fn facts_of(&self, kind: DocumentKind, country: Option<&str>) -> Vec<Fact> {
        let of_kind = self.must_read.iter().filter(|must| must.kinds.contains(&kind));
        let facts = of_kind.flat_map(|must| {
            must.facts.iter().copied().filter(move |fact| {
                let without = match fact {
                    Fact::ExpiryDate => must.without_expiry.as_slice(),
                    Fact::BirthDate => must.without_birth_date.as_slice(),
                    _ => &[],
                };
                !country.is_some_and(|country| without.iter().any(|other| other == country))
            })
        });
        facts.collect()
    }

    /// Names of the available sets.
    ///
    /// # Errors
    /// [`AssetError`] when the folder cannot be read.
    pub fn names(assets: &Assets) -> Result<Vec<String>, AssetError> {
        let files = assets.list("requirements", ".toml")?;
        Ok(files
            .iter()
            .filter_map(|f| Some(f.strip_prefix("requirements/")?.strip_suffix(".toml")?.to_owned()))
            .collect())
    }
}
