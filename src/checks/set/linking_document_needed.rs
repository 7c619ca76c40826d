//! A document is in another surname than the record.
//!
//! *Why:* after a marriage or a change of name, ID.me asks for the paper that links the two names. *Fix:* add the
//! marriage certificate or the court order; first correct the record if the IRS still has the old name.

use crate::checks::{Action, Check, Run, SetContext, Severity};
use crate::names::{Difference, Relation};

pub static CHECK: Check =
    Check { id: "linking-document-needed", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    for document in cx.documents.iter().filter(|d| !cx.requirements().linking.contains(&d.kind)) {
        let other_name = |page: &&crate::checks::DocumentPage| {
            let name = cx.reports[page.index].name_match.as_ref();
            name.is_some_and(|name| {
                let reasons = || name.reasons.iter().map(|r| r.code);
                name.relation >= Some(Relation::Review) && reasons().any(is_of_surname) && !reasons().any(is_of_person)
            })
        };
        let Some(page) = document.pages.iter().find(other_name) else { continue };
        let linked = cx.answered.iter().any(|(id, finding)| *id == page.id && *finding == "name-differs");
        let finding = cx.finding().on([&page.id]).asking(Action::Add);
        let finding =
            if linked { finding.saying("linked").advising("advice-linked").asking(Action::Look) } else { finding };
        return cx.find(finding);
    }
}

/// A difference that a marriage or a court may have made.
fn is_of_surname(code: Difference) -> bool {
    matches!(code, Difference::SurnameDiffers | Difference::MaidenMarried)
}

/// A difference that makes it another person.
fn is_of_person(code: Difference) -> bool {
    use Difference as D;
    matches!(code, D::DifferentPerson | D::GivenDiffers | D::PatronymicConflict | D::RecordElsewhere)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::SetVerdict;
    use crate::examined::DocumentSet;
    use crate::kinds::DocumentKind;
    use crate::set::judge;
    use crate::testing::{self, found_on_set, line};

    fn married() -> DocumentSet {
        let mut set = testing::good_set();
        let holder = set.pages[1].outcome.as_mut().unwrap().facts.holder.as_mut().unwrap();
        (holder.surname, holder.full_name) = ("WALKER".into(), "ANA WALKER".into());
        set
    }

    #[test]
    fn a_married_name_needs_its_certificate() {
        assert_eq!(found_on_set(CHECK.id, &testing::good_set()), 0);
        let report = judge(&married(), &testing::record(), &testing::rules(), testing::today());
        let finding = report.set.findings.iter().find(|f| f.id == CHECK.id).unwrap();
        assert_eq!(finding.message.key, "linking-document-needed.found");
        assert_eq!(report.set.verdict, SetVerdict::Fix);
    }

    #[test]
    fn with_its_certificate_a_person_looks_and_nothing_blocks() {
        let mut set = married();
        let mut certificate = testing::page(DocumentKind::MarriageCertificate, None);
        certificate.lines = vec![line("This certifies that Ana Ruiz Soto"), line("and John Walker were married")];
        set.pages.push(testing::record_of("certificate.jpg", certificate.clone()));
        let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
        let finding = report.set.findings.iter().find(|f| f.id == CHECK.id).unwrap();
        assert_eq!(finding.message.key, "linking-document-needed.linked");
        assert_eq!(report.set.verdict, SetVerdict::Review);

        // of other people it links nothing
        certificate.lines = vec![line("This certifies that Eva Ruiz Soto"), line("and John Walker were married")];
        set.pages[3] = testing::record_of("certificate.jpg", certificate);
        let report = judge(&set, &testing::record(), &testing::rules(), testing::today());
        assert_eq!(report.set.verdict, SetVerdict::Fix);
    }

    #[test]
    fn somebody_else_is_not_linked_by_a_paper() {
        let mut set = married();
        let holder = set.pages[1].outcome.as_mut().unwrap().facts.holder.as_mut().unwrap();
        (holder.given_names, holder.full_name) = ("PETER".into(), "PETER WALKER".into());
        assert_eq!(found_on_set(CHECK.id, &set), 0);
    }
}
