//! Two documents of the set give different dates of birth.
//!
//! *Why:* all of them must belong to the applicant. *Fix:* replace the one that is somebody else's, or have the wrong
//! one corrected.

use jiff::civil::Date;

use crate::checks::{Check, Run, SetContext, Severity};
use crate::fields::FieldKind;
use crate::page::PageId;

pub static CHECK: Check =
    Check { id: "birth-dates-disagree", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let dates: Vec<(&PageId, Date)> = (cx.set.pages.iter())
        .filter_map(|p| {
            let (date, field) = p.examined()?.facts.date(FieldKind::BirthDate)?;
            field.is_claim().then_some((&p.id, date))
        })
        .collect();
    let Some((first, born)) = dates.first() else { return };
    if let Some((other, otherwise)) = dates.iter().find(|(_, date)| date != born) {
        let finding = cx.finding().on([*first, *other]);
        cx.find(finding.with("first", *born).with("second", *otherwise));
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::fields::FieldKind;
    use crate::testing::{self, found_on_set};

    #[test]
    fn a_license_of_somebody_born_on_another_day_is_found() {
        let mut set = testing::good_set();
        let mut license = testing::page(crate::kinds::DocumentKind::DriversLicense, None);
        license.facts.fields = vec![testing::field(FieldKind::BirthDate, "1990-04-12")];
        set.pages.push(testing::record_of("license.jpg", license));
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        set.pages[3].outcome.as_mut().unwrap().facts.fields[0].value = "1990-12-04".into();
        assert_eq!(found_on_set(CHECK.id, &set), 1);
        set.pages[3].outcome.as_mut().unwrap().facts.fields[0].confidence = 0.6;
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
