//! Height of the capitals of a line of text, from its ink. The readers' boxes have margins, which are relatively wider
//! for smaller print.

use image::GrayImage;

use crate::pixels::Levels;
use crate::quality::document::Line;

/// Most places along a line that are sampled across it.
const PLACES: usize = 224;
/// How far beyond the box the ink is looked for, as a share of the box's height.
const BEYOND: f32 = 0.1;
/// Least ink of a row that counts, as a share of the strongest row's ink. Rows with ascenders and capitals have that
/// much; rows between two lines do not.
const INK: f32 = 0.22;
/// Contrast (mean difference from the paper in the strongest row) below which there is no ink to go by.
const MIN_CONTRAST: f32 = 6.0;
/// Largest share of the box's height that capitals fill.
const MAX_BOX_SHARE: f32 = 0.8;
/// A rule: how little a row of it differs from its own middle level, as a share of its difference from the paper, and
/// its height as a share of the rows looked at.
const EVEN: f32 = 0.35;
const RULE: f32 = 0.2;
/// Most rows looked at.
const ROWS: usize = 512;

/// Height of the ink across a line, in pixels; `None` where there is hardly any contrast.
pub(super) fn capitals(gray: &GrayImage, line: &Line) -> Option<f32> {
    let rows = ((line.height * (1.0 + 2.0 * BEYOND)).ceil() as usize).clamp(3, ROWS);
    let across = line.height * (1.0 + 2.0 * BEYOND) / rows as f32;
    let places = (line.length.ceil() as usize).clamp(1, PLACES);
    let (w, h) = (gray.width() as i32, gray.height() as i32);
    let raw = gray.as_raw();
    let mut values: Vec<u8> = Vec::with_capacity(rows * places);
    for row in 0..rows {
        let v = (row as f32 + 0.5) * across - line.height * (0.5 + BEYOND);
        for place in 0..places {
            let u = ((place as f32 + 0.5) / places as f32 - 0.5) * line.length;
            let x = line.center.x + u * line.along.x - v * line.along.y;
            let y = line.center.y + u * line.along.y + v * line.along.x;
            let (x, y) = ((x as i32).clamp(0, w - 1), (y as i32).clamp(0, h - 1));
            values.push(raw[y as usize * w as usize + x as usize]);
        }
    }
    let paper = between_levels(&values, Levels::of(values.iter()).quantile(0.5)?);
    let mut ink: Vec<f32> = values.chunks_exact(places).map(|row| away_from(row, paper)).collect();
    without_rules(&mut ink, values.chunks_exact(places));
    // ink smeared across the line looks higher than it is, but hardly higher than its box
    extent(&ink).map(|(first, last)| ((last - first) * across).min(MAX_BOX_SHARE * line.height))
}

/// Mean difference of a row from a level of luma.
fn away_from(row: &[u8], level: f32) -> f32 {
    row.iter().map(|v| (f32::from(*v) - level).abs()).sum::<f32>() / row.len() as f32
}

/// Takes the rules of tables and forms out of the ink of a line: a few rows that are equally dark all along, where
/// letters come and go. Print that is blurred so much that it is one gray bar is higher.
fn without_rules<'a>(ink: &mut [f32], rows: impl Iterator<Item = &'a [u8]>) {
    let blank = ink.iter().copied().fold(f32::MAX, f32::min);
    let even = |row: &[u8], ink: f32| {
        let middle = Levels::of(row.iter()).quantile(0.5).unwrap_or(0.0);
        ink - blank >= MIN_CONTRAST && away_from(row, middle) < ink * EVEN
    };
    let even: Vec<bool> = rows.zip(ink.iter()).map(|(row, ink)| even(row, *ink)).collect();
    let thin = (ink.len() as f32 * RULE).ceil() as usize;
    let mut at = 0;
    for run in even.chunk_by(|a, b| a == b) {
        if run[0] && run.len() <= thin {
            ink[at..at + run.len()].fill(blank);
        }
        at += run.len();
    }
}

/// Refines a whole level of luma to a fraction: the mean of the values within one level of it. Otherwise, rounding
/// would count as ink at low contrast.
fn between_levels(values: &[u8], level: f32) -> f32 {
    let near = |v: &&u8| (f32::from(**v) - level).abs() <= 1.0;
    let (sum, count) = values.iter().filter(near).fold((0.0, 0.0_f32), |(s, n), v| (s + f32::from(*v), n + 1.0));
    if count > 0.0 { sum / count } else { level }
}

/// Start and end of the run of rows with ink around the strongest row, in fractions of rows.
fn extent(ink: &[f32]) -> Option<(f32, f32)> {
    let strongest = (0..ink.len()).max_by(|a, b| ink[*a].total_cmp(&ink[*b]))?;
    let (high, low) = (ink[strongest], ink.iter().copied().fold(f32::MAX, f32::min));
    if high - low < MIN_CONTRAST {
        return None;
    }
    let limit = low + INK * (high - low);
    // a row below the limit ends the ink, unless the next row has ink again, as with the gap of an i or of an accent
    let over = |i: usize| ink.get(i).is_some_and(|v| *v >= limit);
    let mut first = strongest;
    while first > 0 && (over(first - 1) || (first > 1 && over(first - 2))) {
        first -= 1;
    }
    let mut last = strongest;
    while last + 1 < ink.len() && (over(last + 1) || over(last + 2)) {
        last += 1;
    }
    // the fractions of the rows before and after at which the ink passes the limit
    let part = |inner: usize, outer: Option<usize>| {
        let outer = outer.and_then(|i| ink.get(i)).copied().unwrap_or(low);
        let (a, b) = (ink[inner], outer);
        if a > b { ((a - limit) / (a - b)).clamp(0.0, 1.0) } else { 0.5 }
    };
    let before = part(first, first.checked_sub(1));
    let after = part(last, Some(last + 1));
    Some((first as f32 + 0.5 - before, last as f32 + 0.5 + after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Quad, Region, Size};
    use image::Luma;

    #[test]
    fn the_height_is_that_of_the_ink_whatever_the_box_and_the_slope() {
        let (length, height) = (300.0_f32, 20.0_f32);
        for degrees in [0.0_f32, 4.0, -7.0, 90.0] {
            let (s, c) = degrees.to_radians().sin_cos();
            let page = GrayImage::from_fn(400, 400, |x, y| {
                let (dx, dy) = (x as f32 + 0.5 - 200.0, y as f32 + 0.5 - 200.0);
                let (u, v) = (c * dx + s * dy, c * dy - s * dx);
                let letter = u.abs() < length / 2.0 && v.abs() < height / 2.0 && (u + 1000.0) % 14.0 < 5.0;
                Luma([if letter { 30 } else { 200 }])
            });
            for margin in [4.0, 9.0] {
                let corner = |u: f32, v: f32| Point::new(200.0 + c * u - s * v, 200.0 + s * u + c * v);
                let (u, v) = (length / 2.0 + margin, height / 2.0 + margin);
                let quad = Quad::new([corner(-u, -v), corner(u, -v), corner(u, v), corner(-u, v)]);
                let line = Line::of(&quad, Size::new(400, 400)).unwrap();
                let found = capitals(&page, &line).unwrap();
                assert!((found - height).abs() <= 2.5, "{found} at {degrees} degrees, margin {margin}");
            }
        }
    }

    #[test]
    fn a_rule_under_the_text_is_no_part_of_it() {
        let gray = GrayImage::from_fn(400, 80, |x, y| {
            let (letter, rule) = ((30..50).contains(&y) && x % 14 < 3, (54..57).contains(&y));
            Luma([u8::from(!letter && !rule) * 200 + 40])
        });
        let quad = Quad::from(Region::new(20.0, 24.0, 360.0, 34.0));
        let line = Line::of(&quad, Size { width: 400, height: 80 }).unwrap();
        let found = capitals(&gray, &line).unwrap();
        assert!((found - 20.0).abs() <= 2.5, "{found}");
    }

    #[test]
    fn blank_paper_has_no_height() {
        let page = GrayImage::from_pixel(50, 50, Luma([200]));
        let quad = Quad::from(crate::geometry::Region::new(5.0, 5.0, 30.0, 10.0));
        assert_eq!(capitals(&page, &Line::of(&quad, Size::new(50, 50)).unwrap()), None);
    }
}
