//! Whose a folder is, by its name alone.

use super::How;

/// What the name of a folder says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is that of these clients: one, or two who file together.
    Of(Vec<usize>, How),
    /// It may be that of these; the reason as a key of the language files.
    Unclear(Vec<usize>, &'static str),
    /// Nothing in it is anybody's.
    Nobodys,
}
