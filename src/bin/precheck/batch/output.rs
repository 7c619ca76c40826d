//! Where the results of a batch go. Each client is written at once and whole, so that what is there is valid whenever
//! the batch ends. The report for the browser begins with a list of all clients, so the list waits for the last one: in
//! a file, it links to a file for each client; at standard output, the reports follow it.

use std::io::Write;

use anyhow::Context as _;
use jiff::civil::Date;
use precheck::checks::{Report, SetReport};
use precheck::examined::DocumentSet;
use precheck::record::Record;
use precheck::redacted::Previews;
use precheck::report::{
    self, Applicant, Client, Judged, Options, Pictures, answer_text, csv_head, csv_rows, page_line, set_line,
};

use crate::args::ListFormat;
use crate::output::Beside;
use crate::pictures::pictures;

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
    /// Where each client has a file of its own.
    beside: Option<Beside>,
    /// Clients that are written at the end.
    kept: Vec<Found<'a>>,
    /// Clients that have a file, for the list of them.
    listed: Vec<Listed>,
}

/// A client that has a file.
struct Listed {
    heading: String,
    link: String,
    report: SetReport,
}

impl<'a> Output<'a> {
    /// Nothing yet. `beside`: the folder in which each client gets a file, if the format has one.
    pub fn new(
        out: &'a mut (dyn Write + Send),
        beside: Option<Beside>,
        format: ListFormat,
        options: Options<'a>,
        today: Date,
    ) -> Self {
        Self { out, format, options, today, empty: true, beside, kept: Vec::new(), listed: Vec::new() }
    }

    /// Writes what was found of a client.
    pub fn client(&mut self, found: Found<'a>, previews: &Previews) -> anyhow::Result<()> {
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
                match &self.beside {
                    Some(beside) => self.listed.push(self.with_file(found, beside, previews)?),
                    None => self.kept.push(found),
                }
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

    /// Writes the file of a client, with pictures.
    fn with_file(&self, found: Found, beside: &Beside, previews: &Previews) -> anyhow::Result<Listed> {
        let shown = pictures(previews, &found.set.pages, self.options.words.shows_numbers());
        let page = report::html(found.applicant(), &shown, self.options)?;
        let link = beside.add(self.listed.len() + 1, &page).context("writing the report of a client")?;
        Ok(Listed { heading: found.heading, link, report: found.report.set })
    }

    /// The list of clients, what needs a person first: with a link to the file of each, or, where there are no files,
    /// with the reports, which have no pictures then: those of a season would not fit into one file.
    fn page(&self, summary: &str) -> anyhow::Result<String> {
        // the totals stand above the list, and the disclaimer below the report
        let disclaimer = self.options.words.get("report-disclaimer");
        let is_remark = |line: &&str| !line.trim().is_empty() && **line != disclaimer;
        let remarks: Vec<String> = summary.lines().skip(1).filter(is_remark).map(str::to_owned).collect();
        if self.beside.is_some() {
            let listed = self.listed.iter();
            let clients: Vec<Client> =
                listed.map(|one| client_of(&one.report, &one.heading, one.link.clone())).collect();
            return Ok(report::html_index(&clients, &remarks, self.today, self.options)?);
        }
        let kept = self.kept.iter();
        let clients: Vec<(Client, Applicant)> = kept
            .map(|found| (client_of(&found.report.set, &found.heading, String::new()), found.applicant()))
            .collect();
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

/// A client in the list.
fn client_of<'f>(report: &'f SetReport, heading: &'f str, link: String) -> Client<'f> {
    let id = report.client.as_deref().unwrap_or_default();
    Client { id, name: heading.strip_prefix(id).unwrap_or(heading).trim(), report, link }
}
