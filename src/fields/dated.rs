//! Which dates of print are facts of the document: those that captions announce, and those that the page as a whole
//! leaves no doubt about.
//!
//! When to pay, when a service is cut off and until when goods keep are no dates of a document. The end of a period is
//! one where nothing better is announced; its beginning never is.

use jiff::civil::Date;

use super::dates::{self, FoundDate};
use super::holder::candidate::{Page, field_of_line};
use super::labels::Value;
use super::lexicon::Caption;
use super::line::Line;
use super::{Field, FieldKind, letters};
use crate::geometry::Region;
use crate::kinds::DocumentKind;

/// Most confidence of a date that is the end of a period.
pub(super) const PERIOD: f32 = 0.8;
/// A date without a caption in the head of a letter; and one that the bare word for a date announces on its line.
const NO_CAPTION: f32 = 0.7;
const BARE_WORD: f32 = 0.9;
/// That word, folded.
const DATE: [&str; 5] = ["DATE", "DATED", "FECHA", "DATA", "DATUM"];
/// A date in a row of captions that the reader may have mixed up.
const FAR: f32 = 0.75;
/// Most words and lines between the one that says that somebody was born, or a paper issued, and the day.
const MOST_BEFORE: usize = 24;
const MOST_LINES: usize = 2;
/// How far below the row of its beginning that of the end of a period is, in heights of the line.
const ROWS_APART: f32 = 4.0;
/// The latest day on a certificate.
const LATEST: f32 = 0.55;
/// The head of a letter, as a share of the height of its print.
const HEAD: f32 = 0.35;
/// Most words of a line in the head that is not running text, and of one with a period.
const MOST_WORDS: usize = 8;
const MOST_WORDS_OF_PERIOD: usize = 16;

/// The dates under captions; on identity documents without a caption for the expiry, what the dates themselves tell.
pub(super) fn find(page: &Page) -> Vec<Field> {
    let captioned: Vec<(Field, bool)> = page.values.iter().filter_map(|v| date_field(page, v)).collect();
    // What a caption calls the date of the bill goes before the end of a period.
    let explicit = captioned.iter().any(|(f, period)| f.kind == FieldKind::StatementDate && !period);
    let wanted =
        captioned.into_iter().filter(|(f, period)| !(explicit && *period && f.kind == FieldKind::StatementDate));
    let mut out: Vec<Field> = wanted.map(|(f, _)| f).collect();
    if !out.iter().any(|f| f.kind == FieldKind::ExpiryDate) && page.guess.kind.traits().expires {
        out.extend(latest_of_three(page, &out));
    }
    out.extend(told_in_sentences(page, &out));
    if page.guess.kind.traits().mailed && !out.iter().any(|f| f.kind == FieldKind::StatementDate) {
        out.extend(period_in_two_rows(page));
    }
    out.extend(letter_dates(page, &out));
    let letter = matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice | DocumentKind::Other);
    if (letter || page.guess.kind.traits().mailed) && !out.iter().any(|f| f.kind == FieldKind::StatementDate) {
        out.extend(letter_date(page));
    }
    out.sort_by(|a, b| {
        (a.kind, b.confidence).partial_cmp(&(b.kind, a.confidence)).unwrap_or(std::cmp::Ordering::Equal)
    });
    out
}

/// The day on which an office issued a letter is the date of the letter, too.
fn letter_dates(page: &Page, known: &[Field]) -> Vec<Field> {
    let letter = matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice);
    let issued = known.iter().filter(|f| letter && f.kind == FieldKind::IssueDate);
    issued.map(|f| Field { kind: FieldKind::StatementDate, ..f.clone() }).collect()
}

/// A date of running text that can be read in one way only.
struct Told {
    date: Date,
    /// Its line, and its first byte in it.
    at: (usize, usize),
}

/// Birth and issue where sentences tell them: `nacida en Lima el …`, `Expedida en Lima el …`. Of certificates that do not say
/// when they were issued it is the latest day on them, if it stands in their lower half. No claims.
fn told_in_sentences(page: &Page, known: &[Field]) -> Vec<Field> {
    use DocumentKind::{BirthCertificate, ItinLetter, MarriageCertificate, NameChangeOrder, Other};
    let kind = page.guess.kind;
    let certificate = matches!(kind, BirthCertificate | MarriageCertificate | NameChangeOrder);
    let lacks = |kind: FieldKind| !known.iter().any(|f| f.kind == kind);
    let about_birth = matches!(kind, BirthCertificate | ItinLetter | Other) && lacks(FieldKind::BirthDate);
    let issued = certificate && lacks(FieldKind::IssueDate);
    if !about_birth && !issued {
        return Vec::new();
    }
    let told = told(page);
    let field = |kind: FieldKind, told: &Told, trust: f32| {
        let line = told.at.0;
        field_of_line(page, kind, told.date.to_string(), trust * page.lines[line].reading.confidence, line)
    };
    let mut out = Vec::new();
    if about_birth {
        let born = |line: &Line, token: usize| page.lexicon.tells_birth(&line.reading.text[line.tokens[token].start..]);
        out.extend(behind(page, &told, born).map(|told| field(FieldKind::BirthDate, told, NO_CAPTION)));
    }
    if issued {
        let said = |line: &Line, token: usize| page.lexicon.tells_issue(&line.tokens[token].folded);
        let issue = behind(page, &told, said).map(|told| (told, NO_CAPTION));
        let latest = || latest_below(page, &told).map(|told| (told, LATEST));
        out.extend(issue.or_else(latest).map(|(told, trust)| field(FieldKind::IssueDate, told, trust)));
    }
    out
}

/// The dates of all lines in their order, also those that go on in the next line.
fn told(page: &Page) -> Vec<Told> {
    let next = page.lines.iter().skip(1).map(|l| l.reading.text.as_str()).chain(std::iter::once(""));
    let texts = page.lines.iter().zip(next).enumerate();
    let of_line = |(line, (first, next)): (usize, (&Line, &str))| {
        let own = first.reading.text.len();
        let found = dates::find(&format!("{} {next}", first.reading.text), page.lexicon, page.order).into_iter();
        let sure = found.filter(move |d| d.start < own && d.or.is_none() && d.begins.is_none() && !d.short_year);
        sure.map(move |d| Told { date: d.date, at: (line, d.start) }).collect::<Vec<_>>()
    };
    texts.flat_map(of_line).collect()
}

/// The first date that follows on a word, a few lines later at most.
fn behind<'a>(page: &Page, told: &'a [Told], says: impl Fn(&Line, usize) -> bool) -> Option<&'a Told> {
    page.lines.iter().enumerate().find_map(|(at, line)| {
        let token = (0..line.tokens.len()).find(|token| says(line, *token))?;
        let from = (at, line.tokens[token].start);
        let next = told.iter().find(|told| told.at > from)?;
        let words = |line: usize| {
            let tokens = page.lines[line].tokens.iter().map(|t| (line, t.start));
            tokens.filter(|place| *place > from && *place < next.at).count()
        };
        let near = next.at.0 - at <= MOST_LINES && (at..=next.at.0).map(words).sum::<usize>() <= MOST_BEFORE;
        near.then_some(next)
    })
}

/// The latest of several days, where it stands in the lower half of the lines; not where a translator signed later.
fn latest_below<'a>(page: &Page, told: &'a [Told]) -> Option<&'a Told> {
    let translated =
        |line: &Line| line.tokens.iter().any(|t| t.folded.starts_with("TRANSLAT") || t.folded.starts_with("TRADUC"));
    if page.lines.iter().any(translated) {
        return None;
    }
    let latest = told.iter().max_by_key(|told| told.date)?;
    let others = told.iter().filter(|told| told.date != latest.date).count();
    (others > 0 && latest.at.0 * 2 >= page.lines.len()).then_some(latest)
}

/// The end of a period whose beginning and end stand in rows of their own, one under the other: `From` and `Through`.
fn period_in_two_rows(page: &Page) -> Option<Field> {
    let date_beside = |label: &Line| {
        let from = label.region();
        let on_row = |r: Region| (r.center().y - from.center().y).abs() < 0.5 * from.height && r.left > from.right();
        let beside = page.lines.iter().enumerate().filter(|(_, l)| on_row(l.region()));
        let (at, next) = beside.min_by(|a, b| a.1.region().left.total_cmp(&b.1.region().left))?;
        let found = dates::find(&next.reading.text, page.lexicon, page.order);
        found.first().filter(|d| d.or.is_none() && d.begins.is_none()).map(|d| (d.date, at))
    };
    let begins =
        page.lines.iter().filter(|l| l.is_only_captions() && l.spans.iter().all(|s| s.caption == Caption::Period));
    begins.filter_map(|label| Some((label, date_beside(label)?))).find_map(|(label, (begins, _))| {
        let until = |l: &&Line| {
            let (a, b) = (label.region(), l.region());
            let down = b.center().y - a.center().y;
            let column = (a.left - b.left).abs() < a.height && down > 0.0 && down < ROWS_APART * a.height;
            column && l.is_only_captions() && l.tokens.first().is_some_and(|t| page.lexicon.is_until(&t.folded))
        };
        let (end, line) = date_beside(page.lines.iter().find(until)?)?;
        (end > begins).then(|| {
            field_of_line(
                page,
                FieldKind::StatementDate,
                end.to_string(),
                PERIOD * page.lines[line].reading.confidence,
                line,
            )
        })
    })
}

/// What a caption's date is on this document, if it is anything.
fn kind_of(page: &Page, value: &Value) -> Option<FieldKind> {
    let traits = page.guess.kind.traits();
    match value.caption {
        Caption::BirthDate => Some(FieldKind::BirthDate),
        // On a bill "vencimiento" and the like are when to pay, and on goods until when they keep.
        Caption::ExpiryDate => may_expire(page).then_some(FieldKind::ExpiryDate),
        Caption::IssueDate if traits.mailed => Some(FieldKind::StatementDate),
        Caption::IssueDate => Some(FieldKind::IssueDate),
        Caption::StatementDate => (!traits.expires).then_some(FieldKind::StatementDate),
        Caption::ClosingDate => (page.guess.kind == DocumentKind::BankStatement).then_some(FieldKind::StatementDate),
        Caption::Period => traits.mailed.then_some(FieldKind::StatementDate),
        _ => None,
    }
}

/// Whether a date of expiry belongs on this document. What it is may not be known: then it has to be about a person, as
/// an invoice with its "vencimiento" is not.
fn may_expire(page: &Page) -> bool {
    let person = |c: Caption| matches!(c, Caption::BirthDate | Caption::Sex | Caption::Nationality);
    let is_about_somebody = || {
        let captions = page.lines.iter().flat_map(|l| &l.spans);
        page.codes.mrz.is_some() || !page.codes.barcodes.is_empty() || captions.into_iter().any(|s| person(s.caption))
    };
    let kind = page.guess.kind;
    kind.traits().expires || kind == DocumentKind::Unknown && is_about_somebody()
}

/// The fact that a caption and its date are, and whether the date is the end of a period.
fn date_field(page: &Page, value: &Value) -> Option<(Field, bool)> {
    let found = value.date?;
    let kind = kind_of(page, value)?;
    let mut period = found.begins.is_some();
    let (mut date, certain) = settled(page, kind, &found);
    match kind {
        FieldKind::BirthDate if period => return None,
        // A validity begins on the day of issue.
        FieldKind::IssueDate => date = found.begins.unwrap_or(date),
        _ => {}
    }
    period &= kind == FieldKind::StatementDate;
    let reading = page.lines[value.line].reading.confidence;
    // Statements set captions and values as a table, with wide gaps between the columns.
    let near = if value.cost < if page.guess.kind.traits().mailed { 4.0 } else { 2.5 } { 0.95 } else { FAR };
    let confidence = reading * near * if certain { 1.0 } else { 0.55 };
    // One digit decides a date; the name of a month is one of a list.
    let printed = value.text.get(found.start..found.end).unwrap_or_default();
    let digit = letters::weakest_digit(printed, page.lines[value.line].reading);
    let confidence = if period { confidence.min(PERIOD) } else { confidence };
    let field = field_of_line(page, kind, date.to_string(), confidence.min(digit), value.line);
    Some((Field { but_for_a_digit: (digit < confidence).then_some(confidence), ..field }, period))
}

/// The reading of a date that a code confirms, the right century for a birth, and whether only one reading is left.
fn settled(page: &Page, kind: FieldKind, found: &FoundDate) -> (Date, bool) {
    let mrz = page.codes.mrz.as_ref().filter(|m| m.valid);
    let aamva = page.codes.barcodes.iter().find_map(|b| b.aamva.as_ref());
    let known = match kind {
        FieldKind::BirthDate => mrz.and_then(|m| m.birth_date).or(aamva.and_then(|a| a.birth_date)),
        FieldKind::ExpiryDate => mrz.and_then(|m| m.expiry_date).or(aamva.and_then(|a| a.expiry_date)),
        _ => None,
    };
    let centuries = |d: Date| {
        let other = if d.year() >= 2000 { d.year() - 100 } else { d.year() + 100 };
        [Some(d), found.short_year.then(|| Date::new(other, d.month(), d.day()).ok()).flatten()]
    };
    let readings: Vec<Date> =
        [Some(found.date), found.or].into_iter().flatten().flat_map(centuries).flatten().collect();
    if let Some(known) = known.filter(|k| readings.contains(k)) {
        return (known, true);
    }
    // A two-digit year of birth is of the last century when it would make the holder a child of tomorrow.
    let birth = kind == FieldKind::BirthDate && found.short_year && found.date.year() > 2020;
    let date = if birth {
        Date::new(found.date.year() - 100, found.date.month(), found.date.day()).unwrap_or(found.date)
    } else {
        found.date
    };
    (date, found.or.is_none())
}

/// A card whose captions could not be read but that shows a birth, an issue and an expiry: the latest of three
/// different dates, at least a year after the others. Never a claim.
fn latest_of_three(page: &Page, known: &[Field]) -> Option<Field> {
    let order = page.order;
    let mut all: Vec<(Date, usize)> = Vec::new();
    for (i, line) in page.lines.iter().enumerate() {
        for found in dates::find(&line.reading.text, page.lexicon, order) {
            let unambiguous = found.or.is_none() && !found.short_year;
            if unambiguous && !all.iter().any(|(d, _)| *d == found.date) {
                all.push((found.date, i));
            }
        }
    }
    all.sort();
    let (latest, line) = all.last().copied()?;
    let (before, _) = all.iter().rev().nth(1).copied()?;
    let spread = latest.year() - all.first()?.0.year();
    let apart = latest.year() - before.year();
    let is_known = known.iter().any(|f| f.value == latest.to_string());
    let fits = all.len() >= 2 && (2..=15).contains(&apart) && spread >= 2 && !is_known;
    fits.then(|| field_of_line(page, FieldKind::ExpiryDate, latest.to_string(), 0.55, line))
}

/// A date that stands alone in the head of a letter or statement, if all such dates agree; else the end of the only
/// period there. A claim only where `Date` stands before it.
fn letter_date(page: &Page) -> Option<Field> {
    let top = page.lines.iter().map(|l| l.region().top).fold(f32::MAX, f32::min);
    let bottom = page.lines.iter().map(|l| l.region().bottom()).fold(0.0, f32::max);
    let head = top + HEAD * (bottom - top);
    let mut found: Vec<(FoundDate, usize)> = Vec::new();
    let in_head = page.lines.iter().enumerate().filter(|(_, l)| l.region().top < head);
    for (i, line) in in_head.filter(|(i, _)| !is_something_else(page, *i)) {
        let dates = dates::find(&line.reading.text, page.lexicon, page.order).into_iter();
        let most = |d: &FoundDate| if d.begins.is_some() { MOST_WORDS_OF_PERIOD } else { MOST_WORDS };
        found.extend(dates.filter(|d| d.or.is_none() && line.tokens.len() <= most(d)).map(|d| (d, i)));
    }
    let agreed = |period: bool| {
        let mut these = found.iter().filter(|(d, _)| d.begins.is_some() == period);
        let (first, line) = these.next()?;
        these.all(|(d, _)| d.date == first.date).then_some((*first, *line))
    };
    let alone = found.iter().any(|(d, _)| d.begins.is_none());
    let (found, line) = agreed(!alone)?;
    let printed = page.lines[line].reading;
    let bare = |end: usize| printed.text.get(end..found.start).is_some_and(|t| !t.contains(char::is_alphanumeric));
    let announced =
        alone && page.lines[line].tokens.first().is_some_and(|w| DATE.contains(&w.folded.as_str()) && bare(w.end));
    let sure = || (BARE_WORD * printed.confidence).min(letters::weakest_digit(&printed.text, printed));
    let confidence = if announced { sure() } else { NO_CAPTION };
    Some(field_of_line(page, FieldKind::StatementDate, found.date.to_string(), confidence, line))
}

/// Whether a caption on a line or beside it says that its date is another one than that of the letter.
fn is_something_else(page: &Page, line: usize) -> bool {
    let other = |c: Caption| {
        let closing = c == Caption::ClosingDate && page.guess.kind != DocumentKind::BankStatement;
        closing || matches!(c, Caption::OtherDate | Caption::ExpiryDate | Caption::BirthDate)
    };
    page.lines[line].spans.iter().any(|s| other(s.caption))
        || page.values.iter().any(|v| v.line == line && other(v.caption))
}
