//! A shadow lies over the document, or one side is much darker.
//!
//! *Why:* text in the shadow is hard to read. *Fix:* light from the front, nothing between lamp and document.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::{Capture, Examined};

/// Difference of the light over the document: 0 even, 1 from black to white.
static UNEVEN: Limit = Limit { name: "uneven-light.difference", default: 0.5, unit: "of 1" };

pub static CHECK: Check =
    Check { id: "uneven-light", severity: Severity::Warning, limits: &[&UNEVEN], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture == Capture::Digital {
        return;
    }
    let Some(unevenness) = page.quality.unevenness else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&UNEVEN);
    if unevenness > limit {
        cx.find(cx.finding().measured(unevenness, limit, UNEVEN.unit).at(page.quality.regions.shadow));
    }
}
