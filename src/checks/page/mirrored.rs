//! The picture shows its text as in a mirror.
//!
//! *Why:* nobody can read it, and no barcode or code line can be checked; front cameras of phones save such pictures.
//! *Fix:* take it with the back camera.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check =
    Check { id: "mirrored", severity: Severity::Blocker, needs: &[Need::Reading], limits: &[], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.mirrored {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found};

    #[test]
    fn a_mirror_image_has_to_be_taken_again() {
        let mut page = testing::passport();
        page.mirrored = true;
        assert_eq!(found("mirrored", page)[0].severity, Severity::Blocker);
    }
}
