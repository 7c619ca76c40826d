//! The zone read by its own recognizer: the rows that the print's reader found show where the lines are, the layouts
//! say how many characters of which kind they have, and the check digits decide between characters that look alike.
//!
//! Must never make a zone valid by trying until the digits agree: a few doubtful places, one changed at a time, and
//! only where a single change makes *all* digits agree.

use super::lines::Row;
use super::{french, layout, zone};
use crate::codes::{Mrz, MrzFormat};
use crate::geometry::{Point, Quad, Region};
use crate::pixels::Pyramid;
use crate::text::ocrb::{Allowed, CAPITAL, Cells, Columns, ZoneReader};

/// Distance between characters as a share of a capital's height (OCR-B size 1: 2.54 mm and 2.4 mm).
const PITCH: f32 = 1.06;
/// Distance between lines in heights of a capital (ICAO Doc 9303: 6.35 mm, cards a little less).
const NEXT_LINE: f32 = 2.5;
/// A capital as a share of the height of the box that the print's reader puts around a line: between these.
const CAPITAL_IN_BOX: (f32, f32) = (0.42, 0.95);
/// Groups of rows that are looked at.
const MOST_GROUPS: usize = 6;
/// Strain of a line above which it is another line squeezed or stretched to this length.
const MOST_STRAIN: f32 = 30.0;
/// Probability of a character from which on it may be put in the place of the likeliest one.
const LEAST_ALTERNATIVE: f32 = 0.02;
/// Alternatives that are tried, the most doubtful places first. Each makes the digits of one field and of the whole
/// agree by chance once in a hundred times.
const MOST_ALTERNATIVES: usize = 8;

/// The best zone in these groups of rows. Only a valid one ends the search.
pub(super) fn find(page: &Pyramid<'_>, groups: &[Vec<&Row>], reader: &dyn ZoneReader) -> Option<Mrz> {
    let mut best: Option<Mrz> = None;
    for group in groups.iter().take(MOST_GROUPS) {
        let found = read(page, group, reader);
        if found.as_ref().is_some_and(|zone| zone.valid) {
            return found;
        }
        best = best.into_iter().chain(found).reduce(Mrz::better);
    }
    best
}

fn read(page: &Pyramid<'_>, group: &[&Row], reader: &dyn ZoneReader) -> Option<Mrz> {
    let strips = strips(group);
    let columns: Vec<Columns> = strips.iter().map(|strip| reader.read_line(page, strip).unwrap_or_default()).collect();
    // of a row alone it is not known whether it is the upper or the lower one
    let counts: &[usize] = if group.len() == 1 { &[2, 1] } else { &[columns.len()] };
    let mut best: Option<(Mrz, f32)> = None;
    for (lines, strips) in counts.iter().flat_map(|count| columns.windows(*count).zip(strips.windows(*count))) {
        let region = strips.iter().map(Quad::bounds).reduce(Region::union).unwrap_or_default();
        for layout in layouts(lines) {
            let Some(zone) = fitted(lines, layout, region) else { continue };
            let better = best.as_ref().is_none_or(|(b, strain)| (zone.0.valid, -zone.1) > (b.valid, -strain));
            if better {
                best = Some(zone);
            }
        }
    }
    best.map(|(zone, _)| zone)
}

/// A layout that is tried. The French card shares its lengths with another one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Of(MrzFormat),
    FrenchCard,
}

/// The layouts that lines may have, by what was read freely.
fn layouts(columns: &[Columns]) -> Vec<Layout> {
    let Some(first) = columns.first().map(Columns::text) else { return Vec::new() };
    let visa = first.starts_with('V');
    match columns.len() {
        3 => vec![Layout::Of(MrzFormat::Td1)],
        2 if first.starts_with("IDFRA") => vec![Layout::FrenchCard, Layout::Of(MrzFormat::Td2)],
        2 if visa => vec![Layout::Of(MrzFormat::MrvA), Layout::Of(MrzFormat::MrvB)],
        2 => vec![Layout::Of(MrzFormat::Td3), Layout::Of(MrzFormat::Td2)],
        1 if first.starts_with("D1FRA") => vec![Layout::Of(MrzFormat::License)],
        _ => Vec::new(),
    }
}

/// The zone that these lines are in this layout, with the strain of its worst line.
fn fitted(columns: &[Columns], layout: Layout, region: Region) -> Option<(Mrz, f32)> {
    let places = match layout {
        Layout::Of(format) => layout::lines(format),
        Layout::FrenchCard => layout::french_card(),
    };
    let lines: Option<Vec<Cells>> =
        columns.iter().zip(&places).map(|(c, allowed)| c.cells(allowed).filter(|l| l.strain < MOST_STRAIN)).collect();
    let lines = lines.filter(|l| l.len() == places.len())?;
    let texts: Vec<String> = lines.iter().map(|l| l.text.clone()).collect();
    let strain = lines.iter().map(|l| l.strain).fold(0.0, f32::max);
    let mut zone = parsed(&texts, layout)?;
    if !zone.valid
        && let Some(other) = repaired(&lines, layout)
    {
        zone = other;
    }
    let confidence = confidence(&lines, &places, strain) * if zone.valid { 1.0 } else { 0.5 };
    Some((Mrz { region, confidence, ..zone }, strain))
}

fn parsed(texts: &[String], layout: Layout) -> Option<Mrz> {
    match layout {
        Layout::Of(MrzFormat::License) => french::license(&texts.iter().map(String::as_str).collect::<Vec<_>>()),
        Layout::Of(format) => zone::parse_exact(texts, format),
        Layout::FrenchCard => french::card(&texts.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// As sure as the least sure of the letters that no check digit covers: those of the name, of states and of the sex,
/// which are the places without digits. Fillers at the end of a line are not counted.
fn confidence(lines: &[Cells], places: &[Vec<Allowed>], strain: f32) -> f32 {
    let of_line = |(line, places): (&Cells, &Vec<Allowed>)| {
        let end = line.text.trim_end_matches('<').len() + 1;
        let open = line.letters.iter().zip(places).take(end).filter(|(_, allowed)| !allowed.digits());
        open.map(|(sure, _)| *sure).fold(1.0, f32::min)
    };
    let weakest = lines.iter().zip(places).map(of_line).fold(1.0, f32::min);
    weakest * (-strain / MOST_STRAIN).exp()
}

/// The one zone with all digits in agreement that a single doubtful character away makes; `None` if there are several.
fn repaired(lines: &[Cells], layout: Layout) -> Option<Mrz> {
    let mut doubtful: Vec<(f32, usize, usize, char)> = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        for (at, (others, sure)) in line.others.iter().zip(&line.letters).enumerate() {
            let likely = others.iter().filter(|(_, p)| *p >= LEAST_ALTERNATIVE);
            doubtful.extend(likely.map(|(c, p)| (p / sure.max(1e-6), row, at, *c)));
        }
    }
    doubtful.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut found: Option<Mrz> = None;
    for (_, row, at, other) in doubtful.into_iter().take(MOST_ALTERNATIVES) {
        let mut texts: Vec<String> = lines.iter().map(|l| l.text.clone()).collect();
        let Some(text) = texts.get_mut(row) else { continue };
        text.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
        let Some(zone) = parsed(&texts, layout).filter(|zone| zone.valid) else { continue };
        if found.is_some() {
            return None;
        }
        found = Some(Mrz { repaired: true, ..zone });
    }
    found
}

/// The strips of a group, top to bottom: as wide as the whole group, so high that a capital fills its share. A single
/// row brings its neighbors above and below.
fn strips(group: &[&Row]) -> Vec<Quad> {
    let Some(bounds) = group.iter().map(|r| r.region).reduce(Region::union) else { return Vec::new() };
    let longest = group.iter().map(|r| r.text.len()).max().unwrap_or(0);
    let count = if group.len() == 3 || longest < 33 {
        30
    } else if longest < 41 {
        36
    } else {
        44
    };
    let across = group.iter().map(|r| r.outline.corners[0].distance(r.outline.corners[1])).fold(0.0, f32::max);
    let capital_of = |row: &Row| {
        let (least, most) = CAPITAL_IN_BOX;
        (across / count as f32 / PITCH).clamp(least * row.height, most * row.height)
    };
    let strip = |row: &Row, lines_below: f32| strip(row, bounds, capital_of(row), lines_below);
    match group {
        [only] => [-1.0, 0.0, 1.0].map(|below| strip(only, below)).to_vec(),
        rows => rows.iter().map(|row| strip(row, 0.0)).collect(),
    }
}

fn strip(row: &Row, bounds: Region, capital: f32, lines_below: f32) -> Quad {
    let [a, b, c, d] = row.outline.corners;
    let (start, end) = (a.middle(d), b.middle(c));
    let length = start.distance(end).max(1.0);
    let (ux, uy) = ((end.x - start.x) / length, (end.y - start.y) / length);
    // along the line to the ends of the group, and a character more; across it half the strip up and down
    let reach = |x: f32| (x - start.x) / ux.max(0.5);
    let (from, to) = (reach(bounds.left).min(0.0) - capital, reach(bounds.right()).max(length) + capital);
    let half = capital / CAPITAL / 2.0;
    let place = |along: f32, across: f32| {
        let across = across + lines_below * NEXT_LINE * capital;
        Point::new(start.x + ux * along - uy * across, start.y + uy * along + ux * across)
    };
    Quad::new([place(from, -half), place(to, -half), place(to, half), place(from, half)])
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;
    use crate::text::ReadError;

    const FIRST: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const SECOND: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    /// Sees the first line above the middle of the page and the second one below, some characters as others.
    struct Zone {
        /// Line, place, character that is seen there, and how clearly.
        slips: Vec<(usize, usize, char, f32)>,
    }

    impl ZoneReader for Zone {
        fn read_line(&self, page: &Pyramid<'_>, strip: &Quad) -> Result<Columns, ReadError> {
            let y = strip.bounds().center().y / page.size().height as f32;
            let Some(line) = [0.35..0.5, 0.5..0.65].iter().position(|rows| rows.contains(&y)) else {
                return Ok(Columns::default());
            };
            let mut letters: Vec<(char, f32)> = [FIRST, SECOND][line].chars().map(|c| (c, 0.98)).collect();
            for (_, at, c, sure) in self.slips.iter().filter(|slip| slip.0 == line) {
                // the true character keeps what is left, in a column beside it
                letters[*at] = (*c, *sure);
            }
            let columns = letters.iter().zip([FIRST, SECOND][line].chars());
            Ok(Columns::seen(columns.flat_map(|(seen, truth)| [*seen, (truth, 0.3), ('_', 0.9)])))
        }
    }

    fn rows() -> Vec<Row> {
        let row = |text: &str, top: f32| {
            let region = Region::new(20.0, top, 440.0, 14.0);
            Row { text: text.to_owned(), region, outline: Quad::from(region), height: 14.0, confidence: 0.6 }
        };
        vec![row("P<UTOERIKSSON<<ANNA<MARIA<<<<<<", 80.0), row("L898902C36UTO7408122F1204159ZE184226B<10", 105.0)]
    }

    fn found(rows: &[&Row], slips: &[(usize, usize, char, f32)]) -> Option<Mrz> {
        find(&Pyramid::of(&RgbImage::new(500, 200)), &[rows.to_vec()], &Zone { slips: slips.to_vec() })
    }

    #[test]
    fn two_rows_with_lost_fillers_are_a_whole_zone() {
        let rows = rows();
        let zone = found(&[&rows[0], &rows[1]], &[]).unwrap();
        assert!(zone.valid && !zone.repaired && zone.confidence > 0.9);
        assert_eq!(zone.lines, [FIRST, SECOND]);
    }

    #[test]
    fn a_row_alone_brings_its_neighbor() {
        let rows = rows();
        for row in &rows {
            assert!(found(&[row], &[]).unwrap().valid);
        }
    }

    #[test]
    fn a_doubtful_digit_is_put_right_and_said_to_be() {
        let rows = rows();
        let zone = found(&[&rows[0], &rows[1]], &[(1, 15, '1', 0.6)]).unwrap();
        assert!(zone.valid && zone.repaired);
        assert_eq!(zone.lines[1], SECOND);
    }

    #[test]
    fn a_sure_digit_that_does_not_agree_stays_and_the_zone_is_not_valid() {
        let rows = rows();
        let zone = found(&[&rows[0], &rows[1]], &[(1, 15, '1', 0.98), (1, 23, '7', 0.98)]).unwrap();
        assert!(!zone.valid && zone.confidence <= 0.5);
    }

    #[test]
    fn a_doubtful_letter_of_the_name_makes_the_zone_unsure() {
        let rows = rows();
        let zone = found(&[&rows[0], &rows[1]], &[(0, 8, 'X', 0.5)]).unwrap();
        assert!(zone.valid && zone.confidence < 0.6);
    }
}
