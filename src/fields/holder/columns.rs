//! Names in columns with the captions First, Middle and Last: over the values on certificates, under them on ITIN
//! letters.

use super::candidate::{CLEAN, Page, Printed, clean, whole};
use crate::fields::lexicon::Caption;
use crate::fields::line::{Line, is_name_like};
use crate::geometry::Region;
use crate::kinds::DocumentKind;

/// Columns with the captions First, Middle and Last: over the values on certificates, under them on ITIN letters.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let is = |l: &&Line, words: &[&str]| words.contains(&l.words.trim());
    let heads = page.lines.iter().filter(|l| is_head(&l.words, "FIRST") || is(l, &["FIRST NAME", "FIRST NAME S"]));
    let mut firsts: Vec<&Line> = heads.take(8).collect();
    firsts.sort_by(|a, b| a.region().top.total_cmp(&b.region().top));
    let above = page.guess.kind == DocumentKind::ItinLetter;
    for (row_number, first) in firsts.into_iter().enumerate() {
        let height = first.region().height.max(1.0);
        let on_row = |l: &&Line| (l.region().center().y - first.region().center().y).abs() < 0.8 * height;
        let row: Vec<&Line> = page.lines.iter().filter(on_row).collect();
        let Some(last) =
            row.iter().find(|l| l.region().left > first.region().left && is(l, &["LAST", "LAST NAME", "SURNAME"]))
        else {
            continue;
        };
        let other = row.iter().any(|l| l.spans.iter().any(|s| s.caption == Caption::OtherPerson));
        if other {
            continue;
        }
        let middle = row.iter().find(|l| is(l, &["MIDDLE", "MIDDLE NAME", "MIDDLE NAME S", "MIDDLE INITIAL"]));
        let (Some(f), Some(s)) = (column(page, first.region(), above), column(page, last.region(), above)) else {
            continue;
        };
        let m = middle
            .and_then(|m| column(page, m.region(), above))
            .filter(|m| m.reading.text != f.reading.text && m.reading.text != s.reading.text);
        let (surname, first_name) = (clean(&s.reading.text), clean(&f.reading.text));
        let given = m.map_or(first_name.clone(), |m| format!("{first_name} {}", clean(&m.reading.text)));
        let used = [Some(f), m, Some(s)].into_iter().flatten();
        let reading = used.clone().map(|l| l.reading.confidence).fold(1.0, f32::min);
        // Certificates name the child first; whoever stands in a lower row may be a parent whose caption was not read.
        let confidence = match (row_number == 0 || above, reading >= CLEAN) {
            (true, true) => 0.88 * reading,
            (true, false) => 0.7 * reading,
            (false, _) => 0.5 * reading,
        };
        let region = used.map(Line::region).reduce(Region::union);
        return Some(Printed { full: whole(&given, &surname), surname, given, confidence, region });
    }
    None
}

/// A head of a column, one letter of it perhaps misread.
fn is_head(words: &str, head: &str) -> bool {
    let word = words.trim();
    word.len() == head.len() && word.bytes().zip(head.bytes()).filter(|(a, b)| a != b).count() <= 1
}

/// The name in the column of a caption.
fn column<'a>(page: &'a Page, caption: Region, above: bool) -> Option<&'a Line<'a>> {
    let height = caption.height.max(1.0);
    let distance = |l: &Line| {
        if above { caption.center().y - l.region().center().y } else { l.region().center().y - caption.center().y }
    };
    let fits = |l: &&Line| {
        let d = distance(l);
        let shared =
            l.region().right().min(caption.right() + 2.0 * height) - l.region().left.max(caption.left - 2.0 * height);
        d > 0.4 * height
            && d < 3.0 * height
            && shared > 0.0
            && l.spans.is_empty()
            && is_name_like(&l.reading.text, page.lexicon)
    };
    page.lines.iter().filter(fits).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
