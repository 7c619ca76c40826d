//! `precheck names`: compares pairs of names, row by row, in constant memory.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context as _, bail};
use csv::{ByteRecord, QuoteStyle, ReaderBuilder, StringRecord, WriterBuilder};
use precheck::assets::Assets;
use precheck::names::{Comparison, DocumentName, NameLexicon, RecordName, compare};

use crate::Outcome;

/// Reads the table, writes the same rows with `relation`, `score` and `reasons` added.
pub fn run(file: Option<&Path>) -> anyhow::Result<Outcome> {
    let input: Box<dyn Read> = match file {
        Some(path) => Box::new(File::open(path).with_context(|| format!("{}: cannot be opened", path.display()))?),
        None => Box::new(io::stdin().lock()),
    };
    let shown = file.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    let lexicon = NameLexicon::load(&Assets::find())?;
    compare_rows(input, io::stdout().lock(), &shown, &lexicon)
}

fn compare_rows(
    input: impl Read,
    output: impl io::Write,
    shown: &str,
    lexicon: &NameLexicon,
) -> anyhow::Result<Outcome> {
    let mut reader = ReaderBuilder::new().delimiter(b'\t').quoting(false).flexible(true).from_reader(input);
    let mut writer =
        WriterBuilder::new().delimiter(b'\t').quote_style(QuoteStyle::Never).flexible(true).from_writer(output);
    let header = reader.headers().with_context(|| format!("{shown}: the first line cannot be read"))?.clone();
    let column = |name: &str| header.iter().position(|h| h.trim() == name);
    let (Some(record_at), Some(document_at)) = (column("record_name"), column("document_name")) else {
        bail!("{shown}: the first line needs the columns record_name and document_name, separated by tabs");
    };
    writer.write_record(header.iter().chain(["relation", "score", "reasons"]))?;
    let mut outcome = Outcome::Ready;
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).with_context(|| format!("{shown}: cannot be read on"))? {
        let line = row.position().map_or(0, csv::Position::line);
        match pair(&row, record_at, document_at, header.len()) {
            Ok((row, record, document)) => {
                let result = compare(lexicon, &RecordName::parse(&record), &DocumentName::Line(document));
                let added = [relation(&result), format!("{:.3}", result.score), reasons(&result)];
                writer.write_record(row.iter().chain(added.iter().map(String::as_str)))?;
            }
            Err(why) => {
                eprintln!("precheck: {shown}, line {line}: {why}");
                outcome = Outcome::Unreadable;
            }
        }
    }
    writer.flush()?;
    Ok(outcome)
}

/// The row as text, and the two names in it.
fn pair(
    row: &ByteRecord,
    record: usize,
    document: usize,
    columns: usize,
) -> Result<(StringRecord, String, String), String> {
    let text = StringRecord::from_byte_record(row.clone()).map_err(|_| "this row is not UTF-8 text".to_owned())?;
    if text.len() != columns {
        return Err(format!("this row has {} columns, the first line has {columns}", text.len()));
    }
    let name = |at: usize, title: &str| match text.get(at).map(str::trim) {
        Some(name) if !name.trim_matches(['|', ' ']).is_empty() => Ok(name.to_owned()),
        _ => Err(format!("{title} is empty")),
    };
    let (record, document) = (name(record, "record_name")?, name(document, "document_name")?);
    Ok((text, record, document))
}

fn relation(result: &Comparison) -> String {
    serde_json::to_value(result.relation).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn reasons(result: &Comparison) -> String {
    let codes: Vec<&str> = result.reasons.iter().map(|r| r.code).collect();
    codes.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(input: &[u8]) -> (anyhow::Result<Outcome>, String) {
        let lexicon = NameLexicon::load(&Assets::find()).unwrap();
        let mut out = Vec::new();
        let outcome = compare_rows(input, &mut out, "table", &lexicon);
        (outcome, String::from_utf8(out).unwrap())
    }

    #[test]
    fn every_good_row_is_answered_and_bad_ones_are_named() {
        let (outcome, out) =
            answer(b"id\trecord_name\tdocument_name\n1\tAna||Ruiz\tAna Ruiz\n2\tonly\n3\t\tAna\n4\tEva Sol\tEva Sol\n");
        assert_eq!(outcome.unwrap(), Outcome::Unreadable);
        let ids: Vec<&str> = out.lines().skip(1).filter_map(|l| l.split('\t').next()).collect();
        assert_eq!(ids, ["1", "4"]);
        assert!(out.lines().all(|l| l.split('\t').count() == 6), "{out}");
    }

    #[test]
    fn missing_columns_are_one_clear_message() {
        let error = answer(b"a\tb\n1\t2\n").0.unwrap_err().to_string();
        assert!(error.contains("record_name"), "{error}");
    }

    #[test]
    fn bytes_that_are_no_text_spoil_only_their_row() {
        let (outcome, out) = answer(b"record_name\tdocument_name\n\xff\xfe\tAna\nAna\tAna\n");
        assert_eq!(outcome.unwrap(), Outcome::Unreadable);
        assert_eq!(out.lines().count(), 2);
    }
}
