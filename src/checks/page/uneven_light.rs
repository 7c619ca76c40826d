//! A shadow lies over the document, or one side is much darker.
//!
//! *Why:* text in the shadow is hard to read. A deep shadow over the name, a number, a code or the portrait is a
//! blocker; one that lies over no text is a note. *Fix:* light from the front, nothing between lamp and document.

use crate::checks::important;
use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::Region;
use crate::page::Capture;

/// Difference of the light over the document: 0 even, 1 from black to white. Good specimens reach 0.33 by their colored
/// designs and 0.05 on plain paper; a shadow that takes two thirds of the light has 0.40.
static UNEVEN: Limit = Limit { name: "uneven-light.difference", default: 0.34, unit: Unit::Of1 };

/// Difference at which the shadow is nearly black: of paper with a luma of 200 remain 70.
static DEEP: Limit = Limit { name: "uneven-light.deep", default: 0.65, unit: Unit::Of1 };
/// Share of a field's box that must lie in the shadow.
static FIELD: Limit = Limit { name: "uneven-light.field", default: 0.5, unit: Unit::ShareOfField };

pub static CHECK: Check = Check {
    id: "uneven-light",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&UNEVEN, &DEEP, &FIELD],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.quality.capture == Capture::Digital {
        return;
    }
    let Some(unevenness) = page.quality.unevenness else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&UNEVEN);
    if unevenness > limit {
        let mut finding =
            cx.finding().measured(unevenness, limit, UNEVEN.unit).at(page.quality.regions.shadow).on_map(Map::Shadow);
        finding.severity = severity(page, unevenness > cx.limit(&DEEP), cx.limit(&FIELD));
        cx.find(finding);
    }
}

/// By what lies in the shadow, at least so much of it.
fn severity(page: &Examined, deep: bool, share: f32) -> Severity {
    let cells = &page.quality.regions.shadow_cells;
    let in_shadow = |area: &Region| {
        let shaded: f32 = cells.iter().map(|c| c.bounds().intersection(*area).area()).sum();
        area.area() > 0.0 && shaded > area.area() * share
    };
    if deep && important::areas(page).iter().any(in_shadow) {
        Severity::Blocker
    } else if cells.is_empty() || page.lines.is_empty() || page.lines.iter().any(|l| in_shadow(&l.region)) {
        Severity::Warning
    } else {
        Severity::Note
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Quad;
    use crate::testing::{self, found, was_not_assessed};
    use crate::text::{Reader, Reading};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.unevenness = Some(0.9);
        assert_eq!(found("uneven-light", page).len(), 1);
    }

    #[test]
    fn a_shadow_counts_by_what_lies_in_it() {
        let severity = |unevenness, cell: Region| {
            let mut page = testing::passport();
            let name = page.facts.holder.as_ref().and_then(|h| h.region).unwrap();
            page.lines = vec![Reading {
                text: "ANA RUIZ SOTO".into(),
                region: name,
                outline: name.into(),
                confidence: 0.9,
                weakest: 0.9,
                letters: Vec::new(),
                reader: Reader::Ppocr,
            }];
            page.quality.unevenness = Some(unevenness);
            page.quality.regions.shadow_cells = vec![Quad::from(cell)];
            found("uneven-light", page)[0].severity
        };
        let name = testing::passport().facts.holder.and_then(|h| h.region).unwrap();
        assert_eq!(severity(0.9, name.grown(20.0)), Severity::Blocker);
        assert_eq!(severity(0.5, name.grown(20.0)), Severity::Warning);
        assert_eq!(severity(0.9, Region::new(1500.0, 900.0, 60.0, 60.0)), Severity::Note);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.unevenness = None;
        assert!(was_not_assessed("uneven-light", page));
    }

    #[test]
    fn a_drawn_page_is_not_judged_by_its_light() {
        let mut page = testing::passport();
        page.quality.unevenness = Some(0.9);
        page.quality.capture = crate::page::Capture::Digital;
        assert!(found("uneven-light", page).is_empty());
    }
}
