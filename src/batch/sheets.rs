//! The bytes of a file → the table that holds the clients, and where its header is.

use super::columns::{Header, header, likeliest_titles};
use super::lexicon::RosterLexicon;
use super::roster::RosterError;
use super::table::delimited::{SEPARATORS, named_separator, rows, sample};
use super::table::{MAX_BYTES, Row, Table, decode};
use super::workbook;

/// How an old workbook of Excel begins, and one that is locked with a password.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// The table of the clients.
pub(super) struct Chosen {
    pub table: Table,
    /// Place of the header among its rows.
    pub header: usize,
    /// There are several sheets.
    pub several: bool,
    /// Names of the other sheets that look like lists of clients.
    pub others: Vec<String>,
}

/// Finds the table of the clients.
///
/// # Errors
/// [`RosterError`] when the file is no list, or when no column holds names.
pub(super) fn choose(bytes: &[u8], lexicon: &RosterLexicon) -> Result<Chosen, RosterError> {
    if bytes.len() > MAX_BYTES {
        return Err(RosterError::TooLarge(format!("{} MB", bytes.len() >> 20)));
    }
    let tables = if workbook::is_workbook(bytes) {
        workbook::tables(bytes)?
    } else if bytes.starts_with(OLD_WORKBOOK) {
        return Err(RosterError::NotAList("old-workbook".to_owned()));
    } else if bytes.starts_with(b"%PDF") {
        return Err(RosterError::NotAList("binary".to_owned()));
    } else {
        vec![text_table(&decode::decode(bytes)?, lexicon)?]
    };
    if tables.iter().all(|table| table.rows.is_empty()) {
        return Err(RosterError::Empty);
    }
    best(tables, lexicon)
}

fn best(mut tables: Vec<Table>, lexicon: &RosterLexicon) -> Result<Chosen, RosterError> {
    let several = tables.len() > 1;
    let found: Vec<Option<Header>> = tables.iter().map(|table| header(&table.rows, lexicon)).collect();
    // the most titles, then the most rows, then the first
    let worth = |at: &usize| (found[*at].map_or(0, |h| h.known), tables[*at].rows.len(), usize::MAX - at);
    let chosen = (0..tables.len()).filter(|at| found[*at].is_some()).max_by_key(worth);
    let Some((at, header)) = chosen.and_then(|at| Some((at, found[at]?))) else {
        let titles = tables.iter().map(|table| likeliest_titles(&table.rows)).max_by_key(Vec::len);
        return Err(RosterError::NoNames { columns: titles.unwrap_or_default() });
    };
    let is_list = |other: &usize| *other != at && found[*other].is_some_and(|h| h.known > 1);
    let others = (0..tables.len()).filter(is_list).filter_map(|other| tables[other].sheet.clone()).collect();
    Ok(Chosen { table: tables.swap_remove(at), header: header.index, several, others })
}

fn text_table(text: &str, lexicon: &RosterLexicon) -> Result<Table, RosterError> {
    let rows = match named_separator(text) {
        Some((separator, rest)) => rows(rest, separator, 2)?,
        None => rows(text, separator(sample(text), lexicon), 1)?,
    };
    Ok(Table { rows, delimited: true, ..Table::default() })
}

/// The separator with which the header has the most titles, and the rows below have the width of the header.
fn separator(sample: &str, lexicon: &RosterLexicon) -> u8 {
    let worth = |separator: &u8| {
        let rows = rows(sample, *separator, 1).unwrap_or_default();
        let found = header(&rows, lexicon);
        let width = found.map_or_else(|| rows.first().map_or(0, |row| row.width), |h| rows[h.index].width);
        let fit = |row: &&Row| row.width == width;
        let known = found.map_or(0, |h| h.known);
        let fitting = rows.iter().skip(found.map_or(0, |h| h.index)).filter(fit).count();
        (known, fitting, width)
    };
    let best = SEPARATORS.iter().rev().max_by_key(|separator| worth(separator));
    best.copied().unwrap_or(b',')
}
