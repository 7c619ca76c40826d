//! What a picture looks like as a whole, in a few bytes: whether one picture was added twice, also after it was saved
//! again or made smaller.

use image_hasher::{HashAlg, HasherConfig};
use serde::{Deserialize, Serialize};

use super::{Pyramid, thumbnail};

/// Side of the grid whose neighbors are compared.
const GRID: u32 = 16;
/// Longest side of the copy that is looked at, in pixels.
const COPY: u32 = 256;

/// Least share of cells that are brighter than their neighbor, and of those that are not.
const LEAST_SHARE: f32 = 0.03;

/// Whether each cell of a coarse grid is brighter than its neighbor: a gradient hash (N. Krawetz, 2013).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fingerprint(Vec<u8>);

impl Fingerprint {
    /// The fingerprint of a page; empty for a blank one.
    pub fn of(page: &Pyramid<'_>) -> Self {
        let hasher = HasherConfig::new().hash_size(GRID, GRID).hash_alg(HashAlg::DoubleGradient).to_hasher();
        let copy = thumbnail(page.at_least(COPY), COPY).into_owned();
        let cells = hasher.hash_image(&copy).as_bytes().to_vec();
        let set: u32 = cells.iter().map(|byte| byte.count_ones()).sum();
        let least = (LEAST_SHARE * 8.0 * cells.len() as f32) as u32;
        // a blank page is like every other blank page
        let is_blank = set < least || 8 * cells.len() as u32 - set < least;
        Self(if is_blank { Vec::new() } else { cells })
    }

    /// The share of cells that differ, 0–1; `None` where one of the two was not taken.
    pub fn difference(&self, other: &Self) -> Option<f32> {
        if self.0.is_empty() || self.0.len() != other.0.len() {
            return None;
        }
        let bits: u32 = self.0.iter().zip(&other.0).map(|(a, b)| (a ^ b).count_ones()).sum();
        Some(bits as f32 / (8 * self.0.len()) as f32)
    }
}

#[cfg(test)]
mod tests {
    use image::imageops::{FilterType, resize};
    use image::{Rgb, RgbImage};

    use super::*;

    fn picture(seed: u32) -> RgbImage {
        let light = |x: u32, y: u32| {
            let cell = (x / 40) * 37 + (y / 30) * 91 + seed * 53;
            (cell.wrapping_mul(2_654_435_761) >> 24) as u8
        };
        RgbImage::from_fn(640, 480, |x, y| Rgb([light(x, y); 3]))
    }

    fn difference(a: &RgbImage, b: &RgbImage) -> f32 {
        Fingerprint::of(&Pyramid::of(a)).difference(&Fingerprint::of(&Pyramid::of(b))).unwrap()
    }

    #[test]
    fn a_smaller_copy_is_the_same_and_another_picture_is_not() {
        let one = picture(1);
        assert!(difference(&one, &resize(&one, 320, 240, FilterType::Triangle)) < 0.04);
        assert!(difference(&one, &picture(2)) > 0.25);
        assert_eq!(Fingerprint::default().difference(&Fingerprint::of(&Pyramid::of(&one))), None);
    }

    #[test]
    fn a_blank_page_is_like_no_other() {
        let of = |rgb: &RgbImage| Fingerprint::of(&Pyramid::of(rgb));
        let blank = of(&RgbImage::from_pixel(300, 200, Rgb([250; 3])));
        assert_eq!(blank.difference(&blank), None);
        let shown = of(&picture(1));
        assert_eq!(shown.difference(&shown), Some(0.0));
    }
}
