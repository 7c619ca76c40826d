//! Made-up readings for tests.

use crate::geometry::{Quad, Region};
use crate::text::{Reader, Reading};

/// A cleanly read line at a place.
pub(crate) fn line(text: &str, left: f32, top: f32, width: f32, height: f32) -> Reading {
    let region = Region::new(left, top, width, height);
    let outline = Quad::from(region);
    Reading {
        text: text.to_owned(),
        region,
        outline,
        confidence: 0.98,
        weakest: 0.9,
        letters: Vec::new(),
        reader: Reader::Ppocr,
    }
}

/// Lines of print, one below another, with ten pixels per letter and thirty per row; `|` splits a row into columns of
/// 300 pixels.
pub(crate) fn page(text: &str) -> Vec<Reading> {
    let mut out = Vec::new();
    for (row, cells) in text.lines().enumerate() {
        for (column, cell) in cells.split('|').enumerate() {
            let cell_text = cell.trim();
            let indent = cell.chars().take_while(|c| *c == ' ').count() as f32 * 10.0;
            if !cell_text.is_empty() {
                let width = 10.0 * cell_text.chars().count() as f32;
                out.push(line(cell_text, column as f32 * 300.0 + indent, row as f32 * 30.0, width, 20.0));
            }
        }
    }
    out
}
