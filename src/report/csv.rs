//! A table for a spreadsheet: a row for each client, then one for each document and one for each file that could not be
//! opened. The first column tells which; rows of one client are filtered by the second.
//!
//! UTF-8 with a mark at the start and lines that end as on Windows, so that spreadsheets open it by a double click. What
//! a spreadsheet would take for a formula is shown as words.

use super::Options;
use super::answer::{FIRST, bring, file_names, kind_word, said};
use super::applicant::{Applicant, page_verdict, set_verdict};
use super::hidden::{Numbers, without_marks};
use crate::checks::{Finding, PageReport, SetDocument, Severity};
use crate::examined::DocumentSet;
use crate::page::PageId;
use crate::record::Record;
use crate::words::Words;

/// Tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";
/// A cell that begins with one of these could be run as a formula. The wide forms count: some programs treat them alike.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// The keys of the titles of the columns.
const COLUMNS: [&str; 13] = [
    "report-row",
    "report-client",
    "report-name",
    "report-verdict",
    "report-first-thing",
    "report-count",
    "report-files",
    "report-kind",
    "report-holder",
    "report-problems",
    "report-bring",
    "report-until",
    "report-day-of-check",
];

/// The whole table of one applicant.
pub fn csv(applicant: Applicant, options: Options) -> String {
    csv_head(options) + &csv_rows(applicant, options)
}

/// The mark and the row of titles. Stands once, before the rows of all clients.
pub fn csv_head(options: Options) -> String {
    csv_table(&COLUMNS.map(|key| options.words.get(key)))
}

/// The rows of one client.
pub fn csv_rows(applicant: Applicant, options: Options) -> String {
    let words = options.words;
    let numbers = (!words.shows_numbers()).then(|| Numbers::of(applicant.judged.set, applicant.record));
    let clean = |cell: String| numbers.as_ref().map_or(cell.clone(), |numbers| numbers.shortened_in(&cell));
    let report = applicant.judged.report;
    let documents = report.set.documents.iter().map(|document| document_row(document, applicant, words));
    let in_none = |page: &&PageReport| !report.set.documents.iter().flat_map(|d| &d.pages).any(|p| p.id == page.id);
    let files = report.pages.iter().filter(in_none).map(|page| file_row(page, applicant, words));
    let all = std::iter::once(client_row(applicant, words)).chain(documents).chain(files);
    all.map(|cells| row(&cells.map(clean))).collect()
}

/// The cells that every row of a client has.
fn common(kind: &str, applicant: Applicant, words: &Words) -> [String; COLUMNS.len()] {
    let set = &applicant.judged.report.set;
    let mut cells = COLUMNS.map(|_| String::new());
    cells[0] = words.get(kind);
    cells[1] = set.client.clone().unwrap_or_default();
    cells[2] = applicant.full_name().unwrap_or_default();
    cells[12] = set.today.to_string();
    cells
}

fn client_row(applicant: Applicant, words: &Words) -> [String; COLUMNS.len()] {
    let set = &applicant.judged.report.set;
    let mut cells = common("report-row-client", applicant, words);
    cells[3] = words.get(set_verdict(set.verdict).key);
    let first = set.todo.iter().take(FIRST).enumerate().map(|(n, todo)| {
        let said = said(todo, set, words);
        format!("{}. {} {}", n + 1, said.message, said.advice)
    });
    cells[4] = first.collect::<Vec<_>>().join(" ");
    cells[5] = set.todo.len().to_string();
    let pages: Vec<PageId> = applicant.judged.set.pages.iter().map(|p| p.id.clone()).collect();
    cells[6] = file_names(&pages).join("; ");
    cells[9] = titles(set.findings.iter(), words);
    cells[10] = bring(set, words).join("; ");
    cells[11] = set.good_until.map(|day| day.to_string()).unwrap_or_default();
    cells
}

fn document_row(document: &SetDocument, applicant: Applicant, words: &Words) -> [String; COLUMNS.len()] {
    let mut cells = common("report-row-document", applicant, words);
    let pages: Vec<&PageReport> = document.pages.iter().map(|p| &applicant.judged.report.pages[p.index]).collect();
    let worst = pages.iter().map(|p| page_verdict(p.verdict)).min_by_key(|said| said.rank);
    cells[3] = worst.map(|said| words.get(said.key)).unwrap_or_default();
    let advice =
        pages.iter().flat_map(|p| &p.findings).filter(|f| f.severity > Severity::Note).max_by_key(|f| f.severity);
    cells[4] = advice.map(|f| words.say(&f.advice)).unwrap_or_default();
    let ids: Vec<PageId> = document.pages.iter().map(|p| p.id.clone()).collect();
    cells[6] = file_names(&ids).join("; ");
    cells[7] = kind_word(document.kind, words);
    cells[8] = document.holder.as_ref().map(|h| h.full_name.clone()).unwrap_or_default();
    cells[9] = titles(pages.iter().flat_map(|p| &p.findings), words);
    cells
}

fn file_row(page: &PageReport, applicant: Applicant, words: &Words) -> [String; COLUMNS.len()] {
    let mut cells = common("report-row-file", applicant, words);
    cells[3] = words.get(page_verdict(page.verdict).key);
    cells[6] = file_names(std::slice::from_ref(&page.id)).join("; ");
    cells[9] = titles(page.findings.iter(), words);
    cells
}

/// The titles of findings, each once.
fn titles<'a>(findings: impl Iterator<Item = &'a Finding>, words: &Words) -> String {
    let mut out: Vec<String> = Vec::new();
    for finding in findings {
        let title = words.get(&format!("{}.title", finding.id));
        if !out.contains(&title) {
            out.push(title);
        }
    }
    out.join("; ")
}

/// The beginning of a table with these titles.
pub fn csv_table(titles: &[String]) -> String {
    format!("{MARK}{}", row(titles))
}

/// A line of a table about somebody of whom this is known: no cell is taken for a formula, and numbers that identify a
/// person are shortened unless whole ones are shown.
pub fn csv_line(cells: &[String], set: &DocumentSet, record: &Record, words: &Words) -> String {
    if words.shows_numbers() {
        return row(cells);
    }
    let numbers = Numbers::of(set, record);
    row(&cells.iter().map(|cell| numbers.shortened_in(cell)).collect::<Vec<_>>())
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell, which no spreadsheet takes for a formula or for two cells.
fn quoted(cell: &str) -> String {
    let is_formula = cell.trim_start_matches([' ', '\u{feff}']).starts_with(FORMULA);
    let plain = without_marks(cell).replace('\n', " ").replace('"', "\"\"");
    format!("\"{}{plain}\"", if is_formula { "'" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_person_are_shortened_in_a_line_unless_whole_ones_are_shown() {
        let record = Record { itin: Some("912-70-1234".to_owned()), ..Record::default() };
        let words = || Words::load(&crate::assets::Assets::find(), crate::words::Language::English).unwrap();
        let line = |words: &Words| csv_line(&["id 912-70-1234".to_owned()], &DocumentSet::default(), &record, words);
        let short = line(&words());
        assert!(!short.contains("912-70") && short.contains("1234"), "{short}");
        assert!(line(&words().showing_numbers(true)).contains("912-70-1234"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"] {
            assert!(quoted(cell).starts_with("\"'"), "{cell}");
        }
        assert_eq!(quoted("a \"b\", c\nd"), "\"a \"\"b\"\", c d\"");
        assert_eq!(quoted("2026-11-22"), "\"2026-11-22\"");
    }
}
