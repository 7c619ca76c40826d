//! The ladders: each has one defect, from none to far too much, with its amount as a physical number.
//!
//! Only this file defines from which step on a picture is bad, and up to which step it is fine. In between, a picture
//! is mild and counts neither for nor against a finding.

use crate::camera::light::{Glare, Shadow};
use crate::camera::optics::{Blur, Motion};
use crate::camera::screen::Screen;
use crate::camera::surface::Surface;
use crate::camera::{Finger, Placed, Shot};
use crate::documents::Sheet;
use crate::recipes::{self, Subject};
use crate::rng::Rng;

/// One ladder.
pub struct Ladder {
    /// Name of the defect; in the rows, the camera's parameter has the same name.
    pub name: &'static str,
    /// The finding that must report it; `None` for good pictures.
    pub finding: Option<&'static str>,
    /// The amounts.
    pub steps: &'static [f32],
    /// From this amount on, pictures are mild, until they are bad.
    pub mild: f32,
    /// From this amount on, pictures are bad. If it is less than `mild`, smaller amounts are worse.
    pub bad: f32,
}

const fn ladder(name: &'static str, finding: &'static str, steps: &'static [f32], mild: f32, bad: f32) -> Ladder {
    Ladder { name, finding: Some(finding), steps, mild, bad }
}

/// All of them. Units: blur and motion in x-heights, light in stops, light lost in shares, text in pixels of x-height,
/// screens by the depth of their pattern, print by the share of its ink, angles in degrees. For the finding of turned
/// pictures, the upright ones of this ladder are the good pictures, because the other good pictures are not read.
pub const LADDERS: [Ladder; 21] = [
    Ladder { name: "clean", finding: None, steps: &[0.0; 10], mild: 1.0, bad: 1.0 },
    Ladder { name: "clean-scan", finding: None, steps: &[0.0; 6], mild: 1.0, bad: 1.0 },
    ladder("defocus", "blurry", &[0.06, 0.12, 0.2, 0.28, 0.36, 0.45, 0.6], 0.1, 0.3),
    ladder("motion", "blurry", &[0.3, 0.6, 1.1, 1.4, 1.7, 2.1], 0.35, 1.1),
    ladder("dark", "too-dark", &[0.7, 1.3, 2.3, 2.8, 3.3, 4.0, 5.0, 6.0], 0.9, 2.3),
    ladder("bright", "too-bright", &[0.4, 0.9, 1.9, 2.3, 2.7, 3.1], 0.5, 1.9),
    ladder("glare", "glare", &[0.3, 0.6, 1.0, 1.2, 1.4, 1.7], 0.2, 1.0),
    ladder("shadow", "uneven-light", &[0.1, 0.3, 0.5, 0.68, 0.75, 0.82], 0.12, 0.66),
    ladder("falling-light", "uneven-light", &[0.25, 0.5, 1.0, 1.2, 1.4], 0.3, 9.0),
    ladder("noise", "noisy", &[0.05, 0.12, 0.3, 0.45, 0.6, 0.85], 0.1, 0.45),
    ladder("jpeg", "noisy", &[60.0, 30.0, 15.0, 8.0, 6.0, 4.0], 35.0, 8.0),
    ladder("small", "text-too-small", &[14.0, 10.0, 7.0, 5.5, 5.0, 4.0, 3.2], 11.0, 5.5),
    ladder("cut", "cut-off", &[-0.03, 0.02, 0.05, 0.09, 0.14, 0.2, 0.27, 0.34], 0.0, 0.03),
    ladder("finger", "covered", &[0.2, 0.5, 0.7, 0.9, 1.0], 0.1, 0.5),
    ladder("tilt", "tilted", &[6.0, 14.0, 20.0, 30.0, 34.0, 38.0, 43.0], 13.0, 30.0),
    ladder("screen", "photo-of-screen", &[0.08, 0.2, 0.35, 0.5, 0.65], 0.05, 0.3),
    ladder("copy", "photocopy", &[1.0; 4], 0.5, 0.9),
    ladder("copy-photo", "photocopy", &[1.0; 4], 0.5, 0.9),
    ladder("faint", "faint", &[0.6, 0.4, 0.22, 0.18, 0.14, 0.1], 0.5, 0.22),
    ladder("pen", "written-on", &[1.0, 2.0, 3.0, 3.0, 3.0], 0.5, 1.0),
    ladder("turned", "sideways", &[0.0, 0.0, 0.0, 90.0, 180.0, 270.0], 1.0, 1.0),
];

impl Ladder {
    /// `bad`, `mild` or nothing for an amount.
    pub fn grade(&self, amount: f32) -> Option<&'static str> {
        let worse = |than: f32| if self.bad >= self.mild { amount >= than } else { amount <= than };
        self.finding?;
        if worse(self.bad) {
            Some("bad")
        } else if worse(self.mild) {
            Some("mild")
        } else {
            None
        }
    }
}

/// What is drawn on the sheets before they are photographed.
pub fn draw_over(name: &str, amount: f32, sheet: &mut Sheet<'_>, rng: &mut Rng) {
    match name {
        "copy" | "copy-photo" => {
            recipes::copied(sheet);
            toner(sheet, rng);
        }
        "faint" => {
            for v in sheet.canvas.image.as_mut() {
                *v = 252 - ((252.0 - f32::from(*v).min(252.0)) * amount) as u8;
            }
        }
        "pen" => strokes(sheet, amount as u8, rng),
        _ => {}
    }
}

/// Draws specks of toner where nothing is printed.
fn toner(sheet: &mut Sheet<'_>, rng: &mut Rng) {
    let (w, h) = sheet.canvas.image.dimensions();
    for _ in 0..(w * h) / 9000 {
        let (x, y) = (rng.below(w as usize) as u32, rng.below(h as usize) as u32);
        sheet.canvas.image.get_pixel_mut(x, y).0 = [60; 3];
    }
}

/// Draws waves, loops and crossings-out in pen inks, over whatever is printed.
fn strokes(sheet: &mut Sheet<'_>, count: u8, rng: &mut Rng) {
    let (w, h) = (sheet.canvas.width, sheet.canvas.height);
    let ink = *rng.pick(&[[28, 40, 132], [170, 24, 32], [20, 60, 150]]);
    let thick = rng.range(0.5, 0.8) * (w / 100.0).clamp(1.0, 1.5);
    for line in 0..count {
        let left = w * rng.range(0.1, 0.4);
        let middle = h * (0.3 + 0.2 * f32::from(line) + rng.range(-0.05, 0.05));
        let (swing, lag) = (h * rng.range(0.012, 0.05), rng.range(0.0, 6.0));
        let (slope, speed) = (rng.range(-0.12, 0.12), rng.range(14.0, 40.0) / w);
        sheet.canvas.curve(left, left + w * rng.range(0.3, 0.5), thick, ink, 0.9, |x| {
            middle + slope * (x - left) + swing * ((x * speed + lag).sin() + 0.5 * (x * speed * 2.3).cos())
        });
    }
}

/// The picture of a step.
pub fn shot(name: &str, amount: f32, subject: Subject, placed: &[Placed<'_>], rng: &mut Rng) -> Shot {
    let mut shot = recipes::careful(subject, placed, rng);
    if let "clean-scan" | "copy" = name {
        shot = recipes::scanned(placed, rng);
        let share = (2200.0 / shot.frame.0.max(shot.frame.1) as f32).min(1.0);
        shot.frame = ((shot.frame.0 as f32 * share) as u32, (shot.frame.1 as f32 * share) as u32);
        shot.pose.dpi = shot.pose.dpi.map(|d| d * share);
        return shot;
    }
    let x = recipes::x_height_px(&shot, placed);
    match name {
        "defocus" => {
            let sigma = x * amount;
            shot.blur = if rng.below(2) == 0 { Blur::Disc(2.0 * sigma) } else { Blur::Gauss(sigma) };
        }
        "motion" => shot.motion = Some(Motion { length: x * amount, angle: rng.range(0.0, 180.0) }),
        "dark" => (shot.stops, shot.noise) = (-amount, 0.02 + 0.03 * amount),
        "bright" => shot.stops = amount,
        "noise" => (shot.noise, shot.stops) = (amount, -0.6),
        "jpeg" => shot.jpeg_quality = amount as u8,
        "small" => shot.pose.fill *= amount / x,
        "tilt" => {
            shot.pose.tilt = amount;
            shot.pose.fill *= 0.85;
        }
        "screen" => {
            shot.screen = Some(Screen { pitch: rng.range(0.09, 0.27), depth: amount, turn: rng.range(-8.0, 8.0) });
            shot.surface = Surface::Dark;
        }
        "falling-light" => shot.falloff = amount,
        _ => place(name, amount, &mut shot, placed, rng),
    }
    shot
}

/// Adds the defects that have a place.
fn place(name: &str, amount: f32, shot: &mut Shot, placed: &[Placed<'_>], rng: &mut Rng) {
    let Some(first) = placed.first() else { return };
    match name {
        "glare" => {
            let Glare { at, radius, angle, .. } = recipes::glare_on_name(first, rng);
            shot.glares.push(Glare { at, radius, angle, strength: amount });
        }
        "shadow" => {
            let through = (rng.range(0.4, 0.6), rng.range(0.4, 0.6));
            let (toward, edge) = (rng.range(0.0, 360.0), rng.range(0.02, 0.15));
            shot.shadows.push(Shadow { through, toward, edge, depth: amount });
        }
        "cut" => cut(amount, shot, placed, rng),
        "finger" => finger(amount, shot, first, placed, rng),
        _ => {}
    }
}

/// Moves the frame so that this share of the document's width or height is outside.
fn cut(amount: f32, shot: &mut Shot, placed: &[Placed<'_>], rng: &mut Rng) {
    let area = crate::camera::pose::covered(placed);
    let ppm = shot.pose.homography(shot.frame, placed).px_per_mm((area.center().x, area.center().y));
    let (along, side) = (rng.below(2) == 0, if rng.below(2) == 0 { 1.0 } else { -1.0 });
    let (frame, length) = if along { (shot.frame.0, area.width) } else { (shot.frame.1, area.height) };
    let spans = length * ppm / frame as f32;
    let shift = side * (0.5 - spans / 2.0 + amount * spans);
    shot.pose.shift = if along { (shift, 0.0) } else { (0.0, shift) };
}

/// Adds a finger from the near edge of the frame that reaches this share of the way to the name.
fn finger(amount: f32, shot: &mut Shot, first: &Placed<'_>, placed: &[Placed<'_>], rng: &mut Rng) {
    let sheet = first.sheet;
    let name = sheet.name_area().or_else(|| sheet.area_of("mrz")).map(precheck::geometry::Region::center);
    let (w, h) = (sheet.canvas.width, sheet.canvas.height);
    let (x, y) = name.map_or((w / 2.0, h / 2.0), |p| (p.x, p.y));
    let map = shot.pose.homography(shot.frame, placed);
    let edge = if y > h / 2.0 { h } else { 0.0 };
    let at = map.map(first.to_table(x, edge + (y - edge) * amount));
    let share = |p: (f32, f32)| (p.0 / shot.frame.0 as f32, p.1 / shot.frame.1 as f32);
    let tip = share(at);
    let root = (tip.0 + rng.range(-0.2, 0.2), if edge > 0.0 { 1.3 } else { -0.3 });
    let radius = map.px_per_mm(first.center) * 8.0 / shot.frame.0.max(shot.frame.1) as f32;
    shot.fingers.push(Finger { tip, root, radius });
}
