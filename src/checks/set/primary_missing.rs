//! No identity document with a photograph is in the set.
//!
//! *Why:* who the person is must be shown by one that the list names. *Fix:* add a passport, licence or the like.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "primary-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::Primary) {
        cx.find(cx.finding());
    }
}
