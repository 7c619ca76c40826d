//! The addressee of letters and bills: the name over the street line.
//!
//! A page may show other people over other addresses, its sender first of all. So the addressee is a claim only where the
//! page shows whose letter it is.

use super::address::Block;
use super::fold::{compact, tokens};
use super::holder::{Page, Printed, clean, unnumbered};
use super::line::{Line, is_name_like};
use super::{DocumentKind, kind, titles};
use crate::geometry::Region;

/// The addressee of letters and bills: the name over the street line.
pub(super) fn find(page: &Page) -> Option<Printed> {
    page.addresses.iter().find_map(|block| {
        let street = page.lines.get(block.first)?.region();
        addressee(page, above(page, street)?, block)
    })
}

/// Whether a page shows whose letter it is: the name or the street again (as the place that is served), or no other
/// address with a name over it.
fn is_only_addressee(page: &Page, name: &str, block: &Block) -> bool {
    let times = |text: &str| page.lines.iter().filter(|l| compact(&l.reading.text).contains(text)).count();
    let street = page.lines.get(block.first).map(|l| compact(&l.reading.text)).unwrap_or_default();
    let named = |b: &&Block| page.lines.get(b.first).is_some_and(|l| above(page, l.region()).is_some());
    times(&compact(name)) > 1
        || street.len() >= 8 && times(&street) > 1
        || page.addresses.iter().filter(named).count() == 1
}

fn addressee(page: &Page, line: &Line, block: &Block) -> Option<Printed> {
    let text = clean(titles::without(unnumbered(own_text(line)), page.lexicon, page.french));
    if tokens(&text).len() < 2 {
        return None;
    }
    let statement = kind::is_statement(page.guess.kind)
        || matches!(page.guess.kind, DocumentKind::ItinLetter | DocumentKind::IrsNotice | DocumentKind::W2);
    let sure = statement
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
