//! The text is blurred.
//!
//! *Why:* a reviewer refuses what cannot be read at a glance. *Fix:* hold the phone still and let it focus.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Sharpness below which text is hard to read.
static HARD: Limit = Limit { name: "blurry.hard", default: 60.0, unit: "of 100" };
/// Sharpness below which text cannot be read.
static UNREADABLE: Limit = Limit { name: "blurry.unreadable", default: 40.0, unit: "of 100" };

pub static CHECK: Check =
    Check { id: "blurry", severity: Severity::Blocker, limits: &[&HARD, &UNREADABLE], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(sharpness) = page.quality.sharpness else {
        return cx.not_assessed("reason-no-text-found");
    };
    let (hard, unreadable) = (cx.limit(&HARD), cx.limit(&UNREADABLE));
    if sharpness >= hard {
        return;
    }
    let mut finding = cx.finding().measured(sharpness, hard, HARD.unit).at(page.quality.regions.blur);
    if sharpness >= unreadable {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}
