//! The file is of a format that ID.me's help pages do not name.
//!
//! *Why:* the portal may refuse the file before anybody looks at the picture. *Fix:* save it as JPEG, PNG or PDF. What
//! the portal really takes is not known, so this is a note only.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::page::Format;

pub static CHECK: Check =
    Check { id: "upload-format", severity: Severity::Note, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    match page.format {
        Format::Jpeg | Format::Png | Format::Pdf => {}
        Format::Webp | Format::Tiff | Format::Bmp | Format::Gif | Format::Heic => cx.find(cx.finding()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::PageVerdict;
    use crate::testing::{self, found};

    #[test]
    fn a_format_that_the_help_pages_do_not_name_is_noted_and_the_page_stays_ready() {
        let mut page = testing::passport();
        assert!(found("upload-format", page.clone()).is_empty());
        page.format = Format::Heic;
        assert_eq!(found("upload-format", page.clone()).len(), 1);
        assert_eq!(testing::judged(page).verdict, PageVerdict::Ready);
    }
}
