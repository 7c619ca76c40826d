//! The decision: of all arrangements that the two names allow, the most plausible one, and its worst difference.
//!
//! The arrangement is chosen by plausibility alone, never because its verdict would be kinder.

use super::Relation::{FormatOnly, Review};
use super::align::{Aligner, Run, Step, Table};
use super::borders::{self, Borders};
use super::difference::Difference;
use super::divisions::{self, Division};
use super::lexicon::{NameLexicon, fact};
use super::pair::{Part, Setting};
use super::parse::{self, DocumentWords, RecordWords, Word};
use super::reasons::{self, Found};
use super::{Comparison, DocumentName, RecordName, Relation, fold, generations, mrz_noise, syllables};

/// A cost that only equal words in a usual order have; no other arrangement can be more plausible.
const NOTHING: f32 = 0.0015;

/// Compares the names; see the parent module.
pub fn compare(lexicon: &NameLexicon, record: &RecordName, document: &DocumentName) -> Comparison {
    if let Some(same) = identical(record, document) {
        return same;
    }
    let mut left = parse::record(lexicon, record);
    let mut right = parse::document(lexicon, document);
    generations::take(&mut left, &mut right);
    let syllables = syllables_of(lexicon, &left);
    let turned = syllables::vietnamese_only(syllables) && middle_first(&mut left, &right);
    if let Some(scripts) = other_script(record, document, &left, &right) {
        return scripts;
    }
    if let Some(answer) = one_row(record, document, &mut left, &right) {
        return answer;
    }
    let given = left.given.len();
    let other_copies = native_copies_differ(&left, &right);
    let mut found = best(lexicon, syllables, &mut left, &mut right);
    found.middle_first = turned;
    let mut result = reasons::comparison(record, document, &left.extras, &right, &mut found);
    if result.relation > FormatOnly
        && right.mrz
        && !left.plain
        && left.extras.suffixes.is_empty()
        && !left.extras.marriage_mark
        && let DocumentName::Line(line) = document
    {
        let (given, surname) = found.record.split_at(given.min(found.record.len()));
        if mrz_noise::is_record_with_noise(lexicon, given, surname, line) {
            result = reasons::accepted(record, document, Difference::MrzFillerNoise);
        }
    }
    if other_copies && result.relation < Review {
        result = reasons::single(record, document, Review, Difference::NativeScript);
    }
    result
}

/// Which syllables the whole record is made of, where a surname of East Asia stands in it.
fn syllables_of(lexicon: &NameLexicon, left: &RecordWords) -> u32 {
    let words = left.given.iter().chain(&left.surname).map(|w| (w.plain(), w.facts));
    syllables::context(lexicon, &words)
}

/// In Vietnam the middle name stands before the given name wherever the surname stands first: Minh, Đức, Trần is TRẦN
/// ĐỨC MINH. Turns the record so, where it keeps the two in boxes of their own and the document begins with the surname;
/// not where the document has the given name behind the surname, as lists of other countries do.
fn middle_first(left: &mut RecordWords, right: &DocumentWords) -> bool {
    let first = left.given.len().saturating_sub(left.middle);
    let leads = |words: &[Word], by: &[Word]| {
        !by.is_empty() && words.len() > by.len() && words.iter().zip(by).all(|(a, b)| a.plain() == b.plain())
    };
    let behind = right.border.unwrap_or(if leads(&right.words, &left.surname) { left.surname.len() } else { 0 });
    let given = right.words.get(behind..).unwrap_or_default();
    let names = left.given.get(..first).unwrap_or_default();
    if behind == 0 || left.middle == 0 || first == 0 || leads(given, names) {
        return false;
    }
    left.given.rotate_left(first);
    true
}

/// Both names stand in two scripts, and the copies that no table can write with A to Z are not the same.
fn native_copies_differ(left: &RecordWords, right: &DocumentWords) -> bool {
    fn foreign<'a>(words: impl Iterator<Item = &'a Word<'a>>) -> Vec<&'a str> {
        let mut shown: Vec<&str> = words.filter(|w| w.foreign).map(|w| w.shown.as_str()).collect();
        shown.sort_unstable();
        shown
    }
    let (ours, theirs) = (foreign(left.given.iter().chain(&left.surname)), foreign(right.words.iter()));
    !ours.is_empty() && !theirs.is_empty() && ours != theirs
}

fn identical(record: &RecordName, document: &DocumentName) -> Option<Comparison> {
    if let DocumentName::Line(line) = document
        && different_ascii(record, line)
    {
        return None;
    }
    let full = parse::tidy(&record.full());
    if full.is_empty() {
        return None;
    }
    let same = match document {
        DocumentName::Line(line) => parse::tidy(line) == full,
        DocumentName::Split { surname, given_names, .. } => {
            let given = parse::tidy(&format!("{} {}", record.given, record.middle));
            parse::tidy(surname) == parse::tidy(&record.surname) && parse::tidy(given_names) == given
        }
    };
    same.then(|| Comparison { relation: Relation::Exact, score: 1.0, reasons: Vec::new() })
}

/// Whether the words differ, told without a copy; only for names of plain letters, which are most.
fn different_ascii(record: &RecordName, line: &str) -> bool {
    let parts = [record.given.as_str(), &record.middle, &record.surname];
    let words = || parts.iter().flat_map(|part| part.split_whitespace());
    line.is_ascii() && parts.iter().all(|part| part.is_ascii()) && !words().eq(line.split_whitespace())
}

/// The answer of [`borders`], if the letters of both names are one row.
fn one_row<'l>(
    record: &RecordName,
    document: &DocumentName,
    left: &mut RecordWords<'l>,
    right: &DocumentWords<'l>,
) -> Option<Comparison> {
    match borders::compare(left, right)? {
        Borders::Other(relation, code) => Some(reasons::single(record, document, relation, code)),
        Borders::Same(_) if fold::marks_conflict(&record.full(), &reasons::text_of(document)) => None,
        Borders::Same(code) => {
            let mut found = Found { code: Some(code), ..Found::default() };
            found.blocks.0 = (left.given.len(), left.given.len() + left.surname.len());
            found.plain = left.plain;
            found.record = std::mem::take(&mut left.given);
            found.record.append(&mut left.surname);
            Some(reasons::comparison(record, document, &left.extras, right, &mut found))
        }
    }
}

/// One side is written in a script that cannot be turned into A to Z by a table.
fn other_script(
    record: &RecordName,
    document: &DocumentName,
    left: &RecordWords,
    right: &DocumentWords,
) -> Option<Comparison> {
    let any_left = left.given.iter().chain(&left.surname).any(|w| !w.foreign);
    let any_right = right.words.iter().any(|w| !w.foreign);
    let foreign = left.given.iter().chain(&left.surname).chain(&right.words).any(|w| w.foreign);
    let empty = left.given.is_empty() && left.surname.is_empty() || right.words.is_empty();
    if empty {
        return Some(reasons::single(
            record,
            document,
            Review,
            if foreign { Difference::NativeScript } else { Difference::NoLetters },
        ));
    }
    (foreign && any_left != any_right).then(|| reasons::single(record, document, Review, Difference::NativeScript))
}

/// The most plausible arrangement.
fn best<'l>(
    lexicon: &NameLexicon,
    syllables: u32,
    left: &mut RecordWords<'l>,
    right: &mut DocumentWords<'l>,
) -> Found<'l> {
    let mut given = left.given.len();
    let mut record: Vec<Word<'l>> = std::mem::take(&mut left.given);
    record.append(&mut left.surname);
    let mut document: Vec<Word<'l>> = std::mem::take(&mut right.words);
    let mut border = right.border;
    drop_native_copy(&mut record, &mut document, &mut given, &mut border);
    let east_asian = record.iter().chain(&document).any(|w| w.is(fact::EAST_ASIAN_SURNAME));
    let setting = Setting { syllables, east_asian, cut: right.cut, mrz: right.mrz };
    let table = Table::new(record.len(), document.len());
    let mut aligner = Aligner { lexicon, setting, table, grid: Vec::new() };
    let plain_given = if left.plain { None } else { Some(given) };
    let mut chosen: Option<(f32, Division)> = None;
    for division in divisions::all(&record, plain_given, &document, border) {
        let (g, s) = runs(&record, &document, division);
        let mut cost = division.cost;
        let limit = chosen.map_or(f32::INFINITY, |(cost, _)| cost);
        if cost < limit {
            cost += aligner.align(Part::Surname, s.0, s.1, None);
        }
        if cost < limit {
            cost += aligner.align(Part::Given, g.0, g.1, None);
        }
        // a border that the document shows is overruled by a surname only, not by an initial or a particle
        if cost < limit && (!division.other_border || aligner.share_a_word(Part::Surname, s.0, s.1)) {
            chosen = Some((cost, division));
        }
        if cost <= NOTHING {
            break;
        }
    }
    let mut found = Found {
        record,
        document,
        married: right.extras.marriage_mark || left.extras.marriage_mark,
        ..Found::default()
    };
    if let Some((cost, division)) = chosen {
        let (record, document) = (&found.record, &found.document);
        let (g, s) = runs(record, document, division);
        let (mut given, mut surname) = (Vec::new(), Vec::new());
        aligner.align(Part::Given, g.0, g.1, Some(&mut given));
        aligner.align(Part::Surname, s.0, s.1, Some(&mut surname));
        shift(&mut given, division.record_given.0, division.document_given.0);
        shift(&mut surname, division.record_surname.0, division.document_surname.0);
        found.cost = cost;
        found.blocks = (division.record_surname, division.document_surname);
        found.given = given;
        found.surname = surname;
        found.other_border = division.other_border;
        found.surname_first = division.document_surname.0 < division.document_given.0;
        found.record_surname_first = division.record_surname.0 < division.record_given.0;
        found.plain = left.plain;
    }
    found
}

/// A document in two scripts repeats the name; the copy in the other script is not an extra name.
fn drop_native_copy<'l>(
    record: &mut Vec<Word<'l>>,
    document: &mut Vec<Word<'l>>,
    given: &mut usize,
    border: &mut Option<usize>,
) {
    let latin = |words: &[Word]| words.iter().any(|w| !w.foreign);
    if record.iter().chain(document.iter()).any(|w| w.foreign) && latin(record) && latin(document) {
        *given = record.iter().take(*given).filter(|w| !w.foreign).count();
        *border = border.map(|at| document.iter().take(at).filter(|w| !w.foreign).count()).filter(|at| *at > 0);
        record.retain(|w| !w.foreign);
        document.retain(|w| !w.foreign);
    }
    let greek = |words: &[Word]| words.iter().filter(|w| w.shown.chars().any(fold::is_cyrillic_or_greek)).count();
    for words in [record, document] {
        let other = greek(words);
        if other > 0 && other * 2 == words.len() && border.is_none() {
            words.retain(|w| !w.shown.chars().any(fold::is_cyrillic_or_greek));
        }
    }
}

fn shift(steps: &mut [Step], record: usize, document: usize) {
    for step in steps {
        step.record = (step.record.0 + record, step.record.1 + record);
        step.document = (step.document.0 + document, step.document.1 + document);
    }
}

type Pair<'a, 'l> = (Run<'a, 'l>, Run<'a, 'l>);

fn runs<'a, 'l>(record: &'a [Word<'l>], document: &'a [Word<'l>], d: Division) -> (Pair<'a, 'l>, Pair<'a, 'l>) {
    let run =
        |words: &'a [Word<'l>], (from, to): (usize, usize)| Run { words: words.get(from..to).unwrap_or(&[]), at: from };
    (
        (run(record, d.record_given), run(document, d.document_given)),
        (run(record, d.record_surname), run(document, d.document_surname)),
    )
}
