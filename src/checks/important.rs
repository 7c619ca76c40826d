//! What of a document must not be hidden: the name, the numbers, the code lines, the barcode, the portrait.
//!
//! The portrait is not looked for in the pixels: passports and cards have it at the place that their standards give it.
//! Where that place is not known, because neither code lines nor outline were found, it is not guessed.

use crate::codes::MrzFormat;
use crate::examined::Examined;
use crate::fields::FieldKind;
use crate::geometry::Region;
use crate::kinds::{Portrait, Side};

/// Characters of a passport's code line, at ten an inch, in millimeters.
const CODE_LINE: f32 = 44.0 * 2.54;
/// How far from its standard's shape the outline of a card may be, width against height.
const LIKE_CARD: std::ops::Range<f32> = 0.85..1.15;

/// The area of the first list that covers at least this share of something important, and what it covers.
pub(super) fn hidden(page: &Examined, covers: &[Region], share: f32) -> Option<Region> {
    let areas = areas(page);
    let hides =
        |cover: &Region| areas.iter().any(|a| a.area() > 0.0 && a.intersection(*cover).area() > a.area() * share);
    covers.iter().copied().find(hides)
}

/// All of them, as far as they were found.
pub(super) fn areas(page: &Examined) -> Vec<Region> {
    let fields = page.facts.fields.iter().filter(|f| is_important(f.kind)).filter_map(|f| f.region);
    let holder = page.facts.holder.iter().filter_map(|h| h.region);
    let lines = page.codes.mrz.iter().map(|m| m.region).chain(page.codes.mrz_fragment);
    let barcodes = page.codes.barcodes.iter().map(|b| b.region);
    fields.chain(holder).chain(lines).chain(barcodes).chain(portrait(page)).collect()
}

fn is_important(kind: FieldKind) -> bool {
    use FieldKind as F;
    matches!(
        kind,
        F::Surname | F::GivenNames | F::FullName | F::DocumentNumber | F::Itin | F::BirthDate | F::ExpiryDate | F::Mrz
    )
}

/// Where the face must be, `None` where the document has none or its place is not known.
pub(crate) fn portrait(page: &Examined) -> Option<Region> {
    let document = &page.facts.document;
    let traits = document.kind.traits();
    let face = match traits.portrait.filter(|_| document.side != Some(Side::Back))? {
        Portrait::AboveZone(face) => above_zone(page, face),
        Portrait::OnCard(face) => on_card(page, face, traits.size_mm?),
    }?;
    let seen = face.intersection(page.size.region());
    (seen.area() > 0.0).then_some(seen)
}

fn above_zone(page: &Examined, face: [f32; 4]) -> Option<Region> {
    let zone = page.codes.mrz.as_ref().filter(|m| m.format == MrzFormat::Td3)?;
    let lines = zone.region;
    let millimeter = lines.width / CODE_LINE;
    let [left, right, top, bottom] = face.map(|mm| mm * millimeter);
    Some(Region::new(lines.left + left, lines.top + top, right - left, bottom - top))
}

fn on_card(page: &Examined, face: [f32; 4], [width, height]: [f32; 2]) -> Option<Region> {
    let [panel] = page.layout.panels.as_slice() else { return None };
    let card = panel.outline.bounds();
    if card.height <= 0.0 || !LIKE_CARD.contains(&(card.width / card.height * height / width)) {
        return None;
    }
    let [left, right, top, bottom] = face;
    let (w, h) = (card.width, card.height);
    Some(Region::new(card.left + left * w, card.top + top * h, (right - left) * w, (bottom - top) * h))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Quad;
    use crate::kinds::DocumentKind;
    use crate::testing;

    #[test]
    fn the_face_of_a_card_is_in_its_left_third_and_its_back_has_none() {
        let mut page = testing::page(DocumentKind::DriversLicense, Some(Side::Front));
        page.layout.panels[0].outline = Quad::from(Region::new(100.0, 80.0, 856.0, 540.0));
        let face = portrait(&page).unwrap();
        assert!(face.left > 100.0 && face.right() < 100.0 + 856.0 * 0.4, "{face:?}");
        assert!(face.top > 80.0 && face.bottom() < 620.0, "{face:?}");
        page.facts.document.side = Some(Side::Back);
        assert_eq!(portrait(&page), None);
    }

    #[test]
    fn the_face_of_a_passport_stands_above_the_start_of_its_code_lines() {
        let mut page = testing::passport();
        let lines = Region::new(200.0, 800.0, 1118.0, 90.0);
        page.codes.mrz.as_mut().unwrap().region = lines;
        let face = portrait(&page).unwrap();
        assert!(face.bottom() < lines.top && face.top > lines.top - 500.0, "{face:?}");
        assert!(face.left >= lines.left && face.right() < lines.left + 350.0, "{face:?}");
        page.codes.mrz = None;
        assert_eq!(portrait(&page), None);
    }

    #[test]
    fn a_letter_has_no_portrait_and_an_odd_outline_tells_none() {
        assert_eq!(portrait(&testing::bill()), None);
        let mut card = testing::page(DocumentKind::StateId, Some(Side::Front));
        card.layout.panels[0].outline = Quad::from(Region::new(0.0, 0.0, 400.0, 900.0));
        assert_eq!(portrait(&card), None);
    }
}
