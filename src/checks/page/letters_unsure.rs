//! Two readers do not read the same letters where a verdict rests on them.
//!
//! *Why:* one letter makes another name or another date, and a reviewer compares letter by letter. *Fix:* look at the
//! picture; if it is hard to read there too, photograph again.

use crate::checks::{Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::FieldKind;

pub static CHECK: Check = Check {
    id: "letters-unsure",
    severity: Severity::Note,
    needs: &[Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    let mut said: Vec<(&str, &str)> = Vec::new();
    for difference in &page.facts.disagreements {
        let (first, second) = (difference.first.as_str(), difference.second.as_str());
        // a name may stand in several fields
        if said.iter().any(|(a, b)| a.contains(first) && b.contains(second)) {
            continue;
        }
        said.push((first, second));
        let region = page.facts.best(difference.kind).and_then(|field| field.region);
        let finding = match difference.kind {
            FieldKind::Itin => cx.finding().saying("number"), // numbers that identify people are not shown
            _ => cx.finding().with("first", first.to_owned()).with("second", second.to_owned()),
        };
        cx.find(finding.at(region).read_as(difference));
    }
    if page.facts.unconfirmed {
        cx.not_assessed("reason-second-reader");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examined::ReadingState;
    use crate::fields::Disagreement;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn each_disagreement_is_shown_once() {
        let mut page = testing::passport();
        assert!(found("letters-unsure", page.clone()).is_empty());
        let differ =
            |kind, first: &str, second: &str| Disagreement { kind, first: first.to_owned(), second: second.to_owned() };
        page.facts.disagreements = vec![
            differ(FieldKind::FullName, "ANA NUNEZ", "ANA NUNES"),
            differ(FieldKind::Surname, "NUNEZ", "NUNES"),
            differ(FieldKind::ExpiryDate, "2031-04-12", "2037-04-12"),
            differ(FieldKind::Itin, "900-70-1234", "900-70-1284"),
        ];
        let found = found("letters-unsure", page);
        assert_eq!(found.len(), 3);
        let says = |f: &crate::checks::Finding| format!("{:?} {:?}", f.message, f.advice);
        assert!(!found.iter().any(|f| says(f).contains("1284")), "a number that identifies a person is not said");
        assert_eq!(found[1].readings.as_ref().map(|r| r.second.as_str()), Some("2037-04-12"));
    }

    #[test]
    fn without_reading_it_is_not_assessed() {
        let mut page = testing::passport();
        page.reading = ReadingState::Skipped;
        assert!(was_not_assessed("letters-unsure", page));
    }

    #[test]
    fn what_the_second_reader_could_not_confirm_is_said() {
        let mut page = testing::passport();
        page.facts.unconfirmed = true;
        assert!(was_not_assessed("letters-unsure", page));
    }
}
