//! Nothing in the set shows that the ITIN was assigned.
//!
//! *Why:* ID.me asks an ITIN holder for it before anything else. *Fix:* add the CP565 notice.

use crate::checks::{Check, Run, SetContext, Severity, SlotStatus};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "itin-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.slots.iter().any(|s| s.id == SlotId::ItinProof && s.status == SlotStatus::Missing) {
        cx.find(cx.finding());
    }
}
