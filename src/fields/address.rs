//! Address blocks: a street line and, right under it, the place with its postal code; and whatever stands under a
//! caption that announces an address.

use super::lexicon::{Caption, FieldLexicon};
use super::line::Line;
use super::postal::{ends_in_region, is_place, is_street, is_whole, starts_as_street};
use crate::geometry::Region;

/// Most lines that are looked at.
const MOST_LINES: usize = 600;
/// Most blocks of a page.
const MOST_BLOCKS: usize = 12;
/// Forms of other countries than the United States and Canada are looser, so a block in one of them is less sure.
const OTHER_COUNTRY: f32 = 0.97;
/// A captioned block without a postal code that is known.
const NO_CODE: f32 = 0.7;

/// A house number whose first digit may be the number of its field.
const FIELD_NUMBER: f32 = 0.8;

/// An address as it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// In one line, parts separated by commas.
    pub text: String,
    pub region: Region,
    /// Mean of its lines, lowered where its form is loose, 0–1.
    pub confidence: f32,
    /// Index of its first line.
    pub first: usize,
}

/// The address blocks of a page, in reading order. Forms of other countries are looked for only where the page may be
/// of one (`abroad`) and shows no American or Canadian address: a street with its number is much like a code with its
/// place. A caption helps where neither is found, but not on a license, whose captions are numbers like those of
/// houses.
pub(super) fn find(lines: &[Line], lexicon: &FieldLexicon, abroad: bool, license: bool) -> Vec<Block> {
    let texts: Vec<String> = lines.iter().take(MOST_LINES).map(strip_caption).collect();
    let american = |at: usize| {
        if !ends_in_region(&texts[at]) {
            return None;
        }
        let whole = starts_as_street(&texts[at]).then_some(at);
        let first = whole.or_else(|| street_above(lines, &texts, at, starts_as_street))?;
        Some(block(lines, first, at, 1.0))
    };
    let other = |at: usize| {
        let whole = is_whole(&texts[at], lexicon).then_some(at);
        let street = || street_above(lines, &texts, at, |t| is_street(t, lexicon));
        let first = whole.or_else(|| if is_place(&texts[at], lexicon) { street() } else { None });
        first.map(|first| block(lines, first, at, OTHER_COUNTRY))
    };
    let mut out: Vec<Block> = (0..texts.len()).filter_map(american).take(MOST_BLOCKS).collect();
    if out.is_empty() && abroad {
        out = (0..texts.len()).filter_map(other).take(MOST_BLOCKS).collect();
    }
    if license {
        for block in &mut out {
            doubt_house_number(lines, block);
        }
    }
    if out.is_empty() && !license {
        out = lines.iter().take(MOST_LINES).filter_map(|l| under_caption(lines, l, lexicon)).take(4).collect();
    }
    out
}

/// Field 8 of the card standard (AAMVA, EU) is the address: where a card numbers its fields, an 8 at the head of the
/// house number may be that of the field. It is taken off where the numbers of the names are glued to them as well.
fn doubt_house_number(lines: &[Line], block: &mut Block) {
    let number = block.text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = |line: &Line, digits: &[char]| {
        let mut letters = line.reading.text.chars();
        letters.next().is_some_and(|c| digits.contains(&c)) && letters.next().is_some_and(char::is_alphabetic)
    };
    let glued = || lines.iter().any(|l| begins(l, &['1', '2']));
    let numbered = || lines.iter().any(|l| begins(l, &['4'])) || glued();
    let own = lines.iter().any(|l| l.reading.text.trim_end_matches('.') == "8");
    if !block.text.starts_with('8') || number < 2 || own || !numbered() {
        return;
    }
    if glued() {
        block.text.remove(0);
    }
    block.confidence *= FIELD_NUMBER;
}

fn block(lines: &[Line], first: usize, last: usize, trust: f32) -> Block {
    let mut parts: Vec<usize> = if first == last { vec![last] } else { vec![first, last] };
    // A flat or suite on a line of its own.
    let between = lines.iter().enumerate().filter(|(i, l)| {
        !parts.contains(i)
            && l.region().top > lines[first].region().center().y
            && l.region().bottom() < lines[last].region().center().y
            && aligned(lines[last].region(), l.region())
    });
    let middle: Vec<usize> = between.map(|(i, _)| i).take(1).collect();
    parts.splice(1.min(parts.len())..1.min(parts.len()), middle);
    joined(lines, &parts, trust)
}

/// Lines as one block.
fn joined(lines: &[Line], parts: &[usize], trust: f32) -> Block {
    let text = parts.iter().map(|&i| strip_caption(&lines[i])).collect::<Vec<_>>().join(", ");
    let region = parts.iter().map(|&i| lines[i].region()).reduce(Region::union).unwrap_or_default();
    let mean = parts.iter().map(|&i| lines[i].reading.confidence).sum::<f32>() / parts.len().max(1) as f32;
    Block { text, region, confidence: mean * trust, first: parts.first().copied().unwrap_or(0) }
}

/// The line without a leading caption or field number.
fn strip_caption(line: &Line) -> String {
    let start = line.spans.iter().filter(|s| s.first == 0).map(|s| s.end).max().unwrap_or(0);
    line.text(start, line.tokens.len()).to_owned()
}

fn aligned(a: Region, b: Region) -> bool {
    (a.left - b.left).abs() < 2.5 * a.height.max(b.height)
}

fn street_above(lines: &[Line], texts: &[String], at: usize, is_street: impl Fn(&str) -> bool) -> Option<usize> {
    let city = lines[at].region();
    let candidates = lines.iter().enumerate().take(texts.len()).filter(|(i, l)| {
        let gap = city.center().y - l.region().center().y;
        *i != at && gap > 0.3 * city.height && gap < 3.2 * city.height && aligned(city, l.region())
    });
    let streets = candidates.filter(|(i, _)| is_street(&texts[*i]));
    streets.max_by(|a, b| a.1.region().top.total_cmp(&b.1.region().top)).map(|(i, _)| i)
}

/// What stands beside or under a caption: up to three lines in one column, one of which has a number.
fn under_caption(lines: &[Line], label: &Line, lexicon: &FieldLexicon) -> Option<Block> {
    let span = label.spans.last().filter(|s| s.caption == Caption::Address)?;
    let inline = label.text(span.end, label.tokens.len());
    let itself = lines.iter().position(|l| std::ptr::eq(l, label))?;
    let mut parts = Vec::new();
    let mut last = label.region();
    if inline.chars().filter(|c| c.is_alphanumeric()).count() > 4 {
        parts.push(itself);
    } else if let Some(right) = right_of(lines, label.region()) {
        parts.push(right);
        last = lines[right].region();
    }
    while parts.len() < 3 {
        let Some(next) = next_under(lines, last, parts.is_empty()) else { break };
        if parts.contains(&next) || next == itself {
            break;
        }
        parts.push(next);
        last = lines[next].region();
    }
    let texts: Vec<String> = parts.iter().map(|&i| strip_caption(&lines[i])).collect();
    let numbered = texts.iter().any(|t| is_street(t, lexicon));
    let coded = texts.iter().any(|t| ends_in_region(t) || is_place(t, lexicon) || ends_in_code(t));
    numbered.then(|| joined(lines, &parts, if coded { OTHER_COUNTRY } else { NO_CODE }))
}

/// `COL CENTRO 06000`: five or six digits behind words.
fn ends_in_code(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    matches!(last.len(), 5 | 6) && last.bytes().all(|b| b.is_ascii_digit()) && text.chars().any(char::is_alphabetic)
}

fn right_of(lines: &[Line], label: Region) -> Option<usize> {
    let height = label.height.max(1.0);
    let beside = lines.iter().enumerate().filter(|(_, l)| {
        let r = l.region();
        let gap = r.left - label.right();
        l.spans.is_empty()
            && gap > -0.5 * height
            && gap < 12.0 * height
            && (r.center().y - label.center().y).abs() < 0.5 * height
    });
    beside.min_by(|a, b| a.1.region().left.total_cmp(&b.1.region().left)).map(|(i, _)| i)
}

/// The line without captions right under another one, in the same column.
fn next_under(lines: &[Line], above: Region, is_caption: bool) -> Option<usize> {
    let under = lines.iter().enumerate().filter(|(_, l)| {
        let r = l.region();
        let height = r.height.max(if is_caption { above.height } else { 1.0 }).max(1.0);
        let down = r.center().y - above.center().y;
        down > 0.45 * height && down < 2.0 * height && (r.left - above.left).abs() < 1.5 * height
    });
    let (i, line) = under.min_by(|a, b| a.1.region().top.total_cmp(&b.1.region().top))?;
    line.spans.is_empty().then_some(i)
}
