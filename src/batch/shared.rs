//! Two people who file together have one folder: whose a page in it is.

use jiff::civil::Date;

use crate::checks::{Rules, judge_page};
use crate::examined::{DocumentSet, PageRecord};
use crate::names::Relation;
use crate::record::Record;

/// The pages of a shared folder that may be the applicant's: all but those that carry the name of one of the others and
/// not the applicant's.
pub fn own_pages(set: DocumentSet, own: &Record, others: &[Record], rules: &Rules, today: Date) -> DocumentSet {
    let relation = |page: &PageRecord, record: &Record| judge_page(page, record, rules, today).name_match?.relation;
    let is_others = |page: &PageRecord| {
        relation(page, own) == Some(Relation::Mismatch)
            && others.iter().filter_map(|other| relation(page, other)).any(|relation| relation != Relation::Mismatch)
    };
    let pages = set.pages.into_iter().filter(|page| others.is_empty() || !is_others(page)).collect();
    DocumentSet { pages }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::DocumentKind;
    use crate::record::Name;
    use crate::testing;

    #[test]
    fn what_carries_the_name_of_the_other_is_the_others() {
        let named = |given: &str| {
            let name = Name { given: given.into(), surname: "RUIZ SOTO".into(), ..Name::default() };
            Record { name: Some(name), ..Record::default() }
        };
        let mut pages = vec![
            testing::record_of("a.jpg", testing::page(DocumentKind::Passport, None)),
            testing::record_of("b.jpg", testing::page(DocumentKind::UtilityBill, None)),
        ];
        if let Ok(bill) = &mut pages[1].outcome {
            bill.facts.holder = None;
        }
        let names = |own: &str, other: &[&str]| {
            let others: Vec<Record> = other.iter().map(|given| named(given)).collect();
            let set = DocumentSet { pages: pages.clone() };
            let kept = own_pages(set, &named(own), &others, &testing::rules(), testing::today());
            kept.pages.iter().map(|page| page.id.file.display().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names("ANA", &["PEDRO"]), ["a.jpg", "b.jpg"]);
        assert_eq!(names("PEDRO", &["ANA"]), ["b.jpg"]);
        assert_eq!(names("PEDRO", &["LUIS"]), ["a.jpg", "b.jpg"], "a stranger's page is said to be one");
        assert_eq!(names("PEDRO", &[]), ["a.jpg", "b.jpg"]);
    }
}
