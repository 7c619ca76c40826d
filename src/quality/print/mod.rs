//! The print: how sharp, how large and how strong it is. It is measured on lines of text; only if there are too few of
//! them is blur measured on the edges of the picture.

mod edges;
mod heights;
mod sharpness;
mod text_areas;

use image::GrayImage;

use super::document::{Document, Line};
use super::score::true_blur;
use crate::geometry::{Quad, Region};

pub use sharpness::{Motion, modeled_blur};
pub(super) use text_areas::CAPITALS;

use sharpness::TextMeasures;

/// What is known of the print.
#[derive(Debug, Default)]
pub(super) struct Print {
    /// σ of the blur over x-height, from the text or, without enough text, from the sharpest edges.
    pub blur: Option<f32>,
    /// The same as the energy model gives it, before correction.
    pub blur_modeled: Option<f32>,
    /// Whether the blur was measured on text.
    pub of_text: bool,
    /// Height of capitals in pixels.
    pub height: Option<f32>,
    /// The lines that were measured, each with its blur (σ over x-height).
    pub blur_map: Vec<(Region, f32)>,
    /// What the lines tell, even if they are too few to judge text by.
    pub lines: TextMeasures,
}

/// Measures the print of a document. `quads` are the corners of all its lines, `lines` are those large enough to
/// measure, and `grain` is the standard deviation of the picture's grain.
pub(super) fn measure(gray: &GrayImage, document: &Document, quads: &[Quad], lines: &[Line], grain: f32) -> Print {
    let areas = text_areas::choose(gray, document.bounds, lines);
    let text = sharpness::measure(gray, &areas, grain);
    let of_text = text.blur.is_some() && text_areas::enough(lines);
    let blur_modeled = text.blur.filter(|_| of_text);
    let shake = text.motion.map_or(0.0, Motion::part);
    Print {
        blur: blur_modeled.map(|b| true_blur(b, shake)).or_else(|| edges::blur(gray, document.bounds)),
        blur_modeled,
        of_text,
        height: text.height.filter(|_| of_text).or_else(|| text_areas::tiny_height(quads)),
        blur_map: text.lines.iter().map(|(line, blur)| (*line, true_blur(*blur, shake))).collect(),
        lines: text,
    }
}

impl Print {
    /// The line that is blurred most.
    pub fn worst(&self) -> Option<Region> {
        self.lines.lines.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(line, _)| *line)
    }
}
