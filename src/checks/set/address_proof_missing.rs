//! No document in the set shows the home address.
//!
//! *Why:* one of them must. *Fix:* add a licence, a bill or a bank statement with the address.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::requirements::SlotId;

pub static CHECK: Check =
    Check { id: "address-proof-missing", severity: Severity::Blocker, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    cx.find_if_missing(SlotId::AddressProof);
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn it_is_found_when_the_bill_is_taken_away() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages.pop();
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
