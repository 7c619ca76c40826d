//! What is covered and what is not.

use super::*;
use crate::geometry::{Quad, Rotation, Size};
use crate::testing;

/// White noise: whatever is covered or coarse differs from it.
fn preview(size: Size) -> RgbImage {
    RgbImage::from_fn(size.width, size.height, |x, y| Rgb([if (x * 7 + y * 13) % 5 < 2 { 255 } else { 200 }; 3]))
}

/// The upright picture of a page, covered, before it is encoded.
fn covered(page: &Examined) -> (RgbImage, Cover) {
    let mut picture = preview(page.size);
    let cover = cover(&mut picture, page, false);
    (picture, cover)
}

fn is_painted(picture: &RgbImage, place: Region) -> bool {
    let [left, top, right, bottom] = window(picture, place).unwrap();
    (top..bottom).all(|y| (left..right).all(|x| *picture.get_pixel(x, y) == COVER))
}

#[test]
fn the_face_the_number_and_the_code_lines_of_a_passport_are_covered() {
    let mut page = testing::passport();
    page.codes.mrz.as_mut().unwrap().region = Region::new(200.0, 800.0, 1118.0, 90.0);
    let (picture, cover) = covered(&page);
    assert_eq!(cover, Cover::Places);
    assert!(is_painted(&picture, page.codes.mrz.as_ref().unwrap().region));
    assert!(is_painted(&picture, portrait(&page).unwrap()));
    let number = page.facts.fields.iter().find(|f| f.kind == FieldKind::DocumentNumber).unwrap();
    assert!(is_painted(&picture, number.region.unwrap()));
    assert!(!is_painted(&picture, page.facts.holder.as_ref().unwrap().region.unwrap()), "the name stays");
}

#[test]
fn a_number_that_no_field_names_is_covered_too() {
    let mut page = testing::bill();
    page.lines = vec![testing::line("Account 00123456789")];
    page.lines[0].region = Region::new(300.0, 600.0, 190.0, 30.0);
    let (picture, _) = covered(&page);
    assert!(is_painted(&picture, Region::new(400.0, 600.0, 80.0, 30.0)));
    assert!(!is_painted(&picture, Region::new(300.0, 600.0, 60.0, 30.0)));
}

#[test]
fn where_the_place_of_a_face_is_not_known_the_whole_picture_is_coarse() {
    let mut no_zone = testing::passport();
    no_zone.codes.mrz = None;
    let mut not_read = testing::bill();
    not_read.reading = ReadingState::Skipped;
    let unknown = testing::page(DocumentKind::Unknown, None);
    let no_barcode = testing::page(DocumentKind::DriversLicense, Some(Side::Back));
    for page in [no_zone, not_read, unknown, no_barcode] {
        let (picture, cover) = covered(&page);
        assert_eq!(cover, Cover::Whole, "{:?}", page.facts.document);
        let side = picture.width().div_ceil(COARSE_SQUARES) / 2;
        assert_eq!(picture.get_pixel(2, 2), picture.get_pixel(side, side), "one square has one color");
    }
}

#[test]
fn asked_for_everything_nothing_is_covered() {
    let page = testing::passport();
    let preview = preview(page.size);
    let mut picture = preview.clone();
    assert_eq!(cover(&mut picture, &page, true), Cover::Nothing);
    assert_eq!(picture, preview);
}

#[test]
fn a_picture_is_turned_upright_and_covered_there() {
    let mut page = testing::page(DocumentKind::StateId, Some(Side::Front));
    page.size = Size::new(600, 800);
    page.turn.rotation = Rotation::Cw90;
    page.turn.given = Size::new(800, 600);
    page.layout.panels[0].outline = Quad::from(Region::new(20.0, 200.0, 560.0, 353.0));
    let made = picture(&preview(page.turn.given), &page, false).unwrap();
    let opened = image::load_from_memory(&made.jpeg).unwrap().into_rgb8();
    assert_eq!((opened.width(), opened.height(), made.cover), (600, 800, Cover::Places));
    let face = portrait(&page).unwrap().center();
    let pixel = opened.get_pixel(face.x as u32, face.y as u32);
    assert!(pixel.0.iter().zip(COVER.0).all(|(a, b)| a.abs_diff(b) < 12), "{pixel:?}");
}
