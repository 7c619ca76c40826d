//! A list as rows of cells, whatever file it came from. It knows nothing of clients.

pub(super) mod decode;
pub(super) mod delimited;

use jiff::civil::Date;

/// Most bytes of a list. Ten thousand clients take two million.
pub const MAX_BYTES: usize = 64 << 20;
/// Most cells of a list, empty ones at the end of a row not counted: ten thousand rows of four hundred columns.
pub(super) const MAX_CELLS: usize = 4 << 20;
/// Most columns, the limit of spreadsheets.
pub(super) const MAX_COLUMNS: usize = 1 << 14;
/// Most rows, the limit of spreadsheets.
pub(super) const MAX_ROWS: u32 = 1 << 20;
/// Most characters of a cell, the limit of spreadsheets.
pub(super) const MAX_CELL: usize = 32_767;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as it is written, also that of numbers and dates in a text file.
    Text(String),
    /// A number of a workbook, with the fewest digits that its format shows.
    Number { value: f64, digits: u8 },
    /// A date of a workbook, which cannot be read two ways.
    Date(Date),
    /// True or false.
    Bool(bool),
    /// An error of a spreadsheet: `#N/A`.
    Error,
    /// A formula without a result.
    Formula,
}

impl Cell {
    /// Whether nothing is in it, white space aside.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(char::is_whitespace),
            _ => false,
        }
    }

    /// Its text; empty for what is no text.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }
}

/// Why a row cannot be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// It has more cells than the header has titles.
    TooManyCells,
    /// A quotation mark is never closed.
    OpenQuote,
    /// A cell is longer than any cell.
    LongCell,
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    /// Line or row, counted from 1.
    pub line: u32,
    /// Its cells, without the empty ones at the end.
    pub cells: Vec<Cell>,
    /// How many cells it has with the empty ones at the end.
    pub width: usize,
    /// What is wrong with its shape.
    pub broken: Option<Broken>,
}

impl Row {
    /// The cell of a column.
    pub(super) fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Whether nothing is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.broken.is_none() && self.cells.iter().all(Cell::is_empty)
    }
}

/// The rows of a file or of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Table {
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// The rows that are not empty, in their order.
    pub rows: Vec<Row>,
    /// Columns that the workbook hides.
    pub hidden: Vec<usize>,
    /// Day 0 of bare numbers is 1904-01-01.
    pub from_1904: bool,
    /// It was text, so that a mark too many moves all cells behind it.
    pub delimited: bool,
}
