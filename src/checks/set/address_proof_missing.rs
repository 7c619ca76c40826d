//! No document in the set shows the home address.
//!
//! *Why:* one of them must. *Fix:* add a licence, a bill or a bank statement with the address.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "address-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if cx.is_missing(SlotId::AddressProof) {
        cx.find(cx.finding());
    }
}
