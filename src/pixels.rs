//! Pixel operations that several stages share: one formula for luma, the reduced copies of a picture, turns, connected
//! components, convex hulls and quantiles. This module knows nothing of documents.

mod areas;
mod fingerprint;
mod levels;
mod luma;
mod pyramid;
mod reduced;

use std::borrow::Cow;

use image::{RgbImage, imageops};
use imageproc::geometry::convex_hull;
use imageproc::point::Point as Corner;

use crate::geometry::Rotation;

pub use areas::{Area, Neighbors, areas};
pub use fingerprint::Fingerprint;
pub use levels::Levels;
pub use luma::{LUMA, luma, luma_of, thinned};
pub use pyramid::Pyramid;
pub use reduced::{Means, Reduced};

/// A picture after a clockwise turn; `None` if there is no turn, so that no copy is made.
pub fn turned(picture: &RgbImage, rotation: Rotation) -> Option<RgbImage> {
    match rotation {
        Rotation::None => None,
        Rotation::Cw90 => Some(imageops::rotate90(picture)),
        Rotation::Cw180 => Some(imageops::rotate180(picture)),
        Rotation::Cw270 => Some(imageops::rotate270(picture)),
    }
}

/// A copy for a person or a reader to look at, whose longer side has at most `longest` pixels; the picture itself if it
/// is no longer than that.
pub fn thumbnail(picture: &RgbImage, longest: u32) -> Cow<'_, RgbImage> {
    let side = picture.width().max(picture.height());
    if side <= longest {
        return Cow::Borrowed(picture);
    }
    let scaled = |n: u32| (u64::from(n) * u64::from(longest) / u64::from(side)).max(1) as u32;
    Cow::Owned(imageops::thumbnail(picture, scaled(picture.width()), scaled(picture.height())))
}

/// The same for a preview, in a part of the time: the picture halved until its longer side has at most 1.6 times `about`
/// pixels, and so at least 0.8 times.
pub fn preview(picture: &RgbImage, about: u32) -> Cow<'_, RgbImage> {
    let mut copy = Cow::Borrowed(picture);
    while u64::from(copy.width().max(copy.height())) * 5 > u64::from(about.max(1)) * 8 {
        copy = Cow::Owned(pyramid::halved(&copy));
    }
    copy
}

/// Corners of the convex hull of some points, x and y.
pub fn hull(places: impl IntoIterator<Item = (i32, i32)>) -> Vec<(i32, i32)> {
    let places: Vec<Corner<i32>> = places.into_iter().map(|(x, y)| Corner::new(x, y)).collect();
    convex_hull(places).into_iter().map(|p| (p.x, p.y)).collect()
}

/// The value below which a share of the values lies (0–1); `None` for no values. The values are reordered.
pub fn quantile(values: &mut [f32], share: f32) -> Option<f32> {
    if values.is_empty() {
        return None;
    }
    let at = ((values.len() - 1) as f32 * share).round() as usize;
    let (_, value, _) = values.select_nth_unstable_by(at, f32::total_cmp);
    Some(*value)
}

/// The median of some values; `None` for none.
pub fn median(values: impl IntoIterator<Item = f32>) -> Option<f32> {
    quantile(&mut values.into_iter().collect::<Vec<_>>(), 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thumbnail_keeps_the_shape_and_a_small_picture_is_lent() {
        assert_eq!(thumbnail(&RgbImage::new(3000, 1000), 300).dimensions(), (300, 100));
        assert_eq!(thumbnail(&RgbImage::new(20_000, 3), 300).dimensions(), (300, 1));
        assert!(matches!(thumbnail(&RgbImage::new(300, 3), 300), Cow::Borrowed(_)));
    }

    #[test]
    fn a_preview_is_about_as_large_as_wanted_and_looks_like_the_picture() {
        let picture = RgbImage::from_fn(1203, 807, |x, y| image::Rgb([(x / 5) as u8, (y / 4) as u8, 90]));
        for longest in [2000, 1000, 500, 100] {
            let (quick, slow) = (preview(&picture, longest), thumbnail(&picture, longest));
            let side = quick.width().max(quick.height());
            assert!(side <= longest * 8 / 5 + 1 && side >= (longest * 4 / 5).min(1203), "{longest}: {side}");
            let middle = |p: &RgbImage| p.get_pixel(p.width() / 2, p.height() / 2).0;
            let (a, b) = (middle(&quick), middle(&slow));
            assert!(a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 4), "{longest}: {a:?} {b:?}");
        }
    }

    #[test]
    fn a_quantile_is_one_of_the_values() {
        assert_eq!(quantile(&mut [4.0, 1.0, 3.0, 2.0, 5.0], 0.25), Some(2.0));
        assert_eq!((median([7.0, 1.0, 2.0]), median([])), (Some(2.0), None));
    }
}
