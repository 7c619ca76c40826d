//! Lines of text run out of the picture.
//!
//! *Why:* a part of the information is missing. *Fix:* step back until there is a margin on every side.
//!
//! That a line ends at the frame is no proof: pictures are trimmed to the paper. Letters that are cut through are.

use crate::checks::{Check, Limit, Need, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Lines whose letters are cut through at the top or the bottom: there is room for one there, or for two side by side.
static ABOVE: Limit = Limit { name: "text-cut-off.above", default: 1.0, unit: Unit::Lines };
/// Lines whose letters are cut at the left or the right: a single one may be a mark of the design.
static LINES: Limit = Limit { name: "text-cut-off.lines", default: 2.0, unit: Unit::Lines };

pub static CHECK: Check = Check {
    id: "text-cut-off",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[&LINES, &ABOVE],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let (lines, above) = (cx.limit(&LINES), cx.limit(&ABOVE));
    let limits = [lines, above, lines, above];
    let sides = page.quality.lines_cut.into_iter().zip(limits);
    if let Some((cut, limit)) = sides.map(|(n, limit)| (n as f32, limit)).find(|(n, limit)| n >= limit) {
        let mut finding = cx.finding().measured(cut, limit, LINES.unit).at(page.quality.regions.cut_text);
        if (page.quality.lines_cut_anywhere as f32) < lines {
            // on cards trimmed to their edge a heading and its pattern look so: three of 52 good specimens
            finding.severity = Severity::Note;
        }
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Severity;
    use crate::examined::ReadingState;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn one_line_cut_at_the_top_or_several_at_a_side_are_found() {
        let cut = |lines| {
            let mut page = testing::bill();
            page.quality.lines_cut = lines;
            found("text-cut-off", page).len()
        };
        assert_eq!(cut([0; 4]), 0);
        assert_eq!(cut([1, 0, 1, 0]), 0);
        assert_eq!(cut([0, 1, 0, 0]), 1);
        assert_eq!(cut([0, 0, 3, 0]), 1);
    }

    #[test]
    fn one_line_alone_is_worth_a_note() {
        let severity = |lines| {
            let mut page = testing::bill();
            (page.quality.lines_cut, page.quality.lines_cut_anywhere) = lines;
            found("text-cut-off", page)[0].severity
        };
        assert_eq!(severity(([0, 1, 0, 0], 1)), Severity::Note);
        assert_eq!(severity(([0, 0, 0, 2], 2)), Severity::Warning);
        assert_eq!(severity(([0, 1, 1, 0], 2)), Severity::Warning);
        assert_eq!(severity(([0, 1, 1, 0], 1)), Severity::Note, "one line in a corner");
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::bill();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("text-cut-off", page));
    }
}
