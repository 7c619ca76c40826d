//! Pages and places of pages as the window draws them: decodes files and makes pictures of the size that is wanted.
//! Called by the threads only, because it takes its time.

use std::panic::AssertUnwindSafe;
use std::path::Path;

use eframe::egui::ColorImage;
use image::{RgbImage, imageops};
use precheck::geometry::{Region, Size, Turn};
use precheck::intake::{self, Document, Limits};
use precheck::page::PageId;
use precheck::pixels;

use crate::state::crop_around;

/// About the longest side of the picture that is shown until a person zooms in, in pixels: 960 to 1920. Every OpenGL
/// supports 2048.
pub const PICTURE_SIDE: u32 = 1200;
/// Longest side of the small picture in the list, in pixels: more than twice its size in points, for high-density
/// screens.
const THUMBNAIL_SIDE: u32 = 144;
/// Most pixels of a page of which a picture is made before its turn: more than phones take. What is larger shares its
/// memory with what is examined, so it waits.
const LARGEST_PREVIEW: u64 = 64_000_000;
/// Longest side of a place cut out of a page, in pixels: more than a panel is wide.
const CROP_SIDE: u32 = 1200;

/// The small picture and the larger one of a page that was just decoded.
pub fn of_preview(image: &RgbImage) -> (ColorImage, ColorImage) {
    (color_image(&pixels::thumbnail(image, THUMBNAIL_SIDE)), color_image(image))
}

/// The pictures of a file's pages, or of its first page, one after the other.
pub fn previews(file: &Path, all_pages: bool) -> impl Iterator<Item = (PageId, (ColorImage, ColorImage))> {
    let document = opened(file);
    let count = document.as_ref().map_or(0, Document::page_count);
    let ids = (1..=if all_pages { count } else { count.min(1) }).map(|page| PageId { file: file.to_owned(), page });
    ids.filter_map(move |id| {
        let document = document.as_ref().filter(|document| document.expected_pixels(id.page) <= LARGEST_PREVIEW)?;
        let page = of_document(document, id.page)?;
        let pictures = of_preview(&pixels::preview(&page, PICTURE_SIDE));
        Some((id, pictures))
    })
}

/// A page at a size that fits a texture.
pub fn load(id: &PageId, side: u32) -> Option<ColorImage> {
    // what was asked for in full is no larger than a texture may be
    let made = if side > PICTURE_SIDE { pixels::thumbnail } else { pixels::preview };
    decoded(id).map(|page| color_image(&made(&page, side)))
}

/// A page at full resolution.
fn decoded(id: &PageId) -> Option<RgbImage> {
    of_document(&opened(&id.file)?, id.page)
}

fn opened(file: &Path) -> Option<Document> {
    guarded(|| intake::open(file, &Limits::default()).ok())
}

/// A page of an open file at full resolution.
fn of_document(document: &Document, page: u32) -> Option<RgbImage> {
    guarded(|| document.page(page).ok()).map(|page| page.rgb)
}

/// A panic in a decoder costs the picture, not the thread.
fn guarded<T>(decode: impl FnOnce() -> Option<T>) -> Option<T> {
    std::panic::catch_unwind(AssertUnwindSafe(decode)).ok().flatten()
}

/// Places of the upright page, cut out upright with some margin.
pub fn crops(id: &PageId, regions: &[Region], turn: &Turn) -> Vec<(Region, ColorImage)> {
    let Some(page) = decoded(id) else { return Vec::new() };
    let cut = |region: &Region| {
        let upright = turn.rotation.turned(Size::new(page.width(), page.height()));
        let part = turn.region_to_page(crop_around(*region, upright));
        let (width, height) = (part.width as u32, part.height as u32);
        if width == 0 || height == 0 {
            return None;
        }
        let part = imageops::crop_imm(&page, part.left as u32, part.top as u32, width, height).to_image();
        let upright = pixels::turned(&part, turn.rotation).unwrap_or(part);
        Some((*region, color_image(&pixels::thumbnail(&upright, CROP_SIDE))))
    };
    regions.iter().filter_map(cut).collect()
}

fn color_image(image: &RgbImage) -> ColorImage {
    ColorImage::from_rgb([image.width() as usize, image.height() as usize], image.as_raw())
}

#[cfg(test)]
mod tests {
    use precheck::geometry::Rotation;

    use super::*;

    #[test]
    fn places_are_cut_out_upright_and_never_leave_the_page() {
        let folder = std::env::temp_dir().join(format!("precheck-crops-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("page.png");
        RgbImage::from_fn(200, 100, |x, _| image::Rgb([x as u8, 0, 0])).save(&file).unwrap();
        let id = PageId { file, page: 1 };
        let (inside, beyond) = (Region::new(40.0, 50.0, 20.0, 60.0), Region::new(40.0, 900.0, 20.0, 60.0));
        let turn = Turn { rotation: Rotation::Cw90, confidence: 1.0, given: Size::new(200, 100) };
        let found = crops(&id, &[inside, beyond, Region::default()], &turn);
        std::fs::remove_dir_all(&folder).unwrap();
        let [(region, picture)] = found.as_slice() else { panic!("{} places", found.len()) };
        assert_eq!(*region, inside);
        // 7 pixels of margin on each side, then a quarter turn clockwise: the left side becomes the top
        assert_eq!(picture.size, [34, 74]);
        assert_eq!(picture.pixels[0].r(), 43);
    }
}
