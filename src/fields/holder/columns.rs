//! Names in columns: the captions of their parts side by side in one row, and the parts in the row under it, or, on some
//! papers, in the row over it.

use super::candidate::{CLEAN, Page, Printed, clean, whole};
use crate::fields::lexicon::Caption;
use crate::fields::line::{Line, is_name_like};
use crate::geometry::Region;
use crate::kinds::DocumentKind;

/// Most rows of captions that are looked at, from the top.
const MOST_ROWS: usize = 8;
/// Most words of a caption of a part: `1. NAME OF CHILD - FIRST`.
const LONGEST: usize = 9;
/// Words besides those for parents that make a row of captions somebody else's.
const OTHERS: [&str; 2] = [" MAIDEN ", " SPOUSE "];

/// What a caption of a column announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Given,
    Middle,
    Surname,
    SecondSurname,
}

/// A name in columns; that of the first row that has one.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let mut heads: Vec<(&Line, Part)> = page.lines.iter().filter_map(|l| Some((l, part_of(l)?))).collect();
    heads.sort_by(|a, b| a.0.region().top.total_cmp(&b.0.region().top));
    let firsts = heads.iter().filter(|(_, part)| *part == Part::Given).take(MOST_ROWS);
    firsts.enumerate().find_map(|(row, (first, _))| in_row(page, &heads, first.region(), row))
}

/// The part of a name that a line announces as the caption of a column.
fn part_of(line: &Line) -> Option<Part> {
    let is = |caption: Caption| line.spans.iter().any(|s| s.caption == caption);
    let says = |word: &str| line.words.contains(word);
    if line.tokens.len() > LONGEST {
        return None;
    }
    if is(Caption::SecondSurname) {
        return line.is_only_captions().then_some(Part::SecondSurname);
    }
    let last = says(" LAST ") && !says(" FIRST ") || is_head(&line.words, "LAST");
    if is(Caption::FirstSurname) || is(Caption::Surname) && !is(Caption::GivenNames) || last {
        return (line.is_only_captions() || last).then_some(Part::Surname);
    }
    if is(Caption::MiddleName) || says(" MIDDLE ") && !says(" FIRST ") {
        return Some(Part::Middle);
    }
    let given = says(" FIRST ") && !says(" LAST ") || is_head(&line.words, "FIRST");
    (given || is(Caption::GivenNames) && line.is_only_captions()).then_some(Part::Given)
}

/// The name in the columns of one row of captions.
fn in_row(page: &Page, heads: &[(&Line, Part)], first: Region, row: usize) -> Option<Printed> {
    let height = first.height.max(1.0);
    let on_row = |l: &Line| (l.region().center().y - first.center().y).abs() < 0.8 * height;
    let other = |l: &Line| {
        l.spans.iter().any(|s| s.caption == Caption::OtherPerson)
            || OTHERS.iter().any(|word| l.words.contains(word))
            || l.tokens.iter().any(|t| page.lexicon.is_parent(&t.folded))
    };
    if page.lines.iter().filter(|l| on_row(l)).any(other) {
        return None;
    }
    let head = |part: Part| heads.iter().find(|(l, p)| *p == part && on_row(l)).map(|(l, _)| l.region());
    let surname = head(Part::Surname)?;
    let over = page.guess.kind == DocumentKind::ItinLetter;
    let is_part = |l: &&Line| is_name(page, l) || is_initial(&l.reading.text);
    let cells = |over: bool| {
        let cell = |caption: Region| column(page, caption, over);
        let (given, surname) = (cell(first)?, cell(surname)?);
        let more = [Part::Middle, Part::SecondSurname].map(|part| nearest(page, head(part)?, over).filter(is_part));
        let [middle, second] = more.map(|part| part.filter(|l| is_level(l, given)));
        is_level(surname, given).then_some((given, middle, surname, second))
    };
    let (under, above) = (cells(false), cells(true));
    let (is_above, found) = if over || under.is_none() { (true, above) } else { (false, under) };
    let (given, middle, surname, second) = found?;
    // a part that was misread is a part that is missing
    let lost = |part: Part| {
        let line = head(part).and_then(|caption| nearest(page, caption, is_above));
        line.is_some_and(|l| is_level(l, given) && l.spans.is_empty() && !is_part(&l))
    };
    let is_whole = !lost(Part::Middle) && !lost(Part::SecondSurname);
    // Certificates name the child first; whoever stands in a lower row may be a parent whose caption was not read.
    let trust = if (row == 0 || over) && is_whole { 0.88 } else { 0.5 };
    Some(named([Some(given), middle], [Some(surname), second], trust))
}

fn is_level(line: &Line, with: &Line) -> bool {
    (line.region().center().y - with.region().center().y).abs() < with.region().height
}

/// The name of these lines. Where one line holds all of it, its parts are not known.
fn named(given: [Option<&Line>; 2], surname: [Option<&Line>; 2], trust: f32) -> Printed {
    let lines: Vec<&Line> = given.into_iter().chain(surname).flatten().collect();
    let text = |part: [Option<&Line>; 2], but: &[Option<&Line>]| {
        let own = |l: &&Line| !but.iter().flatten().any(|other| other.region() == l.region());
        let words: Vec<String> = part.into_iter().flatten().filter(own).map(|l| clean(&l.reading.text)).collect();
        words.join(" ")
    };
    let middle = if given[0].zip(given[1]).is_some_and(|(a, b)| a.region() == b.region()) { None } else { given[1] };
    let given_names = text([given[0], middle], &[]);
    let surnames = text(surname, &given);
    let reading = lines.iter().map(|l| l.reading.confidence).fold(1.0, f32::min);
    let region = lines.iter().map(|l| l.region()).reduce(Region::union);
    let confidence = if reading >= CLEAN { trust * reading } else { trust.min(0.7) * reading };
    if surnames.is_empty() {
        let confidence = confidence.min(0.7);
        return Printed { full: given_names, surname: String::new(), given: String::new(), confidence, region };
    }
    Printed { full: whole(&given_names, &surnames), surname: surnames, given: given_names, confidence, region }
}

/// A head of a column, one letter of it perhaps misread.
fn is_head(words: &str, head: &str) -> bool {
    let word = words.trim();
    word.len() == head.len() && word.bytes().zip(head.bytes()).filter(|(a, b)| a != b).count() <= 1
}

/// The name in the column of a caption.
fn column<'a>(page: &'a Page, caption: Region, above: bool) -> Option<&'a Line<'a>> {
    nearest(page, caption, above).filter(|l| is_name(page, l))
}

fn is_name(page: &Page, line: &Line) -> bool {
    line.spans.is_empty() && is_name_like(&line.reading.text, page.lexicon)
}

/// Whether a cell holds one letter and nothing else.
fn is_initial(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| !matches!(c, ' ' | '.' | ','));
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// The line that stands nearest in the column of a caption.
fn nearest<'a>(page: &'a Page, caption: Region, above: bool) -> Option<&'a Line<'a>> {
    let height = caption.height.max(1.0);
    let distance = |l: &Line| {
        if above { caption.center().y - l.region().center().y } else { l.region().center().y - caption.center().y }
    };
    let near = |l: &&Line| {
        let d = distance(l);
        let shared =
            l.region().right().min(caption.right() + 2.0 * height) - l.region().left.max(caption.left - 2.0 * height);
        d > 0.4 * height && d < 3.0 * height && shared > 0.0
    };
    page.lines.iter().filter(near).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
