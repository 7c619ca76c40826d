//! Address blocks: a street line and, right under it, the place with its postal code; and whatever stands under a
//! caption that announces an address.

use super::fold::{Token, compact};
use super::lexicon::{Caption, FieldLexicon};
use super::line::{Line, Span};
use super::postal::{ends_in_region, is_place, is_quarter, is_street, is_town_line, is_whole, starts_as_street};
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
    /// A caption says that it is somebody else's: `REMIT TO`, `Employer's name, address, and ZIP code`.
    pub others: bool,
}

/// The address blocks of a page, in reading order. Forms of other countries are looked for only where the page may be
/// of one (`abroad`) and shows no American or Canadian address: a street with its number is much like a code with its
/// place. A caption helps where neither is found, but not on a license, whose captions are numbers like those of
/// houses.
pub(super) fn find(lines: &[Line], lexicon: &FieldLexicon, abroad: bool, license: bool) -> Vec<Block> {
    let texts: Vec<String> = lines.iter().take(MOST_LINES).map(strip_caption).collect();
    let starts_as_street = |text: &str| starts_as_street(text) && !(license && is_marked_name(text));
    let american = |at: usize| {
        if !ends_in_region(&texts[at]) {
            return None;
        }
        let whole = starts_as_street(&texts[at]).then_some(at);
        let first = whole.or_else(|| street_above(lines, &texts, at, starts_as_street))?;
        Some(block(lines, first, at, 1.0, lexicon))
    };
    let other = |at: usize| {
        let whole = is_whole(&texts[at], lexicon).then_some(at);
        let street = || street_above(lines, &texts, at, |t| is_street(t, lexicon));
        let place = is_place(&texts[at], lexicon) || is_quarter(&texts[at]);
        let first = whole.or_else(|| if place { street() } else { None })?;
        let found = block(lines, first, at, OTHER_COUNTRY, lexicon);
        let town = Some(at).filter(|at| is_quarter(&texts[*at])).and_then(|at| town_under(lines, &texts, at));
        Some(match town {
            Some(town) => with_town(&found, &lines[town], &texts[town]),
            None => found,
        })
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
    if out.is_empty() {
        // the short captions of a license are numbers like those of houses
        let announces = |l: &&Line| !license || l.spans.iter().any(|s| is_in_words(l, s));
        let captioned = lines.iter().take(MOST_LINES).filter(announces);
        out = captioned.filter_map(|l| under_caption(lines, l, lexicon)).take(4).collect();
    }
    doubt_repeated(&mut out);
    for block in &mut out {
        block.others = is_of_another(lines, block);
    }
    out
}

/// Whether a caption of an address is a word and not only the number of a field.
fn is_in_words(line: &Line, span: &Span) -> bool {
    let is_word = |t: &Token| t.folded.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    span.caption == Caption::Address && line.tokens.get(span.first..span.end).is_some_and(|t| t.iter().any(is_word))
}

/// `2MY HANH`: the number of a license's field glued to a name, and no house.
fn is_marked_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c == '1' || c == '2')
        && letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_some_and(char::is_alphabetic)
}

/// Where a page shows an address twice, once with an 8 more before its number, that 8 may be the number of a field.
fn doubt_repeated(blocks: &mut [Block]) {
    let texts: Vec<String> = blocks.iter().map(|b| compact(&b.text)).collect();
    for (block, text) in blocks.iter_mut().zip(&texts) {
        if text.strip_prefix('8').is_some_and(|rest| texts.iter().any(|other| other == rest)) {
            block.confidence *= FIELD_NUMBER;
        }
    }
}

/// How far over an address the caption of its block may stand, in heights of the street, and how far to its left.
const CAPTION_OVER: f32 = 4.5;
const CAPTION_BESIDE: f32 = 2.5;

/// Whether the nearest caption over an address, in its column, announces somebody else.
fn is_of_another(lines: &[Line], block: &Block) -> bool {
    let Some(street) = lines.get(block.first).map(Line::region) else { return false };
    let height = street.height.max(1.0);
    let over = lines.iter().filter(|l| {
        let up = street.center().y - l.region().center().y;
        let near = up > 0.4 * height && up < CAPTION_OVER * height;
        near && !l.spans.is_empty() && (l.region().left - street.left).abs() < CAPTION_BESIDE * height
    });
    let nearest = over.max_by(|a, b| a.region().top.total_cmp(&b.region().top));
    nearest.is_some_and(|l| l.spans.iter().any(|s| s.caption == Caption::OtherPerson))
}

/// Field 8 of the card standard (AAMVA, EU) is the address: where a card numbers its fields, an 8 at the head of the
/// house number may be that of the field. The line of the street then begins left of the line under it, and the 8 is taken
/// off; where both begin in one column it stays. Readers make one 8 of two, so neither is a claim.
fn doubt_house_number(lines: &[Line], block: &mut Block) {
    let number = block.text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = |line: &Line, digits: &[char]| {
        let mut letters = line.reading.text.chars();
        letters.next().is_some_and(|c| digits.contains(&c)) && letters.next().is_some_and(char::is_alphabetic)
    };
    let numbered = || lines.iter().any(|l| begins(l, &['1', '2', '3', '4']));
    let captioned = lines.get(block.first).is_some_and(|l| l.spans.iter().any(|s| s.first == 0));
    let own = captioned || lines.iter().any(|l| l.reading.text.trim_end_matches('.') == "8");
    if !block.text.starts_with('8') || number < 2 || own || !numbered() {
        return;
    }
    if hangs(lines, block) {
        block.text.remove(0);
    }
    block.confidence *= FIELD_NUMBER;
}

/// Width of the number of a field that is glued to its value, in heights of the line, at least.
const HANGING: f32 = 0.28;

/// Whether the first line of an address begins left of the line under it, as it does with a number before it.
fn hangs(lines: &[Line], block: &Block) -> bool {
    let Some(street) = lines.get(block.first).map(Line::region) else { return false };
    let inside = |l: &&Line| block.region.contains(l.region().center());
    let under = lines.iter().filter(inside).map(Line::region).filter(|r| r.center().y > street.bottom());
    let next = under.min_by(|a, b| a.top.total_cmp(&b.top));
    next.is_some_and(|next| next.left - street.left > HANGING * street.height)
}

fn block(lines: &[Line], first: usize, last: usize, trust: f32, lexicon: &FieldLexicon) -> Block {
    let mut parts: Vec<usize> = if first == last { vec![last] } else { vec![first, last] };
    // A flat or suite on a line of its own; forms set a caption there.
    let between = lines.iter().enumerate().filter(|(i, l)| {
        !parts.contains(i)
            && !lexicon.is_part_of_address(&compact(&l.reading.text))
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
    let text = parts.iter().map(|&i| with_letters(&strip_caption(&lines[i]))).collect::<Vec<_>>().join(", ");
    let region = parts.iter().map(|&i| lines[i].region()).reduce(Region::union).unwrap_or_default();
    let mean = parts.iter().map(|&i| lines[i].reading.confidence).sum::<f32>() / parts.len().max(1) as f32;
    Block { text, region, confidence: mean * trust, first: parts.first().copied().unwrap_or(0), others: false }
}

/// Readers take a round `O` inside of a word for a zero: `ROSEW00D`, and the small letter of `Pl` for a large one.
fn with_letters(text: &str) -> String {
    let is_word = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let others = word.chars().any(|c| c.is_ascii_digit() && c != '0');
        letters >= 3 && !others && word.starts_with(char::is_alphabetic) && word.ends_with(char::is_alphabetic)
    };
    let lower = text.chars().filter(|c| c.is_lowercase()).count() > 1;
    let mended = |word: &str| {
        let small = word.chars().filter(|c| c.is_lowercase()).count() > 1;
        match word {
            // `Pl` is a place; in small letters nothing is called `PI`
            "PI" | "P1" if lower => "Pl".to_owned(),
            _ if is_word(word) => word.replace('0', if small { "o" } else { "O" }),
            _ => word.to_owned(),
        }
    };
    let text = text.split(' ').map(mended).collect::<Vec<_>>().join(" ");
    // floors are counted with a raised letter, never in degrees: `8º C`
    let digit_before = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
    text.char_indices().map(|(at, c)| if c == '°' && digit_before(at) { 'º' } else { c }).collect()
}

/// The line without a leading caption or field number.
fn strip_caption(line: &Line) -> String {
    let start = line.spans.iter().filter(|s| s.first == 0).map(|s| s.end).max().unwrap_or(0);
    line.text(start, line.tokens.len()).to_owned()
}

/// The town under the line of a quarter, in its column.
fn town_under(lines: &[Line], texts: &[String], quarter: usize) -> Option<usize> {
    let town = next_under(lines, lines[quarter].region(), false)?;
    texts.get(town).is_some_and(|text| is_town_line(text)).then_some(town)
}

fn with_town(found: &Block, line: &Line, text: &str) -> Block {
    let (region, confidence) = (found.region.union(line.region()), found.confidence.min(line.reading.confidence));
    Block { text: format!("{}, {text}", found.text), region, confidence, ..found.clone() }
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
    } else if let Some(right) = right_of(lines, label.region(), lexicon) {
        parts.push(right);
        last = lines[right].region();
    }
    // A form with a cell for each part has the rest beside what stands under the caption, and other things below.
    let cells = if parts.is_empty() { cells_beside(lines, label.region(), lexicon) } else { Vec::new() };
    let most = if cells.is_empty() { 3 } else { 1 };
    while parts.len() < most {
        let Some(next) = next_under(lines, last, parts.is_empty()) else { break };
        if parts.contains(&next) || next == itself {
            break;
        }
        parts.push(next);
        last = lines[next].region();
    }
    if !parts.is_empty() {
        parts.extend(cells);
    }
    let texts: Vec<String> = parts.iter().map(|&i| strip_caption(&lines[i])).collect();
    let numbered = texts.iter().any(|t| is_street(t, lexicon));
    let coded = texts.iter().any(|t| ends_in_region(t) || is_place(t, lexicon) || ends_in_code(t));
    numbered.then(|| joined(lines, &parts, if coded { OTHER_COUNTRY } else { NO_CODE }))
}

/// What stands under the other captions of a form that gives an address in cells side by side: `DOMICILIO`, `COLONIA`,
/// `POBLACIÓN`.
fn cells_beside(lines: &[Line], label: Region, lexicon: &FieldLexicon) -> Vec<usize> {
    let height = label.height.max(1.0);
    let in_row = |r: Region| (r.center().y - label.center().y).abs() < 0.8 * height && r.left > label.right();
    let is_head = |l: &&Line| in_row(l.region()) && lexicon.is_part_of_address(&compact(&l.reading.text));
    let mut heads: Vec<Region> = lines.iter().filter(is_head).map(Line::region).collect();
    heads.sort_by(|a, b| a.left.total_cmp(&b.left));
    heads.into_iter().take(3).filter_map(|head| next_under(lines, head, true)).collect()
}

/// `COL CENTRO 06000`: five or six digits behind words.
fn ends_in_code(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    matches!(last.len(), 5 | 6) && last.bytes().all(|b| b.is_ascii_digit()) && text.chars().any(char::is_alphabetic)
}

fn right_of(lines: &[Line], label: Region, lexicon: &FieldLexicon) -> Option<usize> {
    let height = label.height.max(1.0);
    let beside = lines.iter().enumerate().filter(|(_, l)| {
        let r = l.region();
        let gap = r.left - label.right();
        l.spans.is_empty()
            && !lexicon.is_part_of_address(&compact(&l.reading.text))
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
