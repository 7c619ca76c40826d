//! The date of birth on the document is not the one on the record.
//!
//! *Why:* a reviewer compares it with what was typed. *Fix:* correct the typed one, or the record with the IRS.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::FieldKind;

pub static CHECK: Check = Check {
    id: "birth-date-differs",
    severity: Severity::Blocker,
    needs: &[Need::RecordBirthDate],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let Some(expected) = cx.record.birth_date else { return };
    let Some((date, field)) = page.facts.date(FieldKind::BirthDate) else { return };
    // print, MRZ or barcode: one of them is enough to be right
    if date == expected || page.facts.of(FieldKind::BirthDate).any(|f| f.value == expected.to_string()) {
        return;
    }
    let mut finding = cx.finding().with("document", date).with("record", expected);
    finding = finding.at(field.region).sure(field.confidence);
    if !field.is_claim() {
        finding.severity = Severity::Warning;
    }
    cx.find(finding);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found};

    #[test]
    fn another_date_is_found_unless_one_source_agrees() {
        let mut page = testing::passport();
        page.facts.fields = vec![field(FieldKind::BirthDate, "1991-04-12")];
        assert_eq!(found("birth-date-differs", page.clone())[0].severity, Severity::Blocker);
        page.facts.fields.push(field(FieldKind::BirthDate, "1990-04-12"));
        assert!(found("birth-date-differs", page).is_empty());
    }
}
