//! Laws of the measures, on drawn pages.

mod laws;

use image::{GrayImage, Luma, Rgb, RgbImage};
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
    of(&Page { id, format: Format::Jpeg, origin: Origin::default(), rgb }, outline, lines)
}

fn page_region(page: &GrayImage) -> Region {
    Region::new(-3.0, -3.0, page.width() as f32 + 9.0, page.height() as f32 + 9.0)
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
    // where the check `blurry` warns, and where it blocks
    assert!(scores[5] < 56.0 && scores[6] < 34.0, "{scores:?}");
    assert!(scores.windows(2).all(|s| s[1] <= s[0] + 1.0), "{scores:?}");
}

#[test]
fn a_shake_is_told_from_a_lack_of_focus_and_its_direction_found() {
    let page = print(1200, 10, 32, 40);
    let soft = read(&gaussian_blur_f32(&page, 7.0), 32);
    // where the check `blurry` calls a blur a shake
    let is_shaken = |q: &Quality| q.blur_of_text && q.motion.is_some_and(|m| m.share > 0.4);
    assert!(!is_shaken(&soft));
    let unfocused = soft.motion.map_or(0.0, |m| m.share);
    for (dx, dy, degrees) in [(1, 0, 0.0), (0, 1, 90.0), (1, 1, 45.0), (-1, 1, 135.0)] {
        let (w, h) = (page.width() as i32, page.height() as i32);
        let shaken = mapped(&page, |x, y, _| {
            let at = |i: i32| {
                let (x, y) = ((x as i32 + i * dx).clamp(0, w - 1), (y as i32 + i * dy).clamp(0, h - 1));
                f32::from(page.get_pixel(x as u32, y as u32)[0])
            };
            (-14..=14).map(at).sum::<f32>() / 29.0
        });
        let quality = read(&shaken, 32);
        let motion = quality.motion.unwrap();
        // drawn letters have only vertical and horizontal strokes: a diagonal shake blurs them along both diagonals
        assert!(is_shaken(&quality) || (dx * dy != 0 && motion.share > unfocused), "{degrees}: {motion:?}");
        let off = (motion.degrees - degrees).rem_euclid(180.0);
        assert!(off.min(180.0 - off) < 20.0, "{degrees}: {motion:?}");
    }
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
fn paper_that_is_white_on_its_lit_side_has_no_glare() {
    let page = print(900, 12, 24, 40);
    let lit = mapped(&page, |x, _, v| (v * (1.0 + 0.4 * x as f32 / 900.0)).min(255.0));
    let measured = read(&lit, 24);
    assert_eq!(measured.glare_letters, Some(0.0), "{measured:?}");
}

#[test]
fn a_bright_sheet_whose_print_was_read_beside_a_darker_one_is_no_glare() {
    // a letter that fills the upper half of its sheet
    let page = mapped(&print(900, 12, 24, 40), |_, y, v| if y < 480 { v } else { 200.0 });
    let lit = mapped(&page, |x, y, v| {
        let away = (460.0 - x as f32).abs().max((430.0 - y as f32).abs() * 1.2) / 380.0;
        let light = (6.0 * (1.0 - away)).clamp(0.0, 1.0);
        if v > 120.0 { (v + 100.0 * light).min(255.0) } else { v }
    });
    let lines: Vec<Region> =
        rows(&page, 24).into_iter().take(6).map(|r| Region { left: 300.0, width: 300.0, ..r }).collect();
    let letters = |lines: &[Region]| measured(&lit, None, lines).glare_letters.unwrap();
    assert!(letters(&lines).abs() < 0.1, "{}", letters(&lines));
    assert!(letters(&lines[..3]) > 10.0, "where less was read, it may hide something");
}

#[test]
fn glare_that_reaches_over_the_edge_of_its_document_is_found() {
    let page = print(900, 12, 24, 40);
    let on_table = mapped(&page, |x, y, v| {
        let v = if (60..840).contains(&x) && (60..800).contains(&y) { v } else { 60.0 };
        let r = (x as f32 - 90.0).hypot(y as f32 - 430.0) / 150.0;
        (v + 700.0 * (-r * r).exp()).min(255.0)
    });
    let outline = Quad::from(Region::new(60.0, 60.0, 780.0, 740.0));
    let measured = measured(&on_table, Some(&outline), &rows(&page, 24));
    assert!(measured.glare_letters.unwrap() > 10.0, "{measured:?}");
}

#[test]
fn glare_on_an_empty_margin_hides_no_letters_and_between_lines_it_does() {
    let page = print(900, 12, 24, 40);
    // the print ends in the middle; a dark table begins at the right
    let half = mapped(&page, |x, _, v| if x < 430 { v } else { 200.0 });
    let lit = |at: f32| {
        let lit = mapped(&half, |x, y, v| {
            let r = (x as f32 - at).hypot(y as f32 - 430.0) / 60.0;
            let v = if x < 800 { v } else { 40.0 };
            (v + 600.0 * (-r * r).exp()).min(255.0)
        });
        let lines: Vec<Region> = rows(&page, 24).into_iter().map(|r| Region { width: 430.0 - r.left, ..r }).collect();
        measured(&lit, Some(&Quad::from(Region::new(0.0, 0.0, 800.0, page.height() as f32))), &lines)
    };
    // near the ends of the lines, and touching none
    let (margin, among) = (lit(560.0), lit(220.0));
    assert!(margin.glare.unwrap() > 0.0 && among.glare.unwrap() > 0.0, "{margin:?} {among:?}");
    assert_eq!(margin.glare_letters, Some(0.0));
    assert!(among.glare_letters.unwrap() > 10.0, "{among:?}");
}

#[test]
fn a_white_box_with_print_in_it_is_no_glare() {
    let page = print(900, 12, 24, 40);
    let boxed = mapped(&page, |x, y, v| if (300..600).contains(&x) && (200..500).contains(&y) { v * 1.275 } else { v });
    assert_eq!(read(&boxed, 24).glare_letters, Some(0.0));
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
fn a_small_deep_shadow_over_print_is_uneven_light_and_a_dark_band_with_white_print_is_not() {
    let page = print(900, 12, 24, 40);
    let corner = |x: u32, y: u32| x < 330 && y < 260;
    let shaded = mapped(&page, |x, y, v| if corner(x, y) { v * 0.3 } else { v });
    assert!(read(&shaded, 24).unevenness.unwrap() > 0.6, "{:?}", read(&shaded, 24).unevenness);
    let band = mapped(&page, |x, y, v| {
        let print = if v < 120.0 { 220.0 } else { 60.0 };
        if corner(x, y) { print } else { v }
    });
    assert!(read(&band, 24).unevenness.unwrap() < 0.1, "{:?}", read(&band, 24).unevenness);
}

fn colored(gray: &GrayImage, color: impl Fn(u32, u32, u8) -> [u8; 3]) -> Page {
    let rgb = RgbImage::from_fn(gray.width(), gray.height(), |x, y| Rgb(color(x, y, gray.get_pixel(x, y)[0])));
    Page { id: PageId { file: "page".into(), page: 1 }, format: Format::Jpeg, origin: Origin::default(), rgb }
}

fn of(page: &Page, outline: Option<&Quad>, lines: &[Region]) -> Quality {
    let lines: Vec<Quad> = lines.iter().map(|r| Quad::from(*r)).collect();
    measure(page, &Pyramid::of(&page.rgb), outline, &lines)
}

#[test]
fn a_gray_copy_under_any_lamp_has_no_color_and_a_printed_color_is_one() {
    let gray = print(900, 12, 24, 60);
    let warm = colored(&gray, |_, _, v| [v, (f32::from(v) * 0.9) as u8, (f32::from(v) * 0.7) as u8]);
    let stripe = colored(&gray, |x, _, v| if x < 200 { [v, v / 2, v / 2] } else { [v; 3] });
    assert!(of(&warm, None, &rows(&gray, 24)).color_spread.unwrap() < 0.05);
    assert!(of(&stripe, None, &rows(&gray, 24)).color_spread.unwrap() > 0.3);
}

#[test]
fn a_finger_from_outside_covers_and_a_face_inside_does_not() {
    let gray = print(900, 12, 24, 60);
    let skin = [196, 142, 118];
    let finger = colored(&gray, |x, y, v| if (400..500).contains(&x) && y > 420 { skin } else { [v; 3] });
    let face = colored(&gray, |x, y, v| {
        let inside = (x as f32 - 200.0).hypot(y as f32 - 400.0) < 60.0;
        if inside { skin } else { [v; 3] }
    });
    let outline = Quad::from(Region::new(20.0, 20.0, 860.0, 780.0));
    let covered =
        |page: &Page| of(page, Some(&outline), &rows(&gray, 24)).covers.unwrap().iter().map(|c| c.1).sum::<f32>();
    assert!(covered(&finger) > 0.03);
    assert!(covered(&face) < 0.001);
}

#[test]
fn the_grid_of_a_screen_shows_all_over_and_grain_does_not() {
    let mut seed = 7_u32;
    let mut grain = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 28) as u8
    };
    let page = GrayImage::from_fn(1200, 1000, |_, _| Luma([190 + grain()]));
    let wave = |x: u32, y: u32| 12.0 * (x as f32 * 1.43 + y as f32 * 0.31).sin();
    let screen = mapped(&page, |x, y, v| (v + wave(x, y)).clamp(0.0, 255.0));
    assert!(quality(&screen, None).screen_pattern.unwrap() > 0.9);
    assert!(quality(&page, None).screen_pattern.unwrap() < 0.3);
}

#[test]
fn a_pen_across_print_is_seen_and_a_printed_rule_is_not() {
    let gray = print(900, 12, 24, 60);
    let curve = |x: u32| 400.0 + 60.0 * (x as f32 / 50.0).sin();
    let written = colored(&gray, |x, y, v| {
        if (200..700).contains(&x) && (y as f32 - curve(x)).abs() < 4.0 { [30, 40, 150] } else { [v; 3] }
    });
    let ruled = colored(
        &gray,
        |x, y, v| {
            if (100..800).contains(&x) && (398..402).contains(&y) { [30, 40, 150] } else { [v; 3] }
        },
    );
    assert!(of(&written, None, &rows(&gray, 24)).pen_length().unwrap() > 0.3);
    assert!(of(&ruled, None, &rows(&gray, 24)).pen_length().unwrap() < 0.01);
    // a frame around some lines, askew
    let framed = colored(&gray, |x, y, v| {
        let (x, y) = (x as f32, y as f32);
        let (top, left) = (y - (230.0 + 0.08 * (x - 200.0)), x - (200.0 - 0.08 * (y - 230.0)));
        let inside = |a: f32, most: f32| (0.0..most).contains(&a);
        let on = (inside(top, 4.0) || inside(top - 210.0, 4.0)) && inside(left, 450.0)
            || (inside(left, 4.0) || inside(left - 446.0, 4.0)) && inside(top, 214.0);
        if on { [150, 30, 60] } else { [v; 3] }
    });
    assert!(of(&framed, None, &rows(&gray, 24)).pen_length().unwrap() < 0.01);
}

#[test]
fn a_word_struck_out_is_seen_and_a_rule_between_lines_and_colored_print_are_not() {
    let gray = print(900, 12, 24, 60);
    let lines = rows(&gray, 24);
    let struck = |picture: &Page, lines: &[Region]| of(picture, None, lines).strokes.unwrap().iter().any(|s| s.strikes);
    let ink = [170, 30, 40];
    // a little askew through part of the sixth row
    let along = |x: u32| 393.0 + (x as f32 - 200.0) * 0.03;
    let on = |x: u32, y: u32, from: f32| (200..330).contains(&x) && (y as f32 - from).abs() < 3.0;
    assert!(struck(&colored(&gray, |x, y, v| if on(x, y, along(x)) { ink } else { [v; 3] }), &lines));
    assert!(
        struck(&colored(&gray, |x, y, v| if on(x, y, along(x)) && v > 100 { ink } else { [v; 3] }), &lines),
        "under"
    );
    assert!(!struck(&colored(&gray, |x, y, v| if on(x, y, 418.0) { ink } else { [v; 3] }), &lines), "below the row");
    let both = [lines[4].union(lines[5])];
    assert!(!struck(&colored(&gray, |x, y, v| if on(x, y, 360.0) { ink } else { [v; 3] }), &both), "between two rows");
    let printed = colored(&gray, |_, _, v| if v < 100 { ink } else { [v; 3] });
    assert!(!struck(&printed, &lines), "print in color");
}

#[test]
fn the_edge_of_a_shade_on_a_colored_band_is_no_pen() {
    let gray = print(900, 12, 24, 60);
    let curve = |x: u32| 400.0 + 60.0 * (x as f32 / 50.0).sin();
    // a thin strip is just strong enough for ink; what lies around it is hardly paler
    let strip = |around: Option<[u8; 3]>| {
        colored(&gray, |x, y, v| {
            let off = if (200..700).contains(&x) { (y as f32 - curve(x)).abs() } else { f32::MAX };
            match around {
                _ if off < 4.0 => [88, 88, 141],
                Some(band) if off < 40.0 => band,
                _ => [v; 3],
            }
        })
    };
    let (written, shaded) = (strip(None), strip(Some([99, 99, 138])));
    assert!(of(&written, None, &rows(&gray, 24)).pen_length().unwrap() > 0.3);
    assert!(of(&shaded, None, &rows(&gray, 24)).pen_length().unwrap() < 0.01);
}

#[test]
fn blocks_of_compression_are_seen() {
    let page = print(904, 12, 24, 60);
    let mean = |x: u32, y: u32| {
        let (left, top) = (x / 8 * 8, y / 8 * 8);
        let of = |i: u32| f32::from(page.get_pixel((left + i % 8).min(903), (top + i / 8).min(863))[0]);
        ((0..64).map(of).sum::<f32>() / 64.0 / 12.0).round() * 12.0 + ((x / 8 * 7 + y / 8 * 5) % 3) as f32 * 12.0 - 12.0
    };
    let blocky = mapped(&page, |x, y, _| mean(x, y).clamp(0.0, 255.0));
    assert!(read(&blocky, 24).blocks.unwrap() > 8.0);
    assert_eq!(read(&page, 24).blocks, Some(0.0));
}

#[test]
fn odd_pictures_give_numbers_or_nothing() {
    let mut seed = 1_u32;
    let noise = GrayImage::from_fn(300, 200, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Luma([(seed >> 24) as u8])
    });
    // a scene without any document: soft shapes and a few hard edges
    let scene = GrayImage::from_fn(400, 300, |x, y| {
        let (x, y) = (x as f32, y as f32);
        let hill = 150.0 + 60.0 * (x / 40.0).sin() * (y / 55.0).cos();
        Luma([if y > 200.0 + 30.0 * (x / 30.0).sin() { 40 } else { hill as u8 }])
    });
    let flat = |w, h, v| GrayImage::from_pixel(w, h, Luma([v]));
    for page in
        [flat(0, 0, 0), flat(1, 1, 9), flat(20_000, 50, 255), flat(3, 900, 0), flat(640, 480, 128), noise, scene]
    {
        let odd = Quad::from(Region::new(-50.0, 3.0, 1e6, 0.5));
        let lines = vec![Quad::from(page_region(&page)); 9];
        let id = PageId { file: "page".into(), page: 1 };
        let rgb = RgbImage::from_fn(page.width(), page.height(), |x, y| Rgb([page.get_pixel(x, y)[0]; 3]));
        let whole = Page { id, format: Format::Jpeg, origin: Origin::default(), rgb };
        measure(&whole, &Pyramid::of(&whole.rgb), Some(&odd), &lines);
        let q = quality(&page, None);
        assert!(!q.blur_of_text && q.text_height.is_none(), "no text is no sharp text: {q:?}");
        let numbers = [q.blur, q.text_height, q.paper_luma, q.contrast, q.clipped, q.glare, q.glare_on_text];
        let more = [q.glare_letters, q.blocks, q.color_spread, q.screen_pattern, q.pen_length()];
        let scores = [q.unevenness, q.noise, q.sharpness, q.lighting, q.legibility];
        assert!(numbers.iter().chain(&more).chain(&scores).flatten().all(|v| v.is_finite()), "{q:?}");
    }
}
