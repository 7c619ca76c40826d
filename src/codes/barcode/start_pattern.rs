//! The start and stop patterns of PDF417: a cheap test before the costly decoder.
//!
//! It only tells whether a symbol may be there; the decoder proves it.

use image::GrayImage;

/// Bars and spaces of the start pattern, in modules, beginning with a bar (ISO/IEC 15438).
const START: [u32; 8] = [8, 1, 1, 1, 1, 1, 1, 3];
/// The same for the stop pattern.
const STOP: [u32; 9] = [7, 1, 1, 3, 1, 1, 1, 2, 1];
/// Scan lines in each direction.
const SCANS: u32 = 48;
/// Largest sum of the deviations over the pattern, as a share of the pattern's width; the decoder itself allows 0.42.
const MAX_ERROR: f32 = 0.42;
/// Largest deviation of a single bar or space, in modules.
const MAX_SINGLE: f32 = 0.9;
/// Fewest patterns that make an edge of a symbol (in 60 crops, print and patterned paper had 2 at most, and symbols
/// that were decoded had 9 or more); how far the edge may lean, as a slope; and the largest ratio of two module widths.
const MIN_PATTERNS: usize = 4;
const LEAN: f32 = 0.5;
const ALIKE: f32 = 1.3;

/// The width of a module in pixels: the median over all start and stop patterns that horizontal and vertical scan lines
/// meet, in either direction. `None` if too few are met in one place, because print shows one by chance.
pub(super) fn module_width(picture: &GrayImage) -> Option<f32> {
    let (w, h) = picture.dimensions();
    let raw = picture.as_raw();
    let rows = (0..SCANS.min(h)).map(|i| (i * 2 + 1) * h / (2 * SCANS.min(h)));
    let columns = (0..SCANS.min(w)).map(|i| (i * 2 + 1) * w / (2 * SCANS.min(w)));
    let mut along = Vec::new();
    for y in rows {
        scan(raw.get((y * w) as usize..((y + 1) * w) as usize).unwrap_or_default(), y, &mut along);
    }
    let (mut across, mut line) = (Vec::new(), Vec::new());
    for x in columns {
        line.clear();
        line.extend(raw.iter().skip(x as usize).step_by(w.max(1) as usize));
        scan(&line, x, &mut across);
    }
    if support(&along).max(support(&across)) < MIN_PATTERNS {
        return None;
    }
    let mut widths: Vec<f32> = along.iter().chain(&across).map(|m| m.module).collect();
    widths.sort_by(f32::total_cmp);
    widths.get(widths.len() / 2).copied()
}

/// A pattern that a scan line meets.
struct Met {
    /// Which pattern it is, and whether it is met in reverse.
    which: usize,
    /// The scan line, and where in it the pattern begins, in pixels.
    line: f32,
    at: f32,
    /// The width of a module in pixels.
    module: f32,
}

/// The largest number of patterns that form one edge of a symbol: of the same kind, in line with each other, and with
/// equally wide modules.
fn support(met: &[Met]) -> usize {
    let one_edge = |a: &Met, b: &Met| {
        a.which == b.which
            && (a.at - b.at).abs() <= LEAN * (a.line - b.line).abs() + 2.0 * a.module
            && a.module.max(b.module) <= ALIKE * a.module.min(b.module)
    };
    met.iter().map(|a| met.iter().filter(|b| one_edge(a, b)).count()).max().unwrap_or(0)
}

/// Notes every pattern that a line meets.
fn scan(line: &[u8], number: u32, met: &mut Vec<Met>) {
    let runs = runs(line);
    let mut reversed = runs.clone();
    reversed.reverse();
    for (way, r) in [&runs, &reversed].into_iter().enumerate() {
        for (kind, pattern) in [START.as_slice(), STOP.as_slice()].into_iter().enumerate() {
            met.extend(matches(r, pattern).map(|(at, module)| Met {
                which: 2 * way + kind,
                line: number as f32,
                at,
                module,
            }));
        }
    }
}

/// Lengths of bars and spaces, each with whether it is dark; the threshold is adaptive along the line.
fn runs(line: &[u8]) -> Vec<(bool, u32)> {
    // Wider than the widest bar: eight of the ninety or more modules of a symbol that fills the line.
    let reach = (line.len() / 12).max(40);
    let mut sums = Vec::with_capacity(line.len() + 1);
    sums.push(0_u32);
    for level in line {
        sums.push(sums.last().copied().unwrap_or(0) + u32::from(*level));
    }
    let mut out: Vec<(bool, u32)> = Vec::new();
    for (i, level) in line.iter().enumerate() {
        let (from, to) = (i.saturating_sub(reach), (i + reach).min(line.len()));
        let mean = (sums[to] - sums[from]) / (to - from).max(1) as u32;
        let dark = u32::from(*level) + 4 < mean;
        match out.last_mut() {
            Some((d, length)) if *d == dark => *length += 1,
            _ => out.push((dark, 1)),
        }
    }
    out
}

/// Where the runs match a pattern, in pixels from the start of the line, and the width of a module there.
fn matches<'a>(runs: &'a [(bool, u32)], pattern: &'a [u32]) -> impl Iterator<Item = (f32, f32)> + 'a {
    let modules: u32 = pattern.iter().sum();
    let mut end = 0;
    runs.windows(pattern.len()).filter_map(move |w| {
        let at = end;
        end += w[0].1;
        let total: u32 = w.iter().map(|r| r.1).sum();
        if !w[0].0 || total < modules {
            return None;
        }
        let module = total as f32 / modules as f32;
        let mut error = 0.0;
        for (run, width) in w.iter().zip(pattern) {
            let off = (run.1 as f32 / module - *width as f32).abs();
            if off > MAX_SINGLE {
                return None;
            }
            error += off;
        }
        (error / modules as f32 <= MAX_ERROR).then_some((at as f32, module))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pattern: &[u32], module: u32) -> GrayImage {
        let mut line = vec![230_u8; 60];
        for (i, width) in pattern.iter().enumerate() {
            line.extend(vec![if i % 2 == 0 { 20 } else { 230 }; (width * module) as usize]);
        }
        line.extend(vec![230; 60]);
        GrayImage::from_fn(line.len() as u32, 20, |x, _| image::Luma([line[x as usize]]))
    }

    #[test]
    fn start_and_stop_are_met_in_all_directions() {
        // A codeword, which begins with a bar, follows the start pattern.
        let start = [START.as_slice(), &[2]].concat();
        for pattern in [start.as_slice(), STOP.as_slice()] {
            let picture = drawn(pattern, 3);
            for turned in [picture.clone(), image::imageops::rotate90(&picture), image::imageops::rotate180(&picture)] {
                assert!(module_width(&turned).is_some_and(|m| (m - 3.0).abs() < 0.3));
            }
        }
    }

    #[test]
    fn a_pattern_that_is_met_on_few_lines_is_chance() {
        let start = [START.as_slice(), &[2]].concat();
        let mut picture = drawn(&start, 3);
        let white = image::Luma([230]);
        (2..picture.height()).for_each(|y| (0..picture.width()).for_each(|x| picture.put_pixel(x, y, white)));
        assert_eq!(module_width(&picture), None);
    }

    #[test]
    fn even_stripes_and_flat_pages_hold_none() {
        assert_eq!(module_width(&drawn(&[2; 21], 3)), None);
        assert_eq!(module_width(&GrayImage::from_pixel(200, 100, image::Luma([90]))), None);
        assert_eq!(module_width(&GrayImage::new(0, 0)), None);
    }
}
