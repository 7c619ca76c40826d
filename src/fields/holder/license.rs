//! Surname and given names on licenses without words as captions: fields 1 and 2 of the card standard (AAMVA, EU), or
//! the two lines over the street.
//!
//! A number alone proves nothing, since houses and floors have numbers too: the two names must stand one under the
//! other in one column, and only the numbers or letters of both, or one of them and the street below, make a claim. A line
//! between the given names and the street goes on with them: a name without its middle names is no claim.

use super::candidate::{CLEAN, Page, Printed, clean, whole};
use crate::fields::fold::{compact, tokens};
use crate::fields::lexicon::proof::Proof;
use crate::fields::line::{Line, is_name_by, is_name_like};
use crate::fields::postal::starts_as_street;
use crate::geometry::Region;

/// Pairs of lines that are compared at most, each way.
const MAX_LINES: usize = 300;
/// Most confidence of a name that may go on in the next line.
const UNENDED: f32 = 0.75;

/// The field that a line says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Surname,
    Given,
}

/// A line that may be a part of the name.
struct Cell {
    text: String,
    mark: Option<Mark>,
    /// Has the words of a name, not only its letters.
    name_like: bool,
    region: Region,
    confidence: f32,
}

/// The name on a license, if two lines can be its parts.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let cells = cells(page);
    let pairs = cells.iter().flat_map(|a| cells.iter().filter(|b| may_follow(a, b)).map(move |b| (a, b)));
    let named = pairs.filter_map(|(a, b)| Some((trust(page, a, b)?, a, b)));
    let apart = |p: &(f32, &Cell, &Cell)| p.2.region.center().y - p.1.region.center().y;
    let (trust, a, b) = named.max_by(|x, y| x.0.total_cmp(&y.0).then(apart(y).total_cmp(&apart(x))))?;
    let marked = a.mark.is_some() || b.mark.is_some();
    // Of three lines over a street the lower two are given names.
    let surname = if marked { None } else { cells.iter().find(|c| c.mark.is_none() && is_alike(c, a)) };
    let (first, given) = match surname {
        Some(surname) => (surname, format!("{} {}", a.text, b.text)),
        None => (a, b.text.clone()),
    };
    let reading = a.confidence.min(b.confidence).min(first.confidence);
    let confidence = if reading >= CLEAN { trust * reading } else { trust.min(0.7) * reading };
    let found = Printed {
        full: whole(&given, &first.text),
        surname: first.text.clone(),
        given,
        confidence,
        region: Some(first.region.union(b.region)),
    };
    Some(if marked { with_middle_names(page, found, b.region) } else { found })
}

/// Whether a line stands right over another as the lines of one block do: as high, in one column.
fn is_alike(over: &Cell, line: &Cell) -> bool {
    let (r, height) = (over.region, line.region.height.max(1.0));
    let as_high = r.height > 0.85 * height && r.height < 1.18 * height;
    let column = (r.left - line.region.left).abs() < 0.5 * height;
    may_follow(over, line) && as_high && column && over.name_like
}

/// A name on a license with the line under its given names, where that goes on with them: in their column, as high, with
/// the street under it. Where no street shows where the name ends, such a line may be anything, and the name no claim.
pub(super) fn with_middle_names(page: &Page, name: Printed, given: Region) -> Printed {
    let height = given.height.max(1.0);
    let lines = page.lines.iter().filter(|l| l.reading.confidence >= 0.75 && l.spans.is_empty());
    let next = lines.filter(|l| {
        let r = l.region();
        let (down, right) = (r.center().y - given.center().y, r.left - given.left);
        let as_high = r.height > 0.7 * height && r.height < 1.4 * height;
        let named = mark_of(&l.reading.text).0.is_none() && is_name_like(&l.reading.text, page.lexicon);
        let own = !tokens(&name.full).iter().any(|t| compact(&l.reading.text) == t.folded);
        down > 0.45 * height
            && down < 1.7 * height
            && right > -height
            && right < 2.5 * height
            && as_high
            && named
            && own
    });
    let Some(line) = next.min_by(|a, b| a.region().top.total_cmp(&b.region().top)) else { return name };
    if page.addresses.iter().any(|b| b.region.contains(line.region().center())) {
        return name;
    }
    if !street_under(page, line.region()) {
        return Printed { confidence: name.confidence.min(UNENDED), ..name };
    }
    let given_names = format!("{} {}", name.given, clean(&line.reading.text));
    let clean = line.reading.confidence >= CLEAN;
    Printed {
        full: whole(&given_names, &name.surname),
        given: given_names,
        confidence: if clean { name.confidence } else { name.confidence.min(UNENDED) },
        region: name.region.map(|r| r.union(line.region())),
        ..name
    }
}

fn cells(page: &Page) -> Vec<Cell> {
    let in_address = |r: Region| page.addresses.iter().any(|b| b.region.contains(r.center()));
    // Print that runs upwards is no name.
    let lies = |r: Region| r.width > r.height;
    let lines = page.lines.iter().take(MAX_LINES).filter(|l| l.reading.confidence >= 0.75);
    lines.filter(|l| lies(l.region()) && !in_address(l.region())).filter_map(|l| cell(page, l)).collect()
}

fn cell(page: &Page, line: &Line) -> Option<Cell> {
    let (own, rest) = mark_of(&line.reading.text);
    let text = clean(rest);
    let beside = if own.is_none() { bare_mark_beside(page, line) } else { None };
    let mark = own.or(beside);
    let proof = if own.is_some() && line.reading.text.starts_with(['L', 'F']) { Proof::Mark } else { Proof::Caption };
    let name_like =
        if mark.is_some() { is_name_by(&text, page.lexicon, proof) } else { is_name_like(&text, page.lexicon) };
    let letters = text.chars().all(|c| c.is_alphabetic() || " -'.,".contains(c)) && text.chars().count() >= 2;
    let called = mark.is_some() && page.lexicon.is_name_too(&compact(&text));
    let captioned = !called && line.spans.iter().any(|s| !s.caption.is_name());
    let possible = name_like && !captioned || beside.is_some() && letters;
    possible.then(|| Cell { text, mark, name_like, region: line.region(), confidence: line.reading.confidence })
}

/// The mark at the start of a line, with a space, a full stop or nothing behind it, and what follows.
fn mark_of(text: &str) -> (Option<Mark>, &str) {
    for (code, mark) in [("LN", Mark::Surname), ("FN", Mark::Given), ("1", Mark::Surname), ("2", Mark::Given)] {
        let Some(rest) = text.strip_prefix(code) else { continue };
        let rest = rest.trim_start_matches(['.', ' ', ')', ':']);
        let begins_name = rest.chars().next().is_some_and(char::is_alphabetic);
        if begins_name && (code.len() == 1 || rest.chars().count() >= 2) {
            return (Some(mark), rest);
        }
    }
    (None, text)
}

/// A lone `1` or `2` right before a line, in the same row.
fn bare_mark_beside(page: &Page, line: &Line) -> Option<Mark> {
    beside(page, line).find_map(|text| match text {
        "1" | "LN" => Some(Mark::Surname),
        "2" | "FN" => Some(Mark::Given),
        _ => None,
    })
}

/// What stands right before a line, in the same row.
fn beside<'a>(page: &'a Page, line: &Line) -> impl Iterator<Item = &'a str> {
    let value = line.region();
    let near = move |l: &&Line| {
        let r = l.region();
        let gap = value.left - r.right();
        let height = value.height.max(1.0);
        gap > -0.5 * height && gap < 1.5 * height && (r.center().y - value.center().y).abs() < 0.3 * height
    };
    page.lines.iter().filter(near).map(|l| l.reading.text.trim_end_matches('.'))
}

/// One under the other with nothing else between, left edges in line.
fn may_follow(a: &Cell, b: &Cell) -> bool {
    let height = a.region.height.max(b.region.height).max(1.0);
    let down = b.region.center().y - a.region.center().y;
    let roles = a.mark != Some(Mark::Given) && b.mark != Some(Mark::Surname);
    let reach = if a.mark.is_some() && b.mark.is_some() { 3.0 } else { 1.9 };
    roles && down > 0.45 * height && down < reach * height && (a.region.left - b.region.left).abs() < 1.5 * height
}

/// How far two lines are to be trusted as surname and given names; `None` where nothing speaks for it.
fn trust(page: &Page, a: &Cell, b: &Cell) -> Option<f32> {
    let street = street_under(page, b.region);
    let trust = match (a.mark.is_some(), b.mark.is_some(), street) {
        (true, true, _) => 0.9,
        (false, true, true) | (true, false, true) => 0.88,
        (false, true, false) | (true, false, false) => 0.55,
        (false, false, true) => 0.7,
        (false, false, false) => return None,
    };
    Some(if a.name_like && b.name_like { trust } else { trust.min(0.7) })
}

/// A street line is the next legible thing under the name, but for captions too small to be read.
fn street_under(page: &Page, name: Region) -> bool {
    let height = name.height.max(1.0);
    let under = page.lines.iter().filter(|l| {
        let down = l.region().center().y - name.center().y;
        let aligned = (l.region().left - name.left).abs() < 2.0 * height;
        let legible = l.reading.confidence >= 0.75 && l.region().width > l.region().height;
        legible && l.tokens.len() > 1 && aligned && down > 0.45 * height && down < 2.8 * height
    });
    let next = under.min_by(|a, b| a.region().top.total_cmp(&b.region().top));
    next.is_some_and(|l| {
        let text = l.reading.text.as_str();
        let numbered = text.strip_prefix('8').map(|t| t.trim_start_matches(['.', ' ']));
        starts_as_street(text) || numbered.is_some_and(starts_as_street) || beside(page, l).any(|t| t == "8")
    })
}

#[cfg(test)]
mod tests {
    use crate::assets::Assets;
    use crate::codes::Codes;
    use crate::fields::{FieldLexicon, Holder, extract};
    use crate::geometry::Size;
    use crate::testing::readings::page;

    fn holder(text: &str) -> Option<Holder> {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        extract(&lexicon, &page(text), &Codes::default(), Size::new(1200, 900)).holder
    }

    fn parts(h: &Holder) -> (&str, &str) {
        (h.surname.as_str(), h.given_names.as_str())
    }

    #[test]
    fn one_number_and_the_street_below_are_enough() {
        let h = holder("KANSAS DRIVER LICENSE USA\nQUILLON\n2 MARISOL ANN\n8 12 ELM STREET\nHOLTON, KS 66436").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
        assert!(h.confidence >= 0.8);
    }

    #[test]
    fn two_lines_over_the_street_are_no_claim() {
        let h = holder("VIRGINIA DRIVER LICENSE USA\nQUILLON\nMARISOL ANN\n12 ELM STREET\nNORFOLK, VA 23220").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
        assert!(h.confidence < 0.8);
    }

    #[test]
    fn the_number_of_a_house_is_no_field_number() {
        let h = holder("IDENTIFICATION CARD\nNAME\nQuillon\nMarisol, J\nADDRESS/ZIP\n1 Foundry North\n6th Floor\nBrooklyn, NY 11201")
            .unwrap();
        assert_eq!(h.full_name, "Quillon Marisol, J");
        let none = holder("IDENTIFICATION CARD\nADDRESS/ZIP\n1 Foundry North\n6th Floor\nBrooklyn, NY 11201");
        assert!(none.is_none_or(|h| h.confidence < 0.8));
    }

    #[test]
    fn the_name_of_the_state_is_no_name() {
        let h =
            holder("1|MINNESOTA\nDRIVER LICENSE\nQUILLON\n2 MARISOL ANN\n8 12 ELM STREET\nHOLTON, MN 55417").unwrap();
        assert_eq!(parts(&h), ("QUILLON", "MARISOL ANN"));
    }
}
