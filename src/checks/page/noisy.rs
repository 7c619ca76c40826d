//! The picture is full of grain or of blocks from strong compression.
//!
//! *Why:* small print dissolves in it. *Fix:* more light; send the original file, not one forwarded by a messenger.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::page::Examined;

/// Standard deviation of brightness in flat areas.
static NOISE: Limit = Limit { name: "noisy.deviation", default: 16.0, unit: "of 255" };

pub static CHECK: Check = Check { id: "noisy", severity: Severity::Warning, limits: &[&NOISE], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(noise) = page.quality.noise else {
        return cx.not_assessed("reason-no-document-found");
    };
    let limit = cx.limit(&NOISE);
    if noise > limit {
        cx.find(cx.finding().measured(noise, limit, NOISE.unit));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.noise = Some(60.0);
        assert_eq!(found("noisy", page).len(), 1);
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.noise = None;
        assert!(was_not_assessed("noisy", page));
    }
}
