//! A reflection hides a part of the document.
//!
//! *Why:* what shines cannot be read. Glare counts by the text it covers; on an empty margin it is only noted.
//! *Fix:* tilt the card a little, no flash.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::{Capture, Examined};

/// Share of the text-bearing area that may shine before a person should look.
static SEEN: Limit = Limit { name: "glare.seen", default: 0.06, unit: "share of the text area" };
/// Share of the text-bearing area at which information is lost.
static HIDES: Limit = Limit { name: "glare.hides", default: 0.25, unit: "share of the text area" };
/// Share of the whole document that is worth a note.
static MARGIN: Limit = Limit { name: "glare.margin", default: 0.06, unit: "share of the document" };

pub static CHECK: Check =
    Check { id: "glare", severity: Severity::Warning, limits: &[&SEEN, &HIDES, &MARGIN], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture == Capture::Digital {
        return;
    }
    let (Some(on_text), Some(on_document)) = (page.quality.glare_on_text, page.quality.glare) else {
        return cx.not_assessed("reason-no-document-found");
    };
    let region = page.quality.regions.glare.first().copied();
    let (seen, hides, margin) = (cx.limit(&SEEN), cx.limit(&HIDES), cx.limit(&MARGIN));
    if on_text > seen {
        let mut finding = cx.finding().measured(on_text * 100.0, seen * 100.0, "% of the text area").at(region);
        if on_text > hides {
            finding.severity = Severity::Blocker;
        }
        cx.find(finding);
    } else if on_document > margin {
        let mut finding = cx.finding().saying("beside-text").measured(on_document * 100.0, margin * 100.0, "%");
        finding.severity = Severity::Note;
        cx.find(finding.at(region));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn glare_counts_by_the_text_that_it_hides() {
        let severity = |on_text, on_document| {
            let mut page = testing::passport();
            page.quality.glare_on_text = Some(on_text);
            page.quality.glare = Some(on_document);
            found("glare", page).first().map(|f| f.severity)
        };
        assert_eq!(severity(0.0, 0.0), None);
        assert_eq!(severity(0.0, 0.3), Some(Severity::Note));
        assert_eq!(severity(SEEN.default * 1.5, 0.3), Some(Severity::Warning));
        assert_eq!(severity(HIDES.default * 1.5, 0.3), Some(Severity::Blocker));
    }

    #[test]
    fn without_a_document_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.glare = None;
        assert!(was_not_assessed("glare", page));
    }
}
