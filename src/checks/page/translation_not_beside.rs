//! Original and translation are both in the picture, but not side by side.
//!
//! *Why:* ID.me asks for them side by side. *Fix:* lay the translation to the right of the original.

use crate::arrangement::LayoutKind;
use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check = Check {
    id: "translation-not-beside",
    severity: Severity::Warning,
    needs: &[],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.layout.kind == LayoutKind::StackedTranslation {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found};

    #[test]
    fn one_above_the_other_is_found() {
        let mut page = testing::bill();
        page.layout.kind = LayoutKind::StackedTranslation;
        assert_eq!(found("translation-not-beside", page).len(), 1);
    }
}
