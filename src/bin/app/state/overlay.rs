//! The layers that may be drawn over a page, which of them a page has, and which finding is pointed out on it. A layer
//! that is empty on a page is not offered for it.

use std::collections::BTreeSet;

use precheck::checks::{Finding, Map, PageReport};
use precheck::examined::Examined;
use precheck::geometry::{Point, Region};

use super::{GoTo, State, Tab, View};

/// One layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlay {
    /// Where the findings are.
    Findings,
    /// Outlines of documents and panels, with what each is.
    Outlines,
    /// Lines of print that were read.
    Lines,
    /// Machine readable zone and barcodes.
    Codes,
    /// Text that is too soft.
    Blur,
    /// Reflections.
    Glare,
    /// Shadow.
    Shadow,
    /// What lies over the document.
    Covered,
    /// Strokes of a pen over print.
    Pen,
}

impl Overlay {
    /// All of them, in the order of their keys 1 to 9.
    pub const ALL: [Self; 9] = [
        Self::Findings,
        Self::Outlines,
        Self::Lines,
        Self::Codes,
        Self::Blur,
        Self::Glare,
        Self::Shadow,
        Self::Covered,
        Self::Pen,
    ];
    /// The maps of what is wrong with the picture.
    pub const MAPS: [Self; 5] = [Self::Blur, Self::Glare, Self::Shadow, Self::Covered, Self::Pen];

    /// Key of its name in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Findings => "app-overlay-findings",
            Self::Outlines => "app-overlay-outlines",
            Self::Lines => "app-overlay-lines",
            Self::Codes => "app-overlay-codes",
            Self::Blur => "app-overlay-blur",
            Self::Glare => "app-overlay-glare",
            Self::Shadow => "app-overlay-shadow",
            Self::Covered => "app-overlay-covered",
            Self::Pen => "app-overlay-pen",
        }
    }

    /// The layer of a map.
    pub const fn of_map(map: Map) -> Self {
        match map {
            Map::Blur => Self::Blur,
            Map::Glare => Self::Glare,
            Map::Shadow => Self::Shadow,
            Map::Cover => Self::Covered,
            Map::Pen => Self::Pen,
        }
    }

    /// Whether a page has something to show in this layer.
    pub fn is_there(self, page: &Examined, report: &PageReport) -> bool {
        let (regions, codes) = (&page.quality.regions, &page.codes);
        match self {
            Self::Findings => report.findings.iter().any(|finding| finding.region.is_some()),
            Self::Outlines => !page.layout.panels.is_empty(),
            Self::Lines => !page.lines.is_empty(),
            Self::Codes => codes.mrz.is_some() || codes.mrz_fragment.is_some() || !codes.barcodes.is_empty(),
            Self::Blur => !report.soft_lines.is_empty(),
            Self::Glare => !regions.glare_patches.is_empty(),
            Self::Shadow => !regions.shadow_cells.is_empty(),
            Self::Covered => covers(report).next().is_some(),
            Self::Pen => page.quality.strokes.as_ref().is_some_and(|strokes| !strokes.is_empty()),
        }
    }

    /// The layers that a page has, in the order of their keys.
    pub fn of_page(page: &Examined, report: &PageReport) -> Vec<Self> {
        Self::ALL.into_iter().filter(|overlay| overlay.is_there(page, report)).collect()
    }
}

impl State {
    /// The layers that the shown page has, in the order of their keys.
    pub fn layers(&self) -> Vec<Overlay> {
        let shown = self.shown().and_then(|(page, report)| Some((page.examined()?, report)));
        shown.map_or_else(Vec::new, |(page, report)| Overlay::of_page(page, report))
    }

    /// The layers of the shown page that are drawn.
    pub fn drawn(&self) -> BTreeSet<Overlay> {
        self.layers().into_iter().filter(|overlay| self.overlays.contains(overlay)).collect()
    }

    /// Switches a layer. A layer that is empty on the page stays as it is: the person would see no change.
    pub(super) fn toggle(&mut self, overlay: Overlay) {
        if self.layers().contains(&overlay) {
            let was_on = self.overlays.remove(&overlay);
            self.overlays.extend((!was_on).then_some(overlay));
        }
    }

    /// Draws all maps that the page has, or none.
    pub(super) fn toggle_maps(&mut self) {
        let maps: Vec<Overlay> = self.layers().into_iter().filter(|layer| Overlay::MAPS.contains(layer)).collect();
        if maps.iter().all(|map| self.overlays.contains(map)) {
            self.overlays.retain(|layer| !maps.contains(layer));
        } else {
            self.overlays.extend(maps);
        }
    }

    /// Zooms in on the place of a finding, and draws the map that belongs to it.
    pub(super) fn point_out(&mut self, finding: Finding) {
        self.overlays.extend([Overlay::Findings].into_iter().chain(finding.map.map(Overlay::of_map)));
        self.show_region(finding.region);
        self.pointed_out = Some(finding);
        self.tab = Tab::Page;
        self.go_to = Some(GoTo::Finding);
    }

    pub(super) fn step_finding(&mut self, by: isize) {
        let Some((_, report)) = self.shown() else { return };
        let Some(last) = report.findings.len().checked_sub(1) else { return };
        let now = self.pointed_out.as_ref().and_then(|now| report.findings.iter().position(|f| f == now));
        let next = now.map_or(0, |now| now.saturating_add_signed(by).min(last));
        let finding = report.findings[next].clone();
        self.point_out(finding);
    }

    /// Shows a region, or the whole page without one.
    pub(super) fn show_region(&mut self, region: Option<Region>) {
        let size = self.shown().and_then(|(page, _)| page.examined()).map(|page| page.size);
        self.pointed_out = None;
        let turn = self.selected.as_ref().map(|id| self.turn_of(id)).unwrap_or_default();
        let shown = |(size, region)| View::of_region(turn.region_to_upright(region, size), turn.turned(size));
        self.view = size.zip(region).map_or_else(View::default, shown);
    }
}

/// Where something lies over the document.
pub fn covers(report: &PageReport) -> impl Iterator<Item = Region> {
    report.findings.iter().filter(|finding| finding.map == Some(Map::Cover)).filter_map(|finding| finding.region)
}

/// The finding at a spot of the page, in upright space: the smallest one if several overlap.
pub fn finding_at(report: &PageReport, spot: Point) -> Option<&Finding> {
    let there = report.findings.iter().filter_map(|finding| Some((finding, finding.region?)));
    let there = there.filter(|(_, region)| region.contains(spot));
    there.min_by(|(_, a), (_, b)| a.area().total_cmp(&b.area())).map(|(finding, _)| finding)
}
