//! Pixels → numbers about the picture. This stage measures; it has no opinions and no limits.
//!
//! What is measured is measured inside the document and, for sharpness and contrast, on lines of text: a blank margin
//! says nothing about focus, and a dark table says nothing about the light on the page.
//!
//! Lengths are compared with the height of the text, never with the frame, so that the same document gives the same
//! numbers at any resolution that shows it. Methods and figures stand in `docs/quality.md`.

mod capture;
mod color;
mod cover;
mod document;
mod edges;
mod fitted;
mod fourier;
mod frame;
mod glare;
mod grain;
mod heights;
#[cfg(test)]
mod laws;
mod levels;
mod light;
mod pen;
mod reduced;
mod score;
mod screen;
mod sharpness;
#[cfg(test)]
mod tests;
mod text_areas;

use image::GrayImage;

use document::{Document, Line};
pub use glare::GlarePatch;
use reduced::Reduced;
pub use score::{legibility_features, looked_up};
pub use sharpness::{Motion, modeled_blur};

use crate::geometry::{Quad, Region};
use crate::page::{Capture, Page};

/// Numbers about one picture. A measure that found too little to go by is `None`: not sure, not good.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quality {
    /// How the picture was taken, as far as file and pixels tell.
    pub capture: Capture,
    /// Blur of the text: standard deviation of the lens' spread as a share of the x-height; 0 is sharp, from about 0.3
    /// on letters run together.
    pub blur: Option<f32>,
    /// The same before it is put right by the fitted table.
    pub blur_modeled: Option<f32>,
    /// What that was made of: logarithms of the energy of second differences over the squared contrast, for two lags
    /// and eight directions.
    pub stroke_energy: Option<[[f32; 8]; 2]>,
    /// Whether the blur was measured on text; otherwise on the sharpest edges of the picture, which says much less.
    pub blur_of_text: bool,
    /// The part of the blur that has a direction.
    pub motion: Option<Motion>,
    /// Height of the capital letters of typical text, in pixels.
    pub text_height: Option<f32>,
    /// Median luma of the paper or card, 0–255.
    pub paper_luma: Option<f32>,
    /// Luma of the paper right around typical text, 0–255.
    pub text_paper_luma: Option<f32>,
    /// Luma of the ink of typical text, 0–255.
    pub ink_luma: Option<f32>,
    /// Contrast of ink against paper (Michelson), 0–1.
    pub contrast: Option<f32>,
    /// Share of the document's pixels that are clipped to white, 0–1.
    pub clipped: Option<f32>,
    /// Share of the text-bearing area that glare hides, 0–1.
    pub glare_on_text: Option<f32>,
    /// Letters for which there is room under the glare, near text.
    pub glare_letters: Option<f32>,
    /// Share of the document that glare covers, 0–1.
    pub glare: Option<f32>,
    /// Darkest against brightest light over the document: 0 is even, 1 is black against white.
    pub unevenness: Option<f32>,
    /// Noise, as standard deviation of luma in flat areas, 0–255.
    pub noise: Option<f32>,
    /// Step of luma from one JPEG block without detail to the next, 0–255; 0 where no blocks show.
    pub blocks: Option<f32>,
    /// Range of the document's colors against its luma: 0 is a gray copy.
    pub color_spread: Option<f32>,
    /// Share of the document's patches on which one and the same regular pattern stands out, 0–1.
    pub screen_pattern: Option<f32>,
    /// Share of the document that a finger covers, 0–1.
    pub covered: Option<f32>,
    /// Length of pen strokes over print, as a share of the document's longer side.
    pub pen_length: Option<f32>,
    /// Lines of text whose letters run into the left, top, right and bottom of the picture.
    pub lines_cut: [u32; 4],
    /// Lines of text whose letters run into any of them.
    pub lines_cut_anywhere: u32,
    /// Where the worst of each is, in upright space.
    pub regions: DefectRegions,
    /// Sharpness score, 0–100, 100 best; `None` where nothing was found to judge it on.
    pub sharpness: Option<f32>,
    /// Lighting score, 0–100, 100 best.
    pub lighting: Option<f32>,
    /// Legibility score, 0–100: how well the text can be read.
    pub legibility: Option<f32>,
}

/// Where each defect is, in upright space: the witnesses of findings, and what a window may lay over the picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DefectRegions {
    /// Boxes of the patches of glare, the largest first.
    pub glare: Vec<Region>,
    /// The same patches with their outlines.
    pub glare_patches: Vec<GlarePatch>,
    /// The box around the shadow.
    pub shadow: Option<Region>,
    /// The shadow, as cells of the document.
    pub shadow_cells: Vec<Quad>,
    /// The most blurred text.
    pub blur: Option<Region>,
    /// The lines that were measured, each with its blur (σ over x-height).
    pub blur_map: Vec<(Region, f32)>,
    /// What a finger covers.
    pub covered: Option<Region>,
    /// What was written over print.
    pub pen: Option<Region>,
    /// The lines whose letters run out of the picture.
    pub cut_text: Option<Region>,
}

/// Measures a page. `gray` is its luma at full size, `outline` the document in it where one was found, `lines` the
/// boxes of its lines of text in upright space where a reader found them; without lines the text is looked for by its
/// texture.
pub fn measure(page: &Page, gray: &GrayImage, outline: Option<&Quad>, lines: &[Region]) -> Quality {
    let lines: Vec<Quad> = lines.iter().map(|r| Quad::from(*r)).collect();
    measure_lines(page, gray, outline, &lines)
}

/// The same with the four corners of every line, which tell the height of the text where it runs askew.
pub fn measure_lines(page: &Page, gray: &GrayImage, outline: Option<&Quad>, lines: &[Quad]) -> Quality {
    let size = page.size();
    if size.width == 0 || size.height == 0 || gray.dimensions() != page.rgb.dimensions() {
        return Quality::default();
    }
    let tiny = text_areas::tiny_height(lines);
    let lines: Vec<Line> = lines.iter().filter_map(|quad| Line::of(quad, size)).collect();
    let document = Document::choose(size, outline, &lines);
    let (fine, small) = Reduced::pair(&page.rgb);
    let light = light::measure(&small, &document, &lines);
    let noise = grain::noise(gray);
    let areas = text_areas::choose(gray, document.bounds, &lines);
    let coarse = grain::coarse_noise(gray).unwrap_or(0.0).max(noise.unwrap_or(0.0));
    let text = sharpness::measure(gray, &areas, coarse);
    let glare = glare::measure(&small, &document, light.paper, text.height, &lines);
    let cover = cover::measure(&small, &document);
    let pen = pen::measure(&fine, &document, &lines, light.paper);
    let frame = frame::measure(gray, &lines);
    let of_text = text.blur.is_some() && text_areas::enough(&lines);
    let modeled = text.blur.filter(|_| of_text);
    let shake = text.motion.map_or(0.0, Motion::part);
    let blur = modeled.map(|b| score::true_blur(b, shake)).or_else(|| edges::blur(gray, document.bounds));
    let worst = text.lines.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|l| l.0);

    let mut quality = Quality {
        capture: capture::tell(page, &small, noise, outline),
        blur,
        blur_modeled: modeled,
        stroke_energy: text.energy.filter(|_| of_text),
        blur_of_text: of_text,
        motion: text.motion,
        text_height: text.height.filter(|_| of_text).or(tiny),
        paper_luma: light.paper,
        text_paper_luma: text.paper,
        ink_luma: text.ink,
        contrast: text.contrast,
        clipped: light.clipped,
        glare_on_text: glare.on_text,
        glare_letters: glare.letters,
        glare: glare.on_document,
        unevenness: light.unevenness,
        noise,
        blocks: grain::blocks(gray),
        color_spread: color::spread(&small, &document),
        screen_pattern: screen::agreement(gray, &document),
        covered: cover.share,
        pen_length: pen.length,
        lines_cut: frame.cut,
        lines_cut_anywhere: frame.lines,
        regions: DefectRegions {
            glare: glare.patches.iter().map(|p| p.region).collect(),
            glare_patches: glare.patches,
            shadow: light::bounds(&light.shadow),
            shadow_cells: light.shadow,
            blur: worst,
            blur_map: text.lines.iter().map(|(r, b)| (*r, score::true_blur(*b, shake))).collect(),
            covered: cover.region,
            pen: pen.region,
            cut_text: frame.region,
        },
        sharpness: None,
        lighting: None,
        legibility: None,
    };
    score::fill(&mut quality);
    quality
}

/// The value below which a share of the values lies (0–1); `None` for no values.
fn quantile(values: &mut [f32], share: f32) -> Option<f32> {
    if values.is_empty() {
        return None;
    }
    let at = ((values.len() - 1) as f32 * share).round() as usize;
    let (_, value, _) = values.select_nth_unstable_by(at, f32::total_cmp);
    Some(*value)
}
