//! Is the address on the document the address on the record, and if not, exactly what differs?
//!
//! Knows nothing of documents or pictures: it compares two addresses. Both are divided into their parts, American ones by
//! USPS Publication 28, others by the words and the order of their languages; the parts are compared one by one. It never
//! puts a digit right, and where something is left over on one side, the answer is [`Relation::Review`] at best.

mod clean;
mod decide;
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
    decide::compare(lexicon, record, printed)
}

/// Whether an address is a post office box and no place where somebody lives.
pub fn is_post_box(lexicon: &AddressLexicon, address: &Address) -> bool {
    decide::is_post_box(lexicon, address)
}
