//! The camera looked at the document from the side, or the document lies askew.
//!
//! *Why:* far letters become small and narrow. *Fix:* hold the phone straight above, parallel to the table.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Angle of the camera from straight above.
static TILT: Limit = Limit { name: "tilted.perspective", default: 25.0, unit: Unit::Degrees };
/// Skew of the lines of text.
static SKEW: Limit = Limit { name: "tilted.skew", default: 15.0, unit: Unit::Degrees };

pub static CHECK: Check =
    Check { id: "tilted", severity: Severity::Warning, needs: &[], limits: &[&TILT, &SKEW], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let (tilt_limit, skew_limit) = (cx.limit(&TILT), cx.limit(&SKEW));
    match (page.layout.tilt_degrees, page.layout.skew_degrees) {
        (Some(tilt), _) if tilt > tilt_limit => cx.find(cx.finding().measured(tilt, tilt_limit, TILT.unit)),
        (_, Some(skew)) if skew.abs() > skew_limit => {
            cx.find(cx.finding().saying("askew").measured(skew.abs(), skew_limit, SKEW.unit));
        }
        (None, None) => cx.not_assessed("reason-no-document-found"),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_view_from_the_side_and_a_crooked_page_are_found() {
        let mut page = testing::passport();
        page.layout.tilt_degrees = Some(40.0);
        assert_eq!(found("tilted", page.clone()).len(), 1);
        page.layout.tilt_degrees = None;
        page.layout.skew_degrees = Some(-30.0);
        assert_eq!(found("tilted", page)[0].message.key, "tilted.askew");
    }

    #[test]
    fn without_outline_and_text_it_is_not_assessed() {
        let mut page = testing::passport();
        (page.layout.tilt_degrees, page.layout.skew_degrees) = (None, None);
        assert!(was_not_assessed("tilted", page));
    }
}
