//! The light from the table: surface, documents with their edges and contact shadows, light falloff, shadows, fingers.

use super::light::{linear, shadow_at};
use super::pose::Homography;
use super::surface::Texture;
use super::{Placed, Shot};
use image::RgbImage;
use rayon::prelude::*;

/// Light that reaches the sensor, linear; 1 is where it saturates.
pub struct Frame {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Red, green, blue, row by row.
    pub data: Vec<[f32; 3]>,
}

/// Light that white paper sends to the sensor at the correct exposure.
const PAPER_LIGHT: f32 = 0.80;
/// How far the contact shadow at a document's edge reaches, in millimeters.
const CONTACT_REACH: f32 = 1.6;

/// A document ready to be sampled: scaled down to about the resolution at which the camera sees it.
struct Sampled<'s> {
    placed: &'s Placed<'s>,
    image: RgbImage,
    px_per_mm: f32,
    sin_cos: (f32, f32),
}

impl<'s> Sampled<'s> {
    fn new(placed: &'s Placed<'s>, h: &Homography) -> Self {
        let canvas = &placed.sheet.canvas;
        let seen = h.px_per_mm(placed.center) * 1.1;
        let sin_cos = placed.angle.to_radians().sin_cos();
        if canvas.px_per_mm <= seen * 1.2 {
            return Self { placed, image: canvas.image.clone(), px_per_mm: canvas.px_per_mm, sin_cos };
        }
        let (w, ht) = ((canvas.width * seen) as u32, (canvas.height * seen) as u32);
        let filter = image::imageops::FilterType::Triangle;
        let image = image::imageops::resize(&canvas.image, w.max(1), ht.max(1), filter);
        Self { placed, image, px_per_mm: seen, sin_cos }
    }

    /// From the table to millimeters of the sheet.
    fn local(&self, x: f32, y: f32) -> (f32, f32) {
        let (s, c) = self.sin_cos;
        let (dx, dy) = (x - self.placed.center.0, y - self.placed.center.1);
        let canvas = &self.placed.sheet.canvas;
        (c * dx + s * dy + canvas.width / 2.0, c * dy - s * dx + canvas.height / 2.0)
    }

    /// Distance to the outline in millimeters, negative inside.
    fn outside(&self, x: f32, y: f32) -> f32 {
        let canvas = &self.placed.sheet.canvas;
        let r = self.placed.sheet.corner;
        let (hx, hy) = (canvas.width / 2.0, canvas.height / 2.0);
        let (qx, qy) = ((x - hx).abs() - hx + r, (y - hy).abs() - hy + r);
        qx.max(0.0).hypot(qy.max(0.0)) + qx.max(qy).min(0.0) - r
    }

    /// Linear reflectance at a point of the sheet.
    fn paper(&self, x: f32, y: f32, to_linear: &[f32; 256]) -> [f32; 3] {
        let (w, h) = self.image.dimensions();
        let (px, py) = ((x * self.px_per_mm - 0.5).max(0.0), (y * self.px_per_mm - 0.5).max(0.0));
        let (x0, y0) = ((px as u32).min(w - 1), (py as u32).min(h - 1));
        let (x1, y1) = ((x0 + 1).min(w - 1), (y0 + 1).min(h - 1));
        let (fx, fy) = (px - px.floor(), py - py.floor());
        let raw = self.image.as_raw();
        let at = |x: u32, y: u32, i: usize| to_linear[usize::from(raw[(y * w + x) as usize * 3 + i])];
        std::array::from_fn(|i| {
            let top = at(x0, y0, i) * (1.0 - fx) + at(x1, y0, i) * fx;
            let low = at(x0, y1, i) * (1.0 - fx) + at(x1, y1, i) * fx;
            top * (1.0 - fy) + low * fy
        })
    }
}

/// Samples the table for every pixel.
pub fn compose(shot: &Shot, placed: &[Placed<'_>], h: &Homography) -> Frame {
    let (width, height) = (shot.frame.0 as usize, shot.frame.1 as usize);
    let documents: Vec<Sampled<'_>> = placed.iter().map(|p| Sampled::new(p, h)).collect();
    let texture = Texture::new(shot.surface, shot.seed);
    let (back, to_linear) = (h.inverse(), linear());
    let ppm = placed.first().map_or(1.0, |p| h.px_per_mm(p.center));
    let mut data = vec![[0.0f32; 3]; width * height];
    let scanned = shot.capture == "scan";
    data.par_chunks_mut(width).enumerate().for_each(|(y, row)| {
        for (x, out) in row.iter_mut().enumerate() {
            let at = (x as f32 + 0.5, y as f32 + 0.5);
            let (tx, ty) = back.map(at);
            let mut color = texture.at(tx, ty);
            for d in &documents {
                let (lx, ly) = d.local(tx, ty);
                let out_by = d.outside(lx, ly);
                let cover = (0.5 - out_by * ppm).clamp(0.0, 1.0);
                if cover < 1.0 && out_by < 4.0 * CONTACT_REACH {
                    let depth = if scanned { 0.25 } else { 0.5 };
                    let cast = d.outside(lx - 0.5, ly - 0.7).max(0.0);
                    color = color.map(|v| v * (1.0 - depth * (-cast / CONTACT_REACH).exp()));
                }
                if cover > 0.0 {
                    let mut paper = d.paper(lx, ly, &to_linear);
                    if let Some(screen) = &shot.screen {
                        let through = screen.at((lx, ly), 1.0 / ppm);
                        paper = std::array::from_fn(|i| paper[i] * through[i]);
                    }
                    color = std::array::from_fn(|i| color[i] * (1.0 - cover) + paper[i] * cover);
                }
            }
            let share = (at.0 / width as f32, at.1 / height as f32);
            let light = PAPER_LIGHT * falling(shot, share) * shadow_at(&shot.shadows, share);
            let warm = [1.0 + shot.warmth, 1.0, 1.0 - 1.4 * shot.warmth];
            *out = std::array::from_fn(|i| color[i] * light * warm[i]);
        }
    });
    Frame { width, height, data }
}

/// Light at a place of the frame: it falls from the left top to the right bottom, and toward the corners.
fn falling(shot: &Shot, (u, v): (f32, f32)) -> f32 {
    let slope = 1.0 + shot.falloff * (0.5 - 0.6 * u - 0.4 * v);
    let corner = if shot.capture == "scan" { 0.0 } else { 0.10 };
    slope * (1.0 - corner * 2.0 * ((u - 0.5).powi(2) + (v - 0.5).powi(2)))
}

/// Light and dark skin tones, as factors of the lightest one.
const SKIN_TONES: [f32; 3] = [1.0, 0.7, 0.42];

/// Lays fingers over the picture: rounded bars of skin with a nail, darker toward their sides.
pub fn lay_fingers(frame: &mut Frame, shot: &Shot) {
    let (w, h) = (frame.width as f32, frame.height as f32);
    let tone = SKIN_TONES[(shot.seed % SKIN_TONES.len() as u64) as usize];
    for finger in &shot.fingers {
        let (tip, root) = ((finger.tip.0 * w, finger.tip.1 * h), (finger.root.0 * w, finger.root.1 * h));
        let radius = finger.radius * w.max(h);
        let (dx, dy) = (root.0 - tip.0, root.1 - tip.1);
        let length = dx.hypot(dy).max(1.0);
        let (dx, dy) = (dx / length, dy / length);
        frame.data.par_chunks_mut(frame.width).enumerate().for_each(|(y, row)| {
            for (x, out) in row.iter_mut().enumerate() {
                let (px, py) = (x as f32 - tip.0, y as f32 - tip.1);
                let (along, across) = (px * dx + py * dy, py * dx - px * dy);
                let beyond = (along - radius).min(0.0);
                let d = across.hypot(beyond) / radius;
                if d > 1.25 {
                    continue;
                }
                let nail = (across / (0.52 * radius)).hypot((along - 0.75 * radius) / (0.62 * radius)) < 1.0;
                let skin = if nail { [0.62, 0.40, 0.34] } else { [0.50, 0.27, 0.18] }.map(|v: f32| v * tone);
                let shade = 0.80 * (1.0 - 0.55 * d * d).max(0.2);
                let cover = ((1.0 - d) * radius / 2.0 + 0.5).clamp(0.0, 1.0);
                let under = 1.0 - 0.55 * ((1.25 - d) / 0.25).clamp(0.0, 1.0);
                *out = std::array::from_fn(|i| out[i] * under * (1.0 - cover) + skin[i] * shade * cover);
            }
        });
    }
}
