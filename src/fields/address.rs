//! Address blocks: a street line and, right under it, city, region and postal code.

use super::fold::tokens;
use super::line::Line;
use crate::geometry::Region;

/// Postal abbreviations of states, territories, provinces and military post.
const REGIONS: [&str; 75] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME",
    "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA",
    "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU", "VI", "AS", "MP", "AE",
    "AP", "AA", "FM", "MH", "PW", "ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "NT", "NU", "YT",
];

/// An address as it stands on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// In one line, parts separated by commas.
    pub text: String,
    pub region: Region,
    /// Mean of its lines, 0–1.
    pub confidence: f32,
    /// Index of its first line.
    pub first: usize,
}

/// The address blocks of a page, in reading order.
pub(super) fn find(lines: &[Line]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(600) {
        let text = line.reading.text.as_str();
        if !ends_in_region(text) {
            continue;
        }
        let whole = starts_as_street(text);
        let street = if whole { Some(at) } else { street_above(lines, at) };
        if let Some(first) = street {
            out.push(block(lines, first, at));
        }
        if out.len() >= 12 {
            break;
        }
    }
    out
}

fn block(lines: &[Line], first: usize, last: usize) -> Block {
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
    let text = parts.iter().map(|&i| strip_caption(&lines[i])).collect::<Vec<_>>().join(", ");
    let region = parts.iter().map(|&i| lines[i].region()).reduce(Region::union).unwrap_or_default();
    let confidence = parts.iter().map(|&i| lines[i].reading.confidence).sum::<f32>() / parts.len().max(1) as f32;
    Block { text, region, confidence, first }
}

/// The line without a leading caption or field number.
fn strip_caption(line: &Line) -> String {
    let start = line.spans.iter().filter(|s| s.first == 0).map(|s| s.end).max().unwrap_or(0);
    line.text(start, line.tokens.len()).to_owned()
}

fn aligned(a: Region, b: Region) -> bool {
    (a.left - b.left).abs() < 2.5 * a.height.max(b.height)
}

fn street_above(lines: &[Line], at: usize) -> Option<usize> {
    let city = lines[at].region();
    let candidates = lines.iter().enumerate().filter(|(i, l)| {
        let gap = city.center().y - l.region().center().y;
        *i != at && gap > 0.3 * city.height && gap < 3.2 * city.height && aligned(city, l.region())
    });
    let streets = candidates.filter(|(_, l)| starts_as_street(&strip_caption(l)));
    streets.max_by(|a, b| a.1.region().top.total_cmp(&b.1.region().top)).map(|(i, _)| i)
}

/// A house number and a word, or a post office box.
pub(super) fn starts_as_street(text: &str) -> bool {
    let words = tokens(text);
    let number = words.first().is_some_and(|t| t.folded.len() <= 6 && t.folded.bytes().all(|b| b.is_ascii_digit()));
    let word = words.iter().skip(1).any(|t| t.folded.chars().count() >= 3 && t.folded.chars().all(char::is_alphabetic));
    let pobox = words.len() >= 3 && words[0].folded == "P" && words[1].folded == "O" && words[2].folded == "BOX"
        || words.len() >= 2 && words[0].folded == "PO" && words[1].folded == "BOX";
    let dated = text.matches('/').count() >= 2;
    (number && word || pobox) && !dated && text.chars().count() <= 90
}

/// `CITY, ST 12345`, `CITY ST 12345-6789`, `City, ON K1A 0B1`. Spaces inside the code are tolerated.
fn ends_in_region(text: &str) -> bool {
    let words = tokens(text);
    let is_region = |i: usize| words.get(i).is_some_and(|t| REGIONS.contains(&t.folded.as_str()));
    (1..words.len()).rev().take(8).any(|i| {
        let rest: String = words[i + 1..].iter().map(|t| t.folded.as_str()).collect();
        let city =
            words[..i].iter().any(|t| t.folded.chars().count() >= 3 && t.folded.chars().all(char::is_alphabetic));
        let zip = matches!(rest.len(), 5 | 9) && rest.bytes().all(|b| b.is_ascii_digit());
        let canadian = rest.len() == 6 && rest.is_ascii() && rest.bytes().step_by(2).all(|b| b.is_ascii_uppercase());
        is_region(i) && city && (zip || canadian)
    })
}

/// Ends in a postal code of the United States: five or nine digits after the abbreviation of a state.
pub(super) fn is_american(text: &str) -> bool {
    ends_in_region(text) && tokens(text).last().is_some_and(|t| t.folded.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_with_regions_are_known() {
        for text in [
            "ANYTOWN, CA 95818",
            "RICHMOND,VA 23220",
            "DES MOINES, IA 50301-1234",
            "6364 LILLA TURNPIKE, AUERCHESTER, OH 30 731",
            "Ottawa, ON K1A 0B1",
        ] {
            assert!(ends_in_region(text), "{text}");
        }
        for text in ["CLASS C", "EXP 08/31/2014", "CA 95818", "ANYTOWN, ZZ 95818"] {
            assert!(!ends_in_region(text), "{text}");
        }
    }

    #[test]
    fn streets_begin_with_a_number() {
        assert!(starts_as_street("2570 24TH STREET") && starts_as_street("P.O. Box 12"));
        assert!(!starts_as_street("11/07/2016 4b Exp 01/12/2021") && !starts_as_street("ELM STREET"));
    }
}
