//! The lines of a page that lies askew, as they would stand if it lay straight.
//!
//! Captions and values are paired by rows and columns. On a page photographed from the side a row runs downhill, and at
//! the other end of the page it runs less so. The slope is fitted to the lines themselves: its middle, and how it
//! changes down the page. What is found is told in the places where it really is.

use crate::geometry::{Point, Region};
use crate::text::Reading;

/// A line tells the slope when it is this many times as long as high.
const LONG: f32 = 4.0;
/// Lines steeper than this (as a share of their length) are turned print and tell nothing.
const STEEPEST: f32 = 0.35;
/// Lines that tell how the slope changes down the page, at least.
const FEWEST: usize = 8;
/// The slope changes by no more than this from the middle of the page to its top.
const MOST_CHANGE: f32 = 0.12;
/// Slopes below this move no line by a fifth of its height on any page; the lines stay as they are.
const LEVEL: f32 = 0.004;

/// The lines of a page, straightened, and where they really are.
pub(super) struct Straight {
    /// The lines; all but their boxes as they were read.
    pub lines: Vec<Reading>,
    real: Vec<Region>,
}

/// A slope at the middle of the page, and its change down to the bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Slope {
    center: Point,
    half: f32,
    middle: f32,
    change: f32,
}

impl Straight {
    pub(super) fn of(readings: &[Reading]) -> Self {
        let real = readings.iter().map(|r| r.region).collect();
        let slope = Slope::of(readings);
        let lines = match slope {
            Some(slope) => readings.iter().map(|r| Reading { region: slope.straightened(r), ..r.clone() }).collect(),
            None => readings.to_vec(),
        };
        Self { lines, real }
    }

    /// Where a box of the straightened page really is: around the lines whose middles it holds.
    pub(super) fn back(&self, region: Region) -> Region {
        let held = self.lines.iter().zip(&self.real).filter(|(l, _)| region.contains(l.region.center()));
        held.map(|(_, real)| *real).reduce(Region::union).unwrap_or(region)
    }
}

/// Middles of the left and of the right end of a line, and its height.
fn ends(reading: &Reading) -> (Point, Point, f32) {
    let [a, b, c, d] = reading.outline.corners;
    (a.middle(d), b.middle(c), a.distance(d).midpoint(b.distance(c)))
}

impl Slope {
    fn of(readings: &[Reading]) -> Option<Self> {
        let around = readings.iter().map(|r| r.region).reduce(Region::union)?;
        let center = around.center();
        let half = (around.height / 2.0).max(1.0);
        // slope, place down the page (-1 to 1), weight
        let mut told: Vec<(f32, f32, f32)> = Vec::new();
        for reading in readings {
            let (left, right, height) = ends(reading);
            let length = right.x - left.x;
            if height > 0.0 && length >= LONG * height && (right.y - left.y).abs() <= STEEPEST * length {
                let down = (left.middle(right).y - center.y) / half;
                told.push(((right.y - left.y) / length, down, length));
            }
        }
        told.sort_by(|a, b| a.0.total_cmp(&b.0));
        let whole: f32 = told.iter().map(|t| t.2).sum();
        let mut passed = 0.0;
        let (median, ..) = *told.iter().find(|t| {
            passed += t.2;
            passed >= whole / 2.0
        })?;
        let change = change(&told, median);
        let slope = Self { center, half, middle: median, change };
        (median.abs() + change.abs() >= LEVEL).then_some(slope)
    }

    /// The box that a line has once the slope is taken from its place.
    fn straightened(&self, reading: &Reading) -> Region {
        let (left, right, height) = ends(reading);
        let (length, at) = ((right.x - left.x).hypot(right.y - left.y), reading.region.center());
        let slope = self.middle + self.change * (at.y - self.center.y) / self.half;
        let x = at.x + (at.y - self.center.y) * self.middle;
        let y = at.y - (at.x - self.center.x) * slope;
        let along = right.x - left.x > 0.0 && (right.y - left.y).abs() <= STEEPEST * length;
        let (width, height) = if along { (length, height) } else { (reading.region.width, reading.region.height) };
        Region::new(x - width / 2.0, y - height / 2.0, width, height)
    }
}

/// How the slope changes from the middle to the bottom, by weighted least squares through the lines near the median.
fn change(told: &[(f32, f32, f32)], median: f32) -> f32 {
    let near: Vec<&(f32, f32, f32)> = told.iter().filter(|t| (t.0 - median).abs() <= MOST_CHANGE).collect();
    let sum = |of: &dyn Fn(&(f32, f32, f32)) -> f32| near.iter().map(|t| of(t)).sum::<f32>();
    let weight = sum(&|t| t.2);
    if near.len() < FEWEST || weight <= 0.0 {
        return 0.0;
    }
    let (slope, down) = (sum(&|t| t.0 * t.2) / weight, sum(&|t| t.1 * t.2) / weight);
    let spread = sum(&|t| t.2 * (t.1 - down).powi(2));
    if spread <= 0.02 * weight {
        return 0.0;
    }
    (sum(&|t| t.2 * (t.1 - down) * (t.0 - slope)) / spread).clamp(-MOST_CHANGE, MOST_CHANGE)
}

#[cfg(test)]
mod tests {
    use super::super::{FieldKind, FieldLexicon, extract};
    use super::*;
    use crate::assets::Assets;
    use crate::codes::Codes;
    use crate::geometry::{Quad, Size};
    use crate::testing::readings::page;

    const BILL: &str = "Mesa Valley Energy|Account number|3938-8653-75\nElectric bill, 434 kWh|Statement date|06/12/2025\n|Due date|07/03/2025\n|Service period|05/09/2025\n\n\nMARISOL ELENA QUINTERO AVILA\n64 LILLA TURNPIKE\nAUERCHESTER, OH 30731\n\nService address 64 Lilla Turnpike\nAmount due $12.00\nPlease return this part with your payment to us\nA late fee is added to balances that are unpaid";

    /// The lines as a camera sees them that looks from the side: each point of the page moved by `to`.
    fn seen(lines: Vec<Reading>, to: impl Fn(Point) -> Point) -> Vec<Reading> {
        let moved = |r: Reading| {
            let corners = r.outline.corners.map(&to);
            let region = Region::around(corners).unwrap();
            Reading { outline: Quad { corners }, region, ..r }
        };
        lines.into_iter().map(moved).collect()
    }

    fn read(lines: &[Reading]) -> super::super::Facts {
        let lexicon = FieldLexicon::load(&Assets::at(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"))).unwrap();
        extract(&lexicon, lines, &Codes::default(), Size::new(1200, 900))
    }

    #[test]
    fn a_page_that_lies_askew_says_the_same_as_one_that_lies_straight() {
        for degrees in [-9.0_f32, -5.0, -2.0, 2.0, 5.0, 9.0] {
            let (s, c) = degrees.to_radians().sin_cos();
            let turned = |p: Point| Point::new(c * p.x - s * p.y, s * p.x + c * p.y);
            let fanned = |p: Point| {
                let by = 1.0 + 0.0004 * degrees.signum() * (p.x - 450.0);
                Point::new(p.x, 210.0 + (p.y - 210.0) * by)
            };
            for lines in [seen(page(BILL), turned), seen(page(BILL), fanned)] {
                let facts = read(&lines);
                let value = |kind| facts.best(kind).map(|f| f.value.as_str());
                assert_eq!(value(FieldKind::StatementDate), Some("2025-06-12"), "{degrees}");
                assert_eq!(value(FieldKind::DocumentNumber), Some("3938-8653-75"), "{degrees}");
                assert_eq!(value(FieldKind::Address), Some("64 LILLA TURNPIKE, AUERCHESTER, OH 30731"), "{degrees}");
                let holder = facts.holder.as_ref().unwrap();
                assert_eq!(holder.full_name, "MARISOL ELENA QUINTERO AVILA", "{degrees}");
                let name = lines.iter().find(|l| l.text.starts_with("MARISOL")).unwrap();
                assert_eq!(holder.region, Some(name.region), "{degrees}");
            }
        }
    }

    #[test]
    fn lines_of_a_straight_page_stay_where_they_are() {
        let lines = page(BILL);
        assert_eq!(Straight::of(&lines).lines, lines);
        assert!(Straight::of(&[]).lines.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn no_outline_makes_a_box_without_a_place(corners in proptest::array::uniform8(-1e6_f32..1e6), count in 1_usize..12) {
            let [a, b, c, d, e, f, g, h] = corners;
            let corners = [Point::new(a, b), Point::new(c, d), Point::new(e, f), Point::new(g, h)];
            let one = Reading { outline: Quad { corners }, ..page("SOME WORDS").remove(0) };
            for line in Straight::of(&vec![one; count]).lines {
                let r = line.region;
                proptest::prop_assert!([r.left, r.top, r.width, r.height].iter().all(|v| v.is_finite()));
            }
        }
    }
}
