//! The text is blurred.
//!
//! *Why:* a reviewer refuses what cannot be read at a glance. *Fix:* hold the phone still and let it focus.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Sharpness below which text is hard to read: blur of 0.15 of the x-height, at which the reader begins to err on
/// artificially blurred licences.
static HARD: Limit = Limit { name: "blurry.hard", default: 50.0, unit: "of 100" };
/// Sharpness below which text cannot be read: blur of a fifth of the x-height.
static UNREADABLE: Limit = Limit { name: "blurry.unreadable", default: 33.0, unit: "of 100" };

pub static CHECK: Check =
    Check { id: "blurry", severity: Severity::Blocker, limits: &[&HARD, &UNREADABLE], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(sharpness) = page.quality.sharpness else {
        return cx.not_assessed("reason-no-text-found");
    };
    let (hard, unreadable) = (cx.limit(&HARD), cx.limit(&UNREADABLE));
    if sharpness >= hard {
        return;
    }
    let mut finding = cx.finding().measured(sharpness, hard, HARD.unit).at(page.quality.regions.blur);
    if sharpness >= unreadable {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn the_worse_the_blur_the_worse_the_finding() {
        let severity = |sharpness| {
            let mut page = testing::passport();
            page.quality.sharpness = Some(sharpness);
            found("blurry", page).first().map(|f| f.severity)
        };
        assert_eq!(severity(HARD.default), None);
        assert_eq!(severity(HARD.default - 1.0), Some(Severity::Warning));
        assert_eq!(severity(UNREADABLE.default - 1.0), Some(Severity::Blocker));
    }

    #[test]
    fn without_text_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.sharpness = None;
        assert!(was_not_assessed("blurry", page));
    }
}
