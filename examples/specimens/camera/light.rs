//! Light and sensor: shadows, reflections of lamps, exposure, noise, and the sRGB curve (IEC 61966-2-1).

use super::pose::Homography;
use super::scene::Frame;
use super::{Placed, Shot};
use crate::rng::mix;
use image::RgbImage;
use rayon::prelude::*;

/// A shadow with a straight soft edge: everything on one side of a line is darker.
#[derive(Debug, Clone, Copy)]
pub struct Shadow {
    /// A point of the line, as shares of the frame.
    pub through: (f32, f32),
    /// Direction into the shadow, in degrees clockwise from the right.
    pub toward: f32,
    /// Width of the soft edge, as a share of the frame's width.
    pub edge: f32,
    /// Share of the light that is lost in the shadow.
    pub depth: f32,
}

/// The reflection of a lamp in plastic or glossy paper: an ellipse that saturates, with a soft rim.
#[derive(Debug, Clone, Copy)]
pub struct Glare {
    /// Its middle, in millimeters of the first document.
    pub at: (f32, f32),
    /// Half its length and half its width, in millimeters.
    pub radius: (f32, f32),
    /// Clockwise turn of its length, in degrees.
    pub angle: f32,
    /// Light added in the middle; 1 saturates black ink as well.
    pub strength: f32,
}

/// From the sRGB value of a pixel to linear light.
pub fn linear() -> [f32; 256] {
    std::array::from_fn(|i| {
        let v = i as f32 / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
}

/// Share of the light that shadows leave at a place of the frame.
pub fn shadow_at(shadows: &[Shadow], (u, v): (f32, f32)) -> f32 {
    shadows
        .iter()
        .map(|s| {
            let (sin, cos) = s.toward.to_radians().sin_cos();
            let inside = (u - s.through.0) * cos + (v - s.through.1) * sin;
            let t = (inside / s.edge.max(1e-4) + 0.5).clamp(0.0, 1.0);
            1.0 - s.depth * t * t * (3.0 - 2.0 * t)
        })
        .product()
}

/// Adds the reflections of lamps, on the first document only: a table is matte.
pub fn mirror_lamps(frame: &mut Frame, shot: &Shot, placed: &[Placed<'_>], h: &Homography) {
    let Some(first) = placed.first() else { return };
    let (back, width) = (h.inverse(), frame.width);
    for glare in &shot.glares {
        let (s, c) = glare.angle.to_radians().sin_cos();
        let middle = first.to_table(glare.at.0, glare.at.1);
        let (ds, dc) = first.angle.to_radians().sin_cos();
        let (half_w, half_h) = (first.sheet.canvas.width / 2.0, first.sheet.canvas.height / 2.0);
        frame.data.par_chunks_mut(width).enumerate().for_each(|(y, row)| {
            for (x, out) in row.iter_mut().enumerate() {
                let (tx, ty) = back.map((x as f32 + 0.5, y as f32 + 0.5));
                let (px, py) = (tx - first.center.0, ty - first.center.1);
                let (lx, ly) = (dc * px + ds * py, dc * py - ds * px);
                if lx.abs() > half_w || ly.abs() > half_h {
                    continue;
                }
                let (gx, gy) = (tx - middle.0, ty - middle.1);
                let (a, b) = ((c * gx + s * gy) / glare.radius.0, (c * gy - s * gx) / glare.radius.1);
                let d = a.hypot(b);
                if d < 3.2 {
                    // a flat middle with a soft rim, and a wide faint halo, as lens and laminate make them
                    let light = glare.strength * ((-(d * d * d)).exp() + 0.10 * (-0.8 * d * d).exp());
                    *out = out.map(|v| v + light);
                }
            }
        });
    }
}

/// Approximately normal noise with mean 0 and variance 1 for a place: the sum of four uniform random numbers.
fn gauss(x: usize, y: usize, seed: u64) -> f32 {
    let z = mix((x as u64) << 32 ^ y as u64 ^ seed);
    let sum: u64 = (0..4).map(|i| z >> (16 * i) & 0xFFFF).sum();
    (sum as f32 / 65536.0 - 2.0) * 1.732
}

/// A rougher version for three colors at once: the sum of two uniform random numbers each.
fn gauss_of_colors(x: usize, y: usize, seed: u64) -> [f32; 3] {
    let z = mix((x as u64) << 32 ^ y as u64 ^ seed ^ 0x00C0_1020);
    std::array::from_fn(|i| ((z >> (20 * i) & 0x3FF) + (z >> (20 * i + 10) & 0x3FF)) as f32 / 418.0 - 2.448)
}

/// Exposure, shot and read noise, and the curve of the file.
pub fn expose(frame: &Frame, shot: &Shot) -> RgbImage {
    const STEPS: usize = 8192;
    let curve: Vec<u8> = (0..=STEPS)
        .map(|i| {
            let v = i as f32 / STEPS as f32;
            let e = if v <= 0.003_130_8 { v * 12.92 } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
            (e * 255.0 + 0.5) as u8
        })
        .collect();
    let gain = shot.stops.exp2();
    let at_gray = shot.noise * 0.18;
    let mut out = vec![0u8; frame.width * frame.height * 3];
    out.par_chunks_mut(frame.width * 3).enumerate().for_each(|(y, row)| {
        let line = |y: usize| (0..=frame.width).map(|x| gauss(x, y, shot.seed)).collect::<Vec<f32>>();
        let (here, below) = (line(y), line(y + 1));
        let mut chroma = [0.0; 3];
        for x in 0..frame.width {
            if x % 2 == 0 {
                chroma = gauss_of_colors(x / 2, y / 2, shot.seed);
            }
            let light = frame.data[y * frame.width + x].map(|v| v * gain);
            let mean = (light[0] + light[1] + light[2]) / 3.0;
            let sigma = at_gray * (0.12 + 0.88 * mean.min(1.0) / 0.18).sqrt();
            // demosaicing spreads the noise of a pixel to its neighbors
            let luma = 0.8 * here[x] + 0.4 * here[x + 1] + 0.4 * below[x];
            for (i, v) in light.into_iter().enumerate() {
                let noisy = (v + sigma * (luma + 0.55 * chroma[i])).clamp(0.0, 1.0);
                row[x * 3 + i] = curve[(noisy * STEPS as f32 + 0.5) as usize];
            }
        }
    });
    RgbImage::from_raw(frame.width as u32, frame.height as u32, out).unwrap_or_default()
}
