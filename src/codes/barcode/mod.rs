//! PDF417 symbols: finds where they may be, and decodes their text with `rxing`.
//!
//! A page without a symbol must cost little, so a cheap texture test first looks for blocks full of vertical (or
//! horizontal) edges. This module must not guess: text from rxing has passed the error correction of the symbol.

pub(super) mod aamva;
mod skew;
mod start_pattern;
mod texture;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::pixels::luma_of;
use image::{GrayImage, RgbImage, imageops};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::pdf417::PDF417Reader;
use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader};

use self::skew::Straight;
use self::texture::Texture;
use super::Barcode;
use crate::geometry::{Point, Quad, Region};

/// Pictures up to this many pixels are also tried as a whole, because a symbol may fill them.
const SMALL_PAGE: u64 = 700 * 700;
/// Width of a module, in pixels, at which symbols decode best. The decoder fails on wide modules: it misses two of the
/// public zxing samples at ten pixels and reads them at two to five. Narrower modules blur into each other. This width
/// also limits the cost of a picture that cannot be decoded.
const BEST_MODULE: f32 = 3.0;
/// Largest enlargement: more adds no information.
const MAX_ENLARGEMENT: f32 = 3.0;
/// Most pixels that all tries of one crop may use together.
const PIXEL_BUDGET: u64 = 9_000_000;
/// White margin around a crop before it is decoded, in pixels.
const QUIET: u32 = 12;

/// Finds and decodes the symbols of an upright page, given the outlines of the documents on it, if any are known.
pub(super) fn find(page: &RgbImage, documents: &[Quad]) -> Vec<Barcode> {
    let (w, h) = page.dimensions();
    if w < 24 || h < 12 {
        return Vec::new();
    }
    let texture = Texture::of(page);
    let mut out: Vec<Barcode> = Vec::new();
    for region in texture.patches() {
        if out.iter().any(|b| b.region.intersection(region).area() > 0.5 * region.area()) {
            continue;
        }
        out.extend(decode_region(page, region, documents));
    }
    if out.is_empty() && u64::from(w) * u64::from(h) <= SMALL_PAGE && texture.has_contrast() {
        out.extend(decode_region(page, Region::new(0.0, 0.0, w as f32, h as f32), documents));
    }
    out.dedup_by(|a, b| a.text == b.text);
    out
}

fn decode_region(page: &RgbImage, region: Region, documents: &[Quad]) -> Option<Barcode> {
    let (w, h) = page.dimensions();
    let left = (region.left.max(0.0) as u32).min(w - 1);
    let top = (region.top.max(0.0) as u32).min(h - 1);
    let (cw, ch) = ((region.width as u32).clamp(1, w - left), (region.height as u32).clamp(1, h - top));
    let crop = luma_of(&imageops::crop_imm(page, left, top, cw, ch).to_image());
    // the bars of its start pattern are long enough for scan lines to meet them even if it is rotated
    let module = start_pattern::module_width(&crop)?;
    let document = documents.iter().find(|d| d.contains(region.center()));
    let by_document = || Straight::on(&crop, &document?.moved(-(left as f32), -(top as f32)));
    let decoded = by(Straight::of(&crop), &crop, module).or_else(|| ladder(&crop, module));
    let (text, inside) = decoded.or_else(|| by(by_document(), &crop, module))?;
    let region = Region::new(inside.left + left as f32, inside.top + top as f32, inside.width, inside.height);
    Some(Barcode::new(text, region))
}

/// Tries a deskewed crop.
fn by(straight: Option<Straight>, crop: &GrayImage, module: f32) -> Option<(String, Region)> {
    let straight = straight?;
    let (text, inside) = ladder(&straight.picture, module)?;
    let whole = Region::new(0.0, 0.0, crop.width() as f32, crop.height() as f32);
    Some((text, straight.back(inside).intersection(whole)))
}

/// What a try does to the picture besides scaling it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Change {
    Nothing,
    /// Lightly blurred, with the contrast of each neighborhood stretched.
    LocalContrast,
    /// Mirrored, as pictures of front cameras are.
    Mirrored,
    /// One threshold for the whole picture instead of one for each neighborhood.
    OneThreshold,
}

/// The tries as scales with changes, the likeliest first, for a symbol whose modules are `module` pixels wide.
fn tries(module: f32) -> Vec<(f32, Change)> {
    let to = |wanted: f32| (wanted / module).min(MAX_ENLARGEMENT);
    // Resampling costs sharpness, so a picture at nearly the best scale stays as it is.
    let best = if (0.5 * BEST_MODULE..1.6 * BEST_MODULE).contains(&module) { 1.0 } else { to(BEST_MODULE) };
    let other = if best < 1.0 { 1.0 } else { to(1.5 * BEST_MODULE) };
    let plain = [best, to(0.6 * BEST_MODULE), other].map(|scale| (scale, Change::Nothing));
    let changed = [Change::LocalContrast, Change::Mirrored, Change::OneThreshold].map(|change| (best, change));
    let mut out: Vec<(f32, Change)> = plain.into_iter().chain(changed).collect();
    // Two scales that are nearly the same are one try.
    let mut seen: Vec<(f32, Change)> = Vec::new();
    out.retain(|(scale, change)| {
        let again = seen.iter().any(|(s, c)| c == change && (s / scale - 1.0).abs() < 0.15);
        seen.push((*scale, *change));
        !again
    });
    out
}

/// Tries the crop in several ways until one is decoded or the budget of pixels is used up.
fn ladder(crop: &GrayImage, module: f32) -> Option<(String, Region)> {
    let whole = Region::new(0.0, 0.0, crop.width() as f32, crop.height() as f32);
    let mut budget = PIXEL_BUDGET;
    for (scale, change) in tries(module) {
        let cost = (whole.area() * scale * scale) as u64;
        if cost > budget {
            continue;
        }
        budget -= cost;
        let picture = prepared(crop, scale, change);
        let width = picture.width() as f32;
        if let Some((text, points)) = decode(picture, change == Change::OneThreshold) {
            let back = |p: Point| Point::new(if change == Change::Mirrored { width - p.x } else { p.x }, p.y);
            let in_crop = |r: Region| Region::new(r.left - QUIET as f32, r.top - QUIET as f32, r.width, r.height);
            let around = Region::around(points.into_iter().map(back)).map(|r| in_crop(r).scaled(1.0 / scale));
            let inside = around.map_or(whole, |r| r.intersection(whole));
            return Some((text, if inside.area() > 0.0 { inside } else { whole }));
        }
    }
    None
}

/// The picture of a try with a white margin around it.
fn prepared(crop: &GrayImage, scale: f32, change: Change) -> GrayImage {
    let scaled = if (scale - 1.0).abs() < f32::EPSILON { crop.clone() } else { scaled(crop, scale) };
    with_quiet_zone(&match change {
        Change::Nothing | Change::OneThreshold => scaled,
        Change::LocalContrast => local_contrast(&imageproc::filter::gaussian_blur_f32(&scaled, 0.8)),
        Change::Mirrored => imageops::flip_horizontal(&scaled),
    })
}

/// Adds a white margin: the decoder looks for the symbol's quiet zone, and a symbol that fills the picture has none.
fn with_quiet_zone(picture: &GrayImage) -> GrayImage {
    let (w, h) = picture.dimensions();
    let mut out = GrayImage::from_pixel(w + 2 * QUIET, h + 2 * QUIET, image::Luma([255]));
    imageops::replace(&mut out, picture, i64::from(QUIET), i64::from(QUIET));
    out
}

/// One try. A bug in the decoder must not fail the page, so a panic in it counts as "nothing found".
fn decode(picture: GrayImage, one_threshold: bool) -> Option<(String, Vec<Point>)> {
    let (w, h) = picture.dimensions();
    let try_once = AssertUnwindSafe(move || {
        let source = Luma8LuminanceSource::new(picture.into_raw(), w, h).ok()?;
        let found = if one_threshold {
            PDF417Reader.decode(&mut BinaryBitmap::new(GlobalHistogramBinarizer::new(source)))
        } else {
            PDF417Reader.decode(&mut BinaryBitmap::new(HybridBinarizer::new(source)))
        };
        let found = found.ok()?;
        let points = found.getPoints().iter().map(|p: &rxing::Point| Point::new(p.x, p.y)).collect();
        Some((found.getText().to_owned(), points))
    });
    catch_unwind(try_once).ok().flatten().filter(|(text, _)| !text.is_empty())
}

fn scaled(picture: &GrayImage, by: f32) -> GrayImage {
    let side = |n: u32| ((n as f32 * by).round() as u32).max(1);
    let filter = if by < 1.0 { imageops::FilterType::Triangle } else { imageops::FilterType::CatmullRom };
    imageops::resize(picture, side(picture.width()), side(picture.height()), filter)
}

/// Stretches the contrast around each pixel: its level against the mean of its neighborhood.
fn local_contrast(picture: &GrayImage) -> GrayImage {
    let mean = imageproc::filter::box_filter(picture, 24, 24);
    let mut out = picture.clone();
    for (p, m) in out.pixels_mut().zip(mean.pixels()) {
        let level = 128.0 + 3.0 * (f32::from(p[0]) - f32::from(m[0]));
        p[0] = level.clamp(0.0, 255.0) as u8;
    }
    out
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    #[test]
    fn degenerate_pages_hold_no_barcode() {
        for (w, h) in [(0, 0), (1, 1), (20_000, 50), (50, 3000), (300, 300)] {
            assert!(find(&RgbImage::from_pixel(w, h, Rgb([200, 200, 200])), &[]).is_empty(), "{w}x{h}");
        }
    }

    fn symbol(text: &str) -> GrayImage {
        use rxing::Writer;
        let matrix = rxing::pdf417::PDF417Writer.encode(text, &rxing::BarcodeFormat::PDF_417, 400, 150).unwrap();
        GrayImage::from_fn(matrix.getWidth(), matrix.getHeight(), |x, y| {
            image::Luma([if matrix.get(x, y) { 20 } else { 235 }])
        })
    }

    fn page_with(text: &str, at: (i64, i64)) -> RgbImage {
        let symbol = image::DynamicImage::from(symbol(text)).to_rgb8();
        let mut page = RgbImage::from_pixel(symbol.width() + 500, symbol.height() + 700, Rgb([235, 235, 235]));
        imageops::replace(&mut page, &symbol, at.0, at.1);
        page
    }

    #[test]
    fn a_symbol_on_a_large_page_is_read_where_it_is() {
        let text = "ANSI 636000 a made-up text of some length 0123456789";
        let page = page_with(text, (300, 400));
        let found = find(&page, &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text, text);
        let region = found[0].region;
        assert!(region.left >= 280.0 && region.top >= 380.0, "{region:?}");
    }

    #[test]
    fn a_symbol_on_its_side_is_read() {
        let page = imageops::rotate90(&page_with("lying on its side, 0123456789", (100, 200)));
        assert_eq!(find(&page, &[]).first().map(|b| b.text.as_str()), Some("lying on its side, 0123456789"));
    }

    #[test]
    fn a_symbol_that_lies_askew_is_read_where_it_is() {
        use imageproc::geometric_transformations::{Border, Interpolation, rotate_about_center};
        let text = "ANSI 636000 as a hand holds it: a made-up text of some length, 0123456789 0123456789";
        let page = page_with(text, (250, 350));
        for degrees in [-7.0_f32, 5.0] {
            let border = Border::Constant(Rgb([235; 3]));
            let askew = rotate_about_center(&page, degrees.to_radians(), Interpolation::Bilinear, border);
            let found = find(&askew, &[]);
            assert_eq!(found.first().map(|b| b.text.as_str()), Some(text), "{degrees} degrees");
            let middle = found[0].region.center();
            assert!(middle.distance(Point::new(page.width() as f32 / 2.0, page.height() as f32 / 2.0)) < 120.0);
        }
    }

    #[test]
    fn a_symbol_near_the_straight_edges_of_its_card_is_read() {
        let text = "ANSI 636000 a made-up text of some length 0123456789";
        let symbol = symbol(text);
        let symbol = imageops::resize(&symbol, 1760, 560, imageops::FilterType::Nearest);
        let mut page = RgbImage::from_pixel(2400, 3200, Rgb([60, 70, 90]));
        let card = RgbImage::from_pixel(1840, 1160, Rgb([235; 3]));
        imageops::replace(&mut page, &card, 280, 900);
        let stripe = RgbImage::from_pixel(1840, 200, Rgb([15; 3]));
        imageops::replace(&mut page, &stripe, 280, 960);
        imageops::replace(&mut page, &image::DynamicImage::from(symbol).to_rgb8(), 320, 1200);
        assert_eq!(find(&page, &[]).first().map(|b| b.text.as_str()), Some(text));
    }

    #[test]
    fn a_mirrored_symbol_is_read() {
        let page = imageops::flip_horizontal(&page_with("seen in a mirror, 0123456789", (100, 200)));
        let found = find(&page, &[]);
        assert_eq!(found.first().map(|b| b.text.as_str()), Some("seen in a mirror, 0123456789"));
        assert!(found[0].region.left > 300.0, "{:?}", found[0].region);
    }

    #[test]
    fn a_symbol_without_a_quiet_zone_is_read() {
        let symbol = symbol("up to the very edge, 0123456789");
        let dark = |p: &image::Luma<u8>| p[0] < 128;
        let xs: Vec<u32> = symbol.enumerate_pixels().filter(|(_, _, p)| dark(p)).map(|(x, _, _)| x).collect();
        let ys: Vec<u32> = symbol.enumerate_pixels().filter(|(_, _, p)| dark(p)).map(|(_, y, _)| y).collect();
        let (l, t) = (*xs.iter().min().unwrap(), *ys.iter().min().unwrap());
        let (w, h) = (xs.iter().max().unwrap() - l + 1, ys.iter().max().unwrap() - t + 1);
        let tight = image::DynamicImage::from(imageops::crop_imm(&symbol, l, t, w, h).to_image()).to_rgb8();
        let large = imageops::resize(&tight, tight.width() * 4, tight.height() * 4, imageops::FilterType::Nearest);
        for page in [tight, large] {
            assert_eq!(find(&page, &[]).first().map(|b| b.text.as_str()), Some("up to the very edge, 0123456789"));
        }
    }
}
