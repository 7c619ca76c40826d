//! Which rows of a list are clients, and which are totals, headings and footers, or broken.

use super::cells::fold::folded;
use super::cells::numbers::itin;
use super::columns::{Columns, is_header_again};
use super::lexicon::RosterLexicon;
use super::table::{Broken, Cell, Row, Table};

/// Columns that must be known before a single cell in a row is taken for a heading.
const HEADING_COLUMNS: usize = 3;
/// Most filled cells of a footer.
const FOOTER_CELLS: usize = 3;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Client,
    Totals,
    Title,
}

/// What tells the rows of a table apart.
pub(super) struct Shape<'a> {
    columns: &'a Columns,
    lexicon: &'a RosterLexicon,
    /// The first column in which nothing may stand; a mark too many has moved what stands there.
    end: usize,
    names: Vec<usize>,
    /// All columns that are read.
    known: Vec<usize>,
}

impl<'a> Shape<'a> {
    pub(super) fn new(table: &Table, header: usize, columns: &'a Columns, lexicon: &'a RosterLexicon) -> Self {
        let people = || columns.people.iter();
        let names: Vec<usize> =
            people().flat_map(|p| [&p.given, &p.middle, &p.surname, &p.whole]).flatten().copied().collect();
        let numbers = people().flat_map(|p| &p.itin).map(|number| number.column);
        let dates = people().flat_map(|p| &p.birth).chain(&columns.call).map(|date| date.column);
        let a = &columns.address;
        let parts = [&a.formatted, &a.city_line, &a.city, &a.region, &a.postal_code, &columns.client]
            .into_iter()
            .flatten()
            .copied();
        let lines = a.lines.iter().map(|(column, _)| *column);
        let known = names.iter().copied().chain(numbers).chain(dates).chain(parts).chain(lines).collect();
        Self { columns, lexicon, end: end(table, header), names, known }
    }

    /// Why a row cannot be trusted.
    pub(super) fn broken(&self, row: &Row) -> Option<Broken> {
        let beyond = row.cells.iter().skip(self.end).any(|cell| !cell.is_empty());
        row.broken.or(beyond.then_some(Broken::TooManyCells))
    }

    /// What a row is.
    pub(super) fn kind(&self, row: &Row) -> Kind {
        let filled: Vec<usize> = (0..row.cells.len()).filter(|at| !row.cells[*at].is_empty()).collect();
        let Some(first) = filled.first().map(|at| &row.cells[*at]) else { return Kind::Title };
        let text = folded(first.text());
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        if is_header_again(row, self.columns) {
            return Kind::Title;
        }
        if self.is_total(&words) || filled.len() == 1 && self.is_count(row, filled[0]) {
            return Kind::Totals;
        }
        if !filled.iter().any(|at| self.known.contains(at)) {
            return Kind::Title;
        }
        let numbered = || {
            self.columns
                .people
                .iter()
                .flat_map(|p| &p.itin)
                .any(|n| matches!(itin(row.cell(n.column), n.last_four), Some(Ok(_))))
        };
        let alone =
            filled.len() == 1 && self.known.len() >= HEADING_COLUMNS && self.is_heading(filled[0], first, &words);
        if alone || filled.len() <= FOOTER_CELLS && self.is_footer(&words) && !numbered() {
            return Kind::Title;
        }
        Kind::Client
    }

    /// `Total`, `Total clients: 4`, `4 clients`.
    fn is_total(&self, words: &[&str]) -> bool {
        let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let counted = |word: &&str| is_number(word) || self.lexicon.counted.has(word) || self.lexicon.noise.has(word);
        match self.lexicon.totals.at(words, 0) {
            0 => {
                let total =
                    words.iter().any(|word| self.lexicon.counted.has(word)) && words.iter().any(|word| is_number(word));
                !words.is_empty() && total && words.iter().all(&counted)
            }
            used => words[used..].iter().all(counted),
        }
    }

    /// A number alone, or a formula, in a column that is none of numbers.
    fn is_count(&self, row: &Row, column: usize) -> bool {
        let small = match row.cell(column) {
            Cell::Number { value, .. } => *value < 1e5,
            Cell::Formula => true,
            cell => {
                (1..6).contains(&cell.text().trim().len()) && cell.text().trim().bytes().all(|b| b.is_ascii_digit())
            }
        };
        small && !self.columns.client.contains(&column)
    }

    /// A cell that stands alone in its row and says nothing of a client.
    fn is_heading(&self, column: usize, cell: &Cell, words: &[&str]) -> bool {
        if self.names.contains(&column) {
            let text = cell.text();
            let numbered = text.contains(|c: char| c.is_ascii_digit() || c == ':');
            let letter = words.concat().chars().count() == 1;
            return numbered || letter || self.is_footer(words) || self.lexicon.nobody.at(words, 0) > 0;
        }
        let id = self.columns.client.contains(&column);
        id && (words.len() > 2 || self.is_footer(words))
    }

    /// `Page 1 of 1`, `End of report`. A client may be called Page.
    fn is_footer(&self, words: &[&str]) -> bool {
        let digits = words.iter().any(|word| word.bytes().any(|b| b.is_ascii_digit()));
        match self.lexicon.footers.at(words, 0) {
            0 => false,
            used => digits || used > 1 || used == words.len(),
        }
    }
}

/// The first column in which nothing may stand. In text, a mark too many moves a row to the right: what then stands
/// below no title is told from a column without a title by how few rows fill it.
fn end(table: &Table, header: usize) -> usize {
    if !table.delimited {
        return usize::MAX;
    }
    let titles = &table.rows[header];
    let named = titles.cells.len(); // without the empty ones at the end
    let rows = &table.rows[header + 1..];
    let beyond = rows.iter().filter(|row| row.cells.iter().skip(named).any(|cell| !cell.is_empty())).count();
    if beyond <= 1 || beyond * 10 <= rows.len() { named } else { titles.width.max(named) }
}
