//! Somebody wrote on the document: pen strokes run across its print.
//!
//! *Why:* a document that was written on may be refused as altered. *Fix:* use a clean original, or ask for a new one.
//! A signature stands where nothing is printed and does not count.

use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Length of the strokes against the document's longer side. Good specimens have none over print.
static LENGTH: Limit = Limit { name: "written-on.length", default: 0.2, unit: Unit::OfDocumentLength };

pub static CHECK: Check =
    Check { id: "written-on", severity: Severity::Warning, needs: &[], limits: &[&LENGTH], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(length) = page.quality.pen_length else {
        return cx.not_assessed("reason-no-text-found");
    };
    let limit = cx.limit(&LENGTH);
    if length > limit {
        let region = page.quality.regions.pen;
        cx.find(cx.finding().measured(length, limit, LENGTH.unit).at(region).on_map(Map::Pen).sure(0.6));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn strokes_over_print_are_found() {
        let mut page = testing::passport();
        assert!(found("written-on", page.clone()).is_empty());
        page.quality.pen_length = Some(0.8);
        assert_eq!(found("written-on", page).len(), 1);
    }

    #[test]
    fn without_text_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.pen_length = None;
        assert!(was_not_assessed("written-on", page));
    }
}
