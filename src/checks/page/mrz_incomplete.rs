//! The machine readable zone is not wholly in the picture or could not be read.
//!
//! *Why:* on a passport both lines at the bottom must be visible. *Fix:* keep the whole page in the frame and in focus.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::kinds::{DocumentKind, Side};

pub static CHECK: Check = Check {
    id: "mrz-incomplete",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.codes.mrz.is_some() {
        return;
    }
    let document = &page.facts.document;
    let passport = document.kind == DocumentKind::Passport && document.side != Some(Side::Back);
    if page.codes.mrz_fragment.is_some() || passport {
        cx.find(cx.finding().at(page.codes.mrz_fragment));
    }
}

#[cfg(test)]
mod tests {
    use crate::examined::ReadingState;
    use crate::geometry::Region;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_passport_without_its_lines_is_found() {
        let mut page = testing::passport();
        page.codes.mrz = None;
        assert_eq!(found("mrz-incomplete", page).len(), 1);
    }

    #[test]
    fn a_fragment_is_found_on_any_document_and_a_bill_needs_none() {
        let mut page = testing::bill();
        assert!(found("mrz-incomplete", page.clone()).is_empty());
        page.codes.mrz_fragment = Some(Region::new(0.0, 0.0, 10.0, 10.0));
        assert_eq!(found("mrz-incomplete", page).len(), 1);
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::passport();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("mrz-incomplete", page));
    }
}
