//! Words that somebody struck out: a thin stroke of colored ink along the middle of a line of print, through its letters.
//!
//! A rule between two lines has no letters above and below it, print in a color is as high as its letters, and a pattern
//! in the paper is paler than ink or goes its own way.

use super::document::Line;
use super::pen::{DARK, Ink, STRIP, is_blue, is_red};
use crate::geometry::{Point, Region};
use crate::pixels::Reduced;

/// Least length of a stroke, in heights of its line, and the most, as a share of the document's longer side: designs have
/// strips across the whole document.
const LENGTH: f32 = 1.8;
/// Most by which its middle may be off that of the line, and most that a stroke may be thick, in heights of the line.
const OFF: f32 = 0.22;
const THICK: f32 = 0.25;
/// Most by which it may rise or fall from one column of pixels to the next, likewise, and columns that it may skip.
const STEP: f32 = 0.12;
const SKIP: usize = 2;
/// Least share of its columns that show its ink: dark letters may hide it.
const INKED: f32 = 0.6;
/// Least share of its columns with print close above or close below it, and with both.
const LETTERS: f32 = 0.15;
const THROUGH: f32 = 0.08;
/// Largest luma of print, as a share of the paper's.
const PRINT: f32 = 0.6;
/// How far beyond the ends of its line a stroke is followed, in heights of the line.
const BEYOND: f32 = 1.0;

/// What one column across a line shows.
#[derive(Clone, Copy)]
enum Column {
    /// A single thin spot of ink, from and to these places across the line, in heights from its middle.
    Ink(f32, f32),
    /// No ink.
    None,
    /// Ink that is too high for a stroke.
    Full,
}

/// The strokes through lines of print on paper of this luma, on the fine copy, in which the document is `side` pixels long.
pub(super) fn measure(small: &Reduced, lines: &[Line], side: f32, paper: f32) -> Vec<Region> {
    let color = |x: u32, y: u32| small.rgb.get_pixel(x, y).0;
    let is_dark = |x: u32, y: u32, share: f32| f32::from(small.luma.get_pixel(x, y)[0]) < paper * share;
    let is_blue_ink = |x: u32, y: u32| is_dark(x, y, DARK) && is_blue(color(x, y));
    let is_red_ink = |x: u32, y: u32| is_dark(x, y, DARK) && is_red(color(x, y));
    let inks: [Ink; 2] = [&is_blue_ink, &is_red_ink];
    let of_line =
        |line: &Line| inks.iter().find_map(|ink| through(small, line, ink, &|x, y| is_dark(x, y, PRINT), STRIP * side));
    lines.iter().filter_map(of_line).collect()
}

/// The stroke of one ink through a line, of at most so many pixels of the copy.
fn through(small: &Reduced, line: &Line, is_ink: Ink, is_print: Ink, longest: f32) -> Option<Region> {
    let (width, height) = small.rgb.dimensions();
    let factor = small.factor as f32;
    let point = |along: f32, across: f32| {
        let (along, across) = (along, across * line.height);
        Point::new(
            line.center.x + line.along.x * along - line.along.y * across,
            line.center.y + line.along.y * along + line.along.x * across,
        )
    };
    let pixel = |along: f32, across: f32| {
        let p = point(along, across);
        let (x, y) = (p.x / factor, p.y / factor);
        (x >= 0.0 && y >= 0.0 && x < width as f32 && y < height as f32).then_some((x as u32, y as u32))
    };
    let tells = |of: Ink, along: f32, across: f32| pixel(along, across).is_some_and(|(x, y)| of(x, y));
    let half = line.length / 2.0 + line.height * BEYOND;
    let count = (2.0 * half / factor) as usize;
    let fine = factor / line.height;
    let places = (1.0 / fine) as usize;
    let column = |at: usize| {
        let along = at as f32 * factor - half;
        let inked = (0..=places).map(|i| i as f32 * fine - 0.5).filter(|across| tells(is_ink, along, *across));
        let spread = inked.fold(None, |spread: Option<(f32, f32)>, across| {
            Some(spread.map_or((across, across), |(top, _)| (top, across)))
        });
        match spread {
            None => Column::None,
            Some((top, bottom)) if bottom - top <= THICK => Column::Ink(top, bottom),
            Some(_) => Column::Full,
        }
    };
    let columns: Vec<Column> = (0..count).map(column).collect();
    let beside = |at: usize, across: f32, way: f32| {
        let along = at as f32 * factor - half;
        (1..=3).any(|i| {
            let across = across + way * fine * i as f32;
            tells(is_print, along, across) && !tells(is_ink, along, across)
        })
    };
    let mut start = 0;
    while start < count {
        let run = run_from(&columns, start, |at, across| tells(is_print, at as f32 * factor - half, across));
        let spots = || (start..start + run).filter_map(|at| Some((at, spot(columns[at])?)));
        let inked = spots().count();
        let long = run as f32 * factor >= LENGTH * line.height && run as f32 <= longest;
        if long && inked as f32 >= run as f32 * INKED {
            let middle = spots().map(|(_, (top, bottom))| f32::midpoint(top, bottom)).sum::<f32>() / inked as f32;
            let (mut any, mut both) = (0, 0);
            for at in start..start + run {
                let (above, below) = match spot(columns[at]) {
                    Some((top, bottom)) => (beside(at, top, -1.0), beside(at, bottom, 1.0)),
                    None => (true, true), // a letter that hides the ink
                };
                any += usize::from(above || below);
                both += usize::from(above && below);
            }
            let share = |number: usize| number as f32 / run as f32;
            if middle.abs() <= OFF && share(any) >= LETTERS && share(both) >= THROUGH {
                let [from, to] = [start, start + run].map(|at| point(at as f32 * factor - half, middle));
                return Region::around([from, to]).map(|region| region.grown(line.height * THICK));
            }
        }
        start += run.max(1);
    }
    None
}

fn spot(column: Column) -> Option<(f32, f32)> {
    match column {
        Column::Ink(top, bottom) => Some((top, bottom)),
        Column::None | Column::Full => None,
    }
}

/// How many columns a stroke goes on from one on; a letter that hides the ink at its height does not end it.
fn run_from(columns: &[Column], start: usize, is_print: impl Fn(usize, f32) -> bool) -> usize {
    let Some((top, bottom)) = columns.get(start).copied().and_then(spot) else { return 0 };
    let (mut middle, mut last, mut skipped) = (f32::midpoint(top, bottom), start, 0);
    for (at, column) in columns.iter().enumerate().skip(start + 1) {
        match spot(*column) {
            Some((top, bottom)) => {
                let next = f32::midpoint(top, bottom);
                if (next - middle).abs() > STEP * (1 + skipped) as f32 {
                    break;
                }
                (middle, last, skipped) = (next, at, 0);
            }
            None if is_print(at, middle) => {}
            None => skipped += 1,
        }
        if skipped > SKIP {
            break;
        }
    }
    last + 1 - start
}
