//! The picture is too dark.
//!
//! *Why:* print and portrait drown. *Fix:* more light on the document, from a window or a lamp beside it.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::page::Capture;

/// Brightness of the paper or card below which it looks dark. Well lit specimens have 170 and more, dark photographs of
/// the same cards about 100.
static PAPER: Limit = Limit { name: "too-dark.paper", default: 130.0, unit: Unit::Of255 };
/// Brightness below which print can hardly be made out.
static NIGHT: Limit = Limit { name: "too-dark.night", default: 80.0, unit: Unit::Of255 };

pub static CHECK: Check =
    Check { id: "too-dark", severity: Severity::Warning, needs: &[], limits: &[&PAPER, &NIGHT], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(luma) = page.quality.paper_luma else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&PAPER);
    // a dark design on screen is no dark photograph
    if luma < limit && page.quality.capture != Capture::Digital {
        let mut finding = cx.finding().measured(luma, limit, PAPER.unit);
        if luma < cx.limit(&NIGHT) {
            finding.severity = Severity::Blocker;
        }
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.paper_luma = Some(30.0);
        assert_eq!(found("too-dark", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.paper_luma = None;
        assert!(was_not_assessed("too-dark", page));
    }

    #[test]
    fn a_drawn_page_is_not_judged_by_its_light() {
        let mut page = testing::passport();
        page.quality.paper_luma = Some(30.0);
        page.quality.capture = crate::page::Capture::Digital;
        assert!(found("too-dark", page).is_empty());
    }
}
