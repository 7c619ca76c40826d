//! The back of a card is missing.
//!
//! *Why:* licences and cards are asked for from both sides. *Fix:* photograph the back too.

use crate::checks::{Check, Run, SetContext, Severity};
use crate::fields::{DocumentKind, Side};

pub static CHECK: Check =
    Check { id: "back-missing", severity: Severity::Warning, limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    for kind in cx.kinds_with_two_sides() {
        let (mut fronts, mut back) = (Vec::new(), false);
        for page in &cx.set.pages {
            let Some(document) = page.examined().map(|e| &e.facts.document) else { continue };
            // the back of one card says little of its kind: any back in the set will do
            back |= document.side == Some(Side::Back) && matches!(document.kind, k if k == kind || k == DocumentKind::Unknown);
            if document.kind == kind && document.side != Some(Side::Back) {
                fronts.push(&page.id);
            }
        }
        if !fronts.is_empty() && !back {
            let finding = cx.finding().on(fronts);
            cx.find(finding);
        }
    }
}
