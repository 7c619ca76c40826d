//! Text with separators → rows. A row carries the line on which it begins as an editor counts lines, and a quotation
//! mark that is never closed costs its own line and nothing else: this is why the rows are read here and not by a
//! crate.

use super::{Broken, Cell, MAX_CELL, MAX_CELLS, MAX_COLUMNS, Row};
use crate::batch::roster::RosterError;

/// Separators of lists, the likeliest first.
pub(in crate::batch) const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes of a list that are enough to tell its separator.
const SAMPLE: usize = 1 << 16;

/// The separator that a first line `sep=;` names, and the text behind that line.
pub(in crate::batch) fn named_separator(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\r', '\n'])?;
    let (line, rest) = text.split_at(end);
    let line = line.trim_matches('"');
    let name = line.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let [separator] = name.as_bytes() else { return None };
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..))?;
    Some((*separator, rest))
}

/// Whole lines from the beginning of a text, enough to tell its separator.
pub(in crate::batch) fn sample(text: &str) -> &str {
    if text.len() <= SAMPLE {
        return text;
    }
    let end = (0..=SAMPLE).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let lines = text[..end].rfind(['\r', '\n']).map_or(end, |at| at + 1);
    &text[..lines]
}

/// The rows of a text whose first line has the number `first`. Empty rows are left out.
///
/// # Errors
/// [`RosterError::TooLarge`] past the limits of a list.
pub(in crate::batch) fn rows(text: &str, separator: u8, first: u32) -> Result<Vec<Row>, RosterError> {
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0, line: first, separator };
    let (mut rows, mut cells) = (Vec::new(), 0);
    while reader.at < reader.bytes.len() {
        let row = reader.row()?;
        cells += row.cells.len();
        if cells > MAX_CELLS {
            return Err(RosterError::TooLarge(format!("{MAX_CELLS} ×")));
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    Ok(rows)
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: u32,
    separator: u8,
}

/// What stands behind a cell.
#[derive(PartialEq, Eq)]
enum Behind {
    Separator,
    EndOfRow,
}

impl Reader<'_> {
    fn row(&mut self) -> Result<Row, RosterError> {
        let (start, line) = (self.at, self.line);
        let mut row = Row { line, ..Row::default() };
        loop {
            let text = match self.cell() {
                Ok(text) => text,
                Err(why) => {
                    // only this line is lost: what follows may be sound
                    (self.at, self.line) = (start, line);
                    while self.bytes.get(self.at).is_some_and(|b| !matches!(b, b'\r' | b'\n')) {
                        self.at += 1;
                    }
                    self.end_line();
                    return Ok(Row { line, broken: Some(why), ..Row::default() });
                }
            };
            row.width += 1;
            if row.width > MAX_COLUMNS {
                return Err(RosterError::TooLarge(format!("{MAX_COLUMNS} |")));
            }
            if !text.is_empty() {
                row.cells.resize(row.width - 1, Cell::Empty);
                row.cells.push(Cell::Text(text));
            }
            if self.behind() == Behind::EndOfRow {
                return Ok(row);
            }
        }
    }

    /// The text of one cell; what ends it is still to be read.
    fn cell(&mut self) -> Result<String, Broken> {
        let start = self.at;
        let spaces = self.bytes[start..].iter().take_while(|b| **b == b' ').count();
        if self.bytes.get(start + spaces) == Some(&b'"') {
            self.at = start + spaces + 1;
            return self.quoted();
        }
        while self.bytes.get(self.at).is_some_and(|b| !self.ends(*b)) {
            self.at += 1;
        }
        let text = &self.text[start..self.at];
        if text.len() > MAX_CELL { Err(Broken::LongCell) } else { Ok(text.to_owned()) }
    }

    /// A cell in quotation marks, of which the first is read. Some programs leave text behind the last one.
    fn quoted(&mut self) -> Result<String, Broken> {
        let (start, first_line) = (self.at, self.line);
        let mut out = String::new();
        let mut from = start;
        loop {
            let Some(byte) = self.bytes.get(self.at).filter(|_| self.at - start <= MAX_CELL) else {
                return Err(Broken::OpenQuote);
            };
            match byte {
                b'"' if self.bytes.get(self.at + 1) == Some(&b'"') => {
                    out.push_str(&self.text[from..=self.at]);
                    self.at += 2;
                    from = self.at;
                }
                b'"' => {
                    out.push_str(&self.text[from..self.at]);
                    self.at += 1;
                    return self.behind_quote(out, first_line);
                }
                b'\r' | b'\n' => self.end_line(),
                _ => self.at += 1,
            }
        }
    }

    fn behind_quote(&mut self, mut out: String, first_line: u32) -> Result<String, Broken> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|b| !self.ends(*b)) {
            self.at += 1;
        }
        let rest = &self.text[start..self.at];
        if rest.trim().is_empty() {
            return Ok(out);
        }
        // text behind a mark that closes on another line: the mark opens a cell there, and this one was never closed
        if self.line > first_line {
            return Err(Broken::OpenQuote);
        }
        out.push_str(rest);
        Ok(out)
    }

    fn ends(&self, byte: u8) -> bool {
        byte == self.separator || matches!(byte, b'\r' | b'\n')
    }

    fn behind(&mut self) -> Behind {
        if self.bytes.get(self.at) == Some(&self.separator) {
            self.at += 1;
            return Behind::Separator;
        }
        self.end_line();
        Behind::EndOfRow
    }

    /// Steps over the end of a line: CR, LF or both.
    fn end_line(&mut self) {
        match self.bytes.get(self.at..) {
            Some([b'\r', b'\n', ..]) => self.at += 2,
            Some([_, ..]) => self.at += 1,
            _ => return,
        }
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and cells of each row; a broken row is `!`.
    fn read(text: &str) -> Vec<(u32, String)> {
        let shown = |row: &Row| match row.broken {
            Some(_) => "!".to_owned(),
            None => row.cells.iter().map(Cell::text).collect::<Vec<_>>().join("|"),
        };
        rows(text, b',', 1).unwrap().iter().map(|row| (row.line, shown(row))).collect()
    }

    fn want(rows: &[(u32, &str)]) -> Vec<(u32, String)> {
        rows.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let text = "a,\"b\r\nc\"\r\n\r\nd,e\re,f\n\"g\n\n\"\nh";
        assert_eq!(read(text), want(&[(1, "a|b\r\nc"), (4, "d|e"), (5, "e|f"), (6, "g\n\n"), (9, "h")]));
    }

    #[test]
    fn marks_inside_and_behind_are_kept() {
        assert_eq!(read("\"a \"\"b\"\" c\", \"d\" , e\"f\" ,\"g\" h\n"), want(&[(1, "a \"b\" c|d| e\"f\" |g h")]));
        assert_eq!(read("=\"0042\",x\n"), want(&[(1, "=\"0042\"|x")]));
    }

    #[test]
    fn a_mark_that_is_never_closed_costs_one_line() {
        assert_eq!(read("1,\"a\n2,b\n3,c\n"), want(&[(1, "!"), (2, "2|b"), (3, "3|c")]));
        assert_eq!(read("1,\"a\n2,\"b\"\n3,\"c\nd\"\n"), want(&[(1, "!"), (2, "2|b"), (3, "3|c\nd")]));
    }

    #[test]
    fn the_first_line_may_name_the_separator() {
        assert_eq!(named_separator("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(named_separator("\"sep=|\"\na|b"), Some((b'|', "a|b")));
        assert_eq!(named_separator("SEP=\t\na"), Some((b'\t', "a")));
        assert_eq!(named_separator("separator\na"), None);
        assert_eq!(named_separator("sep=\u{e9};\na"), None);
    }

    #[test]
    fn a_cell_without_an_end_and_too_many_columns_are_refused() {
        let long = format!("a,{}\nb\n", "x".repeat(MAX_CELL + 1));
        assert_eq!(read(&long), want(&[(1, "!"), (2, "b")]));
        assert!(rows(&",".repeat(MAX_COLUMNS + 1), b',', 1).is_err());
    }
}
