//! The four laws that every measure of sharpness must keep, on many drawn pages. The cases are the same in every run.

use image::{GrayImage, Luma, imageops};
use imageproc::filter::gaussian_blur_f32;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{mapped, measured, print, read, rows};
use crate::geometry::{Quad, Region};

/// Sharpness below which text counts as blurred (`blurry.hard`), and the distance from it within which the verdict on a
/// picture is unclear.
const BLURRED: f32 = 56.0;
const UNDECIDED: f32 = 6.0;

fn the_same_cases() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(20_261_122), failure_persistence: None, ..ProptestConfig::with_cases(32) }
}

/// A page of print with some blur, given in x-heights.
fn page(height: u32, blur: f32) -> GrayImage {
    gaussian_blur_f32(&print(700, 6, height, 40), (blur * height as f32 * 0.72).max(0.01))
}

fn sharpness(page: &GrayImage, height: u32) -> f32 {
    read(page, height).sharpness.unwrap_or(0.0)
}

proptest! {
    #![proptest_config(the_same_cases())]

    /// Rounding of luma and of lengths to whole pixels may move the score by half a point.
    #[test]
    fn more_blur_never_raises_sharpness(height in 12_u32..40, low in 0.0_f32..0.5, more in 0.01_f32..0.3) {
        let (less, blurred) = (sharpness(&page(height, low), height), sharpness(&page(height, low + more), height));
        prop_assert!(blurred <= less + 0.5, "{less} {blurred}");
    }

    #[test]
    fn much_more_blur_lowers_sharpness(height in 12_u32..40, low in 0.0_f32..0.2) {
        let (less, blurred) = (sharpness(&page(height, low), height), sharpness(&page(height, low + 0.3), height));
        prop_assert!(blurred < less - 10.0, "{less} {blurred}");
    }

    #[test]
    fn a_copy_at_half_size_keeps_its_verdict(half_height in 12_u32..22, blur in 0.0_f32..0.5) {
        let whole = page(2 * half_height, blur);
        let half = imageops::resize(&whole, 350, whole.height() / 2, imageops::FilterType::Triangle);
        let (whole, half) = (sharpness(&whole, 2 * half_height), sharpness(&half, half_height));
        let clear = (whole - BLURRED).abs() > UNDECIDED;
        prop_assert!(!clear || (whole > BLURRED) == (half > BLURRED), "{whole} {half}");
    }

    #[test]
    fn brightness_and_contrast_move_sharpness_by_less_than_five(
        blur in 0.0_f32..0.4, gain in 0.5_f32..1.1, offset in 0.0_f32..30.0,
    ) {
        let page = page(24, blur);
        let after = mapped(&page, |_, _, v| v * gain + offset);
        let (before, after) = (sharpness(&page, 24), sharpness(&after, 24));
        prop_assert!((after - before).abs() < 5.0, "{before} {after}");
    }

    #[test]
    fn the_table_around_a_document_changes_nothing(
        left in 10_u32..300, top in 10_u32..300, luma in 0_u8..150, grain in 0_u8..40, blur in 0.0_f32..0.4,
    ) {
        let alone = page(24, blur);
        let table = on_table(&alone, (left, top), luma, grain);
        let outline = |x: u32, y: u32| {
            Quad::from(Region::new(x as f32, y as f32, alone.width() as f32, alone.height() as f32))
        };
        let moved: Vec<Region> = rows(&alone, 24)
            .into_iter()
            .map(|r| Region::new(r.left + left as f32, r.top + top as f32, r.width, r.height))
            .collect();
        let a = measured(&alone, Some(&outline(0, 0)), &rows(&alone, 24));
        let b = measured(&table, Some(&outline(left, top)), &moved);
        // grain is measured on the whole picture and subtracted from the energy of the text
        let near = |a: Option<f32>, b: Option<f32>, by: f32| a.zip(b).is_some_and(|(a, b)| (a - b).abs() <= by);
        prop_assert!(near(a.sharpness, b.sharpness, 3.0), "{:?} {:?}", a.sharpness, b.sharpness);
        prop_assert!(near(a.paper_luma, b.paper_luma, 3.0), "{:?} {:?}", a.paper_luma, b.paper_luma);
        prop_assert!(near(a.contrast, b.contrast, 0.02), "{:?} {:?}", a.contrast, b.contrast);
        prop_assert!(near(a.unevenness, b.unevenness, 0.03), "{:?} {:?}", a.unevenness, b.unevenness);
    }
}

/// The page on a dark, grainy table with this much of it at the left and at the top.
fn on_table(page: &GrayImage, (left, top): (u32, u32), luma: u8, grain: u8) -> GrayImage {
    let mut seed = 7_u32;
    let mut table = GrayImage::from_fn(page.width() + left + 60, page.height() + top + 40, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Luma([luma + (u32::from(grain) * (seed >> 24) / 256) as u8])
    });
    imageops::replace(&mut table, page, i64::from(left), i64::from(top));
    table
}
