//! Two documents of the set name different people.
//!
//! *Why:* all of them must belong to the applicant. *Fix:* replace the one that is somebody else's, or bring the
//! document that links the names (marriage certificate, court order).

use crate::checks::{Check, Run, SetContext, Severity};
use crate::fields::Holder;
use crate::names::{DocumentName, RecordName, Relation, compare};
use crate::page::PageId;

pub static CHECK: Check =
    Check { id: "names-disagree", severity: Severity::Warning, needs: &[], limits: &[], run: Run::Set(run) };

fn run(cx: &mut SetContext) {
    let holders: Vec<(&PageId, &Holder)> = (cx.set.pages.iter())
        .filter_map(|p| Some((&p.id, p.examined()?.facts.holder.as_ref().filter(|h| h.is_claim())?)))
        .collect();
    for (i, (page, holder)) in holders.iter().enumerate() {
        let name =
            RecordName { given: holder.given_names.clone(), middle: String::new(), surname: holder.surname.clone() };
        if name.given.is_empty() || name.surname.is_empty() {
            continue;
        }
        let other = holders.iter().enumerate().find(|(j, (_, other))| {
            let later_or_unsplit = *j > i || other.surname.is_empty();
            later_or_unsplit && compare(cx.names(), &name, &DocumentName::from(*other)).relation == Relation::Mismatch
        });
        if let Some((_, (other_page, other))) = other {
            let finding = cx.finding().on([*page, *other_page]);
            let finding = finding.with("first", holder.full_name.clone()).with("second", other.full_name.clone());
            return cx.find(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CHECK;
    use crate::testing::{self, found_on_set};

    #[test]
    fn somebody_elses_license_is_found() {
        let mut set = testing::good_set();
        assert_eq!(found_on_set(CHECK.id, &set), 0);
        let mut other = testing::page(crate::kinds::DocumentKind::DriversLicense, None);
        if let Some(holder) = &mut other.facts.holder {
            (holder.surname, holder.given_names) = ("WALKER".into(), "PETER".into());
            holder.full_name = "PETER WALKER".into();
        }
        set.pages.push(testing::record_of("other.jpg", other));
        assert_eq!(found_on_set(CHECK.id, &set), 1);
    }
}
