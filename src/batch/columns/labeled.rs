//! Columns whose title stands in the cells of the column before them, as `Custom Field 1 - Label` and `- Value` in
//! exports of address books.

use super::title::{Heading, heading};
use crate::batch::cells::fold::folded;
use crate::batch::lexicon::RosterLexicon;
use crate::batch::table::Table;

/// How the titles of fields begin that a person has made.
const OWN_FIELD: &str = "custom field";

/// Gives a column of values the title that all its labels have.
pub(super) fn name(table: &Table, header: usize, headings: &mut [Option<Heading>], lexicon: &RosterLexicon) {
    let titles: Vec<String> = table.rows[header].cells.iter().map(|cell| folded(cell.text())).collect();
    for column in 1..titles.len() {
        let own = titles[column].strip_suffix(" value").filter(|stem| stem.starts_with(OWN_FIELD));
        let labels = [" label", " type"].map(|end| titles[column - 1].strip_suffix(end));
        if own.is_none() || !labels.contains(&own) {
            continue;
        }
        let mut said = table.rows[header + 1..].iter().map(|row| row.cell(column - 1)).filter(|cell| !cell.is_empty());
        let Some(first) = said.next().map(|cell| folded(cell.text())) else { continue };
        if said.all(|cell| folded(cell.text()) == first) {
            headings[column] = heading(&first, lexicon);
        }
    }
}
