//! The entries of the list, and how far each of them is.

use precheck::checks::PageVerdict;
use precheck::page::PageId;

/// How far a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It waits for its turn.
    Waiting,
    /// It is being looked at.
    Working,
    /// It was looked at, or could not be.
    Done,
}

/// One entry of the list. A file that was not opened yet has one entry, for its first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageEntry {
    /// Which page.
    pub id: PageId,
    /// How far it is.
    pub stage: Stage,
}

/// The state of a page in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageState {
    /// It waits for its turn.
    Waiting,
    /// It is being looked at.
    Working,
    /// The person stopped before it was looked at.
    Stopped,
    /// It was judged.
    Judged(PageVerdict),
}
