//! The header of a list: which row it is, and what each column holds.

mod labeled;
mod resolve;
mod title;

use super::cells::dates::Order;
use super::cells::fold::folded;
use super::lexicon::{RosterLexicon, Title};
use super::table::{Row, Table};
use title::{Heading, heading};

/// Rows among which the header is looked for: reports have some lines above it.
const HEADER_WITHIN: usize = 60;
/// The columns of a date, the first one that is filled counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateColumn {
    pub column: usize,
    /// Which of two numbers is the month, if the title says so.
    pub order: Option<Order>,
}

/// The column of a taxpayer number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberColumn {
    pub column: usize,
    /// Only the last four digits are there.
    pub last_four: bool,
    /// It is of any taxpayer number, beside one of ITINs: nothing is said of what is no ITIN.
    pub aside: bool,
}

/// The columns of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PersonColumns {
    pub given: Vec<usize>,
    pub middle: Vec<usize>,
    pub surname: Vec<usize>,
    pub suffix: Vec<usize>,
    pub whole: Vec<usize>,
    pub itin: Vec<NumberColumn>,
    pub birth: Vec<DateColumn>,
}

impl PersonColumns {
    /// Whether there is a column for the name.
    pub(super) fn has_name(&self) -> bool {
        !(self.given.is_empty() && self.surname.is_empty() && self.whole.is_empty())
    }
}

/// The columns of the address that counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct AddressColumns {
    /// Street, number, flat, in the order of the list; `true` for a flat.
    pub lines: Vec<(usize, bool)>,
    pub formatted: Vec<usize>,
    /// City, region and postal code in one.
    pub city_line: Vec<usize>,
    pub city: Vec<usize>,
    pub region: Vec<usize>,
    pub postal_code: Vec<usize>,
    pub country: Vec<usize>,
}

/// What a column says of where the client lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PathColumn {
    /// A word or a country.
    Place,
    /// Yes means in the United States.
    InUs,
    /// Yes means outside.
    OutsideUs,
}

/// What the columns of a list hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub people: [PersonColumns; 2],
    pub client: Vec<usize>,
    pub address: AddressColumns,
    pub path: Vec<(usize, PathColumn)>,
    pub call: Vec<DateColumn>,
    /// The titles, as they are written.
    pub titles: Vec<String>,
}

/// The header of a table: its place among the rows, and how many of its columns are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub index: usize,
    pub known: usize,
}

/// The row that has the most titles, the first of several; `None` where no row has the title of a name.
pub(super) fn header(rows: &[Row], lexicon: &RosterLexicon) -> Option<Header> {
    let mut best: Option<Header> = None;
    for (index, row) in rows.iter().take(HEADER_WITHIN).enumerate() {
        let headings: Vec<Heading> = row.cells.iter().filter_map(|cell| heading(cell.text(), lexicon)).collect();
        let known = headings.len();
        if headings.iter().any(|h| is_name(h.title)) && best.is_none_or(|b| known > b.known) {
            best = Some(Header { index, known });
        }
    }
    best
}

fn is_name(title: Title) -> bool {
    matches!(title, Title::Given | Title::Surname | Title::Name | Title::WholeName | Title::ClientOrName)
}

/// The titles of the row that looks most like a header, for the message that there is none.
pub(super) fn likeliest_titles(rows: &[Row]) -> Vec<String> {
    let shown = |row: &Row| -> Vec<String> {
        let texts = row.cells.iter().map(|cell| cell.text().split_whitespace().collect::<Vec<_>>().join(" "));
        texts.filter(|text| !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit())).take(12).collect()
    };
    rows.iter().take(HEADER_WITHIN).map(shown).max_by_key(Vec::len).unwrap_or_default()
}

/// What the columns hold below a header.
pub(super) fn columns(table: &Table, header: usize, lexicon: &RosterLexicon) -> Columns {
    resolve::Resolver::new(table, header, lexicon).columns()
}

/// Whether a row says the header once more.
pub(super) fn is_header_again(row: &Row, columns: &Columns) -> bool {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|(at, cell)| {
            columns.titles.get(at).is_some_and(|title| !title.is_empty() && folded(title) == folded(cell.text()))
        })
}
