//! Power spectrum of a square patch: the plain radix-2 transform of Cooley and Tukey, rows first, then columns.

use std::f32::consts::TAU;

/// Side of a patch in pixels, a power of two.
pub(super) const SIDE: usize = 64;

/// A complex number.
type Complex = (f32, f32);

/// Power at every pair of frequencies of a patch of `SIDE × SIDE` values, row by row, after subtracting its mean and
/// applying a Hann window. Frequency `k` of either axis is `k / SIDE` cycles per pixel; from `SIDE / 2` on it stands
/// for the negative frequency `k / SIDE − 1`.
pub(super) fn power(patch: &[f32]) -> Vec<f32> {
    debug_assert_eq!(patch.len(), SIDE * SIDE, "a whole patch");
    let mean = patch.iter().sum::<f32>() / patch.len().max(1) as f32;
    let window: Vec<f32> = (0..SIDE).map(|i| 0.5 - 0.5 * (TAU * (i as f32 + 0.5) / SIDE as f32).cos()).collect();
    let mut values: Vec<Complex> =
        patch.iter().enumerate().map(|(i, v)| ((v - mean) * window[i / SIDE] * window[i % SIDE], 0.0)).collect();
    let turns: Vec<Complex> = (0..SIDE / 2)
        .map(|k| {
            let (s, c) = (-TAU * k as f32 / SIDE as f32).sin_cos();
            (c, s)
        })
        .collect();
    for row in values.chunks_exact_mut(SIDE) {
        transform(row, &turns);
    }
    let mut column = vec![(0.0, 0.0); SIDE];
    for x in 0..SIDE {
        for (y, c) in column.iter_mut().enumerate() {
            *c = values[y * SIDE + x];
        }
        transform(&mut column, &turns);
        for (y, c) in column.iter().enumerate() {
            values[y * SIDE + x] = *c;
        }
    }
    values.iter().map(|(re, im)| re * re + im * im).collect()
}

/// In place, for `SIDE` values.
fn transform(values: &mut [Complex], turns: &[Complex]) {
    let n = values.len();
    let bits = n.trailing_zeros();
    for i in 0..n {
        let j = i.reverse_bits() >> (usize::BITS - bits);
        if i < j {
            values.swap(i, j);
        }
    }
    let mut length = 2;
    while length <= n {
        let (half, step) = (length / 2, n / length);
        for block in values.chunks_exact_mut(length) {
            let (low, high) = block.split_at_mut(half);
            for (k, (a, b)) in low.iter_mut().zip(high).enumerate() {
                let (c, s) = turns[k * step];
                let turned = (b.0 * c - b.1 * s, b.0 * s + b.1 * c);
                *b = (a.0 - turned.0, a.1 - turned.1);
                *a = (a.0 + turned.0, a.1 + turned.1);
            }
        }
        length *= 2;
    }
}

/// Frequency of a column or row of the spectrum, in cycles per pixel, −0.5 to 0.5.
pub(super) fn frequency(k: usize) -> f32 {
    let n = SIDE as f32;
    if k < SIDE / 2 { k as f32 / n } else { k as f32 / n - 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::PI;

    #[test]
    fn a_wave_stands_where_its_frequency_is() {
        let wave = |i: usize| (TAU * ((i % SIDE) as f32 * 9.0 + (i / SIDE) as f32 * 5.0) / SIDE as f32).sin() * 20.0;
        let patch: Vec<f32> = (0..SIDE * SIDE).map(|i| 128.0 + wave(i)).collect();
        let power = power(&patch);
        let largest = (0..power.len()).max_by(|a, b| power[*a].total_cmp(&power[*b])).unwrap();
        let (x, y) = (frequency(largest % SIDE), frequency(largest / SIDE));
        let sign = x.signum();
        assert!((x * sign - 9.0 / 64.0).abs() < 1e-6 && (y * sign - 5.0 / 64.0).abs() < 1e-6, "{x} {y}");
    }

    #[test]
    fn power_is_that_of_the_windowed_patch() {
        // Parseval: the mean power is the sum of squares of the transformed values
        let patch: Vec<f32> = (0..SIDE * SIDE).map(|i| ((i * 7919) % 101) as f32).collect();
        let mean = patch.iter().sum::<f32>() / patch.len() as f32;
        let hann = |i: usize| (PI * (i as f32 + 0.5) / SIDE as f32).sin().powi(2);
        let energy: f32 =
            patch.iter().enumerate().map(|(i, v)| ((v - mean) * hann(i / SIDE) * hann(i % SIDE)).powi(2)).sum();
        let mean_power = power(&patch).iter().sum::<f32>() / (SIDE * SIDE) as f32;
        assert!((mean_power - energy).abs() < energy * 1e-3, "{mean_power} {energy}");
    }
}
