//! How the documents lie: from their outlines, and from what their text says.
//!
//! A translation pair is stated only with evidence ([`super::evidence`]). An open passport, two sides of a card or two
//! columns look like a pair but are not; each has marks of its own by which it is recognized. Everything is in upright
//! space.

use super::blocks::{self, Blocks, Way};
use super::evidence::{self, Content};
use super::two_sides::{self, Code};
use super::{Layout, LayoutKind, Panel, Role, language, touching};
use crate::codes::{Codes, MrzFormat};
use crate::geometry::{Point, Quad, Region, Size};
use crate::kinds::{ID1_MM, TD3_MM};
use crate::outline::Outlines;
use crate::outline::shape;
use crate::text::{Reading, Script, Transcript};

/// Fewest letters and digits on a page that can be a document. A line that cannot be read counts as this many.
const LEAST_TEXT: usize = 6;
/// Share of the print in an unreadable script above which the panel's language is taken to be one of that script.
const FOREIGN: f32 = 0.4;
/// Aspect ratio of an ID-1 card (ISO/IEC 7810), and how far perspective may change it.
const CARD: f32 = ID1_MM[0] / ID1_MM[1];
const CARD_SPREAD: f32 = 0.28;
/// How far the ratio may differ after perspective is taken out.
const CARD_SHAPE_SPREAD: f32 = 0.09;
/// How much longer one of two cards of equal size may look, as a ratio.
const SAME_SIZE: f32 = 1.16;
/// Size of a passport's page in widths of its machine readable zone (ICAO Doc 9303 part 4: 44 letters of 2.54 mm).
const PAGE_HEIGHT: f32 = TD3_MM[1] / (44.0 * 2.54);
const PAGE_WIDTH: f32 = TD3_MM[0] / (44.0 * 2.54);
/// Share of its height by which a page may look shorter and still count as whole: its far side is farther from the
/// camera.
const SHORTER: f32 = 0.06;
/// Least width over height of two papers side by side: a narrower area would be one sheet. Least height over width of
/// two papers one above the other.
const TWO_WIDE: f32 = 1.0;
const TWO_HIGH: f32 = 1.25;
/// Largest area between the two pages of an open booklet, as a share of one page.
const FOLD: f32 = 0.08;
/// Least share of all print that must lie inside of the outlines.
const INSIDE: f32 = 0.6;
/// Assumed margin of paper around print, as a multiple of the line height, if no outline was found.
const MARGIN: f32 = 2.0;

/// A panel for each outline.
pub(super) fn of_outlines(outlines: &Outlines) -> Vec<Panel> {
    let panel = |outline: &Quad| Panel { outline: *outline, role: Role::Document, languages: Vec::new() };
    outlines.quads.iter().map(panel).collect()
}

/// Median slope of the lines in degrees; `None` for fewer than three lines of some length. Length and height are those
/// of the outline: the box of a line that lies askew is nearly a square.
pub(super) fn skew_degrees<'a>(lines: impl Iterator<Item = &'a Reading>) -> Option<f32> {
    let mut slopes: Vec<f32> = lines
        .map(|line| line.outline.corners)
        .filter(|[a, b, c, _]| a.distance(*b) > 3.0 * b.distance(*c))
        .map(|[a, b, ..]| (b.y - a.y).atan2(b.x - a.x).to_degrees())
        .collect();
    if slopes.len() < 3 {
        return None;
    }
    slopes.sort_by(f32::total_cmp);
    Some(slopes[slopes.len() / 2].clamp(-45.0, 45.0))
}

/// The upright page: what all rules look at.
struct Upright<'a> {
    /// The lines that were read, followed by those that cannot be read.
    lines: Vec<Reading>,
    /// The scripts of the lines that cannot be read.
    foreign: Vec<Script>,
    outlines: Vec<Quad>,
    /// Sheets inside of the outlines.
    parts: Vec<Quad>,
    codes: &'a Codes,
    /// Boxes of barcodes and of the machine readable zone.
    barcodes: Vec<Region>,
    mrz: Option<Region>,
    page: Size,
}

/// Tells the kind of layout and the roles and languages of its panels. `parts` are sheets inside of the outlines.
pub(super) fn tell(layout: &mut Layout, (size, parts): (Size, &[Quad]), transcript: &Transcript, codes: &Codes) {
    let read: usize = transcript.lines.iter().map(|l| l.text.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let letters = read + LEAST_TEXT * transcript.foreign.len();
    layout.letters = Some(letters);
    let any_code = !codes.barcodes.is_empty() || codes.mrz.is_some() || codes.mrz_fragment.is_some();
    if letters < LEAST_TEXT && !any_code {
        // a sheet without print is not a document, whatever its edges
        layout.kind = LayoutKind::NoDocument;
        layout.panels.clear();
        return;
    }
    let mut upright = Upright::of(layout, (size, parts), transcript, codes);
    upright.spare_other_page(&mut layout.cut_edges);
    if let Some((kind, panels)) = upright.translation(layout.skew_degrees.unwrap_or(0.0)) {
        (layout.kind, layout.panels) = (kind, panels);
        return;
    }
    if let Some(sides) = upright.sides_without_edges() {
        let panel = |side: Region| Panel { outline: side.into(), role: Role::Document, languages: Vec::new() };
        (layout.kind, layout.panels) = (LayoutKind::FrontAndBack, sides.map(panel).to_vec());
        // boxes around print have neither cut edges nor a tilt
        (layout.cut_edges, layout.tilt_degrees) = ([false; 4], None);
        return upright.tell_languages(layout);
    }
    if upright.most_print_is_outside() {
        // a part of a document was taken for all of it
        layout.panels.clear();
        upright.outlines.clear();
        (layout.cut_edges, layout.tilt_degrees) = ([false; 4], None);
    }
    layout.panels.retain(|p| upright.holds_something(&p.outline));
    layout.kind = upright.kind();
    if layout.kind == LayoutKind::BookletSpread
        && let [a, b] = upright.outlines[..]
    {
        layout.panels = vec![Panel { outline: around_both(&a, &b), role: Role::Document, languages: Vec::new() }];
    }
    upright.tell_languages(layout);
}

impl<'a> Upright<'a> {
    fn of(layout: &Layout, (page, parts): (Size, &[Quad]), transcript: &Transcript, codes: &'a Codes) -> Self {
        let mut upright = Self {
            lines: transcript.lines.iter().chain(transcript.foreign.iter().map(|f| &f.line)).cloned().collect(),
            foreign: transcript.foreign.iter().map(|f| f.script).collect(),
            outlines: layout.panels.iter().map(|p| p.outline).collect(),
            parts: parts.to_vec(),
            codes,
            barcodes: codes.barcodes.iter().map(|b| b.region).collect(),
            mrz: codes.mrz.as_ref().map(|m| m.region),
            page,
        };
        let outlines = std::mem::take(&mut upright.outlines);
        upright.outlines = outlines.into_iter().filter(|q| upright.holds_something(q)).collect();
        upright
    }

    /// Tells the languages of the panels. A single panel without a language gets the language of the whole page.
    fn tell_languages(&self, layout: &mut Layout) {
        let of = |lines: &[usize]| {
            let texts = lines.iter().map(|i| self.lines[*i].text.as_str());
            language::of(texts).or_else(|| self.script(lines)).map(str::to_owned)
        };
        for panel in &mut layout.panels {
            let outline = panel.outline;
            let inside = |i: &usize| outline.contains(self.lines[*i].region.center());
            let inside: Vec<usize> = (0..self.lines.len()).filter(inside).collect();
            panel.languages.extend(of(&inside));
        }
        let all: Vec<usize> = (0..self.lines.len()).collect();
        match layout.panels.as_mut_slice() {
            [panel] if panel.languages.is_empty() => panel.languages.extend(of(&all)),
            _ => {}
        }
    }

    /// The unreadable script that makes up more than [`FOREIGN`] of these lines.
    fn script(&self, lines: &[usize]) -> Option<&'static str> {
        let first = self.lines.len() - self.foreign.len();
        let of = |i: &usize| i.checked_sub(first).and_then(|i| self.foreign.get(i));
        let width = |lines: &mut dyn Iterator<Item = &usize>| lines.map(|i| self.lines[*i].region.width).sum::<f32>();
        let all = width(&mut lines.iter());
        let much = |script: &&Script| width(&mut lines.iter().filter(|i| of(i) == Some(script))) > FOREIGN * all;
        self.foreign.iter().find(much).map(|script| script.language())
    }

    /// Whether there is print or a code inside of an outline.
    fn holds_something(&self, outline: &Quad) -> bool {
        let inside = |r: &Region| outline.contains(r.center());
        self.lines.iter().any(|l| inside(&l.region)) || self.barcodes.iter().chain(&self.mrz).any(inside)
    }

    /// Whether most of what was read lies outside of all outlines.
    fn most_print_is_outside(&self) -> bool {
        let letters = |l: &Reading| l.text.chars().filter(|c| c.is_alphanumeric()).count();
        let all: usize = self.lines.iter().map(letters).sum();
        let held = |l: &&Reading| self.outlines.iter().any(|q| q.contains(l.region.center()));
        let inside: usize = self.lines.iter().filter(held).map(letters).sum();
        !self.outlines.is_empty() && (inside as f32) < INSIDE * all as f32
    }

    /// The kind of layout of a page that is not a translation.
    fn kind(&self) -> LayoutKind {
        if self.is_spread() {
            return LayoutKind::BookletSpread;
        }
        let cards = self.two_cards();
        match cards {
            Some((a, b)) if self.are_two_sides(&a, &b) => LayoutKind::FrontAndBack,
            Some(_) => LayoutKind::SeveralDocuments,
            None if self.outlines.len() > 1 => LayoutKind::SeveralDocuments,
            None => LayoutKind::Single,
        }
    }

    /// Whether a passport lies open with a page above (or beside) its data page.
    fn is_spread(&self) -> bool {
        let passport = self.codes.mrz.as_ref().is_some_and(|m| matches!(m.format, MrzFormat::Td3));
        let Some(zone) = self.mrz.filter(|_| passport) else { return false };
        let page_height = PAGE_HEIGHT * zone.width;
        if let [a, b] = self.outlines[..]
            && self.two_cards().is_some()
        {
            // two pages of one booklet meet in its fold
            let fold = around_both(&a, &b).area() - a.area() - b.area();
            return fold < FOLD * a.area();
        }
        if let Some(outline) = self.outlines.iter().find(|q| q.contains(zone.center())) {
            let (width, height) = sides(outline);
            let low = (zone.center().y - outline.bounds().top) / outline.bounds().height.max(1.0) > 0.7;
            return (height > 1.55 * page_height && width < 1.5 * PAGE_WIDTH * zone.width && low)
                || width > 1.8 * PAGE_WIDTH * zone.width && height < 1.5 * page_height;
        }
        // print above the data page that is no wider than that page
        let top = zone.bottom() - 1.08 * page_height;
        let above = self.lines.iter().filter(|l| {
            let r = l.region;
            r.bottom() < top
                && r.bottom() > top - 1.1 * page_height
                && r.left > zone.left - 0.15 * zone.width
                && r.right() < zone.right() + 0.15 * zone.width
        });
        above.count() >= 1
    }

    /// A passport whose data page is fully in the picture is not cut off, even if the booklet's other page is. A page
    /// seen from the side of its code lines looks shorter.
    fn spare_other_page(&self, cut_edges: &mut [bool; 4]) {
        let passport = self.codes.mrz.as_ref().is_some_and(|m| matches!(m.format, MrzFormat::Td3));
        let Some(zone) = self.mrz.filter(|_| passport) else { return };
        let (width, height) = (PAGE_WIDTH * zone.width, PAGE_HEIGHT * zone.width);
        let left = zone.center().x - width / 2.0;
        let (bottom, seen) = (zone.bottom() + 0.07 * height, height * (1.0 - SHORTER));
        let data_page = Region::new(left, bottom - seen, width, seen);
        let r = data_page;
        let (w, h) = (self.page.width as f32, self.page.height as f32);
        let room = [r.left / w, r.top / h, 1.0 - r.right() / w, 1.0 - r.bottom() / h];
        for (cut, room) in cut_edges.iter_mut().zip(room) {
            *cut &= room < 0.0;
        }
    }

    /// Two cards of the same size, by their outlines.
    fn two_cards(&self) -> Option<(Quad, Quad)> {
        let cards: Vec<Quad> = self.outlines.iter().filter(|q| is_card(q)).copied().collect();
        if let [a, b] = cards[..] {
            let longest = |q: &Quad| sides(q).0.max(sides(q).1);
            let ratio = longest(&a) / longest(&b).max(1.0);
            return (1.0 / SAME_SIZE..SAME_SIZE).contains(&ratio).then_some((a, b));
        }
        None
    }

    /// Back and front of a card, found by its code, if the edges of at most one of the two sides are seen.
    fn sides_without_edges(&self) -> Option<[Region; 2]> {
        let code = match (&self.codes.mrz, self.codes.barcodes.as_slice()) {
            (Some(zone), _) => Code::Zone(self.mrz.filter(|_| zone.format == MrzFormat::Td1)?),
            (None, [barcode]) if barcode.aamva.is_some() => {
                Code::Barcode(self.barcodes.first().copied().filter(|r| r.width > r.height)?)
            }
            _ => return None,
        };
        let [back, front] = two_sides::find(code, &self.lines)?;
        // two outlines are better evidence than this; and if one card contains both, they are on the same side
        let is_one = |q: &Quad| is_card(q) && q.contains(back.center()) && q.contains(front.center());
        (self.outlines.len() < 2 && !self.outlines.iter().any(is_one)).then_some([back, front])
    }

    /// Whether one of two cards shows what only backs have.
    fn are_two_sides(&self, a: &Quad, b: &Quad) -> bool {
        let coded = |q: &Quad| {
            let long = self.barcodes.iter().any(|r| q.contains(r.center()));
            let zone = self.mrz.is_some_and(|r| q.contains(r.center()));
            long || zone
        };
        coded(a) != coded(b)
    }

    /// Original and translation: the best pair of blocks.
    fn translation(&self, skew_degrees: f32) -> Option<(LayoutKind, Vec<Panel>)> {
        let content = |of: &[usize]| Content::of(of.iter().map(|i| self.lines[*i].text.as_str()), self.script(of));
        let mut best: Option<(f32, Blocks, evidence::Translation)> = None;
        for pair in blocks::pairs(&self.lines, &self.outlines, skew_degrees) {
            let (first, second) = (content(&pair.first), content(&pair.second));
            let Some(found) = evidence::translation(&first, &second) else { continue };
            // outlines are better evidence than a gap
            let rank = found.points + if pair.outlines.is_some() { 2.0 } else { 0.0 };
            // two cards of one person share name and dates, too
            let alike = !found.certified && self.are_identity_documents(&pair);
            if !alike && self.is_two_papers(&pair) && best.as_ref().is_none_or(|b| rank > b.0) {
                best = Some((rank, pair, found));
            }
        }
        let (_, pair, found) = best?;
        let kind = match pair.way {
            Way::Beside => LayoutKind::SideBySideTranslation,
            Way::Below => LayoutKind::StackedTranslation,
        };
        let (first, second) = self.papers(&pair);
        let (original, english) = (
            (Role::Original, found.from.into_iter().map(str::to_owned).collect()),
            (Role::Translation, vec!["en".to_owned()]),
        );
        let (a, b) = if found.first_is_original { (original, english) } else { (english, original) };
        let panel = |outline: Quad, (role, languages): (Role, Vec<String>)| Panel { outline, role, languages };
        Some((kind, vec![panel(first, a), panel(second, b)]))
    }

    /// Whether both papers are cards, or one of them has a zone or a barcode: the translation of an identity document
    /// is certified.
    fn are_identity_documents(&self, pair: &Blocks) -> bool {
        let held = |of: &[usize]| self.outlines.iter().position(|q| self.share(q, of) >= 0.6);
        let (a, b) = (held(&pair.first), held(&pair.second));
        let both = [a, b].into_iter().all(|n| n.is_some_and(|n| self.has_shape_of_card(&self.outlines[n])));
        let cards = both && a != b;
        let coded = |of: &[usize]| {
            let area = self.around(of);
            self.barcodes.iter().chain(&self.mrz).any(|r| area.contains(r.center()))
        };
        cards || coded(&pair.first) || coded(&pair.second)
    }

    /// Whether a sheet has the aspect ratio of a card after perspective is taken out: A4 and US Letter do not.
    fn has_shape_of_card(&self, outline: &Quad) -> bool {
        let upright = self.page;
        let ratio = shape::ratio(&outline.corners, upright.width as f32, upright.height as f32);
        ratio.is_none_or(|r| (r.max(1.0 / r) - CARD).abs() <= CARD_SHAPE_SPREAD)
    }

    /// Whether the two blocks together are too wide for one sheet with two columns (or too high for one with two
    /// paragraphs).
    fn is_two_papers(&self, pair: &Blocks) -> bool {
        if pair.outlines.is_some() {
            return true;
        }
        let all = self.around(&pair.first).union(self.around(&pair.second));
        match pair.way {
            Way::Beside => all.width > TWO_WIDE * all.height,
            Way::Below => all.height > TWO_HIGH * all.width,
        }
    }

    /// The outlines of both papers: those that were found, or the print with a margin.
    fn papers(&self, pair: &Blocks) -> (Quad, Quad) {
        if let Some(outlines) = pair.outlines {
            return outlines;
        }
        let (a, b) = (self.around(&pair.first), self.around(&pair.second));
        let height = |of: &[usize]| {
            let mut heights: Vec<f32> = of.iter().map(|i| self.lines[*i].region.height).collect();
            heights.sort_by(f32::total_cmp);
            heights.get(heights.len() / 2).copied().unwrap_or(0.0)
        };
        let upright = self.page.region();
        let grown = |r: Region, of: &[usize]| r.grown(MARGIN * height(of)).intersection(upright);
        let (mut first, mut second) = (grown(a, &pair.first), grown(b, &pair.second));
        // neither may reach beyond the middle of the gap
        match pair.way {
            Way::Beside => {
                let middle = a.right().midpoint(b.left);
                first.width = first.width.min((middle - first.left).max(a.width));
                let left = second.left.max(middle.min(b.left));
                (second.width, second.left) = (second.right() - left, left);
            }
            Way::Below => {
                let middle = a.bottom().midpoint(b.top);
                first.height = first.height.min((middle - first.top).max(a.height));
                let top = second.top.max(middle.min(b.top));
                (second.height, second.top) = (second.bottom() - top, top);
            }
        }
        let a = self.outline_around(&pair.first, &pair.second);
        let b = self.outline_around(&pair.second, &pair.first);
        match (a, b) {
            (Some(a), Some(b)) => (a, b),
            (Some(a), None) => (a, self.beside(&a, pair).unwrap_or_else(|| second.into())),
            (None, Some(b)) => (self.beside(&b, pair).unwrap_or_else(|| first.into()), b),
            (None, None) => (first.into(), second.into()),
        }
    }

    /// The paper that touches `paper`, if one outline was found around both.
    fn beside(&self, paper: &Quad, pair: &Blocks) -> Option<Quad> {
        let hull = self.outlines.iter().find(|q| self.share(q, &pair.first).min(self.share(q, &pair.second)) >= 0.8)?;
        touching::other_paper(hull, paper, self.page)
    }

    /// An outline that holds nearly all of some lines and hardly any of the others.
    fn outline_around(&self, of: &[usize], others: &[usize]) -> Option<Quad> {
        let holds = |q: &&Quad| self.share(q, of) >= 0.8 && self.share(q, others) <= 0.1;
        self.outlines.iter().chain(&self.parts).find(holds).copied()
    }

    /// Share of some lines that lie inside of an outline.
    fn share(&self, outline: &Quad, of: &[usize]) -> f32 {
        let inside = of.iter().filter(|i| outline.contains(self.lines[**i].region.center())).count();
        inside as f32 / of.len().max(1) as f32
    }

    fn around(&self, of: &[usize]) -> Region {
        of.iter().map(|i| self.lines[*i].region).reduce(Region::union).unwrap_or_default()
    }
}

/// Mean length of the sides that run across, and of the sides that run down.
fn sides(quad: &Quad) -> (f32, f32) {
    let c = &quad.corners;
    let across = |a: Point, b: Point| (b.x - a.x).abs() >= (b.y - a.y).abs();
    let (one, other) = quad.sides();
    if across(c[0], c[1]) { (one, other) } else { (other, one) }
}

/// The quad around two quads that lie about parallel to the page's edges.
fn around_both(a: &Quad, b: &Quad) -> Quad {
    let all = || a.corners.iter().chain(&b.corners);
    let most = |x: f32, y: f32| {
        let far = |p: &Point| x * p.x + y * p.y;
        all().copied().max_by(|p, q| far(p).total_cmp(&far(q))).unwrap_or_default()
    };
    Quad::new([most(-1.0, -1.0), most(1.0, -1.0), most(1.0, 1.0), most(-1.0, 1.0)])
}

fn is_card(quad: &Quad) -> bool {
    let (width, height) = sides(quad);
    ((width.max(height) / width.min(height).max(1.0)) - CARD).abs() <= CARD_SPREAD
}
