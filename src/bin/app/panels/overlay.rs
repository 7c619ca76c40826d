//! What is drawn over a page: where the findings are, outlines, lines of print, codes, and the maps of what is wrong
//! with the picture. Layers differ by pattern, dash, number and word, never by color alone.

use std::cell::RefCell;
use std::sync::Arc;

use eframe::egui::{Align2, Color32, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};
use precheck::arrangement;
use precheck::checks::{Finding, PageReport, Severity};
use precheck::examined::Examined;
use precheck::geometry::{Point, Quad, Region};

use super::look::look;
use super::mark;
use super::pattern::{self, Pattern};
use super::placement::Placement;
use crate::state::{Overlay, State, covers};
use crate::theme;

/// Most times that a tab is moved out of the way of others.
const MOST_MOVES: usize = 16;

/// Draws what the person wants to see.
pub fn paint(painter: &Painter, placement: &Placement, state: &State, page: &Examined, report: &PageReport) {
    let draw = Draw { painter, placement, state, tabs: RefCell::default() };
    let wanted = state.drawn();
    if let Some(region) = state.pointed_out.as_ref().and_then(|finding| finding.region) {
        draw.spotlight(region);
    }
    for overlay in wanted.iter().rev() {
        match overlay {
            Overlay::Codes => draw.codes(page),
            Overlay::Lines => page.lines.iter().for_each(|line| draw.quad(&line.outline, theme::PRINT)),
            Overlay::Outlines => draw.outlines(page),
            Overlay::Findings => draw.findings(report),
            map => draw.map(*map, page, report),
        }
    }
    for tab in draw.tabs.borrow().iter() {
        tab.paint(painter);
    }
}

/// A word or a number beside the area that it names.
struct Tab {
    place: Rect,
    text: Arc<Galley>,
    color: Color32,
    /// Severity, for a tab of a finding: its mark comes before the number.
    severity: Option<Severity>,
}

impl Tab {
    fn paint(&self, painter: &Painter) {
        let Some(severity) = self.severity else {
            painter.rect_filled(self.place, 4.0, self.color);
            let at = Align2::CENTER_CENTER.align_size_within_rect(self.text.size(), self.place);
            return painter.galley(at.min, self.text.clone(), theme::ON_PAGE_WHITE);
        };
        painter.rect(self.place, 4.0, theme::ON_PAGE_WHITE, Stroke::new(2.0, self.color), StrokeKind::Inside);
        let side = theme::TAB - 8.0;
        let sign = Rect::from_min_size(self.place.min + vec2(4.0, 4.0), vec2(side, side));
        mark::paint(painter, sign, mark::of_severity(severity), self.color, theme::ON_PAGE_WHITE);
        let room = Rect::from_min_max(pos2(sign.right(), self.place.top()), self.place.max);
        let at = Align2::CENTER_CENTER.align_size_within_rect(self.text.size(), room);
        painter.galley(at.min, self.text.clone(), self.color);
    }
}

struct Draw<'a> {
    painter: &'a Painter,
    placement: &'a Placement,
    state: &'a State,
    /// The tabs, which are drawn last, so that no line runs through a word.
    tabs: RefCell<Vec<Tab>>,
}

impl Draw<'_> {
    fn screen(&self, p: Point) -> Pos2 {
        self.placement.screen(p)
    }

    fn rect(&self, region: Region) -> Rect {
        let low = self.screen(Point::new(region.left, region.top));
        let high = self.screen(Point::new(region.right(), region.bottom()));
        Rect::from_two_pos(low, high)
    }

    fn quad(&self, quad: &Quad, color: Color32) {
        let points: Vec<Pos2> = quad.corners.iter().map(|p| self.screen(*p)).collect();
        self.painter.add(Shape::closed_line(points, Stroke::new(1.5, color)));
    }

    /// Darkens everything except a region.
    fn spotlight(&self, region: Region) {
        let lit = self.rect(region).expand(theme::REGION_ROOM * 2.0);
        let all = self.painter.clip_rect();
        let lit = Rect::from_min_max(lit.min.clamp(all.min, all.max), lit.max.clamp(all.min, all.max));
        for dark in [
            Rect::from_min_max(all.min, pos2(all.right(), lit.top())),
            Rect::from_min_max(pos2(all.left(), lit.bottom()), all.max),
            Rect::from_min_max(pos2(all.left(), lit.top()), lit.left_bottom()),
            Rect::from_min_max(lit.right_top(), pos2(all.right(), lit.bottom())),
        ] {
            self.painter.rect_filled(dark, 0.0, theme::SPOTLIGHT);
        }
    }

    fn outlines(&self, page: &Examined) {
        let labels = arrangement::labels(&page.layout, &page.codes);
        for (panel, label) in page.layout.panels.iter().zip(&labels) {
            let points = closed(panel.outline.corners.iter().map(|p| self.screen(*p)).collect());
            self.painter.add(Shape::line(points.clone(), Stroke::new(4.0, theme::RIM)));
            self.painter.extend(Shape::dashed_line(&points, Stroke::new(2.5, theme::OUTLINE), 12.0, 7.0));
            let around = Rect::from_points(&points);
            let middle = around.center_top() - vec2(0.0, theme::TAB + theme::REGION_ROOM);
            self.tab(around, middle, &capitalized(&self.state.words.say(label)), theme::OUTLINE);
        }
    }

    /// Draws each place that has findings: a frame, the mark of their severity, and their numbers in the list beside.
    /// Findings come worst first, so the first finding of a place gives its color.
    fn findings(&self, report: &PageReport) {
        let mut places: Vec<(Region, Severity, String, bool)> = Vec::new();
        for (number, finding) in (1..).zip(&report.findings) {
            let Some(region) = finding.region else { continue };
            let pointed_out = self.state.pointed_out.as_ref() == Some(finding);
            match places.iter_mut().find(|(other, ..)| *other == region) {
                Some((.., numbers, strong)) => {
                    *numbers = format!("{numbers}, {number}");
                    *strong |= pointed_out;
                }
                None => places.push((region, finding.severity, number.to_string(), pointed_out)),
            }
        }
        for (region, severity, numbers, strong) in places {
            let color = theme::on_page_color(severity);
            let rect = self.rect(region).expand(theme::REGION_ROOM);
            let width = if strong { 4.0 } else { 2.5 };
            self.painter.rect_stroke(rect, 3.0, Stroke::new(width + 2.0, theme::RIM), StrokeKind::Middle);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(width, color), StrokeKind::Middle);
            self.finding_tab(rect, severity, &numbers);
        }
    }

    fn codes(&self, page: &Examined) {
        let mrz = page.codes.mrz.iter().map(|mrz| (mrz.region, "MRZ"));
        let fragment = page.codes.mrz_fragment.iter().map(|region| (*region, "MRZ?"));
        let barcodes = page.codes.barcodes.iter().map(|code| (code.region, "PDF417"));
        for (region, name) in mrz.chain(fragment).chain(barcodes) {
            let rect = self.rect(region).expand(theme::REGION_ROOM);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(2.5, theme::CODE), StrokeKind::Middle);
            self.tab(rect, rect.left_bottom(), name, theme::CODE);
        }
    }

    /// Draws one of the maps: its areas in its pattern, and its name at the largest of them.
    fn map(&self, overlay: Overlay, page: &Examined, report: &PageReport) {
        let (_, color) = look(overlay);
        let areas = areas(overlay, page, report);
        for area in &areas {
            let corners: Vec<Pos2> = area.corners.iter().map(|p| self.screen(*p)).collect();
            pattern::fill(self.painter, &corners, self.placement.page.min, area.pattern, color);
            if overlay != Overlay::Shadow {
                self.line(&closed(corners), color);
            }
        }
        if overlay == Overlay::Shadow {
            for [a, b] in contour(&page.quality.regions.shadow_cells) {
                self.line(&[self.screen(a), self.screen(b)], color);
            }
        }
        let boxes = areas.iter().filter_map(|area| Region::around(area.corners.iter().copied()));
        if let Some(largest) = boxes.max_by(|a, b| a.area().total_cmp(&b.area())) {
            let rect = self.rect(largest);
            self.tab(
                rect,
                rect.left_bottom() + vec2(0.0, theme::REGION_ROOM),
                &self.state.words.get(overlay.word()),
                color,
            );
        }
    }

    fn line(&self, points: &[Pos2], color: Color32) {
        self.painter.add(Shape::line(points.to_vec(), Stroke::new(3.5, theme::RIM)));
        self.painter.add(Shape::line(points.to_vec(), Stroke::new(2.0, color)));
    }

    /// Adds a small tab with a word for an area that is in sight; `corner` is the tab's upper left corner.
    fn tab(&self, area: Rect, corner: Pos2, text: &str, color: Color32) {
        let text = self.painter.layout_no_wrap(text.to_owned(), theme::on_page(), theme::ON_PAGE_WHITE);
        self.add_tab(area, corner, 12.0, text, color, None);
    }

    /// Adds the tab of a finding in sight: its mark, and its number in the list beside.
    fn finding_tab(&self, area: Rect, severity: Severity, numbers: &str) {
        let color = theme::on_page_color(severity);
        let text = self.painter.layout_no_wrap(numbers.to_owned(), theme::on_page(), color);
        let corner = area.left_top() - vec2(0.0, theme::TAB);
        self.add_tab(area, corner, theme::TAB + 8.0, text, color, Some(severity));
    }

    /// Places a tab in sight, beside or below the tabs that are there already.
    fn add_tab(
        &self,
        area: Rect,
        corner: Pos2,
        room: f32,
        text: Arc<Galley>,
        color: Color32,
        severity: Option<Severity>,
    ) {
        let view = self.painter.clip_rect();
        if !view.intersects(area) {
            return;
        }
        let wanted = Rect::from_min_size(corner, vec2((text.size().x + room).max(theme::TAB), theme::TAB));
        let mut tabs = self.tabs.borrow_mut();
        let taken: Vec<Rect> = tabs.iter().map(|tab| tab.place).collect();
        tabs.push(Tab { place: free_place(&taken, view, wanted), text, color, severity });
    }
}

/// The nearest free place to the right of the wanted one, or otherwise below it.
fn free_place(taken: &[Rect], view: Rect, wanted: Rect) -> Rect {
    let size = wanted.size();
    let inside = |corner: Pos2| Rect::from_min_size(corner.min(view.max - size).max(view.min), size);
    let first = inside(wanted.min);
    let mut place = first;
    for _ in 0..MOST_MOVES {
        let Some(other) = taken.iter().find(|other| other.shrink(1.0).intersects(place)) else { return place };
        let beside = pos2(other.right(), place.top());
        let fits = beside.x + size.x <= view.right();
        place = inside(if fits { beside } else { pos2(first.left(), other.bottom()) });
    }
    place
}

/// One area of a map: a convex shape in upright space.
struct Area {
    corners: Vec<Point>,
    pattern: Pattern,
}

/// The areas of a map. Text that cannot be read at all is hatched more densely than text that is hard to read.
fn areas(overlay: Overlay, page: &Examined, report: &PageReport) -> Vec<Area> {
    let (pattern, _) = look(overlay);
    let regions = &page.quality.regions;
    let area = |corners: &[Point]| Area { corners: corners.to_vec(), pattern };
    let boxed = |region: &Region| area(&Quad::from(*region).corners);
    let soft = |(line, severity): &(Region, Severity)| {
        let pattern = if *severity < Severity::Blocker { pattern } else { Pattern::SlantedDense };
        Area { pattern, ..boxed(line) }
    };
    match overlay {
        Overlay::Blur => report.soft_lines.iter().map(soft).collect(),
        Overlay::Glare => regions.glare_patches.iter().map(|patch| area(&patch.outline)).collect(),
        Overlay::Shadow => regions.shadow_cells.iter().map(|cell| area(&cell.corners)).collect(),
        Overlay::Covered => covers(report).map(|r| boxed(&r)).collect(),
        Overlay::Pen => page.quality.strokes.iter().flatten().map(|stroke| boxed(&stroke.region)).collect(),
        Overlay::Findings | Overlay::Outlines | Overlay::Lines | Overlay::Codes => Vec::new(),
    }
}

/// A line that ends where it begins.
fn closed(mut points: Vec<Pos2>) -> Vec<Pos2> {
    points.extend(points.first().copied());
    points
}

/// The same words with a capital letter at the beginning.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The outer edges of adjacent cells: those that belong to only one cell.
fn contour(cells: &[Quad]) -> Vec<[Point; 2]> {
    let same = |a: Point, b: Point| a.distance(b) < 0.5;
    let edges: Vec<[Point; 2]> =
        cells.iter().flat_map(|cell| (0..4).map(move |i| [cell.corners[i], cell.corners[(i + 1) % 4]])).collect();
    let alone = |[a, b]: &[Point; 2]| !edges.iter().any(|[c, d]| same(*a, *d) && same(*b, *c));
    edges.iter().copied().filter(alone).collect()
}

/// The finding whose frame is at a spot on the screen.
pub fn finding_under<'a>(placement: &Placement, report: &'a PageReport, spot: Pos2) -> Option<&'a Finding> {
    crate::state::finding_at(report, placement.page_point(spot))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(column: f32, row: f32) -> Quad {
        Region::new(column * 10.0, row * 10.0, 10.0, 10.0).into()
    }

    #[test]
    fn the_contour_runs_around_cells_that_touch() {
        assert_eq!(contour(&[cell(0.0, 0.0)]).len(), 4);
        assert_eq!(contour(&[cell(0.0, 0.0), cell(1.0, 0.0)]).len(), 6);
        let block: Vec<Quad> = (0..9).map(|i| cell((i % 3) as f32, (i / 3) as f32)).collect();
        assert_eq!(contour(&block).len(), 12);
        assert_eq!(contour(&[cell(0.0, 0.0), cell(1.0, 1.0)]).len(), 8);
    }

    #[test]
    fn tabs_do_not_cover_each_other_and_stay_in_sight() {
        let view = Rect::from_min_max(pos2(0.0, 0.0), pos2(200.0, 200.0));
        let mut taken = Vec::new();
        for _ in 0..10 {
            let wanted = Rect::from_min_size(pos2(50.0, -10.0), vec2(60.0, 24.0));
            let place = free_place(&taken, view, wanted);
            assert!(view.contains_rect(place));
            assert!(taken.iter().all(|other: &Rect| !other.shrink(1.1).intersects(place)), "{taken:?} {place:?}");
            taken.push(place);
        }
        assert_eq!(taken[0].min, pos2(50.0, 0.0));
    }

    #[test]
    fn no_two_maps_look_alike_without_color() {
        let mut patterns: Vec<Pattern> = Vec::new();
        for map in Overlay::MAPS {
            let (pattern, _) = look(map);
            assert!(pattern != Pattern::Empty && !patterns.contains(&pattern), "{map:?}");
            patterns.push(pattern);
        }
    }
}
