//! The addressee of letters and bills: the name over the street line.
//!
//! A page may show other people over other addresses, its sender first of all. So the addressee is a claim only where
//! the page shows whose letter it is.

use super::candidate::{Page, Printed, clean, unnumbered};
use super::titles;
use crate::fields::address::Block;
use crate::fields::fold::{compact, tokens};
use crate::fields::line::{Line, is_name_like};
use crate::geometry::Region;
use crate::kinds::DocumentKind;

/// Letters this many times as high as those of the street are a letterhead's.
const LETTERHEAD: f32 = 1.35;

/// The addressee of letters and bills: the name over the street line. Of several the one that looks least like a
/// sender.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let addressed = page.addresses.iter().filter(|block| !block.others);
    let named = addressed.filter_map(|block| Some((block, name_over(page, block)?)));
    let scored = named.map(|(block, line)| (looks_like_a_person(page, line, block), block, line));
    // The last of equals would be taken, so the search begins at the end.
    let candidates: Vec<(i32, &Block, &Line)> = scored.collect();
    let (score, block, line) = candidates.into_iter().rev().max_by_key(|c| c.0)?;
    addressee(page, line, block, score)
}

fn name_over<'a>(page: &'a Page, block: &Block) -> Option<&'a Line<'a>> {
    above(page, page.lines.get(block.first)?.region())
}

/// How much a name over an address looks like a person's: titles are put before people only, and what is written again
/// as the place that is served is the customer's. Senders stand somewhere in large letters, have their address in one
/// line, or a box at the post office.
fn looks_like_a_person(page: &Page, line: &Line, block: &Block) -> i32 {
    let name = unnumbered(own_text(line));
    let titled = titles::without(name, page.lexicon, page.french) != name;
    let street = page.lines.get(block.first).map_or(0.0, |l| l.region().height);
    let key = compact(name);
    let as_letterhead = |l: &Line| l.region().height > LETTERHEAD * street && compact(&l.reading.text).contains(&key);
    let large = page.lines.iter().any(as_letterhead);
    let one_line = page.lines.get(block.first).is_some_and(|l| l.region() == block.region);
    let box_number = compact(&block.text).starts_with("POBOX");
    let sender = 2 * i32::from(large) + i32::from(one_line) + i32::from(box_number);
    3 * i32::from(titled) + i32::from(is_again(page, name, block)) - sender
}

/// Whether the name or the street stands on the page again.
fn is_again(page: &Page, name: &str, block: &Block) -> bool {
    let times = |text: &str| page.lines.iter().filter(|l| compact(&l.reading.text).contains(text)).count();
    let street = page.lines.get(block.first).map(|l| compact(&l.reading.text)).unwrap_or_default();
    let name = compact(name);
    name.len() >= 5 && times(&name) > 1 || street.len() >= 8 && times(&street) > 1
}

/// Whether a page shows whose letter it is: the name or the street again (as the place that is served), or no other
/// address with a name over it that may be a person's.
fn is_only_addressee(page: &Page, name: &str, block: &Block) -> bool {
    let may_be = |b: &&Block| !b.others && name_over(page, b).is_some_and(|l| looks_like_a_person(page, l, b) >= 0);
    is_again(page, name, block) || page.addresses.iter().filter(may_be).count() == 1
}

fn addressee(page: &Page, line: &Line, block: &Block, score: i32) -> Option<Printed> {
    let text = clean(titles::without(unnumbered(own_text(line)), page.lexicon, page.french));
    // One word may be a whole name, or the rest of one.
    let single = tokens(&text).len() < 2;
    if single && text.chars().count() < 4 {
        return None;
    }
    let statement = page.guess.kind.traits().mailed
        || matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice | DocumentKind::W2);
    let sure = statement
        && !single
        && score >= 0
        && page.guess.confidence >= 0.7
        && line.reading.confidence >= 0.96
        && is_only_addressee(page, &text, block);
    let confidence = if sure { 0.82 } else { 0.65 } * line.reading.confidence.max(0.5);
    Some(Printed {
        surname: String::new(),
        given: String::new(),
        full: text,
        confidence: if sure { confidence.max(0.8) } else { confidence },
        region: Some(line.region()),
    })
}

/// The name-like line right over a box, left edges in line.
fn above<'a>(page: &'a Page, r: Region) -> Option<&'a Line<'a>> {
    let height = r.height.max(1.0);
    let over = page.lines.iter().filter(|l| {
        let gap = r.center().y - l.region().center().y;
        let legible = l.reading.confidence >= 0.75;
        legible && gap > 0.4 * height && gap < 2.8 * height && (l.region().left - r.left).abs() < 1.5 * height
    });
    let nearest = over.max_by(|a, b| a.region().top.total_cmp(&b.region().top))?;
    let fits =
        nearest.spans.iter().all(|s| s.caption.is_name()) && is_name_like(unnumbered(own_text(nearest)), page.lexicon);
    fits.then_some(nearest)
}

/// The line without captions before its value.
fn own_text<'a>(line: &Line<'a>) -> &'a str {
    match line.spans.last() {
        Some(span) => line.text(span.end, line.tokens.len()),
        None => line.reading.text.as_str(),
    }
}
