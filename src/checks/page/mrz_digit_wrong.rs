//! A check digit of the machine readable zone does not agree.
//!
//! *Why:* the zone was misread (dirt, glare, blur), or it is damaged. *Fix:* a sharper picture of the two lines.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::page::{Examined, ReadingState};

pub static CHECK: Check =
    Check { id: "mrz-digit-wrong", severity: Severity::Warning, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.reading != ReadingState::Done {
        return cx.not_assessed("reason-not-read");
    }
    if let Some(mrz) = page.codes.mrz.as_ref().filter(|mrz| !mrz.valid) {
        cx.find(cx.finding().with("count", mrz.failed.len() as f32).at(Some(mrz.region)));
    }
}
