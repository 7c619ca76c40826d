//! Lines of text that the frame of the picture cuts off: their letters run into the frame.
//!
//! A line that ends near the frame proves little, because pictures are trimmed to the paper and text stands near the
//! paper's edge. What counts is ink in the outermost pixels themselves. It must come and go along the frame as strokes
//! do, and it must continue inward. A dark rim does neither.
//!
//! Between two letters nothing is cut through. But where several lines end exactly at the edge of the picture, there is no
//! margin, and they go on.

use image::GrayImage;

use super::document::Line;
use crate::geometry::Region;
use crate::pixels::Levels;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Frame {
    /// Lines cut by the left, top, right and bottom of the picture.
    pub cut: [u32; 4],
    /// Lines cut by any of them.
    pub lines: u32,
    /// Lines that end at the left and at the right edge of the picture.
    pub at_edge: [u32; 2],
    /// The box around all of them.
    pub region: Option<Region>,
}

/// How near to the frame the box of a line must end for the line to be cut, as multiples of the line height: at its
/// ends, and along its length. A line cut along its length has little left, and readers find even less of it.
const NEAR_END: f32 = 0.35;
const NEAR_SIDE: f32 = 0.8;
/// Smallest height of a line, in pixels, and least contrast (p95 − p5 of luma) for a result.
const MIN_LINE_HEIGHT: f32 = 8.0;
const CONTRAST: f32 = 48.0;
/// Distance from the frame, in pixels, of the pixels that are looked at: the outermost ones may be a resampling fringe.
const DEPTH: usize = 2;
/// How much farther inward the strokes of a line cut along its length must continue, as a multiple of the line height,
/// and the share of their ink that must do so: some ink belongs to bars and bows. Where a letter is cut at its side,
/// strokes must continue by only two pixels, because they are thin.
const FARTHER: f32 = 0.12;
const GOES_ON: f32 = 0.5;
/// Fewest strokes of a line cut along its length: per line height of its length, and in all. A line of print has two to
/// three per line height, whether the cut is above its middle or below; a word of five letters has six.
const STROKES: f32 = 0.7;
const MIN_STROKES: usize = 5;
/// Largest share of ink along the frame: where a line is cut along its length, and where it is cut at its end, at which
/// one upright stroke may stand.
const MAX_INK_SHARE: f32 = 0.7;
const MOST_END: f32 = 0.85;
/// Most strokes of one letter at the end of a line.
const OF_LETTER: usize = 4;

/// How near to an edge the box of a line must end for the line to end there, as a multiple of its height: boxes reach a
/// little over their letters.
const AT_EDGE: f32 = 0.1;
/// Fewest times that such a line is as long as high.
const LONG: f32 = 2.0;

/// Looks along the four sides of the picture.
pub(super) fn measure(gray: &GrayImage, lines: &[Line]) -> Frame {
    let mut frame = Frame { at_edge: ends_at_edges(gray, lines), ..Frame::default() };
    let (width, height) = (gray.width() as f32, gray.height() as f32);
    for line in lines.iter().filter(|l| l.height >= MIN_LINE_HEIGHT) {
        let r = line.region;
        let (along, across) = (line.height * NEAR_END, line.height * NEAR_SIDE);
        let (x, y) = if r.width >= r.height { (along, across) } else { (across, along) };
        let ends = [r.left < x, r.top < y, r.right() > width - x, r.bottom() > height - y];
        let mut any = false;
        for (side, ends_here) in ends.into_iter().enumerate() {
            if ends_here && is_cut(gray, line, side) {
                frame.cut[side] += 1;
                frame.region = Some(frame.region.map_or(r, |all| all.union(r)));
                any = true;
            }
        }
        frame.lines += u32::from(any);
    }
    frame
}

/// Numbers of the lines that end at the left and at the right edge.
fn ends_at_edges(gray: &GrayImage, lines: &[Line]) -> [u32; 2] {
    let long = |l: &&Line| l.length > LONG * l.height && l.region.width > l.region.height;
    let count = |ends: &dyn Fn(&Line) -> bool| lines.iter().filter(long).filter(|l| ends(l)).count() as u32;
    [
        count(&|l| l.region.left < l.height * AT_EDGE),
        count(&|l| gray.width() as f32 - l.region.right() < l.height * AT_EDGE),
    ]
}

/// Whether strokes of a line run into a side of the picture.
fn is_cut(gray: &GrayImage, line: &Line, side: usize) -> bool {
    let upright = line.region.width >= line.region.height;
    // the top and the bottom cut a horizontal line along its length; the left and the right cut through one of its
    // letters
    let lengthwise = upright == (side % 2 == 1);
    let (farther, most) =
        if lengthwise { (((line.height * FARTHER) as usize).max(2), MAX_INK_SHARE) } else { (2, MOST_END) };
    let Some(Ink { middle, light }) = ink(gray, line.region) else { return false };
    let ink_at = |depth: usize| {
        along(gray, line.region, side, depth)
            .into_iter()
            .map(|v| (f32::from(v) < middle) != light)
            .collect::<Vec<bool>>()
    };
    let (ink, inside) = (ink_at(DEPTH), ink_at(DEPTH + farther));
    let inked = ink.iter().filter(|i| **i).count() as f32;
    let goes_on = ink.iter().zip(&inside).filter(|(a, b)| **a && **b).count() as f32;
    let strokes = ink.windows(2).filter(|p| !p[0] && p[1]).count();
    if strokes == 0 || inked > ink.len() as f32 * most || goes_on < inked * GOES_ON {
        return false;
    }
    if lengthwise {
        strokes >= MIN_STROKES && strokes as f32 >= STROKES * line.length / line.height
    } else {
        strokes <= OF_LETTER
    }
}

/// How ink is told from paper.
struct Ink {
    /// Luma halfway between the two.
    middle: f32,
    /// Whether the letters are lighter than their background.
    light: bool,
}

/// Tells ink from paper: most pixels of a line's box are paper. `None` for too little contrast.
fn ink(gray: &GrayImage, region: Region) -> Option<Ink> {
    let (left, top) = (region.left.max(0.0) as usize, region.top.max(0.0) as usize);
    let (right, bottom) =
        ((region.right() as usize).min(gray.width() as usize), (region.bottom() as usize).min(gray.height() as usize));
    let stride = gray.width() as usize;
    let rows = (top..bottom).filter(|_| left < right).map(|y| &gray.as_raw()[y * stride + left..y * stride + right]);
    let levels = Levels::of(rows.flatten());
    let (dark, light) = (levels.quantile(0.05)?, levels.quantile(0.95)?);
    let middle = f32::midpoint(dark, light);
    (light - dark >= CONTRAST).then_some(Ink { middle, light: levels.quantile(0.5)? < middle })
}

/// The pixels of a region along a side of the picture (left, top, right, bottom), `depth` pixels inside of it.
fn along(gray: &GrayImage, region: Region, side: usize, depth: usize) -> Vec<u8> {
    let (w, h) = (gray.width() as usize, gray.height() as usize);
    let range = |from: f32, to: f32, all: usize| (from.max(0.0) as usize)..((to as usize).min(all));
    let at = |x: usize, y: usize| gray.as_raw()[y * w + x];
    let (inside_x, inside_y) = (depth.min(w - 1), depth.min(h - 1));
    match side {
        0 => range(region.top, region.bottom(), h).map(|y| at(inside_x, y)).collect(),
        1 => range(region.left, region.right(), w).map(|x| at(x, inside_y)).collect(),
        2 => range(region.top, region.bottom(), h).map(|y| at(w - 1 - inside_x, y)).collect(),
        _ => range(region.left, region.right(), w).map(|x| at(x, h - 1 - inside_y)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Quad, Size};
    use image::{Luma, imageops};

    /// A line of upright strokes 30 pixels high, 20 from the top, on a page of 400 by 100.
    fn page(rim: u8) -> GrayImage {
        GrayImage::from_fn(400, 100, |x, y| {
            let stroke = (20..50).contains(&y) && (40..360).contains(&x) && x % 12 < 4;
            let edge = x < 4 || y < 4 || x >= 396 || y >= 96;
            Luma([if stroke {
                30
            } else if edge {
                rim
            } else {
                210
            }])
        })
    }

    fn cut(page: &GrayImage, region: Region) -> [u32; 4] {
        let line = Line::of(&Quad::from(region), Size::new(page.width(), page.height())).unwrap();
        measure(page, &[line]).cut
    }

    #[test]
    fn lines_that_end_at_the_edge_of_the_picture_are_counted() {
        let gray = page(210);
        let at_edge = |left: f32, right: f32| {
            let at = |top: f32| Region::new(left, top, right - left, 20.0);
            let size = Size::new(gray.width(), gray.height());
            let lines = [10.0, 40.0, 70.0].iter().filter_map(|top| Line::of(&Quad::from(at(*top)), size));
            measure(&gray, &lines.collect::<Vec<Line>>()).at_edge
        };
        assert_eq!(at_edge(60.0, 400.0), [0, 3]);
        assert_eq!(at_edge(60.0, 390.0), [0, 0]);
        assert_eq!(at_edge(1.0, 390.0), [3, 0]);
    }

    #[test]
    fn letters_cut_through_at_any_side_are_seen() {
        let whole = page(210);
        let top = imageops::crop_imm(&whole, 0, 35, 400, 65).to_image();
        assert_eq!(cut(&top, Region::new(38.0, 0.0, 324.0, 18.0)), [0, 1, 0, 0]);
        assert_eq!(cut(&imageops::rotate180(&top), Region::new(38.0, 47.0, 324.0, 18.0)), [0, 0, 0, 1]);
        assert_eq!(cut(&imageops::rotate90(&top), Region::new(47.0, 38.0, 18.0, 324.0)), [0, 0, 1, 0]);
        let side = imageops::crop_imm(&whole, 46, 0, 354, 100).to_image();
        assert_eq!(cut(&side, Region::new(0.0, 15.0, 310.0, 40.0)), [1, 0, 0, 0]);
    }

    #[test]
    fn light_letters_on_a_dark_band_are_cut_where_they_are_and_the_band_is_not() {
        let mut page = page(210);
        page.pixels_mut().for_each(|p| p.0[0] = 240 - p.0[0]);
        let near = imageops::crop_imm(&page, 0, 12, 400, 88).to_image();
        assert_eq!(cut(&near, Region::new(30.0, 2.0, 340.0, 40.0)), [0; 4]);
        let top = imageops::crop_imm(&page, 0, 35, 400, 65).to_image();
        assert_eq!(cut(&top, Region::new(38.0, 0.0, 324.0, 18.0)), [0, 1, 0, 0]);
    }

    #[test]
    fn a_ragged_dark_line_along_the_frame_is_no_text() {
        let ragged = GrayImage::from_fn(400, 100, |x, y| {
            let stroke = (30..70).contains(&y) && (40..360).contains(&x) && x % 12 < 4;
            Luma([if stroke || y < 2 + u32::from(x % 7 < 3) { 30 } else { 210 }])
        });
        assert_eq!(cut(&ragged, Region::new(30.0, 18.0, 340.0, 64.0)), [0; 4]);
    }

    #[test]
    fn whole_letters_near_the_frame_and_a_dark_rim_are_not() {
        for rim in [210, 20] {
            let near = imageops::crop_imm(&page(rim), 0, 12, 400, 88).to_image();
            assert_eq!(cut(&near, Region::new(30.0, 2.0, 340.0, 40.0)), [0; 4], "rim {rim}");
        }
        let blank = GrayImage::from_pixel(40, 20, Luma([200]));
        assert_eq!(cut(&blank, Region::new(0.0, 0.0, 40.0, 20.0)), [0; 4]);
    }
}
