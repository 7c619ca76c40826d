//! Small pictures of pages for reports, with faces, numbers, code lines and barcodes covered.
//!
//! What is known of a page says where to cover. Where a page may hold something whose place is not known (the face on a
//! card without an outline, a page that was not read), nothing is guessed: the whole picture is made so coarse that
//! neither a face nor print can be recognized in it. Pixels end here: a report gets encoded bytes.

use std::collections::BTreeMap;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage, imageops};

use crate::arrangement::LayoutKind;
use crate::checks::portrait;
use crate::examined::{Examined, PageRecord, ReadingState};
use crate::fields::FieldKind;
use crate::geometry::Region;
use crate::kinds::{DocumentKind, Side};
use crate::page::PageId;
use crate::pixels;

mod numbers;

/// Longest side of a picture in a report, in pixels: its print can just be read on a screen.
pub const LONGEST_SIDE: u32 = 900;
/// Squares along the longest side of a picture that is made coarse as a whole: a face on a card is then a few squares.
const COARSE_SQUARES: u32 = 36;
/// Quality of the JPEG files.
const JPEG_QUALITY: u8 = 80;
/// Color of a cover.
const COVER: Rgb<u8> = Rgb([38, 43, 51]);
/// How far a cover goes beyond what it covers, as a share of its height: boxes around print are tight.
const COVER_RIM: f32 = 0.25;
/// Longest rim of a cover, as a share of the longer side of the page: high places have tight boxes too.
const MAX_COVER_RIM: f32 = 0.01;

/// What is covered in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Nothing: the person asked to see everything.
    Nothing,
    /// The places of faces, numbers and codes.
    Places,
    /// The whole picture is coarse.
    Whole,
}

/// A picture of an upright page, ready to be embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A JPEG file.
    pub jpeg: Vec<u8>,
    /// What is covered in it.
    pub cover: Cover,
}

/// The picture of a page from its preview in page space; `None` if it cannot be encoded.
pub fn picture(preview: &RgbImage, page: &Examined, show_all: bool) -> Option<Picture> {
    let small = pixels::thumbnail(preview, LONGEST_SIDE);
    let mut picture = pixels::turned(&small, page.turn.rotation).unwrap_or_else(|| small.into_owned());
    let cover = cover(&mut picture, page, show_all);
    Some(Picture { jpeg: encoded(&picture)?, cover })
}

/// The previews of pages whose facts are not known yet, or not yet needed, as JPEG files: those of a file of hundreds of
/// pages would fill the memory otherwise.
#[derive(Debug, Default)]
pub struct Previews(BTreeMap<PageId, Vec<u8>>);

impl Previews {
    /// Keeps the preview of a page, in page space.
    pub fn keep(&mut self, id: PageId, preview: &RgbImage) {
        if let Some(jpeg) = encoded(preview) {
            self.0.insert(id, jpeg);
        }
    }

    /// Keeps no preview of a file any longer.
    pub fn drop_file(&mut self, file: &Path) {
        self.0.retain(|id, _| id.file != file);
    }

    /// The picture of a page with what must not be seen covered. A page without a preview or without facts has none.
    pub fn picture(&self, page: &PageRecord, show_all: bool) -> Option<Picture> {
        let jpeg = self.0.get(&page.id)?;
        let preview = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).ok()?.into_rgb8();
        picture(&preview, page.examined()?, show_all)
    }
}

/// A JPEG file of a picture as it is; `None` if it cannot be encoded.
fn encoded(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY).encode_image(picture).ok()?;
    Some(jpeg)
}

fn cover(picture: &mut RgbImage, page: &Examined, show_all: bool) -> Cover {
    if show_all {
        return Cover::Nothing;
    }
    let Some(places) = places(page) else {
        let whole = Region::new(0.0, 0.0, picture.width() as f32, picture.height() as f32);
        make_coarse(picture, whole);
        return Cover::Whole;
    };
    let scale = picture.width() as f32 / page.size.width.max(1) as f32;
    if let Some(second) = second_portrait(page) {
        make_coarse(picture, second.scaled(scale));
    }
    let longer = page.size.width.max(page.size.height) as f32;
    for place in places {
        let rim = (place.height * COVER_RIM).min(longer * MAX_COVER_RIM);
        paint(picture, place.grown(rim).scaled(scale));
    }
    Cover::Places
}

/// Everything to cover on a page, in upright space; `None` if something may be on it whose place is not known.
fn places(page: &Examined) -> Option<Vec<Region>> {
    if page.reading != ReadingState::Done || page.mirrored {
        return None;
    }
    let face = face(page)?;
    let is_number =
        |kind| matches!(kind, FieldKind::Itin | FieldKind::DocumentNumber | FieldKind::Mrz | FieldKind::Barcode);
    let fields = page.facts.fields.iter().filter(|f| is_number(f.kind)).filter_map(|f| f.region);
    let zones = page.codes.mrz.iter().map(|m| m.region).chain(page.codes.mrz_fragment);
    let barcodes = page.codes.barcodes.iter().map(|b| b.region);
    let printed = page.lines.iter().flat_map(numbers::in_line);
    Some(fields.chain(zones).chain(barcodes).chain(printed).chain(face).collect())
}

/// Where the face is, if the page shows one; the outer `None` if it may show one whose place is not known.
#[expect(clippy::option_option, reason = "no face and a face of which nobody knows where it is are two answers")]
fn face(page: &Examined) -> Option<Option<Region>> {
    use DocumentKind as K;
    let document = &page.facts.document;
    let mixed = matches!(page.layout.kind, LayoutKind::SeveralDocuments | LayoutKind::FrontAndBack);
    let kind_with_unknown_place =
        matches!(document.kind, K::Visa | K::NaturalizationCertificate | K::Translation | K::Other | K::Unknown);
    if mixed || kind_with_unknown_place {
        return None;
    }
    let traits = document.kind.traits();
    if traits.portrait.is_none() {
        return Some(None);
    }
    if document.side == Some(Side::Back) {
        let codes = &page.codes;
        let code_was_found = codes.mrz.is_some() || codes.mrz_fragment.is_some() || !codes.barcodes.is_empty();
        return code_was_found.then_some(None);
    }
    portrait(page).map(Some)
}

/// Where many cards and passports repeat the portrait, small and pale: at the right. Print is there too, so it is made
/// coarse and not covered.
fn second_portrait(page: &Examined) -> Option<Region> {
    let first = portrait(page)?;
    let right = match (&page.codes.mrz, page.layout.panels.as_slice()) {
        (Some(zone), _) => zone.region.right(),
        (None, [panel]) => panel.outline.bounds().right(),
        _ => return None,
    };
    let width = first.width.min(right - first.right());
    (width > 0.0).then(|| Region::new(right - width, first.top, width, first.height))
}

fn paint(picture: &mut RgbImage, place: Region) {
    let Some([left, top, right, bottom]) = window(picture, place) else { return };
    for y in top..bottom {
        for x in left..right {
            picture.put_pixel(x, y, COVER);
        }
    }
}

/// Replaces a part by large squares of one color.
fn make_coarse(picture: &mut RgbImage, place: Region) {
    let Some([left, top, right, bottom]) = window(picture, place) else { return };
    let side = picture.width().max(picture.height()).div_ceil(COARSE_SQUARES).max(1);
    let (width, height) = (right - left, bottom - top);
    let part = imageops::crop_imm(picture, left, top, width, height).to_image();
    let few = imageops::thumbnail(&part, width.div_ceil(side), height.div_ceil(side));
    let coarse = imageops::resize(&few, width, height, imageops::FilterType::Nearest);
    imageops::replace(picture, &coarse, left.into(), top.into());
}

/// The pixels of a place: left, top, right and bottom; `None` if there are none.
fn window(picture: &RgbImage, place: Region) -> Option<[u32; 4]> {
    let whole = Region::new(0.0, 0.0, picture.width() as f32, picture.height() as f32);
    let seen = place.intersection(whole);
    let window = [seen.left.floor(), seen.top.floor(), seen.right().ceil(), seen.bottom().ceil()].map(|n| n as u32);
    (seen.area() > 0.0).then_some(window)
}

#[cfg(test)]
mod tests;
