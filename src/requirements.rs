//! Which documents a set needs, and which limits hold; read from `assets/requirements/*.toml`.

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
    /// A further document.
    SecondDocument,
    /// Shows the home address; one of the documents above may do it.
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
    /// Kinds that fill it where the whole ITIN was read on them.
    #[serde(default)]
    pub kinds_with_itin: Vec<DocumentKind>,
    /// Kinds that may fill it but that a person must look at.
    #[serde(default)]
    pub unsure_kinds: Vec<DocumentKind>,
    /// Whether a document that fills another place may fill this one too.
    #[serde(default)]
    pub shared: bool,
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
    /// Kinds of document that need their back side too.
    #[serde(default)]
    pub both_sides: Vec<DocumentKind>,
    /// Kinds of document that count only while they are recent.
    #[serde(default)]
    pub recent: Vec<DocumentKind>,
    /// Limits of checks that differ from their defaults, by name.
    #[serde(default)]
    pub limits: BTreeMap<String, f32>,
}

impl Requirements {
    /// Reads a set of requirements by its name.
    ///
    /// # Errors
    /// [`AssetError`] when there is none of that name or it is broken.
    pub fn load(assets: &Assets, name: &str) -> Result<Self, AssetError> {
        assets.toml(&format!("requirements/{name}.toml"))
    }

    /// Names of the sets that are there.
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
