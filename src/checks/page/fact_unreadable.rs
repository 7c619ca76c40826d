//! A fact that a reviewer will look at could not be read.
//!
//! *Why:* a page is ready only where everything that must be read was read and is sure; a date under a reflection is
//! no fault of the picture that can be measured. *Fix:* look at its place; if it is hard to read, photograph again.

use crate::checks::facts;
use crate::checks::{Check, Need, PageContext, Run, Severity, Unit};
use crate::examined::Examined;
use crate::words::Arg;

pub static CHECK: Check = Check {
    id: "fact-unreadable",
    severity: Severity::Warning,
    needs: &[Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    for fact in cx.needed_facts(page) {
        if facts::is_read(page, fact, cx.record, cx.name_match)
            || facts::has_a_finding_of_its_own(page, fact, cx.record)
        {
            continue;
        }
        let mut finding = cx.finding().with("field", Arg::Word(fact.word().to_owned()));
        finding.unit = Some(Unit::Fact(fact));
        finding.region = facts::place(page, fact);
        cx.find(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::judge_page;
    use crate::fields::FieldKind;
    use crate::geometry::Region;
    use crate::kinds::{DocumentKind, Side};
    use crate::record::Name;
    use crate::requirements::Fact;
    use crate::testing::{self, found, judged};

    fn unread(page: Examined) -> Vec<Option<Unit>> {
        found("fact-unreadable", page).into_iter().map(|finding| finding.unit).collect()
    }

    #[test]
    fn each_fact_that_is_missing_or_unsure_is_said_and_the_page_is_not_ready() {
        let facts = [
            (FieldKind::BirthDate, Fact::BirthDate),
            (FieldKind::ExpiryDate, Fact::ExpiryDate),
            (FieldKind::DocumentNumber, Fact::DocumentNumber),
        ];
        assert!(unread(testing::passport()).is_empty());
        for (kind, fact) in facts {
            let mut page = testing::passport();
            page.facts.fields.retain(|field| field.kind != kind);
            assert_eq!(unread(page.clone()), [Some(Unit::Fact(fact))]);
            assert_ne!(judged(page).verdict, crate::checks::PageVerdict::Ready);
            let mut page = testing::passport();
            page.facts.fields.iter_mut().filter(|f| f.kind == kind).for_each(|f| f.confidence = 0.7);
            page.facts.captions.push((kind, Region::default()));
            assert_eq!(unread(page), [Some(Unit::Fact(fact))]);
        }
    }

    #[test]
    fn the_number_of_a_card_may_stand_without_a_caption_and_some_facts_on_the_back() {
        let mut page = testing::page(DocumentKind::NationalId, Some(Side::Front));
        page.facts = testing::passport().facts;
        (page.facts.document.kind, page.facts.document.side) = (DocumentKind::NationalId, Some(Side::Front));
        page.facts.fields.iter_mut().filter(|f| f.kind == FieldKind::DocumentNumber).for_each(|f| f.confidence = 0.6);
        page.facts.fields.retain(|f| f.kind != FieldKind::BirthDate);
        assert_eq!(unread(page.clone()), [Some(Unit::Fact(Fact::BirthDate))]);
        page.facts.document.country = Some("COL".into());
        assert!(unread(page.clone()).is_empty());
        // what stands under the caption of a number has to be read for sure
        page.facts.captions = vec![(FieldKind::DocumentNumber, Region::default())];
        page.facts.fields.iter_mut().filter(|f| f.kind == FieldKind::DocumentNumber).for_each(|f| f.confidence = 0.7);
        assert_eq!(unread(page), [Some(Unit::Fact(Fact::DocumentNumber))]);
    }

    #[test]
    fn the_record_confirms_a_name_that_was_read_with_doubt() {
        let mut page = testing::bill();
        if let Some(holder) = &mut page.facts.holder {
            holder.confidence = 0.75;
        }
        assert!(unread(page.clone()).is_empty());
        if let Some(holder) = &mut page.facts.holder {
            (holder.surname, holder.full_name) = ("RUIZ".into(), "ANA RUIZ".into());
        }
        assert_eq!(unread(page), [Some(Unit::Fact(Fact::Name))], "a name with a part missing is not confirmed");
    }

    #[test]
    fn half_a_name_is_none() {
        let mut page = testing::passport();
        if let Some(holder) = &mut page.facts.holder {
            holder.given_names.clear();
            holder.full_name = holder.surname.split(' ').next().unwrap_or_default().to_owned();
        }
        assert_eq!(unread(page), [Some(Unit::Fact(Fact::Name))]);
    }

    #[test]
    fn the_only_name_of_a_person_is_whole_where_the_zone_or_the_record_says_so() {
        let mut page = testing::passport();
        let holder = page.facts.holder.as_mut().unwrap();
        (holder.surname, holder.given_names, holder.full_name) = ("RUIZ".into(), String::new(), "RUIZ".into());
        let zone = page.codes.mrz.as_mut().unwrap();
        (zone.surname, zone.given_names) = ("RUIZ".into(), String::new());
        assert!(unread(page.clone()).is_empty());
        page.codes.mrz.as_mut().unwrap().name_may_be_cut = true;
        assert_eq!(unread(page), [Some(Unit::Fact(Fact::Name))]);

        let mut bill = testing::bill();
        let holder = bill.facts.holder.as_mut().unwrap();
        (holder.surname, holder.given_names, holder.full_name) = (String::new(), String::new(), "RUIZ".into());
        let unread_by = |surname: &str| {
            let mut record = testing::record();
            record.name = Some(Name { surname: surname.into(), ..Name::default() });
            let report =
                judge_page(&testing::record_of("a.jpg", bill.clone()), &record, &testing::rules(), testing::today());
            report.findings.iter().filter(|f| f.id == "fact-unreadable").count()
        };
        assert_eq!(unread_by("Ruiz"), 0);
        assert_eq!(unread_by("Ruiz Soto"), 1);
        assert_eq!(unread(bill), [Some(Unit::Fact(Fact::Name))]);
    }

    #[test]
    fn a_bill_needs_its_date_and_a_back_needs_nothing() {
        let mut bill = testing::bill();
        bill.facts.fields.retain(|field| field.kind != FieldKind::StatementDate);
        assert_eq!(unread(bill), [Some(Unit::Fact(Fact::StatementDate))]);
        assert!(unread(testing::page(DocumentKind::DriversLicense, Some(Side::Back))).is_empty());
    }

    #[test]
    fn a_card_of_a_country_that_prints_no_expiry_needs_none() {
        let mut page = testing::page(DocumentKind::NationalId, Some(Side::Front));
        page.facts.fields.retain(|field| field.kind != FieldKind::ExpiryDate);
        let needs_expiry = |page: &Examined| unread(page.clone()).contains(&Some(Unit::Fact(Fact::ExpiryDate)));
        page.facts.document.country = Some("MEX".to_owned());
        assert!(needs_expiry(&page));
        page.facts.document.country = Some("COL".to_owned());
        assert!(!needs_expiry(&page));
    }
}
