//! There is no document in the picture, or it cannot be made out.
//!
//! *Why:* the wrong file was chosen, or the lens was covered. *Fix:* choose the right file or take the photograph
//! again.

use crate::checks::{Check, Limit, PageContext, Run, Severity, Unit};
use crate::examined::Examined;

/// Letters and digits below which a picture without codes shows no document. Texture taken for print has fewer, the
/// barest back of a card has more.
static LETTERS: Limit = Limit { name: "no-document.letters", default: 6.0, unit: Unit::Letters };

pub static CHECK: Check =
    Check { id: "no-document", severity: Severity::Blocker, needs: &[], limits: &[&LETTERS], run: Run::Image(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let codes = &page.codes;
    let any_code = !codes.barcodes.is_empty() || codes.mrz.is_some() || codes.mrz_fragment.is_some();
    let few = page.layout.letters.is_some_and(|letters| (letters as f32) < cx.limit(&LETTERS));
    if few && !any_code {
        cx.find(cx.finding());
    }
}

#[cfg(test)]
mod tests {
    use crate::codes::Codes;
    use crate::testing::{self, found};

    #[test]
    fn a_picture_of_nothing_is_found() {
        let mut page = testing::passport();
        (page.layout.letters, page.codes) = (Some(2), Codes::default());
        assert_eq!(found("no-document", page).len(), 1);
    }
}
