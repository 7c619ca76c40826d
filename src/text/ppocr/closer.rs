//! Decides when a document is looked at again, alone and enlarged: two papers in one photograph, or a card on a large
//! table.
//!
//! The detector sees the whole picture about a thousand pixels wide. A page that fills half of that width has letters
//! of five pixels, and its small print is not found. On a copy of that page alone, it is found.

use super::outline::Found;
use crate::geometry::{Point, Quad, Size};

/// Height of the detector's box of a line in the copy, in pixels, below which its document is enlarged; and the height
/// that it gets then, if the picture has enough pixels.
const SMALL: f32 = 16.0;
const WANTED: f32 = 22.0;
/// Least enlargement of the copy: less is not worth the time.
const LARGER: f32 = 1.25;
/// Margin around a document's outline, as a share of its sides: outlines are not exact.
const MARGIN: f32 = 0.015;

/// The part of the picture to look at, and its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Closer {
    /// The document with a margin, in pixels of the picture.
    pub(super) outline: Quad,
    /// Width and height that its view should have, in pixels.
    pub(super) size: (f32, f32),
}

/// The closer view of a document; `None` if the copy of the whole picture shows it well enough. `lines` are the lines
/// found in the document, in pixels of the picture. `sizes` are those of the picture and of its copy. `longest` is the
/// longest side of a view, in pixels.
pub(super) fn look<'a>(
    document: &Quad,
    lines: impl Iterator<Item = &'a Found>,
    sizes: (Size, Size),
    longest: u32,
) -> Option<Closer> {
    let (picture, copy) = sizes;
    let before = copy.width as f32 / picture.width as f32;
    let mut heights: Vec<f32> = lines.map(|f| height(&f.quad)).collect();
    heights.sort_by(f32::total_cmp);
    // most documents have more small lines than large ones
    let height = heights.get(heights.len() / 2).copied();
    if height.is_some_and(|h| h * before >= SMALL) {
        return None;
    }
    let outline = grown(document);
    let [a, b, c, d] = outline.corners;
    let (across, down) = (a.distance(b).max(d.distance(c)), a.distance(d).max(b.distance(c)));
    let room = (longest as f32 / across.max(down)).min(1.0);
    let factor = height.map_or(room, |h| room.min(WANTED / h.max(1.0)));
    let larger = factor >= LARGER * before && outline.area() >= 1.0;
    larger.then_some(Closer { outline, size: (across * factor, down * factor) })
}

/// Height of a line, whichever way it runs.
fn height(quad: &Quad) -> f32 {
    let [a, b, _, d] = quad.corners;
    a.distance(b).min(a.distance(d))
}

/// The quad with each corner moved away from the center by the margin.
fn grown(quad: &Quad) -> Quad {
    let c = &quad.corners;
    let middle = Point::new(c.iter().map(|p| p.x).sum::<f32>() / 4.0, c.iter().map(|p| p.y).sum::<f32>() / 4.0);
    let by = 1.0 + 2.0 * MARGIN;
    Quad::new(c.map(|p| Point::new(middle.x + by * (p.x - middle.x), middle.y + by * (p.y - middle.y))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Region;

    const PICTURE: Size = Size::new(4000, 3000);
    const COPY: Size = Size::new(960, 736);
    const LONGEST: u32 = 960;

    /// Size of the closer view of a document whose lines have these heights in pixels; `None` without one.
    fn seen(document: Region, heights: &[f32]) -> Option<(f32, f32)> {
        let line = |h: &f32| Found { quad: Region::new(10.0, 10.0, 40.0 * h, *h).into(), score: 0.9 };
        let lines: Vec<Found> = heights.iter().map(line).collect();
        look(&document.into(), lines.iter(), (PICTURE, COPY), LONGEST).map(|v| v.size)
    }

    #[test]
    fn small_print_on_one_of_two_papers_is_looked_at_as_large_as_it_must_be() {
        let paper = Region::new(200.0, 200.0, 1700.0, 2400.0);
        // lines of 12 pixels in the copy, then of 9: the second lines cannot become as large as wanted
        for heights in [[50.0; 5], [37.0; 5]] {
            let (width, height) = seen(paper, &heights).unwrap();
            assert!(height <= 961.0 && height > 800.0, "{height}");
            assert!((width / height - 17.0 / 24.0).abs() < 0.01, "{width} {height}");
        }
        let card = seen(Region::new(200.0, 200.0, 1000.0, 630.0), &[60.0; 3]).unwrap();
        assert!(card.0 < 420.0, "no larger than the print needs: {card:?}");
    }

    #[test]
    fn large_print_and_documents_that_fill_the_picture_are_seen_well_enough() {
        assert_eq!(seen(Region::new(200.0, 200.0, 1700.0, 2400.0), &[90.0; 4]), None);
        assert_eq!(seen(Region::new(20.0, 20.0, 3900.0, 2900.0), &[40.0; 4]), None);
    }

    #[test]
    fn a_document_without_print_may_have_print_too_small_to_be_seen() {
        let (width, height) = seen(Region::new(200.0, 200.0, 500.0, 315.0), &[]).unwrap();
        assert!((500.0..530.0).contains(&width) && (315.0..335.0).contains(&height), "as large as it is");
    }

    #[test]
    fn degenerate_outlines_have_no_view() {
        for bad in [Quad::new([Point::new(f32::NAN, 0.0); 4]), Quad::from(Region::default())] {
            assert!(look(&bad, [].iter(), (PICTURE, COPY), LONGEST).is_none());
        }
    }
}
