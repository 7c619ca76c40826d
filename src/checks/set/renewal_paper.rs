//! An expired license lies beside the paper that renews it.
//!
//! *Why:* ID.me takes a US license that expired within a year only together with its renewal, extension or temporary
//! license. *Fix:* upload both, and choose the entry for an expired license there.

use crate::checks::{Action, Check, Run, SetContext, Severity};

pub static CHECK: Check =
    Check { id: "renewal-paper", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    if let Some((page, _)) = cx.answered.iter().find(|(_, finding)| *finding == "expired") {
        let finding = cx.finding().asking(Action::Look).on([page]);
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::checks::SetVerdict;
    use crate::examined::DocumentSet;
    use crate::fields::FieldKind;
    use crate::kinds::{DocumentKind, Side};
    use crate::set::judge;
    use crate::testing::{self, field, line};

    fn license(file: &str, expiry: &str) -> crate::examined::PageRecord {
        let mut page = testing::page(DocumentKind::DriversLicense, Some(Side::Front));
        page.facts.fields = vec![
            field(FieldKind::ExpiryDate, expiry),
            field(FieldKind::BirthDate, "1990-04-12"),
            field(FieldKind::DocumentNumber, "D1234567"),
        ];
        testing::record_of(file, page)
    }

    fn verdict(set: &DocumentSet) -> (SetVerdict, bool) {
        let report = judge(set, &testing::record(), &testing::rules(), testing::today()).set;
        (report.verdict, report.findings.iter().any(|f| f.id == CHECK.id))
    }

    #[test]
    fn a_license_of_last_spring_counts_beside_its_paper_and_an_older_one_does_not() {
        let mut set = testing::good_set();
        set.pages[1] = license("license.jpg", "2026-05-01");
        set.pages.push(testing::record_of("back.jpg", testing::page(DocumentKind::DriversLicense, Some(Side::Back))));
        assert_eq!(verdict(&set), (SetVerdict::Fix, false));

        let mut paper = license("paper.jpg", "2027-03-01");
        paper.outcome.as_mut().unwrap().lines = vec![line("TEMPORARY DRIVER LICENSE")];
        set.pages.push(paper);
        set.pages.push(testing::record_of("back2.jpg", testing::page(DocumentKind::DriversLicense, Some(Side::Back))));
        assert_eq!(verdict(&set), (SetVerdict::Review, true));

        // the older one fills no place beside the paper, so it holds nothing up
        set.pages[1] = license("license.jpg", "2025-05-01");
        assert_eq!(verdict(&set), (SetVerdict::Review, false));
    }
}
