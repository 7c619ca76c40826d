//! Is the address on the document the address on the record, and if not, exactly what differs?
//!
//! Knows nothing of documents or pictures: it compares two addresses. Both are divided into their parts, American ones by
//! USPS Publication 28, others by the words and the order of their languages; the parts are compared one by one. It never
//! puts a digit right, and where something is left over on one side, the answer is [`Relation::Review`] at best.

mod clean;
mod difference;
mod exact;
mod fold;
mod house;
mod identifier;
mod judge;
mod labels;
mod lexicon;
mod number;
mod parts;
mod phrases;
mod postcode;
mod repair;
mod segments;
mod setting;
mod split;
mod street;
mod surface;
mod tail;
#[cfg(test)]
mod tests;
mod token;
mod unit;
mod words;

pub use crate::relation::Relation;
pub use difference::Difference;
pub use lexicon::AddressLexicon;

use crate::record::Address;
use judge::{Pair, Reasons};
use parts::Parts;
use setting::Setting;
use tail::Wanted;

/// One difference between the addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressReason {
    /// What kind of difference it is: `unit-missing`, `number-differs` … Its sentence is the message `address-<code>` of
    /// the language files.
    pub code: Difference,
    /// The words of the record that it concerns; may be empty.
    pub record: String,
    /// The words of the document that it concerns; may be empty.
    pub document: String,
    /// How bad this difference alone is.
    pub relation: Relation,
}

impl AddressReason {
    /// Key of its sentence: the attribute `extra` where only the document has something.
    pub fn key(&self) -> String {
        let only_document = self.record.is_empty() && !self.document.is_empty();
        format!("address-{}{}", self.code, if only_document { ".extra" } else { "" })
    }
}

/// The result of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressVerdict {
    /// The worst of the differences.
    pub relation: Relation,
    /// The differences, worst first.
    pub reasons: Vec<AddressReason>,
}

/// Compares a printed address, its lines divided by line breaks or ` / `, with the address on the record.
///
/// Every text gets an answer; of a text longer than any address only the first 2,000 characters are compared.
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

/// Whether an address is a post office box and no place where somebody lives.
pub fn is_post_box(lexicon: &AddressLexicon, address: &Address) -> bool {
    let setting = Setting::of(lexicon, address);
    let parts = Parts::read(&setting, &segments::segments(lexicon, &clean::lines(&address.line1)));
    !parts.labels.boxes.is_empty() && parts.number.is_none()
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
    let recorded = segments::segments(lexicon, &clean::lines(&record.line1));
    let mut lines = clean::lines(printed);
    let caption = surface::take_captions(lexicon, &mut lines);
    let mut segments = segments::segments(lexicon, &lines);
    if segments.is_empty() || recorded.is_empty() && wanted.city.is_empty() {
        reasons.review(Difference::NothingToCompare, "", "");
        return reasons.0;
    }
    let mut known = recorded.clone();
    known.extend([wanted.city.clone(), wanted.region.clone()]);
    repair::words(lexicon, &known, &mut segments);
    repair::spaces(&known, &mut segments);
    let misread = segments.iter().flatten().any(|token| token.misread);
    let tail = tail::take(&setting, &wanted, &mut segments);
    let (left, right) = (Parts::read(&setting, &recorded), Parts::read(&setting, &segments));
    reasons.0 = judge::judge(Pair { setting: &setting, wanted: &wanted, record: left, document: right, tail });
    if reasons.0.iter().all(|reason| reason.relation <= Relation::FormatOnly) {
        surface::note(&own, printed, misread, caption, &mut reasons);
    }
    reasons.0
}
