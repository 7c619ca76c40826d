//! Workbooks, XLSX and ODS → the tables of their visible sheets.
//!
//! Both are ZIP archives of XML. The cells are read here and not by a crate for workbooks, because hidden columns,
//! the day from which a workbook counts (`calamine` 0.36 forgets it) and limits on what is unpacked are needed.

mod formats;
mod ods;
mod xlsx;
mod xml;

pub(super) use formats::day;

use std::io::{Cursor, Read as _};
use std::ops::Range;

use zip::ZipArchive;
use zip::result::ZipError;

use super::roster::RosterError;
use super::table::{Broken, Cell, MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Row, Table};

/// Most bytes that are unpacked from a workbook.
const MAX_UNPACKED: u64 = 256 << 20;

/// Whether a file begins as a ZIP archive does.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The visible sheets of a workbook, in their order.
///
/// # Errors
/// [`RosterError`] when this is no workbook, when it is locked, or past the limits of a list.
pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, RosterError> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut parts = Parts { archive, left: MAX_UNPACKED };
    if parts.has("content.xml") { ods::tables(&mut parts) } else { xlsx::tables(&mut parts) }
}

fn broken() -> RosterError {
    RosterError::NotAList("workbook".to_owned())
}

/// The files inside of a workbook.
struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

impl Parts<'_> {
    fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; `None` if there is none of that name.
    fn text(&mut self, name: &str) -> Result<Option<String>, RosterError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(_)) => return Err(RosterError::NotAList("locked".to_owned())),
            Err(_) => return Err(broken()),
        };
        let mut bytes = Vec::new(); // the size that the archive states is not trusted
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        self.left = match self.left.checked_sub(bytes.len() as u64) {
            Some(left) => left,
            None => return Err(RosterError::TooLarge(format!("{MAX_UNPACKED} B"))),
        };
        super::table::decode::decode(&bytes).map(Some)
    }
}

/// Collects the rows of a sheet within the limits of a list.
struct Sheet {
    table: Table,
    /// How many more cells, and bytes of text in them, may be kept: one text may stand in a million cells.
    left: (usize, usize),
}

impl Sheet {
    fn new(name: String) -> Self {
        Self { table: Table { sheet: Some(name), ..Table::default() }, left: (MAX_CELLS, MAX_UNPACKED as usize) }
    }

    /// Puts a cell into columns of a row, counted from 0. Columns past the limit are not kept.
    fn put(&mut self, row: &mut Vec<Cell>, columns: Range<usize>, cell: Cell) -> Result<(), RosterError> {
        let columns = columns.start..columns.end.min(MAX_COLUMNS);
        if cell.is_empty() || columns.is_empty() {
            return Ok(());
        }
        self.charge(columns.len(), cell.text().len() * columns.len())?;
        if row.len() < columns.end {
            row.resize(columns.end, Cell::Empty);
        }
        row[columns].fill(cell);
        Ok(())
    }

    /// Adds a row, counted from 1, if it holds anything. `times` is how often it stands there.
    fn add(&mut self, line: u32, times: u32, cells: Vec<Cell>) -> Result<(), RosterError> {
        if cells.is_empty() {
            return Ok(());
        }
        if line.saturating_add(times - 1) > MAX_ROWS {
            return Err(RosterError::TooLarge(format!("{MAX_ROWS} —")));
        }
        let text: usize = cells.iter().map(|cell| cell.text().len()).sum();
        let is_long = cells.iter().any(|cell| cell.text().len() > MAX_CELL * 4);
        let mut row = Row { line, width: cells.len(), cells, broken: None };
        if is_long {
            row = Row { broken: Some(Broken::LongCell), cells: Vec::new(), ..row };
        }
        for again in 0..times {
            self.charge(row.cells.len(), text)?;
            self.table.rows.push(Row { line: line + again, ..row.clone() });
        }
        Ok(())
    }

    fn charge(&mut self, cells: usize, text: usize) -> Result<(), RosterError> {
        let left = (self.left.0.checked_sub(cells), self.left.1.checked_sub(text));
        let (Some(cells), Some(text)) = left else { return Err(RosterError::TooLarge(format!("{MAX_CELLS} ×"))) };
        self.left = (cells, text);
        Ok(())
    }
}
