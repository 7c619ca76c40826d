//! Where the results of a batch go. Each client is written at once and whole, so that what is there is valid whenever
//! the batch ends. The report for the browser begins with a list of all clients, so it waits for the last one.

use std::io::Write;

use anyhow::Context as _;
use jiff::civil::Date;
use precheck::checks::Report;
use precheck::examined::DocumentSet;
use precheck::record::Record;
use precheck::report::{
    self, Applicant, Client, Judged, Options, Pictures, answer_text, csv_head, csv_rows, page_line, set_line,
};

use crate::args::ListFormat;

/// What was found of a client.
pub struct Found<'a> {
    /// Its pages.
    pub set: DocumentSet,
    /// Their judgment.
    pub report: Report,
    /// What is known of the client.
    pub record: &'a Record,
    /// Id, name and line, as people are shown them.
    pub heading: String,
}

impl Found<'_> {
    fn applicant(&self) -> Applicant<'_> {
        Applicant { judged: Judged { set: &self.set, report: &self.report }, record: self.record }
    }
}

/// The results so far.
pub struct Output<'a> {
    out: &'a mut (dyn Write + Send),
    format: ListFormat,
    options: Options<'a>,
    today: Date,
    empty: bool,
    /// Clients that are written at the end.
    kept: Vec<Found<'a>>,
}

impl<'a> Output<'a> {
    /// Nothing yet.
    pub fn new(out: &'a mut (dyn Write + Send), format: ListFormat, options: Options<'a>, today: Date) -> Self {
        Self { out, format, options, today, empty: true, kept: Vec::new() }
    }

    /// Writes what was found of a client.
    pub fn client(&mut self, found: Found<'a>) -> anyhow::Result<()> {
        let text = match self.format {
            ListFormat::Text => {
                format!("{}\n{}\n", found.heading, answer_text(&found.report.set, self.options.words))
            }
            ListFormat::Jsonl => self.lines(&found).concat(),
            ListFormat::Json => {
                let objects: Vec<String> = self.lines(&found).iter().map(|line| line.trim_end().to_owned()).collect();
                let before = if self.empty { "[\n" } else { ",\n" };
                format!("{before}{}", objects.join(",\n"))
            }
            ListFormat::Csv => {
                let head = if self.empty { csv_head(self.options) } else { String::new() };
                head + &csv_rows(found.applicant(), self.options)
            }
            ListFormat::Html => {
                self.kept.push(found);
                return Ok(());
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
            (ListFormat::Csv, true) => self.write(&csv_head(self.options)),
            (ListFormat::Jsonl | ListFormat::Csv, _) => Ok(()),
            (ListFormat::Html, _) => {
                let page = self.page(summary)?;
                self.write(&page)
            }
        }
    }

    /// The list of clients, what needs a person first, and the report on each. Its pages have no pictures: those of
    /// a season would not fit into one file.
    fn page(&self, summary: &str) -> anyhow::Result<String> {
        let clients: Vec<(Client, Applicant)> = self.kept.iter().map(client_of).collect();
        // the totals stand above the list, and the disclaimer below the report
        let disclaimer = self.options.words.get("report-disclaimer");
        let is_remark = |line: &&str| !line.trim().is_empty() && **line != disclaimer;
        let remarks: Vec<String> = summary.lines().skip(1).filter(is_remark).map(str::to_owned).collect();
        Ok(report::html_together(&clients, &Pictures::default(), &remarks, self.today, self.options)?)
    }

    fn lines(&self, found: &Found) -> Vec<String> {
        let pages = found.set.pages.iter().zip(&found.report.pages);
        let pages = pages.map(|(page, report)| page_line(page, report, self.options));
        pages.chain([set_line(&found.report.set, self.options)]).collect()
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).context("writing the report")
    }
}

/// A client in the list, and its report.
fn client_of<'f>(found: &'f Found<'_>) -> (Client<'f>, Applicant<'f>) {
    let id = found.report.set.client.as_deref().unwrap_or_default();
    let name = found.heading.strip_prefix(id).unwrap_or(&found.heading).trim();
    let listed = Client { id, name, report: &found.report.set, link: String::new() };
    (listed, found.applicant())
}
