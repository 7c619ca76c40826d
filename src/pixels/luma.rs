//! One formula for how light a color is (luma, Rec. 601 weights): stages whose limits are compared must all use it.

use image::{GrayImage, RgbImage};

/// Weights of red, green and blue in luma, in 256ths.
const WEIGHTS: [u32; 3] = [77, 150, 29];
/// The same as shares of one.
pub const LUMA: [f32; 3] = [WEIGHTS[0] as f32 / 256.0, WEIGHTS[1] as f32 / 256.0, WEIGHTS[2] as f32 / 256.0];

/// Luma of a color.
pub fn luma([r, g, b]: [u8; 3]) -> u8 {
    ((u32::from(r) * WEIGHTS[0] + u32::from(g) * WEIGHTS[1] + u32::from(b) * WEIGHTS[2] + 128) >> 8) as u8
}

/// Luma of a picture, same size.
pub fn luma_of(picture: &RgbImage) -> GrayImage {
    let raw = picture.as_raw();
    let mut out = Vec::with_capacity(raw.len() / 3);
    out.extend(raw.chunks_exact(3).map(|p| luma([p[0], p[1], p[2]])));
    GrayImage::from_raw(picture.width(), picture.height(), out).unwrap_or_default()
}

/// Luma of every `step`-th pixel of every `step`-th row: thinning keeps the edges of bars, which averaging would blur.
pub fn thinned(picture: &RgbImage, step: u32) -> GrayImage {
    let step = step.max(1);
    let (width, height) = (picture.width() / step, picture.height() / step);
    let row = picture.width() as usize * 3;
    let lines = picture.as_raw().chunks_exact(row.max(1)).step_by(step as usize).take(height as usize);
    let pixels = |line: &[u8]| -> Vec<u8> {
        let some = line.chunks_exact(3).step_by(step as usize).take(width as usize);
        some.map(|p| luma([p[0], p[1], p[2]])).collect()
    };
    GrayImage::from_raw(width, height, lines.flat_map(pixels).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn luma_of_white_is_white_and_green_outweighs_blue() {
        let gray = luma_of(&RgbImage::from_raw(3, 1, vec![255, 255, 255, 0, 200, 0, 0, 0, 200]).unwrap());
        assert_eq!(gray.get_pixel(0, 0)[0], 255);
        assert!(gray.get_pixel(1, 0)[0] > gray.get_pixel(2, 0)[0]);
    }

    #[test]
    fn a_thinned_picture_takes_every_so_manieth_pixel() {
        let picture = RgbImage::from_fn(11, 7, |x, y| Rgb([(x * 10 + y) as u8; 3]));
        let thin = thinned(&picture, 3);
        assert_eq!(thin.dimensions(), (3, 2));
        assert_eq!(thin.get_pixel(2, 1)[0], 63);
        assert_eq!(thinned(&RgbImage::new(2, 2), 3).dimensions(), (0, 0));
    }
}
