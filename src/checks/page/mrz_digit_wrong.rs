//! A check digit of the machine readable zone does not agree.
//!
//! *Why:* the zone was misread (dirt, glare, blur), or it is damaged. *Fix:* a sharper picture of the two lines.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;

pub static CHECK: Check = Check {
    id: "mrz-digit-wrong",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if let Some(mrz) = page.codes.mrz.as_ref().filter(|mrz| !mrz.valid) {
        cx.find(cx.finding().with("count", mrz.failed.len() as f32).at(Some(mrz.region)));
    }
}

#[cfg(test)]
mod tests {
    use crate::examined::ReadingState;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn a_zone_that_does_not_add_up_is_found() {
        let mut page = testing::passport();
        if let Some(mrz) = &mut page.codes.mrz {
            (mrz.valid, mrz.failed) = (false, vec!["composite".to_owned()]);
        }
        assert_eq!(found("mrz-digit-wrong", page).len(), 1);
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::passport();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("mrz-digit-wrong", page));
    }
}
