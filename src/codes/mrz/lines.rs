//! Which of the lines on a page may be lines of a machine readable zone, and how they stand together.
//!
//! Works on shape only: the character set, the share of filler, the geometry. Whether a zone is real is proven by its
//! check digits, elsewhere.

use crate::geometry::{Quad, Region};
use crate::text::Reading;

/// Most lines of a page that are looked at; a page of print has a few hundred.
const MAX_LINES: usize = 2000;
/// Shortest line that can be a whole MRZ line with its fillers lost, in characters.
const MIN_WHOLE: usize = 20;
/// Shortest part of a line that was read as two boxes.
const MIN_PART: usize = 4;

/// One row of a page that may be an MRZ line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Letters, digits and filler only.
    pub text: String,
    /// Its box.
    pub region: Region,
    /// Its four corners; the first is where it begins.
    pub outline: Quad,
    /// Height of the letters' line in pixels: less than that of the box where the line is tilted.
    pub height: f32,
    /// 0–1.
    pub confidence: f32,
}

/// Upper case without spaces, every look-alike of the filler as `<`, everything else kept.
pub(super) fn normalized(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().take(200) {
        match c {
            '«' | '《' | '≪' => out.push_str("<<"),
            '‹' | '〈' | '＜' | '≤' | '{' | '(' | '[' | '⟨' | '∠' | 'く' | '»' | '》' | '›' | '〉' | '＞' | '>' =>
            {
                out.push('<');
            }
            c if c.is_whitespace() || matches!(c, '.' | ',' | '·' | '\'' | '`' | '_' | '-' | '~' | '*' | ':' | '"') => {
            }
            c => out.extend(c.to_uppercase()),
        }
    }
    out
}

fn in_alphabet(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit() || c == '<'
}

/// Share of characters that an MRZ can hold.
fn purity(text: &str) -> f32 {
    let count = text.chars().count().max(1);
    text.chars().filter(|c| in_alphabet(*c)).count() as f32 / count as f32
}

/// Whether a row as a whole may be an MRZ line. Fillers tell; a last line or a second line without any has to be one
/// unbroken run of capitals and digits.
pub(super) fn is_candidate(text: &str) -> bool {
    let count = text.chars().count();
    if !(MIN_WHOLE..=60).contains(&count) || purity(text) < 0.9 {
        return false;
    }
    let fillers = text.chars().filter(|c| *c == '<').count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    fillers >= 3 || (fillers >= 1 && digits >= 10) || (digits >= 14 && (28..=46).contains(&count))
}

/// The rows of a page that may be MRZ lines, top to bottom. Boxes side by side are joined to one row.
pub(super) fn rows(lines: &[Reading]) -> Vec<Row> {
    let parts: Vec<Row> = lines.iter().take(MAX_LINES).filter_map(part).collect();
    let mut used = vec![false; parts.len()];
    let mut rows = Vec::new();
    for i in 0..parts.len() {
        if used[i] || !parts[i].text.contains('<') && !is_candidate(&parts[i].text) {
            continue;
        }
        let mut members: Vec<usize> =
            (0..parts.len()).filter(|&j| j == i || !used[j] && on_one_row(&parts[i], &parts[j])).collect();
        members.sort_by(|a, b| parts[*a].region.left.total_cmp(&parts[*b].region.left));
        let alone = is_candidate(&parts[i].text) && [30, 36, 44].contains(&parts[i].text.len());
        let chosen = if alone { vec![i] } else { members };
        let joined = join(&chosen.iter().map(|&j| &parts[j]).collect::<Vec<_>>());
        if is_candidate(&joined.text) {
            for &j in &chosen {
                used[j] = true;
            }
            rows.push(Row { text: joined.text.chars().filter(|c| in_alphabet(*c)).collect(), ..joined });
        }
    }
    rows.sort_by(|a, b| a.region.top.total_cmp(&b.region.top));
    rows
}

fn part(line: &Reading) -> Option<Row> {
    let text = normalized(&line.text);
    let lower = line.text.chars().filter(|c| c.is_lowercase()).count();
    let possible = text.chars().count() >= MIN_PART && purity(&text) >= 0.8 && lower * 4 <= line.text.chars().count();
    let side = line.outline.corners[0].distance(line.outline.corners[3]);
    let height = if side > 0.0 { side.min(line.region.height) } else { line.region.height };
    possible.then_some(Row { text, region: line.region, outline: line.outline, height, confidence: line.confidence })
}

fn join(parts: &[&Row]) -> Row {
    let text: String = parts.iter().map(|p| p.text.as_str()).collect();
    let region = parts.iter().map(|p| p.region).reduce(Region::union).unwrap_or_default();
    let ends = parts.first().zip(parts.last()).map(|(first, last)| (first.outline.corners, last.outline.corners));
    let outline = ends.map_or(Quad::from(region), |(first, last)| Quad::new([first[0], last[1], last[2], first[3]]));
    let confidence = parts.iter().map(|p| p.confidence).fold(1.0, f32::min);
    let height = parts.iter().map(|p| p.height).fold(0.0, f32::max);
    Row { text, region, outline, height, confidence }
}

/// Side by side: the same height, little overlap in width, a gap of no more than three line heights.
fn on_one_row(a: &Row, b: &Row) -> bool {
    let height = a.region.height.min(b.region.height).max(1.0);
    let shared = a.region.bottom().min(b.region.bottom()) - a.region.top.max(b.region.top);
    let (left, right) = if a.region.left <= b.region.left { (a, b) } else { (b, a) };
    let gap = right.region.left - left.region.right();
    let similar = a.region.height.max(b.region.height) < 1.8 * height;
    shared > 0.6 * height && similar && gap > -0.8 * height && gap < 3.0 * height
}

/// Whether the second row can be the line right under the first.
pub(super) fn follows(a: &Row, b: &Row) -> bool {
    let height = a.height.max(b.height).max(1.0);
    let distance = b.region.center().y - a.region.center().y;
    let shared = a.region.right().min(b.region.right()) - a.region.left.max(b.region.left);
    distance > 0.4 * a.height.min(b.height)
        && distance < 4.0 * height
        && shared > 0.5 * a.region.width.min(b.region.width)
        && (a.region.left - b.region.left).abs() < 0.2 * a.region.width.max(b.region.width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::readings::line;

    #[test]
    fn lookalikes_of_the_filler_are_unified() {
        assert_eq!(normalized("p«uto Eriksson‹‹anna"), "P<<UTOERIKSSON<<ANNA");
    }

    #[test]
    fn print_is_no_candidate() {
        for text in ["UNITED STATES OF AMERICA DEPARTMENT", "Date of birth / Date de naissance", "12345678901234567890"]
        {
            assert!(!is_candidate(&normalized(text)), "{text}");
        }
    }

    #[test]
    fn two_boxes_side_by_side_are_one_row() {
        let page = [
            line("P<UTOERIKSSON<<ANNA", 10.0, 100.0, 190.0, 14.0),
            line("<MARIA<<<<<<<<<<<<<<<<<<<", 204.0, 101.0, 240.0, 14.0),
        ];
        let rows = rows(&page);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].text, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
    }
}
