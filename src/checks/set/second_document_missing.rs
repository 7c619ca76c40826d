//! There is no second document besides the identity document.
//!
//! *Why:* ID.me asks for two. *Fix:* add another identity document, or a bill or statement.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "second-document-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::SecondDocument) {
        cx.find(cx.finding());
    }
}
