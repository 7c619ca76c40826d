//! Finds the lines of a picture: runs the network that marks print, and prepares its input.

use image::RgbImage;
use imageproc::geometric_transformations::Projection;

use super::closer;
use super::outline::{self, Found};
use crate::geometry::{Point, Quad, Size};
use crate::pixels::Pyramid;
use crate::text::ReadError;
use crate::text::inference::{Network, Pictures};

/// Sides of the network's input are multiples of this, because it halves its input five times.
const MULTIPLE: u32 = 32;
/// Most lines that are kept, the largest and surest first: more are noise.
const MOST_LINES: usize = 400;
/// Mean and standard deviation of each channel, blue first, with which the network was trained (those of `ImageNet`).
const MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const SPREAD: [f32; 3] = [0.229, 0.224, 0.225];

/// How large the detector sees a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Longest side, in pixels, that a larger picture is reduced to.
    pub(super) longest: u32,
    /// Shorter side, in pixels, that a smaller picture is enlarged to, if its longest side allows.
    pub(super) shortest: u32,
}

/// Finds the lines, in pixels of the full picture, largest first. Documents whose print is too small in the copy of the
/// whole picture are looked at again, each alone and with its perspective taken out.
pub(super) fn detect(
    network: &Network,
    picture: &Pyramid<'_>,
    scale: Scale,
    documents: &[Quad],
) -> Result<Vec<Found>, ReadError> {
    let size = picture.size();
    if size.pixels() == 0 {
        return Ok(Vec::new());
    }
    let Some(whole) = View::of(&Quad::from(size.region()), seen_size(size, scale)) else { return Ok(Vec::new()) };
    let mut found = whole.lines(network, picture)?;
    for document in documents {
        let inside = |f: &Found| document.contains(f.quad.bounds().center());
        let lines = found.iter().filter(|f| inside(f));
        let closer = closer::look(document, lines, (size, whole.seen), scale.longest);
        let view = closer.and_then(|c| View::of(&c.outline, Size::new(side(c.size.0), side(c.size.1))));
        let Some(view) = view else { continue };
        let closer = view.lines(network, picture)?;
        found.retain(|f| !inside(f));
        found.extend(closer.into_iter().filter(inside));
    }
    let weight = |f: &Found| f.score * f.quad.area();
    found.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    found.truncate(MOST_LINES);
    Ok(found)
}

/// A four-cornered piece of the picture as the network sees it: as if it were a sheet seen from straight above.
struct View {
    page_from_view: Projection,
    seen: Size,
}

impl View {
    /// `None` for a piece without area.
    fn of(piece: &Quad, seen: Size) -> Option<Self> {
        let view = Quad::from(seen.region()).corners.map(|p| (p.x, p.y));
        let page_from_view = Projection::from_control_points(view, piece.corners.map(|p| (p.x, p.y)))?;
        Some(Self { page_from_view, seen })
    }

    /// The lines in it, in pixels of the full picture.
    fn lines(&self, network: &Network, picture: &Pyramid<'_>) -> Result<Vec<Found>, ReadError> {
        let seen = self.seen;
        let map = network.run(normalized(&picture.flattened(&self.page_from_view, seen)))?;
        let width = map.shape.last().copied().unwrap_or(0);
        if map.shape.iter().product::<usize>() != (seen.width * seen.height) as usize || width != seen.width as usize {
            return Err(ReadError::Failed("the detector answered a map of another size".to_owned()));
        }
        let mut found = outline::lines(&map.values, width, MOST_LINES);
        for line in &mut found {
            line.quad = Quad::new(line.quad.corners.map(|p| {
                let (x, y) = self.page_from_view * (p.x, p.y);
                Point::new(x, y)
            }));
        }
        Ok(found)
    }
}

/// Size of the copy that the network sees.
fn seen_size(size: Size, scale: Scale) -> Size {
    let (longest, shortest) = (size.width.max(size.height) as f32, size.width.min(size.height) as f32);
    let enlarge = (scale.shortest as f32 / shortest).max(1.0);
    let factor = enlarge.min(scale.longest as f32 / longest);
    Size::new(side(size.width as f32 * factor), side(size.height as f32 * factor))
}

/// The nearest length that the network accepts.
fn side(pixels: f32) -> u32 {
    ((pixels / MULTIPLE as f32).round() as u32).max(1) * MULTIPLE
}

fn normalized(image: &RgbImage) -> Pictures {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let mut data = Vec::with_capacity(3 * width * height);
    for (channel, (mean, spread)) in [2, 1, 0].into_iter().zip(MEAN.into_iter().zip(SPREAD)) {
        let table: [f32; 256] = std::array::from_fn(|v| (v as f32 / 255.0 - mean) / spread);
        data.extend(image.as_raw().iter().skip(channel).step_by(3).map(|v| table[usize::from(*v)]));
    }
    Pictures { shape: [1, 3, height, width], values: data }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Scale = Scale { longest: 960, shortest: 640 };

    #[test]
    fn any_size_becomes_one_that_the_network_can_take() {
        for size in [(1, 1), (20_000, 50), (4032, 3024), (400, 250), (1, 9000), (961, 959)] {
            let seen = seen_size(Size::new(size.0, size.1), SCALE);
            assert_eq!((seen.width % MULTIPLE, seen.height % MULTIPLE), (0, 0));
            assert!(
                seen.width.min(seen.height) >= MULTIPLE && seen.width.max(seen.height) <= SCALE.longest,
                "{seen:?}"
            );
        }
    }

    #[test]
    fn a_large_page_is_reduced_and_a_small_one_enlarged() {
        assert_eq!(seen_size(Size::new(4032, 3024), SCALE), Size::new(960, 736));
        assert_eq!(seen_size(Size::new(400, 320), SCALE), Size::new(800, 640));
    }
}
