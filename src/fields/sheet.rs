//! Whether the print of a page is that of a sheet of paper and not of a card: what is called a card there is only
//! written about.
//!
//! Print alone tells: the outline may be missing, and a scan of a card is as large as one of a letter.

use crate::geometry::Region;
use crate::text::Reading;

/// No side of a card and no page of a passport has as many words: of 75 specimens the fullest has 191, a photograph of
/// both pages of a passport 137, and full letters, forms and statements have 204 and more.
const MOST_WORDS: usize = 220;
/// Print that is as many times as high as its lines, with some words, is that of a sheet: single cards have up to 37
/// times, two pages of a passport 48, statements and letters 52 to 60.
const HIGHEST: f32 = 50.0;
const SOME_WORDS: usize = 60;

/// Whether the lines of a page are those of a sheet of paper. A sheet with little print looks like a card.
pub(super) fn is_sheet(lines: &[Reading]) -> bool {
    let words: usize = lines.iter().map(|l| l.text.split_whitespace().count()).sum();
    let mut heights: Vec<f32> = lines.iter().map(|l| l.region.height.min(l.region.width)).collect();
    heights.sort_by(f32::total_cmp);
    let line = heights.get(heights.len() / 2).copied().unwrap_or(1.0).max(1.0);
    let print = lines.iter().map(|l| l.region).reduce(Region::union).unwrap_or_default();
    words > MOST_WORDS || words > SOME_WORDS && print.height / line > HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::readings::page;

    #[test]
    fn a_full_page_is_a_sheet_and_a_card_is_none() {
        let card =
            "TEXAS DRIVER LICENSE USA\n4a ISS 04/10/2014|4b EXP 04/10/2018\n1 SAMPLETON\n2 MARK LEE\nDOB 09/21/1990";
        assert!(!is_sheet(&page(card)));
        assert!(is_sheet(&page(&["some words of a letter"; 45].join("\n"))));
        assert!(!is_sheet(&[]));
    }
}
