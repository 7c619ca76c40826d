//! The picture is too dark.
//!
//! *Why:* print and portrait drown in the shadow. *Fix:* more light, not the flash.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Luma of the paper or card below which it is too dark.
static PAPER: Limit = Limit { name: "too-dark.paper", default: 80.0, unit: "luma, 0–255" };

pub static CHECK: Check =
    Check { id: "too-dark", severity: Severity::Blocker, limits: &[&PAPER], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(luma) = page.quality.paper_luma else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&PAPER);
    if luma < limit {
        let finding = cx.finding().measured(luma, limit, "luma, 0–255");
        cx.find(finding);
    }
}
