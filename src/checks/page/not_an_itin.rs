//! The number on the ITIN letter, or on the record, has not the form of an ITIN.
//!
//! *Why:* an ITIN begins with 9 and has 50–65, 70–88, 90–92 or 94–99 in the middle. *Fix:* check the digits. Whether a
//! number of the right form exists cannot be told.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::FieldKind;
use crate::kinds::DocumentKind;
use crate::words::Arg;

pub static CHECK: Check = Check { id: "not-an-itin", severity: Severity::Warning, limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.facts.document.kind != DocumentKind::ItinLetter {
        return;
    }
    for field in page.facts.of(FieldKind::Itin) {
        let digits: Vec<u32> = field.value.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() == 9 && !has_form_of_itin(&digits) {
            let number = Arg::Secret(field.value.clone());
            return cx.find(cx.finding().with("number", number).at(field.region).sure(field.confidence));
        }
    }
}

/// First digit 9, and the middle two in the groups that the IRS has assigned.
fn has_form_of_itin(digits: &[u32]) -> bool {
    digits[0] == 9 && matches!(digits[3] * 10 + digits[4], 50..=65 | 70..=88 | 90..=92 | 94..=99)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found};

    #[test]
    fn the_groups_of_the_irs_decide() {
        let wrong = |number: &str| {
            let mut page = testing::itin_letter();
            page.facts.fields = vec![field(FieldKind::Itin, number)];
            found("not-an-itin", page).len()
        };
        assert_eq!((wrong("912-70-0000"), wrong("912-50-1234"), wrong("999-99-9999")), (0, 0, 0));
        assert_eq!((wrong("912-93-1234"), wrong("912-89-1234"), wrong("123-45-6789")), (1, 1, 1));
    }
}
