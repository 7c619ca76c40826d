//! What is drawn over a page: where the findings are, outlines, lines of print, codes, measured defects. Regions are
//! told apart by number, hatch and dash, not by colour alone.

use std::collections::BTreeSet;

use eframe::egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};
use precheck::checks::{PageReport, Severity};
use precheck::geometry::{Point, Quad, Region};
use precheck::page::Examined;

use super::page::Placement;
use crate::state::Overlay;
use crate::theme;

/// Lines drawn for one hatch, at most: enough for any screen.
const MOST_HATCH_LINES: usize = 400;

/// Draws what the person wants to see.
pub fn paint(
    painter: &Painter,
    placement: &Placement,
    wanted: &BTreeSet<Overlay>,
    page: &Examined,
    report: &PageReport,
) {
    let draw = Draw { painter, placement };
    for overlay in wanted.iter().rev() {
        match overlay {
            Overlay::Defects => draw.defects(page),
            Overlay::Codes => draw.codes(page),
            Overlay::Lines => page.lines.iter().for_each(|line| draw.quad(&line.outline, theme::PRINT, false)),
            Overlay::Outlines => {
                for panel in &page.layout.panels {
                    draw.quad(&panel.outline, theme::OUTLINE, true);
                }
            }
            Overlay::Findings => draw.findings(report),
        }
    }
}

struct Draw<'a> {
    painter: &'a Painter,
    placement: &'a Placement,
}

impl Draw<'_> {
    fn screen(&self, p: Point) -> Pos2 {
        self.placement.page.min + vec2(p.x, p.y) * self.placement.scale
    }

    fn rect(&self, region: Region) -> Rect {
        let low = self.screen(Point::new(region.left, region.top));
        let high = self.screen(Point::new(region.right(), region.bottom()));
        Rect::from_min_max(low, high)
    }

    fn quad(&self, quad: &Quad, color: Color32, dashed: bool) {
        let mut points: Vec<Pos2> = quad.corners.iter().map(|p| self.screen(*p)).collect();
        if dashed {
            points.push(points[0]);
            self.painter.add(Shape::line(points.clone(), Stroke::new(4.0, theme::PAPER.gamma_multiply(0.7))));
            self.painter.extend(Shape::dashed_line(&points, Stroke::new(2.5, color), 12.0, 7.0));
        } else {
            self.painter.add(Shape::closed_line(points, Stroke::new(1.5, color)));
        }
    }

    /// Each place that has findings: a frame, a hatch, and their numbers in the list beside. Findings come worst first,
    /// so the first of a place gives its colour.
    fn findings(&self, report: &PageReport) {
        let mut places: Vec<(Region, Severity, String)> = Vec::new();
        for (number, finding) in (1..).zip(&report.findings) {
            let Some(region) = finding.region else { continue };
            match places.iter_mut().find(|(other, ..)| *other == region) {
                Some((.., numbers)) => *numbers = format!("{numbers}, {number}"),
                None => places.push((region, finding.severity, number.to_string())),
            }
        }
        for (region, severity, numbers) in places {
            let color = theme::severity_tone(severity).ink;
            let rect = self.rect(region).expand(theme::REGION_ROOM);
            self.hatch(rect, color);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(4.5, theme::PAPER), StrokeKind::Middle);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(2.5, color), StrokeKind::Middle);
            self.tab(rect.left_top() - vec2(0.0, theme::TAB), &numbers, color);
        }
    }

    fn codes(&self, page: &Examined) {
        let mrz = page.codes.mrz.iter().map(|mrz| (mrz.region, "MRZ"));
        let fragment = page.codes.mrz_fragment.iter().map(|region| (*region, "MRZ?"));
        let barcodes = page.codes.barcodes.iter().map(|code| (code.region, "PDF417"));
        for (region, name) in mrz.chain(fragment).chain(barcodes) {
            let rect = self.rect(region).expand(theme::REGION_ROOM);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(2.5, theme::CODE), StrokeKind::Middle);
            self.tab(rect.left_bottom(), name, theme::CODE);
        }
    }

    fn defects(&self, page: &Examined) {
        let regions = &page.quality.regions;
        for region in regions.glare.iter().chain(&regions.shadow).chain(&regions.blur) {
            let rect = self.rect(*region);
            self.hatch(rect, theme::DEFECT);
            self.painter.rect_stroke(rect, 3.0, Stroke::new(1.5, theme::DEFECT), StrokeKind::Middle);
        }
    }

    /// Slanted lines over the visible part of a region; they let what is below be seen.
    fn hatch(&self, rect: Rect, color: Color32) {
        let seen = rect.intersect(self.painter.clip_rect());
        if !seen.is_positive() {
            return;
        }
        let painter = self.painter.with_clip_rect(seen);
        let stroke = Stroke::new(1.2, color.gamma_multiply(0.55));
        let lines = ((seen.width() + seen.height()) / theme::HATCH) as usize;
        for i in 0..=lines.min(MOST_HATCH_LINES) {
            let x = seen.left() + i as f32 * theme::HATCH;
            painter.line_segment([pos2(x, seen.top()), pos2(x - seen.height(), seen.bottom())], stroke);
        }
    }

    /// A small tab with a word, its left upper corner here, moved into the view where it would leave it.
    fn tab(&self, corner: Pos2, text: &str, color: Color32) {
        let galley = self.painter.layout_no_wrap(text.to_owned(), theme::on_page(), theme::PAPER);
        let size = vec2((galley.size().x + 12.0).max(theme::TAB), theme::TAB);
        let clip = self.painter.clip_rect();
        let corner = corner.min(clip.max - size).max(clip.min);
        let place = Rect::from_min_size(corner, size);
        self.painter.rect_filled(place, 4.0, color);
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), place);
        self.painter.galley(at.min, galley, theme::PAPER);
    }
}
