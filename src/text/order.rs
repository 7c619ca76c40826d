//! The reading order of the lines of a page: rows from top to bottom, each row from left to right.

use super::Reading;

/// How far the vertical centers of two lines in the same row may differ, as a share of the smaller height.
const SAME_ROW: f32 = 0.5;

/// Sorts lines in upright space.
pub(super) fn in_reading_order(lines: &mut Vec<Reading>) {
    let middle = |line: &Reading| line.region.center().y;
    lines.sort_by(|a, b| middle(a).total_cmp(&middle(b)).then(a.region.left.total_cmp(&b.region.left)));
    let mut ordered: Vec<Reading> = Vec::with_capacity(lines.len());
    let mut row: Vec<Reading> = Vec::new();
    for line in lines.drain(..) {
        let joins = row.first().is_none_or(|first| {
            let height = first.region.height.min(line.region.height);
            middle(&line) - middle(first) <= SAME_ROW * height
        });
        if !joins {
            close(&mut row, &mut ordered);
        }
        row.push(line);
    }
    close(&mut row, &mut ordered);
    *lines = ordered;
}

fn close(row: &mut Vec<Reading>, ordered: &mut Vec<Reading>) {
    row.sort_by(|a, b| a.region.left.total_cmp(&b.region.left));
    ordered.append(row);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Quad, Region};
    use crate::text::Reader;

    fn line(text: &str, left: f32, top: f32, height: f32) -> Reading {
        let region = Region::new(left, top, 100.0, height);
        let (outline, text) = (Quad::from(region), text.to_owned());
        Reading { text, region, outline, confidence: 1.0, weakest: 1.0, letters: Vec::new(), reader: Reader::Ppocr }
    }

    #[test]
    fn rows_from_top_to_bottom_each_from_left_to_right() {
        let rows = [("a", 0.0, 10.0), ("b", 200.0, 4.0), ("c", 400.0, 13.0), ("d", 0.0, 40.0), ("e", 300.0, 45.0)];
        for shift in 0..rows.len() {
            let mut lines: Vec<Reading> = rows.iter().map(|(t, x, y)| line(t, *x, *y, 20.0)).collect();
            lines.rotate_left(shift);
            in_reading_order(&mut lines);
            assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<String>(), "abcde");
        }
    }

    #[test]
    fn small_print_below_a_heading_does_not_join_its_row() {
        let mut lines = vec![line("small", 0.0, 52.0, 8.0), line("HEADING", 300.0, 10.0, 60.0)];
        in_reading_order(&mut lines);
        assert_eq!(lines[0].text, "HEADING");
    }
}
