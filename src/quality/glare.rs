//! Reflections: patches clipped to white that fade out softly into paper that is not white itself.
//!
//! A white sheet or a clipped scan margin is no reflection: there the paper itself is white. A white box in the design
//! is none either: its border is hard.

use image::GrayImage;

use super::light::{Light, on_page};
use super::{Reduced, quantile};
use crate::geometry::{Point, Region};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Glare {
    /// Share of the area that the lines of text span.
    pub on_text: Option<f32>,
    /// Share of the document.
    pub on_document: Option<f32>,
    /// The patches in page space, the largest first.
    pub patches: Vec<Region>,
}

/// Luma of a reflection on the reduced copy.
const WHITE: u8 = 247;
/// Paper as bright as this cannot be told from a reflection.
const WHITE_PAPER: f32 = 236.0;
/// Smallest patch, as a share of the document.
const SMALLEST: f32 = 0.0015;
/// How much of the way from paper to white the surroundings of a reflection must be, 3 pixels away.
const SOFT: f32 = 0.3;
/// Luma by which print is darker than its paper.
const INK: f32 = 25.0;
/// Most patches that are followed.
const MOST: usize = 64;

/// Looks for reflections inside the document.
pub(super) fn measure(small: &Reduced, document: Region, light: &Light, lines: &[Region]) -> Glare {
    let Some(paper) = light.paper else { return Glare::default() };
    let window = small.window(document);
    let [left, top, right, bottom] = window;
    let area = ((right - left) * (bottom - top)) as f32;
    let none = Glare { on_text: Some(0.0), on_document: Some(0.0), patches: Vec::new() };
    if paper >= WHITE_PAPER {
        return none;
    }
    let mut patches: Vec<Patch> = patches(&small.image, window)
        .into_iter()
        .filter(|p| p.pixels.len() as f32 >= area * SMALLEST && p.is_soft(&small.image, paper))
        .collect();
    patches.sort_by_key(|p| std::cmp::Reverse(p.pixels.len()));
    let covered: usize = patches.iter().map(|p| p.pixels.len()).sum();
    Glare {
        on_text: Some(on_text(&patches, small.factor, lines).unwrap_or(covered as f32 / area)),
        on_document: Some(covered as f32 / area),
        patches: patches.iter().map(|p| on_page(p.bounds(), small.factor)).collect(),
    }
}

/// Share of the box around all lines of text that the patches cover; `None` without lines.
fn on_text(patches: &[Patch], factor: u32, lines: &[Region]) -> Option<f32> {
    let text = lines.iter().copied().reduce(Region::union)?;
    let pixel = (factor * factor) as f32;
    let inside = |p: &&(u32, u32)| text.contains(Point::new((p.0 * factor) as f32, (p.1 * factor) as f32));
    let covered = patches.iter().flat_map(|p| &p.pixels).filter(inside).count();
    (text.area() > 0.0).then(|| (covered as f32 * pixel / text.area()).min(1.0))
}

/// A connected patch of white.
struct Patch {
    pixels: Vec<(u32, u32)>,
}

impl Patch {
    fn bounds(&self) -> [u32; 4] {
        let fold = |b: [u32; 4], p: &(u32, u32)| [b[0].min(p.0), b[1].min(p.1), b[2].max(p.0 + 1), b[3].max(p.1 + 1)];
        self.pixels.iter().fold([u32::MAX, u32::MAX, 0, 0], fold)
    }

    /// Whether it fades out: three pixels outside of it the paper is still brighter than elsewhere. Letters, which stand
    /// dark in and around a reflection, are left out.
    fn is_soft(&self, image: &GrayImage, paper: f32) -> bool {
        let (w, h) = image.dimensions();
        let mut around = Vec::new();
        for &(x, y) in &self.pixels {
            for (dx, dy) in [(-3_i64, 0_i64), (3, 0), (0, -3), (0, 3)] {
                let (nx, ny) = (i64::from(x) + dx, i64::from(y) + dy);
                if nx < 0 || ny < 0 || nx >= i64::from(w) || ny >= i64::from(h) {
                    continue;
                }
                let value = image.get_pixel(nx as u32, ny as u32)[0];
                if value < WHITE && f32::from(value) > paper - INK {
                    around.push(f32::from(value));
                }
            }
        }
        quantile(&mut around, 0.5).is_some_and(|middle| middle > paper + SOFT * (255.0 - paper))
    }
}

/// Connected patches of white in a window (4-neighbourhood).
fn patches(image: &GrayImage, [left, top, right, bottom]: [u32; 4]) -> Vec<Patch> {
    let (w, h) = ((right - left) as usize, (bottom - top) as usize);
    let white = |x: u32, y: u32| image.get_pixel(x, y)[0] >= WHITE;
    let mut seen = vec![false; w * h];
    let mut found = Vec::new();
    for y in top..bottom {
        for x in left..right {
            let at = (y - top) as usize * w + (x - left) as usize;
            if seen[at] || !white(x, y) {
                continue;
            }
            seen[at] = true;
            let mut pixels = vec![(x, y)];
            let mut next = 0;
            while next < pixels.len() {
                let (px, py) = pixels[next];
                next += 1;
                let around = [(px.wrapping_sub(1), py), (px + 1, py), (px, py.wrapping_sub(1)), (px, py + 1)];
                for (nx, ny) in around {
                    if nx < left || ny < top || nx >= right || ny >= bottom {
                        continue;
                    }
                    let at = (ny - top) as usize * w + (nx - left) as usize;
                    if !seen[at] && white(nx, ny) {
                        seen[at] = true;
                        pixels.push((nx, ny));
                    }
                }
            }
            found.push(Patch { pixels });
        }
    }
    found.sort_by_key(|p| std::cmp::Reverse(p.pixels.len()));
    found.truncate(MOST);
    found
}
