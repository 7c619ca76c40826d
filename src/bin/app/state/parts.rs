//! The parts of the window beside the page, and where they scroll to.

use super::{RecordBox, ShownSize};

/// A part of the panels beside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoTo {
    /// The shown page in the list.
    Page,
    /// The finding that is pointed out, and its page in the list.
    Finding,
    /// The list of what is asked for.
    Places,
    /// The marked client in the list of all.
    Client,
    /// The box in which names are looked for, which gets the cursor.
    Search,
    /// The shown page, in one of its sizes.
    Size(ShownSize),
    /// A box of the record, which gets the cursor.
    Box(RecordBox),
}

/// What the panel on the right shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tab {
    /// The page that is shown large.
    Page,
    /// All documents together, for the video call.
    Call,
    /// What the person types about the applicant.
    Details,
}

impl Tab {
    /// All of them, from left to right.
    pub const ALL: [Self; 3] = [Self::Page, Self::Call, Self::Details];

    /// Key of its name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Page => "app-tab-page",
            Self::Call => "app-tab-call",
            Self::Details => "app-record",
        }
    }
}
