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
    /// The first thing of a part of the window, which the keyboard reaches then.
    Part(Part),
    /// A box of the record, which gets the cursor.
    Box(RecordBox),
}

/// A part of the window, in the order in which a key goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The bar above.
    Top,
    /// The answer.
    Answer,
    /// The list of pages.
    List,
    /// The page and its tools.
    Page,
    /// The panel on the right.
    Right,
}

impl Part {
    /// The next part; after the last one, the first.
    pub const fn next(self) -> Self {
        match self {
            Self::Top => Self::Answer,
            Self::Answer => Self::List,
            Self::List => Self::Page,
            Self::Page => Self::Right,
            Self::Right => Self::Top,
        }
    }
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
