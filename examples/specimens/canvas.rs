//! A flat sheet of paper or plastic, drawn in millimeters: text, lines, areas and a neutral portrait.
//!
//! It knows nothing of documents or cameras. Everything is measured from the top left corner of the sheet.

use crate::fonts::{Face, Fonts};
use ab_glyph::{Font, PxScale, PxScaleFont, ScaleFont, point};
use image::{Rgb, RgbImage};
use precheck::geometry::Region;

/// A printed color.
pub type Ink = [u8; 3];

/// Black as it is printed.
pub const BLACK: Ink = [24, 24, 28];

/// How a line of text is set.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Typeface.
    pub face: Face,
    /// Type size in points, 1/72 inch.
    pub points: f32,
    /// Color.
    pub ink: Ink,
    /// Distance from letter to letter in millimeters; `None` for the typeface's own spacing.
    pub pitch: Option<f32>,
}

impl Style {
    /// Black text.
    pub const fn new(face: Face, points: f32) -> Self {
        Self { face, points, ink: BLACK, pitch: None }
    }

    /// In another color.
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// With a fixed pitch, in millimeters.
    pub const fn pitch(self, mm: f32) -> Self {
        Self { pitch: Some(mm), ..self }
    }
}

/// A sheet under the pen.
pub struct Canvas<'a> {
    /// The pixels.
    pub image: RgbImage,
    /// Pixels in a millimeter.
    pub px_per_mm: f32,
    /// Width in millimeters.
    pub width: f32,
    /// Height in millimeters.
    pub height: f32,
    /// The typefaces.
    pub fonts: &'a Fonts,
    /// Every line of text that was set, in order.
    pub printed: Vec<Printed>,
}

/// A line of text as it was set.
#[derive(Debug, Clone)]
pub struct Printed {
    /// What it says.
    pub text: String,
    /// Its box, in millimeters: as wide as its ink, and from the baseline up to the height of capitals.
    pub area: Region,
    /// The box of its ink, in millimeters.
    pub ink: Region,
}

/// Height of capitals as a share of the type size, about the same in all the typefaces.
const CAPITALS: f32 = 0.7;

impl<'a> Canvas<'a> {
    /// An empty sheet of one color.
    pub fn new(fonts: &'a Fonts, width: f32, height: f32, dpi: f32, paper: Ink) -> Self {
        let px_per_mm = dpi / 25.4;
        let image = RgbImage::from_pixel((width * px_per_mm) as u32, (height * px_per_mm) as u32, Rgb(paper));
        Self { image, px_per_mm, width, height, fonts, printed: Vec::new() }
    }

    /// Lays ink over one pixel; coordinates outside are ignored.
    fn blend(&mut self, x: i32, y: i32, ink: Ink, share: f32) {
        if x < 0 || y < 0 || x >= self.image.width() as i32 || y >= self.image.height() as i32 {
            return;
        }
        let share = share.clamp(0.0, 1.0);
        let pixel = self.image.get_pixel_mut(x as u32, y as u32);
        for (p, i) in pixel.0.iter_mut().zip(ink) {
            *p = (f32::from(*p) * (1.0 - share) + f32::from(i) * share + 0.5) as u8;
        }
    }

    /// Lays ink inside a box; a function of the place, in millimeters, gives the amount.
    pub fn shade(&mut self, area: Region, ink: Ink, share: impl Fn(f32, f32) -> f32) {
        let s = self.px_per_mm;
        for y in (area.top * s).floor() as i32..(area.bottom() * s).ceil() as i32 {
            for x in (area.left * s).floor() as i32..(area.right() * s).ceil() as i32 {
                let much = share((x as f32 + 0.5) / s, (y as f32 + 0.5) / s);
                if much > 0.0 {
                    self.blend(x, y, ink, much);
                }
            }
        }
    }

    /// A filled box.
    pub fn fill(&mut self, area: Region, ink: Ink) {
        let s = self.px_per_mm;
        self.shade(area, ink, |x, y| {
            let inside = (x - area.left).min(area.right() - x).min(y - area.top).min(area.bottom() - y);
            (inside * s + 0.5).clamp(0.0, 1.0)
        });
    }

    /// The outline of a box, `thick` millimeters thick.
    pub fn frame(&mut self, area: Region, thick: f32, ink: Ink) {
        let Region { left, top, width, height } = area;
        self.fill(Region::new(left, top, width, thick), ink);
        self.fill(Region::new(left, top + height - thick, width, thick), ink);
        self.fill(Region::new(left, top, thick, height), ink);
        self.fill(Region::new(left + width - thick, top, thick, height), ink);
    }

    /// A thin curve: `y` in millimeters for every `x`.
    pub fn curve(&mut self, left: f32, right: f32, thick: f32, ink: Ink, share: f32, y: impl Fn(f32) -> f32) {
        let s = self.px_per_mm;
        for px in (left * s) as i32..(right * s) as i32 {
            let at = y(px as f32 / s) * s;
            let half = thick * s / 2.0;
            for py in (at - half - 1.0).floor() as i32..=(at + half + 1.0).ceil() as i32 {
                let cover = (half + 0.5 - (py as f32 - at).abs()).clamp(0.0, 1.0);
                self.blend(px, py, ink, cover * share);
            }
        }
    }

    /// The face at its size, for one letter.
    fn scaled(&self, style: Style, c: char) -> PxScaleFont<&'a ab_glyph::FontVec> {
        let font = self.fonts.with_glyph(style.face, c);
        let em = style.points * 25.4 / 72.0 * self.px_per_mm;
        let scale = em * font.height_unscaled() / font.units_per_em().unwrap_or(1000.0);
        font.into_scaled(PxScale::from(scale))
    }

    /// Width of a line of text, in millimeters.
    pub fn measure(&self, style: Style, text: &str) -> f32 {
        text.chars().map(|c| self.advance(style, c)).sum::<f32>() / self.px_per_mm
    }

    /// How far the pen moves for one letter, in pixels.
    fn advance(&self, style: Style, c: char) -> f32 {
        let font = self.scaled(style, c);
        style.pitch.map_or_else(|| font.h_advance(font.glyph_id(c)), |mm| mm * self.px_per_mm)
    }

    /// Sets a line of text on a baseline; returns the box of its ink, in millimeters.
    pub fn text(&mut self, style: Style, x: f32, baseline: f32, text: &str) -> Region {
        let s = self.px_per_mm;
        let (mut pen, mut ink_box) = (x * s, None::<Region>);
        for c in text.chars() {
            let font = self.scaled(style, c);
            let id = font.glyph_id(c);
            let step = self.advance(style, c);
            let shift = style.pitch.map_or(0.0, |_| (step - font.h_advance(id)) / 2.0);
            let glyph = id.with_scale_and_position(font.scale, point(pen + shift, baseline * s));
            if let Some(outline) = font.outline_glyph(glyph) {
                let b = outline.px_bounds();
                let at = Region::new(b.min.x / s, b.min.y / s, b.width() / s, b.height() / s);
                ink_box = Some(ink_box.map_or(at, |r| r.union(at)));
                outline.draw(|gx, gy, cover| {
                    self.blend(b.min.x as i32 + gx as i32, b.min.y as i32 + gy as i32, style.ink, cover);
                });
            }
            pen += step;
        }
        if let Some(ink) = ink_box {
            let capitals = style.points * 25.4 / 72.0 * CAPITALS;
            let area = Region::new(ink.left, baseline - capitals, ink.width, capitals);
            self.printed.push(Printed { text: text.to_owned(), area, ink });
        }
        ink_box.unwrap_or(Region::new(x, baseline, 0.0, 0.0))
    }

    /// The same, ending at `right`.
    pub fn text_right(&mut self, style: Style, right: f32, baseline: f32, text: &str) -> Region {
        let x = right - self.measure(style, text);
        self.text(style, x, baseline, text)
    }

    /// The same, around `middle`.
    pub fn text_centered(&mut self, style: Style, middle: f32, baseline: f32, text: &str) -> Region {
        let x = middle - self.measure(style, text) / 2.0;
        self.text(style, x, baseline, text)
    }

    /// Waves of thin lines, as in security printing.
    pub fn guilloche(&mut self, area: Region, ink: Ink, share: f32, phase: f32) {
        let rows = (area.height / 1.1) as usize;
        for row in 0..rows {
            let base = area.top + (row as f32 + 0.5) * area.height / rows as f32;
            let lag = row as f32 * 0.37 + phase;
            self.curve(area.left, area.right(), 0.09, ink, share, |x| {
                base + 1.9 * (x * 0.16 + lag).sin() + 0.8 * (x * 0.41 - lag * 1.7).sin()
            });
        }
    }

    /// A rosette of closed curves around a point.
    pub fn rosette(&mut self, cx: f32, cy: f32, radius: f32, ink: Ink, share: f32) {
        let s = self.px_per_mm;
        for ring in 0..9u8 {
            let (turn, steps) = (f32::from(ring) * 0.35, (radius * s * 9.0) as i32);
            for i in 0..steps {
                let t = i as f32 / steps as f32 * std::f32::consts::TAU;
                let r = radius * (0.62 + 0.36 * (t * 6.0 + turn).sin());
                self.blend(((cx + r * t.cos()) * s) as i32, ((cy + r * t.sin()) * s) as i32, ink, share);
            }
        }
    }

    /// A neutral figure in front of a light background, not the picture of a real person. `tone` is the color of the
    /// skin.
    pub fn portrait(&mut self, area: Region, tone: Ink, hair: Ink) {
        let Region { left, top, width: w, height: h } = area;
        let soft = 0.5 / (w * self.px_per_mm);
        self.shade(area, [206, 213, 221], |_, y| 0.75 + 0.25 * (y - top) / h);
        let ellipse = move |cx: f32, cy: f32, rx: f32, ry: f32| {
            move |x: f32, y: f32| {
                let d = ((((x - left) / w - cx) / rx).powi(2) + (((y - top) / w - cy) / ry).powi(2)).sqrt();
                ((1.0 - d) * rx / soft * 0.5 + 0.5).clamp(0.0, 1.0)
            }
        };
        let tall = h / w;
        self.shade(area, hair, ellipse(0.5, 0.52, 0.265, 0.335));
        self.shade(area, [58, 66, 84], ellipse(0.5, tall + 0.16, 0.46, 0.42));
        self.shade(area, tone.map(|v| (f32::from(v) * 0.82) as u8), ellipse(0.5, 0.86, 0.105, 0.2));
        self.shade(area, tone, ellipse(0.5, 0.57, 0.215, 0.285));
        let fringe = ellipse(0.5, 0.36, 0.25, 0.14);
        self.shade(area, hair, fringe);
        let dark = tone.map(|v| (f32::from(v) * 0.45) as u8);
        for side in [-1.0f32, 1.0] {
            let eye = ellipse(0.5 + side * 0.085, 0.555, 0.034, 0.014);
            let brow = ellipse(0.5 + side * 0.087, 0.51, 0.05, 0.011);
            self.shade(area, dark, move |x, y| eye(x, y) * 0.8);
            self.shade(area, hair, move |x, y| brow(x, y) * 0.7);
        }
        let (nose, mouth) = (ellipse(0.505, 0.645, 0.026, 0.02), ellipse(0.5, 0.725, 0.066, 0.015));
        self.shade(area, dark, move |x, y| nose(x, y) * 0.35);
        self.shade(area, [150, 82, 80], move |x, y| mouth(x, y) * 0.6);
        // light from the left: the right side of the picture is a little darker
        self.shade(area, [20, 20, 30], move |x, _| (((x - left) / w - 0.45) * 0.35).clamp(0.0, 0.22));
    }

    /// Fine fibres and unevenness of paper, deterministic in place.
    pub fn grain(&mut self, seed: u64, depth: f32) {
        let width = u64::from(self.image.width());
        for (i, pixel) in self.image.pixels_mut().enumerate() {
            let (x, y) = (i as u64 % width, i as u64 / width);
            let n = crate::rng::mix((x / 2) << 32 ^ (y / 2) ^ seed) >> 40;
            let d = (n as f32 / (1u64 << 24) as f32 - 0.5) * depth;
            for v in &mut pixel.0 {
                *v = (f32::from(*v) + d).clamp(0.0, 255.0) as u8;
            }
        }
    }
}
