//! Lines of a table, one at a time: of bounded length, counted, and checked to be text.

use std::fmt;
use std::io::{self, BufRead};

/// Longest line in bytes. A row of names or addresses has about a hundred; a file without line breaks must not fill the memory.
const LONGEST: usize = 1 << 16;

/// Why a line cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLine {
    /// It is not valid UTF-8.
    NotUtf8,
    /// It is longer than any row of names or addresses.
    TooLong,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NotUtf8 => write!(f, "this is not UTF-8 text"),
            Self::TooLong => write!(f, "this line is longer than {LONGEST} bytes"),
        }
    }
}

/// The lines of an input.
pub struct Table<R> {
    input: R,
    line: u64,
    bytes: Vec<u8>,
}

impl<R: BufRead> Table<R> {
    /// The lines of `input`, from its current position on.
    pub const fn new(input: R) -> Self {
        Self { input, line: 0, bytes: Vec::new() }
    }

    /// Number of the line that was returned last, counted from 1.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// The next line without its line end, and without the byte order mark that some programs put before the first
    /// line; `None` at the end.
    pub fn next_line(&mut self) -> io::Result<Option<Result<&str, BadLine>>> {
        self.bytes.clear();
        let (mut any, mut too_long) = (false, false);
        loop {
            let chunk = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or(chunk);
            too_long |= self.bytes.len() + part.len() > LONGEST;
            if !too_long {
                self.bytes.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.line += 1;
        if too_long {
            return Ok(Some(Err(BadLine::TooLong)));
        }
        let line = self.bytes.strip_suffix(b"\r").unwrap_or(&self.bytes);
        let line = if self.line == 1 { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line) } else { line };
        Ok(Some(std::str::from_utf8(line).map_err(|_| BadLine::NotUtf8)))
    }
}
