//! Lines of text run out of the picture.
//!
//! *Why:* a part of the information is missing. *Fix:* step back until there is a margin on every side.
//!
//! That a line ends at the frame is no proof: pictures are trimmed to the paper. Letters that are cut through are, and so
//! are the ends of several lines exactly on the edge: even paper that is trimmed to its edge has a margin.

use crate::checks::{Check, Limit, Need, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Lines whose letters are cut through at the top or the bottom: there is room for one there, or for two side by side.
static ABOVE: Limit = Limit { name: "text-cut-off.above", default: 1.0, unit: Unit::Lines };
/// Lines whose letters are cut at the left or the right: a single one may be a mark of the design.
static LINES: Limit = Limit { name: "text-cut-off.lines", default: 2.0, unit: Unit::Lines };
/// Lines that end where the picture ends, on one side. Good pictures have none.
static AT_EDGE: Limit = Limit { name: "text-cut-off.at-edge", default: 3.0, unit: Unit::Lines };

pub static CHECK: Check = Check {
    id: "text-cut-off",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[&LINES, &ABOVE, &AT_EDGE],
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
        return;
    }
    let (most, limit) = (page.quality.lines_at_edge.into_iter().max().unwrap_or(0) as f32, cx.limit(&AT_EDGE));
    if most >= limit {
        cx.find(cx.finding().measured(most, limit, AT_EDGE.unit).sure(0.7));
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
    fn several_lines_that_end_where_the_picture_ends_are_cut() {
        let at_edge = |lines| {
            let mut page = testing::bill();
            page.quality.lines_at_edge = lines;
            found("text-cut-off", page).len()
        };
        assert_eq!(at_edge([0, 2]), 0);
        assert_eq!(at_edge([2, 2]), 0);
        assert_eq!(at_edge([0, 3]), 1);
        assert_eq!(at_edge([4, 0]), 1);
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
