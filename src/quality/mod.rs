//! Pixels → numbers about the picture. This stage measures; it has no opinions and no limits.
//!
//! Everything is measured inside the document; sharpness and contrast are measured on lines of text. A blank margin
//! says nothing about focus, and a dark table says nothing about the light on the page.
//!
//! Lengths are compared with the height of the text, never with the frame, so that the same document gives the same
//! numbers at any resolution that shows it. Methods and figures are in `docs/quality.md`.

mod capture;
mod color;
mod cover;
mod document;
mod fitted;
mod fourier;
mod frame;
mod glare;
mod grain;
mod hole;
mod ink;
mod light;
mod object;
mod pen;
mod print;
mod score;
mod screen;
mod strike;
#[cfg(test)]
mod tests;

use document::{Document, Line};
pub use glare::GlarePatch;
pub use object::Object;
pub use pen::Stroke;
pub use print::{Motion, modeled_blur};
pub use score::{legibility_features, looked_up, sharpness};

use serde::{Deserialize, Serialize};

use crate::geometry::{Quad, Region};
use crate::page::{Capture, Page};
use crate::pixels::{Pyramid, Reduced, luma_of};

/// Longest side of the copy on which light, color and objects are measured, in pixels.
const SIDE: u32 = 512;
/// Longest side of the finer copy, in pixels: a stroke of half a millimeter on a letter page is 2 pixels wide there.
const FINE_SIDE: u32 = 1152;

/// Numbers about one picture. A measure that found too little to go by is `None`, which means "not sure" and never
/// "good".
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Quality {
    /// How the picture was made, as far as the file and the pixels tell.
    pub capture: Capture,
    /// Whether the page was drawn with fewer dots than others, because it takes long: strokes of pens are not told from
    /// thin print then.
    #[serde(default)]
    pub coarse: bool,
    /// Blur of the text: standard deviation of the point spread as a share of the x-height; 0 is sharp, and from about
    /// 0.3 on, letters run together.
    pub blur: Option<f32>,
    /// The same before it is corrected by the fitted table.
    pub blur_modeled: Option<f32>,
    /// The values that it was computed from: logarithms of the energy of second differences over the squared contrast,
    /// for two lags and eight directions.
    pub stroke_energy: Option<[[f32; 8]; 2]>,
    /// Whether the blur was measured on text; otherwise on the sharpest edges of the picture, which tell much less.
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
    /// Share of the area with text that glare hides, 0–1.
    pub glare_on_text: Option<f32>,
    /// Number of letters for which there is room under the glare, near text.
    pub glare_letters: Option<f32>,
    /// Share of the document that glare covers, 0–1.
    pub glare: Option<f32>,
    /// How much darker the darkest part of the document is lit than the brightest, as a share of the brightest: 0 is
    /// even, 1 is black against white.
    pub unevenness: Option<f32>,
    /// Noise: standard deviation of luma (0–255) in flat areas.
    pub noise: Option<f32>,
    /// Step of luma from one JPEG block without detail to the next, 0–255; 0 where no blocks show.
    pub blocks: Option<f32>,
    /// Range of the document's colors as a share of luma: 0 is a gray copy.
    pub color_spread: Option<f32>,
    /// Share of the document's blankest patches on which the same regular pattern stands out, 0–1.
    pub screen_pattern: Option<f32>,
    /// What lies over the document like a finger: where, in upright space, and the share of the document that it
    /// covers, 0–1. `None` if the document's own paper is skin-colored.
    pub covers: Option<Vec<(Region, f32)>>,
    /// Things of one color on the document, which may be part of its design.
    pub objects: Vec<Object>,
    /// Strokes of pens over print, the signature among them; `None` without text.
    pub strokes: Option<Vec<Stroke>>,
    /// Number of lines of text whose letters run into the left, top, right and bottom of the picture.
    pub lines_cut: [u32; 4],
    /// Number of lines of text whose letters run into any of them.
    pub lines_cut_anywhere: u32,
    /// Number of lines of text that end at the left and at the right edge of the picture.
    pub lines_at_edge: [u32; 2],
    /// Where each defect is, in upright space.
    pub regions: DefectRegions,
    /// Sharpness score, 0–100, 100 best; `None` if nothing was found to judge it by.
    pub sharpness: Option<f32>,
    /// Lighting score, 0–100, 100 best.
    pub lighting: Option<f32>,
    /// Legibility score, 0–100: how well the text can be read.
    pub legibility: Option<f32>,
}

/// Where each defect is, in upright space: the evidence for findings, and what a window may draw over the picture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
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
    /// The lines whose letters run out of the picture.
    pub cut_text: Option<Region>,
}

impl Quality {
    /// Length of all strokes of pens over print, as a share of the document's longer side; `None` without text.
    pub fn pen_length(&self) -> Option<f32> {
        self.strokes.as_ref().map(|strokes| strokes.iter().map(|stroke| stroke.length).sum())
    }

    /// The places where nothing can be seen: under fingers and reflections.
    pub fn hidden(&self) -> Vec<Region> {
        let fingers = self.covers.iter().flatten().map(|(region, _)| *region);
        fingers.chain(self.regions.glare.iter().copied()).collect()
    }
}

/// Measures an upright page from its `copies`. `outline` is the document in it, if one was found. `lines` are the quads
/// of its lines of text, if a reader found any; without lines, text is looked for by its texture.
pub fn measure(page: &Page, copies: &Pyramid<'_>, outline: Option<&Quad>, lines: &[Quad]) -> Quality {
    let size = copies.size();
    if size.width == 0 || size.height == 0 {
        return Quality::default();
    }
    let gray = &luma_of(copies.full());
    let quads = lines;
    let lines: Vec<Line> = quads.iter().filter_map(|quad| Line::of(quad, size)).collect();
    let document = Document::choose(size, outline, &lines);
    let fine = Reduced::to(copies, FINE_SIDE);
    let longest = fine.rgb.width().max(fine.rgb.height());
    let small = Reduced::by(copies, fine.factor * longest.div_ceil(SIDE));
    let light = light::measure(&small, &document, &lines);
    let noise = grain::noise(gray);
    let coarse = grain::coarse_noise(gray).unwrap_or(0.0).max(noise.unwrap_or(0.0));
    let print = print::measure(gray, &document, quads, &lines, coarse);
    let worst = print.worst();
    let text = print.lines;
    let glare = glare::measure(&small, &document, light.unlifted, text.height, &lines);
    let frame = frame::measure(gray, &lines);

    let mut quality = Quality {
        capture: capture::tell(page, &small, noise, outline),
        blur: print.blur,
        blur_modeled: print.blur_modeled,
        stroke_energy: text.energy.filter(|_| print.of_text),
        blur_of_text: print.of_text,
        motion: text.motion,
        text_height: print.height,
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
        covers: cover::measure(&small, &document, &lines),
        objects: object::find(&small, &document, &lines, light.paper),
        strokes: (!page.origin.coarse).then(|| pen::measure(&fine, &document, &lines, light.paper)).flatten(),
        coarse: page.origin.coarse,
        lines_cut: frame.cut,
        lines_cut_anywhere: frame.lines,
        lines_at_edge: frame.at_edge,
        regions: DefectRegions {
            glare: glare.patches.iter().map(|p| p.region).collect(),
            glare_patches: glare.patches,
            shadow: light::bounds(&light.shadow),
            shadow_cells: light.shadow,
            blur: worst,
            blur_map: print.blur_map,
            cut_text: frame.region,
        },
        sharpness: None,
        lighting: None,
        legibility: None,
    };
    score::fill(&mut quality);
    quality
}
