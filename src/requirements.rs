//! Which documents a set needs, and which limits apply; read from `assets/requirements/*.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::assets::{AssetError, Assets};
use crate::kinds::DocumentKind;

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
#[serde(deny_unknown_fields)]
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
    /// Whether a document that fills another place may fill this one too.
    #[serde(default)]
    pub shared: bool,
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
    /// Countries (three letters) that issue documents of these kinds on which no expiry date is printed.
    #[serde(default, rename = "without-expiry")]
    pub without_expiry: Vec<String>,
}

/// A named set of requirements.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirements {
    /// Its name, as in `--requirements`.
    pub name: String,
    /// The places, in the order in which they are filled.
    #[serde(rename = "slot")]
    pub slots: Vec<Slot>,
    /// Kinds of document of which the back is needed, too.
    #[serde(default)]
    pub both_sides: Vec<DocumentKind>,
    /// Kinds of document that count only while they are recent.
    #[serde(default)]
    pub recent: Vec<DocumentKind>,
    /// The facts that must be read before a document can be called ready.
    #[serde(default, rename = "must-read")]
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

    /// The facts that must be read on a document of a kind and a country.
    pub fn facts_of(&self, kind: DocumentKind, country: Option<&str>) -> Vec<Fact> {
        let of_kind = self.must_read.iter().filter(|must| must.kinds.contains(&kind));
        let facts = of_kind.flat_map(|must| {
            let unprinted = country.is_some_and(|c| must.without_expiry.iter().any(|w| w == c));
            must.facts.iter().copied().filter(move |fact| !(unprinted && *fact == Fact::ExpiryDate))
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
