//! Tables of pairs, row by row, in constant memory: what the record says, what a document says, and the answer added.
//!
//! A bad row is reported with its line number on standard error and left out; all other rows are answered.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::table::{BadLine, Table};
use crate::{Outcome, Streams};

/// Size of the read and write buffers, in bytes.
const BUFFER: usize = 1 << 16;

/// The columns of a table of pairs.
pub struct Columns {
    /// The one with what the record says.
    pub record: &'static str,
    /// The one with what the document says.
    pub document: &'static str,
    /// Those that are added, joined by tabs.
    pub added: &'static str,
}

/// Reads a table, and writes the same rows with the answers added. `answer` gets both sides of a row and returns the
/// added columns, joined by tabs, or what is wrong with the row.
pub fn run(
    file: Option<&Path>,
    streams: &mut Streams,
    columns: &Columns,
    answer: impl FnMut(&str, &str) -> Result<String, String>,
) -> anyhow::Result<Outcome> {
    let shown = file.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    let output = BufWriter::with_capacity(BUFFER, &mut *streams.out);
    let complain = |message: &str| drop(writeln!(streams.err, "precheck: {message}"));
    match file {
        Some(path) => {
            let input = File::open(path).with_context(|| format!("{shown}: cannot be opened"))?;
            answer_rows(BufReader::with_capacity(BUFFER, input), output, &shown, columns, answer, complain)
        }
        None => answer_rows(&mut *streams.input, output, &shown, columns, answer, complain),
    }
}

/// Answers the rows of `input`; `complain` gets what is wrong with a row.
pub fn answer_rows(
    input: impl BufRead,
    mut output: impl Write,
    shown: &str,
    wanted: &Columns,
    mut answer: impl FnMut(&str, &str) -> Result<String, String>,
    mut complain: impl FnMut(&str),
) -> anyhow::Result<Outcome> {
    let (record, document) = (wanted.record, wanted.document);
    let mut table = Table::new(input);
    let Some(header) = table.next_line().with_context(|| format!("{shown}: cannot be read"))? else {
        bail!("{shown}: the file is empty; its first line needs the columns {record} and {document}");
    };
    let header = header.map_err(|bad| anyhow::anyhow!("{shown}, line 1: {}", header_advice(bad)))?.to_owned();
    let columns: Vec<&str> = header.split('\t').collect();
    let column = |name: &str| columns.iter().position(|h| h.trim() == name);
    let (Some(record_at), Some(document_at)) = (column(record), column(document)) else {
        bail!(
            "{shown}, line 1: the columns {record} and {document} are needed, separated by tabs; found: {}",
            columns.join(", ")
        );
    };
    writeln!(output, "{header}\t{}", wanted.added)?;
    let mut outcome = Outcome::Ready;
    while let Some(line) = table.next_line().with_context(|| format!("{shown}: cannot be read on"))? {
        let row = line.map_err(|bad| bad.to_string()).and_then(|line| {
            if line.is_empty() {
                return Ok(None);
            }
            let (left, right) = pair(line, [(record_at, record), (document_at, document)], columns.len())?;
            answer(left, right).map(|added| Some((line, added)))
        });
        match row {
            Ok(None) => {}
            Ok(Some((line, added))) => writeln!(output, "{line}\t{added}")?,
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

/// The two sides of a row, which stand in the columns of these numbers and titles.
fn pair<'a>(line: &'a str, sides: [(usize, &str); 2], columns: usize) -> Result<(&'a str, &'a str), String> {
    let found = line.split('\t').count();
    if found != columns {
        return Err(format!("this row has {found} columns, the first line has {columns}"));
    }
    let side = |(at, title): (usize, &str)| match line.split('\t').nth(at).map(str::trim) {
        Some(text) if !text.trim_matches(['|', ' ']).is_empty() => Ok(text),
        _ => Err(format!("{title} is empty")),
    };
    Ok((side(sides[0])?, side(sides[1])?))
}

/// One difference in words: `nickname (JOSÉ / PEPE)`. The words are left out if there are none; an empty side is `-`.
pub fn reason(code: &str, record: &str, document: &str) -> String {
    if record.is_empty() && document.is_empty() {
        return code.to_owned();
    }
    let side = |words: &str| if words.is_empty() { "-".to_owned() } else { words.replace(['\t', '\n'], " ") };
    [code, " (", &side(record), " / ", &side(document), ")"].concat()
}
