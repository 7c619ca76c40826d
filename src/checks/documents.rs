//! When a reading counts as a claim, and how it is given to the comparison of names.

use crate::examined::Examined;
use crate::fields::{Facts, Field, FieldKind, Holder, has_form_of_itin};
use crate::names::DocumentName;
use crate::record::Record;

/// From this confidence on a reading is a claim; below it may support a warning, never a blocker.
pub const CLAIM: f32 = 0.8;

impl Field {
    /// Whether the reading is sure enough to be stated as a fact.
    pub fn is_claim(&self) -> bool {
        self.confidence >= CLAIM
    }
}

impl Holder {
    /// Whether the reading is sure enough to be stated as a fact.
    pub fn is_claim(&self) -> bool {
        self.confidence >= CLAIM
    }
}

impl Facts {
    /// Whether a whole ITIN was read for sure.
    pub fn has_whole_itin(&self) -> bool {
        let digits = |value: &str| value.chars().filter(char::is_ascii_digit).collect::<String>();
        self.of(FieldKind::Itin).any(|f| f.is_claim() && has_form_of_itin(&digits(&f.value)))
    }

    /// The holder for a comparison with a record whose words are `surname` and `given`: the one that was read for sure,
    /// else the place on the page where words of both parts stand together, else the one that was read.
    pub fn holder_for(&self, surname: &str, given: &str) -> Option<&Holder> {
        let sure = self.holder.as_ref().filter(|h| h.is_claim());
        sure.or_else(|| self.mention_of(surname, given)).or(self.holder.as_ref())
    }
}

/// The holder whose name is compared with the record, or the one that was read where there is no record.
pub(super) fn holder<'p>(page: &'p Examined, record: &Record) -> Option<&'p Holder> {
    match &record.name {
        Some(name) => page.facts.holder_for(&name.surname, &format!("{} {}", name.given, name.middle)),
        None => page.facts.holder.as_ref(),
    }
}

impl From<&Holder> for DocumentName {
    fn from(holder: &Holder) -> Self {
        // a split with one empty part stays one: which part it is was read, and the comparison asks about it
        if holder.surname.is_empty() && holder.given_names.is_empty() {
            return Self::Line(holder.full_name.clone());
        }
        Self::Split {
            surname: holder.surname.clone(),
            given_names: holder.given_names.clone(),
            may_be_cut: holder.may_be_cut,
        }
    }
}
