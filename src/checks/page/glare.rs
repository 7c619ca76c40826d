//! A reflection hides a part of the document.
//!
//! *Why:* what shines cannot be read. Glare counts by what it covers: over the name, a number, the code lines, the
//! barcode or the portrait it is a blocker, over other text a warning, on an empty margin only a note. *Fix:* tilt the
//! card a little, no flash.

use crate::checks::important;
use crate::checks::{Check, Limit, Map, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::geometry::Region;
use crate::page::Capture;

/// Letters for which there is room under the reflection, near text, before a person should look.
static LETTERS: Limit = Limit { name: "glare.letters", default: 10.0, unit: Unit::Letters };
/// Share of the text-bearing area at which information is lost whatever it is.
static HIDES: Limit = Limit { name: "glare.hides", default: 0.25, unit: Unit::ShareOfTextArea };
/// Share of a field's box that must be covered for the field to be hidden.
static FIELD: Limit = Limit { name: "glare.field", default: 0.15, unit: Unit::ShareOfField };
/// Share of the whole document that is worth a note.
static MARGIN: Limit = Limit { name: "glare.margin", default: 0.02, unit: Unit::ShareOfDocument };

/// How far the paper of code lines reaches above and below them, as a share of their height.
const AROUND_LINES: f32 = 0.6;

pub static CHECK: Check = Check {
    id: "glare",
    severity: Severity::Warning,
    needs: &[],
    limits: &[&LETTERS, &HIDES, &FIELD, &MARGIN],
    run: Run::Image(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let quality = &page.quality;
    if quality.capture == Capture::Digital {
        return;
    }
    let (Some(letters), Some(on_document)) = (quality.glare_letters, quality.glare) else {
        return cx.not_assessed("reason-no-document-found");
    };
    let proven = zone_of_proven_lines(page);
    let is_harmless = |region: &Region| proven.is_some_and(|zone| zone.contains(region.center()));
    let patches = &quality.regions.glare_patches;
    let harmless: f32 = patches.iter().filter(|patch| is_harmless(&patch.region)).map(|patch| patch.letters).sum();
    let regions: Vec<Region> = quality.regions.glare.iter().filter(|region| !is_harmless(region)).copied().collect();
    if regions.is_empty() && !quality.regions.glare.is_empty() {
        return;
    }
    let (letters, region) = (letters - harmless, regions.first().copied());
    let (most, margin) = (cx.limit(&LETTERS), cx.limit(&MARGIN));
    let field = important::hidden(page, &regions, cx.limit(&FIELD));
    if letters > most || field.is_some() {
        let mut finding =
            cx.finding().measured(about(letters), most, LETTERS.unit).at(field.or(region)).on_map(Map::Glare);
        if field.is_some() || quality.glare_on_text.is_some_and(|share| share > cx.limit(&HIDES)) {
            finding.severity = Severity::Blocker;
        }
        cx.find(finding);
    } else if on_document > margin {
        let mut finding = cx
            .finding()
            .saying("beside-text")
            .measured(on_document * 100.0, margin * 100.0, Unit::Percent)
            .on_map(Map::Glare);
        finding.severity = Severity::Note;
        cx.find(finding.at(region));
    }
}

/// A number of letters as people say it: what lies under glare can only be guessed.
fn about(letters: f32) -> f32 {
    if letters < 20.0 { letters.ceil() } else { (letters / 10.0).round() * 10.0 }
}

/// Where code lines stand that their check digits prove, with the paper around them, which is white by design on many
/// cards: whatever shines there hides nothing.
fn zone_of_proven_lines(page: &Examined) -> Option<Region> {
    let lines = page.codes.mrz.as_ref().filter(|lines| lines.valid)?.region;
    let (around, width) = (lines.height * AROUND_LINES, page.size.width as f32);
    Some(Region::new(0.0, lines.top - around, width, lines.height + 2.0 * around))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::DocumentKind;
    use crate::quality::GlarePatch;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn glare_counts_by_the_text_that_it_hides() {
        let severity = |letters, on_text, on_document| {
            let mut page = testing::passport();
            page.quality.glare_letters = Some(letters);
            page.quality.glare_on_text = Some(on_text);
            page.quality.glare = Some(on_document);
            found("glare", page).first().map(|f| f.severity)
        };
        assert_eq!(severity(0.0, 0.0, 0.0), None);
        assert_eq!(severity(0.0, 0.0, 0.3), Some(Severity::Note));
        assert_eq!(severity(LETTERS.default * 1.5, 0.1, 0.3), Some(Severity::Warning));
        assert_eq!(severity(LETTERS.default * 1.5, HIDES.default * 1.5, 0.3), Some(Severity::Blocker));
    }

    #[test]
    fn over_the_name_a_small_one_is_a_blocker_and_beside_it_none() {
        let mut page = testing::passport();
        let name = page.facts.holder.as_ref().and_then(|h| h.region).unwrap();
        page.quality.regions.glare = vec![Region::new(name.left, name.top, name.width * 0.3, name.height)];
        assert_eq!(found("glare", page.clone())[0].severity, Severity::Blocker);
        page.quality.regions.glare = vec![Region::new(name.left, name.bottom() + 200.0, name.width, name.height)];
        assert!(found("glare", page).is_empty());
    }

    #[test]
    fn white_paper_around_code_lines_that_are_proven_is_no_glare() {
        let mut page = testing::passport();
        let lines = page.codes.mrz.as_ref().unwrap().region;
        let region = Region::new(lines.left, lines.bottom() - 2.0, lines.width * 0.7, lines.height * 0.5);
        page.quality.regions.glare = vec![region];
        page.quality.regions.glare_patches = vec![GlarePatch { region, outline: Vec::new(), letters: 40.0 }];
        (page.quality.glare_letters, page.quality.glare, page.quality.glare_on_text) =
            (Some(40.0), Some(0.1), Some(0.3));
        assert!(found("glare", page.clone()).is_empty());
        page.codes.mrz.as_mut().unwrap().valid = false;
        assert_eq!(found("glare", page).len(), 1);
    }

    #[test]
    fn over_the_portrait_it_is_a_blocker_and_on_the_other_half_of_the_card_a_note() {
        let mut card = testing::page(DocumentKind::DriversLicense, None);
        card.facts.holder = None;
        card.quality.glare = Some(0.04);
        let face = important::portrait(&card).unwrap();
        card.quality.regions.glare = vec![Region::new(face.left, face.top, face.width * 0.5, face.height * 0.5)];
        assert_eq!(found("glare", card.clone())[0].severity, Severity::Blocker);
        card.quality.regions.glare[0].left += 3.0 * face.width;
        assert_eq!(found("glare", card)[0].severity, Severity::Note);
    }

    #[test]
    fn without_a_document_it_is_not_assessed() {
        let mut page = testing::passport();
        page.quality.glare = None;
        assert!(was_not_assessed("glare", page));
    }
}
