//! An edge of the document is outside the picture.
//!
//! *Why:* all four corners must be visible. *Fix:* step back until there is a margin on every side. A warning only: the
//! outline is found by geometry alone, and a picture trimmed exactly at the paper looks the same.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::{Point, Region, Size};
use crate::page::Capture;

/// How far a corner lies outside, as a share of the picture's longer side. Outlines are off by less.
static CORNER: Limit = Limit { name: "cut-off.corner", default: 0.008, unit: Unit::OfPicture };

pub static CHECK: Check =
    Check { id: "cut-off", severity: Severity::Warning, needs: &[], limits: &[&CORNER], run: Run::Image(run) };

/// Width of the strip shown at a cut edge, as a share of the page.
const STRIP: f32 = 0.04;

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return; // a scan or a drawn page is as large as its paper
    }
    if let Some(corner) = corner_outside(page, cx.limit(&CORNER)) {
        return cx.find(cx.finding().at(Some(corner)).sure(0.7));
    }
    let strips = strips(page.size);
    for (strip, cut) in strips.into_iter().zip(page.layout.cut_edges) {
        if cut {
            return cx.find(cx.finding().at(Some(strip)));
        }
    }
}

/// The part of the picture where a corner of the largest document is missing, whose sides meet outside of it. Said only
/// of an outline with the shape of a document: only such a one has a tilt.
fn corner_outside(page: &Examined, limit: f32) -> Option<Region> {
    let outline = page.layout.panels.first().filter(|_| page.layout.tilt_degrees.is_some())?.outline;
    let frame = page.size.region();
    let reach = frame.width.max(frame.height);
    let outside = |p: &Point| (-p.x).max(-p.y).max(p.x - frame.width).max(p.y - frame.height) > reach * limit;
    let corner = outline.corners.iter().find(|p| outside(p))?;
    Some(Region::new(corner.x, corner.y, 0.0, 0.0).grown(reach * STRIP).intersection(frame))
}

/// The strips along the left, top, right and bottom edge.
fn strips(size: Size) -> [Region; 4] {
    let (w, h) = (size.width as f32, size.height as f32);
    [
        Region::new(0.0, 0.0, w * STRIP, h),
        Region::new(0.0, 0.0, w, h * STRIP),
        Region::new(w * (1.0 - STRIP), 0.0, w * STRIP, h),
        Region::new(0.0, h * (1.0 - STRIP), w, h * STRIP),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found};

    #[test]
    fn a_cut_edge_is_found_and_shown_where_it_is() {
        let mut page = testing::passport();
        page.layout.cut_edges = [false, false, true, false];
        let findings = found("cut-off", page);
        assert!(findings[0].region.is_some_and(|r| r.left > 1000.0));
    }

    #[test]
    fn a_corner_outside_is_found_and_one_at_the_frame_is_not() {
        let mut page = testing::passport();
        let frame = page.size.region();
        let corner = |beyond: f32| Point::new(frame.right() + beyond, frame.bottom() - 20.0);
        page.layout.panels[0].outline.corners[2] = corner(2.0);
        assert!(found("cut-off", page.clone()).is_empty());
        page.layout.panels[0].outline.corners[2] = corner(40.0);
        assert!(found("cut-off", page.clone())[0].region.is_some_and(|r| r.right() > frame.right() - 1.0));
        // what has no shape of a document may have been guessed wrong
        page.layout.tilt_degrees = None;
        assert!(found("cut-off", page).is_empty());
    }

    #[test]
    fn a_scan_is_as_large_as_its_paper() {
        let mut page = testing::passport();
        page.layout.cut_edges = [true; 4];
        page.quality.capture = Capture::Scan;
        assert!(found("cut-off", page).is_empty());
    }
}
