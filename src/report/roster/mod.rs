//! What was understood of a client list and of the folders beside it → text or JSON.

mod hidden;
mod json;
mod summary;
mod text;

pub use hidden::shown;
pub use json::roster_json;
pub use summary::{BatchCounts, batch_summary};
pub use text::roster_text;

use crate::batch::Roster;
use crate::batch::folders::Folders;

/// A list that was read, and whose each folder is.
#[derive(Clone, Copy)]
pub struct Understood<'a> {
    /// The clients and what is to be said of the rows.
    pub roster: &'a Roster,
    /// Whose each folder is.
    pub folders: &'a Folders,
}
