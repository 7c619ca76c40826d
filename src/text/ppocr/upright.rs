//! Finds which of the four turns of a page makes its print readable.
//!
//! The shape of the lines tells whether they run across or down. Reading a few lines both ways tells which way is up:
//! print that is upside down is read with little confidence. In doubt, a page stays as it was given.

use super::ctc::Decoded;
use crate::geometry::{Point, Quad, Rotation, Size};

/// Most lines that are read for one turn.
const SAMPLE: usize = 6;
/// Longest piece of a line that is read for this, as a multiple of the line height.
const SAMPLE_HEIGHTS: f32 = 12.0;
/// Lines whose length is between this many heights and that of the longest piece tell enough and are read whole.
const WHOLE_HEIGHTS: f32 = 4.0;
/// Lines shorter than this many heights do not tell the direction.
const TELLING_HEIGHTS: f32 = 2.0;
/// Share of the length of the lines from which they mostly run one way.
const MOSTLY: f32 = 0.65;
/// Rows of a machine readable zone are at least so many heights long; so many of the longest lines are looked at.
const ZONE_HEIGHTS: f32 = 16.0;
const ZONE_ROWS: usize = 4;
/// Fillers in the middle of a row that make it one, and the confidence of its reading.
const ZONE_FILLERS: usize = 3;
const ZONE_CONFIDENCE: f32 = 0.8;
/// A first guess that is read with this mean confidence, in this many letters, needs no second one. Chosen with a
/// margin: on sixty specimens all pages but one stayed as given, and fourteen of them, put on their heads, were all
/// turned back.
const OBVIOUS: f32 = 0.92;
const OBVIOUS_LETTERS: usize = 12;
/// Least lead in mean confidence of another turn over the page as it was given.
const PRIOR: f32 = 0.05;
/// Lead over the next best turn from which the turn is certain.
const CLEAR_LEAD: f32 = 0.25;

/// A line of the page before it is known which way is up: its box in page space, and the detector's confidence.
pub(super) use super::outline::Found;

/// The answer: the turn, and how sure it is, 0–1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Upright {
    pub(super) rotation: Rotation,
    pub(super) confidence: f32,
}

/// Finds the turn. `read` reads pieces in page space, the first corner of each where its text would begin.
///
/// # Errors
/// The errors of `read`.
pub(super) fn find<E>(
    lines: &[Found],
    page: Size,
    mut read: impl FnMut(&[Quad]) -> Result<Vec<Decoded>, E>,
) -> Result<Upright, E> {
    let across = share_across(lines, page);
    if across.is_some_and(|share| share < MOSTLY)
        && let Some(rotation) = by_zone(lines, page, &mut read)?
    {
        return Ok(Upright { rotation, confidence: OBVIOUS });
    }
    let mut trials: Vec<(Rotation, f32, usize)> = Vec::new();
    for rotation in candidates(across) {
        let (mean, letters) = legibility(&read(&sample(lines, rotation, page))?);
        if trials.is_empty() && mean >= OBVIOUS && letters >= OBVIOUS_LETTERS {
            return Ok(Upright { rotation, confidence: mean });
        }
        let prior = if rotation == Rotation::None { PRIOR } else { 0.0 };
        trials.push((rotation, mean + prior, letters));
    }
    trials.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some(&(rotation, best, letters)) = trials.first().filter(|t| t.2 > 0) else { return Ok(Upright::default()) };
    let lead = trials.get(1).map_or(best, |next| best - next.1) / CLEAR_LEAD;
    let evidence = letters as f32 / OBVIOUS_LETTERS as f32;
    Ok(Upright { rotation, confidence: (best.min(1.0) * lead.min(1.0) * evidence.min(1.0)).clamp(0.0, 1.0) })
}

/// The turn after which a machine readable zone stands upright, on a page most of whose print does not run across. The
/// spread of a passport may print its other page turned, but only the data page counts.
fn by_zone<E>(
    lines: &[Found],
    page: Size,
    read: &mut impl FnMut(&[Quad]) -> Result<Vec<Decoded>, E>,
) -> Result<Option<Rotation>, E> {
    for rotation in Rotation::ALL {
        let long = |quad: &Quad| quad.sides().0 >= ZONE_HEIGHTS * quad.sides().1;
        let mut rows: Vec<Quad> = lines.iter().map(|line| placed(&line.quad, rotation, page)).filter(long).collect();
        rows.sort_by(|a, b| b.sides().0.total_cmp(&a.sides().0));
        rows.truncate(ZONE_ROWS);
        let pieces: Vec<Quad> = rows.iter().map(|quad| rotation.quad_to_page(middle(quad), page)).collect();
        let fillers = |seen: &Decoded| seen.text.chars().filter(|c| *c == '<').count();
        let is_zone = |seen: &Decoded| seen.confidence >= ZONE_CONFIDENCE && fillers(seen) >= ZONE_FILLERS;
        if !pieces.is_empty() && read(&pieces)?.iter().any(is_zone) {
            return Ok(Some(rotation));
        }
    }
    Ok(None)
}

/// How much of the length of all telling lines runs across the page, 0–1; `None` where there are none.
fn share_across(lines: &[Found], page: Size) -> Option<f32> {
    let (mut across, mut down) = (0.0, 0.0);
    for line in lines {
        let (width, height) = placed(&line.quad, Rotation::None, page).sides();
        if width >= TELLING_HEIGHTS * height {
            across += width;
        } else if height >= TELLING_HEIGHTS * width {
            down += height;
        }
    }
    (across + down > 0.0).then(|| across / (across + down).max(1.0))
}

/// The turns that the shape of the lines leaves open, likeliest first.
fn candidates(across: Option<f32>) -> Vec<Rotation> {
    match across {
        None => vec![Rotation::None, Rotation::Cw180, Rotation::Cw270, Rotation::Cw90],
        Some(share) if share >= MOSTLY => vec![Rotation::None, Rotation::Cw180],
        Some(share) if share <= 1.0 - MOSTLY => vec![Rotation::Cw270, Rotation::Cw90],
        Some(_) => vec![Rotation::None, Rotation::Cw270, Rotation::Cw90, Rotation::Cw180],
    }
}

/// Lines that would run across after a turn, in page space. First come those that can be read whole, because they need
/// not be read again; then the middle pieces of longer lines.
fn sample(lines: &[Found], rotation: Rotation, page: Size) -> Vec<Quad> {
    let mut telling: Vec<(bool, f32, Quad)> = lines
        .iter()
        .map(|line| (line.score, placed(&line.quad, rotation, page)))
        .filter(|(_, quad)| quad.sides().0 >= TELLING_HEIGHTS * quad.sides().1)
        .map(|(score, quad)| {
            let (width, height) = quad.sides();
            let whole = (WHOLE_HEIGHTS..=SAMPLE_HEIGHTS).contains(&(width / height.max(f32::EPSILON)));
            (whole, score * width.min(SAMPLE_HEIGHTS * height), quad)
        })
        .collect();
    if telling.is_empty() {
        telling = lines.iter().map(|line| (true, line.score, placed(&line.quad, rotation, page))).collect();
    }
    telling.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
    telling.iter().take(SAMPLE).map(|(_, _, quad)| rotation.quad_to_page(middle(quad), page)).collect()
}

/// The middle of a line, at most [`SAMPLE_HEIGHTS`] long.
fn middle(quad: &Quad) -> Quad {
    let (width, height) = quad.sides();
    if width <= SAMPLE_HEIGHTS * height {
        return *quad;
    }
    let cut = 0.5 - SAMPLE_HEIGHTS * height / width / 2.0;
    let [a, b, c, d] = quad.corners;
    let on = |from: Point, to: Point, share: f32| {
        Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
    };
    Quad::new([on(a, b, cut), on(a, b, 1.0 - cut), on(d, c, 1.0 - cut), on(d, c, cut)])
}

/// Mean confidence over the letters, and their number.
fn legibility(readings: &[Decoded]) -> (f32, usize) {
    let letters = |r: &Decoded| r.text.chars().filter(|c| !c.is_whitespace()).count();
    let count: usize = readings.iter().map(letters).sum();
    let sum: f32 = readings.iter().map(|r| r.confidence * letters(r) as f32).sum();
    (sum / count.max(1) as f32, count)
}

/// A box of page space in upright space: clockwise, with the first corner at the top left of the upright page.
pub(super) fn placed(quad: &Quad, rotation: Rotation, page: Size) -> Quad {
    let mut corners = rotation.quad_to_upright(*quad, page).corners;
    let winding: f32 = (0..4).map(|i| (corners[i], corners[(i + 1) % 4])).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if winding < 0.0 {
        corners.reverse();
    }
    let slope = |i: usize| {
        let (a, b) = (corners[i], corners[(i + 1) % 4]);
        (b.x - a.x) / a.distance(b).max(f32::EPSILON)
    };
    let first = (0..4).max_by(|a, b| slope(*a).total_cmp(&slope(*b))).unwrap_or(0);
    corners.rotate_left(first);
    Quad::new(corners)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Region;

    const PAGE: Size = Size::new(600, 400);

    /// Three lines on a page that stands upright after `rotation`, as they lie in page space.
    fn page(rotation: Rotation) -> Vec<Found> {
        let upright = rotation.turned(PAGE);
        (0..3)
            .map(|i| Region::new(20.0, 30.0 + 40.0 * i as f32, upright.width as f32 - 100.0 - 50.0 * i as f32, 20.0))
            .map(|r| Found { quad: Quad::from(rotation.region_to_page(r, PAGE)), score: 0.9 })
            .collect()
    }

    /// A reader that reads well only what begins where it should.
    fn reader(truth: Rotation, well: f32, badly: f32) -> impl Fn(&[Quad]) -> Result<Vec<Decoded>, ()> {
        move |pieces| {
            let one = |piece: &Quad| {
                let placed = placed(piece, truth, PAGE);
                let begins = truth.quad_to_page(placed, PAGE).corners[0].distance(piece.corners[0]) < 0.5;
                let confidence = if begins { well } else { badly };
                Decoded { text: "ABCDEFGH".to_owned(), confidence, weakest: confidence, letters: Vec::new() }
            };
            Ok(pieces.iter().map(one).collect())
        }
    }

    #[test]
    fn all_four_turns_are_found() {
        for truth in Rotation::ALL {
            let found = find(&page(truth), PAGE, reader(truth, 0.97, 0.6)).unwrap();
            assert_eq!(found.rotation, truth);
            assert!(found.confidence > 0.9, "{found:?}");
        }
    }

    #[test]
    fn the_code_lines_decide_where_the_other_page_of_a_booklet_is_printed_turned() {
        let across = |top: f32| Region::new(10.0, top, 560.0, 16.0);
        let down = (0..8).map(|i| Region::new(20.0 + 40.0 * i as f32, 10.0, 20.0, 260.0));
        let regions = down.chain([across(330.0), across(360.0)]);
        let lines: Vec<Found> = regions.map(|r| Found { quad: Quad::from(r), score: 0.9 }).collect();
        // all print reads well as it runs, the zone only as the page stands
        let read = |pieces: &[Quad]| {
            let one = |piece: &Quad| {
                let [a, b, ..] = piece.corners;
                let zone = a.y > 300.0 && b.x > a.x;
                let (text, confidence) = if zone { ("ABC<<<<<DE", 0.95) } else { ("OBSERVATIONS PAGE", 0.93) };
                Decoded { text: text.to_owned(), confidence, weakest: confidence, letters: Vec::new() }
            };
            Ok::<_, ()>(pieces.iter().map(one).collect())
        };
        assert_eq!(share_across(&lines, PAGE).map(|share| share < MOSTLY), Some(true));
        let found = find(&lines, PAGE, read).unwrap();
        assert_eq!((found.rotation, found.confidence), (Rotation::None, OBVIOUS));
    }

    #[test]
    fn print_that_reads_alike_both_ways_stays_as_it_is_and_is_unsure() {
        let found = find(&page(Rotation::None), PAGE, reader(Rotation::Cw180, 0.83, 0.8)).unwrap();
        assert_eq!(found.rotation, Rotation::None);
        assert!(found.confidence < 0.2, "{found:?}");
    }

    #[test]
    fn a_page_without_print_is_upright_without_any_confidence() {
        let found = find(&[], PAGE, |pieces| Ok::<_, ()>(vec![Decoded::default(); pieces.len()])).unwrap();
        assert_eq!(found, Upright::default());
    }

    #[test]
    fn few_letters_give_little_confidence() {
        let mut lines = page(Rotation::None);
        lines.truncate(1);
        let read = |pieces: &[Quad]| {
            let one = Decoded { text: "AB".to_owned(), confidence: 0.99, weakest: 0.99, letters: Vec::new() };
            Ok::<_, ()>(vec![one; pieces.len()])
        };
        assert!(find(&lines, PAGE, read).unwrap().confidence < 0.2);
    }

    #[test]
    fn a_box_is_placed_alike_whatever_its_first_corner_and_winding() {
        let region = Region::new(50.0, 60.0, 200.0, 20.0);
        for rotation in Rotation::ALL {
            let page_quad = Quad::from(rotation.region_to_page(region, PAGE));
            for shift in 0..8 {
                let mut corners = page_quad.corners;
                corners.rotate_left(shift % 4);
                if shift > 3 {
                    corners.reverse();
                }
                assert_eq!(placed(&Quad::new(corners), rotation, PAGE), Quad::from(region), "{rotation:?} {shift}");
            }
        }
    }

    #[test]
    fn the_middle_of_a_long_line_keeps_its_height_and_center() {
        let line = Quad::from(Region::new(100.0, 50.0, 1000.0, 20.0));
        assert_eq!(middle(&line).bounds(), Region::new(480.0, 50.0, 240.0, 20.0));
        let short = Quad::from(Region::new(100.0, 50.0, 60.0, 20.0));
        assert_eq!(middle(&short), short);
    }
}
