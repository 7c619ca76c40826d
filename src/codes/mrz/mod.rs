//! Finds the machine readable zone among the lines of a page, and has its lines read again where they do not fit.
//!
//! Must never present a wrong zone as valid: only check digits make one valid.

mod cells;
mod french;
mod layout;
mod lines;
mod values;
mod zone;

use image::imageops;

use self::lines::{Row, follows, is_candidate, normalized, rows};
use super::{Mrz, Rereaders};
use crate::geometry::{Quad, Region};
use crate::pixels::Pyramid;
use crate::text::{Hint, Reading, TextReader};

/// Lines lower than this many pixels are read again at twice their size.
const SMALL_LINE: f32 = 28.0;
/// Confidence of the zone's own recognizer above which the other reader, which lost characters of the name, is no
/// doubt.
const UNDOUBTED_ZONE: f32 = 0.97;
/// Widest strip that is read again, in pixels.
const MAX_STRIP: u32 = 6000;

/// The zone of a page, or where something stands that looks like one.
pub(super) fn find(page: &Pyramid<'_>, lines: &[Reading], again: Rereaders<'_>) -> (Option<Mrz>, Option<Region>) {
    let rows = rows(lines);
    let groups = groups(&rows);
    let own = again.zone.and_then(|reader| cells::find(page, &groups, reader));
    let mut print = groups.iter().filter_map(|group| parse_rows(group)).reduce(Mrz::better);
    if let Some(reader) = again.print
        && !own.iter().chain(&print).any(|zone| zone.valid)
    {
        for group in groups.iter().take(3) {
            print = print.into_iter().chain(read_again(page, group, reader)).reduce(Mrz::better);
            if print.as_ref().is_some_and(|zone| zone.valid) {
                break; // reading costs time, and there is nothing better
            }
        }
    }
    let looks_real = reconciled(own, print).filter(plausible);
    let fragment = looks_real.is_none().then(|| fragment(&rows)).flatten();
    (looks_real, fragment)
}

/// The zone of lines that are in no picture.
pub(super) fn from_lines(lines: &[&str]) -> Option<Mrz> {
    let normalized: Vec<String> = lines.iter().map(|line| normalized(line)).collect();
    let lines: Vec<&str> = normalized.iter().map(String::as_str).collect();
    zone::parse(&lines, Region::default(), 1.0)
}

/// The zone of two readings: its own recognizer's, and that of the reader of print. No check digit covers the name, so
/// it is sure where both read the same.
fn reconciled(own: Option<Mrz>, print: Option<Mrz>) -> Option<Mrz> {
    let (own, print) = match (own, print) {
        (Some(own), Some(print)) if own.valid => (own, print),
        (Some(own), Some(print)) => return Some(print.better(own)),
        (own, print) => return own.or(print),
    };
    if own.lines == print.lines {
        return Some(Mrz { confidence: own.confidence.max(print.confidence), ..own });
    }
    // a name that the reader of print could not count is no second opinion
    if own.confidence > UNDOUBTED_ZONE && print.confidence <= zone::UNPROVEN_NAME {
        return Some(own);
    }
    let surer = if print.valid && print.confidence > own.confidence { print } else { own };
    Some(Mrz { confidence: surer.confidence.min(zone::UNPROVEN_NAME), ..surer })
}

/// A zone that could not be made valid is still shown as one when at least one check digit agrees, or when its first
/// line begins as only a zone does.
fn plausible(zone: &Mrz) -> bool {
    let code = zone.document_code.starts_with(['P', 'V', 'I', 'A', 'C']);
    zone.valid || code && (zone.failed.len() <= 2 || zone.lines.iter().any(|l| l.contains("<<<<")))
}

/// Three rows that follow one another, then every two, then single rows (their neighbors may have been missed).
fn groups(rows: &[Row]) -> Vec<Vec<&Row>> {
    let mut pairs = Vec::new();
    let mut triples = Vec::new();
    for (i, a) in rows.iter().enumerate() {
        for (j, b) in rows.iter().enumerate().skip(i + 1).take(4) {
            if !follows(a, b) {
                continue;
            }
            pairs.push(vec![a, b]);
            triples.extend(rows.iter().skip(j + 1).take(4).filter(|c| follows(b, c)).map(|c| vec![a, b, c]));
        }
    }
    let alone = |r: &&Row| r.text.matches('<').count() >= 3 || r.text.starts_with("D1");
    let singles = rows.iter().filter(alone).map(|r| vec![r]);
    triples.into_iter().chain(pairs).chain(singles).take(24).collect()
}

fn parse_rows(rows: &[&Row]) -> Option<Mrz> {
    let texts: Vec<&str> = rows.iter().map(|r| r.text.as_str()).collect();
    let region = rows.iter().map(|r| r.region).reduce(Region::union)?;
    // The weakest row counts: no check digit covers the one with the name.
    let confidence = rows.iter().map(|r| r.confidence).fold(1.0, f32::min);
    zone::parse(&texts, region, confidence)
}

/// Where something stands that looks like a part of a zone: rows with a good share of filler.
fn fragment(rows: &[Row]) -> Option<Region> {
    let strong = |r: &&Row| r.text.matches('<').count() >= 4 && (r.text.contains("<<") || r.text.len() >= 28);
    rows.iter().filter(strong).map(|r| r.region).reduce(Region::union)
}

/// Reads the rows of a group again from the pixels, and the strips beside them where a row seems to be missing.
fn read_again(page: &Pyramid<'_>, group: &[&Row], reader: &dyn TextReader) -> Option<Mrz> {
    let mut choices: Vec<Vec<Row>> = Vec::new();
    for row in wanted_strips(group) {
        let mut options: Vec<Row> = row.1.into_iter().collect();
        for factor in if row.0.height < SMALL_LINE { [2.0, 1.0] } else { [1.0, 2.0] } {
            if let Some(again) = read_strip(page, row.0, factor, reader)
                && !options.iter().any(|o| o.text == again.text)
            {
                options.push(again);
            }
        }
        if !options.is_empty() {
            choices.push(options);
        }
    }
    let mut best: Option<Mrz> = None;
    for pick in combinations(&choices) {
        for size in [3, 2] {
            for window in pick.windows(size) {
                let found = parse_rows(window);
                if found.as_ref().is_some_and(|m| m.valid) {
                    return found;
                }
                best = best.into_iter().chain(found).reduce(Mrz::better);
            }
        }
    }
    best
}

/// The strips of a group, top to bottom, each with what was read there before; a single row brings its neighbors.
fn wanted_strips(group: &[&Row]) -> Vec<(Region, Option<Row>)> {
    let known = group.iter().map(|r| (r.region, Some((*r).clone())));
    let Some(first) = group.first().filter(|_| group.len() == 1) else { return known.collect() };
    let moved = |by: f32| Region { top: first.region.top + by * first.region.height, ..first.region };
    let above = [-1.7].map(|by| (moved(by), None));
    let below = [1.7].map(|by| (moved(by), None));
    above.into_iter().chain(known).chain(below).collect()
}

fn combinations(choices: &[Vec<Row>]) -> Vec<Vec<&Row>> {
    let mut all: Vec<Vec<&Row>> = vec![Vec::new()];
    for options in choices {
        all = all.iter().flat_map(|head| options.iter().map(move |o| [head.as_slice(), &[o]].concat())).collect();
        all.truncate(27);
    }
    all
}

fn read_strip(page: &Pyramid<'_>, region: Region, factor: f32, reader: &dyn TextReader) -> Option<Row> {
    let grown = Region::new(
        region.left - region.height,
        region.top - 0.25 * region.height,
        region.width + 2.0 * region.height,
        1.5 * region.height,
    );
    let inside = grown.intersection(page.size().region());
    let (cw, ch) = (inside.width as u32, inside.height as u32);
    if cw < 20 || ch < 6 || cw > MAX_STRIP {
        return None;
    }
    let crop = imageops::crop_imm(page.full(), inside.left as u32, inside.top as u32, cw, ch).to_image();
    let crop = if factor > 1.0 && cw <= MAX_STRIP / 2 {
        imageops::resize(&crop, cw * 2, ch * 2, imageops::FilterType::CatmullRom)
    } else {
        crop
    };
    let transcript = reader.read(&Pyramid::of(&crop), Hint::Line).ok()?;
    let text: String = transcript.lines.iter().map(|l| normalized(&l.text)).collect();
    let confidence = transcript.lines.iter().map(|l| l.confidence).fold(1.0, f32::min);
    let clean: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '<').collect();
    is_candidate(&clean).then_some(Row {
        text: clean,
        region,
        outline: Quad::from(region),
        height: region.height,
        confidence,
    })
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;
    use crate::testing::readings::line;
    use crate::text::{ReadError, Reader, Transcript};

    const FIRST: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const SECOND: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    fn page() -> RgbImage {
        RgbImage::new(500, 200)
    }

    #[test]
    fn a_zone_under_print_is_found() {
        let lines = [
            line("PASSPORT", 10.0, 10.0, 90.0, 14.0),
            line("Surname / Nom ERIKSSON", 10.0, 40.0, 190.0, 14.0),
            line(FIRST, 10.0, 140.0, 440.0, 14.0),
            line("L898902C36UTO7408122F", 10.0, 165.0, 210.0, 14.0),
            line("1204159ZE184226B<<<<<10", 221.0, 165.0, 230.0, 14.0),
        ];
        let (zone, fragment) = find(&Pyramid::of(&page()), &lines, Rereaders::default());
        assert!(zone.unwrap().valid);
        assert_eq!(fragment, None);
    }

    #[test]
    fn one_line_alone_is_a_fragment() {
        let (zone, fragment) =
            find(&Pyramid::of(&page()), &[line(FIRST, 10.0, 140.0, 440.0, 14.0)], Rereaders::default());
        assert_eq!(zone, None);
        assert!(fragment.is_some());
    }

    #[test]
    fn three_lines_with_a_wrong_digit_are_no_two_lines() {
        let rows =
            ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204150UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];
        let shifted =
            ["IDAUT000009993<<<<<<<<<<<<<<<<", "7109094F111231AUT<<<<<<<<<<<<0", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];
        for rows in [rows, shifted] {
            let lines: Vec<Reading> =
                (0_u8..).zip(rows).map(|(i, row)| line(row, 10.0, 100.0 + 30.0 * f32::from(i), 440.0, 18.0)).collect();
            let zone = find(&Pyramid::of(&page()), &lines, Rereaders::default()).0.unwrap();
            assert_eq!((zone.surname.as_str(), zone.given_names.as_str()), ("ERIKSSON", "ANNA MARIA"));
            assert!(!zone.valid && zone.confidence <= 0.5);
        }
    }

    #[test]
    fn print_is_neither_zone_nor_fragment() {
        let lines =
            [line("ACCOUNT 1234567890 STATEMENT", 10.0, 10.0, 300.0, 14.0), line("<< back", 10.0, 40.0, 60.0, 14.0)];
        assert_eq!(find(&Pyramid::of(&page()), &lines, Rereaders::default()), (None, None));
    }

    struct SecondLook;

    impl TextReader for SecondLook {
        fn reader(&self) -> Reader {
            Reader::Ppocr
        }

        fn read(&self, picture: &Pyramid<'_>, _: Hint<'_>) -> Result<Transcript, ReadError> {
            let image = picture.full();
            let text = if image.get_pixel(0, image.height() - 1)[0] > 100 { SECOND } else { FIRST };
            Ok(Transcript { lines: vec![line(text, 0.0, 0.0, 440.0, 14.0)], ..Transcript::default() })
        }
    }

    #[test]
    fn a_line_that_was_missed_is_read_again() {
        let page = RgbImage::from_fn(500, 200, |_, y| image::Rgb([if y > 162 { 200 } else { 0 }; 3]));
        let (zone, _) = find(
            &Pyramid::of(&page),
            &[line(FIRST, 10.0, 140.0, 440.0, 14.0)],
            Rereaders { print: Some(&SecondLook), zone: None },
        );
        assert!(zone.unwrap().valid);
    }
}
