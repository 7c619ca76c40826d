//! The paper that renews an expired license: a temporary license, an extension, a receipt of the renewal.
//!
//! It is known by its words and by the holder's name; what it is worth, a person decides.

use crate::checks::{Rules, SetDocument};
use crate::examined::{DocumentSet, Examined};
use crate::fields;
use crate::kinds::DocumentKind;

use super::documents::are_two_people;

/// Words of which such a paper has one.
const WORDS: [&str; 8] =
    ["TEMPORARY", "INTERIM", "EXTENSION", "EXTENDED", "RENEWAL", "RENEWED", "TEMPORAL", "PROVISIONAL"];

/// The document that renews another one, which expired some days ago, by its place; `None` if there is none, or if the
/// requirements take no such document.
pub(super) fn paper_for(
    set: &DocumentSet,
    documents: &[SetDocument],
    expired: &SetDocument,
    days: f32,
    rules: &Rules,
) -> Option<usize> {
    let allowed = rules.requirements.renewable_days(expired.kind, expired.country.as_deref())?;
    if days > f32::from(allowed) {
        return None;
    }
    documents.iter().position(|paper| {
        let of_that_kind = paper.kind == expired.kind
            || matches!(paper.kind, DocumentKind::Other | DocumentKind::Unknown | DocumentKind::IrsNotice);
        let somebody_elses = match (&paper.holder, &expired.holder) {
            (Some(a), Some(b)) => are_two_people(a, b, &rules.names),
            _ => false,
        };
        let pages = || paper.pages.iter().filter_map(|p| set.pages[p.index].examined());
        let same_pages = paper.pages.first().map(|p| p.index) == expired.pages.first().map(|p| p.index);
        !same_pages && of_that_kind && !somebody_elses && pages().any(says_it_renews)
    })
}

fn says_it_renews(page: &Examined) -> bool {
    let words: Vec<String> = page.lines.iter().flat_map(|line| fields::words(&line.text)).collect();
    let about_a_license =
        words.iter().any(|w| ["LICENSE", "LICENCE", "IDENTIFICATION", "DRIVER"].contains(&w.as_str()));
    about_a_license && words.iter().any(|w| WORDS.contains(&w.as_str()))
}
