//! The picture is overexposed: the print is washed out.
//!
//! *Why:* pale letters on white cannot be read. A scan or a drawn page has white margins by nature and is not judged.
//! *Fix:* less light, no flash.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::{Capture, Examined};

/// Share of the document that is clipped to white.
static CLIPPED: Limit = Limit { name: "too-bright.clipped", default: 0.5, unit: "share of the document" };

pub static CHECK: Check =
    Check { id: "too-bright", severity: Severity::Warning, limits: &[&CLIPPED], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture != Capture::Photo {
        return;
    }
    let Some(clipped) = page.quality.clipped else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&CLIPPED);
    if clipped > limit {
        cx.find(cx.finding().measured(clipped, limit, CLIPPED.unit));
    }
}
