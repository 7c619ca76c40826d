//! The machine readable zone is not wholly in the picture or could not be read.
//!
//! *Why:* on a passport both lines at the bottom must be visible. *Fix:* keep the whole page in the frame and in focus.

use crate::checks::{Check, Limit, Need, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::kinds::{DocumentKind, Side};

/// Letters and digits below which a passport shows its cover and no data page: covers have 20 to 80 (the state in two or
/// three languages, the word for passport), data pages 150 and more.
static COVER: Limit = Limit { name: "mrz-incomplete.cover", default: 110.0, unit: Unit::Letters };

pub static CHECK: Check = Check {
    id: "mrz-incomplete",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[&COVER],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.codes.mrz.is_some() {
        return;
    }
    let document = &page.facts.document;
    let passport = document.kind == DocumentKind::Passport && document.side != Some(Side::Back);
    if page.codes.mrz_fragment.is_some() || passport {
        let finding = cx.finding().at(page.codes.mrz_fragment);
        cx.find(if passport && is_closed(page, cx) {
            finding.saying("closed").advising("advice-closed")
        } else {
            finding
        });
    }
}

/// Whether only the cover of the booklet is seen: the name of the country and of the document, and no fact of anybody.
fn is_closed(page: &Examined, cx: &PageContext) -> bool {
    let few = page.layout.letters.is_some_and(|letters| (letters as f32) < cx.limit(&COVER));
    let nobody = page.facts.holder.is_none() && page.facts.fields.is_empty();
    few && nobody && page.codes.mrz_fragment.is_none()
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
    fn a_closed_passport_is_asked_to_be_opened() {
        let mut page = testing::passport();
        (page.codes.mrz, page.facts.holder, page.layout.letters) = (None, None, Some(31));
        page.facts.fields.clear();
        assert_eq!(found("mrz-incomplete", page.clone())[0].message.key, "mrz-incomplete.closed");
        page.layout.letters = Some(300);
        assert_eq!(found("mrz-incomplete", page)[0].message.key, "mrz-incomplete.found");
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
