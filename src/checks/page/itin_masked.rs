//! The ITIN on the document is masked, so that only its last digits are shown.
//!
//! *Why:* the proof must show the complete number. *Fix:* the CP565 notice, or a statement with all nine digits.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::FieldKind;

pub static CHECK: Check =
    Check { id: "itin-masked", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let digits = |value: &str| value.chars().filter(char::is_ascii_digit).count();
    let mut masked = None;
    for field in page.facts.of(FieldKind::Itin) {
        match digits(&field.value) {
            9 => return, // it stands there in full as well
            _ => masked = masked.or(Some(field)),
        }
    }
    if let Some(field) = masked {
        cx.find(cx.finding().at(field.region).sure(field.confidence));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found};

    #[test]
    fn a_masked_number_is_found_unless_the_whole_one_stands_there_too() {
        let mut page = testing::itin_letter();
        page.facts.fields = vec![field(FieldKind::Itin, "***-**-1234")];
        assert_eq!(found("itin-masked", page.clone()).len(), 1);
        page.facts.fields.push(field(FieldKind::Itin, "912-70-1234"));
        assert!(found("itin-masked", page).is_empty());
    }
}
