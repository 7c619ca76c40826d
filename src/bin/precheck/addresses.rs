//! `precheck addresses`: compares pairs of addresses.

#[cfg(test)]
mod tests;

use std::path::Path;

use precheck::addresses::{AddressLexicon, compare};
use precheck::assets::Assets;
use precheck::record::Address;

use crate::pairs::{self, Columns};
use crate::{Outcome, Streams};

/// The columns of a table of addresses.
const COLUMNS: Columns = Columns { record: "record_address", document: "document_address", added: "relation\treasons" };

/// Reads the table, writes the same rows with `relation` and `reasons` added.
pub fn run(file: Option<&Path>, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let lexicon = AddressLexicon::load(&Assets::find())?;
    pairs::run(file, streams, &COLUMNS, |record, document| answer(&lexicon, record, document))
}

/// The added columns of a row: the relation, and the differences, worst first.
fn answer(lexicon: &AddressLexicon, record: &str, document: &str) -> Result<String, String> {
    let Some(record) = Address::parse(record) else {
        let found = record.split('|').count();
        return Err(format!("record_address has {found} parts; it needs five: line1|city|region|postal_code|country"));
    };
    let verdict = compare(lexicon, &record, document);
    let reasons = verdict.reasons.iter().map(|r| pairs::reason(r.code.code(), &r.record, &r.document));
    Ok(format!("{}\t{}", verdict.relation.word(), reasons.collect::<Vec<_>>().join("; ")))
}
