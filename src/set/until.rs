//! Until when the documents that fill a place stay recent enough and valid.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::checks::SetDocument;
use crate::examined::{DocumentSet, Examined};
use crate::fields::FieldKind;
use crate::kinds::DocumentKind;
use crate::requirements::Requirements;

/// The last day on which none of some documents is too old or expired; `None` if none of them has a date that was read
/// for sure.
pub(super) fn last_day(
    set: &DocumentSet,
    documents: &[SetDocument],
    used: &[usize],
    requirements: &Requirements,
) -> Option<Date> {
    let pages = used.iter().flat_map(|at| documents[*at].pages.iter().map(move |p| (documents[*at].kind, p.index)));
    let days = pages.flat_map(|(kind, index)| {
        let page = set.pages[index].examined();
        [page.and_then(|p| recent_until(p, kind, requirements)), page.and_then(|p| valid_until(p, kind))]
    });
    days.flatten().min()
}

fn recent_until(page: &Examined, kind: DocumentKind, requirements: &Requirements) -> Option<Date> {
    let recent = requirements.recent_of(kind).filter(|_| !page.facts.continues)?;
    let claimed = |kind| page.facts.date(kind).filter(|(_, field)| field.is_claim());
    let (date, _) = claimed(FieldKind::StatementDate).or_else(|| claimed(FieldKind::IssueDate))?;
    date.checked_add(i64::from(recent.look_from_days).days()).ok()?.yesterday().ok()
}

fn valid_until(page: &Examined, kind: DocumentKind) -> Option<Date> {
    let (date, _) = page.facts.date(FieldKind::ExpiryDate).filter(|(_, field)| field.is_claim())?;
    kind.traits().expires.then_some(date)
}
