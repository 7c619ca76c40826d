//! What documents lie on: wood, cloth, a plain dark desk, a white table, the lid of a scanner; drawn, not photographed.

use crate::rng::mix;

/// A kind of surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// Brown planks with grain.
    Wood,
    /// A woven table cloth.
    Cloth,
    /// A plain dark desk.
    Dark,
    /// A white table, hardly darker than paper.
    White,
    /// Gray stone with specks.
    Stone,
    /// The white lid of a scanner.
    Lid,
}

impl Surface {
    /// Its word in the truth.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wood => "wood",
            Self::Cloth => "cloth",
            Self::Dark => "dark",
            Self::White => "white",
            Self::Stone => "stone",
            Self::Lid => "scanner-lid",
        }
    }
}

/// Side of the texture in pixels; it repeats.
const SIDE: usize = 1024;
/// Pixels of the texture per millimeter: the texture repeats after 204.8 mm.
const DENSITY: f32 = 5.0;

/// A surface, drawn once for a picture.
pub struct Texture(Vec<[f32; 3]>);

/// Smooth noise that repeats after `period` cells; -1 to 1.
fn noise(x: f32, y: f32, period: (u32, u32), seed: u64) -> f32 {
    let (cx, cy) = (x.floor(), y.floor());
    let (fx, fy) = (x - cx, y - cy);
    let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
    let at = |dx: i64, dy: i64| {
        let ix = (cx as i64 + dx).rem_euclid(i64::from(period.0)) as u64;
        let iy = (cy as i64 + dy).rem_euclid(i64::from(period.1)) as u64;
        (mix(mix(seed) ^ (ix << 32 | iy)) >> 40) as f32 / (1u64 << 23) as f32 - 1.0
    };
    let (u, v) = (smooth(fx), smooth(fy));
    let top = at(0, 0) * (1.0 - u) + at(1, 0) * u;
    let low = at(0, 1) * (1.0 - u) + at(1, 1) * u;
    top * (1.0 - v) + low * v
}

/// Several octaves of this noise, with `cells` cells across the texture in each direction.
fn clouds(x: usize, y: usize, cells: (u32, u32), octaves: u32, seed: u64) -> f32 {
    let (u, v) = (x as f32 / SIDE as f32, y as f32 / SIDE as f32);
    (0..octaves)
        .map(|o| {
            let period = (cells.0 << o, cells.1 << o);
            noise(u * period.0 as f32, v * period.1 as f32, period, seed + u64::from(o)) / (1 << o) as f32
        })
        .sum()
}

/// Linear light of one point of a surface.
fn point(surface: Surface, x: usize, y: usize, seed: u64) -> [f32; 3] {
    let tint = |base: [f32; 3], k: f32| base.map(|v| (v * k).max(0.002));
    match surface {
        Surface::Wood => {
            let plank = y / 256;
            let grain = clouds(x, y, (3, 96), 5, seed + plank as u64 * 7);
            let rings = (clouds(x, y, (2, 12), 2, seed ^ 5) * 14.0).sin();
            let gap = if y % 256 < 4 { 0.35 } else { 1.0 };
            let shade = 1.0 + 0.28 * grain + 0.13 * rings + 0.1 * (plank as f32 * 2.1).sin();
            tint([0.150, 0.078, 0.036], shade * gap)
        }
        Surface::Cloth => {
            let weave = (x as f32 * std::f32::consts::TAU / 4.0).sin() * (y as f32 * std::f32::consts::TAU / 4.0).sin();
            let folds = clouds(x, y, (2, 3), 2, seed);
            tint([0.040, 0.075, 0.130], 1.0 + 0.3 * weave + 0.22 * folds + 0.2 * clouds(x, y, (256, 256), 1, seed))
        }
        Surface::Dark => tint([0.026, 0.027, 0.031], 1.0 + 0.25 * clouds(x, y, (6, 6), 4, seed)),
        Surface::White => tint([0.56, 0.55, 0.53], 1.0 + 0.035 * clouds(x, y, (5, 4), 5, seed)),
        Surface::Stone => {
            let specks = clouds(x, y, (150, 170), 3, seed);
            let shade = 1.0 + 0.3 * clouds(x, y, (6, 6), 4, seed) + if specks > 0.7 { 0.9 } else { 0.0 };
            tint([0.150, 0.152, 0.158], if specks < -0.8 { shade * 0.4 } else { shade })
        }
        Surface::Lid => tint([0.86, 0.86, 0.86], 1.0 + 0.004 * clouds(x, y, (8, 8), 3, seed)),
    }
}

impl Texture {
    /// Draws the surface.
    pub fn new(surface: Surface, seed: u64) -> Self {
        use rayon::prelude::*;
        let mut pixels = vec![[0.0; 3]; SIDE * SIDE];
        pixels.par_chunks_mut(SIDE).enumerate().for_each(|(y, row)| {
            for (x, p) in row.iter_mut().enumerate() {
                *p = point(surface, x, y, seed & 0xFFFF);
            }
        });
        Self(pixels)
    }

    /// Linear light at a point of the table, in millimeters.
    pub fn at(&self, x: f32, y: f32) -> [f32; 3] {
        let (px, py) = (x * DENSITY, y * DENSITY);
        let (fx, fy) = (px - px.floor(), py - py.floor());
        let wrap = |v: f32| (v.floor() as i64).rem_euclid(SIDE as i64) as usize;
        let (x0, y0) = (wrap(px), wrap(py));
        let (x1, y1) = ((x0 + 1) % SIDE, (y0 + 1) % SIDE);
        let (a, b) = (self.0[y0 * SIDE + x0], self.0[y0 * SIDE + x1]);
        let (c, d) = (self.0[y1 * SIDE + x0], self.0[y1 * SIDE + x1]);
        std::array::from_fn(|i| (a[i] * (1.0 - fx) + b[i] * fx) * (1.0 - fy) + (c[i] * (1.0 - fx) + d[i] * fx) * fy)
    }
}
