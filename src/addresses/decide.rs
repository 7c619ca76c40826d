//! From two addresses to the answer: the order of the steps.

use super::difference::Difference;
use super::judge::{self, Pair, Reasons};
use super::lexicon::AddressLexicon;
use super::parts::Parts;
use super::segments::segments;
use super::setting::Setting;
use super::tail::{self, Wanted};
use super::{AddressReason, AddressVerdict};
use super::{clean, exact, repair, surface};
use crate::record::Address;
use crate::relation::Relation;

/// Compares a printed address with the record's.
pub fn compare(lexicon: &AddressLexicon, record: &Address, printed: &str) -> AddressVerdict {
    if exact::is_exact(record, printed) {
        return AddressVerdict { relation: Relation::Exact, reasons: Vec::new() };
    }
    let mut reasons = Reasons(differences(lexicon, record, printed));
    reasons.0.sort_by_key(|reason| std::cmp::Reverse(reason.relation));
    reasons.0.dedup();
    let relation = reasons.0.first().map_or(Relation::FormatOnly, |reason| reason.relation);
    AddressVerdict { relation, reasons: reasons.0 }
}

/// The differences between two addresses that are not the same text.
fn differences(lexicon: &AddressLexicon, record: &Address, printed: &str) -> Vec<AddressReason> {
    let own = [&record.line1, &record.city, &record.region, &record.postal_code].map(String::as_str).join(" ");
    let mut reasons = Reasons::default();
    if surface::is_native(printed) != surface::is_native(&own) {
        reasons.review(Difference::NativeScript, "", "");
        return reasons.0;
    }
    let setting = Setting::of(lexicon, record);
    let wanted = Wanted::of(&setting, record);
    let recorded = segments(lexicon, &clean::lines(&record.line1));
    let mut lines = clean::lines(printed);
    let caption = surface::take_captions(lexicon, &mut lines);
    let mut found = segments(lexicon, &lines);
    if found.is_empty() || recorded.is_empty() && wanted.city.is_empty() {
        reasons.review(Difference::NothingToCompare, "", "");
        return reasons.0;
    }
    let mut known = recorded.clone();
    known.extend([wanted.city.clone(), wanted.region.clone()]);
    repair::words(lexicon, &known, &mut found);
    repair::spaces(&known, &mut found);
    let misread = found.iter().flatten().any(|token| token.misread);
    let tail = tail::take(&setting, &wanted, &mut found);
    let (left, right) = (Parts::read(&setting, &recorded), Parts::read(&setting, &found));
    reasons.0 = judge::judge(Pair { setting: &setting, wanted: &wanted, record: left, document: right, tail });
    if reasons.0.iter().all(|reason| reason.relation <= Relation::FormatOnly) {
        surface::note(&own, printed, misread, caption, &mut reasons);
    }
    reasons.0
}

/// Whether an address is a post office box and no place where somebody lives.
pub fn is_post_box(lexicon: &AddressLexicon, address: &Address) -> bool {
    let setting = Setting::of(lexicon, address);
    let parts = Parts::read(&setting, &segments(lexicon, &clean::lines(&address.line1)));
    !parts.labels.boxes.is_empty() && parts.number.is_none()
}
