//! One picture is in the set twice, perhaps cropped, turned or saved again.
//!
//! *Why:* a second copy shows nothing new, and a picture that was refused is refused again. *Fix:* take out one of the
//! two.

use crate::checks::{Action, Check, Run, SetContext, Severity};
use crate::examined::Examined;
use crate::geometry::Point;

/// Most difference of the fingerprints of one picture that was saved again.
const SAVED_AGAIN: f32 = 0.06;
/// Fewest lines that two pages must share to be compared by their places, and the share of the shorter page's lines.
const LINES: usize = 6;
const SHARED: f32 = 0.85;
/// Fewest letters of a line that counts.
const LETTERS: usize = 4;
/// How far, at the median, lines of one picture lie from where the other has them, in shares of the print's extent.
/// Two photographs of one paper differ by more: no two are taken from one point.
const APART: f32 = 0.0015;

pub static CHECK: Check =
    Check { id: "same-picture-twice", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let pages: Vec<_> = cx.set.pages.iter().filter_map(|p| Some((&p.id, Seen::of(p.examined()?)))).collect();
    for (i, (id, page)) in pages.iter().enumerate() {
        let again = pages[i + 1..].iter().find(|(_, other)| are_one_picture(page, other));
        if let Some((again, _)) = again {
            let finding = cx.finding().asking(Action::Replace).on([*id, *again]);
            cx.find(finding);
        }
    }
}

/// What of a page is compared with all others.
struct Seen<'a> {
    page: &'a Examined,
    /// How many lines count.
    long: usize,
    /// Those that stand on the page only once, and where, in the order of their words.
    places: Vec<(&'a str, Point)>,
}

impl<'a> Seen<'a> {
    fn of(page: &'a Examined) -> Self {
        let long = page.lines.iter().filter(|line| line.text.chars().count() >= LETTERS);
        let mut all: Vec<(&str, Point)> = long.map(|line| (line.text.as_str(), line.region.center())).collect();
        all.sort_by_key(|(text, _)| *text);
        let long = all.len();
        let once = all.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() == 1).flatten().copied();
        Self { page, long, places: once.collect() }
    }
}

fn are_one_picture(a: &Seen, b: &Seen) -> bool {
    let saved_again = a.page.fingerprint.difference(&b.page.fingerprint).is_some_and(|d| d <= SAVED_AGAIN);
    // plain pages of text look alike as a whole: their words decide
    match shared_places(a, b) {
        Some(places) => lie_alike(&places),
        None => saved_again && a.page.lines.len().abs_diff(b.page.lines.len()) <= 2,
    }
}

/// Where lines with the same words lie on two pages; `None` where the pages have too little print to tell, empty where
/// they say different things.
fn shared_places(a: &Seen, b: &Seen) -> Option<Vec<(Point, Point)>> {
    let fewer = a.long.min(b.long);
    if fewer < LINES {
        return None;
    }
    let mut others = b.places.iter().peekable();
    let pairs = a.places.iter().filter_map(|(text, place)| {
        while others.next_if(|(other, _)| other < text).is_some() {}
        others.next_if(|(other, _)| other == text).map(|(_, other)| (*place, *other))
    });
    let pairs: Vec<(Point, Point)> = pairs.collect();
    Some(if pairs.len() as f32 >= SHARED * fewer as f32 { pairs } else { Vec::new() })
}

/// Whether one scale and one shift take all places of one page to those of the other.
fn lie_alike(places: &[(Point, Point)]) -> bool {
    if places.len() < LINES {
        return false;
    }
    let count = places.len() as f32;
    let middle = |of: fn(&(Point, Point)) -> Point| {
        let sum = places.iter().map(of).fold((0.0, 0.0), |s, p| (s.0 + p.x, s.1 + p.y));
        Point { x: sum.0 / count, y: sum.1 / count }
    };
    let (a0, b0) = (middle(|p| p.0), middle(|p| p.1));
    let (mut along, mut own, mut extent) = (0.0_f32, 0.0_f32, 0.0_f32);
    for (a, b) in places {
        let (ax, ay, bx, by) = (a.x - a0.x, a.y - a0.y, b.x - b0.x, b.y - b0.y);
        along += ax * bx + ay * by;
        own += ax * ax + ay * ay;
        extent = extent.max(bx.hypot(by));
    }
    if own <= 0.0 || extent <= 0.0 {
        return false;
    }
    let scale = along / own;
    let off = |(a, b): &(Point, Point)| (b.x - b0.x - scale * (a.x - a0.x)).hypot(b.y - b0.y - scale * (a.y - a0.y));
    let mut off: Vec<f32> = places.iter().map(off).collect();
    off.sort_unstable_by(f32::total_cmp);
    off[off.len() / 2] <= APART * extent
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::examined::Examined;
    use crate::geometry::Region;
    use crate::testing::{self, found_on_set, line};

    /// A page with lines at these places.
    fn page(at: impl Fn(f32, f32) -> (f32, f32)) -> Examined {
        let mut page = testing::bill();
        let words = [
            "City Light",
            "Statement date",
            "October 28, 2026",
            "ANA RUIZ SOTO",
            "12 Elm St",
            "Reno, NV 89501",
            "Amount due",
        ];
        page.lines = (0..)
            .zip(words)
            .map(|(i, text)| {
                let (x, y) = at(100.0 + 37.0 * (i % 3) as f32, 100.0 + 120.0 * i as f32);
                crate::text::Reading { region: Region::new(x, y, 200.0, 30.0), ..line(text) }
            })
            .collect();
        page
    }

    fn twice(other: Examined) -> usize {
        let mut set = testing::good_set();
        set.pages[2] = testing::record_of("bill.jpg", page(|x, y| (x, y)));
        set.pages.push(testing::record_of("again.jpg", other));
        found_on_set(CHECK.id, &set)
    }

    #[test]
    fn a_cropped_or_smaller_copy_is_the_same_picture() {
        assert_eq!(twice(page(|x, y| (x, y))), 1);
        assert_eq!(twice(page(|x, y| (x - 80.0, y - 60.0))), 1);
        assert_eq!(twice(page(|x, y| (0.5 * x, 0.5 * y))), 1);
    }

    #[test]
    fn another_photograph_of_the_paper_and_another_months_bill_are_not() {
        assert_eq!(twice(page(|x, y| (x + 0.03 * y, 1.02 * y))), 0);
        let mut next = page(|x, y| (x, y));
        for (line, text) in next.lines.iter_mut().skip(2).zip(["September 28, 2026", "EVA RUIZ", "14 Elm St"]) {
            text.clone_into(&mut line.text);
        }
        assert_eq!(twice(next), 0);
    }
}
