//! Words that somebody struck out: a thin stroke of colored ink along the middle of a line of print, through its letters.
//!
//! A rule between two lines has no letters above and below it, print in a color is as high as its letters, and a pattern
//! in the paper is paler than ink or goes its own way.

use super::document::Line;
use super::ink::{DARK, Ink, STRIP, is_blue, is_red};
use crate::geometry::{Point, Region};
use crate::pixels::{Reduced, median};

/// Least length of a stroke, in heights of its line, and the most, as a share of the document's longer side: designs have
/// strips across the whole document.
const LENGTH: f32 = 1.8;
/// Most by which its middle may be off that of the line, and most that a stroke may be thick, in heights of the line.
const OFF: f32 = 0.22;
const THICK: f32 = 0.25;
/// Most by which it may rise or fall from one column of pixels to the next, likewise, and columns that it may skip.
const STEP: f32 = 0.12;
const SKIP: usize = 2;
/// Least share of its columns that show its ink, and that show it or a dark letter that hides it.
const INKED: f32 = 0.6;
const WHOLE: f32 = 0.9;
/// Most by which it is thicker or thinner than its median, in heights of the line, and share of the columns with ink of which
/// that is asked: letters may hide a part of it.
const EVEN: f32 = 0.08;
const MOSTLY_EVEN: f32 = 0.7;
/// Lines that are lower on the copy, in pixels, show no strokes.
const HIGH: f32 = 14.0;
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
    /// No ink, but print where the stroke goes on.
    Hidden,
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
    lines.iter().filter(|line| line.height >= HIGH * small.factor as f32).filter_map(of_line).collect()
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
        let print = |across: f32| tells(is_print, along, across) && !tells(is_ink, along, across);
        (1..=3).any(|i| print(across + way * fine * i as f32))
    };
    let mut start = 0;
    while start < count {
        let run = run_from(&columns, start, |at, across| {
            let along = at as f32 * factor - half;
            tells(is_print, along, across) && !tells(is_ink, along, across)
        });
        let spots = || run.iter().zip(start..).filter_map(|(column, at)| Some((at, spot(*column)?)));
        let inked = spots().count();
        let hidden = run.iter().filter(|column| matches!(column, Column::Hidden)).count();
        let long = run.len() as f32 * factor >= LENGTH * line.height && run.len() as f32 <= longest;
        let whole = (inked + hidden) as f32 >= run.len() as f32 * WHOLE && inked as f32 >= run.len() as f32 * INKED;
        let height = median(spots().map(|(_, (top, bottom))| bottom - top)).unwrap_or(0.0);
        let even = spots().filter(|(_, (top, bottom))| (bottom - top - height).abs() <= EVEN).count();
        if long && whole && even as f32 >= inked as f32 * MOSTLY_EVEN {
            let middle = spots().map(|(_, (top, bottom))| f32::midpoint(top, bottom)).sum::<f32>() / inked as f32;
            let sides: Vec<(bool, bool)> =
                spots().map(|(at, (top, bottom))| (beside(at, top, -1.0), beside(at, bottom, 1.0))).collect();
            let any = hidden + sides.iter().filter(|(above, below)| *above || *below).count();
            let both = hidden + sides.iter().filter(|(above, below)| *above && *below).count();
            let share = |number: usize| number as f32 / run.len() as f32;
            if middle.abs() <= OFF && share(any) >= LETTERS && share(both) >= THROUGH {
                let [from, to] = [start, start + run.len()].map(|at| point(at as f32 * factor - half, middle));
                return Region::around([from, to]).map(|region| region.grown(line.height * THICK));
            }
        }
        start += run.len().max(1);
    }
    None
}

fn spot(column: Column) -> Option<(f32, f32)> {
    match column {
        Column::Ink(top, bottom) => Some((top, bottom)),
        Column::None | Column::Hidden | Column::Full => None,
    }
}

/// The columns along which a stroke goes on from one on, ending with its ink; a letter that hides the ink at its height
/// does not end it.
fn run_from(columns: &[Column], start: usize, is_print: impl Fn(usize, f32) -> bool) -> Vec<Column> {
    let Some((top, bottom)) = columns.get(start).copied().and_then(spot) else { return Vec::new() };
    let (mut middle, mut skipped) = (f32::midpoint(top, bottom), 0);
    let mut run = Vec::new();
    for (at, column) in columns.iter().enumerate().skip(start) {
        match *column {
            Column::Ink(top, bottom) => {
                let next = f32::midpoint(top, bottom);
                if (next - middle).abs() > STEP * (1 + skipped) as f32 {
                    break;
                }
                (middle, skipped) = (next, 0);
                run.push(*column);
            }
            Column::None if is_print(at, middle) => run.push(Column::Hidden),
            other => {
                skipped += 1;
                run.push(other);
            }
        }
        if skipped > SKIP {
            break;
        }
    }
    let ends = run.iter().rposition(|column| matches!(column, Column::Ink(..))).map_or(0, |last| last + 1);
    run.truncate(ends);
    run
}
