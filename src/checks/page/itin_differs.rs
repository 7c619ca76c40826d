//! The ITIN on the document is not the one on the record.
//!
//! *Why:* the wrong letter, or a typing error. *Fix:* compare the two digit by digit.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::{Field, FieldKind, has_form_of_itin};
use crate::words::Arg;

pub static CHECK: Check =
    Check { id: "itin-differs", severity: Severity::Blocker, needs: &[], limits: &[], run: Run::Content(run) };

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(expected) = cx.record.itin.as_deref().map(digits) else { return };
    // a number that is none was misread or misprinted: `not-an-itin` says so
    let whole = page.facts.of(FieldKind::Itin).filter(|f| has_form_of_itin(&digits(&f.value)));
    let whole: Vec<&Field> = whole.collect();
    let Some(read) = whole.first() else { return };
    if expected.len() != 9 || whole.iter().any(|f| digits(&f.value) == expected) {
        return;
    }
    let mut finding = cx.finding().at(read.region).sure(read.confidence);
    finding = finding.with("document", Arg::Secret(read.value.clone())).with("record", Arg::Secret(expected));
    if !read.is_claim() {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found};

    #[test]
    fn another_number_is_found_and_punctuation_does_not_matter() {
        let mut page = testing::itin_letter();
        page.facts.fields = vec![field(FieldKind::Itin, "912 70 1234")];
        assert!(found("itin-differs", page.clone()).is_empty());
        page.facts.fields = vec![field(FieldKind::Itin, "912-70-1235")];
        assert_eq!(found("itin-differs", page)[0].severity, Severity::Blocker);
    }
}
