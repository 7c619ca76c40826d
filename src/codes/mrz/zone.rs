//! Candidate lines → a parsed zone. Lengths are restored only where filler was lost or doubled, letters are corrected
//! only where a check digit proves it, and a zone is valid only if every check digit that its layout prints agrees.
//!
//! Layouts and check digits: ICAO Doc 9303 parts 3 to 7, by the crate `mrz`; the French identity card of 1988 to 2021
//! (two lines of 36 that are not TD2) and its driving license by [`french`].

use mrz::{Format, MrzData, MrzDate, Sex};

use super::french;
use super::values::{birth_date, distance, expiry_date, letter_for, letters};
use crate::codes::{Mrz, MrzFormat};
use crate::geometry::Region;

/// Most variants of one line that are tried while its length is restored.
const MAX_VARIANTS: usize = 12;
/// Confidence of a zone whose line with the name had to be brought to its length: below what counts as a claim (0.8).
pub(super) const UNPROVEN_NAME: f32 = 0.75;
/// Letters that readers make of filler.
const FILLER_LOOKALIKES: [char; 7] = ['<', 'K', 'C', 'L', 'E', 'S', 'X'];

/// The best zone that these lines can be, top to bottom. `None` where their lengths fit no layout.
pub(super) fn parse(lines: &[&str], region: Region, confidence: f32) -> Option<Mrz> {
    if !lines.iter().all(|l| l.is_ascii()) {
        return None;
    }
    if let Some(french) = french::card(lines).or_else(|| french::license(lines)) {
        return Some(placed(french, region, confidence));
    }
    let placed = |zone: Mrz, region, confidence: f32| {
        let whole = has_whole_name_line(lines, zone.format);
        placed(zone, region, if whole { confidence } else { confidence.min(UNPROVEN_NAME) })
    };
    let mut best: Option<Mrz> = None;
    for format in formats(lines) {
        for zone in variants(lines, format) {
            let Some(found) = parse_exact(&zone, format) else { continue };
            let better = best.as_ref().is_none_or(|b| score(&found) > score(b));
            if better {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|b| b.valid) {
                return best.map(|b| placed(b, region, confidence));
            }
        }
    }
    repaired(lines).or(best).map(|b| placed(b, region, confidence))
}

/// Whether the line with the name was read with as many characters as it has. Where some are missing, a letter may be
/// among them as well as a filler, and no check digit tells.
fn has_whole_name_line(lines: &[&str], format: MrzFormat) -> bool {
    let name_line = if format == MrzFormat::Td1 { 2 } else { 0 };
    lines.get(name_line).is_some_and(|l| l.len() == width(format))
}

fn score(zone: &Mrz) -> (bool, std::cmp::Reverse<usize>) {
    (zone.valid, std::cmp::Reverse(zone.failed.len()))
}

fn placed(zone: Mrz, region: Region, confidence: f32) -> Mrz {
    let trust = match (zone.valid, zone.repaired) {
        (true, false) => 1.0,
        (true, true) => 0.95,
        (false, _) => 0.5,
    };
    Mrz { region, confidence: (confidence * trust).clamp(0.0, 1.0), ..zone }
}

/// The layouts that these lines may have, likeliest first. The lines of data tell, since the tail of filler behind a
/// name is read with any length.
fn formats(lines: &[&str]) -> Vec<MrzFormat> {
    let visa = lines.first().is_some_and(|l| l.starts_with('V'));
    let (long, short) = if visa { (MrzFormat::MrvA, MrzFormat::MrvB) } else { (MrzFormat::Td3, MrzFormat::Td2) };
    match lines {
        [_, data, _] if data.len() <= 34 => vec![MrzFormat::Td1],
        [_, data] if data.len() > 40 => vec![long, short],
        [_, _] => vec![short, long],
        _ => Vec::new(),
    }
}

/// Characters of a line in this layout.
pub(super) const fn width(format: MrzFormat) -> usize {
    match format {
        MrzFormat::Td1 | MrzFormat::License => 30,
        MrzFormat::Td2 | MrzFormat::MrvB => 36,
        MrzFormat::Td3 | MrzFormat::MrvA => 44,
    }
}

/// Every combination of restored lines, the most careful ones first.
fn variants(lines: &[&str], format: MrzFormat) -> Vec<Vec<String>> {
    let name_line = if format == MrzFormat::Td1 { 2 } else { 0 };
    let choices: Vec<Vec<String>> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let fixed = match (i == name_line, format) {
                (true, _) => return name_variants(line, format),
                (false, MrzFormat::Td1) if i == 0 => 5,
                (false, MrzFormat::Td1) => 15,
                _ => 0,
            };
            data_variants(line, width(format), fixed).iter().map(|l| letters_where_due(l, format, i)).collect()
        })
        .collect();
    let mut zones: Vec<Vec<String>> = vec![Vec::new()];
    for choice in choices {
        zones = zones
            .iter()
            .flat_map(|z| choice.iter().map(move |c| [z.as_slice(), std::slice::from_ref(c)].concat()))
            .collect();
        zones.truncate(4 * MAX_VARIANTS);
    }
    zones
}

/// A line whose name field is filled to its end: the tail of filler (and what was read for filler) may have any length.
fn name_variants(line: &str, format: MrzFormat) -> Vec<String> {
    let width = width(format);
    let start = if format == MrzFormat::Td1 { 0 } else { 5 };
    let mut line = line.to_owned();
    if start > 0 {
        line = letters_in_head(&line);
    }
    let (head, name) = line.split_at(start.min(line.len()));
    let name = letters(name);
    let body = without_tail(&name);
    let restored = format!("{head}{body}");
    if restored.len() > width {
        return Vec::new();
    }
    vec![format!("{restored:<<width$}")]
}

/// Document code and issuing state hold no digits; `D<<` often loses a filler.
fn letters_in_head(line: &str) -> String {
    let mut head: String = line.chars().take(5).map(letter_for).collect();
    let rest: String = line.chars().skip(5).collect();
    if head.len() > 2 && head.as_bytes()[1] == b'K' && head.starts_with(['P', 'V', 'I', 'A', 'C']) {
        head.replace_range(1..2, "<");
    }
    let german = head.get(2..5).is_some_and(|s| s.starts_with("D<") && !s.ends_with('<'));
    if german {
        head.insert(3, '<');
    }
    head + &rest
}

/// State and nationality hold no digits, and no check digit covers them: the letters that were meant.
fn letters_where_due(line: &str, format: MrzFormat, index: usize) -> String {
    let (from, to) = match (format, index) {
        (MrzFormat::Td1, 0) => (2, 5),
        (MrzFormat::Td1, _) => (15, 18),
        _ => (10, 13),
    };
    // The document code begins with a letter; its second place may be a digit (`C1`).
    let first = if index == 0 { letters(&line[..1]) } else { line[..1].to_owned() };
    [&first, &line[1..from], &letters(&line[from..to]), &line[to..]].concat()
}

/// A name field without the filler at its end. The field's second `<<` begins the filler; only look-alikes may follow.
fn without_tail(name: &str) -> &str {
    let separator = name.find("<<").unwrap_or(name.len());
    let after = name[separator..].find(|c| c != '<').map(|i| i + separator);
    let tail = after.and_then(|a| name[a..].find("<<").map(|i| i + a));
    match tail {
        Some(at) if name[at..].chars().all(|c| FILLER_LOOKALIKES.contains(&c)) => &name[..at],
        _ => name.trim_end_matches('<'),
    }
}

/// A line of data whose length is off: filler is added to or taken from one run of it at a time.
fn data_variants(line: &str, width: usize, after: usize) -> Vec<String> {
    if line.len() == width {
        return vec![line.to_owned()];
    }
    if line.len().abs_diff(width) > 6 || !line.is_ascii() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut runs: Vec<(usize, usize)> = filler_runs(line).into_iter().filter(|(at, _)| *at >= after).collect();
    runs.sort_by_key(|(at, length)| (std::cmp::Reverse(*length), *at));
    for (at, length) in runs.into_iter().take(MAX_VARIANTS) {
        if line.len() < width {
            out.push(format!("{}{}{}", &line[..at], "<".repeat(width - line.len()), &line[at..]));
        } else if length > line.len() - width {
            out.push(format!("{}{}", &line[..at], &line[at + line.len() - width..]));
        }
    }
    out
}

fn filler_runs(line: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (i, c) in line.bytes().enumerate() {
        match runs.last_mut() {
            Some((at, length)) if c == b'<' && *at + *length == i => *length += 1,
            _ if c == b'<' => runs.push((i, 1)),
            _ => {}
        }
    }
    runs
}

/// Lines of exactly the right length, parsed as they are.
pub(super) fn parse_exact(lines: &[String], format: MrzFormat) -> Option<Mrz> {
    if lines.iter().any(|l| l.len() != width(format)) {
        return None;
    }
    let data = match (format, lines) {
        (MrzFormat::Td1, [a, b, c]) => mrz::parse_td1(a, b, c),
        (MrzFormat::Td2, [a, b]) => mrz::parse_td2(a, b),
        (MrzFormat::Td3, [a, b]) => mrz::parse_td3(a, b),
        (MrzFormat::MrvA, [a, b]) => mrz::parse_mrv_a(a, b),
        (MrzFormat::MrvB, [a, b]) => mrz::parse_mrv_b(a, b),
        _ => return None,
    };
    data.ok().and_then(|d| zone_of(&d, false))
}

/// Corrects look-alikes under the proof of the check digits; `None` when nothing proves the correction.
fn repaired(lines: &[&str]) -> Option<Mrz> {
    let restored: Vec<Vec<String>> = formats(lines).into_iter().flat_map(|f| variants(lines, f)).take(4).collect();
    let given = lines.iter().map(|l| (*l).to_owned()).collect();
    for zone in restored.into_iter().chain(std::iter::once(given)) {
        let Ok(data) = mrz::find_and_parse(&zone.join("\n")) else { continue };
        let changed = data.mrz_lines.lines().zip(&zone).map(|(a, b)| distance(a, b)).sum::<usize>();
        // Every corrected letter adds a way for the digits to agree by chance: three look-alikes are the limit. A
        // search over all places is no proof: on a specimen with one wrong digit it "repaired" another one.
        if data.valid() && !data.damaged_recovery && changed <= 3 {
            return zone_of(&data, true);
        }
    }
    None
}

fn zone_of(data: &MrzData, repaired: bool) -> Option<Mrz> {
    let format = match data.format {
        Format::Td1 => MrzFormat::Td1,
        Format::Td2 => MrzFormat::Td2,
        Format::Td3 => MrzFormat::Td3,
        Format::MrvA => MrzFormat::MrvA,
        Format::MrvB => MrzFormat::MrvB,
        _ => return None,
    };
    let lines: Vec<String> = data.mrz_lines.lines().map(str::to_owned).collect();
    let name_line = lines.get(if format == MrzFormat::Td1 { 2 } else { 0 })?;
    let cut = !name_line.ends_with('<');
    let expiry = calendar(data.date_of_expiry).and_then(expiry_date);
    Some(Mrz {
        format,
        valid: data.valid(),
        failed: data.checks.failed().into_iter().map(|field| field.as_str().to_owned()).collect(),
        repaired,
        document_code: data.document_type.trim_end_matches('<').to_owned(),
        issuing_state: data.issuing_country.trim_end_matches('<').to_owned(),
        surname: data.surname.clone(),
        given_names: data.given_names.clone(),
        name_may_be_cut: cut,
        document_number: data.full_document_number().trim_matches('<').to_owned(),
        nationality: data.nationality.trim_end_matches('<').to_owned(),
        birth_date: calendar(data.date_of_birth).and_then(|d| birth_date(d, expiry)),
        expiry_date: expiry,
        sex: match data.sex {
            Sex::Male => Some('M'),
            Sex::Female => Some('F'),
            Sex::Unspecified => Some('X'),
            _ => None,
        },
        region: Region::default(),
        confidence: 0.0,
        lines,
    })
}

/// Year without century, month and day of a complete date.
fn calendar(date: MrzDate) -> Option<(i16, i8, i8)> {
    let MrzDate::Calendar(d) = date else { return None };
    let year = i16::try_from(d.year.rem_euclid(100)).ok()?;
    Some((year, i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?))
}

#[cfg(test)]
mod tests;
