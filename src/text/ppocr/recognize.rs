//! Reads strips of print, one line each: runs the recognizer, and prepares its input.

use image::RgbImage;

use super::ctc::{Alphabet, Decoded};
use crate::geometry::{Quad, Size};
use crate::pixels::Pyramid;
use crate::text::ReadError;
use crate::text::inference::{Network, Pictures};

/// Height of the strips that the network was trained with, in pixels.
const HEIGHT: u32 = 48;
/// Widest strip, in pixels; longer lines are squeezed. A line of 120 narrow letters still fits.
const WIDEST: u32 = 2400;
/// Narrowest strip, in pixels; the network was trained with nothing narrower, so short lines are padded.
const NARROWEST: u32 = 64;
/// Most strips read at once, and their largest total width in pixels: more is not faster, and the output has thousands
/// of numbers for every eight pixels (18,710 letters).
const MOST_AT_ONCE: usize = 8;
const WIDTH_AT_ONCE: u32 = 640;
/// How much wider the widest strip of a batch may be than the narrowest, as a ratio: padding is wasted work.
const SIMILAR: f32 = 1.2;

/// The recognizer: network and letters.
pub(super) struct Recognizer {
    network: Network,
    alphabet: Alphabet,
}

impl Recognizer {
    /// Takes the letters from the network's own metadata.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the file does not name the letters of its labels.
    pub(super) fn new(network: Network) -> Result<Self, ReadError> {
        let letters = network.metadata("character").filter(|list| !list.is_empty());
        let alphabet = letters
            .map(|list| Alphabet::parse(&list))
            .ok_or_else(|| ReadError::Missing("the recognizer's file names no letters; run ./dev setup".to_owned()))?;
        Ok(Self { network, alphabet })
    }

    /// Reads pieces of a picture; the first corner of each is where its text begins. Answers in the same order.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the network fails.
    pub(super) fn read(&self, picture: &Pyramid<'_>, pieces: &[Quad]) -> Result<Vec<Decoded>, ReadError> {
        let mut order: Vec<(u32, usize)> = pieces.iter().enumerate().map(|(i, q)| (strip_width(q), i)).collect();
        order.sort_unstable();
        let mut answers = vec![Decoded::default(); pieces.len()];
        let mut rest = &order[..];
        while let Some((batch, others)) =
            rest.split_at_checked(batch_length(rest)).filter(|(batch, _)| !batch.is_empty())
        {
            let strips: Vec<RgbImage> =
                batch.iter().map(|&(width, i)| picture.sample(&pieces[i], Size::new(width, HEIGHT))).collect();
            for (&(_, i), decoded) in batch.iter().zip(self.read_strips(&strips)?) {
                answers[i] = decoded;
            }
            rest = others;
        }
        Ok(answers)
    }

    fn read_strips(&self, strips: &[RgbImage]) -> Result<Vec<Decoded>, ReadError> {
        let probabilities = self.network.run(padded(strips))?;
        let (count, labels) = (strips.len(), self.alphabet.labels());
        if probabilities.shape.first() != Some(&count) || probabilities.shape.last() != Some(&labels) {
            return Err(ReadError::Failed("the recognizer knows other letters than its file names".to_owned()));
        }
        let each = probabilities.values.len() / count.max(1);
        Ok(probabilities.values.chunks_exact(each.max(1)).map(|one| self.alphabet.decode(one)).collect())
    }
}

/// Width of the strip that a piece becomes, in pixels.
fn strip_width(piece: &Quad) -> u32 {
    let [a, b, c, d] = piece.corners;
    let across = a.distance(b).max(d.distance(c));
    let down = a.distance(d).max(b.distance(c)).max(1.0);
    ((HEIGHT as f32 * across / down).ceil() as u32).clamp(1, WIDEST)
}

/// How many strips, sorted by width, belong in the first batch.
fn batch_length(widths: &[(u32, usize)]) -> usize {
    let Some(&(narrowest, _)) = widths.first() else { return 0 };
    let limit = narrowest.max(NARROWEST) as f32 * SIMILAR;
    let similar = widths.iter().take(MOST_AT_ONCE).take_while(|(width, _)| *width as f32 <= limit);
    // all strips are padded to the width of the last one, which is the widest
    let within =
        similar.enumerate().take_while(|(i, (width, _))| (*i as u32 + 1) * width.max(&NARROWEST) <= WIDTH_AT_ONCE);
    within.count().max(1)
}

/// Strips stacked into one batch, padded on the right with middle gray; the blue channel comes first.
fn padded(strips: &[RgbImage]) -> Pictures {
    let width = strips.iter().map(RgbImage::width).max().unwrap_or(1).max(NARROWEST) as usize;
    let plane = width * HEIGHT as usize;
    let mut data = vec![0.0; strips.len() * 3 * plane];
    for (strip, planes) in strips.iter().zip(data.chunks_exact_mut(3 * plane)) {
        for (x, y, pixel) in strip.enumerate_pixels() {
            for channel in 0..3 {
                planes[channel * plane + y as usize * width + x as usize] = f32::from(pixel[2 - channel]) / 127.5 - 1.0;
            }
        }
    }
    Pictures { shape: [strips.len(), 3, HEIGHT as usize, width], values: data }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Region;

    #[test]
    fn a_strip_keeps_the_shape_of_its_piece_within_bounds() {
        let width = |w, h| strip_width(&Quad::from(Region::new(3.0, 4.0, w, h)));
        assert_eq!(width(300.0, 30.0), 480);
        assert_eq!(width(1e6, 1.0), WIDEST);
        assert_eq!(width(0.0, 0.0), 1);
    }

    #[test]
    fn batches_hold_all_strips_once_and_only_similar_ones() {
        let widths: Vec<(u32, usize)> = (0..300).map(|i| (1 + 8 * i as u32, i)).collect();
        let (mut rest, mut seen) = (&widths[..], 0);
        while !rest.is_empty() {
            let (batch, others) = rest.split_at(batch_length(rest));
            let (first, last) = (batch[0].0.max(NARROWEST), batch[batch.len() - 1].0);
            assert!((1..=MOST_AT_ONCE).contains(&batch.len()) && last as f32 <= first as f32 * SIMILAR);
            assert!(batch.len() == 1 || batch.len() as u32 * last <= WIDTH_AT_ONCE);
            seen += batch.len();
            rest = others;
        }
        assert_eq!(seen, 300);
    }

    #[test]
    fn padding_is_gray_and_white_is_one() {
        let strips = [RgbImage::from_pixel(2, HEIGHT, image::Rgb([255, 255, 0]))];
        let input = padded(&strips);
        let (height, width) = (HEIGHT as usize, NARROWEST as usize);
        assert_eq!(input.shape, [1, 3, height, width]);
        let at = |channel: usize, x: usize| input.values[channel * height * width + x];
        assert_eq!((at(0, 0), at(2, 0), at(0, 2)), (-1.0, 1.0, 0.0));
    }
}
