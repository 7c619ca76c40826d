//! Nothing in the set shows that the ITIN was assigned.
//!
//! *Why:* ID.me asks an ITIN holder for it before anything else. *Fix:* add the CP565 notice, or a bank statement that
//! shows the complete number.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "itin-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::ItinProof) {
        cx.find(cx.finding());
    }
}
