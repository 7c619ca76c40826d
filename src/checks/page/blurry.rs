//! The text is blurred.
//!
//! *Why:* a reviewer refuses what cannot be read at a glance. *Fix:* hold the phone still and let it focus.

use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::Region;
use crate::quality;

/// Sharpness below which text is hard to read: blur of 0.22 of the x-height.
static HARD: Limit = Limit { name: "blurry.hard", default: 56.0, unit: Unit::Of100 };
/// Sharpness below which text cannot be read: blur of a third of the x-height.
static UNREADABLE: Limit = Limit { name: "blurry.unreadable", default: 34.0, unit: Unit::Of100 };
/// Sharpness of the sharpest edges of a picture without text, below which it is no wonder that none was found.
static EDGES: Limit = Limit { name: "blurry.edges", default: 40.0, unit: Unit::Of100 };
/// Share of the variance of a blur that has a direction, from which it is a shake and no defocus: on generated pictures
/// a lack of focus reaches 0.29, shakes of an x-height and more have 0.41 and more, most of them 0.6.
static SHAKEN: Limit = Limit { name: "blurry.shaken", default: 0.4, unit: Unit::Of1 };

/// Length against height from which a box holds a line of text.
const LINE: f32 = 2.0;

pub static CHECK: Check = Check {
    id: "blurry",
    severity: Severity::Blocker,
    needs: &[],
    limits: &[&HARD, &UNREADABLE, &EDGES, &SHAKEN],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let quality = &page.quality;
    let (hard, unreadable, edges) = (cx.limit(&HARD), cx.limit(&UNREADABLE), cx.limit(&EDGES));
    for (line, blur) in quality.regions.blur_map.iter().filter(|(line, _)| is_long(line)) {
        let sharpness = quality::sharpness(*blur);
        if sharpness < hard {
            cx.soft_line(*line, if sharpness < unreadable { Severity::Blocker } else { Severity::Warning });
        }
    }
    let Some(sharpness) = quality.sharpness.filter(|s| quality.blur_of_text || *s < edges) else {
        return cx.not_assessed("reason-no-text-found");
    };
    if sharpness >= hard {
        return;
    }
    let mut finding = cx.finding().measured(sharpness, hard, HARD.unit).at(quality.regions.blur).on_map(Map::Blur);
    // a document on which no print was found has none, or is far too blurred
    let far_off = !page.layout.panels.is_empty() && sharpness < edges / 2.0;
    if sharpness >= unreadable || !quality.blur_of_text && !far_off {
        finding.severity = Severity::Warning;
        finding.confidence = 0.7;
    }
    if let Some(motion) = quality.motion.filter(|m| quality.blur_of_text && m.share > cx.limit(&SHAKEN)) {
        finding = finding.saying("shaken").advising("advice-shaken").with("direction", direction(motion.degrees));
    }
    cx.find(finding);
}

/// Whether a box holds a line of text, and not a letter or two: those say too little of their blur.
fn is_long(line: &Region) -> bool {
    line.width.max(line.height) >= line.width.min(line.height) * LINE
}

/// A word for the direction of a shake in the picture: `across`, `down` or `slanting`.
fn direction(degrees: f32) -> &'static str {
    match degrees {
        d if !(22.5..157.5).contains(&d) => "across",
        d if (67.5..112.5).contains(&d) => "down",
        _ => "slanting",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::Motion;
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
    fn the_map_shows_the_lines_that_are_too_soft_and_how_much() {
        let mut page = testing::passport();
        let line = |top| Region::new(10.0, top, 200.0, 12.0);
        let letter = Region::new(10.0, 400.0, 12.0, 12.0);
        page.quality.regions.blur_map = vec![(line(0.0), 0.1), (line(50.0), 0.3), (line(90.0), 0.4), (letter, 0.4)];
        let expected = vec![(line(50.0), Severity::Warning), (line(90.0), Severity::Blocker)];
        assert_eq!(testing::judged(page).soft_lines, expected);
    }

    #[test]
    fn a_shake_is_called_one_and_its_direction_said() {
        let mut page = testing::passport();
        page.quality.sharpness = Some(10.0);
        assert_eq!(found("blurry", page.clone())[0].message.key, "blurry.found");
        page.quality.motion = Some(Motion { length: 1.5, degrees: 88.0, share: 0.9 });
        let finding = found("blurry", page).remove(0);
        assert_eq!(finding.message.key, "blurry.shaken");
        assert_eq!(direction(88.0), "down");
        assert_eq!((direction(170.0), direction(40.0)), ("across", "slanting"));
    }

    #[test]
    fn without_text_it_is_not_assessed_unless_all_edges_are_wide() {
        let mut page = testing::passport();
        page.quality.sharpness = None;
        assert!(was_not_assessed("blurry", page.clone()));
        (page.quality.sharpness, page.quality.blur_of_text) = (Some(45.0), false);
        assert!(was_not_assessed("blurry", page.clone()));
        let severity = |sharpness, mut page: Examined| {
            page.quality.sharpness = Some(sharpness);
            found("blurry", page)[0].severity
        };
        assert_eq!(severity(30.0, page.clone()), Severity::Warning);
        assert_eq!(severity(5.0, page.clone()), Severity::Blocker, "a document without any sharp edge");
        page.layout.panels.clear();
        assert_eq!(severity(5.0, page), Severity::Warning, "perhaps no document");
    }
}
