//! What was understood of a list: the clients, what is to be said of its rows, and why a list cannot be read at all.

use jiff::civil::Date;
use thiserror::Error;

use crate::record::{Address, Path};
use crate::words::Message;

/// The name of a client, as far as the list tells its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClientName {
    /// First name or names; `None` where the list has the whole name in one column.
    pub given: Option<String>,
    /// Middle name.
    pub middle: Option<String>,
    /// Surname or surnames; `None` where nothing says where they begin.
    pub surname: Option<String>,
    /// The whole name, given names first; empty where it could not be read.
    pub full: String,
}

/// A taxpayer number, as far as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientNumber {
    /// `9dd-dd-dddd`.
    Whole(String),
    /// The last four digits; the list hides the others.
    LastFour(String),
}

/// A home address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientAddress {
    /// The list has its parts in columns of their own.
    Parts(Address),
    /// The whole of it in one text.
    Text(String),
}

/// One client of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The number or word by which the office knows the client.
    pub id: Option<String>,
    /// The name.
    pub name: ClientName,
    /// The ITIN.
    pub itin: Option<ClientNumber>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Home address.
    pub address: Option<ClientAddress>,
    /// Where the client lives, which decides what ID.me asks for.
    pub path: Option<Path>,
    /// Day of the video call.
    pub call_date: Option<Date>,
    /// Line of the file on which the row begins, or row of the sheet, counted from 1. Joint filers share it.
    pub row: u32,
}

/// What can be the matter with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// There is something, but no name.
    MissingName,
    /// No date, or none that can be.
    BadDate,
    /// A date that can be read two ways.
    AmbiguousDate,
    /// No ITIN.
    BadItin,
    /// It does not say whether the client lives in the United States.
    BadPath,
    /// An id, an ITIN or a whole row for the second time.
    DuplicateClient,
    /// Two people in one row.
    JointRow,
    /// Its cells do not fit the header.
    BrokenRow,
    /// A formula or an error instead of a value.
    Formula,
    /// A total, not a client.
    TotalsRow,
    /// A heading or a footer, not a client.
    TitleRow,
}

impl Code {
    /// Its word in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MissingName => "missing-name",
            Self::BadDate => "bad-date",
            Self::AmbiguousDate => "ambiguous-date",
            Self::BadItin => "bad-itin",
            Self::BadPath => "bad-path",
            Self::DuplicateClient => "duplicate-client",
            Self::JointRow => "joint-row",
            Self::BrokenRow => "broken-row",
            Self::Formula => "formula",
            Self::TotalsRow => "totals-row",
            Self::TitleRow => "title-row",
        }
    }

    /// Whether somebody should look at the row: totals and titles are only named.
    pub const fn asks(self) -> bool {
        !matches!(self, Self::TotalsRow | Self::TitleRow)
    }
}

/// Something to say of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// Line or row, as [`Client::row`].
    pub row: u32,
    /// What it is.
    pub code: Code,
    /// What is wrong there and what to do. It never has a whole number in it.
    pub message: Message,
}

/// A list that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roster {
    /// The clients, in the order of the list; joint filers follow each other.
    pub clients: Vec<Client>,
    /// What is to be said of its rows, by row.
    pub remarks: Vec<Remark>,
    /// Line of the header.
    pub header_row: u32,
    /// The sheet that was read, in a workbook with several visible ones.
    pub sheet: Option<String>,
    /// Sheets that were not read although they are visible and not empty.
    pub other_sheets: Vec<String>,
}

/// Why a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RosterError {
    /// There is nothing in it.
    #[error("the list is empty")]
    Empty,
    /// It is larger than any list.
    #[error("the list is too large: {0}")]
    TooLarge(String),
    /// It is neither text nor a workbook.
    #[error("this is not a list: {0}")]
    NotAList(String),
    /// No column holds names.
    #[error("no column holds names")]
    NoNames {
        /// The titles of the row that looks most like a header.
        columns: Vec<String>,
    },
}

impl RosterError {
    /// The sentence for a person.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("roster-error-empty"),
            Self::TooLarge(what) => Message::new("roster-error-too-large").with("what", what.clone().into()),
            Self::NotAList(what) => Message::new(format!("roster-error-{what}")),
            Self::NoNames { columns } => {
                Message::new("roster-error-no-names").with("columns", columns.join(", ").into())
            }
        }
    }
}
