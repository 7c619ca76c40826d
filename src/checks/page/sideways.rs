//! The page does not stand upright.
//!
//! *Why:* a reviewer may turn it, or may not. *Fix:* turn the picture before it is uploaded. Only noted, since turning
//! is easy and the page was read all the same.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::Rotation;

/// How sure the turn must be.
static SURE: Limit = Limit { name: "sideways.sure", default: 0.5, unit: Unit::Of1 };

pub static CHECK: Check =
    Check { id: "sideways", severity: Severity::Note, needs: &[], limits: &[&SURE], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let turn = &page.turn;
    if turn.rotation == Rotation::None {
        return;
    }
    if turn.confidence < cx.limit(&SURE) {
        return cx.not_assessed("reason-turn-not-sure");
    }
    let degrees = f32::from(turn.rotation.degrees());
    cx.find(cx.finding().with("degrees", degrees).sure(turn.confidence));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_turned_page_is_noted_when_the_turn_is_sure() {
        let mut page = testing::passport();
        page.turn.rotation = Rotation::Cw90;
        assert_eq!(found("sideways", page.clone())[0].severity, Severity::Note);
        page.turn.confidence = 0.1;
        assert!(was_not_assessed("sideways", page));
    }
}
