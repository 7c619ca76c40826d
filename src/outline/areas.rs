//! Connected areas of a picture of which each pixel is in or out: runs along the rows, joined where they touch.

/// Pixels of one row of an area: the row, the first and the last of them.
pub(super) type Ends = (i32, i32, i32);

/// One area.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Area {
    /// Number of its pixels.
    pub(super) size: usize,
    /// First and last pixel of each of its rows, from top to bottom.
    pub(super) rows: Vec<Ends>,
}

/// A run of pixels, and the run that it hangs on: itself for the head of an area.
struct Run {
    row: i32,
    first: i32,
    last: i32,
    parent: usize,
}

/// The areas of at least `least` pixels, the largest first. Pixels touch at their sides.
pub(super) fn find(width: usize, height: usize, is_in: impl Fn(usize) -> bool, least: usize) -> Vec<Area> {
    let mut runs: Vec<Run> = Vec::new();
    let mut above = 0..0;
    for y in 0..height {
        let start = runs.len();
        let mut x = 0;
        while x < width {
            if !is_in(y * width + x) {
                x += 1;
                continue;
            }
            let first = x;
            while x < width && is_in(y * width + x) {
                x += 1;
            }
            let parent = runs.len();
            runs.push(Run { row: y as i32, first: first as i32, last: x as i32 - 1, parent });
        }
        join(&mut runs, above, start);
        above = start..runs.len();
    }
    gathered(&runs, least)
}

/// Joins the runs from `start` on with those of the row above that they touch.
fn join(runs: &mut [Run], above: std::ops::Range<usize>, start: usize) {
    let mut up = above.start;
    let mut here = start;
    while up < above.end && here < runs.len() {
        if runs[up].last >= runs[here].first && runs[here].last >= runs[up].first {
            let (a, b) = (head(runs, up), head(runs, here));
            runs[a.max(b)].parent = a.min(b);
        }
        if runs[up].last < runs[here].last { up += 1 } else { here += 1 }
    }
}

/// The head of the area of a run; the way there is made shorter.
fn head(runs: &mut [Run], mut run: usize) -> usize {
    while runs[run].parent != run {
        runs[run].parent = runs[runs[run].parent].parent;
        run = runs[run].parent;
    }
    run
}

fn gathered(runs: &[Run], least: usize) -> Vec<Area> {
    let head = |mut run: usize| {
        while runs[run].parent != run {
            run = runs[run].parent;
        }
        run
    };
    let heads: Vec<usize> = (0..runs.len()).map(head).collect();
    let mut sizes = vec![0_usize; runs.len()];
    for (run, head) in runs.iter().zip(&heads) {
        sizes[*head] += (run.last - run.first + 1) as usize;
    }
    let mut large: Vec<usize> = (0..runs.len()).filter(|i| sizes[*i] >= least.max(1)).collect();
    large.sort_by_key(|i| std::cmp::Reverse(sizes[*i]));
    let rows = |area: usize| {
        let mut rows: Vec<Ends> = Vec::new();
        for (run, _) in runs.iter().zip(&heads).filter(|(_, h)| **h == area) {
            match rows.last_mut().filter(|r| r.0 == run.row) {
                Some(row) => row.2 = run.last,
                None => rows.push((run.row, run.first, run.last)),
            }
        }
        rows
    };
    large.into_iter().map(|area| Area { size: sizes[area], rows: rows(area) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(picture: &[&str]) -> Vec<Area> {
        let width = picture.first().map_or(0, |r| r.len());
        let pixels: Vec<bool> = picture.iter().flat_map(|r| r.chars().map(|c| c == '#')).collect();
        find(width, picture.len(), |i| pixels[i], 1)
    }

    #[test]
    fn arms_that_meet_below_are_one_area_and_corners_do_not_touch() {
        let found = areas(&["#.#.#", "#.#..", "###.#", "....#"]);
        let sizes: Vec<usize> = found.iter().map(|a| a.size).collect();
        assert_eq!(sizes, [7, 2, 1]);
        assert_eq!(found[0].rows, [(0, 0, 2), (1, 0, 2), (2, 0, 2)]);
    }

    #[test]
    fn nothing_and_everything() {
        assert!(areas(&[]).is_empty() && areas(&["..."]).is_empty());
        let whole = areas(&["##", "##"]);
        assert_eq!((whole.len(), whole[0].size), (1, 4));
    }
}
