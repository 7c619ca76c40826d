//! The name on the document is not the name on the record.
//!
//! *Why:* the name must be the one of the ITIN record. *Fix:* depends on what differs; each difference has its own
//! sentence. A difference that may be one of spelling or of a missing part is for a person to look at.

use crate::checks::{Action, Check, Need, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::names::Relation;
use crate::words::Arg;

pub static CHECK: Check = Check {
    id: "name-differs",
    severity: Severity::Blocker,
    needs: &[Need::RecordName, Need::Reading],
    limits: &[],
    run: Run::Content(run),
};

fn run(page: &Examined, cx: &mut PageContext) {
    if page.facts.continues {
        return;
    }
    let (Some(name), Some(holder)) = (cx.name_match, cx.holder(page)) else {
        return cx.not_assessed("reason-no-name-read");
    };
    let severity = match name.relation {
        Some(Relation::Mismatch) if holder.is_claim() => Severity::Blocker,
        Some(Relation::Mismatch | Relation::Review) => Severity::Warning,
        // the same name written in another way is shown with the name, and is no finding
        Some(Relation::Exact | Relation::FormatOnly) | None => return,
    };
    let mut finding = cx.finding().at(holder.region).sure(holder.confidence);
    finding.severity = severity;
    finding.action = Action::Replace;
    if name.relation == Some(Relation::Review) {
        finding = finding.saying("review").advising("advice-review").asking(Action::Look);
    }
    cx.find(finding.with("name", Arg::Text(holder.full_name.clone())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, found, was_not_assessed};

    #[test]
    fn another_persons_name_is_a_blocker_only_when_it_was_read_for_sure() {
        let mut page = testing::passport();
        if let Some(holder) = &mut page.facts.holder {
            (holder.surname, holder.given_names) = ("WALKER".into(), "PETER".into());
            holder.full_name = "PETER WALKER".into();
        }
        assert_eq!(found("name-differs", page.clone())[0].severity, Severity::Blocker);
        if let Some(holder) = &mut page.facts.holder {
            holder.confidence = 0.5;
        }
        assert_eq!(found("name-differs", page)[0].severity, Severity::Warning);
    }

    #[test]
    fn the_records_name_elsewhere_on_the_page_makes_it_a_question() {
        let mut page = testing::passport();
        if let Some(holder) = &mut page.facts.holder {
            (holder.surname, holder.given_names) = ("DEL PADRE".into(), String::new());
            holder.full_name = "DEL PADRE".into();
        }
        assert_eq!(found("name-differs", page.clone())[0].severity, Severity::Blocker);
        page.lines = ["APELLIDOS", "Ruiz Soto", "NOMBRES", "Ana"].map(testing::line).to_vec();
        let finding = found("name-differs", page.clone()).remove(0);
        assert_eq!((finding.severity, finding.message.key.as_str()), (Severity::Warning, "name-differs.review"));
        page.lines = ["APELLIDOS", "Ruiz Soto", "NOMBRES", "Eva"].map(testing::line).to_vec();
        assert_eq!(found("name-differs", page)[0].severity, Severity::Blocker, "a sister's");
    }

    #[test]
    fn without_a_name_it_is_not_assessed() {
        let mut page = testing::passport();
        page.facts.holder = None;
        assert!(was_not_assessed("name-differs", page));
    }
}
