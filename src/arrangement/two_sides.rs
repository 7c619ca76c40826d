//! Front and back of one card whose edges are not seen, as on a scan of both.
//!
//! The code on the back has a known size, which gives the size of the card. If all other print lies beyond the reach of
//! that card and fits on one more card, it is the card's other side.

use crate::geometry::Region;
use crate::kinds::ID1_MM;
use crate::text::Reading;

/// Width of a card over the width of its code: of a zone of 30 letters of 2.54 mm (ICAO Doc 9303 part 5), and of the
/// barcode of a license, for which AAMVA leaves 75 mm; and height over width of a card.
const OF_ZONE: f32 = ID1_MM[0] / 76.2;
const OF_BARCODE: f32 = ID1_MM[0] / 75.0;
const SHAPE: f32 = ID1_MM[1] / ID1_MM[0];
/// How much larger than a card its print may look, as a ratio.
const ROOM: f32 = 1.06;
/// How far a card reaches from the middle of its code: up and down as shares of the card's height, and to each side as
/// a share of its width. The zone is at the bottom; a barcode can be anywhere and may be narrower than the room for it.
const REACH_OF_ZONE: (f32, f32, f32) = (0.95, 0.25, 0.56);
const REACH_OF_BARCODE: (f32, f32, f32) = (1.1, 1.1, 0.7);
/// The other side's fewest lines, fewest letters and digits, and least width of print as a share of the card's width.
const LINES: usize = 3;
const LETTERS: usize = 16;
const MIN_PRINT_WIDTH: f32 = 0.4;

/// The code on a card's back, in upright space.
#[derive(Debug, Clone, Copy)]
pub(super) enum Code {
    /// Its machine readable zone of three lines.
    Zone(Region),
    /// Its barcode.
    Barcode(Region),
}

/// The bounding boxes of the print on the back and on the front; `None` if there is only a back, or too much other
/// print.
pub(super) fn find(code: Code, lines: &[Reading]) -> Option<[Region; 2]> {
    let (region, width, (up, down, aside)) = match code {
        Code::Zone(r) => (r, r.width * OF_ZONE, REACH_OF_ZONE),
        Code::Barcode(r) => (r, r.width * OF_BARCODE, REACH_OF_BARCODE),
    };
    let (middle, height) = (region.center(), width * SHAPE);
    let is_near = |line: &&Reading| {
        let at = line.region.center();
        (at.x - middle.x).abs() < aside * width && at.y > middle.y - up * height && at.y < middle.y + down * height
    };
    let (near, far): (Vec<&Reading>, Vec<&Reading>) = lines.iter().partition(is_near);
    let letters = |l: &&Reading| l.text.chars().filter(|c| c.is_alphanumeric()).count();
    if far.len() < LINES || far.iter().map(letters).sum::<usize>() < LETTERS {
        return None;
    }
    let around = |of: &[&Reading]| of.iter().map(|l| l.region).reduce(Region::union);
    let front = around(&far)?;
    let back = around(&near).map_or(region, |r| r.union(region));
    let is_card = |r: Region| r.width <= ROOM * width && r.height <= ROOM * height;
    let other = front.width >= MIN_PRINT_WIDTH * width && front.intersection(back).area() <= 0.0;
    (other && is_card(front) && is_card(back)).then_some([back, front])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::readings::line;

    /// Three lines of a card's front, starting at a place.
    fn front(left: f32, top: f32) -> Vec<Reading> {
        ["PERMANENT RESIDENT", "LEE CRITTENDEN", "CARD EXPIRES 11/01/94"]
            .into_iter()
            .enumerate()
            .map(|(i, text)| line(text, left, top + 40.0 * i as f32, 180.0, 14.0))
            .collect()
    }

    const ZONE: Code = Code::Zone(Region { left: 310.0, top: 120.0, width: 254.0, height: 50.0 });

    #[test]
    fn print_beside_or_above_the_card_with_the_code_is_its_front() {
        let beside = find(ZONE, &front(20.0, 30.0)).unwrap();
        assert!(beside[1].right() < beside[0].left);
        assert!(find(Code::Barcode(Region::new(20.0, 320.0, 240.0, 50.0)), &front(20.0, 30.0)).is_some());
    }

    #[test]
    fn print_on_the_same_card_or_all_over_a_page_is_not() {
        assert!(find(ZONE, &front(320.0, 20.0)).is_none());
        let mut letter = front(20.0, 30.0);
        letter.extend(front(20.0, 900.0));
        assert!(find(ZONE, &letter).is_none());
        assert!(find(ZONE, &front(20.0, 30.0)[..1]).is_none());
    }
}
