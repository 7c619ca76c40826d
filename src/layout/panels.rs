//! How the documents lie: from their outlines, and from what their text says.
//!
//! A translation pair is stated only with evidence: two languages, one of them English, and facts that both share. Two
//! columns, an open passport or a bilingual form are none.

use std::collections::BTreeSet;

use super::{Layout, LayoutKind, Outlines, Panel, Role, language};
use crate::codes::Codes;
use crate::geometry::{Quad, Region, Size};
use crate::text::{Reading, Transcript};

/// Fewest letters and digits on a page that can be a document.
const LEAST_TEXT: usize = 6;
/// Fewest numbers or capitalised words that both panels share for one to be the translation of the other.
const SHARED: usize = 3;
/// Fewest lines of a panel.
const LEAST_LINES: usize = 4;

/// A panel for each outline.
pub(super) fn of_outlines(outlines: &Outlines) -> Vec<Panel> {
    let panel = |outline: &Quad| Panel { outline: *outline, role: Role::Document, languages: Vec::new() };
    outlines.quads.iter().map(panel).collect()
}

/// Median slope of the lines in degrees; `None` for fewer than three lines of some length.
pub(super) fn skew_degrees(lines: &[Reading]) -> Option<f32> {
    let mut slopes: Vec<f32> = (lines.iter())
        .filter(|l| l.region.width > 3.0 * l.region.height)
        .map(|l| {
            let [a, b, ..] = l.outline.corners;
            (b.y - a.y).atan2(b.x - a.x).to_degrees()
        })
        .collect();
    if slopes.len() < 3 {
        return None;
    }
    slopes.sort_by(f32::total_cmp);
    Some(slopes[slopes.len() / 2].clamp(-45.0, 45.0))
}

/// Tells the kind of layout and the roles and languages of its panels.
pub(super) fn tell(layout: &mut Layout, size: Size, transcript: &Transcript, codes: &Codes) {
    let lines = &transcript.lines;
    let letters: usize = lines.iter().map(|l| l.text.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    if letters < LEAST_TEXT && layout.panels.is_empty() && codes.barcodes.is_empty() && codes.mrz.is_none() {
        layout.kind = LayoutKind::NoDocument;
        return;
    }
    let upright = transcript.rotation.turned(size);
    if let Some((kind, panels)) = translation(lines, upright) {
        let to_page = |(region, role, code): (Region, Role, &str)| Panel {
            outline: transcript.rotation.quad_to_page(Quad::from(region), size),
            role,
            languages: vec![code.to_owned()],
        };
        layout.kind = kind;
        layout.panels = panels.into_iter().map(to_page).collect();
        return;
    }
    for panel in &mut layout.panels {
        let inside = lines.iter().filter(|l| {
            let middle = transcript.rotation.point_to_page(l.region.center(), size);
            panel.outline.contains(middle)
        });
        panel.languages.extend(language::of(inside.map(|l| l.text.as_str())).map(str::to_owned));
    }
}

/// The lines on both sides of a gap.
type Halves<'a> = (Vec<&'a Reading>, Vec<&'a Reading>);
/// Where a panel is, what it is, and its language.
type Told = (Region, Role, &'static str);

/// Two panels of which one is the English translation of the other, beside it or below it.
fn translation(lines: &[Reading], upright: Size) -> Option<(LayoutKind, [Told; 2])> {
    let beside = split(lines, upright.width as f32, |r| (r.left, r.right()));
    let below = split(lines, upright.height as f32, |r| (r.top, r.bottom()));
    let kinds = [(LayoutKind::SideBySideTranslation, beside), (LayoutKind::StackedTranslation, below)];
    kinds.into_iter().find_map(|(kind, halves)| {
        let (first, second) = halves?;
        let (a, b) = (language_of(&first)?, language_of(&second)?);
        if a == b || (a != "en" && b != "en") || shared(&first, &second) < SHARED {
            return None;
        }
        let role = |code: &str| if code == "en" { Role::Translation } else { Role::Original };
        Some((kind, [(around(&first), role(a), a), (around(&second), role(b), b)]))
    })
}

/// The lines on both sides of the widest gap that no line crosses, if it lies in the middle part of the page.
fn split(lines: &[Reading], length: f32, span: impl Fn(&Region) -> (f32, f32)) -> Option<Halves<'_>> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|l| span(&l.region)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reach = spans.first()?.1;
    let mut widest: Option<(f32, f32)> = None; // width of the gap, its middle
    for (start, end) in &spans[1..] {
        let middle = (reach + start) / 2.0;
        if *start > reach && (0.3..0.7).contains(&(middle / length)) && widest.is_none_or(|w| start - reach > w.0) {
            widest = Some((start - reach, middle));
        }
        reach = reach.max(*end);
    }
    let (_, middle) = widest?;
    let (first, second): Halves = lines.iter().partition(|l| span(&l.region).1 <= middle);
    (first.len() >= LEAST_LINES && second.len() >= LEAST_LINES).then_some((first, second))
}

fn language_of(lines: &[&Reading]) -> Option<&'static str> {
    language::of(lines.iter().map(|l| l.text.as_str()))
}

/// Numbers of two digits or more and longer words in capitals (names) that stand in both.
fn shared(first: &[&Reading], second: &[&Reading]) -> usize {
    let tokens = |lines: &[&Reading]| -> BTreeSet<String> {
        let words = lines.iter().flat_map(|l| l.text.split(|c: char| !c.is_alphanumeric()));
        let tells = |w: &&str| {
            let number = w.len() >= 2 && w.chars().all(|c| c.is_ascii_digit());
            number || (w.chars().count() >= 4 && w.chars().all(char::is_uppercase))
        };
        words.filter(tells).map(str::to_owned).collect()
    };
    tokens(first).intersection(&tokens(second)).count()
}

fn around(lines: &[&Reading]) -> Region {
    lines.iter().map(|l| l.region).reduce(Region::union).unwrap_or_default()
}
