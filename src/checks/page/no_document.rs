//! There is no document in the picture, or it cannot be made out.
//!
//! *Why:* the wrong file was chosen, or the lens was covered. *Fix:* choose the right file or take the photograph again.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::layout::LayoutKind;
use crate::page::Examined;

pub static CHECK: Check =
    Check { id: "no-document", severity: Severity::Blocker, limits: &[], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.layout.kind == LayoutKind::NoDocument {
        cx.find(cx.finding());
    }
}
