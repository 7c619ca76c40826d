//! Several documents lie in one picture.
//!
//! *Why:* each document is uploaded alone; only a translation belongs beside its original. *Fix:* one photograph each.

use crate::arrangement::LayoutKind;
use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check =
    Check { id: "several-documents", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.layout.kind == LayoutKind::SeveralDocuments {
        cx.find(cx.finding().with("count", page.layout.panels.len() as f32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found};

    #[test]
    fn two_documents_are_found_but_a_translation_is_not() {
        let mut page = testing::passport();
        page.layout.kind = LayoutKind::SeveralDocuments;
        assert_eq!(found("several-documents", page.clone()).len(), 1);
        page.layout.kind = LayoutKind::SideBySideTranslation;
        assert!(found("several-documents", page).is_empty());
    }
}
