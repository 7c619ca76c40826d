//! `precheck names`: compares pairs of names, row by row, in constant memory.
//!
//! A bad row is reported with its line number on standard error and left out; all other rows are answered.

mod table;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, bail};
use precheck::assets::Assets;
use precheck::names::{Comparison, DocumentName, NameLexicon, RecordName, Relation, compare};

use crate::{Outcome, Streams};
use table::{BadLine, Table};

/// Size of the read and write buffers, in bytes.
const BUFFER: usize = 1 << 16;

/// Reads the table, writes the same rows with `relation`, `score` and `reasons` added.
pub fn run(file: Option<&Path>, streams: &mut Streams) -> anyhow::Result<Outcome> {
    let shown = file.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    let lexicon = NameLexicon::load(&Assets::find())?;
    let output = BufWriter::with_capacity(BUFFER, &mut *streams.out);
    let complain = |message: &str| drop(writeln!(streams.err, "precheck: {message}"));
    match file {
        Some(path) => {
            let input = File::open(path).with_context(|| format!("{shown}: cannot be opened"))?;
            compare_rows(BufReader::with_capacity(BUFFER, input), output, &shown, &lexicon, complain)
        }
        None => compare_rows(&mut *streams.input, output, &shown, &lexicon, complain),
    }
}

/// Compares the rows of `input`; `complain` gets what is wrong with a row.
fn compare_rows(
    input: impl BufRead,
    mut output: impl Write,
    shown: &str,
    lexicon: &NameLexicon,
    mut complain: impl FnMut(&str),
) -> anyhow::Result<Outcome> {
    let mut table = Table::new(input);
    let Some(header) = table.next_line().with_context(|| format!("{shown}: cannot be read"))? else {
        bail!("{shown}: the file is empty; its first line needs the columns record_name and document_name");
    };
    let header = header.map_err(|bad| anyhow::anyhow!("{shown}, line 1: {}", header_advice(bad)))?.to_owned();
    let columns: Vec<&str> = header.split('\t').collect();
    let column = |name: &str| columns.iter().position(|h| h.trim() == name);
    let (Some(record_at), Some(document_at)) = (column("record_name"), column("document_name")) else {
        bail!(
            "{shown}, line 1: the columns record_name and document_name are needed, separated by tabs; found: {}",
            columns.join(", ")
        );
    };
    writeln!(output, "{header}\trelation\tscore\treasons")?;
    let mut outcome = Outcome::Ready;
    while let Some(line) = table.next_line().with_context(|| format!("{shown}: cannot be read on"))? {
        let row = line.map_err(|bad| bad.to_string()).and_then(|line| {
            if line.is_empty() { Ok(None) } else { pair(line, record_at, document_at, columns.len()).map(Some) }
        });
        match row {
            Ok(None) => {}
            Ok(Some((line, record, document))) => {
                let record = RecordName::parse(record);
                let result = compare(lexicon, &record, &DocumentName::Line(document.to_owned()));
                let reasons = reasons(&result, &record.full());
                writeln!(output, "{line}\t{}\t{:.3}\t{reasons}", relation(result.relation), result.score)?;
            }
            Err(why) => {
                complain(&format!("{shown}, line {}: {why}", table.line()));
                outcome = Outcome::Unreadable;
            }
        }
    }
    output.flush()?;
    Ok(outcome)
}

fn header_advice(bad: BadLine) -> String {
    match bad {
        BadLine::NotUtf8 => format!("{bad}; save the table as text with tabs in the encoding UTF-8"),
        BadLine::TooLong => format!("{bad}; is this a table with tabs?"),
    }
}

/// The row and the two names in it.
fn pair(line: &str, record: usize, document: usize, columns: usize) -> Result<(&str, &str, &str), String> {
    let found = line.split('\t').count();
    if found != columns {
        return Err(format!("this row has {found} columns, the first line has {columns}"));
    }
    let name = |at: usize, title: &str| match line.split('\t').nth(at).map(str::trim) {
        Some(name) if !name.trim_matches(['|', ' ']).is_empty() => Ok(name),
        _ => Err(format!("{title} is empty")),
    };
    Ok((line, name(record, "record_name")?, name(document, "document_name")?))
}

const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Exact => "exact",
        Relation::FormatOnly => "format-only",
        Relation::Review => "review",
        Relation::Mismatch => "mismatch",
    }
}

/// The differences, worst first: `nickname (JOSÉ / PEPE); case`. The words are left out if a difference concerns the
/// whole names, which are in the row already; an empty side is `-`.
fn reasons(result: &Comparison, record: &str) -> String {
    let mut text = String::new();
    for reason in &result.reasons {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(reason.code.code());
        let whole = reason.record == record || reason.record.is_empty() && reason.document.is_empty();
        if !whole {
            let side = |words: &str| if words.is_empty() { "-".to_owned() } else { words.replace(['\t', '\n'], " ") };
            text.push_str(&[" (", &side(&reason.record), " / ", &side(&reason.document), ")"].concat());
        }
    }
    text
}
