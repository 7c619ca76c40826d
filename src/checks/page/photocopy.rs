//! An identity document that has no color at all: most likely a black-and-white copy.
//!
//! *Why:* only originals are accepted. *Fix:* photograph the original. Letters and bills are often black and white by
//! themselves and are not judged.

use crate::checks::{Check, Finding, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::kinds::Side;

use super::too_bright::{BURNT, is_burnt_out};

/// Range of the colors of the document against its brightness. Identity documents have 0.2 and more, pale ones
/// 0.07; gray copies have less than 0.04 by daylight, and up to 0.08 under a yellow lamp.
static COLOUR: Limit = Limit { name: "photocopy.colour", default: 0.06, unit: Unit::OfBrightness };
/// The same of the palest originals, some of which have no more color than copies under a yellow lamp: worth a note.
static PALE: Limit = Limit { name: "photocopy.pale", default: 0.09, unit: Unit::OfBrightness };
/// Contrast of ink against paper below which colors fade with the print.
static CONTRAST: Limit = Limit { name: "photocopy.contrast", default: 0.2, unit: Unit::Of1 };
/// How sure the kind of document must be.
static SURE: Limit = Limit { name: "photocopy.sure", default: 0.5, unit: Unit::Of1 };

pub static CHECK: Check = Check {
    id: "photocopy",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&COLOUR, &PALE, &CONTRAST, &SURE],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let document = &page.facts.document;
    if document.confidence < cx.limit(&SURE) {
        return cx.not_assessed("reason-kind-unknown");
    }
    // the backs of cards are often black on white
    if !document.kind.traits().in_color || document.side == Some(Side::Back) {
        return;
    }
    let Some(color) = page.quality.color_spread else {
        return cx.not_assessed("reason-no-document-found");
    };
    let faded = page.quality.contrast.is_some_and(|c| c < cx.limit(&CONTRAST)) || is_burnt_out(page, cx.limit(&BURNT));
    let (limit, pale) = (cx.limit(&COLOUR), cx.limit(&PALE));
    if faded || color >= pale.max(limit) {
        return;
    }
    if color < limit {
        cx.find(cx.finding().measured(color, limit, COLOUR.unit).sure(0.8));
    } else {
        let finding = cx.finding().measured(color, pale, PALE.unit).sure(0.5);
        cx.find(Finding { severity: Severity::Note, ..finding });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_gray_passport_is_found_and_a_gray_bill_is_not() {
        let mut page = testing::passport();
        page.quality.color_spread = Some(0.02);
        assert_eq!(found("photocopy", page.clone())[0].severity, Severity::Warning);
        page.quality.color_spread = Some(0.07);
        assert_eq!(found("photocopy", page.clone())[0].severity, Severity::Note);
        page.quality.color_spread = Some(0.4);
        assert!(found("photocopy", page).is_empty());
        let back = testing::page(crate::kinds::DocumentKind::NationalId, Some(Side::Back));
        assert!(found("photocopy", back).is_empty());
        let mut bill = testing::bill();
        bill.quality.color_spread = Some(0.02);
        assert!(found("photocopy", bill).is_empty());
    }

    #[test]
    fn a_faded_original_is_no_copy() {
        let mut page = testing::passport();
        page.quality.color_spread = Some(0.02);
        page.quality.contrast = Some(0.1);
        assert!(found("photocopy", page).is_empty());
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.color_spread = None;
        assert!(was_not_assessed("photocopy", page));
    }
}
