//! PDF417 symbols: where they may be, and their text, by `rxing`.
//!
//! A page without a symbol must cost little, so a cheap texture test looks for blocks full of upright (or lying) edges
//! first. Must not guess: what rxing gives has passed the error correction of the symbol.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{GrayImage, RgbImage, imageops};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::pdf417::PDF417Reader;
use rxing::{BinaryBitmap, Luma8LuminanceSource, Reader};

use super::{Barcode, guard};
use crate::geometry::{Point, Region};

/// Longest side of the picture that the texture test looks at. At 1,200 px a licence's symbol that is a third of the
/// page wide still has bars of about one pixel, which leave strong edges.
const SURVEY_SIDE: u32 = 1200;
/// Side of a block of the texture test, in survey pixels.
const BLOCK: u32 = 12;
/// A block counts as bars when its mean step across the bars is at least this many levels …
const MIN_STEP: f32 = 14.0;
/// … and that many times the mean step along them. Print has about 1.2, PDF417 rows 2 and more (measured on public
/// specimens of symbols and on pages of print).
const ACROSS_TO_ALONG: f32 = 1.45;
/// Smallest patch that may be a symbol, in blocks.
const MIN_BLOCKS: usize = 6;
/// At most this many patches are tried.
const MAX_PATCHES: usize = 2;
/// Pictures up to this many pixels are tried whole as well, since a symbol may fill them.
const SMALL_PAGE: u64 = 700 * 700;
/// A crop is scaled down to at most this many pixels before it is decoded.
const MAX_CROP: u64 = 6_000_000;

/// Pixels that the tries of one crop may use together; at least the crop itself twice.
const PIXEL_BUDGET: u64 = 7_000_000;
/// White margin around a crop before it is decoded, in pixels.
const QUIET: u32 = 12;
/// A patch is grown by this share of its longer side: the start pattern's wide bar has no edges, and is left out of it.
const GROWTH: f32 = 0.06;

/// Finds and decodes the symbols of an upright page.
pub(super) fn find(page: &RgbImage) -> Vec<Barcode> {
    let (w, h) = page.dimensions();
    if w < 24 || h < 12 {
        return Vec::new();
    }
    let survey = Survey::of(page);
    let mut out: Vec<Barcode> = Vec::new();
    for region in survey.patches() {
        if out.iter().any(|b| b.region.intersection(region).area() > 0.5 * region.area()) {
            continue;
        }
        out.extend(decode_region(page, region));
    }
    if out.is_empty() && u64::from(w) * u64::from(h) <= SMALL_PAGE && survey.has_contrast() {
        out.extend(decode_region(page, Region::new(0.0, 0.0, w as f32, h as f32)));
    }
    out.dedup_by(|a, b| a.text == b.text);
    out
}

fn decode_region(page: &RgbImage, region: Region) -> Option<Barcode> {
    let (w, h) = page.dimensions();
    let left = (region.left.max(0.0) as u32).min(w - 1);
    let top = (region.top.max(0.0) as u32).min(h - 1);
    let (cw, ch) = ((region.width as u32).clamp(1, w - left), (region.height as u32).clamp(1, h - top));
    let crop = imageops::grayscale(&*imageops::crop_imm(page, left, top, cw, ch));
    if !guard::has_guard(&crop) {
        return None;
    }
    let (text, inside) = ladder(&crop)?;
    let region = Region::new(inside.left + left as f32, inside.top + top as f32, inside.width, inside.height);
    Some(Barcode::new(text, region))
}

/// How a try changes the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Try {
    Scaled(f32),
    /// Lightly blurred, with the contrast of each neighbourhood stretched.
    LocalContrast,
    /// As in a mirror: pictures of the front camera are.
    Mirrored,
    /// Enlarged and mirrored.
    MirroredLarge,
    /// One threshold for the whole picture instead of one for each neighbourhood.
    OneThreshold,
}

/// The tries, the likeliest first. Enlarging helps only symbols with bars of a pixel or two, which are small pictures.
fn tries(small: bool) -> &'static [Try] {
    use Try::{LocalContrast, Mirrored, MirroredLarge, OneThreshold, Scaled};
    if small {
        &[Scaled(1.0), Scaled(2.0), LocalContrast, Mirrored, MirroredLarge, Scaled(3.0), OneThreshold]
    } else {
        &[Scaled(1.0), Scaled(0.5), LocalContrast, Scaled(0.7), Mirrored, OneThreshold]
    }
}

/// Tries the crop in several ways until one is decoded or the budget of pixels is used up.
fn ladder(crop: &GrayImage) -> Option<(String, Region)> {
    let pixels = u64::from(crop.width()) * u64::from(crop.height());
    let small = pixels < SMALL_PAGE;
    let base = if pixels > MAX_CROP { scaled(crop, (MAX_CROP as f32 / pixels as f32).sqrt()) } else { crop.clone() };
    let factor = crop.width() as f32 / base.width().max(1) as f32;
    let whole = Region::new(0.0, 0.0, crop.width() as f32, crop.height() as f32);
    let mut budget = PIXEL_BUDGET.max(2 * u64::from(base.width()) * u64::from(base.height()));
    for attempt in tries(small) {
        let (picture, scale) = prepared(&base, *attempt);
        let cost = u64::from(picture.width()) * u64::from(picture.height());
        if cost > budget {
            continue;
        }
        budget -= cost;
        let width = picture.width() as f32;
        let mirrored = matches!(attempt, Try::Mirrored | Try::MirroredLarge);
        if let Some((text, points)) = decode(picture, *attempt == Try::OneThreshold) {
            let back = |p: Point| Point::new(if mirrored { width - p.x } else { p.x }, p.y);
            let in_crop = |r: Region| Region::new(r.left - QUIET as f32, r.top - QUIET as f32, r.width, r.height);
            let around = Region::around(points.into_iter().map(back)).map(|r| in_crop(r).scaled(factor / scale));
            let inside = around.map_or(whole, |r| r.intersection(whole));
            return Some((text, if inside.area() > 0.0 { inside } else { whole }));
        }
    }
    None
}

/// The picture of a try with a white margin around it, and its scale.
fn prepared(base: &GrayImage, attempt: Try) -> (GrayImage, f32) {
    let (picture, scale) = match attempt {
        Try::Scaled(1.0) | Try::OneThreshold => (base.clone(), 1.0),
        Try::Scaled(by) => (scaled(base, by), by),
        Try::LocalContrast => (local_contrast(&imageproc::filter::gaussian_blur_f32(base, 0.8)), 1.0),
        Try::Mirrored => (imageops::flip_horizontal(base), 1.0),
        Try::MirroredLarge => (imageops::flip_horizontal(&scaled(base, 2.0)), 2.0),
    };
    (with_quiet_zone(&picture), scale)
}

/// A white margin: the decoder looks for the symbol's own quiet zone, and symbols that fill the picture have none.
fn with_quiet_zone(picture: &GrayImage) -> GrayImage {
    let (w, h) = picture.dimensions();
    let mut out = GrayImage::from_pixel(w + 2 * QUIET, h + 2 * QUIET, image::Luma([255]));
    imageops::replace(&mut out, picture, i64::from(QUIET), i64::from(QUIET));
    out
}

/// One try. A defect of the decoder must not take the page with it, so a panic in it counts as "nothing found".
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

/// Stretches the contrast around each pixel: its level against the mean of its neighbourhood.
fn local_contrast(picture: &GrayImage) -> GrayImage {
    let mean = imageproc::filter::box_filter(picture, 24, 24);
    let mut out = picture.clone();
    for (p, m) in out.pixels_mut().zip(mean.pixels()) {
        let level = 128.0 + 3.0 * (f32::from(p[0]) - f32::from(m[0]));
        p[0] = level.clamp(0.0, 255.0) as u8;
    }
    out
}

/// A small grey copy of the page, cut in blocks, each with how much it looks like bars.
struct Survey {
    columns: usize,
    rows: usize,
    scale: f32,
    bars: Vec<bool>,
    contrast: bool,
}

impl Survey {
    fn of(page: &RgbImage) -> Self {
        let step = (page.width().max(page.height()).div_ceil(SURVEY_SIDE)).max(1);
        let gray = thinned(page, step);
        let (columns, rows) = ((gray.width() / BLOCK) as usize, (gray.height() / BLOCK) as usize);
        let mut bars = vec![false; columns * rows];
        let mut contrast = false;
        for row in 0..rows {
            for column in 0..columns {
                let (across, along) = steps(&gray, column as u32 * BLOCK, row as u32 * BLOCK);
                let (most, least) = if across > along { (across, along) } else { (along, across) };
                contrast |= most >= MIN_STEP;
                bars[row * columns + column] = most >= MIN_STEP && most >= ACROSS_TO_ALONG * least.max(1.0);
            }
        }
        Self { columns, rows, scale: step as f32, bars, contrast }
    }

    fn has_contrast(&self) -> bool {
        self.contrast
    }

    /// Patches of joined blocks, largest first, in pixels of the page, grown by two blocks.
    fn patches(&self) -> Vec<Region> {
        let mut seen = vec![false; self.bars.len()];
        let mut found: Vec<(usize, Region)> = Vec::new();
        for start in 0..self.bars.len() {
            if self.bars[start] && !seen[start] {
                let (count, cells) = self.flood(start, &mut seen);
                let area = cells.area().max(1.0);
                if count >= MIN_BLOCKS && count as f32 >= 0.35 * area {
                    found.push((count, cells));
                }
            }
        }
        found.sort_by_key(|f| std::cmp::Reverse(f.0));
        found.truncate(MAX_PATCHES);
        let block = BLOCK as f32 * self.scale;
        let grown = |r: Region| r.grown(2.0 + GROWTH * r.width.max(r.height));
        found.into_iter().map(|(_, cells)| grown(cells).scaled(block)).collect()
    }

    /// Marks the patch around a block, jumping over one missing block, and returns its size and box in blocks.
    fn flood(&self, start: usize, seen: &mut [bool]) -> (usize, Region) {
        let mut stack = vec![start];
        seen[start] = true;
        let (mut count, mut low, mut high) = (0, (usize::MAX, usize::MAX), (0, 0));
        while let Some(at) = stack.pop() {
            let (x, y) = (at % self.columns, at / self.columns);
            count += 1;
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
            for ny in y.saturating_sub(2)..(y + 3).min(self.rows) {
                for nx in x.saturating_sub(2)..(x + 3).min(self.columns) {
                    let next = ny * self.columns + nx;
                    if self.bars[next] && !seen[next] {
                        seen[next] = true;
                        stack.push(next);
                    }
                }
            }
        }
        let size = ((high.0 - low.0 + 1) as f32, (high.1 - low.1 + 1) as f32);
        (count, Region::new(low.0 as f32, low.1 as f32, size.0, size.1))
    }
}

/// Every `step`-th pixel of every `step`-th row, as grey: thinning keeps the edges of bars that averaging would wash out.
fn thinned(page: &RgbImage, step: u32) -> GrayImage {
    let (w, h) = (page.width() / step, page.height() / step);
    let raw = page.as_raw();
    let mut out = Vec::with_capacity((w * h) as usize);
    for y in 0..h {
        let row = (y * step) as usize * page.width() as usize * 3;
        for x in 0..w {
            let at = row + (x * step) as usize * 3;
            out.push(((u32::from(raw[at]) + 2 * u32::from(raw[at + 1]) + u32::from(raw[at + 2])) / 4) as u8);
        }
    }
    GrayImage::from_raw(w, h, out).unwrap_or_default()
}

/// Mean absolute steps to the right and down, over one block.
fn steps(gray: &GrayImage, left: u32, top: u32) -> (f32, f32) {
    let raw = gray.as_raw();
    let width = gray.width() as usize;
    let (mut right, mut down) = (0_u32, 0_u32);
    for y in top..top + BLOCK - 1 {
        let row = y as usize * width;
        for x in left..left + BLOCK - 1 {
            let at = row + x as usize;
            right += u32::from(raw[at].abs_diff(raw[at + 1]));
            down += u32::from(raw[at].abs_diff(raw[at + width]));
        }
    }
    let n = ((BLOCK - 1) * (BLOCK - 1)) as f32;
    (right as f32 / n, down as f32 / n)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    #[test]
    fn degenerate_pages_hold_no_barcode() {
        for (w, h) in [(0, 0), (1, 1), (20_000, 50), (50, 3000), (300, 300)] {
            assert!(find(&RgbImage::from_pixel(w, h, Rgb([200, 200, 200]))).is_empty(), "{w}x{h}");
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
        let found = find(&page);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text, text);
        let region = found[0].region;
        assert!(region.left >= 280.0 && region.top >= 380.0, "{region:?}");
    }

    #[test]
    fn a_symbol_on_its_side_is_read() {
        let page = imageops::rotate90(&page_with("lying on its side, 0123456789", (100, 200)));
        assert_eq!(find(&page).first().map(|b| b.text.as_str()), Some("lying on its side, 0123456789"));
    }

    #[test]
    fn a_mirrored_symbol_is_read() {
        let page = imageops::flip_horizontal(&page_with("seen in a mirror, 0123456789", (100, 200)));
        let found = find(&page);
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
            assert_eq!(find(&page).first().map(|b| b.text.as_str()), Some("up to the very edge, 0123456789"));
        }
    }
}
