//! Findings on one page that another document of the set makes good: an expired license beside the paper that renews
//! it, another name beside the certificate that links the two. They do not block any longer; a person must look.

use super::renewal;
use crate::checks::{Finding, PageReport, Rules, SetDocument, Severity};
use crate::examined::{DocumentSet, Examined};
use crate::fields::words;
use crate::page::PageId;
use crate::record::Record;

/// The pages and the ids of their blockers that something in the set answers.
pub(super) fn by_the_set(
    set: &DocumentSet,
    pages: &[PageReport],
    documents: &[SetDocument],
    record: &Record,
    rules: &Rules,
) -> Vec<(PageId, &'static str)> {
    let mut out = Vec::new();
    for document in documents {
        for page in &document.pages {
            let blockers = pages[page.index].findings.iter().filter(|f| f.severity == Severity::Blocker);
            let answered = blockers.filter(|finding| match finding.id {
                "expired" => renewal::paper_for(set, documents, document, days_expired(finding), rules).is_some(),
                "name-differs" => is_linked(set, documents, document, record, rules),
                _ => false,
            });
            out.extend(answered.map(|finding| (page.id.clone(), finding.id)));
        }
    }
    out
}

/// For how many days a document has been expired, by its finding.
fn days_expired(finding: &Finding) -> f32 {
    finding.value.unwrap_or(f32::INFINITY)
}

/// Whether a document of the set shows both the name on the record and the one on a document.
fn is_linked(
    set: &DocumentSet,
    documents: &[SetDocument],
    document: &SetDocument,
    record: &Record,
    rules: &Rules,
) -> bool {
    let (Some(holder), Some(name)) = (&document.holder, &record.name) else { return false };
    let links = documents.iter().filter(|d| rules.requirements.linking.contains(&d.kind));
    let pages = links.flat_map(|d| &d.pages).filter_map(|p| set.pages[p.index].examined());
    let own = words(&format!("{} {}", name.given, name.surname));
    let other = words(&holder.full_name);
    let new: Vec<&String> = other.iter().filter(|word| !own.contains(word)).collect();
    pages.into_iter().any(|page| {
        let printed = printed(page);
        let has = |word: &String| printed.contains(word);
        words(&name.given).iter().any(has) && words(&name.surname).iter().any(has) && new.iter().any(|w| has(w))
    })
}

/// The words of a page.
fn printed(page: &Examined) -> Vec<String> {
    page.lines.iter().flat_map(|line| words(&line.text)).collect()
}
