//! Lines of text run out of the picture.
//!
//! *Why:* a part of the information is missing. *Fix:* step back until there is a margin on every side.

use crate::checks::{Check, Limit, PageContext, Run, Severity};
use crate::geometry::Region;
use crate::page::{Examined, ReadingState};

/// Lines that touch one side of the frame.
static LINES: Limit = Limit { name: "text-cut-off.lines", default: 3.0, unit: "lines" };

pub static CHECK: Check =
    Check { id: "text-cut-off", severity: Severity::Warning, limits: &[&LINES], run: Run::Image(run) };

/// How near the border a line ends that runs out of it, as a share of the page's width or height. The boxes of readers
/// keep a little distance from the letters, so a whole line does not come as near.
const NEAR: f32 = 0.004;

fn run(page: &Examined, cx: &mut PageContext) {
    if page.reading != ReadingState::Done {
        return cx.not_assessed("reason-not-read");
    }
    let (width, height) = (page.size.width as f32, page.size.height as f32);
    let sides: [&dyn Fn(&Region) -> bool; 4] =
        [&|r| r.left <= width * NEAR, &|r| r.top <= height * NEAR, &|r| r.right() >= width * (1.0 - NEAR), &|r| {
            r.bottom() >= height * (1.0 - NEAR)
        }];
    let limit = cx.limit(&LINES);
    for touches in sides {
        let cut: Vec<Region> = page.lines.iter().map(|l| l.region).filter(|r| touches(r)).collect();
        if cut.len() as f32 >= limit {
            let region = cut.iter().copied().reduce(Region::union);
            return cx.find(cx.finding().measured(cut.len() as f32, limit, LINES.unit).at(region));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};
    use crate::text::{Reader, Reading};

    fn line(left: f32, top: f32) -> Reading {
        let region = Region::new(left, top, 300.0, 30.0);
        Reading {
            text: "TEXT".into(),
            region,
            outline: region.into(),
            confidence: 0.9,
            weakest: 0.9,
            letters: Vec::new(),
            reader: Reader::Ppocr,
        }
    }

    #[test]
    fn several_lines_at_one_border_are_found_and_one_is_not() {
        let mut page = testing::bill();
        page.lines = vec![line(0.0, 100.0), line(200.0, 200.0)];
        assert!(found("text-cut-off", page.clone()).is_empty());
        page.lines.extend([line(2.0, 300.0), line(1.0, 400.0)]);
        assert_eq!(found("text-cut-off", page).len(), 1);
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::bill();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("text-cut-off", page));
    }
}
