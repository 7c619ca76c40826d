//! Original and translation are both in the picture, but one of them cannot be used: illegible, too small, cut off by
//! the frame, or partly below the other.
//!
//! *Why:* a reviewer compares the two line by line. *Fix:* one photograph in which both lie flat, whole and apart; each
//! fault has its own advice.

use crate::arrangement::{LayoutKind, Panel};
use crate::checks::{Check, Finding, Limit, Need, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::overlap::overlap;
use crate::geometry::{Quad, Region};
use crate::text::Reading;

/// Median confidence of the lines of one of the two. Clean specimens read at 0.93 and more.
static CONFIDENCE: Limit = Limit { name: "translation-unclear.confidence", default: 0.75, unit: Unit::Confidence };
/// Median height of its lines.
static HEIGHT: Limit = Limit { name: "translation-unclear.height", default: 12.0, unit: Unit::Pixels };
/// Part of one of them that lies below the other.
static SHARED: Limit = Limit { name: "translation-unclear.shared", default: 0.03, unit: Unit::ShareOfArea };

pub static CHECK: Check = Check {
    id: "translation-unclear",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[&CONFIDENCE, &HEIGHT, &SHARED],
    run: Run::Content(run),
};

/// Languages whose letters the readers know: only of these says a low confidence that they are illegible.
const READABLE: [&str; 9] = ["en", "es", "pt", "fr", "de", "it", "pl", "zh", "ja"];
/// Fewest lines of a panel that can be judged.
const MIN_LINES: usize = 3;
/// How far outside of the frame a corner must lie, and how near to its border lines must end, as a share of the page.
const OUTSIDE_SHARE: f32 = 0.01;
const BORDER_SHARE: f32 = 0.004;
/// Lines at one border that are cut there.
const CUT_LINES: usize = 2;

fn run(page: &Examined, cx: &mut PageContext) {
    let pair = matches!(page.layout.kind, LayoutKind::SideBySideTranslation | LayoutKind::StackedTranslation);
    let [first, second] = page.layout.panels.as_slice() else { return };
    if !pair {
        return;
    }
    let shared = overlap(&first.outline, &second.outline);
    let limit = cx.limit(&SHARED);
    if shared > limit {
        let both = first.outline.bounds().intersection(second.outline.bounds());
        let finding = cx.finding().saying("overlap").advising("advice-overlap").measured(shared, limit, SHARED.unit);
        cx.find(finding.at(Some(both)));
    }
    for panel in [first, second] {
        if let Some(finding) = of_panel(page, panel, cx) {
            cx.find(finding.at(Some(panel.outline.bounds().intersection(page.size.region()))));
        }
    }
}

/// What is wrong with one of the two, the worst first.
fn of_panel(page: &Examined, panel: &Panel, cx: &PageContext) -> Option<Finding> {
    let lines: Vec<&Reading> = page.lines.iter().filter(|l| panel.outline.contains(l.region.center())).collect();
    if is_cut(page, &panel.outline, &lines) {
        return Some(cx.finding().saying("cut-off").advising("advice-cut-off"));
    }
    if lines.len() < MIN_LINES {
        return None;
    }
    let (height, least) = (median(lines.iter().map(|l| l.outline.sides().1)), cx.limit(&HEIGHT));
    if height < least {
        let finding = cx.finding().saying("too-small").advising("advice-too-small");
        return Some(finding.measured(height, least, HEIGHT.unit));
    }
    let readable = panel.languages.iter().any(|l| READABLE.contains(&l.as_str()));
    let (confidence, least) = (median(lines.iter().map(|l| l.confidence)), cx.limit(&CONFIDENCE));
    (readable && confidence < least).then(|| cx.finding().measured(confidence, least, CONFIDENCE.unit))
}

/// Whether a corner lies outside of the frame, or several lines run out of it.
fn is_cut(page: &Examined, outline: &Quad, lines: &[&Reading]) -> bool {
    let (w, h) = (page.size.width as f32, page.size.height as f32);
    let frame = page.size.region().grown(OUTSIDE_SHARE * w.max(h));
    let inner =
        Region::new(w * BORDER_SHARE, h * BORDER_SHARE, w * (1.0 - 2.0 * BORDER_SHARE), h * (1.0 - 2.0 * BORDER_SHARE));
    let leaves = |r: &Region| {
        r.left < inner.left || r.top < inner.top || r.right() > inner.right() || r.bottom() > inner.bottom()
    };
    outline.corners.iter().any(|c| !frame.contains(*c))
        || lines.iter().filter(|l| leaves(&l.region)).count() >= CUT_LINES
}

fn median(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrangement::Role;
    use crate::kinds::DocumentKind;
    use crate::testing::{self, found};
    use crate::text::Reader;

    /// A Spanish certificate on the left and its translation on the right, five lines each.
    fn pair() -> Examined {
        let mut page = testing::page(DocumentKind::BirthCertificate, None);
        page.layout.kind = LayoutKind::SideBySideTranslation;
        let panel = |left: f32, role, language: &str| Panel {
            outline: Region::new(left, 50.0, 700.0, 1000.0).into(),
            role,
            languages: vec![language.into()],
        };
        page.layout.panels = vec![panel(50.0, Role::Original, "es"), panel(800.0, Role::Translation, "en")];
        page.lines = (0..10).map(|i| line(if i < 5 { 100.0 } else { 850.0 }, 100.0 + 60.0 * (i % 5) as f32)).collect();
        page
    }

    fn line(left: f32, top: f32) -> Reading {
        let region = Region::new(left, top, 300.0, 24.0);
        let (outline, text) = (region.into(), "text".into());
        Reading { text, region, outline, confidence: 0.95, weakest: 0.9, letters: Vec::new(), reader: Reader::Ppocr }
    }

    fn said(page: Examined) -> Vec<String> {
        found("translation-unclear", page).into_iter().map(|f| f.message.key).collect()
    }

    #[test]
    fn a_clear_pair_passes_and_each_fault_has_its_own_words() {
        assert!(said(pair()).is_empty());
        let mut illegible = pair();
        illegible.lines[5..].iter_mut().for_each(|l| l.confidence = 0.5);
        assert_eq!(said(illegible), ["translation-unclear.found"]);
        let mut small = pair();
        small.lines[..5].iter_mut().for_each(|l| l.outline = Region::new(100.0, 100.0, 200.0, 7.0).into());
        assert_eq!(said(small), ["translation-unclear.too-small"]);
        let mut cut = pair();
        cut.layout.panels[1].outline = Region::new(800.0, 50.0, 1000.0, 1000.0).into();
        assert_eq!(said(cut), ["translation-unclear.cut-off"]);
        let mut over = pair();
        over.layout.panels[1].outline = Region::new(700.0, 50.0, 700.0, 1000.0).into();
        assert_eq!(said(over), ["translation-unclear.overlap"]);
    }

    #[test]
    fn a_script_that_no_reader_knows_is_not_called_illegible() {
        let mut page = pair();
        page.layout.panels[0].languages = vec!["ru".into()];
        page.lines[..5].iter_mut().for_each(|l| l.confidence = 0.4);
        assert!(said(page).is_empty());
    }

    #[test]
    fn only_a_pair_is_looked_at() {
        let mut page = pair();
        page.lines.iter_mut().for_each(|l| l.confidence = 0.3);
        page.layout.kind = LayoutKind::SeveralDocuments;
        assert!(said(page).is_empty());
    }
}
