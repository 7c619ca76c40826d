//! The machine readable zone is not wholly in the picture or could not be read.
//!
//! *Why:* on a passport both lines at the bottom must be visible. *Fix:* keep the whole page in the frame and in focus.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::fields::{DocumentKind, Side};
use crate::page::{Examined, ReadingState};

pub static CHECK: Check =
    Check { id: "mrz-incomplete", severity: Severity::Warning, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.reading != ReadingState::Done {
        return cx.not_assessed("reason-not-read");
    }
    if page.codes.mrz.is_some() {
        return;
    }
    let document = &page.facts.document;
    let passport = document.kind == DocumentKind::Passport && document.side != Some(Side::Back);
    if page.codes.mrz_fragment.is_some() || passport {
        cx.find(cx.finding().at(page.codes.mrz_fragment));
    }
}
