//! The picture is full of grain or of blocks from strong compression.
//!
//! *Why:* small print dissolves in it. *Fix:* more light; send the original file, not one forwarded by a messenger.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Standard deviation of brightness in flat areas.
static NOISE: Limit = Limit { name: "noisy.deviation", default: 9.0, unit: Unit::Of255 };
/// Step of brightness from one compression block to the next on smooth paper. Files of quality 12 and less (of 100)
/// have this and more; photographs as phones write them have 1 or none.
static BLOCKS: Limit = Limit { name: "noisy.blocks", default: 6.0, unit: Unit::Of255 };

pub static CHECK: Check =
    Check { id: "noisy", severity: Severity::Warning, needs: &[], limits: &[&NOISE, &BLOCKS], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let (noise, blocks) = (page.quality.noise, page.quality.blocks);
    let (noise_limit, blocks_limit) = (cx.limit(&NOISE), cx.limit(&BLOCKS));
    match (noise, blocks) {
        (Some(noise), _) if noise > noise_limit => cx.find(cx.finding().measured(noise, noise_limit, NOISE.unit)),
        (_, Some(blocks)) if blocks > blocks_limit => {
            cx.find(cx.finding().saying("compressed").measured(blocks, blocks_limit, BLOCKS.unit));
        }
        (None, None) => cx.not_assessed("reason-no-document-found"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_bad_value_is_found() {
        let mut page = testing::passport();
        page.quality.noise = Some(60.0);
        assert_eq!(found("noisy", page.clone())[0].message.key, "noisy.found");
        page.quality.noise = Some(1.0);
        page.quality.blocks = Some(14.0);
        assert_eq!(found("noisy", page)[0].message.key, "noisy.compressed");
    }

    #[test]
    fn without_a_measure_it_is_not_assessed() {
        let mut page = testing::passport();
        (page.quality.noise, page.quality.blocks) = (None, None);
        assert!(was_not_assessed("noisy", page));
    }
}
