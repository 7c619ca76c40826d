//! Pixels → numbers about the picture. This stage measures; it has no opinions and no limits.
//!
//! What is measured is measured inside the document and, for sharpness, on the edges of text: a blank margin says
//! nothing about focus, and a dark table says nothing about the light on the page.

use image::GrayImage;

use crate::geometry::{Quad, Region};
use crate::page::{Capture, Page};

/// Numbers about one picture. A measure that found too little to go by is `None`: not sure, not good.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quality {
    /// How the picture was taken, as far as file and pixels tell.
    pub capture: Capture,
    /// Width of the edges of text as a share of the stroke or letter size; 0 is perfectly sharp, about 1 unreadable.
    pub blur: Option<f32>,
    /// Height of typical text on the page (capital or x-height band as detected), in pixels.
    pub text_height: Option<f32>,
    /// Median luma of the paper or card, 0–255.
    pub paper_luma: Option<f32>,
    /// Luma of the ink (dark tenth on text), 0–255.
    pub ink_luma: Option<f32>,
    /// Contrast of ink against paper, 0–1 (Michelson).
    pub contrast: Option<f32>,
    /// Share of the document's pixels that are clipped to white, 0–1.
    pub clipped: Option<f32>,
    /// Share of the text-bearing area that glare hides, 0–1.
    pub glare_on_text: Option<f32>,
    /// Share of the document that glare covers, 0–1.
    pub glare: Option<f32>,
    /// Darkest against brightest light over the document: 0 is even, 1 is black against white.
    pub unevenness: Option<f32>,
    /// Noise, as standard deviation of luma in flat areas, 0–255.
    pub noise: Option<f32>,
    /// Where the worst of each is, in page space.
    pub regions: DefectRegions,
    /// Sharpness score, 0–100, 100 best; `None` where no text was found to judge it on.
    pub sharpness: Option<f32>,
    /// Lighting score, 0–100, 100 best.
    pub lighting: Option<f32>,
    /// Legibility score, 0–100: how well the text can be read.
    pub legibility: Option<f32>,
}

/// Where each defect is worst, in page space.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DefectRegions {
    /// Patches of glare, the largest first.
    pub glare: Vec<Region>,
    /// The darkest part of a shadow.
    pub shadow: Option<Region>,
    /// The most blurred text.
    pub blur: Option<Region>,
}

/// Measures a page. `gray` is its luma at full size, `outline` the document in it where one was found.
pub fn measure(_page: &Page, _gray: &GrayImage, _outline: Option<&Quad>) -> Quality {
    Quality::default()
}
