//! Pixels → numbers about the picture. This stage measures; it has no opinions and no limits.
//!
//! What is measured is measured inside the document and, for sharpness and contrast, on lines of text: a blank margin
//! says nothing about focus, and a dark table says nothing about the light on the page.
//!
//! Lengths are compared with the height of the text, never with the frame, so that the same document gives the same
//! numbers at any resolution that shows it.

mod capture;
mod glare;
mod light;
mod score;
mod sharpness;
#[cfg(test)]
mod tests;
mod text_areas;

use image::GrayImage;

use crate::geometry::{Quad, Region, Size};
use crate::page::{Capture, Page};

/// Numbers about one picture. A measure that found too little to go by is `None`: not sure, not good.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quality {
    /// How the picture was taken, as far as file and pixels tell.
    pub capture: Capture,
    /// Blur of the text: standard deviation of the lens' spread as a share of the x-height; 0 is sharp, from about 0.2
    /// on letters run together.
    pub blur: Option<f32>,
    /// Height of the capital letters of typical text, in pixels.
    pub text_height: Option<f32>,
    /// Median luma of the paper or card, 0–255.
    pub paper_luma: Option<f32>,
    /// Luma of the ink of typical text, 0–255.
    pub ink_luma: Option<f32>,
    /// Contrast of ink against paper (Michelson), 0–1.
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

/// Longest side of the reduced copy on which light is measured, in pixels. A reflection or a shadow that matters is
/// still many pixels wide there.
const REDUCED_SIDE: u32 = 512;

/// Measures a page. `gray` is its luma at full size, `outline` the document in it where one was found, `lines` the
/// boxes of its lines of text in page space where a reader found them; without lines the text is looked for by its
/// texture.
pub fn measure(page: &Page, gray: &GrayImage, outline: Option<&Quad>, lines: &[Region]) -> Quality {
    let size = page.size();
    if size.width == 0 || size.height == 0 {
        return Quality::default();
    }
    let document = document(size, outline, lines);
    let areas = text_areas::choose(gray, document, lines);
    let small = Reduced::of(gray);
    let light = light::measure(&small, document);
    let noise = light.noise.unwrap_or(0.0);
    let text = sharpness::measure(gray, &areas, noise);
    let capture = capture::tell(page, &small, light.noise, outline.is_some());
    let glare = glare::measure(&small, document, &light, lines);

    let mut quality = Quality {
        capture,
        blur: text.blur.or_else(|| sharpness::without_text(gray, document, noise)),
        text_height: text.height,
        paper_luma: light.paper,
        ink_luma: text.ink,
        contrast: text.contrast,
        clipped: light.clipped,
        glare_on_text: glare.on_text,
        glare: glare.on_document,
        unevenness: light.unevenness,
        noise: light.noise,
        regions: DefectRegions { glare: glare.patches, shadow: light.shadow, blur: text.worst },
        sharpness: None,
        lighting: None,
        legibility: None,
    };
    score::fill(&mut quality);
    quality
}

/// Fewest lines of text whose box stands for a document without an outline.
const LINES: usize = 5;

/// Where the document is: inside its outline, else around its text, else all of the page.
fn document(size: Size, outline: Option<&Quad>, lines: &[Region]) -> Region {
    let text = || lines.iter().copied().reduce(Region::union).filter(|_| lines.len() >= LINES);
    let found = outline.map(Quad::bounds).or_else(text);
    found.map_or(size.region(), |r| r.intersection(size.region()))
}

/// A copy of the luma reduced by a whole factor, each pixel the mean of a block.
struct Reduced {
    image: GrayImage,
    /// Pixels of the page for one pixel of the copy.
    factor: u32,
    /// Standard deviation of the page's luma over its flattest spots.
    flat_deviation: Option<f32>,
}

impl Reduced {
    fn of(gray: &GrayImage) -> Self {
        let (w, h) = gray.dimensions();
        let factor = w.max(h).div_ceil(REDUCED_SIDE).max(1);
        let (sw, sh) = ((w / factor).max(1), (h / factor).max(1));
        let (across, down) = (factor.min(w), factor.min(h));
        let raw = gray.as_raw();
        let block = |x: u32, y: u32| {
            let rows = (y * factor).min(h - down)..(y * factor).min(h - down) + down;
            let left = (x * factor).min(w - across) as usize;
            let sum: u32 = rows
                .map(|row| {
                    let start = row as usize * w as usize + left;
                    raw[start..start + across as usize].iter().map(|v| u32::from(*v)).sum::<u32>()
                })
                .sum();
            (sum / (across * down)) as u8
        };
        let image = GrayImage::from_fn(sw, sh, |x, y| image::Luma([block(x, y)]));
        Self { image, factor, flat_deviation: light::flat_deviation(gray) }
    }

    fn size(&self) -> Size {
        Size::new(self.image.width(), self.image.height())
    }

    /// A region of the page on the copy, as whole pixels: left, top, right, bottom (outside), never empty.
    fn window(&self, region: Region) -> [u32; 4] {
        let scaled = region.scaled(1.0 / self.factor as f32).intersection(self.size().region());
        let (w, h) = self.image.dimensions();
        let left = (scaled.left as u32).min(w - 1);
        let top = (scaled.top as u32).min(h - 1);
        [
            left,
            top,
            (scaled.right().ceil() as u32).clamp(left + 1, w),
            (scaled.bottom().ceil() as u32).clamp(top + 1, h),
        ]
    }
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
