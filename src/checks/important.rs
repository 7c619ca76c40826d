//! What of a document must not be hidden: the name, the numbers, the code lines, the barcode, the portrait.
//!
//! The portrait is not looked for in the pixels: passports and cards have it at the place that their standards give it.
//! Where that place is not known, because neither code lines nor outline were found, it is not guessed.

use crate::codes::MrzFormat;
use crate::fields::{DocumentKind, FieldKind, Side};
use crate::geometry::Region;
use crate::page::Examined;

/// Characters of a passport's code line, at ten an inch, in millimetres.
const CODE_LINE: f32 = 44.0 * 2.54;
/// The face in a passport, in millimetres from the start and the top of its code lines: left, right, top, bottom. The
/// portrait is 35 by 45 mm at the left above them (ICAO 9303-4, zone V); its rim and the room for it left out.
const FACE_PASSPORT: [f32; 4] = [1.0, 31.0, -46.0, -8.0];
/// The face on the front of a card, in shares of its width and height: portraits stand in the left third (ICAO 9303-5,
/// zone V; AAMVA card design standard, zone II).
const FACE_CARD: [f32; 4] = [0.05, 0.33, 0.28, 0.78];
/// Width against height of a card, and how far from it an outline may be.
const CARD: f32 = 85.6 / 54.0;
const LIKE_CARD: std::ops::Range<f32> = 0.85..1.15;

/// The area of the first list that covers at least this share of something important, and what it covers.
pub(super) fn hidden(page: &Examined, covers: &[Region], share: f32) -> Option<Region> {
    let areas = areas(page);
    let hides =
        |cover: &Region| areas.iter().any(|a| a.area() > 0.0 && a.intersection(*cover).area() > a.area() * share);
    covers.iter().copied().find(hides)
}

/// All of them, as far as they were found, in page space.
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

/// Where the face must be, in page space; `None` where the document has none or its place is not known.
pub(super) fn portrait(page: &Examined) -> Option<Region> {
    let upright = match page.facts.document.kind {
        DocumentKind::Passport => of_passport(page),
        kind if is_card(kind) && page.facts.document.side != Some(Side::Back) => of_card(page),
        _ => None,
    }?;
    let whole = page.layout.rotation.region_to_page(upright, page.size);
    let seen = whole.intersection(page.size.region());
    (seen.area() > 0.0).then_some(seen)
}

fn of_passport(page: &Examined) -> Option<Region> {
    let zone = page.codes.mrz.as_ref().filter(|m| m.format == MrzFormat::Td3)?;
    let lines = page.layout.rotation.region_to_upright(zone.region, page.size);
    let millimetre = lines.width / CODE_LINE;
    let [left, right, top, bottom] = FACE_PASSPORT.map(|mm| mm * millimetre);
    Some(Region::new(lines.left + left, lines.top + top, right - left, bottom - top))
}

fn of_card(page: &Examined) -> Option<Region> {
    let [panel] = page.layout.panels.as_slice() else { return None };
    let card = page.layout.rotation.region_to_upright(panel.outline.bounds(), page.size);
    if card.height <= 0.0 || !LIKE_CARD.contains(&(card.width / card.height / CARD)) {
        return None;
    }
    let [left, right, top, bottom] = FACE_CARD;
    let (w, h) = (card.width, card.height);
    Some(Region::new(card.left + left * w, card.top + top * h, (right - left) * w, (bottom - top) * h))
}

fn is_card(kind: DocumentKind) -> bool {
    use DocumentKind as K;
    matches!(
        kind,
        K::PassportCard
            | K::DriversLicense
            | K::StateId
            | K::NationalId
            | K::PermanentResidentCard
            | K::EmploymentAuthorization
            | K::ConsularId
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Quad, Rotation, Size};
    use crate::testing;

    fn turned(size: Size, region: Region, rotation: Rotation) -> Region {
        rotation.region_to_page(region, size)
    }

    #[test]
    fn the_face_of_a_card_is_in_its_left_third_whichever_way_it_lies() {
        let upright = Region::new(100.0, 80.0, 856.0, 540.0);
        for rotation in [Rotation::None, Rotation::Cw90, Rotation::Cw180, Rotation::Cw270] {
            let mut page = testing::page(DocumentKind::DriversLicense, Some(Side::Front));
            page.size = if matches!(rotation, Rotation::None | Rotation::Cw180) {
                Size::new(1100, 700)
            } else {
                Size::new(700, 1100)
            };
            page.layout.rotation = rotation;
            page.layout.panels[0].outline = Quad::from(turned(page.size, upright, rotation));
            let face = portrait(&page).unwrap();
            let face = rotation.region_to_upright(face, page.size);
            assert!(face.left > 100.0 && face.right() < 100.0 + 856.0 * 0.4, "{face:?} at {rotation:?}");
            assert!(face.top > 80.0 && face.bottom() < 620.0, "{face:?} at {rotation:?}");
            page.facts.document.side = Some(Side::Back);
            assert_eq!(portrait(&page), None);
        }
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
