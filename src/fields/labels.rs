//! Caption → value: beside it on its own line, to its right, under it, or over it.
//!
//! A line that holds nothing but captions is never a value, a value belongs to one caption only, and the nearest pair
//! wins. Which side values stand on follows from the page; only letters with captions under their columns say so.

mod whose;

use super::dates::{self, FoundDate, Order};
use super::lexicon::proof::Proof;
use super::lexicon::{Caption, FieldLexicon};
use super::line::{Line, Span, is_name_by, is_name_like};
use crate::geometry::Region;

/// A value that a caption announces.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub caption: Caption,
    /// As printed.
    pub text: String,
    /// The date in it, for captions of dates.
    pub date: Option<FoundDate>,
    /// Line of the value.
    pub line: usize,
    /// Line of the caption.
    pub label: usize,
    /// Distance from the caption in line heights; 0 for the same line.
    pub cost: f32,
}

/// Captions side by side without a value between them: one caption in several languages.
struct Group {
    caption: Caption,
    line: usize,
    last: Span,
}

/// A line whose captions are those that what stands behind them leaves.
pub(super) fn settled<'a>(line: Line<'a>, lexicon: &FieldLexicon) -> Line<'a> {
    Line { spans: whose::settled(&line, lexicon), ..line }
}

/// All values of a page, each with the caption that is nearest to it. `over`: the captions of this document stand under
/// their values.
pub(super) fn collect(lexicon: &FieldLexicon, lines: &[Line], order: Order, over: bool) -> Vec<Value> {
    let mut groups: Vec<Group> = lines.iter().enumerate().flat_map(|(i, l)| groups(i, l)).take(400).collect();
    whose::without_names(&mut groups, lines, lexicon);
    settle_names(&mut groups);
    let page = Captions { lexicon, lines, groups: &groups, order, over };
    let mut found: Vec<Value> = groups.iter().flat_map(|g| candidates(&page, g)).collect();
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut out: Vec<Value> = Vec::new();
    for value in found {
        let taken = out.iter().any(|v| {
            v.label == value.label && v.caption == value.caption
                || v.line == value.line && v.text == value.text && value.cost > 0.0
        });
        if !taken {
            out.push(value);
        }
    }
    out
}

fn groups(at: usize, line: &Line) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut open = false;
    for span in &line.spans {
        match out.last_mut() {
            Some(group) if open => {
                let both = (group.caption.is_name() && span.caption.is_name())
                    .then(|| are_joined_by_and(line, group.last, *span).then_some(Caption::FullName));
                group.caption = both.flatten().unwrap_or(joined(group.caption, span.caption));
                group.last = *span;
            }
            _ => out.push(Group { caption: span.caption, line: at, last: *span }),
        }
        open = line.after(*span).chars().filter(|c| c.is_alphanumeric()).count() <= 1;
    }
    out
}

/// Whether an `and` joins two captions: `Nombre y apellidos`.
fn are_joined_by_and(line: &Line, first: Span, second: Span) -> bool {
    matches!(line.tokens.get(first.end..second.first), Some([and]) if matches!(and.folded.as_str(), "Y" | "E"))
}

/// What two captions side by side announce together.
fn joined(a: Caption, b: Caption) -> Caption {
    use Caption as C;
    match (a, b) {
        (C::OtherPerson, _) | (_, C::OtherPerson) => C::OtherPerson,
        (C::Surname, C::GivenNames) | (C::GivenNames, C::Surname) => C::FullName,
        (C::Name, x) | (x, C::Name) if x.is_name() => x,
        (C::Other, x) | (x, C::Other) => x,
        (a, b) if a.is_date() && b.is_date() && a != b => C::OtherDate,
        (a, _) => a,
    }
}

/// `Nom` and `Name` mean the surname beside `Prénoms` and `Vornamen`; `Nombre` and `Nome` the given names beside
/// `Apellidos` and `Cognome`; the whole name where neither is announced.
fn settle_names(groups: &mut [Group]) {
    let has = |c: &[Caption]| groups.iter().any(|g| c.contains(&g.caption));
    let surname = has(&[Caption::Surname, Caption::FirstSurname, Caption::SecondSurname]);
    let given = has(&[Caption::GivenNames]);
    let meant = match (surname, given) {
        (true, false) => Caption::GivenNames,
        (false, true) => Caption::Surname,
        _ => Caption::FullName,
    };
    for group in groups.iter_mut().filter(|g| g.caption == Caption::Name) {
        group.caption = meant;
    }
}

/// What the search for a value may look at.
struct Captions<'a> {
    lexicon: &'a FieldLexicon,
    lines: &'a [Line<'a>],
    groups: &'a [Group],
    order: Order,
    over: bool,
}

fn candidates(page: &Captions, group: &Group) -> Vec<Value> {
    let Captions { lexicon, lines, groups, order, over } = *page;
    if matches!(group.caption, Caption::Other | Caption::Address) {
        return Vec::new();
    }
    let label = &lines[group.line];
    let marked = whose::is_mark(label, group.last);
    let accept = |text: &str, line: usize, cost: f32| {
        let proof = proof_of(group.caption, marked, cost);
        fits(lexicon, group.caption, text, order, proof).map(|Fit { date }| Value {
            caption: group.caption,
            text: text.to_owned(),
            date,
            line,
            label: group.line,
            cost,
        })
    };
    let has_digits = || label.after(group.last).contains(|c: char| c.is_ascii_digit());
    let translated = (group.caption.is_name() || group.caption.is_date() && !has_digits())
        && whose::is_translated(label, group.last);
    let ordered = is_order_of_parts(label, group.last) || is_instruction(label, group.last);
    let inline = if translated || ordered || is_unread(label, group) { "" } else { label.after(group.last) };
    if let Some(value) = accept(inline, group.line, 0.0) {
        return vec![value];
    }
    // A caption with something else after it announces nothing elsewhere, nor does one in the middle of a line.
    if !ordered && inline.chars().filter(|c| c.is_alphanumeric()).count() > 3 && !label.is_only_captions() {
        return Vec::new();
    }
    let beside = right_of(lines, groups, group);
    let mut out: Vec<Value> = beside.and_then(|(i, cost)| accept(&own_text(&lines[i]), i, cost)).into_iter().collect();
    if let Some((first, cost)) = beside.filter(|_| out.is_empty() && group.caption == Caption::Period) {
        out.extend(
            next_cell(lines, first)
                .and_then(|end| accept(&in_two_cells(&own_text(&lines[first]), &lines[end]), first, cost)),
        );
    }
    let mut passed_over = 0.0;
    for (i, cost) in if over { above(lines, groups, group) } else { below(lines, groups, group) } {
        let text = own_text(&lines[i]);
        if let Some(value) = accept(&text, i, cost + passed_over) {
            out.push(value);
            break;
        }
        if group.caption.is_name() && may_be_misread(&text) {
            passed_over = PASSED_OVER;
        }
    }
    out
}

/// What it costs a name that another line stands between it and its caption: half of it may have been misread there.
const PASSED_OVER: f32 = 3.0;

/// Whether a line that is no name may be one that was misread, `TZ0C`, and not its spelling in another script.
fn may_be_misread(text: &str) -> bool {
    text.chars().filter(char::is_ascii_uppercase).count() >= 2 && !text.contains(char::is_lowercase)
}

/// Words that only say in what order a name is to be written: `CHILD'S NAME (First, Middle, Last, Suffix)`.
const PARTS: [&str; 17] = [
    "FIRST", "MIDDLE", "LAST", "SUFFIX", "GIVEN", "FAMILY", "SURNAME", "MAIDEN", "INITIAL", "NAME", "NAMES", "FULL",
    "LEGAL", "PRINT", "TYPE", "OR", "AND",
];

/// Whether nothing but the order of a name's parts stands behind a caption of names.
fn is_order_of_parts(line: &Line, caption: Span) -> bool {
    let rest = line.tokens.get(caption.end..).unwrap_or_default();
    caption.caption.is_name() && !rest.is_empty() && rest.iter().all(|t| PARTS.contains(&t.folded.as_str()))
}

/// Whether nothing but an instruction in brackets stands behind a caption: `Residents (list all people signing)`.
fn is_instruction(line: &Line, caption: Span) -> bool {
    let end = caption.end.checked_sub(1).and_then(|last| line.tokens.get(last)).map_or(0, |t| t.end);
    let rest = line.reading.text.get(end..).unwrap_or_default().trim_start_matches(['s', ')', ':', ' ']).trim_end();
    caption.caption.is_name() && rest.starts_with('(') && rest.trim_end_matches(['.', ':']).ends_with(')')
}

/// Letters that are less sure may be the scribbles that readers make of another script.
const UNREAD: f32 = 0.6;

/// Whether what stands behind a caption of a date at the head of its line is its translation in a script that the reader
/// does not know: letters without a digit, badly read.
fn is_unread(line: &Line, group: &Group) -> bool {
    let behind = line.after(group.last);
    group.caption.is_date()
        && line.spans.first().is_some_and(|s| s.first == 0)
        && line.reading.weakest < UNREAD
        && !behind.contains(|c: char| c.is_ascii_digit())
}

/// A value's line without punctuation around it.
fn own_text(line: &Line) -> String {
    line.text(0, line.tokens.len()).to_owned()
}

/// The line to the right of another one on its row.
fn next_cell(lines: &[Line], first: usize) -> Option<usize> {
    let from = lines.get(first)?.region();
    let on_row = |r: Region| {
        (r.center().y - from.center().y).abs() < 0.5 * r.height.min(from.height)
            && r.left > from.right()
            && r.left - from.right() < FAR * from.height
    };
    let next = lines.iter().enumerate().filter(|(_, l)| on_row(l.region()));
    next.min_by(|a, b| a.1.region().left.total_cmp(&b.1.region().left)).map(|(i, _)| i)
}

/// A period whose beginning and end stand in cells of their own.
fn in_two_cells(begins: &str, end: &Line) -> String {
    let text = end.reading.text.trim();
    let joined = text.starts_with(|c: char| !c.is_ascii_digit() && !c.is_uppercase());
    if joined { format!("{begins} {text}") } else { format!("{begins} - {text}") }
}

/// How far from its caption a value stands on the same row, in heights of the caption; a colon reaches farther.
const FAR: f32 = 12.0;
const FAR_WITH_COLON: f32 = 20.0;
/// The same in a table of captions and values, each in one column, of so many rows at least; and what such a distance
/// costs at most.
const FAR_IN_TABLE: f32 = 40.0;
const ROWS: usize = 3;
const IN_TABLE: f32 = 2.2;

/// The next line on the same row, if it holds no captions.
fn right_of(lines: &[Line], groups: &[Group], group: &Group) -> Option<(usize, f32)> {
    let label = lines[group.line].region();
    let height = label.height.max(1.0);
    let on_row = |r: Region| {
        let shared = r.bottom().min(label.bottom()) - r.top.max(label.top);
        // the box of a line that lies askew reaches over its end, and more so that of a large one
        shared > 0.5 * r.height.min(label.height) && r.left > label.right() - 0.6 * height.max(r.height)
    };
    let next = lines.iter().enumerate().filter(|(i, l)| *i != group.line && on_row(l.region()));
    let (i, line) = next.min_by(|a, b| a.1.region().left.total_cmp(&b.1.region().left))?;
    let gap = (line.region().left - label.right()).max(0.0) / height;
    let captions = groups.iter().any(|g| g.line == i);
    let far = if lines[group.line].reading.text.trim_end().ends_with(':') { FAR_WITH_COLON } else { FAR };
    let cost = 0.3 + 0.35 * gap;
    if !captions && cost > IN_TABLE && gap < FAR_IN_TABLE && is_in_table(lines, groups, label, line.region()) {
        return Some((i, IN_TABLE));
    }
    (!captions && gap < far).then_some((i, cost))
}

/// Whether a caption and the value to its right stand in a table: in the columns of other captions and values.
fn is_in_table(lines: &[Line], groups: &[Group], label: Region, value: Region) -> bool {
    let height = label.height.max(1.0);
    let in_column = |r: Region, column: Region| (r.left - column.left).abs() < 0.8 * height;
    let level = |a: Region, b: Region| (a.center().y - b.center().y).abs() < 0.7 * height;
    let mut rows: Vec<usize> =
        groups.iter().filter(|g| in_column(lines[g.line].region(), label)).map(|g| g.line).collect();
    rows.dedup();
    let valued = |row: &&usize| {
        let caption = lines[**row].region();
        lines.iter().any(|l| in_column(l.region(), value) && level(l.region(), caption))
    };
    rows.iter().filter(valued).count() >= ROWS
}

/// Lines under a caption, nearest first, up to the next caption of something else.
fn below(lines: &[Line], groups: &[Group], group: &Group) -> Vec<(usize, f32)> {
    let label = lines[group.line].region();
    nearest(lines, groups, group, |r| is_under(label, r))
}

/// Lines over a caption, nearest first, up to the next caption of something else.
fn above(lines: &[Line], groups: &[Group], group: &Group) -> Vec<(usize, f32)> {
    let label = lines[group.line].region();
    nearest(lines, groups, group, |r| {
        let height = label.height.max(0.5 * r.height).max(1.0);
        let up = label.center().y - r.center().y;
        let across = r.left < label.right() && r.right() > label.left && r.left > label.left - 2.5 * height;
        up > 0.45 * height && label.top - r.bottom() < 2.2 * height && across
    })
}

fn nearest(lines: &[Line], groups: &[Group], group: &Group, fits: impl Fn(Region) -> bool) -> Vec<(usize, f32)> {
    let label = lines[group.line].region();
    let height = label.height.max(1.0);
    let mut under: Vec<(usize, f32)> = lines
        .iter()
        .enumerate()
        .filter(|(i, l)| *i != group.line && fits(l.region()))
        .map(|(i, l)| {
            let r = l.region();
            let shift = (r.left - label.left).abs().min((r.center().x - label.center().x).abs()) / height;
            (i, (r.center().y - label.center().y).abs() / height * 0.8 + 0.15 * shift)
        })
        .collect();
    under.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut out = Vec::new();
    for (i, cost) in under {
        let captions: Vec<Caption> = groups.iter().filter(|g| g.line == i).map(|g| g.caption).collect();
        if captions.is_empty() {
            out.push((i, cost));
        } else if captions.iter().any(|c| *c != group.caption) {
            break;
        }
    }
    out.truncate(2);
    out
}

/// Whether a value stands under a caption, near enough to be announced by it.
pub(super) fn is_under(label: Region, value: Region) -> bool {
    let height = label.height.max(0.5 * value.height).max(1.0);
    let down = value.center().y - label.center().y;
    let across = value.left < label.right() && value.right() > label.left && value.left > label.left - 2.5 * height;
    let centered = (value.center().x - label.center().x).abs() < height;
    down > 0.45 * height && value.top - label.bottom() < 2.2 * height && (across || centered)
}

/// That a text can be the value of a caption.
struct Fit {
    /// The date in it, for captions of dates.
    date: Option<FoundDate>,
}

/// How far a caption proves that a text is a name. Some people are called as a state is, or as papers are: a caption of
/// that part of the name has to be right there.
fn proof_of(caption: Caption, marked: bool, cost: f32) -> Proof {
    match cost {
        cost if cost <= 0.0 && marked => Proof::Mark,
        cost if cost <= 0.0 || caption != Caption::FullName && cost < 1.6 => Proof::Caption,
        _ => Proof::Place,
    }
}

/// Whether a text can be the value of a caption, and the date in it.
fn fits(lexicon: &FieldLexicon, caption: Caption, text: &str, order: Order, proof: Proof) -> Option<Fit> {
    if text.is_empty() {
        return None;
    }
    if caption.is_date() {
        return date_in(lexicon, caption, text, order).map(|date| Fit { date: Some(date) });
    }
    let good = match caption {
        Caption::DocumentNumber | Caption::AccountNumber => {
            is_number(text) && dates::find(text, lexicon, order).is_empty()
        }
        Caption::Sex => sex(text, false).is_some(),
        Caption::Nationality => {
            text.chars().all(|c| c.is_alphabetic() || " /-".contains(c)) && text.chars().count() >= 3
        }
        c if c.is_name() && proof > Proof::Place => is_name_by(text, lexicon, proof),
        c if c.is_name() || c == Caption::OtherPerson => is_name_like(text, lexicon),
        _ => false,
    };
    good.then_some(Fit { date: None })
}

/// The date that a caption announces in a text.
fn date_in(lexicon: &FieldLexicon, caption: Caption, text: &str, order: Order) -> Option<FoundDate> {
    let found = dates::find(text, lexicon, order);
    match caption {
        // A validity has a beginning and an end.
        Caption::ExpiryDate => found.last().copied().or_else(|| {
            let date = dates::end_of_validity(text)?;
            Some(FoundDate { date, or: None, begins: None, start: 0, end: text.len(), short_year: false })
        }),
        // Two columns, or a dash that was not read.
        Caption::Period => match found.as_slice() {
            [from, to] if from.date < to.date && to.begins.is_none() => {
                Some(FoundDate { begins: Some(from.date), ..*to })
            }
            [] => dates::whole_month(text, lexicon),
            _ => found.iter().find(|d| d.begins.is_some()).copied(),
        },
        _ => found.first().copied(),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
    digits >= 3
        && (5..=24).contains(&count)
        && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " -/*.".contains(c))
}

/// `M`, `F` or `X` from what cards print. On Mexican voter cards `H` is a man (hombre) and `M` a woman (mujer).
pub(super) fn sex(text: &str, voter_card: bool) -> Option<char> {
    let word: String = super::fold::fold(text.split(['/', ' ']).next()?);
    match word.as_str() {
        "M" if voter_card => Some('F'),
        "M" | "MALE" | "H" | "HOMBRE" | "MASCULINO" | "MANN" | "1" => Some('M'),
        "F" | "FEMALE" | "MUJER" | "FEMENINO" | "FEMININO" | "K" | "W" | "2" => Some('F'),
        "X" => Some('X'),
        _ => None,
    }
}
