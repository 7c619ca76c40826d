//! Grain of the sensor, and the blocks that strong JPEG compression leaves.

use image::GrayImage;

use crate::pixels::quantile;

/// Number of spots in each direction that are looked at for grain, and their side in pixels.
const SPOTS: u32 = 40;
const SPOT: u32 = 9;
/// Share of the spots that count as flat: small pictures have print almost everywhere. The flattest spots show a little
/// less grain than flat spots do on average; dividing by the second number corrects that.
const FLAT: f32 = 0.06;
const FLATTEST: f32 = 0.86;

/// Standard deviation of luma over the flattest spots of the page. It is that of the grain, because print and texture
/// have more. Second differences cancel slopes of light. A spot clipped to black or white shows no grain and is
/// skipped. `None` if too few spots are left.
pub(super) fn noise(gray: &GrayImage) -> Option<f32> {
    flattest(gray, 1)
}

/// The same for grain that spreads over several pixels, as demosaicing makes it: by second differences at a lag of 3.
pub(super) fn coarse_noise(gray: &GrayImage) -> Option<f32> {
    flattest(gray, 3)
}

fn flattest(gray: &GrayImage, lag: usize) -> Option<f32> {
    let (w, h) = gray.dimensions();
    if w < SPOT * 3 || h < SPOT * 3 {
        return None;
    }
    let mut deviations = Vec::new();
    for row in 0..SPOTS {
        for column in 0..SPOTS {
            let (x, y) = ((w - SPOT) * column / SPOTS, (h - SPOT) * row / SPOTS);
            deviations.extend(spot(gray, x, y, lag));
        }
    }
    if deviations.len() < SPOTS as usize {
        return None;
    }
    quantile(&mut deviations, FLAT).map(|d| d / FLATTEST)
}

fn spot(gray: &GrayImage, left: u32, top: u32, lag: usize) -> Option<f32> {
    let width = gray.width() as usize;
    let (mut sum, mut count) = (0_i64, 0_i64);
    for y in top..top + SPOT {
        let row = &gray.as_raw()[y as usize * width + left as usize..][..SPOT as usize];
        if row.iter().any(|v| *v < 3 || *v > 252) {
            return None;
        }
        for p in row.windows(2 * lag + 1) {
            let second = i64::from(p[0]) + i64::from(p[2 * lag]) - 2 * i64::from(p[lag]);
            sum += second * second;
            count += 1;
        }
    }
    // white noise of variance v gives second differences of variance 6 v
    Some((sum as f32 / count as f32 / 6.0).sqrt())
}

/// Side of a JPEG block in pixels.
const BLOCK: usize = 8;
/// Step between the pairs of neighboring blocks that are looked at, in blocks, in both directions.
const EVERY: usize = 2;
/// Largest difference of luma inside a block that has lost all its detail.
const DETAIL: u8 = 1;
/// Fewest pairs of such blocks, with different brightness, for a result.
const MIN_PAIRS: usize = 60;

/// Step of luma from one block without any detail to the next: strong JPEG compression leaves such steps on smooth
/// paper. It is the step of the mean brightness (DC) in the file's own quantization table, about 100 / quality; 0 if
/// hardly any two such blocks differ. The grid is looked for from either end of the page, because the page may be
/// turned. `None` for pictures of only a few blocks.
pub(super) fn blocks(gray: &GrayImage) -> Option<f32> {
    let (w, h) = (gray.width() as usize, gray.height() as usize);
    if w < BLOCK * 8 || h < BLOCK * 8 {
        return None;
    }
    let mut best: Vec<f32> = Vec::new();
    // only one grid if the page is a whole number of blocks long
    let starts = |length: usize| [0, length % BLOCK].into_iter().take(1 + usize::from(!length.is_multiple_of(BLOCK)));
    for left in starts(w) {
        for top in starts(h) {
            let found = steps(gray, left, top);
            if found.len() > best.len() {
                best = found;
            }
        }
    }
    if best.len() < MIN_PAIRS {
        return Some(0.0);
    }
    quantile(&mut best, 0.5)
}

/// Nonzero differences of mean luma between neighboring blocks without detail, for a grid that starts at the pixel
/// (`left`, `top`).
fn steps(gray: &GrayImage, left: usize, top: usize) -> Vec<f32> {
    let (w, h) = (gray.width() as usize, gray.height() as usize);
    let raw = gray.as_raw();
    let plain = |x: usize, y: usize| {
        let (mut low, mut high, mut sum) = (u8::MAX, 0, 0_u32);
        for row in y..y + BLOCK {
            for v in &raw[row * w + x..][..BLOCK] {
                (low, high) = (low.min(*v), high.max(*v));
                sum += u32::from(*v);
            }
            if high - low > DETAIL {
                return None;
            }
        }
        Some(sum as f32 / (BLOCK * BLOCK) as f32)
    };
    let mut found = Vec::new();
    for y in (top..(h + 1).saturating_sub(BLOCK)).step_by(BLOCK * EVERY) {
        for x in (left..(w + 1).saturating_sub(2 * BLOCK)).step_by(BLOCK * EVERY) {
            if let Some((a, b)) = plain(x, y).zip(plain(x + BLOCK, y)) {
                let step = (a - b).abs();
                if step > f32::from(DETAIL) {
                    found.push(step);
                }
            }
        }
    }
    found
}
