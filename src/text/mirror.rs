//! Whether a picture shows its text mirrored: the front cameras of many phones save it like that.
//!
//! Only a page that reads badly is looked at: some of its lines are flipped and read again. Print that becomes legible
//! that way was mirrored.

use image::imageops;

use super::{Hint, Reading, TextReader};
use crate::pixels::Pyramid;

/// Mean confidence over the letters, 0–1, from which a page reads too well to be a mirror image. Legible pages have 0.9
/// and more; mirrored ones have 0.5 to 0.75.
const READS_WELL: f32 = 0.85;
/// Most lines that are read again, the longest first, and the fewest for a result.
const LINES: usize = 8;
const MIN_LINES: usize = 3;
/// Least mean confidence of the flipped lines, and by how much it must exceed their confidence before.
const LEGIBLE: f32 = 0.88;
const BETTER_BY: f32 = 0.12;
/// Margin around a line, as a multiple of its height.
const ROOM: f32 = 0.15;

/// Whether the lines of an upright page are those of a mirror image.
pub(crate) fn is_mirrored(reader: &dyn TextReader, page: &Pyramid<'_>, lines: &[Reading]) -> bool {
    if lines.len() < MIN_LINES || mean(lines.iter().map(|l| (l.confidence, letters(&l.text)))) >= READS_WELL {
        return false;
    }
    let mut longest: Vec<&Reading> = lines.iter().collect();
    longest.sort_by_key(|line| std::cmp::Reverse(letters(&line.text)));
    longest.truncate(LINES);
    let before = mean(longest.iter().map(|l| (l.confidence, letters(&l.text))));
    let again: Vec<Reading> = longest.iter().filter_map(|line| turned_over(reader, page, line)).collect();
    let after = mean(again.iter().map(|l| (l.confidence, letters(&l.text))));
    again.len() >= MIN_LINES && after >= LEGIBLE && after >= before + BETTER_BY
}

/// The reading of a line after flipping it left to right.
fn turned_over(reader: &dyn TextReader, page: &Pyramid<'_>, line: &Reading) -> Option<Reading> {
    let inside = line.region.grown(ROOM * line.region.height).intersection(page.size().region());
    let (width, height) = (inside.width as u32, inside.height as u32);
    if width < 8 || height < 8 {
        return None;
    }
    let strip = imageops::crop_imm(page.full(), inside.left as u32, inside.top as u32, width, height).to_image();
    let strip = imageops::flip_horizontal(&strip);
    reader.read(&Pyramid::of(&strip), Hint::Line).ok()?.lines.into_iter().next()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Mean of confidences, each with a weight.
fn mean(of: impl Iterator<Item = (f32, usize)>) -> f32 {
    let (sum, count) = of.fold((0.0, 0), |(sum, count), (c, n)| (sum + c * n as f32, count + n));
    sum / count.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Quad, Region};
    use crate::text::{ReadError, Reader, Transcript};
    use image::{Rgb, RgbImage};

    /// Reads a strip well if its left end is darker than its right end.
    struct DarkToLight;

    impl TextReader for DarkToLight {
        fn reader(&self) -> Reader {
            Reader::Ppocr
        }

        fn read(&self, picture: &Pyramid<'_>, _: Hint<'_>) -> Result<Transcript, ReadError> {
            let strip = picture.full();
            let good = strip[(0, 0)][0] < strip[(strip.width() - 1, 0)][0];
            Ok(Transcript { lines: vec![line(10.0, if good { 0.97 } else { 0.6 })], ..Transcript::default() })
        }
    }

    fn line(top: f32, confidence: f32) -> Reading {
        let region = Region::new(20.0, top, 200.0, 12.0);
        let (text, outline) = ("NAME AND NUMBER".to_owned(), Quad::from(region));
        Reading { text, region, outline, confidence, weakest: 0.5, letters: Vec::new(), reader: Reader::Ppocr }
    }

    #[test]
    fn lines_that_read_well_turned_over_are_a_mirror_image() {
        let lines = [20.0, 50.0, 80.0, 110.0].map(|top| line(top, 0.6));
        let left_dark = RgbImage::from_fn(300, 200, |x, _| Rgb([(x / 2) as u8; 3]));
        let right_dark = imageops::flip_horizontal(&left_dark);
        let seen = |page: &RgbImage, lines: &[Reading]| is_mirrored(&DarkToLight, &Pyramid::of(page), lines);
        assert!(seen(&right_dark, &lines));
        assert!(!seen(&left_dark, &lines), "turned over it reads no better");
        assert!(!seen(&right_dark, &lines[..2]), "two lines are too few");
        let legible = [20.0, 50.0, 80.0].map(|top| line(top, 0.95));
        assert!(!seen(&right_dark, &legible), "what reads well is not looked at");
    }
}
