//! Difficult grounds for a document, drawn as very large sheets below it: plaid, carpet, planks, granite, tiles, a
//! printed page, a cluttered desk.
//!
//! They are not documents and never appear in the truth. Their purpose is to have patterns with edges and print of
//! their own.

use crate::canvas::{Canvas, Ink, Style};
use crate::documents::Sheet;
use crate::fonts::{Face, Fonts};
use crate::rng::{Rng, mix};
use image::Rgb;
use precheck::geometry::Region;

/// A kind of ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A table cloth with crossing stripes.
    Plaid,
    /// A carpet with coarse tufts and a pattern.
    Carpet,
    /// Light parquet: planks about as bright as paper.
    Parquet,
    /// Granite with large light and dark grains.
    Granite,
    /// Square tiles with joints.
    Tiles,
    /// A newspaper.
    Print,
    /// A desk with pens, notes, a keyboard.
    Clutter,
    /// An even table of any brightness.
    Even,
}

/// All of them.
pub const GROUNDS: [Ground; 8] = [
    Ground::Plaid,
    Ground::Carpet,
    Ground::Parquet,
    Ground::Granite,
    Ground::Tiles,
    Ground::Print,
    Ground::Clutter,
    Ground::Even,
];

impl Ground {
    /// Its word in the truth.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plaid => "plaid",
            Self::Carpet => "carpet",
            Self::Parquet => "parquet",
            Self::Granite => "granite",
            Self::Tiles => "tiles",
            Self::Print => "print",
            Self::Clutter => "clutter",
            Self::Even => "even",
        }
    }
}

/// Draws a ground, `side` millimeters wide and high.
pub fn draw<'a>(ground: Ground, fonts: &'a Fonts, side: f32, rng: &mut Rng) -> Sheet<'a> {
    let mut sheet = Sheet::new(fonts, "ground", (side, side), 56.0, [128, 128, 128]);
    let seed = rng.next();
    let canvas = &mut sheet.canvas;
    match ground {
        Ground::Plaid => plaid(canvas, rng),
        Ground::Carpet => carpet(canvas, rng, seed),
        Ground::Parquet => parquet(canvas, rng, seed),
        Ground::Granite => granite(canvas, rng, seed),
        Ground::Tiles => tiles(canvas, rng, seed),
        Ground::Print => print(canvas, rng),
        Ground::Clutter => clutter(canvas, rng, seed),
        Ground::Even => {
            let v = rng.range(30.0, 235.0);
            paint(canvas, |x, y| tinted([v, v * 0.97, v * 0.93], 1.0 + 0.03 * waves(x, y, seed)));
        }
    }
    sheet
}

fn tinted(base: [f32; 3], by: f32) -> Ink {
    base.map(|v| (v * by).clamp(2.0, 252.0) as u8)
}

/// Colors every pixel by its place in millimeters.
fn paint(canvas: &mut Canvas<'_>, ink: impl Fn(f32, f32) -> Ink) {
    let s = canvas.px_per_mm;
    for (x, y, pixel) in canvas.image.enumerate_pixels_mut() {
        *pixel = Rgb(ink(x as f32 / s, y as f32 / s));
    }
}

/// Noise by place, constant in cells of `cell` millimeters; -1 to 1.
fn grain(x: f32, y: f32, cell: f32, seed: u64) -> f32 {
    let (i, j) = ((x / cell) as u64, (y / cell) as u64);
    (mix(i << 32 ^ j ^ seed) >> 40) as f32 / (1u64 << 23) as f32 - 1.0
}

/// The same, smooth between the cells.
fn smooth(x: f32, y: f32, cell: f32, seed: u64) -> f32 {
    let (u, v) = ((x / cell).fract(), (y / cell).fract());
    let at = |dx: f32, dy: f32| grain(x + dx * cell, y + dy * cell, cell, seed);
    let top = at(0.0, 0.0) * (1.0 - u) + at(1.0, 0.0) * u;
    let low = at(0.0, 1.0) * (1.0 - u) + at(1.0, 1.0) * u;
    top * (1.0 - v) + low * v
}

/// Slow changes over the table.
fn waves(x: f32, y: f32, seed: u64) -> f32 {
    0.7 * smooth(x, y, 60.0, seed) + 0.3 * smooth(x, y, 13.0, seed ^ 1)
}

fn color(rng: &mut Rng, low: f32, high: f32) -> [f32; 3] {
    std::array::from_fn(|_| rng.range(low, high))
}

fn plaid(canvas: &mut Canvas<'_>, rng: &mut Rng) {
    let (base, stripe) = (color(rng, 30.0, 210.0), color(rng, 30.0, 230.0));
    let (period, wide, thin) = (rng.range(18.0, 55.0), rng.range(0.2, 0.5), rng.range(0.03, 0.08));
    let part = |t: f32| {
        let u = (t / period).fract();
        f32::from(u < wide) * 0.5 + f32::from((0.7..0.7 + thin).contains(&u)) * 0.4
    };
    paint(canvas, |x, y| {
        let share = (part(x) + part(y)).min(1.0);
        let thread = 1.0 + 0.05 * (x * 9.0).sin() * (y * 9.0).sin();
        tinted(std::array::from_fn(|i| base[i] * (1.0 - share) + stripe[i] * share), thread)
    });
}

fn carpet(canvas: &mut Canvas<'_>, rng: &mut Rng, seed: u64) {
    let (base, figure) = (color(rng, 40.0, 170.0), color(rng, 40.0, 190.0));
    let period = rng.range(40.0, 90.0);
    paint(canvas, |x, y| {
        let (u, v) = ((x / period).fract() - 0.5, (y / period).fract() - 0.5);
        let inside = (u.abs() + v.abs() < 0.32) != (u.hypot(v) < 0.14);
        let tuft = 1.0 + 0.3 * smooth(x, y, 1.6, seed) + 0.15 * smooth(x, y, 5.0, seed ^ 2);
        tinted(if inside { figure } else { base }, tuft)
    });
}

fn parquet(canvas: &mut Canvas<'_>, rng: &mut Rng, seed: u64) {
    let base = [rng.range(150.0, 215.0), rng.range(125.0, 175.0), rng.range(85.0, 130.0)];
    let (wide, long) = (rng.range(45.0, 90.0), rng.range(220.0, 420.0));
    paint(canvas, |x, y| {
        let row = (y / wide).floor();
        let along = x + 137.0 * row;
        let plank = mix((row as u64) << 20 ^ (along / long) as u64 ^ seed) % 100;
        let gap = (y / wide).fract() * wide < 0.8 || (along / long).fract() * long < 0.8;
        let fibre = 0.08 * smooth(along / 18.0, y, 0.9, seed ^ row as u64) + 0.06 * smooth(along / 9.0, y, 3.0, seed);
        tinted(base, (0.88 + 0.0022 * plank as f32 + fibre) * if gap { 0.55 } else { 1.0 })
    });
}

fn granite(canvas: &mut Canvas<'_>, rng: &mut Rng, seed: u64) {
    let base = rng.range(70.0, 170.0);
    let depth = rng.range(0.25, 0.6);
    paint(canvas, |x, y| {
        let g = 0.5 * smooth(x, y, 2.6, seed) + 0.5 * smooth(x, y, 1.1, seed ^ 1) + 0.3 * smooth(x, y, 9.0, seed ^ 2);
        tinted([base, base * 0.99, base * 0.97], 1.0 + depth * 1.6 * g)
    });
}

fn tiles(canvas: &mut Canvas<'_>, rng: &mut Rng, seed: u64) {
    let (base, joint) = (color(rng, 110.0, 225.0), rng.range(0.5, 1.25));
    let (side, turn) = (rng.range(60.0, 160.0), rng.range(-0.3, 0.3));
    let (s, c) = turn.sin_cos();
    paint(canvas, |x, y| {
        let (u, v) = (c * x + s * y + 500.0, c * y - s * x + 500.0);
        let at_joint = (u / side).fract() * side < 2.5 || (v / side).fract() * side < 2.5;
        let tile = mix(((u / side) as u64) << 20 ^ (v / side) as u64 ^ seed) % 100;
        let shade = 0.93 + 0.0012 * tile as f32 + 0.04 * waves(x, y, seed);
        tinted(base, if at_joint { shade * joint } else { shade })
    });
}

/// Columns of filler text.
fn print(canvas: &mut Canvas<'_>, rng: &mut Rng) {
    let (side, paper) = (canvas.width, rng.range(195.0, 240.0));
    paint(canvas, |_, _| tinted([paper, paper * 0.98, paper * 0.93], 1.0));
    let style = Style::new(Face::Serif, rng.range(9.0, 15.0));
    let words = ["Lorem", "ipsum", "dolor", "sit", "amet", "consetetur", "sadipscing", "elitr", "sed", "diam"];
    let lead = style.points * 0.42;
    let mut column = 8.0;
    while column < side - 70.0 {
        let mut y = 10.0;
        while y < side - 5.0 {
            let text: Vec<&str> = (0..6).map(|_| *rng.pick(&words)).collect();
            let heading = rng.below(30) == 0;
            let style =
                if heading { Style { face: Face::SerifBold, points: style.points * 2.0, ..style } } else { style };
            canvas.text(style, column, y, &text[..if heading { 3 } else { 6 }].join(" "));
            y += if heading { lead * 2.2 } else { lead };
        }
        column += style.points * 9.0;
    }
}

/// Pens, notes, keys, a mat, all on a plain desk.
fn clutter(canvas: &mut Canvas<'_>, rng: &mut Rng, seed: u64) {
    let (side, base) = (canvas.width, color(rng, 40.0, 190.0));
    paint(canvas, |x, y| tinted(base, 1.0 + 0.06 * waves(x, y, seed) + 0.03 * smooth(x, y, 2.0, seed)));
    for _ in 0..70 {
        let (x, y) = (rng.range(0.0, side), rng.range(0.0, side));
        let ink = color(rng, 10.0, 240.0).map(|v| v as u8);
        match rng.below(4) {
            0 => {
                let (dx, dy) = (rng.range(-70.0, 70.0), rng.range(0.1, 0.6));
                canvas.curve(x.min(x + dx), x.max(x + dx), rng.range(3.0, 9.0), ink, 1.0, |at| y + (at - x) * dy);
            }
            1 => canvas.fill(Region::new(x, y, rng.range(8.0, 90.0), rng.range(8.0, 70.0)), ink),
            2 => {
                let radius = rng.range(6.0, 30.0);
                let area = Region::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
                canvas.shade(area, ink, |u, v| f32::from((u - x).hypot(v - y) < radius));
            }
            _ => {
                for key in 0..12u8 {
                    let (i, j) = (f32::from(key % 6), f32::from(key / 6));
                    canvas.fill(Region::new(x + 19.0 * i, y + 19.0 * j, 16.0, 16.0), [38, 38, 42]);
                }
            }
        }
    }
}
