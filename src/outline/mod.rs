//! The outlines of documents by plain geometry. A wrong crop is worse than none: an outline without support along its
//! sides is "not found".
//!
//! A small copy of the page (`planes`), the steps of brightness and color in it (`edges`), straight lines along them
//! (`lines`) and connected areas above a level (`shapes`) give candidates; `quads` judges all of them by the same
//! rules. This stage knows nothing of print.

mod choose;
mod complete;
mod edges;
mod ground;
mod lines;
mod planes;
mod quads;
mod rectify;
pub(crate) mod shape;
mod shapes;
mod sides;
#[cfg(test)]
mod tests;
mod views;

use image::{Rgb, RgbImage};

use self::edges::Steps;
use self::lines::Line;
use self::planes::Planes;
use self::quads::{Candidate, View};
use crate::geometry::overlap::area;
use crate::geometry::{Point, Quad, Size};
use crate::pixels::Pyramid;

pub use rectify::Rectified;
pub use views::views;

/// The outlines of documents in a picture by geometry alone, in the space of that picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outlines {
    /// The documents found, the largest first. Empty means: not sure.
    pub quads: Vec<Quad>,
    /// Whether an edge of the largest document leaves the frame: left, top, right, bottom.
    pub cut_edges: [bool; 4],
    /// Angle between the camera's line of sight and the largest document's normal, in degrees; 0 is straight above.
    pub tilt_degrees: Option<f32>,
    /// Sheets inside of a document that was found: boxes printed on it, or papers that touch. Which of the two it is
    /// can only be told from the text.
    pub parts: Vec<Quad>,
}

/// Distance from the frame's border, in pixels of the copy, within which a corner counts as outside.
const AT_BORDER: f32 = 2.5;
/// Least likeness to a known document at which the tilt is stated: a document that is cut off, or a part of one, has no
/// tilt.
const TILTED_SHAPE: f32 = 0.55;
/// Least support of the visible sides of a document that is cut off: of each, and of all together.
const CUT_SIDE: f32 = 0.55;
const CUT_SIDES: f32 = 0.7;
/// Largest ratio of the sides of a document, with what a tilt adds: legal paper has 1.65, cards 1.59 (ISO/IEC 7810).
const LONGEST: f32 = 1.8;

/// Finds the outlines of the documents in a page, the largest first.
pub fn find(page: &Pyramid<'_>) -> Outlines {
    let Some(seen) = look(page) else { return Outlines::default() };
    let picture = &seen.picture;
    let cut_edges = seen.chosen.first().map_or([false; 4], |c| cut(c, picture.width, picture.height));
    let quads: Vec<Quad> = seen.chosen.iter().map(|c| ordered(c.corners).scaled(picture.factor)).collect();
    let parts = choose::parts(&seen.chosen, &seen.candidates);
    let parts = parts.iter().map(|c| ordered(c.corners).scaled(picture.factor)).collect();
    let (w, h) = (picture.width as f32, picture.height as f32);
    let tilt_degrees =
        seen.chosen.first().filter(|c| c.shape >= TILTED_SHAPE).and_then(|c| shape::tilt_degrees(&c.corners, w, h));
    Outlines { quads, cut_edges, tilt_degrees, parts }
}

/// All that was seen on the way to the outlines.
pub(super) struct Seen {
    picture: Planes,
    steps: Steps,
    lines: Vec<Line>,
    candidates: Vec<Candidate>,
    chosen: Vec<Candidate>,
}

/// Everything seen on the way to the outlines; `None` for a page too small or too narrow for a document with something
/// around it.
fn look(page: &Pyramid<'_>) -> Option<Seen> {
    let Size { width: w, height: h } = page.size();
    let hopeless = w < 64 || h < 64 || w > 20 * h || h > 20 * w;
    (!hopeless).then(|| Seen::of(Planes::of(page)))
}

impl Seen {
    fn of(picture: Planes) -> Self {
        let steps = Steps::of(&picture);
        let lines = lines::find(&steps.ridges(), &steps);
        let rough = shapes::find(&picture);
        let candidates = quads::judge(&lines, &rough, View { steps: &steps, picture: &picture });
        let mut chosen = choose::choose(&candidates, View { steps: &steps, picture: &picture });
        chosen.sort_by(|a, b| area(&b.corners).total_cmp(&area(&a.corners)));
        Self { picture, steps, lines, candidates, chosen }
    }

    /// The small copy.
    pub(super) fn copy_view(&self) -> RgbImage {
        let luma = self.picture.luma();
        self.view(|i| luma.get(i).copied().unwrap_or(0.0))
    }

    /// How much each step counts.
    pub(super) fn steps_view(&self) -> RgbImage {
        self.view(|i| 255.0 * self.steps.step.get(i).map_or(0.0, |s| s.weight))
    }

    fn view(&self, value: impl Fn(usize) -> f32) -> RgbImage {
        let width = self.picture.width;
        RgbImage::from_fn(width as u32, self.picture.height as u32, |x, y| {
            Rgb([value(y as usize * width + x as usize).clamp(0.0, 255.0) as u8; 3])
        })
    }

    /// Both ends of each line, outside of the copy.
    pub(super) fn line_ends(&self) -> Vec<(Point, Point)> {
        let reach = (self.picture.width + self.picture.height) as f32;
        let end = |l: &Line, t: f32| Point::new(l.origin.x + t * l.along.0, l.origin.y + t * l.along.1);
        self.lines.iter().map(|l| (end(l, -reach), end(l, reach))).collect()
    }

    /// The candidates, the best first, in pixels of the copy.
    pub(super) fn tried(&self) -> Vec<Quad> {
        self.candidates.iter().map(|c| Quad::new(c.corners)).collect()
    }

    /// The quads that are stated.
    pub(super) fn chosen(&self) -> Vec<Quad> {
        self.chosen.iter().map(|c| Quad::new(c.corners)).collect()
    }
}

/// Clockwise from the corner nearest to the frame's top left.
fn ordered(mut corners: [Point; 4]) -> Quad {
    let middle = Quad::new(corners).bounds().center();
    corners.sort_by(|a, b| {
        let angle = |p: &Point| (p.y - middle.y).atan2(p.x - middle.x);
        angle(a).total_cmp(&angle(b))
    });
    let first = (0..4).min_by(|a, b| (corners[*a].x + corners[*a].y).total_cmp(&(corners[*b].x + corners[*b].y)));
    corners.rotate_left(first.unwrap_or(0));
    Quad::new(corners)
}

/// Which sides of the frame cut the outline: left, top, right, bottom. A cut is stated only if the visible sides are
/// sure: in a picture trimmed to the paper, something printed may look like a document that leaves the frame.
fn cut(candidate: &Candidate, width: usize, height: usize) -> [bool; 4] {
    let visible: Vec<f32> = (0..4).filter(|i| !candidate.border[*i]).map(|i| candidate.sides[i]).collect();
    let together = visible.iter().sum::<f32>() / visible.len().max(1) as f32;
    if together < CUT_SIDES || visible.iter().any(|side| *side < CUT_SIDE) {
        return [false; 4];
    }
    let (right, bottom) = (width as f32 - AT_BORDER, height as f32 - AT_BORDER);
    let corners = &candidate.corners;
    let both = |outside: &dyn Fn(&Point) -> bool| corners.iter().filter(|p| outside(p)).count() >= 2;
    let cut =
        [both(&|p| p.x <= AT_BORDER), both(&|p| p.y <= AT_BORDER), both(&|p| p.x >= right), both(&|p| p.y >= bottom)];
    // what is longer already than any document did not end where the frame does: its end was not seen
    let quad = ordered(*corners);
    let [across, down] = [(0, 1, 3, 2), (0, 3, 1, 2)].map(|(a, b, c, d)| {
        (quad.corners[a].distance(quad.corners[b]) + quad.corners[c].distance(quad.corners[d])).max(1.0)
    });
    let too_long = [across / down > LONGEST, down / across > LONGEST];
    std::array::from_fn(|side| cut[side] && !too_long[side % 2])
}
