//! An edge of the document is outside the picture.
//!
//! *Why:* all four corners must be visible. *Fix:* step back until there is a margin on every side. A warning only: the
//! outline is found by geometry alone, and a picture trimmed exactly at the paper looks the same.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::geometry::{Region, Size};
use crate::page::{Capture, Examined};

pub static CHECK: Check = Check { id: "cut-off", severity: Severity::Warning, limits: &[], run: Run::Image(run) };

/// Width of the strip shown at a cut edge, as a share of the page.
const STRIP: f32 = 0.04;

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return; // a scan or a drawn page is as large as its paper
    }
    let strips = strips(page.size);
    for (strip, cut) in strips.into_iter().zip(page.layout.cut_edges) {
        if cut {
            return cx.find(cx.finding().at(Some(strip)));
        }
    }
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
    fn a_scan_is_as_large_as_its_paper() {
        let mut page = testing::passport();
        page.layout.cut_edges = [true; 4];
        page.quality.capture = Capture::Scan;
        assert!(found("cut-off", page).is_empty());
    }
}
