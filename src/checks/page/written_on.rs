//! Somebody wrote on the document: pen strokes run across its print.
//!
//! *Why:* a document that was written on may be refused as altered. *Fix:* use a clean original, or ask for a new one.
//! The holder's signature does not count: it stands where nothing is printed, or beside its caption.

use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::fields;
use crate::geometry::Region;
use crate::quality::Stroke;

/// Length of the strokes against the document's longer side. Good specimens have none over print.
static LENGTH: Limit = Limit { name: "written-on.length", default: 0.2, unit: Unit::OfDocumentLength };

/// Captions of signatures, in the languages of documents.
const SIGNATURE: [&str; 9] =
    ["SIGNATURE", "FIRMA", "FIRMADO", "ASSINATURA", "UNTERSCHRIFT", "HANDTEKENING", "PODPIS", "IMZA", "SIGNED"];
/// How far from its caption a signature begins, in heights of the caption, and the longest of them.
const NEAR: f32 = 2.5;
const LONGEST: f32 = 0.45;

pub static CHECK: Check =
    Check { id: "written-on", severity: Severity::Warning, needs: &[], limits: &[&LENGTH], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(strokes) = &page.quality.strokes else {
        return cx.not_assessed("reason-no-text-found");
    };
    let limit = cx.limit(&LENGTH);
    let written: Vec<_> = strokes.iter().filter(|stroke| !is_signature(page, stroke)).collect();
    let length: f32 = written.iter().map(|stroke| stroke.length).sum();
    if length > limit {
        let region = written.iter().map(|stroke| stroke.region).reduce(Region::union);
        cx.find(cx.finding().measured(length, limit, LENGTH.unit).at(region).on_map(Map::Pen).sure(0.6));
    }
}

/// Whether a stroke lies beside the caption of a signature.
fn is_signature(page: &Examined, stroke: &Stroke) -> bool {
    let is_caption = |text: &str| fields::words(text).iter().any(|word| SIGNATURE.contains(&word.as_str()));
    let near = |caption: Region| caption.grown(caption.height * NEAR).intersection(stroke.region).area() > 0.0;
    stroke.length <= LONGEST && page.lines.iter().any(|line| near(line.region) && is_caption(&line.text))
}

#[cfg(test)]
mod tests {
    use crate::geometry::Region;
    use crate::quality::Stroke;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn strokes_over_print_are_found_and_a_signature_is_not() {
        let mut page = testing::passport();
        assert!(found("written-on", page.clone()).is_empty());
        page.quality.strokes = Some(vec![testing::stroke()]);
        assert_eq!(found("written-on", page.clone()).len(), 1);
        let mut caption = testing::line("Signature of bearer / Firma del titular");
        let stroke = testing::stroke().region;
        caption.region = Region::new(stroke.left, stroke.bottom() + 5.0, 200.0, 40.0);
        page.lines.push(caption);
        assert_eq!(found("written-on", page.clone()).len(), 1, "no signature is as long as that");
        page.quality.strokes = Some(vec![Stroke { length: 0.3, ..testing::stroke() }]);
        assert!(found("written-on", page).is_empty());
    }

    #[test]
    fn without_text_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.strokes = None;
        assert!(was_not_assessed("written-on", page));
    }
}
