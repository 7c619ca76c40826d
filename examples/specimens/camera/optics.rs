//! The lens: its own softness, focus, and hand shake, as convolutions of linear light.

use super::scene::Frame;
use rayon::prelude::*;

/// Standard deviation of a good phone lens with its demosaicing, in pixels.
const LENS_SIGMA: f32 = 0.6;

/// How far the picture is out of focus.
#[derive(Debug, Clone, Copy)]
pub enum Blur {
    /// In focus.
    None,
    /// A Gaussian: standard deviation in pixels.
    Gauss(f32),
    /// A disc, as lenses really make it: radius in pixels. Its standard deviation in one direction is half of that.
    Disc(f32),
}

impl Blur {
    /// The same on a frame of another size.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        match self {
            Self::None => Self::None,
            Self::Gauss(sigma) => Self::Gauss(sigma * by),
            Self::Disc(radius) => Self::Disc(radius * by),
        }
    }
}

/// A shake along a straight line.
#[derive(Debug, Clone, Copy)]
pub struct Motion {
    /// Length in pixels.
    pub length: f32,
    /// Direction in degrees clockwise from the right.
    pub angle: f32,
}

/// Blurs by lens and focus; returns the standard deviation of both together, in pixels.
pub fn focus(frame: &mut Frame, blur: Blur) -> f32 {
    let extra = match blur {
        Blur::None => 0.0,
        Blur::Gauss(sigma) => sigma,
        Blur::Disc(radius) => {
            disc(frame, radius);
            radius / 2.0
        }
    };
    let total = LENS_SIGMA.hypot(extra);
    gauss(frame, if matches!(blur, Blur::Disc(_)) { LENS_SIGMA } else { total });
    total
}

/// Gaussian blur, one direction after the other.
fn gauss(frame: &mut Frame, sigma: f32) {
    let reach = (3.0 * sigma).ceil() as i64;
    let mut weights: Vec<f32> = (-reach..=reach).map(|i| (-(i * i) as f32 / (2.0 * sigma * sigma)).exp()).collect();
    let sum: f32 = weights.iter().sum();
    for w in &mut weights {
        *w /= sum;
    }
    let taps: Vec<(i64, i64, f32)> = (-reach..=reach).zip(&weights).map(|(i, w)| (i, 0, *w)).collect();
    convolve(frame, &taps);
    let taps: Vec<(i64, i64, f32)> = (-reach..=reach).zip(&weights).map(|(i, w)| (0, i, *w)).collect();
    convolve(frame, &taps);
}

/// Adds shifted copies, given by offsets in pixels and weights. The border pixels repeat.
fn convolve(frame: &mut Frame, taps: &[(i64, i64, f32)]) {
    let (w, h) = (frame.width, frame.height);
    let source = std::mem::take(&mut frame.data);
    let mut data = vec![[0.0f32; 3]; w * h];
    data.par_chunks_mut(w).enumerate().for_each(|(y, out)| {
        for &(dx, dy, weight) in taps {
            let row = (y as i64 + dy).clamp(0, h as i64 - 1) as usize * w;
            let row = &source[row..row + w];
            let first = (-dx).clamp(0, w as i64) as usize;
            let last = (w as i64 - dx).clamp(first as i64, w as i64) as usize;
            for o in &mut out[..first] {
                *o = std::array::from_fn(|i| o[i] + weight * row[0][i]);
            }
            if first < last {
                let from = row[(first as i64 + dx) as usize..].as_flattened();
                for (o, s) in out[first..last].as_flattened_mut().iter_mut().zip(from) {
                    *o += weight * s;
                }
            }
            for o in &mut out[last..] {
                *o = std::array::from_fn(|i| o[i] + weight * row[w - 1][i]);
            }
        }
    });
    frame.data = data;
}

/// A disc, by running sums along each row: the cost grows with the radius, not with its square.
fn disc(frame: &mut Frame, radius: f32) {
    let (w, h) = (frame.width, frame.height);
    let source = std::mem::take(&mut frame.data);
    let mut sums = vec![[0.0f32; 3]; (w + 1) * h];
    sums.par_chunks_mut(w + 1).enumerate().for_each(|(y, row)| {
        for x in 0..w {
            row[x + 1] = std::array::from_fn(|i| row[x][i] + source[y * w + x][i]);
        }
    });
    drop(source);
    let reach = radius.floor() as i64;
    let halves: Vec<(i64, i64)> =
        (-reach..=reach).map(|dy| (dy, (radius * radius - (dy * dy) as f32).max(0.0).sqrt().round() as i64)).collect();
    let mut data = vec![[0.0f32; 3]; w * h];
    data.par_chunks_mut(w).enumerate().for_each(|(y, out)| {
        let mut count = vec![0.0f32; w];
        for &(dy, half) in &halves {
            let row = (y as i64 + dy).clamp(0, h as i64 - 1) as usize * (w + 1);
            let row = &sums[row..=row + w];
            for x in 0..w {
                let (a, b) = ((x as i64 - half).max(0) as usize, (x as i64 + half + 1).min(w as i64) as usize);
                count[x] += (b - a) as f32;
                for i in 0..3 {
                    out[x][i] += row[b][i] - row[a][i];
                }
            }
        }
        for (o, n) in out.iter_mut().zip(&count) {
            *o = o.map(|v| (v / n).max(0.0));
        }
    });
    frame.data = data;
}

/// Blurs along a line.
pub fn shake(frame: &mut Frame, motion: Motion) {
    let (sin, cos) = motion.angle.to_radians().sin_cos();
    let steps = (motion.length * 4.0).ceil().max(1.0) as i32;
    let mut taps: Vec<(i64, i64, f32)> = Vec::new();
    for step in 0..=steps {
        let along = (step as f32 / steps as f32 - 0.5) * motion.length;
        let (x, y) = (along * cos, along * sin);
        let (fx, fy) = (x - x.floor(), y - y.floor());
        for (dx, dy, share) in
            [(0, 0, (1.0 - fx) * (1.0 - fy)), (1, 0, fx * (1.0 - fy)), (0, 1, (1.0 - fx) * fy), (1, 1, fx * fy)]
        {
            let (tx, ty) = (x.floor() as i64 + dx, y.floor() as i64 + dy);
            let weight = share / (steps + 1) as f32;
            match taps.iter_mut().find(|t| (t.0, t.1) == (tx, ty)) {
                Some(tap) => tap.2 += weight,
                None => taps.push((tx, ty, weight)),
            }
        }
    }
    convolve(frame, &taps);
}
