//! Where the findings of a page are drawn over its picture: a frame for each place, and a badge with the number of the
//! finding. Coordinates are those of the upright page.

use serde::Serialize;

use crate::checks::{Finding, Severity};
use crate::geometry::{Region, Size};

/// Radius of a badge, as a share of the longer side of the page.
const BADGE_RADIUS: f32 = 0.024;
/// Smallest frame, in radii of a badge: a smaller one would vanish under its badge.
const SMALLEST_FRAME: f32 = 1.2;

/// A frame and its badge, in whole pixels of the upright page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Frame {
    number: usize,
    class: &'static str,
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    badge_x: i64,
    badge_y: i64,
}

/// What is drawn over a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Drawing {
    width: u32,
    height: u32,
    radius: i64,
    frames: Vec<Frame>,
}

impl Drawing {
    /// The frames of the findings that point at a place; findings are numbered from 1 in their order.
    pub(super) fn new(findings: &[Finding], page: Size) -> Self {
        let radius = BADGE_RADIUS * page.width.max(page.height) as f32;
        let mut taken: Vec<(f32, f32)> = Vec::new();
        let placed = findings.iter().enumerate().filter_map(|(n, finding)| Some((n + 1, finding, finding.region?)));
        let frames = placed.filter_map(|(number, finding, region)| {
            let seen = at_least(region.intersection(page.region()), radius * SMALLEST_FRAME);
            (region.intersection(page.region()).area() > 0.0).then(|| {
                let badge = badge(seen, page, radius, &taken);
                taken.push(badge);
                frame(number, finding.severity, seen, badge)
            })
        });
        let frames = frames.collect();
        Self { width: page.width, height: page.height, radius: radius.round() as i64, frames }
    }

    /// How many places are marked.
    pub(super) fn count(&self) -> usize {
        self.frames.len()
    }

    /// Whether the finding with this number is drawn.
    pub(super) fn shows(&self, number: usize) -> bool {
        self.frames.iter().any(|frame| frame.number == number)
    }
}

fn frame(number: usize, severity: Severity, place: Region, (badge_x, badge_y): (f32, f32)) -> Frame {
    Frame {
        number,
        class: super::shown::severity_word(severity).class,
        x: place.left.round() as i64,
        y: place.top.round() as i64,
        width: place.width.round() as i64,
        height: place.height.round() as i64,
        badge_x: badge_x.round() as i64,
        badge_y: badge_y.round() as i64,
    }
}

/// A place of at least this width and height.
fn at_least(place: Region, side: f32) -> Region {
    let (more_width, more_height) = ((side - place.width).max(0.0), (side - place.height).max(0.0));
    Region::new(
        place.left - more_width / 2.0,
        place.top - more_height / 2.0,
        place.width + more_width,
        place.height + more_height,
    )
}

/// The middle of a badge: the left top corner of the frame, inside the page, and beside the badges that are there.
fn badge(frame: Region, page: Size, radius: f32, taken: &[(f32, f32)]) -> (f32, f32) {
    let (width, height) = (page.width as f32, page.height as f32);
    let inside = |at: f32, side: f32| at.min(side - radius).max(radius);
    let y = inside(frame.top, height);
    let mut x = inside(frame.left, width);
    let touches = |x: f32| taken.iter().any(|(a, b)| (a - x).hypot(b - y) < radius * 2.0);
    while touches(x) && x + radius < width {
        x += radius;
    }
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Subject;

    fn at(region: Option<Region>) -> Finding {
        Finding::new("glare", Subject::Picture, Severity::Blocker).at(region)
    }

    #[test]
    fn badges_of_one_place_stand_beside_each_other_and_inside_the_page() {
        let place = Region::new(-50.0, -50.0, 400.0, 300.0);
        let drawing = Drawing::new(&[at(Some(place)), at(None), at(Some(place))], Size::new(1000, 800));
        let [first, third] = drawing.frames.as_slice() else { panic!("{drawing:?}") };
        assert_eq!((first.number, third.number), (1, 3));
        assert!(third.badge_x - first.badge_x >= 2 * drawing.radius - 1, "{drawing:?}");
        assert!(first.badge_x >= drawing.radius && first.badge_y >= drawing.radius);
        assert!(drawing.shows(3) && !drawing.shows(2));
    }

    #[test]
    fn a_place_outside_of_the_page_is_not_drawn_and_a_tiny_one_is_large_enough_to_be_seen() {
        let page = Size::new(1000, 800);
        assert_eq!(Drawing::new(&[at(Some(Region::new(2000.0, 0.0, 10.0, 10.0)))], page).count(), 0);
        let tiny = Drawing::new(&[at(Some(Region::new(500.0, 400.0, 2.0, 2.0)))], page);
        assert!(tiny.frames[0].width >= tiny.radius);
    }
}
