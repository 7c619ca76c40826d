//! From the parts of two addresses to the answer: each part has its file, and the worst difference decides.

mod last_lines;
mod places;
mod post;
mod street;
mod units;

use super::AddressReason;
use super::difference::Difference;
use super::parts::Parts;
use super::setting::Setting;
use super::tail::{Tail, Wanted};
use crate::relation::Relation;

/// Both addresses in parts.
pub struct Pair<'a> {
    /// Where they are.
    pub setting: &'a Setting<'a>,
    /// The record's last lines.
    pub wanted: &'a Wanted,
    /// The other parts of the record.
    pub record: Parts,
    /// The other parts of the document.
    pub document: Parts,
    /// The document's last lines.
    pub tail: Tail,
}

/// The differences found so far.
#[derive(Debug, Default)]
pub struct Reasons(pub Vec<AddressReason>);

impl Reasons {
    /// Adds a difference.
    pub fn add(&mut self, code: Difference, relation: Relation, record: &str, document: &str) {
        self.0.push(AddressReason { code, record: record.to_owned(), document: document.to_owned(), relation });
    }

    /// Adds a difference for a person to look at.
    pub fn review(&mut self, code: Difference, record: &str, document: &str) {
        self.add(code, Relation::Review, record, document);
    }

    /// Adds a contradiction.
    pub fn mismatch(&mut self, code: Difference, record: &str, document: &str) {
        self.add(code, Relation::Mismatch, record, document);
    }

    /// Adds a difference of writing.
    pub fn form(&mut self, code: Difference, record: &str, document: &str) {
        self.add(code, Relation::FormatOnly, record, document);
    }
}

/// Compares the parts; the differences, in no order.
pub fn judge(mut pair: Pair) -> Vec<AddressReason> {
    let mut reasons = Reasons::default();
    last_lines::judge(&mut pair, &mut reasons);
    if post::judge(&pair, &mut reasons) {
        units::letter_before_street(&mut pair);
        units::letter_of_number(&mut pair, &mut reasons);
        street::judge(&pair, &mut reasons);
    }
    units::judge(&pair, &mut reasons);
    places::judge(&pair, &mut reasons);
    reasons.0
}
