//! Where the results of a batch go: each client at once and whole, so that what is there is valid whenever the batch
//! ends.

use std::io::Write;

use anyhow::Context as _;
use precheck::report::{Judged, Options, answer_text, page_line, set_line};

use crate::args::ListFormat;

/// The results so far.
pub struct Output<'a> {
    out: &'a mut (dyn Write + Send),
    format: ListFormat,
    options: Options<'a>,
    empty: bool,
}

impl<'a> Output<'a> {
    /// Nothing yet.
    pub fn new(out: &'a mut (dyn Write + Send), format: ListFormat, options: Options<'a>) -> Self {
        Self { out, format, options, empty: true }
    }

    /// Writes what was found of a client. `heading` names the client in the report for people.
    pub fn client(&mut self, judged: Judged, heading: &str) -> anyhow::Result<()> {
        let text = match self.format {
            ListFormat::Text => format!("{heading}\n{}\n", answer_text(&judged.report.set, self.options.words)),
            ListFormat::Jsonl => self.lines(judged).concat(),
            ListFormat::Json => {
                let objects: Vec<String> = self.lines(judged).iter().map(|line| line.trim_end().to_owned()).collect();
                let before = if self.empty { "[\n" } else { ",\n" };
                format!("{before}{}", objects.join(",\n"))
            }
        };
        self.empty = false;
        self.write(&text)
    }

    /// Ends the report. The summary is part of the one for people.
    pub fn end(&mut self, summary: &str) -> anyhow::Result<()> {
        match (self.format, self.empty) {
            (ListFormat::Text, _) => self.write(summary),
            (ListFormat::Json, true) => self.write("[]\n"),
            (ListFormat::Json, false) => self.write("\n]\n"),
            (ListFormat::Jsonl, _) => Ok(()),
        }
    }

    fn lines(&self, judged: Judged) -> Vec<String> {
        let pages = judged.set.pages.iter().zip(&judged.report.pages);
        let pages = pages.map(|(page, report)| page_line(page, report, self.options));
        pages.chain([set_line(&judged.report.set, self.options)]).collect()
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).context("writing the report")
    }
}
