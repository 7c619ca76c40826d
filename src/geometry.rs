//! Points, boxes and four-cornered outlines, and how a turned page maps back to the page as it was given.
//!
//! *Page space* is the page as its own metadata shows it (EXIF or container rotation applied): pixels, origin top left,
//! x to the right, y down. *Upright space* is the same page after its [`Turn`], so that its text can be read. The page
//! is turned once, after reading; from then on everything is in upright space, including what leaves the engine and
//! what is judged. Only a report converts back to page space, at its very end ([`Turn::region_to_page`]).

use serde::{Deserialize, Serialize};

pub mod overlap;

/// A place on a page, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Point {
    /// Pixels from the left edge.
    pub x: f32,
    /// Pixels from the top edge.
    pub y: f32,
}

/// An axis-parallel box, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Region {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Width, not negative.
    pub width: f32,
    /// Height, not negative.
    pub height: f32,
}

/// Four corners, clockwise from the one that is top left when the shape is upright.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Quad {
    /// The corners, in pixels.
    pub corners: [Point; 4],
}

/// Width and height of a page, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Size {
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
}

/// The clockwise turn that makes a page upright. Text that runs from top to bottom needs [`Rotation::Cw270`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Rotation {
    /// It is upright already.
    #[default]
    None,
    /// A quarter turn clockwise.
    Cw90,
    /// Upside down.
    Cw180,
    /// A quarter turn counter-clockwise.
    Cw270,
}

/// How a page lay: the turn that made it upright, and the only way back to page space.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Turn {
    /// The clockwise turn that made it upright.
    pub rotation: Rotation,
    /// Confidence of the turn, 0–1; 0 without reading, because the turn is then unknown.
    pub confidence: f32,
    /// Size of the page before the turn, in page space.
    pub given: Size,
}

impl Turn {
    /// From upright space back to page space.
    #[must_use]
    pub fn point_to_page(&self, p: Point) -> Point {
        self.rotation.point_to_page(p, self.given)
    }

    /// From upright space back to page space.
    #[must_use]
    pub fn region_to_page(&self, r: Region) -> Region {
        self.rotation.region_to_page(r, self.given)
    }

    /// From upright space back to page space; the first corner stays the one that is top left when upright.
    #[must_use]
    pub fn quad_to_page(&self, q: Quad) -> Quad {
        self.rotation.quad_to_page(q, self.given)
    }
}

impl Point {
    /// A point from its coordinates.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The point halfway to another one.
    #[must_use]
    pub const fn middle(self, other: Self) -> Self {
        Self::new(self.x.midpoint(other.x), self.y.midpoint(other.y))
    }

    /// Distance to another point, in pixels.
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl Region {
    /// A box from its left top corner and its size.
    pub const fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, width, height }
    }

    /// The smallest box that holds all points; `None` for no points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let (mut low, mut high) = (first, first);
        for p in points {
            low = Point::new(low.x.min(p.x), low.y.min(p.y));
            high = Point::new(high.x.max(p.x), high.y.max(p.y));
        }
        Some(Self::new(low.x, low.y, high.x - low.x, high.y - low.y))
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        Self::new(left, top, self.right().max(other.right()) - left, self.bottom().max(other.bottom()) - top)
    }

    /// The part that both share; a box without area if they share none.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        let (left, top) = (self.left.max(other.left), self.top.max(other.top));
        let (right, bottom) = (self.right().min(other.right()), self.bottom().min(other.bottom()));
        Self::new(left, top, (right - left).max(0.0), (bottom - top).max(0.0))
    }

    /// Grown on every side by this many pixels, or shrunk if negative.
    #[must_use]
    pub fn grown(self, by: f32) -> Self {
        Self::new(self.left - by, self.top - by, (self.width + 2.0 * by).max(0.0), (self.height + 2.0 * by).max(0.0))
    }

    /// Multiplied by a factor, origin included.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        Self::new(self.left * by, self.top * by, self.width * by, self.height * by)
    }

    /// Right edge.
    pub fn right(self) -> f32 {
        self.left + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f32 {
        self.top + self.height
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Area in square pixels.
    pub fn area(self) -> f32 {
        self.width * self.height
    }

    /// Whether a point lies inside, edges included.
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.left && p.x <= self.right() && p.y >= self.top && p.y <= self.bottom()
    }
}

/// Whether a point lies inside of a convex outline, whichever way it runs.
pub fn is_inside(outline: &[Point], p: Point) -> bool {
    let side = |(a, b): (&Point, &Point)| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let sides = || outline.iter().zip(outline.iter().cycle().skip(1)).map(side);
    sides().all(|s| s >= 0.0) || sides().all(|s| s <= 0.0)
}

impl Quad {
    /// Four corners, clockwise from the top left.
    pub const fn new(corners: [Point; 4]) -> Self {
        Self { corners }
    }

    /// Area in square pixels, never negative.
    pub fn area(&self) -> f32 {
        let c = &self.corners;
        let sum: f32 = (0..4).map(|i| c[i].x * c[(i + 1) % 4].y - c[(i + 1) % 4].x * c[i].y).sum();
        (sum / 2.0).abs()
    }

    /// The smallest axis-parallel box around it.
    pub fn bounds(&self) -> Region {
        Region::around(self.corners).unwrap_or_default()
    }

    /// Whether a point lies inside (convex shapes only, either winding).
    pub fn contains(&self, p: Point) -> bool {
        is_inside(&self.corners, p)
    }

    /// Mean length of the upper and lower sides, and of the left and right sides.
    pub fn sides(&self) -> (f32, f32) {
        let [a, b, c, d] = self.corners;
        (a.distance(b).midpoint(d.distance(c)), a.distance(d).midpoint(b.distance(c)))
    }

    /// All corners moved to the right and down.
    #[must_use]
    pub fn moved(&self, right: f32, down: f32) -> Self {
        Self::new(self.corners.map(|p| Point::new(p.x + right, p.y + down)))
    }

    /// All corners multiplied by a factor.
    #[must_use]
    pub fn scaled(&self, by: f32) -> Self {
        Self::new(self.corners.map(|p| Point::new(p.x * by, p.y * by)))
    }
}

impl From<Region> for Quad {
    fn from(r: Region) -> Self {
        Self::new([
            Point::new(r.left, r.top),
            Point::new(r.right(), r.top),
            Point::new(r.right(), r.bottom()),
            Point::new(r.left, r.bottom()),
        ])
    }
}

impl Size {
    /// Width and height in pixels.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height }
    }

    /// The box of the whole page.
    pub fn region(self) -> Region {
        Region::new(0.0, 0.0, self.width as f32, self.height as f32)
    }

    /// Number of pixels.
    pub fn pixels(self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

impl Rotation {
    /// The four turns.
    pub const ALL: [Self; 4] = [Self::None, Self::Cw90, Self::Cw180, Self::Cw270];

    /// Clockwise degrees: 0, 90, 180 or 270.
    pub const fn degrees(self) -> u16 {
        match self {
            Self::None => 0,
            Self::Cw90 => 90,
            Self::Cw180 => 180,
            Self::Cw270 => 270,
        }
    }

    /// This turn, then another one.
    #[must_use]
    pub const fn then(self, other: Self) -> Self {
        match (self.degrees() + other.degrees()) % 360 {
            90 => Self::Cw90,
            180 => Self::Cw180,
            270 => Self::Cw270,
            _ => Self::None,
        }
    }

    /// Size of a page of this size after the turn.
    #[must_use]
    pub const fn turned(self, size: Size) -> Size {
        match self {
            Self::None | Self::Cw180 => size,
            Self::Cw90 | Self::Cw270 => Size::new(size.height, size.width),
        }
    }

    /// From upright space back to page space. `page` is the size in page space.
    #[must_use]
    pub fn point_to_page(self, p: Point, page: Size) -> Point {
        let (w, h) = (page.width as f32, page.height as f32);
        match self {
            Self::None => p,
            Self::Cw90 => Point::new(p.y, h - p.x),
            Self::Cw180 => Point::new(w - p.x, h - p.y),
            Self::Cw270 => Point::new(w - p.y, p.x),
        }
    }

    /// From upright space back to page space. `page` is the size in page space.
    #[must_use]
    pub fn region_to_page(self, r: Region, page: Size) -> Region {
        Region::around(Quad::from(r).corners.map(|p| self.point_to_page(p, page))).unwrap_or_default()
    }

    /// From upright space back to page space; the first corner stays the one that is top left when upright.
    #[must_use]
    pub fn quad_to_page(self, q: Quad, page: Size) -> Quad {
        Quad::new(q.corners.map(|p| self.point_to_page(p, page)))
    }

    /// From page space to upright space. `page` is the size in page space.
    #[must_use]
    pub fn region_to_upright(self, r: Region, page: Size) -> Region {
        self.inverse().region_to_page(r, self.turned(page))
    }

    /// From page space to upright space; the first corner is again the one that is top left. `page` is the size in page
    /// space.
    #[must_use]
    pub fn quad_to_upright(self, q: Quad, page: Size) -> Quad {
        let mut upright = self.inverse().quad_to_page(q, self.turned(page));
        upright.corners.rotate_right(usize::from(self.degrees() / 90)); // number of quarter turns
        upright
    }

    /// The turn that undoes this one.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Cw90 => Self::Cw270,
            Self::Cw270 => Self::Cw90,
            same => same,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_region_comes_back() {
        let page = Size::new(400, 300);
        let r = Region::new(10.0, 20.0, 30.0, 40.0);
        for turn in Rotation::ALL {
            assert_eq!(turn.region_to_page(turn.region_to_upright(r, page), page), r, "{turn:?}");
        }
    }

    #[test]
    fn a_clockwise_turn_takes_the_left_bottom_corner_to_the_left_top() {
        let page = Size::new(400, 300);
        assert_eq!(Rotation::Cw90.point_to_page(Point::new(0.0, 0.0), page), Point::new(0.0, 300.0));
    }

    #[test]
    fn after_a_turn_the_first_corner_is_top_left_again() {
        let page = Size::new(400, 300);
        let r = Region::new(10.0, 20.0, 30.0, 40.0);
        for turn in Rotation::ALL {
            assert_eq!(turn.quad_to_upright(r.into(), page), turn.region_to_upright(r, page).into(), "{turn:?}");
        }
    }

    #[test]
    fn a_quad_knows_its_inside_whatever_its_winding() {
        let q = Quad::from(Region::new(0.0, 0.0, 10.0, 10.0));
        let mut mirrored = q;
        mirrored.corners.reverse();
        for shape in [q, mirrored] {
            assert!(shape.contains(Point::new(5.0, 5.0)));
            assert!(!shape.contains(Point::new(11.0, 5.0)));
            assert!((shape.area() - 100.0).abs() < 1e-3);
        }
    }
}
