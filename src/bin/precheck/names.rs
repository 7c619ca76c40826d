//! `precheck names`: compares pairs of names.

#[cfg(test)]
mod tests;

use std::path::Path;

use precheck::assets::Assets;
use precheck::names::{Comparison, DocumentName, NameLexicon, RecordName, compare};

use crate::pairs::{self, Columns};
use crate::{Outcome, Streams};

/// The columns of a table of names.
const COLUMNS: Columns =
    Columns { record: "record_name", document: "document_name", added: "relation\tscore\treasons" };

/// Reads the table, writes the same rows with `relation`, `score` and `reasons` added.
pub fn run(file: Option<&Path>, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let lexicon = NameLexicon::load(&Assets::find())?;
    pairs::run(file, streams, &COLUMNS, |record, document| Ok(answer(&lexicon, record, document)))
}

/// The added columns of a row.
fn answer(lexicon: &NameLexicon, record: &str, document: &str) -> String {
    let record = RecordName::parse(record);
    let result = compare(lexicon, &record, &DocumentName::Line(document.to_owned()));
    format!("{}\t{:.3}\t{}", result.relation.word(), result.score, reasons(&result, &record.full()))
}

/// The differences, worst first: `nickname (JOSÉ / PEPE); case`. The words are left out if a difference concerns the
/// whole names, which are in the row already.
fn reasons(result: &Comparison, record: &str) -> String {
    let words = |reason: &precheck::names::NameReason| {
        let whole = reason.record == record;
        let (left, right) = if whole { ("", "") } else { (reason.record.as_str(), reason.document.as_str()) };
        pairs::reason(reason.code.code(), left, right)
    };
    result.reasons.iter().map(words).collect::<Vec<_>>().join("; ")
}
