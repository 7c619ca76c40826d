//! How something on a document relates to the same thing on the record. Names and addresses share the four answers.

use serde::Serialize;

/// How two names, or two addresses, relate. Ordered from same to different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The same text.
    Exact,
    /// The same, written in another way that the rules list.
    FormatOnly,
    /// Perhaps the same; a person must look.
    Review,
    /// The two contradict each other.
    Mismatch,
}

impl Relation {
    /// Its word in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::FormatOnly => "format-only",
            Self::Review => "review",
            Self::Mismatch => "mismatch",
        }
    }
}
