//! The parts of the page that are measured: the inside of the document, and its lines of text.

use crate::geometry::{Point, Quad, Region, Size};
use crate::pixels::{Reduced, median};

/// Fewest lines of text whose bounding box can replace a missing outline.
const LINES: usize = 5;
/// Least share of the lines that must lie inside an outline for it to count as the document.
const HOLDS: f32 = 0.5;
/// How far inside its outline a document is measured, as a share of the way to its middle: edges and their shadows are
/// not the document.
const INSET: f32 = 0.04;

/// The document to measure, in upright space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document {
    /// Its corners, a little inside the outline.
    pub quad: Quad,
    /// The box around it, inside the page.
    pub bounds: Region,
    /// Whether an outline was found for it.
    pub outlined: bool,
}

/// A line of text, in upright space.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// The box around it, inside the page.
    pub region: Region,
    /// Height of the box across its text, in pixels: at least 1.5 times the height of capitals.
    pub height: f32,
    /// Length of the box along its text, in pixels.
    pub length: f32,
    /// The middle of the box.
    pub center: Point,
    /// Direction of its text, a unit vector.
    pub along: Point,
}

impl Document {
    /// The inside of the outline; without one, the box around the text; without text, the whole page.
    pub fn choose(size: Size, outline: Option<&Quad>, lines: &[Line]) -> Self {
        let page = size.region();
        let inside = |quad: &Quad| lines.iter().filter(|l| quad.contains(l.region.center())).count() as f32;
        let outline = outline.filter(|q| inside(q) >= lines.len() as f32 * HOLDS && q.bounds().area() >= 64.0);
        if let Some(outline) = outline {
            let bounds = outline.bounds().intersection(page);
            return Self { quad: inset(outline), bounds, outlined: true };
        }
        let margin = median(lines.iter().map(|l| l.height)).unwrap_or(0.0);
        let text = lines.iter().map(|l| l.region).reduce(Region::union).filter(|_| lines.len() >= LINES);
        let bounds = text.map_or(page, |r| r.grown(margin).intersection(page));
        Self { quad: bounds.into(), bounds, outlined: false }
    }

    /// Whether a pixel of a reduced copy lies inside: beside a document that lies askew, the box around it shows the rim
    /// and the ground. Without an outline everything in the box does.
    pub fn holds(&self, small: &Reduced, x: u32, y: u32) -> bool {
        !self.outlined || self.quad.contains(small.to_page(x, y))
    }

    /// The point at these shares of the way across and down.
    pub fn at(&self, across: f32, down: f32) -> Point {
        let c = &self.quad.corners;
        let mix = |a: Point, b: Point, t: f32| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
        mix(mix(c[0], c[1], across), mix(c[3], c[2], across), down)
    }
}

impl Line {
    /// A line from its four corners; `None` if it is too small to measure or lies off the page.
    pub fn of(quad: &Quad, size: Size) -> Option<Self> {
        let c = &quad.corners;
        let middle = |a: Point, b: Point| Point::new(f32::midpoint(a.x, b.x), f32::midpoint(a.y, b.y));
        // from the middle of one end to the middle of the other, along the longer pair of sides
        let (mut start, mut end) = (middle(c[0], c[3]), middle(c[1], c[2]));
        let mut height = f32::midpoint(c[0].distance(c[3]), c[1].distance(c[2]));
        if start.distance(end) < height {
            height = start.distance(end);
            (start, end) = (middle(c[0], c[1]), middle(c[3], c[2]));
        }
        let length = start.distance(end);
        let region = quad.bounds().intersection(size.region());
        if region.width < 4.0 || region.height < 4.0 || height < 3.0 {
            return None;
        }
        let along = Point::new((end.x - start.x) / length, (end.y - start.y) / length);
        Some(Self { region, height, length, center: middle(start, end), along })
    }
}

fn inset(quad: &Quad) -> Quad {
    let middle = quad.corners.iter().fold((0.0, 0.0), |s, p| (s.0 + p.x / 4.0, s.1 + p.y / 4.0));
    let moved = |p: Point| Point::new(p.x + (middle.0 - p.x) * INSET, p.y + (middle.1 - p.y) * INSET);
    Quad::new(quad.corners.map(moved))
}
