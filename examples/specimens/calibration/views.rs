//! The pictures of the documentation: what was measured, drawn over the photograph, and legibility against blur.
//!
//! They are made from the same scenes and rows as the figures; nothing in them is drawn by hand.

use super::ladders;
use super::picture::{Bench, Row, jpeg};
use super::{AS_OF, JUDGING, is_large};
use crate::canvas::{BLACK, Canvas, Ink, Style};
use crate::fonts::{Face, Fonts};
use crate::people;
use crate::recipes::{self, Subject, draw};
use crate::rng::Rng;
use image::imageops::{FilterType, crop_imm, resize};
use image::{Rgb, RgbImage};
use precheck::geometry::{Point, Quad, Region};
use precheck::quality::Quality;
use std::error::Error;
use std::path::Path;

/// Width of the photographs in pixels, and their JPEG quality: small enough to keep them beside the text.
const WIDTH: u32 = 860;
const JPEG_QUALITY: u8 = 72;
/// Seed of the two scenes.
const SEED: u64 = 41;

/// Writes all of them.
pub fn write(out: &Path, fonts: &Fonts, rows: &[&Row]) -> Result<(), Box<dyn Error>> {
    let blurred = scene(fonts, "defocus", 0.2, Subject::NationalFront)?;
    std::fs::write(out.join("quality-blur.jpg"), blur_map(&blurred)?)?;
    let lit = scene(fonts, "glare", 1.3, Subject::Voter)?;
    std::fs::write(out.join("quality-glare.jpg"), glare_mask(&lit)?)?;
    curve(fonts, rows).image.save(out.join("quality-legibility.png"))?;
    Ok(())
}

/// A photograph, what was measured in it, and the document in it.
struct Scene {
    picture: RgbImage,
    quality: Quality,
    around: Region,
}

fn scene(fonts: &Fonts, ladder: &str, amount: f32, subject: Subject) -> Result<Scene, Box<dyn Error>> {
    debug_assert!(JUDGING.contains(&subject), "a document of the evaluation");
    let mut rng = Rng::new(SEED);
    let person = people::person(1, rng.next());
    let sheets = draw(subject, fonts, &person, AS_OF)?;
    let placed = recipes::lay(subject, &sheets, &mut rng);
    let shot = ladders::shot(ladder, amount, subject, &placed, &mut rng);
    let shot = Bench::scene(shot, is_large(&placed), true, &mut rng);
    let (picture, quality, outline) = Bench::look(&shot, &placed)?;
    let page = Region::new(0.0, 0.0, picture.width() as f32, picture.height() as f32);
    let around = outline.map_or(page, |q| q.bounds().grown(40.0)).intersection(page);
    Ok(Scene { picture, quality, around })
}

/// Each line in a color from green (sharp) to red (a third of the x-height and more).
fn blur_map(scene: &Scene) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut picture = scene.picture.clone();
    for (line, blur) in &scene.quality.regions.blur_map {
        let share = (blur / 0.33).clamp(0.0, 1.0);
        let color = [(255.0 * share) as u8, (200.0 * (1.0 - share)) as u8, 40];
        let quad = Quad::from(*line);
        tint(&mut picture, &quad, color, |_, _| 0.45);
    }
    finished(&picture, scene.around)
}

/// The patches of glare hatched in red.
fn glare_mask(scene: &Scene) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut picture = scene.picture.clone();
    for patch in &scene.quality.regions.glare_patches {
        let inside = |p: Point| {
            let n = patch.outline.len();
            let left = |i: usize| {
                let (a, b) = (patch.outline[i], patch.outline[(i + 1) % n]);
                (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0.0
            };
            n > 2 && ((0..n).all(left) || (0..n).all(|i| !left(i)))
        };
        let hatch = |x: u32, y: u32| {
            let here = inside(Point::new(x as f32 + 0.5, y as f32 + 0.5));
            if here && (x + y) % 24 < 8 { 0.8 } else { 0.0 }
        };
        tint(&mut picture, &Quad::from(patch.region.grown(2.0)), [200, 0, 30], hatch);
    }
    finished(&picture, scene.around)
}

fn tint(picture: &mut RgbImage, quad: &Quad, color: Ink, share: impl Fn(u32, u32) -> f32) {
    let b = quad.bounds();
    for y in b.top.max(0.0) as u32..(b.bottom().max(0.0) as u32).min(picture.height()) {
        for x in b.left.max(0.0) as u32..(b.right().max(0.0) as u32).min(picture.width()) {
            let much = share(x, y);
            let Rgb(pixel) = picture.get_pixel_mut(x, y);
            for (p, c) in pixel.iter_mut().zip(color) {
                *p = (f32::from(*p) * (1.0 - much) + f32::from(c) * much) as u8;
            }
        }
    }
}

/// The picture cropped to the document and reduced, as JPEG.
fn finished(picture: &RgbImage, around: Region) -> Result<Vec<u8>, Box<dyn Error>> {
    let (w, h) = (around.width as u32, around.height as u32);
    let cut = crop_imm(picture, around.left as u32, around.top as u32, w, h).to_image();
    let height = (h * WIDTH / w.max(1)).max(1);
    jpeg(resize(&cut, WIDTH, height, FilterType::Triangle), JPEG_QUALITY)
}

/// The size of the drawing and the position of its axes, in millimeters.
const SHEET: (f32, f32) = (150.0, 88.0);
const LEFT: f32 = 16.0;
const RIGHT: f32 = 144.0;
const TOP: f32 = 8.0;
const BOTTOM: f32 = 74.0;
/// Largest blur that is shown, as a share of the x-height.
const MOST: f32 = 0.65;
const READ: Ink = [30, 90, 170];
const SAID: Ink = [200, 70, 20];

/// The reader's share of correct letters, and the predicted legibility, against the true blur, on the held-out half.
fn curve<'a>(fonts: &'a Fonts, rows: &[&Row]) -> Canvas<'a> {
    let mut sheet = Canvas::new(fonts, SHEET.0, SHEET.1, 150.0, [255; 3]);
    let x = |blur: f32| LEFT + (RIGHT - LEFT) * (blur / MOST).min(1.0);
    let y = |share: f32| BOTTOM - (BOTTOM - TOP) * share.clamp(0.0, 1.0);
    let small = Style::new(Face::Sans, 9.0);
    for tenth in [0.0_f32, 0.25, 0.5, 0.75, 1.0] {
        sheet.fill(Region::new(LEFT, y(tenth), RIGHT - LEFT, 0.15), [190; 3]);
        sheet.text_right(small, LEFT - 2.0, y(tenth) + 1.1, &format!("{:.0} %", tenth * 100.0));
    }
    for tick in [0.0_f32, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6] {
        sheet.fill(Region::new(x(tick), BOTTOM, 0.15, 1.5), BLACK);
        sheet.text_centered(small, x(tick), BOTTOM + 5.0, &format!("{tick:.1}"));
    }
    sheet.text_centered(small, f32::midpoint(LEFT, RIGHT), BOTTOM + 10.5, "blur: standard deviation over x-height");
    for row in rows.iter().filter(|r| r.judging && matches!(r.ladder, "clean" | "defocus" | "motion")) {
        let Some(accuracy) = row.accuracy else { continue };
        dot(&mut sheet, x(row.blur), y(accuracy), READ);
        dot(&mut sheet, x(row.blur), y(row.quality.legibility.unwrap_or(0.0) / 100.0), SAID);
    }
    for (row, ink, text) in [(0.0, READ, "letters read rightly"), (5.0, SAID, "legibility as measured")] {
        dot(&mut sheet, 100.0, TOP + 3.0 + row, ink);
        sheet.text(small, 103.0, TOP + 4.1 + row, text);
    }
    sheet
}

fn dot(sheet: &mut Canvas<'_>, x: f32, y: f32, ink: Ink) {
    const RADIUS: f32 = 0.9;
    let around = Region::new(x - 2.0 * RADIUS, y - 2.0 * RADIUS, 4.0 * RADIUS, 4.0 * RADIUS);
    sheet.shade(around, ink, |px, py| ((RADIUS - (px - x).hypot(py - y)) * 6.0).clamp(0.0, 0.85));
}
