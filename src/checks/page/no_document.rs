//! There is no document in the picture, or it cannot be made out.
//!
//! *Why:* the wrong file was chosen, or the lens was covered. *Fix:* choose the right file or take the photograph
//! again.

use crate::arrangement::LayoutKind;
use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check = Check { id: "no-document", severity: Severity::Blocker, limits: &[], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.layout.kind == LayoutKind::NoDocument {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found};

    #[test]
    fn a_picture_of_nothing_is_found() {
        let mut page = testing::passport();
        page.layout.kind = LayoutKind::NoDocument;
        assert_eq!(found("no-document", page).len(), 1);
    }
}
