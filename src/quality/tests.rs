//! Laws of the measures, on drawn pages.

use image::{GrayImage, Luma, Rgb, RgbImage, imageops};
use imageproc::drawing::draw_filled_rect_mut;
use imageproc::filter::gaussian_blur_f32;
use imageproc::rect::Rect;

use super::*;
use crate::page::{Format, Origin, PageId};

/// Rows of letter-like strokes, `height` px high, on paper of luma 200.
fn print(width: u32, rows: u32, height: u32, ink: u8) -> GrayImage {
    let mut page = GrayImage::from_pixel(width, rows * height * 3, Luma([200]));
    let stroke = (height / 6).max(1);
    for row in 0..rows {
        let top = (row * height * 3 + height) as i32;
        let mut left = height;
        let mut letter = row;
        while left + 2 * height < width {
            let (x, full) = (left as i32, height);
            draw_filled_rect_mut(&mut page, Rect::at(x, top).of_size(stroke, full), Luma([ink]));
            let bar = top + (letter % 3 * (height - stroke) / 2) as i32;
            draw_filled_rect_mut(&mut page, Rect::at(x, bar).of_size(height / 2, stroke), Luma([ink]));
            draw_filled_rect_mut(&mut page, Rect::at(x, bar).of_size(height / 2, stroke), Luma([ink]));
            letter += 1;
            left += height * if letter.is_multiple_of(6) { 5 } else { 3 } / 4;
        }
    }
    page
}

/// The boxes of the rows of `print`, as a reader would give them.
fn rows(gray: &GrayImage, height: u32) -> Vec<Region> {
    let (width, high) = (gray.width() as f32, height as f32);
    let top = |row: u32| (row * height * 3 + height) as f32 - 0.25 * high;
    (0..gray.height() / (height * 3)).map(|row| Region::new(high, top(row), width - 2.0 * high, 1.5 * high)).collect()
}

fn read(gray: &GrayImage, height: u32) -> Quality {
    measured(gray, None, &rows(gray, height))
}

fn quality(gray: &GrayImage, outline: Option<&Quad>) -> Quality {
    measured(gray, outline, &[])
}

fn measured(gray: &GrayImage, outline: Option<&Quad>, lines: &[Region]) -> Quality {
    let rgb = RgbImage::from_fn(gray.width(), gray.height(), |x, y| Rgb([gray.get_pixel(x, y)[0]; 3]));
    let id = PageId { file: "page".into(), page: 1 };
    measure(&Page { id, format: Format::Jpeg, origin: Origin::default(), rgb }, gray, outline, lines)
}

fn mapped(gray: &GrayImage, f: impl Fn(u32, u32, f32) -> f32) -> GrayImage {
    GrayImage::from_fn(gray.width(), gray.height(), |x, y| Luma([f(x, y, f32::from(gray.get_pixel(x, y)[0])) as u8]))
}

#[test]
fn more_blur_never_looks_sharper_and_much_of_it_is_seen() {
    let page = print(900, 8, 24, 40);
    let scores: Vec<f32> = [0.01_f32, 1.0, 2.0, 3.0, 4.5, 6.0, 8.0]
        .map(|sigma| read(&gaussian_blur_f32(&page, sigma), 24).sharpness.unwrap_or(0.0))
        .to_vec();
    assert!(scores[0] > 85.0, "{scores:?}");
    assert!(scores[5] < 40.0, "{scores:?}");
    assert!(scores.windows(2).all(|s| s[1] <= s[0] + 1.0), "{scores:?}");
}

#[test]
fn brightness_and_contrast_do_not_change_sharpness() {
    let page = gaussian_blur_f32(&print(900, 8, 24, 40), 2.5);
    let before = read(&page, 24).sharpness.unwrap();
    for (gain, offset) in [(0.6, 0.0), (1.1, 20.0), (0.7, 60.0)] {
        let after = read(&mapped(&page, |_, _, v| v * gain + offset), 24).sharpness.unwrap();
        assert!((after - before).abs() < 5.0, "{before} {after} {gain}");
    }
}

#[test]
fn a_half_size_copy_that_is_still_crisp_stays_sharp() {
    let page = print(1200, 8, 32, 40);
    let half = imageops::resize(&page, 600, page.height() / 2, imageops::FilterType::Triangle);
    assert!(read(&page, 32).sharpness.unwrap() > 80.0);
    assert!(read(&half, 16).sharpness.unwrap() > 80.0);
}

#[test]
fn a_table_around_the_page_changes_nothing() {
    let page = print(900, 8, 24, 40);
    let mut table = GrayImage::from_pixel(1300, page.height() + 300, Luma([60]));
    imageops::replace(&mut table, &page, 200, 150);
    let outline = Quad::from(Region::new(200.0, 150.0, 900.0, page.height() as f32));
    let (alone, on_table) = (quality(&page, None), quality(&table, Some(&outline)));
    assert!((alone.sharpness.unwrap() - on_table.sharpness.unwrap()).abs() < 3.0);
    assert!((alone.paper_luma.unwrap() - on_table.paper_luma.unwrap()).abs() < 5.0);
}

#[test]
fn a_white_scan_has_no_glare_and_a_fading_blob_over_print_has() {
    let page = print(900, 12, 24, 40);
    let white = mapped(&page, |_, _, v| (v * 1.3).min(255.0));
    assert_eq!(quality(&white, None).glare, Some(0.0));
    assert_eq!(quality(&page, None).glare, Some(0.0));
    let lit = mapped(&page, |x, y, v| {
        let r = (x as f32 - 450.0).hypot(y as f32 - 430.0) / 130.0;
        (v + 600.0 * (-r * r).exp()).min(255.0)
    });
    let measured = quality(&lit, None);
    assert!(measured.glare_on_text.unwrap() > 0.05, "{measured:?}");
    let place = measured.regions.glare.first().unwrap();
    assert!(place.contains(crate::geometry::Point::new(450.0, 430.0)), "{place:?}");
}

#[test]
fn a_falling_light_raises_unevenness() {
    let page = print(900, 12, 24, 40);
    let fading = mapped(&page, |_, y, v| v * (1.0 - 0.7 * y as f32 / page.height() as f32));
    let (even, uneven) = (quality(&page, None), quality(&fading, None));
    assert!(even.unevenness.unwrap() < 0.05);
    assert!(uneven.unevenness.unwrap() > 0.35, "{uneven:?}");
    assert!(uneven.lighting < even.lighting);
}

#[test]
fn odd_pictures_give_numbers_or_nothing() {
    let mut seed = 1_u32;
    let noise = GrayImage::from_fn(300, 200, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Luma([(seed >> 24) as u8])
    });
    let flat = |w, h, v| GrayImage::from_pixel(w, h, Luma([v]));
    for page in [flat(0, 0, 0), flat(1, 1, 9), flat(20_000, 50, 255), flat(3, 900, 0), flat(640, 480, 128), noise] {
        let q = quality(&page, None);
        let numbers = [q.blur, q.text_height, q.paper_luma, q.contrast, q.clipped, q.glare, q.glare_on_text];
        let scores = [q.unevenness, q.noise, q.sharpness, q.lighting, q.legibility];
        assert!(numbers.iter().chain(&scores).flatten().all(|v| v.is_finite()), "{q:?}");
    }
}
