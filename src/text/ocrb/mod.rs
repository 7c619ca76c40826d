//! The recognizer of machine readable zones: it reads one line of OCR-B at a time, knows 37 characters, and uses no
//! words and no layouts.
//!
//! The recognizer of print expects words, so it miscounts the fillers in such lines. This one is a small network
//! (100,000 weights), trained on drawn and photographed lines by the recipe in `training/mrz`.

mod columns;

use image::RgbImage;

use super::ReadError;
use super::inference::{Network, Pictures, Runtime};
use crate::assets::Assets;
use crate::geometry::{Quad, Size};
use crate::pixels::{Pyramid, luma_of};

pub use columns::{Allowed, Cells, Columns};

/// The weights, among the program's own files.
const FILE: &str = "mrz/ocrb.onnx";
/// Height of a strip in pixels.
const HEIGHT: u32 = 32;
/// Height of a capital in a strip, as a share of the strip's height: the network was trained with this.
pub const CAPITAL: f32 = 17.0 / 32.0;
/// Bounds of a strip's width in pixels; a line of 44 characters has about 900.
const WIDTHS: std::ops::RangeInclusive<u32> = 64..=2400;

/// Reads lines of machine readable zones. Shared between threads.
pub trait ZoneReader: Send + Sync {
    /// Reads the line in a strip of an upright page; its first corner is where the line begins, and a capital must take
    /// [`CAPITAL`] of its height. Outside of the page, the color of the page's edge continues.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the network fails.
    fn read_line(&self, page: &Pyramid<'_>, strip: &Quad) -> Result<Columns, ReadError>;
}

/// The recognizer, loaded once.
pub(super) struct OcrB(Network);

impl OcrB {
    /// Loads the weights from the program's own files.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the file is missing or is not a network that works here.
    pub(super) fn load(assets: &Assets, runtime: &Runtime) -> Result<Self, ReadError> {
        Network::load(&assets.path(FILE), runtime).map(Self)
    }
}

impl ZoneReader for OcrB {
    fn read_line(&self, page: &Pyramid<'_>, strip: &Quad) -> Result<Columns, ReadError> {
        let failed = || ReadError::Failed("the recognizer of machine readable zones gave no columns".to_owned());
        let Some(picture) = sampled(page, strip) else { return Ok(Columns::default()) };
        let answer = self.0.run(Pictures::standardized(&luma_of(&picture)))?;
        Columns::from_logits(&answer.values).ok_or_else(failed)
    }
}

/// The strip in the network's size; `None` if no part of it lies on the page.
fn sampled(page: &Pyramid<'_>, strip: &Quad) -> Option<RgbImage> {
    let (along, across) = strip.sides();
    let width = ((along / across.max(0.5) * HEIGHT as f32) as u32).clamp(*WIDTHS.start(), *WIDTHS.end());
    let inside = strip.bounds().intersection(page.size().region());
    let visible = inside.width >= 2.0 && inside.height >= 2.0;
    visible.then(|| page.sample(strip, Size::new(width, HEIGHT)))
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;
    use crate::geometry::Region;

    #[test]
    fn a_strip_has_the_networks_height_and_its_own_proportion() {
        let page = RgbImage::from_pixel(900, 300, Rgb([200; 3]));
        let strip = Quad::from(Region::new(10.0, 100.0, 800.0, 32.0));
        assert_eq!(sampled(&Pyramid::of(&page), &strip).unwrap().dimensions(), (800, HEIGHT));
        assert!(sampled(&Pyramid::of(&page), &Quad::from(Region::new(2000.0, 100.0, 800.0, 32.0))).is_none());
        let beyond = Quad::from(Region::new(700.0, 280.0, 800.0, 32.0));
        assert!(sampled(&Pyramid::of(&page), &beyond).unwrap().pixels().all(|p| p.0 == [200; 3]));
    }

    #[test]
    fn the_weights_of_the_repository_read_a_line_of_paper_as_nothing() {
        let assets = Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
        let reader = OcrB::load(&assets, &Runtime::Rten(String::new())).unwrap();
        let page = RgbImage::from_pixel(900, 100, Rgb([230; 3]));
        let columns = reader.read_line(&Pyramid::of(&page), &Quad::from(Region::new(0.0, 20.0, 880.0, 32.0))).unwrap();
        assert_eq!(columns.text(), "");
    }
}
