//! Grain of the sensor, and the blocks that strong JPEG compression leaves.

use image::GrayImage;

use super::quantile;

/// Spots looked at for grain, in each direction, and their side in pixels.
const SPOTS: u32 = 40;
const SPOT: u32 = 9;
/// Share of the spots that are taken as flat: small pictures have print almost everywhere. What the flattest spots have
/// is a little less than the mean of equal spots; the second number puts that right.
const FLAT: f32 = 0.06;
const FLATTEST: f32 = 0.86;

/// Standard deviation of luma over the flattest spots of the page: grain, for print and texture have more. Second
/// differences take slopes of light away; a spot clipped to black or white shows no grain and is passed over. `None`
/// where too few spots are left.
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
/// Rows and columns between those that are looked at.
const EVERY: usize = 5;
/// Differences larger than this are print, not the step between two blocks.
const STEP: u8 = 40;

/// How much larger the steps from block to block are than those inside blocks, in luma; 0 without a trace of blocks. The
/// less of both directions counts, for rules and text are regular in one. `None` for pictures of a few blocks.
pub(super) fn blocks(gray: &GrayImage) -> Option<f32> {
    let (w, h) = (gray.width() as usize, gray.height() as usize);
    if w < BLOCK * 8 || h < BLOCK * 8 {
        return None;
    }
    let raw = gray.as_raw();
    let (mut across, mut down) = ([(0_u64, 0_u64); BLOCK], [(0_u64, 0_u64); BLOCK]);
    for y in (0..h - 1).step_by(EVERY) {
        let row = &raw[y * w..(y + 1) * w];
        for (x, p) in row.windows(2).enumerate() {
            add(&mut across[x % BLOCK], p[0].abs_diff(p[1]));
        }
    }
    for y in 0..h - 1 {
        let (row, next) = (&raw[y * w..(y + 1) * w], &raw[(y + 1) * w..(y + 2) * w]);
        for x in (y % EVERY..w).step_by(EVERY) {
            add(&mut down[y % BLOCK], row[x].abs_diff(next[x]));
        }
    }
    Some(excess(&across).min(excess(&down)))
}

fn add(sum: &mut (u64, u64), step: u8) {
    if step < STEP {
        *sum = (sum.0 + u64::from(step), sum.1 + 1);
    }
}

/// Excess of the mean step of one phase over the mean of the others, in luma.
fn excess(phases: &[(u64, u64); BLOCK]) -> f32 {
    let mean = phases.map(|(sum, count)| sum as f32 / count.max(1) as f32);
    let largest = mean.iter().copied().fold(0.0, f32::max);
    let others = (mean.iter().sum::<f32>() - largest) / (BLOCK - 1) as f32;
    largest - others
}
