//! The number on the ITIN letter, or on the record, has not the form of an ITIN.
//!
//! *Why:* an ITIN begins with 9 and has 50–65, 70–88, 90–92 or 94–99 in the middle. *Fix:* check the digits. Whether a
//! number of the right form exists cannot be told.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::{FieldKind, has_form_of_itin};
use crate::kinds::DocumentKind;
use crate::words::Arg;

pub static CHECK: Check =
    Check { id: "not-an-itin", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    if page.facts.document.kind != DocumentKind::ItinLetter {
        return;
    }
    for field in page.facts.of(FieldKind::Itin) {
        if is_whole(&field.value) && !has_form(&field.value) {
            let number = Arg::Secret(field.value.clone());
            cx.find(cx.finding().with("number", number).at(field.region).sure(field.confidence));
            break;
        }
    }
    let typed = cx.record.itin.as_deref().filter(|number| is_whole(number) && !has_form(number));
    if let Some(number) = typed {
        let number = Arg::Secret(number.to_owned());
        cx.find(cx.finding().saying("record").advising("advice-record").with("number", number));
    }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Whether all nine digits are there; of a masked number there is nothing to say.
fn is_whole(number: &str) -> bool {
    digits(number).len() == 9
}

fn has_form(number: &str) -> bool {
    has_form_of_itin(&digits(number))
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

    #[test]
    fn the_number_of_the_record_is_looked_at_too() {
        let said = |number: &str| {
            let record = crate::record::Record { itin: Some(number.to_owned()), ..testing::record() };
            let page = testing::record_of("letter.jpg", testing::itin_letter());
            let report = crate::checks::judge_page(&page, &record, &testing::rules(), testing::today());
            report.findings.into_iter().filter(|f| f.id == "not-an-itin").map(|f| f.message.key).collect::<Vec<_>>()
        };
        assert_eq!(said("912-93-1234"), ["not-an-itin.record"]);
        assert!(said("912-70-1234").is_empty() && said("1234").is_empty());
    }
}
